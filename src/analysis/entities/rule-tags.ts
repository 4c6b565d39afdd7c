import { hashText } from '../names/hash.ts'
import type { Mention } from './mention.ts'

const OFFICE = hashText('office')
/** Hashes of what can be said: by type and way, [begins, goes on] without a known id, then with one. */
const said = new Map<string, Map<string, Int32Array>>()

/**
 * What the rules say of each token, for the name model: a hash of whether it begins or goes on with a mention, of its type, the way in which it was found, and
 * whether its id is known; or of an office before its bearer's name; 0 for nothing. The first mention of a token counts.
 */
export function ruleTags(mentions: readonly Mention[], length: number): Int32Array {
  const tags = new Int32Array(length)
  for (const { from, to, type, via, key } of mentions) {
    const hashes = hashesOf(type, via)
    const known = key.startsWith('text:') ? 0 : 2
    for (let at = from; at < to; at++) if (tags[at] === 0) tags[at] = hashes[known + (at === from ? 0 : 1)]!
  }
  for (const { titleFrom, from } of mentions)
    if (titleFrom !== undefined) for (let at = titleFrom; at < from; at++) if (tags[at] === 0) tags[at] = OFFICE
  return tags
}

function hashesOf(type: Mention['type'], via: Mention['via']): Int32Array {
  let ways = said.get(type)
  if (ways === undefined) {
    ways = new Map()
    said.set(type, ways)
  }
  let hashes = ways.get(via)
  if (hashes === undefined) {
    hashes = Int32Array.from(
      [`B ${type} ${via}`, `I ${type} ${via}`, `B ${type} ${via} known`, `I ${type} ${via} known`],
      hashText,
    )
    ways.set(via, hashes)
  }
  return hashes
}
