/** Expressions of time, normalised to TIMEX3 values (Pustejovsky et al. 2010). What is not said stays open: «في يناير» without a year is `XXXX-01` unless the day of publication tells the year. */
import type { TimeExpression } from '../analysis.ts'
import type { Document } from '../text/document.ts'
import { fold } from '../text/fold.ts'
import { mayBeginNumber, numberAt } from '../text/numbers.ts'
import type { Token } from '../text/tokens.ts'
import { perWord } from '../text/word.ts'
import { HIJRI_MONTHS, MONTHS, WEEKDAYS } from './calendar.ts'

const keys = (words: string) => new Set(words.split(' ').map(fold))
const PAST = keys('الماضي الماضية الفارط الفارطة المنصرم المنصرمة السابق السابقة الفائت الفائتة المنقضي المنقضية')
const NEXT = keys('المقبل المقبلة القادم القادمة الآتي الآتية')
const PRESENT = keys('الجاري الجارية الحالي الحالية')
const UNITS = new Map(
  (
    [
      ['ثانية ثوان ثواني ثانيتين', 'TS'],
      ['دقيقة دقائق دقيقتين', 'TM'],
      ['ساعة ساعات ساعتين ساعتان', 'TH'],
      ['يوم أيام يومين يومان يوما', 'D'],
      ['أسبوع أسابيع أسبوعين أسبوعان أسبوعا', 'W'],
      ['شهر أشهر شهور شهرين شهران شهرا', 'M'],
      ['سنة سنوات عام أعوام سنتين عامين سنتان عامان عاما سنين', 'Y'],
      ['عقد عقود عقدين', 'DE'],
    ] as const
  ).flatMap(([words, unit]) => words.split(' ').map((word) => [fold(word), unit] as const)),
)
const DUALS = /(?:ين|ان)$/
const PARTS = new Map(
  (
    [
      ['صباح صباحا', 'TMO'],
      ['مساء', 'TEV'],
      ['ظهر ظهرا', 'TMI'],
      ['ليل ليلة ليلا', 'TNI'],
      ['فجر فجرا', 'TDW'],
    ] as const
  ).flatMap(([words, part]) => words.split(' ').map((word) => [fold(word), part] as const)),
)
const DAY = 86_400_000

const ADVERBS = new Map(
  (
    [
      ['أمس', -1],
      ['البارحة', -1],
      ['اليوم', 0],
      ['غدا', 1],
      ['غد', 1],
    ] as const
  ).map(([word, shift]) => [fold(word), shift] as const),
)

const BEFORE_YEAR = new Set('عام سنه العام السنه منذ صيف شتاء ربيع خريف'.split(' '))
const BEFORE_WEEKDAY = new Set('يوم مساء صباح ليله فجر ظهر'.split(' '))
const OFTEN = new Map([
  ['يوميا', 'P1D'],
  ['سنويا', 'P1Y'],
  ['شهريا', 'P1M'],
  ['اسبوعيا', 'P1W'],
])

interface Found {
  from: number
  to: number
  type: TimeExpression['type']
  value: string
}

/**
 * The expressions of time of a document, in order, none overlapping another.
 * @param publishedAt ISO 8601; relative expressions stay half-known (`XXXX-XX-XX`, `PAST_REF`) without it
 */
export function findTimes(document: Document, publishedAt: string | undefined): TimeExpression[] {
  const published = publishedAt ? new Date(`${publishedAt.slice(0, 10)}T00:00:00Z`) : undefined
  const anchor = published && !Number.isNaN(published.getTime()) ? published : undefined
  const found: TimeExpression[] = []
  for (let at = 0; at < document.tokens.length; ) {
    const hit = timeAt(document.tokens, at, anchor)
    if (hit === undefined) {
      at++
      continue
    }
    const span = { start: document.tokens[hit.from]!.start, end: document.tokens[hit.to - 1]!.end }
    found.push({ span, type: hit.type, value: hit.value })
    at = hit.to
  }
  return found
}

/** What an expression may begin with, a number aside: past the letters that may be joined to it, and the article. */
const OPENERS = new Set([
  ...[...MONTHS.keys(), ...HIJRI_MONTHS.keys()].map((name) => name.split(' ')[0]!),
  ...[UNITS, WEEKDAYS, PARTS, ADVERBS, OFTEN].flatMap((words) => [...words.keys()]),
  ...BEFORE_YEAR,
  ...BEFORE_WEEKDAY,
  ...['ساعه', 'كل', 'قبل', 'بعد', 'شهر'],
])
const JOINED = ['', 'و', 'ف', 'ب', 'ل', 'في', 'وب', 'ول', 'فب', 'فل']

/** Whether a word can begin an expression of time at all: of most words that is all that need be asked. */
const mayBeginTime = perWord((word) => {
  const rests = JOINED.filter((joined) => word.key.startsWith(joined)).map((joined) => word.key.slice(joined.length))
  return mayBeginNumber({ word }) || rests.some((rest) => OPENERS.has(rest) || OPENERS.has(rest.replace(/^ال/, '')))
})

function timeAt(tokens: readonly Token[], at: number, anchor: Date | undefined): Found | undefined {
  if (!mayBeginTime(tokens[at]!)) return undefined
  return (
    numericDate(tokens, at) ??
    dayMonth(tokens, at, anchor) ??
    year(tokens, at) ??
    weekday(tokens, at, anchor) ??
    relativeUnit(tokens, at, anchor) ??
    adverb(tokens, at, anchor) ??
    clock(tokens, at) ??
    ago(tokens, at, anchor) ??
    duration(tokens, at)
  )
}

const two = (n: number) => String(n).padStart(2, '0')
const iso = (date: Date) => date.toISOString().slice(0, 10)
const stripped = (key: string) => key.replace(/^[وف]?[بل]?(?=ال|.{4})/, '')

function numericDate(tokens: readonly Token[], at: number): Found | undefined {
  const token = tokens[at]!
  if (token.kind !== 'number') return undefined
  const joined = /^(\d{1,4})[/.](\d{1,2})[/.](\d{1,4})$/.exec(token.key)
  let parts = joined?.slice(1, 4)
  let to = at + 1
  if (
    !parts &&
    tokens[at + 1]?.text === '-' &&
    tokens[at + 2]?.kind === 'number' &&
    tokens[at + 3]?.text === '-' &&
    tokens[at + 4]?.kind === 'number'
  ) {
    parts = [token.key, tokens[at + 2]!.key, tokens[at + 4]!.key]
    to = at + 5
  }
  if (!parts) return undefined
  const [a, b, c] = parts.map(Number) as [number, number, number]
  const [y, m, d] = a > 31 ? [a, b, c] : [c, b, a]
  if (y < 1000 || y > 2200 || m < 1 || m > 12 || d < 1 || d > 31) return undefined
  return { from: at, to, type: 'DATE', value: `${y}-${two(m)}-${two(d)}` }
}

function monthAt(tokens: readonly Token[], at: number): { month: number; to: number; hijri: boolean } | undefined {
  const one = tokens[at]
  if (one?.kind !== 'word') return undefined
  const key = one.key.replace(/^[بلوف](?=.{4})/, '')
  const pair = tokens[at + 1] ? `${one.key} ${tokens[at + 1]!.key}` : ''
  for (const [calendar, hijri] of [
    [MONTHS, false],
    [HIJRI_MONTHS, true],
  ] as const) {
    const double = calendar.get(pair)
    if (double) return { month: double, to: at + 2, hijri }
    const single = calendar.get(one.key) ?? calendar.get(key)
    if (single) return { month: single, to: at + 1, hijri }
  }
  return undefined
}

/** Months that are ordinary words or names too count only with a day, a year or «شهر» beside them. */
const DOUBTFUL = keys('آب ماي صفر أيار رجب شعبان رمضان محرم المحرم مارس شوال')

function dayMonth(tokens: readonly Token[], at: number, anchor: Date | undefined): Found | undefined {
  const token = tokens[at]!
  const withDay =
    token.kind === 'number' && /^\d{1,2}$/.test(token.key) && Number(token.key) >= 1 && Number(token.key) <= 31
  let start = withDay ? at + 1 : at
  const afterWord = /^(?:من|شهر|لشهر)$/.test(tokens[start]?.key ?? '') && (withDay || tokens[start]!.key !== 'من')
  if (afterWord) start++
  if (withDay && tokens[start]?.key === 'شهر') start++
  const month = monthAt(tokens, start)
  if (month === undefined) return undefined
  let to = month.to
  // «كانون الثاني/يناير»: both names of one month.
  if (tokens[to]?.text === '/') {
    const second = monthAt(tokens, to + 1)
    if (second?.month === month.month) to = second.to
  }
  const yearToken = tokens[to]
  const said =
    yearToken?.kind === 'number' && /^(?:1[0-9]|20)\d{2}$/.test(yearToken.key) ? Number(yearToken.key) : undefined
  if (said !== undefined) to++
  const reference = tokens[to]?.key ?? ''
  const relative = PAST.has(reference) ? -1 : NEXT.has(reference) ? 1 : PRESENT.has(reference) ? 0 : undefined
  if (relative !== undefined) to++
  if (!withDay && !afterWord && said === undefined && relative === undefined && DOUBTFUL.has(tokens[start]!.key))
    return undefined
  const from = at
  const day = withDay ? `-${two(Number(token.key))}` : ''
  if (month.hijri)
    return {
      from,
      to,
      type: 'DATE',
      value: said
        ? hijri(said, month.month, withDay ? Number(token.key) : undefined)
        : `XXXX-XX${withDay ? '-XX' : ''}`,
    }
  const known = said ?? (anchor && nearestYear(anchor, month.month, relative))
  return { from, to, type: 'DATE', value: `${known ?? 'XXXX'}-${two(month.month)}${day}` }
}

/** News without a year speaks of the nearest such month, unless it says «الماضي» or «المقبل». */
function nearestYear(anchor: Date, month: number, relative: number | undefined): number {
  const year = anchor.getUTCFullYear()
  const now = anchor.getUTCMonth() + 1
  if (relative === -1) return month <= now ? year : year - 1
  if (relative === 1) return month >= now ? year : year + 1
  if (month - now > 6) return year - 1
  if (now - month > 6) return year + 1
  return year
}

const UMM_AL_QURA = new Intl.DateTimeFormat('en-u-ca-islamic-umalqura-nu-latn', {
  day: 'numeric',
  month: 'numeric',
  timeZone: 'UTC',
})

/** A Hijri date as Gregorian, to the month where no day is said: the mean length of months finds it nearly, the Umm al-Qura calendar of ICU exactly. */
function hijri(year: number, month: number, day: number | undefined): string {
  const days = (year - 1) * 354.36707 + (month - 1) * 29.5305885 + (day ?? 15) - 1
  const near = Date.UTC(622, 6, 19) + days * DAY
  for (let shift = -4; shift <= 4; shift++) {
    const date = new Date(near + shift * DAY)
    if (UMM_AL_QURA.format(date).startsWith(`${month}/${day ?? 15}`))
      return iso(date).slice(0, day === undefined ? 7 : 10)
  }
  return iso(new Date(near)).slice(0, day === undefined ? 7 : 10)
}

function year(tokens: readonly Token[], at: number): Found | undefined {
  const word = stripped(tokens[at]!.key)
  const next = tokens[at + 1]
  if (next?.kind === 'number' && /^(?:1[0-9]|20)\d{2}$/.test(next.key) && BEFORE_YEAR.has(word))
    return { from: word === 'منذ' ? at + 1 : at, to: at + 2, type: 'DATE', value: next.key }
  return undefined
}

function weekday(tokens: readonly Token[], at: number, anchor: Date | undefined): Found | undefined {
  const key = tokens[at]!.key
  const led = BEFORE_WEEKDAY.has(key)
  const nameAt = led ? at + 1 : at
  const day = WEEKDAYS.get(tokens[nameAt]?.key ?? '')
  if (day === undefined) return undefined
  const reference = tokens[nameAt + 1]?.key ?? ''
  const past = PAST.has(reference)
  const next = NEXT.has(reference)
  // «السبت» alone is also a noun of the calendar in a list; news uses it for a day all the same.
  const to = past || next ? nameAt + 2 : nameAt + 1
  if (anchor === undefined) return { from: at, to, type: 'DATE', value: `XXXX-WXX-${day === 0 ? 7 : day}` }
  const today = anchor.getUTCDay()
  // A bare weekday in news is the last such day, the day of publication among them.
  const back = (today - day + 7) % 7
  const shift = next ? 7 - (back === 0 ? 0 : back) : past && back === 0 ? -7 : -back
  return { from: at, to, type: 'DATE', value: iso(new Date(anchor.getTime() + shift * DAY)) }
}

function relativeUnit(tokens: readonly Token[], at: number, anchor: Date | undefined): Found | undefined {
  const key = stripped(tokens[at]!.key)
  const unit = /^ال/.test(key) ? UNITS.get(key.slice(2)) : undefined
  if (unit === undefined || unit.startsWith('T')) return undefined
  const reference = tokens[at + 1]?.key ?? ''
  const shift = PAST.has(reference) ? -1 : NEXT.has(reference) ? 1 : PRESENT.has(reference) ? 0 : undefined
  if (shift === undefined) return undefined
  const found = { from: at, to: at + 2, type: 'DATE' as const }
  if (DUALS.test(key) || /^(?:الايام|الاسابيع|الاشهر|الشهور|السنوات|الاعوام|السنين|العقود)$/.test(key))
    return { ...found, value: shift < 0 ? 'PAST_REF' : shift > 0 ? 'FUTURE_REF' : 'PRESENT_REF' }
  return {
    ...found,
    value: anchor
      ? moved(anchor, unit, shift)
      : unit === 'Y'
        ? 'XXXX'
        : unit === 'M'
          ? 'XXXX-XX'
          : unit === 'W'
            ? 'XXXX-WXX'
            : 'XXXX-XX-XX',
  }
}

function moved(anchor: Date, unit: string, shift: number): string {
  const date = new Date(anchor)
  if (unit === 'Y') return String(date.getUTCFullYear() + shift)
  if (unit === 'DE') return String(Math.floor(date.getUTCFullYear() / 10) + shift)
  if (unit === 'M') {
    date.setUTCDate(1)
    date.setUTCMonth(date.getUTCMonth() + shift)
    return iso(date).slice(0, 7)
  }
  if (unit === 'W') return isoWeek(new Date(date.getTime() + shift * 7 * DAY))
  return iso(new Date(date.getTime() + shift * DAY))
}

/** ISO 8601 week of a date: `2012-W03`. */
function isoWeek(date: Date): string {
  const thursday = new Date(date.getTime() + (4 - (date.getUTCDay() || 7)) * DAY)
  const first = Date.UTC(thursday.getUTCFullYear(), 0, 1)
  return `${thursday.getUTCFullYear()}-W${two(1 + Math.floor((thursday.getTime() - first) / (7 * DAY)))}`
}

function adverb(tokens: readonly Token[], at: number, anchor: Date | undefined): Found | undefined {
  const key = tokens[at]!.key
  const part = PARTS.get(key)
  if (part !== undefined) {
    const shift = ADVERBS.get(tokens[at + 1]?.key ?? '')
    if (shift !== undefined)
      return {
        from: at,
        // «مساء أمس الثلاثاء»
        to: WEEKDAYS.has(tokens[at + 2]?.key ?? '') ? at + 3 : at + 2,
        type: 'TIME',
        value: `${anchor ? iso(new Date(anchor.getTime() + shift * DAY)) : 'XXXX-XX-XX'}${part}`,
      }
  }
  let shift = ADVERBS.get(key)
  if (shift === undefined) {
    const often = OFTEN.get(key)
    if (often) return { from: at, to: at + 1, type: 'SET', value: often }
    if (key === 'كل' && tokens[at + 1] && UNITS.has(tokens[at + 1]!.key))
      return { from: at, to: at + 2, type: 'SET', value: `P${period(1, UNITS.get(tokens[at + 1]!.key)!)}` }
    return undefined
  }
  // «اليوم السابق», «اليوم التالي» lean on another day.
  if (key === 'اليوم' && (PAST.has(tokens[at + 1]?.key ?? '') || tokens[at + 1]?.key === 'التالي')) return undefined
  let to = at + 1
  if (tokens[to]?.key === 'الاول' && shift === -1) {
    shift = -2 as never
    to++
  }
  const named = WEEKDAYS.has(tokens[to]?.key ?? '')
  return {
    from: at,
    to: named ? to + 1 : to,
    type: 'DATE',
    value: anchor ? iso(new Date(anchor.getTime() + shift * DAY)) : 'XXXX-XX-XX',
  }
}

function clock(tokens: readonly Token[], at: number): Found | undefined {
  if (!/^(?:و|ب|في)?الساعه$/.test(tokens[at]!.key)) return undefined
  const next = tokens[at + 1]
  const said = next && /^(\d{1,2})(?:[:.](\d{2}))?$/.exec(next.key)
  if (next?.kind !== 'number' || !said || Number(said[1]) > 24) return undefined
  const evening = /^(?:مساء|ليلا)$/.test(tokens[at + 2]?.key ?? '')
  const named = evening || /^(?:صباحا|ظهرا|فجرا)$/.test(tokens[at + 2]?.key ?? '')
  const hour = Number(said[1]) + (evening && Number(said[1]) < 12 ? 12 : 0)
  return { from: at, to: named ? at + 3 : at + 2, type: 'TIME', value: `T${two(hour)}:${said[2] ?? '00'}` }
}

function amountAt(
  tokens: readonly Token[],
  at: number,
): { count: number | undefined; unit: string; to: number } | undefined {
  const direct = UNITS.get(tokens[at]?.key ?? '')
  if (direct && DUALS.test(tokens[at]!.key) && tokens[at]!.key.length > 4) return { count: 2, unit: direct, to: at + 1 }
  const number = numberAt(tokens, at)
  if (number === undefined) return undefined
  const unit = UNITS.get(tokens[number.to]?.key ?? '')
  return unit ? { count: number.value, unit, to: number.to + 1 } : undefined
}

function ago(tokens: readonly Token[], at: number, anchor: Date | undefined): Found | undefined {
  const key = tokens[at]!.key.replace(/^و/, '')
  if (key !== 'قبل' && key !== 'بعد' && key !== 'منذ') return undefined
  const amount =
    amountAt(tokens, at + 1) ??
    (UNITS.has(tokens[at + 1]?.key ?? '') ? { count: 1, unit: UNITS.get(tokens[at + 1]!.key)!, to: at + 2 } : undefined)
  if (amount === undefined) return undefined
  const { count, unit, to } = amount
  if (key === 'منذ')
    return {
      from: at,
      to,
      type: 'DURATION',
      value: count === undefined ? `PX${unit.replace('T', '')}` : `P${period(count, unit)}`,
    }
  if (unit.startsWith('T') || count === undefined || anchor === undefined)
    return { from: at, to, type: 'DATE', value: key === 'قبل' ? 'PAST_REF' : 'FUTURE_REF' }
  return { from: at, to, type: 'DATE', value: moved(anchor, unit, key === 'قبل' ? -count : count) }
}

function duration(tokens: readonly Token[], at: number): Found | undefined {
  const amount = amountAt(tokens, at)
  if (amount === undefined) return undefined
  return {
    from: at,
    to: amount.to,
    type: 'DURATION',
    value: amount.count === undefined ? `PX${amount.unit.replace('T', '')}` : `P${period(amount.count, amount.unit)}`,
  }
}

function period(count: number, unit: string): string {
  return unit === 'DE' ? `${count * 10}Y` : unit.startsWith('T') ? `T${count}${unit[1]}` : `${count}${unit}`
}
