/** In which slot of a verb or masdar somebody stands, by what stands before him. */
import type { Mention } from '../entities/mention.ts'
import { isCounterpart, isDefinite } from '../entities/name-words.ts'
import { bare } from '../text/clitics.ts'
import { perWord } from '../text/word.ts'
import { agrees, type Head, inConstruct, isOblique, MEANS, ofUnit } from './nouns.ts'
import type { SentenceView } from './sentence.ts'
import { isBehindAdjective, OPENING } from './surroundings.ts'

/** `subject`, `object`, `genitive`, or a preposition: who stands there. */
export type Slots = Map<string, Mention[]>

/** «من قبل», «على يد»: behind these stands who did it. */
export const BY = 'من قبل'
/** Who stands in construct with the noun of a phrase. */
export const OF_PHRASE = 'of the phrase'
/** Who takes part in an act that the verb is about, and not in what the verb tells («دعا إلى هدنة بين …»). */
export const OF_ACT = 'of the act'

/** How far the phrases behind a head have been read. */
export interface Reached {
  slots: Slots
  /** The slot that was filled last. */
  slot: string | undefined
  /** A preposition that still waits for its noun. */
  preposition: string | undefined
  afterMention: boolean
  afterDefinite: boolean
  list: boolean
  partitive: boolean
  /** Behind «كل من» the subject need not agree with its verb. */
  each: boolean
  /** Where a number right behind a masdar ends («توقيف 17 عسكريا»). */
  counted: number
  /** The subject is an event («أعادت حادثة الاختطاف …»): who is named in it is not the subject. */
  ofEvent: boolean
  /** An act stands in a slot of the verb: «بين», «مع», «ضد» behind it are rather of the act. */
  behindAct: boolean
}

/** Slots that stand under no preposition. */
const CORE = new Set(['subject', 'object', 'genitive', 'adjective', 'extra'])

const isPersonByName = ({ type, via, conjunction, preposition, titleFrom }: Mention) =>
  type === 'person' && via === 'name' && conjunction === '' && preposition === '' && titleFrom === undefined

/** Fills a slot, or only opens it. */
export function put(slots: Slots, slot: string, mention?: Mention): void {
  const list = slots.get(slot)
  if (list === undefined) slots.set(slot, mention ? [mention] : [])
  else if (mention) list.push(mention)
}

/** Whether a mention stands in brackets, or in quotes right behind another of the same key, and not in the place of a participant («رفضها (الأمير فلان)»). */
function isInMarks(view: SentenceView, head: Head, now: Reached, mention: Mention, at: number): boolean {
  const mark = view.document.tokens[at - 1]!.text
  if (mark === '(') return now.preposition === undefined && at - 2 > head.at
  return now.afterMention && (mark === '«' || mark === '"') && view.endingAt(at - 1)?.key === mention.key
}

const RANKS = new Set(
  'الفريق اللواء العميد العقيد المقدم الراءد النقيب الملازم الجنرال المشير العماد الدكتور المهندس الشيخ السيد السيده الاستاذ المستشار المحامي القاضي'.split(
    ' ',
  ),
)
const isRank = perWord(({ key }) => RANKS.has(key))

const isNamed = ({ type, via, conjunction, preposition }: Mention) =>
  type === 'person' && via === 'name' && conjunction === '' && preposition === ''

/** Words from an act to the adjective that says whose it is, at most («غارات جوية إسرائيلية»). */
const ADJECTIVE_WITHIN = 3

/** Puts a mention that begins at a token in its slot. */
export function place(view: SentenceView, head: Head, now: Reached, mention: Mention, at: number): void {
  const { tokens } = view.document
  const token = tokens[at]!
  const { slots } = now
  // «الهلال الأحمر الليبي»: the adjective of the name before it takes no part of its own.
  if (mention.via === 'nisba' && now.afterMention && mention.conjunction === '' && !now.list) {
    return
  }
  // «نظيره الرواندي فلان»: so does the adjective before a name that is in apposition to its noun.
  const quoted = mention.via === 'nisba' && OPENING.has(tokens[mention.to]?.text ?? '')
  const next = mention.via === 'nisba' ? view.startsAt.get(quoted ? mention.to + 1 : mention.to) : undefined
  if (
    next?.type === 'person' &&
    next.via === 'name' &&
    next.conjunction === '' &&
    next.preposition === '' &&
    ((at - 1 > head.at && isCounterpart(tokens[at - 1]!)) || (!mention.plural && isDefinite(token)))
  ) {
    return
  }
  // «الهيئة الحكومية للتنمية «إيغاد»», «القوات الخاصة (غورغور)»: another name of who stands right before.
  if (mention.preposition === '' && isInMarks(view, head, now, mention, at)) return
  // «والي النيل الأبيض الفريق فلان»: a rank and a name in apposition to the office right before.
  if (now.afterMention && now.slot !== undefined && isRank(token) && isNamed(mention)) {
    const list = slots.get(now.slot)
    if (list?.at(-1)?.via === 'title' && list.at(-1)!.to === at) {
      list[list.length - 1] = mention
      return
    }
  }
  // «دورية تابعة للشرطة»: whoever a unit belongs to stands in its place.
  const owning = mention.preposition === 'ل' && now.slot === 'subject' && ofUnit(tokens, at)
  const own = owning ? '' : mention.preposition || now.preposition
  const ofThese = now.partitive && !own
  now.partitive = false
  const joins =
    (mention.conjunction === 'و' || now.list) &&
    mention.preposition === '' &&
    now.preposition === undefined &&
    now.slot !== undefined
  if (mention.via === 'nisba' && now.slot === undefined && now.preposition === undefined && head.isVerb) {
    return
  }
  if (
    head.isVerb &&
    head.phrase.includes(at) &&
    mention.via === 'group' &&
    !head.intransitive &&
    now.preposition === undefined &&
    /^[وف]/.test(tokens[head.at]!.key)
  ) {
    // «واستدعت جنود الاحتياط»: joined to the verb before, it has its subject there, and of its phrase its object.
    now.slot = 'object'
  } else if (joins || owning) {
    // Coordinated with what was there last, or in its place.
  } else if (
    mention.via === 'nisba' &&
    !own &&
    head.isVerb &&
    now.slot === 'object' &&
    head.phrase.includes(at - 1) &&
    tokens[at - 1]!.key.startsWith('ب')
  ) {
    // «زودت … بأسلحة بلغارية»: it says what kind.
    return
  } else if (
    !head.isVerb &&
    head.phrase.includes(at - 1) &&
    !own &&
    !MEANS.has(bare(tokens[at - 1]!.key)) &&
    (mention.via !== 'nisba' || isDefinite(tokens[at - 1]!))
  ) {
    now.slot = OF_PHRASE
  } else if (
    head.phrase.includes(at - 1) &&
    mention.via !== 'nisba' &&
    !own &&
    !now.afterDefinite &&
    now.slot === 'object'
  ) {
    // «علق عضوية النيجر»: whose it is, is told in construct with the phrase.
    now.slot = OF_PHRASE
  } else if (mention.via === 'nisba' && !own) {
    // «ودعا الشركاء الأوروبيين»: by their ending they are no subject.
    if (now.slot === 'subject' && mention.plural && /ين$/.test(token.key) && slots.get('subject')?.length === 0) {
      slots.delete('subject')
      now.slot = 'object'
    }
    // «استشهاد ثلاثة فلسطينيين»: counted, they are whom it befell, and not whose act it is.
    // «مقتل خمسة منمّين موريتانيين»: so do those behind a noun that names nobody.
    const counted = now.counted > head.at + 1 && (at === now.counted || (at === now.counted + 1 && mention.plural))
    now.slot ??= head.isVerb
      ? 'object'
      : counted
        ? 'genitive'
        : at - head.at <= ADJECTIVE_WITHIN
          ? 'adjective'
          : 'extra'
  } else if (own) {
    // «زيارة الوزير لدمشق عملا موجها لواشنطن»: the same preposition again belongs to what stands between.
    const again = mention.preposition === own && (slots.get(own)?.length ?? 0) > 0 && mention.conjunction === ''
    now.slot = again && !now.list && !now.afterMention ? 'extra' : own
  } else if (
    head.strikesPlaces &&
    mention.type === 'place' &&
    !head.hasObject &&
    (now.slot === undefined || (now.slot === 'subject' && slots.get('subject')!.length === 0))
  ) {
    if (now.slot === 'subject') slots.delete('subject')
    now.slot = 'object'
  } else if (
    mention.via === 'body' &&
    now.afterDefinite &&
    !now.afterMention &&
    now.slot !== undefined &&
    slots.has(now.slot) &&
    !CORE.has(now.slot) &&
    isDefinite(token) &&
    isDefinite(tokens[at - 1]!)
  ) {
    // «… إلى ترسيم الحدود البحرية»: a definite word behind a definite noun says what kind it is.
  } else if (
    now.slot !== undefined &&
    !now.afterMention &&
    !now.afterDefinite &&
    now.slot !== 'genitive' &&
    (now.slot === 'object' || !isBehindAdjective(view, at)) &&
    !(now.slot === 'subject' && isOblique(view, mention))
  ) {
    // In construct with the indefinite noun before it: of the same phrase.
  } else if (
    head.isTurned === true &&
    now.slot === 'genitive' &&
    at === head.at + 2 &&
    !now.afterDefinite &&
    !now.afterMention &&
    slots.get('genitive')?.length === 0
  ) {
    // «دعم جهود الأمم المتحدة»: whose that is on which the act is turned.
  } else if (now.slot !== undefined && inConstruct(view, at)) {
    // «وزراء خارجية مصر والأردن»: of the phrase that the plural before it heads.
  } else if (ofThese) {
    now.slot = 'genitive'
  } else if (!head.isVerb) {
    // «اتهام «أطراف أجنبية»»: quoted or not.
    const right = at === head.at + 1 || (at === head.at + 2 && /^[«"“]$/.test(tokens[at - 1]!.text))
    const definite = at === head.at + 1 && /^[وف]?ال/.test(tokens[head.at]!.key)
    now.slot = definite
      ? 'extra'
      : right || at === now.counted
        ? 'genitive'
        : slots.has('genitive')
          ? 'object'
          : 'extra'
  } else if (
    now.slot === 'subject' &&
    slots.get('subject')?.length === 0 &&
    (head.hasObject ||
      (isPersonByName(mention) && now.afterDefinite && isDefinite(tokens[at - 1]!) && agrees(mention, head.subject)))
  ) {
    // «قتله المتطرف سالم …», «استقبل العميد ركن سالم …»: in apposition to the noun before.
  } else if (
    !slots.has('subject') &&
    (now.each ||
      (agrees(mention, head.subject) && !isOblique(view, mention)) ||
      (head.intransitive && !slots.has('object') && head.subject === 'masculine'))
  ) {
    now.slot = 'subject'
    now.each = false
  } else {
    // «اتهم الرئيس أحمد … الجبوري تنظيم …»: right behind an unknown surname, which was taken for the object.
    now.slot = slots.has('object') && !(slots.get('object')!.length === 0 && now.slot === 'object') ? 'extra' : 'object'
  }
  put(slots, now.slot === 'subject' && now.ofEvent && !joins ? 'subject of an event' : (now.slot as string), mention)
  now.afterMention = mention.via !== 'nisba'
  // «الدفاعات الروسية طائرة …»: behind a definite adjective an indefinite noun begins a new phrase.
  now.afterDefinite = !now.afterMention && now.slot === 'subject' && isDefinite(tokens[mention.to - 1]!)
  now.preposition = undefined
  now.list = false
}
