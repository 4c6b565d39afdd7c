import type { EventType } from '../analysis.ts'
import type { Mention } from '../entities/mention.ts'
import type { Role } from '../lexicon/schema.ts'
import { bare } from '../text/clitics.ts'
import { fold } from '../text/fold.ts'
import { perWord } from '../text/word.ts'
import { governing, receiverOf } from './governing.ts'
import { heldUnder, helpedBy, helpers, metInClause, someOfThem } from './lent.ts'
import { hasLamObject, hasObject, isSuffered } from './masdars.ts'
import { addAll, distinct, without } from './mention-lists.ts'
import { BY, OF_ACT, OF_PHRASE } from './mention-slot.ts'
import { isTanwin, MEANS } from './nouns.ts'
import { doneInClause, ownerOf, ownerOfTheWeapon, sufferedInClause } from './owners.ts'
import { slotsBehind } from './phrases.ts'
import type { SentenceView } from './sentence.ts'
import type { FiniteVerb } from './subjects.ts'
import { isTalkBeside, meets, visitor } from './talks.ts'
import type { Trigger } from './triggers.ts'
import { hitsUnnamed, isBehindAnother, isTurnedTo } from './turned.ts'
import { isPassive } from './voice.ts'

export interface Participants {
  agents: Mention[]
  patients: Mention[]
  place?: Mention
  /** Done together: each is as much agent as patient. */
  mutual: boolean
  /** Told in the passive: whoever did it need not be named. */
  passive: boolean
  /** Nobody is told of as doing it but the subject of the verb before. */
  lent?: true
  /** Stands for something the agent has put forward earlier in the sentence: a token of it. */
  antecedent?: number
}

/** Prepositions whose meaning holds for every event unless its own frame says otherwise. */
const USUAL: Record<string, Role> = {
  مع: 'partner',
  بين: 'partner',
  في: 'place',
  ضد: 'patient',
  [BY]: 'agent',
  ب: 'topic',
}
/** «تدعم أوكرانيا ضد روسيا»: whom one helps against takes no part in the help. */
const HELPING: ReadonlySet<EventType> = new Set(['SUPPORT', 'AID', 'COOPERATE', 'AGREE'])
const usualRole = (slot: string, type: EventType): Role | undefined =>
  slot === 'ضد' && HELPING.has(type) ? 'topic' : USUAL[slot]
/** What is taken from somebody is told of in construct with him: «علق عضوية …», «صادر أموال …». */
const SUFFERED: ReadonlySet<EventType> = new Set(['SANCTION', 'COERCE', 'REJECT', 'ASSAULT', 'CONCEDE', 'RETREAT'])
const TAKEN: ReadonlySet<EventType> = new Set(['SANCTION', 'REJECT'])
/** Behind these stands where it was. */
const PLACING = new Set([
  'في',
  'قرب',
  'شرقي',
  'غربي',
  'شمالي',
  'جنوبي',
  'شرق',
  'غرب',
  'شمال',
  'جنوب',
  'داخل',
  'وسط',
  'امام',
  'قباله',
  'عبر',
])
/** What is struck, seized or blocked is somebody's. */
const TAKING: ReadonlySet<EventType> = new Set(['ASSAULT', 'COERCE', 'PROTEST'])
/** Against these one protests. */
const OPPOSED = new Set(['state', 'organization', 'person'])
/** In the object of these the acts of others are spoken of: whoever is in it is whom the event is turned to. */
const TURNED_TO_ACTS = new Set<Role>(['act'])

const standsBefore = (mentions: readonly Mention[] | undefined, at: number) =>
  mentions !== undefined && mentions.length > 0 && mentions.every((m) => m.to <= at)

/** Who takes part in the event that a trigger tells, by the grammar of its lexicon entry. */
export function participantsOf(
  view: SentenceView,
  trigger: Trigger,
  verbs: readonly FiniteVerb[],
  isTrigger: (at: number) => boolean,
): Participants {
  const verb = trigger.kind === 'verb' || trigger.kind === 'hal' ? verbs.find((v) => v.at === trigger.from) : undefined
  // A form that may be a verb, but stands where only a noun can, is the masdar that is spelled like it.
  const isVerb = verb !== undefined
  const slots =
    verb?.slots ??
    slotsBehind(
      view,
      {
        at: trigger.from,
        isVerb,
        subject: trigger.subject,
        phrase: trigger.phrase,
        governs: undefined,
        personal: false,
        together: false,
        strikesPlaces: false,
        hasObject: false,
        intransitive: false,
        isTurned: trigger.entry.genitive === 'patient' && trigger.entry.type !== 'ACCUSE',
        mayBeSuffered: trigger.kind === 'masdar',
      },
      isTrigger,
    )
  const agent: Mention[] = []
  const patient: Mention[] = []
  const partner: Mention[] = []
  const act: Mention[] = []
  let place: Mention | undefined
  const { entry } = trigger
  const give = (role: Role | undefined, mentions: readonly Mention[] | undefined) => {
    if (mentions === undefined || mentions.length === 0) return
    if (role === 'agent') addAll(agent, mentions)
    else if (role === 'patient') addAll(patient, mentions)
    else if (role === 'partner') addAll(partner, mentions)
    else if (role === 'act') addAll(act, mentions)
    else if (role === 'place') {
      place ??= mentions.find((m) => m.type === 'place' || m.type === 'state')
      // «داهمت الشرطة منزل النائب»: whose house it is.
      if (place === undefined && entry.object === 'place') patient.push(...mentions)
    }
  }
  const subjects = verb?.subjects ?? []
  const passive = isVerb ? isPassive(view, trigger, slots, subjects) : trigger.voice === 'passive'

  if (isVerb) {
    give(passive ? entry.object : entry.subject, subjects)
    if (passive && entry.object === 'topic' && TAKING.has(entry.type))
      give(
        'patient',
        subjects.filter((m) => m.via === 'nisba'),
      )
    give(entry.object, slots.get('object'))
    // «أسقط طائرة أوكرانية», «احتجز ناقلة يونانية»: whose it is.
    if (entry.object === 'topic' && TAKING.has(entry.type))
      give(
        'patient',
        slots
          .get('object')
          ?.filter((m) => m.via === 'nisba' || (m.type === 'organization' && entry.type === 'PROTEST')),
      )
    if (verb?.pronoun && verb.antecedent?.mention && !passive && !subjects.includes(verb.antecedent.mention))
      give(entry.object, [verb.antecedent.mention])
  } else if (trigger.kind === 'active-participle' || trigger.kind === 'passive-participle') {
    const bearer = bearerOf(view, trigger, verbs)
    if (bearer) give(trigger.kind === 'active-participle' ? entry.subject : entry.object, [bearer])
    if (trigger.kind === 'active-participle') give(entry.object, slots.get('genitive'))
  } else {
    // «اتهام الجزائر»: she is accused; «اتهام المغرب للجزائر»: the lam marks whom it is turned to, and the genitive does it.
    const lam = hasLamObject(view, trigger, slots)
    if (lam && entry.prepositions.ل === undefined) give('patient', slots.get('ل'))
    const turned =
      lam || TURNING.some((preposition) => isTurnedTo(entry, slots, preposition)) || hasObject(view, trigger, slots)
    // «قصف الطائرات الروسية لمدينة …»: so do the arms that are named in its construct.
    const byMeans = entry.type === 'ASSAULT' && MEANS.has(bare(view.document.tokens[trigger.from + 1]?.key ?? ''))
    // «… لمطالبة المجلس بعقد جلسة»: who is asked for something, and does not ask.
    const asked =
      entry.type === 'REQUEST' && entry.genitive === 'agent' && trigger.preposition === 'ل' && slots.has('ب')
    // «نشر إثيوبيا منظومات دفاع»: who stands between a masdar and the noun of its phrase does it.
    const between =
      entry.object === 'topic' && trigger.phrase.length > 0 && standsBefore(slots.get('genitive'), trigger.phrase[0]!)
    const genitive = asked
      ? 'patient'
      : between || ((turned || byMeans) && entry.genitive === 'patient')
        ? 'agent'
        : entry.genitive
    // «توجه إلى القاهرة للقاء مسؤولين …»: who goes to meet them is told by the verb.
    const met = meets(view, trigger, slots) ? governing(view, trigger, verbs, false, isTrigger) : []
    give('agent', met)
    give(met.length > 0 ? 'patient' : genitive === 'none' ? entry.object : genitive, slots.get('genitive'))
    if (genitive === 'agent') give(entry.object, slots.get('object'))
    give(slots.get('genitive')?.length && entry.genitive === 'agent' ? 'patient' : 'agent', slots.get('adjective'))
  }
  let charged = false
  for (const [slot, mentions] of slots) {
    // «اتهمت باريس موسكو بالتجسس لمصلحة …»: behind the charge others are named whom nobody accuses.
    if (charged && slot !== BY) continue
    charged ||= entry.type === 'ACCUSE' && slot === 'ب' && patient.length > 0
    if (slot === OF_ACT) {
      if (TURNED_TO_ACTS.has(entry.object) || entry.type === 'REQUEST') give('act', mentions)
      continue
    }
    if (slot === OF_PHRASE) {
      // «أكدت الصحيفة دعم الإمارات لـ …»: where the phrase has whom it is turned to, who stands in its construct does it.
      if (isVerb && subjects.length === 0 && isTurnedTo(entry, slots, 'ل')) {
        give('agent', mentions)
        continue
      }
      give(
        entry.object === 'topic' && SUFFERED.has(entry.type) ? 'patient' : entry.object,
        mentions.filter((m) => m.type !== 'place'),
      )
      continue
    }
    if (slot === 'subject' || slot === 'object' || slot === 'genitive' || slot === 'adjective' || slot === 'extra')
      continue
    // «تزامن القصف مع وصول …»: what stands with it belongs to the verb whose subject it is.
    if (
      slot === 'مع' &&
      !isVerb &&
      trigger.definite &&
      mentions.length > 0 &&
      !standsRightBehind(view, mentions[0]!, 'مع')
    )
      continue
    // «إدانة الهجوم من طرف …»: who is named behind «من طرف» condemns, and did not attack.
    if (slot === BY && !isVerb && trigger.definite && isTrigger(trigger.from - 1)) continue
    // «زار المنطقة لخفض التوتر بين …»: nobody visits both.
    if (slot === 'بين' && entry.mode === 'visit' && isVerb) continue
    // «اختطفوا على الطريق الرابط بين …»: what an act lies between takes no part in it, unless it is done together.
    if (
      slot === 'بين' &&
      entry.prepositions.بين === undefined &&
      (mentions.every(isPlace) || (isVerb && !TOGETHER.has(entry.type)))
    ) {
      place ??= mentions.find(isPlace)
      continue
    }
    // «أول زيارة للرئيس الفنزويلي»: who comes, and not whom they come to.
    if (
      slot === 'ل' &&
      entry.mode === 'visit' &&
      !isVerb &&
      slots.get('genitive') === undefined &&
      mentions.every(({ type }) => type === 'person')
    ) {
      give('agent', mentions)
      continue
    }
    // «لقاء … عن رغبتهم في التطوع بالجيش»: behind another preposition «ب» belongs to the noun there.
    if (slot === 'ب' && !isVerb && entry.type === 'CONSULT' && isBehindAnother(slots)) continue
    // «جمدت مساعداتها لجوبا»: what was somebody's is taken from him.
    const takenFrom =
      slot === 'ل' && isVerb && TAKEN.has(entry.type) && entry.object === 'topic' && trigger.phrase.length > 0
    const role = entry.prepositions[slot] ?? usualRole(slot, entry.type) ?? (takenFrom ? 'patient' : undefined)
    // «دعا إلى مؤتمر بجنيف»: a town behind «ب» is where it is.
    if (
      isVerb &&
      slot === 'ب' &&
      role !== 'patient' &&
      mentions.length > 0 &&
      mentions.every(({ type }) => type === 'place')
    ) {
      place ??= mentions[0]
      continue
    }
    // «احتجوا على وزارة الصحة»: who is named right behind it is whom they protest against; «على مقتل …» says over what.
    if (slot === 'علي' && entry.type === 'PROTEST' && role === 'topic') {
      const { tokens } = view.document
      give(
        'patient',
        mentions.filter((m) => tokens[(m.titleFrom ?? m.from) - 1]?.key === slot && OPPOSED.has(m.type)),
      )
      continue
    }
    // Who is asked stands first; «من» and «ل» behind him belong to what is asked for.
    if (role === 'patient' && entry.type === 'REQUEST' && patient.length > 0) continue
    if (role === 'place' || PLACING.has(slot)) {
      place ??= mentions.find((m) => m.type === 'place' || m.type === 'state')
    } else if (role !== undefined) {
      give(role, mentions)
    } else if (slot === 'ل' && patient.length === 0 && HIT.has(entry.type) && hitsUnnamed(entry, slots)) {
      // «هجوم على قاعدة للجيش»: so it does behind what an attack is turned to.
      addAll(patient, mentions)
    } else if (slot === 'ل' && isVerb && !passive && slots.get('object')?.length === 0) {
      // «قصفت مواقع لحزب الله»: behind a noun that names nobody, «ل» says whose it is.
      give(entry.object, mentions)
    } else if (TURNED_TO_ACTS.has(entry.object) && !(entry.type === 'REQUEST' && patient.length > 0)) {
      give('act', mentions)
    }
  }
  if (!isVerb && patient.length === 0 && entry.type === 'ASSAULT' && entry.genitive !== 'agent')
    give('patient', someOfThem(view, trigger))
  const held = heldUnder(view, trigger, verbs)
  if (held) return { agents: [], patients: distinct([...patient, ...held]), mutual: false, place, passive: true }
  // «بإسناد من الطيران»
  if (!isVerb && patient.length === 0 && slots.has('من')) addAll(patient, helpers(view, trigger, slots))
  const helped = patient.length > 0 ? helpedBy(view, trigger, verbs) : undefined
  if (helped)
    return { agents: distinct(patient), patients: without(helped, patient), mutual: false, place, passive: false }
  addAll(partner, metInClause(view, trigger, verbs))
  // «لدى لقائه في بورتسودان نائب الوزير»: whom he meets, behind where and when.
  if (
    !isVerb &&
    entry.type === 'CONSULT' &&
    !slots.get('genitive')?.length &&
    isOwned(view.document.tokens[trigger.from]!)
  )
    give(entry.object === 'topic' ? 'partner' : entry.object, slots.get('extra'))
  if (!isVerb && trigger.pronoun) {
    const owned = ownerOf(view, trigger, verbs)
    // «أعربت عن تأييدها للخطوة»: the pronoun means the subject, who supports.
    if (owned)
      give(
        (owned.isSubject || slots.has('ل')) &&
          entry.genitive === 'patient' &&
          entry.subject === 'agent' &&
          !isSuffered(view, trigger, slots)
          ? 'agent'
          : entry.genitive,
        owned.owners,
      )
  }
  let doneByOther = false
  if (!isVerb) {
    give('patient', sufferedInClause(view, trigger, verbs)?.subjects)
    const done = doneInClause(view, trigger, verbs)
    doneByOther = done?.slots.has('subject') === true && done.subjects.length === 0
    if (done) {
      if (agent.length === 0) give('agent', done.subjects)
      for (const [slot, mentions] of done.slots) give(entry.prepositions[slot] ?? usualRole(slot, entry.type), mentions)
    }
  }
  if (agent.length === 0 && entry.type === 'ASSAULT' && (!isVerb || passive || entry.subject === 'patient'))
    give('agent', ownerOfTheWeapon(view, trigger, verbs))
  if (!isVerb && agent.length === 0 && (entry.mode === 'visit' ? !trigger.definite : isTalkBeside(trigger, slots)))
    give('agent', visitor(trigger, verbs))
  const receiver = isVerb || patient.length > 0 ? [] : receiverOf(view, trigger, verbs)
  if (receiver.length > 0) {
    give('patient', receiver)
    if (agent.length === 0) give('agent', slots.get('من'))
  }
  // «انقلاب نفذه والده»: whoever did it, nobody named here did.
  const lent = !isVerb && agent.length === 0
  if (
    !isVerb &&
    agent.length === 0 &&
    !doneByOther &&
    receiver.length === 0 &&
    (!slots.has('بين') || entry.prepositions.بين === 'patient')
  )
    give('agent', without(governing(view, trigger, verbs, partner.length > 0, isTrigger), patient))

  // «قتلوا في مواجهات مع الجيش»: who stood against those who fell.
  if (passive && isVerb && agent.length === 0 && patient.length > 0) agent.push(...partner.splice(0))
  // «أطلقت الشرطة الغاز لتفريق المحتجين»: on whom a weapon is used, told by what for.
  if (isVerb && entry.type === 'ASSAULT' && entry.object === 'topic' && patient.length === 0)
    give(
      'patient',
      slots.get('object')?.filter(({ via, type, from }) => via === 'group' && type !== 'place' && from > trigger.to),
    )
  // «أوقع الهجوم ستة قتلى»: whoever fell did nothing.
  const fallen = !isVerb && HIT.has(entry.type) ? agent.filter(({ key }) => FALLEN.has(key)) : NOBODY
  addAll(patient, fallen)
  const agents = distinct(fallen.length > 0 ? without(agent, fallen) : agent)
  let partners = without(distinct(partner), agents)
  const mutual = partners.length > 0 && entry.prepositions.مع !== 'patient'
  if (agents.length === 0 && partners.length > 1) {
    agents.push(partners[0]!)
    partners = partners.slice(1)
  }
  // Who is asked is named apart from those whom the act asked for would concern.
  const asksUnnamed = isVerb && !passive && slots.get('object')?.length === 0
  const concerned = entry.type === 'REQUEST' && (patient.length > 0 || asksUnnamed) ? [] : act
  addAll(patient, concerned)
  addAll(patient, partners)
  // «أقنعت اللجنة الطرفين»: whoever acts on two is neither of them.
  const patients = without(distinct(patient), agents).filter(
    ({ also }) => also === undefined || !agents.some(({ key }) => key === also),
  )
  const antecedent = verb?.pronoun && !verb.antecedent?.mention ? verb.antecedent?.at : undefined
  return { agents, patients, mutual, place, antecedent, passive, ...(lent && { lent }) }
}

const isPlace = ({ type }: Mention) => type === 'place'
const TOGETHER: ReadonlySet<EventType> = new Set(['CONSULT', 'AGREE', 'COOPERATE', 'REQUEST'])

/** «لقائه», «استقبالها». */
const isOwned = perWord(({ key, text }) => !text.endsWith('ة') && /.{4}(?:ه|ها|هم|هما)$/.test(key))

const HIT: ReadonlySet<EventType> = new Set(['ASSAULT', 'COERCE'])
const NOBODY: readonly Mention[] = []
const FALLEN: ReadonlySet<string> = new Set(
  'قتلى القتلى قتيل قتيلا جرحى الجرحى جريح جريحا ضحايا الضحايا مصابون المصابون شهداء الشهداء جثث'
    .split(' ')
    .map((word) => `text:${fold(word)}`),
)

/** Whether nothing stands between a free preposition and a mention. */
const standsRightBehind = (view: SentenceView, mention: Mention, preposition: string) =>
  view.document.tokens[(mention.titleFrom ?? mention.from) - 1]?.key === preposition

/** Behind these a masdar whose genitive acts may have whom it is turned to. */
const TURNING = ['ل', 'الي', 'عن']

/** Whom a participle says something of: the noun phrase before it. */
function bearerOf(view: SentenceView, trigger: Trigger, verbs: readonly FiniteVerb[]): Mention | undefined {
  // «انتقد فلان الرئيس متضامنا مع …»: indefinite, and no adjective of a name: said of the subject of the verb.
  const near = view.endingAt(trigger.from)
  if (near && !trigger.definite && isTanwin(view.document.tokens[trigger.from]!) && near.via === 'name')
    return verbs.findLast(({ at, subjects }) => at < trigger.from && subjects.length > 0)?.subjects[0]
  return near
}
