/** What a segment is worth to an editor who reads only the points: what happens in it and to whom, where it stands, and whether it stands alone. */
import type { Entity } from '../analysis.ts'
import type { FoundEvent } from '../events/found.ts'
import { type Document, isFunctionWord } from '../text/document.ts'
import { flagFor } from '../text/flags.ts'
import { fold } from '../text/fold.ts'
import { isCondition } from './adverbials.ts'
import { contentsOf, type Lists } from './contents.ts'
import { type Facts, type Tellings, tellingsOf } from './happenings.ts'
import { isDependent } from './leaning.ts'
import { type Segment, totalWords } from './segments.ts'
import type { Numbered } from './vocabulary.ts'

/** What speaks for each segment. */
export interface Weights {
  /** By segment: what it is worth whatever else is said. */
  base: readonly number[]
  /** The events that it tells. */
  events: Lists
  /** The entities that it names. */
  actors: Lists
  tellings: Tellings
}

const keys = (words: string) => new Set(words.trim().split(/\s+/).map(fold))
/** A writer's conclusion or demand: an essay comes to its point with them. */
const THESIS = keys('خلاصة والخلاصة خلاصته باختصار ينبغي يجب فيجب ويجب المطلوب والمطلوب بد الحل نستنتج يتعين ويتعين')
/** The writer speaks of himself: a story that leads to the matter. */
const PERSONAL = keys('كنت كنا أنا جدي أبي أمي صباي طفولتي أتذكر أذكر سألت قلت رأيت عدت سألني قالت_لي لي')
const CONCESSION = keys('صحيح ربما لعل قد')

const POSITION = 1.6
const LEAD = 1.2
const COMMON = 0.9
const LEANING = 2
const UNSURE = 0.7
const SHORT = 0.5
const CONCLUSION = 0.7
const STORY = 0.8
const QUESTION = 1.5
const CONDITION = 0.6
const GRANTED = 1.5
const NO_SENTENCE = 4

/** Weighs each segment. Linear in the length of the article. */
export function weighSegments(
  document: Document,
  segments: readonly Segment[],
  facts: Facts,
  stems: Numbered,
): Weights {
  const tellings = tellingsOf(facts)
  const contents = contentsOf(document, segments, facts, tellings.worth, stems)
  const { events: told, actors, common, flags, opening } = contents
  const slope = POSITION * (1 - 0.7 * lateness(segments, told, tellings.worth))
  let largest = 1e-9
  for (const each of common) largest = Math.max(largest, each)
  const base: number[] = []
  for (let i = 0; i < segments.length; i++) {
    const segment = segments[i]!
    const personal = (flags[i]! & IS_SELF) !== 0
    const leaning = segment.leaning || lacksSubject(opening[i], i, actors, facts.entities)
    base.push(
      slope / (1 + 0.15 * i) +
        (i === 0 && !segment.leaning && !personal ? LEAD : 0) +
        (COMMON * common[i]!) / largest -
        (leaning ? LEANING : segment.unsure ? UNSURE : 0) -
        (segment.words < 8 ? SHORT : 0) -
        (personal ? STORY : 0) +
        marks(document, segment, flags[i]!),
    )
  }
  return { base, events: told, actors, tellings }
}

/**
 * How late the article comes to what happens, 0…1: news is an inverted pyramid and tells most of it in its first half, an essay may tell most
 * of it in the second. The share of the worth of all events that the second half of the words holds, above the half that chance gives.
 */
function lateness(segments: readonly Segment[], told: Lists, worth: readonly number[]): number {
  const half = totalWords(segments) / 2
  let before = 0
  let all = 0
  let late = 0
  for (let i = 0; i < segments.length; i++) {
    let here = 0
    for (let k = told.from[i]!; k < told.from[i + 1]!; k++) here += worth[told.all[k]!]!
    all += here
    if (before >= half) late += here
    before += segments[i]!.words
  }
  // With few events the share is chance.
  const share = (late + 1) / (all + 2)
  return Math.min(1, Math.max(0, (share - 0.35) / 0.3))
}

/** «طلبت من بروكسل التدخل»: whoever did what the segment begins with is named in front of it only. */
function lacksSubject(opening: FoundEvent | undefined, i: number, actors: Lists, entities: readonly Entity[]): boolean {
  if (opening === undefined || opening.agents.length === 0) return false
  for (let k = actors.from[i]!; k < actors.from[i + 1]!; k++)
    if (opening.agents.includes(entities[actors.all[k]!]!.id)) return false
  return true
}

function marks({ tokens }: Document, segment: Segment, flags: number): number {
  let mark = (flags & IS_THESIS) !== 0 ? CONCLUSION : 0
  if (tokens[segment.to - 1]?.text === '؟') mark -= QUESTION
  if (isCondition(tokens[segment.from]!)) mark -= CONDITION
  // What leads up to a list or a quote says nothing without it.
  if (tokens[segment.to]?.text === ':') mark -= GRANTED
  if (isDependent(tokens[segment.from]!)) mark -= NO_SENTENCE
  // «صحيح أن …» grants what the next sentence turns.
  if (CONCESSION.has(tokens[segment.from]!.key)) mark -= GRANTED
  return mark
}

const IS_THESIS = flagFor(({ key }) => THESIS.has(key))
const IS_SELF = flagFor((word) => PERSONAL.has(word.key) && !isFunctionWord({ word }))
