/** Places that the lexicon does not list, by the noun that says what they are («بلدة …», «حي …») or where something is («شرقي …»). */
import { isFiniteVerb } from '../lexicon/finite.ts'
import { names } from '../lexicon/names.ts'
import { vocabulary } from '../lexicon/vocabulary.ts'
import { type Document, isFunctionWord, nounReadings, startAfterClitics } from '../text/document.ts'
import { fold } from '../text/fold.ts'
import { mayBeginNumber } from '../text/numbers.ts'
import { perWord, type Word } from '../text/word.ts'
import { knownNameAt } from './known.ts'
import { type Mention, newMention } from './mention.ts'
import {
  adjoins,
  hasPlainArticle,
  isFirstName,
  isOrdinary,
  isOrdinaryBehindClitic,
  looksAdjectival,
} from './name-words.ts'
import { calledByName } from './phrase-keys.ts'

const keys = (words: string) => new Set(words.split(' ').map(fold))
/** Nouns behind which a proper name of a place stands in construct. */
export const PLACE_KINDS = keys('مدينة بلدة قرية حي بلدية دشرة ضاحية جزيرة مخيم تقاطع')
/** Behind these whatever has the article is a name too: «بلدة التبني», as a town is nobody's. */
const TOWNS = keys('بلدة قرية دشرة ناحية دوار معبر')
/** Words by which names of places of two words begin: «بني سعد», «عين الحلوة», «تل أبيض». */
const FIRST_PARTS = keys('بني بنو عين بئر تل دير أم أبو كفر سيدي أولاد آيت رأس خان باب بو برج وادي جبل خشم كاف')
/** Behind these the name may only be one with no article: «ميناء السمك» is for fish. */
const LOOSER_KINDS = keys('ميناء مطار معبر وادي بحيرة مقاطعة محافظة ولاية إقليم واحة سد قصر')
/** «شرقي …», «قرب …»: behind these stands a place, if a name. */
const DIRECTIONS = keys('شرقي غربي شمالي جنوبي شرق غرب شمال جنوب قرب')

interface Opening {
  kind: 'named' | 'bare' | 'direction'
  reading: ReturnType<typeof nounReadings>[number]
}

const openingOf = perWord((word): Opening | undefined => {
  if (word.kind !== 'word') return undefined
  for (const reading of nounReadings({ word })) {
    if (reading.article) continue
    if (DIRECTIONS.has(reading.stem)) return { kind: 'direction', reading }
    if (PLACE_KINDS.has(reading.stem)) return { kind: 'named', reading }
    if (LOOSER_KINDS.has(reading.stem)) return { kind: 'bare', reading }
  }
  return undefined
})

/** Whether a word may stand before the name of a place that the lexicon does not list. */
export const mayOpenPlace = (word: Word): boolean => openingOf({ word }) !== undefined

/** A place that begins at a token with the noun that says what it is, or behind a word of direction; or undefined. */
export function placeAt(document: Document, at: number): Mention | undefined {
  const { tokens, text } = document
  const opening = openingOf(tokens[at]!)
  const next = tokens[at + 1]
  if (opening === undefined || next === undefined || !adjoins(document, at)) return undefined
  const ofTwo = opening.kind !== 'direction' && isOfTwoWords(document, at + 1)
  if (!ofTwo && !(TOWNS.has(opening.reading.stem) && isNameOfTown(next))) {
    if (!couldNamePlace(next) || (hasPlainArticle(next) && opening.kind !== 'named')) return undefined
    if (opening.kind === 'direction' && !looksForeign(next)) return undefined
    if (!hasPlainArticle(next) && hasPatternOfAdjective(next) && !looksForeign(next)) return undefined
  }
  if (knownNameAt(document, at + 1) !== undefined) return undefined
  const to = ofTwo ? at + 3 : at + 2
  const span = { start: next.start, end: tokens[to - 1]!.end }
  const { key, name } = calledByName(text.slice(span.start, span.end))
  const { kind, reading } = opening
  const from = kind === 'direction' ? at + 1 : at
  if (kind !== 'direction') span.start = startAfterClitics(tokens[at]!, reading)
  return newMention(from, to, span, 'place', 'name', key, name, reading, 'feminine', false, undefined)
}

/** «بني بانغو»: a first part and one more word, in construct with it. */
function isOfTwoWords(document: Document, at: number): boolean {
  const { tokens } = document
  const next = tokens[at + 1]
  return (
    FIRST_PARTS.has(tokens[at]!.key) &&
    next !== undefined &&
    adjoins(document, at) &&
    next.kind === 'word' &&
    !isFunctionWord(next) &&
    !mayBeginNumber(next)
  )
}

/** «التبني», «الحولة»: one definite word behind «بلدة», if it calls nobody and describes nothing. */
const isNameOfTown = perWord((word) => {
  if (!hasPlainArticle({ word })) return false
  const stem = word.key.slice(2)
  const { groups, titles } = vocabulary()
  return !groups.has(stem) && !titles.has(stem) && !names().nisba.has(stem) && !/(?:ون|ين)$/.test(stem)
})

/** Whether a word could be the name of a place: none of the vocabulary, no adjective, no verb, nothing with a clitic or a plural's ending. */
const couldNamePlace = perWord((word) => {
  const { kind, key, text } = word
  if (kind !== 'word' || key.length < 4 || isFunctionWord({ word }) || mayBeginNumber({ word })) return false
  const { groups, titles, events } = vocabulary()
  const stem = hasPlainArticle({ word }) ? key.slice(2) : key
  if (hasPlainArticle({ word }))
    return (
      !groups.has(stem) &&
      !titles.has(stem) &&
      !events.has(stem) &&
      !names().nisba.has(stem) &&
      !looksAdjectival(stem) &&
      !/ه$/.test(stem) &&
      !/^م/.test(stem)
    )
  if (isOrdinary({ word }) || isFirstName(key) || names().nisba.has(key)) return false
  if (/^[وفبلك]/.test(key) && isOrdinaryBehindClitic({ word })) return false
  // «مدينة كبيرة», «قرية تدعى», «حي شعبي»: an adjective or a verb.
  if (text.endsWith('ة') || /(?:ي|ات|ون|ها|هم|نا)$/.test(key)) return false
  return !isFiniteVerb({ word }) && !(/^[يت]/.test(key) && key.length < 6)
})

/** Where nothing else tells that a word is a name: an ending, or a letter, that Arabic nouns do not have. */
const looksForeign = perWord(({ key, text }) => /[پڤچگ]/.test(text) || (/[او]$/.test(key) && !text.endsWith('ى')))

/** «جديد», «واسع», «مهجور»: patterns of adjectives. */
const hasPatternOfAdjective = perWord(({ key }) => /^(?:..ي.|.ا..|م.{2}و.|م.{3}|.{2,3}ان)$/.test(key))
