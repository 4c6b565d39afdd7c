/**
 * Words of the other direction within a line, kept from disturbing its order (UAX #9): each goes into a `bdi`.
 */

/** @typedef {'rtl' | 'ltr'} Direction */

/**
 * Latin words and numbers: what begins and ends with a letter or digit, with what joins them. A space joins only where
 * a Latin letter stands on one side of it: two numbers side by side stay two.
 */
const LEFT_TO_RIGHT =
  /[+\-−#$€£@]?[\p{Script=Latin}\p{Nd}](?:[\p{Script=Latin}\p{Nd}\p{M}]|[.,:/\\_@&'’+\-–−°#=?~]+(?=[\p{Script=Latin}\p{Nd}])|(?<=\p{Script=Latin}\.?) (?=[\p{Script=Latin}\p{Nd}])|\. (?=\p{Script=Latin})|(?<=\p{Nd}) (?=\p{Script=Latin}))*[%°]?/gu

/** Arabic words with the spaces, marks and quotation marks between them. */
const RIGHT_TO_LEFT =
  /[«(]?[\p{Script=Arabic}](?:[\p{Script=Arabic}\p{M}]|[\s،؛:«»()"\-–.\p{Nd}]+(?=\p{Script=Arabic}))*[»)]?/gu

/**
 * The direction of a text: that of its first letter.
 * @param {string} text
 * @param {Direction} otherwise of a text without letters
 * @returns {Direction}
 */
export function directionOfText(text, otherwise) {
  const first = /\p{L}/u.exec(text)?.[0]
  if (!first) return otherwise
  return /[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(first) ? 'rtl' : 'ltr'
}

/**
 * A text cut where its direction changes.
 * @param {string} text
 * @param {Direction} direction of the line that it stands in
 * @returns {{ text: string, isolated: boolean }[]} all of the text, in order
 */
export function cutByDirection(text, direction) {
  const parts = []
  let end = 0
  for (const match of text.matchAll(direction === 'rtl' ? LEFT_TO_RIGHT : RIGHT_TO_LEFT)) {
    if (match.index > end) parts.push({ text: text.slice(end, match.index), isolated: false })
    parts.push({ text: match[0], isolated: true })
    end = match.index + match[0].length
  }
  if (end < text.length) parts.push({ text: text.slice(end), isolated: false })
  return parts
}

/**
 * Puts a text into an element, with what runs the other way isolated.
 * @param {HTMLElement} parent
 * @param {string} text
 * @param {Direction} direction of the line
 */
export function appendIsolated(parent, text, direction) {
  for (const part of cutByDirection(text, direction)) {
    if (!part.isolated) {
      parent.append(part.text)
      continue
    }
    const bdi = document.createElement('bdi')
    bdi.textContent = part.text
    parent.append(bdi)
  }
}
