/** What speaks against two articles telling of one happening, though they name the same actors and say the same of them: it was elsewhere, or on another day. */
import type { Analysis } from '../analysis/analysis.ts'

/** Where and when what an article tells of took place. */
export interface Circumstances {
  /** Place's number → salience. */
  places: ReadonlyMap<number, number>
  /** Type of event → the days (since 1970) on which such a thing happened, as far as the article says. */
  days: ReadonlyMap<string, readonly number[]>
}

/** What is taken off where all places differ, and where the same was done on different days; chosen on the labelled stories of the tests. */
const ELSEWHERE = 0.15
const ANOTHER_DAY = 0.2
/** Reports of one happening may be so many days apart about its day: past midnight, or told in the evening of what went on since the day before. */
const SAME_DAYS = 2
/** What lies longer before an article is what it reminds of, not what it tells. */
const TOLD_WITHIN = 60
/** Types whose events take place once, on the ground. Talks, statements and demands go on from day to day within one story. */
const ON_THE_GROUND: ReadonlySet<string> = new Set([
  'ASSAULT',
  'COERCE',
  'AID',
  'COOPERATE',
  'RETREAT',
  'PROTEST',
  'MOBILIZE',
])
const DAY = 86_400_000

/**
 * The days of what happened on the ground, by the type of event.
 * @param day of the article, since 1970
 */
export function daysOfEvents({ events }: Pick<Analysis, 'events'>, day: number): Map<string, number[]> {
  const days = new Map<string, number[]>()
  for (const { type, status, time } of events) {
    if (status !== 'happened' || !ON_THE_GROUND.has(type)) continue
    const on = Date.parse(/^\d{4}-\d{2}-\d{2}/.exec(time?.start ?? '')?.[0] ?? '') / DAY
    // The article's own moment may lie within its day.
    if (!(on <= day && on >= day - TOLD_WITHIN)) continue
    const known = days.get(type) ?? []
    if (!known.includes(on)) days.set(type, [...known, on])
  }
  return days
}

/** Where and when the articles of a story say that it took place. */
export function together(articles: readonly Circumstances[]): Circumstances {
  const places = new Map<number, number>()
  const days = new Map<string, number[]>()
  for (const article of articles) {
    for (const [place, salience] of article.places) places.set(place, Math.max(places.get(place) ?? 0, salience))
    for (const [type, own] of article.days) days.set(type, [...(days.get(type) ?? []), ...own])
  }
  return { places, days }
}

/** How much speaks against an article telling of what a story tells of, 0 where nothing does. */
export function contradiction(own: Circumstances, earlier: Circumstances): number {
  return ELSEWHERE * apart(own.places, earlier.places) + (onOtherDays(own.days, earlier.days) ? ANOTHER_DAY : 0)
}

/** How far the places of two articles differ, 0…1: where each has places of its own, these against those of both. An article that names fewer contradicts nothing. */
function apart(a: Circumstances['places'], b: Circumstances['places']): number {
  let [shared, onlyA, onlyB] = [0, 0, 0]
  for (const [place, salience] of a) {
    const other = b.get(place)
    if (other === undefined) onlyA += salience
    else shared += Math.min(salience, other)
  }
  for (const [place, salience] of b) if (!a.has(place)) onlyB += salience
  const own = Math.min(onlyA, onlyB)
  return own > shared ? (own - shared) / (own + shared) : 0
}

/** Whether some type of event has days in both, and no type has near ones. */
function onOtherDays(a: Circumstances['days'], b: Circumstances['days']): boolean {
  let other = false
  for (const [type, days] of a) {
    const there = b.get(type)
    if (there === undefined) continue
    if (days.some((day) => there.some((one) => Math.abs(day - one) <= SAME_DAYS))) return false
    other = true
  }
  return other
}
