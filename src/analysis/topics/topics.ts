import { load } from '../lexicon/load.ts'
import { lightStem, stemOf } from '../text/clitics.ts'
import type { Document } from '../text/document.ts'
import { flagFor } from '../text/flags.ts'
import { fold } from '../text/fold.ts'
import type { Token } from '../text/tokens.ts'
import { perWord } from '../text/word.ts'

interface TopicWord {
  topic: string
  /** A number for what of the topic has these stems, counted from 0 over all topics. */
  index: number
  weight: number
  /** Stems of the further words of a phrase. */
  rest: readonly string[] | undefined
  /** The next one that begins with the same stem: a chain is read without an array on the way to it. */
  next: TopicWord | undefined
}

let loaded: ReadonlyMap<string, TopicWord> | undefined
/** By a word's index: what it has been found to weigh in the text being read; all 0 between texts. */
let weights = new Float64Array(0)

/** The first of the words that begin with a stem, by the stem. */
function topicWords(): ReadonlyMap<string, TopicWord> {
  if (loaded) return loaded
  const firsts = new Map<string, TopicWord>()
  const lasts = new Map<string, TopicWord>()
  const numbers = new Map<string, number>()
  for (const { id: topic, words } of load('topics.json')) {
    for (const { text, weight } of words) {
      const [first, ...rest] = fold(text).split(/\s+/).map(lightStem)
      const stems = [topic, first, ...rest].join(' ')
      const index = numbers.get(stems) ?? numbers.size
      numbers.set(stems, index)
      const word = { topic, index, weight, rest: rest.length > 0 ? rest : undefined, next: undefined }
      const last = lasts.get(first!)
      if (last === undefined) firsts.set(first!, word)
      else last.next = word
      lasts.set(first!, word)
    }
  }
  loaded = firsts
  weights = new Float64Array(numbers.size)
  return firsts
}

/** The first of the topics' words, and phrases, that begin with a token. */
const topicsBehind = perWord((word): TopicWord | undefined =>
  word.kind === 'word' ? topicWords().get(stemOf({ word })) : undefined,
)

const IS_TOPICAL = flagFor((word) => topicsBehind({ word }) !== undefined)

const isStem = (token: Token | undefined, stem: string) => token?.kind === 'word' && stemOf(token) === stem

function goesOn(tokens: readonly Token[], from: number, stems: readonly string[]): boolean {
  for (let k = 0; k < stems.length; k++) if (!isStem(tokens[from + k], stems[k]!)) return false
  return true
}

/** A topic that gives less than this share of the strongest one is not what the article is about. */
const FLOOR = 0.3
const MOST = 4
/** Evidence below this (about two sure words) is none. */
const LEAST = 4

/** What a text is about, strongest first; scores are relative to the strongest (0…1). */
export function topicsOf({ tokens, flags }: Document): { id: string; score: number }[] {
  const met: TopicWord[] = []
  for (let at = 0; at < tokens.length; at++) {
    if ((flags[at]! & IS_TOPICAL) === 0) continue
    for (let word = topicsBehind(tokens[at]!); word !== undefined; word = word.next) {
      if (word.rest !== undefined && !goesOn(tokens, at + 1, word.rest)) continue
      if (weights[word.index] === 0) met.push(word)
      weights[word.index]! += word.weight
    }
  }
  const scoreOf = new Map<string, number>()
  for (const { topic, index } of met) {
    // A word that comes ten times says little more than one that comes three times; several words say more.
    scoreOf.set(topic, (scoreOf.get(topic) ?? 0) + Math.sqrt(weights[index]!) * 1.5)
    weights[index] = 0
  }
  let top = 0
  for (const score of scoreOf.values()) top = Math.max(top, score)
  if (top < LEAST) return []
  const scores: { id: string; score: number }[] = []
  for (const [id, score] of scoreOf) if (score >= Math.max(LEAST, FLOOR * top)) scores.push({ id, score })
  scores.sort((a, b) => b.score - a.score)
  return scores.slice(0, MOST).map(({ id, score }) => ({ id, score: Math.round((100 * score) / top) / 100 }))
}
