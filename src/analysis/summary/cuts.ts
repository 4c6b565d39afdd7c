/** Where a clause may end before its end: what is left off must not be what makes the rest true or whole. */

import type { SentenceView } from '../events/sentence.ts'
import { isFiniteVerb } from '../lexicon/finite.ts'
import type { Clause } from '../text/clauses.ts'
import { isFunctionWord, isPreposition } from '../text/document.ts'
import { fold } from '../text/fold.ts'
import { FUNCTION_WORDS, RELATIVES } from '../text/function-words.ts'
import { isPause } from '../text/marks.ts'
import type { Token } from '../text/tokens.ts'
import { perWord } from '../text/word.ts'
import { ADJUNCTS, isAdverbial, isCondition, namesSource, nextComma } from './adverbials.ts'
import { startOfPoint } from './opening.ts'
import { isSpeechVerb, isThat } from './speech.ts'
import type { LeftOut } from './text.ts'

const keys = (words: string) => new Set(words.trim().split(/\s+/).map(fold))
/** Behind a comma these go on with what the verb needs. */
const COMPLEMENTS = keys('إلى على عن من أن بأن إن بأنه أنه أنها بأنها لأن')
/** Words of what is said that a cut leaves at least. */
const LEAST_SAID = 4
/** An adverbial between commas is no longer, in tokens. */
const REACH = 11
const OPENING = /^[«(["“]$/
const CLOSING = /^[»)\]"”]$/

/**
 * The best place for a clause to end: the first token left off, among those that leave at least `least` and at most `most` words; undefined
 * where there is none. Clauses that tell something of their own are the best places (3), then adverbials (2), commas (1.5), relatives
 * (1.2), prepositions (under 1); none below `fair` is taken.
 */
export function bestCut(
  view: SentenceView,
  from: number,
  to: number,
  { least, most, fair = 0.1, without }: { least: number; most: number; fair?: number; without?: LeftOut | undefined },
): number | undefined {
  const { tokens } = view.document
  const lastCondition = lastIndex(tokens, from, to, isCondition)
  const saying = sayingIn(view, from, to)
  let best: number | undefined
  let worthOfBest = 0
  let words = 0
  let open = 0
  let quoted = false
  let last = from
  for (let at = from; at < to && words <= most; at++) {
    if (without !== undefined && without[at] !== 0) continue
    const token = tokens[at]!
    if (
      at > from &&
      open === 0 &&
      !quoted &&
      words >= least &&
      at > lastCondition &&
      !(at > saying.from && at < saying.to) &&
      canEndBefore(view, at, last)
    ) {
      const good = quality(view, at)
      const worth = good * (most / 3) + words
      if (good >= fair && (best === undefined || worth >= worthOfBest) && !isInsideMention(view, at)) {
        best = at
        worthOfBest = worth
      }
    }
    last = at
    if (token.kind !== 'mark') words++
    else if (token.text === '"') quoted = !quoted
    else if (OPENING.test(token.text)) open++
    else if (CLOSING.test(token.text)) open = Math.max(0, open - 1)
  }
  return best
}

function lastIndex(tokens: readonly Token[], from: number, to: number, is: (token: Token) => boolean): number {
  for (let at = to - 1; at > from; at--) if (is(tokens[at]!)) return at
  return -1
}

/** From a verb of saying to a little behind where what is said begins: cut there, nothing is said. */
function sayingIn({ document, clauses }: SentenceView, from: number, to: number): { from: number; to: number } {
  const { tokens } = document
  let clause = firstClauseFrom(clauses, from)
  let verb = -1
  for (let at = from; at < to; at++) {
    if (clauses[clause]?.from === at) {
      verb = -1
      clause++
    }
    if (isSpeechVerb(tokens[at]!)) verb = at
    else if (verb >= 0 && isThat(tokens[at]!)) return { from: verb, to: at + LEAST_SAID }
  }
  return { from: -1, to: -1 }
}

/** The index of the first clause that begins at a token or behind it. */
function firstClauseFrom(clauses: readonly Clause[], at: number): number {
  let clause = 0
  while (clause < clauses.length && clauses[clause]!.from < at) clause++
  return clause
}

/** Whether a word can be the last: none of a closed class, with a conjunction or without («والتي»). */
export const canEnd = perWord(
  (word) =>
    word.key.length > 1 &&
    !isFunctionWord({ word }) &&
    !(/^[وف]/.test(word.key) && FUNCTION_WORDS.has(word.key.slice(1))),
)

/** A preposition, a negation, a verb, a number or half a name can't be the last word. */
function canEndBefore(view: SentenceView, at: number, before: number): boolean {
  const { tokens } = view.document
  const last = tokens[before]!
  if (last.kind === 'mark') return CLOSING.test(last.text) && last.text !== '"'
  if (!canEnd(last)) return false
  const comma = isPause(tokens[at]!)
  if (!comma && isFiniteVerb(last) && !view.isName(before)) return false
  if (last.kind === 'number' && tokens[at]!.kind === 'word') return false
  return !(view.isTime(before) && view.isTime(at))
}

function isInsideMention({ mentions }: SentenceView, at: number): boolean {
  for (const mention of mentions) if ((mention.titleFrom ?? mention.from) < at && at < mention.to) return true
  return false
}

function quality(view: SentenceView, at: number): number {
  const { document, clauses } = view
  const { tokens } = document
  const token = tokens[at]!
  const comma = isPause(token)
  const next = comma ? tokens[at + 1] : token
  if (next === undefined) return 0
  const clause = clauses[firstClauseFrom(clauses, at)]
  // The clause that the next one turns: «لكن» may not be lost. And what somebody says may not be shown as if nobody had said it.
  if (clause?.kind === 'contrast' || namesSource(next)) return 0
  if (comma && (COMPLEMENTS.has(next.key) || interrupts(view, at))) return 0
  if (clause?.from === (comma ? at + 1 : at) && !COMPLEMENTS.has(next.key)) return 3
  if (comma && /^[بل].{3,}$/.test(next.key) && !ADJUNCTS.has(next.key)) return 0
  // «أن …، وأن …»: each is said on its own.
  if (next.key === 'وان') return 2
  if (RELATIVES.has(next.key)) return 1.2
  if (ADJUNCTS.has(next.key)) return comma ? 2.5 : 2
  if (comma || (view.isTime(at) && !view.isTime(at - 1))) return 1.5
  if (token.key === 'في') return 0.5
  if (isPreposition(token) && /^ال/.test(tokens[at - 1]!.key)) return 0.2
  // «هدنة | تدخل حيز التنفيذ»: a clause that describes an indefinite noun.
  const last = tokens[at - 1]!
  return isFiniteVerb(token) && !view.isName(at) && /ا$/.test(last.key) && !view.isName(at - 1) ? 1 : 0
}

/** Whether a comma opens or closes an adverbial in the middle of a clause: «أعلن الوزير، مساء أمس، استقالته». */
export function interrupts(view: SentenceView, comma: number): boolean {
  const { tokens } = view.document
  const goesOn = (at: number) => {
    const next = tokens[at]
    return (
      next !== undefined &&
      at < view.to &&
      !/^(?:فيما|بينما|حيث|بعدما|كما|اذ|مما|لكن|غير|في|قبل|بعد|وذلك|وهو|وهي)$/.test(next.key) &&
      startOfPoint(view, at) === next.start
    )
  }
  const close = nextComma(tokens, comma + 1, Math.min(view.to, comma + REACH))
  if (close !== undefined && isAdverbial(view, comma + 1, close) && goesOn(close + 1)) return true
  let open = comma - 1
  while (open > Math.max(view.from, comma - REACH) && !isPause(tokens[open]!)) open--
  return isPause(tokens[open]!) && isAdverbial(view, open + 1, comma) && goesOn(comma + 1)
}
