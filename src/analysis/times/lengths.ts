/** How long and how often: durations, what is so long ago or ahead, and what comes again. */
import { isFiniteVerb } from '../lexicon/finite.ts'
import { numberAt } from '../text/numbers.ts'
import type { Token } from '../text/tokens.ts'
import { HIJRI_MONTHS, INDEFINITE_WEEKDAYS, MONTHS, WEEKDAYS } from './calendar.ts'
import { type Context, type Found, keyAt, moved, period, withKey } from './found.ts'
import { tenseBefore } from './tense.ts'
import { DOUBTFUL_UNITS, isDual, isPlural, LASTED, LENGTH_LEADS, PARTS, UNITS } from './time-words.ts'

interface Length {
  /** Undefined for «أيام», «عدة أشهر». */
  count: number | undefined
  unit: string
  to: number
  /** What is said beyond whole units, as ISO parts: «ونصف», «وستة أشهر». */
  rest: string
}

const HALF = /^و(?:ال)?نصف$/
const SMALLER: Record<string, [number, string]> = {
  CE: [50, 'Y'],
  DE: [5, 'Y'],
  Y: [6, 'M'],
  M: [15, 'D'],
  D: [12, 'TH'],
  TH: [30, 'TM'],
  TM: [30, 'TS'],
}
const PARTIAL: ReadonlyMap<string, Record<string, [number, string]>> = new Map<
  string,
  Record<string, [number, string]>
>([
  ['نصف', { TH: [30, 'TM'], Y: [6, 'M'], CE: [50, 'Y'], TM: [30, 'TS'], D: [12, 'TH'], DE: [5, 'Y'] }],
  ['ربع', { TH: [15, 'TM'], CE: [25, 'Y'] }],
  ['ثلث', { TH: [20, 'TM'] }],
])

/** A counted length that begins at a token: «ثلاثة أشهر», «عامين», «نصف ساعة», «سنة ونصف», «ثلاث سنوات وستة أشهر». */
function lengthAt(tokens: readonly Token[], at: number, stem: string, led: boolean): Length | undefined {
  const partial = PARTIAL.get(stem)
  if (partial) {
    const unit = UNITS.get(keyAt(tokens, at + 1).replace(/^ال/, ''))
    const part = unit ? partial[unit] : undefined
    return part && { count: part[0], unit: part[1], to: at + 2, rest: '' }
  }
  const direct = UNITS.get(stem)
  if (direct !== undefined) {
    if (isDual(stem))
      return !led && DOUBTFUL_UNITS.has(stem)
        ? undefined
        : extended(tokens, { count: 2, unit: direct, to: at + 1, rest: '' })
    const one = /^(?:واحد|واحده|كامل|كامله|كاملا|اضافيه|اضافيا|اخري)$/.test(keyAt(tokens, at + 1))
    if (one && stem !== 'يوم') return extended(tokens, { count: 1, unit: direct, to: at + 2, rest: '' })
    if (HALF.test(keyAt(tokens, at + 1))) return extended(tokens, { count: 1, unit: direct, to: at + 1, rest: '' })
    if (!led) return undefined
    if (isPlural(stem))
      return {
        count: undefined,
        unit: direct,
        to: /^(?:قليله|عديده|طويله|طويل)$/.test(keyAt(tokens, at + 1)) ? at + 2 : at + 1,
        rest: '',
      }
    return extended(tokens, { count: 1, unit: direct, to: one ? at + 2 : at + 1, rest: '' })
  }
  const plain = stem === keyAt(tokens, at) ? tokens : stripped(tokens, at, stem)
  const number = numberAt(plain, plain === tokens ? at : 0)
  if (number === undefined) return undefined
  const to = plain === tokens ? number.to : at + number.to
  const unit = UNITS.get(keyAt(tokens, to))
  if (unit === undefined) return undefined
  if (number.value === undefined && keyAt(tokens, to) === 'عام') return undefined
  return extended(tokens, { count: number.value, unit, to: to + 1, rest: '' })
}

function stripped(tokens: readonly Token[], at: number, stem: string): Token[] {
  return tokens.slice(at, at + 9).map((token, i) => (i === 0 ? withKey(token, stem) : token))
}

/** With what is joined to it: «ونصف», «وستة أشهر», «و20 دقيقة». */
function extended(tokens: readonly Token[], length: Length): Length {
  const key = keyAt(tokens, length.to)
  if (HALF.test(key) && length.unit in SMALLER) {
    const [count, unit] = SMALLER[length.unit]!
    // «ساعة ونصف الساعة».
    const again = UNITS.get(keyAt(tokens, length.to + 1).replace(/^ال/, '')) === length.unit
    return { ...length, to: length.to + (again ? 2 : 1), rest: period(count, unit) }
  }
  const at = key === 'و' ? length.to + 1 : length.to
  if (key !== 'و' && !/^و.{2}/.test(key)) return length
  const stem = key === 'و' ? keyAt(tokens, at) : key.slice(1)
  if (
    key === 'و'
      ? tokens[at]?.kind !== 'number'
      : numberAt(stripped(tokens, at, stem), 0) === undefined && !UNITS.has(stem)
  )
    return length
  if (UNITS.has(stem) && !isDual(stem)) return length
  const more = lengthAt(tokens, at, stem, true)
  const order = 'CE DE Y M W D TH TM TS'.split(' ')
  if (more?.count === undefined || order.indexOf(more.unit) <= order.indexOf(length.unit)) return length
  return { ...length, to: more.to, rest: length.rest + period(more.count, more.unit) }
}

/** ISO 8601: `P3Y6M`, `PT1H30M`, `PXD` where the count is not said. */
function isoLength({ count, unit, rest }: Length): string {
  const own = count === undefined ? unknown(unit) : period(count, unit)
  // One T stands before all hours, minutes and seconds.
  const joined = own + (own.startsWith('T') ? rest.replace('T', '') : rest)
  return `P${joined}`
}

const unknown = (unit: string) =>
  unit === 'DE' ? 'XDE' : unit === 'CE' ? 'XCE' : unit.startsWith('T') ? `TX${unit[1]}` : `X${unit}`

/** A length by itself: how long something took or takes. */
export function duration(context: Context, at: number, stem: string): Found | undefined {
  const { tokens } = context
  const before = keyAt(tokens, at - 1)
  const led =
    LENGTH_LEADS.has(before) || LASTED.has(before) || (/^ل/.test(keyAt(tokens, at)) && stem !== keyAt(tokens, at))
  // «10، 000 سنة»: the end of a number.
  if (stem === '000') return undefined
  const length = lengthAt(tokens, at, stem, led) ?? adverbialLength(tokens, at, stem)
  if (length === undefined) return undefined
  // «لأيام»: for days; «ليوم 5 ماي», «لعام 2011», «لشهر رمضان» are dates.
  if (length.count === 1 && /^(?:\d|$)/.test(keyAt(tokens, length.to)) && tokens[length.to]?.kind === 'number')
    return undefined
  if (led && UNITS.has(stem) && !isDual(stem) && !isPlural(stem) && !LENGTH_LEADS.has(before) && !LASTED.has(before))
    return undefined
  return { from: at, to: length.to, type: 'DURATION', value: isoLength(length) }
}

const MANY = /^(?:عده|عديده|قليله|معدوده|طويله|كثيره|متواصله|متتاليه)$/
const BESIDE = /^(?:قبل|بعد|من)$/

/** A unit that tells how long by its form or by what stands behind it: «علقت الدراسة أسبوعا», «أياما», «أيام عدة», «ساعات قبل الاقتراع», «سنوات من الحرب». */
function adverbialLength(tokens: readonly Token[], at: number, stem: string): Length | undefined {
  const unit = UNITS.get(stem)
  if (unit === undefined) return undefined
  if (stem === 'اسبوعا' || stem === 'شهرا') return extended(tokens, { count: 1, unit, to: at + 1, rest: '' })
  if (!isPlural(stem)) return undefined
  const next = keyAt(tokens, at + 1)
  if (MANY.test(next)) return { count: undefined, unit, to: at + 2, rest: '' }
  // «أشهر من» is more famous than.
  const told =
    /ا$/.test(stem) || (BESIDE.test(next) && stem !== 'اشهر' && !(next === 'من' && keyAt(tokens, at + 2) === 'ان'))
  return told ? { count: undefined, unit, to: at + 1, rest: '' } : undefined
}

/** «قبل عامين», «منذ ثلاثة أيام», «بعد شهر», «خلال أسبوع», «قبل يومين من الاقتراع», «على مدى عقد». */
export function ledLength(context: Context, at: number, stem: string): Found | undefined {
  const { tokens, anchor } = context
  let i = at + 1
  // «منذ نحو عامين», «خلال أقل من شهر», «بعد مرور عام».
  while (
    /^(?:نحو|حوالي|قرابه|زهاء|اكثر|اقل|ازيد|من|مرور|مضي|مده|ما|يقارب|يزيد|يقرب|عن|علي)$/.test(keyAt(tokens, i)) &&
    i - at < 5
  )
    i++
  const key = keyAt(tokens, i)
  if (key === 'قليل' && i === at + 1 && (stem === 'قبل' || stem === 'بعد' || stem === 'منذ'))
    return { from: at, to: i + 1, type: 'DATE', value: stem === 'بعد' ? 'FUTURE_REF' : 'PAST_REF' }
  // «خلال شهر رمضان», «منذ عام 2011», «بعد يوم الأحد» are dates.
  const length = lengthAt(tokens, i, key, true)
  if (length === undefined) return undefined
  const behind = tokens[length.to]
  const alone = UNITS.has(key) && !isDual(key) && !isPlural(key)
  if (alone && length.rest === '' && length.to === i + 1 && behind && namesIt(behind, key)) return undefined
  const from = LEADS_OUTSIDE.has(stem) ? i : at
  if (stem === 'منذ') return { from: at, to: length.to, type: 'DURATION', value: isoLength(length) }
  if (stem !== 'قبل' && stem !== 'بعد') return { from, to: length.to, type: 'DURATION', value: isoLength(length) }
  // «قبل يومين من الاقتراع», «بعد عام على الحرب»: counted from something else than today.
  if (/^(?:من|علي)$/.test(behind?.key ?? '') && !/^(?:الان|اليوم)$/.test(keyAt(tokens, length.to + 1)))
    return { from: i, to: length.to, type: 'DURATION', value: isoLength(length) }
  const { count, unit } = length
  if (stem === 'بعد' && isCountedFromThen(tokens, at, length.to, unit))
    return { from: i, to: length.to, type: 'DURATION', value: isoLength(length) }
  if (i > at + 1 || unit.startsWith('T') || count === undefined || anchor === undefined || length.rest !== '')
    return { from: at, to: length.to, type: 'DATE', value: stem === 'قبل' ? 'PAST_REF' : 'FUTURE_REF' }
  return { from: at, to: length.to, type: 'DATE', value: moved(anchor, unit, stem === 'قبل' ? -count : count) }
}

/** «ثم انسحبت بعد ثلاثة أيام», «وبعد ساعتين استهدفت»: counted from what was told before, not from today. */
function isCountedFromThen(tokens: readonly Token[], at: number, to: number, unit: string): boolean {
  const tense = tenseBefore(tokens, at)
  if (tense === 'future') return false
  const behind = tokens[to]
  if (behind && /^[وف]?س[يت]/.test(behind.key)) return false
  return (
    tense === 'past' ||
    unit.startsWith('T') ||
    // «بعد 46 يوما قضوها في الأسر»
    (behind !== undefined && (/.{2}وها$/.test(behind.key) || (/(?:وا|ت)$/.test(behind.key) && isFiniteVerb(behind))))
  )
}

/** These lead to a length without being part of it: «لمدة [ثلاثة أشهر]». */
const LEADS_OUTSIDE = new Set(
  'خلال غضون ظرف مده لمده مدي مدار طيله طوال مضي مرور فتره لفتره اثناء زهاء نحو حوالي قرابه'.split(' '),
)
const FIRST_OF_MONTHS = new Set([...MONTHS.keys(), ...HIJRI_MONTHS.keys()].map((name) => name.split(' ')[0]!))

function namesIt(next: Token, unit: string): boolean {
  if (next.kind === 'number') return true
  if (unit === 'يوم' || unit === 'عام' || unit === 'شهر' || unit === 'سنه')
    return (
      FIRST_OF_MONTHS.has(next.key) ||
      WEEKDAYS.has(next.key) ||
      INDEFINITE_WEEKDAYS.has(next.key) ||
      /^(?:امس|غد|ال.*)$/.test(next.key)
    )
  // «عقد اجتماع»: to hold one.
  return (unit === 'عقد' || unit === 'ثانيه') && next.kind === 'word' && !/^(?:من|في|علي|و.*)$/.test(next.key)
}

const OFTEN: ReadonlyMap<string, string> = new Map(
  [
    ['يومي', 'P1D'],
    ['سنوي', 'P1Y'],
    ['شهري', 'P1M'],
    ['اسبوعي', 'P1W'],
    ['فصلي', 'P3M'],
  ].flatMap(([often, value]) =>
    ['ا', '', 'ه'].flatMap((end) =>
      (end === 'ا' ? [often] : [often, `ال${often}`]).map((word) => [word + end, value!] as const),
    ),
  ),
)

/** Words for how often something comes again. */
export const OFTEN_HEADS: readonly string[] = [...OFTEN.keys()]

/** «سنويا», «مرتين أسبوعيا», «حصة سنوية», «الاجتماع الشهري». */
export function adverbialSet({ tokens }: Context, at: number, stem: string): Found | undefined {
  const value = OFTEN.get(stem)
  if (value === undefined) return undefined
  // «يومي السبت والأحد», «شهري يناير وفبراير» are two days, two months.
  if (stem.endsWith('ي') && !stem.startsWith('ال')) {
    const next = tokens[at + 1]
    if (next?.kind === 'number' || (next && (WEEKDAYS.has(next.key) || FIRST_OF_MONTHS.has(next.key)))) return undefined
  }
  return { from: at, to: at + 1, type: 'SET', value }
}

/** «كل يوم جمعة», «كل عام», «كل ستة أشهر», «كل صباح», «أيام الجمعة». */
export function everySet(context: Context, at: number, stem: string): Found | undefined {
  const { tokens } = context
  const set = (to: number, value: string): Found => ({ from: at, to, type: 'SET', value })
  const next = keyAt(tokens, at + 1)
  if (stem === 'ايام') {
    const day = WEEKDAYS.get(next)
    return day === undefined ? undefined : set(at + 2, `XXXX-WXX-${day || 7}`)
  }
  const i =
    /^(?:يوم|ايام|ليله|صباح|مساء)$/.test(next) && INDEFINITE_WEEKDAYS.has(keyAt(tokens, at + 2).replace(/^ال/, ''))
      ? at + 2
      : at + 1
  const day = INDEFINITE_WEEKDAYS.get(keyAt(tokens, i)) ?? (i > at + 1 ? WEEKDAYS.get(keyAt(tokens, i)) : undefined)
  // «كل أحد»: everybody; a bare «أحد» needs «يوم».
  if (day !== undefined && !(i === at + 1 && day === 0))
    return set(i + 1, `XXXX-WXX-${day || 7}${i > at + 1 ? (PARTS.get(next) ?? '') : ''}`)
  const unit = UNITS.get(next)
  if (unit !== undefined) return set(at + 2, `P${period(isDual(next) ? 2 : 1, unit)}`)
  const part = PARTS.get(next)
  if (part) return set(at + 2, `XXXX-XX-XX${part}`)
  const season = { صيف: 'SU', شتاء: 'WI', ربيع: 'SP', خريف: 'FA' }[next]
  if (season) return set(at + 2, `XXXX-${season}`)
  const number = numberAt(tokens, at + 1)
  const counted = number?.value !== undefined ? UNITS.get(keyAt(tokens, number.to)) : undefined
  return counted ? set(number!.to + 1, `P${period(number!.value!, counted)}`) : undefined
}

const EACH: ReadonlyMap<string, string> = new Map([
  ['اليوم', 'P1D'],
  ['الاسبوع', 'P1W'],
  ['الشهر', 'P1M'],
  ['السنه', 'P1Y'],
  ['العام', 'P1Y'],
  ['الساعه', 'PT1H'],
])

/** «مرتين في الأسبوع», «مليون برميل في اليوم»: so often in each; the unit itself. */
export function perUnit({ tokens }: Context, at: number, _stem: string): Found | undefined {
  const unit = EACH.get(keyAt(tokens, at + 1))
  if (unit === undefined) return undefined
  const before = keyAt(tokens, at - 1)
  const counted = /^(?:مره|مرتين|مرات|مرتان|برميل|برميلا|طن|طنا|لتر|كيلومتر|مترا|سجاءر|وجبات|حاله|رحله|رحلات)$/.test(
    before,
  )
  return counted ? { from: at + 1, to: at + 2, type: 'SET', value: unit } : undefined
}
