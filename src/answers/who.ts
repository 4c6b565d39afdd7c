/** Who is meant by what was typed: a name, a part of it, an office. */
import { names } from '../analysis/lexicon/names.ts'
import { fold } from '../analysis/text/fold.ts'
import type { Actor } from '../archive/actors.ts'
import type { Archive } from '../archive/archive.ts'
import { lexiconIdsOf } from '../archive/latin.ts'
import { officeKey } from '../archive/office.ts'
import { isLatin } from '../archive/skeleton.ts'
import type { Answer } from './answer.ts'
import { stateOfAuthority } from './authority.ts'
import { piecesOf } from './foreign.ts'
import { lexiconHolders } from './lexicon-offices.ts'
import type { Period } from './period.ts'
import { aboutActor } from './profile.ts'

type Source = Pick<Archive, 'actors' | 'articles' | 'search'>

/** Actors that are offered where none is meant for sure. */
export const MOST_NEAR = 5

/** Words of an office beyond this many are no office. */
const LONGEST_OFFICE = 4

/** «Libyan defence minister», «ministre de la Défense de Libye» in Arabic, in each order that its words may have. */
function foreignOffices(typed: string): string[] {
  const words = piecesOf(typed).map((piece) => {
    if ('any' in piece) return piece.any
    const state = lexiconIdsOf(piece.name).find((id) => id.startsWith('state:'))
    return [...names().nisba]
      .filter(([, { entity, number }]) => entity.id === state && number === 'singular')
      .map(([form]) => form)
  })
  if (words.length < 2 || words.length > LONGEST_OFFICE || words.some((any) => any.length === 0)) return []
  let forms: { text: string; left: readonly (readonly string[])[] }[] = [{ text: '', left: words }]
  for (let count = 0; count < words.length; count++)
    forms = forms.flatMap(({ text, left }) =>
      left.flatMap((any, at) => any.map((word) => ({ text: `${text} ${word}`.trim(), left: left.toSpliced(at, 1) }))),
    )
  return forms.map(({ text }) => text)
}

/** An office as typed, and with the adjective of a state that is named behind it: «وزير الري في مصر» is «وزير الري المصري». */
function officeForms(typed: string): string[] {
  if (isLatin(typed)) return foreignOffices(typed)
  const words = typed.split(/\s+/)
  const last = fold(words.at(-1)!)
  const state = [last, last.replace(/^[بل]/, '')]
    .flatMap((word) => names().byFirstWord.get(word.replace(/^ال/, '')) ?? [])
    .find(({ entity, words: all }) => entity.type === 'state' && all.length === 1)?.entity
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
  const forms = officeForms(typed)
  if (forms.length === 0) return undefined
  const holders = await archive.actors.holders(desk, ...forms)
  const inPeriod = period
    ? holders.filter(({ from, to }) => from.slice(0, 10) <= period.to && to.slice(0, 10) >= period.from)
    : holders
  const named = inPeriod.filter(({ actor }) => officeKey(actor.name) !== officeKey(typed))
  const holder = (named.length > 0 ? named : inPeriod)[0]
  if (holder === undefined) return period || holders.length > 0 ? undefined : byLexicon(archive, desk, typed, forms)
  const answer = await aboutActor(archive, desk, holder.actor)
  const others = holders.filter(({ actor }) => actor !== holder.actor && officeKey(actor.name) !== officeKey(typed))
  return { ...answer, office: { name: typed, others } }
}

/** The one who holds an office by the lexicon, where the desk has read of him without it. */
async function byLexicon(
  archive: Source,
  desk: string,
  typed: string,
  forms: readonly string[],
): Promise<Answer | undefined> {
  for (const { id, from, to } of lexiconHolders(forms).slice(0, MOST_NEAR)) {
    const actor = await archive.actors.known(desk, id)
    if (actor)
      return {
        ...(await aboutActor(archive, desk, actor)),
        lexicon: { office: typed, ...(from && { from }), ...(to && { to }) },
      }
  }
  return undefined
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
  const state = stateOfAuthority(typed)
  const [ruled] = state ? await archive.actors.find(desk, state) : []
  if (ruled) return { kind: 'one', actor: ruled }
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
