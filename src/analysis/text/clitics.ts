/**
 * What may be joined to an Arabic word in writing: conjunctions and prepositions before it, the article, the future sa-,
 * pronouns after it. The readings are possible ones; which is meant, the lexicon and the neighbours decide.
 */

import { perWord } from './word.ts'

export interface Reading {
  /** «و» or «ف». */
  conjunction: '' | 'و' | 'ف'
  /** «ب», «ل», «ك». */
  preposition: '' | 'ب' | 'ل' | 'ك'
  article: boolean
  /** What is left, folded. */
  stem: string
  /** How many folded letters stand before the stem, the article's among them. */
  prefixLetters: number
  /** How many folded letters stand before the article (or the stem, without one). */
  cliticLetters: number
}

const cache = new Map<string, readonly Reading[]>()
/** Enough for the vocabulary of some thousand articles; emptied when full, so that memory stays bounded. */
const CACHE_SIZE = 50_000

/** Every way to read a folded word as clitics and a stem, the plainest first. */
export function readings(key: string): readonly Reading[] {
  const known = cache.get(key)
  if (known) return known
  const found: Reading[] = []
  for (const conjunction of ['', 'و', 'ف'] as const) {
    if (!key.startsWith(conjunction)) continue
    const afterConjunction = conjunction.length
    for (const preposition of ['', 'ب', 'ل', 'ك'] as const) {
      if (!key.startsWith(preposition, afterConjunction)) continue
      const at = afterConjunction + preposition.length
      const rest = key.slice(at)
      if (rest.length < 2) continue
      const push = (article: boolean, stem: string, prefixLetters: number) => {
        if (stem.length >= 2)
          found.push({
            conjunction,
            preposition,
            article,
            stem,
            prefixLetters,
            cliticLetters: article ? at : prefixLetters,
          })
      }
      // «لل» is the preposition and the article, whose alef is not written after it.
      if (preposition === 'ل' && rest.startsWith('ل')) push(true, rest.slice(1), at + 1)
      if (rest.startsWith('ال')) push(true, rest.slice(2), at + 2)
      push(false, rest, at)
    }
  }
  if (cache.size >= CACHE_SIZE) cache.clear()
  cache.set(key, found)
  return found
}

const PRONOUNS = ['هما', 'هم', 'هن', 'ها', 'نا', 'كم', 'ه', 'ني', 'ك'] as const

/** A folded word without a pronoun joined to its end, or undefined when none can be. */
export function withoutPronoun(stem: string): string | undefined {
  for (const pronoun of PRONOUNS) {
    if (stem.endsWith(pronoun) && stem.length - pronoun.length >= 3) return stem.slice(0, -pronoun.length)
  }
  return undefined
}

/** Folded, without conjunction and article: for comparing words whose clitics do not matter. */
export function bare(key: string): string {
  const length = articleLength(key)
  return length > 0 && key.length >= length + 2 ? key.slice(length) : key
}

/** Letters of «ال» or «لل» with the clitics before it; 0 without. Asked of every word many times: no pattern is matched for it. */
function articleLength(key: string): number {
  let at = key[0] === 'و' || key[0] === 'ف' ? 1 : 0
  if (key[at] === 'ل') return key[at + 1] === 'ل' ? at + 2 : 0
  if (key[at] === 'ب' || key[at] === 'ك') at++
  return key[at] === 'ا' && key[at + 1] === 'ل' ? at + 2 : 0
}

const SUFFIXES = /(?:اتها|اتهم|يات|ات|تين|تان|ين|ون|ان|هما|هم|هن|ها|يه|تي|وا|ه|ي|ا)$/

/**
 * A light stem (after Larkey et al. 2002, «light10»): clitics and the article before, number, gender and pronouns after, never
 * fewer than three letters left. For comparing texts and for search; not a morphological analysis.
 */
export function lightStem(key: string): string {
  let stem = bare(key)
  if (stem === key && /^[وف].{3,}$/.test(key) && stem.length > 4 && key[0] === 'و') stem = key.slice(1)
  const cut = stem.replace(SUFFIXES, '')
  return cut.length >= 3 ? cut : stem
}

/** The light stem of a token. */
export const stemOf = perWord(({ key }) => lightStem(key))
