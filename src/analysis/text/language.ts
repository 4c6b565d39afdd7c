import { ARABIC, classOf, codeAt, FOREIGN, isPlainArabic, LETTER } from './characters.ts'

/** More letters are not needed to tell a language. */
const SAMPLE = 20_000
/** Below this share of Arabic letters a text is not Arabic, whatever names it quotes. */
const MOSTLY = 0.5
/** Above this share of letters that Arabic does not write a text is in another language of its script. */
const FOREIGNERS = 0.01

/**
 * BCP 47 code of the language that a text is written in, as far as its letters tell: `ar`, `und` for other letters or none.
 */
export function languageOf(text: string): string {
  let plain = 0
  let letters = 0
  let arabic = 0
  let foreign = 0
  const end = Math.min(text.length, SAMPLE)
  for (let at = 0; at < end; at++) {
    if (isPlainArabic(text.charCodeAt(at))) {
      plain++
      continue
    }
    const code = codeAt(text, at)
    if (code > 0xffff) at++
    const bits = classOf(code)
    if (bits & LETTER) letters++
    if (bits & ARABIC) arabic++
    if (bits & FOREIGN) foreign++
  }
  letters += plain
  arabic += plain
  if (letters === 0 || arabic / letters < MOSTLY) return 'und'
  return foreign / arabic > FOREIGNERS ? 'und' : 'ar'
}

/** How many words a text has, counted at white space. */
export function wordsIn(text: string): number {
  return text.split(/\s+/).filter(Boolean).length
}
