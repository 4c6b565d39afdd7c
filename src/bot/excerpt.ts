import type { Analysis, Span } from '../analysis/analysis.ts'
import { searchStems } from '../archive/stems.ts'

/** The words of a span on one line, at most `most` of them; what is left out behind is marked with an ellipsis. */
export function excerpt(text: string, span: Span, most: number): string {
  const words = text.slice(span.start, span.end).replace(/\s+/g, ' ').trim().split(' ')
  const shown = words.slice(0, most).join(' ')
  return words.length > most ? `${shown.replace(/[،؛:.]$/, '')}…` : shown.replace(/[،؛:]$/, '')
}

/** At most `most` words of a text around the first one that begins with a word that was looked for; what is left out is marked with ellipses. */
export function excerptAround(text: string, wanted: string, most: number): string {
  const words = text.replace(/\s+/g, ' ').trim().split(' ')
  if (words.length <= most) return words.join(' ')
  const stems = new Set(searchStems(wanted))
  const hit = words.findIndex((word) => searchStems(word).some((stem) => stems.has(stem)))
  const from = Math.max(0, Math.min(hit - Math.floor(most / 3), words.length - most))
  const shown = words.slice(from, from + most).join(' ')
  return `${from > 0 ? '…' : ''}${shown}${from + most < words.length ? '…' : ''}`
}

/** Entity id → the name to show, for one analysis. */
export function namesOf(analysis: Analysis): (id: string) => string {
  const names = new Map(analysis.entities.map((entity) => [entity.id, entity.name]))
  return (id) => names.get(id) ?? id.replace(/^\w+:/, '')
}
