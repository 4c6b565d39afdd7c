/** What can be left out of the middle or the end of a point: the sentence stays whole and says the same. */

import type { SentenceView } from '../events/sentence.ts'
import { isFiniteVerb } from '../lexicon/finite.ts'
import { wordsBetween } from '../text/document.ts'
import { flagFor } from '../text/flags.ts'
import { fold } from '../text/fold.ts'
import { NEGATIONS, RELATIVES } from '../text/function-words.ts'
import { closesParenthesis, isDash, isPause, opensParenthesis } from '../text/marks.ts'
import type { Token } from '../text/tokens.ts'
import { changesSense, isAdverbial, isCondition, namesSource, nextComma } from './adverbials.ts'
import { isSpeechVerb, isThat } from './speech.ts'

interface Range {
  from: number
  to: number
}

const keys = (words: string) => new Set(words.trim().split(/\s+/).map(fold))
/** A parenthesis of more words tells something of its own. */
const LONGEST_PARENTHESIS = 12
const LONGEST_ADVERBIAL = 9
/** In front of a sentence one may be longer: «بعد أيام من إعلان الحكومة نيتها …، قررت اللجنة …». */
const LONGEST_OPENING = 20
/** What is left in front of an aside at the end must say something. */
const LEAST_LEFT = 10
/** Add to what is said without changing it. «رغم» and «باستثناء» would change it. */
const ADDITIONS = keys('فضلا إضافة علاوة ناهيك خاصة خصوصا سيما لاسيما ولاسيما وخاصة وخصوصا علما تماما مثلما شأنها شأنه')
const NARROWER = keys('خصوصا خاصة تحديدا بالخصوص بخاصة')
const WIDER = keys('عموما عامة إجمالا بعامة')

/** Opens what may be an aside. */
const MAY_OPEN = flagFor((word) => opensParenthesis({ word }) || isDash({ word }) || ADDITIONS.has(word.key))
const NOTHING: readonly Range[] = []

/** Parentheses and dashes inside a segment, and an addition at its end. Token ranges, in order. */
export function asidesIn(view: SentenceView, from: number, to: number): readonly Range[] {
  const { document } = view
  const { tokens, flags } = document
  let enclosure = false
  let tail: number | undefined
  for (let at = from + 1; at < Math.min(to + 1, flags.length); at++) {
    if ((flags[at]! & MAY_OPEN) === 0) continue
    if (tokens[at]!.kind === 'mark') enclosure = true
    else if (tail === undefined && isPause(tokens[at - 1]!) && wordsBetween(document, from, at - 1) >= LEAST_LEFT)
      tail = at - 1
  }
  const found = enclosure
    ? [...enclosed(view, from, to, opensParenthesis, closesParenthesis), ...enclosed(view, from, to, isDash, isDash)]
    : []
  if (tail !== undefined && isAddition(view, tail, to)) found.push({ from: tail, to })
  return found.length === 0 ? NOTHING : found.sort((a, b) => a.from - b.from)
}

/** Adverbials between commas: «، الأسبوع الماضي،», «، برئاسة فلان،». Their commas go with them. */
export function adverbialsIn(view: SentenceView, from: number, to: number): Range[] {
  const { tokens } = view.document
  const found: Range[] = []
  for (let open = from + 1; open < to; open++) {
    if (!isPause(tokens[open]!)) continue
    const close = nextComma(tokens, open + 1, Math.min(to, open + LONGEST_ADVERBIAL + 2))
    if (close === undefined || close === open + 1) continue
    if (isAdverbial(view, open + 1, close)) {
      found.push({ from: open, to: close })
      // The closing comma may open the next one.
      if (!opensAdverbial(view, close + 1, to)) found.push({ from: close, to: close + 1 })
      open = close - 1
    }
  }
  return found
}

/** «… خصوصا و… عموما،»: the wider circle that is named beside what is meant. */
export function widerCircleIn(view: SentenceView, from: number, to: number): Range[] {
  const { tokens } = view.document
  for (let at = from + 1; at < to; at++) {
    if (!NARROWER.has(tokens[at]!.key) || !tokens[at + 1]?.key.startsWith('و')) continue
    for (let end = at + 2; end < Math.min(to, at + LONGEST_ADVERBIAL); end++)
      if (WIDER.has(tokens[end]!.key))
        return [
          {
            from: at,
            to: tokens[end + 1] !== undefined && isPause(tokens[end + 1]!) && end + 2 < to ? end + 2 : end + 1,
          },
        ]
  }
  return []
}

/** «أكد المشاركون في الندوة [التي نظمتها الجامعة] أن …»: what is told of a speaker between his verb and what he says. */
export function toldOfSpeakerIn(view: SentenceView, from: number, to: number): Range[] {
  const { tokens } = view.document
  let saying = false
  let relative: number | undefined
  for (let at = from; at < to; at++) {
    const token = tokens[at]!
    if (!saying) saying = isSpeechVerb(token)
    else if (isThat(token)) return relative === undefined ? [] : [{ from: relative, to: at }]
    else if (relative === undefined && RELATIVES.has(token.key)) relative = at
    else if (NEGATIONS.has(token.key) || isCondition(token) || namesSource(token)) return []
  }
  return []
}

/** Where a segment begins without the adverbial in front of it: «في صباي، كان جدي …». */
export function behindAdverbial(view: SentenceView, from: number, to: number): number {
  const { tokens } = view.document
  const comma = nextComma(tokens, from, Math.min(to, from + LONGEST_OPENING + 1))
  if (comma === undefined || comma + 4 > to || !isAdverbial(view, from, comma)) return from
  return isFiniteVerb(tokens[comma + 1]!) ? comma + 1 : from
}

function opensAdverbial(view: SentenceView, from: number, to: number): boolean {
  const comma = nextComma(view.document.tokens, from, Math.min(to, from + LONGEST_ADVERBIAL + 1))
  return comma !== undefined && comma > from && isAdverbial(view, from, comma)
}

type MarkTest = (token: Token) => boolean

function enclosed(view: SentenceView, from: number, to: number, opens: MarkTest, closes: MarkTest): Range[] {
  const { tokens } = view.document
  const found: Range[] = []
  for (let open = from + 1; open < to; open++) {
    if (!opens(tokens[open]!)) continue
    let close = open + 1
    while (close < to && !closes(tokens[close]!)) close++
    if (close >= to) break
    const inside = tokens.slice(open + 1, close)
    const plain = !inside.some(changesSense)
    // One word is a name that is better known («إيكواس»).
    const name = inside.length === 1 && inside[0]!.kind === 'word'
    if (plain && !name && inside.length > 0 && inside.length <= LONGEST_PARENTHESIS)
      found.push({ from: open, to: close + 1 })
    open = close
  }
  return found
}

/** Whether what a pause opens at the end of a segment only adds to it. */
function isAddition({ document, clauses }: SentenceView, pause: number, to: number): boolean {
  const rest = document.tokens.slice(pause, to)
  if (!rest.every((t) => !isCondition(t) && !namesSource(t) && !/^["«»“”()]$/.test(t.text))) return false
  // An addition ends where a clause of its own begins.
  if (!clauses.every(({ from, kind }) => from <= pause + 1 || from >= to || kind === 'aside')) return false
  // «…، مثلما دعت إليه أحزاب، لن يكون مجديا»: behind another comma the sentence may go on.
  return !rest.some((t, i) => i > 0 && isPause(t) && !/^و/.test(rest[i + 1]?.key ?? ''))
}
