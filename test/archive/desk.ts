/** Archives for tests, and readings made by hand, so that what the archive keeps does not hang on what the engine finds. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Analysis, Claim, Entity, Event, Relation } from '../../src/analysis/analysis.ts'
import { type Archive, openArchive } from '../../src/archive/archive.ts'

export const NOW = '2024-03-01T08:00:00.000Z'

/** A folder of its own; `remove` takes it away. */
export function temporaryFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'marsad-test-'))
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

/** An archive in memory with the desk of one chat. */
export async function openDesk() {
  const archive = await openArchive(':memory:')
  return { archive, desk: await deskOf(archive, 'c1') }
}

/** The id of a chat's desk. */
export async function deskOf(archive: Archive, chat: string): Promise<string> {
  return (await archive.desks.of({ platform: 'test', chat }, NOW)).desk
}

type Named = Pick<Entity, 'id' | 'name' | 'type'> & Partial<Entity>

/** A person whom no lexicon knows, as the engine gives it. */
export function person(name: string, more: Partial<Entity> = {}): Named {
  return { id: `text:${name.replace(/[أإآ]/g, 'ا').replaceAll('ة', 'ه')}`, name, type: 'person', ...more }
}

/** A state, as the engine gives it. */
export function state(code: string, name: string): Named {
  return { id: `state:${code}`, name, type: 'state', country: code }
}

/** The reading of a text whose every line is a sentence; every event's clause and claim's content is its sentence. */
export function readingOf(
  text: string,
  parts: {
    entities?: Named[]
    events?: (Pick<Event, 'sentence'> & Partial<Event>)[]
    claims?: { sentence: number; speaker: string }[]
    relations?: (Pick<Relation, 'from' | 'to' | 'score'> & Partial<Relation>)[]
    headline?: string
    points?: string[]
  },
): Analysis {
  const sentences: Analysis['sentences'] = []
  let start = 0
  for (const line of text.split('\n')) {
    const span = { start, end: start + line.length }
    sentences.push({ ...span, clauses: [span] })
    start += line.length + 1
  }
  const entities = (parts.entities ?? []).map((entity, at): Entity => {
    const found = text.indexOf(entity.name)
    return {
      salience: 1 - at / 100,
      mentions: found < 0 ? [] : [{ start: found, end: found + entity.name.length }],
      ...entity,
    }
  })
  const span = (sentence: number) => ({ start: sentences[sentence]!.start, end: sentences[sentence]!.end })
  return {
    version: 1,
    article: { text, language: 'ar' },
    sentences,
    entities,
    events: (parts.events ?? []).map((event) => ({
      type: 'CONSULT',
      trigger: span(event.sentence),
      clause: span(event.sentence),
      agents: [],
      patients: [],
      status: 'happened',
      goldstein: 1,
      ...event,
    })),
    relations: (parts.relations ?? []).map((relation) => ({
      kind: relation.score < 0 ? 'conflict' : 'cooperation',
      mutual: false,
      sentences: [0],
      ...relation,
    })),
    claims: (parts.claims ?? []).map(
      ({ sentence, speaker }): Claim => ({
        speaker: { text: speaker, entity: speaker },
        verb: 'قال',
        stance: 'asserts',
        content: span(sentence),
        sentence,
      }),
    ),
    times: [],
    topics: [],
    summary: {
      headline: parts.headline ?? text.split('\n')[0]!,
      points: (parts.points ?? []).map((point) => ({ text: point, sentences: [0] })),
    },
  }
}

/** Stores a text with a reading made by hand; its number. */
export async function store(
  archive: Archive,
  desk: string,
  text: string,
  parts: Parameters<typeof readingOf>[1],
  more: { source?: string; publishedAt?: string; receivedAt?: string } = {},
): Promise<number> {
  return archive.articles.save(desk, { text, receivedAt: NOW, ...more }, readingOf(text, parts))
}
