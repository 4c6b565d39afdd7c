import { load } from '../lexicon/load.ts'

let loaded: ReadonlyMap<string, string> | undefined

/** Id of a division or region of the lexicon → which of both it is. */
function regions(): ReadonlyMap<string, string> {
  loaded ??= new Map(
    load('places.json').flatMap(({ name, kind, country }) =>
      kind === 'division' || kind === 'region'
        ? [[`place:${name}`, kind] as const, [`place:${name}@${country}`, kind] as const]
        : [],
    ),
  )
  return loaded
}

/** Whether an id is that of a part of a state, not of a town or a site: such a one may sign, as Somaliland does. */
export const isRegion = (id: string): boolean => regions().has(id)
/** Whether it is a first-level division, which has a government that acts. */
export const isDivision = (id: string): boolean => regions().get(id) === 'division'
