import { takeBestFirst } from './greedy.ts'
import type { Weighed } from './importance.ts'
import type { Segment } from './segments.ts'
import type { Numbered } from './vocabulary.ts'

/** Two points that share more of their words than this say the same. */
const SAME = 0.55
/** What telling a happening again, or naming an actor again, is still worth. */
const TOLD_AGAIN = 0.15
const NAMED_AGAIN = 0.2
/** Happenings of one segment count less, one after the other: a list of them is no news. */
const NEXT_EVENT = 0.6
const HAPPENING = 1.6
const ACTOR = 0.5
const MOST_ACTORS = 1.5
/** What a segment loses for each chosen one of the same sentence, and of the sentence beside it. */
const SAME_SENTENCE = 0.35
/** Words beyond these have to pay for themselves. */
const LONG = 30
const A_WORD = 0.02
/** Indexes of the `count` segments that together tell most, each something new, in the order of the text. */
export function choosePoints(weighed: readonly Weighed[], stems: Numbered, count: number): number[] {
  const told = new Set<number>()
  const named = new Set<number>()
  const sentences = new Map<number, number>()
  const chosen: number[] = []
  const said: (readonly number[])[] = []
  const shared = sharedWith(stems)
  takeBestFirst(
    weighed.length,
    (i) => worthNow(weighed[i]!, told, named, sentences),
    (i) => {
      if (chosen.length >= count) return 'done'
      const { segment, events, actors } = weighed[i]!
      const own = stemsOf(segment, stems)
      if (shared(own, said) > SAME) return 'passed'
      chosen.push(i)
      said.push(own)
      for (const { happening } of events) told.add(happening)
      for (const actor of actors.keys()) named.add(actor)
      sentences.set(segment.sentence, (sentences.get(segment.sentence) ?? 0) + 1)
      return 'taken'
    },
  )
  return chosen.sort((a, b) => a - b)
}

function worthNow(
  { segment, base, events, actors }: Weighed,
  told: ReadonlySet<number>,
  named: ReadonlySet<number>,
  sentences: ReadonlyMap<number, number>,
): number {
  let news = 0
  let share = 1
  for (const { happening, worth } of events) {
    news += share * worth * (told.has(happening) ? TOLD_AGAIN : 1)
    share *= NEXT_EVENT
  }
  let acting = 0
  for (const [actor, salience] of actors) acting += salience * (named.has(actor) ? NAMED_AGAIN : 1)
  return (
    base +
    HAPPENING * news +
    ACTOR * Math.min(MOST_ACTORS, acting) -
    SAME_SENTENCE * (sentences.get(segment.sentence) ?? 0) -
    A_WORD * Math.max(0, segment.words - LONG)
  )
}

function stemsOf(segment: Segment, stems: Numbered): readonly number[] {
  const found = new Set<number>()
  for (let at = segment.from; at < segment.to; at++) if (stems.at[at]! >= 0) found.add(stems.at[at]!)
  return [...found]
}

/** The largest share that one of several lists of stems has of another list, or the other of it: of whichever is shorter. */
function sharedWith(stems: Numbered): (own: readonly number[], others: readonly (readonly number[])[]) => number {
  const isOwn = new Uint8Array(stems.frequency.length)
  return (own, others) => {
    for (const stem of own) isOwn[stem] = 1
    let most = 0
    for (const other of others) {
      let shared = 0
      for (const stem of other) shared += isOwn[stem]!
      most = Math.max(most, shared / Math.max(1, Math.min(own.length, other.length)))
    }
    for (const stem of own) isOwn[stem] = 0
    return most
  }
}
