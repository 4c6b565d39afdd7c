/** Names of months and days, as they are written between Rabat and Baghdad. */
import { fold } from '../text/fold.ts'

const numbered = (lines: string[]) =>
  new Map(lines.flatMap((line, i) => line.split('|').map((name) => [fold(name), i + 1] as const)))

/** Gregorian months: Egypt and the Gulf, the Levant and Iraq, Algeria and Tunisia, Morocco, Mauritania. Names of two words are looked up with a space. */
export const MONTHS: ReadonlyMap<string, number> = numbered([
  'يناير|كانون الثاني|جانفي|ينّاير',
  'فبراير|شباط|فيفري|فبرائر',
  'مارس|آذار|مارس',
  'أبريل|نيسان|أفريل|إبريل',
  'مايو|أيار|ماي|أيّار',
  'يونيو|حزيران|جوان|يونيه',
  'يوليو|تموز|جويلية|يوليوز|يوليه',
  'أغسطس|آب|أوت|غشت|أغشت',
  'سبتمبر|أيلول|شتنبر|سبتمبر',
  'أكتوبر|تشرين الأول|أكتوبر',
  'نوفمبر|تشرين الثاني|نونبر|نوفمبر',
  'ديسمبر|كانون الأول|دجنبر|ديسمبر',
])

/** Months of the Hijri calendar. */
export const HIJRI_MONTHS: ReadonlyMap<string, number> = numbered([
  'محرم|المحرم',
  'صفر',
  'ربيع الأول',
  'ربيع الثاني|ربيع الآخر',
  'جمادى الأولى',
  'جمادى الثانية|جمادى الآخرة',
  'رجب',
  'شعبان',
  'رمضان',
  'شوال',
  'ذو القعدة|ذي القعدة',
  'ذو الحجة|ذي الحجة',
])

/** Days of the week, 0 for Sunday. */
export const WEEKDAYS: ReadonlyMap<string, number> = new Map(
  ['الأحد', 'الاثنين|الإثنين', 'الثلاثاء', 'الأربعاء', 'الخميس', 'الجمعة', 'السبت'].flatMap((line, i) =>
    line.split('|').map((name) => [fold(name), i] as const),
  ),
)
