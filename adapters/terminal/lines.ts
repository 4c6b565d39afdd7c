/** Bytes into lines. `node:readline` would also end a line at U+2028, which may stand inside a JSON string. */
import type { Readable } from 'node:stream'

/** A line without its end, or one that was too long to keep. */
export type Line = { text: string } | { tooLong: true }

const LINE_FEED = 10

/**
 * The lines of a stream, the last one also without an end; a carriage return before the line feed belongs to the end.
 * @param longest bytes of a line that are kept; a longer one is passed over as it comes, never held whole
 */
export async function* linesOf(input: Readable, longest: number): AsyncGenerator<Line> {
  let held: Buffer[] = []
  let length = 0

  function take(): Line {
    const line: Line = length > longest ? { tooLong: true } : { text: Buffer.concat(held).toString('utf8') }
    held = []
    length = 0
    return 'text' in line ? { text: line.text.replace(/\r$/, '') } : line
  }
  function hold(bytes: Buffer): void {
    length += bytes.length
    if (length > longest) held = []
    else held.push(bytes)
  }

  for await (const chunk of input) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : (chunk as Buffer)
    let start = 0
    for (let end = bytes.indexOf(LINE_FEED); end >= 0; end = bytes.indexOf(LINE_FEED, start)) {
      hold(bytes.subarray(start, end))
      yield take()
      start = end + 1
    }
    if (start < bytes.length) hold(bytes.subarray(start))
  }
  if (length > 0) yield take()
}
