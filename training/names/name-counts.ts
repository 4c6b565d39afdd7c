/** Counts in which names a list of names holds each word (see `src/analysis/names/name-counts.ts`). */
import { readFileSync } from 'node:fs'
import { hashText } from '../../src/analysis/names/hash.ts'
import { COUNTED, type NameCounts, packedShares } from '../../src/analysis/names/name-counts.ts'
import { fold } from '../../src/analysis/text/fold.ts'

const KINDS = ['PERSON', 'LOCATION', 'ORGANIZATION']

/** The counts of ANETAC's file: class, English, Arabic, a name a line, its words joined by hyphens. */
export function countNames(file: string): NameCounts {
  const counts = new Map<string, number[]>()
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    const [kind, , arabic] = line.replace(/^\uFEFF/, '').split(/\s+/)
    const at = KINDS.indexOf(kind ?? '')
    if (at < 0 || !arabic) continue
    for (const [place, word] of fold(arabic).split('-').entries()) {
      if (!/^[\u0620-\u064A]{2,}$/.test(word)) continue
      const found = counts.get(word) ?? Array.from({ length: COUNTED }, () => 0)
      found[2 * at + (place === 0 ? 0 : 1)]!++
      counts.set(word, found)
    }
  }
  const byHash = new Map<number, number>()
  for (const [word, found] of counts) byHash.set(hashText(word) >>> 0, packedShares(found))
  const hashes = Uint32Array.from(byHash.keys()).sort()
  return { hashes, shares: hashes.map((hash) => byHash.get(hash)!) }
}
