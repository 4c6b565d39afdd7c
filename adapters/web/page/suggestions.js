/**
 * Names offered while a question is typed, and commands after a slash: a list box that the text box steers (the ARIA
 * combobox pattern). Nothing is chosen until the reader goes into the list: Enter sends what was typed.
 */
import { directionOfText } from './direction.js'
import { suggest } from './wire.js'
import { currentLanguage, data, element, label } from './words.js'

/** @typedef {{ insert: string, shown: string, detail?: string }} Offer */

/** Milliseconds without a key before the server is asked. */
const PAUSE = 160

const box = element('message', HTMLTextAreaElement)
const list = element('suggestions', HTMLElement)
const there = element('said', HTMLElement)

/** @type {Offer[]} */
let offers = []
let replaces = 0
let active = -1
let asking = new AbortController()
/** @type {ReturnType<typeof setTimeout> | undefined} */
let waiting

/** Starts to listen to the text box. */
export function startSuggestions() {
  box.addEventListener('input', ask)
  box.addEventListener('blur', close)
  // Before the composer's own listener, which sends on Enter.
  box.addEventListener('keydown', steer, { capture: true })
  // The text box keeps the focus when the list is pressed.
  list.addEventListener('pointerdown', (event) => event.preventDefault())
}

/** Takes the list away, and what is under way for it. */
export function close() {
  clearTimeout(waiting)
  asking.abort()
  show([], 0)
}

function ask() {
  clearTimeout(waiting)
  asking.abort()
  const typed = box.value.slice(0, box.selectionStart)
  if (box.selectionStart !== box.value.length || typed.includes('\n') || typed.length > data.limits.TYPED_LENGTH) {
    return show([], 0)
  }
  if (/^\/\S*$/.test(typed)) return show(commandsFor(typed.slice(1)), typed.length)
  asking = new AbortController()
  waiting = setTimeout(() => fromServer(typed, asking.signal), PAUSE)
}

/**
 * @param {string} typed
 * @param {AbortSignal} signal
 */
async function fromServer(typed, signal) {
  try {
    const found = await suggest(typed, signal)
    if (signal.aborted) return
    const name = typed.slice(typed.length - found.replaces)
    const others = found.suggestions.filter((suggestion) => suggestion.name !== name)
    show(
      others.map(({ name, detail }) => ({ insert: name, shown: name, detail })),
      found.replaces,
    )
  } catch {
    // Help that does not come is not missed; the message itself will say when the server is away.
    if (!signal.aborted) show([], 0)
  }
}

/** @param {string} typed */
function commandsFor(typed) {
  return data.commands
    .filter(({ name, words }) => [name, ...words].some((word) => word.startsWith(typed)))
    .map(({ name, words, description }) => {
      const called = currentLanguage() === 'ar' ? (words[0] ?? name) : name
      return { insert: `/${called}`, shown: `/${called}`, detail: description[currentLanguage()] }
    })
}

/**
 * @param {Offer[]} next
 * @param {number} length UTF-16 units before the caret that an offer takes the place of
 */
function show(next, length) {
  offers = next
  replaces = length
  list.replaceChildren(...offers.map(option))
  list.hidden = offers.length === 0
  there.textContent = offers.length > 0 ? label('suggestionsThere') : ''
  if (offers.length > 0) {
    box.setAttribute('role', 'combobox')
    box.setAttribute('aria-autocomplete', 'list')
    box.setAttribute('aria-controls', list.id)
    box.setAttribute('aria-expanded', 'true')
  } else {
    // Without a list it is a text box of many lines again, and is read out as one.
    for (const name of ['role', 'aria-autocomplete', 'aria-controls', 'aria-expanded']) box.removeAttribute(name)
  }
  go(-1)
}

/**
 * @param {Offer} offer
 * @param {number} index
 */
function option({ shown, detail }, index) {
  const made = document.createElement('div')
  made.id = `suggestion-${index}`
  made.setAttribute('role', 'option')
  const name = document.createElement('bdi')
  name.dir = directionOfText(shown, 'ltr')
  name.textContent = shown
  made.append(name)
  if (detail) {
    const beside = document.createElement('span')
    beside.className = 'quiet'
    beside.textContent = detail
    made.append(' ', beside)
  }
  made.addEventListener('click', () => take(index))
  return made
}

/** @param {number} index −1: in the text box itself */
function go(index) {
  active = index
  for (const [at, each] of [...list.children].entries()) each.setAttribute('aria-selected', String(at === index))
  const chosen = list.children[index]
  if (chosen) box.setAttribute('aria-activedescendant', chosen.id)
  else box.removeAttribute('aria-activedescendant')
  chosen?.scrollIntoView({ block: 'nearest' })
}

/** @param {number} index */
function take(index) {
  const offer = offers[index]
  if (!offer) return
  box.setRangeText(`${offer.insert} `, box.selectionStart - replaces, box.selectionStart, 'end')
  close()
  box.focus()
}

/** @param {KeyboardEvent} event */
function steer(event) {
  if (list.hidden || event.isComposing) return
  const count = offers.length
  if (event.key === 'ArrowDown') go(active + 1 >= count ? -1 : active + 1)
  else if (event.key === 'ArrowUp') go(active === -1 ? count - 1 : active - 1)
  else if (event.key === 'Escape') close()
  else if (active >= 0 && (event.key === 'Enter' || event.key === 'Tab') && !event.shiftKey) take(active)
  else return
  event.preventDefault()
  event.stopImmediatePropagation()
}
