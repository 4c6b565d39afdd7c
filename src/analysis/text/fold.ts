/** Harakat, Quranic marks, superscript alef, tatweel, and the invisible marks of direction and joining. */
const UNSEEN =
  /[\u0610-\u061A\u064B-\u065F\u0670\u06D6-\u06ED\u0640\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF\u00AD]/g

const ALIKE: Record<string, string> = {
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ٱ: 'ا',
  ى: 'ي',
  ی: 'ي',
  ې: 'ي',
  ة: 'ه',
  ە: 'ه',
  ہ: 'ه',
  ک: 'ك',
  ڪ: 'ك',
  ؤ: 'ء',
  ئ: 'ء',
  گ: 'ك',
  ڤ: 'ف',
  پ: 'ب',
  چ: 'ج',
}
/** Arabic letters and ASCII without capitals: nothing to compose, to leave out or to make small. So most words are, of texts and of the lexicon. */
const PLAIN = /^[ -@[-~\u0621-\u063A\u0641-\u064A]*$/
const FOLDED = /[أإآٱىیېةەہکڪؤئگڤپچ٠-٩۰-۹]/g

/**
 * The form under which spellings that people use for one word are equal: without vowels and tatweel; one alef, one ya, ta marbuta
 * as ha, hamza seats alike, presentation forms as letters, digits as ASCII, Latin letters in lower case. For keys only: lengths may change.
 */
export function fold(text: string): string {
  const letters = PLAIN.test(text) ? text : text.normalize('NFKC').replace(UNSEEN, '').toLowerCase()
  return letters.replace(FOLDED, (letter) => ALIKE[letter] ?? digit(letter))
}

function digit(letter: string): string {
  const code = letter.charCodeAt(0)
  return String(code - (code >= 0x6f0 ? 0x6f0 : 0x660))
}

/** Folded, white space made single, ends trimmed: a key for a name of several words. */
export function foldName(name: string): string {
  return fold(name)
    .replace(/[\s\u00A0]+/g, ' ')
    .trim()
}

/**
 * The offset in `text` at which its letter number `letters` begins (counting as `fold` keeps them), so that a clitic
 * found on the folded form can be left out of a span of the text as received.
 */
export function offsetOfLetter(text: string, letters: number): number {
  let seen = 0
  for (let at = 0; at < text.length; at++) {
    if (isSilent(text, at)) continue
    if (seen === letters) return at
    seen++
  }
  return text.length
}

/** Whether nothing is left of a character when it is folded. The plain letters, Latin and Arabic, need no folding to tell. */
function isSilent(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  const plain = code < 0x80 || (code >= 0x620 && code <= 0x64a && code !== 0x640)
  return !plain && fold(text[at]!) === ''
}
