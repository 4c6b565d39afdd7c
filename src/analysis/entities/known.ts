import { caseless, type KnownName, names } from '../lexicon/names.ts'
import type { Reading } from '../text/clitics.ts'
import { type Document, isFunctionWord, nounReadings, spanAfterClitics } from '../text/document.ts'
import { perWord } from '../text/word.ts'
import type { Mention } from './mention.ts'

/** Adjectives of these states are ordinary words too («مالي»: financial, «قمري»: lunar): they count only behind a head that can be national. */
export const AMBIGUOUS_NISBA: ReadonlySet<string> = new Set(['مالي', 'قمري', 'ماليه', 'ماليين', 'قمريه'])

/** A name of the lexicon that a word may begin, and how the word is then read. */
interface Beginning {
  name: KnownName
  reading: Reading
}

/** The names that a word may begin, by each of its readings the longest first. */
const beginnings = perWord((word): readonly Beginning[] => {
  if (word.kind === 'mark' || word.kind === 'number') return []
  // «أم درمان»: a particle begins a name only together with more of it.
  const fewest = isFunctionWord({ word }) ? 2 : 1
  return nounReadings({ word }).flatMap((reading) =>
    (names().byFirstWord.get(caseless(reading.stem)) ?? [])
      .filter(
        ({ words, article }) =>
          article === reading.article &&
          words.length >= fewest &&
          !(
            words.length === 1 &&
            reading.stem.length < 3 &&
            (reading.conjunction !== '' || reading.preposition !== '')
          ),
      )
      .map((name) => ({ name, reading })),
  )
})

/** The longest name of the lexicon that begins at a token, or undefined. */
export function knownNameAt(document: Document, at: number): Mention | undefined {
  const token = document.tokens[at]!
  let best: Beginning | undefined
  for (const beginning of beginnings(token))
    if (!(best && beginning.name.words.length <= best.name.words.length) && matches(document, at, beginning.name))
      best = beginning
  if (best === undefined) return undefined
  const { name, reading } = best
  const { entity } = name
  const to = at + name.words.length
  const head = spanAfterClitics(token, reading)
  return {
    from: at,
    to,
    span: { start: head.start, end: document.tokens[to - 1]!.end },
    type: entity.type,
    via: name.seat ? 'authority' : 'name',
    key: entity.id,
    name: entity.name,
    conjunction: reading.conjunction,
    preposition: reading.preposition,
    gender: genderOfKnown(entity.type, entity.id, document.tokens[at]!.key),
    plural: false,
    ...(entity.country && { country: entity.country }),
  }
}

function matches(document: Document, at: number, name: KnownName): boolean {
  for (let k = 1; k < name.words.length; k++) {
    const token = document.tokens[at + k]
    if (token === undefined || caselessKey(token) !== name.words[k]) return false
  }
  return true
}

const caselessKey = perWord(({ key }) => caseless(key))

/** States whose names are masculine, all others being feminine. */
const MASCULINE_STATES: ReadonlySet<string> = new Set(
  ['MAR', 'SDN', 'IRQ', 'JOR', 'LBN', 'YEM', 'SOM', 'SSD', 'VAT'].map((code) => `state:${code}`),
)

/** States and places are feminine but for a few; bodies follow their head noun. */
function genderOfKnown(type: Mention['type'], id: string, head: string): Mention['gender'] {
  if (type === 'person' || MASCULINE_STATES.has(id)) return 'masculine'
  if (type === 'state' || type === 'place') return 'feminine'
  return /[هت]$/.test(head) ? 'feminine' : 'masculine'
}

/** Whose adjective a word is, by the first of its readings that is one. */
const nisbaOf = perWord((word) => {
  if (word.kind !== 'word' || isFunctionWord({ word })) return undefined
  for (const reading of nounReadings({ word })) {
    const form = names().nisba.get(reading.stem)
    if (form !== undefined) return { form, reading }
  }
  return undefined
})

/** A state or town meant by an adjective («الليبي», «أمريكية») at a token, or undefined. */
export function nisbaAt(document: Document, at: number): Mention | undefined {
  const token = document.tokens[at]!
  const nisba = nisbaOf(token)
  if (nisba === undefined) return undefined
  const { form, reading } = nisba
  return {
    from: at,
    to: at + 1,
    span: spanAfterClitics(token, reading),
    type: form.entity.type,
    via: 'nisba',
    key: form.entity.id,
    name: form.entity.name,
    conjunction: reading.conjunction,
    preposition: reading.preposition,
    gender: form.gender,
    plural: form.number !== 'singular',
    ...(form.entity.country && { country: form.entity.country }),
  }
}
