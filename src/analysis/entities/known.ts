import { caseless, type KnownName, names } from '../lexicon/names.ts'
import type { Reading } from '../text/clitics.ts'
import { type Document, isFunctionWord, nounReadings, spanAfterClitics } from '../text/document.ts'
import type { Mention } from './mention.ts'

/** Adjectives of these states are ordinary words too («مالي»: financial, «قمري»: lunar): they count only behind a head that can be national. */
export const AMBIGUOUS_NISBA: ReadonlySet<string> = new Set(['مالي', 'قمري', 'ماليه', 'ماليين', 'قمريه'])

/** The longest name of the lexicon that begins at a token, or undefined. */
export function knownNameAt(document: Document, at: number): Mention | undefined {
  const token = document.tokens[at]!
  if (token.kind === 'mark' || token.kind === 'number') return undefined
  // «أم درمان»: a particle begins a name only together with more of it.
  const fewest = isFunctionWord(token) ? 2 : 1
  let best: { name: KnownName; reading: Reading } | undefined
  for (const reading of nounReadings(token)) {
    const candidates = names().byFirstWord.get(caseless(reading.stem))
    if (candidates === undefined) continue
    for (const name of candidates) {
      if (best && name.words.length <= best.name.words.length) break
      if (name.article !== reading.article || name.words.length < fewest) continue
      if (
        reading.stem.length < 3 &&
        name.words.length === 1 &&
        (reading.conjunction !== '' || reading.preposition !== '')
      )
        continue
      if (matches(document, at, name)) {
        best = { name, reading }
        break
      }
    }
  }
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
    if (token === undefined || caseless(token.key) !== name.words[k]) return false
  }
  return true
}

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

/** A state or town meant by an adjective («الليبي», «أمريكية») at a token, or undefined. */
export function nisbaAt(document: Document, at: number): Mention | undefined {
  const token = document.tokens[at]!
  if (token.kind !== 'word' || isFunctionWord(token)) return undefined
  for (const reading of nounReadings(token)) {
    const form = names().nisba.get(reading.stem)
    if (form === undefined) continue
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
  return undefined
}
