/** What a single word shows to the tagger, whatever stands around it, as hashes: its spelling, its parts, its classes in the lexicon and the lists. */
import { caseless, names } from '../lexicon/names.ts'
import { vocabulary } from '../lexicon/vocabulary.ts'
import { bare, lightStem } from '../text/clitics.ts'
import { isFunctionWord, nounReadings } from '../text/document.ts'
import type { Token } from '../text/tokens.ts'
import { hashText } from './hash.ts'
import { keysWithoutClitics, type ListedName, nameLists } from './name-lists.ts'

export interface TaggedWord {
  kind: Token['kind']
  key: string
  /** Hashes of the key, of the key without clitics and article, and of its class. */
  keyHash: number
  bareHash: number
  classHash: number
  /** A mark that may stand around a name without ending what its neighbours say of it: quotes, brackets, dashes. */
  passing: boolean
  /** A comma or semicolon that may stand between a noun and the name that it announces. */
  comma: boolean
  /** Numbers of the key with and without its clitics, by which a text's other uses of the word are found. */
  voteKeys: readonly number[]
  /** Listed names that can begin with this word; undefined where none does. */
  listed: ListedBeginnings | undefined
  /** For the word itself, for a neighbour, and for a neighbour but one. */
  own: Int32Array
  near: Int32Array
  far: Int32Array
}

/** Listed names by their first word. */
export interface ListedBeginnings {
  /** A bit for each list that holds the word alone. */
  alone: number
  /** Second word → the longer names that go on with it. */
  longer: ReadonlyMap<string, readonly ListedName[]>
}

/** Classes of a word by its letters alone, e.g. how much it looks like a name; given the folded key and the key without clitics. */
export type LettersClasses = (key: string, bare: string) => readonly string[]

/** What stands before the first and behind the last word of a sentence. */
export const EDGE: TaggedWord = emptyWord('<s>')

const PASSING = /^["'«»“”()[\]‘’ـ-]*$/u
const COMMA = /^[،,]$/u

/** What of a token depends on its spelling alone. */
type WordToken = Pick<Token, 'kind' | 'key' | 'text' | 'word'>

/** Reads one token. Depends on nothing but the token, the lexicon, the lists and `letters`. */
export function readWord(token: WordToken, letters: LettersClasses): TaggedWord {
  const key = token.kind === 'number' ? token.key.replace(/\d/g, '0') : token.key
  const stem = bare(key)
  const classes = token.kind === 'word' ? classesOf(token) : []
  const mainClass = token.kind === 'mark' ? key || '-' : mainClassOf(token, classes, stem)
  const own = [`w${key}`, `k${token.kind}`, `m${mainClass}`]
  const near = [...own]
  const far = [`w${key}`, `m${mainClass}`]
  let more: Int32Array = NONE
  if (token.kind === 'word' || token.kind === 'latin') {
    const light = lightStem(key)
    own.push(`b${stem}`, `l${light}`)
    near.push(`b${stem}`, `l${light}`)
    far.push(`b${stem}`)
    const joined = /^[وفبلك]./.test(key)
    if (joined) {
      own.push(`c${key.slice(1)}`)
      near.push(`c${key.slice(1)}`)
    }
    for (let n = 1; n <= 4 && n < key.length; n++) own.push(`p${key.slice(0, n)}`, `s${key.slice(-n)}`)
    for (let n = 1; n <= 3 && n < key.length; n++) near.push(`s${key.slice(-n)}`)
    for (let n = 1; n <= 2 && n < key.length; n++) near.push(`p${key.slice(0, n)}`)
    own.push(`n${Math.min(9, key.length)}`, `o${Math.min(9, stem.length)}`)
    own.push(`r${token.text.slice(-1)}`, `h${/[أإآ]/.exec(token.text)?.[0] ?? ''}`)
    const framed = `^${stem}$`
    for (let n = 2; n <= 4; n++)
      for (let at = 0; at + n <= framed.length; at++) own.push(`g${framed.slice(at, at + n)}`)
    more = hashesOf([...classes.map((c) => `x${c}`), ...(token.kind === 'word' ? letters(key, stem) : [])])
  }
  return {
    kind: token.kind,
    key,
    keyHash: hashText(key),
    bareHash: hashText(stem),
    classHash: hashText(mainClass),
    passing: PASSING.test(key),
    comma: COMMA.test(key),
    voteKeys:
      token.kind === 'word'
        ? keysWithoutClitics(key)
            .filter((k) => k.length > 2)
            .map(numberOf)
        : [],
    listed: token.kind === 'mark' ? undefined : listedAt(key),
    own: hashesOf(own, more),
    near: hashesOf(near, more),
    far: hashesOf(far, more),
  }
}

const NONE = new Int32Array(0)

/** Hashes of texts, with those of others, which are reckoned once, behind them. */
function hashesOf(texts: readonly string[], more: Int32Array = NONE): Int32Array {
  const hashes = new Int32Array(texts.length + more.length)
  for (let k = 0; k < texts.length; k++) hashes[k] = hashText(texts[k]!)
  hashes.set(more, texts.length)
  return hashes
}

/** Thirty bits of a hash: what engines keep as a small integer. */
function numberOf(key: string): number {
  return hashText(key) >>> 2
}

function emptyWord(key: string): TaggedWord {
  const hash = hashText(key)
  const outside = Int32Array.of(hashText(`w${key}`))
  return {
    kind: 'mark',
    key,
    keyHash: hash,
    bareHash: hash,
    classHash: hash,
    passing: false,
    comma: false,
    voteKeys: [],
    listed: undefined,
    own: outside,
    near: outside,
    far: outside,
  }
}

function listedAt(key: string): ListedBeginnings | undefined {
  const { byFirstWord } = nameLists()
  const found = keysWithoutClitics(key).flatMap((word) => byFirstWord.get(word) ?? [])
  if (found.length === 0) return undefined
  return {
    alone: found.reduce((bits, { list, words }) => (words.length === 1 ? bits | (1 << list) : bits), 0),
    longer: Map.groupBy(
      found.filter(({ words }) => words.length > 1),
      ({ words }) => words[1]!,
    ),
  }
}

/** Every class that some reading of a word has; `+` marks those that take a clitic off first. */
function classesOf(token: WordToken): string[] {
  const { firstNames, nisba } = names()
  const { titles, groups, events, speech } = vocabulary()
  const found = new Set<string>()
  if (isFunctionWord(token)) found.add('function')
  for (const reading of nounReadings(token)) {
    const add = (name: string) => found.add(reading.cliticLetters > 0 ? `+${name}` : name)
    if (firstNames.has(reading.stem) && !reading.article) add('first')
    if (nisba.has(reading.stem)) add('nisba')
    const title = titles.get(reading.stem)
    if (title) add(`title:${title.entry.kind}${title.plural ? 's' : ''}`)
    const group = groups.get(reading.stem)
    if (group) add(`group:${group.entry.kind}`)
    for (const part of partsOfKnownNames().get(caseless(reading.stem)) ?? []) add(`known:${part}`)
    for (const { kind } of events.get(reading.stem) ?? []) add(`event:${kind}`)
    for (const { kind } of speech.get(reading.stem) ?? []) add(`speech:${kind}`)
  }
  const { parts } = nameLists()
  keysWithoutClitics(token.key).forEach((word, at) => {
    for (const part of parts.get(word) ?? []) found.add(`${at === 0 ? '' : '+'}part:${part}`)
  })
  return [...found]
}

let knownParts: Map<string, Set<string>> | undefined

/** Words of the lexicon's names → whether they are one alone (U), begin (F), end (L) or stand inside (M) names of which type. */
function partsOfKnownNames(): ReadonlyMap<string, ReadonlySet<string>> {
  if (knownParts) return knownParts
  knownParts = new Map()
  for (const list of names().byFirstWord.values())
    for (const { words, entity } of list)
      words.forEach((word, at) => {
        const place = words.length === 1 ? 'U' : at === 0 ? 'F' : at === words.length - 1 ? 'L' : 'M'
        const known = knownParts!.get(word)
        if (known) known.add(place + entity.type)
        else knownParts!.set(word, new Set([place + entity.type]))
      })
  return knownParts
}

/** One class for the pairs of neighbours: the one that says most. */
function mainClassOf(token: WordToken, classes: readonly string[], stem: string): string {
  const find = (...beginnings: string[]) =>
    classes.find((name) => beginnings.some((beginning) => name.startsWith(beginning)))
  if (token.kind !== 'word') return token.kind
  if (classes.includes('function')) return `function:${token.key}`
  const head = find('title', '+title') ?? find('group', '+group')
  if (head) return head
  if (find('speech:verb')) return 'speech'
  if (find('nisba', '+nisba')) return token.key === stem ? 'nisba' : 'nisba:definite'
  if (find('first', 'part:given')) return 'given'
  if (find('+first', '+part:given')) return '+given'
  if (find('part:surname')) return 'surname'
  const known = find('known:U')
  if (known) return known
  if (find('event:verb')) return 'verb'
  if (find('event', '+event')) return 'event'
  return token.key === stem ? 'word' : 'definite'
}
