/** What the server put into the page, and the language that the page speaks now. */

/**
 * @typedef {'ar' | 'en' | 'fr'} Language
 * @typedef {import('../../../src/bot/bot.ts').CommandDescription} CommandDescription
 * @typedef {object} Data
 * @property {Language} language
 * @property {Record<Language, Record<string, string>>} labels
 * @property {CommandDescription[]} commands
 * @property {{ BODY_BYTES: number, TYPED_LENGTH: number }} limits
 * @property {string} languageCookie
 */

/** @type {Data} */
export const data = JSON.parse(/** @type {HTMLElement} */ (document.getElementById('data')).textContent ?? '')

let language = data.language

const A_YEAR_IN_SECONDS = 365 * 24 * 60 * 60

/** @type {(() => void)[]} */
const listeners = []

/** The language that the page speaks now. */
export const currentLanguage = () => language

/**
 * In which direction a language is written.
 * @param {Language} which
 */
export const directionOf = (which) => (which === 'ar' ? 'rtl' : 'ltr')

/**
 * The page's words for a key, in the language that it speaks now.
 * @param {string} key
 */
export const label = (key) => data.labels[language][key] ?? key

/**
 * Calls back now and whenever the page changes its language.
 * @param {() => void} listener
 */
export function whenSpeaking(listener) {
  listeners.push(listener)
  listener()
}

/**
 * Makes the page speak a language, and remembers it for the next time.
 * @param {Language} next
 */
export function speak(next) {
  if (next === language) return
  language = next
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing over plain HTTP
  document.cookie = `${data.languageCookie}=${next}; path=/; max-age=${A_YEAR_IN_SECONDS}; samesite=strict`
  for (const listener of listeners) listener()
}

/**
 * An element of the page by its id.
 * @template {HTMLElement} E
 * @param {string} id
 * @param {new () => E} type
 * @returns {E}
 */
export function element(id, type) {
  const found = document.getElementById(id)
  if (!(found instanceof type)) throw new Error(`#${id} is missing`)
  return found
}

/** Puts the words on everything that carries a key: as text, as accessible name, as placeholder. */
export function labelPage() {
  document.documentElement.lang = language
  document.documentElement.dir = directionOf(language)
  document.title = label('title')
  for (const each of document.querySelectorAll('[data-label]'))
    each.textContent = label(each.getAttribute('data-label') ?? '')
  for (const each of document.querySelectorAll('[data-name]'))
    each.setAttribute('aria-label', label(each.getAttribute('data-name') ?? ''))
  for (const each of document.querySelectorAll('[data-placeholder]'))
    each.setAttribute('placeholder', label(each.getAttribute('data-placeholder') ?? ''))
}
