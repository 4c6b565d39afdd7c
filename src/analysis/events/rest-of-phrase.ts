/** Where the further words of a phrase stand behind the word that opens it. */
import { isFiniteVerb } from '../lexicon/finite.ts'
import { type Document, isRelative } from '../text/document.ts'
import { type PhraseWord, standsFor } from './forms.ts'

const COMMAS = new Set(['،', ',', '»', '–', '-'])
const BREAKS = new Set(['،', '؛', ':', '.', '؟', '!', ','])
const THAT = new Set(['ان', 'بان', 'انه', 'انها', 'بانه', 'بانها'])

/**
 * Where the further words of a phrase stand: each at most `reach` tokens behind the one before, expressions of time and their commas not counted; behind a
 * verb its subject may come between.
 */
export function restOfPhrase(
  document: Document,
  at: number,
  to: number,
  words: readonly PhraseWord[],
  reach: number,
  isTime: (at: number) => boolean,
  isName: (at: number) => boolean,
): number[] | undefined {
  // Most phrases already miss their first further word.
  let found: number[] | undefined
  let next = at + 1
  for (const word of words) {
    const hit = indexOf(document, word, next, to, reach, isTime, isName)
    if (hit === undefined) return undefined
    if (found === undefined) found = [hit]
    else found.push(hit)
    next = hit + 1
  }
  return found ?? []
}

/** An aside is no longer than this, in words. */
const LONGEST_ASIDE = 8

/** Where a sentence goes on behind an aside without a verb that a comma opens, or undefined. */
function endOfAside(document: Document, comma: number, to: number): number | undefined {
  // «علّق الحزب، الذي حل ثانيا، مشاركته»: nor does a relative clause.
  const relative = comma + 1 < to && isRelative(document.tokens[comma + 1]!)
  for (let at = comma + 1; at < Math.min(to - 1, comma + LONGEST_ASIDE + 2); at++) {
    const token = document.tokens[at]!
    if (COMMAS.has(token.text)) return at + 1
    if (token.kind !== 'mark' && !relative && isFiniteVerb(token)) return undefined
  }
  return undefined
}

/** Index of the first token that stands for a word of a phrase, with no mark and no other verb before it. */
function indexOf(
  document: Document,
  word: PhraseWord,
  from: number,
  to: number,
  reach: number,
  isTime: (at: number) => boolean,
  isName: (at: number) => boolean,
): number | undefined {
  let left = reach
  for (let at = from; at < to && left > 0; at++) {
    const token = document.tokens[at]!
    if (isTime(at)) continue
    if (token.kind === 'mark' && BREAKS.has(token.text)) {
      // «فرضت الوزارة، أمس، غرامات»: a time between commas interrupts nothing.
      if (!COMMAS.has(token.text)) return undefined
      if (isTime(at + 1) || isTime(at - 1)) continue
      // «توصلت الحكومة، بوساطة من قطر، إلى اتفاق»: nor does an aside without a verb, if the phrase goes on right behind it.
      const end = endOfAside(document, at, to)
      if (end === undefined || !standsFor(document.tokens[end]!).includes(word)) return undefined
      return end
    }
    if (token.kind !== 'mark' && at > from && isFiniteVerb(token) && token.key !== word.key) return undefined
    // «في تصريحات نشرتها الصحيفة أن إرسال قوات …»: what is said is no part of the phrase.
    if (at > from && THAT.has(token.key) && token.key !== word.key) return undefined
    if (standsFor(token).includes(word)) return at
    if (!isName(at)) left--
  }
  return undefined
}
