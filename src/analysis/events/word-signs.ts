/** What a word is to the phrases behind a verb or masdar, and to the word behind it: all that is asked of it there, found out once and told in one number. */
import { isCounterpart, isDefinite } from '../entities/name-words.ts'
import { isFiniteVerb } from '../lexicon/finite.ts'
import { bare } from '../text/clitics.ts'
import { isFunctionWord, isRelative } from '../text/document.ts'
import { AUXILIARIES, PREPOSITIONS } from '../text/function-words.ts'
import type { Token } from '../text/tokens.ts'
import type { Word } from '../text/word.ts'
import {
  isCoordinated,
  isDefiniteNoun,
  isTanwin,
  isUnit,
  joinedPreposition,
  mayBeGoverned,
  mayOpenBound,
  PLACE_HEADS,
} from './nouns.ts'
import { expectsNoun, isForOnesPart, letsVerbBegin } from './openers.ts'
import { EXAMPLES, freePreposition, isPrepositionWithPronoun, joinedBy, opensContent } from './surroundings.ts'

/** «أكثر من», «ما لا يقل عن»: may open a bound before a number. */
export const BOUND = 1
/** «إليها», «منه». */
export const PRONOMINAL_PREPOSITION = 1 << 1
/** «أن», «الذي»: something else is told behind it. */
export const CONTENT = 1 << 2
/** «مثل», «منها». */
export const EXAMPLE = 1 << 3
/** «كل», «كلا». */
export const EACH = 1 << 4
/** A free preposition, with a conjunction joined to it or without. */
export const PREPOSITION = 1 << 5
/** «بأيدي». */
export const BY_HANDS = 1 << 6
/** «و», «أو», «أم» by itself. */
export const CONJUNCTION = 1 << 7
export const AUXILIARY = 1 << 8
/** Of a closed class. */
export const CLOSED = 1 << 9
export const FINITE = 1 << 10
/** «رفقة», «بمعية»: who stands behind it is beside the subject. */
export const COMPANY = 1 << 11

/** «بزعامة», «بقيادة»: who stands behind it leads whoever stands before, and takes no part of his own. */
export const LED_BY = 1 << 12
/** Any of those that are no noun. */
export const PARTICLE =
  PRONOMINAL_PREPOSITION | CONTENT | EXAMPLE | EACH | PREPOSITION | BY_HANDS | CONJUNCTION | AUXILIARY | CLOSED

/** Has the article. */
export const DEFINITE = 1 << 13
/** Definite by its article or by a pronoun, and no «نظيره», whose name is still to come. */
export const WHOLLY_DEFINITE = 1 << 14
/** «وتصريحات»: joined to what stands before. */
export const COORDINATED = 1 << 15
/** «بالقواعد», «للدول»: has a preposition whatever verb stands before. */
export const WITH_PREPOSITION = 1 << 16
/** «بجهود», «لقرار»: has one if the verb wants it. */
export const GOVERNABLE = 1 << 17
/** «مدينة», «ناشطا»: begins another phrase behind the subject of a verb. */
export const BEHIND_SUBJECT = 1 << 18
/** «وحدة», «طائرة»: acts for whoever it belongs to. */
export const UNIT = 1 << 19

// What a word tells of the one behind it.
/** A preposition, or another word that wants a noun behind it. */
export const NOUN_EXPECTED = 1 << 20
/** «قد», «سوف»: behind it stands a verb, never a bare noun. */
export const VERB_EXPECTED = 1 << 21
/** «لم»: behind it a present is shortened. */
export const SHORTENED = 1 << 22
/** A mark, «الذي», «حيث»: behind it stands a verb more often than a noun that is spelled like it. */
export const VERB_FIRST = 1 << 23
/** A mark, a particle, a definite word: behind it a clause may begin. */
export const CLAUSE_BEGINS = 1 << 24
export const RELATIVE = 1 << 25
/** Spelled as a free preposition. */
const LIKE_PREPOSITION = 1 << 26
/** «تم», «وجرى»: behind it a masdar is passive; and where it is joined to nothing. */
export const PASSIVE_BEHIND = 1 << 27
export const PLAINLY_PASSIVE_BEHIND = 1 << 28

/** Behind these a present is shortened. */
const JUSSIVE_PARTICLES = new Set('لم لا لما ولم ولا ولما فلم فلا فلما'.split(' '))
/** Behind these stands a verb, never a bare noun. */
const VERB_PARTICLES = new Set('قد لقد لم لن سوف'.split(' '))
const VERB_OPENERS = new Set('قد وقد فقد لقد لم لن سوف الذي التي الذين كما حيث ما ان بان'.split(' '))
const PASSIVE_SUPPORTS = new Set('تم تمت يتم تتم سيتم ستتم جري جرت يجري سيجري'.split(' '))

/** The signs of a word, summed. They are asked of nearly every word, so that they stand in the word itself. */
export function signsOf({ word }: { readonly word: Word }): number {
  if (word.signs < 0) word.signs = reckoned(word)
  return word.signs
}

function reckoned(word: Word): number {
  const { key } = word
  return (
    (mayOpenBound({ word }) ? BOUND : 0) |
    (isPrepositionWithPronoun({ word }) ? PRONOMINAL_PREPOSITION : 0) |
    (opensContent({ word }) ? CONTENT : 0) |
    (EXAMPLES.has(key) ? EXAMPLE : 0) |
    (key === 'كل' || key === 'وكل' || key === 'كلا' ? EACH : 0) |
    (freePreposition({ word }) !== undefined ? PREPOSITION : 0) |
    (joinedBy({ word }) ? BY_HANDS : 0) |
    (key === 'و' || key === 'او' || key === 'ام' ? CONJUNCTION : 0) |
    (AUXILIARIES.has(key) ? AUXILIARY : 0) |
    (isFunctionWord({ word }) || isForOnesPart({ word }) ? CLOSED : 0) |
    (isFiniteVerb({ word }) ? FINITE : 0) |
    (/^ب?(?:رفقه|معيه|صحبه)$/.test(key) ? COMPANY : 0) |
    (/^ب(?:زعامه|رءاسه|رياسه|قياده)$/.test(key) ? LED_BY : 0) |
    (isDefinite({ word }) ? DEFINITE : 0) |
    (isDefiniteNoun({ word }) && !isCounterpart({ word }) ? WHOLLY_DEFINITE : 0) |
    (isCoordinated({ word }) ? COORDINATED : 0) |
    (joinedPreposition({ word }) !== undefined ? WITH_PREPOSITION : 0) |
    (mayBeGoverned({ word }) ? GOVERNABLE : 0) |
    (PLACE_HEADS.has(key) || isTanwin({ word }) ? BEHIND_SUBJECT : 0) |
    (isUnit({ word }) ? UNIT : 0) |
    behindIt(word)
  )
}

const behindIt = (word: Word): number =>
  (expectsNoun({ word }) ? NOUN_EXPECTED : 0) |
  (VERB_PARTICLES.has(word.key) ? VERB_EXPECTED : 0) |
  (JUSSIVE_PARTICLES.has(word.key) ? SHORTENED : 0) |
  (word.kind === 'mark' || VERB_OPENERS.has(word.key) ? VERB_FIRST : 0) |
  (word.kind === 'mark' || letsVerbBegin({ word }) ? CLAUSE_BEGINS : 0) |
  (isRelative({ word }) ? RELATIVE : 0) |
  (PREPOSITIONS.has(word.key) ? LIKE_PREPOSITION : 0) |
  (PASSIVE_SUPPORTS.has(bare(word.key).replace(/^[وف]/, '')) ? PASSIVE_BEHIND : 0) |
  (PASSIVE_SUPPORTS.has(word.key) ? PLAINLY_PASSIVE_BEHIND : 0)

/** The preposition joined to a noun, or else the free one before it, whose signs are given. */
export function prepositionOf(joined: string, before: Token | undefined, signs: number): string | undefined {
  if (joined !== '') return joined
  return before !== undefined && (signs & LIKE_PREPOSITION) !== 0 ? before.key : undefined
}
