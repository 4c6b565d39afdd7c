/** The stretch of time that a question is about, read with the engine's own reader of times against the reader's day. */
import { readDocument } from '../analysis/text/document.ts'
import { fold } from '../analysis/text/fold.ts'
import { findTimes } from '../analysis/times/times.ts'

/** Days, ISO 8601, both within. */
export interface Period {
  from: string
  to: string
  /** As typed. */
  text: string
}

const SINCE = /(?:^|\s)(?:منذ|مذ|ابتداء من|اعتبارا من|بعد)\s*(?:شهر|يوم|عام|سنه)?\s*$/
const UNTIL = /(?:^|\s)(?:حتي|الي غايه|قبل)\s*(?:شهر|يوم|عام|سنه)?\s*$/
const LEAD =
  /(?:^|\s)(?:في|خلال|منذ|مذ|بين|من|الي|حتي|غايه|ابتداء|اعتبارا|قبل|بعد|شهر|يوم|عام|سنه|بتاريخ|اثناء|طوال|و)\s*$/

/** Words by which a length is counted back from today: «خلال أسبوع», «الأيام العشرة الأخيرة». */
const BACKWARD = /اخر|خلال|منذ|مذ|ماضي|منصرم|اخير|في |فاءت|past|last|depuis/

/** The first and last day of a TIMEX3 date; undefined for what names none («PAST_REF», «XXXX-01»). */
export function daysOf(value: string): { from: string; to: string } | undefined {
  const day = /^(\d{4}-\d{2}-\d{2})/.exec(value)
  if (day) return { from: day[1]!, to: day[1]! }
  const week = /^(\d{4})-W(\d{2})/.exec(value)
  if (week) {
    const fourth = new Date(Date.UTC(Number(week[1]), 0, 4))
    const monday = fourth.getTime() + ((Number(week[2]) - 1) * 7 - ((fourth.getUTCDay() + 6) % 7)) * DAY
    return { from: iso(monday), to: iso(monday + 6 * DAY) }
  }
  const month = /^(\d{4})-(\d{2})$/.exec(value)
  if (month) return { from: `${value}-01`, to: iso(Date.UTC(Number(month[1]), Number(month[2]), 0)) }
  const part = /^(\d{4})-(Q|H)(\d)$/.exec(value)
  if (part) {
    const months = part[2] === 'Q' ? 3 : 6
    const first = (Number(part[3]) - 1) * months
    return { from: iso(Date.UTC(Number(part[1]), first, 1)), to: iso(Date.UTC(Number(part[1]), first + months, 0)) }
  }
  const season = /^(\d{4})-(SP|SU|FA|WI)$/.exec(value)
  if (season) {
    const first = { SP: 2, SU: 5, FA: 8, WI: 11 }[season[2] as 'SP']
    return { from: iso(Date.UTC(Number(season[1]), first, 1)), to: iso(Date.UTC(Number(season[1]), first + 3, 0)) }
  }
  const year = /^(\d{4})$/.exec(value)
  return year ? { from: `${value}-01-01`, to: `${value}-12-31` } : undefined
}

const DAY = 86_400_000
const iso = (time: number) => new Date(time).toISOString().slice(0, 10)

/**
 * Reads the period of a question and takes its words out.
 * @param today ISO 8601 day of the reader
 */
export function readPeriod(typed: string, today: string): { rest: string; period?: Period } {
  const times = findTimes(readDocument(typed), today).flatMap((time) => {
    const days = time.type === 'DATE' || time.type === 'TIME' ? daysOf(time.value) : undefined
    // «مدة عقد الغاز» asks for no ten years.
    const around = fold(typed.slice(Math.max(0, time.span.start - 8), time.span.end + 8))
    const length = time.type === 'DURATION' && BACKWARD.test(around) ? lastDays(time.value, today) : undefined
    const found = days ?? length
    return found ? [{ ...found, span: time.span }] : []
  })
  const first = times[0]
  if (first === undefined) return { rest: typed }
  const last = times[1] ?? first
  const before = fold(typed.slice(0, first.span.start))
  const period = {
    from: UNTIL.test(before) ? '0000-01-01' : first.from,
    to: SINCE.test(before) && last === first ? today : UNTIL.test(before) ? first.to : last.to,
    text: typed.slice(first.span.start, last.span.end),
  }
  if (period.to < period.from) [period.from, period.to] = [last.from, first.to]
  return {
    rest: withoutSpans(
      typed,
      (last === first ? [first] : [first, last]).map(({ span }) => span),
    ),
    period,
  }
}

/** «الأيام العشرة الأخيرة», «آخر شهرين»: the length counted back from today. */
function lastDays(value: string, today: string): { from: string; to: string } | undefined {
  const length = /^P(\d+)([DWMY])$/.exec(value)
  if (!length) return undefined
  const days = Number(length[1]) * { D: 1, W: 7, M: 30, Y: 365 }[length[2] as 'D']
  return { from: iso(Date.parse(today) - days * DAY), to: today }
}

function withoutSpans(typed: string, spans: { start: number; end: number }[]): string {
  let rest = typed
  for (const { start, end } of [...spans].sort((a, b) => b.start - a.start)) {
    if (start >= rest.length) continue
    let head = rest.slice(0, start)
    while (LEAD.test(fold(head))) head = head.trimEnd().replace(/\S+$/, '')
    rest = `${head} ${rest.slice(end)}`
  }
  return rest.replace(/\s+/g, ' ').trim()
}

/** The day of a moment in a time zone, ISO 8601. */
export function localDay({ now, timeZone }: { now: Date; timeZone: string }): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(now)
}
