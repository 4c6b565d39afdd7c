/**
 * Persons by name: with the office that leads to it («وزير الصحة الأردني سمير الحداد») or without, known to the lexicon or
 * not; and persons by office alone («والي وهران»).
 */

import { vocabulary } from '../lexicon/vocabulary.ts'
import { bare, type Reading } from '../text/clitics.ts'
import { type Document, startAfterClitics, wordsOf } from '../text/document.ts'
import { TIME_WORDS } from '../text/function-words.ts'
import type { Token } from '../text/tokens.ts'
import { perWord } from '../text/word.ts'
import { UNITS } from '../times/time-words.ts'
import { countryWithin } from './countries.ts'
import { nisbaAt } from './known.ts'
import { type Mention, newMention } from './mention.ts'
import { type OfficeHead, officeHead } from './office-heads.ts'
import { DECORATING, type ReadOffice, readOffice } from './office-phrases.ts'
import { byName } from './personal-names.ts'
import { calledByName, calledByPhrase, keyOfPhrase } from './phrase-keys.ts'

/** The person that begins at a token, with its office, or undefined. */
export function personAt(document: Document, at: number): Mention | undefined {
  return byOffice(document, at) ?? byName(document, at)
}

function byOffice(document: Document, at: number): Mention | undefined {
  const head = officeHead(document, at)
  if (head === undefined) return undefined
  const office = readOffice(document, at, head)
  return office.name ? namedHolder(document, at, head, office, office.name) : unnamedHolder(document, at, head, office)
}

function namedHolder(
  document: Document,
  at: number,
  { reading, title }: OfficeHead,
  { nameFrom, roleTo }: ReadOffice,
  name: NonNullable<ReadOffice['name']>,
): Mention {
  const { tokens, text } = document
  const { to, known } = name
  const span = { start: tokens[nameFrom]!.start, end: tokens[to - 1]!.end }
  const { key, name: shown } = known ?? calledByName(text.slice(span.start, span.end))
  const country = countryWithin(document, at, nameFrom) ?? known?.country
  const mention = newMention(nameFrom, to, span, 'person', 'name', key, shown, reading, title.gender, false, country)
  mention.titleFrom = at
  // «معالي وزير المالية»: the honour is no part of the office.
  const isHonour = title.entry.kind === 'honorific'
  if (!isHonour || roleTo > at + 1) {
    const first = isHonour ? tokens[at + 1]!.start : startAfterClitics(tokens[at]!, reading)
    mention.role = roleText(wordsOf(text, { start: first, end: tokens[roleTo - 1]!.end }), reading)
  }
  return mention
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
  const span = { start: startAfterClitics(tokens[at]!, reading), end: tokens[complete - 1]!.end }
  const { key, name } = calledByPhrase(text.slice(span.start, span.end))
  const role = roleText(name, reading)
  const mention = newMention(
    at,
    complete,
    span,
    'person',
    'title',
    role === name ? key : `text:${keyOfPhrase(role)}`,
    role,
    reading,
    title.gender,
    false,
    countryWithin(document, at + 1, complete),
  )
  mention.role = role
  if (alone) mention.onlyAgain = true
  return mention
}

/** «وأضاف العميد أن», «ترى الباحثة أن»: a rank or a profession alone takes up whoever bears it, and is nobody where nobody does. */
const isRankAlone = ({ key }: Token, { article, stem }: Reading, words: number): boolean =>
  article && words === 1 && /^[وفبلك]?ال/.test(key) && !vocabulary().groups.has(stem)

/** The words of an office without clitics: «للوزير» leaves «لوزير» when its preposition is cut off, and is «الوزير». */
export function roleText(words: string, { article, preposition }: Reading): string {
  return article && preposition === 'ل' ? words.replace(/^لل?/, 'ال') : words
}

const isUnitOfTime = perWord(({ key }) => UNITS.has(bare(key)) || TIME_WORDS.has(bare(key)))
