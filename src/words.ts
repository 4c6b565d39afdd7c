/** Every word that the bot says, from `locales/`, in the reader's language, dates and numbers as the reader writes them. */
import { createInstance, type TFunction } from 'i18next'
import ar from '../locales/ar.json' with { type: 'json' }
import en from '../locales/en.json' with { type: 'json' }
import fr from '../locales/fr.json' with { type: 'json' }

/** The languages that the interface speaks. What articles say stays Arabic. */
export const LANGUAGES = ['ar', 'en', 'fr'] as const
export type Language = (typeof LANGUAGES)[number]

const i18n = createInstance()
// `initAsync: false` loads the resources before the call returns; they are given here, so there is nothing to wait for.
void i18n.init({
  initAsync: false,
  resources: { ar: { translation: ar }, en: { translation: en }, fr: { translation: fr } },
  fallbackLng: 'ar',
  interpolation: { escapeValue: false },
  returnObjects: false,
})

const speakers: Record<Language, TFunction> = {
  ar: i18n.getFixedT('ar'),
  en: i18n.getFixedT('en'),
  fr: i18n.getFixedT('fr'),
}

/**
 * The words for a key of `locales/*.json` in a language; `count` chooses among the plural forms (six in Arabic).
 * A key that a language lacks is said in Arabic; a key that all lack comes back as it is.
 */
export function say(language: Language, key: string, values: Record<string, string | number> = {}): string {
  return speakers[language](key, values)
}

/** Whom words are for: a language, and the time zone that tells how the reader's country writes months and digits. */
export interface Reader {
  language: Language
  /** IANA name: `Africa/Algiers`. */
  timeZone: string
}

/** Countries by the zone of their clocks, where Arabic months or digits differ from the general form. */
const REGION: Record<string, string> = {
  'Africa/Algiers': 'DZ',
  'Africa/Tunis': 'TN',
  'Africa/Casablanca': 'MA',
  'Africa/El_Aaiun': 'MA',
  'Africa/Nouakchott': 'MR',
  'Africa/Tripoli': 'LY',
  'Africa/Cairo': 'EG',
  'Africa/Khartoum': 'SD',
  'Asia/Beirut': 'LB',
  'Asia/Damascus': 'SY',
  'Asia/Amman': 'JO',
  'Asia/Hebron': 'PS',
  'Asia/Gaza': 'PS',
  'Asia/Baghdad': 'IQ',
  'Asia/Kuwait': 'KW',
  'Asia/Riyadh': 'SA',
  'Asia/Qatar': 'QA',
  'Asia/Bahrain': 'BH',
  'Asia/Dubai': 'AE',
  'Asia/Muscat': 'OM',
  'Asia/Aden': 'YE',
}

/** BCP 47 locale of a reader. */
export function localeOf({ language, timeZone }: Reader): string {
  const region = language === 'ar' ? REGION[timeZone] : undefined
  return region ? `${language}-${region}` : language
}

const formats = new Map<string, Intl.DateTimeFormat | Intl.NumberFormat | Intl.ListFormat>()
function formatOf<Format extends Intl.DateTimeFormat | Intl.NumberFormat | Intl.ListFormat>(
  key: string,
  make: () => Format,
): Format {
  const known = formats.get(key) as Format | undefined
  if (known) return known
  const made = make()
  formats.set(key, made)
  return made
}

/**
 * A day as the reader writes it: «23 جانفي 2012». A date without a time is that day everywhere; a moment is shown in the reader's zone.
 * What is no date comes back as it is.
 */
export function sayDate(reader: Reader, iso: string): string {
  const dateOnly = /^\d{4}-\d{2}-\d{2}$/.test(iso)
  const date = new Date(dateOnly ? `${iso}T12:00:00Z` : iso)
  if (Number.isNaN(date.getTime())) return iso
  const timeZone = dateOnly ? 'UTC' : reader.timeZone
  const locale = localeOf(reader)
  return formatOf(
    `day ${locale} ${timeZone}`,
    () =>
      new Intl.DateTimeFormat(locale, {
        day: 'numeric',
        month: 'long',
        year: 'numeric',
        timeZone,
        calendar: 'gregory',
      }),
  ).format(date)
}

/** A month as the reader writes it, with its year where asked: «جانفي», «جانفي 2012». `month` is `2012-01`. */
export function sayMonth(reader: Reader, month: string, withYear = false): string {
  const locale = localeOf(reader)
  return formatOf(
    `month ${locale} ${withYear}`,
    () =>
      new Intl.DateTimeFormat(locale, {
        month: 'long',
        ...(withYear && { year: 'numeric' }),
        timeZone: 'UTC',
        calendar: 'gregory',
      }),
  ).format(new Date(`${month}-15T12:00:00Z`))
}

/** A day without its year: «23 جانفي». `day` is an ISO 8601 date. */
export function sayShortDay(reader: Reader, day: string): string {
  const locale = localeOf(reader)
  return formatOf(
    `short ${locale}`,
    () => new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', timeZone: 'UTC', calendar: 'gregory' }),
  ).format(new Date(`${day}T12:00:00Z`))
}

/** From a day to another, as short as it can be said: «من 23 جانفي إلى 14 مارس 2012», «23 جانفي 2012» for one day. ISO 8601, times are left out. */
export function sayRange(reader: Reader, from: string, to: string): string {
  const [first, last] = [from.slice(0, 10), to.slice(0, 10)]
  if (first === last) return sayDate(reader, first)
  const begin = first.slice(0, 4) === last.slice(0, 4) ? sayShortDay(reader, first) : sayDate(reader, first)
  return say(reader.language, 'answers.range', { from: begin, to: sayDate(reader, last) })
}

/** The name of a day's weekday: «الأربعاء». */
export function sayWeekday(reader: Reader, iso: string): string {
  const locale = localeOf(reader)
  return formatOf(
    `weekday ${locale} ${reader.timeZone}`,
    () => new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: reader.timeZone }),
  ).format(new Date(iso))
}

/** A number in the reader's digits. */
export function sayNumber(reader: Reader, value: number): string {
  const locale = localeOf(reader)
  return formatOf(`number ${locale}`, () => new Intl.NumberFormat(locale)).format(value)
}

/** Words joined as the reader's language joins them: «مالي والنيجر وليبيا». */
export function sayList(reader: Reader, items: readonly string[]): string {
  const locale = localeOf(reader)
  return formatOf(`list ${locale}`, () => new Intl.ListFormat(locale, { type: 'conjunction' })).format(items)
}

/** Names from Arabic articles, joined as Arabic joins them whatever the interface speaks: they stay Arabic content. */
export function sayNames(names: readonly string[]): string {
  return sayList({ language: 'ar', timeZone: 'UTC' }, names)
}

/** Like `say`, with `count` choosing the plural form and `n` standing for it in the reader's digits. */
export function sayCount(
  reader: Reader,
  key: string,
  count: number,
  values: Record<string, string | number> = {},
): string {
  return say(reader.language, key, { ...values, count, n: sayNumber(reader, count) })
}

/** The local date (`2012-01-25`) and clock (`07:30`) of a moment in a time zone. */
export function localTime(timeZone: string, moment: Date): { day: string; clock: string } {
  const parts = formatOf(
    `parts ${timeZone}`,
    () =>
      new Intl.DateTimeFormat('en-CA', {
        timeZone,
        year: 'numeric',
        month: '2-digit',
        day: '2-digit',
        hour: '2-digit',
        minute: '2-digit',
        hourCycle: 'h23',
      }),
  ).formatToParts(moment)
  const part = (type: string) => parts.find((p) => p.type === type)?.value ?? ''
  return { day: `${part('year')}-${part('month')}-${part('day')}`, clock: `${part('hour')}:${part('minute')}` }
}

/** Whether the machine knows a time zone by this name. */
export function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }) !== undefined
  } catch {
    return false
  }
}
