import { type KnownEntity, type KnownName, type NisbaForm, names } from '../lexicon/names.ts'
import { bare, type Reading } from '../text/clitics.ts'
import { type Document, isFunctionWord, nounReadings, startAfterClitics } from '../text/document.ts'
import type { Token } from '../text/tokens.ts'
import { perWord, type Word } from '../text/word.ts'
import { type Beginning, mayBeginName, namesAt } from './beginnings.ts'
import { bearerOf, isMeant } from './context.ts'
import { type Mention, newMention } from './mention.ts'

/** Adjectives of these states are ordinary words too («مالي»: financial, «قمري»: lunar): they count only behind a head that can be national. */
export const AMBIGUOUS_NISBA: ReadonlySet<string> = new Set(['مالي', 'قمري', 'ماليه', 'ماليين', 'قمريه'])

/** The longest name of the lexicon that begins at a token and that the text means, or undefined. */
export function knownNameAt(document: Document, at: number): Mention | undefined {
  const token = document.tokens[at]
  if (token === undefined || !mayBeginName(token)) return undefined
  for (const beginning of namesAt(document, at))
    if (isMeant(document, at, beginning)) return mentionOf(document, at, beginning)
  return undefined
}

/** Whether a place or state of the lexicon begins at a token, with nothing joined to it («مدير صحة حلب», «مديرية أمن طرابلس»). */
export function isPlaceAt(document: Document, at: number): boolean {
  const known = knownNameAt(document, at)
  return (
    known !== undefined &&
    known.conjunction === '' &&
    known.preposition === '' &&
    (known.type === 'place' || known.type === 'state')
  )
}

function mentionOf(document: Document, at: number, { name, reading }: Beginning): Mention {
  const token = document.tokens[at]!
  const entity =
    name.namesakes === undefined ? name.entity : (toldByVowel(token, name, name.namesakes) ?? bearerOf(document, name))
  const to = at + name.words.length
  return newMention(
    at,
    to,
    { start: startAfterClitics(token, reading), end: document.tokens[to - 1]!.end },
    entity.type,
    name.seat ? 'authority' : 'name',
    entity.id,
    entity.name,
    reading,
    name.seat && MASCULINE_SEATS.has(reading.stem) ? 'masculine' : genderOfKnown(entity, token.key),
    false,
    entity.country,
  )
}

/** «عمّان» is the town and «عُمان» the state: where a vowel sign tells namesakes apart, by the country of whom it means. */
function toldByVowel(
  { text }: Token,
  { words, entity }: KnownName,
  namesakes: readonly KnownEntity[],
): KnownEntity | undefined {
  if (words.length !== 1 || words[0] !== 'عمان') return undefined
  const country = /م\u0651/.test(text) ? 'JOR' : /ع\u064F/.test(text) ? 'OMN' : undefined
  return country && [entity, ...namesakes].find((bearer) => bearer.country === country)
}

/** What stands for a state and is a house, not its capital: «البيت الأبيض», «الكرملين». */
const MASCULINE_SEATS: ReadonlySet<string> = new Set(['بيت', 'كرملين', 'اليزيه', 'قصر', 'بنتاغون', 'كونغرس'])

/** States whose names are masculine, all others being feminine. */
const MASCULINE_STATES: ReadonlySet<string> = new Set(
  ['MAR', 'SDN', 'IRQ', 'JOR', 'LBN', 'YEM', 'SOM', 'SSD', 'VAT'].map((code) => `state:${code}`),
)

/** States and places are feminine but for a few; bodies follow their head noun. */
function genderOfKnown({ type, id }: KnownEntity, head: string): Mention['gender'] {
  if (type === 'person') return 'masculine'
  if (type === 'place') return 'feminine'
  if (type === 'state') return MASCULINE_STATES.has(id) ? 'masculine' : 'feminine'
  return head.endsWith('ه') || head.endsWith('ت') ? 'feminine' : 'masculine'
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

/** What adjectives of two words a word may begin, by the first of its readings that may. */
const pairsOf = perWord((word) => {
  if (word.kind !== 'word') return undefined
  for (const reading of nounReadings({ word })) {
    const pairs = names().nisbaPairs.get(reading.stem)
    if (pairs !== undefined) return { pairs, reading }
  }
  return undefined
})

/** Whether a word may be, or begin, the adjective of a state or town. */
export const mayBeNisba = (word: Word): boolean => nisbaOf({ word }) !== undefined || pairsOf({ word }) !== undefined

/** An adjective of two words that begins at a token («الكورية الشمالية», «الجنوب أفريقي»), or undefined. */
function pairAt(document: Document, at: number): { form: NisbaForm; reading: Reading } | undefined {
  const begun = pairsOf(document.tokens[at]!)
  const next = begun && document.tokens[at + 1]
  if (next === undefined) return undefined
  const form = begun!.pairs.get(next.key) ?? begun!.pairs.get(bare(next.key))
  return form && { form, reading: begun!.reading }
}

/** ISO 3166-1 alpha-3 code of the state whose adjective of two words ends at a token, or undefined. */
export function countryOfPairEnding(document: Document, at: number): string | undefined {
  return at > 0 ? pairAt(document, at - 1)?.form.entity.country : undefined
}

/** A state or town meant by an adjective («الليبي», «أمريكية») at a token, or undefined. */
export function nisbaAt(document: Document, at: number): Mention | undefined {
  const token = document.tokens[at]!
  const pair = pairAt(document, at)
  const nisba = pair ?? nisbaOf(token)
  if (nisba === undefined) return undefined
  const { form, reading } = nisba
  const to = pair ? at + 2 : at + 1
  return newMention(
    at,
    to,
    { start: startAfterClitics(token, reading), end: document.tokens[to - 1]!.end },
    form.entity.type,
    'nisba',
    form.entity.id,
    form.entity.name,
    reading,
    form.gender,
    form.number !== 'singular',
    form.entity.country,
  )
}
