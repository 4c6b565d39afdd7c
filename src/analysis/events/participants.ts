import type { Mention } from '../entities/mention.ts'
import type { Role } from '../lexicon/schema.ts'
import { agrees, BY, type Slots, slotsBehind } from './phrases.ts'
import { clauseAt, type SentenceView } from './sentence.ts'
import type { FiniteVerb } from './subjects.ts'
import type { Trigger } from './triggers.ts'

export interface Participants {
  agents: Mention[]
  patients: Mention[]
  place?: Mention
  /** Done together: each is as much agent as patient. */
  mutual: boolean
  /** Stands for something the agent has put forward earlier in the sentence: a token of it. */
  antecedent?: number
}

/** A verb governs a masdar no further behind it. */
const GOVERNING_REACH = 45
const DAMMA_AFTER_FIRST = /^[^\u064B-\u0652]{1,2}\u064F/
/** Prepositions whose meaning holds for every event unless its own frame says otherwise. */
const USUAL: Record<string, Role> = {
  مع: 'partner',
  بين: 'partner',
  في: 'place',
  ضد: 'patient',
  [BY]: 'agent',
  ب: 'topic',
}
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
/** In the object of these the acts of others are spoken of: whoever is in it is whom the event is turned to. */
const TURNED_TO_ACTS = new Set<Role>(['act'])

/** Who takes part in the event that a trigger tells, by the grammar of its lexicon entry. */
export function participantsOf(
  view: SentenceView,
  trigger: Trigger,
  verbs: readonly FiniteVerb[],
  isTrigger: (at: number) => boolean,
): Participants {
  const verb = trigger.kind === 'verb' ? verbs.find((v) => v.at === trigger.from) : undefined
  // A form that may be a verb, but stands where only a noun can, is the masdar that is spelled like it.
  const isVerb = verb !== undefined
  const slots =
    verb?.slots ??
    slotsBehind(
      view,
      { at: trigger.from, isVerb, ...(trigger.subject && { subject: trigger.subject }), phrase: trigger.phrase },
      isTrigger,
    )
  const found = {
    agent: [] as Mention[],
    patient: [] as Mention[],
    partner: [] as Mention[],
    act: [] as Mention[],
    topic: [] as Mention[],
    place: [] as Mention[],
  }
  const give = (role: Role | undefined, mentions: readonly Mention[]) => {
    if (role !== undefined && role in found) found[role as keyof typeof found].push(...mentions)
  }
  const { entry } = trigger
  const carried =
    verb && accusesWithoutSubject(trigger, verb, verbs)
      ? verbs.findLast((v) => v.at < verb.at && v.subjects.length > 0 && !v.antecedent)?.subjects
      : undefined
  const subjects = carried ?? verb?.subjects ?? []
  const passive = isVerb ? isPassive(view, trigger, slots, subjects) : trigger.voice === 'passive'

  if (isVerb) {
    give(passive ? entry.object : entry.subject, subjects)
    give(entry.object, (carried ? slots.get('subject') : slots.get('object')) ?? [])
    if (verb?.pronoun && verb.antecedent?.mention && !passive) give(entry.object, [verb.antecedent.mention])
  } else if (trigger.kind === 'active-participle' || trigger.kind === 'passive-participle') {
    const bearer = bearerOf(view, trigger)
    if (bearer) give(trigger.kind === 'active-participle' ? entry.subject : entry.object, [bearer])
    give(entry.object, trigger.kind === 'active-participle' ? (slots.get('genitive') ?? []) : [])
  } else {
    // «اتهام الجزائر»: she is accused; «اتهام المغرب للجزائر»: the lam marks whom it is turned to, and the genitive does it.
    const turned = ['ل', 'الي'].some((p) => entry.prepositions[p] === 'patient' && (slots.get(p)?.length ?? 0) > 0)
    const genitive = turned && entry.genitive === 'patient' ? 'agent' : entry.genitive
    give(genitive === 'none' ? entry.object : genitive, slots.get('genitive') ?? [])
    if (entry.genitive === 'agent') give(entry.object, slots.get('object') ?? [])
    give(
      slots.get('genitive')?.length && entry.genitive === 'agent' ? 'patient' : 'agent',
      slots.get('adjective') ?? [],
    )
  }
  for (const [slot, mentions] of slots) {
    if (slot === 'subject' || slot === 'object' || slot === 'genitive' || slot === 'adjective' || slot === 'extra')
      continue
    const role = entry.prepositions[slot] ?? USUAL[slot]
    if (role === 'place' || PLACING.has(slot)) {
      found.place.push(...mentions.filter((m) => m.type === 'place' || m.type === 'state'))
    } else if (role !== undefined) {
      give(role, mentions)
    } else if (slot === 'ل' && isVerb && !passive && slots.get('object')?.length === 0) {
      // «قصفت مواقع لحزب الله»: behind a noun that names nobody, «ل» says whose it is.
      give(entry.object, mentions)
    } else if (TURNED_TO_ACTS.has(entry.object)) {
      give('act', mentions)
    }
  }
  if (!isVerb && trigger.pronoun) give(entry.genitive, ownerOf(view, trigger, verbs))
  if (!isVerb && found.agent.length === 0 && !slots.has('بين'))
    found.agent.push(...governing(view, trigger, verbs, found.partner.length > 0))

  const agents = distinct(found.agent)
  let patients = distinct([...found.patient, ...found.act])
  let partners = distinct(found.partner).filter((m) => !agents.some((a) => a.key === m.key))
  const mutual = partners.length > 0 && entry.prepositions.مع !== 'patient'
  if (agents.length === 0 && partners.length > 1) {
    agents.push(partners[0]!)
    partners = partners.slice(1)
  }
  patients = distinct([...patients, ...partners]).filter((m) => !agents.some((a) => a.key === m.key))
  const place = found.place[0]
  return {
    agents,
    patients,
    mutual,
    ...(place && { place }),
    ...(verb?.pronoun && verb.antecedent && !verb.antecedent.mention && { antecedent: verb.antecedent.at }),
  }
}

/** «… واتهم المصرف بالانحياز»: who accuses names whom; with one name behind it, the accuser is the subject of the verb before. */
function accusesWithoutSubject(trigger: Trigger, verb: FiniteVerb, verbs: readonly FiniteVerb[]): boolean {
  const { entry } = trigger
  if (
    entry.type !== 'ACCUSE' ||
    entry.object !== 'patient' ||
    verb.pronoun ||
    !verb.slots.has('ب') ||
    verb.slots.has('object') ||
    !verb.slots.get('subject')?.length
  )
    return false
  return verbs.findLast((v) => v.at < verb.at && !v.antecedent)?.subjects.some((m) => agrees(m, verb.subject)) ?? false
}

/** A form that can be read both ways is passive where one vowel says so, where a doer is named apart, or where a lone sufferer stands in the subject's place. */
function isPassive(view: SentenceView, trigger: Trigger, slots: Slots, subjects: readonly Mention[]): boolean {
  if (trigger.voice !== 'either') return trigger.voice === 'passive'
  if (DAMMA_AFTER_FIRST.test(view.document.tokens[trigger.from]!.text)) return true
  if (slots.has(BY)) return true
  if (trigger.entry.object !== 'patient' || slots.has('object') || trigger.phrase.length > 0 || trigger.pronoun)
    return false
  const hostile = trigger.entry.type === 'ASSAULT' || trigger.entry.type === 'COERCE'
  const subject = subjects[0]
  if (!hostile || subject === undefined) return false
  return (
    (subject.type === 'person' || (subject.type === 'group' && !/مسلح|ارهاب|مهاجم|خاطف|متمرد/.test(subject.key))) &&
    (slots.get('subject')?.length ?? 0) > 0
  )
}

/** Whom a participle says something of: the noun phrase before it. */
function bearerOf(view: SentenceView, trigger: Trigger): Mention | undefined {
  return view.mentions.findLast((m) => m.to <= trigger.from && m.to >= trigger.from - 1 && m.via !== 'nisba')
}

/**
 * A masdar without a doer of its own is done by the subject of the verb that governs it («سارعت الجزائر إلى تدريب …»), or, where that
 * verb speaks of a thing («مخطط يقوم على تدريب …»), by that of the verb before. Only a masdar that is the verb's own complement has that doer: nobody
 * abducts in «أطلقت الجزائر إشارات إثر اختطاف الوالي».
 */
function governing(view: SentenceView, trigger: Trigger, verbs: readonly FiniteVerb[], hasPartner: boolean): Mention[] {
  if (trigger.voice === 'passive' && !hasPartner) return []
  const nearest = verbs.findLast((verb) => verb.at < trigger.from)
  if (nearest === undefined || (trigger.voice !== 'passive' && !isComplement(view, trigger, nearest))) return []
  const clause = clauseAt(view, trigger.from)
  for (const verb of verbs.toReversed()) {
    if (verb.at > trigger.from) continue
    if (trigger.from - verb.at > GOVERNING_REACH) return []
    // A relative clause governs only what stands in it.
    if (verb.antecedent && (verb.at < clause.from || trigger.voice === 'passive')) continue
    const own = verb.subjects.filter((m) => m.to <= trigger.from && m.type !== 'place')
    if (own.length > 0) return own
    if (verb.subjects.length > 0) return []
    if (verb.slots.has('subject') && trigger.voice !== 'passive') return []
  }
  return []
}

/** Prepositions that join a verb to the act that is its complement. */
const COMPLEMENT = new Set(['الي', 'علي', 'ل', 'ب'])
/** Words that may stand between a verb, with its subject, and its complement. */
const BETWEEN = 3

/** Whether a masdar is what a verb is about: its object, or joined to it by «إلى», «على», «ل», «ب»; not an adverbial or inside another noun's phrase. */
function isComplement(view: SentenceView, trigger: Trigger, verb: FiniteVerb): boolean {
  const { tokens } = view.document
  const joined = trigger.preposition
  if (joined !== undefined && !COMPLEMENT.has(joined)) return false
  // Purpose («… لمحاربة الإرهاب») may stand at the end of a long clause.
  if (joined === 'ل') return true
  const free = joined !== undefined && joined.length > 1
  let at = trigger.from - (free ? 2 : 1)
  let between = 0
  while (at > verb.at) {
    const mention = view.mentions.find((m) => m.via !== 'nisba' && (m.titleFrom ?? m.from) <= at && at < m.to)
    if (mention) {
      at = (mention.titleFrom ?? mention.from) - 1
      continue
    }
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

/** Whom a pronoun on a masdar means («وتعاونه», «هجماتها»): the subject of the verb before it if they agree, else the nearest before it that does. */
function ownerOf(view: SentenceView, trigger: Trigger, verbs: readonly FiniteVerb[]): Mention[] {
  const key = view.document.tokens[trigger.from]!.key
  const fits = (m: Mention) =>
    key.endsWith('هم')
      ? m.plural
      : m.plural
        ? key.endsWith('ها') && m.gender === 'feminine'
        : m.gender === (key.endsWith('ها') ? 'feminine' : 'masculine')
  const verb = verbs.findLast((v) => v.at < trigger.from && v.subjects.length > 0)
  const subject = verb && trigger.from - verb.at <= GOVERNING_REACH ? verb.subjects.find(fits) : undefined
  const owner =
    subject ?? view.mentions.findLast((m) => m.to <= trigger.from && m.via !== 'nisba' && m.type !== 'place' && fits(m))
  return owner ? [owner] : []
}

function distinct(mentions: readonly Mention[]): Mention[] {
  const seen = new Set<string>()
  return mentions.filter((m) => !seen.has(m.key) && seen.add(m.key))
}
