/**
 * What all pictures have in common: a card with its own ground, so that it can be read in light and dark chats alike, and text as resvg wants it.
 *
 * Sizes are in pixels of a card 1000 wide, which phones show some 390 points wide: 38 here are a little less than 15 there.
 */

export const WIDTH = 1000
export const MARGIN = 40
/** Size of names and of what is read; `SMALL` of dates and legends. */
export const TEXT = 38
export const SMALL = 30

export const COLOURS = {
  ground: '#fbfaf6',
  surface: '#ffffff',
  line: '#cfc8ba',
  ink: '#1d1b18',
  quiet: '#5d574d',
  accent: '#0f4c5c',
  friendly: '#1f7a54',
  hostile: '#b3261e',
  neutral: '#6b6558',
} as const

/** Where a text's `x` is: its right end, its middle or its left end, whatever way it is read. */
export type Anchor = 'end' | 'middle' | 'start'

export interface TextStyle {
  size?: number
  colour?: string
  bold?: boolean
  anchor?: Anchor
}

/** RIGHT-TO-LEFT ISOLATE and POP DIRECTIONAL ISOLATE (UAX #9): resvg passes over `direction`, so the text carries its own. */
const ISOLATE = { rtl: '\u2067', ltr: '\u2066', end: '\u2069' }

/** One line of text. Arabic unless `direction` says otherwise. */
export function text(
  x: number,
  y: number,
  words: string,
  { size = TEXT, colour = COLOURS.ink, bold = false, anchor = 'end' }: TextStyle = {},
  direction: 'rtl' | 'ltr' = 'rtl',
): string {
  const weight = bold ? ' font-weight="700"' : ''
  return `<text x="${round(x)}" y="${round(y)}" font-size="${size}" fill="${colour}" text-anchor="${anchor}"${weight}>${ISOLATE[direction]}${escaped(shown(words))}${ISOLATE.end}</text>`
}

/** The whole picture: a title over what `body` draws below `top`. */
export function card(title: string, height: number, body: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${Math.ceil(height)}" viewBox="0 0 ${WIDTH} ${Math.ceil(height)}" font-family="${FAMILY}"><rect width="100%" height="100%" fill="${COLOURS.ground}"/>${text(WIDTH - MARGIN, TITLE_BASE, title, { size: 46, bold: true, colour: COLOURS.accent })}<rect x="${MARGIN}" y="${TOP - 22}" width="${WIDTH - 2 * MARGIN}" height="3" fill="${COLOURS.line}"/>${body}</svg>`
}

export const FAMILY = 'Noto Naskh Arabic'
const TITLE_BASE = 78
/** Where what stands below the title begins. */
export const TOP = 130

/** What a font can draw: emoji would be boxes, control characters make the renderer fail, isolates within would unbalance ours. */
export function shown(words: string): string {
  return words
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}\p{Extended_Pictographic}]/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
}

/** How wide a line is about, in pixels: averages over news set in this font, by the kind of letter, in parts of its size. */
export function widthOf(words: string, size: number): number {
  let width = 0
  for (const letter of words) width += /\p{M}/u.test(letter) ? 0 : widthOfLetter(letter)
  // The last letter of an Arabic word ends in a tail.
  width += (words.match(/\p{Script=Arabic}(?!\p{Script=Arabic})/gu)?.length ?? 0) * TAIL
  return width * size
}

const TAIL = 0.16

function widthOfLetter(letter: string): number {
  if (letter === ' ') return 0.26
  if (/[اأإآلطظكـ]/.test(letter)) return 0.27
  if (/[سشصضـ]/.test(letter)) return 0.66
  if (/\p{Script=Arabic}/u.test(letter)) return 0.42
  return /[\p{Lu}@%&]/u.test(letter) ? 0.74 : 0.58
}

/** Words in lines at most `width` pixels wide; what `most` lines do not hold ends in an ellipsis. */
export function lines(words: string, width: number, size: number, most: number): string[] {
  const fits = (line: string) => widthOf(line, size) <= width
  const found: string[] = []
  const rest = shown(words).split(' ')
  while (rest.length > 0 && found.length < most) {
    let line = rest.shift()!
    while (rest.length > 0 && fits(`${line} ${rest[0]}`)) line += ` ${rest.shift()}`
    found.push(fits(line) ? line : cut(line, fits))
  }
  if (rest.length > 0) found[found.length - 1] = cut(`${found.at(-1)} `, fits)
  return found
}

/** As much of a line as fits with an ellipsis behind it. */
function cut(line: string, fits: (line: string) => boolean): string {
  const letters = [...line.replace(/…$/, '')]
  while (letters.length > 1 && !fits(`${letters.join('')}…`)) letters.pop()
  return `${letters.join('').replace(/[\s،؛:.]+$/, '')}…`
}

export const round = (value: number) => Math.round(value * 10) / 10

function escaped(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
