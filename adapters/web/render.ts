/**
 * A reply as the page gets it: JSON, a line each. The page builds elements out of it with text alone, never markup, and
 * makes a `bdi` of what stands between isolates.
 */
import { type Block, type Citation, type Reply, type Text, textOf } from '../../src/bot/reply.ts'
import { type Direction, directionOf, isolate, isolateRuns } from '../shared/isolate.ts'

/** One line of the answer to `POST /messages`; the last one is `done` or `error`. */
export type Line = { reply: Reply } | { done: true } | { error: string }

/** A line with its end. JSON writes every line break inside strings as `\n`, so that one line is one value. */
export function toLine(line: Line): string {
  return `${JSON.stringify('reply' in line ? { reply: render(line.reply) } : line)}\n`
}

/**
 * The reply with Latin names and numbers isolated in its right-to-left lines and Arabic in the others, and with nothing
 * in it that a page must not open: addresses other than http(s) are left out.
 */
export function render({ language, blocks }: Reply): Reply {
  const base = language === 'ar' ? 'rtl' : 'ltr'
  return { language, blocks: blocks.map((block) => renderBlock(block, base)) }
}

function renderBlock(block: Block, base: Direction): Block {
  switch (block.kind) {
    case 'choices':
      return { ...block, choices: block.choices.map(({ label, action }) => ({ label: isolate(label, base), action })) }
    case 'points':
      return { kind: 'points', items: block.items.map((item) => cited(item, base)) }
    case 'quote':
      return { kind: 'quote', ...cited(block, base) }
    case 'picture':
    case 'file':
      return block
    default:
      return { ...block, text: words(block.text, base) }
  }
}

function cited({ text, citation }: { text: Text; citation?: Citation }, base: Direction) {
  const shown = citation && {
    ...citation,
    text: isolate(citation.text, lineDirection(citation.text, base)),
    url: openable(citation.url),
  }
  return { text: words(text, base), citation: shown }
}

function words(text: Text, base: Direction): Text {
  const isolated = isolateRuns(text, lineDirection(textOf(text), base))
  return isolated.map((run) => ({ ...run, href: openable(run.href) }))
}

/** As the page decides it (`page/direction.js`): Arabic lines stay what they are even where a Latin name begins them. */
const lineDirection = (text: string, base: Direction) => (base === 'rtl' ? base : directionOf(text, base))

function openable(address: string | undefined): string | undefined {
  return address && /^https?:$/.test(URL.parse(address)?.protocol ?? '') ? address : undefined
}
