/** How likely people who extract a summary are to take a piece of an article: a linear model over a few signs, learned by `npm run train`. */
import { readFileSync } from 'node:fs'
import type { Document } from '../text/document.ts'
import { type Segment, totalWords } from './segments.ts'
import type { Numbered } from './vocabulary.ts'

/** The signs, in the order of the weights. */
export const SIGNS = [
  /** Falls with the pieces that stand before. */
  'early',
  /** Share of the article's words that stand before. */
  'before',
  /** How deep in its sentence the piece begins. */
  'depth',
  /** Stems shared with the beginning of the article, which says what it is about. */
  'echo',
  /** How often the article uses the words of the piece. */
  'common',
  /** Belongs to the last sentence. */
  'last',
] as const
export type Sign = (typeof SIGNS)[number]

/** The model: `base` plus a weight for each sign. */
export interface ExtractModel {
  /** What the weights were learned from, for those who pass them on. */
  learnedFrom?: string
  base: number
  weights: Record<Sign, number>
}

/** A piece that begins so many UTF-16 units into its sentence counts as deep in it as any. */
const DEEP = 250
/** What the opening piece itself gets for `echo`: it would otherwise be 1 for every article and tell nothing beside `early`. */
const OPENING_ECHO = 0.5
/** Nobody is surely taken or surely left: people agree on few sentences (inter-annotator agreement on EASC is low). */
const LEAST = 0.02
const MOST = 0.95

/** The signs of each piece, in the order of `SIGNS`. Linear in the length of the article. */
export function extractSigns(document: Document, segments: readonly Segment[], stems: Numbered): number[][] {
  const all = totalWords(segments)
  const lastSentence = segments[segments.length - 1]?.sentence
  const opening = new Set<number>()
  const seen = new Int32Array(stems.frequency.length).fill(-1)
  let before = 0
  return segments.map((segment, i) => {
    let distinct = 0
    let echoed = 0
    let counted = 0
    let common = 0
    for (let at = segment.from; at < segment.to; at++) {
      const stem = stems.at[at]!
      if (stem < 0) continue
      counted++
      common += Math.log(stems.frequency[stem]!)
      if (i === 0) opening.add(stem)
      if (seen[stem] === i) continue
      seen[stem] = i
      distinct++
      if (opening.has(stem)) echoed++
    }
    const echo = i === 0 ? OPENING_ECHO : echoed / Math.sqrt(Math.max(1, opening.size) * Math.max(1, distinct))
    const depth = (segment.span.start - document.sentences[segment.sentence]!.span.start) / DEEP
    const signs = [
      1 / (1 + 0.15 * i),
      before / Math.max(1, all),
      Math.min(1.5, depth),
      echo,
      common / Math.max(1, counted),
      segment.sentence === lastSentence ? 1 : 0,
    ]
    before += segment.words
    return signs
  })
}

/** The likelihood that one person takes a piece, 0…1. */
export function likelihood(signs: readonly number[], model: ExtractModel): number {
  let sum = model.base
  for (let k = 0; k < SIGNS.length; k++) sum += model.weights[SIGNS[k]!] * signs[k]!
  return Math.min(MOST, Math.max(LEAST, sum))
}

let loaded: ExtractModel | undefined

/** The model that ships, read once. */
export function extractModel(): ExtractModel {
  loaded ??= JSON.parse(readFileSync(new URL('./extract-model.json', import.meta.url), 'utf8')) as ExtractModel
  return loaded
}
