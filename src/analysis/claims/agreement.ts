/** Whether a verb can be said of somebody: its form and the noun's agree, and no preposition governs the noun. */
import type { Mention } from '../entities/mention.ts'
import type { SentenceView } from '../events/sentence.ts'
import { vocabulary } from '../lexicon/vocabulary.ts'
import { bare, withoutPronoun } from '../text/clitics.ts'
import { isPreposition } from '../text/document.ts'
import { perWord } from '../text/word.ts'
import { isSource, type VerbOfSaying } from './sayings.ts'
import type { Phrase } from './speakers.ts'

/** Whether a verb's form can be said of somebody: an office tells whether a man or a woman holds it. */
export function fits(mention: Mention, subject: VerbOfSaying['subject']): boolean {
  if (subject === 'plural') return mention.plural || (mention.type !== 'person' && mention.type !== 'state')
  if (mention.type !== 'person' || (subject !== 'masculine' && subject !== 'feminine')) return true
  return subject === 'feminine'
    ? mention.gender === 'feminine' || mention.titleFrom === undefined
    : mention.gender === 'masculine'
}

/** Whether a preposition stands before a mention, joined or free. */
export function isGoverned(view: SentenceView, { preposition, titleFrom, from }: Mention): boolean {
  const before = view.document.tokens[(titleFrom ?? from) - 1]
  return preposition !== '' || (before !== undefined && isPreposition(before))
}

/** Whether a word is a plural of men: no verb behind it is a feminine («معارضين تقول إنهم»: somebody else says so). */
export const areMen = perWord(({ key }) => /.{3}[يو]ن$/.test(key))

/** Whether a phrase can be the subject of a verb of saying of this gender and number: somebody it names, or a word for a source. */
export function agreesWith(view: SentenceView, { from, mention }: Phrase, subject: VerbOfSaying['subject']): boolean {
  if (mention) {
    if (subject === 'feminine' && mention.plural && areMen(view.document.tokens[mention.from]!)) return false
    const same = mention.gender === subject || mention.plural || subject === 'plural' || mention.type === 'state'
    return mention.type !== 'place' && same && fits(mention, subject)
  }
  const head = view.document.tokens[from]!
  // «لكن مندوبتها قالت»: whoever holds an office of hers.
  const office = withoutPronoun(head.key)
  if (office !== undefined && !head.text.endsWith('ة')) {
    const { titles } = vocabulary()
    if (titles.has(office)) return subject === 'masculine'
    if (office.endsWith('ت') && titles.has(office.replace(/ت$/, 'ه'))) return subject === 'feminine'
  }
  if (!isSource(bare(head.key)) && !isSource(bare(head.key).replace(/ا$/, '')) && subject !== 'plural') return false
  return subject !== 'masculine' || !head.text.endsWith('ة')
}
