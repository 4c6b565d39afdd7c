/**
 * Mentions to entities: the same key is the same entity; a part of a person's name means the one person of the article that bears it; an office
 * without a name means who holds it in the article; a body by its head noun, «الأخير», «البلدان» mean those named last before.
 */
import type { Entity } from '../analysis.ts'
import { names } from '../lexicon/names.ts'
import { bare } from '../text/clitics.ts'
import { fold } from '../text/fold.ts'
import { perPhrase } from '../text/phrase.ts'
import { joinBackReferences } from './back-references.ts'
import type { Mention } from './mention.ts'
import { joinOffices } from './offices.ts'

/** An entity with the mentions it was made of, in the order of the text. */
export interface LinkedEntity extends Omit<Entity, 'salience' | 'mentions'> {
  members: Mention[]
  /** Its index among all in the order of their salience (`rankEntities`); −1 before they are ranked. */
  rank: number
}

/**
 * Joins mentions into entities, in the order of their first mention; sets each mention's `key` to its entity's id, and what else it takes from whom it
 * means. Mentions that only take up what was named before, in an article that named nothing they could mean, are left out of both.
 * @param mentions in the order of the text; changed
 */
export function linkEntities(
  mentions: readonly Mention[],
  text: string,
): { entities: LinkedEntity[]; mentions: readonly Mention[] } {
  joinPersons(mentions, text)
  joinBackReferences(mentions, text)
  const byKey = new Map<string, LinkedEntity>()
  for (const mention of mentions) {
    const entity = byKey.get(mention.key)
    if (entity === undefined) byKey.set(mention.key, newEntity(mention))
    else {
      entity.members.push(mention)
      entity.role ??= mention.role
      entity.country ??= mention.country
      if (mention.alias && !names().byId.has(mention.key))
        entity.aliases = [...new Set([...(entity.aliases ?? []), mention.alias])]
    }
    // «البلدان»: a mention of either.
    if (mention.also) byKey.get(mention.also)?.members.push(mention)
  }
  const entities: LinkedEntity[] = []
  const unnamed = new Set<string>()
  for (const entity of byKey.values())
    if (isNamed(entity)) entities.push(entity)
    else unnamed.add(entity.id)
  for (const mention of mentions)
    if (mention.also && (unnamed.has(mention.also) || !byKey.has(mention.also))) mention.also = undefined
  return { entities, mentions: unnamed.size === 0 ? mentions : mentions.filter((m) => !unnamed.has(m.key)) }
}

/** Whether any mention does more than take up what was named before. */
function isNamed({ members }: LinkedEntity): boolean {
  for (const { onlyAgain } of members) if (!onlyAgain) return true
  return false
}

/** An entity that a mention is the first of. */
export function newEntity(mention: Mention): LinkedEntity {
  const known = names().byId.get(mention.key)
  return {
    id: mention.key,
    name: mention.name,
    type: mention.type,
    aliases: known && known.aliases.length > 0 ? known.aliases : mention.alias ? [mention.alias] : undefined,
    role: mention.role,
    country: mention.country,
    wikidata: known?.wikidata,
    members: [mention],
    rank: -1,
  }
}

function joinPersons(mentions: readonly Mention[], text: string): void {
  const persons = mentions.filter(({ type }) => type === 'person')
  const named = persons.filter(({ via }) => via === 'name')
  joinShorter(named)
  joinNamesakes(named)
  joinOffices(mentions, named, text)
  // The name that shows is the fullest; all of one key take it.
  const { byId } = names()
  const fullest = new Map<string, string>()
  for (const m of named)
    if (m.name.length > (fullest.get(m.key)?.length ?? 0) && !byId.has(m.key)) fullest.set(m.key, m.name)
  for (const m of persons) {
    const name = fullest.get(m.key) ?? byId.get(m.key)?.name
    if (name) m.name = name
  }
}

/**
 * «المطلك» where the article names «فالح المطلك»: whoever it names in full is meant by a family name alone, not the one of the lexicon who bears it
 * too and is not named in full.
 */
function joinNamesakes(named: readonly Mention[]): void {
  if (!named.some((m) => m.to - m.from === 1)) return
  const inFull = new Set(named.filter((m) => m.to - m.from > 1).map((m) => m.key))
  const bearerOf = new Map<string, Mention>()
  for (const m of named) {
    if (m.to - m.from > 1) bearerOf.set(wordsOfName(m.name).at(-1)!, m)
    else if (names().byId.has(m.key) && !inFull.has(m.key)) {
      const bearer = bearerOf.get(wordsOfName(m.name).at(-1)!)
      if (bearer) {
        m.key = bearer.key
        m.name = bearer.name
      }
    }
  }
}

/** The words of a name, bare. */
const wordsOfName = perPhrase((name): readonly string[] => fold(name).split(/\s+/).map(bare))

/** Joins each shorter name to the one longer name that contains its words in order; with two bearers it stays apart. */
function joinShorter(named: readonly Mention[]): void {
  const wordsOf = new Map<string, readonly string[]>()
  for (const m of named) if (!wordsOf.has(m.key)) wordsOf.set(m.key, wordsOfName(m.name))
  if (wordsOf.size < 2) return
  const keysWith = new Map<string, string[]>()
  for (const [key, words] of wordsOf)
    for (const word of new Set(words)) {
      const keys = keysWith.get(word)
      if (keys) keys.push(key)
      else keysWith.set(word, [key])
    }
  const found = new Map<string, string>()
  for (const [key, words] of wordsOf) {
    // Only names with its rarest word can contain it: an article may name thousands.
    const rarest = words.map((word) => keysWith.get(word)!).reduce((a, b) => (b.length < a.length ? b : a))
    const bearers = rarest.filter((other) => {
      const longer = wordsOf.get(other)!
      return other !== key && longer.length > words.length && containsInOrder(longer, words)
    })
    if (bearers.length === 1) found.set(key, bearers[0]!)
  }
  for (const m of named) m.key = found.get(m.key) ?? m.key
}

function containsInOrder(whole: readonly string[], part: readonly string[]): boolean {
  let at = 0
  for (const word of whole) if (at < part.length && word === part[at]) at++
  return at === part.length
}
