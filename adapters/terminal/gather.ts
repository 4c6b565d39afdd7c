/** Piped lines into messages: an article of many paragraphs is one. */
import type { Line } from './lines.ts'

/** A line with nothing else ends a message, as in mail (RFC 5321, 4.5.2). */
export const END = '.'

/**
 * Messages out of what is piped in. Articles have empty lines between their paragraphs, so a message ends at a line
 * with a single dot, or with the input; a line that begins with a slash where a message would begin is one by itself.
 */
export async function* pipedMessages(lines: AsyncIterable<Line>): AsyncGenerator<string> {
  let gathered: string[] = []
  function* flush() {
    const message = gathered.join('\n').trim()
    gathered = []
    if (message !== '') yield message
  }
  for await (const line of lines) {
    // What is not JSON has no limit of its own here: the reader of the message knows how much it takes.
    const text = 'text' in line ? line.text : ''
    const begins = gathered.every((each) => each.trim() === '')
    if (text.trim() === END) yield* flush()
    else if (begins && text.startsWith('/')) yield text.trim()
    else gathered.push(text)
  }
  yield* flush()
}
