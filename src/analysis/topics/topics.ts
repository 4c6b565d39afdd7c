import { load } from '../lexicon/load.ts'
import { lightStem, stemOf } from '../text/clitics.ts'
import { fold } from '../text/fold.ts'
import type { Token } from '../text/tokens.ts'
import { perWord } from '../text/word.ts'

interface TopicWord {
  topic: string
  /** All its stems. */
  phrase: string
  /** Stems of the further words of a phrase. */
  rest: string[]
  weight: number
}

let loaded: ReadonlyMap<string, readonly TopicWord[]> | undefined

function topicWords(): ReadonlyMap<string, readonly TopicWord[]> {
  if (loaded) return loaded
  const index = new Map<string, TopicWord[]>()
  for (const topic of load('topics.json')) {
    for (const { text, weight } of topic.words) {
      const [first, ...rest] = fold(text).split(/\s+/).map(lightStem)
      const list = index.get(first!) ?? []
      list.push({ topic: topic.id, phrase: [first, ...rest].join(' '), rest, weight })
      index.set(first!, list)
    }
  }
  loaded = index
  return index
}

/** The topics' words, and phrases, that begin with a token. */
const topicsBehind = perWord((word): readonly TopicWord[] =>
  word.kind === 'word' ? (topicWords().get(stemOf({ word })) ?? []) : [],
)

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
export function topicsOf(tokens: readonly Token[]): { id: string; score: number }[] {
  const counts = new Map<string, Map<string, number>>()
  for (let at = 0; at < tokens.length; at++) {
    for (const word of topicsBehind(tokens[at]!)) {
      if (!goesOn(tokens, at + 1, word.rest)) continue
      let words = counts.get(word.topic)
      if (words === undefined) {
        words = new Map()
        counts.set(word.topic, words)
      }
      words.set(word.phrase, (words.get(word.phrase) ?? 0) + word.weight)
    }
  }
  // A word that comes ten times says little more than one that comes three times; several words say more.
  const scores = [...counts].map(([id, words]) => ({
    id,
    score: [...words.values()].reduce((sum, n) => sum + Math.sqrt(n) * 1.5, 0),
  }))
  scores.sort((a, b) => b.score - a.score)
  const top = scores[0]?.score ?? 0
  if (top < LEAST) return []
  return scores
    .filter(({ score }) => score >= Math.max(LEAST, FLOOR * top))
    .slice(0, MOST)
    .map(({ id, score }) => ({ id, score: Math.round((100 * score) / top) / 100 }))
}
