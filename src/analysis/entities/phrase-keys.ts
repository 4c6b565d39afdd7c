/** How what is called by a phrase is shown, and by what key two phrases for the same are joined. */
import { vocabulary } from '../lexicon/vocabulary.ts'
import { fold } from '../text/fold.ts'
import { evenlySpaced, perPhrase } from '../text/phrase.ts'

/** The words of a phrase as they are shown, and the key by which a mention that is called so is joined. */
export interface Called {
  name: string
  key: string
}

/** Of a piece of text that names a body, an office or a relative. */
export const calledByPhrase = perPhrase((written): Called => {
  const name = evenlySpaced(written).trim()
  return { name, key: `text:${keyOfPhrase(name)}` }
})

/** The same of a proper name: of this no letter is left out. Few come back in another text, so that they are not remembered. */
export function calledByName(written: string): Called {
  const name = evenlySpaced(written).trim()
  return { name, key: `text:${fold(name)}` }
}

/** The same phrase with or without the article, in any case of its sound plurals, has one key. */
export const keyOfPhrase = perPhrase((phrase) =>
  fold(phrase)
    .split(/\s+/)
    .map((word) => withoutArticle(word).replace(/ون$/, 'ين'))
    .join(' '),
)

/** «لجنة», «لواء» begin with a lam of their own; «لقيادة» is what «للقيادة» leaves when its preposition is cut off. */
function withoutArticle(word: string): string {
  const { groups, titles } = vocabulary()
  if (/^ل(?!ل)/.test(word) && (groups.has(word) || titles.has(word))) return word
  return word.replace(/^(?:ال|لل?)(?=.{3})/, '')
}
