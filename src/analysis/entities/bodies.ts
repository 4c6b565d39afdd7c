/**
 * Bodies that the lexicon does not list, by how Arabic builds their names: a head («هيئة», «وزارة»), then what completes
 * it, definite to the end: adjectives («الهيئة الوطنية المستقلة»), a construct («وزارة الداخلية التونسية»), or a state.
 */
import { isFiniteVerb } from '../lexicon/finite.ts'
import { names } from '../lexicon/names.ts'
import { vocabulary } from '../lexicon/vocabulary.ts'
import { type Document, startAfterClitics } from '../text/document.ts'
import { closesQuote, opensQuote } from '../text/marks.ts'
import { mayBeginNumber } from '../text/numbers.ts'
import type { Token } from '../text/tokens.ts'
import { perWord } from '../text/word.ts'
import { endOfAdjectives, endOfConstruct, LONGEST } from './body-ends.ts'
import { arePeople, type BodyHead, bodyHead, Doubt, shownWithArticle } from './body-heads.ts'
import { countryWithin } from './countries.ts'
import { knownNameAt } from './known.ts'
import { type Mention, newMention } from './mention.ts'
import { adjoins, hasPlainArticle, isCounted, isFirstName } from './name-words.ts'
import { calledByPhrase } from './phrase-keys.ts'
import { PLACE_KINDS } from './places.ts'
import { isThing } from './things.ts'

/** A body that begins at a token, named by its head, or undefined. */
export function bodyAt(document: Document, at: number): Mention | undefined {
  const { tokens, text } = document
  const head = bodyHead(tokens[at]!)
  if (head === undefined) return undefined
  const { reading, plural, only, doubts } = head
  const next = tokens[at + 1]
  if (doubts !== 0 && isNobody(document, at, head)) return undefined
  if (only !== undefined && !(adjoins(document, at) && only.includes(next!.key))) return undefined
  const quoted = quotedName(document, at, head)
  if (quoted) return quoted
  const told = reading.article
    ? endOfAdjectives(document, at, head)
    : plural && isCounted(document, at)
      ? at + 1
      : endOfConstruct(document, at, head)
  // «سلاح الجو»: the word that makes it a body belongs to it, however short.
  const to = only === undefined ? told : Math.max(told, at + 2)
  if (to === at + 1) return headAlone(document, at, head)
  // «النظام الدستوري»: only of a state, or of its like, is it somebody.
  if (head.isOfStates && !isNisba(tokens[to - 1]!)) return undefined
  if (!reading.article) {
    if (mayBeginNumber(next!) || (doubts !== 0 && isNobodysName(head, next!))) return undefined
    // «منظمات حقوقية», «حكومات غربية»: some of a kind, told by an adjective; what is definite behind them is not theirs.
    if (plural && isIndefinitePluralsAdjective(next!)) return someBodies(document, at, head)
  }
  const country = countryWithin(document, at + 1, to)
  const span = { start: startAfterClitics(tokens[at]!, reading), end: tokens[to - 1]!.end }
  const gender = head.feminine ? 'feminine' : 'masculine'
  if (
    head.kind === 'authority' &&
    country !== undefined &&
    (to - at <= 3 || knownNameAt(document, at + 1)?.to === to) &&
    // «سلطة وادي الأردن»: of a place in it.
    !isPlaceKind(next!)
  ) {
    // «السلطات الجزائرية», «الجانب الليبي», «حكومة مالي»: the state itself.
    const state = names().states.get(country)
    if (state)
      return newMention(at, to, span, 'state', 'authority', state.id, state.name, reading, gender, plural, country)
  }
  const { key, name } = calledByPhrase(text.slice(span.start, span.end))
  const type = plural && country === undefined && reading.stem !== 'مصالح' ? 'group' : 'organization'
  const shown = shownWithArticle(name, reading)
  return newMention(at, to, span, type, 'body', key, shown, reading, gender, plural, country)
}

/** «الوزارة», «الحكومة»: means the one that was named before; unnamed, only what can stand alone. */
function headAlone(document: Document, at: number, head: BodyHead): Mention | undefined {
  const { reading, plural, alone } = head
  if (plural) return reading.article ? undefined : someBodies(document, at, head)
  if (!reading.article) return undefined
  const token = document.tokens[at]!
  const span = { start: startAfterClitics(token, reading), end: token.end }
  const gender = head.feminine ? 'feminine' : 'masculine'
  const mention = newMention(
    at,
    at + 1,
    span,
    'organization',
    'body',
    alone.key,
    alone.name,
    reading,
    gender,
    false,
    undefined,
  )
  if (head.needsComplement) mention.onlyAgain = true
  return mention
}

const isNisba = perWord(({ key }) => names().nisba.has(key.replace(/^ال/, '')))

/** Whether a head means no body where it stands, by what stands beside it. */
function isNobody(document: Document, at: number, { doubts, reading }: BodyHead): boolean {
  const { tokens } = document
  const next = tokens[at + 1]
  if (doubts & Doubt.naval && at > 0 && adjoins(document, at - 1) && hasPlainArticle(tokens[at - 1]!)) return true
  if (next === undefined) return false
  return (
    ((doubts & Doubt.thing) !== 0 && isThing(reading.stem, next)) ||
    ((doubts & Doubt.led) !== 0 && isFirstName(next.key)) ||
    ((doubts & Doubt.ofBodies) !== 0 && bodyHead(next) !== undefined) ||
    ((doubts & Doubt.front) !== 0 && knownNameAt(document, at + 1)?.type === 'place')
  )
}

/** The same for one without the article and the word that belongs to it. */
function isNobodysName({ doubts }: BodyHead, next: Token): boolean {
  return (
    ((doubts & Doubt.ofPeople) !== 0 && arePeople(next)) ||
    ((doubts & Doubt.ofTitle) !== 0 && vocabulary().titles.has(next.key.replace(/^ال/, '')))
  )
}

const isPlaceKind = perWord(
  ({ key }) => PLACE_KINDS.has(key) || /^(?:وادي|ميناء|اقليم|منطقه|مناطق|جنوب|شمال|شرق|غرب|مطار)$/.test(key),
)

/** «كتلة «الوفاق»», «منظمة OMS»: a body by the name that its head introduces between quotation marks, or in Latin letters. */
function quotedName(document: Document, at: number, { reading, plural, isFighting }: BodyHead): Mention | undefined {
  const { tokens, text } = document
  const first = tokens[at + 1]
  if (first === undefined || !isWithin(document, at + 1)) return undefined
  const latin = first.kind === 'latin'
  if ((!latin && !opensQuote(first)) || (reading.article && plural)) return undefined
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
  const { key, name } = calledByPhrase(text.slice(span.start, span.end))
  const type = isFighting ? 'armed-group' : 'organization'
  const gender = reading.stem.endsWith('ه') ? 'feminine' : 'masculine'
  return newMention(at, latin ? to : to + 1, span, type, 'name', key, name, reading, gender, false, undefined)
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
function someBodies(document: Document, at: number, { reading, feminine }: BodyHead): Mention | undefined {
  const { tokens, text } = document
  let to = at + 1
  while (to - at < 3 && adjoins(document, to - 1) && isIndefinitePluralsAdjective(tokens[to]!)) to++
  if (to === at + 1) return undefined
  const span = { start: startAfterClitics(tokens[at]!, reading), end: tokens[to - 1]!.end }
  const { key, name } = calledByPhrase(text.slice(span.start, span.end))
  const country = countryWithin(document, at + 1, to)
  const gender = feminine ? 'feminine' : 'masculine'
  return newMention(at, to, span, 'group', 'group', key, name, reading, gender, true, country)
}

/** «حقوقية», «غربية», «متشددة»: how an adjective of several things is written. */
const isIndefinitePluralsAdjective = perWord(({ kind, key, text }) => {
  if (kind !== 'word' || !text.endsWith('ة') || /^ال/.test(key)) return false
  const stem = key.slice(0, -1)
  return names().nisba.has(key) || (/ي$/.test(stem) && key.length > 4) || /^م.{3,}$/.test(stem)
    ? !vocabulary().events.has(key)
    : false
})
