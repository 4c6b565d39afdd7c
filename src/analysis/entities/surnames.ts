/** The last part of a person's name that stands alone later on («الجبوري» after «سامي الجبوري»), with an office or without. */
import { isFiniteVerb } from '../lexicon/finite.ts'
import { names } from '../lexicon/names.ts'
import { vocabulary } from '../lexicon/vocabulary.ts'
import { bare } from '../text/clitics.ts'
import { type Document, isFunctionWord, nounReadings, spanAfterClitics } from '../text/document.ts'
import { bytes, scratch } from '../text/scratch.ts'
import type { Token } from '../text/tokens.ts'
import { perWord } from '../text/word.ts'
import { type Mention, ofOneShape } from './mention.ts'
import { isOrdinary } from './name-words.ts'

/** A shorter last part of a name is a word of its own too often; behind an office («الرئيس بري») it may be shorter. */
const SHORTEST = 4
const SHORTEST_BEHIND_OFFICE = 3

/** «الحسن الثاني»: which of that name he is, and no name («الأسبوع الثاني»). */
const ORDINALS: ReadonlySet<string> = new Set(
  'الاول الثاني الثالث الرابع الخامس السادس السابع الثامن التاسع العاشر الثانيه الثالثه الاولي'.split(' '),
)

/** What a word may be when it is read as a surname: its article is part of that. */
const spellings = perWord((word) =>
  nounReadings({ word })
    .map((reading) => ({ reading, spelled: reading.article ? `ال${reading.stem}` : reading.stem }))
    .filter(({ spelled }) => spelled.length >= SHORTEST_BEHIND_OFFICE),
)

/**
 * Mentions by family name alone among the words that no mention covers. Of two people of one family name the one of the office beside it is
 * meant («الوزير العلوي»), else the one who was named last before. An office alone that stands before such a name leads to it, and is no
 * mention of its own any more.
 */
export function withSurnames(document: Document, found: readonly Mention[]): Mention[] {
  const people: Mention[] = []
  const taken = takenTokens(document.tokens.length)
  const officeEndingAt = new Map<number, Mention>()
  const endsOffice = endsOfOffices(document.tokens.length + 2)
  let nisbas: Map<number, Mention> | undefined
  for (const mention of found) {
    taken.fill(1, mention.titleFrom ?? mention.from, mention.to)
    if (mention.via === 'title') {
      officeEndingAt.set(mention.to, mention)
      endsOffice[mention.to] = 1
    }
    if (bearsSurname(document, mention)) people.push(mention)
    // «وأضاف المصري أن»: right behind a verb the adjective of a state describes nothing.
    if (mention.via === 'nisba' && people.length > 0 && isBehindVerb(document, mention.from)) {
      nisbas ??= new Map()
      nisbas.set(mention.from, mention)
    }
  }
  if (people.length === 0) return [...found]
  const bearers = new Map<string, Mention[]>()
  const endings = knownEndings(ENDINGS)
  let next = 0
  const led = new Set<Mention>()
  const short: Mention[] = []
  for (let at = people[0]!.to; at < document.tokens.length; at++) {
    while (next < people.length && people[next]!.to <= at) register(document, bearers, endings, people[next++]!)
    const within = taken[at] === 1
    const end = within ? at + 1 : at
    const office = endsOffice[end] === 1 ? officeEndingAt.get(end) : undefined
    const nisba = within ? nisbas?.get(at) : undefined
    const mention =
      within && nisba === undefined
        ? office && lastOfOffice(document, office, bearers)
        : endings[endingOf(document.tokens[at]!)] === 1
          ? alone(document, at, office, bearers)
          : undefined
    if (mention === undefined) continue
    if (nisba) led.add(nisba)
    short.push(ofOneShape(mention))
    const leading = (within && nisba === undefined) || mention.titleFrom !== undefined ? office : undefined
    if (leading) led.add(leading)
  }
  return [...found.filter((mention) => !led.has(mention)), ...short].sort((x, y) => x.from - y.from)
}

function bearsSurname(document: Document, mention: Mention): boolean {
  if (mention.type !== 'person' || mention.via !== 'name' || mention.to - mention.from < 2) return false
  const last = document.tokens[mention.to - 1]!
  return last.kind === 'word' && last.key.length >= SHORTEST_BEHIND_OFFICE && !ORDINALS.has(last.key)
}

/** A verb that somebody may be the subject of stands right before a token. */
function isBehindVerb({ tokens, opens }: Document, at: number): boolean {
  return at > 0 && opens[at] === 0 && isFiniteVerb(tokens[at - 1]!)
}

/** Of each bearer of a surname the mention that came last, in that order: no longer than the number of people who bear it. */
function register(document: Document, bearers: Map<string, Mention[]>, endings: Uint8Array, mention: Mention): void {
  const surname = document.tokens[mention.to - 1]!
  const { key } = surname
  endings[endingOf(surname)] = 1
  const others = (bearers.get(key) ?? []).filter((other) => other.key !== mention.key)
  bearers.set(key, [...others, mention])
}

/** Clitics stand before a surname: a word that ends otherwise holds none, which rules out nearly all without asking for their readings. */
const ENDINGS = 1 << 10
const knownEndings = scratch(bytes)
const takenTokens = scratch(bytes)
const endsOfOffices = scratch(bytes)
const endingOf = ({ key }: Token) =>
  (key.charCodeAt(key.length - 1) ^ (key.charCodeAt(key.length - 2) << 5)) & (ENDINGS - 1)

/** A family name that stands alone at a token, or behind an office alone. */
function alone(
  document: Document,
  at: number,
  office: Mention | undefined,
  bearers: ReadonlyMap<string, readonly Mention[]>,
): Mention | undefined {
  const token = document.tokens[at]!
  // «على» is spelled like a name, but is none.
  if (token.kind !== 'word' || isFunctionWord(token)) return undefined
  for (const { reading, spelled } of spellings(token)) {
    if (spelled.length < SHORTEST && office === undefined) continue
    // A family name that is an ordinary word too («الخطيب», «عدوان») is one right behind a verb alone.
    if (isOrdinary(token) && (office !== undefined || spelled !== token.key || !isBehindVerb(document, at))) continue
    const bearer = bearerOf(document, bearers.get(spelled), at, office)
    if (bearer === undefined) continue
    const leads = office !== undefined && reading.conjunction === '' && reading.preposition === ''
    const { type, key, name, gender, plural } = bearer
    return {
      from: at,
      to: at + 1,
      span: spanAfterClitics(token, reading),
      type,
      via: 'name',
      key,
      name,
      conjunction: leads ? office.conjunction : reading.conjunction,
      preposition: leads ? office.preposition : reading.preposition,
      gender,
      plural,
      ...(leads && { titleFrom: office.from }),
      ...(leads && !office.onlyAgain && office.role && { role: office.role }),
    }
  }
  return undefined
}

/** «الوزير العلوي»: an office whose last word is the family name of somebody named before is that person with the office. */
function lastOfOffice(
  document: Document,
  office: Mention,
  bearers: ReadonlyMap<string, readonly Mention[]>,
): Mention | undefined {
  const at = office.to - 1
  const token = document.tokens[at]!
  if (at <= office.from || names().nisba.has(bare(token.key))) return undefined
  const bearer = bearerOf(document, bearers.get(token.key), at, office)
  if (bearer === undefined) return undefined
  const { type, key, name, gender, plural } = bearer
  const { conjunction, preposition } = office
  return {
    from: at,
    to: office.to,
    span: { start: token.start, end: token.end },
    type,
    via: 'name',
    key,
    name,
    conjunction,
    preposition,
    gender,
    plural,
    titleFrom: office.from,
  }
}

function bearerOf(
  document: Document,
  bearers: readonly Mention[] | undefined,
  at: number,
  office: Mention | undefined,
): Mention | undefined {
  if (bearers === undefined) return undefined
  const title = document.tokens[office?.from ?? at - 1]
  const word = title && bare(title.key)
  if (word !== undefined && vocabulary().titles.has(word)) {
    const holder = bearers.findLast(
      (bearer) => bearer.titleFrom !== undefined && bare(document.tokens[bearer.titleFrom]!.key) === word,
    )
    if (holder) return holder
  }
  const told = bearers.length > 1 ? genderToldBy(document.tokens[at - 1]) : undefined
  return bearers.findLast(({ gender }) => gender === told) ?? bearers.at(-1)
}

/** «قالت العلوي»: of what gender a verb says that its subject is. */
function genderToldBy(token: Token | undefined): Mention['gender'] | undefined {
  if (token === undefined || !isFiniteVerb(token)) return undefined
  return /^[وف]?س?ت.{2,}|.{2}ت$/.test(token.key) ? 'feminine' : 'masculine'
}
