/** Doers and sufferers that the words around an act lend it: beside another act, under suspicion, in custody, between two who fight. */
import type { EventType } from '../analysis.ts'
import type { Mention } from '../entities/mention.ts'
import { isFiniteVerb } from '../lexicon/finite.ts'
import type { Token } from '../text/tokens.ts'
import { perWord } from '../text/word.ts'
import type { FoundEvent } from './found.ts'
import type { Slots } from './mention-slot.ts'
import { firstVerb, lastVerb } from './nearby-verbs.ts'
import { pronounBehind } from './nouns.ts'
import type { Participants } from './participants.ts'
import type { SentenceView } from './sentence.ts'
import type { FiniteVerb } from './subjects.ts'
import { isPart } from './surroundings.ts'
import type { Trigger } from './triggers.ts'

/** Nouns of somebody's part in an act, with the pronoun of whose it is. */
const PART_IN =
  /^[بلف]?(?:تورط|ضلوع|تخطيط|مشاركت|محاولت|قيام|ارتكاب|انتماء|اعداد|تحضير|تدبير|حيازت|مساهمت|تواطء|انخراط|علاقت|صلت|مسءوليت|مسوليت)(?:ها|هم|هما|ه)$/
const isPartIn = perWord(({ key, text }) => !text.endsWith('ة') && PART_IN.test(key))
/** Acts whose sufferer is the one whose part in another act is spoken of behind them. */
const BEFALLING: ReadonlySet<EventType> = new Set(['COERCE', 'SANCTION', 'ACCUSE'])

/**
 * «أوقفت الشرطة ثلاثة للاشتباه في تخطيطهم لهجوم»: whose part in an act is told right before it: whom the verb befalls, or nobody whose name is known;
 * undefined where no such noun stands there, or behind another verb.
 */
export function suspectsOf(
  { document: { tokens } }: SentenceView,
  { from, preposition }: Trigger,
  nearest: FiniteVerb | undefined,
): Mention[] | undefined {
  const noun = tokens[from - (preposition !== undefined && preposition.length > 1 ? 2 : 1)]
  if (noun === undefined || nearest === undefined || !isPartIn(noun)) return undefined
  if (nearest.type === undefined || !BEFALLING.has(nearest.type)) return undefined
  const { key } = noun
  const fits = (m: Mention) =>
    m.to <= from &&
    m.type !== 'place' &&
    (/هما?$/.test(key)
      ? m.plural || m.also !== undefined
      : !m.plural && m.gender === (key.endsWith('ها') ? 'feminine' : 'masculine'))
  for (const [slot, mentions] of nearest.slots)
    if (slot !== 'subject') {
      const found = mentions.find(fits)
      if (found) return [found]
    }
  return []
}

const HELD = new Set('قيد رهن تحت'.split(' '))
const KEEPING_DOWN: ReadonlySet<EventType> = new Set(['COERCE', 'SANCTION', 'ASSAULT'])
const isBeing = perWord(({ key }) =>
  /^[وف]?(?:كان|كانت|كانوا|يكون|تكون|يكونوا|اصبح|اصبحت|بات|باتت|ظل|ظلت|يظل|تظل|بقي|بقيت|يزال|تزال|زال|زالت)$/.test(key),
)

/** «يكون فلان قيد الإقامة الجبرية», «الرئيس رهن الاحتجاز»: who is under what a noun tells: right before, or of whom the verb before says so; undefined elsewhere. */
export function heldUnder(
  view: SentenceView,
  { from, kind, entry }: Trigger,
  verbs: readonly FiniteVerb[],
): Mention[] | undefined {
  const { tokens } = view.document
  if (kind === 'verb' || from - 1 < view.from || !KEEPING_DOWN.has(entry.type) || !HELD.has(tokens[from - 1]!.key))
    return undefined
  const near = view.endingAt(from - 1)
  if (near) return [near]
  const verb = lastVerb(verbs, from)
  if (verb === undefined) return []
  return (isBeing(tokens[verb.at]!) ? verb.subjects : (verb.slots.get('object') ?? [])).filter(
    (m) => m.type !== 'place',
  )
}

/** Words from a fight or talk to the verb by which it takes place, at most. */
const HAPPENING_REACH = 6
const HAPPENING =
  /^(?:[يت]?(?:ا?ندلع|دور|قع|جري|نشب|تجدد|حدث|حصل|ستمر)|دار|وقع|جر|نشب|تجدد|حدث|حصل|استمر|تواصل)(?:ت|ا)?$/
const happens = perWord(({ key }) => key === 'جري' || HAPPENING.test(key))
const GATHERING = /^[يت]?جمع(?:ت|ته|تها|ه|ها)?$/
const gathers = perWord(({ key }) => GATHERING.test(key))
const TOGETHER: ReadonlySet<EventType> = new Set(['ASSAULT', 'CONSULT'])

/**
 * «معارك دارت حول البلدة بين … و…», «لقاء جمع الوزير بنظيره»: those between whom a fight or talk was, told behind the verb that only says that it took
 * place.
 */
export function metInClause(
  view: SentenceView,
  { from, to, kind, entry, definite }: Trigger,
  verbs: readonly FiniteVerb[],
): Mention[] {
  if (kind === 'verb' || kind === 'hal' || !TOGETHER.has(entry.type)) return []
  const verb = firstVerb(verbs, from)
  if (verb === undefined || verb.at - to > HAPPENING_REACH || (definite && verb.antecedent === undefined)) return []
  const { tokens } = view.document
  for (let at = to; at < verb.at; at++) if (tokens[at]!.kind === 'mark') return []
  const { slots } = verb
  if (happens(tokens[verb.at]!)) {
    const between = slots.get('بين') ?? []
    // Of one side alone it is not known what it did.
    return between.length > 1 || between.some(({ also }) => also !== undefined) ? between : []
  }
  if (entry.type !== 'CONSULT' || !gathers(tokens[verb.at]!)) return []
  return ['subject', 'object', 'ب', 'مع', 'extra']
    .flatMap((slot) => slots.get(slot) ?? [])
    .filter((m) => m.type !== 'place' && m.from > verb.at)
}

/** Help that whoever stands in construct with it gives. */
const helps = perWord(({ key }) => /^ب(?:مسانده|دعم|مساعده|اسناد|معاونه|مءازره|موازره|غطاء)$/.test(key))
/** Verbs whose complement stands behind «ب»: what they say is supported is not what is done by those behind it. */
const GOVERNS_BY = new Set(
  'قام قامت قاموا يقوم تقوم التزم التزمت يلتزم تلتزم تعهد تعهدت يتعهد تتعهد وعد وعدت يعد تعد اكتفي اكتفت بدا بدات تمسك تمسكت شرع شرعت امر امرت سمح سمحت اعترف اعترفت كلف كلفت ساهم ساهمت طالب طالبت رحب رحبت اشاد اشادت هدد هددت اتهم اتهمت نوه نوهت حظي حظيت يحظي تحظي اقر اقرت اخبر ابلغ قضي اوصي اوصت تقدم تقدمت استمر فاز عني اهتم تكفل تكفلت'.split(
    ' ',
  ),
)
const governsBy = perWord(({ key }) => GOVERNS_BY.has(key.replace(/^[وف]?س?(?=.{3})/, '')) || GOVERNS_BY.has(key))
/** Types of acts in which others may help whoever does them. */
const HELPED: ReadonlySet<EventType> = new Set(['ASSAULT', 'COERCE', 'MOBILIZE', 'RETREAT', 'PROTEST'])

/** «بإسناد من الطيران»: whoever is told behind «من» right behind help. */
export const helpers = (
  { document: { tokens } }: SentenceView,
  { from, to }: Trigger,
  slots: Slots,
): readonly Mention[] => (helps(tokens[from]!) && tokens[to]?.key === 'من' ? (slots.get('من') ?? []) : [])

/** «انطلقت قوة … بمساندة الجيش»: whether who stands in construct with an act behind «ب» does it for the subject of the verb, and whom the verb names as that. */
export function helpedBy(
  { document: { tokens } }: SentenceView,
  { kind, from }: Trigger,
  verbs: readonly FiniteVerb[],
): Mention[] | undefined {
  if (kind === 'verb' || !helps(tokens[from]!)) return undefined
  const verb = lastVerb(verbs, from)
  if (verb === undefined || verb.antecedent || governsBy(tokens[verb.at]!)) return undefined
  if (verb.type !== undefined && !HELPED.has(verb.type)) return undefined
  // Right behind its verb it is what the verb is about.
  if (verb.at === from - 1) return undefined
  return verb.subjects.filter((m) => m.to <= from && m.type !== 'place')
}

const KEEPING = /^[وف]?س?(?:[يت]منع|منعت?)(?:هما|ها|هم|ه)$/
const keeps = perWord(({ key }) => KEEPING.test(key))

/** Words from a verb of keeping to the act from which somebody is kept, at most. */
const KEPT_WITHIN = 6

/** «لم يمنعها من منح …»: whom the pronoun on a verb of keeping means, the last subject that agrees, who would do what stands behind «من»; undefined elsewhere. */
export function keptFrom(
  tokens: readonly Token[],
  { preposition, from }: Trigger,
  nearest: FiniteVerb,
  verbs: readonly FiniteVerb[],
): Mention[] | undefined {
  // «من منح جارتها هبة»: or what it is to be done with.
  const of = preposition === 'من' || (tokens[nearest.at + 1]?.key === 'من' && from - nearest.at <= KEPT_WITHIN)
  if (!of || !keeps(tokens[nearest.at]!)) return undefined
  const feminine = tokens[nearest.at]!.key.endsWith('ها')
  const fits = (m: Mention) => m.type !== 'place' && !m.plural && (m.gender === 'feminine') === feminine
  for (const { at, subjects } of verbs.toReversed()) {
    if (at >= nearest.at) continue
    const found = subjects.filter(fits)
    if (found.length > 0) return found
  }
  return []
}

/** Words from an accusation told by a noun to what the accused is said to have done, at most. */
const CHARGE_REACH = 8

/** «رد باتهام القوة بإحراق القرى»: whom an accusation told by a noun is turned to has done what stands behind «ب» there. */
export function isCharge(
  { document: { tokens } }: SentenceView,
  head: FoundEvent,
  before: Trigger,
  { kind, preposition, from }: Trigger,
): boolean {
  if (head.type !== 'ACCUSE' || head.mutual) return false
  // «اتهام جهات لم تسمها بـ…»: what describes the accused may stand between.
  if (before.from === head.at ? before.kind === 'verb' : isFiniteVerb(tokens[head.at]!)) return false
  if (kind === 'verb' || preposition !== 'ب' || head.patients.length === 0) return false
  if (from - head.at > CHARGE_REACH || from <= head.at) return false
  for (let at = head.at + 1; at < from; at++)
    if (tokens[at]!.kind === 'mark' && !/^[«»"]$/.test(tokens[at]!.text)) return false
  return true
}

/** Words from one act to the next that is joined to it, at most. */
const JOINED_REACH = 12

/** «بعد اقتحام مسلحين المركز وإحراق الصناديق»: whether an act told by a noun is joined by «و» to one told so right before it, whose doer is its own. */
export function isJoinedTo(
  view: SentenceView,
  head: FoundEvent,
  before: Trigger,
  trigger: Trigger,
  verbs: readonly FiniteVerb[],
): boolean {
  const { tokens } = view.document
  if (
    trigger.kind !== 'masdar' ||
    before.kind !== 'masdar' ||
    before.from !== head.at ||
    trigger.preposition !== undefined
  )
    return false
  if (trigger.from - head.at > JOINED_REACH || !/^و/.test(tokens[trigger.from]!.key)) return false
  if (head.type !== trigger.entry.type && !(BEFALLING_BOTH.has(head.type) && BEFALLING_BOTH.has(trigger.entry.type)))
    return false
  if (verbs.some(({ at }) => at > head.at && at < trigger.from)) return false
  for (let at = head.at + 1; at < trigger.from; at++)
    if (tokens[at]!.kind === 'mark' && !/^[«»"]$/.test(tokens[at]!.text)) return false
  return true
}
const BEFALLING_BOTH: ReadonlySet<EventType> = new Set(['ASSAULT', 'COERCE'])

/** Words from a condemnation, a refusal or an approval to the act that it is about, at most. */
const MATTER_WITHIN = 14
const HOSTILE: ReadonlySet<EventType> = new Set(['ASSAULT', 'COERCE', 'SANCTION', 'THREATEN', 'MOBILIZE'])
/** Whether acts of a type may be condemned for whom they befall. */
export const isHostile = (type: EventType): boolean => HOSTILE.has(type)
const ANSWERING: ReadonlySet<EventType> = new Set(['ACCUSE', 'REJECT', 'SUPPORT'])

/** «أدان القادة الهجمات», «رفض الحزب توقيف …»: whether an act told by a noun is what the verb right before it condemns, refuses or approves. */
function isMatterOf(
  { document: { tokens } }: SentenceView,
  head: FoundEvent,
  before: Trigger,
  { kind, from, preposition }: Trigger,
  verbs: readonly FiniteVerb[],
): boolean {
  if (!ANSWERING.has(head.type) || before.kind !== 'verb' || before.from !== head.at) return false
  if (kind === 'verb' || kind === 'hal' || (preposition !== undefined && preposition !== 'ب')) return false
  if (from - head.at > MATTER_WITHIN || verbs.some(({ at }) => at > head.at && at < from)) return false
  const last = tokens[from - 1]!
  return last.kind !== 'mark' || /^[«،,]$/.test(last.text)
}

/**
 * «أدان القادة الهجمات التي تشنها الجماعة»: whoever does a hostile act that is condemned is condemned, and nobody whom it befalls («أدانت النقابة توقيف
 * الصحفي»): changes the patients of the event before.
 */
export function turnToDoers(
  view: SentenceView,
  head: FoundEvent,
  before: Trigger,
  trigger: Trigger,
  { agents, patients, lent }: Pick<Participants, 'agents' | 'patients' | 'lent'>,
  verbs: readonly FiniteVerb[],
): void {
  if (!isHostile(trigger.entry.type) || (agents.length === 0 && patients.length === 0)) return
  if (!isMatterOf(view, head, before, trigger, verbs)) return
  const suffering = new Set(patients.map(({ key }) => key))
  const left = head.patients.filter((key) => !suffering.has(key))
  if (left.length === 0 && !lent)
    for (const { key } of agents) if (!head.agents.includes(key) && !left.includes(key)) left.push(key)
  head.patients = left
}

/** Words from an act to «منهم» behind the number of those whom it befell, at most. */
const SOME_WITHIN = 4

/** «… ما أدى إلى مقتل أربعة منهم»: of whom some are told, the people named last before the act. */
export function someOfThem(view: SentenceView, { from, to }: Trigger): Mention[] {
  const { tokens } = view.document
  for (let at = to; at < Math.min(view.to, to + SOME_WITHIN); at++) {
    if (tokens[at]!.kind === 'mark') return []
    const pronoun = pronounBehind(tokens[at]!)
    if (pronoun === undefined) continue
    if (pronoun.preposition !== 'من' || pronoun.of !== 'plural' || !isPart(view, at)) return []
    const people = view.mentions.findLast((m) => m.to <= from && m.plural && m.via === 'group' && m.type === 'group')
    return people ? [people] : []
  }
  return []
}
