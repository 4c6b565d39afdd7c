import type { Kysely } from 'kysely'
import type { Tables } from './schema.ts'

/** Searches of a desk that are remembered; the pages of an older one are gone. */
const REMEMBERED = 200

/** What desks were searched for. */
export function searchesOf(db: Kysely<Tables>) {
  return {
    /** Remembers what was typed; its number in the desk. */
    async keep(desk: string, typed: string): Promise<number> {
      return db.transaction().execute(async (trx) => {
        const row = await trx
          .selectFrom('searches')
          .select((e) => e.fn.max('search').as('last'))
          .where('desk', '=', desk)
          .executeTakeFirst()
        const search = (row?.last ?? 0) + 1
        await trx.insertInto('searches').values({ desk, search, typed }).execute()
        await trx
          .deleteFrom('searches')
          .where('desk', '=', desk)
          .where('search', '<=', search - REMEMBERED)
          .execute()
        return search
      })
    },

    /** What was typed, while it is remembered. */
    async typed(desk: string, search: number): Promise<string | undefined> {
      const row = await db
        .selectFrom('searches')
        .select('typed')
        .where('desk', '=', desk)
        .where('search', '=', search)
        .executeTakeFirst()
      return row?.typed
    },
  }
}
