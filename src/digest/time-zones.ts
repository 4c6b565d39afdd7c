import { foldName } from '../analysis/text/fold.ts'
import { isTimeZone } from '../words.ts'

/** What Arab readers call the zones that they live in; any IANA name is understood as well. */
const BY_NAME: Record<string, string> = {
  'Africa/Algiers': 'الجزائر|وهران|قسنطينة',
  'Africa/Tunis': 'تونس|صفاقس',
  'Africa/Casablanca': 'الرباط|المغرب|الدار البيضاء',
  'Africa/Nouakchott': 'نواكشوط|موريتانيا',
  'Africa/Tripoli': 'طرابلس|ليبيا|بنغازي',
  'Africa/Cairo': 'القاهرة|مصر|الإسكندرية',
  'Africa/Khartoum': 'الخرطوم|السودان',
  'Africa/Mogadishu': 'مقديشو|الصومال',
  'Africa/Djibouti': 'جيبوتي',
  'Africa/Bamako': 'باماكو|مالي',
  'Africa/Niamey': 'نيامي|النيجر',
  'Africa/Ndjamena': 'نجامينا|تشاد',
  'Asia/Beirut': 'بيروت|لبنان',
  'Asia/Damascus': 'دمشق|سوريا|حلب',
  'Asia/Amman': 'عمان|الأردن',
  'Asia/Hebron': 'القدس|رام الله|الضفة|فلسطين',
  'Asia/Gaza': 'غزة',
  'Asia/Baghdad': 'بغداد|العراق|البصرة|أربيل',
  'Asia/Kuwait': 'الكويت',
  'Asia/Riyadh': 'الرياض|السعودية|مكة|جدة',
  'Asia/Bahrain': 'المنامة|البحرين',
  'Asia/Qatar': 'الدوحة|قطر',
  'Asia/Dubai': 'أبوظبي|أبو ظبي|دبي|الإمارات',
  'Asia/Muscat': 'مسقط|سلطنة عمان',
  'Asia/Aden': 'صنعاء|عدن|اليمن',
  'Europe/Istanbul': 'إسطنبول|أنقرة|تركيا',
  'Asia/Tehran': 'طهران|إيران',
  'Europe/Paris': 'باريس|فرنسا',
  'Europe/London': 'لندن|بريطانيا',
  'Europe/Berlin': 'برلين|ألمانيا',
  'Europe/Brussels': 'بروكسل|بلجيكا',
  'America/New_York': 'نيويورك|واشنطن',
}
const ZONES = new Map(
  Object.entries(BY_NAME).flatMap(([zone, names]) => names.split('|').map((name) => [foldName(name), zone] as const)),
)

/** The IANA time zone that a typed name means: an IANA name in any case, or a capital or country in Arabic; undefined when none. */
export function timeZoneNamed(typed: string): string | undefined {
  const known = ZONES.get(foldName(typed).replace(/^(?:بتوقيت|توقيت) /, ''))
  if (known) return known
  const name = typed.trim().replace(/\s+/g, '_')
  return /^[\w+\-/]+$/.test(name) && isTimeZone(name)
    ? new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone
    : undefined
}
