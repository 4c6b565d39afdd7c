const ARABIC = /\p{Script=Arabic}/gu
const LETTER = /\p{L}/gu
/** Letters that Persian, Urdu and Kurdish write and Arabic does not. */
const NOT_ARABIC = /[ٹڈڑںھےژەێۆڵڕگچپ]/g

/** More letters are not needed to tell a language. */
const SAMPLE = 20_000
/** Below this share of Arabic letters a text is not Arabic, whatever names it quotes. */
const MOSTLY = 0.5

/**
 * BCP 47 code of the language that a text is written in, as far as its letters tell: `ar`, `und` for other letters or none.
 */
export function languageOf(text: string): string {
  const sample = text.slice(0, SAMPLE)
  const letters = sample.match(LETTER)?.length ?? 0
  const arabic = sample.match(ARABIC)?.length ?? 0
  if (letters === 0 || arabic / letters < MOSTLY) return 'und'
  const foreign = sample.match(NOT_ARABIC)?.length ?? 0
  return foreign / arabic > 0.01 ? 'und' : 'ar'
}

/** How many words a text has, counted at white space. */
export function wordsIn(text: string): number {
  return text.split(/\s+/).filter(Boolean).length
}
