import type { EntityType } from '../analysis.ts'
import { fold, foldName } from '../text/fold.ts'
import { type CommonName, commonNames } from './common.ts'
import { adjectiveForms } from './inflection.ts'
import { load } from './load.ts'

/** Somebody or something that the lexicon knows by name. */
export interface KnownEntity {
  /** `state:DZA`, `org:africom`, `group:al-qaeda`, `place:وهران`, `person:…`. */
  id: string
  name: string
  aliases: string[]
  type: EntityType
  country?: string
  wikidata?: string
  /** Of places: a city or town. */
  town?: true
  latin: string[]
}

/** One way to write a known name, as folded words. */
export interface KnownName {
  /** Folded; the first without the article. */
  words: string[]
  /** Whether the first word carries the article. */
  article: boolean
  entity: KnownEntity
  /** Of a name of one word: as its entry writes it, with the hamzas and the ta marbuta that folding takes away. */
  spelled?: string
  /** Stands for the government («البيت الأبيض») rather than naming it. */
  seat?: true
  /** Others who are called so too: «طرابلس» in Lebanon. */
  namesakes?: KnownEntity[]
  /** What it takes to read it as a name, where it is an ordinary word too. */
  common?: CommonName
}

export interface NisbaForm {
  entity: KnownEntity
  gender: 'masculine' | 'feminine'
  number: 'singular' | 'dual' | 'plural'
}

export interface Names {
  /** First folded word without its article → names, longest first. */
  byFirstWord: ReadonlyMap<string, readonly KnownName[]>
  /** Folded nisba without the article → whose it is. */
  nisba: ReadonlyMap<string, NisbaForm>
  /** First folded word of an adjective of two, without the article → second → whose it is: «كوري شمالي», «جنوب أفريقي». */
  nisbaPairs: ReadonlyMap<string, ReadonlyMap<string, NisbaForm>>
  /** ISO 3166-1 alpha-3 → state. */
  states: ReadonlyMap<string, KnownEntity>
  byId: ReadonlyMap<string, KnownEntity>
  firstNames: ReadonlySet<string>
}

let loaded: Names | undefined

/** All names of the lexicon, indexed once and kept. */
export function names(): Names {
  loaded ??= index()
  return loaded
}

/** The sound masculine plural in its two cases, and the five nouns (أبو، أبي، أبا), count as one word. */
export function caseless(word: string): string {
  if (word === 'ابي' || word === 'ابا') return 'ابو'
  if (word === 'ذي' || word === 'ذا') return 'ذو'
  return word.length > 4 && word.endsWith('ون') ? `${word.slice(0, -2)}ين` : word
}

/** The folded words of a name, the first without its article, and whether it has one. */
function nameWords(name: string): Pick<KnownName, 'words' | 'article'> {
  const words = foldName(name)
    .split(/[\s-]+/)
    .map(caseless)
  const article = words[0]!.startsWith('ال') && words[0]!.length > 3 && /^ال/.test(name.trim())
  if (article) words[0] = words[0]!.slice(2)
  return { words, article }
}

function index(): Names {
  const byFirstWord = new Map<string, KnownName[]>()
  const nisba = new Map<string, NisbaForm>()
  const nisbaPairs = new Map<string, Map<string, NisbaForm>>()
  const states = new Map<string, KnownEntity>()
  const byId = new Map<string, KnownEntity>()
  // The first to claim a spelling keeps it, and others become its namesakes: a state before its capital, a body before a person.
  const taken = new Map<string, KnownName>()
  const common = commonNames()

  const addName = (entity: KnownEntity, name: string, seat?: true) => {
    const { words, article } = nameWords(name)
    if (words[0]!.length < 2) return
    const key = `${article ? '+' : ''}${words.join(' ')}`
    const first = taken.get(key)
    if (first !== undefined) {
      if (first.entity.id !== entity.id && !seat) {
        first.namesakes ??= []
        first.namesakes.push(entity)
      }
      return
    }
    // All in one shape, as are the entities: V8 reads fields of such objects many times faster.
    const spelled = words.length === 1 ? name : undefined
    const known: KnownName = {
      words,
      article,
      entity,
      spelled,
      seat,
      namesakes: undefined,
      common: common.get(name),
    }
    taken.set(key, known)
    const list = byFirstWord.get(words[0]!) ?? []
    list.push(known)
    byFirstWord.set(words[0]!, list)
  }
  const add = (entity: KnownEntity) => {
    byId.set(entity.id, entity)
    for (const name of [entity.name, ...entity.aliases]) addName(entity, name)
    return entity
  }
  /** The first word agrees where it is an adjective itself («كورية شمالية»); «جنوب» does not change. */
  const pairsBegunBy = (word: string) =>
    (word.endsWith('ي') ? adjectiveForms(word).map(({ form }) => form) : [fold(word)]).map((form) => {
      const pairs = nisbaPairs.get(form) ?? new Map<string, NisbaForm>()
      nisbaPairs.set(form, pairs)
      return pairs
    })
  const addNisba = (entity: KnownEntity, forms: string[], plurals: string[]) => {
    for (const form of forms) {
      const [first, second] = form.split(' ')
      for (const { form: spelled, gender, number } of adjectiveForms(second ?? form)) {
        const target = second === undefined ? [nisba] : pairsBegunBy(first!)
        for (const map of target) if (!map.has(spelled)) map.set(spelled, { entity, gender, number })
      }
    }
    for (const plural of plurals)
      if (!nisba.has(fold(plural))) nisba.set(fold(plural), { entity, gender: 'masculine', number: 'plural' })
  }
  const latinOf = (latin?: { en: string; fr?: string; others?: string[] }) =>
    latin ? [latin.en, ...(latin.fr ? [latin.fr] : []), ...(latin.others ?? [])] : []

  for (const state of load('states.json')) {
    const entity = add({
      id: `state:${state.id}`,
      name: state.name,
      aliases: state.aliases,
      type: 'state',
      country: state.id,
      wikidata: state.wikidata,
      town: undefined,
      latin: latinOf(state.latin),
    })
    states.set(state.id, entity)
    addNisba(entity, state.nisba, state.plurals)
    for (const seat of state.seats) addName(entity, seat, true)
  }
  for (const body of load('organizations.json'))
    add({
      id: `org:${body.id}`,
      name: body.name,
      aliases: [...body.aliases, ...body.acronyms],
      type: 'organization',
      country: body.country,
      wikidata: body.wikidata,
      town: undefined,
      latin: [...latinOf(body.latin), ...body.acronyms],
    })
  for (const group of load('armed-groups.json'))
    add({
      id: `group:${group.id}`,
      name: group.name,
      aliases: [...group.aliases, ...group.acronyms],
      type: 'armed-group',
      country: group.countries.length === 1 ? group.countries[0] : undefined,
      wikidata: group.wikidata,
      town: undefined,
      latin: [...latinOf(group.latin), ...group.acronyms],
    })
  for (const place of load('places.json')) {
    const entity = add({
      id: `place:${place.name}${place.country ? `@${place.country}` : ''}`,
      name: place.name,
      aliases: place.aliases,
      type: 'place',
      country: place.country,
      wikidata: place.wikidata,
      town: place.kind === 'city' || place.kind === 'town' ? true : undefined,
      latin: latinOf(place.latin),
    })
    addNisba(entity, place.nisba, [])
  }
  // Every capital is a place, listed as one or not; where it is called like its state, the state keeps the name.
  // Jerusalem is listed without a country.
  for (const { id, capital } of load('states.json'))
    if (capital && !byId.has(`place:${capital}`) && !byId.has(`place:${capital}@${id}`))
      add({
        id: `place:${capital}@${id}`,
        name: capital,
        aliases: [],
        type: 'place',
        country: id,
        wikidata: undefined,
        town: true,
        latin: [],
      })
  for (const person of load('people.json'))
    add({
      id: `person:${person.name}`,
      name: person.name,
      aliases: person.aliases,
      type: 'person',
      country: person.country,
      wikidata: person.wikidata,
      town: undefined,
      latin: latinOf(person.latin),
    })

  for (const list of byFirstWord.values()) list.sort((a, b) => b.words.length - a.words.length)
  return { byFirstWord, nisba, nisbaPairs, states, byId, firstNames: new Set(load('first-names.json').map(fold)) }
}
