import type { Weighed } from './importance.ts'

/** Two points that share more of their words than this say the same. */
const SAME = 0.55
/** What telling a happening again, or naming an actor again, is still worth. */
const TOLD_AGAIN = 0.15
const NAMED_AGAIN = 0.2
/** Happenings of one segment count less, one after the other: a list of them is no news. */
const NEXT_EVENT = 0.6
const ACTOR = 0.5
const MOST_ACTORS = 1.5
/** What a segment loses for each chosen one of the same sentence, and of the sentence beside it. */
const SAME_SENTENCE = 0.35
/** Words beyond these have to pay for themselves. */
const LONG = 30
const A_WORD = 0.02
/** Only so many are looked at again at each choice: the work stays linear. */
const CONSIDERED = 80

/** Indexes of the `count` segments that together tell most, each something new, in the order of the text. */
export function choosePoints(weighed: readonly Weighed[], count: number): number[] {
  const told = new Set<string>()
  const named = new Set<number>()
  const sentences = new Map<number, number>()
  const chosen: number[] = []
  const worth = (i: number) => worthNow(weighed[i]!, told, named, sentences)
  let waiting = weighed
    .map((_, i) => ({ i, worth: worth(i) }))
    .sort((a, b) => b.worth - a.worth || a.i - b.i)
    .map(({ i }) => i)
  while (chosen.length < count && waiting.length > 0) {
    let best = waiting[0]!
    let most = Number.NEGATIVE_INFINITY
    for (const i of waiting.slice(0, CONSIDERED)) {
      const now = worth(i)
      if (now > most) {
        most = now
        best = i
      }
    }
    waiting = waiting.filter((i) => i !== best)
    const { segment, events, actors, stems } = weighed[best]!
    if (chosen.slice(-CONSIDERED).some((i) => overlap(weighed[i]!.stems, stems) > SAME)) continue
    chosen.push(best)
    for (const { key } of events) told.add(key)
    for (const actor of actors.keys()) named.add(actor)
    sentences.set(segment.sentence, (sentences.get(segment.sentence) ?? 0) + 1)
  }
  return chosen.sort((a, b) => a - b)
}

function worthNow(
  { segment, base, events, actors }: Weighed,
  told: ReadonlySet<string>,
  named: ReadonlySet<number>,
  sentences: ReadonlyMap<number, number>,
): number {
  const happening =
    events.length === 0
      ? 0
      : events
          .map(({ key, worth }) => worth * (told.has(key) ? TOLD_AGAIN : 1))
          .sort((a, b) => b - a)
          .reduce((sum, worth, place) => sum + worth * NEXT_EVENT ** place, 0)
  let acting = 0
  for (const [actor, salience] of actors) acting += salience * (named.has(actor) ? NAMED_AGAIN : 1)
  return (
    base +
    1.6 * happening +
    ACTOR * Math.min(MOST_ACTORS, acting) -
    SAME_SENTENCE * (sentences.get(segment.sentence) ?? 0) -
    A_WORD * Math.max(0, segment.words - LONG)
  )
}

function overlap(a: readonly number[], b: readonly number[]): number {
  const known = new Set(a)
  let shared = 0
  for (const stem of b) if (known.has(stem)) shared++
  return shared / Math.max(1, Math.min(a.length, b.length))
}
