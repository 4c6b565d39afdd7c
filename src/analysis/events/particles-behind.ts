/** What a preposition, a conjunction or another particle behind a verb or masdar tells of who stands behind it. */
import { BY, OF_ACT, put, type Reached } from './mention-slot.ts'
import { type Head, isDirectionAdjective } from './nouns.ts'
import type { SentenceView } from './sentence.ts'
import { BY_HAND, BY_SECOND, freePreposition, isApproximate, isBorder, isPart } from './surroundings.ts'
import { AMONG, isCount, liesBetween } from './unnamed.ts'
import {
  AUXILIARY,
  BY_HANDS,
  CLOSED,
  CONJUNCTION,
  CONTENT,
  EACH,
  EXAMPLE,
  PREPOSITION,
  PRONOMINAL_PREPOSITION,
} from './word-signs.ts'

/** Behind an act that stands in a slot of a verb these are rather of the act («دعا إلى هدنة بين …»). */
const OF_ITS_OWN = new Set(['بين', 'مع', 'ضد'])

/**
 * Reads a particle behind a head: where what is behind the head goes on; at the particle itself where it is a noun like any other; undefined where something
 * else is told behind it.
 */
export function particleAt(
  view: SentenceView,
  head: Head,
  now: Reached,
  at: number,
  signs: number,
): number | undefined {
  const { tokens } = view.document
  const token = tokens[at]!
  // «دعت إليها جبهة …»: a preposition with its pronoun stands between.
  if ((signs & PRONOMINAL_PREPOSITION) !== 0 && !(now.slot !== undefined && AMONG.has(token.key))) return at + 1
  if ((signs & CONTENT) !== 0) return undefined
  if (now.slot !== undefined && (signs & EXAMPLE) !== 0) {
    now.list = true
    now.preposition = undefined
    return at + 1
  }
  if ((signs & EACH) !== 0 && tokens[at + 1]?.key === 'من') {
    eachAt(head, now, at, token.key)
    return at + 2
  }
  if ((signs & PREPOSITION) !== 0 && !isApproximate(tokens, at) && !isDirectionAdjective(view, at))
    return prepositionAt(view, head, now, at, freePreposition(token)!)
  if ((signs & BY_HANDS) !== 0) {
    now.preposition = BY
    now.slot = undefined
    now.afterMention = false
    now.list = false
    return at + 1
  }
  if ((signs & CONJUNCTION) !== 0) {
    now.list = true
    return at + 1
  }
  // «في زيارة يجري خلالها …»: another clause.
  if ((signs & AUXILIARY) !== 0) return undefined
  return (signs & CLOSED) !== 0 ? at + 1 : at
}

/** «كل من تونس وليبيا» is no prepositional phrase; behind an active verb it is the subject, wherever it stands. «كلا من» is an object. */
function eachAt(head: Head, now: Reached, at: number, key: string): void {
  const { slots } = now
  if (key === 'كلا' && head.isVerb && now.preposition === undefined) {
    now.slot = 'object'
    put(slots, now.slot)
    now.afterMention = false
    now.afterDefinite = false
  } else if (now.slot !== undefined && !now.afterMention && !now.afterDefinite && at - 1 > head.at) {
    // «برأسي كل من …»: in construct with the noun before.
  } else if (now.preposition === undefined && head.isVerb && !slots.get('subject')?.length) {
    if (slots.has('subject')) slots.set('object', [...(slots.get('object') ?? [])])
    slots.delete('subject')
    now.slot = undefined
    now.afterMention = false
    now.each = true
  }
}

/** Reads a free preposition: whoever stands behind it has its slot, but where it only says whose part or which thing stands before it. */
function prepositionAt(view: SentenceView, head: Head, now: Reached, at: number, free: string): number {
  const { tokens } = view.document
  if (free === 'من' && takesPart(view, head, now, at)) return at + 1
  if (namesOne(view, head, now, at, free)) {
    now.preposition = 'حدود'
    now.slot = undefined
    return at + 1
  }
  const second = free === 'من' || free === 'علي' ? (tokens[at + 1]?.key ?? '') : ''
  let next = at + 1
  if (free === 'من' && BY_SECOND.has(second)) {
    now.preposition = BY
    // «من طرف الشرطة»: the name may have been read with the word before it.
    if (!view.startsAt.has(at + 1)) next++
  } else if (free === 'علي' && BY_HAND.has(second)) {
    now.preposition = BY
    next++
  } else
    now.preposition = now.behindAct && OF_ITS_OWN.has(free) && !(head.governs && free in head.governs) ? OF_ACT : free
  now.slot = undefined
  now.afterMention = false
  now.list = false
  return next
}

/** Whether «من» says of whom those are a part that stand before it, whose slot is then that of whoever stands behind it. */
function takesPart(view: SentenceView, head: Head, now: Reached, at: number): boolean {
  const { tokens } = view.document
  const { slots } = now
  if (
    !head.isVerb &&
    !now.afterMention &&
    !now.afterDefinite &&
    at > head.at + 1 &&
    slots.get('genitive')?.length === 0 &&
    !BY_SECOND.has(tokens[at + 1]?.key ?? '')
  ) {
    // «تدريب قوات من دول الجوار»: behind an indefinite noun that names nobody, «من» says whose it is.
    now.slot = 'genitive'
    now.afterMention = false
    now.preposition = undefined
    now.partitive = true
    return true
  }
  if (!view.startsAt.has(at + 1)) return false
  if (now.slot === undefined && head.isVerb && isCount(tokens[at - 1]!)) {
    // «تقدم عدد من العسكريين بعريضة»: some of them, as subject, or else as object.
    now.slot = slots.has('subject') || head.hasObject || head.subject !== 'masculine' ? 'object' : 'subject'
    now.afterDefinite = false
    return true
  }
  // «العشرات من سكان …», «وحدات من الجيش»: some of them stand in the place of the number.
  if (now.slot === undefined || now.afterMention || !isPart(view, at)) return false
  now.afterDefinite = false
  return true
}

/** Whether a preposition says which of its kind the noun before it is, and names nobody who takes part. */
function namesOne({ document: { tokens } }: SentenceView, head: Head, now: Reached, at: number, free: string): boolean {
  // «قرب الحدود مع …»: says which border, not with whom.
  if (free === 'مع')
    return now.slot !== undefined && now.slot !== 'object' && now.slot !== 'علي' && isBorder(tokens[at - 1]!)
  // «الشريط الممتد بين …»: says which, and not between whom.
  return free === 'بين' && (!head.isVerb || head.together) && liesBetween(tokens[at - 1]!)
}
