/**
 * What the name model finds beyond the rules: persons, places and bodies that no list holds and nothing announces. Where a rule has found something it
 * stays, but for the end of a person's name that no list knows, which the model sees better.
 */

import { isFiniteVerb } from '../lexicon/finite.ts'
import { LABELS } from '../names/labels.ts'
import { keysWithoutClitics, nameLists } from '../names/name-lists.ts'
import { tagText } from '../names/tagger.ts'
import { bare, type Reading } from '../text/clitics.ts'
import { type Document, nounReadings, spanAfterClitics, wordsOf } from '../text/document.ts'
import { fold } from '../text/fold.ts'
import { mayBeginNumber } from '../text/numbers.ts'
import { integers, scratch } from '../text/scratch.ts'
import type { Token } from '../text/tokens.ts'
import { perWord } from '../text/word.ts'
import { knownNameAt } from './known.ts'
import { inOffice, type Mention, ofOneShape } from './mention.ts'
import { isFirstName, isOrdinary, isWeekday } from './name-words.ts'
import { keyOfPhrase } from './phrase-keys.ts'
import { PLACE_KINDS } from './places.ts'
import { ruleTags } from './rule-tags.ts'
import { isMedium, isThing } from './things.ts'

const TYPES: Readonly<Record<string, Mention['type']>> = { PERS: 'person', LOC: 'place', ORG: 'organization' }
/** By label: of what type a mention is that begins with it. */
const BEGUN = LABELS.map((label) => (label[0] === 'B' ? TYPES[label.slice(2)] : undefined))

const mentionsOfTokens = scratch(integers)

interface Found {
  type: Mention['type']
  /** Token indexes, half-open. */
  from: number
  to: number
}

/** The mentions of a document with those that the model adds, in order. */
export function withTrainedNames(document: Document, mentions: readonly Mention[]): Mention[] {
  const found = foundByModel(document, mentions)
  if (found.length === 0) return [...mentions]
  /** By token: the index of the mention that covers it, and of the office that leads to it; −1 for none. */
  const taken = mentionsOfTokens(document.tokens.length).fill(-1)
  for (const [k, { titleFrom, from, to }] of mentions.entries()) taken.fill(k, titleFrom ?? from, to)
  const result: (Mention | undefined)[] = [...mentions]
  const plainForms = formsWithoutClitics(document, found)
  for (const name of found) {
    const met = new Set<number>()
    for (let at = name.from; at < name.to; at++) if (taken[at]! >= 0) met.add(taken[at]!)
    if (met.size === 0) {
      const leading = name.from > 0 ? taken[name.from - 1]! : -1
      const office = leading >= 0 ? result[leading] : undefined
      const bearer = newMention(document, name, plainForms)
      if (bearer === undefined) continue
      if (name.type === 'person' && office && leadsTo(office, name.from, bearer)) {
        result[leading] = undefined
        result.push(inOffice(bearer, office))
      } else result.push(bearer)
      taken.fill(result.length - 1, name.from, name.to)
    } else if (met.size === 1) {
      const [k] = met
      const other = result[k!]
      if (other && mayBeResized(other, name)) result[k!] = resized(document, other, name)
    }
  }
  return result.filter((mention) => mention !== undefined).sort((x, y) => x.from - y.from)
}

function foundByModel(document: Document, mentions: readonly Mention[]): Found[] {
  const { tokens, sentences } = document
  const labels = tagText({ tokens, rules: ruleTags(mentions, tokens.length), sentences })
  const found: Found[] = []
  for (const sentence of sentences)
    for (let at = sentence.from; at < sentence.to; at++) {
      const type = BEGUN[labels[at]!]
      if (type === undefined) continue
      const inside = labels[at]! + 1
      let to = at + 1
      while (to < sentence.to && labels[to] === inside) to++
      found.push({ type, from: at, to })
    }
  return found
}

/** An office without a name that stands right before one: its bearer's. */
function leadsTo(office: Mention, at: number, bearer: Mention): boolean {
  return office.via === 'title' && office.to === at && bearer.conjunction === '' && bearer.preposition === ''
}

/** A person by a name that no list knows, of which the model says that it ends elsewhere. */
function mayBeResized(mention: Mention, name: Found): boolean {
  return (
    name.type === 'person' &&
    mention.type === 'person' &&
    mention.via === 'name' &&
    mention.key.startsWith('text:') &&
    mention.from === name.from &&
    mention.to < name.to
  )
}

function resized(document: Document, mention: Mention, { to }: Found): Mention {
  const span = { start: mention.span.start, end: document.tokens[to - 1]!.end }
  const name = wordsOf(document.text, span)
  return { ...mention, to, span, name, key: `text:${fold(name)}` }
}

function newMention(
  document: Document,
  { type: likely, from, to }: Found,
  plainForms: ReadonlySet<string>,
): Mention | undefined {
  const first = document.tokens[from]!
  // «على فيسبوك», «على منصة «إكس»»: where something was said.
  const before = document.tokens[from - 1]?.kind === 'mark' ? document.tokens[from - 2] : document.tokens[from - 1]
  if (before !== undefined && PLATFORM.has(before.key)) return undefined
  const known = likely === 'organization' ? knownNameAt(document, from) : undefined
  if (known !== undefined && isMedium(document, known)) return undefined
  // «القوة القاهرة», «شبكات التواصل»: the half of a thing.
  if (from > 0 && document.opens[from] === 0 && isThing(bare(document.tokens[from - 1]!.key), first)) return undefined
  if (tellsHappening(document, from, to) || isObjectWithPurpose(document, from, to)) return undefined
  const type = likely !== 'person' && isBehindPlaceKind(document, from) ? 'place' : likely
  if (type === 'person' && describesNoun(document, from, to)) return undefined
  const reading = readingOf(document, from, plainForms)
  const span = {
    start: reading ? spanAfterClitics(first, reading).start : first.start,
    end: document.tokens[to - 1]!.end,
  }
  const name = wordsOf(document.text, span)
  if (!/\p{L}{2}/u.test(name) || (to === from + 1 && saysNoName(first))) return undefined
  return ofOneShape({
    from,
    to,
    span,
    type,
    via: 'name',
    key: `text:${type === 'organization' ? keyOfPhrase(name) : fold(name)}`,
    name,
    conjunction: reading?.conjunction ?? '',
    preposition: reading?.preposition ?? '',
    gender: type === 'place' || /ه$/.test(first.key) ? 'feminine' : 'masculine',
    plural: false,
  })
}

const PLATFORM: ReadonlySet<string> = new Set(['منصه', 'تطبيق', 'بمنصه', 'لمنصه'])

/** «بلدة …», «مدينة …»: what stands behind a noun of place names one. */
function isBehindPlaceKind({ tokens, opens }: Document, at: number): boolean {
  return at > 0 && opens[at] === 0 && PLACE_KINDS.has(withoutJoined(tokens[at - 1]!.key))
}

const withoutJoined = (key: string) => (PLACE_KINDS.has(key) ? key : key.replace(/^[وفبل]/, ''))

/** «لا تخفي شيئاً», «ظل وسيظل مفتوحا», «صادق الثلاثاء»: what is negated, or holds a verb of the future or a day, is said, and no name. */
function tellsHappening({ tokens }: Document, from: number, to: number): boolean {
  if (to - from > 1 && NEGATION.test(tokens[from]!.key)) return true
  for (let at = from; at < to; at++) if (isSaid(tokens[at]!)) return true
  return false
}

/** «بروتوكولا للتعاون»: an indefinite accusative, and what it is for. */
function isObjectWithPurpose({ tokens, opens }: Document, from: number, to: number): boolean {
  return (
    to === from + 1 &&
    /.{3}[^اويه]ا$/.test(tokens[from]!.key) &&
    opens[to] === 0 &&
    /^لل.{2}/.test(tokens[to]?.key ?? '')
  )
}

const NEGATION = /^(?:لا|لم|لن|ما|قد|لقد)$/
const isSaid = perWord(
  (word) =>
    isWeekday({ word }) || /^وس[ينت].{2}/.test(word.key) || (/^س[ينت].{2}/.test(word.key) && isFiniteVerb({ word })),
)

/** Words that all have the ending of the indefinite accusative, as has the noun before them («هجوما بريا وشيكا»): its adjectives, and nobody's name. */
function describesNoun({ tokens }: Document, from: number, to: number): boolean {
  for (let at = from - 1; at < to; at++) {
    const token = tokens[at]
    if (token === undefined || token.kind !== 'word' || !/..ا$/.test(token.key)) return false
    if (at >= from && (isFirstName(token.key) || nameLists().parts.has(token.key))) return false
  }
  return true
}

/** A word of the vocabulary («المدينة», «الحزب») alone is no name that only the model would know. */
function saysNoName(token: Token): boolean {
  return isOrdinary(token) || mayBeginNumber(token) || PLACE_KINDS.has(bare(token.key))
}

/** What the found names begin with: what may be left when a clitic is rightly taken off. */
function formsWithoutClitics(document: Document, found: readonly Found[]): ReadonlySet<string> {
  return new Set(found.map(({ from }) => document.tokens[from]!.key))
}

/**
 * The reading of a name's first word that takes its clitics off: where an article stands behind them, or what is left is known as a name, from this text or
 * from the lists.
 */
function readingOf(document: Document, at: number, plainForms: ReadonlySet<string>): Reading | undefined {
  const token = document.tokens[at]!
  const isListed = (key: string) => isFirstName(key) || nameLists().parts.has(key) || nameLists().byFirstWord.has(key)
  if (keysWithoutClitics(token.key).length === 1 || isListed(token.key)) return undefined
  return nounReadings(token).find(({ cliticLetters, article, stem }) => {
    if (cliticLetters === 0 || stem.length < 3) return false
    return article || plainForms.has(stem) || isListed(stem)
  })
}
