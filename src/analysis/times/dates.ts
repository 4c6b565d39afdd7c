/** Dates by day, month and year: in digits and in words, Gregorian and Hijri. */
import { numberAt } from '../text/numbers.ts'
import type { Token } from '../text/tokens.ts'
import { DOUBTFUL_MONTHS, HIJRI_MONTHS, hijri, hijriYear, MONTHS } from './calendar.ts'
import { type Context, DAY, type Found, iso, keyAt, moved, two } from './found.ts'
import { isPastRightBefore, tenseBefore } from './tense.ts'
import { exactShiftOf, ordinalOf, shiftOf, UNITS, WHEN_PREPOSITIONS } from './time-words.ts'

const YEAR = /^(?:1\d|20|21)\d{2}$/
const YEAR_WORD =
  /^(?:[بل]?عام|[بل]?سنه|العام|السنه|للعام|للسنه|عامي|سنتي|الاعوام|السنوات|اعوام|سنوات|العامين|السنتين)$/
const HIJRI_MARK = /^(?:ه|هـ|هجري|هجريه|الهجري|للهجره|الهجريه)$/
const JOINERS = /^(?:و|الي|حتي|-|–|او|،|\/)$/

/** «25/01/2012», «2012-01-25», «25.1.12»: day first, as Arab news writes it, unless the year leads. */
export function numericDate({ tokens }: Context, at: number): Found | undefined {
  const token = tokens[at]!
  let parts = /^(\d{1,4})[/.](\d{1,2})[/.](\d{1,4})$/.exec(token.key)?.slice(1, 4)
  let to = at + 1
  if (!parts && glued(tokens, at) && glued(tokens, at + 2)) {
    parts = [token.key, tokens[at + 2]!.key, tokens[at + 4]!.key]
    to = at + 5
  }
  if (!parts) return undefined
  const [a, b, c] = parts.map(Number) as [number, number, number]
  let [y, m, d] = parts[0]!.length === 4 ? [a, b, c] : [c, b, a]
  // A year of two digits stands only behind slashes: «3.5.12» is a version or a sum.
  if (parts[0]!.length <= 2 && parts[2]!.length === 2 && token.key.includes('/')) y += y < 50 ? 2000 : 1900
  // Written the American way round.
  if (m > 12 && d <= 12) [m, d] = [d, m]
  if (y < 1000 || y > 2200 || m < 1 || m > 12 || d < 1 || d > daysIn(y, m)) return undefined
  if (HIJRI_MARK.test(keyAt(tokens, to)) || (y > 1300 && y < 1500))
    return { from: at, to: HIJRI_MARK.test(keyAt(tokens, to)) ? to + 1 : to, type: 'DATE', value: hijri(y, m, d) }
  return { from: at, to, type: 'DATE', value: `${y}-${two(m)}-${two(d)}` }
}

/** A number and a hyphen and a number with nothing between them. */
function glued(tokens: readonly Token[], at: number): boolean {
  const [one, mark, other] = [tokens[at], tokens[at + 1], tokens[at + 2]]
  return (
    one?.kind === 'number' &&
    mark?.text === '-' &&
    other?.kind === 'number' &&
    one.end === mark.start &&
    mark.end === other.start &&
    /^\d{1,4}$/.test(one.key) &&
    /^\d{1,4}$/.test(other.key)
  )
}

const daysIn = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate()

interface Month {
  month: number
  to: number
  hijri: boolean
  doubtful: boolean
}

/** The month that begins at a token, with its other name behind a slash or in brackets («كانون الثاني/يناير», «تموز (يوليو)»). */
function monthAt(tokens: readonly Token[], at: number, stem = keyAt(tokens, at)): Month | undefined {
  if (tokens[at]?.kind !== 'word') return undefined
  const one = nameOfMonth(stem, keyAt(tokens, at + 1)) ?? nameOfMonth(unjoined(stem), keyAt(tokens, at + 1))
  if (one === undefined) return undefined
  const month = { ...one, to: at + one.words, doubtful: one.words === 1 && DOUBTFUL_MONTHS.has(stem) }
  const bracket = keyAt(tokens, month.to) === '('
  if (keyAt(tokens, month.to) === '/' || keyAt(tokens, month.to) === '-' || bracket) {
    const second = nameOfMonth(keyAt(tokens, month.to + 1), keyAt(tokens, month.to + 2))
    if (second?.month === one.month) {
      const end = month.to + 1 + second.words
      month.to = bracket && keyAt(tokens, end) === ')' ? end + 1 : end
      month.doubtful = false
    }
  }
  return month
}

const unjoined = (key: string) => key.replace(/^[وف]?[بلك]?(?=.{3})/, '')

function nameOfMonth(first: string, second: string): { month: number; words: number; hijri: boolean } | undefined {
  const pair = `${first} ${second}`
  const double = MONTHS.get(pair)
  if (double) return { month: double, words: 2, hijri: false }
  const lunar = HIJRI_MONTHS.get(pair)
  if (lunar) return { month: lunar, words: 2, hijri: true }
  const single = MONTHS.get(first)
  if (single) return { month: single, words: 1, hijri: false }
  const moon = HIJRI_MONTHS.get(first)
  return moon ? { month: moon, words: 1, hijri: true } : undefined
}

/** What is said of the year behind a month: its number, or a shift against the year of publication. */
function yearBehind(
  tokens: readonly Token[],
  at: number,
): { year?: number; shift?: -1 | 0 | 1; ofYear?: boolean; hijri?: true; to: number } {
  let i = at
  const comma = /^[،,]$/.test(keyAt(tokens, i)) && YEAR.test(keyAt(tokens, i + 1))
  if (comma) i++
  if (/^(?:من|ل)$/.test(keyAt(tokens, i)) && YEAR_WORD.test(keyAt(tokens, i + 1))) i++
  const named = YEAR_WORD.test(keyAt(tokens, i))
  if (named) i++
  if (tokens[i]?.kind === 'number' && YEAR.test(keyAt(tokens, i))) {
    const lunar = HIJRI_MARK.test(keyAt(tokens, i + 1))
    const era = lunar || keyAt(tokens, i + 1) === 'م'
    return { year: Number(keyAt(tokens, i)), to: era ? i + 2 : i + 1, ...(lunar && { hijri: true as const }) }
  }
  if (named) {
    const shift = shiftOf(keyAt(tokens, i))
    return shift === undefined || !/^(?:ال|لل)/.test(keyAt(tokens, i - 1))
      ? { to: at }
      : { shift, ofYear: true, to: i + 1 }
  }
  const shift = exactShiftOf(keyAt(tokens, at))
  return shift === undefined ? { to: at } : { shift, to: at + 1 }
}

/** A month, with a day, a year or a reference where they are said. */
export function monthDate(context: Context, at: number, stem: string): Found | undefined {
  const { tokens } = context
  const led = stem === 'شهر'
  const month = led ? monthAt(tokens, at + 1) : monthAt(tokens, at, stem)
  if (month === undefined) return undefined
  const behind = yearBehind(tokens, month.to)
  const before = keyAt(tokens, at - 1)
  // «باب» is a door: with «ب» before it Âb keeps its madda.
  const joined =
    keyAt(tokens, at) !== stem && /^[بلف]/.test(keyAt(tokens, at)) && (stem !== 'اب' || tokens[at]!.text.includes('آ'))
  const sure = led || joined || behind.to > month.to || WHEN_PREPOSITIONS.has(before) || isMonthBefore(tokens, at)
  if (month.doubtful && !sure) return undefined
  return { from: at, to: behind.to, type: 'DATE', value: dateValue(context, at, month, undefined, behind) }
}

/** «من مارس إلى ماي», «مارس وأفريل»: a month beside a month is one. */
function isMonthBefore(tokens: readonly Token[], at: number): boolean {
  return MONTHS.has(keyAt(tokens, at - 1)) || (JOINERS.test(keyAt(tokens, at - 1)) && MONTHS.has(keyAt(tokens, at - 2)))
}

/** «هجمات 11 سبتمبر» are those of 2001, in whatever year they are spoken of. */
const ATTACKS = /^[وفبل]?(?:ال)?(?:هجمات|اعتداءات|احداث|تفجيرات)$/

/** A day and its month: «25 يناير», «الخامس من ماي», «3 و4 و5 ماي», «12 من الشهر الجاري», «الفاتح من نوفمبر». */
export function dayOfMonth(context: Context, at: number, stem: string): Found | undefined {
  const { tokens } = context
  const day = dayAt(tokens, at, stem)
  if (day === undefined || isPartOfMonth(keyAt(tokens, at - 1))) return undefined
  const plain = dateBehind(context, day.to, day.value)
  if (plain) {
    const attacks = ATTACKS.test(keyAt(tokens, at - 1)) && /-09-11$/.test(plain.value)
    return { from: at, to: plain.to, type: 'DATE', value: attacks ? '2001-09-11' : plain.value }
  }
  // The month of a list or range of days stands behind the last of them.
  let i = day.to
  for (let hops = 0; hops < 5; hops++) {
    if (!JOINERS.test(keyAt(tokens, i))) return undefined
    const next = dayAt(tokens, i + 1, keyAt(tokens, i + 1))
    if (next === undefined) return undefined
    const month = dateBehind(context, next.to, day.value)
    if (month) return { from: at, to: day.to, type: 'DATE', value: month.value }
    i = next.to
  }
  return undefined
}

/** «الأسبوع الأول من أبريل», «النصف الثاني من مارس». */
const isPartOfMonth = (key: string) => /^[وفبل]?(?:ال|لل)(?:اسبوع|نصف|ثلث|عشر)$/.test(key)

function dayAt(tokens: readonly Token[], at: number, stem: string): { value: number; to: number } | undefined {
  const token = tokens[at]
  if (token?.kind === 'number') {
    const value = /^\d{1,2}$/.test(token.key) ? Number(token.key) : 0
    return value >= 1 && value <= 31 ? { value, to: at + 1 } : undefined
  }
  if (stem === 'الفاتح' || stem === 'فاتح' || stem === 'غره') return { value: 1, to: at + 1 }
  if (stem === 'اول') return undefined
  const ordinal = ordinalOf(stem, keyAt(tokens, at + 1))
  return ordinal && ordinal.value <= 31 ? { value: ordinal.value, to: at + ordinal.words } : undefined
}

function dateBehind(context: Context, at: number, day: number): { value: string; to: number } | undefined {
  const { tokens, anchor } = context
  let i = at
  if (/^(?:من|ل)$/.test(keyAt(tokens, i))) i++
  if (/^(?:شهر|لشهر)$/.test(keyAt(tokens, i))) i++
  const month = monthAt(tokens, i)
  if (month) {
    const behind = yearBehind(tokens, month.to)
    // «فاز 3 صفر»: a score, unless more says that it is a month.
    if (keyAt(tokens, i) === 'صفر' && i === at && behind.to === month.to) return undefined
    return { value: dateValue(context, at, month, day, behind), to: behind.to }
  }
  // «12 من هذا الشهر».
  if (i > at && keyAt(tokens, i) === 'هذا' && keyAt(tokens, i + 1) === 'الشهر')
    return { value: withDay(moved(anchor, 'M', 0), day), to: i + 2 }
  if (i === at && !/^(?:الجاري|الحالي|الشهر)$/.test(keyAt(tokens, i))) return undefined
  // «12 من الشهر الجاري», «12 الجاري», «الخامس من الشهر المقبل».
  const named = /^(?:الشهر|شهر)$/.test(keyAt(tokens, i))
  const shift = exactShiftOf(keyAt(tokens, named ? i + 1 : i))
  if (shift === undefined || (!named && shift !== 0)) return undefined
  return { value: withDay(moved(anchor, 'M', shift), day), to: named ? i + 2 : i + 1 }
}

function withDay(month: string, day: number): string {
  const [y, m] = month.split('-').map(Number)
  const known = Number.isFinite(y) && Number.isFinite(m)
  return day > (known ? daysIn(y!, m!) : 31) ? month : `${month}-${two(day)}`
}

function dateValue(
  { tokens, anchor }: Context,
  at: number,
  month: Month,
  day: number | undefined,
  behind: ReturnType<typeof yearBehind>,
): string {
  if (month.hijri) return hijriValue(anchor, month.month, day, behind)
  const year = behind.year ?? (anchor && yearFrom(tokens, at, anchor, month.month, day, behind.shift, behind.ofYear))
  const text = `${year === undefined ? 'XXXX' : String(year)}-${two(month.month)}`
  return day === undefined ? text : withDay(text, day)
}

function hijriValue(
  anchor: Date | undefined,
  month: number,
  day: number | undefined,
  { year, shift, ofYear }: ReturnType<typeof yearBehind>,
): string {
  if (year !== undefined) return hijri(year, month, day)
  if (anchor === undefined) return day === undefined ? 'XXXX-XX' : 'XXXX-XX-XX'
  const now = hijriYear(anchor)
  if (ofYear) return hijri(now + (shift ?? 0), month, day)
  const middle = day ?? 15
  // A month that is running is neither past nor to come.
  const edge = day !== undefined || shift === undefined || shift === 0 ? middle : shift === -1 ? 29 : 1
  const distance = (y: number) => Date.parse(hijri(y, month, edge)) - anchor.getTime()
  const years = [now - 1, now, now + 1]
  const fits =
    shift === -1 ? years.filter((y) => distance(y) < 0) : shift === 1 ? years.filter((y) => distance(y) > 0) : years
  const best = (fits.length > 0 ? fits : years).reduce((a, b) =>
    Math.abs(distance(b)) < Math.abs(distance(a)) ? b : a,
  )
  return hijri(best, month, day)
}

/** News without a year speaks of the nearest such month, unless it says «الماضي» or «المقبل», or its verbs tell that it was or is to come. */
function yearFrom(
  tokens: readonly Token[],
  at: number,
  anchor: Date,
  month: number,
  day: number | undefined,
  shift: -1 | 0 | 1 | undefined,
  ofYear: boolean | undefined,
): number {
  const year = anchor.getUTCFullYear()
  const now = anchor.getUTCMonth() + 1
  if (ofYear) return year + (shift ?? 0)
  const sameMonth = day === undefined ? 0 : day - anchor.getUTCDate()
  const ahead = month === now ? sameMonth : month - now
  if (shift === -1) return ahead < 0 || (ahead === 0 && day !== undefined) ? year : year - 1
  if (shift === 1) return ahead > 0 ? year : year + 1
  if (shift === 0) return year
  const since = keyAt(tokens, at - 1) === 'منذ'
  if (Math.abs(month - now) <= SURELY_NEAR) return since && month > now ? year - 1 : year
  const was = since || isPastRightBefore(tokens, at)
  if (month > now) return was || (month - now > 6 && !leadsAhead(tokens, at)) ? year - 1 : year
  return was || now - month <= 6 || tenseBefore(tokens, at) === 'past' ? year : year + 1
}

/** So many months away there is no doubt which one is meant. */
const SURELY_NEAR = 1
const AHEAD = new Set('قبيل بحلول ابتداء اعتبارا استعدادا تحضيرا تمهيدا'.split(' '))

/** «قبيل انتخابات ديسمبر», «سيجتمعون في ديسمبر»: a month to come. */
function leadsAhead(tokens: readonly Token[], at: number): boolean {
  for (let i = at - 1; i >= at - 3; i--) if (AHEAD.has(keyAt(tokens, i))) return true
  return tenseBefore(tokens, at) === 'future'
}

/** A year led by a word for it: «عام 2011», «سنة 1432 هـ», «عامي 2010 و2011». */
export function namedYear({ tokens }: Context, at: number): Found | undefined {
  const i = at + 1
  const number = tokens[i]
  if (number?.kind === 'word') return yearInWords(tokens, at)
  if (number?.kind !== 'number' || !/^\d{2,4}$/.test(number.key)) return undefined
  const era = eraBehind(tokens, i + 1)
  if (!era && !YEAR.test(number.key)) return undefined
  return { from: at, to: era?.to ?? i + 1, type: 'DATE', value: era ? era.value(Number(number.key)) : number.key }
}

/** «عام ألفين وعشرة». */
function yearInWords(tokens: readonly Token[], at: number): Found | undefined {
  if (!/^(?:الف|الفين|الفان)$/.test(keyAt(tokens, at + 1))) return undefined
  const said = numberAt(tokens, at + 1)
  return said?.value !== undefined && YEAR.test(String(said.value))
    ? { from: at, to: said.to, type: 'DATE', value: String(said.value) }
    : undefined
}

function eraBehind(tokens: readonly Token[], at: number): { to: number; value(year: number): string } | undefined {
  const [one, two_, three, four] = [
    keyAt(tokens, at),
    keyAt(tokens, at + 1),
    keyAt(tokens, at + 2),
    keyAt(tokens, at + 3),
  ]
  const four_ = (year: number) => String(year).padStart(4, '0')
  if (HIJRI_MARK.test(one)) return { to: at + 1, value: (year) => hijri(year) }
  if (one === 'قبل' && two_ === 'الميلاد') return { to: at + 2, value: (year) => `BC${four_(year)}` }
  if (one === 'ق' && two_ === '.' && three === 'م')
    return { to: four === '.' ? at + 4 : at + 3, value: (year) => `BC${four_(year)}` }
  if (/^(?:م|ميلادي|ميلاديه|للميلاد)$/.test(one)) return { to: at + 1, value: four_ }
  return undefined
}

/** Behind these a bare number of four digits is a year. */
const YEAR_LEADS =
  /^[وف]?(?:في|منذ|حتي|خلال|بحلول|قبل|بعد|مطلع|نهايه|بدايه|اواخر|اواءل|منتصف|صيف|شتاء|ربيع|خريف|بين|لغايه|دستور|انتخابات|موازنه|ميزانيه)$/
const COUNTABLE_BEHIND = /^(?:ال|[وفبلك])|ه$/

/** «في 2011», «بين 2011 و2013», «2011-2013», «2011 و2012»: a year that only its neighbours tell. */
export function bareYear(context: Context, at: number): Found | undefined {
  const { tokens, last } = context
  const token = tokens[at]!
  const era = /^\d{2,4}$/.test(token.key) ? eraBehind(tokens, at + 1) : undefined
  if (era && keyAt(tokens, at + 1) !== 'م' && !HIJRI_MARK.test(keyAt(tokens, at + 1)))
    return { from: at, to: era.to, type: 'DATE', value: era.value(Number(token.key)) }
  if (!/^(?:19|20)\d{2}$/.test(token.key) && !(YEAR.test(token.key) && continues(context, at))) return undefined
  if (era) return { from: at, to: era.to, type: 'DATE', value: era.value(Number(token.key)) }
  const found: Found = { from: at, to: at + 1, type: 'DATE', value: token.key }
  if (continues(context, at)) return found
  if (!YEAR_LEADS.test(keyAt(tokens, at - 1)) && !joinedTo(tokens, at)) return undefined
  if (last && last.to === at - 1 && last.type === 'DATE' && /^\d{4}/.test(last.value) && keyAt(tokens, at - 1) === 'و')
    return found
  // «في 2000 قرية» counts something.
  const next = tokens[at + 1]
  const counts = next?.kind === 'word' && UNITS.get(next.key) === undefined && !endsPhrase(next)
  return counts && COUNTABLE_BEHIND.test(next.key) === false && token.key === '2000' ? undefined : found
}

const endsPhrase = (token: Token) =>
  WHEN_PREPOSITIONS.has(token.key) || /^(?:ان|الذي|التي|كان|كما|مع|علي|عن)$/.test(token.key)

/** «و2013», «إلى 2013», «-2013» behind a year just found. */
function continues({ tokens, last }: Context, at: number): boolean {
  return (
    last !== undefined &&
    last.type === 'DATE' &&
    /^\d{4}$/.test(last.value) &&
    last.to === at - 1 &&
    JOINERS.test(keyAt(tokens, at - 1))
  )
}

/** «2011-2013», «2011/2012»: two years joined by a mark, the first of them here. */
function joinedTo(tokens: readonly Token[], at: number): boolean {
  return /^[-–/]$/.test(keyAt(tokens, at + 1)) && /^(?:19|20)\d{2}$/.test(keyAt(tokens, at + 2))
}

/** The full date of a dateline («الجزائر – 25 يناير 2012 –») in the first words of a text, as a day; undefined where none is explicit. */
export function datelineOf(context: Context, found: Found | undefined): Date | undefined {
  if (found === undefined || found.to > DATELINE || !/^\d{4}-\d{2}-\d{2}$/.test(found.value)) return undefined
  const behind = context.tokens[found.to]
  const closes = behind === undefined || /^[-–—:(|]$/.test(behind.text)
  const day = Date.parse(`${found.value}T00:00:00Z`)
  return closes && !Number.isNaN(day) && iso(new Date(Math.floor(day / DAY) * DAY)) === found.value
    ? new Date(day)
    : undefined
}

/** A dateline is over after so many tokens. */
export const DATELINE = 14
