/** Where the reader writes: text, a file, who published it first, the bot's commands. */
import { attachedFile, detach, startAttachment } from './attachment.js'
import { close, startSuggestions } from './suggestions.js'
import { currentLanguage, data, element, whenSpeaking } from './words.js'

/**
 * @typedef {object} Written
 * @property {string} text
 * @property {string} source
 * @property {string} date
 * @property {File} [file]
 */

const form = element('composer', HTMLFormElement)
const box = element('message', HTMLTextAreaElement)
const toggle = element('source-toggle', HTMLButtonElement)
const fields = element('source', HTMLFieldSetElement)
const source = element('source-name', HTMLInputElement)
const date = element('source-date', HTMLInputElement)
const problem = element('problem', HTMLElement)
const commands = element('commands', HTMLElement)

/**
 * Starts to take what the reader writes.
 * @param {(written: Written) => void} onWritten
 * @param {(command: string, shown: string) => void} onCommand
 */
export function startComposer(onWritten, onCommand) {
  startSuggestions()
  startAttachment(showProblem, () => box.focus())

  box.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return
    event.preventDefault()
    form.requestSubmit()
  })
  box.addEventListener('input', () => {
    showProblem('')
    grow()
  })
  toggle.addEventListener('click', () => showSource(fields.hidden !== false))

  form.addEventListener('submit', (event) => {
    event.preventDefault()
    const written = { text: box.value, source: source.value.trim(), date: date.value, file: attachedFile() }
    if (written.text.trim() === '' && !written.file) return box.focus()
    close()
    clear()
    onWritten(written)
  })

  whenSpeaking(() => commands.replaceChildren(...data.commands.map((command) => commandButton(command, onCommand))))
}

/**
 * Puts back what could not be sent, unless something else has been written since.
 * @param {Written} written
 */
export function putBack(written) {
  if (box.value !== '') return
  box.value = written.text
  grow()
  source.value = written.source
  date.value = written.date
  if (written.source || written.date) showSource(true)
}

/** Makes the box as high as its text in browsers that don't do so by themselves (`field-sizing`). */
function grow() {
  if (CSS.supports('field-sizing', 'content')) return
  box.style.height = 'auto'
  box.style.height = `${box.scrollHeight}px`
}

/** @param {string} text */
function showProblem(text) {
  problem.textContent = text
}

/** @param {boolean} open */
function showSource(open) {
  fields.hidden = !open
  toggle.setAttribute('aria-expanded', String(open))
  if (open) source.focus()
}

function clear() {
  box.value = ''
  grow()
  source.value = ''
  date.value = ''
  detach()
  showProblem('')
  fields.hidden = true
  toggle.setAttribute('aria-expanded', 'false')
  box.focus()
}

/**
 * @param {import('./words.js').CommandDescription} command
 * @param {(command: string, shown: string) => void} onCommand
 */
function commandButton({ name, words, description, argument }, onCommand) {
  const arabic = currentLanguage() === 'ar'
  const called = arabic ? (words[0] ?? name) : name
  const button = document.createElement('button')
  button.type = 'button'
  button.textContent = called
  button.title = description[currentLanguage()]
  button.addEventListener('click', () => {
    if (!argument?.required) return onCommand(name, `/${called}`)
    box.value = `/${called} `
    box.focus()
    box.setSelectionRange(box.value.length, box.value.length)
  })
  return button
}
