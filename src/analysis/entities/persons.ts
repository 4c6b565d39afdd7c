/**
 * Persons by name: with the office that leads to it («وزير الصحة الأردني سمير الحداد») or without, known to the lexicon or
 * not; and persons by office alone («والي وهران»).
 */

import { vocabulary } from '../lexicon/vocabulary.ts'
import { bare, type Reading } from '../text/clitics.ts'
import { type Document, spanAfterClitics, wordsOf } from '../text/document.ts'
import { fold } from '../text/fold.ts'
import { TIME_WORDS } from '../text/function-words.ts'
import type { Token } from '../text/tokens.ts'
import { perWord } from '../text/word.ts'
import { UNITS } from '../times/time-words.ts'
import { keyOfPhrase } from './bodies.ts'
import { countryWithin } from './countries.ts'
import { nisbaAt } from './known.ts'
import type { Mention } from './mention.ts'
import { type OfficeHead, officeHead } from './office-heads.ts'
import { DECORATING, type ReadOffice, readOffice } from './office-phrases.ts'
import { byName } from './personal-names.ts'

/** The person that begins at a token, with its office, or undefined. */
export function personAt(document: Document, at: number): Mention | undefined {
  return byOffice(document, at) ?? byName(document, at)
}

function byOffice(document: Document, at: number): Mention | undefined {
  const head = officeHead(document, at)
  if (head === undefined) return undefined
  const office = readOffice(document, at, head)
  return office.name ? namedHolder(document, at, head, office) : unnamedHolder(document, at, head, office)
}

function namedHolder(
  document: Document,
  at: number,
  { reading, title }: OfficeHead,
  { nameFrom, name, roleTo }: ReadOffice,
): Mention {
  const { tokens, text } = document
  const start = spanAfterClitics(tokens[at]!, reading).start
  const span = { start: tokens[nameFrom]!.start, end: tokens[name!.to - 1]!.end }
  // «معالي وزير المالية»: the honour is no part of the office.
  const honoured = title.entry.kind === 'honorific' && roleTo > at + 1
  const first = honoured ? tokens[at + 1]!.start : start
  const role = roleText(wordsOf(text, { start: first, end: tokens[roleTo - 1]!.end }), reading)
  const country = countryWithin(document, at, nameFrom) ?? name!.known?.country
  return {
    from: nameFrom,
    to: name!.to,
    span,
    type: 'person',
    via: 'name',
    key: name!.known?.key ?? `text:${fold(wordsOf(text, span))}`,
    name: name!.known?.name ?? wordsOf(text, span),
    conjunction: reading.conjunction,
    preposition: reading.preposition,
    gender: title.gender,
    plural: false,
    titleFrom: at,
    ...((title.entry.kind !== 'honorific' || honoured) && { role }),
    ...(country && { country }),
  }
}

function unnamedHolder(
  document: Document,
  at: number,
  { reading, title, pronoun }: OfficeHead,
  { complete, definite, placed }: ReadOffice,
): Mention | undefined {
  const { tokens, text } = document
  const { kind } = title.entry
  // «فريق», «لواء» are ranks only before a name; «أستاذه», «مديرها» name nobody.
  if (pronoun || ((DECORATING.has(kind) || kind === 'profession') && !isRankAlone(tokens[at]!, reading, complete - at)))
    return undefined
  if (kind === 'religious' && !placed) return undefined
  // «الوالي» alone says nothing yet: it counts if the article names the one who holds the office.
  const alone = complete === at + 1
  if (alone && !reading.article) return undefined
  // «وزيرا», «نائب من المعارضة» name nobody; «دبلوماسي أوروبي» is somebody who is not named.
  if (!alone && !reading.article && !definite && nisbaAt(document, at + 1) === undefined) return undefined
  // «كانت مقررة الأسبوع المقبل»: a participle and a time.
  if (!reading.article && !placed && !alone && isUnitOfTime(tokens[at + 1]!)) return undefined
  const span = { start: spanAfterClitics(tokens[at]!, reading).start, end: tokens[complete - 1]!.end }
  const words = roleText(wordsOf(text, span), reading)
  const country = countryWithin(document, at + 1, complete)
  return {
    ...(alone && { onlyAgain: true as const }),
    from: at,
    to: complete,
    span,
    type: 'person',
    via: 'title',
    key: `text:${keyOfPhrase(words)}`,
    name: words,
    conjunction: reading.conjunction,
    preposition: reading.preposition,
    gender: title.gender,
    plural: false,
    role: words,
    ...(country && { country }),
  }
}

/** «وأضاف العميد أن», «ترى الباحثة أن»: a rank or a profession alone takes up whoever bears it, and is nobody where nobody does. */
const isRankAlone = ({ key }: Token, { article, stem }: Reading, words: number): boolean =>
  article && words === 1 && /^[وفبلك]?ال/.test(key) && !vocabulary().groups.has(stem)

/** The words of an office without clitics: «للوزير» leaves «لوزير» when its preposition is cut off, and is «الوزير». */
export function roleText(words: string, { article, preposition }: Reading): string {
  return article && preposition === 'ل' ? words.replace(/^لل?/, 'ال') : words
}

const isUnitOfTime = perWord(({ key }) => UNITS.has(bare(key)) || TIME_WORDS.has(bare(key)))
