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
  return (key, stem) => {
    const known = [
      hasForm(forms, `ال${stem}`),
      (!stem.endsWith('ه') && hasForm(forms, `${stem}ه`)) || hasForm(forms, `${stem}ها`) || hasForm(forms, `${stem}هم`),
      hasForm(forms, `ب${stem}`),
      hasForm(forms, `ل${stem}`),
      hasForm(forms, `و${stem}`),
      hasForm(forms, `ي${stem}`) || hasForm(forms, `ت${stem}`),
      hasForm(forms, `${stem}ات`) || hasForm(forms, `${stem}ين`),
      hasForm(forms, `${stem}ي`) || hasForm(forms, `${stem}يه`),
      hasForm(forms, stem),
    ].map(Number)
    const count = known.reduce((sum, one) => sum + one, 0)
    return [
      `F${known.join('')}`,
      `F=${Number(hasForm(forms, key))}`,
      `F+${count}`,
      ...known.map((one, form) => `F${form}:${one}`),
    ]
  }
}

let loaded: Uint8Array | undefined

/** The project's filter, read at the first call and kept. */
export function knownForms(): Uint8Array {
  loaded ??= readFileSync(FORMS_FILE)
  return loaded
}
