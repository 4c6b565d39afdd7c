import { type RawBuilder, sql } from 'kysely'

/**
 * What stands behind `in`: some values as one JSON list. With a parameter each, every number of values would be a statement of its own, and those that are kept prepared
 * would push one another out.
 */
export function among<Value extends number | string>(values: Iterable<Value>): RawBuilder<Value> {
  return sql<Value>`(SELECT value FROM json_each(${JSON.stringify([...values])}))`
}
