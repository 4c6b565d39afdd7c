/** In which slot of a verb or masdar a noun stands that nobody is named by: behind it names are of that slot, or of none. */
import { BY, put, type Reached } from './mention-slot.ts'
import { couldBeNoun, governedPreposition, type Head, joinedPreposition, mayBeSubject } from './nouns.ts'
import type { SentenceView } from './sentence.ts'
import { by, EMPHASES, hasActor } from './surroundings.ts'
import { ASKING, isStillWanted } from './unnamed.ts'
import {
  BEHIND_SUBJECT,
  COMPANY,
  COORDINATED,
  DEFINITE,
  FINITE,
  GOVERNABLE,
  LED_BY,
  signsOf,
  UNIT,
  WHOLLY_DEFINITE,
  WITH_PREPOSITION,
} from './word-signs.ts'

/** Reads a noun behind a head: where what is behind the head goes on; undefined where another verb, or the participants of another act, begin there. */
export function nounAt(
  view: SentenceView,
  head: Head,
  now: Reached,
  at: number,
  signs: number,
  end: number,
  hasOwnFrame: (at: number) => boolean,
): number | undefined {
  const token = view.document.tokens[at]!
  // «طالبت دار للنشر …»: right behind a verb of events what is spelled like another is a noun.
  const behindHead = head.isVerb && head.governs !== undefined && at === head.at + 1
  if ((signs & FINITE) !== 0 && !behindHead && !couldBeNoun(token, now.afterDefinite, now.preposition)) return undefined
  // «بين ائتلاف الفتح بزعامة فلان وتيار …»: the leader is passed over.
  const leader = (signs & LED_BY) !== 0 && now.afterMention ? view.startsAt.get(at + 1) : undefined
  if (leader) return leader.to
  // «استدعت رفقة مالي سفيرها»: who is beside the subject is no object.
  if ((signs & COMPANY) !== 0) {
    now.preposition = token.key
    now.slot = undefined
    now.afterMention = false
    return at + 1
  }
  if (!fillSlot(view, head, now, at, signs)) return undefined
  now.preposition = undefined
  now.list = false
  now.afterMention = false
  now.afterDefinite = (signs & WHOLLY_DEFINITE) !== 0
  // Another event word in the slot has participants of its own; what follows it belongs to it.
  if (hasOwnFrame(at)) {
    if (!head.isVerb) {
      const doer = by(view, at + 1, end)
      if (doer && (signs & DEFINITE) !== 0) put(now.slots, BY, doer)
      return undefined
    }
    const isUnit = (signs & UNIT) !== 0
    now.ofEvent ||= now.slot === 'subject' && !isUnit
    now.behindAct ||= !head.together && !isUnit
  }
  return at + 1
}

/** Opens the slot in which a noun stands; false where it stands in none of the head's. */
function fillSlot(view: SentenceView, head: Head, now: Reached, at: number, signs: number): boolean {
  const { tokens } = view.document
  const { slots } = now
  const token = tokens[at]!
  const joined =
    (signs & WITH_PREPOSITION) !== 0
      ? joinedPreposition(token)
      : (signs & GOVERNABLE) !== 0
        ? governedPreposition(head, token, now.slot)
        : undefined
  if (joined !== undefined) {
    now.slot = joined
    put(slots, joined)
    return true
  }
  if (now.preposition !== undefined) {
    now.slot = now.preposition
    put(slots, now.slot)
    // «يسعى خلال زيارته إلى تسوية بين …»: it is no visit of both.
    now.behindAct ||= !head.isVerb && now.slot === 'الي'
    return true
  }
  // A coordinated noun: the phrase of a verb goes on, that of a masdar has its genitive already.
  if (now.slot !== undefined && (signs & COORDINATED) !== 0) return head.isVerb || !now.afterMention
  if (head.isVerb) {
    if (
      now.slot === undefined ||
      now.afterMention ||
      (now.afterDefinite && (signs & DEFINITE) === 0) ||
      (now.slot === 'subject' && (signs & BEHIND_SUBJECT) !== 0)
    ) {
      const wanted = slots.size === 0 || (isStillWanted(head, slots) && !ASKING.has(token.key))
      now.slot = wanted && mayBeSubject(tokens, at, head) ? 'subject' : 'object'
      put(slots, now.slot)
    }
  } else if (
    now.slot === 'genitive' &&
    now.afterMention &&
    (signs & DEFINITE) === 0 &&
    !EMPHASES.has(token.key) &&
    hasActor(slots.get('genitive')!)
  ) {
    // «استهداف الجيش سفينة يونانية»: behind a genitive that acts, an indefinite noun is what it acts on.
    now.slot = 'object'
    put(slots, now.slot)
  } else if (now.slot === undefined && at === head.at + 1 && (signsOf(tokens[head.at]!) & DEFINITE) === 0) {
    now.slot = 'genitive'
    put(slots, now.slot)
  }
  return true
}
