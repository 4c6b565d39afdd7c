/** The scores of a text's words: sums of sums that are kept (see `model-sums.ts`). */
import { integers, scratch } from '../text/scratch.ts'
import { type Context, markListed } from './context.ts'
import { BEAM, type Scores } from './decode.ts'
import { FIRST, SECOND } from './kept-sums.ts'
import { LABELS } from './labels.ts'
import type { NameModel } from './model.ts'
import { type ModelSums, type ScoredWord, sumsOf } from './model-sums.ts'
import { mayBegin, PACKED, pack, unpack } from './packed.ts'

const L = LABELS.length
const valuesOfText = scratch(integers)
const listedOfText = scratch(integers)

/** The scores of one text at a time: the next one takes the same room. */
export class TextScores implements Scores {
  /** Packed. */
  private readonly values: Int32Array
  private readonly model: NameModel
  private readonly sums: ModelSums
  private readonly context: Context<ScoredWord>
  private readonly beam: number

  /** Of words, sentence after sentence, and what the rules say of each (0 for nothing). */
  constructor(model: NameModel, words: readonly ScoredWord[], rules: Int32Array) {
    this.model = model
    this.sums = sumsOf(model)
    this.values = valuesOfText(words.length * PACKED)
    this.context = { words, rules, listed: listedOfText(words.length), from: 0, to: 0 }
    this.beam = BEAM / model.unit
  }

  /** Sums up the scores of the sentence of the words `from` to `to`. */
  sumUp(from: number, to: number): void {
    if (from === to) return
    const { context, values } = this
    const { words } = context
    const { edge, pairs, sets } = this.sums
    context.from = from
    context.to = to
    markListed(context)
    let lastButOne = edge
    let last = edge
    let word = words[from]!
    for (let at = from; at <= to; at++) {
      const here = at * PACKED
      const pair = pairs.of(last, word)
      if (at > from) add(pairs.sums, pair + FIRST, values, here - PACKED)
      if (at === to) break
      const next = at + 1 < to ? words[at + 1]! : edge
      const nextButOne = at + 2 < to ? words[at + 2]! : edge
      const set = this.sums.setOf(context, at, last, next)
      for (let k = 0; k < PACKED; k++)
        values[here + k] =
          pairs.sums[pair + SECOND + k]! +
          sets.sums[set + k]! +
          word.sums[k]! +
          last.sums[PACKED + k]! +
          next.sums[2 * PACKED + k]! +
          lastButOne.sums[3 * PACKED + k]! +
          nextButOne.sums[4 * PACKED + k]!
      lastButOne = last
      last = word
      word = next
    }
  }

  /** Adds the weights of what else was found out about a word, the first `count` of `features`. */
  addFeatures(at: number, features: Int32Array, count: number): void {
    featureSums.fill(0)
    this.model.add(features, 0, count, featureSums, 0)
    pack(featureSums, 0, packedFeatures, 0)
    add(packedFeatures, 0, this.values, at * PACKED)
  }

  mayBegin(at: number): boolean {
    return mayBegin(this.values, at * PACKED, -this.beam)
  }

  read(at: number, out: Float64Array): void {
    unpack(this.values, at * PACKED, out)
  }
}

const featureSums = new Int32Array(L)
const packedFeatures = new Int32Array(PACKED)

function add(sums: Int32Array, from: number, values: Int32Array, to: number): void {
  for (let k = 0; k < PACKED; k++) values[to + k]! += sums[from + k]!
}
