/** Blocks as lines of markdown, each short enough to be sent alone. */
import { type Block, type Choices, type Citation, type Text, textOf, type Upload } from '../../src/bot/reply.ts'
import { markdown } from './markup.ts'
import { splitText } from './split.ts'

/** Blocks that are words. */
export type Words = Exclude<Block, Choices | Upload>

export interface Line {
  /** What stands between it and the line before. */
  gap: '\n' | '\n\n'
  markdown: string
  /** Whether it heads the next line and is not to be parted from it. */
  heads: boolean
}

/** Right-to-left mark and bullet: Discord's own lists put the bullet of an Arabic line on the far side. */
const POINT = '\u200F• '
/** For each line: `>>> ` would quote all to the end of the message. */
const QUOTED = '> '
const SMALL_PRINT = '-# '

/** A block's lines of at most `room` characters; none where it has no words. */
export function linesOf(block: Words, room: number): Line[] {
  switch (block.kind) {
    case 'heading':
      return fitted(
        block.text.map(({ text, href }) => ({ text, href, weight: 'strong' })),
        room,
        { heads: true },
      )
    case 'paragraph':
      return fitted(block.text, room, { eachLine: isQuiet(block.text) ? SMALL_PRINT : '' })
    case 'quote':
      return fitted(block.text, room, { eachLine: QUOTED, citation: block.citation })
    case 'points':
      return block.items
        .flatMap(({ text, citation }) => fitted(text, room, { start: POINT, citation }))
        .map((line, index) => (index === 0 ? line : { ...line, gap: '\n' }))
  }
}

/** Lines one under the other, as Discord takes them. */
export function joined(lines: Line[]): string {
  return lines
    .map(({ gap, markdown }, index) => (index === 0 ? '' : lines[index - 1]!.heads ? '\n' : gap) + markdown)
    .join('')
}

/** Whether there is anything to see: Discord refuses what is only space. */
export function isVisible(words: string): boolean {
  return /[^\s\p{Cf}]/u.test(words)
}

interface Frame {
  start?: string
  eachLine?: string
  citation?: Citation
  heads?: boolean
}

function fitted(text: Text, room: number, { start = '', eachLine = '', citation, heads = false }: Frame): Line[] {
  if (!isVisible(textOf(text))) return []
  const behind = citation ? cited(citation) : ''
  const shown = (part: Text) =>
    start +
    markdown(part)
      .trim()
      .replace(/\n{2,}/g, '\n')
      .replace(/^/gm, eachLine)
  const parts = splitText(text, (part) => shown(part).length + behind.length <= room)
  return parts.map((part, index) => {
    const isLast = index === parts.length - 1
    return { gap: '\n\n', markdown: shown(part) + (isLast ? behind : ''), heads: heads && isLast }
  })
}

function isQuiet(text: Text): boolean {
  return text.every(({ text, weight }) => weight === 'quiet' || !isVisible(text))
}

function cited({ text, url }: Citation): string {
  return ` (${markdown([{ text, href: url }])})`
}
