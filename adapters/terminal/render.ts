/** A reply as plain text for a person, or as a line of JSON for a program. */
import { type Block, type Citation, type Reply, type Text, textOf } from '../../src/bot/reply.ts'
import { RULE_LENGTH } from './limits.ts'

/** Keeps Latin names and numbers together in a right-to-left line; left out where a program reads. */
export type Isolate = (text: string) => string

const asIs: Isolate = (text) => text

/** A text without what a terminal would obey rather than show: an article may hold escape sequences. */
export function printable(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  return text.replace(/[\0-\x08\x0b-\x1f\x7f-\x9f]/g, '')
}

/**
 * The reply as text: a first heading underlined, points behind «•», sources in parentheses, choices numbered from 1 in
 * the order of `actionsOf`, an empty line between blocks.
 */
export function renderText(reply: Reply, isolate: Isolate = asIs): string {
  let numbered = 0
  const parts = reply.blocks.map((block) => {
    const text = renderBlock(block, isolate, numbered)
    if (block.kind === 'choices') numbered += block.choices.length
    return text
  })
  return parts.filter((part) => part !== '').join('\n\n')
}

/** The actions of all choices of a reply: the first is what the number 1 stands for. */
export function actionsOf(reply: Reply): string[] {
  return reply.blocks.flatMap((block) => (block.kind === 'choices' ? block.choices.map(({ action }) => action) : []))
}

/** A line of JSON: `{"chat","text","blocks"}`; `text` is what a person would see, without isolates. */
export function renderLine(chat: string | null, reply: Reply): string {
  return `${JSON.stringify({ chat, text: renderText(reply), blocks: reply.blocks })}\n`
}

function renderBlock(block: Block, isolate: Isolate, numbered: number): string {
  switch (block.kind) {
    case 'heading': {
      const text = words(block.text, isolate)
      return block.level === 1 ? `${text}\n${'─'.repeat(widthOf(textOf(block.text)))}` : text
    }
    case 'paragraph':
      return words(block.text, isolate)
    case 'points':
      return block.items.map((item) => `• ${cited(item, isolate)}`).join('\n')
    case 'quote':
      return cited(block, isolate)
        .split('\n')
        .map((line) => `│ ${line}`)
        .join('\n')
    case 'choices':
      return block.choices.map(({ label }, index) => `[${numbered + index + 1}] ${isolate(label)}`).join('\n')
  }
}

function cited({ text, citation }: { text: Text; citation?: Citation }, isolate: Isolate): string {
  return citation ? `${words(text, isolate)} (${isolate(citation.text)})` : words(text, isolate)
}

/** An address behind words is shown after them: nothing can be opened that can't be seen. */
function words(text: Text, isolate: Isolate): string {
  return text
    .map(({ text: run, href }) => (href && href !== run ? `${isolate(run)} (${isolate(href)})` : isolate(run)))
    .join('')
}

const graphemes = new Intl.Segmenter('ar', { granularity: 'grapheme' })
const widthOf = (text: string) => Math.min(RULE_LENGTH, [...graphemes.segment(text)].length)
