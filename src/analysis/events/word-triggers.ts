/** A word that tells an event by itself: of all that it can be read as, what stands before it tells which is meant. */
import type { EventWord } from '../lexicon/schema.ts'
import { type TriggerForm, vocabulary } from '../lexicon/vocabulary.ts'
import { bare } from '../text/clitics.ts'
import type { Token } from '../text/tokens.ts'
import { perWord } from '../text/word.ts'
import { justBefore } from './before.ts'
import { eventReadings, isVerbal } from './forms.ts'
import { expectsNoun, opensClause, PASSIVE_SUPPORTS, prepositionOf } from './openers.ts'
import type { SentenceView } from './sentence.ts'
import type { Trigger } from './triggers.ts'

// What is known of a place in a sentence, as bits: asked of every word that may tell an event.
/** Behind a preposition or another word that wants a noun. */
const NOUN_EXPECTED = 1
/** Behind a particle of verbs. */
const VERB_EXPECTED = 2
/** Behind a particle that shortens the present. */
const SHORTENED = 4
/** Where a verb stands more often than a noun that is spelled like it. */
const VERB_FIRST = 8
/** Where a clause may begin. */
const OPENING = 16
const VERB_OPENS = VERB_FIRST | OPENING

/** Behind these a present is shortened. */
const JUSSIVE_PARTICLES = new Set('لم لا لما ولم ولا ولما فلم فلا فلما'.split(' '))
/** Behind these stands a verb, never a bare noun. */
const VERB_PARTICLES = new Set('قد لقد لم لن سوف'.split(' '))
const VERB_OPENERS = new Set('قد وقد فقد لقد لم لن سوف الذي التي الذين كما حيث ما ان بان'.split(' '))

/** The place behind a word; whether a clause begins there depends on the word that stands there. */
const placeBehind = perWord(
  (word) =>
    (expectsNoun({ word }) ? NOUN_EXPECTED : 0) |
    (VERB_PARTICLES.has(word.key) ? VERB_EXPECTED : 0) |
    (JUSSIVE_PARTICLES.has(word.key) ? SHORTENED : 0) |
    (word.kind === 'mark' || VERB_OPENERS.has(word.key) ? VERB_FIRST : 0),
)

/** One reading of a word, with all that decides between it and others. */
interface Candidate extends Pick<Trigger, 'entry' | 'kind' | 'subject' | 'tense' | 'future' | 'definite' | 'pronoun'> {
  /** Where it cannot stand. */
  barred: number
  /** Where alone it can stand. */
  needed: number
  /** The reading of the highest rank is meant, of equals the first. */
  rank: number
  /** The preposition joined to it, or empty. */
  joined: string
  /** Undefined where the word before it tells. */
  voice: Trigger['voice'] | undefined
}

/** What a word may tell by itself in one place or another; empty for most. */
export const candidatesOf = perWord((word): readonly Candidate[] => {
  // «السائق ومساعده»: his assistant, no help.
  if (isSomebodys(word)) return []
  // Ta marbuta folds to the pronoun «ه», but is none; and no verb ends in it.
  const marbuta = word.text.endsWith('ة')
  return eventReadings({ word })
    .filter(({ future, preposition, definite, pronoun, candidate: { kind, verb } }) => {
      if (marbuta && pronoun) return false
      if (kind !== 'verb') return !future
      // «قاضيا» is a judge, before two that sued.
      const isTitle = verb?.subject === 'plural' && vocabulary().titles.has(word.key)
      return !marbuta && !isTitle && verb !== undefined && isVerbal(definite, preposition, verb)
    })
    .map(({ form, future, preposition, definite, pronoun, candidate }) => ({
      barred: candidate.kind === 'verb' ? NOUN_EXPECTED : definite || pronoun ? 0 : VERB_EXPECTED,
      needed: neededPlaces(form, candidate),
      rank: rankOf(candidate),
      entry: candidate.entry,
      kind: candidate.kind,
      voice: candidate.verb ? candidate.verb.voice : candidate.kind === 'passive-participle' ? 'passive' : undefined,
      subject: candidate.verb?.subject,
      tense: candidate.verb?.tense,
      future,
      joined: preposition,
      definite,
      pronoun,
    }))
})

function neededPlaces(form: string, { kind, verb }: TriggerForm<EventWord>): number {
  // «أمن», «دعم», «حكم»: three bare letters are a verb only where a clause begins.
  // «مرسوم صادر عن …»: what is spelled like a past of form III is a participle where none begins.
  const bareVerb = kind === 'verb' && verb?.tense === 'past' && verb.subject === 'masculine' && looksLikeNoun(form)
  return (bareVerb ? OPENING : 0) | (verb?.jussive ? SHORTENED : 0)
}

const looksLikeNoun = (form: string): boolean => form.length <= 3 || /^.ا..$/.test(form)

function rankOf({ kind, verb, entry }: TriggerForm<EventWord>): number {
  const isVerb = kind === 'verb'
  let rank = isVerb ? 2 : kind === 'masdar' || kind === 'noun' ? 3 : 1
  // «نهب مسلحون …» is no «we grant».
  if (isVerb && verb?.subject !== 'masculine' && verb?.subject !== 'first') rank += 2
  if (!entry.weak) rank += 0.5
  else if (entry.withPeople && isVerb) rank += 0.25
  return rank
}

/** The event that the word at a token tells by itself, or undefined. */
export function wordAt(view: SentenceView, at: number): Trigger | undefined {
  const { document, from } = view
  const token = document.tokens[at]!
  const candidates = candidatesOf(token)
  if (candidates.length === 0) return undefined
  const before = at > from ? document.tokens[at - 1] : undefined
  let place = before === undefined ? VERB_FIRST : placeBehind(before)
  if (opensClause(before, token)) place |= OPENING
  const isBehindSubject =
    (place & VERB_OPENS) !== VERB_OPENS && mayBeBarePast(token) && justBefore(view, at, 'masculine')
  if (isBehindSubject) place |= VERB_OPENS
  let best: Candidate | undefined
  let bestRank = -1
  for (const candidate of candidates) {
    if ((candidate.barred & place) !== 0 || (candidate.needed & ~place) !== 0) continue
    // Spelled alike («دعم»): a verb opens its clause, a masdar stands behind a noun, a preposition or the article.
    const rank = candidate.kind === 'verb' && (place & VERB_FIRST) !== 0 ? candidate.rank + 3 : candidate.rank
    if (rank <= bestRank) continue
    bestRank = rank
    best = candidate
  }
  return best && triggerOf(best, at, before)
}

function triggerOf(candidate: Candidate, at: number, before: Token | undefined): Trigger {
  const { entry, kind, voice, subject, tense, future, joined, definite, pronoun } = candidate
  return {
    from: at,
    to: at + 1,
    entry,
    kind,
    voice: voice ?? (before !== undefined && makesPassive(before) ? 'passive' : 'active'),
    subject,
    tense,
    future: future || before?.key === 'سوف',
    preposition: prepositionOf(joined, before),
    definite,
    pronoun,
    phrase: [],
  }
}

/** «أن رئيس الحكومة طلب …»: what behind its subject can be a past, though a noun is spelled like it. */
const mayBeBarePast = perWord((word) =>
  eventReadings({ word }).some(
    ({ form, definite, preposition, candidate: { kind, verb } }) =>
      kind === 'verb' &&
      !definite &&
      preposition === '' &&
      verb?.tense === 'past' &&
      verb.subject === 'masculine' &&
      looksLikeNoun(form),
  ),
)

/** Whether a word is a title with the pronoun of whose it is. */
function isSomebodys({ key, text }: { key: string; text: string }): boolean {
  const stem = /^[وف]?(.{4,})ه$/.exec(key)?.[1]
  return stem !== undefined && !text.endsWith('ة') && vocabulary().titles.has(stem)
}

/** «تم توقيف …»: behind these a masdar is passive. */
const makesPassive = perWord(({ key }) => PASSIVE_SUPPORTS.has(bare(key).replace(/^[وف]/, '')))
