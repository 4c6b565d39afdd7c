import type { Analysis, Span } from '../analysis/analysis.ts'

/** The words of a span on one line, at most `most` of them; what is left out behind is marked with an ellipsis. */
export function excerpt(text: string, span: Span, most: number): string {
  const words = text.slice(span.start, span.end).replace(/\s+/g, ' ').trim().split(' ')
  const shown = words.slice(0, most).join(' ')
  return words.length > most ? `${shown.replace(/[،؛:.]$/, '')}…` : shown.replace(/[،؛:]$/, '')
}

/** Entity id → the name to show, for one analysis. */
export function namesOf(analysis: Analysis): (id: string) => string {
  const names = new Map(analysis.entities.map((entity) => [entity.id, entity.name]))
  return (id) => names.get(id) ?? id.replace(/^\w+:/, '')
}
