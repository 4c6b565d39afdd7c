/**
 * Runs of words as Discord's markdown. https://support.discord.com/hc/en-us/articles/210298617
 *
 * Each character that can begin markup is escaped by itself, unlike discord.js's `escapeMarkdown`, which looks for whole
 * pairs: a pair may be closed by the next run, and text is cut where it grows too long.
 */
import type { Run, Text } from '../../src/bot/reply.ts'
import { addressesIn } from './addresses.ts'

/** Anywhere: emphasis, code, spoilers, links, and `<`, which begins mentions, timestamps, emoji and addresses. */
const MARKS = /[\\*_~`|[\]<>]/g
/** At the start of a line, wherever its runs begin: headings, small print and lists. Quotes begin with `>`, which is among the marks. */
const LINE_MARKS = /^(\s*)(#|-)/gm
const NUMBERED = /^(\s*\d+)\./gm

/** The words of a text as markdown: weights, links; everything else reads as it is. */
export function markdown(text: Text): string {
  const marked = joined(text).map(markRun).join('')
  // Two strong runs of which one is a link: four marks in a row would be read as neither's.
  const apart = marked.replaceAll('****', '**\u2060**')
  return apart.replace(LINE_MARKS, '$1\\$2').replace(NUMBERED, '$1\\.')
}

/** Words that show as they are; addresses in them stay links, without a preview. */
function escaped(words: string): string {
  let shown = ''
  let from = 0
  for (const { address, start, end } of addressesIn(words)) {
    shown += `${escapeMarks(words.slice(from, start))}<${address}>`
    from = end
  }
  return shown + escapeMarks(words.slice(from))
}

function escapeMarks(words: string): string {
  return words.replace(MARKS, '\\$&')
}

/** Neighbours of the same kind become one: `**a****b**` is not what it was meant to be. */
function joined(text: Text): Text {
  const runs: Run[] = []
  for (const run of text) {
    const last = runs.at(-1)
    if (last && last.weight === run.weight && last.href === run.href) last.text += run.text
    else runs.push({ ...run })
  }
  return runs
}

function markRun({ text, weight, href }: Run): string {
  // Marks hold only directly at the words: the space around them stays outside.
  const [, before = '', words = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text) ?? []
  if (words === '') return text
  const link = href === undefined ? undefined : safeAddress(href)
  const shown = link === undefined ? escaped(words) : linked(words, link)
  // A mark does not reach over an empty line: each line has its own.
  const strong = weight === 'strong' ? shown.replace(/\S(?:[^\n]*\S)?/g, '**$&**') : shown
  return before + strong + after
}

function linked(words: string, address: string): string {
  // Discord shows a link raw when the words are an address themselves.
  if (/^https?:\/\//.test(words)) return `<${address}>`
  return `[${escapeMarks(words.replace(/\s+/g, ' '))}](<${address}>)`
}

/** An http(s) address in a form that ends neither a link nor its angle brackets. */
function safeAddress(href: string): string | undefined {
  if (!URL.canParse(href)) return undefined
  const { protocol, href: address } = new URL(href)
  if (protocol !== 'http:' && protocol !== 'https:') return undefined
  return address.replace(/[()<>[\]\\]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`)
}
