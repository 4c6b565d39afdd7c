import type { Mention } from '../entities/mention.ts'
import type { Role } from '../lexicon/schema.ts'
import { bare } from '../text/clitics.ts'
import { doneInClause, governing, ownerOf, ownerOfTheWeapon } from './governing.ts'
import { MEANS } from './nouns.ts'
import { BY, type Slots, slotsBehind } from './phrases.ts'
import type { SentenceView } from './sentence.ts'
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
  const verb = trigger.kind === 'verb' || trigger.kind === 'hal' ? verbs.find((v) => v.at === trigger.from) : undefined
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
  const subjects = verb?.subjects ?? []
  const passive = isVerb ? isPassive(view, trigger, slots, subjects) : trigger.voice === 'passive'

  if (isVerb) {
    give(passive ? entry.object : entry.subject, subjects)
    give(entry.object, slots.get('object') ?? [])
    if (verb?.pronoun && verb.antecedent?.mention && !passive) give(entry.object, [verb.antecedent.mention])
  } else if (trigger.kind === 'active-participle' || trigger.kind === 'passive-participle') {
    const bearer = bearerOf(view, trigger)
    if (bearer) give(trigger.kind === 'active-participle' ? entry.subject : entry.object, [bearer])
    give(entry.object, trigger.kind === 'active-participle' ? (slots.get('genitive') ?? []) : [])
  } else {
    // «اتهام الجزائر»: she is accused; «اتهام المغرب للجزائر»: the lam marks whom it is turned to, and the genitive does it.
    const turned = ['ل', 'الي'].some((p) => entry.prepositions[p] === 'patient' && (slots.get(p)?.length ?? 0) > 0)
    // «قصف الطائرات الروسية لمدينة …»: so do the arms that are named in its construct.
    const byMeans = entry.type === 'ASSAULT' && MEANS.has(bare(view.document.tokens[trigger.from + 1]?.key ?? ''))
    const genitive = (turned || byMeans) && entry.genitive === 'patient' ? 'agent' : entry.genitive
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
    // «إدانة الهجوم من طرف …»: who is named behind «من طرف» condemns, and did not attack.
    if (slot === BY && !isVerb && trigger.definite && isTrigger(trigger.from - 1)) continue
    const role = entry.prepositions[slot] ?? USUAL[slot]
    // Who is asked stands first; «من» and «ل» behind him belong to what is asked for.
    if (role === 'patient' && entry.type === 'REQUEST' && found.patient.length > 0) continue
    if (role === 'place' || PLACING.has(slot)) {
      found.place.push(...mentions.filter((m) => m.type === 'place' || m.type === 'state'))
    } else if (role !== undefined) {
      give(role, mentions)
    } else if (slot === 'ل' && isVerb && !passive && slots.get('object')?.length === 0) {
      // «قصفت مواقع لحزب الله»: behind a noun that names nobody, «ل» says whose it is.
      give(entry.object, mentions)
    } else if (TURNED_TO_ACTS.has(entry.object) && !(entry.type === 'REQUEST' && found.patient.length > 0)) {
      give('act', mentions)
    }
  }
  if (!isVerb && trigger.pronoun) give(entry.genitive, ownerOf(view, trigger, verbs))
  if (!isVerb) {
    const done = doneInClause(view, trigger, verbs)
    if (done) {
      if (found.agent.length === 0) give('agent', done.subjects)
      for (const [slot, mentions] of done.slots) give(entry.prepositions[slot] ?? USUAL[slot], mentions)
    }
  }
  if (found.agent.length === 0 && entry.type === 'ASSAULT' && (!isVerb || passive || entry.subject === 'patient'))
    found.agent.push(...ownerOfTheWeapon(view, trigger))
  if (!isVerb && found.agent.length === 0 && !slots.has('بين'))
    found.agent.push(...governing(view, trigger, verbs, found.partner.length > 0))

  const agents = distinct(found.agent)
  // Who is asked is named apart from those whom the act asked for would concern.
  let patients = distinct(
    entry.type === 'REQUEST' && found.patient.length > 0 ? found.patient : [...found.patient, ...found.act],
  )
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
  // «قتل 21 عراقيا»: who is only described by where he is from, and nobody else, suffers it.
  if (subject.via === 'nisba') return (slots.get('subject')?.length ?? 0) > 0 && !isArmedBefore(view, subject.from)
  return (
    (subject.type === 'person' || (subject.type === 'group' && !/مسلح|ارهاب|مهاجم|خاطف|متمرد/.test(subject.key))) &&
    (slots.get('subject')?.length ?? 0) > 0
  )
}

/** «قوة إسرائيلية», «طائرات أمريكية»: the noun that an adjective describes is one that strikes. */
function isArmedBefore(view: SentenceView, at: number): boolean {
  const key = bare(view.document.tokens[at - 1]?.key ?? '')
  return MEANS.has(key) || STRIKING.has(key)
}

const STRIKING = new Set(
  'قوه جيش سلاح جنود عناصر دوريه كتيبه وحده وحدات قناصه قناص شرطه صاروخ صواريخ غاره غارات قذاءف قذيفه نيران رصاص طاءره طاءرات حرس مخابرات قاذفات قاذفه'.split(
    ' ',
  ),
)

/** Whom a participle says something of: the noun phrase before it. */
function bearerOf(view: SentenceView, trigger: Trigger): Mention | undefined {
  return view.mentions.findLast((m) => m.to <= trigger.from && m.to >= trigger.from - 1 && m.via !== 'nisba')
}

function distinct(mentions: readonly Mention[]): Mention[] {
  const seen = new Set<string>()
  return mentions.filter((m) => !seen.has(m.key) && seen.add(m.key))
}
