import { readFileSync } from 'node:fs'
import type { z } from 'zod'
import type { FILES } from './schema.ts'

type Contents = { [File in keyof typeof FILES]: z.infer<(typeof FILES)[File]> }

const NONE: never[] = []
Object.freeze(NONE)
const NOTHING = Object.freeze({})
const INFLECTED = { masdars: NONE, nouns: NONE }

/** What an entry that leaves a field out means: the defaults of `schema.ts`. A test compares the two. */
const DEFAULTS: { [File in keyof Contents]?: Partial<Contents[File][number]> } = {
  'states.json': { aliases: NONE, plurals: NONE, seats: NONE },
  'places.json': { aliases: NONE, nisba: NONE },
  'organizations.json': { aliases: NONE, acronyms: NONE },
  'armed-groups.json': { aliases: NONE, acronyms: NONE },
  'people.json': { aliases: NONE, offices: NONE },
  'common-words.json': { phrases: NONE, context: true, with: NONE },
  'titles.json': { plurals: NONE, takes: NONE },
  'group-nouns.json': { forms: NONE, needsComplement: false, onlyDoneTo: false },
  'counted-nouns.json': { forms: NONE },
  'event-words.json': {
    ...INFLECTED,
    participles: NOTHING,
    phrases: NONE,
    subject: 'agent',
    object: 'patient',
    prepositions: NOTHING,
    genitive: 'patient',
    weak: false,
    withPeople: false,
  },
  'speech-words.json': { ...INFLECTED, openers: NONE },
  'relation-words.json': { oneWay: false },
}

/**
 * One file of the lexicon with its defaults filled in. It is part of the engine, and its shape is checked by the tests, not here: to check it at
 * every start would take 0.13 s (measured: 0.04 s to load zod and the schema, 0.09 s to check), and zod 19 MB of resident memory.
 */
export function load<File extends keyof Contents>(file: File): Contents[File] {
  const json = JSON.parse(readFileSync(new URL(`./data/${file}`, import.meta.url), 'utf8')) as Contents[File]
  const defaults = DEFAULTS[file]
  return defaults ? (json.map((entry) => ({ ...defaults, ...(entry as object) })) as Contents[File]) : json
}
