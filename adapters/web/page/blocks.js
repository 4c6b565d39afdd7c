/** A reply as elements. Every text goes in as text: what an article says can't become markup. */
import { appendIsolated, directionOfText, withoutIsolates } from './direction.js'
import { directionOf, label } from './words.js'

/**
 * @typedef {import('../../../src/bot/reply.ts').Reply} Reply
 * @typedef {import('../../../src/bot/reply.ts').Block} Block
 * @typedef {import('../../../src/bot/reply.ts').Text} Text
 * @typedef {import('../../../src/bot/reply.ts').Citation} Citation
 * @typedef {import('./direction.js').Direction} Direction
 * @typedef {(label: string, action: string) => void} Choose
 */

/**
 * The reply's elements.
 * @param {Reply} reply
 * @param {Choose} choose called when a choice is pressed
 * @returns {HTMLElement[]}
 */
export function blocksOf(reply, choose) {
  const base = directionOf(reply.language)
  return reply.blocks.map((block) => blockOf(block, base, choose))
}

/**
 * All words of a reply, a line for each block or point, as they are copied.
 * @param {Reply} reply
 */
export function plainText(reply) {
  const words = (/** @type {Text} */ text) => text.map((run) => run.text).join('')
  const cited = (/** @type {{ text: Text, citation?: Citation }} */ { text, citation }) =>
    citation ? `${words(text)} (${citation.text})` : words(text)
  const blocks = reply.blocks.flatMap((block) => {
    if (block.kind === 'choices') return []
    if (block.kind === 'picture') return [block.alt]
    if (block.kind === 'file') return [block.name]
    if (block.kind === 'points') return [block.items.map((item) => `• ${cited(item)}`).join('\n')]
    return [block.kind === 'quote' ? cited(block) : words(block.text)]
  })
  return withoutIsolates(blocks.join('\n\n'))
}

/**
 * @param {Block} block
 * @param {Direction} base
 * @param {Choose} choose
 * @returns {HTMLElement}
 */
function blockOf(block, base, choose) {
  switch (block.kind) {
    case 'heading':
      return line(block.level === 1 ? 'h2' : 'h3', block, base)
    case 'paragraph':
      return line('p', block, base)
    case 'quote': {
      const quote = document.createElement('blockquote')
      const words = line('p', block, base)
      quote.dir = words.dir
      quote.append(words)
      return quote
    }
    case 'points': {
      const list = document.createElement('ul')
      list.append(...block.items.map((item) => line('li', item, base)))
      return list
    }
    case 'choices': {
      const group = document.createElement('div')
      group.className = 'choices'
      group.setAttribute('role', 'group')
      group.setAttribute('aria-label', label('choices'))
      group.append(...block.choices.map((choice) => button(choice.label, choice.action, choose)))
      return group
    }
    case 'picture': {
      const picture = document.createElement('img')
      picture.src = `data:image/png;base64,${block.data}`
      picture.alt = block.alt
      // Their size beforehand: the page does not jump when the picture is there.
      picture.width = block.width
      picture.height = block.height
      return picture
    }
    case 'file':
      return download(block)
  }
}

/**
 * A file as a link that keeps it.
 * @param {import('../../../src/bot/reply.ts').Attachment} file
 */
function download({ name, mimeType, data }) {
  const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0))
  const link = document.createElement('a')
  link.className = 'download'
  link.href = URL.createObjectURL(new Blob([bytes], { type: mimeType }))
  link.download = name
  link.dir = 'ltr'
  link.textContent = name
  return link
}

/**
 * A line of Arabic words stays right to left even where it begins with a Latin name; in the other languages a line
 * may be an article's own words, and goes the way they do.
 * @param {string} text
 * @param {Direction} base
 * @returns {Direction}
 */
const directionOfLine = (text, base) => (base === 'rtl' ? 'rtl' : directionOfText(text, base))

/**
 * @param {keyof HTMLElementTagNameMap} tag
 * @param {{ text: Text, citation?: Citation }} content
 * @param {Direction} base
 */
function line(tag, { text, citation }, base) {
  const direction = directionOfLine(text.map((run) => run.text).join(''), base)
  const made = document.createElement(tag)
  made.dir = direction
  if (direction !== base) made.lang = direction === 'rtl' ? 'ar' : ''
  for (const run of text) made.append(...runOf(run))
  if (citation) made.append(' ', chip(citation, base))
  return made
}

/**
 * @param {Text[number]} run
 * @returns {Node[]}
 */
function runOf(run) {
  const wrapper = wrapperOf(run)
  appendIsolated(wrapper, run.text)
  return wrapper instanceof HTMLSpanElement && wrapper.className === '' ? [...wrapper.childNodes] : [wrapper]
}

/**
 * @param {Text[number]} run
 * @returns {HTMLElement}
 */
function wrapperOf(run) {
  const tag = document.createElement(run.weight === 'strong' ? 'strong' : 'span')
  if (run.weight === 'quiet') tag.className = 'quiet'
  if (!run.href) return tag
  const link = anchor(run.href)
  if (run.weight) link.className = run.weight
  return link
}

/**
 * Where a line comes from: small, behind the line, a link where there is something to open.
 * @param {Citation} citation
 * @param {Direction} base
 */
function chip(citation, base) {
  const made = document.createElement('cite')
  const direction = directionOfLine(citation.text, base)
  made.dir = direction
  const inner = citation.url ? anchor(citation.url) : document.createElement('span')
  appendIsolated(inner, citation.text)
  made.append(inner)
  return made
}

/** @param {string} address */
function anchor(address) {
  const link = document.createElement('a')
  link.href = address
  link.target = '_blank'
  link.rel = 'noopener noreferrer'
  return link
}

/**
 * @param {string} words
 * @param {string} action
 * @param {Choose} choose
 */
function button(words, action, choose) {
  const made = document.createElement('button')
  made.type = 'button'
  appendIsolated(made, words)
  made.addEventListener('click', () => choose(withoutIsolates(words), action))
  return made
}
