/** What is asked of the sentences of a desk. */
import type { Measure } from './measures.ts'
import type { Need } from './need.ts'
import type { Period } from './period.ts'
import type { Asks } from './question.ts'
import type { Meanings } from './terms.ts'

/** What is asked of the sentences. */
export interface Wanted {
  asks: Asks | 'position' | 'relation' | 'mention'
  need: Need
  period?: Period
  /** What «كم» counts; undefined where it asks for an amount. */
  counted?: readonly Meanings[]
  /** The kind of amount that is asked for, and the word that asked. */
  measure?: { kind: Measure; term: Meanings }
  /** Type of entity that must have done it: «أي الدول …؟». */
  doer?: string
}

/** Questions whose words must be met by the sentence and those around it, and whose names by the sentence itself. */
export const STRICT = new Set<Wanted['asks']>(['who', 'whether', 'said', 'position', 'changed', 'relation', 'mention'])

/** Questions of something that must have happened. */
export const OF_HAPPENED = new Set<Wanted['asks']>(['who', 'when', 'where', 'why', 'last', 'count'])
