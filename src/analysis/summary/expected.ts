/**
 * Choosing pieces so that the words which the result is expected to share with a person's summary are as many as the budget allows: minimum
 * Bayes risk (Kumar and Byrne 2004) under ROUGE-1 (Lin 2004), with a person's summary modelled as each piece taken or left on its own.
 */

import { takeBestFirst } from './greedy.ts'

/** Copies of one word beyond this many are not told apart. */
const MOST_COPIES = 64

/**
 * Indexes of the chosen pieces, ascending. `pieces` are the word numbers of each piece, `likely` the likelihood that a person takes it.
 * Pieces are taken until they have `enough` words, and never more than `most`, but for the first, which is taken whatever its length.
 */
export function chooseExpected(
  pieces: readonly Int32Array[],
  likely: readonly number[],
  distinctWords: number,
  length: { enough: number; most: number },
): number[] {
  const gains = new WordGains(pieces, likely, distinctWords)
  const chosen = pickGreedily(pieces, gains, length)
  return chosen.sort((a, b) => a - b)
}

/** What one more copy of a word adds: the likelihood that a person's summary has at least as many. */
class WordGains {
  private readonly tails: Float64Array[]
  private readonly said: Int32Array
  private readonly pieces: readonly Int32Array[]

  constructor(pieces: readonly Int32Array[], likely: readonly number[], distinctWords: number) {
    this.pieces = pieces
    this.said = new Int32Array(distinctWords)
    const copies = new Int32Array(distinctWords)
    for (const piece of pieces) for (const word of piece) copies[word]!++
    // By word: the distribution of how many copies a person's summary has, the last place standing for all higher counts.
    const counts = Array.from(copies, (n) => {
      const distribution = new Float64Array(Math.min(n, MOST_COPIES) + 1)
      distribution[0] = 1
      return distribution
    })
    pieces.forEach((piece, i) => {
      const p = likely[i]!
      for (const word of piece) {
        const distribution = counts[word]!
        const last = distribution.length - 1
        distribution[last]! += distribution[last - 1]! * p
        for (let n = last - 1; n > 0; n--) distribution[n] = distribution[n]! * (1 - p) + distribution[n - 1]! * p
        distribution[0]! *= 1 - p
      }
    })
    this.tails = counts.map((distribution) => {
      for (let n = distribution.length - 2; n >= 0; n--) distribution[n]! += distribution[n + 1]!
      return distribution
    })
  }

  /** Words expected to be shared beyond those that the chosen pieces share already. */
  of(piece: number): number {
    const words = this.pieces[piece]!
    let sum = 0
    for (const word of words) sum += this.tails[word]![++this.said[word]!] ?? 0
    for (const word of words) this.said[word]!--
    return sum
  }

  add(piece: number): void {
    for (const word of this.pieces[piece]!) this.said[word]!++
  }
}

/** Best gain a word first. */
function pickGreedily(
  pieces: readonly Int32Array[],
  gains: WordGains,
  length: { enough: number; most: number },
): number[] {
  const chosen: number[] = []
  let words = 0
  takeBestFirst(
    pieces.length,
    (i) => gains.of(i) / Math.max(1, pieces[i]!.length),
    (i) => {
      if (words >= length.enough) return 'done'
      if (words > 0 && words + pieces[i]!.length > length.most) return 'passed'
      gains.add(i)
      chosen.push(i)
      words += pieces[i]!.length
      return 'taken'
    },
  )
  return chosen
}
