/** What the word before tells of a word: whether a verb may begin behind it, or a noun must. */
import { bare } from '../text/clitics.ts'
import { isFunctionWord } from '../text/document.ts'
import { fold } from '../text/fold.ts'
import { PREPOSITIONS } from '../text/function-words.ts'
import type { Token } from '../text/tokens.ts'
import { perWord } from '../text/word.ts'

/** Nouns whose genitive is told by a masdar behind them: «عملية اختطاف», «حادثة تفجير». */
const SUPPORTS = new Set(
  'عمليه عمليات حادثه حادث حوادث محاوله محاولات قضيه مساله موضوع اعمال جريمه جراءم تهمه'.split(' ').map(fold),
)
/** Whether a verb may begin at a token: behind nothing, a mark, a particle or a relative, with «و» or «ف», or behind a definite word that may be its subject. */
export function opensClause(before: Token | undefined, token: Token): boolean {
  if (before === undefined || before.kind === 'mark' || isJoined(token)) return true
  return letsVerbBegin(before)
}

/** «ورفضت», «وحث»; the first letter of masdars like «فتح» and «وقف» joins nothing. */
export const isJoined = perWord(({ key }) => /^[وف]/.test(key) && !MASDARS.has(key))
const MASDARS = new Set('فتح فرض فرق فصل فحص فوز فك فض وقف وضع وصف'.split(' '))

/** «من جهته رفض …», «بدورها نفت …»: for his part. */
const FOR_ONES_PART = /^(?:جهت|جانب|ناحيت|[وب]?بدور)(?:ه|ها|هم|هما)$/
export const isForOnesPart = perWord(({ key }) => FOR_ONES_PART.test(key))
/** Whether a verb may begin behind a word. */
export const letsVerbBegin = perWord(
  (word) =>
    isForOnesPart({ word }) || (isFunctionWord({ word }) ? !PREPOSITIONS.has(word.key) : bare(word.key) !== word.key),
)

/** A preposition, a quantifier or a supporting noun wants a noun behind it. */
export const expectsNoun = perWord(({ key, text }) => {
  // «لم تمض ساعة حتى طوقت …»: what ends a stretch may be told by a verb.
  if (key === 'ما' || key === 'بعدما' || key === 'عندما' || key === 'حتي') return false
  return (
    (PREPOSITIONS.has(key) && !(key === 'علي' && text.endsWith('ي'))) ||
    SUPPORTS.has(bare(key).replace(/^[وف](?=.{4})/, '')) ||
    /^(?:اي|كل|بعض|عده|مزيد|عدم|دون)$/.test(key)
  )
})
