/** Measures the names of the development part, as conlleval counts them: a name is right when its type and both its ends are. */
import { existsSync, readFileSync } from 'node:fs'
import { tagTokens, tagTokensByRules } from '../../src/analysis/entities/tag.ts'
import { readConll, type TaggedSentence } from './conll.ts'
import { developmentPart } from './names.ts'

export const NAMES_FILE = 'ner/anercorp-train.conll'

export interface NameFigure {
  /** Shares of 1. */
  precision: number
  recall: number
  f1: number
  /** Names in the gold tags. */
  names: number
}

/** By type, and `all`. */
export type NameFigures = Record<string, NameFigure>

/** What each part of the tagger reaches on the development part of the data folder; undefined where it does not lie. */
export function nameFigures(folder: string): Record<string, NameFigures> | undefined {
  const file = `${folder}/${NAMES_FILE}`
  if (!existsSync(file)) return undefined
  const gold = developmentPart(readConll(readFileSync(file, 'utf8')))
  const tokens = gold.map((sentence) => sentence.tokens)
  const alone = (hidden: boolean) => tokens.map((sentence) => tagTokens([sentence], { withRules: !hidden })[0]!)
  return {
    'rules and lexicon alone': scoreTags(gold, tokens.map(tagTokensByRules)),
    'model, what the rules find hidden from it, each sentence by itself': scoreTags(gold, alone(true)),
    'model with what the rules find, each sentence by itself': scoreTags(gold, alone(false)),
    'model with what the rules find and the whole text: `tag`': scoreTags(gold, tagTokens(tokens)),
  }
}

/** Precision, recall and F1 of tags against gold ones, by type and over all. */
export function scoreTags(gold: readonly TaggedSentence[], said: readonly (readonly string[])[]): NameFigures {
  const counts: Record<string, { right: number; gold: number; said: number }> = {}
  const count = (chunk: string, key: 'right' | 'gold' | 'said') => {
    for (const type of [chunk.split(' ')[0]!, 'all']) {
      counts[type] ??= { right: 0, gold: 0, said: 0 }
      counts[type][key]++
    }
  }
  gold.forEach(({ tags }, k) => {
    const right = chunksOf(tags)
    const found = chunksOf(said[k]!)
    for (const chunk of right) {
      count(chunk, 'gold')
      if (found.has(chunk)) count(chunk, 'right')
    }
    for (const chunk of found) count(chunk, 'said')
  })
  return Object.fromEntries(
    ['PERS', 'LOC', 'ORG', 'MISC', 'all'].map((type) => {
      const { right, gold: names, said: all } = counts[type] ?? { right: 0, gold: 0, said: 0 }
      const precision = all ? right / all : 0
      const recall = names ? right / names : 0
      const f1 = right ? (2 * precision * recall) / (precision + recall) : 0
      return [type, { precision, recall, f1, names }]
    }),
  )
}

/** Names as «type from to»; an I behind something else begins a name. */
function chunksOf(tags: readonly string[]): ReadonlySet<string> {
  const found = new Set<string>()
  let type = ''
  let from = 0
  ;[...tags, 'O'].forEach((tag, at) => {
    if (type !== '' && tag !== `I-${type}`) {
      found.add(`${type} ${from} ${at}`)
      type = ''
    }
    if (tag !== 'O' && type === '') {
      type = tag.slice(2)
      from = at
    }
  })
  return found
}
