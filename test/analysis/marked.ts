/** The articles of test/articles/marked: who and when is spoken of, marked by people. Its README describes the form. */
import { readdirSync, readFileSync } from 'node:fs'
import type { Span } from '../../src/analysis/analysis.ts'

const folder = new URL('../articles/marked/', import.meta.url)
const MARK = /⟦([^|⟦⟧]+)\|([^⟦⟧]+)⟧|⟪([^|⟪⟫]+)\|([^⟪⟫]+)⟫/g

export interface Marked {
  /** The text without its marks. */
  text: string
  mentions: { id: string; span: Span }[]
  /** By their TIMEX3 value. */
  times: { value: string; span: Span }[]
}

/** A marked text, in UTF-16 offsets into the text without its marks. Throws where a sign of a mark is left over. */
export function readMarks(marked: string): Marked {
  const found: Marked = { text: '', mentions: [], times: [] }
  let from = 0
  for (const match of marked.matchAll(MARK)) {
    const [whole, id, mention, value, time] = match
    found.text += marked.slice(from, match.index)
    const start = found.text.length
    found.text += mention ?? time
    const span = { start, end: found.text.length }
    if (id !== undefined) found.mentions.push({ id, span })
    else found.times.push({ value: value!, span })
    from = match.index + whole.length
  }
  found.text += marked.slice(from)
  const stray = /[⟦⟧⟪⟫]/.exec(found.text)
  if (stray)
    throw new Error(`A mark is not closed: ${found.text.slice(Math.max(0, stray.index - 30), stray.index + 30)}`)
  return found
}

/** The marks of every article that is marked up, by its name. */
export function readMarked(): Map<string, Marked> {
  return new Map(
    readdirSync(folder)
      .filter((file) => file.endsWith('.txt'))
      .map((file) => [file.slice(0, -'.txt'.length), readMarks(readFileSync(new URL(file, folder), 'utf8'))]),
  )
}
