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
  const told = new Set<string>()
  const named = new Set<number>()
  const sentences = new Map<number, number>()
  const chosen: number[] = []
  const said: ReadonlySet<number>[] = []
  takeBestFirst(
    weighed.length,
    (i) => worthNow(weighed[i]!, told, named, sentences),
    (i) => {
      if (chosen.length >= count) return 'done'
      const { segment, events, actors } = weighed[i]!
      const own = stemsOf(segment, stems)
      if (said.some((other) => overlap(other, own) > SAME)) return 'passed'
      chosen.push(i)
      said.push(own)
      for (const { key } of events) told.add(key)
      for (const actor of actors.keys()) named.add(actor)
      sentences.set(segment.sentence, (sentences.get(segment.sentence) ?? 0) + 1)
      return 'taken'
    },
  )
  return chosen.sort((a, b) => a - b)
}

function worthNow(
  { segment, base, events, actors }: Weighed,
  told: ReadonlySet<string>,
  named: ReadonlySet<number>,
  sentences: ReadonlyMap<number, number>,
): number {
  let happening = 0
  let share = 1
  for (const { key, worth } of events) {
    happening += share * worth * (told.has(key) ? TOLD_AGAIN : 1)
    share *= NEXT_EVENT
  }
  let acting = 0
  for (const [actor, salience] of actors) acting += salience * (named.has(actor) ? NAMED_AGAIN : 1)
  return (
    base +
    HAPPENING * happening +
    ACTOR * Math.min(MOST_ACTORS, acting) -
    SAME_SENTENCE * (sentences.get(segment.sentence) ?? 0) -
    A_WORD * Math.max(0, segment.words - LONG)
  )
}

function stemsOf(segment: Segment, stems: Numbered): ReadonlySet<number> {
  const found = new Set<number>()
  for (let at = segment.from; at < segment.to; at++) if (stems.at[at]! >= 0) found.add(stems.at[at]!)
  return found
}

/** The share of the shorter set that the other has too. */
function overlap(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  let shared = 0
  for (const stem of b) if (a.has(stem)) shared++
  return shared / Math.max(1, Math.min(a.size, b.size))
}
