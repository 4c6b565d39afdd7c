/** Whether a word that could tell an event tells one where it stands: by who takes part, what is counted, and what is said of it. */
import type { EventType } from '../analysis.ts'
import { isPlace, type Mention } from '../entities/mention.ts'
import { vocabulary } from '../lexicon/vocabulary.ts'
import { bare } from '../text/clitics.ts'
import { perWord } from '../text/word.ts'
import { isDenial } from './denials.ts'
import { GIVING, soleTypeOfVerb } from './forms.ts'
import type { FoundEvent } from './found.ts'
import type { Participants } from './participants.ts'
import type { Count } from './quantities.ts'
import type { SentenceView } from './sentence.ts'
import { needsParticipant } from './status.ts'
import type { Trigger } from './triggers.ts'

/** Lengths, areas, degrees and shares are no objects. */
const MEASURE = /^(?:ال)?(?:كيلو|كلم|متر|أمتار|ميل|أميال|هكتار|فدان|درج|لتر|قدم|أقدام|نقط|%)/
/** A counted object stands so close behind its verb, or its verb's subject. */
const COUNTED_OBJECT = 4

/** Verbs whose object, where it is a place, is taken. */
const TAKING_TOWNS = new Set(['احتل', 'انتزع'])
/** CAMEO: occupy territory. */
const OCCUPY = '192'
/** Whether a verb tells that a place is taken where only its name is told («سيطر على», «احتل», but not «ضم»). */
const takesTowns = ({ verb, phrases, cameo }: Trigger['entry']) =>
  cameo === OCCUPY &&
  verb !== undefined &&
  (TAKING_TOWNS.has(verb.past) || phrases.some((phrase) => phrase.startsWith(`${verb.past} على `)))

/** Acts that befall what is counted: nobody investigates or praises forty of anything. */
const BEFALLING: ReadonlySet<EventType> = new Set(['AID', 'ASSAULT', 'COERCE', 'MOBILIZE', 'RETREAT', 'SANCTION'])

/** Whether a trigger may tell an event at all, whoever takes part in it; `count` is what is counted in it. */
export function mayTell(view: SentenceView, trigger: Trigger, count: Count | undefined): boolean {
  const { entry, kind } = trigger
  // «مسيرته», «مسيرتها»: a career, and no march.
  if (entry.type === 'PROTEST' && trigger.pronoun && kind !== 'verb') return false
  if (entry.type === 'REQUEST' && asksForAnonymity(view, trigger)) return false
  if (entry.type === 'THREATEN' && kind !== 'verb' && isDanger(view, trigger)) return false
  if (kind !== 'verb' && isWayOfSaying(view, trigger)) return false
  if (!entry.weak || trigger.phrase.length > 0 || entry.phrases.length === 0) return true
  // What is but spelled like a verb of phrases tells nothing as a noun.
  if (kind === 'masdar') return entry.masdars.length > 0
  // A common verb that has phrases tells its event in them; alone («أكد لوكالة …») it tells none, unless it counts or takes somebody.
  return kind !== 'verb' || count !== undefined || entry.withPeople || isDenial(trigger) || takesTowns(entry)
}

/**
 * Whether a trigger that may tell an event (`mayTell`) does: a common word only where somebody is named in it, or its victims or its sum are counted; a masdar
 * only where anybody takes part, is counted, or where it happened is said.
 */
export function tells(
  view: SentenceView,
  trigger: Trigger,
  { agents, patients, place, type, status, claim }: FoundEvent,
  count: Count | undefined,
  taken: Participants,
): boolean {
  const parties = agents.length + patients.length
  // «لم تنفه المؤسسة»: what nobody denies is no act.
  if (isDenial(trigger)) return agents.length > 0 && status !== 'denied'
  // «جُمدت أصول المدرجين»: a whole phrase tells its act, whoever does it.
  if (trigger.kind === 'verb' && trigger.phrase.length > 0 && (taken.passive || namesNoDoer(trigger))) return true
  if (trigger.entry.weak && trigger.phrase.length === 0) {
    if (
      trigger.entry.withPeople &&
      (trigger.kind === 'verb'
        ? (agents.length > 0 || trigger.voice === 'passive') &&
          (trigger.pronoun || count !== undefined || taken.patients.some(isPeople))
        : // «إيقاف 11 شابا».
          !trigger.pronoun && taken.patients.some(isPeople))
    )
      return true
    // «سيطر الجيش على الخرطوم»: whoever takes a place takes it by force.
    if (agents.length > 0 && takesTowns(trigger.entry) && taken.patients.some(isPlace)) return true
    // A common verb that has phrases tells its event in them; alone («أكد لوكالة …») it tells none, but that «ساهمت بمليون دولار» gives.
    if (trigger.kind === 'verb' && trigger.entry.phrases.length > 0)
      return (
        (GIVING.has(trigger.entry.cameo) && count?.money === true) ||
        // «أحرق أربعين خيمة»: what has but one meaning tells it with what it is done to counted right behind it.
        (count !== undefined &&
          trigger.entry.cameo !== OCCUPY &&
          BEFALLING.has(type) &&
          trigger.entry.object !== 'none' &&
          trigger.entry.subject === 'agent' &&
          (!count.money || type === 'COERCE' || type === 'SANCTION') &&
          count.from - trigger.to <= COUNTED_OBJECT &&
          !MEASURE.test(count.quantity.of ?? '') &&
          !trigger.pronoun &&
          soleTypeOfVerb(view.document.tokens[trigger.from]!) === type)
      )
    return (
      (agents.length > 0 && patients.length > 0) ||
      (count !== undefined && (agents.length > 0 || trigger.voice === 'passive'))
    )
  }
  if (trigger.kind === 'active-participle' || trigger.kind === 'passive-participle') return parties > 0
  // «وصلت المساعدات إلى غزة» is no visit: nobody came.
  if (trigger.entry.mode === 'visit' && (trigger.kind === 'verb' ? agents.length : parties) === 0) return false
  // «لتصل إلى 6 ملايين»: nor did anybody come who came nowhere.
  if (trigger.entry.mode === 'visit' && trigger.phrase.length > 0 && patients.length === 0 && place === undefined)
    return false
  // «نفى أن يكون الطيران قد نفذ أي طلعة»: what somebody denies, whoever would have done it.
  if (status === 'denied' && claim !== undefined && (!trigger.entry.weak || trigger.phrase.length > 0)) return true
  // «تجمع المحتجون أمام المقر»: the protesters are in the phrase; «تظاهر المئات في نيروبي»: or nobody is named but where.
  if (type === 'PROTEST' && trigger.kind === 'verb')
    if (trigger.phrase.some((at) => namesPeople(view.document.tokens[at]!)) || isDoneByMany(view, trigger)) return true
    else if (place !== undefined && trigger.phrase.length === 0) return true
  // «كان الثلاثة قد اختُطفوا»: a passive in the plural takes up people told of before, though nobody is named.
  if (taken.passive && trigger.subject === 'plural' && (type === 'ASSAULT' || type === 'COERCE')) return true
  if (!needsParticipant(trigger)) return parties > 0 || count !== undefined
  if (type === 'ASSAULT' && (hasVictim(view, trigger) || isSaidToOccur(view, trigger))) return true
  if (type === 'COERCE' && trigger.kind !== 'verb' && hasVictim(view, trigger)) return true
  const happens = type === 'ASSAULT' || type === 'PROTEST' || type === 'CONSULT'
  return parties > 0 || count !== undefined || (happens && place !== undefined) || trigger.voice === 'passive'
}

/** «تعرضت الحامية لقصف», «دان استهداف السفينة»: phrases that tell their act whoever is named beside it. */
const namesNoDoer = ({ entry }: Trigger): boolean =>
  (entry.type === 'ASSAULT' && entry.subject === 'patient' && entry.verb?.past === 'تعرض') ||
  (entry.type === 'ACCUSE' && entry.verb?.past === 'دان')

/** «مقتل شاب», «نافيا مقتل أي مدني»: somebody whom nothing else is told of. */
function hasVictim(view: SentenceView, trigger: Trigger): boolean {
  const { tokens } = view.document
  let at = trigger.to
  while (at < view.to && /^(?:اي|احد|احدي)$/.test(tokens[at]!.key)) at++
  return trigger.entry.object === 'patient' && at < view.to && namesPeople(tokens[at]!)
}

const namesPeople = perWord(({ kind, key }) => {
  const { groups, titles } = vocabulary()
  const stem = bare(key)
  const group = groups.get(stem) ?? (stem.endsWith('ا') ? groups.get(stem.slice(0, -1)) : undefined)
  return kind === 'word' && (group?.entry.kind === 'people' || group?.entry.kind === 'armed' || titles.has(stem))
})

/** «في رسالة إلى المجلس», «في بيان مشترك مع …»: in what words something is said, which is told by the verb of saying. */
const isWayOfSaying = ({ document: { tokens }, from }: SentenceView, trigger: Trigger): boolean =>
  trigger.from > from && tokens[trigger.from - 1]!.key === 'في' && isPieceOfWriting(tokens[trigger.from]!)
const isPieceOfWriting = perWord(({ key }) => /^(?:رساله|رساءل|بيان|اعلان|برقيه|مذكره|خطاب)$/.test(key))

const MANY = /^(?:ال)?(?:عشرات|مءات|الاف)$/
/** «خرج الآلاف إلى الشوارع»: by many who are not named. */
const isDoneByMany = ({ document: { tokens }, to }: SentenceView, trigger: Trigger): boolean =>
  trigger.from + 1 < to && MANY.test(tokens[trigger.from + 1]!.key)

/** Words from a verb of being to the danger that its subject is, at most. */
const DANGER_REACH = 8
const BEING = /^[وف]?[يت]?(?:شكل|شكلت|مثل|مثلت|عد|عتبر|ا?عتبرت?|بقي|ظل)$/

/** «تشكل الهجرة تهديدا»: a danger that something is, threatened by nobody. */
function isDanger({ document: { tokens }, from }: SentenceView, trigger: Trigger): boolean {
  if (trigger.definite || trigger.pronoun || !/تهديدا$/.test(tokens[trigger.from]!.key)) return false
  for (let at = trigger.from - 1; at >= Math.max(from, trigger.from - DANGER_REACH); at--) {
    if (tokens[at]!.kind === 'mark') return false
    if (BEING.test(tokens[at]!.key)) return true
  }
  return false
}

/** Words from «طالبا» to the name that is not to be told, at most. */
const ANONYMOUS_REACH = 5

/** «طالبا عدم الإفصاح عن هويته»: a source that asks not to be named. */
function asksForAnonymity({ document: { tokens } }: SentenceView, trigger: Trigger): boolean {
  const behind = tokens.slice(trigger.to, trigger.to + ANONYMOUS_REACH).map(({ key }) => key)
  return (
    behind.some((key) => /^(?:هويته|هويتها|اسمه|اسمها|هويتهم|اسماءهم)$/.test(key)) &&
    /^(?:عدم|حجب|اغفال)$/.test(behind[0] ?? '')
  )
}

const OCCURRING = new Set(
  'وقع وقعت سمع دوي دوت حدث حدثت اندلع اندلعت تجدد تجددت شهد شهدت هز هزت استمر استمرت جري جرت'.split(' '),
)

/** «وسُمع إطلاق نار», «وقع انفجار»: right behind a verb that says no more than that it was. */
const isSaidToOccur = (view: SentenceView, trigger: Trigger) =>
  trigger.from > view.from && trigger.kind !== 'verb' && occurs(view.document.tokens[trigger.from - 1]!)
const occurs = perWord(({ key }) => OCCURRING.has(key) || (/^[وف]/.test(key) && OCCURRING.has(key.slice(1))))

const isPeople = ({ type, via }: Mention) =>
  via !== 'nisba' && (type === 'person' || type === 'group' || type === 'armed-group')

/** «معارك دبلوماسية», «حرب تجارية»: an assault whose adjective says that nobody is struck. */
const FIGURATIVE =
  /^(?:ال)?(?:دبلوماسي|سياسي|قانوني|قضاءي|انتخابي|اعلامي|كلامي|اقتصادي|تجاري|ثقافي|فكري|رياضي|كروي|نفسي|حساب)(?:ه|ا|ات|ين)?$/

/** Words from a verb, with its subject, to its object. */
const FIGURATIVE_REACH = 7
/** «فجر المدرب مفاجأة», «فجر القرار غضبا»: what goes off without hurting anybody. */
const FIGURATIVE_OBJECT = /^(?:ال)?(?:مفاجاه|مفاجات|جدلا?|ازمه|فضيحه|غضبا?|خلافا?|خلافات|سجالا?)$/

/** Whether the adjective behind an assault says that it is one in words («حرب إعلامية»). */
export function isFigurative(view: SentenceView, trigger: Trigger): boolean {
  const last = Math.max(trigger.to - 1, ...trigger.phrase)
  if (trigger.entry.type !== 'ASSAULT') return false
  const { tokens } = view.document
  if (FIGURATIVE.test(tokens[last + 1]?.key ?? '')) return true
  if (trigger.kind !== 'verb' || trigger.entry.verb?.past !== 'فجر') return false
  for (let at = last + 1; at <= last + FIGURATIVE_REACH && tokens[at]?.kind === 'word'; at++)
    if (FIGURATIVE_OBJECT.test(tokens[at]!.key)) return true
  return false
}
