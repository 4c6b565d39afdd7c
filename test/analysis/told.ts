/** The articles of test/articles/told: what happens in them and who says what, marked whole by people. Its README describes the form. */
import { readdirSync, readFileSync } from 'node:fs'
import { z } from 'zod'
import { EVENT_STATUSES, EVENT_TYPES, type Span, STANCES } from '../../src/analysis/analysis.ts'
import { readMarks } from './marked.ts'

const folder = new URL('../articles/told/', import.meta.url)

const Told = z.strictObject({
  events: z.record(
    z.string(),
    z.strictObject({
      happening: z.string(),
      types: z.array(z.enum(EVENT_TYPES)).min(1),
      status: z.array(z.enum(EVENT_STATUSES)).min(1),
      agents: z.array(z.string()),
      patients: z.array(z.string()),
      time: z.string().nullable(),
      optional: z.boolean().default(false),
    }),
  ),
  relations: z.array(
    z.strictObject({
      from: z.string(),
      to: z.string(),
      sign: z.enum(['+', '-']),
      mutual: z.boolean(),
      optional: z.boolean().default(false),
    }),
  ),
  claims: z.array(
    z.strictObject({
      speaker: z.string(),
      stance: z.array(z.enum(STANCES)).min(1),
      verb: z.string(),
      contains: z.string(),
      optional: z.boolean().default(false),
    }),
  ),
})

export type ToldEvent = z.infer<typeof Told>['events'][string] & { trigger: Span }

/** All that is told in an article. */
export interface Told extends Omit<z.infer<typeof Told>, 'events'> {
  /** The text without its marks. */
  text: string
  events: ToldEvent[]
}

/**
 * @param marked the article with each trigger as `⟦id|words⟧`
 * @param json what is told at each of these ids
 * Throws where marks and ids are not of one another.
 */
export function readTold(marked: string, json: string): Told {
  const { text, mentions } = readMarks(marked)
  const { events, relations, claims } = Told.parse(JSON.parse(json))
  const untold = mentions.filter(({ id }) => !(id in events))
  if (untold.length > 0 || mentions.length !== Object.keys(events).length)
    throw new Error(`Triggers and events differ: ${untold.map(({ id }) => id).join(', ')}`)
  return { text, events: mentions.map(({ id, span }) => ({ ...events[id]!, trigger: span })), relations, claims }
}

/** What is told in each article that is so marked, by its name. */
export function readAllTold(): Map<string, Told> {
  const contents = (file: string) => readFileSync(new URL(file, folder), 'utf8')
  return new Map(
    readdirSync(folder)
      .filter((file) => file.endsWith('.txt'))
      .map((file) => file.slice(0, -'.txt'.length))
      .map((name) => [name, readTold(contents(`${name}.txt`), contents(`${name}.json`))]),
  )
}
