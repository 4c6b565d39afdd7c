/**
 * A reply as the page gets it: JSON, a line each. The page builds elements out of it with `textContent` alone; which
 * words are isolated from a line's direction is decided there too (`page/isolate.js`), where the direction is known.
 */
import type { Block, Citation, Reply, Text } from '../../src/bot/reply.ts'

/** One line of the answer to `POST /messages`; the last one is `done` or `error`. */
export type Line = { reply: Reply } | { done: true } | { error: string }

/** A line with its end. JSON writes every line break inside strings as `\n`, so that one line is one value. */
export function toLine(line: Line): string {
  return `${JSON.stringify('reply' in line ? { reply: render(line.reply) } : line)}\n`
}

/** The reply with nothing in it that a page must not open: addresses other than http(s) are left out. */
export function render(reply: Reply): Reply {
  return { language: reply.language, blocks: reply.blocks.map(renderBlock) }
}

function renderBlock(block: Block): Block {
  switch (block.kind) {
    case 'choices':
      return block
    case 'points':
      return { kind: 'points', items: block.items.map((item) => cited(item)) }
    case 'quote':
      return { kind: 'quote', ...cited(block) }
    default:
      return { ...block, text: safe(block.text) }
  }
}

function cited({ text, citation }: { text: Text; citation?: Citation }) {
  return { text: safe(text), citation: citation && { ...citation, url: openable(citation.url) } }
}

const safe = (text: Text): Text => text.map((run) => ({ ...run, href: openable(run.href) }))

function openable(address: string | undefined): string | undefined {
  return address && /^https?:$/.test(URL.parse(address)?.protocol ?? '') ? address : undefined
}
