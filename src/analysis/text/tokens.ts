import type { Span } from '../analysis.ts'
import { classOf, codeAt, isPlainArabic, LATIN, LETTER, MARK, NUMBER, SPACE } from './characters.ts'
import { type Word, type WordKind, wordIn } from './word.ts'

/** A word, a number or a mark of punctuation, where it stands in the text. */
export interface Token extends Span {
  /** As received. */
  text: string
  /** Folded: the key for every look-up. */
  key: string
  kind: WordKind
  /** Its spelling, by which all that is known of the word alone is found. */
  word: Word
}

/**
 * The tokens of a text in their order. Linear in its length: each character is looked at once, by its class. Numbers keep their
 * separators (1.500,75 and 12:30), Latin words their apostrophes, hyphens and digits, Arabic ones their joiners; anything else is a mark.
 */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = []
  for (let start = 0; start < text.length; ) {
    const code = codeAt(text, start)
    if (code === BLANK) {
      start++
      continue
    }
    let end = start + width(code)
    let kind: WordKind = 'mark'
    const bits = isPlainArabic(code) ? LETTER : classOf(code)
    if (bits & SPACE) {
      start = end
      continue
    }
    if (bits & NUMBER) {
      kind = 'number'
      end = endOfNumber(text, end)
    } else if (bits & LATIN) {
      kind = 'latin'
      end = endOfRun(text, end, LATIN | MARK | NUMBER, isInsideLatin)
    } else if (bits & LETTER) {
      kind = 'word'
      end = endOfRun(text, end, LETTER | MARK, isJoiner)
    }
    const word = wordIn(text, start, end, kind)
    // A lone invisible mark (a direction sign on its own) folds to nothing: it separates nothing and means nothing.
    if (kind !== 'mark' || word.key !== '') tokens.push({ start, end, text: word.text, key: word.key, kind, word })
    start = end
  }
  return tokens
}

const BLANK = 0x20

const width = (code: number): number => (code > 0xffff ? 2 : 1)

function endOfRun(text: string, from: number, bits: number, isToo: (code: number) => boolean): number {
  let at = from
  if (bits & LETTER) while (isPlainArabic(text.charCodeAt(at))) at++
  while (at < text.length) {
    const code = codeAt(text, at)
    if (code === BLANK || (!(classOf(code) & bits) && !isToo(code))) break
    at += width(code)
  }
  return at
}

/** «'», «’», «&», «-» */
const isInsideLatin = (code: number): boolean => code === 0x27 || code === 0x2019 || code === 0x26 || code === 0x2d

/** Zero-width non-joiner and joiner. */
const isJoiner = (code: number): boolean => code === 0x200c || code === 0x200d

const SEPARATORS = new Set([...'.,:٫٬/'].map((mark) => mark.charCodeAt(0)))

/** A separator belongs to a number only with a digit behind it. */
function endOfNumber(text: string, from: number): number {
  let end = from
  for (let at = from; at < text.length; ) {
    const code = codeAt(text, at)
    if (classOf(code) & NUMBER) end = at += width(code)
    else if (at === end && SEPARATORS.has(code)) at++
    else break
  }
  return end
}
