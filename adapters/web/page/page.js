/** The chat page: puts its parts together. */
import { putBack, startComposer } from './composer.js'
import { addProblem, addReader, addReply, openConversation } from './conversation.js'
import { listen, Problem, send } from './wire.js'
import { element, label, labelPage, whenSpeaking } from './words.js'

const busy = element('busy', HTMLElement)
const connection = element('connection', HTMLElement)
let underWay = 0
let connected = true

/**
 * Sends something and shows what comes back; tells whether all of it came.
 * @param {FormData | object} body
 */
async function exchange(body) {
  underWay += 1
  showState()
  try {
    await send(body, addReply)
    return true
  } catch (error) {
    addProblem(error instanceof Problem ? error.message : label('failed'))
    return false
  } finally {
    underWay -= 1
    showState()
  }
}

function showState() {
  busy.textContent = underWay > 0 ? label('busy') : ''
  connection.textContent = connected ? '' : label('offline')
}

/** @param {import('./composer.js').Written} written */
async function sendWritten(written) {
  const { text, source, date, file } = written
  addReader([text.trim(), file?.name].filter(Boolean).join('\n'), [source, date].filter(Boolean).join('، '))
  if (!(await exchange(bodyOf(text, source, date, file)))) putBack(written)
}

/**
 * @param {string} text
 * @param {string} source
 * @param {string} date
 * @param {File} [file]
 */
function bodyOf(text, source, date, file) {
  if (!file) return { text, source, date }
  const form = new FormData()
  form.set('text', text)
  form.set('source', source)
  form.set('date', date)
  form.set('file', file)
  return form
}

whenSpeaking(labelPage)
whenSpeaking(showState)
openConversation((shown, action) => {
  addReader(shown)
  void exchange({ action })
})
startComposer(sendWritten, (command, shown) => {
  addReader(shown)
  void exchange({ command })
})
listen(addReply, (now) => {
  connected = now
  showState()
})
