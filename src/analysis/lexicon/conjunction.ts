import { offsetOfLetter } from '../text/fold.ts'
import type { Token } from '../text/tokens.ts'
import { perWord } from '../text/word.ts'
import { isFiniteBehindConjunction } from './finite.ts'

/** Words whose first letter is a waw or fa of their own: «وقع», «فرض», «فيما». */
const OWN_LETTER =
  /^(?:وقع|وقعت|وافق|وافقت|وصل|وصلت|وصف|وصفت|وجه|وجهت|وضع|وضعت|وعد|وعدت|واصل|واصلت|وجد|وجدت|ولد|فرض|فرضت|فجر|فجرت|فتح|فتحت|فاز|فازت|فقد|فقدت|فشل|فشلت|فر|فرت|فكك|فككت|فصل|وقف|وقفت|واجه|واجهت|ورد|وردت|وثق|وثقت|ودع|فيما)$/

/** UTF-16 offset at which a clause that begins with a token says something: behind «و» or «ف» joined to its verb («ورفضت»). */
export function startOfClause(token: Token): number {
  return token.start + lettersOfConjunction(token)
}

/** UTF-16 units of the «و» or «ف» (vowel signs behind it included) that a word carries before its verb; 0 without one. */
const lettersOfConjunction = perWord((word) =>
  /^[وف].{3}/.test(word.key) && !OWN_LETTER.test(word.key) && isFiniteBehindConjunction({ word })
    ? offsetOfLetter(word.text, 1)
    : 0,
)
