/** How often the news of a desk names somebody, by weeks while there are few days, else by months: the picture and the page in words tell the same. */
import type { Actor } from '../archive/actors.ts'
import type { Archive } from '../archive/archive.ts'
import type { DayOfNews } from '../archive/frequency.ts'

/** A week or a month; days, ISO 8601, both within. */
export interface NewsPeriod {
  from: string
  to: string
  /** `week`: seven days from the first one with an article on. */
  unit: 'week' | 'month'
  /** All articles of the desk, and those that name the actor. */
  articles: number
  naming: number
}

/** Days up to which weeks are told: of more their labels would run into each other. */
const WEEKS_UP_TO = 56
const DAY = 86_400_000
const WEEK = 7 * DAY
const iso = (moment: number) => new Date(moment).toISOString().slice(0, 10)

/** A year of the desk's news before an actor's first mention shows that it is new. */
const YEAR_BEFORE = 366 * DAY

/** How often a desk names an actor, from a year before it first did: the last so many weeks or months. */
export async function oftenNamed(
  archive: Pick<Archive, 'frequency'>,
  desk: string,
  { number, firstSeen }: Actor,
  most: number,
): Promise<NewsPeriod[]> {
  const first = Date.parse(firstSeen.slice(0, 10))
  const from = Number.isNaN(first) ? '' : iso(first - YEAR_BEFORE)
  return newsPeriods(await archive.frequency.days(desk, number, from), most)
}

/**
 * Days put together, the earliest first; weeks and months without an article between others count too.
 * @param most the last so many are given
 */
export function newsPeriods(days: readonly DayOfNews[], most: number): NewsPeriod[] {
  const dated = days.filter(({ day }) => /^\d{4}-\d{2}-\d{2}$/.test(day))
  const [first, last] = [dated[0], dated.at(-1)].map((each) => Date.parse(each?.day ?? ''))
  if (first === undefined || last === undefined || Number.isNaN(first)) return []
  const unit = last - first <= WEEKS_UP_TO * DAY ? 'week' : 'month'
  const periodOf = (day: string) =>
    unit === 'week' ? iso(first + Math.floor((Date.parse(day) - first) / WEEK) * WEEK) : day.slice(0, 7)
  const found = new Map<string, NewsPeriod>()
  for (let back = most - 1; back >= 0; back--) {
    const end = new Date(last)
    const [year, month] = [end.getUTCFullYear(), end.getUTCMonth() - back]
    const at = unit === 'week' ? last - back * WEEK : Date.UTC(year, month)
    if (unit === 'week' ? at < first : iso(at).slice(0, 7) < iso(first).slice(0, 7)) continue
    const key = periodOf(iso(at))
    const to = unit === 'week' ? iso(Date.parse(key) + WEEK - DAY) : iso(Date.UTC(year, month + 1, 0))
    found.set(key, { from: unit === 'week' ? key : `${key}-01`, to, unit, articles: 0, naming: 0 })
  }
  for (const { day, articles, naming } of dated) {
    const period = found.get(periodOf(day))
    if (period === undefined) continue
    period.articles += articles
    period.naming += naming
  }
  return [...found.values()]
}
