/**
 * Which forms of a word are written at all: what takes pronouns, plurals and the article is an ordinary word, what only takes «بـ» rather a place, and a
 * name from abroad stands bare. Of a list of common words only a Bloom filter is kept (Bloom 1970), so that a form in some hundreds is wrongly taken for known.
 */
import { readFileSync } from 'node:fs'
import { hashText } from './hash.ts'
import type { LettersClasses } from './word.ts'

/** Where the filter of the project lies. */
export const FORMS_FILE = new URL('./model/forms.bin', import.meta.url)

/** Bits of the filter, and how many a form sets. */
const BITS = 1 << 21
const SET = 3

/** The filter of folded words. */
export function packForms(words: Iterable<string>): Uint8Array {
  const forms = new Uint8Array(BITS >> 3)
  for (const word of words)
    for (let k = 0; k < SET; k++) {
      const bit = bitOf(hashText(word), k)
      forms[bit >> 3]! |= 1 << (bit & 7)
    }
  return forms
}

/** Whether a folded word is in the filter (or seems to be). */
export function hasForm(forms: Uint8Array, word: string): boolean {
  const hash = hashText(word)
  for (let k = 0; k < SET; k++) {
    const bit = bitOf(hash, k)
    if ((forms[bit >> 3]! & (1 << (bit & 7))) === 0) return false
  }
  return true
}

/** The places of a word are a hash and steps of another from it (Kirsch & Mitzenmacher 2006). */
function bitOf(hash: number, k: number): number {
  return (hash + k * ((hash >>> 16) | 1)) & (BITS - 1)
}

/** Classes of a word for the tagger: which forms of what is left of it without clitics and article are known. */
export function formClasses(forms: Uint8Array): LettersClasses {
  const has = (word: string) => hasForm(forms, word)
  return (key, stem) =>
    classesOf(
      (has(key) ? 1 : 0) |
        (has(stem) ? 2 : 0) |
        (has(`ال${stem}`) ? 4 : 0) |
        (has(`${stem}ها`) || has(`${stem}هم`) || (!stem.endsWith('ه') && has(`${stem}ه`)) ? 8 : 0) |
        (has(`ب${stem}`) ? 16 : 0) |
        (has(`ل${stem}`) ? 32 : 0) |
        (has(`و${stem}`) ? 64 : 0) |
        (has(`ي${stem}`) || has(`ت${stem}`) ? 128 : 0) |
        (has(`${stem}ات`) || has(`${stem}ين`) ? 256 : 0) |
        (has(`${stem}ي`) || has(`${stem}يه`) ? 512 : 0),
    )
}

/** Bits of what can be known of a word; the first is of the word itself, the others are of forms of its stem. */
const KNOWN = 10
const classes = new Array<readonly string[] | undefined>(1 << KNOWN)

function classesOf(bits: number): readonly string[] {
  let found = classes[bits]
  if (found === undefined) {
    const each = Array.from({ length: KNOWN }, (_, k) => (bits >> k) & 1)
    const count = each.reduce((sum, one) => sum + one, -each[0]!)
    found = [`F${bits >> 1}`, `F+${count}`, ...each.map((one, k) => `F${k}:${one}`)]
    classes[bits] = found
  }
  return found
}

let loaded: Uint8Array | undefined

/** The project's filter, read at the first call and kept. */
export function knownForms(): Uint8Array {
  loaded ??= readFileSync(FORMS_FILE)
  return loaded
}
