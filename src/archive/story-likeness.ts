/**
 * How much two articles seem to tell of one happening: what they say (stems) and whom they name (actors), rare ones counting most, less the longer lies between
 * them. Vector space model with inverse document frequency (Spärck Jones 1972; for news: Allan et al., «Topic Detection and Tracking», 1998).
 */
import type { Analysis } from '../analysis/analysis.ts'
import { searchStems } from './stems.ts'

/** What of an article tells its story. */
export interface Outline {
  /** Stem → weight. */
  stems: ReadonlyMap<string, number>
  /** Actor's number → salience. */
  actors: ReadonlyMap<number, number>
  /** Days since 1970. */
  day: number
}

/** How many of a desk's articles have a stem or name an actor. */
export interface Frequencies {
  articles: number
  stems: ReadonlyMap<string, number>
  actors: ReadonlyMap<number, number>
}

/** What each speaks for, of 1; chosen on the labelled stories of the tests. */
const SAID = 0.7
const NAMED = 0.3
/** What is taken off for each factor e of days between. */
const LAPSE = 0.02
/** A desk of few articles knows little of what is rare: as if it had read so many more. */
const PRIOR = 20
/** Stems of an article that are kept: enough for an essay. */
const MOST_STEMS = 150
const IN_HEADLINE = 0.5

/** The stems of an article with their weights; those of its headline count more. */
export function stemsOf(text: string, { summary }: Analysis): Map<string, number> {
  const counts = new Map<string, number>()
  for (const stem of searchStems(text)) counts.set(stem, (counts.get(stem) ?? 0) + 1)
  const headline = new Set(searchStems(summary.headline))
  return new Map(
    [...counts]
      .map(([stem, count]): [string, number] => [stem, Math.sqrt(count) + (headline.has(stem) ? IN_HEADLINE : 0)])
      .sort(([, a], [, b]) => b - a)
      .slice(0, MOST_STEMS),
  )
}

/** Likeness of two articles, 0…1 less the lapse of time. */
export function likeness(a: Outline, b: Outline, { articles, stems, actors }: Frequencies): number {
  const rare = (count: number | undefined) => Math.log((articles + PRIOR) / ((count ?? 0) + 0.5))
  return (
    SAID * cosine(a.stems, b.stems, (stem) => rare(stems.get(stem))) +
    NAMED * cosine(a.actors, b.actors, (actor) => rare(actors.get(actor))) -
    LAPSE * Math.log1p(Math.abs(a.day - b.day))
  )
}

function cosine<Key>(a: ReadonlyMap<Key, number>, b: ReadonlyMap<Key, number>, weight: (key: Key) => number): number {
  let product = 0
  let [ofA, ofB] = [0, 0]
  for (const [key, value] of a) {
    const own = value * weight(key)
    ofA += own * own
    const other = b.get(key)
    if (other !== undefined) product += own * other * weight(key)
  }
  for (const [key, value] of b) ofB += (value * weight(key)) ** 2
  return ofA > 0 && ofB > 0 ? product / Math.sqrt(ofA * ofB) : 0
}

/** Of a story's articles those most like the new one decide, the closest among them a little more. */
const DECIDE = 4
const CLOSEST = 0.3
/** From here on an article belongs to a story. */
export const SAME_STORY = 0.14

/** How much an article belongs to a story, from its likeness to each of the story's articles. */
export function belonging(likenesses: readonly number[]): number {
  const best = [...likenesses].sort((a, b) => b - a).slice(0, DECIDE)
  const mean = best.reduce((sum, each) => sum + each, 0) / best.length
  return CLOSEST * best[0]! + (1 - CLOSEST) * mean
}
