/**
 * Latin names and numbers in a right-to-left line, and Arabic in a left-to-right one, put between isolates so that
 * neither disturbs the order of the other (UAX #9, https://www.unicode.org/reports/tr9/).
 */
import { type Text, textOf } from '../../src/bot/reply.ts'

export type Direction = 'rtl' | 'ltr'

const LRI = '\u2066'
const RLI = '\u2067'
const PDI = '\u2069'

const RTL_SCRIPTS = String.raw`[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]`
const RTL_LETTER = new RegExp(String.raw`[${RTL_SCRIPTS}&&\p{L}]`, 'v')
const OPENS = /[\u2066-\u2068\u202A\u202B\u202D\u202E]/
const CLOSES = /[\u2069\u202C]/
const CONTROLS = /[\u2066-\u2069\u202A-\u202E]/

/** UTF-16 offsets, half open. */
interface Span {
  start: number
  end: number
}

/** The direction of a text: that of its first letter; `otherwise` where it has none. */
export function directionOf(text: string, otherwise: Direction): Direction {
  const first = /\p{L}/u.exec(text)?.[0]
  if (!first) return otherwise
  return RTL_LETTER.test(first) ? 'rtl' : 'ltr'
}

/**
 * A text in which what runs against the line is isolated: in a right-to-left line each run of Latin words and numbers
 * between U+2066 and U+2069, in a left-to-right one each run of Arabic between U+2067 and U+2069. Nothing else changes.
 * What stands in isolates already stays as it is, and so does a line whose controls are not in pairs; isolates are
 * never nested, and never reach over a line's end. Isolating twice does what isolating once does.
 */
export function isolate(text: string, base: Direction): string {
  return textOf(isolateRuns([{ text }], base))
}

/** Like `isolate`, over the runs of a text: a name of which one half is strong stays one name. */
export function isolateRuns(text: Text, base: Direction): Text {
  const opens = base === 'rtl' ? LRI : RLI
  const spans = foreignSpans(textOf(text), base)
  let offset = 0
  return text.map((run) => {
    const from = offset
    offset += run.text.length
    let shown = ''
    let at = from
    for (const { start, end } of spans) {
      if (end <= from || start >= offset) continue
      if (start >= from) {
        shown += run.text.slice(at - from, start - from) + opens
        at = start
      }
      if (end <= offset) {
        shown += run.text.slice(at - from, end - from) + PDI
        at = end
      }
    }
    return { ...run, text: shown + run.text.slice(at - from) }
  })
}

/** What is to be isolated, in order, without overlaps. */
function foreignSpans(text: string, base: Direction): Span[] {
  return [...text.matchAll(/[^\n\r\u2028\u2029]+/g)].flatMap(({ 0: line, index }) =>
    bareSpans(line)
      .flatMap(({ start, end }) => spansIn(line.slice(start, end), base).map((span) => moved(span, start)))
      .map((span) => moved(span, index)),
  )
}

function spansIn(text: string, base: Direction): Span[] {
  if (base === 'ltr') return rightToLeft(text)
  const [whole] = RTL_LETTER.test(text) ? [] : [/\S(?:.*\S)?/su.exec(text)]
  // A line without any Arabic is a quotation of the other language, its full stop included.
  if (whole && /\p{L}/u.test(text)) return [{ start: whole.index, end: whole.index + whole[0].length }]
  return leftToRight(text)
}

function moved({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by }
}

/** The parts of a line that stand in no isolate or embedding; none of a line in which these are not in pairs. */
function bareSpans(line: string): Span[] {
  if (!CONTROLS.test(line)) return [{ start: 0, end: line.length }]
  const spans: Span[] = []
  let depth = 0
  let from = 0
  for (let at = 0; at < line.length; at += 1) {
    if (OPENS.test(line[at]!)) {
      if (depth === 0) spans.push({ start: from, end: at })
      depth += 1
    } else if (CLOSES.test(line[at]!)) {
      depth -= 1
      from = at + 1
      if (depth < 0) return []
    }
  }
  return depth === 0 ? [...spans, { start: from, end: line.length }] : []
}

/** Addresses first: their brackets and question marks are their own. */
const ADDRESS = String.raw`https?:\/\/[^\s<>«»"“”،؛؟]*[^\s<>«»"“”،؛؟.,:;!?\)\]]\)?`
const LETTER = String.raw`[\p{L}--${RTL_SCRIPTS}]`
/** Signs that stand before a word or number; in «كوفيد-19» the dash belongs to the Arabic. */
const SIGN = String.raw`(?:[+±#$€£¥@]|(?<![\p{L}\p{N}\p{M}])[\-−~.])?`
/** What joins two without a space: 07:30, F-16, 10–15, a@b.c, digits in groups. */
const TIGHT = String.raw`[.,:\/\\_@\&'’+\-−–#=?~*°%$€£٫٬\u00A0\u202F]+`
const BODY = String.raw`(?:${LETTER}|[0-9])(?:${LETTER}|[0-9]|(?<=${LETTER}\p{M}*)\p{M})*`
/** A percentage, degrees, C++, U.S. */
const TAIL = String.raw`(?:%|‰|°${LETTER}?|\+{1,2}|(?<=(?<!\p{L})\p{L}\.\p{L})\.)?(?!\p{M})`
const WORD = `${SIGN}${BODY}(?:${TIGHT}${BODY})*${TAIL}`
const TOKEN = new RegExp(`${ADDRESS}|${WORD}`, 'gv')
const HAS_LETTER = /\p{L}/u
/** Between two words of a foreign phrase. */
const BETWEEN_WORDS = /^(?: & |[.,;:!?'’"”)\]]* +["“‘'([]*)$/
const COUNTS_WHAT_FOLLOWS = /^ +[«"(]?\p{Script=Arabic}/u

function leftToRight(text: string): Span[] {
  const tokens = [...text.matchAll(TOKEN)].map(({ 0: token, index }) => ({
    token,
    start: index,
    end: index + token.length,
  }))
  const spans: Span[] = []
  let last: string | undefined
  for (const { token, start, end } of tokens) {
    const before = spans.at(-1)
    if (before && last && joins(last, text.slice(before.end, start), token, text.slice(end))) before.end = end
    else spans.push({ start, end })
    last = token
  }
  return spans.flatMap((span) => balanced(text, span))
}

/**
 * Whether two words are of one phrase. A number goes with the name behind it («12 F-16»), and with the one before it
 * («ISO 3166») unless it counts the Arabic word behind: in «قتلت AFRICOM 12 مسلحا» it must not change places with the name.
 */
function joins(before: string, gap: string, token: string, after: string): boolean {
  if (HAS_LETTER.test(before) && HAS_LETTER.test(token)) return BETWEEN_WORDS.test(gap)
  if (!/^ +$/.test(gap)) return false
  if (HAS_LETTER.test(token)) return true
  return HAS_LETTER.test(before) && !COUNTS_WHAT_FOLLOWS.test(after)
}

/** Arabic words with what stands between them, as long as that is no word of another script. */
const ARABIC = String.raw`[\p{Script=Arabic}&&\p{L}]`
const RIGHT_TO_LEFT = new RegExp(
  String.raw`${ARABIC}(?:[\p{Script=Arabic}\p{M}]|[\s،؛؟.,:!'"“”«»\(\)\[\]\-–—%\p{Nd}]+(?=${ARABIC}))*`,
  'gv',
)

function rightToLeft(text: string): Span[] {
  return [...text.matchAll(RIGHT_TO_LEFT)].flatMap(({ 0: match, index }) =>
    balanced(text, { start: index, end: index + match.length }),
  )
}

const CLOSING: Record<string, string> = { '(': ')', '[': ']', '«': '»', '“': '”' }
const OPENING = Object.fromEntries(Object.entries(CLOSING).map(([open, close]) => [close, open]))

/** Brackets within a span have both halves within it: it grows by the missing one, or parts at the one that is alone. */
function balanced(text: string, { start, end }: Span): Span[] {
  const open: number[] = []
  for (let at = start; at < end; at += 1) {
    const sign = text[at]!
    if (sign in CLOSING) open.push(at)
    else if (sign in OPENING) {
      if (open.length > 0 && text[open.at(-1)!] === OPENING[sign]) open.pop()
      else return parted(text, { start, end }, at)
    }
  }
  const alone = open.at(-1)
  if (alone === undefined) return [{ start, end }]
  if (text[end] === CLOSING[text[alone]!] && open.length === 1) return [{ start, end: end + 1 }]
  return parted(text, { start, end }, alone)
}

function parted(text: string, { start, end }: Span, at: number): Span[] {
  return [...trimmed(text, start, at), ...trimmed(text, at + 1, end)].flatMap((span) => balanced(text, span))
}

function trimmed(text: string, start: number, end: number): Span[] {
  const [, before = '', words = ''] = /^([\s\p{P}]*)(.*?)[\s\p{P}]*$/su.exec(text.slice(start, end)) ?? []
  return words === '' ? [] : [{ start: start + before.length, end: start + before.length + words.length }]
}
