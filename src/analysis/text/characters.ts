/** What a character is, as bits: the tokenizer and the language guess ask it of every character of every text. */

/** `\p{N}` */
export const NUMBER = 1
/** `\p{Script=Latin}` */
export const LATIN = 2
/** `\p{L}`; the tatweel is one. */
export const LETTER = 4
/** `\p{M}` */
export const MARK = 8
/** `\s` */
export const SPACE = 16
/** `\p{Script=Arabic}` */
export const ARABIC = 32
/** A letter that Persian, Urdu and Kurdish write and Arabic does not. */
export const FOREIGN = 64
/** Told before. */
const KNOWN = 128

const TESTS: readonly [RegExp, number][] = [
  [/\p{N}/u, NUMBER],
  [/\p{Script=Latin}/u, LATIN],
  [/\p{L}/u, LETTER],
  [/\p{M}/u, MARK],
  [/\s/u, SPACE],
  [/\p{Script=Arabic}/u, ARABIC],
  [/[ٹڈڑںھےژەێۆڵڕگچپ]/u, FOREIGN],
]

/** One entry a UTF-16 code unit (64 kB), each judged when it is first met: filling it beforehand would cost every start. */
const units = new Uint8Array(0x1_0000)

/** Whether a code point is one of the letters that Arabic writes, or the tatweel: nearly all that are met. */
export const isPlainArabic = (code: number): boolean => code >= 0x621 && code <= 0x64a

/** The bits of a code point. */
export function classOf(code: number): number {
  if (code > 0xffff) return judge(code)
  if (units[code] === 0) units[code] = judge(code)
  return units[code]!
}

function judge(code: number): number {
  const character = String.fromCodePoint(code)
  let bits = KNOWN
  for (const [test, bit] of TESTS) if (test.test(character)) bits |= bit
  return bits
}

/** The code point at an offset: a pair of surrogates is one. */
export function codeAt(text: string, at: number): number {
  const unit = text.charCodeAt(at)
  return unit >= 0xd800 && unit <= 0xdbff ? text.codePointAt(at)! : unit
}
