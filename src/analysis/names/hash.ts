/** Features are told apart by 32-bit hashes of what they say: no table of their names is shipped. */

/** Hash of a text (FNV-1a over its UTF-16 units, then mixed). */
export function hashText(text: string): number {
  let hash = FNV_START
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), FNV_PRIME)
  return mixed(hash)
}

const FNV_START = 0x811c9dc5
const FNV_PRIME = 0x01000193

/** Hashes, each as `hashText` gives it, of all pieces of a text of at most `longest` units, by their beginnings: a letter more is a step more. */
export function hashPieces(text: string, longest: number): Int32Array {
  const most = Math.min(longest, text.length)
  const hashes = new Int32Array(most * text.length - (most * (most - 1)) / 2)
  let count = 0
  for (let at = 0; at < text.length; at++) {
    let hash = FNV_START
    for (let end = at; end < text.length && end < at + longest; end++) {
      hash = Math.imul(hash ^ text.charCodeAt(end), FNV_PRIME)
      hashes[count++] = mixed(hash)
    }
  }
  return hashes
}

/** Hash of two hashes in their order. */
export function joined(first: number, second: number): number {
  return mixed(Math.imul(first, 0x9e3779b1) ^ (second + 0x7f4a7c15))
}

/** The finaliser of MurmurHash3 (Appleby): each bit of the input moves half of the output's. */
function mixed(value: number): number {
  let hash = value ^ (value >>> 16)
  hash = Math.imul(hash, 0x85ebca6b)
  hash ^= hash >>> 13
  hash = Math.imul(hash, 0xc2b2ae35)
  return hash ^ (hash >>> 16)
}
