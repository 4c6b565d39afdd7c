/** What an article adds to the story that it belongs to: counts that have changed, and events that no earlier article tells. */
import type { Analysis, Event } from '../analysis/analysis.ts'
import type { Stored } from '../archive/stored.ts'
import { type Toll, tollsOf } from './tolls.ts'

/** What is new in an article against the earlier ones of its story. */
export interface StoryNovelty {
  /** Counts that differ from what was said last, with who said that. */
  tolls: { now: Toll; before: Toll; by: Stored }[]
  /** Indexes into the article's events that no earlier article tells. */
  events: number[]
}

/**
 * @param article with the ids by which the desk knows its actors
 * @param earlier the story's articles of before, the earliest first
 */
export function noveltyIn(article: Stored, earlier: readonly Stored[]): StoryNovelty {
  const told = earlier.flatMap(({ analysis }) => analysis.events)
  const { events } = article.analysis
  return {
    tolls: changedTolls(article.analysis, earlier),
    events: events.flatMap((event, index) =>
      isSure(event) && !told.some((other) => isSame(event, other)) ? [index] : [],
    ),
  }
}

/** What is only possible is no news. */
const isSure = ({ status, agents, patients }: Event) => status !== 'hypothetical' && agents.length + patients.length > 0

function isSame(a: Event, b: Event): boolean {
  if (a.type !== b.type || (a.mode ?? '') !== (b.mode ?? '') || a.status !== b.status) return false
  const parties = [...b.agents, ...b.patients]
  return [...a.agents, ...a.patients].some((id) => parties.includes(id))
}

function changedTolls(analysis: Analysis, earlier: readonly Stored[]): StoryNovelty['tolls'] {
  const before = earlier.flatMap((by) => tollsOf(by.analysis).map((toll) => ({ toll, by })))
  const changed: StoryNovelty['tolls'] = []
  // Of several counts of one kind in an article the highest is the total.
  const now = Map.groupBy(tollsOf(analysis), ({ kind }) => kind)
  for (const [kind, tolls] of now) {
    const top = tolls.reduce((most, toll) => (toll.value > most.value ? toll : most))
    const last = before.findLast(({ toll }) => toll.kind === kind)
    if (last && last.toll.value !== top.value) changed.push({ now: top, before: last.toll, by: last.by })
  }
  return changed
}
