/** What has been said, as it stands on the page. It is kept for this tab alone, and gone with it: the server keeps none. */
import { blocksOf, plainText } from './blocks.js'
import { currentLanguage, directionOf, element, label, speak, whenSpeaking } from './words.js'

/**
 * @typedef {import('./blocks.js').Reply} Reply
 * @typedef {{ kind: 'reader', text: string, source?: string } | { kind: 'reply', reply: Reply } | { kind: 'problem', text: string }} Entry
 */

const KEPT_AS = 'conversation'
const KEPT_AT_MOST = 80
/** Of a text longer than this, in UTF-16 units, the beginning is shown. */
const LONG = 420

const log = element('log', HTMLElement)
const scroll = element('scroll', HTMLElement)
const welcome = element('welcome', HTMLElement)
/** For listeners alone: what others see happen elsewhere. */
const said = element('said', HTMLElement)
// Safari lets the keyboard scroll only what can be focused.
scroll.tabIndex = 0

/** @type {Entry[]} */
let entries = []
/** @type {import('./blocks.js').Choose} */
let choose = () => {}
/** Whether the reader has been shown the first reply to what they asked. */
let shown = true

/**
 * Puts back what this tab has said before.
 * @param {import('./blocks.js').Choose} onChoice called when a choice of any reply is pressed
 */
export function openConversation(onChoice) {
  choose = onChoice
  entries = kept()
  // What is put back is not news to a listener.
  log.setAttribute('aria-live', 'off')
  for (const entry of entries) log.append(made(entry))
  scroll.scrollTop = scroll.scrollHeight
  requestAnimationFrame(() => log.setAttribute('aria-live', 'polite'))
  welcome.hidden = entries.length > 0
}

/**
 * Shows what the reader sent.
 * @param {string} text
 * @param {string} [source]
 */
export function addReader(text, source) {
  add({ kind: 'reader', text, source })
  scroll.scrollTop = scroll.scrollHeight
  shown = false
}

/**
 * Shows a reply; the page speaks its language from then on.
 * @param {Reply} reply
 */
export function addReply(reply) {
  speak(reply.language)
  const atEnd = isAtEnd()
  const article = add({ kind: 'reply', reply })
  if (!shown || atEnd) {
    // A reply longer than the window is read from its beginning.
    article.scrollIntoView({ block: article.offsetHeight > scroll.clientHeight ? 'start' : 'end' })
  }
  shown = true
}

/**
 * Shows that something went wrong.
 * @param {string} text
 */
export function addProblem(text) {
  add({ kind: 'problem', text }).scrollIntoView({ block: 'end' })
}

/**
 * @param {Entry} entry
 * @returns {HTMLElement}
 */
function add(entry) {
  entries.push(entry)
  entries = entries.slice(-KEPT_AT_MOST)
  keep()
  welcome.hidden = true
  const article = made(entry)
  log.append(article)
  return article
}

const isAtEnd = () => scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < 80

/** @param {Entry} entry */
function made(entry) {
  const article = document.createElement('article')
  article.className = entry.kind
  if (entry.kind === 'reply') fillReply(article, entry.reply)
  else if (entry.kind === 'reader') fillReader(article, entry)
  else article.textContent = entry.text
  return article
}

/**
 * @param {HTMLElement} article
 * @param {Reply} reply
 */
function fillReply(article, reply) {
  article.lang = reply.language
  article.dir = directionOf(reply.language)
  article.setAttribute('aria-label', label('title'))
  article.append(...blocksOf(reply, choose))
  // Over plain HTTP from another machine browsers give no clipboard.
  if (navigator.clipboard && reply.blocks.some((block) => block.kind !== 'choices')) article.append(copyButton(reply))
}

/**
 * @param {HTMLElement} article
 * @param {{ text: string, source?: string }} entry
 */
function fillReader(article, { text, source }) {
  article.setAttribute('aria-label', label('you'))
  if (source) {
    const from = document.createElement('p')
    from.className = 'quiet'
    from.dir = 'auto'
    from.textContent = source
    article.append(from)
  }
  const body = document.createElement('p')
  body.dir = 'auto'
  body.textContent = text
  if (text.length <= LONG) return article.append(body)
  const beginning = document.createElement('span')
  beginning.className = 'beginning'
  beginning.dir = 'auto'
  beginning.textContent = `${text.slice(0, LONG / 2).replace(/\s+\S*$/u, '')}…`
  const more = document.createElement('span')
  more.className = 'more'
  more.textContent = label('wholeText')
  const summary = document.createElement('summary')
  summary.append(beginning, ' ', more)
  const details = document.createElement('details')
  details.append(summary, body)
  article.append(details)
}

/** @param {Reply} reply */
function copyButton(reply) {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'copy plain'
  button.textContent = label('copy')
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(plainText(reply)).then(
      () => {
        button.textContent = label('copied')
        said.textContent = label('copied')
        setTimeout(() => {
          button.textContent = label('copy')
          said.textContent = ''
        }, 2000)
      },
      () => getSelection()?.selectAllChildren(/** @type {Node} */ (button.parentElement)),
    )
  })
  return button
}

/** @returns {Entry[]} */
function kept() {
  try {
    return JSON.parse(sessionStorage.getItem(KEPT_AS) ?? '[]')
  } catch {
    return []
  }
}

function keep() {
  // When the browser's store is full the oldest half makes room.
  for (let from = 0; from <= entries.length; from = from === 0 ? Math.ceil(entries.length / 2) : entries.length + 1) {
    try {
      return sessionStorage.setItem(KEPT_AS, JSON.stringify(entries.slice(from)))
    } catch {}
  }
}

whenSpeaking(() => {
  for (const button of log.querySelectorAll('.copy')) button.textContent = label('copy')
  for (const group of log.querySelectorAll('.choices')) group.setAttribute('aria-label', label('choices'))
  for (const more of log.querySelectorAll('.more')) more.textContent = label('wholeText')
  log.lang = currentLanguage()
})
