/** The file that goes with the next message: chosen, or dropped anywhere on the page. */
import { data, element, label } from './words.js'

const input = element('file', HTMLInputElement)
const shown = element('attached', HTMLElement)
const name = element('attached-name', HTMLElement)
const drop = element('drop', HTMLElement)

/** Room that the form's other fields take in a request. */
const BESIDE_THE_FILE = 64 * 1024

/** @type {File | undefined} */
let attached

/** The file, if there is one. */
export const attachedFile = () => attached

/** Takes the file away. */
export function detach() {
  attached = undefined
  input.value = ''
  shown.hidden = true
}

/**
 * Starts to take files.
 * @param {(problem: string) => void} onProblem with an empty text when there is none any more
 * @param {() => void} onAttached
 */
export function startAttachment(onProblem, onAttached) {
  const attach = (/** @type {File | undefined} */ file) => {
    if (!file) return
    if (file.size > data.limits.BODY_BYTES - BESIDE_THE_FILE) {
      input.value = ''
      return onProblem(label('tooLarge'))
    }
    attached = file
    name.textContent = file.name
    shown.hidden = false
    onProblem('')
    onAttached()
  }
  input.addEventListener('change', () => attach(input.files?.[0]))
  element('detach', HTMLButtonElement).addEventListener('click', () => {
    detach()
    onAttached()
  })

  let depth = 0
  const isFile = (/** @type {DragEvent} */ event) => event.dataTransfer?.types.includes('Files') ?? false
  const over = (/** @type {number} */ change) => {
    depth = change === 0 ? 0 : Math.max(0, depth + change)
    drop.hidden = depth === 0
  }
  addEventListener('dragenter', (event) => isFile(event) && over(1))
  addEventListener('dragleave', (event) => isFile(event) && over(-1))
  addEventListener('dragover', (event) => isFile(event) && event.preventDefault())
  addEventListener('drop', (event) => {
    if (!isFile(event)) return
    event.preventDefault()
    over(0)
    attach(event.dataTransfer?.files[0])
  })
}
