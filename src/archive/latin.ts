import { names } from '../analysis/lexicon/names.ts'
import { plainLatin } from './skeleton.ts'

let known: Map<string, string[]> | undefined

/** The lexicon's ids of those that a Latin spelling names: «NATO», «Algérie», «Tebboune». A last name alone names those persons that end in it. */
export function lexiconIdsOf(latin: string): readonly string[] {
  known ??= index()
  return known.get(latinKey(latin)) ?? []
}

/** Whether any spelling of the lexicon is this one. */
export function latinKey(latin: string): string {
  return plainLatin(latin)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
    .replace(/^(?:the|al|el|la|le|les|l) (?=.{3})/, '')
}

function index(): Map<string, string[]> {
  const found = new Map<string, string[]>()
  const add = (key: string, id: string) => {
    if (key.length < 2) return
    const ids = found.get(key) ?? []
    if (!ids.includes(id)) ids.push(id)
    found.set(key, ids)
  }
  for (const entity of names().byId.values())
    for (const latin of entity.latin) {
      const key = latinKey(latin)
      add(key, entity.id)
      const last = key.split(' ').at(-1)!
      if (entity.type === 'person' && last !== key && last.length >= 4) add(last, entity.id)
    }
  return found
}
