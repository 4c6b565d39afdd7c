/** Days counted from today: weekdays, «أمس», «بعد غد», with the part of the day that is said. */
import { isFiniteVerb } from '../lexicon/finite.ts'
import type { Token } from '../text/tokens.ts'
import { INDEFINITE_WEEKDAYS, WEEKDAYS } from './calendar.ts'
import { dayOfMonth, numericDate } from './dates.ts'
import { type Context, DAY, dayFrom, type Found, isoWeek, keyAt } from './found.ts'
import { ADVERBS, BARE_PARTS, exactShiftOf, PARTS, SAME_BEHIND, shiftOf } from './time-words.ts'

/** «صلاة الجمعة», «سوق الأحد»: called after a day. */
const CALLED_AFTER = /^(?:ال)?(?:صلاه|خطبه|خطيب|مسجد|سوق|سيدي|دوار|قريه|شهداء|جمعيه)$/
/** Nouns and names that begin like a verb to come. */
const NO_FUTURE = /^[وف]?س(?:يار|ياس|يد|ين|ياح|ياق|يطر|ته|تين|تون|تار|تراتيج|يره|يول|يلا|يوف|تاد|يادي|ياد)/
const FUTURE_REACH = 14

/** Whether a verb to come, or a word for what is planned, stands before a token in its sentence. */
function isToCome(tokens: readonly Token[], at: number): boolean {
  // «القمة التي تعقد الخميس», «يلتقي الأحد»: a present verb right before the day.
  const verb = tokens[at - 1]
  const relative = /^(?:التي|ان|الذي)$/.test(keyAt(tokens, at - 2))
  if (verb && /^[وف]?(?:ي|ت).{2,}/.test(verb.key) && (/^[وف]?ي/.test(verb.key) || (relative && !/ت$/.test(verb.key))))
    if (isFiniteVerb(verb) && !/^[وف]?(?:يقول|يوم)/.test(verb.key)) return true
  for (let i = at - 1; i >= 0 && i >= at - FUTURE_REACH; i--) {
    const token = tokens[i]!
    if (/^[.؟!:]$/.test(token.text)) return false
    if (/^(?:[وف]?سوف|المقرر|المرتقب|المنتظر|المزمع|مقرره|مقررا|مرتقبه)$/.test(token.key)) return true
    if (/^[وف]?س[يتن].{2,}/.test(token.key) && !NO_FUTURE.test(token.key) && isFiniteVerb(token)) return true
    // A past verb nearer to the day tells of what was.
    if (i < at - 1 && /^(?:قال|قالت|اعلن|اعلنت|اكد|اكدت|صرح)$/.test(token.key)) return false
  }
  return false
}

interface OneDay {
  value: string
  to: number
}

/** A single day that begins at a token: «أمس», «الثلاثاء المقبل», «يوم غد», «أول أمس», or undefined. */
function dayAt(context: Context, at: number, stem = keyAt(context.tokens, at)): OneDay | undefined {
  const { tokens, anchor } = context
  if (stem === 'يوم' || stem === 'نهار') {
    const named = dayAt(context, at + 1)
    if (named) return named
    const date = dateAt(context, at + 1)
    return date && { value: date.value, to: date.to }
  }
  const shift = ADVERBS.get(stem)
  if (shift !== undefined) return countedDay(context, at, stem, shift)
  const next = keyAt(tokens, at + 1)
  // «أول أمس», «أول من أمس», «قبل أمس», «بعد غد».
  if (stem === 'اول' || stem === 'قبل') {
    const i = stem === 'اول' && next === 'من' ? at + 2 : at + 1
    if (ADVERBS.get(keyAt(tokens, i)) === -1) return named(context, i + 1, dayFrom(anchor, -2))
    return undefined
  }
  if (stem === 'بعد') return ADVERBS.get(next) === 1 ? named(context, at + 2, dayFrom(anchor, 2)) : undefined
  return weekdayAt(context, at, stem)
}

function dateAt(context: Context, at: number): Found | undefined {
  if (context.tokens[at]?.kind === 'number') return numericDate(context, at) ?? dayOfMonth(context, at, '')
  return dayOfMonth(context, at, keyAt(context.tokens, at))
}

function countedDay(context: Context, at: number, stem: string, shift: number): OneDay | undefined {
  const { tokens, anchor } = context
  const next = keyAt(tokens, at + 1)
  if (stem === 'اليوم') {
    // «اليوم السابق», «اليوم نفسه» lean on another day; «اليوم الأول» counts.
    const ref = shiftOf(next)
    if (ref === -1 || ref === 1 || /^(?:التالي|الموالي|الاول|الثاني|الثالث|الرابع|الاخير)$/.test(next)) return undefined
    if (SAME_BEHIND.has(next)) return undefined
  }
  if (next === 'الاول' && shift === -1) return named(context, at + 2, dayFrom(anchor, -2))
  return named(context, at + 1, dayFrom(anchor, shift))
}

/** Behind a counted day its weekday or date may stand: «أمس الثلاثاء», «اليوم الأربعاء 25 يناير». */
function named(context: Context, to: number, value: string): OneDay {
  const { tokens } = context
  if (!WEEKDAYS.has(keyAt(tokens, to))) return { value, to }
  const date = dateAt(context, to + 1)
  return date ? { value: date.value, to: date.to } : { value, to: to + 1 }
}

function weekdayAt(context: Context, at: number, stem: string): OneDay | undefined {
  const { tokens, anchor } = context
  const day = WEEKDAYS.get(stem) ?? (keyAt(tokens, at - 1) === 'يوم' ? INDEFINITE_WEEKDAYS.get(stem) : undefined)
  if (day === undefined || CALLED_AFTER.test(keyAt(tokens, at - 1))) return undefined
  let to = at + 1
  const mark = /^[،,(]$/.test(keyAt(tokens, to)) ? 1 : 0
  const date = tokens[to + mark]?.kind === 'number' || mark === 0 ? dateAt(context, to + mark) : undefined
  if (date && /^\d|^XXXX-\d/.test(date.value)) return { value: date.value, to: date.to }
  let shift = exactShiftOf(keyAt(tokens, to))
  if (shift !== undefined) to++
  let weeks: number | undefined
  if (keyAt(tokens, to) === 'من' && /^(?:هذا|الاسبوع)$/.test(keyAt(tokens, to + 1))) {
    const week = keyAt(tokens, to + 1) === 'هذا' ? to + 2 : to + 1
    weeks = keyAt(tokens, week) === 'الاسبوع' ? (week === to + 2 ? 0 : shiftOf(keyAt(tokens, week + 1))) : undefined
    if (weeks !== undefined) to = week === to + 2 ? week + 1 : week + 2
  }
  if (anchor === undefined) return { value: `XXXX-WXX-${day === 0 ? 7 : day}`, to }
  const today = anchor.getUTCDay()
  if (weeks !== undefined || shift === 0) {
    const monday = anchor.getTime() - ((today + 6) % 7) * DAY + (weeks ?? 0) * 7 * DAY
    return { value: dayFrom(new Date(monday), (day + 6) % 7), to }
  }
  const back = (today - day + 7) % 7
  if (shift === undefined && isToCome(tokens, at)) shift = 1
  // A bare weekday in news is the last such day, the day of publication among them.
  const days = shift === 1 ? 7 - back : shift === -1 && back === 0 ? -7 : -back
  return {
    value: dayFrom(anchor, shift === 1 && back === 0 && exactShiftOf(keyAt(tokens, at + 1)) === undefined ? 0 : days),
    to,
  }
}

/** A day named by itself, by its weekday or counted from today. */
export function singleDay(context: Context, at: number, stem: string): Found | undefined {
  const day = dayAt(context, at, stem)
  return day && { from: at, to: day.to, type: 'DATE', value: day.value }
}

/** The part of a day with its day: «مساء أمس», «بعد ظهر الاثنين», «ليلة الأحد», «صباح يوم 5 ماي», «هذا المساء», «الليلة الماضية». */
export function partOfDay(context: Context, at: number, stem: string): Found | undefined {
  const { tokens, anchor } = context
  const near = stem === 'هذا' || stem === 'هذه'
  const afternoon = stem === 'بعد' && PARTS.get(keyAt(tokens, at + 1)) === 'TMI'
  const i = near || afternoon ? at + 1 : at
  const part = afternoon ? 'TAF' : PARTS.get(i === at ? stem : keyAt(tokens, i))
  if (part === undefined) return undefined
  const word = i === at ? stem : keyAt(tokens, i)
  if (near)
    return /^ال/.test(word) ? { from: at, to: i + 1, type: 'TIME', value: dayFrom(anchor, 0) + part } : undefined
  if (word === 'الليله') {
    const shift = exactShiftOf(keyAt(tokens, i + 1))
    const to = shift === undefined ? i + 1 : i + 2
    return { from: at, to, type: 'TIME', value: dayFrom(anchor, shift === -1 ? -1 : shift === 1 ? 1 : 0) + part }
  }
  const day = dayAt(context, i + 1) ?? dateAt(context, i + 1)
  if (day) {
    // «ليل الأربعاء الخميس», «ليلة الأربعاء إلى الخميس»: the night between two days.
    let to = day.to
    const until = /^(?:الي|-|–|\/)$/.test(keyAt(tokens, to)) ? to + 1 : to
    if (part === 'TNI' && WEEKDAYS.has(keyAt(tokens, until))) to = until + 1
    return { from: at, to, type: 'TIME', value: day.value + part }
  }
  // «وغادر مساء», «بعد الظهر» alone: an adverb; «مساء» before a noun is not.
  const bare = BARE_PARTS.has(word) && i === at && (word !== 'مساء' || endsThere(tokens[i + 1]))
  return bare || (afternoon && keyAt(tokens, i) === 'الظهر')
    ? { from: at, to: i + 1, type: 'TIME', value: dayFrom(undefined, 0) + part }
    : undefined
}

function endsThere(next: Token | undefined): boolean {
  return next === undefined || next.kind === 'mark' || /^(?:في|من|علي|الي|بعد|قبل|و.*|ب.*|ل.*)$/.test(next.key)
}

/** «نهاية الأسبوع»: Friday and Saturday or the days after, as ISO writes a weekend. */
export function weekend(context: Context, at: number): Found | undefined {
  const { tokens, anchor } = context
  if (keyAt(tokens, at + 1) !== 'الاسبوع') return undefined
  const shift = shiftOf(keyAt(tokens, at + 2))
  const week = anchor ? isoWeek(new Date(anchor.getTime() + (shift ?? 0) * 7 * DAY)) : 'XXXX-WXX'
  return { from: at, to: shift === undefined ? at + 2 : at + 3, type: 'DATE', value: `${week}-WE` }
}
