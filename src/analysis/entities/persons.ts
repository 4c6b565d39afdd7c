/**
 * Persons by name: with the office that leads to it («وزير الصحة الأردني سمير الحداد») or without, known to the lexicon or
 * not; and persons by office alone («والي وهران»).
 */
import { vocabulary } from '../lexicon/vocabulary.ts'
import { type Document, isFunctionWord, nounReadings, spanAfterClitics, wordsOf } from '../text/document.ts'
import { fold } from '../text/fold.ts'
import { PREPOSITIONS } from '../text/function-words.ts'
import { perWord } from '../text/word.ts'
import { bodyAt, countryWithin, keyOfPhrase } from './bodies.ts'
import { knownNameAt, nisbaAt } from './known.ts'
import type { Mention } from './mention.ts'
import {
  adjoins,
  hasPlainArticle,
  isDefinite,
  isFirstName,
  isNameLink,
  isOfficeAdjective,
  isOrdinary,
  isOrdinaryBehindClitic,
} from './name-words.ts'

/** Of the words that link the parts of a name these may begin one: «أبو مازن», «ابن كيران», «عبد الله». */
const OPENING_LINKS: ReadonlySet<string> = new Set(['ابو', 'ابي', 'ابا', 'ابن', 'بن', 'ولد', 'عبد'])
/** «نظيره»: his counterpart, whose name comes next. */
const COUNTERPART = /^[ول]?نظير(?:ه|ها|ته|تها|هما)$/
/** Names of more parts than this are two names or no name. */
const LONGEST_NAME = 5
/** An office is told in at most so many words before its bearer's name. */
const LONGEST_OFFICE = 10
/** Words that may stand inside an office: «المتحدث باسم الحكومة», «المبعوث الخاص إلى ليبيا», «رئيس مجلس». */
const OFFICE_JOINTS: ReadonlySet<string> = new Set(['باسم', 'في', 'لدي', 'الي', 'لشءون', 'لشوون', 'علي'])

/** Offices that are held at a place to which one is sent: «المبعوث الأممي إلى ليبيا». */
const ENVOYS: ReadonlySet<string> = new Set(['مبعوث', 'موفد', 'سفير', 'مندوب', 'مبعوثه', 'موفده', 'سفيره', 'ممثل'])

/** The person that begins at a token, with its office, or undefined. */
export function personAt(document: Document, at: number): Mention | undefined {
  return byOffice(document, at) ?? byName(document, at)
}

/** The office that a word is, and the reading by which it is one. */
const officeOf = perWord((word) => {
  // «وإلى» and «والي» fold alike; a preposition ends in alif maqsura.
  if (word.kind !== 'word' || isFunctionWord({ word }) || word.text.endsWith('لى')) return undefined
  const reading = nounReadings({ word }).find((r) => vocabulary().titles.has(r.stem))
  const title = reading && vocabulary().titles.get(reading.stem)
  return reading && title && !title.plural && title.entry.kind !== 'family' ? { reading, title } : undefined
})

function byOffice(document: Document, at: number): Mention | undefined {
  const token = document.tokens[at]!
  const office = officeOf(token)
  if (office === undefined) return undefined
  const { reading, title } = office
  // «طالب المحتجون بـ…»: at the head of a clause it is the verb that is spelled like a student.
  if (!reading.article && reading.preposition === '' && isVerb(reading.stem) && opensClause(document, at))
    return undefined

  let nameFrom = at + 1
  let name: { to: number; known?: Mention } | undefined
  let complete = at + 1
  let located = false
  // A construct is closed by its first definite word: «الرئيس», «وزير الخارجية» take no name of a place behind them.
  let open = !reading.article
  // Behind the adjective of a state only «السابق» and its like go on: «وزير الخارجية التركي» came to «بغداد».
  let national = false
  while (nameFrom - at <= LONGEST_OFFICE && adjoins(document, nameFrom - 1)) {
    const next = document.tokens[nameFrom]!
    const known = knownNameAt(document, nameFrom)
    const plainKnown = known && known.conjunction === '' && known.preposition === ''
    if (plainKnown && known.type === 'person') {
      // «أحمد الطيب بشير» is somebody else than the known «أحمد الطيب».
      const whole = nameEnd(document, nameFrom, true)
      const goesOnNamed = isFirstName(document.tokens[known.to]?.key ?? '')
      name = whole !== undefined && whole > known.to && goesOnNamed ? { to: whole } : { to: known.to, known }
      break
    }
    if ((plainKnown && open) || (known && known.preposition === 'ل' && known.conjunction === '' && !national)) {
      nameFrom = known.to
      open = false
      if (!located) complete = nameFrom
      continue
    }
    if (plainKnown) break
    const adjective = nisbaAt(document, nameFrom)
    const nisba = adjective?.conjunction === ''
    if (isOfficeAdjective(next) || nisba) {
      national ||= nisba
      open = false
      nameFrom = nisba ? adjective.to : nameFrom + 1
      if (!located) complete = nameFrom
      continue
    }
    if (OFFICE_JOINTS.has(next.key)) {
      // «السفير الإيطالي في طرابلس»: where it is, unless a name shows that it belongs to the office.
      located ||= next.key === 'في' || next.key === 'علي' || (next.key === 'الي' && !ENVOYS.has(reading.stem))
      open = true
      national = false
      nameFrom++
      continue
    }
    const to = nameEnd(document, nameFrom, true)
    if (to !== undefined) {
      name = { to }
      break
    }
    if (national) break
    const body = bodyAt(document, nameFrom)
    if (body && body.conjunction === '') {
      nameFrom = body.to
      open = false
      if (!located) complete = nameFrom
      continue
    }
    if (isFunctionWord(next) || (/^[وف]/.test(next.key) && !hasPlainArticle(next) && !isDefinite(next))) break
    // What is left of an office: definite words («الدفاع»), another office («نائب رئيس»), one indefinite before a definite.
    const following = document.tokens[nameFrom + 1]
    // «نائب رئيس …»: an office in construct with another stands right behind it.
    const another = nameFrom === at + 1 && !reading.article ? vocabulary().titles.get(next.key) : undefined
    const inConstruct = another !== undefined && !another.plural
    const joined = /^وال/.test(next.key) && next.key.length > 5 && nameFrom > at + 1
    const construct =
      following !== undefined &&
      hasPlainArticle(following) &&
      adjoins(document, nameFrom) &&
      nameFrom - at <= 3 &&
      // «طالبت رئيس الجمهورية بدعوة النواب»: «ب» and «ل» begin something else.
      !(/^[بل]/.test(next.key) && isOrdinaryBehindClitic(next))
    if (
      hasPlainArticle(next) ||
      next.key.startsWith('لل') ||
      inConstruct ||
      joined ||
      (construct && !isVerb(next.key))
    ) {
      if (hasPlainArticle(next)) open = false
      nameFrom++
      if (!located) complete = nameFrom
      continue
    }
    break
  }
  const clitics = { conjunction: reading.conjunction, preposition: reading.preposition }
  const start = spanAfterClitics(token, reading).start
  const end = (index: number) => document.tokens[index - 1]!.end
  if (name) {
    const span = { start: document.tokens[nameFrom]!.start, end: end(name.to) }
    const role = nameFrom > at ? wordsOf(document.text, { start, end: end(nameFrom) }) : undefined
    const country = countryWithin(document, at, nameFrom) ?? name.known?.country
    return {
      from: nameFrom,
      to: name.to,
      span,
      type: 'person',
      via: 'name',
      key: name.known?.key ?? `text:${fold(wordsOf(document.text, span))}`,
      name: name.known?.name ?? wordsOf(document.text, span),
      ...clitics,
      gender: title.gender,
      plural: false,
      titleFrom: at,
      ...(role && title.entry.kind !== 'honorific' && { role: roleText(role) }),
      ...(country && { country }),
    }
  }
  // «فريق», «لواء» are ranks only before a name.
  if (title.entry.kind === 'honorific' || title.entry.kind === 'profession' || title.entry.kind === 'military')
    return undefined
  // «المراقبة», «الدبلوماسية» are matters before they are women in office.
  const { groups, events } = vocabulary()
  if (
    title.gender === 'feminine' &&
    (groups.has(reading.stem) ||
      events.has(reading.stem) ||
      reading.stem.endsWith('يه') ||
      /^م.ا..ه$/.test(reading.stem))
  )
    return undefined
  // «الوالي» alone says nothing yet: it counts if the article names the one who holds the office.
  if (complete === at + 1 && !reading.article) return undefined
  const span = { start, end: end(complete) }
  const words = roleText(wordsOf(document.text, span))
  const country = countryWithin(document, at + 1, complete)
  return {
    ...(complete === at + 1 && { onlyAgain: true as const }),
    from: at,
    to: complete,
    span,
    type: 'person',
    via: 'title',
    key: `text:${keyOfPhrase(words)}`,
    name: words,
    ...clitics,
    gender: title.gender,
    plural: false,
    role: words,
    ...(country && { country }),
  }
}

/** «لوزير» keeps a lam that is not the office's. */
function roleText(words: string): string {
  return words.replace(/^لل(?=\p{L})/u, 'ال')
}

const PLAIN = { conjunction: '', preposition: '', cliticLetters: 0 } as const

/** The reading by which a word is a first name with something joined to it. */
const firstNameBehindClitics = perWord((word) =>
  isOrdinary({ word })
    ? undefined
    : nounReadings({ word }).find((r) => r.cliticLetters > 0 && !r.article && r.stem !== 'علي' && isFirstName(r.stem)),
)

function byName(document: Document, at: number): Mention | undefined {
  const token = document.tokens[at]!
  if (token.kind !== 'word') return undefined
  const plain = nameEnd(document, at, false)
  const from = plain !== undefined ? PLAIN : firstNameBehindClitics(token)
  if (from === undefined) return undefined
  const to = plain ?? nameEndAfter(document, at)
  if (to === undefined) return undefined
  const start = spanAfterClitics(token, from).start
  const span = { start, end: document.tokens[to - 1]!.end }
  const name = wordsOf(document.text, span)
  return {
    from: at,
    to,
    span,
    type: 'person',
    via: 'name',
    key: `text:${fold(name)}`,
    name,
    conjunction: from.conjunction,
    preposition: from.preposition,
    gender: /ه$/.test(token.key) ? 'feminine' : 'masculine',
    plural: false,
  }
}

/** Where a person's name that begins at a token ends, or undefined when none begins there. Behind an office an unknown word may begin one. */
function nameEnd(document: Document, at: number, afterOffice: boolean): number | undefined {
  const token = document.tokens[at]
  if (token === undefined || (token.kind !== 'word' && token.kind !== 'latin')) return undefined
  const opens = opensName(token)
  if (isFunctionWord(token) || (!opens && !afterOffice)) return undefined
  // «علي» is written for the preposition as often as for the name: only a name or an office beside it tells.
  if (token.key === 'علي' && !afterOffice && !isFirstName(document.tokens[at + 1]?.key ?? '')) return undefined
  if (!opens) {
    if (isOrdinary(token) || hasPlainArticle(token) || isDefinite(token) || token.key.length < 3) return undefined
    // «رفضها», «لقاءهم»: a word with a pronoun is no name.
    if (/.(?:ها|هم)$/.test(token.key)) return undefined
    // An unknown word behind an office begins a name only if a name goes on: «جان كلود».
    const next = document.tokens[at + 1]
    if (next === undefined || !adjoins(document, at) || !goesOn(document, at + 1)) return undefined
    if (/ه$/.test(token.key) && !isFirstName(next.key)) return undefined
  }
  const to = nameEndAfter(document, at)
  if (to === undefined) return afterOffice && isFirstName(token.key) && !isOrdinary(token) ? at + 1 : undefined
  return to
}

/** First names, and the links that may stand before the first of them. */
const opensName = perWord(({ key }) => OPENING_LINKS.has(key) || isFirstName(key))

function nameEndAfter(document: Document, at: number): number | undefined {
  const { tokens } = document
  let to = at + 1
  while (to - at < LONGEST_NAME && adjoins(document, to - 1)) {
    const linked = isNameLink(tokens[to - 1]!)
    if (!linked && (!goesOn(document, to) || tooManyUnknown(document, at, to))) break
    if (linked && (tokens[to]!.kind === 'mark' || isFunctionWord(tokens[to]!))) break
    to++
  }
  while (to > at + 1 && isNameLink(tokens[to - 1]!)) to--
  return to > at + 1 ? to : undefined
}

/** Behind an unknown surname («ليندكفيست») a name does not go on; behind one with the article («العيد») one more word may come. */
function tooManyUnknown(document: Document, from: number, at: number): boolean {
  const unknown = (i: number) =>
    i > from &&
    document.tokens[i]!.kind === 'word' &&
    !isFirstName(document.tokens[i]!.key) &&
    !isNameLink(document.tokens[i]!) &&
    !isNameLink(document.tokens[i - 1]!)
  if (!unknown(at) || !unknown(at - 1)) return false
  return !hasPlainArticle(document.tokens[at - 1]!) || hasPlainArticle(document.tokens[at]!)
}

/** Whether a word can be a further part of a person's name. */
function goesOn(document: Document, at: number): boolean {
  const part = namePart(document.tokens[at]!)
  if (part === 'always' || part === 'never') return part === 'always'
  const known = knownNameAt(document, at)
  if (known && known.type !== 'person') return false
  return part === 'unless known' || isFirstName(document.tokens[at - 1]?.key ?? '')
}

/** What a word by itself says of whether it can be a further part of a person's name. */
const namePart = perWord((word): 'always' | 'never' | 'unless known' | 'behind a first name' => {
  const { kind, key } = word
  if (kind === 'latin') return 'always'
  if (kind !== 'word') return 'never'
  if (isNameLink({ word })) return 'always'
  if (isFunctionWord({ word }) || COUNTERPART.test(key)) return 'never'
  // «كوفي أنان الأمين العام»: an office behind a name is none of its parts; «وطارق» begins the next name.
  if (hasPlainArticle({ word }) && vocabulary().titles.has(key.slice(2))) return 'never'
  if (isFirstName(key)) return 'always'
  if (key.startsWith('و') && isFirstName(key.slice(1))) return 'never'
  if (isOrdinary({ word }) || isOfficeAdjective({ word })) return 'never'
  if (/^[وفبل]/.test(key) && (isDefinite({ word }) || isOrdinaryBehindClitic({ word }))) return 'never'
  if (hasPlainArticle({ word })) return /(?:ات|يه)$/.test(key) ? 'never' : 'unless known'
  if (/^[ويتسن]/.test(key) && isVerb(key)) return 'never'
  // A present-tense verb that the lexicon does not know: «يستعد», «تشهد».
  if (/^ي.{3,}$/.test(key)) return 'never'
  if (/(?:ات|تين|ها|هم|.ته)$/.test(key) || (key.endsWith('ه') && key.length > 6)) return 'never'
  // Past verbs of the feminine, and accusatives, are no surnames.
  if (/[^ات]ت$/.test(key) && key.length >= 6) return 'behind a first name'
  const accusative = /(?:ت|وا|ا)$/.test(key)
  const foreign = /(?:يا|ينا|نا|سا|كا|را|ما|لا|فا|وا)$/.test(key) && key.length <= 6
  return accusative && !foreign ? 'never' : 'unless known'
})

/** Nothing, a mark, or a word of a closed class that is no preposition stands before a token. */
function opensClause(document: Document, at: number): boolean {
  const before = document.tokens[at - 1]
  return before === undefined || before.kind === 'mark' || (isFunctionWord(before) && !PREPOSITIONS.has(before.key))
}

function isVerb(key: string): boolean {
  const { events, speech } = vocabulary()
  return [...(events.get(key) ?? []), ...(speech.get(key) ?? [])].some((form) => form.kind === 'verb')
}
