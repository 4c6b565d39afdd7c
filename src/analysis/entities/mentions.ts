import { names } from '../lexicon/names.ts'
import { vocabulary } from '../lexicon/vocabulary.ts'
import { bare } from '../text/clitics.ts'
import type { Document } from '../text/document.ts'
import { flagFor } from '../text/flags.ts'
import { lettersBeforeNumber } from '../text/numbers.ts'
import type { Token } from '../text/tokens.ts'
import { againAt, mayTakeUp } from './again.ts'
import { mayBeginName } from './beginnings.ts'
import { bodyAt, keyOfPhrase } from './bodies.ts'
import { bodyHead } from './body-heads.ts'
import { countryWithin } from './countries.ts'
import { mayBeKin, relativeAt } from './families.ts'
import { groupAt, mayCallPeople } from './groups.ts'
import { AMBIGUOUS_NISBA, knownNameAt, mayBeNisba, nisbaAt } from './known.ts'
import { type Mention, ofOneShape } from './mention.ts'
import { mayBeOffice } from './office-heads.ts'
import { mayBeginPersonalName } from './personal-names.ts'
import { personAt } from './persons.ts'
import { mayOpenPlace, placeAt } from './places.ts'
import { selfStyledAt } from './self-styled.ts'
import { withSurnames } from './surnames.ts'
import { isMedium } from './things.ts'

/**
 * Every place of the text that names or means somebody, in order, none overlapping another but for the names inside a person's office, which stand
 * before its bearer. At each word the longest reading wins; among equals a name goes before a pattern.
 */
export function findMentions(document: Document): Mention[] {
  return withSurnames(document, findAtOnce(document).map(ofOneShape))
}

function findAtOnce(document: Document): Mention[] {
  const found: Mention[] = []
  for (let at = 0; at < document.tokens.length; ) {
    const mention = longestAt(document, at)
    if (mention === undefined || describesName(document, found.at(-1), mention) || isMedium(document, mention)) {
      at++
      continue
    }
    if (mention.titleFrom !== undefined && mention.titleFrom < mention.from)
      found.push(...withinOffice(document, mention.titleFrom, mention.from))
    if (mention.via === 'title') {
      // «زوجة فلان»: he is named, though she is meant.
      const related = mayBeKin(document.tokens[mention.from]!) ? personBehind(document, mention.from + 1) : undefined
      found.push(...(related?.to === mention.to ? [related] : withinOffice(document, mention.from, mention.to)))
    }
    found.push(mention)
    if (mention.via === 'body' || (mention.via === 'name' && mention.type === 'organization'))
      found.push(...ownersWithin(document, mention))
    if (mention.via === 'group') {
      const [inner] = ofWhom(document, mention)
      found.push(
        ...(inner ? [inner] : []),
        ...ownersWithin(document, mention).filter(({ from }) => from !== inner?.from),
      )
    }
    at = mention.to
  }
  return found
}

/** «تنظيم … الإرهابي»: a single one with the article, right behind a name, is its adjective and no man of that kind. */
function describesName(document: Document, before: Mention | undefined, { via, from, to, plural }: Mention): boolean {
  return (
    via === 'group' &&
    !plural &&
    before?.via === 'name' &&
    before.to === from &&
    document.opens[from] === 0 &&
    to === from + 1 &&
    /^ال.{2,}يه?$/.test(document.tokens[from]!.key)
  )
}

/** «وزارة الخارجية السودانية», «الجيش المالي»: the state whose body it is, by its adjective. */
function ownersWithin(document: Document, { from, to, country }: Mention): Mention[] {
  if (country === undefined) return []
  const found: Mention[] = []
  for (let at = from + 1; at < to; at++) {
    const nisba = nisbaAt(document, at)
    if (nisba?.country === country && nisba.type === 'state') found.push(nisba)
  }
  return found
}

/** «قادة حزب الله», «عناصر الدرك الوطني», «أعيان قبيلة …»: whom a group is of, where that ends it. */
function ofWhom(document: Document, { from, to }: Mention): Mention[] {
  if (to - from < 2) return []
  const known = knownNameAt(document, from + 1)
  // «رؤساء السنغال», «تجار أرليت»: as whose they are, as their adjective would say it.
  if (known?.to === to && (known.type === 'state' || known.type === 'place')) return [{ ...known, via: 'nisba' }]
  // «مقاتلي الحركة», «عناصر الفيلق»: of whom was named before.
  const head = to === from + 2 ? bodyAt(document, from + 1) : undefined
  if (head?.to === to && head.via === 'body' && document.tokens[from + 1]!.key.startsWith('ال')) return [head]
  const inner = known ?? bodyAt(document, from + 1) ?? groupAt(document, from + 1, 1)
  return inner && inner.to === to && inner.to - inner.from >= 2 && inner.type !== 'person' ? [inner] : []
}

function longestAt(document: Document, at: number): Mention | undefined {
  const token = document.tokens[at]!
  if (token.kind === 'mark' || token.kind === 'number') return undefined
  const styled = document.tokens[at - 1]?.kind === 'mark' ? selfStyledAt(document, at) : undefined
  if (styled) return styled
  if ((document.flags[at]! & MAY_BEGIN) === 0) return undefined
  const known = knownNameAt(document, at)
  const person =
    (mayBeKin(token) && document.tokens[at + 1] && relativeAt(document, at, personBehind(document, at + 1))) ||
    personAt(document, at)
  if (person && person.via === 'name' && known && known.to >= person.to) return known
  // «حزب الله», «حركة الشباب»: a body known by a name of several words is not made longer by what stands behind it.
  if (known && known.to - known.from >= 2 && (known.type === 'armed-group' || known.type === 'organization')) {
    // «الهلال الأحمر المغربي»: but by the state whose it is, where the name says none.
    const body =
      known.country === undefined && known.to < document.tokens.length && nisbaAt(document, known.to)
        ? bodyAt(document, at)
        : undefined
    return body !== undefined && body.to === known.to + 1 ? body : known
  }
  const named = longer(known, person)
  return (
    longer(longer(longer(named, bodyAt(document, at)), groupAt(document, at)), placeAt(document, at)) ??
    againAt(document, at) ??
    nisbaMention(document, at)
  )
}

/** Whether a word by itself lets a mention begin with it: most don't, and nothing else need be asked of them. */
const MAY_BEGIN = flagFor(
  (word) =>
    mayBeginName({ word }) ||
    mayBeKin({ word }) ||
    mayBeOffice(word) ||
    mayBeginPersonalName(word) ||
    bodyHead({ word }) !== undefined ||
    mayCallPeople(word) ||
    mayOpenPlace(word) ||
    mayTakeUp(word) ||
    mayBeNisba(word),
)

function personBehind(document: Document, at: number): Mention | undefined {
  const known = knownNameAt(document, at)
  return known?.type === 'person' ? known : personAt(document, at)
}

function longer(first: Mention | undefined, second: Mention | undefined): Mention | undefined {
  return first === undefined || (second !== undefined && second.to > first.to) ? second : first
}

/** An adjective of a state counts where it says whose something is; one that is an ordinary word too needs a national head. */
function nisbaMention(document: Document, at: number): Mention | undefined {
  const mention = nisbaAt(document, at)
  if (mention === undefined) return undefined
  const stem = bare(document.tokens[at]!.key)
  if (mention.plural && /(?:ين|ون)$/.test(stem) && stem !== document.tokens[at]!.key && !describesPeople(document, at))
    return people(document, mention)
  const before = document.tokens[at - 1]
  if (before && stem === document.tokens[at]!.key && mention.type === 'state' && isCounted(document, before, mention))
    return people(document, mention)
  if (!AMBIGUOUS_NISBA.has(stem)) return mention
  const head = before && vocabulary().groups.get(bare(before.key))
  // «الرئيس المالي», not «وزير المالية».
  const title = before && bare(before.key) !== before.key && vocabulary().titles.get(bare(before.key))
  return (head && head.entry.kind === 'authority') || title ? mention : undefined
}

const DUAL = /^و.{3,}يان$/

/** «ثلاثة لبنانيين», «ألف سوداني», «بينهم سوريون»: an adjective where a noun is counted means people. */
function isCounted(document: Document, before: Token, { plural, from }: Mention): boolean {
  if (document.opens[from] === 1) return false
  if (lettersBeforeNumber(before) !== undefined) return true
  // «مهندس إيطالي وموريتانيان»: two are no adjective of one.
  if (DUAL.test(document.tokens[from]!.key) && !/(?:ان|ين)$/.test(before.key)) return true
  return plural && /^[وف]?(?:بينهم|منهم|هم|هما)$/.test(before.key)
}

/** «السودانيين» that stands alone means people; behind «المهنيين» it says which. */
function describesPeople(document: Document, at: number): boolean {
  return /^(?:و?ال|لل).*(?:ين|ون|اء|ال|ات)$/.test(document.tokens[at - 1]?.key ?? '')
}

function people(document: Document, mention: Mention): Mention {
  const written = document.text.slice(mention.span.start, mention.span.end)
  // «للسودانيين» leaves «لسودانيين» when its preposition is cut off; «17 سودانيا» are «سودانيون».
  const definite = /^و?(?:ال|لل)/.test(document.tokens[mention.from]!.key)
  const name = (definite ? written.replace(/^ل/, 'ال') : written).replace(/ين$/, 'ون').replace(/يا?$/, 'يون')
  return { ...mention, type: 'group', via: 'group', key: `text:${keyOfPhrase(name)}`, name, gender: 'masculine' }
}

/** The same within an office that begins at `from`: «وزير الدفاع المالي» is Mali's, «وزير المالية» is of money. */
function nisbaWithin(document: Document, from: number, at: number): Mention | undefined {
  const mention = nisbaAt(document, at)
  const ambiguous = mention !== undefined && AMBIGUOUS_NISBA.has(bare(document.tokens[at]!.key))
  return ambiguous && countryWithin(document, from, at + 1) === undefined ? undefined : mention
}

/**
 * Names of states, places and bodies inside an office: the state of «وزير الدفاع الليبي», the place of «والي وهران»; also the body whose
 * mission or office it is («بعثة الهلال الأحمر»).
 */
function withinOffice(document: Document, from: number, to: number): Mention[] {
  const found: Mention[] = []
  for (let at = from; at < to; ) {
    const mention = longer(knownNameAt(document, at), bodyAt(document, at)) ?? nisbaWithin(document, from, at)
    if (mention === undefined || mention.to > to || mention.type === 'person') {
      at++
      continue
    }
    found.push(mention)
    at = mention.via === 'body' ? at + 1 : mention.to
  }
  return found
}

/** An indefinite accusative that is spelled like a state («وفدا أمنيا ليبيا») is read as its adjective. */
export function readAccusativeNisba(document: Document, mentions: Mention[]): Mention[] {
  return mentions.map((mention) => (isAccusativeNisba(document, mention) ? { ...mention, via: 'nisba' } : mention))
}

function isAccusativeNisba(document: Document, mention: Mention): boolean {
  if (mention.via !== 'name' || mention.type !== 'state' || mention.to !== mention.from + 1) return false
  const token = document.tokens[mention.from]!
  const before = document.tokens[mention.from - 1]
  if (before === undefined || !token.key.endsWith('ا') || !names().nisba.has(token.key.slice(0, -1))) return false
  const isVerb = vocabulary()
    .events.get(before.key)
    ?.some((form) => form.kind === 'verb')
  return (
    before.kind === 'word' &&
    /[^اى]ا$/.test(before.text) &&
    before.key.length > 3 &&
    !isVerb &&
    // «ورفضتها تركيا»: a pronoun is no accusative.
    !before.key.endsWith('ها') &&
    // «أوكرانيا روسيا»: two names.
    knownNameAt(document, mention.from - 1) === undefined
  )
}
