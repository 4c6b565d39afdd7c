/** Words in the phrases behind a verb that name nobody and stand for somebody: «أحد», «بعضهم», «الطرفان», numbers. */
import type { Token } from '../text/tokens.ts'
import { perWord } from '../text/word.ts'
import type { Slots } from './mention-slot.ts'
import type { Head } from './nouns.ts'
import { freePreposition } from './surroundings.ts'

/** «خمسة مواطنين بينهم أحد الجرحى»: some of those before. */
export const AMONG = new Set(['بينهم', 'بينها'])
/** Words of a number that call nobody without «من». */
export const isCount = perWord(({ key }) => /^(?:عدد|عددا|العديد|الكثير|كثير)$/.test(key))

/** «تظاهر أمام المبنى عشرات …», «اعترض على المشروع سبعة …»: behind a preposition a verb that takes no object still has its subject to come. */
export function isStillWanted({ intransitive, governs, personal }: Head, slots: Slots): boolean {
  if (slots.has('subject') || slots.has('object')) return false
  if (intransitive) return true
  if (personal) return false
  // «انشق عن الجماعة جناح …»: whom it befalls is told already.
  for (const [slot, mentions] of slots) if (mentions.length > 0 && governs?.[slot] === 'patient') return true
  return false
}

/** Whether «أحد» stands alone at a token, or a part with the pronoun of those it is of («أحدهما», «بعضهم»). */
export function isSomeOne(tokens: readonly Token[], at: number): boolean {
  if (isPartOfThem(tokens[at]!)) return true
  const next = tokens[at + 1]
  return (
    tokens[at]!.key === 'احد' && (next === undefined || next.kind === 'mark' || freePreposition(next) !== undefined)
  )
}
const isPartOfThem = perWord(({ key }) => /^(?:احد|احدي|بعض|معظم|جميع|كل|كلا|كلتا|غالبيت|اغلب)(?:هما|هم|ها)$/.test(key))

/** «الممتد بين»: what stands behind «بين» says which, and takes no part. */
export const liesBetween = perWord(({ key }) => /^ال(?:ممتد|رابط|واقع|فاصل|واصل)ه?$/.test(key))
/** «الطرفان», «الجانبان». */
export const isTwo = perWord(({ key }) => /^ال.{3,}ان$/.test(key))
/** Behind these stands a question or a condition, and no subject. */
export const ASKING = new Set('متي كيف اينما كيفما حيثما'.split(' '))
