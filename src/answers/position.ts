/** Where somebody stands on a matter, or two of them side by side. */
import type { Actor } from '../archive/actors.ts'
import type { Archive } from '../archive/archive.ts'
import { isLatin } from '../archive/skeleton.ts'
import type { Answer } from './answer.ts'
import { findFacts } from './facts.ts'
import { type Name, type Need, readNeed } from './need.ts'
import type { Period } from './period.ts'
import { bestLines, LOOKED_THROUGH } from './profile.ts'
import { actorNamed } from './who.ts'

type Source = Pick<Archive, 'actors' | 'articles' | 'search'>

/** Words that a name has at most («القيادة العملياتية المشتركة لدول الساحل»). */
const LONGEST_NAME = 8

/** Words that name an actor and then a matter, parted behind the longest beginning that names somebody. */
export async function positionIn(archive: Source, desk: string, typed: string) {
  const words = typed.split(/\s+/)
  const parted = (count: number) => ({ actor: words.slice(0, count).join(' '), matter: words.slice(count).join(' ') })
  for (let count = Math.min(words.length - 1, LONGEST_NAME); count > 1; count--)
    if ((await archive.actors.find(desk, parted(count).actor)).length > 0) return parted(count)
  return parted(1)
}

/** What an actor says or does about a matter; undefined where the desk does not know the actor. */
export async function position(
  archive: Source,
  desk: string,
  typed: string,
  matter: string,
  period: Period | undefined,
): Promise<Answer | undefined> {
  const found = await actorNamed(archive, desk, typed)
  if (found.kind === 'several') return { kind: 'ambiguous', typed, actors: found.actors }
  if (found.kind === 'unknown') return positions(archive, desk, typed, matter, period)
  const { actor } = found
  const own = await readNeed(archive, desk, actor.name)
  const need = await readNeed(archive, desk, matter)
  need.names.unshift({ ...nameOf(own.names, actor), actors: [actor], ids: new Set([actor.entity]) })
  const facts = await findFacts(archive, desk, { asks: 'position', need, ...(period && { period }) })
  const nearest =
    facts.lines.length > 0 || facts.nearest.length > 0
      ? facts.nearest
      : bestLines(await archive.actors.lines(desk, actor.number, LOOKED_THROUGH)).slice(0, 2)
  return { kind: 'position', actor, matter: spoken(matter, need), lines: facts.lines, nearest }
}

/** «موقف مصر وإثيوبيا من السد»: the positions of two who are named together; undefined where not both are known. */
async function positions(
  archive: Source,
  desk: string,
  typed: string,
  matter: string,
  period: Period | undefined,
): Promise<Answer | undefined> {
  const [, first, second] = /^(.+?) (?:و|and |et )(\S.*)$/.exec(typed) ?? []
  if (first === undefined || second === undefined) return undefined
  const sides: Extract<Answer, { kind: 'position' }>[] = []
  for (const actor of [first, second]) {
    if ((await actorNamed(archive, desk, actor)).kind !== 'one') return undefined
    const side = await position(archive, desk, actor, matter, period)
    if (side?.kind === 'position') sides.push(side)
  }
  return { kind: 'positions', matter: sides[0]?.matter ?? matter, sides, lines: sides.flatMap(({ lines }) => lines) }
}

/** A matter as it is said in Arabic, whatever it was typed in. */
function spoken(matter: string, { names, terms }: Need): string {
  if (!isLatin(matter)) return matter
  const words = [
    ...terms.map((term) => term.typed),
    ...names.slice(1).map((name) => name.actors[0]?.name ?? name.typed),
  ]
  const [only, ...more] = words.filter((word) => word !== '')
  if (only === undefined) return matter
  // «ransom» is «الفدية» where a position on it is spoken of.
  return more.length === 0 && terms.length > 0 && !/^ال/.test(only) ? `ال${only}` : [only, ...more].join(' ')
}

/** An actor as a question names it. */
export const nameOf = (names: readonly Name[], actor: Actor): Name =>
  names[0] ?? { typed: actor.name, actors: [actor], ids: new Set([actor.entity]), spellings: [] }
