/** What is said behind a preposition of its verb: «دعا إلى وقف القتال», «هدد بوقف الضخ». */
import type { SentenceView } from '../events/sentence.ts'
import { vocabulary } from '../lexicon/vocabulary.ts'
import { isFunctionWord } from '../text/document.ts'
import { perWord, wordOf } from '../text/word.ts'
import { contentEnd } from './content-end.ts'
import { type Content, stretch } from './extent.ts'
import { isMasdar } from './masdars.ts'
import { isThat } from './sayings.ts'
import type { Speech } from './speech.ts'

/** Prepositions that open what is said stand nearer. */
const NEAR = 14

/** «دعا إلى وقف …», «هدد بوقف …»: what is said behind a preposition of the verb. `other` where the preposition names somebody instead. */
export function prepositional(
  view: SentenceView,
  near: number,
  at: number,
  { openers: own }: Speech,
): Content | 'other' | 'nothing' | undefined {
  const { tokens } = view.document
  const token = tokens[at]!
  if (at > near + NEAR || token.kind !== 'word') return undefined
  // «تقرير صادر عن الاتحاد»: of the speaker.
  if (isIssued(tokens[at - 1]!)) return 'other'
  if (isFunctionWord(token) && own.has(token.key) && !(tokens[at + 1] && isThat(tokens[at + 1]!))) {
    const next = view.startsAt.get(at + 1)
    // «تحدث إلى الصحيفة», «طلب من الحكومة»: whom he spoke to; «دعا إلى وقف»: what he called for.
    if (
      next &&
      next.type !== 'place' &&
      (token.key === 'الي' || token.key === 'من') &&
      next.via !== 'nisba' &&
      next.type !== 'group'
    )
      return 'other'
    // «كشف عن هويته», «في بيان»: nothing is said there.
    if (/^(?:هويته|اسمه|هويتها|اسمها)$/.test(tokens[at + 1]?.key ?? '')) return 'nothing'
    if (view.isTime(at + 1)) return 'other'
    // «نفى ما تردد», «نفى أي علاقة», «تساءل هل»: the opener is part of it.
    const from = /^(?:ما|اي|عما|هل)$/.test(token.key) ? at : at + 1
    return stretch(at, from, contentEnd(view, from), false)
  }
  const joined = (isJoinedBa(token) && own.has('ب')) || (isJoinedLam(token) && own.has('ل'))
  if (joined && !view.mentions.some((m) => (m.titleFrom ?? m.from) <= at && at < m.to))
    return stretch(at, at, contentEnd(view, at), false, 1)
  return undefined
}

const MANNER =
  /^ب(?:شده|قوه|وضوح|حزم|صراحه|لهجه|دوره|دورها|مناسبه|حضور|شكل|صفه|عنوان|شان|خصوص|موجب|موجبه|موجبها|مقتضي|مقتضاه|فضل|سبب|جانب|اكثريه|اغلبيه|غالبيه|اجماع|موافقه|اسم|حسب|تاريخ|رفقه|عباره|عبارات)$/

const isIssued = perWord(({ key }) => /^(?:ال)?صادر/.test(key))
const isJoinedLam = perWord(({ key }) => /^ل(?!ان).{3,}/.test(key) && vocabulary().events.has(key.slice(1)))

/** Whether the «ب» of a word is the preposition of what is said: not of how it was said. */
const isJoinedBa = perWord(({ key }) => {
  if (!/^ب(?!ان).{2,}/.test(key) || MANNER.test(key) || vocabulary().speech.has(key)) return false
  // «بشل القطاع»: of two letters only what is an act.
  if (key.length === 3) return isMasdar({ word: wordOf(key.slice(1), 'word') })
  return /^بال/.test(key) || vocabulary().events.has(key.slice(1)) || !vocabulary().events.has(key)
})
