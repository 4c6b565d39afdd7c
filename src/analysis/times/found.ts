import type { TimeExpression } from '../analysis.ts'
import type { Token } from '../text/tokens.ts'
import { wordOf } from '../text/word.ts'

/** Milliseconds of a day. */
export const DAY = 86_400_000

/** An expression of time as a range of tokens, half-open. */
export interface Found {
  from: number
  to: number
  type: TimeExpression['type']
  value: string
}

/** What an expression is read against. */
export interface Context {
  tokens: readonly Token[]
  /** The day of publication, midnight UTC. */
  anchor: Date | undefined
  /** The last expression found before, which «اليوم نفسه», «في العام ذاته» take up. */
  last: Found | undefined
  /** The values of all dates and times found before, in order. */
  named: string[] | undefined
}

/** Reads an expression that begins at a token; `stem` is the token's key without clitics. */
export type Matcher = (context: Context, at: number, stem: string) => Found | undefined

export const two = (n: number): string => String(n).padStart(2, '0')
export const iso = (date: Date): string => date.toISOString().slice(0, 10)

/** The key of a token, empty behind the end. */
export const keyAt = (tokens: readonly Token[], at: number): string => tokens[at]?.key ?? ''

/** A token as if its word were spelled otherwise: without its clitics or its article. */
export const withKey = (token: Token, key: string): Token => ({ ...token, key, text: key, word: wordOf(key, 'word') })

/** The day that is so many days from the anchor, as ISO 8601, or its unknown form. */
export function dayFrom(anchor: Date | undefined, shift: number): string {
  return anchor ? iso(new Date(anchor.getTime() + shift * DAY)) : 'XXXX-XX-XX'
}

/** ISO 8601 week of a date: `2012-W03`. */
export function isoWeek(date: Date): string {
  const thursday = new Date(date.getTime() + (4 - (date.getUTCDay() || 7)) * DAY)
  const first = Date.UTC(thursday.getUTCFullYear(), 0, 1)
  return `${thursday.getUTCFullYear()}-W${two(1 + Math.floor((thursday.getTime() - first) / (7 * DAY)))}`
}

/** How an unknown day, month … is written. */
const UNKNOWN: Record<string, string> = {
  D: 'XXXX-XX-XX',
  W: 'XXXX-WXX',
  M: 'XXXX-XX',
  Y: 'XXXX',
  DE: 'XXX',
  CE: 'XX',
}

/** The day, week, month, year, decade or century so many units from the anchor, in the granularity of the unit. */
export function moved(anchor: Date | undefined, unit: string, shift: number): string {
  if (anchor === undefined) return UNKNOWN[unit] ?? 'XXXX'
  const year = anchor.getUTCFullYear()
  switch (unit) {
    case 'CE':
      return String(Math.floor(year / 100) + shift)
    case 'DE':
      return String(Math.floor(year / 10) + shift)
    case 'Y':
      return String(year + shift)
    case 'M': {
      const months = year * 12 + anchor.getUTCMonth() + shift
      return `${Math.floor(months / 12)}-${two((((months % 12) + 12) % 12) + 1)}`
    }
    case 'W':
      return isoWeek(new Date(anchor.getTime() + shift * 7 * DAY))
    default:
      return dayFrom(anchor, shift)
  }
}

/** An ISO 8601 duration without its P: `3M`, `T20M`, `10Y` for a decade. */
export function period(count: number, unit: string): string {
  const exact = (n: number) => String(Math.round(n * 100) / 100)
  if (unit === 'DE') return `${exact(count * 10)}Y`
  if (unit === 'CE') return `${exact(count * 100)}Y`
  return unit.startsWith('T') ? `T${exact(count)}${unit[1]}` : `${exact(count)}${unit}`
}
