/** Lines and the words in them that run the other way. The server has put isolates around these (UAX #9). */

/** @typedef {'rtl' | 'ltr'} Direction */

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
 * The text without isolates, as it is copied.
 * @param {string} text
 */
export const withoutIsolates = (text) => text.replace(/[\u2066-\u2069]/g, '')

/**
 * Puts a text into an element, with a `bdi` for what stands between isolates: unlike these it is not copied along when
 * the reader takes words from the page. An isolate that another run closes stays as it is, for no element can do that.
 * @param {HTMLElement} parent
 * @param {string} text
 */
export function appendIsolated(parent, text) {
  for (const part of text.split(/([\u2066-\u2068][^\u2066-\u2069]*\u2069)/)) {
    if (!/^[\u2066-\u2068].*\u2069$/s.test(part)) {
      parent.append(part)
      continue
    }
    const bdi = document.createElement('bdi')
    if (part[0] !== '\u2068') bdi.dir = part[0] === '\u2067' ? 'rtl' : 'ltr'
    bdi.textContent = part.slice(1, -1)
    parent.append(bdi)
  }
}
