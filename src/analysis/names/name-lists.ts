/**
 * Names that the tagger knows besides the lexicon: not entities with an id, only spellings that are mostly of one kind. As with any gazetteer the
 * model learns how far to trust each list.
 */
import { readFileSync } from 'node:fs'
import { fold } from '../text/fold.ts'
import { tokenize } from '../text/tokens.ts'

/** Lists of whole names; its index in this array is a list's number. */
const PHRASE_LISTS = ['people', 'places', 'bodies', 'matters'] as const
const WORD_LISTS = ['given', 'surnames'] as const

/** A listed name: its list and the keys of its tokens. */
export interface ListedName {
  list: number
  words: readonly string[]
}

export interface NameLists {
  /** Key of the first token → names, longest first. */
  byFirstWord: ReadonlyMap<string, readonly ListedName[]>
  /** Folded word → what it is a part of: `given`, `surname`, first or later word of a place, body or matter. */
  parts: ReadonlyMap<string, ReadonlySet<string>>
}

let loaded: NameLists | undefined

/** All lists, read once and kept. */
export function nameLists(): NameLists {
  loaded ??= read()
  return loaded
}

/** A key and what is left of it without joined conjunction and preposition; «لل» gives back its article. */
export function keysWithoutClitics(key: string): string[] {
  const found = [key]
  if (/^[وف]../.test(key)) found.push(key.slice(1))
  for (const word of [...found]) {
    if (/^لل../.test(word)) found.push(`ال${word.slice(2)}`)
    if (/^[بلك]../.test(word)) found.push(word.slice(1))
  }
  return found
}

function read(): NameLists {
  const byFirstWord = new Map<string, ListedName[]>()
  const parts = new Map<string, Set<string>>()
  const addPart = (word: string, part: string) => {
    const known = parts.get(word)
    if (known) known.add(part)
    else parts.set(word, new Set([part]))
  }
  PHRASE_LISTS.forEach((name, list) => {
    const seen = new Set<string>()
    for (const entry of linesOf(name).flatMap((line) => line.split('،'))) {
      const words = tokenize(entry.trim()).map((token) => token.key)
      const key = words.join(' ')
      if (words.length === 0 || seen.has(key)) continue
      seen.add(key)
      const others = byFirstWord.get(words[0]!)
      if (others) others.push({ list, words })
      else byFirstWord.set(words[0]!, [{ list, words }])
      if (name !== 'people' && words.length === 1) continue
      for (const [at, word] of words.entries())
        addPart(word, name === 'people' ? (at === 0 ? 'given' : 'surname') : `${name}${at === 0 ? 1 : 2}`)
    }
  })
  for (const name of WORD_LISTS)
    for (const word of linesOf(name).flatMap((line) => line.split(/\s+/)))
      if (word) addPart(fold(word), name === 'given' ? 'given' : 'surname')
  for (const listed of byFirstWord.values()) listed.sort((a, b) => b.words.length - a.words.length)
  return { byFirstWord, parts }
}

function linesOf(list: string): string[] {
  return readFileSync(new URL(`./lists/${list}.txt`, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => !line.startsWith('#'))
}
