/** Days counted from today: weekdays, «أمس», «بعد غد», with the part of the day that is said. */
import type { Token } from '../text/tokens.ts'
import { INDEFINITE_WEEKDAYS, WEEKDAYS } from './calendar.ts'
import { dayOfMonth, numericDate } from './dates.ts'
import { type Context, DAY, dayFrom, type Found, isoWeek, keyAt } from './found.ts'
import { everySet } from './lengths.ts'
import { relativeUnit } from './periods.ts'
import { tenseBefore } from './tense.ts'
import { ADVERBS, BARE_PARTS, exactShiftOf, ORDINAL_HEADS, PARTS, SAME_BEHIND, shiftOf } from './time-words.ts'

/** «صلاة الجمعة», «سوق الأحد»: called after a day. */
const CALLED_AFTER = /^(?:ال)?(?:صلاه|خطبه|خطيب|مسجد|سوق|سيدي|دوار|قريه|شهداء|جمعيه)$/
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
    if (ref === -1 || ref === 1 || next === 'التالي' || next === 'الموالي' || ORDINAL_HEADS.has(next)) return undefined
    if (SAME_BEHIND.has(next)) return undefined
    // «اليوم أكثر من أي وقت مضى»: these days.
    if (next === 'اكثر' && keyAt(tokens, at + 2) === 'من' && keyAt(tokens, at + 3) === 'اي')
      return { value: 'PRESENT_REF', to: at + 1 }
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
  const same = correspondingDate(context, to)
  if (same) return same
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
  if (shift === undefined && tenseBefore(tokens, at) === 'future') shift = 1
  // A bare weekday in news is the last such day, the day of publication among them.
  const days = shift === 1 ? 7 - back : shift === -1 && back === 0 ? -7 : -back
  const value = dayFrom(
    anchor,
    shift === 1 && back === 0 && exactShiftOf(keyAt(tokens, at + 1)) === undefined ? 0 : days,
  )
  const said = correspondingDate(context, to)
  return said ?? { value: shift === undefined ? notBeforeFrom(context, at, value) : value, to }
}

/** «الثلاثاء الموافق 3 مارس», «السبت الماضي الموافق لـ7 مارس»: the date says which day. */
function correspondingDate(context: Context, at: number): OneDay | undefined {
  if (keyAt(context.tokens, at) !== 'الموافق') return undefined
  const date = dateAt(context, keyAt(context.tokens, at + 1) === 'ل' ? at + 2 : at + 1)
  return date && { value: date.value, to: date.to }
}

/** «من الاثنين إلى الخميس»: the second of a stretch comes behind the first. */
function notBeforeFrom({ tokens, last }: Context, at: number, value: string): string {
  const until = keyAt(tokens, at - 1)
  if ((until !== 'الي' && until !== 'حتي') || last?.to !== at - 1 || !/^\d{4}-\d{2}-\d{2}$/.test(last.value))
    return value
  return value < last.value ? dayFrom(new Date(`${value}T00:00:00Z`), 7) : value
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
  // «مساء اليوم نفسه», «فجر اليوم التالي».
  const again = keyAt(tokens, i + 1) === 'اليوم' ? relativeUnit(context, i + 1, 'اليوم') : undefined
  if (again) return { from: at, to: again.to, type: 'TIME', value: again.value + part }
  // «صباح كل اثنين».
  const every = keyAt(tokens, i + 1) === 'كل' ? everySet(context, i + 1, 'كل') : undefined
  if (every && /-\d$/.test(every.value)) return { ...every, from: at, value: every.value + part }
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
