/** Features are told apart by 32-bit hashes of what they say: no table of their names is shipped. */

/** Hash of a text (FNV-1a over its UTF-16 units, then mixed). */
export function hashText(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return mixed(hash)
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
