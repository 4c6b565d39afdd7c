/** Learns to tell names from ordinary words by their letters (see `src/analysis/names/letters.ts`). */
import { readFileSync } from 'node:fs'
import { names } from '../../src/analysis/lexicon/names.ts'
import { vocabulary } from '../../src/analysis/lexicon/vocabulary.ts'
import { LABELS } from '../../src/analysis/names/labels.ts'
import { LETTER_KINDS, LETTER_SLOTS, letterGrams } from '../../src/analysis/names/letters.ts'
import { fold } from '../../src/analysis/text/fold.ts'
import { FUNCTION_WORDS } from '../../src/analysis/text/function-words.ts'
import { randomNumbers, shuffle } from '../random.ts'
import type { LabelledSentence } from './conll.ts'

/** A word that is a person's, place's or body's (0, 1, 2), or an ordinary one (3), and how much it counts. */
export interface LetterExample {
  word: string
  kind: number
  weight: number
}

export interface Letters {
  weights: Int8Array
  unit: number
}

const ORDINARY = LETTER_KINDS
const CLASSES = LETTER_KINDS + 1
const EPOCHS = 3
const STEP = 0.1
const DECAY = 1e-5
/** Beyond this a weight is cut off when it is made a byte. */
const HIGHEST = 4

/** Names of ANETAC's file: class, English, Arabic, a name a line. */
export function listedNames(file: string): LetterExample[] {
  const kinds = ['PERSON', 'LOCATION', 'ORGANIZATION']
  const counts = new Map<string, number[]>()
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    const [kind, , arabic] = line.split(/\s+/)
    const at = kinds.indexOf(kind?.replace(/^\uFEFF/, '') ?? '')
    if (at < 0 || !arabic) continue
    for (const word of fold(arabic).split('-')) {
      if (!/^[\u0620-\u064A]{2,}$/.test(word)) continue
      const found = counts.get(word) ?? [0, 0, 0]
      found[at]!++
      counts.set(word, found)
    }
  }
  return [...counts].flatMap(([word, found]) =>
    found.flatMap((count, kind) => (count > 0 ? [{ word, kind, weight: Math.min(2, 1 + Math.log(count)) }] : [])),
  )
}

/** Names and ordinary words of the lexicon. */
export function lexiconWords(): LetterExample[] {
  const examples: LetterExample[] = []
  const kinds: Record<string, number> = { person: 0, place: 1, state: 1 }
  for (const list of names().byFirstWord.values())
    for (const { words, article, entity } of list) {
      const kind = kinds[entity.type]
      if (kind === undefined || (kind === 1 && words.length > 2)) continue
      words.forEach((word, at) => {
        examples.push({ word: at === 0 && article ? `ال${word}` : word, kind, weight: 0.5 })
      })
    }
  for (const word of names().firstNames) examples.push({ word, kind: 0, weight: 1 })
  const { events, speech, titles, groups } = vocabulary()
  for (const forms of [events, speech, titles, groups])
    for (const word of forms.keys()) examples.push({ word, kind: ORDINARY, weight: 0.3 })
  for (const word of FUNCTION_WORDS) examples.push({ word, kind: ORDINARY, weight: 1 })
  return examples
}

/** Words of labelled sentences, each once for each kind in which it stands there. */
export function wordsOfSentences(sentences: readonly LabelledSentence[]): LetterExample[] {
  const counts = new Map<string, number[]>()
  for (const { tokens, labels } of sentences)
    tokens.forEach(({ kind, key }, at) => {
      const label = LABELS[labels[at]!]!
      const of = label === 'O' ? ORDINARY : ['PERS', 'LOC', 'ORG'].indexOf(label.slice(2))
      if (kind !== 'word' || of < 0 || key === '') return
      const found = counts.get(key) ?? [0, 0, 0, 0]
      found[of]!++
      counts.set(key, found)
    })
  return [...counts].flatMap(([word, found]) =>
    found.flatMap((count, kind) => (count > 0 ? [{ word, kind, weight: 1 + Math.log(count) }] : [])),
  )
}

/** Multinomial logistic regression over letter n-grams; the weights of ordinary words are taken off the others', which are made bytes. */
export function trainLetters(examples: readonly LetterExample[]): Letters {
  const weights = new Float32Array(LETTER_SLOTS * CLASSES)
  const squares = new Float32Array(LETTER_SLOTS * CLASSES).fill(0.1)
  const grams = examples.map(({ word }) => letterGrams(word))
  const order = Int32Array.from(examples, (_, at) => at)
  const random = randomNumbers(7)
  const shares = new Float64Array(CLASSES)
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    shuffle(order, random)
    for (const chosen of order) {
      const { kind, weight } = examples[chosen]!
      shares.fill(0)
      for (const slot of grams[chosen]!) for (let c = 0; c < CLASSES; c++) shares[c]! += weights[slot * CLASSES + c]!
      const highest = Math.max(...shares)
      let sum = 0
      for (let c = 0; c < CLASSES; c++) {
        shares[c] = Math.exp(shares[c]! - highest)
        sum += shares[c]!
      }
      for (let c = 0; c < CLASSES; c++) {
        const error = (shares[c]! / sum - (c === kind ? 1 : 0)) * weight
        if (error < 1e-3 && error > -1e-3) continue
        for (const slot of grams[chosen]!) {
          const k = slot * CLASSES + c
          const gradient = error + DECAY * weights[k]!
          squares[k]! += gradient * gradient
          weights[k]! -= (STEP * gradient) / Math.sqrt(squares[k]!)
        }
      }
    }
  }
  const unit = HIGHEST / 127
  const bytes = new Int8Array(LETTER_SLOTS * LETTER_KINDS)
  for (let slot = 0; slot < LETTER_SLOTS; slot++)
    for (let kind = 0; kind < LETTER_KINDS; kind++) {
      const odds = weights[slot * CLASSES + kind]! - weights[slot * CLASSES + ORDINARY]!
      bytes[slot * LETTER_KINDS + kind] = Math.max(-127, Math.min(127, Math.round(odds / unit)))
    }
  return { weights: bytes, unit }
}
