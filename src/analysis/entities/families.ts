import { vocabulary } from '../lexicon/vocabulary.ts'
import type { Reading } from '../text/clitics.ts'
import { type Document, nounReadings, startAfterClitics } from '../text/document.ts'
import { perWord } from '../text/word.ts'
import { type Mention, newMention } from './mention.ts'
import { adjoins } from './name-words.ts'
import { calledByPhrase } from './phrase-keys.ts'

/** Relatives whose words are parts of names as well («ابن كيران»), or nouns of other things. */
const CHILDREN: ReadonlyMap<string, Mention['gender']> = new Map([
  ['ابن', 'masculine'],
  ['ابنه', 'feminine'],
  ['حرم', 'feminine'],
  ['عقيله', 'feminine'],
  ['قرينه', 'feminine'],
  ['كريمه', 'feminine'],
])

/** The readings by which a word is a relative of whoever is named behind it. */
const kin = perWord((word): readonly { reading: Reading; gender: Mention['gender'] }[] =>
  nounReadings({ word }).flatMap((reading) => {
    const title = reading.article ? undefined : vocabulary().titles.get(reading.stem)
    if (title && !title.plural && title.entry.kind === 'family') return [{ reading, gender: title.gender }]
    const other = reading.article ? undefined : CHILDREN.get(reading.stem)
    return other ? [{ reading, gender: other }] : []
  }),
)

/**
 * «زوجة فلان», «نجل الرئيس»: a relative of somebody is not that person. The relative, told by both words, or undefined where no person
 * begins behind the word.
 * @param person the person that begins right behind it
 */
export function relativeAt(document: Document, at: number, person: Mention | undefined): Mention | undefined {
  const found = kin(document.tokens[at]!)[0]
  if (found === undefined || person === undefined || !adjoins(document, at)) return undefined
  if (person.conjunction !== '' || person.preposition !== '') return undefined
  const { reading, gender } = found
  const { to, country } = person
  const span = { start: startAfterClitics(document.tokens[at]!, reading), end: document.tokens[to - 1]!.end }
  const { key, name } = calledByPhrase(document.text.slice(span.start, span.end))
  return newMention(at, to, span, 'person', 'title', key, name, reading, gender, false, country)
}

/** Whether a word makes a relative of the person behind it. */
export const mayBeKin = perWord((word) => kin({ word }).length > 0)
