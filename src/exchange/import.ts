import { setImmediate as breathe } from 'node:timers/promises'
import { gunzipSync } from 'node:zlib'
import { analyze } from '../analysis/analyze.ts'
import { languageOf } from '../analysis/text/language.ts'
import type { Archive } from '../archive/archive.ts'
import { LONGEST_ARTICLE } from '../intake/article.ts'
import { ArticleLine, Header, VERSION } from './desk-file.ts'

/** Bytes that a packed file may unpack to: more is a trap, or a file for the command line. */
export const LARGEST_UNPACKED = 256 * 1024 * 1024

/** Why a line was left out. */
export type Fault = 'not-json' | 'no-article' | 'not-arabic' | 'too-long'

export type Imported =
  | {
      ok: true
      /** What the exporting desk is called. */
      name?: string
      /** Articles that are new. */
      taken: number
      /** Articles that the desk had already, word for word. */
      known: number
      /** Lines that were left out, counted from 1. */
      wrong: { line: number; fault: Fault }[]
    }
  | { ok: false; reason: 'unreadable' | 'not-desk' | 'newer' }

/** Whether a file's name says that it may hold a desk. */
export function mayHoldDesk(name: string): boolean {
  return /\.jsonl(?:\.gz)?$/i.test(name)
}

/**
 * Takes a desk's file into another desk: each article is read anew here, whatever the file says was read in it, and keeps its own source beside the desk that
 * it came from. A line with a fault is left out, the rest comes in; an import that broke off may simply be repeated.
 * @param bytes JSON Lines, packed with gzip or not
 */
export async function importDesk(archive: Archive, desk: string, bytes: Uint8Array): Promise<Imported> {
  const lines = textOf(bytes)?.split('\n')
  if (lines === undefined) return { ok: false, reason: 'unreadable' }
  const header = Header.safeParse(jsonOf(lines[0] ?? ''))
  if (!header.success) return { ok: false, reason: 'not-desk' }
  if (header.data.version > VERSION) return { ok: false, reason: 'newer' }
  const { name } = header.data
  const result = {
    ok: true as const,
    ...(name && { name }),
    taken: 0,
    known: 0,
    wrong: [] as { line: number; fault: Fault }[],
  }
  for (const [index, line] of lines.entries()) {
    if (index === 0 || line.trim() === '') continue
    const json = jsonOf(line)
    const read = ArticleLine.safeParse(json)
    const fault = json === undefined ? 'not-json' : read.success ? faultOf(read.data.text) : 'no-article'
    if (fault) {
      result.wrong.push({ line: index + 1, fault })
      continue
    }
    const { analysis: _theirs, via: _earlier, ...article } = read.data!
    if ((await archive.articles.findSame(desk, article.text))?.kind === 'same') result.known++
    else {
      const { title, publishedAt } = article
      const analysis = analyze(article.text, { ...(title && { title }), ...(publishedAt && { publishedAt }) })
      await archive.articles.save(desk, { ...article, via: name ?? '' }, analysis)
      result.taken++
    }
    // Other chats are answered in between.
    await breathe()
  }
  return result
}

function faultOf(text: string): Fault | undefined {
  if (text.length > LONGEST_ARTICLE) return 'too-long'
  return languageOf(text) === 'ar' ? undefined : 'not-arabic'
}

function textOf(bytes: Uint8Array): string | undefined {
  try {
    const isPacked = bytes[0] === 0x1f && bytes[1] === 0x8b
    const plain = isPacked ? gunzipSync(bytes, { maxOutputLength: LARGEST_UNPACKED }) : bytes
    return new TextDecoder('utf-8', { fatal: true }).decode(plain)
  } catch {
    return undefined
  }
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}
