/**
 * Who holds an office as the lexicon knows it. It only helps to find somebody of whom the desk has read under the name alone; that it is the lexicon's
 * knowledge is said with the answer.
 */
import { load } from '../analysis/lexicon/load.ts'
import { names } from '../analysis/lexicon/names.ts'
import { officeKey } from '../archive/office.ts'

/** Years, the last one missing for who holds it still. */
export interface Held {
  /** Entity id. */
  id: string
  from?: number
  to?: number
}

let known: Map<string, Held[]> | undefined

/** Those who hold or held an office, told in one of some ways, the latest first. */
export function lexiconHolders(forms: readonly string[]): Held[] {
  known ??= index()
  const found = new Map<string, Held>()
  for (const form of forms) for (const held of known.get(officeKey(form)) ?? []) found.set(held.id, held)
  return [...found.values()].sort((a, b) => (b.to ?? 9999) - (a.to ?? 9999) || (b.from ?? 0) - (a.from ?? 0))
}

function index(): Map<string, Held[]> {
  const nisbas = new Map<string, string[]>()
  for (const [form, { entity, number }] of names().nisba)
    if (number === 'singular' && entity.type === 'state')
      for (const name of [entity.name, ...entity.aliases]) nisbas.set(name, [...(nisbas.get(name) ?? []), form])
  const found = new Map<string, Held[]>()
  for (const { name, offices } of load('people.json'))
    for (const { title, of, from, to } of offices) {
      const ways =
        of === undefined ? [title] : [`${title} ${of}`, ...(nisbas.get(of) ?? []).map((n) => `${title} ${n}`)]
      for (const key of new Set(ways.map(officeKey))) {
        const list = found.get(key) ?? []
        list.push({ id: `person:${name}`, ...(from && { from }), ...(to && { to }) })
        found.set(key, list)
      }
    }
  return found
}
