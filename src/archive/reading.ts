/** What was read in an article, as rows. */
import type { Transaction } from 'kysely'
import type { Analysis } from '../analysis/analysis.ts'
import { insertAll } from './rows.ts'
import type { Tables } from './schema.ts'

/**
 * Stores the appearances, offices, events, claims and relations of an article.
 * @param dated ISO 8601, of the article
 * @param numbers of the desk's actors, by the ids that the analysis gives them
 */
export async function addReading(
  trx: Transaction<Tables>,
  desk: string,
  article: number,
  dated: string,
  analysis: Analysis,
  numbers: ReadonlyMap<string, number>,
): Promise<void> {
  const seen = new Map<number, Tables['appearances']>()
  for (const entity of analysis.entities) {
    const actor = numbers.get(entity.id)
    if (actor === undefined) continue
    const row = seen.get(actor)
    if (row) row.mentions += entity.mentions.length
    else
      seen.set(actor, {
        desk,
        actor,
        article,
        dated,
        role: entity.role ?? null,
        mentions: entity.mentions.length,
        salience: entity.salience,
      })
  }
  await insertAll(trx, 'appearances', [...seen.values()])
  for (const { actor, role } of seen.values())
    if (role !== null)
      await trx
        .insertInto('offices')
        .values({ desk, actor, role, from: dated, to: dated, articles: 1 })
        .onConflict((c) =>
          c.columns(['desk', 'actor', 'role']).doUpdateSet((e) => ({
            from: e.fn<string>('min', ['offices.from', 'excluded.from']),
            to: e.fn<string>('max', ['offices.to', 'excluded.to']),
            articles: e('offices.articles', '+', 1),
          })),
        )
        .execute()

  const lines: Tables['lines'][] = []
  const add = (told: Omit<Tables['lines'], 'desk' | 'article' | 'line' | 'dated'>): number =>
    lines.push({ desk, article, line: lines.length, ...told, dated }) - 1
  const parts = new Map<string, Tables['parts']>()
  const take = (ids: readonly string[], line: number, part: Tables['parts']['part']) => {
    for (const id of ids) {
      const actor = numbers.get(id)
      if (actor !== undefined) parts.set(`${actor}/${line}/${part}`, { desk, actor, article, line, part, dated })
    }
  }
  for (const event of analysis.events) {
    const line = add({
      kind: 'event',
      type: event.type,
      status: event.status,
      goldstein: event.goldstein,
      sentence: event.sentence,
      start: event.clause.start,
      end: event.clause.end,
    })
    take(event.agents, line, 'agent')
    take(event.patients, line, 'patient')
  }
  for (const claim of analysis.claims) {
    const line = add({
      kind: 'claim',
      type: claim.stance,
      status: 'claimed',
      goldstein: 0,
      sentence: claim.sentence,
      start: claim.content.start,
      end: claim.content.end,
    })
    if (claim.speaker.entity) take([claim.speaker.entity], line, 'speaker')
  }
  await insertAll(trx, 'lines', lines)
  await insertAll(trx, 'parts', [...parts.values()])

  const relations = new Map<string, Tables['relations']>()
  for (const relation of analysis.relations) {
    const actor = numbers.get(relation.from)
    const other = numbers.get(relation.to)
    if (actor === undefined || other === undefined || actor === other) continue
    const key = `${actor}/${other}`
    if (!relations.has(key))
      relations.set(key, {
        desk,
        actor,
        other,
        article,
        dated,
        score: relation.score,
        kind: relation.kind,
        mutual: relation.mutual ? 1 : 0,
        sentences: JSON.stringify(relation.sentences),
      })
  }
  await insertAll(trx, 'relations', [...relations.values()])
}
