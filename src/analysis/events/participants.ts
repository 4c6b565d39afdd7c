import type { EventType } from '../analysis.ts'
import type { Mention } from '../entities/mention.ts'
import { fold } from '../text/fold.ts'
import { perWord } from '../text/word.ts'
import { giveBehindPrepositions, giveOfNoun, giveOfVerb } from './frames.ts'
import { governing, receiverOf } from './governing.ts'
import { heldUnder, helpedBy, helpers, metInClause, someOfThem } from './lent.ts'
import { isSuffered } from './masdars.ts'
import { distinct, joined, without } from './mention-lists.ts'
import type { Slots } from './mention-slot.ts'
import { lastActing, verbAt } from './nearby-verbs.ts'
import { isTanwin } from './nouns.ts'
import { doneInClause, ownerOf, ownerOfTheWeapon, sufferedInClause } from './owners.ts'
import { slotsBehind } from './phrases.ts'
import { give, NOBODY, noRoles, type Roles, roleBehind } from './roles.ts'
import type { SentenceView } from './sentence.ts'
import type { FiniteVerb } from './subjects.ts'
import { isTalkBeside, visitor } from './talks.ts'
import type { Trigger } from './triggers.ts'
import { isPassive } from './voice.ts'

export interface Participants {
  agents: readonly Mention[]
  patients: readonly Mention[]
  /** Of the patients those who are only named with what is asked for. */
  concerned: readonly Mention[]
  place: Mention | undefined
  /** Done together: each is as much agent as patient. */
  mutual: boolean
  /** Told in the passive: whoever did it need not be named. */
  passive: boolean
  /** Nobody is told of as doing it but the subject of the verb before. */
  lent: boolean
  /** Stands for something the agent has put forward earlier in the sentence: a token of it. */
  antecedent: number | undefined
}

const HIT: ReadonlySet<EventType> = new Set(['ASSAULT', 'COERCE'])
const FALLEN: ReadonlySet<string> = new Set(
  'قتلى القتلى قتيل قتيلا جرحى الجرحى جريح جريحا ضحايا الضحايا مصابون المصابون شهداء الشهداء جثث'
    .split(' ')
    .map((word) => `text:${fold(word)}`),
)

/** Who takes part in the event that a trigger tells, by the grammar of its lexicon entry. */
export function participantsOf(
  view: SentenceView,
  trigger: Trigger,
  verbs: readonly FiniteVerb[],
  isTrigger: (at: number) => boolean,
): Participants {
  const verb = trigger.kind === 'verb' || trigger.kind === 'hal' ? verbAt(verbs, trigger.from) : undefined
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
  const { entry } = trigger
  const roles = noRoles()
  const subjects = verb?.subjects ?? NOBODY
  const passive = isVerb ? isPassive(view, trigger, slots, subjects) : trigger.voice === 'passive'

  if (isVerb) giveOfVerb(roles, trigger, verb, passive)
  else if (trigger.kind === 'active-participle' || trigger.kind === 'passive-participle') {
    const active = trigger.kind === 'active-participle'
    const bearer = bearerOf(view, trigger, verbs)
    if (bearer) give(roles, active ? entry.subject : entry.object, [bearer], entry)
    if (active) give(roles, entry.object, slots.get('genitive'), entry)
  } else if (slots.size > 0) giveOfNoun(roles, view, trigger, slots, verbs, isTrigger)
  giveBehindPrepositions(roles, view, trigger, slots, verb, passive, isTrigger)
  if (!isVerb && roles.patient.length === 0 && entry.type === 'ASSAULT' && entry.genitive !== 'agent')
    give(roles, 'patient', someOfThem(view, trigger), entry)
  if (trigger.kind !== 'verb') {
    const held = heldUnder(view, trigger, verbs)
    if (held) return certain([], distinct(joined(roles.patient, held)), roles.place, true)
    // «بإسناد من الطيران»
    if (!isVerb && roles.patient.length === 0) give(roles, 'patient', helpers(view, trigger, slots), entry)
    const helped = roles.patient.length > 0 ? helpedBy(view, trigger, verbs) : undefined
    if (helped) return certain(distinct(roles.patient), without(helped, roles.patient), roles.place, false)
  }
  const lent = !isVerb && giveAround(roles, view, trigger, slots, verbs, isTrigger)
  if (isVerb && roles.agent.length === 0) {
    if (entry.type === 'ASSAULT' && (passive || entry.subject === 'patient'))
      give(roles, 'agent', ownerOfTheWeapon(view, trigger, verbs), entry)
    // «قتلوا في مواجهات مع الجيش»: who stood against those who fell.
    if (passive && roles.agent.length === 0 && roles.patient.length > 0) {
      roles.agent = roles.partner
      roles.partner = NOBODY
    }
  }
  // «أطلقت الشرطة الغاز لتفريق المحتجين»: on whom a weapon is used, told by what for.
  if (isVerb && entry.type === 'ASSAULT' && entry.object === 'topic' && roles.patient.length === 0)
    give(
      roles,
      'patient',
      slots.get('object')?.filter(({ via, type, from }) => via === 'group' && type !== 'place' && from > trigger.to),
      entry,
    )
  // «أوقع الهجوم ستة قتلى»: whoever fell did nothing.
  const fallen = !isVerb && HIT.has(entry.type) ? roles.agent.filter(({ key }) => FALLEN.has(key)) : NOBODY
  let agents = distinct(without(roles.agent, fallen))
  let partners = without(distinct(roles.partner), agents)
  const mutual = partners.length > 0 && entry.prepositions.مع !== 'patient'
  if (agents.length === 0 && partners.length > 1) {
    agents = partners.slice(0, 1)
    partners = partners.slice(1)
  }
  const befallen = joined(roles.patient, fallen)
  // Who is asked is named apart from those whom the act asked for would concern.
  const asksUnnamed = isVerb && !passive && slots.get('object')?.length === 0
  const concerned = entry.type === 'REQUEST' && (befallen.length > 0 || asksUnnamed) ? NOBODY : roles.act
  const patients = without(distinct(joined(joined(befallen, concerned), partners)), agents)
  return {
    agents,
    // «أقنعت اللجنة الطرفين»: whoever acts on two is neither of them.
    patients: patients.some(({ also }) => also !== undefined)
      ? patients.filter(({ also }) => also === undefined || !agents.some(({ key }) => key === also))
      : patients,
    concerned: entry.type === 'REQUEST' ? concerned : NOBODY,
    place: roles.place,
    mutual,
    passive,
    lent,
    antecedent: verb?.pronoun && !verb.antecedent?.mention ? verb.antecedent?.at : undefined,
  }
}

/** Those of whom no more need be asked. */
const certain = (
  agents: readonly Mention[],
  patients: readonly Mention[],
  place: Mention | undefined,
  passive: boolean,
): Participants => ({
  agents,
  patients,
  concerned: NOBODY,
  place,
  mutual: false,
  passive,
  lent: false,
  antecedent: undefined,
})

/** «لقائه», «استقبالها». */
const isOwned = perWord(({ key, text }) => !text.endsWith('ة') && /.{4}(?:ه|ها|هم|هما)$/.test(key))

/**
 * Adds those who take part in an act told by a noun, by what stands around its phrase: its relative clause, the owner of its pronoun, the verb that governs it.
 * Tells whether but for that verb nobody does it.
 */
function giveAround(
  roles: Roles,
  view: SentenceView,
  trigger: Trigger,
  slots: Slots,
  verbs: readonly FiniteVerb[],
  isTrigger: (at: number) => boolean,
): boolean {
  const { entry } = trigger
  give(roles, 'partner', metInClause(view, trigger, verbs), entry)
  // «لدى لقائه في بورتسودان نائب الوزير»: whom he meets, behind where and when.
  if (entry.type === 'CONSULT' && !slots.get('genitive')?.length && isOwned(view.document.tokens[trigger.from]!))
    give(roles, entry.object === 'topic' ? 'partner' : entry.object, slots.get('extra'), entry)
  if (trigger.pronoun) {
    const owned = ownerOf(view, trigger, verbs)
    // «أعربت عن تأييدها للخطوة»: the pronoun means the subject, who supports.
    if (owned)
      give(
        roles,
        (owned.isSubject || slots.has('ل')) &&
          entry.genitive === 'patient' &&
          entry.subject === 'agent' &&
          !isSuffered(view, trigger, slots)
          ? 'agent'
          : entry.genitive,
        owned.owners,
        entry,
      )
  }
  give(roles, 'patient', sufferedInClause(view, trigger, verbs)?.subjects, entry)
  const done = doneInClause(view, trigger, verbs)
  if (done) {
    if (roles.agent.length === 0) give(roles, 'agent', done.subjects, entry)
    for (const [slot, mentions] of done.slots) give(roles, roleBehind(entry, slot), mentions, entry)
  }
  if (roles.agent.length === 0 && entry.type === 'ASSAULT')
    give(roles, 'agent', ownerOfTheWeapon(view, trigger, verbs), entry)
  if (roles.agent.length === 0 && (entry.mode === 'visit' ? !trigger.definite : isTalkBeside(trigger, slots)))
    give(roles, 'agent', visitor(trigger, verbs), entry)
  const receiver = roles.patient.length > 0 ? NOBODY : receiverOf(view, trigger, verbs)
  if (receiver.length > 0) {
    give(roles, 'patient', receiver, entry)
    if (roles.agent.length === 0) give(roles, 'agent', slots.get('من'), entry)
  }
  if (roles.agent.length > 0) return false
  // «انقلاب نفذه والده»: whoever did it, nobody named here did.
  const doneByOther = done?.slots.has('subject') === true && done.subjects.length === 0
  if (!doneByOther && receiver.length === 0 && (!slots.has('بين') || entry.prepositions.بين === 'patient')) {
    const doers = governing(view, trigger, verbs, roles.partner.length > 0, isTrigger)
    give(roles, 'agent', without(doers, roles.patient), entry)
  }
  return true
}

/** Whom a participle says something of: the noun phrase before it. */
function bearerOf(view: SentenceView, trigger: Trigger, verbs: readonly FiniteVerb[]): Mention | undefined {
  // «انتقد فلان الرئيس متضامنا مع …»: indefinite, and no adjective of a name: said of the subject of the verb.
  const near = view.endingAt(trigger.from)
  if (near && !trigger.definite && isTanwin(view.document.tokens[trigger.from]!) && near.via === 'name')
    return lastActing(verbs, trigger.from)?.subjects[0]
  return near
}
