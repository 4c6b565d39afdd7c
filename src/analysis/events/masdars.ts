/** What of a masdar's phrase is its object, and whom the pronoun on it means. */
import type { EventType } from '../analysis.ts'
import type { Mention } from '../entities/mention.ts'
import { bare } from '../text/clitics.ts'
import { isFunctionWord } from '../text/document.ts'
import { perWord } from '../text/word.ts'
import { BY, type Slots } from './mention-slot.ts'
import type { SentenceView } from './sentence.ts'
import type { Trigger } from './triggers.ts'

/** «اعتقال الشرطة زعيم الحزب»: behind a genitive that acts, a noun right behind it is the object of the masdar. */
export function hasObject(view: SentenceView, { kind, phrase, entry }: Trigger, slots: Slots): boolean {
  const doer = slots.get('genitive')?.at(-1)
  const object = slots.get('object')?.[0]
  // «استهداف الجيش مواطنين عزلا»: so is one that nobody is named by.
  if (object === undefined && slots.has('object'))
    return kind === 'masdar' && entry.subject === 'agent' && phrase.length === 0 && doer !== undefined && acts(doer)
  // «اقتحام مسلحين المقر»: behind an indefinite noun a definite one is no adjective.
  if (
    kind === 'masdar' &&
    object === undefined &&
    phrase.length === 0 &&
    doer?.via === 'group' &&
    entry.subject === 'agent'
  )
    return isDefiniteBehind(view, doer)
  if (
    kind !== 'masdar' ||
    entry.subject !== 'agent' ||
    doer === undefined ||
    object === undefined ||
    phrase.some((at) => at < (object.titleFrom ?? object.from))
  )
    return false
  const from = object.titleFrom ?? object.from
  return (
    doer.via !== 'nisba' &&
    doer.type !== 'place' &&
    // «الجنود الأسرى»: one says of the other what they are.
    !(doer.via === 'group' && object.via === 'group' && from === doer.to) &&
    object.preposition === '' &&
    object.conjunction === '' &&
    view.document.tokens[doer.to]?.kind !== 'mark' &&
    from >= doer.to &&
    from - doer.to <= (object.via === 'nisba' ? 1 : 2)
  )
}

function isDefiniteBehind(view: SentenceView, doer: Mention): boolean {
  const { tokens } = view.document
  const next = doer.to < view.to ? tokens[doer.to]! : undefined
  return (
    next?.kind === 'word' &&
    isPlainDefinite(next) &&
    !view.isTime(doer.to) &&
    isIndefinitePlural(tokens[doer.to - 1]!) &&
    doer.to - doer.from === 1
  )
}
const isPlainDefinite = perWord((word) => /^ال.{2}/.test(word.key) && !isFunctionWord({ word }))
const isIndefinitePlural = perWord(({ key }) => /.{3}(?:ين|ون)$/.test(key) && bare(key) === key)

const acts = ({ type, via }: Mention) =>
  via !== 'nisba' && (type === 'state' || type === 'organization' || type === 'armed-group')

/** «اتهام باريس لموسكو»: behind a genitive that acts, «ل» right behind it marks the object of the masdar. */
export function hasLamObject(view: SentenceView, { kind, entry }: Trigger, slots: Slots): boolean {
  const doer = slots.get('genitive')?.at(-1)
  const object = slots.get('ل')?.[0]
  // «اقتحام الجنود للمبنى»: so is a place that nobody is named by.
  if (object === undefined && kind === 'masdar' && entry.type === 'ASSAULT' && doer?.via === 'group') {
    const next = view.document.tokens[doer.to]
    return next !== undefined && isPlaceBehindLam(next)
  }
  return (
    kind === 'masdar' &&
    entry.subject === 'agent' &&
    entry.object === 'patient' &&
    doer !== undefined &&
    doer.via !== 'group' &&
    doer.via !== 'nisba' &&
    object !== undefined &&
    (object.titleFrom ?? object.from) === doer.to
  )
}

const PLACES = new Set('مبني منزل بيت مكتب سجن حرم مسجد مخيم مدينه بلده قريه مقر مستشفي مدرسه حي منطقه مطار'.split(' '))
const isPlaceBehindLam = perWord(({ key }) => key.startsWith('لل') && PLACES.has(key.slice(2)))

/** Acts of which a pronoun on the noun means the sufferer, unless whom it befalls is told behind it. */
const HOSTILE: ReadonlySet<EventType> = new Set(['ASSAULT', 'COERCE', 'SANCTION', 'ACCUSE', 'REQUEST'])
/** Behind these an act is told for its time or its cause, and is nothing that the subject of the sentence goes on to do. */
const BESIDE = new Set('منذ بعد قبل خلال اثر عقب اثناء لدي حتي بسبب رغم بشان حول قبيل بعيد'.split(' '))

/** «بعد اعتقاله», «أن محاكمته …», «إجباره من قبل …»: whether the pronoun on a noun means whom the act befalls, though he is the subject of the sentence. */
export function isSuffered(view: SentenceView, { entry, from, preposition }: Trigger, slots: Slots): boolean {
  if (slots.has(BY)) return true
  if (!HOSTILE.has(entry.type) || slots.has('object') || slots.has('ل')) return false
  const before = view.document.tokens[from - 1]
  return BESIDE.has(preposition ?? '') || (before !== undefined && /^[وبل]?ان$/.test(before.key))
}
