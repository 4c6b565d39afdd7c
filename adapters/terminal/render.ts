/** A reply as plain text for a person, or as a line of JSON for a program. */
import type { Language } from '../../src/bot/incoming.ts'
import { type Block, type Citation, type Reply, type Text, textOf } from '../../src/bot/reply.ts'
import { say } from '../../src/words.ts'
import { directionOf, isolate } from '../shared/isolate.ts'
import { RULE_LENGTH } from './limits.ts'

/** A text without what a terminal would obey rather than show: an article may hold escape sequences. */
export function printable(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  return text.replace(/[\0-\x08\x0b-\x1f\x7f-\x9f]/g, '')
}

/**
 * The reply as text: a first heading underlined, points behind «•», sources in parentheses, choices numbered from 1 in
 * the order of `actionsOf`, an empty line between blocks.
 */
export function renderText(reply: Reply): string {
  let numbered = 0
  const parts = reply.blocks.map((block) => {
    const text = renderBlock(block, numbered, reply.language)
    if (block.kind === 'choices') numbered += block.choices.length
    return text
  })
  return parts.filter((part) => part !== '').join('\n\n')
}

/** The actions of all choices of a reply: the first is what the number 1 stands for. */
export function actionsOf(reply: Reply): string[] {
  return reply.blocks.flatMap((block) => (block.kind === 'choices' ? block.choices.map(({ action }) => action) : []))
}

/**
 * `renderText` for a terminal: Latin names and numbers kept together in right-to-left lines, and nothing in it that a
 * terminal would obey rather than show.
 */
export function renderScreen(reply: Reply): string {
  return printable(renderText(reply))
    .split('\n')
    .map((line) => isolate(line, reply.language === 'ar' ? 'rtl' : directionOf(line, 'ltr')))
    .join('\n')
}

/** A line of JSON: `{"chat","text","blocks"}`; `text` is `renderText`, for programs, without isolates. */
export function renderLine(chat: string | null, reply: Reply): string {
  return `${JSON.stringify({ chat, text: renderText(reply), blocks: reply.blocks })}\n`
}

function renderBlock(block: Block, numbered: number, language: Language): string {
  switch (block.kind) {
    case 'heading': {
      const text = words(block.text)
      return block.level === 1 ? `${text}\n${'─'.repeat(widthOf(textOf(block.text)))}` : text
    }
    case 'paragraph':
      return words(block.text)
    case 'points':
      return block.items.map((item) => `• ${cited(item)}`).join('\n')
    case 'quote':
      return cited(block)
        .split('\n')
        .map((line) => `│ ${line}`)
        .join('\n')
    case 'choices':
      return block.choices.map(({ label }, index) => `[${numbered + index + 1}] ${label}`).join('\n')
    case 'picture':
      return say(language, 'terminal.picture', { alt: block.alt })
    case 'file':
      return say(language, 'terminal.file', { name: block.name })
  }
}

function cited({ text, citation }: { text: Text; citation?: Citation }): string {
  return citation ? `${words(text)} (${citation.text})` : words(text)
}

/** An address behind words is shown after them: nothing can be opened that can't be seen. */
function words(text: Text): string {
  return text.map(({ text: run, href }) => (href && href !== run ? `${run} (${href})` : run)).join('')
}

const graphemes = new Intl.Segmenter('ar', { granularity: 'grapheme' })
const widthOf = (text: string) => Math.min(RULE_LENGTH, [...graphemes.segment(text)].length)
