import type { SentenceView } from '../events/sentence.ts'
import type { FiniteVerb } from '../events/subjects.ts'
import { vocabulary } from '../lexicon/vocabulary.ts'
import { bare } from '../text/clitics.ts'
import { RELATIVES } from '../text/function-words.ts'
import type { Token } from '../text/tokens.ts'
import { agreesWith, fits, isGoverned } from './agreement.ts'
import { frontedSubject } from './fronted.ts'
import type { Actor, FoundClaim, Reading } from './reading.ts'
import { isSource, type VerbOfSaying } from './sayings.ts'
import { type Phrase, phraseAt, phraseOf, speakerText } from './speakers.ts'
import { subjectBehind } from './subject-behind.ts'

/** Of a speaker nothing is carried over more sentences. */
const CARRIED_OVER = 2

/** Who is named before «لكنه» acts at most so many words before. */
const TURN_REACH = 8
const isTurned = (token: Token | undefined): boolean => token !== undefined && /^و?لكن(?:ه|ها)$/.test(token.key)

/** Who spoke last, here or in the sentences before, and agrees with a verb. */
export function lastSpeaker(
  reading: Reading,
  subject: VerbOfSaying['subject'],
  at: number,
): Pick<FoundClaim, 'speaker' | 'gender'> | undefined {
  const { view, verbs, found, claims } = reading
  // «وهو ما لم تنفه الكتيبة، لكنها أوضحت»: who was named last.
  const turned = isTurned(view.document.tokens[at - 1])
    ? phraseActing(view, verbs, at - 1, subject, 1, at - TURN_REACH)
    : undefined
  if (turned?.mention) return { speaker: speakerText(view, turned), gender: subject === 'first' ? 'any' : subject }
  const agrees = (claim: FoundClaim) =>
    claim.gender === 'any' || claim.gender === subject || (subject === 'masculine' && claim.gender === 'masculine')
  const here = found.findLast((claim) => claim.gender === subject) ?? found.findLast(agrees)
  if (here) return here
  const acting = actorBefore(reading, at, subject, true)
  if (acting) return acting
  const { before } = reading
  // «أشاد الوزير بالاتفاق. وأضاف أن …»: who acted in the sentence before, where nobody spoke in it.
  if (
    before &&
    before.sentence === view.index - 1 &&
    claims.at(-1)?.sentence !== before.sentence &&
    (before.gender === subject || before.gender === 'any')
  )
    return before
  const named = at > view.from ? (leadingTopic(view, at, subject) ?? personBefore(view, at, subject)) : undefined
  if (named) return { speaker: speakerText(view, named), gender: subject === 'first' ? 'any' : subject }
  for (let i = claims.length - 1; i >= 0 && view.index - claims[i]!.sentence <= CARRIED_OVER; i--)
    if (agrees(claims[i]!)) return claims[i]
  return undefined
}

/** Whose words were told last, here or in the sentences before («…، وفق قولها»). */
export function lastSaid(
  { view, found, claims }: Reading,
  gender: 'masculine' | 'feminine',
): Pick<FoundClaim, 'speaker' | 'gender'> | undefined {
  const agrees = (claim: FoundClaim) => claim.gender === gender
  const here = found.findLast(agrees)
  if (here) return here
  for (let i = claims.length - 1; i >= 0 && view.index - claims[i]!.sentence <= CARRIED_OVER; i--)
    if (agrees(claims[i]!)) return claims[i]
  return undefined
}

/** «غير أن المركز الوطني قلل من شأنها، ونفى …»: whom a sentence that turns begins with. */
function leadingTopic(view: SentenceView, at: number, subject: VerbOfSaying['subject']): Phrase | undefined {
  const { tokens } = view.document
  const first = tokens[view.from]!.key
  const from =
    /^(?:غير|الا|بيد)$/.test(first) && tokens[view.from + 1]?.key === 'ان' ? 2 : /^(?:و?لكن|و?اما)$/.test(first) ? 1 : 0
  const phrase = from === 0 ? undefined : phraseAt(view, view.from + from, at)
  return phrase && agreesWith(view, phrase, subject) ? phrase : undefined
}

/** The person named before a verb that goes on with «و» in a sentence of whose verbs none is known. */
function personBefore(view: SentenceView, at: number, subject: VerbOfSaying['subject']): Phrase | undefined {
  const person = view.mentions.find(
    (m) =>
      m.to <= at &&
      (m.titleFrom ?? m.from) <= view.from + 7 &&
      m.type === 'person' &&
      m.via !== 'nisba' &&
      !isGoverned(view, m) &&
      fits(m, subject),
  )
  return person && phraseOf(person)
}

/** The person who acts first in a sentence: who a saying without a subject in the next one is taken to be by, where nobody spoke here. */
export function actorOfSentence(view: SentenceView, verbs: readonly FiniteVerb[]): Actor | undefined {
  for (const verb of verbs) {
    if (verb.antecedent || (verb.subject !== 'masculine' && verb.subject !== 'feminine')) continue
    const person = verb.subjects.find((m) => m.type === 'person' && m.preposition === '')
    if (person) return { speaker: speakerText(view, phraseOf(person)), gender: verb.subject, sentence: view.index }
    if (verb.subjects.length > 0) return undefined
  }
  return undefined
}

/** Verbs before a saying whose subject is looked for, at most. */
const VERBS_BACK = 4

/**
 * Who did what the sentence told before («رفض المصدر الاتهامات، وأوضح أن»).
 * @param goesOn whether the saying is joined to what stands before: then whoever acts in a relative clause may go on too («بيان تقدمت به الشركة
 * وطالبت بـ»)
 */
export function actorBefore(
  { view, verbs }: Reading,
  at: number,
  subject: VerbOfSaying['subject'],
  goesOn = false,
): Pick<FoundClaim, 'speaker' | 'gender'> | undefined {
  const phrase = phraseActing(view, verbs, at, subject, VERBS_BACK, view.from, goesOn)
  if (phrase === undefined) return undefined
  return { speaker: speakerText(view, phrase), gender: subject === 'first' ? 'any' : subject }
}

/** The subject of the nearest verb before a token that agrees and has one: before it, behind it, or carried to it. */
export function phraseActing(
  view: SentenceView,
  verbs: readonly FiniteVerb[],
  at: number,
  subject: VerbOfSaying['subject'],
  back: number,
  from = view.from,
  goesOn = false,
): Phrase | undefined {
  let left = back
  for (let i = verbs.length - 1; i >= 0 && left > 0; i--) {
    const verb = verbs[i]!
    if (verb.at < from) break
    // «رحب حاكم المصرف»: what is spelled like a verb right behind one is its subject.
    if (verbs[i - 1]?.at === verb.at - 1) continue
    const ofAnother = verb.antecedent && !verb.pronoun && !(goesOn && takesUp(view.document.tokens[verb.at + 1]))
    if (verb.at >= at || ofAnother || verb.subject !== subject) continue
    left--
    const fronted = frontedSubject(view, verb.at)?.phrase
    if (fronted && agreesWith(view, fronted, subject)) return fronted
    const behind = subjectBehind(view, verb.at, at)
    const speaks =
      behind && (behind.mention ? behind.mention.type !== 'place' : isActor(view, behind, verb.at, subject))
    if (speaks && fitsPhrase(behind, subject)) return behind
    const named = verb.subjects.find(
      (m) => m.type !== 'place' && m.type !== 'state' && m.via !== 'nisba' && m.from < at,
    )
    if (named) return phraseOf(named)
  }
  return undefined
}

/** «تقدمت به»: behind a preposition a relative clause takes up what it is said of, as an object pronoun does. */
const takesUp = (token: Token | undefined): boolean =>
  token !== undefined && /^(?:ب|في|عن|علي|ل|من|الي)(?:ه|ها|هم|هما)$/.test(token.key)

/** A source or group, or a definite noun right behind its verb that agrees with it. */
function isActor(view: SentenceView, { from }: Phrase, verb: number, subject: VerbOfSaying['subject']): boolean {
  const head = view.document.tokens[from]!
  const stem = bare(head.key)
  if (isSource(stem) || vocabulary().groups.has(stem)) return subject !== 'masculine' || !head.text.endsWith('ة')
  return from === verb + 1 && /^ال.{3}/.test(head.key) && head.text.endsWith('ة') === (subject === 'feminine')
}

const fitsPhrase = ({ mention }: Phrase, subject: VerbOfSaying['subject']): boolean =>
  mention === undefined || mention.type !== 'person' || fits(mention, subject)

/** What a relative clause of saying is said of: «التقارير الغربية التي تتحدث»; the plural one of «المسؤولين في الوزارة الذين أعلنوا». */
export function antecedentPhrase(view: SentenceView, { at, mention }: NonNullable<FiniteVerb['antecedent']>): Phrase {
  const { tokens } = view.document
  const relative = tokens.slice(at + 1, at + 6).find((token) => RELATIVES.has(token.key))
  if (relative?.key === 'الذين' && !(mention?.plural ?? /(?:ين|ون|اء)$/.test(tokens[at]!.key)))
    for (let i = at - 1; i > view.from && i > at - 7; i--)
      if (/(?:ين|ون|اء)$/.test(tokens[i]!.key) && /^ال/.test(tokens[i]!.key)) return { from: i, to: at + 1 }
  if (mention && (mention.titleFrom ?? mention.from) <= at && mention.to > at) {
    // «متحدث باسم الشرطة الذي قال».
    for (let i = Math.max(view.from, mention.from - 4); i < mention.from; i++) {
      const whole = isSource(tokens[i]!.key) ? phraseAt(view, i, mention.to) : undefined
      if (whole?.to === mention.to) return whole
    }
    return phraseOf(mention)
  }
  return { from: at, to: definiteRun(view, at), ...(mention && { mention }) }
}

function definiteRun(view: SentenceView, at: number): number {
  const { tokens } = view.document
  let to = at + 1
  while (to < view.to && /^و?ال/.test(tokens[to]!.key) && !RELATIVES.has(tokens[to]!.key)) to++
  return to
}
