/**
 * How much two articles seem to tell of one happening: what they say (stems) and whom they name (actors), rare ones counting most, less the longer lies between
 * them. Vector space model with inverse document frequency (Spärck Jones 1972; for news: Allan et al., «Topic Detection and Tracking», 1998).
 */
import type { Analysis } from '../analysis/analysis.ts'
import frequencies from './stem-frequencies.json' with { type: 'json' }
import { searchStems } from './stems.ts'
import type { Circumstances } from './story-contradiction.ts'

/** What of an article tells its story. */
export interface Outline extends Circumstances {
  /** Stem → weight. */
  stems: ReadonlyMap<string, number>
  /** The length of the vector of stems (`normOf`), kept from when the article came: what is rare changes slowly. */
  norm: number
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

const perThousand: Readonly<Record<string, number>> = frequencies.perThousand

/** What each speaks for, of 1; chosen on the labelled stories of the tests. */
const SAID = 0.8
const NAMED = 0.2
/** What is taken off for each factor e of days between. */
const LAPSE = 0.05
/** A desk of few articles knows little of what is rare: it begins as if it had read so many pieces of news at large. */
const PRIOR = 800
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

/** How much a stem and an actor tell, the rarer the more. */
interface Weights {
  stem(stem: string): number
  actor(actor: number): number
}

function weightsFrom({ articles, stems, actors }: Frequencies): Weights {
  const rare = (count: number) => Math.log((articles + PRIOR) / (count + 0.5))
  const atLarge = (stem: string) => ((perThousand[stem] ?? 0) * PRIOR) / 1000
  return {
    stem: (stem) => rare((stems.get(stem) ?? 0) + atLarge(stem)),
    actor: (actor) => rare(actors.get(actor) ?? 0),
  }
}

/** The length of an article's vector of stems, as the desk's frequencies are when it comes. */
export function normOf(stems: ReadonlyMap<string, number>, frequencies: Frequencies): number {
  return norm(stems, weightsFrom(frequencies).stem)
}

/**
 * Likeness of a new article to an earlier one, 0…1 less the lapse of time.
 * @param frequencies of the stems of the new one and the actors of both
 */
export function likeness(own: Outline, earlier: Outline, frequencies: Frequencies): number {
  const { stem, actor } = weightsFrom(frequencies)
  return (
    SAID * cosine(dot(own.stems, earlier.stems, stem), own.norm, earlier.norm) +
    NAMED * cosine(dot(own.actors, earlier.actors, actor), norm(own.actors, actor), norm(earlier.actors, actor)) -
    LAPSE * Math.log1p(Math.abs(own.day - earlier.day))
  )
}

const cosine = (product: number, a: number, b: number) => (a > 0 && b > 0 ? product / (a * b) : 0)

function norm<Key>(of: ReadonlyMap<Key, number>, weight: (key: Key) => number): number {
  let sum = 0
  for (const [key, value] of of) sum += (value * weight(key)) ** 2
  return Math.sqrt(sum)
}

function dot<Key>(a: ReadonlyMap<Key, number>, b: ReadonlyMap<Key, number>, weight: (key: Key) => number): number {
  let sum = 0
  for (const [key, value] of a) {
    const other = b.get(key)
    if (other !== undefined) sum += value * other * weight(key) ** 2
  }
  return sum
}

/** Of a story's articles those most like the new one decide, the closest among them a little more. */
const DECIDE = 4
const CLOSEST = 0.6
/** From here on an article belongs to a story. */
export const SAME_STORY = 0.03

/** How much an article belongs to a story, from its likeness to each of the story's articles. */
export function belonging(likenesses: readonly number[]): number {
  const best = [...likenesses].sort((a, b) => b - a).slice(0, DECIDE)
  const mean = best.reduce((sum, each) => sum + each, 0) / best.length
  return CLOSEST * best[0]! + (1 - CLOSEST) * mean
}
