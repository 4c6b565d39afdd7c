/** The words of a question that must be met, and in which ways a word of an article meets them. */
import type { EventWord } from '../analysis/lexicon/schema.ts'
import { vocabulary } from '../analysis/lexicon/vocabulary.ts'
import { bare, lightStem, readings, withoutPronoun } from '../analysis/text/clitics.ts'
import { fold } from '../analysis/text/fold.ts'
import kin from './kin.json' with { type: 'json' }

/** How a word may be met: by its stem, its root, a word that tells the same, or an event of the same kind. */
export interface Meanings {
  /** Light stem. */
  stem: string
  /** Stems of the word without a preposition or pronoun that the light stemmer leaves on it («لتحلية», «وساطتها»). */
  bare: readonly string[]
  /** Three or four consonants, where they can be told. */
  root?: string
  /** Rows of words that tell the same. */
  kin: readonly number[]
  /** Lemmas of event words. */
  lemmas: ReadonlySet<string>
  /** Kinds of events that are narrow enough to stand for one another: `abduct`, `visit`. */
  modes: ReadonlySet<string>
}

/** Modes under which words tell one and the same thing. */
const NARROW = new Set(
  'abduct visit explosives resign strike release arrest withdraw massacre phone targeted aerial execute torture deport ceasefire hunger boycott curfew'.split(
    ' ',
  ),
)

const KIN = new Map<string, number[]>()
for (const [row, words] of kin.entries())
  for (const word of words.split(' '))
    for (const key of new Set([fold(word), lightStem(fold(word))])) KIN.set(key, [...(KIN.get(key) ?? []), row])

/** Of a shorter rest a first letter is rarely a preposition. */
const SHORTEST_BARE = 4

/** «سيزور»: the particle of the future is written in one with its verb. */
const FUTURE = /^[وف]?س(?=[يت].{2})/

const cache = new Map<string, Meanings>()
/** Enough for the vocabulary of a desk; emptied when full, so that memory stays bounded. */
const CACHE_SIZE = 40_000

/** What a folded word may mean, with its clitics or without. */
export function meaningsOf(key: string): Meanings {
  const known = cache.get(key)
  if (known) return known
  const light = lightStem(key)
  const forms = new Set([key, bare(key), key.replace(FUTURE, ''), ...readings(key).map((reading) => reading.stem)])
  const kinRows = new Set<number>()
  const lemmas = new Set<string>()
  const modes = new Set<string>()
  const take = (form: string) => {
    for (const row of KIN.get(form) ?? []) kinRows.add(row)
    for (const { entry } of vocabulary().events.get(form) ?? []) {
      lemmas.add(lemmaOf(entry))
      // «علقت» is a form of «علق», which tells the same as «تعليق».
      for (const row of KIN.get(fold(lemmaOf(entry))) ?? []) kinRows.add(row)
      if (entry.mode && NARROW.has(entry.mode) && !(entry.weak && entry.phrases.length > 0)) modes.add(entry.mode)
    }
  }
  for (const form of forms) take(form)
  if (lemmas.size === 0) for (const form of verbsBeforePronoun(bare(key))) take(form)
  // «وزارة»: what the stemmer leaves is a verb, but the word is no form of it; the waw is its own.
  const isOwnWaw = /^و/.test(key) && !/^و/.test(light) && lemmas.size === 0 && vocabulary().events.has(light)
  const stem = isOwnWaw ? `و${light}` : light
  for (const row of KIN.get(stem) ?? []) kinRows.add(row)
  const root = rootOf(stem)
  const pronounless = [key, bare(key)].flatMap((form) => {
    // «وزارة» is neither «زار» nor «زاره».
    const cut = /^و/.test(form) && !SURE_PRONOUN.test(form) ? undefined : withoutPronoun(form)
    // «وساطتها»: before a pronoun the ta marbuta is written as ta.
    return cut === undefined ? [] : [lightStem(cut), ...(cut.endsWith('ت') ? [lightStem(`${cut.slice(0, -1)}ه`)] : [])]
  })
  // «كم طنا؟»: the light stemmer leaves short words as they are.
  if (/^.{2,3}ا$/.test(key)) pronounless.push(key.slice(0, -1))
  const bareStems = readings(key).flatMap(({ preposition, stem: rest }) =>
    preposition !== '' && rest.length >= SHORTEST_BARE ? [lightStem(rest)] : [],
  )
  const found = { stem, bare: [...pronounless, ...bareStems], kin: [...kinRows], lemmas, modes, ...(root && { root }) }
  if (cache.size >= CACHE_SIZE) cache.clear()
  cache.set(key, found)
  return found
}

/** Pronouns that are no ta marbuta: «وزارة» is not «زاره». */
const SURE_PRONOUN = /(?:ها|هم|هما|[تاو]ه)$/

/** «زكته», «رعاها»: the verb without the pronoun of its object, before which alif maqsura is written as alif. */
function verbsBeforePronoun(form: string): string[] {
  const cut = SURE_PRONOUN.test(form) ? withoutPronoun(form) : undefined
  const found = cut === undefined ? [] : [cut, cut.replace(/ا$/, 'ي')]
  return found.filter((verb) => (vocabulary().events.get(verb) ?? []).some(({ kind }) => kind === 'verb'))
}

const lemmaOf = (entry: EventWord) => entry.verb?.past ?? entry.masdars[0] ?? entry.nouns[0] ?? entry.phrases[0] ?? ''

/** Prefixes of derived verbs, their masdars and participles, the longer first, and endings of verbs. */
const PREFIX = /^(?:مست|يست|تست|است|سي|ست|من|ين|تن|ان|مت|يت|تت|م|ي|ت|ن|ا)/
const ENDING = /(?:تما|تم|وا|نا|ت|ن|ه)$/

/** The consonants of a stem without what derives it; not a morphological root, only what forms of one verb mostly share. */
function rootOf(stem: string): string | undefined {
  for (const [from, to] of [
    [PREFIX, ENDING],
    [PREFIX, undefined],
    [undefined, ENDING],
    [undefined, undefined],
  ] as const) {
    // The ending of «قالت» is none of its consonants.
    if (to === undefined && /ا.ت$/.test(stem)) continue
    const cut = (to ? stem.replace(to, '') : stem).replace(from ?? /^$/, '')
    const root = cut.replace(/[اويء]/g, '')
    if (root.length >= 3 && root.length <= 4) return root
  }
  return undefined
}

/** Whether two stems are one; a waw at the beginning may be the word's own or have been cut off as a conjunction. */
export function sameStem(a: string, b: string): boolean {
  return a === b || a === `و${b}` || b === `و${a}`
}

/** How well one word meets another, 0…1. */
export function meets(asked: Meanings, word: Meanings): number {
  for (const lemma of asked.lemmas) if (word.lemmas.has(lemma)) return 1
  // «وزارة» is not «زار»: where the dictionary knows the verb that is asked for, a waw before it must leave that verb.
  const same = (a: string, b: string) => sameStem(a, b) && !(asked.lemmas.size > 0 && b === `و${a}`)
  if (same(asked.stem, word.stem) || asked.bare.includes(word.stem) || word.bare.some((stem) => same(asked.stem, stem)))
    return 1
  if (asked.kin.some((row) => word.kin.includes(row))) return 0.95
  for (const mode of asked.modes) if (word.modes.has(mode)) return 0.85
  // Two verbs that the dictionary tells apart are two («دعت», «استدعت»), whatever letters they share.
  const areKnown = asked.lemmas.size > 0 && word.lemmas.size > 0
  return !areKnown && asked.root !== undefined && asked.root === word.root ? 0.75 : 0
}

/** Other words under which what a word means may stand in an article, for search. */
export function kinWords({ kin: rows }: Meanings): string[] {
  return rows.flatMap((row) => kin[row]!.split(' '))
}
