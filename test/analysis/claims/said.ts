/** Reads a text and writes its claims down as the tables of these tests do. */
import { analyze } from '../../../src/analysis/analyze.ts'

/** `stance speaker as written | verb: content`, one a claim. */
export function claims(text: string): string[] {
  return analyze(text, { publishedAt: '2012-01-25' }).claims.map(
    (c) => `${c.stance} ${c.speaker.text} | ${c.verb}: ${text.slice(c.content.start, c.content.end)}`,
  )
}
