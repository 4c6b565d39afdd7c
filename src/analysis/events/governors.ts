/** What stands before an act and makes of it a plan, a demand, a denial or a possibility: a verb, a noun, or what is said of its time. */
import type { EventStatus } from '../analysis.ts'
import { isFiniteVerb } from '../lexicon/finite.ts'
import { bare, withoutPronoun } from '../text/clitics.ts'
import { numberAt } from '../text/numbers.ts'
import { perWord } from '../text/word.ts'
import { clauseAt, type SentenceView } from './sentence.ts'
import {
  DEMANDING,
  DENYING,
  DOUBTING,
  EXPECTING,
  INTENDING,
  LAYING_DOWN,
  PLEDGING,
  PREVENTING,
} from './status-words.ts'
import type { Trigger } from './triggers.ts'

/** Words between a verb and the masdar that is its object, at most. */
const VERB_REACH = 10
/** Words between a verb and the act that it is about («دعت … أطراف النزاع إلى وقف …»), at most. */
export const COMPLEMENT_REACH = 12
/** Words between a verb and the «أن» of what it is about, at most. */
export const SUBJUNCTIVE_REACH = 8
/** Prepositions that join a verb to the act that it is about. */
const JOINING = new Set(['الي', 'علي', 'عن', 'من'])

/** What the nearest verb before makes of an act that is its complement: joined to it by a preposition, or its object right behind its subject. */
export function governingVerb(
  view: SentenceView,
  at: number,
  reach: number,
  masdar = false,
  definite = false,
): EventStatus | undefined {
  const { tokens } = view.document
  const behind = JOINING.has(tokens[at - 1]?.key ?? '')
  // «لم يستبعد مصدر، رفض كشف هويته، أن …», «تعهدت قطر، خلال الجلسة، بتقديم …»: an aside right before governs nothing.
  const last = !masdar ? startOfAside(view, at) : isLed(view, at) ? startOfAside(view, behind ? at - 1 : at) : at
  const { from } = clauseAt(view, last < at ? last - 1 : at)
  // «داعية إلى محاسبة الجناة وسحب القوات»: joined by «و» to what is joined to the verb.
  const goesOn = masdar && !definite && /^و/.test(tokens[at]!.key)
  const joined = !masdar || goesOn || /^[وف]?[بل]/.test(tokens[at]!.key) || behind || isHurried(view, at)
  for (let i = last - 1; i >= from && i >= last - reach; i--) {
    const token = tokens[i]!
    if (token.kind === 'mark' && token.text !== '«' && token.text !== '"') return undefined
    if (goesOn && HAL_OF_DEMAND.test(token.key)) return 'demanded'
    if (goesOn && HAL_OF_PLEDGE.test(token.key)) return 'planned'
    if (view.isName(i) || !isFiniteVerb(token)) continue
    // What is known already («تفسيرا للاعتداء») is no complement, unless it stands right behind the verb and whom it names.
    const own = startOfMentions(view, behind ? at - 1 : at)
    if ((!joined || definite) && own !== i + 1)
      // «طلبت المحكمة من منغوليا توقيف …»: behind whom something is asked of.
      return own < at &&
        JOINING.has(tokens[own - 1]!.key) &&
        startOfMentions(view, own - 1) === i + 1 &&
        DEMANDING.has(withoutConjunction(token))
        ? 'demanded'
        : undefined
    return madeOf(token.key, masdar) ?? (/^[وف].{3}/.test(token.key) ? madeOf(token.key.slice(1), masdar) : undefined)
  }
  return undefined
}

/** Words of an aside between commas, at most. */
const LONGEST_ASIDE = 8

/** The comma that opens an aside whose other comma ends right before a token; the token itself where none does. */
export function startOfAside({ document: { tokens }, from }: SentenceView, at: number): number {
  if (tokens[at - 1]?.text !== '،') return at
  for (let i = at - 2; i > from && i >= at - LONGEST_ASIDE - 2; i--) if (tokens[i]!.text === '،') return i
  return at
}

const BEGINNINGS = new Set(['الاسراع', 'الشروع', 'البدء', 'المضي', 'النظر', 'التعجيل', 'الاستمرار'])

/** «بالإسراع في تشكيل …»: behind «في» and a noun that says no more than that it is to begin. */
const isHurried = ({ document: { tokens } }: SentenceView, at: number): boolean =>
  tokens[at - 1]?.key === 'في' && at > 1 && BEGINNINGS.has(tokens[at - 2]!.key.replace(/^[وفب]+(?=ا)/, ''))

/** Whether a preposition of its own joins an act to a verb before it: «على منح», «بتقديم». */
const isLed = ({ document: { tokens } }: SentenceView, at: number): boolean =>
  /^(?:علي|الي)$/.test(tokens[at - 1]?.key ?? '') || /^ب/.test(tokens[at]!.key)

const HAL_OF_PLEDGE = /^[وف]?(?:متعهد|ملتزم|متوعد|مهدد|ملوح)(?:ا|ه|ين)$/
const HAL_OF_DEMAND = /^[وف]?(?:داعي|مطالب|مناشد)(?:ا|ه|ين)$/

/** Where the run of mentions begins that ends right before a token; the token itself where there is none. */
export function startOfMentions(view: SentenceView, at: number): number {
  let from = at
  for (;;) {
    const mention = view.endingAt(from)
    if (mention === undefined) return from
    from = mention.titleFrom ?? mention.from
  }
}

function madeOf(key: string, masdar: boolean): EventStatus | undefined {
  if (INTENDING.has(key)) return 'planned'
  if (DEMANDING.has(key)) return 'demanded'
  if (PREVENTING.has(key)) return 'hypothetical'
  if (DENYING.has(key)) return 'denied'
  if (PLEDGING.has(key)) return 'planned'
  if (LAYING_DOWN.has(key)) return 'planned'
  if (EXPECTING.has(key) && !(masdar && /^توقع/.test(key))) return 'hypothetical'
  return undefined
}

/** «نفى أن يكون الجيش قد قصف …»: where the «أن» stands of which «يكون» makes a supposition. */
export function supposedBefore(view: SentenceView, at: number): number | undefined {
  const { tokens } = view.document
  for (let i = at - 1; i > view.from && i >= at - SUBJUNCTIVE_REACH; i--)
    if (/^[يت]كون$/.test(tokens[i]!.key)) return /^[وب]?ان$/.test(tokens[i - 1]!.key) ? i - 1 : undefined
  return undefined
}

/** Words from «وأن» back to the «أن» that it goes on with, at most. */
const JOINED_THAT = 40

/** The «أن» that a «وأن» goes on with: not that of a time («قبل أن»). */
export function thatBefore({ document: { tokens }, from }: SentenceView, at: number): number | undefined {
  for (let i = at; i >= from && i >= at - JOINED_THAT; i--)
    if (tokens[i]!.key === 'ان' && !/^(?:قبل|بعد|دون|منذ)$/.test(tokens[i - 1]?.key ?? '')) return i
  return undefined
}

/** «على بغداد أن …»: whoever stands before «أن» behind «على», with no verb before, ought to do it. */
export function isDuty(view: SentenceView, that: number): boolean {
  const { tokens } = view.document
  const who = view.endingAt(that)
  if (who === undefined) return false
  const on = (who.titleFrom ?? who.from) - 1
  return on >= view.from && /^[وف]?علي$/.test(tokens[on]!.key) && !(on > view.from && isFiniteVerb(tokens[on - 1]!))
}

const isPresentForm = perWord(({ key }) => /^[يتن]/.test(key))
const beginsAnew = perWord(({ key, text }) => text === '؛' || /^[وف]ان(?:ه|ها|هم)?$/.test(key))

/** An act that a verb to come, or a negated one, has as its object has not happened either («ستقدم فرنسا تدريبا»). */
export function verbBefore(view: SentenceView, at: number, definite: boolean): EventStatus | undefined {
  const { tokens } = view.document
  const { from } = clauseAt(view, at)
  for (let i = at - 1; i >= from && i >= at - VERB_REACH; i--) {
    const token = tokens[i]!
    if (beginsAnew(token)) return undefined
    if (view.isName(i) || !isFiniteVerb(token) || leavesUnnamed(token)) continue
    if (/^[وف]?س[يتن]/.test(token.key) || tokens[i - 1]?.key === 'سوف') return 'planned'
    // «لم يستبعد أن ترعى الدوحة لقاء»: the object of a verb behind «أن» is made what the verb is made.
    if (!definite && isPresentForm(token) && /^[وب]?ان$/.test(tokens[i - 1]?.key ?? ''))
      return governorBefore(view, i - 1, 3) ?? governingVerb(view, i - 1, SUBJUNCTIVE_REACH)
    const negated = /^[وف]?(?:لن|لم|لا)$/.test(tokens[i - 1]?.key ?? '')
    // «لم يستبعد شن عملية»: what is not ruled out is possible.
    if (negated && /^[وف]?[يت]?ا?ستبعد/.test(token.key)) return 'hypothetical'
    return negated ? 'denied' : undefined
  }
  return undefined
}
/** «اتهم دولا لم يسمها بتسليح …»: that they are not named is all that is denied. */
export const leavesUnnamed = perWord(({ key }) => /^[يت](?:سم|حدد|ذكر)(?:ه|ها|هم|هما)$/.test(key))

/** The status that a word gives to the act behind it: wherever it stands before it, or only close before it. */
const statusBehind = perWord((word): { anywhere?: EventStatus; near?: EventStatus } => {
  const key = withoutConjunction({ word })
  const stem = withoutPronoun(bare(key)) ?? bare(key)
  const among = (words: ReadonlySet<string>) => words.has(key) || words.has(stem)
  if (among(INTENDING)) return { anywhere: 'planned' }
  if (among(DEMANDING)) return { anywhere: 'demanded' }
  if (among(PREVENTING)) return { anywhere: 'hypothetical' }
  return { ...(among(DENYING) && { near: 'denied' }), ...(among(DOUBTING) && { anywhere: 'hypothetical' }) }
})

export const withoutConjunction = perWord(({ key }) => key.replace(/^[وف](?=.{3}|لم$|لن$|لا$|قد$|لو$|ما$)/, ''))

const STUDENT = 'طالب'

/** The status that the nearest governor within so many words before an act gives it. */
export function governorBefore(view: SentenceView, at: number, reach: number): EventStatus | undefined {
  const { tokens } = view.document
  let any: EventStatus | undefined
  for (let i = at - 1; i >= view.from && i >= at - reach; i--) {
    const token = tokens[i]!
    if (token.kind === 'mark' && token.text !== '«' && token.text !== '"') return undefined
    // «ألفا طالب»: a counted student demands nothing.
    if (token.key === STUDENT && i > view.from && numberAt(tokens, i - 1) !== undefined) continue
    const { near, anywhere } = statusBehind(token)
    if (near && (i >= at - 2 || any)) return near
    // «نافيا تلقي أي دعم»: what «أي» leaves open, a denial before it decides.
    if (anywhere && /^اي[ه]?$/.test(token.key)) any = anywhere
    // «لا تعتزم إرسال قوات»: what nobody means to do is denied.
    else if (anywhere === 'planned' && /^[وف]?(?:لا|لم|لن)$/.test(tokens[i - 1]?.key ?? '')) return 'denied'
    else if (anywhere) return anywhere
  }
  return any
}

/** Words from the noun of an act to the participle that says that it is to come, at most. */
const TO_COME_REACH = 6
const TO_COME = /^(?:ال)?(?:مقرر|مزمع|مرتقب|منتظر)(?:ه|ا)?$/
const mayBeToCome = perWord(({ key }) => TO_COME.test(key))
const isFutureForm = perWord((word) => /^س[يت].{2}/.test(word.key) && isFiniteVerb({ word }))
const NEXT = new Set(['المقبل', 'المقبله', 'القادم', 'القادمه'])

/** «اجتماع الوزراء المقرر عقده في …», «القمة المقبلة»: an act that is still to come. */
export function isToCome({ document: { tokens }, to, isTime }: SentenceView, trigger: Trigger): boolean {
  const last = Math.max(trigger.to - 1, ...trigger.phrase)
  const next = tokens[last + 1]
  if (next === undefined || last + 1 >= to) return false
  if (trigger.definite && NEXT.has(next.key) && !isTime(last)) return true
  // «لقاء سيجمع الوزيرين», «مؤتمر ستستضيفه …».
  if (!trigger.definite && isFutureForm(next)) return true
  for (let at = last + 1; at < Math.min(to, last + TO_COME_REACH); at++) {
    if (tokens[at]!.kind === 'mark') return false
    if (mayBeToCome(tokens[at]!)) return !/^[وف]?كانت?$/.test(tokens[at - 1]!.key)
  }
  return false
}
