/** Whether a verb whose letters can be read both ways is passive. */
import type { Mention } from '../entities/mention.ts'
import { bare } from '../text/clitics.ts'
import { fold } from '../text/fold.ts'
import { numberAt } from '../text/numbers.ts'
import { perWord } from '../text/word.ts'
import { BY, type Slots } from './mention-slot.ts'
import { isByWeapon, MEANS } from './nouns.ts'
import type { SentenceView } from './sentence.ts'
import type { Trigger } from './triggers.ts'

/** Words from a verb to «من» behind the number that is its subject, at most. */
const NUMBER_WITHIN = 4

/** «قتل ثلاثة من الشرطة»: whether so many of somebody stand behind a verb. */
function isNumberOf(view: SentenceView, at: number): boolean {
  const { tokens } = view.document
  for (let i = at + 2; i < Math.min(view.to, at + NUMBER_WITHIN); i++)
    if (tokens[i]!.key === 'من') return numberAt(tokens, i - 1)?.to === i && tokens[i - 1]!.kind !== 'mark'
  return false
}

const isSoldier = perWord(({ key }) => /^(?:جندي|شرطي|ضابط|عسكري|مقاتل|عنصر)$/.test(key))

/** «قُتل», «وأُفرج», «استُدعي». */
const EARLY_DAMMA = /^[^\u064B-\u0652]{1,4}\u064F/
const hasEarlyDamma = perWord(({ text }) => EARLY_DAMMA.test(text))

/** A form that can be read both ways is passive where one vowel says so, where a doer is named apart, or where a lone sufferer stands in the subject's place. */
export function isPassive(view: SentenceView, trigger: Trigger, slots: Slots, subjects: readonly Mention[]): boolean {
  if (trigger.voice !== 'either') return trigger.voice === 'passive'
  // «تعرضت القافلة لهجوم»: the verb itself says that its subject suffers.
  if (trigger.entry.subject === 'patient') return false
  // «يُعلن»: the present of the fourth form and its like has the vowel in the active too.
  const decisive = trigger.tense === 'past' || fold(trigger.entry.verb?.past ?? '').length !== 4
  if (decisive && hasEarlyDamma(view.document.tokens[trigger.from]!)) return true
  if (slots.has(BY)) return true
  if (trigger.entry.object !== 'patient' || slots.has('object') || trigger.pronoun) return false
  const fallen = trigger.subject === 'plural' && isFatal(view.document.tokens[trigger.from]!) && tellsHow(view, trigger)
  if (trigger.phrase.length > 0) return fallen
  const hostile = trigger.entry.type === 'ASSAULT' || trigger.entry.type === 'COERCE'
  // «قتل جندي من قوات اليونيفيل»: one of them, and nobody whom he would have killed.
  const next = view.document.tokens[trigger.from + 1]
  if (hostile && slots.has('subject') && ((next && isSoldier(next)) || isNumberOf(view, trigger.from))) return true
  const subject = subjects[0]
  if (!hostile || subject === undefined) return false
  // «قتل 21 عراقيا»: who is only described by where he is from, and nobody else, suffers it.
  if (subject.via === 'nisba') return (slots.get('subject')?.length ?? 0) > 0 && !isArmedBefore(view, subject.from)
  // «الأشخاص الأربعة اعتقلوا»: nor do people who are not armed, where nobody is arrested or killed by them.
  if (subject.type === 'group' && trigger.subject === 'plural' && (fallen || !FIGHTING.test(subject.key))) return true
  return (
    (subject.type === 'person' || (subject.type === 'group' && !ARMED.test(subject.key))) &&
    (slots.get('subject')?.length ?? 0) > 0
  )
}

/** «الذين قتلوا في مواجهات»: right behind a verb of killing or capture, without anybody whom it befell, stands how that was. */
const tellsHow = (view: SentenceView, { to, from }: Trigger) =>
  isByWeapon(view.document.tokens[from + 1] ?? view.document.tokens[from]!) ||
  HOW.has(view.document.tokens[from + 1]?.key ?? '') ||
  (to > from + 1 && HOW.has(view.document.tokens[to]?.key ?? ''))
const HOW = new Set('في خلال اثر جراء اثناء قرب علي'.split(' '))
const isFatal = perWord(({ key }) => /^[وف]?(?:قتلوا|جرحوا|خطفوا|اعتقلوا|اسروا|احتجزوا|يقتلون|اغتيلوا)$/.test(key))

/** Of groups that strike rather than suffer. */
const ARMED = /مسلح|ارهاب|مهاجم|خاطف|متمرد/
/** Of groups that strike as often as they suffer: before a verb of which nobody else suffers, they are taken to strike. */
const FIGHTING = /مسلح|ارهاب|مهاجم|خاطف|متمرد|مقاتل|جنود|عناصر|مستوطن|قراصن/

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
