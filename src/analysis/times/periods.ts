/** Weeks, months, seasons, quarters, years, decades and centuries, as they are told from today or by their number. */
import { fold } from '../text/fold.ts'
import { lettersBeforeNumber, numberAt } from '../text/numbers.ts'
import type { Token } from '../text/tokens.ts'
import { perWord, wordOf } from '../text/word.ts'
import { hijri } from './calendar.ts'
import { monthDate } from './dates.ts'
import { type Context, type Found, keyAt, moved, period, withKey } from './found.ts'
import { tenseBefore } from './tense.ts'
import {
  DEMONSTRATIVE_FAR,
  DEMONSTRATIVE_NEAR,
  exactShiftOf,
  isDual,
  isPlural,
  ordinalOf,
  SAME,
  SAME_BEHIND,
  shiftOf,
  UNITS,
  WHEN_PREPOSITIONS,
} from './time-words.ts'

const YEAR = /^(?:1\d|20|21)\d{2}$/
const VAGUE_NUMBER = /^(?:القليله|العديده|المعدوده|الاولي|الاخيره|الطويله)$/
const REFERENCE = { '-1': 'PAST_REF', '0': 'PRESENT_REF', '1': 'FUTURE_REF' } as const

/** The unit of a definite word: «الأسبوع» → W. */
function unitOf(stem: string): { unit: string; word: string } | undefined {
  if (!stem.startsWith('ال')) return undefined
  const word = stem.slice(2)
  const unit = UNITS.get(word)
  return unit === undefined ? undefined : { unit, word }
}

/** «الأسبوع الماضي», «السنوات الخمس الماضية», «الأشهر الـ6 المقبلة», «العام قبل الماضي»; «العام نفسه» takes up the last one named. */
export function relativeUnit(context: Context, at: number, stem: string): Found | undefined {
  const { tokens, anchor } = context
  const known = unitOf(stem)
  if (known === undefined) return undefined
  const { unit, word } = known
  let i = at + 1
  // «العام الدراسي المقبل», «السنة المالية 2026».
  if (unit === 'Y' && KIND_OF_YEAR.test(keyAt(tokens, i))) {
    i++
    if (YEAR.test(keyAt(tokens, i))) return { from: at, to: i + 1, type: 'DATE', value: keyAt(tokens, i) }
  }
  const part = unit === 'W' && !isPlural(word) ? partOfMonth(context, at) : undefined
  if (part) return part
  const counted = countAt(tokens, i)
  if (counted) i = counted.to
  if (counted && VAGUE_NUMBER.test(keyAt(tokens, i))) i++
  const beforeLast = beforeLastAt(tokens, i)
  if (beforeLast !== undefined && unit !== undefined && !unit.startsWith('T') && !counted)
    return { from: at, to: beforeLast, type: 'DATE', value: moved(anchor, unit, -2) }
  const shift = shiftOf(keyAt(tokens, i))
  if (shift === undefined) {
    if (counted?.count === undefined) return sameAgain(context, at, unit, i)
    // «الأشهر الستة», «الأيام العشرة الأولى»; «العقود الثلاثة» may be contracts.
    const first = /^(?:الاولي|الاخيره)$/.test(keyAt(tokens, i))
    return isPlural(word) && unit !== 'DE'
      ? { from: at, to: first ? i + 1 : i, type: 'DURATION', value: `P${period(counted.count, unit)}` }
      : undefined
  }
  const many = counted ?? (isDual(word) ? { count: 2 } : isPlural(word) ? { count: undefined } : undefined)
  let to = i + 1
  if (many) {
    if (many.count !== undefined) return { from: at, to, type: 'DURATION', value: `P${period(many.count, unit)}` }
    return { from: at, to, type: 'DATE', value: REFERENCE[shift] }
  }
  // «الدقيقة الأخيرة» of a match.
  if (unit.startsWith('T') && exactShiftOf(keyAt(tokens, i)) === undefined) return undefined
  if (unit.startsWith('T')) return { from: at, to, type: 'DATE', value: REFERENCE[shift] }
  // «العام المقبل 2013», «العام الجاري (2012)».
  if (unit === 'Y' && YEAR.test(keyAt(tokens, to)))
    return { from: at, to: ++to, type: 'DATE', value: keyAt(tokens, to - 1) }
  return { from: at, to, type: 'DATE', value: moved(anchor, unit, shift) }
}

const KIND_OF_YEAR = /^(?:الدراسي|الدراسيه|المالي|الماليه|الجامعي|الجامعيه|الهجري|الهجريه|الميلادي|الميلاديه)$/

/** «الأسبوع الأول من أبريل», «النصف الثاني من الشهر المقبل»: as the month that it is part of. */
function partOfMonth(context: Context, at: number): Found | undefined {
  const { tokens } = context
  const ordinal = ordinalOf(keyAt(tokens, at + 1), '')?.words ?? (/^الاخير/.test(keyAt(tokens, at + 1)) ? 1 : 0)
  if (ordinal === 0 || keyAt(tokens, at + 2) !== 'من') return undefined
  const key = keyAt(tokens, at + 3)
  const month = key === 'الشهر' ? relativeUnit(context, at + 3, key) : monthDate(context, at + 3, key)
  return month && { ...month, from: at }
}

/** A count behind a definite plural: «الخمس», «الثلاثة», «الـ6», «القليلة». */
function countAt(tokens: readonly Token[], at: number): { count: number | undefined; to: number } | undefined {
  const key = keyAt(tokens, at)
  if (/^(?:القليله|المعدوده|العديده)$/.test(key)) return { count: undefined, to: at + 1 }
  if (key === 'ال' && tokens[at + 1]?.kind === 'number') return digits(tokens, at + 1)
  if (tokens[at]?.kind === 'number') return digits(tokens, at)
  if (tokens[at] === undefined || !isDefiniteNumber(tokens[at])) return undefined
  const bare = tokens.slice(at, at + 3).map((token, i) => (i === 0 ? withKey(token, token.key.slice(2)) : token))
  const number = numberAt(bare, 0)
  return number?.value === undefined || number.value > 200 ? undefined : { count: number.value, to: at + number.to }
}

/** Whether a word is a number behind the article. */
const isDefiniteNumber = perWord(
  ({ key }) => /^ال.{2,}/.test(key) && lettersBeforeNumber({ word: wordOf(key.slice(2), 'word') }) !== undefined,
)

function digits(tokens: readonly Token[], at: number): { count: number; to: number } | undefined {
  return /^\d{1,3}$/.test(keyAt(tokens, at)) ? { count: Number(keyAt(tokens, at)), to: at + 1 } : undefined
}

/** «الأسبوع قبل الماضي», «العام ما قبل الماضي». */
function beforeLastAt(tokens: readonly Token[], at: number): number | undefined {
  const i = keyAt(tokens, at) === 'ما' ? at + 1 : at
  return keyAt(tokens, i) === 'قبل' && keyAt(tokens, i + 1) === 'الماضي' ? i + 2 : undefined
}

/** How many characters of an ISO value tell of a unit. */
const GRAIN: Record<string, RegExp> = {
  D: /^\d{4}-\d{2}-\d{2}/,
  W: /^\d{4}-W\d{2}/,
  M: /^\d{4}-\d{2}(?!\d)/,
  Y: /^\d{4}/,
}
/** So many expressions back the one may be that is taken up. */
const TAKEN_UP = 8

/** What the last expressions say of a unit. */
function namedLast({ named }: Context, unit: string): string | undefined {
  const grain = GRAIN[unit]
  if (grain === undefined || named === undefined) return undefined
  for (let i = named.length - 1; i >= 0 && i >= named.length - TAKEN_UP; i--) {
    const said = grain.exec(named[i]!)?.[0]
    if (said !== undefined) return said
  }
  return undefined
}

/** «اليوم نفسه», «العام ذاته», «اليوم التالي»: the last one named, or the day after it. */
function sameAgain(context: Context, at: number, unit: string, i: number): Found | undefined {
  const { tokens } = context
  const next = /^(?:التالي|الموالي|التاليه|المواليه)$/.test(keyAt(tokens, i))
  if (!next && !SAME_BEHIND.has(keyAt(tokens, i))) return undefined
  const value = namedLast(context, unit)
  const shifted = next ? value && nextOf(value, unit) : value
  return { from: at, to: i + 1, type: 'DATE', value: shifted ?? moved(undefined, unit, 0) }
}

function nextOf(value: string, unit: string): string | undefined {
  if (unit === 'Y') return String(Number(value) + 1)
  if (unit === 'W') return undefined
  return moved(new Date(`${value}${unit === 'M' ? '-01' : ''}T00:00:00Z`), unit, 1)
}

/** «هذا الأسبوع», «هذه السنة»; «ذلك اليوم», «نفس العام» take up the last one named. */
export function pointedAt(context: Context, at: number, stem: string): Found | undefined {
  const { tokens, anchor } = context
  const next = keyAt(tokens, at + 1)
  if (DEMONSTRATIVE_FAR.has(stem) && (next === 'الحين' || next === 'الوقت'))
    return { from: at, to: at + 2, type: 'DATE', value: 'PAST_REF' }
  const known = unitOf(next) ?? (SAME.has(stem) ? unitOf(`ال${next}`) : undefined)
  if (known === undefined || known.unit.startsWith('T')) return undefined
  const { unit, word } = known
  if (isPlural(word) || isDual(word)) {
    if (!DEMONSTRATIVE_NEAR.has(stem) || unit !== 'D') return undefined
    return { from: at, to: at + 2, type: 'DATE', value: 'PRESENT_REF' }
  }
  if (DEMONSTRATIVE_NEAR.has(stem)) {
    const to = YEAR.test(keyAt(tokens, at + 2)) && unit === 'Y' ? at + 3 : at + 2
    return { from: at, to, type: 'DATE', value: to === at + 3 ? keyAt(tokens, at + 2) : moved(anchor, unit, 0) }
  }
  return {
    from: at,
    to: at + 2,
    type: 'DATE',
    value: namedLast(context, unit) ?? moved(undefined, unit, 0),
  }
}

/** A year that the words behind a season or quarter say: «2011», «عام 2011», «من العام الجاري», «الماضي». */
function yearAt({ tokens, anchor }: Context, at: number): { year: string; to: number } | undefined {
  let i = at
  if (/^(?:من|ل|ب)$/.test(keyAt(tokens, i))) i++
  const demonstrative = keyAt(tokens, i) === 'هذا' || keyAt(tokens, i) === 'هذه'
  if (demonstrative) i++
  const named = /^[لب]?(?:عام|سنه|العام|السنه|لعام)$|^لل(?:عام|سنه)$/.test(keyAt(tokens, i))
  if (named) i++
  if (YEAR.test(keyAt(tokens, i))) return { year: keyAt(tokens, i), to: i + 1 }
  if (named && demonstrative) return { year: moved(anchor, 'Y', 0), to: i }
  const adjective = keyAt(tokens, i) === 'المالي' || keyAt(tokens, i) === 'الماليه' ? i + 1 : i
  const shift = shiftOf(keyAt(tokens, adjective))
  if (shift === undefined) return undefined
  if (named) return { year: moved(anchor, 'Y', shift), to: adjective + 1 }
  return undefined
}

const SEASONS: Record<string, { code: string; months: [number, number] }> = {
  صيف: { code: 'SU', months: [6, 9] },
  شتاء: { code: 'WI', months: [12, 3] },
  ربيع: { code: 'SP', months: [3, 6] },
  خريف: { code: 'FA', months: [9, 12] },
}

const UNTIL = /^(?:الي|حتي|قبل|بحلول)$/

/** «صيف 2011», «الخريف الماضي», «شتاء العام الجاري»: a season with what tells its year. */
export function season(context: Context, at: number, stem: string): Found | undefined {
  const { tokens, anchor } = context
  const word = stem.replace(/^ال/, '')
  const known = SEASONS[word]
  if (known === undefined) return undefined
  const year = yearAt(context, at + 1)
  if (year) return { from: at, to: year.to, type: 'DATE', value: `${year.year}-${known.code}` }
  const before = keyAt(tokens, at - 1)
  const near = before === 'هذا' && stem !== word
  const told = stem === word ? undefined : shiftOf(keyAt(tokens, at + 1))
  // «منذ الصيف», «خلال الشتاء»: the last one, or the next; «الربيع العربي» is called after one.
  const led = stem !== word && WHEN_PREPOSITIONS.has(before) && !keyAt(tokens, at + 1).startsWith('ال')
  const shift = near
    ? 0
    : (told ?? (led ? (UNTIL.test(before) || tenseBefore(tokens, at) === 'future' ? 1 : -1) : undefined))
  if (shift === undefined) return undefined
  const to = near || told === undefined ? at + 1 : at + 2
  if (anchor === undefined) return { from: at, to, type: 'DATE', value: `XXXX-${known.code}` }
  const month = anchor.getUTCMonth() + 1
  const [first, after] = known.months
  const thisYear = anchor.getUTCFullYear()
  const passed = known.code === 'WI' ? month >= after && month < first : month >= after
  const begun = month >= first
  // «سينطلق في الربيع» in its first days is in this one; «الربيع المقبل» is not.
  const over = told === undefined ? passed : begun
  const value =
    shift === -1 ? (passed ? thisYear : thisYear - 1) : shift === 1 ? (over ? thisYear + 1 : thisYear) : thisYear
  return { from: at, to, type: 'DATE', value: `${value}-${known.code}` }
}

/** «الربع الثاني من العام الحالي», «الثلاثي الأول من 2012», «النصف الأول من العام»: quarters and halves of a year. */
export function quarter(context: Context, at: number, stem: string): Found | undefined {
  const { tokens } = context
  const letter = /^ال(?:ربع|ثلاثي|فصل)$/.test(stem) ? 'Q' : /^ال(?:نصف|سداسي)$/.test(stem) ? 'H' : undefined
  if (letter === undefined) return undefined
  const ordinal =
    ordinalOf(keyAt(tokens, at + 1), '') ??
    (/^الاخير/.test(keyAt(tokens, at + 1)) ? { value: letter === 'Q' ? 4 : 2 } : undefined)
  if (ordinal === undefined || ordinal.value > (letter === 'Q' ? 4 : 2)) return undefined
  const part = letter === 'H' ? partOfMonth(context, at) : undefined
  if (part) return part
  const bareYear = keyAt(tokens, at + 2) === 'من' && /^(?:العام|السنه)$/.test(keyAt(tokens, at + 3))
  const year = yearAt(context, at + 2) ?? (bareYear ? { year: moved(context.anchor, 'Y', 0), to: at + 4 } : undefined)
  return year && { from: at, to: year.to, type: 'DATE', value: `${year.year}-${letter}${ordinal.value}` }
}

const DECADES: Record<string, number> = {
  عشرين: 2,
  ثلاثين: 3,
  اربعين: 4,
  خمسين: 5,
  ستين: 6,
  سبعين: 7,
  ثمانين: 8,
  تسعين: 9,
}

/** «تسعينيات القرن الماضي», «الثمانينات»: a decade, of the twentieth century unless it says another. */
export function decade(context: Context, at: number, stem: string): Found | undefined {
  const { tokens } = context
  const word = /^(?:ال)?(.*?)(?:يات|ات)$/.exec(stem)?.[1] ?? ''
  const tens = DECADES[word]
  if (tens === undefined) return undefined
  const next = keyAt(tokens, at + 1)
  // «الثمانينيات من عمره».
  if (next === 'من' && /^(?:عمر|العمر)/.test(keyAt(tokens, at + 2))) return undefined
  const of = next === 'من' ? at + 2 : at + 1
  const whole = keyAt(tokens, of) === 'القرن' ? century(context, of, 'القرن') : undefined
  if (whole && /^\d{2}$/.test(whole.value))
    return { from: at, to: whole.to, type: 'DATE', value: `${whole.value}${tens}` }
  if (whole) return { from: at, to: whole.to, type: 'DATE', value: `XX${tens}` }
  // «العشرينيات» alone are as often somebody's age.
  return tens >= 3 && stem.startsWith('ال') ? { from: at, to: at + 1, type: 'DATE', value: `19${tens}` } : undefined
}

/** «القرن الماضي», «القرن التاسع عشر», «القرن الأول قبل الميلاد», «القرن السابع الهجري». */
export function century(context: Context, at: number, _stem: string): Found | undefined {
  const { tokens, anchor } = context
  const first = keyAt(tokens, at + 1)
  const shift = shiftOf(first)
  // News written in this century means the last one by «القرن الماضي», whether its own day is known or not.
  if (shift !== undefined)
    return { from: at, to: at + 2, type: 'DATE', value: moved(anchor ?? new Date(Date.UTC(2001, 0, 1)), 'CE', shift) }
  const digitsOf = keyAt(tokens, at + 1) === 'ال' ? at + 2 : at + 1
  const number = /^\d{1,2}$/.test(keyAt(tokens, digitsOf))
    ? { value: Number(keyAt(tokens, digitsOf)), to: digitsOf + 1 }
    : undefined
  const ordinal = ordinalOf(first, keyAt(tokens, at + 2))
  const told = number ?? (ordinal && { value: ordinal.value, to: at + 1 + ordinal.words })
  if (told === undefined || told.value > 30) return undefined
  const { value, to } = told
  const behind = keyAt(tokens, to)
  if (behind === 'قبل' && keyAt(tokens, to + 1) === 'الميلاد')
    return { from: at, to: to + 2, type: 'DATE', value: `BC${String(value - 1).padStart(2, '0')}` }
  if (/^(?:الهجري|للهجره)$/.test(behind))
    return { from: at, to: to + 1, type: 'DATE', value: hijri(value * 100 - 50).slice(0, 2) }
  const named = /^(?:الميلادي|للميلاد)$/.test(behind)
  return { from: at, to: named ? to + 1 : to, type: 'DATE', value: String(value - 1).padStart(2, '0') }
}

interface Pointing {
  second?: RegExp
  value: string
}

const keysOf = (words: string, pointing: Pointing) => words.split(' ').map((word) => [fold(word), pointing] as const)

/** Times that only point: «حاليا», «مؤخرا», «الآونة الأخيرة», «في المستقبل القريب». */
export const POINTERS: ReadonlyMap<string, Pointing> = new Map<string, Pointing>([
  ['حاليا', { value: 'PRESENT_REF' }],
  ['الان', { value: 'PRESENT_REF' }],
  ['موءخرا', { value: 'PAST_REF' }],
  ['مءخرا', { value: 'PAST_REF' }],
  ['قريبا', { second: /^(?!من$).*$/, value: 'FUTURE_REF' }],
  ...keysOf('آنذاك حينذاك وقتذاك حينئذ وقتئذ آنئذ يومئذ حينها حينه وقتها', { value: 'PAST_REF' }),
  ...keysOf('الحالي الحالية الحاليين الراهن الراهنة', { value: 'PRESENT_REF' }),
  ['الاونه', { second: /^الاخيره$/, value: 'PAST_REF' }],
  ['المستقبل', { second: /^(?:القريب|المنظور|القريبه)$/, value: 'FUTURE_REF' }],
])

/** An expression that points without a unit: «الآن», «الفترة المقبلة», «الوقت الراهن». */
export function pointer({ tokens }: Context, at: number, stem: string): Found | undefined {
  const known = POINTERS.get(stem)
  // «آلان» is a name.
  if (known && !(stem === 'الان' && /^[وف]?[آأإ]/.test(tokens[at]!.text))) {
    const behind = keyAt(tokens, at + 1)
    if (known.second && !known.second.test(behind)) return undefined
    return { from: at, to: known.second && stem !== 'قريبا' ? at + 2 : at + 1, type: 'DATE', value: known.value }
  }
  const shift = shiftOf(keyAt(tokens, at + 1))
  return shift === undefined ? undefined : { from: at, to: at + 2, type: 'DATE', value: REFERENCE[shift] }
}

/** Words that a reference makes an expression of time, though they are no unit. */
export const SPANS = ['الفتره', 'المرحله', 'الوقت', 'المده', 'الحقبه'] as const
