/** Who takes part in an act by the frame of its lexicon entry: what its subject, its object, its genitive and each preposition are. */
import type { EventType } from '../analysis.ts'
import { isPlace, type Mention } from '../entities/mention.ts'
import type { EventWord } from '../lexicon/schema.ts'
import { bare } from '../text/clitics.ts'
import { governing } from './governing.ts'
import { hasLamObject, hasObject } from './masdars.ts'
import { BY, OF_ACT, OF_PHRASE, type Slots } from './mention-slot.ts'
import { MEANS } from './nouns.ts'
import { give, landIn, NOBODY, type Roles, roleBehind } from './roles.ts'
import type { SentenceView } from './sentence.ts'
import type { FiniteVerb } from './subjects.ts'
import { meets } from './talks.ts'
import type { Trigger } from './triggers.ts'
import { hitsUnnamed, isBehindAnother, isTurnedTo } from './turned.ts'

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
const TOGETHER: ReadonlySet<EventType> = new Set(['CONSULT', 'AGREE', 'COOPERATE', 'REQUEST'])
const HIT: ReadonlySet<EventType> = new Set(['ASSAULT', 'COERCE'])

/** Adds the subject and the object of a verb; of a passive the subject is whom it befalls. */
export function giveOfVerb(roles: Roles, { entry }: Trigger, verb: FiniteVerb, passive: boolean): void {
  const { subjects, slots, antecedent } = verb
  const takes = entry.object === 'topic' && TAKING.has(entry.type)
  const object = slots.get('object')
  give(roles, passive ? entry.object : entry.subject, subjects, entry)
  if (passive && takes)
    give(
      roles,
      'patient',
      subjects.filter((m) => m.via === 'nisba'),
      entry,
    )
  give(roles, entry.object, object, entry)
  // «أسقط طائرة أوكرانية», «احتجز ناقلة يونانية»: whose it is.
  if (takes)
    give(
      roles,
      'patient',
      object?.filter((m) => m.via === 'nisba' || (m.type === 'organization' && entry.type === 'PROTEST')),
      entry,
    )
  if (verb.pronoun && antecedent?.mention && !passive && !subjects.includes(antecedent.mention))
    give(roles, entry.object, [antecedent.mention], entry)
}

/** Adds whoever stands in construct with an act told by a noun, behind that as its object, or as its adjective. */
export function giveOfNoun(
  roles: Roles,
  view: SentenceView,
  trigger: Trigger,
  slots: Slots,
  verbs: readonly FiniteVerb[],
  isTrigger: (at: number) => boolean,
): void {
  const { entry } = trigger
  const behind = slots.get('genitive')
  // «اتهام الجزائر»: she is accused; «اتهام المغرب للجزائر»: the lam marks whom it is turned to, and the genitive does it.
  const lam = hasLamObject(view, trigger, slots)
  if (lam && entry.prepositions.ل === undefined) give(roles, 'patient', slots.get('ل'), entry)
  const genitive = roleOfGenitive(view, trigger, slots, lam)
  // «توجه إلى القاهرة للقاء مسؤولين …»: who goes to meet them is told by the verb.
  const met = meets(view, trigger, slots) ? governing(view, trigger, verbs, false, isTrigger) : NOBODY
  give(roles, 'agent', met, entry)
  give(roles, met.length > 0 ? 'patient' : genitive === 'none' ? entry.object : genitive, behind, entry)
  if (genitive === 'agent') give(roles, entry.object, slots.get('object'), entry)
  give(roles, behind?.length && entry.genitive === 'agent' ? 'patient' : 'agent', slots.get('adjective'), entry)
}

/** What the genitive of an act told by a noun is: it does what is turned to somebody else, though alone it would suffer it. */
function roleOfGenitive(view: SentenceView, trigger: Trigger, slots: Slots, lam: boolean): EventWord['genitive'] {
  const { entry, phrase } = trigger
  // «… لمطالبة المجلس بعقد جلسة»: who is asked for something, and does not ask.
  if (entry.type === 'REQUEST' && entry.genitive === 'agent' && trigger.preposition === 'ل' && slots.has('ب'))
    return 'patient'
  // «نشر إثيوبيا منظومات دفاع»: who stands between a masdar and the noun of its phrase does it.
  if (entry.object === 'topic' && phrase.length > 0 && standsBefore(slots.get('genitive'), phrase[0]!)) return 'agent'
  if (entry.genitive !== 'patient') return entry.genitive
  const turned =
    lam ||
    isTurnedTo(entry, slots, 'ل') ||
    isTurnedTo(entry, slots, 'الي') ||
    isTurnedTo(entry, slots, 'عن') ||
    hasObject(view, trigger, slots) ||
    // «قصف الطائرات الروسية لمدينة …»: so do the arms that are named in its construct.
    (entry.type === 'ASSAULT' && MEANS.has(bare(view.document.tokens[trigger.from + 1]?.key ?? '')))
  return turned ? 'agent' : 'patient'
}

const standsBefore = (mentions: readonly Mention[] | undefined, at: number) =>
  mentions !== undefined && mentions.length > 0 && mentions.every((m) => m.to <= at)

/** Adds whoever stands behind a preposition of a verb (`verb`) or noun, or in construct with its phrase. */
export function giveBehindPrepositions(
  roles: Roles,
  view: SentenceView,
  trigger: Trigger,
  slots: Slots,
  verb: FiniteVerb | undefined,
  passive: boolean,
  isTrigger: (at: number) => boolean,
): void {
  const { entry } = trigger
  const isVerb = verb !== undefined
  let charged = false
  for (const [slot, mentions] of slots) {
    // «اتهمت باريس موسكو بالتجسس لمصلحة …»: behind the charge others are named whom nobody accuses.
    if (charged && slot !== BY) continue
    charged ||=
      (entry.type === 'ACCUSE' && slot === 'ب' && roles.patient.length > 0) ||
      // «طالبت باريس بانسحاب موسكو من …»: nor behind the demand are those asked.
      (entry.type === 'REQUEST' &&
        mentions[0]?.preposition === '' &&
        (slot === 'ب' || slot === 'الي') &&
        entry.prepositions[slot] !== 'patient')
    if (mentions.length === 0) continue
    if (slot === OF_ACT) {
      if (entry.object === 'act' || entry.type === 'REQUEST') give(roles, 'act', mentions, entry)
      continue
    }
    if (slot === OF_PHRASE) {
      // «أكدت الصحيفة دعم الإمارات لـ …»: where the phrase has whom it is turned to, who stands in its construct does it.
      if (isVerb && verb.subjects.length === 0 && isTurnedTo(entry, slots, 'ل')) {
        give(roles, 'agent', mentions, entry)
        continue
      }
      // «أوصى اللجنة بإدراج أشخاص …»: in construct with what is asked for stands nobody who is asked.
      const asked = entry.type === 'REQUEST' && view.document.tokens[trigger.phrase.at(-1)!]?.key.startsWith('ب')
      give(
        roles,
        asked ? 'act' : entry.object === 'topic' && SUFFERED.has(entry.type) ? 'patient' : entry.object,
        mentions.filter((m) => m.type !== 'place'),
        entry,
      )
      continue
    }
    if (slot === 'subject' || slot === 'object' || slot === 'genitive' || slot === 'adjective' || slot === 'extra')
      continue
    // «تزامن القصف مع وصول …»: what stands with it belongs to the verb whose subject it is.
    if (slot === 'مع' && !isVerb && trigger.definite && !standsRightBehind(view, mentions[0]!, 'مع')) continue
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
      roles.place ??= mentions.find(isPlace)
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
      give(roles, 'agent', mentions, entry)
      continue
    }
    // «لقاء … عن رغبتهم في التطوع بالجيش»: behind another preposition «ب» belongs to the noun there.
    if (slot === 'ب' && !isVerb && entry.type === 'CONSULT' && isBehindAnother(slots)) continue
    // «جمدت مساعداتها لجوبا»: what was somebody's is taken from him.
    const takenFrom =
      slot === 'ل' && isVerb && TAKEN.has(entry.type) && entry.object === 'topic' && trigger.phrase.length > 0
    const role = roleBehind(entry, slot) ?? (takenFrom ? 'patient' : undefined)
    // «دعا إلى مؤتمر بجنيف»: a town behind «ب» is where it is.
    if (isVerb && slot === 'ب' && role !== 'patient' && mentions.every(isPlace)) {
      roles.place ??= mentions[0]
      continue
    }
    // «احتجوا على وزارة الصحة»: who is named right behind it is whom they protest against; «على مقتل …» says over what.
    if (slot === 'علي' && entry.type === 'PROTEST' && role === 'topic') {
      const { tokens } = view.document
      give(
        roles,
        'patient',
        mentions.filter((m) => tokens[(m.titleFrom ?? m.from) - 1]?.key === slot && OPPOSED.has(m.type)),
        entry,
      )
      continue
    }
    // Who is asked stands first; «من» and «ل» behind him belong to what is asked for.
    if (role === 'patient' && entry.type === 'REQUEST' && roles.patient.length > 0) continue
    if (role === 'place' || PLACING.has(slot)) {
      roles.place ??= landIn(mentions)
    } else if (role !== undefined) {
      give(roles, role, mentions, entry)
    } else if (slot === 'ل' && roles.patient.length === 0 && HIT.has(entry.type) && hitsUnnamed(entry, slots)) {
      // «هجوم على قاعدة للجيش»: so it does behind what an attack is turned to.
      give(roles, 'patient', mentions, entry)
    } else if (slot === 'ل' && isVerb && !passive && slots.get('object')?.length === 0) {
      // «قصفت مواقع لحزب الله»: behind a noun that names nobody, «ل» says whose it is.
      give(roles, entry.object, mentions, entry)
    } else if (entry.object === 'act' && !(entry.type === 'REQUEST' && roles.patient.length > 0)) {
      give(roles, 'act', mentions, entry)
    }
  }
}

/** Whether nothing stands between a free preposition and a mention. */
const standsRightBehind = (view: SentenceView, mention: Mention, preposition: string) =>
  view.document.tokens[(mention.titleFrom ?? mention.from) - 1]?.key === preposition
