/** What is said is told by a noun phrase, the object of the saying: «نفت الشرطة استخدام الرصاص», «وأعلنت عزمها الطعن», «انتقد الحزب القانون». */
import type { SentenceView } from '../events/sentence.ts'
import { isFiniteVerb } from '../lexicon/finite.ts'
import { vocabulary } from '../lexicon/vocabulary.ts'
import { isFunctionWord } from '../text/document.ts'
import { DEMONSTRATIVES, PREPOSITIONS, QUANTIFIERS } from '../text/function-words.ts'
import { isComma } from '../text/marks.ts'
import { perWord } from '../text/word.ts'
import { isMasdar, isOwnedMasdar } from './masdars.ts'
import { isAccusative, isSelf } from './passed.ts'
import { isSource, isThat, sayingNounAt } from './sayings.ts'
import { type Phrase, phraseAt } from './speakers.ts'
import type { Speech } from './speech.ts'
import { passedBefore } from './subject-behind.ts'

/** An object stands at most so many words behind its verb. */
const REACH = 24
/** What somebody is, told behind a name, is so many words long, at most. */
const APPOSITION = 10

/**
 * The token index of the object behind a verb of saying and its subject, or of the object right behind the verb where its subject was
 * named before («ونفى علمه بذلك»); undefined where there is none.
 * @param hasClause whether it says something by «أن» besides: then what stands right behind it is its subject («أظهر تقرير أن»)
 */
export function objectBehind(view: SentenceView, verb: number, entry: Speech, hasClause: boolean): number | undefined {
  const any = entry.takesAnyObject
  const calls = isCalling(view, verb, entry)
  const ofActs = entry.isOfActs && !isAmount(view.document.tokens[verb]!)
  if (!any && !calls && !ofActs) return undefined
  const limit = Math.min(view.to, verb + REACH)
  const first = passedBefore(view, verb + 1, limit, !calls)
  if (first >= limit || stops(view, first)) return undefined
  if (!hasClause && (isAct(view, first) || opensObject(view, first, entry))) return first
  // «حكومات اعتبرتها حليفا»: its subject stands before it.
  if (calls && !hasClause && isCalled(view, first)) return first
  const subject = phraseAt(view, first, limit)
  if (subject === undefined) return undefined
  // «أما النقابة فانتقدت خطة الوزارة»: its subject stands before it.
  if (any && !hasClause && followsTopic(view, verb)) return first
  // «الأهلي طرابلس»: a place right behind a name is of it, and nothing denied.
  const place = view.startsAt.get(subject.to)
  const end = place?.type === 'place' && place.preposition === '' && place.conjunction === '' ? place.to : subject.to
  // «أكد القادة، في ختام قمتهم، التزامهم بـ»: beyond words that are set apart.
  const apart =
    ofActs && end < limit && isComma(view.document.tokens[end]!) ? behindComma(view, end + 1, limit) : undefined
  if (apart !== undefined && apart < limit && isAct(view, apart)) return apart
  const at = passedBefore(view, end, limit, !calls)
  if (at >= limit || stops(view, at)) return undefined
  if (isAct(view, at) || opensObject(view, at, entry)) return at
  // «ناشدت الوزيرة المانحين سد العجز»: past whom it is said to.
  const addressee = TOLD_TO.has(entry.lemma) ? phraseAt(view, at, limit) : undefined
  if (addressee && addressee.to < limit) {
    const { to } = addressee
    const act = isComma(view.document.tokens[to]!) ? behindComma(view, to + 1, limit) : to
    if (act !== undefined && act < limit && isAct(view, act)) return act
  }
  // «أعلنت الكتيبة الجناح المسلح للحركة، مسؤوليتها عن»: beyond what she is.
  const beyond = ofActs && /^ال/.test(view.document.tokens[at]!.key) ? behindComma(view, at, limit) : undefined
  if (beyond !== undefined) return isAct(view, beyond) ? beyond : undefined
  const token = view.document.tokens[at]!
  if (calls) return isCalled(view, at) || isFeminine(view, subject, at) ? at : undefined
  if (any && (DEMONSTRATIVES.has(token.key) || QUANTIFIERS.has(token.key)) && at + 1 < limit) return at
  return any && token.kind === 'word' && !isFunctionWord(token) && !isFiniteVerb(token) ? at : undefined
}

const followsTopic = ({ from, document: { tokens } }: SentenceView, verb: number): boolean =>
  tokens[verb]!.key.startsWith('ف') && /^و?اما$/.test(tokens[from]!.key)

/** Verbs of whom something is told or asked, which is an act. */
const TOLD_TO = new Set(['ناشد', 'ابلغ'])

/** «يبلغ ارتفاعه»: of «بلغ». */
const isAmount = perWord(({ key }) => /^[وف]?س?[يت]بلغ/.test(key))

/** «اعتبرته الوزارة خرقا للاتفاق»: what somebody or something is called, in the accusative. */
const isCalling = (view: SentenceView, verb: number, entry: Speech): boolean =>
  (entry.lemma === 'اعتبر' || entry.lemma === 'سمي') && /.{4}(?:ه|ها|هم)$/.test(view.document.tokens[verb]!.key)

/** «حليفا»: an indefinite accusative that is no name. */
const isCalled = (view: SentenceView, at: number): boolean =>
  /[^اءىو]ا$/.test(view.document.tokens[at]!.key) && !view.startsAt.has(at) && !view.isName(at)

/** «اعتبره المجلس وصاية جديدة»: the same of a feminine noun, behind somebody named. */
const isFeminine = (view: SentenceView, { mention }: Phrase, at: number): boolean => {
  const { key, text } = view.document.tokens[at]!
  return mention !== undefined && text.endsWith('ة') && !/^[وفبلك]?ال|^لل/.test(key) && !view.startsAt.has(at)
}

function behindComma(view: SentenceView, from: number, limit: number): number | undefined {
  for (let at = from; at < Math.min(limit - 1, from + APPOSITION); at++)
    if (isComma(view.document.tokens[at]!)) return at + 1
  return undefined
}

function stops(view: SentenceView, at: number): boolean {
  const token = view.document.tokens[at]!
  return token.kind !== 'word' || isThat(token) || sayingNounAt(view.document.tokens, at)?.participle === true
}

function isAct(view: SentenceView, at: number): boolean {
  const token = view.document.tokens[at]!
  return (
    isMasdar(token) &&
    !isSource(token.key) &&
    !view.isTime(at) &&
    !isAccusative(token) &&
    !(view.isName(at) && !isOwnedMasdar(token))
  )
}

const opensObject = (view: SentenceView, at: number, entry: Speech): boolean => {
  const { key } = view.document.tokens[at]!
  // «…، ما أدى إلى»: what followed.
  return (key === 'اي' || (key === 'ما' && !isComma(view.document.tokens[at - 1]!))) && entry.openers.has(key)
}

/** Whether a participle of saying has its object right behind it: «مؤكدة توقيف خمسة», «نافيا أي صلة». */
export function hasObject(view: SentenceView, participle: number, entry: Speech): boolean {
  const at = participle + 1
  if (at >= view.to) return false
  const token = view.document.tokens[at]!
  if (token.kind !== 'word') return false
  if (opensObject(view, at, entry) || isAct(view, at)) return true
  return entry.stance === 'denies' && !isFunctionWord(token)
}

/**
 * Whether a token is the object of a verb of saying whose subject stands between them, where the verb takes no other object than an act: a verbal noun of the events
 * without an article.
 */
export function isObject(view: SentenceView, verb: number, at: number, entry: Speech): boolean {
  const token = view.document.tokens[at]!
  // «أقر المجلس اقتراح القانون»: passed it, and said nothing.
  if (!isEventMasdar(token) || isFunctionWord(token) || entry.lemma === 'اقر') return false
  if (view.isTime(at) || isSelf(token.key) || /^(?:ال|لل|بال)/.test(token.key)) return false
  const before = view.document.tokens[at - 1]!
  if (PREPOSITIONS.has(before.key)) return false
  // «في ختام اجتماع»: of the occasion.
  if (!/^ال/.test(before.key) && !view.isName(at - 1) && PREPOSITIONS.has(view.document.tokens[at - 2]?.key ?? ''))
    return false
  let subjectEnds = false
  for (const m of view.mentions) {
    if (m.from <= at && at < m.to && m.via !== 'group') return false
    const from = m.titleFrom ?? m.from
    if (m.via === 'nisba' || m.preposition !== '' || from <= verb) continue
    subjectEnds ||= m.to === at || (m.to <= at && from <= verb + 3)
  }
  return subjectEnds
}

/** Whether a word is a verbal noun of the events. */
const isEventMasdar = perWord(
  ({ kind, key }) =>
    kind === 'word' &&
    (vocabulary()
      .events.get(key)
      ?.some((form) => form.kind === 'masdar') ??
      false),
)
