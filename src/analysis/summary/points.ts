import type { Entity } from '../analysis.ts'
import { bytes, scratch } from '../text/scratch.ts'
import { takeBestFirst } from './greedy.ts'
import type { Weights } from './importance.ts'
import type { Segment } from './segments.ts'
import type { Numbered } from './vocabulary.ts'

/** Two points that share more of their words than this say the same. */
const SAME = 0.55
/** What telling a happening again, or naming an actor again, is still worth. */
const TOLD_AGAIN = 0.15
const NAMED_AGAIN = 0.2
/** Happenings of one segment count less, one after the other: a list of them is no news. */
const NEXT_EVENT = 0.6
const HAPPENING = 1.6
const ACTOR = 0.5
const MOST_ACTORS = 1.5
/** What a segment loses for each chosen one of the same sentence, and of the sentence beside it. */
const SAME_SENTENCE = 0.35
/** Words beyond these have to pay for themselves. */
const LONG = 30
const A_WORD = 0.02

/** Indexes of the `count` segments that together tell most, each something new, in the order of the text. */
export function choosePoints(
  segments: readonly Segment[],
  { base, events, actors, tellings: { happening, worth, happenings } }: Weights,
  entities: readonly Entity[],
  stems: Numbered,
  count: number,
): number[] {
  const isTold = new Uint8Array(happenings)
  const isNamed = new Uint8Array(entities.length)
  const ofSentence = new Uint32Array((segments[segments.length - 1]?.sentence ?? 0) + 1)
  const chosen: number[] = []
  const said: (readonly number[])[] = []
  const worthNow = (i: number): number => {
    let news = 0
    let share = 1
    for (let k = events.from[i]!; k < events.from[i + 1]!; k++) {
      const event = events.all[k]!
      news += share * worth[event]! * (isTold[happening[event]!]! > 0 ? TOLD_AGAIN : 1)
      share *= NEXT_EVENT
    }
    let acting = 0
    for (let k = actors.from[i]!; k < actors.from[i + 1]!; k++) {
      const actor = actors.all[k]!
      acting += entities[actor]!.salience * (isNamed[actor]! > 0 ? NAMED_AGAIN : 1)
    }
    const { sentence, words } = segments[i]!
    return (
      base[i]! +
      HAPPENING * news +
      ACTOR * Math.min(MOST_ACTORS, acting) -
      SAME_SENTENCE * ofSentence[sentence]! -
      A_WORD * Math.max(0, words - LONG)
    )
  }
  takeBestFirst(segments.length, worthNow, (i) => {
    if (chosen.length >= count) return 'done'
    const segment = segments[i]!
    const own = stemsUnlessSaid(segment, stems, said)
    if (own === undefined) return 'passed'
    chosen.push(i)
    said.push(own)
    for (let k = events.from[i]!; k < events.from[i + 1]!; k++) isTold[happening[events.all[k]!]!] = 1
    for (let k = actors.from[i]!; k < actors.from[i + 1]!; k++) isNamed[actors.all[k]!] = 1
    ofSentence[segment.sentence]!++
    return 'taken'
  })
  return chosen.sort((a, b) => a - b)
}

const ownStems = scratch(bytes)

/** The stems of a segment, each once; undefined where it shares too many of them, or of theirs, with one of those that are said. */
function stemsUnlessSaid(
  { from, to }: Segment,
  { at: stemAt, frequency }: Numbered,
  said: readonly (readonly number[])[],
): readonly number[] | undefined {
  const isOwn = ownStems(frequency.length)
  const own: number[] = []
  for (let at = from; at < to; at++) {
    const stem = stemAt[at]!
    if (stem < 0 || isOwn[stem]! > 0) continue
    isOwn[stem] = 1
    own.push(stem)
  }
  for (const other of said) {
    let shared = 0
    for (const stem of other) shared += isOwn[stem]!
    if (shared / Math.max(1, Math.min(own.length, other.length)) > SAME) return undefined
  }
  return own
}
