import { isCounterpart, isDefinite } from '../entities/name-words.ts'
import { bare } from '../text/clitics.ts'
import { isFunctionWord } from '../text/document.ts'
import { PREPOSITIONS, PRONOMINAL } from '../text/function-words.ts'
import { numberAt } from '../text/numbers.ts'
import { BY, OF_ACT, place, put, type Reached, type Slots } from './mention-slot.ts'
import {
  boundEnd,
  couldBeNoun,
  governedPreposition,
  type Head,
  isCoordinated,
  isDefiniteNoun,
  isDirectionAdjective,
  isTanwin,
  isUnit,
  joinedPreposition,
  MEANS,
  mayBeSubject,
  PLACE_HEADS,
} from './nouns.ts'
import type { SentenceView } from './sentence.ts'
import {
  BY_HAND,
  BY_SECOND,
  by,
  doerBehindAsides,
  EMPHASES,
  freePreposition,
  hasActor,
  isApproximate,
  isBorder,
  isPart,
  OPENING,
  opensWithVerb,
  resumesBehind,
} from './surroundings.ts'
import { AMONG, ASKING, isCount, isSomeOne, isStillWanted, isTwo, liesBetween } from './unnamed.ts'
import {
  AUXILIARY,
  BOUND,
  BY_HANDS,
  CLOSED,
  COMPANY,
  CONJUNCTION,
  CONTENT,
  EACH,
  EXAMPLE,
  FINITE,
  LED_BY,
  PREPOSITION,
  PRONOMINAL_PREPOSITION,
  signsOf,
} from './word-signs.ts'

/** Participants stand no further than this from their verb. */
const REACH = 45
/** Behind an act that stands in a slot of a verb these are rather of the act («دعا إلى هدنة بين …»). */
const OF_ITS_OWN = new Set(['بين', 'مع', 'ضد'])

/** Fills the slots of a head from what stands behind it, up to the next verb, relative or clause. */
export function slotsBehind(view: SentenceView, head: Head, hasOwnFrame: (at: number) => boolean): Slots {
  const { tokens } = view.document
  const slots: Slots = new Map()
  const now: Reached = {
    slots,
    slot: undefined,
    preposition: undefined,
    afterMention: false,
    afterDefinite: false,
    list: false,
    partitive: false,
    each: false,
    counted: head.at + 1,
    ofEvent: false,
    behindAct: false,
  }
  const end = Math.min(view.to, head.at + REACH)
  // «لم يخرج أحد», «نُقل أحدهما»: some one, whom no name is told of.
  if (head.isVerb && !head.hasObject && head.at + 1 < end && isSomeOne(tokens, head.at + 1)) {
    now.slot = 'subject'
    put(slots, now.slot)
  }

  for (let at = head.at + 1; at < end; ) {
    const token = tokens[at]!
    if (head.phrase.includes(at) && !view.startsAt.has(at)) {
      // «التعديلات التي اعترضت عليها النقابة»: what the preposition of the phrase governs was named before.
      if (head.isVerb && PRONOMINAL.has(token.key)) {
        at++
        continue
      }
      if (isFunctionWord(token) && PREPOSITIONS.has(token.key)) {
        // «سيطر على مدينة …»: who stands behind it stands behind the preposition.
        now.preposition = token.key
        now.slot = undefined
        now.afterMention = false
        at++
        continue
      }
      if (now.preposition !== undefined) {
        now.slot = now.preposition
        put(slots, now.slot)
        now.preposition = undefined
        now.afterMention = false
        now.afterDefinite = isDefiniteNoun(token) && !isCounterpart(token)
        at++
        continue
      }
      // «أودى بحياة خمسة مدنيين»: so do those behind a preposition joined to it.
      const letter = head.isVerb ? governedPreposition(head, token.key, 'object') : undefined
      if (letter !== undefined && head.governs![letter] === 'patient') {
        now.slot = letter
        put(slots, now.slot)
        now.afterMention = false
        now.afterDefinite = false
        at++
        continue
      }
      // «قصفت طائرات إسرائيلية»: what an army strikes with stands for it, as the subject.
      now.slot = !head.isVerb
        ? 'genitive'
        : at === head.at + 1 &&
            (head.intransitive || MEANS.has(bare(token.key)) || (isUnit(token) && opensWithVerb(tokens[head.at]!)))
          ? 'subject'
          : 'object'
      put(slots, now.slot)
      if (!head.isVerb) now.slot = undefined
      now.afterMention = false
      now.afterDefinite = isDefiniteNoun(token) && !isCounterpart(token)
      at++
      continue
    }
    if (view.isTime(at)) {
      // «في الشهر نفسه …»: what stands behind a time is under its preposition no more.
      if (now.preposition !== undefined) {
        now.preposition = undefined
        now.slot = undefined
      }
      at++
      continue
    }
    const signs = signsOf(token)
    const bound = (signs & BOUND) !== 0 ? boundEnd(tokens, at) : undefined
    if (bound !== undefined) {
      at = bound
      continue
    }
    if (!head.isVerb && at === now.counted && !view.startsAt.has(at)) {
      const number = numberAt(tokens, at)
      if (number !== undefined) {
        at = now.counted = number.to
        // «مقتل اثنين من الحراس»: some of them.
        if (tokens[at]?.key === 'من' && view.startsAt.has(at + 1)) {
          now.slot = 'genitive'
          put(slots, now.slot)
        }
        continue
      }
    }
    const mention = view.startsAt.get(at)
    if (mention) {
      place(view, head, now, mention, at)
      at = mention.to
      continue
    }
    if (token.kind === 'mark') {
      if (OPENING.has(token.text)) {
        at++
        continue
      }
      if (token.text !== '،' && token.text !== ',') break
      // «رفض الطرفان، الحكومة والحركة، …»: who they are.
      if (
        at === head.at + 2 &&
        now.slot === 'subject' &&
        slots.get('subject')?.length === 0 &&
        isTwo(tokens[at - 1]!)
      ) {
        const named = view.startsAt.get(at + 1)
        if (named && named.preposition === '' && named.conjunction === '' && named.via !== 'nisba') {
          now.list = true
          at++
          continue
        }
      }
      const resumed = resumesBehind(view, at, {
        end,
        afterMention: now.afterMention,
        isFresh: head.isVerb && !slots.has('object'),
        wantsSubject: head.isVerb && !slots.has('subject') && !slots.has('object'),
        from: head.at,
        hasSubject: slots.get('subject')?.length === 1,
        ...(head.governs && { governs: head.governs }),
      })
      if (resumed === undefined) {
        const doer = head.mayBeSuffered && !slots.has(BY) ? doerBehindAsides(view, at) : undefined
        if (doer === undefined) break
        at = doer
        continue
      }
      now.list ||= resumed.list
      at = resumed.at
      continue
    }
    // «دعت إليها جبهة …»: a preposition with its pronoun stands between.
    if ((signs & PRONOMINAL_PREPOSITION) !== 0 && !(now.slot !== undefined && AMONG.has(token.key))) {
      at++
      continue
    }
    if ((signs & CONTENT) !== 0) break
    if (now.slot !== undefined && (signs & EXAMPLE) !== 0) {
      now.list = true
      now.preposition = undefined
      at++
      continue
    }
    if ((signs & EACH) !== 0 && tokens[at + 1]?.key === 'من') {
      // «كل من تونس وليبيا» is no prepositional phrase; behind an active verb it is the subject, wherever it stands. «كلا من» is an object.
      if (token.key === 'كلا' && head.isVerb && now.preposition === undefined) {
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
      at += 2
      continue
    }
    const free = (signs & PREPOSITION) === 0 || isApproximate(tokens, at) ? undefined : freePreposition(token)
    if (free !== undefined && !isDirectionAdjective(view, at)) {
      const second = tokens[at + 1]?.key ?? ''
      if (
        free === 'من' &&
        !head.isVerb &&
        !now.afterMention &&
        !now.afterDefinite &&
        at > head.at + 1 &&
        !BY_SECOND.has(second) &&
        slots.get('genitive')?.length === 0
      ) {
        // «تدريب قوات من دول الجوار»: behind an indefinite noun that names nobody, «من» says whose it is.
        now.slot = 'genitive'
        now.afterMention = false
        now.preposition = undefined
        now.partitive = true
        at++
        continue
      }
      if (
        free === 'من' &&
        now.slot === undefined &&
        head.isVerb &&
        view.startsAt.has(at + 1) &&
        isCount(tokens[at - 1]!)
      ) {
        // «تقدم عدد من العسكريين بعريضة»: some of them, as subject, or else as object.
        now.slot = slots.has('subject') || head.hasObject || head.subject !== 'masculine' ? 'object' : 'subject'
        now.afterDefinite = false
        at++
        continue
      }
      if (
        free === 'من' &&
        now.slot !== undefined &&
        !now.afterMention &&
        isPart(view, at) &&
        view.startsAt.has(at + 1)
      ) {
        // «العشرات من سكان …», «وحدات من الجيش»: some of them stand in the place of the number.
        now.afterDefinite = false
        at++
        continue
      }
      if (
        free === 'مع' &&
        now.slot !== undefined &&
        now.slot !== 'object' &&
        now.slot !== 'علي' &&
        isBorder(tokens[at - 1]!)
      ) {
        // «قرب الحدود مع …»: says which border, not with whom.
        now.preposition = 'حدود'
        now.slot = undefined
        at++
        continue
      }
      if (free === 'بين' && !head.isVerb && liesBetween(tokens[at - 1]!)) {
        // «الشريط الممتد بين …»: says which, and not between whom.
        now.preposition = 'حدود'
        now.slot = undefined
        at++
        continue
      }
      if (free === 'من' && BY_SECOND.has(second)) {
        now.preposition = BY
        // «من طرف الشرطة»: the name may have been read with the word before it.
        at += view.startsAt.has(at + 1) ? 1 : 2
      } else if (free === 'علي' && BY_HAND.has(second)) {
        now.preposition = BY
        at += 2
      } else {
        now.preposition =
          now.behindAct && OF_ITS_OWN.has(free) && !(head.governs && free in head.governs) ? OF_ACT : free
        at++
      }
      now.slot = undefined
      now.afterMention = false
      now.list = false
      continue
    }
    if ((signs & BY_HANDS) !== 0) {
      now.preposition = BY
      now.slot = undefined
      now.afterMention = false
      now.list = false
      at++
      continue
    }
    if ((signs & CONJUNCTION) !== 0) {
      now.list = true
      at++
      continue
    }
    // «في زيارة يجري خلالها …»: another clause.
    if ((signs & AUXILIARY) !== 0) break
    if ((signs & CLOSED) !== 0) {
      at++
      continue
    }
    // «طالبت دار للنشر …»: right behind a verb of events what is spelled like another is a noun.
    const behindHead = head.isVerb && head.governs !== undefined && at === head.at + 1
    if ((signs & FINITE) !== 0 && !behindHead && !couldBeNoun(token, now.afterDefinite, now.preposition)) break
    // «استدعت رفقة مالي سفيرها»: who is beside the subject is no object.
    // «بين ائتلاف الفتح بزعامة فلان وتيار …»: the leader is passed over.
    const leader = (signs & LED_BY) !== 0 ? view.startsAt.get(at + 1) : undefined
    if (leader && now.afterMention) {
      at = leader.to
      continue
    }
    if ((signs & COMPANY) !== 0) {
      now.preposition = token.key
      now.slot = undefined
      now.afterMention = false
      at++
      continue
    }
    // A noun that nobody is named by.
    const joined = joinedPreposition(token) ?? governedPreposition(head, token.key, now.slot)
    if (joined !== undefined) {
      now.slot = joined
      put(slots, now.slot)
    } else if (now.preposition !== undefined) {
      now.slot = now.preposition
      put(slots, now.slot)
      // «يسعى خلال زيارته إلى تسوية بين …»: it is no visit of both.
      now.behindAct ||= !head.isVerb && now.slot === 'الي'
    } else if (now.slot !== undefined && isCoordinated(token)) {
      // A coordinated noun: the phrase of a verb goes on, that of a masdar has its genitive already.
      if (!head.isVerb && now.afterMention) break
    } else if (
      head.isVerb &&
      (now.slot === undefined ||
        now.afterMention ||
        (now.afterDefinite && !isDefinite(token)) ||
        (now.slot === 'subject' && (PLACE_HEADS.has(token.key) || isTanwin(token))))
    ) {
      const wanted = slots.size === 0 || (isStillWanted(head, slots) && !ASKING.has(token.key))
      now.slot = wanted && mayBeSubject(tokens, at, head) ? 'subject' : 'object'
      put(slots, now.slot)
    } else if (
      !head.isVerb &&
      now.slot === 'genitive' &&
      now.afterMention &&
      !isDefinite(token) &&
      !EMPHASES.has(token.key) &&
      hasActor(slots.get('genitive')!)
    ) {
      // «استهداف الجيش سفينة يونانية»: behind a genitive that acts, an indefinite noun is what it acts on.
      now.slot = 'object'
      put(slots, now.slot)
    } else if (!head.isVerb && now.slot === undefined && at === head.at + 1) {
      now.slot = isDefinite(tokens[head.at]!) ? undefined : 'genitive'
      if (now.slot) put(slots, now.slot)
    }
    now.preposition = undefined
    now.list = false
    now.afterMention = false
    now.afterDefinite = isDefiniteNoun(token) && !isCounterpart(token)
    // Another event word in the slot has participants of its own; what follows it belongs to it.
    if (hasOwnFrame(at)) {
      if (!head.isVerb) {
        const doer = by(view, at + 1, end)
        if (doer && isDefinite(token)) put(slots, BY, doer)
        break
      }
      now.ofEvent ||= now.slot === 'subject' && !isUnit(token)
      now.behindAct ||= head.isVerb && !head.together && !isUnit(token)
    }
    at++
  }
  return slots
}
