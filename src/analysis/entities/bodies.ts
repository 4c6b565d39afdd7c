/**
 * Bodies that the lexicon does not list, by how Arabic builds their names: a head («هيئة», «وزارة»), then what completes
 * it, definite to the end: adjectives («الهيئة الوطنية المستقلة»), a construct («وزارة الداخلية التونسية»), or a state.
 */
import { isFiniteVerb } from '../lexicon/finite.ts'
import { names } from '../lexicon/names.ts'
import { vocabulary } from '../lexicon/vocabulary.ts'
import { type Document, spanAfterClitics, wordsOf } from '../text/document.ts'
import { fold } from '../text/fold.ts'
import { closesQuote, opensQuote } from '../text/marks.ts'
import { mayBeginNumber } from '../text/numbers.ts'
import { perPhrase } from '../text/phrase.ts'
import type { Token } from '../text/tokens.ts'
import { perWord } from '../text/word.ts'
import { endOfAdjectives, endOfConstruct, LONGEST } from './body-ends.ts'
import {
  arePeople,
  bodyHead,
  FIGHTING,
  type Head,
  JOINING_HEADS,
  LED,
  OF_MEMBERS,
  OF_STATES,
  ONLY_BEFORE,
} from './body-heads.ts'
import { countryWithin } from './countries.ts'
import { knownNameAt } from './known.ts'
import type { Mention } from './mention.ts'
import { adjoins, hasPlainArticle, isCounted, isFirstName } from './name-words.ts'
import { PLACE_KINDS } from './places.ts'
import { isThing } from './things.ts'

/** A body that begins at a token, named by its head, or undefined. */
export function bodyAt(document: Document, at: number): Mention | undefined {
  const { tokens, text } = document
  const token = tokens[at]!
  const found = bodyHead(token)
  if (found === undefined) return undefined
  const { reading, head, spelled, feminine } = found
  const next = tokens[at + 1]
  const only = ONLY_BEFORE[reading.stem]
  if (isThing(reading.stem, next)) return undefined
  // «الحدود البحرية»: an adjective of the noun before.
  if (
    reading.article &&
    reading.stem === 'بحريه' &&
    at > 0 &&
    adjoins(document, at - 1) &&
    hasPlainArticle(tokens[at - 1]!)
  )
    return undefined
  if (only !== undefined && !(adjoins(document, at) && only.includes(next?.key ?? ''))) return undefined
  if (next && LED.has(reading.stem) && !reading.article && isFirstName(next.key)) return undefined
  // «جولة حوار تجمع الحكومة والجبهة»: what brings them together.
  if (reading.stem === 'تجمع' && next && bodyHead(next)) return undefined
  // «في جبهة تعز»: where it is fought.
  if (reading.stem === 'جبهه' && next && knownNameAt(document, at + 1)?.type === 'place') return undefined
  // «أنظمة دائرة الجمارك»: what a body has.
  if (spelled === 'نظام' && next && bodyHead(next)) return undefined
  const quoted = quotedName(document, at, found)
  if (quoted) return quoted
  const formal = JOINING_HEADS.has(spelled)
  const told = reading.article
    ? endOfAdjectives(document, at, { head: spelled, feminine, formal, ofMembers: OF_MEMBERS.has(spelled) })
    : head.plural && isCounted(document, at)
      ? at + 1
      : endOfConstruct(document, at, spelled, head.plural)
  // «سلاح الجو»: the word that makes it a body belongs to it, however short.
  const to = only === undefined ? told : Math.max(told, at + 2)
  // «تقييد حركة المهربين»: how people move; «تجمع العشرات»: that they gather; «برئاسة المستشار»: under whom.
  if (!reading.article && next && to > at + 1) {
    if (reading.stem === 'حركه' && arePeople(next)) return undefined
    if (mayBeginNumber(next) || (reading.stem === 'رءاسه' && vocabulary().titles.has(next.key.replace(/^ال/, ''))))
      return undefined
  }
  // «النظام الدستوري»: only of a state, or of its like, is it somebody.
  if (OF_STATES.has(reading.stem) && to > at + 1 && !names().nisba.has(tokens[to - 1]!.key.replace(/^ال/, '')))
    return undefined
  // «منظمات حقوقية», «حكومات غربية»: some of a kind, told by an adjective; what is definite behind them is not theirs.
  if (head.plural && !reading.article && next && to > at + 1 && isIndefinitePluralsAdjective(next))
    return someBodies(document, at, found)
  const country = countryWithin(document, at + 1, to)
  const span = { start: spanAfterClitics(token, reading).start, end: tokens[to - 1]!.end }
  const base = {
    from: at,
    to,
    span,
    conjunction: reading.conjunction,
    preposition: reading.preposition,
    gender: feminine ? ('feminine' as const) : ('masculine' as const),
    plural: head.plural,
  }
  if (
    head.entry.kind === 'authority' &&
    country !== undefined &&
    (to - at <= 3 || knownNameAt(document, at + 1)?.to === to) &&
    // «سلطة وادي الأردن»: of a place in it.
    !isPlaceKind(tokens[at + 1])
  ) {
    // «السلطات الجزائرية», «الجانب الليبي», «حكومة مالي»: the state itself.
    const state = names().states.get(country)
    if (state) return { ...base, type: 'state', via: 'authority', key: state.id, name: state.name, country }
  }
  // «الوزارة», «الحكومة»: means the one that was named before; unnamed, only what can stand alone.
  if (to === at + 1 && head.plural && !reading.article) return someBodies(document, at, found)
  if (to === at + 1 && !reading.article) return undefined
  if (to === at + 1 && head.plural) return undefined
  const name = wordsOf(text, span)
  return {
    ...base,
    type: head.plural && country === undefined && reading.stem !== 'مصالح' ? 'group' : 'organization',
    via: 'body',
    ...(to === at + 1 && head.entry.needsComplement && { onlyAgain: true as const }),
    key: `text:${keyOfPhrase(name)}`,
    name: reading.article ? startingWithArticle(name, reading.stem) : name,
    ...(country && { country }),
  }
}

const placeKinds = perWord(
  ({ key }) => PLACE_KINDS.has(key) || /^(?:وادي|ميناء|اقليم|منطقه|مناطق|جنوب|شمال|شرق|غرب|مطار)$/.test(key),
)
const isPlaceKind = (token: Token | undefined): boolean => token !== undefined && placeKinds(token)

/** «كتلة «الوفاق»», «منظمة OMS»: a body by the name that its head introduces between quotation marks, or in Latin letters. */
function quotedName(document: Document, at: number, { reading, head }: Head): Mention | undefined {
  const { tokens, text } = document
  if (reading.article && head.plural) return undefined
  const first = tokens[at + 1]
  if (first === undefined || !isWithin(document, at + 1)) return undefined
  const latin = first.kind === 'latin' && adjoins(document, at)
  if (!latin && !opensQuote(first)) return undefined
  let to = at + 2
  if (!latin) {
    while (to < at + 3 + LONGEST && isWithin(document, to) && !closesQuote(tokens[to]!)) to++
    if (to === at + 2 || !isWithin(document, to) || !closesQuote(tokens[to]!)) return undefined
  }
  const inner = latin ? at + 1 : at + 2
  // «باب الوزارة «ظل وسيظل مفتوحا»»: what was said.
  for (let word = inner; word < to; word++) if (isSaid(tokens[word]!)) return undefined
  // What the lexicon knows is found by its own name.
  if (knownNameAt(document, inner)) return undefined
  const span = { start: tokens[inner]!.start, end: tokens[to - 1]!.end }
  const name = wordsOf(text, span)
  return {
    from: at,
    to: latin ? to : to + 1,
    span,
    type: FIGHTING.has(reading.stem) || head.entry.kind === 'armed' ? 'armed-group' : 'organization',
    via: 'name',
    key: `text:${keyOfPhrase(name)}`,
    name,
    conjunction: reading.conjunction,
    preposition: reading.preposition,
    gender: /ه$/.test(reading.stem) ? 'feminine' : 'masculine',
    plural: false,
  }
}

/** A verb, of the future too, or a negation: no name has one. */
const isSaid = perWord(
  (word) =>
    isFiniteVerb({ word }) ||
    /^[وف]?س[يت].{2}/.test(word.key) ||
    /^(?:لا|لم|لن|ما|ليس|ليست|ليسوا|لسنا|لست)$/.test(word.key),
)

/** Whether a token goes on with the sentence of the one before it. */
const isWithin = ({ tokens, opens }: Document, at: number): boolean => tokens[at] !== undefined && opens[at] === 0

/** «منظمات حقوقية», «أحزاب يمينية»: a group. */
function someBodies(document: Document, at: number, { reading, feminine }: Head): Mention | undefined {
  const { tokens, text } = document
  let to = at + 1
  while (to - at < 3 && adjoins(document, to - 1) && isIndefinitePluralsAdjective(tokens[to]!)) to++
  if (to === at + 1) return undefined
  const span = { start: spanAfterClitics(tokens[at]!, reading).start, end: tokens[to - 1]!.end }
  const name = wordsOf(text, span)
  const country = countryWithin(document, at + 1, to)
  return {
    from: at,
    to,
    span,
    type: 'group',
    via: 'group',
    key: `text:${keyOfPhrase(name)}`,
    name,
    conjunction: reading.conjunction,
    preposition: reading.preposition,
    gender: feminine ? 'feminine' : 'masculine',
    plural: true,
    ...(country && { country }),
  }
}

/** «حقوقية», «غربية», «متشددة»: how an adjective of several things is written. */
const isIndefinitePluralsAdjective = perWord(({ kind, key, text }) => {
  if (kind !== 'word' || !text.endsWith('ة') || /^ال/.test(key)) return false
  const stem = key.slice(0, -1)
  return names().nisba.has(key) || (/ي$/.test(stem) && key.length > 4) || /^م.{3,}$/.test(stem)
    ? !vocabulary().events.has(key)
    : false
})

/** «للقيادة» leaves «لقيادة», and «للجنة» «لجنة», when the preposition is cut off: shown, they are «القيادة», «اللجنة». */
function startingWithArticle(name: string, stem: string): string {
  if (!name.startsWith('ل')) return name
  return stem.startsWith('ل') ? `ال${name}` : `ا${name}`
}

/** «لجنة», «لواء» begin with a lam of their own; «لقيادة» is what «للقيادة» leaves when its preposition is cut off. */
function withoutArticle(word: string): string {
  const { groups, titles } = vocabulary()
  if (/^ل(?!ل)/.test(word) && (groups.has(word) || titles.has(word))) return word
  return word.replace(/^(?:ال|لل?)(?=.{3})/, '')
}

/** The same phrase with or without the article, in any case of its sound plurals, has one key. */
export const keyOfPhrase = perPhrase((phrase) =>
  fold(phrase)
    .split(/\s+/)
    .map((word) => withoutArticle(word).replace(/ون$/, 'ين'))
    .join(' '),
)
