import type { Analysis, Span } from '../analysis/analysis.ts'
import { searchStems } from '../archive/stems.ts'

/** The words of a span on one line, at most `most` of them; what is left out behind is marked with an ellipsis. */
export function excerpt(text: string, span: Span, most: number): string {
  const words = text.slice(span.start, span.end).replace(/\s+/g, ' ').trim().split(' ')
  const shown = words.slice(0, most).join(' ')
  return words.length > most ? `${shown.replace(/[،؛:.]$/, '')}…` : shown.replace(/[،؛:]$/, '')
}

/** What the first of the words that are looked for weighs more than the others: it names the matter, the rest describes it. */
const FIRST = 0.5

/**
 * At most `most` words of a text where most of the words that were looked for stand, the first of them before the others; what is left out is marked with
 * ellipses.
 */
export function excerptAround(text: string, wanted: string, most: number): string {
  const words = text.replace(/\s+/g, ' ').trim().split(' ')
  if (words.length <= most) return words.join(' ')
  const weights = new Map([...new Set(searchStems(wanted))].map((stem, i) => [stem, 1 + FIRST / (i + 1)]))
  const hits = words.map((word) => searchStems(word).find((stem) => weights.has(stem)))
  let best = { at: 0, weight: 0 }
  for (const [at, stem] of hits.entries()) {
    if (stem === undefined) continue
    const held = new Set(hits.slice(at, at + most - LEAD).filter((other) => other !== undefined))
    const weight = [...held].reduce((sum, other) => sum + weights.get(other)!, 0)
    if (weight > best.weight) best = { at, weight }
  }
  const from = Math.max(0, Math.min(best.at - LEAD, words.length - most))
  const shown = words.slice(from, from + most).join(' ')
  return `${from > 0 ? '…' : ''}${shown}${from + most < words.length ? '…' : ''}`
}

/** Words shown before the first that was looked for: who is spoken of mostly stands there. */
const LEAD = 12

/** Entity id → the name to show, for one analysis. */
export function namesOf(analysis: Analysis): (id: string) => string {
  const names = new Map(analysis.entities.map((entity) => [entity.id, entity.name]))
  return (id) => names.get(id) ?? id.replace(/^\w+:/, '')
}
