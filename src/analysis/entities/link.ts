/**
 * Mentions to entities: the same key is the same entity; a part of a person's name means the one person of the article that bears
 * it; an office without a name means the one person of the article that holds it.
 */
import type { Entity } from '../analysis.ts'
import { names } from '../lexicon/names.ts'
import { bare } from '../text/clitics.ts'
import { fold } from '../text/fold.ts'
import { perPhrase } from '../text/phrase.ts'
import { keyOfPhrase } from './bodies.ts'
import type { Mention } from './mention.ts'

/** An entity with the mentions it was made of, in the order of the text. */
export interface LinkedEntity extends Omit<Entity, 'salience' | 'mentions'> {
  members: Mention[]
}

/**
 * Joins mentions into entities, in the order of their first mention; sets each mention's `key` to its entity's id. Mentions that only take up what was named
 * before, in an article that named nothing they could mean, are left out of both.
 */
export function linkEntities(
  found: readonly Mention[],
  text: string,
): { entities: LinkedEntity[]; mentions: Mention[] } {
  const mentions = [...found]
  joinPersons(mentions)
  joinBodies(mentions, text)
  const byKey = new Map<string, LinkedEntity>()
  for (const mention of mentions) {
    const entity = byKey.get(mention.key)
    if (entity === undefined) {
      byKey.set(mention.key, newEntity(mention))
      continue
    }
    entity.members.push(mention)
    entity.role ??= mention.role
    entity.country ??= mention.country
  }
  const entities = [...byKey.values()].filter((entity) => !entity.members.every((m) => m.onlyAgain))
  const kept = new Set(entities.map((entity) => entity.id))
  return { entities, mentions: mentions.filter((m) => kept.has(m.key)) }
}

function newEntity(mention: Mention): LinkedEntity {
  const known = names().byId.get(mention.key)
  return {
    id: mention.key,
    name: mention.name,
    type: mention.type,
    ...(known && known.aliases.length > 0 && { aliases: known.aliases }),
    ...(mention.role && { role: mention.role }),
    ...(mention.country && { country: mention.country }),
    ...(known?.wikidata && { wikidata: known.wikidata }),
    members: [mention],
  }
}

function joinPersons(mentions: Mention[]): void {
  const named = mentions.filter((m) => m.type === 'person' && m.via === 'name')
  const bearers = soleBearers(named)
  for (const m of named) m.key = bearers.get(m.key) ?? m.key
  const rolesOf = new Map<string, Set<string>>()
  for (const m of named)
    if (m.role) for (const form of roleForms(m.role)) rolesOf.set(form, (rolesOf.get(form) ?? new Set()).add(m.key))
  for (const m of mentions) {
    if (m.via !== 'title') continue
    const holders = rolesOf.get(keyOfPhrase(m.name)) ?? (isBareOffice(m.name) ? rolesOf.get(headOf(m.name)) : undefined)
    if (holders?.size === 1) m.key = [...holders][0]!
  }
  // The name that shows is the fullest; all of one key take it.
  const fullest = new Map<string, string>()
  for (const m of named)
    if (m.name.length > (fullest.get(m.key)?.length ?? 0) && !names().byId.has(m.key)) fullest.set(m.key, m.name)
  for (const m of mentions) {
    const name = fullest.get(m.key) ?? names().byId.get(m.key)?.name
    if (name && m.type === 'person') m.name = name
  }
}

const PASSING = / (?:سابق|حالي|جديد|منتخب|راحل|مختطف|محتجز|معتقل|مءقت)$/

/** An office, the same without what is said of its holder («السابق»), and its first word: «الوالي» for «والي وهران». */
function roleForms(role: string): string[] {
  const key = keyOfPhrase(role)
  return [key, key.replace(PASSING, ''), headOf(role)]
}

const headOf = (role: string) => `${keyOfPhrase(role).split(' ')[0]!} …`

/** «الوالي», «الوالي المختطف»: an office named by its first word only. */
function isBareOffice(role: string): boolean {
  return !keyOfPhrase(role).replace(PASSING, '').includes(' ')
}

/** «الهيئة» after «الهيئة الوطنية المستقلة», «الحكومة» after «الحكومة اليمنية»: a body by its head means the last one so named. */
function joinBodies(mentions: Mention[], text: string): void {
  const lastByHead = new Map<string, string>()
  for (const m of mentions) {
    if (m.via !== 'body' && m.via !== 'authority' && m.type !== 'organization') continue
    const words = keyOfPhrase(text.slice(m.span.start, m.span.end)).split(' ')
    const head = words[0]!
    const last = lastByHead.get(head)
    if (words.length === 1 && m.via === 'body') {
      if (last !== undefined) m.key = last
    } else lastByHead.set(head, m.key)
  }
}

/** The words of a name, bare. */
const wordsOfName = perPhrase((name): readonly string[] => fold(name).split(/\s+/).map(bare))

/** For each shorter name the one longer name that contains its words in order; with two bearers it stays apart. */
function soleBearers(named: readonly Mention[]): Map<string, string> {
  const wordsOf = new Map<string, readonly string[]>()
  for (const m of named) if (!wordsOf.has(m.key)) wordsOf.set(m.key, wordsOfName(m.name))
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
  return found
}

function containsInOrder(whole: readonly string[], part: readonly string[]): boolean {
  let at = 0
  for (const word of whole) if (at < part.length && word === part[at]) at++
  return at === part.length
}
