/**
 * A shallow reading of what stands behind a verb or masdar: noun phrases in their slots. Arabic marks its participants by place
 * (verb, subject, object), by construct («اختطاف الوالي») and by prepositions; the case endings are not written.
 */
import type { Mention } from '../entities/mention.ts'
import { isDefinite } from '../entities/name-words.ts'
import { isFiniteVerb } from '../lexicon/finite.ts'
import { bare } from '../text/clitics.ts'
import { isFunctionWord } from '../text/document.ts'
import { PREPOSITIONS } from '../text/function-words.ts'
import { numberAt } from '../text/numbers.ts'
import {
  agrees,
  boundEnd,
  couldBeNoun,
  governedPreposition,
  type Head,
  inConstruct,
  isCoordinated,
  isCounterpart,
  isDefiniteNoun,
  isDirectionAdjective,
  isOblique,
  isTanwin,
  isUnit,
  joinedPreposition,
  MEANS,
  mayBeSubject,
  ofUnit,
  PLACE_HEADS,
} from './nouns.ts'
import type { SentenceView } from './sentence.ts'
import {
  BY_HAND,
  BY_SECOND,
  by,
  EMPHASES,
  EXAMPLES,
  freePreposition,
  hasActor,
  isApproximate,
  isBehindAdjective,
  isBorder,
  isPart,
  isPrepositionWithPronoun,
  joinedBy,
  OPENING,
  opensContent,
  opensWithVerb,
  resumesBehind,
} from './surroundings.ts'

/** `subject`, `object`, `genitive`, or a preposition: who stands there. */
export type Slots = Map<string, Mention[]>

/** Participants stand no further than this from their verb. */
const REACH = 45
/** «من قبل», «على يد»: behind these stands who did it. */
export const BY = 'من قبل'
/** Who stands in construct with the noun of a phrase. */
export const OF_PHRASE = 'of the phrase'
/** Fills the slots of a head from what stands behind it, up to the next verb, relative or clause. */
export function slotsBehind(view: SentenceView, head: Head, hasOwnFrame: (at: number) => boolean): Slots {
  const { tokens } = view.document
  const slots: Slots = new Map()
  const put = (slot: string, mention?: Mention) => {
    const list = slots.get(slot) ?? []
    if (mention) list.push(mention)
    slots.set(slot, list)
  }
  let slot: string | undefined
  let preposition: string | undefined
  let afterMention = false
  let afterDefinite = false
  let list = false
  let partitive = false
  // Behind «كل من» the subject need not agree with its verb.
  let each = false
  // Where a number right behind a masdar ends («توقيف 17 عسكريا»).
  let counted = head.at + 1
  // The subject is an event («أعادت حادثة الاختطاف …»): who is named in it is not the subject.
  let ofEvent = false
  const end = Math.min(view.to, head.at + REACH)

  for (let at = head.at + 1; at < end; ) {
    const token = tokens[at]!
    if (head.phrase.includes(at) && !view.startsAt.has(at)) {
      if (isFunctionWord(token) && PREPOSITIONS.has(token.key)) {
        // «سيطر على مدينة …»: who stands behind it stands behind the preposition.
        preposition = token.key
        slot = undefined
        afterMention = false
        at++
        continue
      }
      if (preposition !== undefined) {
        slot = preposition
        put(slot)
        preposition = undefined
        afterMention = false
        afterDefinite = isDefiniteNoun(token) && !isCounterpart(token)
        at++
        continue
      }
      // «أودى بحياة خمسة مدنيين»: so do those behind a preposition joined to it.
      const letter = head.isVerb ? governedPreposition(head, token.key, 'object') : undefined
      if (letter !== undefined && head.governs![letter] === 'patient') {
        slot = letter
        put(slot)
        afterMention = false
        afterDefinite = false
        at++
        continue
      }
      // «قصفت طائرات إسرائيلية»: what an army strikes with stands for it, as the subject.
      slot = !head.isVerb
        ? 'genitive'
        : at === head.at + 1 &&
            (head.intransitive || MEANS.has(bare(token.key)) || (isUnit(token) && opensWithVerb(tokens[head.at]!)))
          ? 'subject'
          : 'object'
      put(slot)
      if (!head.isVerb) slot = undefined
      afterMention = false
      afterDefinite = isDefiniteNoun(token) && !isCounterpart(token)
      at++
      continue
    }
    if (view.isTime(at)) {
      at++
      continue
    }
    const bound = boundEnd(tokens, at)
    if (bound !== undefined) {
      at = bound
      continue
    }
    if (!head.isVerb && at === counted && !view.startsAt.has(at)) {
      const number = numberAt(tokens, at)
      if (number !== undefined) {
        at = counted = number.to
        continue
      }
    }
    const mention = view.startsAt.get(at)
    if (mention) {
      // «الهلال الأحمر الليبي»: the adjective of the name before it takes no part of its own.
      if (mention.via === 'nisba' && afterMention && mention.conjunction === '' && !list) {
        at = mention.to
        continue
      }
      // «نظيره الرواندي فلان»: so does the adjective before a name that is in apposition to its noun.
      const next = mention.via === 'nisba' ? view.startsAt.get(mention.to) : undefined
      if (
        next?.type === 'person' &&
        next.via === 'name' &&
        next.conjunction === '' &&
        next.preposition === '' &&
        at - 1 > head.at &&
        isCounterpart(tokens[at - 1]!)
      ) {
        at = mention.to
        continue
      }
      // «دورية تابعة للشرطة»: whoever a unit belongs to stands in its place.
      const owning = mention.preposition === 'ل' && slot === 'subject' && ofUnit(tokens, at)
      const own = owning ? '' : mention.preposition || preposition
      const ofThese = partitive && !own
      partitive = false
      const joins =
        (mention.conjunction === 'و' || list) &&
        mention.preposition === '' &&
        preposition === undefined &&
        slot !== undefined
      if (mention.via === 'nisba' && slot === undefined && preposition === undefined && head.isVerb) {
        at = mention.to
        continue
      }
      if (joins || owning) {
        // Coordinated with what was there last, or in its place.
      } else if (
        mention.via === 'nisba' &&
        !own &&
        head.isVerb &&
        slot === 'object' &&
        head.phrase.includes(at - 1) &&
        tokens[at - 1]!.key.startsWith('ب')
      ) {
        // «زودت … بأسلحة بلغارية»: it says what kind.
        at = mention.to
        continue
      } else if (
        !head.isVerb &&
        head.phrase.includes(at - 1) &&
        !own &&
        !MEANS.has(bare(tokens[at - 1]!.key)) &&
        (mention.via !== 'nisba' || isDefinite(tokens[at - 1]!))
      ) {
        slot = OF_PHRASE
      } else if (
        head.phrase.includes(at - 1) &&
        mention.via !== 'nisba' &&
        !own &&
        !afterDefinite &&
        slot === 'object'
      ) {
        // «علق عضوية النيجر»: whose it is, is told in construct with the phrase.
        slot = OF_PHRASE
      } else if (mention.via === 'nisba' && !own) {
        // «ودعا الشركاء الأوروبيين»: by their ending they are no subject.
        if (slot === 'subject' && mention.plural && /ين$/.test(token.key) && slots.get('subject')?.length === 0) {
          slots.delete('subject')
          slot = 'object'
        }
        // «استشهاد ثلاثة فلسطينيين»: counted, they are whom it befell, and not whose act it is.
        slot ??= head.isVerb ? 'object' : at === counted && counted > head.at + 1 ? 'genitive' : 'adjective'
      } else if (own) {
        slot = own
      } else if (
        slot !== undefined &&
        !afterMention &&
        !afterDefinite &&
        slot !== 'genitive' &&
        (slot === 'object' || !isBehindAdjective(view, at)) &&
        !(slot === 'subject' && isOblique(view, mention))
      ) {
        // In construct with the indefinite noun before it: of the same phrase.
      } else if (slot !== undefined && inConstruct(view, at)) {
        // «وزراء خارجية مصر والأردن»: of the phrase that the plural before it heads.
      } else if (ofThese) {
        slot = 'genitive'
      } else if (!head.isVerb) {
        slot = at === head.at + 1 || at === counted ? 'genitive' : slots.has('genitive') ? 'object' : 'extra'
      } else if (
        !slots.has('subject') &&
        (each ||
          (agrees(mention, head.subject) && !isOblique(view, mention)) ||
          (head.intransitive && !slots.has('object') && head.subject === 'masculine'))
      ) {
        slot = 'subject'
        each = false
      } else {
        slot = slots.has('object') ? 'extra' : 'object'
      }
      put(slot === 'subject' && ofEvent && !joins ? 'subject of an event' : (slot as string), mention)
      afterMention = mention.via !== 'nisba'
      // «الدفاعات الروسية طائرة …»: behind a definite adjective an indefinite noun begins a new phrase.
      afterDefinite = !afterMention && slot === 'subject' && isDefinite(tokens[mention.to - 1]!)
      preposition = undefined
      list = false
      at = mention.to
      continue
    }
    if (token.kind === 'mark') {
      if (OPENING.has(token.text)) {
        at++
        continue
      }
      if (token.text !== '،' && token.text !== ',') break
      const resumed = resumesBehind(view, at, {
        end,
        afterMention,
        isFresh: head.isVerb && !slots.has('object'),
        wantsSubject: head.isVerb && !slots.has('subject') && !slots.has('object'),
        from: head.at,
      })
      if (resumed === undefined) break
      list ||= resumed.list
      at = resumed.at
      continue
    }
    // «دعت إليها جبهة …»: a preposition with its pronoun stands between.
    if (isPrepositionWithPronoun(token)) {
      at++
      continue
    }
    if (opensContent(token)) break
    if (slot !== undefined && EXAMPLES.has(token.key)) {
      list = true
      preposition = undefined
      at++
      continue
    }
    if ((token.key === 'كل' || token.key === 'وكل') && tokens[at + 1]?.key === 'من') {
      // «كل من تونس وليبيا» is no prepositional phrase; behind an active verb it is the subject, wherever it stands.
      if (preposition === undefined && head.isVerb && !slots.get('subject')?.length) {
        if (slots.has('subject')) slots.set('object', [...(slots.get('object') ?? [])])
        slots.delete('subject')
        slot = undefined
        afterMention = false
        each = true
      }
      at += 2
      continue
    }
    const free = isApproximate(tokens, at) ? undefined : freePreposition(token)
    if (free !== undefined && !isDirectionAdjective(view, at)) {
      const second = tokens[at + 1]?.key ?? ''
      if (
        free === 'من' &&
        !head.isVerb &&
        !afterMention &&
        !afterDefinite &&
        at > head.at + 1 &&
        !BY_SECOND.has(second) &&
        slots.get('genitive')?.length === 0
      ) {
        // «تدريب قوات من دول الجوار»: behind an indefinite noun that names nobody, «من» says whose it is.
        slot = 'genitive'
        afterMention = false
        preposition = undefined
        partitive = true
        at++
        continue
      }
      if (free === 'من' && slot !== undefined && !afterMention && isPart(view, at) && view.startsAt.has(at + 1)) {
        // «العشرات من سكان …», «وحدات من الجيش»: some of them stand in the place of the number.
        afterDefinite = false
        at++
        continue
      }
      if (free === 'مع' && slot !== undefined && slot !== 'object' && slot !== 'علي' && isBorder(tokens[at - 1]!)) {
        // «قرب الحدود مع …»: says which border, not with whom.
        preposition = 'حدود'
        slot = undefined
        at++
        continue
      }
      if (free === 'من' && BY_SECOND.has(second)) {
        preposition = BY
        // «من طرف الشرطة»: the name may have been read with the word before it.
        at += view.startsAt.has(at + 1) ? 1 : 2
      } else if (free === 'علي' && BY_HAND.has(second)) {
        preposition = BY
        at += 2
      } else {
        preposition = free
        at++
      }
      slot = undefined
      afterMention = false
      list = false
      continue
    }
    if (joinedBy(token)) {
      preposition = BY
      slot = undefined
      afterMention = false
      list = false
      at++
      continue
    }
    if (token.key === 'و' || token.key === 'او' || token.key === 'ام') {
      list = true
      at++
      continue
    }
    if (isFunctionWord(token)) {
      at++
      continue
    }
    if (isFiniteVerb(token) && !couldBeNoun(token, afterDefinite, preposition)) break
    // A noun that nobody is named by.
    const joined = joinedPreposition(token) ?? governedPreposition(head, token.key, slot)
    if (joined !== undefined) {
      slot = joined
      put(slot)
    } else if (preposition !== undefined) {
      slot = preposition
      put(slot)
    } else if (slot !== undefined && isCoordinated(token)) {
      // A coordinated noun: the phrase of a verb goes on, that of a masdar has its genitive already.
      if (!head.isVerb && afterMention) break
    } else if (
      head.isVerb &&
      (slot === undefined ||
        afterMention ||
        (afterDefinite && !isDefinite(token)) ||
        (slot === 'subject' && (PLACE_HEADS.has(token.key) || isTanwin(token))))
    ) {
      slot = slots.size === 0 && mayBeSubject(tokens, at, head) ? 'subject' : 'object'
      put(slot)
    } else if (
      !head.isVerb &&
      slot === 'genitive' &&
      afterMention &&
      !isDefinite(token) &&
      !EMPHASES.has(token.key) &&
      hasActor(slots.get('genitive')!)
    ) {
      // «استهداف الجيش سفينة يونانية»: behind a genitive that acts, an indefinite noun is what it acts on.
      slot = 'object'
      put(slot)
    } else if (!head.isVerb && slot === undefined && at === head.at + 1) {
      slot = isDefinite(tokens[head.at]!) ? undefined : 'genitive'
      if (slot) put(slot)
    }
    preposition = undefined
    list = false
    afterMention = false
    afterDefinite = isDefiniteNoun(token) && !isCounterpart(token)
    // Another event word in the slot has participants of its own; what follows it belongs to it.
    if (hasOwnFrame(at)) {
      if (!head.isVerb) {
        const doer = by(view, at + 1, end)
        if (doer && isDefinite(token)) put(BY, doer)
        break
      }
      ofEvent ||= slot === 'subject' && !isUnit(token)
    }
    at++
  }
  return slots
}
