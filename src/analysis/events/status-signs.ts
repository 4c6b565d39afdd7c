/** What a word right before an act may say of it: all that is asked of it there, found out once and told in one number. */
import { NEGATIONS } from '../text/function-words.ts'
import { perWord } from '../text/word.ts'
import { withoutConjunction } from './governors.ts'
import { CANCELLED, CAUSES, DENYING, OF_ACTS, PUT_OFF, WHILE } from './status-words.ts'

export const NEGATION = 1
/** «أن», «بأن». */
export const THAT = 1 << 1
/** «قد». */
export const PERFECT = 1 << 2
/** «إذا», «ربما». */
export const IF = 1 << 3
/** «لكي», «حتى»: so that. */
export const SO_THAT = 1 << 4
/** «عن», «بشأن». */
export const ABOUT = 1 << 5
/** «في», «عن»: what somebody fails in stands behind them. */
export const FAILED_IN = 1 << 6
/** «نفي», «دون», «ألغيت». */
export const DENIAL = 1 << 7
/** «تأجلت». */
export const POSTPONED = 1 << 8
/** «بسبب», «منذ»: what stands behind it was. */
export const CAUSE = 1 << 9
/** «بعد», «خلال»: what stands behind it was at the time of the verb. */
export const AT_TIME = 1 << 10
/** «عملية», «سلسلة»: may stand between these and the act. */
export const OF_ACT = 1 << 11
/** «على»: an act that another one answers stands behind it. */
export const ON = 1 << 12
/** «لا». */
export const NO = 1 << 13

/** The signs of a word, summed; 0 for most nouns. */
export const statusSigns = perWord((word): number => {
  const key = withoutConjunction({ word })
  return (
    (NEGATIONS.has(key) ? NEGATION : 0) |
    (/^(?:ان|بان)$/.test(key) ? THAT : 0) |
    (key === 'قد' ? PERFECT : 0) |
    (/^(?:لو|اذا|ربما|لعل|حال)$/.test(key) ? IF : 0) |
    (/^(?:لكي|كي|حتي)$/.test(key) ? SO_THAT : 0) |
    (/^(?:عن|من|بشان|حول)$/.test(key) ? ABOUT : 0) |
    (/^(?:في|عن)$/.test(word.key) ? FAILED_IN : 0) |
    (DENYING.has(key) || CANCELLED.has(key) ? DENIAL : 0) |
    (PUT_OFF.has(key) ? POSTPONED : 0) |
    (CAUSES.has(key) ? CAUSE : 0) |
    (WHILE.has(key) ? AT_TIME : 0) |
    (OF_ACTS.has(key) ? OF_ACT : 0) |
    (word.key === 'علي' ? ON : 0) |
    (key === 'لا' ? NO : 0)
  )
})
