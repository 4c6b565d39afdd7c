/** Who is meant by what was typed: a name, a part of it, an office. */
import { names } from '../analysis/lexicon/names.ts'
import { fold } from '../analysis/text/fold.ts'
import type { Actor } from '../archive/actors.ts'
import type { Archive } from '../archive/archive.ts'
import { officeKey } from '../archive/office.ts'
import type { Answer } from './answer.ts'
import type { Period } from './period.ts'
import { aboutActor } from './profile.ts'

type Source = Pick<Archive, 'actors' | 'articles' | 'search'>

/** Actors that are offered where none is meant for sure. */
export const MOST_NEAR = 5

/** An office as typed, and with the adjective of a state that is named behind it: «وزير الري في مصر» is «وزير الري المصري». */
function officeForms(typed: string): string[] {
  const words = typed.split(/\s+/)
  const last = fold(words.at(-1)!).replace(/^[بل](?=.{3})/, '')
  const state = names()
    .byFirstWord.get(last.replace(/^ال/, ''))
    ?.find(({ entity, words: all }) => entity.type === 'state' && all.length === 1)?.entity
  if (state === undefined || words.length < 2) return [typed]
  const office = words.slice(0, words.at(-2) === 'في' ? -2 : -1).join(' ')
  const forms = [...names().nisba].filter(([, { entity, number }]) => entity.id === state.id && number === 'singular')
  return [typed, ...forms.map(([form]) => `${office} ${form}`)]
}

/** Who holds an office, or held it in a period, as far as the articles say. */
export async function holderOf(
  archive: Source,
  desk: string,
  typed: string,
  period: Period | undefined,
): Promise<Answer | undefined> {
  const all = (await Promise.all(officeForms(typed).map((form) => archive.actors.holders(desk, form)))).flat()
  const known = new Set<number>()
  const holders = all.filter(({ actor }) => !known.has(actor.number) && known.add(actor.number))
  const inPeriod = period
    ? holders.filter(({ from, to }) => from.slice(0, 10) <= period.to && to.slice(0, 10) >= period.from)
    : holders
  const named = inPeriod.filter(({ actor }) => officeKey(actor.name) !== officeKey(typed))
  const holder = (named.length > 0 ? named : inPeriod)[0]
  if (holder === undefined) return undefined
  const answer = await aboutActor(archive, desk, holder.actor)
  const others = holders.filter(({ actor }) => actor !== holder.actor && officeKey(actor.name) !== officeKey(typed))
  return { ...answer, office: { name: typed, others } }
}

/** Whom a typed name means. */
export type Named =
  | { kind: 'one'; actor: Actor; slip?: true }
  | { kind: 'several'; actors: Actor[] }
  | { kind: 'unknown'; near: Actor[] }

/** The actor of a desk that a typed name means; those between whom it leaves the choice, or those whose name is near. */
export async function actorNamed(archive: Source, desk: string, typed: string): Promise<Named> {
  const actors = await archive.actors.find(desk, typed)
  if (actors.length === 1) return { kind: 'one', actor: actors[0]! }
  if (actors.length > 1) {
    // A state and a group of its people share words; what was typed whole is meant.
    const persons = actors.filter((actor) => actor.type === 'person')
    return persons.length > 1
      ? { kind: 'several', actors: actors.slice(0, MOST_NEAR) }
      : { kind: 'one', actor: actors[0]! }
  }
  const slip = await archive.actors.mistyped(desk, typed)
  if (slip) return { kind: 'one', actor: slip, slip: true }
  // «الوفد الليبي الذي زار»: the longest beginning of what was typed that names somebody.
  const words = typed.split(/\s+/)
  for (let count = words.length - 1; count >= 1; count--) {
    if (count < words.length / 2) break
    const part = await archive.actors.find(desk, words.slice(0, count).join(' '))
    if (part.length === 0) continue
    if (part.filter((actor) => actor.type === 'person').length > 1)
      return { kind: 'several', actors: part.slice(0, MOST_NEAR) }
    // «عطاف الزهراني» is not the Attaf that the desk knows, though he may be meant.
    return { kind: 'unknown', near: part.slice(0, MOST_NEAR) }
  }
  const near = await archive.actors.nearest(desk, typed, MOST_NEAR)
  return { kind: 'unknown', near }
}
