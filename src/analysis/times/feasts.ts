/** Days that are called by what is celebrated: «رأس السنة», «عيد الفطر». */
import { fold } from '../text/fold.ts'
import { hijri, hijriYear } from './calendar.ts'
import { type Context, DAY, type Found, iso, keyAt } from './found.ts'
import { exactShiftOf } from './time-words.ts'

interface Feast {
  /** Of the Hijri calendar, else of the Gregorian. */
  hijri: boolean
  month: number
  day: number
}

const feast = (month: number, day: number, hijri = false): Feast => ({ hijri, month, day })
const FEASTS = new Map<string, Feast>(
  (
    [
      ['رأس السنة', feast(1, 1)],
      ['رأس السنة الميلادية', feast(1, 1)],
      ['رأس السنة الهجرية', feast(1, 1, true)],
      ['عيد الميلاد', feast(12, 25)],
      ['عيد العمال', feast(5, 1)],
      ['عيد الفطر', feast(10, 1, true)],
      ['عيد الأضحى', feast(12, 10, true)],
      ['المولد النبوي', feast(3, 12, true)],
    ] as const
  ).map(([name, day]) => [fold(name), day]),
)

/** First words of the names of feasts. */
export const FEAST_HEADS: ReadonlySet<string> = new Set([...FEASTS.keys()].map((name) => name.split(' ')[0]!))

/** A feast as the day on which it begins: the nearest one, unless «الماضي» or «المقبل» says another; without an anchor its day and month where they are Gregorian. */
export function feastDay({ tokens, anchor }: Context, at: number, stem: string): Found | undefined {
  const pair = `${stem} ${keyAt(tokens, at + 1)}`
  const triple = FEASTS.get(`${pair} ${keyAt(tokens, at + 2)}`)
  const known = triple ?? FEASTS.get(pair)
  if (known === undefined) return undefined
  let to = at + (triple ? 3 : 2)
  // «عيد الفطر المبارك».
  if (/^(?:المبارك|المجيد|الشريف)$/.test(keyAt(tokens, to))) to++
  const shift = exactShiftOf(keyAt(tokens, to))
  if (shift !== undefined) to++
  return { from: at, to, type: 'DATE', value: nearest(known, anchor, shift) }
}

function nearest({ hijri: lunar, month, day }: Feast, anchor: Date | undefined, shift: -1 | 0 | 1 | undefined): string {
  if (anchor === undefined)
    return lunar ? 'XXXX-XX-XX' : iso(new Date(Date.UTC(2000, month - 1, day))).replace(/^2000/, 'XXXX')
  const now = lunar ? hijriYear(anchor) : anchor.getUTCFullYear()
  const days = [now - 1, now, now + 1].map((year) =>
    lunar ? Date.parse(hijri(year, month, day)) : Date.UTC(year, month - 1, day),
  )
  const away = days.map((time) => (time - anchor.getTime()) / DAY)
  const fits = days.filter((_, i) => (shift === -1 ? away[i]! < 0 : shift === 1 ? away[i]! > 0 : true))
  const best = fits.reduce((a, b) => (Math.abs(b - anchor.getTime()) < Math.abs(a - anchor.getTime()) ? b : a))
  return iso(new Date(best))
}
