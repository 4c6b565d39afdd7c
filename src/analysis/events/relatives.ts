import { isFiniteVerb } from '../lexicon/finite.ts'
import type { VerbForm } from '../lexicon/inflection.ts'
import { isFunctionWord, isRelative } from '../text/document.ts'
import type { Token } from '../text/tokens.ts'
import { perWord } from '../text/word.ts'
import { agrees, isTanwin, pronounBehind } from './nouns.ts'
import type { SentenceView } from './sentence.ts'
import type { FiniteVerb } from './subjects.ts'

const AFTER_RELATIVE = new Set('لم لن لا ما قد سوف كان كانت'.split(' '))
const mayFollowRelative = perWord(({ key }) => AFTER_RELATIVE.has(key))

/** Words with which a relative clause takes up its noun other than as its subject: «فيه», «عليها», «بهم». */
const TAKEN_UP = /^(?:في|عل|ل|ب|من|عن|مع|الي|ضد|حول)(?:ي?ه|ي?ها|ي?هم|ي?هما)$/

const INTERROGATIVES = new Set('متي كيف اين لماذا كم هل اينما كيفما'.split(' '))

/** An indefinite noun, or its adjective. */
const isIndefinite = perWord(
  (word) =>
    word.kind === 'word' &&
    !isFunctionWord({ word }) &&
    !/^[وف]?(?:ال|لل|بال)/.test(word.key) &&
    !isTanwin({ word }) &&
    !INTERROGATIVES.has(word.key) &&
    !isFiniteVerb({ word }),
)

/** Whether a verb says something of the indefinite noun right before it. */
const followsIndefinite = (view: SentenceView, at: number): boolean =>
  at - 1 >= view.from &&
  isIndefinite(view.document.tokens[at - 1]!) &&
  !view.isTime(at - 1) &&
  !/^[وف]/.test(view.document.tokens[at]!.key)

/** «بيان أكدت فيه …»: in what something is said is not what is done. */
const takesUp = (token: Token): boolean => {
  const behind = pronounBehind(token)
  return behind !== undefined && behind.preposition !== 'في'
}

/** «شكاوى تقدم بها فلاحون»: whether the pronoun right behind a verb takes up the indefinite noun right before it. */
export const takesUpNoun = (view: SentenceView, at: number): boolean =>
  at + 1 < view.to && takesUp(view.document.tokens[at + 1]!) && followsIndefinite(view, at) && !view.isName(at - 1)

/** Words back to the verb in whose clause an indefinite noun is described by another one, at most. */
const DESCRIBED_WITHIN = 12

/** «… في انفجار استهدف دورية»: whether a verb describes the indefinite noun before it; what opens a sentence («في عملية نوعية أوقف …») is described by none. */
export function describesNoun(view: SentenceView, at: number, earlier: readonly FiniteVerb[]): boolean {
  const last = earlier.at(-1)
  if (last === undefined || at - last.at > DESCRIBED_WITHIN || last.at >= at - 1) return false
  if (
    !followsIndefinite(view, at) ||
    (view.isName(at - 1) && !view.mentions.some((m) => m.to === at && m.via === 'group'))
  )
    return false
  const { tokens } = view.document
  for (let i = last.at + 1; i < at; i++)
    if (tokens[i]!.kind === 'mark' || /^(?:و?ان|و?انه|و?انها)$/.test(tokens[i]!.key)) return false
  for (let i = at + 1; i < Math.min(view.to, at + 6); i++) {
    if (tokens[i]!.kind === 'mark') break
    if (pronounBehind(tokens[i]!) || TAKEN_UP.test(tokens[i]!.key)) return false
  }
  return true
}

/** Whether a verb behind a relative clause, joined to nothing, is said of the noun that opens the clause before it («الدول التي … انتقدت …»). */
export function isVerbOfHead(
  view: SentenceView,
  at: number,
  subject: VerbForm['subject'],
  earlier: readonly FiniteVerb[],
): boolean {
  const { tokens } = view.document
  const last = earlier.at(-1)
  const head = last?.antecedent
  if (last === undefined || head === undefined || /^[وف]/.test(tokens[at]!.key)) return false
  const from = head.mention ? (head.mention.titleFrom ?? head.mention.from) : head.at
  const previous = from > view.from ? tokens[from - 1]! : undefined
  if (previous !== undefined && !/^[وبل]?(?:ان|لان)$/.test(previous.key)) return false
  for (let i = head.at; i < at; i++) if (tokens[i]!.kind === 'mark') return false
  const relative = tokens.slice(head.at, last.at).find((token) => isRelative(token))?.key
  const gender = relative === 'التي' ? 'feminine' : relative === 'الذي' ? 'masculine' : 'plural'
  return relative !== undefined && gender === subject
}

/** Whether a relative clause says what its noun does, rather than what is done to it or at it. */
export function isSubjectOfItsClause(
  view: SentenceView,
  at: number,
  { mention }: NonNullable<FiniteVerb['antecedent']>,
  subject: VerbForm['subject'],
): boolean {
  const { tokens } = view.document
  const relative = tokens.slice(Math.max(view.from, at - 3), at).findLast((token) => isRelative(token))?.key
  const feminine = relative === 'التي'
  if (
    mention === undefined
      ? feminine !== (subject === 'feminine') || subject === 'plural'
      : subject === 'plural'
        ? !mention.plural
        : !agrees(mention, subject)
  )
    return false
  for (let i = at + 1; i < Math.min(view.to, at + 6); i++) {
    if (tokens[i]!.kind === 'mark') break
    // «خطاب الرئيس الذي اتهم فيه قوى …»: nobody is «in» a person, who said it in what is told before him.
    if (TAKEN_UP.test(tokens[i]!.key) && !(mention?.type === 'person' && /^في(?:ه|ها)$/.test(tokens[i]!.key)))
      return false
  }
  return true
}

/** «كينيا، التي أعادتهم»: whether the pronoun joined to the verb of a relative clause cannot mean the noun before the relative, which is its subject then. */
export function takesUpAnother(view: SentenceView, at: number, subject: VerbForm['subject']): boolean {
  const { tokens } = view.document
  let i = at - 1
  while (i > view.from && mayFollowRelative(tokens[i]!)) i--
  const relative = tokens[i]!.key
  const pronoun = PRONOUN.exec(tokens[at]!.key)?.[0]
  if (relative === 'التي') return subject === 'feminine' && (pronoun === 'هم' || pronoun === 'ه' || pronoun === 'هما')
  if (relative === 'الذي') return subject === 'masculine' && pronoun !== undefined && pronoun !== 'ه'
  return relative === 'الذين' && subject === 'plural' && pronoun !== undefined && pronoun !== 'هم'
}
const PRONOUN = /(?:هما|ها|هم|ه)$/

/** What stands before «الذي», «التي»: the nearest mention, or noun, that they can mean. */
export function antecedentOf(view: SentenceView, at: number): FiniteVerb['antecedent'] {
  const { tokens } = view.document
  let i = at - 1
  while (i > view.from && mayFollowRelative(tokens[i]!)) i--
  const relative = tokens[i]
  if (i <= view.from || relative === undefined || !isRelative(relative)) return undefined
  let noun = i - 1
  while (noun > view.from && tokens[noun]!.kind === 'mark') noun--
  const near = view.endingAt(noun + 1)
  const wants = relative.key === 'التي' ? 'feminine' : relative.key === 'الذي' ? 'masculine' : undefined
  const fits =
    near &&
    (wants === undefined || near.type === 'person' || near.gender === wants || (near.plural && wants === 'feminine'))
  // Adjectives between the noun and its relative: the noun itself is the first of the definite run.
  let head = noun
  while (head - 1 > view.from && isDefinite(tokens[head - 1]!) && mayDescribe(tokens[head]!)) head--
  return { at: head, mention: fits ? near : undefined }
}
const isDefinite = perWord(({ key }) => /^(?:ال|لل|وال)/.test(key))
const mayDescribe = perWord(({ key }) => /^و?ال/.test(key))
