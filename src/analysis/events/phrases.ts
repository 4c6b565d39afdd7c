/**
 * A shallow reading of what stands behind a verb or masdar: noun phrases in their slots. Arabic marks its participants by place
 * (verb, subject, object), by construct («اختطاف الوالي») and by prepositions; the case endings are not written.
 */
import type { Mention } from '../entities/mention.ts'
import { isDefinite } from '../entities/name-words.ts'
import { isFiniteVerb } from '../lexicon/finite.ts'
import { vocabulary } from '../lexicon/vocabulary.ts'
import { bare, readings } from '../text/clitics.ts'
import { isFunctionWord, isRelative } from '../text/document.ts'
import { JOINED_PREPOSITIONS, PREPOSITIONS } from '../text/function-words.ts'
import type { Token } from '../text/tokens.ts'
import { perWord } from '../text/word.ts'
import type { SentenceView } from './sentence.ts'

/** `subject`, `object`, `genitive`, or a preposition: who stands there. */
export type Slots = Map<string, Mention[]>

/** What of a verb decides how its slots are filled. */
export interface Head {
  at: number
  isVerb: boolean
  subject?: 'masculine' | 'feminine' | 'plural' | 'first'
  /** Further words of its phrase: they fill the object. */
  phrase: readonly number[]
}

/** Participants stand no further than this from their verb. */
const REACH = 45
/** «من قبل», «على يد»: behind these stands who did it. */
export const BY = 'من قبل'
const BY_SECOND = new Set(['قبل', 'طرف', 'جانب'])
const BY_HAND = new Set(['يد', 'يدي', 'ايدي'])
const MEANS = new Set([
  'طاءرات',
  'طاءره',
  'مقاتلات',
  'مقاتله',
  'مروحيات',
  'مروحيه',
  'مدفعيه',
  'دبابات',
  'زوارق',
  'سفن',
  'مسيرات',
  'مسيره',
  'طيران',
  'قوات',
  'بوارج',
])
/** Behind a group these name some of it: «دول كبرى مثل بريطانيا وأمريكا». */
const EXAMPLES = new Set(['مثل', 'منها', 'منهم', 'ابرزها', 'ابرزهم', 'بينها', 'بينهم', 'كـ'])
const OPENING = new Set(['«', '(', '"', '“', '[', '»', ')', '”', ']'])
const CONTENT = new Set([
  'ان',
  'انه',
  'انها',
  'انهم',
  'بان',
  'بانه',
  'بانها',
  'لان',
  'كي',
  'لكي',
  'اذا',
  'حيث',
  'بينما',
  'عندما',
  'بعدما',
  'مما',
  'لكن',
  'بل',
  'الا',
  'قد',
  'لم',
  'لن',
  'اذ',
  'كما',
  'فيما',
])

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
  // The subject is an event («أعادت حادثة الاختطاف …»): who is named in it is not the subject.
  let ofEvent = false
  const end = Math.min(view.to, head.at + REACH)

  for (let at = head.at + 1; at < end; ) {
    const token = tokens[at]!
    if (head.phrase.includes(at) && !view.startsAt.has(at)) {
      // «قصفت طائرات إسرائيلية»: what an army strikes with stands for it, as the subject.
      slot = !head.isVerb ? 'genitive' : at === head.at + 1 && MEANS.has(token.key) ? 'subject' : 'object'
      put(slot)
      if (!head.isVerb) slot = undefined
      afterMention = false
      afterDefinite = isDefinite(token)
      at++
      continue
    }
    if (view.isTime(at)) {
      at++
      continue
    }
    const mention = view.startsAt.get(at)
    if (mention) {
      // «الهلال الأحمر الليبي»: the adjective of the name before it takes no part of its own.
      if (mention.via === 'nisba' && afterMention && mention.conjunction === '' && !list) {
        at = mention.to
        continue
      }
      const own = mention.preposition || preposition
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
      if (joins) {
        // Coordinated with what was there last.
      } else if (mention.via === 'nisba' && !own) {
        slot ??= head.isVerb ? 'object' : 'adjective'
      } else if (own) {
        slot = own
      } else if (slot !== undefined && !afterMention && !afterDefinite && slot !== 'genitive') {
        // In construct with the indefinite noun before it: of the same phrase.
      } else if (ofThese) {
        slot = 'genitive'
      } else if (!head.isVerb) {
        slot = at === head.at + 1 || !slots.has('genitive') ? 'genitive' : 'object'
      } else if (!slots.has('subject') && agrees(mention, head.subject)) {
        slot = 'subject'
      } else {
        slot = slots.has('object') ? 'extra' : 'object'
      }
      put(slot === 'subject' && ofEvent && !joins ? 'subject of an event' : (slot as string), mention)
      afterMention = mention.via !== 'nisba'
      afterDefinite = false
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
      const next = view.startsAt.get(at + 1)
      if (next && afterMention && next.preposition === '' && !followedByVerb(view, next.to)) {
        list = true
        at++
        continue
      }
      // «رفضت الجزائر، أمس، …»: a time between commas is passed over.
      let after = at + 1
      while (after < end && view.isTime(after)) after++
      if (after > at + 1 && (tokens[after]?.text === '،' || tokens[after]?.text === ',')) {
        at = after + 1
        continue
      }
      // A parenthesis between the verb and its subject («رفضت، أمس، الجزائر»).
      if (head.isVerb && !slots.has('subject') && !slots.has('object') && at - head.at <= 6) {
        at++
        continue
      }
      break
    }
    if (opensContent(token)) break
    if (EXAMPLES.has(token.key) && slot !== undefined) {
      list = true
      preposition = undefined
      at++
      continue
    }
    const free = freePreposition(token)
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
      if (free === 'من' && BY_SECOND.has(second)) {
        preposition = BY
        at += 2
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
    const joined = joinedPreposition(token)
    if (joined !== undefined) {
      slot = joined
      put(slot)
    } else if (preposition !== undefined) {
      slot = preposition
      put(slot)
    } else if (slot !== undefined && isCoordinated(token)) {
      // A coordinated noun: the phrase of a verb goes on, that of a masdar has its genitive already.
      if (!head.isVerb && afterMention) break
    } else if (head.isVerb && (slot === undefined || afterMention || (afterDefinite && !isDefinite(token)))) {
      slot = slots.size === 0 && !clearlyObject(token.key, head.subject) ? 'subject' : 'object'
      put(slot)
    } else if (!head.isVerb && slot === undefined && at === head.at + 1) {
      slot = isDefinite(tokens[head.at]!) ? undefined : 'genitive'
      if (slot) put(slot)
    }
    preposition = undefined
    list = false
    afterMention = false
    afterDefinite = isDefinite(token)
    // Another event word in the slot has participants of its own; what follows it belongs to it.
    if (hasOwnFrame(at)) {
      if (!head.isVerb) break
      ofEvent ||= slot === 'subject'
    }
    at++
  }
  return slots
}

/** Verbs agree with a subject behind them in gender; people in the plural go with either. */
export function agrees(mention: Mention, subject: Head['subject']): boolean {
  if (subject === undefined) return true
  if (subject === 'plural' || subject === 'first') return false
  if (mention.plural) return true
  // Of a person, or a body known by a name of its own («سوناطراك»), the form does not tell the gender.
  if (
    mention.type === 'person' ||
    (mention.via === 'name' && (mention.type === 'organization' || mention.type === 'armed-group'))
  )
    return true
  return mention.gender === subject
}

/** An indefinite accusative, or a masculine noun behind a feminine verb, is no subject. */
function clearlyObject(key: string, subject: Head['subject']): boolean {
  if (subject === 'plural' || subject === 'first') return true
  const stem = bare(key)
  if (stem === key && /[^اءىو]ا$/.test(key) && key.length > 3) return true
  return (
    subject === 'feminine' && !/(?:ه|ات|ي|اء|ه)$/.test(stem) && !vocabulary().groups.has(stem) && /^(?!ال)/.test(key)
  )
}

function couldBeNoun(token: Token, afterDefinite: boolean, preposition: string | undefined): boolean {
  return preposition !== undefined || (!afterDefinite && isEventNoun(token))
}

const isEventNoun = perWord(
  ({ key }) =>
    vocabulary()
      .events.get(key)
      ?.some((form) => form.kind !== 'verb') ?? false,
)

/** Words behind which something else is told: relatives, and what opens a clause of its own. */
const opensContent = perWord((word) => isRelative({ word }) || CONTENT.has(word.key))

/** The free preposition that a word is, with a conjunction joined to it or without. */
const freePreposition = perWord((word) => {
  const free = JOINED_PREPOSITIONS.get(word.key) ?? word.key
  return word.kind === 'word' && PREPOSITIONS.has(free) && isFunctionWord({ word }) ? free : undefined
})

/** «بالقواعد», «للدول»: the preposition joined to a definite noun, or to one that the vocabulary knows. */
const joinedPreposition = perWord(({ key }): string | undefined => {
  if (/^[وف]?ب(?=ال.{2})/.test(key)) return 'ب'
  if (/^[وف]?لل.{2}/.test(key)) return 'ل'
  if (/^[بل].{3}/.test(key)) {
    const { events, groups, titles } = vocabulary()
    const reading = readings(key).find(
      (r) => r.preposition !== '' && (events.has(r.stem) || groups.has(r.stem) || titles.has(r.stem)),
    )
    if (reading && !events.has(key) && !groups.has(key)) return reading.preposition
  }
  return undefined
})

const DIRECTIONS = new Set('شرقي غربي شمالي جنوبي'.split(' '))

/** «شرقي بغداد» says where; «عمل عسكري غربي» what kind. */
function isDirectionAdjective(view: SentenceView, at: number): boolean {
  const { tokens } = view.document
  if (!DIRECTIONS.has(tokens[at]!.key)) return false
  const next = tokens[at + 1]
  return next === undefined || !(view.startsAt.has(at + 1) || /^ال/.test(next.key))
}

/** «والأوقاف», «وتصريحات»: a noun joined by «و», which is no letter of its own («وزارة», «وفد»). */
const isCoordinated = perWord(({ key }) => {
  if (!/^و.{4,}/.test(key)) return false
  const { events, groups, titles } = vocabulary()
  return bare(key) !== key || !(events.has(key) || groups.has(key) || titles.has(key))
})

function followedByVerb(view: SentenceView, at: number): boolean {
  const token = view.document.tokens[at]
  return token !== undefined && at < view.to && isFiniteVerb(token)
}
