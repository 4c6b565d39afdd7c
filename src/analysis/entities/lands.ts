/**
 * Lands and towns that are taken up without their names: «البلاد», «بلاده», «المملكة», «العاصمة», «المدينة», «البلدة». Such a word is a mention of the state or
 * place that it means; a party to an event it is only as whoever is named there.
 */
import { names } from '../lexicon/names.ts'
import { type Document, nounReadings, spanAfterClitics } from '../text/document.ts'
import { flagFor } from '../text/flags.ts'
import { perWord } from '../text/word.ts'
import { homeOf } from './back-references.ts'
import { capitals } from './capitals.ts'
import { type LinkedEntity, newEntity } from './link.ts'
import { type Mention, ofOneShape } from './mention.ts'
import { adjoins, hasPlainArticle, looksAdjectival } from './name-words.ts'

/** What a word takes up: the land that is told of, that of a person, a kingdom, the capital, or the last town. */
interface Land {
  of: 'land' | 'person' | 'kingdom' | 'capital' | 'town'
  /** Folded letters before it. */
  cliticLetters: number
}

/** «بلاده» is of a person; «بلادهم», of people, is not looked for. */
const OWN = /^([وف]?[بلك]?)بلاد(?:ه|ها)$/
const KINDS: ReadonlyMap<string, Land['of']> = new Map([
  ['بلاد', 'land'],
  ['مملكه', 'kingdom'],
  ['عاصمه', 'capital'],
  ['مدينه', 'town'],
  ['بلده', 'town'],
])
const KINGDOMS: ReadonlySet<string> = new Set(['SAU', 'JOR', 'MAR', 'BHR'])
/** So many mentions back, whatever is meant has been forgotten. */
const REACH = 40
/** So many tokens back the person may be whose land it is. */
const NEAR = 40

const landOf = perWord((word): Land | undefined => {
  if (word.kind !== 'word') return undefined
  const own = OWN.exec(word.key)
  if (own) return { of: 'person', cliticLetters: own[1]!.length }
  for (const { stem, article, cliticLetters } of nounReadings({ word })) {
    const of = article ? KINDS.get(stem) : undefined
    if (of) return { of, cliticLetters }
  }
  return undefined
})

const MAY_MEAN_LAND = flagFor((word) => landOf({ word }) !== undefined)

/**
 * Adds them to the entities that they mean.
 * @param mentions in the order of the text, joined to entities
 * @param entities a state that only «البلاد» means is added
 */
export function takeUpLands(document: Document, mentions: readonly Mention[], entities: LinkedEntity[]): void {
  const { tokens, flags } = document
  let before = 0
  let lands: Lands | undefined
  for (let at = 0; at < tokens.length; at++) {
    const land = (flags[at]! & MAY_MEAN_LAND) === 0 ? undefined : landOf(tokens[at]!)
    if (land === undefined) continue
    while (before < mentions.length && mentions[before]!.from <= at) before++
    // «سكان العاصمة», but not «شرطة العاصمة», which is a body.
    const around = mentions[before - 1]
    if (around !== undefined && around.to > at && (around.via !== 'group' || around.from === at)) continue
    const next = mentions[before]
    // «العاصمة الصومالية»: of that state.
    const whole =
      land.of === 'capital' &&
      document.opens[at + 1] === 0 &&
      next?.from === at + 1 &&
      next.via === 'nisba' &&
      next.type === 'state'
    if (whole) {
      const { start } = spanAfterClitics(tokens[at]!, land)
      const capital = capitalOf(next.country)
      if (capital !== undefined) add(capital, { start, end: next.span.end }, at, entities)
      continue
    }
    if (isDescribed(document, at)) continue
    // «العاصمة باريس», «المملكة المتحدة»: named right behind.
    if (next?.from === at + 1 && next.conjunction === '' && (next.type === 'place' || next.type === 'state')) continue
    lands ??= landsOf(mentions)
    const key = meant(land.of, at, mentions, before, entities, lands)
    if (key === undefined) continue
    add(key, spanAfterClitics(tokens[at]!, land), at, entities)
  }
}

/** «البلاد العربية», «المدينة القديمة»: an adjective says which. */
function isDescribed(document: Document, at: number): boolean {
  const next = document.tokens[at + 1]
  return next !== undefined && adjoins(document, at) && hasPlainArticle(next) && looksAdjectival(next.key)
}

/** Id of the state or place that is meant, of those named before. */
function meant(
  of: Land['of'],
  at: number,
  mentions: readonly Mention[],
  before: number,
  entities: readonly LinkedEntity[],
  { home, most }: Lands,
): string | undefined {
  const least = Math.max(0, before - REACH)
  if (of === 'town') {
    for (let i = before - 1; i >= least; i--) if (isTown(mentions[i]!)) return mentions[i]!.key
    return undefined
  }
  if (of === 'person') {
    for (let i = before - 1; i >= least && at - mentions[i]!.to <= NEAR; i--) {
      const { type, key, country } = mentions[i]!
      if (type !== 'person') continue
      const own = country ?? entities.find(({ id }) => id === key)?.country
      if (own) return stateOf(own)
    }
    return undefined
  }
  if (of === 'kingdom') {
    if (home && KINGDOMS.has(home)) return stateOf(home)
    for (let i = before - 1; i >= least; i--) {
      const { country } = mentions[i]!
      if (country && KINGDOMS.has(country)) return stateOf(country)
    }
    return undefined
  }
  const country = home ?? most
  if (country === undefined) return undefined
  if (of === 'land') return stateOf(country)
  return capitalOf(country)
}

function capitalOf(country: string | undefined): string | undefined {
  for (const [id, code] of capitals()) if (code === country) return id
  return undefined
}

/** The countries of an article: the one it is from, if one is; the one most of its mentions belong to, of several the first. */
interface Lands {
  home: string | undefined
  most: string | undefined
}

function landsOf(mentions: readonly Mention[]): Lands {
  const count = new Map<string, number>()
  for (const { country } of mentions) if (country) count.set(country, (count.get(country) ?? 0) + 1)
  let most: string | undefined
  for (const [country, own] of count) if (most === undefined || own > count.get(most)!) most = country
  return { home: homeOf(mentions), most }
}

const stateOf = (country: string) => names().states.get(country)?.id

const isTown = ({ type, key, via }: Mention): boolean =>
  via === 'name' && type === 'place' && (names().byId.get(key)?.town ?? key.startsWith('text:'))

function add(key: string, span: Mention['span'], at: number, entities: LinkedEntity[]): void {
  const entity = entities.find(({ id }) => id === key)
  const known = entity ?? names().byId.get(key)
  if (known === undefined) return
  const mention = ofOneShape({
    from: at,
    to: at + 1,
    span,
    type: known.type,
    via: 'nisba',
    key,
    name: known.name,
    conjunction: '',
    preposition: '',
    gender: 'feminine',
    plural: false,
    again: 'land',
    ...(known.country && { country: known.country }),
  })
  if (entity === undefined) {
    entities.push(newEntity(mention))
    return
  }
  let place = entity.members.length
  while (place > 0 && entity.members[place - 1]!.from > at) place--
  entity.members.splice(place, 0, mention)
}
