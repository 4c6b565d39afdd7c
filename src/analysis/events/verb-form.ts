/** What the form of a verb says of its subject, and whether its object is joined to it. */
import { verbCandidates } from '../lexicon/finite.ts'
import type { VerbForm } from '../lexicon/inflection.ts'
import { PLAIN_VERBS } from '../lexicon/plain-verbs.ts'
import { vocabulary } from '../lexicon/vocabulary.ts'
import { AUXILIARIES } from '../text/function-words.ts'
import type { Token } from '../text/tokens.ts'
import { perWord } from '../text/word.ts'
import { agrees, pronounBehind } from './nouns.ts'
import type { SentenceView } from './sentence.ts'
import type { Trigger } from './triggers.ts'

/** «تقدم الحزب بطعن»: of two verbs that are spelled alike («تُقدّم») the phrase tells which it is. */
export function formIn(token: Token, told: Trigger | undefined): { subject: VerbForm['subject']; pronoun: boolean } {
  const form = formOf(token)
  return told?.kind === 'verb' && told.phrase.length > 0 && told.subject !== undefined
    ? { ...form, subject: told.subject }
    : form
}

/** «تقدم بها المغرب», «تسلم الوزير»: what may be a present in the feminine or a past in the masculine, before a subject of the masculine right behind it. */
export function formHere(
  view: SentenceView,
  at: number,
  form: { subject: VerbForm['subject']; pronoun: boolean },
): { subject: VerbForm['subject']; pronoun: boolean } {
  if (form.subject !== 'feminine' || form.pronoun || !isOfTwoForms(view.document.tokens[at]!)) return form
  const next = view.document.tokens[at + 1]
  const mention = view.startsAt.get(next && pronounBehind(next) ? at + 2 : at + 1)
  if (mention === undefined || mention.preposition !== '' || mention.conjunction !== '' || mention.via === 'nisba')
    return form
  return agrees(mention, 'feminine') ? form : { subject: 'masculine', pronoun: false }
}
/** Four letters behind «ت», the last of no ending: the fifth form in the past, or the second in the present. */
const isOfTwoForms = perWord(({ key }) => /^[وف]?ت[^اوي][^اوي][^اويه]$/.test(key))

/** Of whom a verb is said by its form, and whether an object pronoun is joined to it. */
export const formOf = perWord(({ key }): { subject: VerbForm['subject']; pronoun: boolean } => {
  for (const word of key.length > 3 && /^[وف]/.test(key) ? [key, key.slice(1)] : [key]) {
    for (const form of verbCandidates(word)) {
      const known = [...(vocabulary().events.get(form) ?? []), ...(vocabulary().speech.get(form) ?? [])].find(
        (f) => f.kind === 'verb',
      )
      const plain = known?.verb ? undefined : PLAIN_VERBS.get(form)
      if (plain) return { subject: plain, pronoun: word.replace(/^[سل](?=[يت])/, '').length > form.length }
      if (known?.verb)
        return { subject: known.verb.subject, pronoun: word.replace(/^[سل](?=[يت])/, '').length > form.length }
    }
  }
  const word = key.replace(/^[وف](?=.{3})/, '').replace(/^س(?=[يت])/, '')
  if (AUXILIARIES.has(word))
    return {
      subject: /وا$|ونون$/.test(word) ? 'plural' : word !== 'تم' && /^ت|ت$/.test(word) ? 'feminine' : 'masculine',
      pronoun: false,
    }
  const pronoun = /(?:.{3,}|^شن)(?:ها|هم|ه)$/.test(word)
  if (/(?:ون|وا)$/.test(word)) return { subject: 'plural', pronoun }
  if (/^ت/.test(word) || /ت(?:ه|ها|هم)?$/.test(word)) return { subject: 'feminine', pronoun }
  return { subject: 'masculine', pronoun }
})
