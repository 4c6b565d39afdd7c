import { load } from '../lexicon/load.ts'
import type { RelationWord } from '../lexicon/schema.ts'
import { readings, withoutPronoun } from '../text/clitics.ts'
import { fold } from '../text/fold.ts'
import { perWord } from '../text/word.ts'

/** A word of relation as it is written: the entry, and what is joined to it. */
export interface RelationForm {
  entry: RelationWord
  definite: boolean
  /** «علاقاتها», «حليفه»: whose it is was named before. */
  pronoun: boolean
  preposition: string
}

let loaded: ReadonlyMap<string, readonly RelationWord[]> | undefined
function words(): ReadonlyMap<string, readonly RelationWord[]> {
  if (loaded === undefined) {
    const found = new Map<string, RelationWord[]>()
    for (const entry of load('relation-words.json'))
      for (const word of entry.words) {
        const list = found.get(fold(word)) ?? []
        list.push(entry)
        found.set(fold(word), list)
      }
    loaded = found
  }
  return loaded
}

/** The words of relation that a word may be, the plainest reading first. */
export const relationForms = perWord(({ kind, key, text }): readonly RelationForm[] => {
  if (kind !== 'word') return []
  const found: RelationForm[] = []
  for (const { stem, article, preposition } of readings(key)) {
    for (const form of [stem, stem.replace(/[^اءىو]ا$/, (end) => end[0]!)])
      for (const entry of words().get(form) ?? [])
        if (!found.some((other) => other.entry === entry))
          found.push({ entry, definite: article, pronoun: false, preposition })
    const owned = article || text.endsWith('ة') ? undefined : withoutPronoun(stem)
    if (owned === undefined) continue
    // Before a pronoun ta marbuta is written open: «حليفتها».
    for (const form of [owned, owned.replace(/ت$/, 'ه')])
      for (const entry of words().get(form) ?? [])
        if (!found.some((other) => other.entry === entry))
          found.push({ entry, definite: true, pronoun: true, preposition })
  }
  return found
})

/** The first of them that ties two by itself: a noun that stands between them, or what one is to the other. */
export const tieOf = perWord((word): RelationForm | undefined =>
  relationForms({ word }).find(({ entry }) => entry.use === 'noun' || entry.use === 'role'),
)
