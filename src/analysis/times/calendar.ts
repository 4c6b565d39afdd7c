/** Names of months and days, as they are written between Rabat and Baghdad; Hijri dates as Gregorian ones. */
import { fold } from '../text/fold.ts'
import { DAY, iso } from './found.ts'

const numbered = (lines: string[]) =>
  new Map(lines.flatMap((line, i) => line.split('|').map((name) => [fold(name), i + 1] as const)))

/** Gregorian months: Egypt and the Gulf, the Levant and Iraq, Algeria and Tunisia, Morocco, Mauritania, Libya. Names of two words are looked up with a space. */
export const MONTHS: ReadonlyMap<string, number> = numbered([
  'يناير|كانون الثاني|كانون ثاني|كانون ثان|جانفي|جانفيي',
  'فبراير|شباط|فيفري|فبرائر|فبرير',
  'مارس|آذار|مارث',
  'أبريل|نيسان|أفريل|إبريل|ابريل',
  'مايو|أيار|ماي|مايه',
  'يونيو|حزيران|جوان|يونيه|يونية',
  'يوليو|تموز|جويلية|يوليوز|يوليه|يولية',
  'أغسطس|آب|أوت|غشت|أغشت',
  'سبتمبر|أيلول|شتنبر|سبتنبر',
  'أكتوبر|تشرين الأول|تشرين أول|أوكتوبر',
  'نوفمبر|تشرين الثاني|تشرين ثاني|تشرين ثان|نونبر|نوفنبر',
  'ديسمبر|كانون الأول|كانون أول|دجنبر|دسمبر',
])

/** Months of the Hijri calendar. */
export const HIJRI_MONTHS: ReadonlyMap<string, number> = numbered([
  'محرم|المحرم',
  'صفر',
  'ربيع الأول|ربيع أول',
  'ربيع الثاني|ربيع الآخر|ربيع ثاني',
  'جمادى الأولى|جمادى الأول',
  'جمادى الثانية|جمادى الآخرة|جمادى الثاني',
  'رجب',
  'شعبان',
  'رمضان',
  'شوال',
  'ذو القعدة|ذي القعدة|ذوالقعدة',
  'ذو الحجة|ذي الحجة|ذوالحجة',
])

/** Months that are ordinary words or names too count only with a day, a year, a reference or a preposition beside them. */
export const DOUBTFUL_MONTHS: ReadonlySet<string> = new Set(
  'آب ماي صفر أيار رجب شعبان رمضان محرم المحرم مارس شوال تموز جوان نيسان'.split(' ').map(fold),
)

const DAYS = ['الأحد', 'الاثنين|الإثنين|الأثنين', 'الثلاثاء|الثلاثا', 'الأربعاء|الاربعا', 'الخميس', 'الجمعة', 'السبت']

/** Days of the week, 0 for Sunday. */
export const WEEKDAYS: ReadonlyMap<string, number> = new Map(
  DAYS.flatMap((line, i) => line.split('|').map((name) => [fold(name), i] as const)),
)

/** The same without the article, as after «كل» or «يوم». */
export const INDEFINITE_WEEKDAYS: ReadonlyMap<string, number> = new Map(
  [...WEEKDAYS].map(([name, day]) => [name.slice(2), day]),
)

const UMM_AL_QURA = new Intl.DateTimeFormat('en-u-ca-islamic-umalqura-nu-latn', {
  day: 'numeric',
  month: 'numeric',
  timeZone: 'UTC',
})
const HIJRI_YEAR = 354.36707
const HIJRI_MONTH = 29.5305885
const HIJRI_EPOCH = Date.UTC(622, 6, 19)
const hijriCache = new Map<string, string>()

/**
 * A Hijri date as Gregorian, ISO 8601; to the month where no day is said, to the year where no month is (the one that holds most of it). The mean length of
 * months finds it nearly, the Umm al-Qura calendar of ICU exactly.
 */
export function hijri(year: number, month?: number, day?: number): string {
  if (month === undefined)
    return String(new Date(HIJRI_EPOCH + (year - 0.5) * HIJRI_YEAR * DAY).getUTCFullYear()).padStart(4, '0')
  const key = `${year}-${month}-${day}`
  const known = hijriCache.get(key)
  if (known) return known
  const days = (year - 1) * HIJRI_YEAR + (month - 1) * HIJRI_MONTH + (day ?? 15) - 1
  const near = HIJRI_EPOCH + days * DAY
  let found = new Date(near)
  for (let shift = -4; shift <= 4; shift++) {
    const date = new Date(near + shift * DAY)
    if (UMM_AL_QURA.format(date) === `${month}/${day ?? 15}`) {
      found = date
      break
    }
  }
  const value = iso(found).slice(0, day === undefined ? 7 : 10)
  if (hijriCache.size > 5000) hijriCache.clear()
  hijriCache.set(key, value)
  return value
}

/** The Hijri year that is running at a day. */
export function hijriYear(date: Date): number {
  return Math.floor((date.getTime() - HIJRI_EPOCH) / DAY / HIJRI_YEAR) + 1
}
