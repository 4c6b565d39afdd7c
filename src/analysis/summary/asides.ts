/** What can be left out of the middle or the end of a point: the sentence stays whole and says the same. */
import type { SentenceView } from '../events/sentence.ts'
import { isFiniteVerb } from '../lexicon/finite.ts'
import { fold } from '../text/fold.ts'
import { NEGATIONS } from '../text/function-words.ts'
import type { Token } from '../text/tokens.ts'
import { ADJUNCTS, isCondition, namesSource } from './cuts.ts'

interface Range {
  from: number
  to: number
}

const keys = (words: string) => new Set(words.trim().split(/\s+/).map(fold))
/** A parenthesis of more words tells something of its own. */
const LONGEST_PARENTHESIS = 12
const LONGEST_ADVERBIAL = 9
/** What is left in front of an aside at the end must say something. */
const LEAST_LEFT = 10
/** Add to what is said without changing it. «رغم» and «باستثناء» would change it. */
const ADDITIONS = keys('فضلا إضافة علاوة ناهيك خاصة خصوصا سيما لاسيما ولاسيما وخاصة وخصوصا علما تماما مثلما شأنها شأنه')
/** Open an adverbial that stands between commas. */
const ADVERBIALS = keys('في برئاسة بوساطة بحضور بمشاركة بدعم بموجب على_هامش عبر لدى أمام خلال')
const COMMA = /^[،,]$/

/** Parentheses and dashes inside a segment, and an addition at its end. Token ranges, in order. */
export function asidesIn(view: SentenceView, from: number, to: number): Range[] {
  const found = [...enclosed(view, from, to, /^\($/, /^\)$/), ...enclosed(view, from, to, /^[–—]$/, /^[–—]$/)]
  const tail = additionAt(view, from, to)
  if (tail !== undefined) found.push({ from: tail, to })
  return found.sort((a, b) => a.from - b.from)
}

/** Adverbials between commas: «، الأسبوع الماضي،», «، برئاسة فلان،». Their commas go with them. */
export function adverbialsIn(view: SentenceView, from: number, to: number): Range[] {
  const { tokens } = view.document
  const found: Range[] = []
  for (let open = from + 1; open < to; open++) {
    if (!COMMA.test(tokens[open]!.text)) continue
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

/** Where a segment begins without the adverbial in front of it: «في صباي، كان جدي …». */
export function behindAdverbial(view: SentenceView, from: number, to: number): number {
  const { tokens } = view.document
  const comma = nextComma(tokens, from, Math.min(to, from + LONGEST_ADVERBIAL + 1))
  if (comma === undefined || comma + 4 > to || !isAdverbial(view, from, comma)) return from
  return isFiniteVerb(tokens[comma + 1]!) ? comma + 1 : from
}

function nextComma(tokens: readonly Token[], from: number, to: number): number | undefined {
  for (let at = from; at < to; at++) if (COMMA.test(tokens[at]!.text)) return at
  return undefined
}

function opensAdverbial(view: SentenceView, from: number, to: number): boolean {
  const comma = nextComma(view.document.tokens, from, Math.min(to, from + LONGEST_ADVERBIAL + 1))
  return comma !== undefined && comma > from && isAdverbial(view, from, comma)
}

function isAdverbial(view: SentenceView, from: number, to: number): boolean {
  const { tokens } = view.document
  const first = tokens[from]
  if (first === undefined) return false
  const opens =
    view.isTime(from) ||
    ADJUNCTS.has(first.key) ||
    ADVERBIALS.has(first.key) ||
    (/^ال.{3,}(?:ه|ي)$/.test(first.key) && !view.mentions.some((m) => (m.titleFrom ?? m.from) === from))
  return opens && isNeutral(view, from, to)
}

/** No verb, no negation, no condition and no source stands in it. */
function isNeutral(view: SentenceView, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const token = view.document.tokens[at]!
    if (NEGATIONS.has(token.key) || isCondition(token) || namesSource(token) || /^["«»“”]$/.test(token.text))
      return false
    if (isFiniteVerb(token) && !view.isName(at) && !view.isTime(at)) return false
  }
  return true
}

function enclosed(view: SentenceView, from: number, to: number, opens: RegExp, closes: RegExp): Range[] {
  const { tokens } = view.document
  const found: Range[] = []
  for (let open = from + 1; open < to; open++) {
    if (!opens.test(tokens[open]!.text)) continue
    let close = open + 1
    while (close < to && !closes.test(tokens[close]!.text)) close++
    if (close >= to) break
    const inside = tokens.slice(open + 1, close)
    const plain = inside.every(
      (t) => !NEGATIONS.has(t.key) && !isCondition(t) && !namesSource(t) && !/^["«»“”]$/.test(t.text),
    )
    if (plain && inside.length > 0 && inside.length <= LONGEST_PARENTHESIS) found.push({ from: open, to: close + 1 })
    open = close
  }
  return found
}

function additionAt(view: SentenceView, from: number, to: number): number | undefined {
  const { tokens } = view.document
  let words = 0
  for (let at = from; at < to; at++) {
    const token = tokens[at]!
    if (COMMA.test(token.text) && words >= LEAST_LEFT && ADDITIONS.has(tokens[at + 1]?.key ?? '')) {
      const rest = tokens.slice(at, to)
      const plain = rest.every((t) => !isCondition(t) && !namesSource(t) && !/^["«»“”()]$/.test(t.text))
      // An addition ends where a clause of its own begins.
      const last = view.clauses.every((clause) => clause.from <= at + 1 || clause.from >= to || clause.kind === 'aside')
      return plain && last ? at : undefined
    }
    if (token.kind !== 'mark') words++
  }
  return undefined
}
