/** Under which keys an actor is found: pure functions over folded names. */
import { bare } from '../analysis/text/clitics.ts'
import { foldName } from '../analysis/text/fold.ts'
import { officeKey } from './office.ts'
import { skeletonOf } from './skeleton.ts'

const LINKS: ReadonlySet<string> = new Set([
  'بن',
  'ابن',
  'بنت',
  'ابو',
  'ابي',
  'ابا',
  'ام',
  'ال',
  'ولد',
  'عبد',
  'von',
  'van',
  'de',
  'al',
  'el',
  'ben',
  'bin',
])
/** A part of a name shorter than this finds too many. */
const SHORTEST_PART = 3

/**
 * The key of a name as typed or read: folded, without the article and clitics of its first word, «عبد» joined to what follows, «ابن» as «بن», hyphens as
 * spaces.
 */
export function nameKey(name: string): string {
  const words = foldName(name)
    .replace(/[-‐–'’`"«»().،,؟?!:]+/g, ' ')
    .trim()
    .split(/\s+/)
    .map((word, at) => (word === 'ابن' ? 'بن' : at === 0 ? bare(word) : word))
  const joined: string[] = []
  for (const word of words) {
    if (joined.at(-1) === 'عبد') joined[joined.length - 1] = `عبد${word}`
    else joined.push(word)
  }
  return joined.join(' ')
}

/** A key without the hamzas on their own and with every article dropped: what two spellings of a careless typist share. */
export function looseKey(key: string): string {
  return key
    .split(' ')
    .map((word) =>
      word
        .replace(/^ال(?=.{3})/, '')
        .replace(/(?<=.{3})ون$/, 'ين')
        .replace(/ء/g, 'ي')
        .replace(/يي+/g, 'ي')
        .replace(/(?<=.{2})[هت]$/, 'ه'),
    )
    .join(' ')
}

/** Every key under which an actor is found: its names whole, and for a person the parts that people use alone. */
export function keysOf(actor: { type: string; names: readonly string[]; role?: string | undefined }): string[] {
  const keys = new Set<string>()
  const add = (key: string) => {
    if (key.length >= 2) {
      keys.add(key)
      keys.add(looseKey(key))
    }
  }
  for (const name of actor.names) {
    const key = nameKey(name)
    add(key)
    if (actor.type !== 'person') continue
    const words = key.split(' ').filter((word) => !LINKS.has(word))
    const last = words.at(-1)
    if (words.length > 1 && last && last.length >= SHORTEST_PART) {
      add(bare(last))
      add(`${words[0]} ${last}`)
      add(words.slice(-2).join(' '))
      add(words.slice(0, 2).join(' '))
    }
  }
  if (actor.role) {
    add(nameKey(actor.role))
    add(officeKey(actor.role))
  }
  if (actor.type !== 'group') for (const name of skeletonsOfNames(actor)) keys.add(name)
  return [...keys]
}

/** The consonants of each name, and of the parts of a person's that are used alone. */
function skeletonsOfNames({ type, names }: { type: string; names: readonly string[] }): string[] {
  return names.flatMap((name) => {
    const words = name.split(/[\s-]+/)
    const parts = [name]
    if (type === 'person' && words.length > 1) parts.push(words.at(-1)!, `${words[0]} ${words.at(-1)}`)
    // «حقل الشرارة» is called Sharara.
    if (type === 'place' && words.length > 1) parts.push(words.at(-1)!)
    return parts.flatMap((part) => skeletonOf(part) ?? [])
  })
}

/** The trigrams of a key, its ends marked, for finding names that are nearly it. */
export function trigramsOf(key: string): string[] {
  const padded = ` ${key} `
  const found = new Set<string>()
  for (let at = 0; at + 3 <= padded.length; at++) found.add(padded.slice(at, at + 3))
  return [...found]
}

/**
 * How many letters must be put in, left out, changed or swapped with their neighbour to make one word of another (Damerau 1964, optimal string alignment);
 * gives up with `most + 1` once it must be more.
 */
export function editDistance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1
  let before: number[] = []
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1]
      let cost = Math.min(row[j - 1]! + 1, previous[j]! + 1, previous[j - 1]! + (same ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, before[j - 2]! + 1)
      row.push(cost)
    }
    if (Math.min(...row) > most) return most + 1
    before = previous
    previous = row
  }
  return Math.min(previous[b.length]!, most + 1)
}
