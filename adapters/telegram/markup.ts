/**
 * Runs of words as Telegram's HTML, https://core.telegram.org/bots/api#html-style: of its three ways to mark up text the
 * only one in which three signs, not eighteen, need escaping, so that no article can break a message.
 */
import type { Language } from '../../src/bot/incoming.ts'
import type { Run, Text } from '../../src/bot/reply.ts'
import { textOf } from '../../src/bot/reply.ts'
import { type Direction, directionOf, isolateRuns } from '../shared/isolate.ts'

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
/** Clients take a line's direction from its first letter; this one is not seen. */
const RIGHT_TO_LEFT_MARK = '\u200F'

/** Words that show as they are, also within an attribute's double quotes. */
export function escaped(words: string): string {
  return words.replace(/[&<>"]/g, (sign) => ESCAPES[sign]!)
}

/** Characters of a message as Telegram counts them: without tags, each entity one. */
export function shownLength(html: string): number {
  return html.replace(/<[^>]*>/g, '').replace(/&(?:amp|lt|gt|quot);/g, '.').length
}

/** How many formatted parts a message has. */
export function entitiesIn(html: string): number {
  return html.match(/<[a-z]/g)?.length ?? 0
}

/**
 * A text, line by line in the line's direction: right-to-left in an Arabic reply, else that of its first letter.
 * `start` stands before its first line, inside its direction.
 */
export function html(text: Text, language: Language, start = ''): string {
  return linesOf(text)
    .map((line, index) => {
      const words = textOf(line)
      const direction = language === 'ar' ? 'rtl' : directionOf(words, 'ltr')
      const before = index === 0 ? start : ''
      const mark = needsMark(before + words, direction) ? RIGHT_TO_LEFT_MARK : ''
      return (
        mark +
        escaped(before) +
        isolateRuns(line, direction)
          .map((run) => markRun(run, direction))
          .join('')
      )
    })
    .join('\n')
}

function linesOf(text: Text): Text[] {
  const lines: Text[] = [[]]
  for (const run of text) {
    run.text.split('\n').forEach((words, index) => {
      if (index > 0) lines.push([])
      if (words !== '') lines.at(-1)!.push({ ...run, text: words })
    })
  }
  return lines
}

function needsMark(line: string, direction: Direction): boolean {
  return direction === 'rtl' && line !== '' && directionOf(line[0]!, 'ltr') === 'ltr'
}

/** Slanted letters are how small print is told apart in Latin; in Arabic they are only hard to read. */
function markRun({ text, weight, href }: Run, direction: Direction): string {
  let shown = escaped(text)
  if (text.trim() === '') return shown
  if (weight === 'strong') shown = `<b>${shown}</b>`
  if (weight === 'quiet' && direction === 'ltr') shown = `<i>${shown}</i>`
  return isWebAddress(href) ? `<a href="${escaped(href)}">${shown}</a>` : shown
}

function isWebAddress(href: string | undefined): href is string {
  return href !== undefined && /^https?:\/\//i.test(href) && URL.canParse(href)
}
