/** Whom an act belongs to that is told by a noun: the subject of the verb that governs it, of its relative clause, the owner of its pronoun or of its weapon. */
import type { EventType } from '../analysis.ts'
import type { Mention } from '../entities/mention.ts'
import { isRelative } from '../text/document.ts'
import { setsOff } from '../text/marks.ts'
import type { Token } from '../text/tokens.ts'
import { perWord } from '../text/word.ts'
import { goesOnAs } from './before.ts'
import { leavesUnnamed } from './governors.ts'
import { keptFrom, suspectsOf } from './lent.ts'
import { joinedPreposition } from './nouns.ts'
import { clauseAt, type SentenceView } from './sentence.ts'
import { isAnswered } from './status.ts'
import type { FiniteVerb } from './subjects.ts'
import type { Trigger } from './triggers.ts'

/** A verb governs a masdar no further behind it. */
export const GOVERNING_REACH = 45

/**
 * A masdar without a doer of its own is done by the subject of the verb that governs it («سارعت الجزائر إلى تدريب …»), or, where that
 * verb speaks of a thing («مخطط يقوم على تدريب …»), by that of the verb before. Only a masdar that is the verb's own complement has that doer: nobody
 * abducts in «أطلقت الجزائر إشارات إثر اختطاف الوالي».
 */
export function governing(
  view: SentenceView,
  trigger: Trigger,
  verbs: readonly FiniteVerb[],
  hasPartner: boolean,
  isTrigger: (at: number) => boolean,
): Mention[] {
  if (trigger.voice === 'passive' && !hasPartner) return []
  // «كينشاسا مستعدة للإفراج عن …»: ready for it is whoever stands right before.
  if (trigger.from - 2 >= view.from && isReady(view.document.tokens[trigger.from - 1]!)) {
    const ready = view.endingAt(trigger.from - 1)
    if (ready) return [ready]
  }
  const undertaking = undertakenBy(view, trigger)
  if (undertaking) return undertaking
  const aside = asideBefore(view, trigger, verbs)
  const last = verbs.findLast((verb) => verb.at < (aside?.from ?? trigger.from))
  const resumed = last && resumedBehind(trigger.from, last, verbs)
  const nearest = resumed ?? last
  // «اتهم دولا لم يسمها بتسليح …»: those who are not named did it.
  if (nearest && trigger.preposition === 'ب' && leavesUnnamed(view.document.tokens[nearest.at]!)) return []
  // «أعلن الجيش مقتل ضابط»: whoever speaks of a death has not brought it about, unless he claims it.
  const death = isDeath(view.document.tokens[trigger.from]!)
  if (death && trigger.preposition !== 'عن' && !(nearest && claims(view.document.tokens[nearest.at]!))) return []
  const suspects = suspectsOf(view, trigger, nearest)
  if (suspects) return suspects
  // «جددت غانا إدانتها للهجوم»: whoever takes a stand on an act has not done it.
  if (trigger.preposition === 'ل' && takesStand(view.document.tokens, trigger.from)) return []
  const kept = nearest && keptFrom(view.document.tokens, trigger, nearest, verbs)
  if (kept) return kept
  // «أصيب ضابطان بانفجار عبوة»: nor does whoever is hurt.
  if (nearest?.suffers && trigger.entry.type === 'ASSAULT') return []
  // «رفضت اللجنة طلب …»: whoever refuses a request has not made it.
  if (nearest?.type === 'REJECT' && trigger.entry.type === 'REQUEST') return []
  // «أعلنت الحركة مسؤوليتها عن قنص …»: who says so did it.
  if (
    nearest &&
    trigger.preposition === 'عن' &&
    trigger.from - 2 > nearest.at &&
    isResponsibility(view.document.tokens[trigger.from - 2]!)
  )
    return nearest.subjects.filter((m) => m.to <= trigger.from && m.type !== 'place')
  // «فككت الشرطة، بالتنسيق مع …»: whoever acts together with others is the subject of the clause.
  if (
    nearest &&
    hasPartner &&
    trigger.preposition === 'ب' &&
    nearest.subjects.length > 0 &&
    trigger.from - nearest.at <= GOVERNING_REACH
  )
    return nearest.subjects.filter((m) => m.to <= trigger.from && m.type !== 'place')
  if (
    nearest === undefined ||
    (trigger.voice !== 'passive' && !resumed && !isComplement(view, trigger, nearest, isTrigger, aside))
  )
    return []
  const clause = clauseAt(view, trigger.from)
  // «الاتفاق», «الهجوم»: one that is known already is done by nobody here, unless the verb says that it is begun, led or announced.
  if (
    trigger.definite &&
    trigger.voice !== 'passive' &&
    !hasOwnComplement(view, trigger) &&
    !(hasPartner && trigger.entry.genitive === 'agent') &&
    !startsAct(view.document.tokens[nearest.at]!)
  )
    return []
  // «أودى بحياة خمسة أشخاص وإصابة …»: what an event led to, nobody in its phrase has done.
  if (trigger.entry.type === 'ASSAULT' && leadsTo(view.document.tokens[nearest.at]!)) return []
  // «قمة بين الجانبين انتهت بتوقيع …»: what an event ends with, nobody in the clause before has done alone.
  if (trigger.preposition === 'ب' && ends(view.document.tokens[nearest.at]!) && nearest.subjects.length === 0) return []
  // «اتهمت أوكرانيا روسيا بقصف …», «طالبت إسرائيل بالانسحاب»: it is for the accused, or for who is asked, to have done it.
  // A judge or chief who orders it has it done («أمر بإيداعهم الحبس»).
  if (trigger.preposition !== 'ب' && onlySpeaks(view.document.tokens[nearest.at]!)) return []
  const orders = isOrder(view.document.tokens[nearest.at]!)
  // «ستقدم بالتعاون مع …»: beside what is asked for.
  const beside = hasPartner && trigger.preposition === 'ب'
  if ((nearest.type === 'ACCUSE' || nearest.type === 'REQUEST') && !orders && !beside) {
    const asked = nearest.slots.get('object')?.length
      ? nearest.slots.get('object')
      : nearest.type === 'REQUEST'
        ? nearest.slots.get('من')
        : []
    return (asked ?? []).filter((m) => m.to <= trigger.from)
  }
  for (const verb of verbs.toReversed()) {
    if (verb.at > nearest.at) continue
    if (trigger.from - verb.at > GOVERNING_REACH) return []
    // A relative clause governs only what stands in it.
    if (verb.antecedent && (verb.at < clause.from || trigger.voice === 'passive')) continue
    // «أوقفت الشرطة رجلا كان يخطط لمهاجمة …»: of whom the verb that governs it is not said did it.
    const own = verb.subjects.filter((m) => m.to <= trigger.from && m.type !== 'place')
    if (own.length > 0)
      return verb === nearest || isSaidOfPlan(view.document.tokens[nearest.at]!) || own.some((m) => mayGoOn(nearest, m))
        ? own
        : []
    if (verb.subjects.length > 0) return []
    if (verb.slots.has('subject') && trigger.voice !== 'passive') return []
  }
  return []
}

const isOrder = perWord(({ key }) => /^[وف]?(?:[يت]ا?مر|امر|امرت)$/.test(key))

/** Whether the form of a verb lets it be said of somebody. */
const mayGoOn = ({ subject }: FiniteVerb, m: Mention): boolean =>
  subject === 'first' || (subject === 'plural' ? m.plural || m.also !== undefined : goesOnAs(m, subject))

/** Types of acts behind whose object stands what he is accused of, or asked for. */
const TURNING: ReadonlySet<EventType> = new Set(['ACCUSE', 'REQUEST'])

/** «اتهم الوزير، في مؤتمر عقده أمس، أطرافا أجنبية بتمويل …»: the accusing or asking verb whose object stands right before an act, behind the last verb, or undefined. */
function resumedBehind(at: number, last: FiniteVerb, verbs: readonly FiniteVerb[]): FiniteVerb | undefined {
  const isBetween = (m: Mention) => m.from > last.at && m.to === at
  return verbs.findLast(
    (verb) =>
      verb.type !== undefined &&
      TURNING.has(verb.type) &&
      verb.at < last.at &&
      verb.slots.get('object')?.some(isBetween),
  )
}

/** «سارعت الحركة، التي يتزعمها فلان، إلى اتهام …»: the commas around the relative clause that ends right before an act, or before its preposition. */
function asideBefore(
  { document: { tokens }, from }: SentenceView,
  trigger: Trigger,
  verbs: readonly FiniteVerb[],
): { from: number; to: number } | undefined {
  const to = trigger.from - (trigger.preposition !== undefined && trigger.preposition.length > 1 ? 2 : 1)
  if (to <= from || !setsOff(tokens[to]!)) return undefined
  const verb = verbs.findLast(({ at }) => at < to)
  if (verb?.antecedent === undefined) return undefined
  for (let at = verb.at - 1; at > Math.max(from, verb.at - RELATIVE_REACH); at--)
    if (isRelative(tokens[at]!)) return setsOff(tokens[at - 1]!) ? { from: at - 1, to } : undefined
  return undefined
}
/** Words from the verb of a relative clause back to its relative, at most. */
const RELATIVE_REACH = 4

const claims = perWord(({ key }) => /^[وف]?[يت]?تبن(?:ي|ت|وا)$/.test(key))
const isDeath = perWord(({ key }) => /^[وفبل]?(?:مقتل|مصرع|استشهاد|وفاه|وفات|موت|اصابه|اصابات)(?:ه|ها|هم)?$/.test(key))

const isResponsibility = perWord(({ key }) => /^مس[وء]{1,2}ليت(?:ها|ه|هم)$/.test(key))
const RECEIVING = new Set('واجه واجهت يواجه تواجه تلقي تلقت يتلقي تتلقي لقي لقيت'.split(' '))
const receives = perWord(({ key }) => RECEIVING.has(key) || (/^[وفس]/.test(key) && RECEIVING.has(key.slice(1))))

/** Words from a verb of receiving to what is received, at most. */
const RECEIVED_WITHIN = 8

/** «يواجه الرئيس انتقادات», «تلقى الوزير دعما من …»: who receives an act that is told as an object. */
export function receiverOf(view: SentenceView, trigger: Trigger, verbs: readonly FiniteVerb[]): Mention[] {
  if (trigger.preposition !== undefined || trigger.kind === 'verb' || trigger.kind === 'hal') return []
  const verb = verbs.findLast((v) => v.at < trigger.from)
  if (verb === undefined || trigger.from - verb.at > RECEIVED_WITHIN || !receives(view.document.tokens[verb.at]!))
    return []
  return verb.subjects.filter((m) => m.to <= trigger.from && m.type !== 'place')
}

/** «إدانة قيام إسرائيل باستهداف …»: who undertakes an act, told in construct with a noun before it. */
function undertakenBy(
  { document: { tokens }, endingAt }: SentenceView,
  { from, preposition }: Trigger,
): Mention[] | undefined {
  const free = preposition === 'علي'
  if (preposition !== undefined && preposition !== 'ب' && !free) return undefined
  const doer = endingAt(free ? from - 1 : from)
  const noun = doer && tokens[(doer.titleFrom ?? doer.from) - 1]
  if (doer === undefined || noun === undefined) return undefined
  if (preposition === undefined) return doer.type !== 'place' && decides(noun) ? [doer] : undefined
  return undertakes(noun) || (!free && promises(noun)) ? [doer] : undefined
}
const undertakes = perWord(({ key }) => /^[وبل]?(?:قيام|اقدام)$/.test(key))
/** What somebody decides, intends or tries stands right behind him: «قرار ليتوانيا إغلاق …»; what he threatens or promises behind «ب». */
const decides = perWord(({ key }) => /^[وبل]?(?:قرار|اعتزام|نيه|عزم|محاوله|مواصله|استمرار|بدء)$/.test(key))
const promises = perWord(({ key }) => /^[وبل]?(?:تهديد|تعهد|وعد|التزام)$/.test(key))

/** «أمرت بالإفراج عن …», «قررت الانسحاب من …»: with its own complement behind it a masdar is definite by grammar, and not known already. */
function hasOwnComplement({ document: { tokens } }: SentenceView, { kind, entry, to }: Trigger): boolean {
  const next = tokens[to]
  if (kind !== 'masdar' || entry.type === 'ASSAULT' || next === undefined) return false
  return next.key in entry.prepositions || (joinedPreposition(next) ?? '') in entry.prepositions
}

/** Verbs whose subject speaks of an act, or answers it, without doing it. */
const NOT_DOING = new Set(
  'رد ردت يرد ترد احتج احتجت يحتج تحتج اعترض اعترضت يعترض تعترض ذكر ذكرت يذكر تذكر اورد اوردت نقل نقلت نشرت بثت خشي خشيت يخشي تخشي اعقب اعقبت تلا تلت سبق سبقت صادف تزامن تزامنت يتزامن انتظر انتظرت ينتظر تنتظر برر بررت يبرر تبرر وصف وصفت يصف تصف اعتبر اعتبرت يعتبر تعتبر'.split(
    ' ',
  ),
)
const onlySpeaks = perWord(({ key }) => NOT_DOING.has(key) || (/^[وفس]/.test(key) && NOT_DOING.has(key.slice(1))))

const STAND = /^(?:ادانت|استنكار|رفض|شجب|تنديد|معارضت|دعم|تاييد|مساندت)(?:ه|ها|هم|نا)$/
const isStand = perWord(({ key }) => STAND.test(key))
const takesStand = (tokens: readonly Token[], at: number): boolean =>
  (at > 0 && isStand(tokens[at - 1]!)) || (at > 1 && isStand(tokens[at - 2]!))

const isReady = perWord(({ key }) => /^(?:مستعد|جاهز|عازم|مصمم)(?:ه|ون|ين|ا)?$/.test(key))

const ACT_STARTERS = new Set(
  'بدا بدات بداوا يبدا تبدا واصل واصلت يواصل تواصل استانف استانفت يستانف تستانف كثف كثفت يكثف تكثف باشر باشرت يباشر تباشر تولي تولت يتولي تتولي شرع شرعت انهي انهت ينهي تنهي اوقف اوقفت علق علقت قاد قادت يقود تقود نفذ نفذت ينفذ تنفذ شن شنت يشن تشن اعلن اعلنت يعلن تعلن قرر قررت يقرر تقرر يعتزم تعتزم اعتزم ينوي تنوي نفي نفت ينفي تنفي تبني تبنت يتبني تتبني عاود عاودت جدد جددت يجدد تجدد صعد صعدت'.split(
    ' ',
  ),
)

const LEADING_TO = new Set(
  'اودي اودت يودي تودي اسفر اسفرت يسفر تسفر ادي ادت يءدي تءدي يودي خلف خلفت يخلف تخلف اوقع اوقعت تسبب تسببت يتسبب تتسبب'.split(
    ' ',
  ),
)
const leadsTo = perWord(({ key }) => LEADING_TO.has(key) || (/^[وف]/.test(key) && LEADING_TO.has(key.slice(1))))

/** Whether a verb says of an act that its subject begins it, goes on with it, ends, announces or denies it. */
const startsAct = perWord(
  ({ key }) => ACT_STARTERS.has(key) || (/^[وفس]/.test(key) && ACT_STARTERS.has(key.replace(/^[وف]?س?/, ''))),
)

/** Prepositions that join a verb to the act that is its complement. */
const COMPLEMENT = new Set(['الي', 'علي', 'ل', 'ب'])
/** Verbs whose complement stands behind «من» or «في»: «تمكن من», «نجح في». */
const takesWith = perWord(({ key }): readonly string[] => {
  const stem = key.replace(/^[وف]/, '')
  if (/^[يت]?تمكن(?:ت|وا|ون)?$/.test(stem)) return ['من']
  return /^(?:[يت]?(?:نجح|فشل|خفق|شرع|فلح|تورط|ستمر|شارك|ساهم)|ا(?:خفق|فلح|ستمر))(?:ت|وا|ون)?$/.test(stem) ? ['في'] : []
})
/** Words that may stand between a verb, with its subject, and its complement. */
const BETWEEN = 3

/** Whether a masdar is what a verb is about: its object, or joined to it by «إلى», «على», «ل», «ب»; not an adverbial or inside another noun's phrase. */
function isComplement(
  view: SentenceView,
  trigger: Trigger,
  verb: FiniteVerb,
  isTrigger: (at: number) => boolean,
  aside: { from: number; to: number } | undefined,
): boolean {
  const { tokens } = view.document
  const joined = trigger.preposition
  if (joined !== undefined && !COMPLEMENT.has(joined) && !takesWith(tokens[verb.at]!).includes(joined)) return false
  if (isAnswered(view, trigger.from)) return false
  // «قدم مقترحا لوقف القتال»: nor is what a proposal would do.
  if (joined === 'ل' && isProposal(tokens[trigger.from - 1]!)) return false
  // Purpose («… لمحاربة الإرهاب») may stand at the end of a long clause.
  if (joined === 'ل') return true
  const free = joined !== undefined && joined.length > 1
  let at = trigger.from - (free ? 2 : 1)
  let between = 0
  while (at > verb.at) {
    if (at === aside?.to) {
      at = aside.from - 1
      continue
    }
    const mention = mentionOver(view, at)
    if (mention && mention.via !== 'nisba') {
      at = (mention.titleFrom ?? mention.from) - 1
      continue
    }
    if (mention) {
      // «الجيشان المصري واليوناني»: the adjectives, and the noun that they name.
      at--
      if (at > verb.at && !view.isName(at)) at--
      continue
    }
    // «جددت نفيها تزويد …»: what is denied or refused stands behind its denial.
    if (isOwnStand(tokens[at]!)) {
      at--
      continue
    }
    // «لوحت بفرض عقوبات», «تستعد لشن هجوم»: the act is done by whoever imposes or launches it.
    if (joined === undefined && at === trigger.from - 1 && doesAct(tokens[at]!)) {
      at--
      continue
    }
    // «يجري خلالها مباحثات»: what the verb takes up stands between.
    if (isTakenUp(tokens[at]!)) {
      at--
      continue
    }
    // «أصدرت المحكمة، أمس، حكما بـ…»: nor does a time between commas.
    if (
      tokens[at]!.kind === 'mark' &&
      (view.isTime(at - 1) || view.isTime(at + 1)) &&
      /^[،,]$/.test(tokens[at]!.text)
    ) {
      at--
      continue
    }
    // «أبلغته احتجاجها على توقيف …»: what is told behind an act with its preposition is about that act.
    if (free && isTrigger(at)) return false
    if (!view.isTime(at)) {
      // A coordinated act («… وتدعيم الجيوش») is governed with the one before it.
      if (/^و/.test(tokens[trigger.from]!.key)) return true
      between++
    }
    if (between > (free ? BETWEEN : 0)) return false
    at--
  }
  return true
}

/** The first mention that holds a token; an adjective only where no other does. */
function mentionOver({ mentions }: SentenceView, at: number): Mention | undefined {
  let adjective: Mention | undefined
  for (const m of mentions) {
    if (at >= m.to) continue
    if (m.via === 'nisba') {
      if (m.from <= at) adjective ??= m
    } else if ((m.titleFrom ?? m.from) <= at) return m
  }
  return adjective
}

const isOwnStand = perWord(({ key }) =>
  /^(?:نفي|رفض|تاييد|دعم|ادانت|استعداد|التزام|تمسك|عزم|نيت)(?:ها|ه|هم|هما)$/.test(key),
)

const ends = perWord(({ key }) =>
  /^[وف]?(?:[يت]?نتهي|[يت]?ختتم|[يت]?توج|[يت]?تكلل|انتهت|اختتمت|توجت|تكللت|انتهي|اختتم)$/.test(key),
)
const isProposal = perWord(({ key }) =>
  /^(?:مقترحا?|اقتراحا?|مشروعا?|مبادره|اليه|صيغه|مسوده|افكارا?|خريطه|خارطه)$/.test(key),
)
const isTakenUp = perWord(({ key }) => /^(?:خلال|في|اثناء|معه?|علي|من|ل)(?:ها|ه|هم|هما)$/.test(key))

/** Masdars that lend their doer to the act behind them, with «ب» or «ل». */
const DOING = new Set('فرض شن عقد اجراء تنفيذ توقيع ابرام توجيه ارتكاب استءناف بدء مواصله اطلاق تكثيف'.split(' '))
const doesAct = perWord(({ key }) => DOING.has(key) || (/^[بل]/.test(key) && DOING.has(key.slice(1))))

/** «مخطط يقوم على تدريب …»: what a plan is made of or aims at is done by whoever made it. */
const isSaidOfPlan = perWord(({ key }) => /^[يت](?:قوم|هدف|رمي|قضي|نص|تضمن|شمل|ركز|تمحور)$/.test(key))
