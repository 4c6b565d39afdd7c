/** Which forms of words are written at all (see `src/analysis/names/forms.ts`), from the common words that Tesseract's Arabic model holds. */
import { readFileSync } from 'node:fs'
import { FORMS_FILE, packForms } from '../../src/analysis/names/forms.ts'
import { fold } from '../../src/analysis/text/fold.ts'
import type { Step } from '../steps.ts'
import { wordsOfTessdata } from './tessdata.ts'

const FILE = 'names/ara.traineddata'

/** The folded words of Arabic letters among some. */
export function arabicForms(words: Iterable<string>): Set<string> {
  const forms = new Set<string>()
  for (const word of words) {
    const form = fold(word)
    if (/^[\u0620-\u064A]{2,}$/.test(form)) forms.add(form)
  }
  return forms
}

/** The filter of known forms. */
export const formsStep: Step = {
  name: 'forms',
  reads: [FILE],
  optional: true,
  writes: FORMS_FILE,
  train(folder, say) {
    const forms = arabicForms(wordsOfTessdata(readFileSync(`${folder}/${FILE}`)))
    say(`${forms.size} forms`)
    return packForms(forms)
  },
}
