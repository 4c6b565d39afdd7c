/**
 * A linear-chain conditional random field (Lafferty et al. 2001), trained by stochastic gradient descent with AdaGrad's step sizes (Duchi et al. 2011);
 * the weights of the later epochs are averaged (Polyak & Juditsky 1992).
 */
import { LABELS, mayFollow } from '../../src/analysis/names/labels.ts'
import { randomNumbers, shuffle } from '../random.ts'

const L = LABELS.length

/** A sentence as feature indexes: those of word `at` stand from `ends[at − 1]` (0 for the first) to `ends[at]`. */
export interface Instance {
  features: Int32Array
  ends: Int32Array
  labels: Uint8Array
  /** How much the sentence counts; 1 where it isn't said. */
  weight?: number
  /** The same sentence with what is not to be trusted too far hidden; takes its place at random (see `hide`). */
  hidden?: Instance
  /** The same sentence without what the rest of its text says; takes its place at random (see `alone`). */
  alone?: Instance
}

export interface FieldOptions {
  epochs: number
  /** First epoch (from 0) whose weights count for the average. */
  averageFrom: number
  /** Step size of the first epoch; it falls to a tenth of it in the last. */
  step: number
  seed: number
  /** Share of the times at which a sentence is shown `hidden`. */
  hide: number
  /** Share of the times at which a sentence is shown `alone`. */
  alone: number
  /** Share of its features that a sentence is shown without, others each time (Hinton et al. 2012), so that no one feature hides what others say. */
  drop: number
}

export interface Field {
  /** L a feature. */
  weights: Float32Array
  /** (L + 1) × L, the last row for the beginning of a sentence. */
  transitions: Float32Array
}

/** A gradient smaller than this moves nothing: what is already told right costs no time. */
const NEGLIGIBLE = 0.002
const FIRST_SQUARES = 0.01

/** Trains a field over `features` features. Equal instances and options give equal weights. */
export function trainField(instances: readonly Instance[], features: number, options: FieldOptions): Field {
  const weights = new Float32Array(features * L)
  const squares = new Float32Array(features * L).fill(FIRST_SQUARES)
  const transitions = new Float64Array((L + 1) * L)
  const transitionSquares = new Float64Array((L + 1) * L).fill(FIRST_SQUARES)
  const weightSums = new Float32Array(features * L)
  const transitionSums = new Float64Array((L + 1) * L)
  const marginals = newMarginals(Math.max(...instances.map(({ labels }) => labels.length)))
  const order = Int32Array.from(instances, (_, at) => at)
  const random = randomNumbers(options.seed)
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    shuffle(order, random)
    const step = options.step * (1 - (0.9 * epoch) / options.epochs)
    for (const chosen of order) {
      const { alone, weight = 1 } = instances[chosen]!
      const whole = alone !== undefined && random() < options.alone ? alone : instances[chosen]!
      const shown = whole.hidden !== undefined && random() < options.hide ? whole.hidden : whole
      const instance = thinned(shown, options.drop, random)
      const { features: found, ends, labels } = instance
      marginals.compute(scoresOf(weights, instance), labels.length, transitions)
      const { words, pairs } = marginals
      for (let at = 0; at < labels.length; at++) pairs[(at === 0 ? L : labels[at - 1]!) * L + labels[at]!]! -= 1
      for (let k = 0; k < pairs.length; k++) {
        const gradient = weight * pairs[k]!
        if (gradient === 0) continue
        transitionSquares[k]! += gradient * gradient
        transitions[k]! -= (step * gradient) / Math.sqrt(transitionSquares[k]!)
      }
      for (let at = 0; at < labels.length; at++) {
        words[at * L + labels[at]!]! -= 1
        const from = at === 0 ? 0 : ends[at - 1]!
        const to = ends[at]!
        for (let label = 0; label < L; label++) {
          const error = words[at * L + label]!
          if (error < NEGLIGIBLE && error > -NEGLIGIBLE) continue
          const gradient = weight * error
          for (let k = from; k < to; k++) {
            const slot = found[k]! * L + label
            squares[slot]! += gradient * gradient
            weights[slot]! -= (step * gradient) / Math.sqrt(squares[slot]!)
          }
        }
      }
    }
    if (epoch < options.averageFrom) continue
    for (let k = 0; k < weights.length; k++) weightSums[k]! += weights[k]!
    for (let k = 0; k < transitions.length; k++) transitionSums[k]! += transitions[k]!
  }
  const averaged = options.epochs - options.averageFrom
  return {
    // Where all features speak, each says the less.
    weights: weightSums.map((sum) => (sum / averaged) * (1 - options.drop)),
    transitions: Float32Array.from(transitionSums, (sum) => sum / averaged),
  }
}

/** The field whose weights are the means of those of others over the same features. */
export function meanField(fields: readonly Field[]): Field {
  const mean = (lists: readonly Float32Array[]) =>
    Float32Array.from(lists[0]!, (_, k) => lists.reduce((sum, list) => sum + list[k]!, 0) / lists.length)
  return {
    weights: mean(fields.map(({ weights }) => weights)),
    transitions: mean(fields.map(({ transitions }) => transitions)),
  }
}

function thinned({ features, ends, labels }: Instance, drop: number, random: () => number): Instance {
  const kept = new Int32Array(features.length)
  let count = 0
  let k = 0
  const newEnds = ends.map((end) => {
    for (; k < end; k++) if (random() >= drop) kept[count++] = features[k]!
    return count
  })
  return { features: kept, ends: newEnds, labels }
}

/** Summed weights of each word's features, L a word. */
export function scoresOf(weights: Float32Array, { features, ends }: Instance): Float32Array {
  const scores = new Float32Array(ends.length * L)
  let k = 0
  for (let at = 0; at < ends.length; at++)
    for (; k < ends[at]!; k++) {
      const base = features[k]! * L
      for (let label = 0; label < L; label++) scores[at * L + label]! += weights[base + label]!
    }
  return scores
}

/** The forward-backward algorithm with scaling (Rabiner 1989); buffers are kept between sentences. */
function newMarginals(longest: number) {
  const allowed = Uint8Array.from({ length: (L + 1) * L }, (_, k) => (mayFollow(Math.floor(k / L), k % L) ? 1 : 0))
  // Nothing goes on at the beginning of a sentence.
  for (let label = 2; label < L; label += 2) allowed[L * L + label] = 0
  const forward = new Float64Array(longest * L)
  const backward = new Float64Array(longest * L)
  const raised = new Float64Array(longest * L)
  const words = new Float64Array(longest * L)
  const moves = new Float64Array((L + 1) * L)
  const pairs = new Float64Array((L + 1) * L)
  const compute = (scores: Float32Array, length: number, transitions: Float64Array) => {
    for (let k = 0; k < moves.length; k++) moves[k] = allowed[k] ? Math.exp(transitions[k]!) : 0
    for (let at = 0; at < length; at++) {
      const base = at * L
      let highest = -Infinity
      for (let label = 0; label < L; label++) highest = Math.max(highest, scores[base + label]!)
      let sum = 0
      for (let label = 0; label < L; label++) {
        raised[base + label] = Math.exp(scores[base + label]! - highest)
        let reached = 0
        if (at === 0) reached = moves[L * L + label]!
        else for (let last = 0; last < L; last++) reached += forward[base - L + last]! * moves[last * L + label]!
        forward[base + label] = reached * raised[base + label]!
        sum += forward[base + label]!
      }
      for (let label = 0; label < L; label++) forward[base + label]! /= sum
    }
    backward.fill(1, (length - 1) * L, length * L)
    for (let at = length - 2; at >= 0; at--) {
      const next = (at + 1) * L
      let sum = 0
      for (let label = 0; label < L; label++) {
        let value = 0
        for (let to = 0; to < L; to++) value += moves[label * L + to]! * raised[next + to]! * backward[next + to]!
        backward[at * L + label] = value
        sum += value
      }
      for (let label = 0; label < L; label++) backward[at * L + label]! /= sum
    }
    pairs.fill(0)
    for (let at = 0; at < length; at++) {
      const base = at * L
      let sum = 0
      for (let label = 0; label < L; label++) {
        words[base + label] = forward[base + label]! * backward[base + label]!
        sum += words[base + label]!
      }
      for (let label = 0; label < L; label++) words[base + label]! /= sum
      if (at === 0) for (let label = 0; label < L; label++) pairs[L * L + label]! += words[label]!
      else addPairs(base)
    }
  }
  const addPairs = (base: number) => {
    let sum = 0
    for (let last = 0; last < L; last++)
      for (let label = 0; label < L; label++)
        sum += forward[base - L + last]! * moves[last * L + label]! * raised[base + label]! * backward[base + label]!
    for (let last = 0; last < L; last++) {
      const share = forward[base - L + last]! / sum
      if (share < 1e-9) continue
      for (let label = 0; label < L; label++)
        pairs[last * L + label]! += share * moves[last * L + label]! * raised[base + label]! * backward[base + label]!
    }
  }
  return { words, pairs, compute }
}
