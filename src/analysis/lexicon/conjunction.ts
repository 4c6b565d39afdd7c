import { offsetOfLetter } from '../text/fold.ts'
import type { Token } from '../text/tokens.ts'
import { isFiniteVerb } from './finite.ts'

/** Verbs whose first letter is a waw or fa of their own: «وقع», «فرض». */
const OWN_LETTER =
  /^(?:وقع|وقعت|وافق|وافقت|وصل|وصلت|وصف|وصفت|وجه|وجهت|وضع|وضعت|وعد|وعدت|واصل|واصلت|وجد|وجدت|ولد|فرض|فرضت|فجر|فجرت|فتح|فتحت|فاز|فازت|فقد|فقدت|فشل|فشلت|فر|فرت|فكك|فككت|فصل|وقف|وقفت|واجه|واجهت|ورد|وردت|وثق|وثقت|ودع)$/

/** UTF-16 offset at which a clause that begins with a token says something: behind «و» or «ف» joined to its verb («ورفضت»). */
export function startOfClause(token: Token): number {
  if (!/^[وف].{3}/.test(token.key) || OWN_LETTER.test(token.key)) return token.start
  return isFiniteVerb({ ...token, key: token.key.slice(1) }) ? token.start + offsetOfLetter(token.text, 1) : token.start
}
