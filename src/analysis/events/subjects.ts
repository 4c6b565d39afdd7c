/** Who each finite verb of a sentence is said of: behind it, before it, or carried over from the verb before. */
import type { Mention } from '../entities/mention.ts'
import { isFiniteVerb, verbCandidates } from '../lexicon/finite.ts'
import type { VerbForm } from '../lexicon/inflection.ts'
import { vocabulary } from '../lexicon/vocabulary.ts'
import { isFunctionWord, isPreposition, isRelative } from '../text/document.ts'
import { AUXILIARIES, QUANTIFIERS } from '../text/function-words.ts'
import { perWord } from '../text/word.ts'
import { agrees, type Slots, slotsBehind } from './phrases.ts'
import { clauseAt, type SentenceView } from './sentence.ts'
import { opensClause } from './triggers.ts'

export interface FiniteVerb {
  at: number
  subject: VerbForm['subject']
  slots: Slots
  /** Who does it (of a passive: whom it befalls), as far as the sentence tells. */
  subjects: Mention[]
  /** Before a relative pronoun: what the clause says something of. */
  antecedent?: { at: number; mention?: Mention }
  /** An object pronoun is joined to it. */
  pronoun: boolean
}

/** Every finite verb of a sentence with its subject, in order. */
export function finiteVerbs(
  view: SentenceView,
  isTrigger: (at: number) => boolean,
  phraseOf: (at: number) => readonly number[],
): FiniteVerb[] {
  const found: FiniteVerb[] = []
  for (let at = view.from; at < view.to; at++) {
    const token = view.document.tokens[at]!
    if (token.kind !== 'word' || view.isName(at) || isPreposition(token)) continue
    if (!followsRelative(view, at) && (!isFiniteVerb(token) || nounByContext(view, at))) continue
    const { subject, pronoun } = formOf(token)
    const slots = slotsBehind(view, { at, isVerb: true, subject, phrase: phraseOf(at) }, isTrigger)
    const antecedent = antecedentOf(view, at)
    let subjects = slots.get('subject') ?? []
    const adjacent =
      subjects.length === 0 && slots.has('subject') && !antecedent ? justBefore(view, at, subject) : undefined
    if (adjacent) {
      // «قوات الأمن طوقت المكان»: what follows the verb is its object.
      subjects = [adjacent]
      slots.set('object', [...(slots.get('subject of an event') ?? []), ...(slots.get('object') ?? [])])
      slots.delete('subject')
    } else if (subjects.length === 0 && !slots.has('subject')) {
      if (antecedent && !pronoun) subjects = antecedent.mention ? [antecedent.mention] : []
      else subjects = before(view, at, subject, found) ?? []
    }
    found.push({ at, subject, slots, subjects, pronoun, ...(antecedent && { antecedent }) })
  }
  return found
}

/** Behind «الذي», «التي» stands a verb, known or not, unless the word is one of a closed class or definite. */
function followsRelative(view: SentenceView, at: number): boolean {
  const { tokens } = view.document
  const previous = at > view.from ? tokens[at - 1]! : undefined
  return previous !== undefined && isRelative(previous) && mayFollowRelative(tokens[at]!)
}

const mayFollowRelative = perWord((word) => !isFunctionWord({ word }) && !/^(?:ال|لل|ب|ل)/.test(word.key))
const wantsNoun = perWord(
  (word) => (isPreposition({ word }) && !/^(?:حتي|منذ)$/.test(word.key)) || QUANTIFIERS.has(word.key),
)
/** Whether a word may be a masdar or noun of an event, whatever else it may be. */
const mayBeEventNoun = perWord(({ key }) => {
  const events = vocabulary().events.get(key) ?? vocabulary().events.get(key.replace(/^[وف]/, ''))
  return events?.some((form) => form.kind === 'masdar' || form.kind === 'noun') ?? false
})
/** Particles that may stand between a subject and its verb. */
const VERBAL_PARTICLES = new Set('قد لم لن لا ما سوف لقد'.split(' '))
const AFTER_RELATIVE = new Set('لم لن لا ما قد سوف كان كانت'.split(' '))

/** The mention that ends right before a verb, or before its particle, under no preposition, and agrees with it. */
function justBefore(view: SentenceView, at: number, subject: VerbForm['subject']): Mention | undefined {
  const { tokens } = view.document
  let end = at
  while (end > view.from && VERBAL_PARTICLES.has(tokens[end - 1]!.key)) end--
  const near = view.mentions.findLast((m) => m.to === end && m.via !== 'nisba' && m.preposition === '')
  if (near === undefined || !(subject === 'plural' ? near.plural : agrees(near, subject))) return undefined
  const previous = tokens[(near.titleFrom ?? near.from) - 1]
  const opens =
    previous === undefined || previous.kind === 'mark' || (isFunctionWord(previous) && !isPreposition(previous))
  return opens || near.conjunction !== '' ? near : undefined
}

/** Behind a preposition or a noun in construct a word that could be a verb is a masdar. */
function nounByContext(view: SentenceView, at: number): boolean {
  const { tokens } = view.document
  const key = tokens[at]!.key
  const governed = at > view.from ? tokens[at - 1]! : undefined
  if (governed && wantsNoun(governed)) return true
  if (
    key.length <= 3 &&
    !opensClause(at > view.from ? tokens[at - 1] : undefined, tokens[at]!) &&
    !AUXILIARIES.has(key) &&
    !justBefore(view, at, 'masculine')
  )
    return true
  if (!mayBeEventNoun(tokens[at]!)) return false
  const previous = at > view.from ? tokens[at - 1]! : undefined
  // «… تأييده ورفض الحوار»: with «و» it may go on with a new verb.
  if (previous === undefined || /^[وف]/.test(key)) return false
  return (
    previous.kind === 'word' &&
    !isFunctionWord(previous) &&
    !view.isName(at - 1) &&
    !isFiniteVerb(previous) &&
    !/^ال/.test(previous.key)
  )
}

/** Of whom a verb is said by its form, and whether an object pronoun is joined to it. */
const formOf = perWord(({ key }): { subject: VerbForm['subject']; pronoun: boolean } => {
  for (const word of key.length > 3 && /^[وف]/.test(key) ? [key, key.slice(1)] : [key]) {
    for (const form of verbCandidates(word)) {
      const known = [...(vocabulary().events.get(form) ?? []), ...(vocabulary().speech.get(form) ?? [])].find(
        (f) => f.kind === 'verb',
      )
      if (known?.verb)
        return { subject: known.verb.subject, pronoun: word.replace(/^[سل](?=[يت])/, '').length > form.length }
    }
  }
  const word = key.replace(/^[وف](?=.{3})/, '').replace(/^س(?=[يت])/, '')
  if (AUXILIARIES.has(word))
    return {
      subject: /وا$|ونون$/.test(word) ? 'plural' : word !== 'تم' && /^ت|ت$/.test(word) ? 'feminine' : 'masculine',
      pronoun: false,
    }
  const pronoun = /.{3,}(?:ها|هم|ه)$/.test(word)
  if (/(?:ون|وا)$/.test(word)) return { subject: 'plural', pronoun }
  if (/^ت/.test(word) || /ت(?:ه|ها|هم)?$/.test(word)) return { subject: 'feminine', pronoun }
  return { subject: 'masculine', pronoun }
})

/** What stands before «الذي», «التي»: the nearest mention, or noun, that they can mean. */
function antecedentOf(view: SentenceView, at: number): FiniteVerb['antecedent'] {
  const { tokens } = view.document
  let i = at - 1
  while (i > view.from && AFTER_RELATIVE.has(tokens[i]!.key)) i--
  const relative = tokens[i]
  if (i <= view.from || relative === undefined || !isRelative(relative)) return undefined
  let noun = i - 1
  while (noun > view.from && tokens[noun]!.kind === 'mark') noun--
  const near = view.mentions.findLast((m) => m.to === noun + 1 && m.via !== 'nisba')
  const wants = relative.key === 'التي' ? 'feminine' : relative.key === 'الذي' ? 'masculine' : undefined
  const fits =
    near &&
    (wants === undefined || near.type === 'person' || near.gender === wants || (near.plural && wants === 'feminine'))
  // Adjectives between the noun and its relative: the noun itself is the first of the definite run.
  let head = noun
  while (head - 1 > view.from && /^(?:ال|لل|وال)/.test(tokens[head - 1]!.key) && /^و?ال/.test(tokens[head]!.key)) head--
  return { at: head, ...(fits && { mention: near }) }
}

/** The subject that stands before its verb in the same clause, or that of the verb before. */
function before(
  view: SentenceView,
  at: number,
  subject: VerbForm['subject'],
  earlier: FiniteVerb[],
): Mention[] | undefined {
  const { tokens } = view.document
  const clause = clauseAt(view, at)
  const lastVerb = earlier.findLast((verb) => verb.at >= clause.from)
  const from = Math.max(clause.from, (lastVerb?.at ?? -1) + 1)
  // «الجزائر رفضت», «أن الجزائر سترفض»: a mention under no preposition with no verb between.
  const opener = indexAfterContent(view, from, at) ?? (lastVerb === undefined ? from : undefined)
  if (opener !== undefined) {
    const candidates = view.mentions.filter(
      (m) => (m.titleFrom ?? m.from) >= opener && m.to <= at && m.via !== 'nisba' && m.preposition === '',
    )
    const first = candidates.find((m) => {
      const previous = tokens[(m.titleFrom ?? m.from) - 1]
      return !(previous && isPreposition(previous))
    })
    const plural = subject === 'plural'
    if (
      first &&
      (plural ? first.plural || candidates.length > 1 : agrees(first, subject === 'first' ? undefined : subject))
    ) {
      const together = candidates.filter((m) => m === first || (m.conjunction === 'و' && m.from <= first.to + 6))
      return plural || together.length > 1 ? together : [first]
    }
  }
  for (const verb of [...earlier].reverse()) {
    // A relative clause is over where the next clause begins.
    if (verb.antecedent && verb.at < clause.from) continue
    const carried = verb.subjects.filter(
      (m) => agrees(m, subject) || (subject === 'plural' && (m.plural || verb.subjects.length > 1)),
    )
    if (carried.length > 0) return carried
    if (at - verb.at > 60) return undefined
  }
  return undefined
}

function indexAfterContent(view: SentenceView, from: number, at: number): number | undefined {
  for (let i = at - 1; i >= from; i--) if (opensContent(view.document.tokens[i]!)) return i + 1
  return undefined
}

const opensContent = perWord(({ key }) => /^[وبل]?(?:ان|لان|كان)$/.test(key))
