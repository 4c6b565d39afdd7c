/** All that a word can be read as that tells an event by itself, with what decides between the readings. */
import type { EventWord } from '../lexicon/schema.ts'
import { type TriggerForm, vocabulary } from '../lexicon/vocabulary.ts'
import type { Word } from '../text/word.ts'
import { eventReadings, isVerbal } from './forms.ts'
import type { Trigger } from './triggers.ts'
import { NOUN_EXPECTED, SHORTENED, VERB_EXPECTED } from './word-signs.ts'

/** Where a clause may begin: the one bit of a place that no sign of the word before it tells. */
export const OPENING = 1 << 29

/** One reading of a word, with all that decides between it and others. */
export interface Candidate
  extends Pick<Trigger, 'entry' | 'kind' | 'subject' | 'tense' | 'future' | 'definite' | 'pronoun'> {
  /** Behind which signs of the word before it cannot stand. */
  barred: number
  /** Behind which alone it can stand. */
  needed: number
  /** The reading of the highest rank is meant, of equals the first. */
  rank: number
  /** The preposition joined to it, or empty. */
  joined: string
  /** Undefined where the word before it tells. */
  voice: Trigger['voice'] | undefined
}

/** What a word may tell by itself in one place or another; empty for most. */
export function candidatesOf(word: Word): readonly Candidate[] {
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
      return !marbuta && !isTitle && verb !== undefined && isVerbal({ definite, preposition, future }, verb)
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
}

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

/** «أن رئيس الحكومة طلب …»: what behind its subject can be a past, though a noun is spelled like it. */
export const mayBeBarePast = (word: Word): boolean =>
  eventReadings({ word }).some(
    ({ form, definite, preposition, candidate: { kind, verb } }) =>
      kind === 'verb' &&
      !definite &&
      preposition === '' &&
      verb?.tense === 'past' &&
      verb.subject === 'masculine' &&
      looksLikeNoun(form),
  )

/** Whether a word is a title with the pronoun of whose it is. */
function isSomebodys({ key, text }: { key: string; text: string }): boolean {
  const stem = /^[وف]?(.{4,})ه$/.exec(key)?.[1]
  return stem !== undefined && !text.endsWith('ة') && vocabulary().titles.has(stem)
}
