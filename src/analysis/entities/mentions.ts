import { names } from '../lexicon/names.ts'
import { vocabulary } from '../lexicon/vocabulary.ts'
import { bare } from '../text/clitics.ts'
import type { Document } from '../text/document.ts'
import { flagFor } from '../text/flags.ts'
import { opensQuote } from '../text/marks.ts'
import { lettersBeforeNumber } from '../text/numbers.ts'
import type { Token } from '../text/tokens.ts'
import { perWord } from '../text/word.ts'
import { againAt, mayTakeUp } from './again.ts'
import { mayBeginName } from './beginnings.ts'
import { bodyAt } from './bodies.ts'
import { bodyHead } from './body-heads.ts'
import { countryWithin } from './countries.ts'
import { mayBeKin, relativeAt } from './families.ts'
import { mayCallPeople } from './group-heads.ts'
import { groupAt } from './groups.ts'
import { AMBIGUOUS_NISBA, knownNameAt, mayBeNisba, nisbaAt } from './known.ts'
import type { Mention } from './mention.ts'
import { mayBeOffice } from './office-heads.ts'
import { mayBeOthers, othersAt } from './others.ts'
import { mayBeOwnedPeople, ownedPeopleAt } from './owned-people.ts'
import { mayBeginPersonalName } from './personal-names.ts'
import { personAt } from './persons.ts'
import { keyOfPhrase } from './phrase-keys.ts'
import { mayOpenPlace, placeAt } from './places.ts'
import { selfStyledAt } from './self-styled.ts'
import { withSurnames } from './surnames.ts'
import { isMedium } from './things.ts'

/**
 * Every place of the text that names or means somebody, in order, none overlapping another but for the names inside a person's office, which stand
 * before its bearer. At each word the longest reading wins; among equals a name goes before a pattern.
 */
export function findMentions(document: Document): Mention[] {
  return withSurnames(document, findAtOnce(document))
}

function findAtOnce(document: Document): Mention[] {
  const { tokens, flags } = document
  const found: Mention[] = []
  for (let at = 0; at < tokens.length; ) {
    const mention =
      (flags[at]! & MAY_BEGIN) !== 0 || (at > 0 && (flags[at - 1]! & OPENS_QUOTE) !== 0)
        ? mentionAt(document, at)
        : undefined
    if (mention === undefined || describesName(document, found, mention) || isMedium(document, mention)) {
      at++
      continue
    }
    if (mention.titleFrom !== undefined && mention.titleFrom < mention.from)
      addWithinOffice(found, document, mention.titleFrom, mention.from)
    if (mention.via === 'title') {
      // «زوجة فلان»: he is named, though she is meant.
      const related = mayBeKin(tokens[mention.from]!) ? personBehind(document, mention.from + 1) : undefined
      if (related?.to === mention.to) found.push(related)
      else addWithinOffice(found, document, mention.from, mention.to)
    }
    found.push(mention)
    if (mention.via === 'body' || (mention.via === 'name' && mention.type === 'organization'))
      addOwners(found, document, mention, undefined)
    if (mention.via === 'group' && mention.to - mention.from >= 2) {
      const inner = ofWhom(document, mention)
      if (inner) found.push(inner)
      addOwners(found, document, mention, inner)
    }
    at = mention.to
  }
  return found
}

/** «تنظيم … الإرهابي»: a single one with the article, right behind a name, is its adjective and no man of that kind. */
function describesName(document: Document, found: readonly Mention[], { via, from, to, plural }: Mention): boolean {
  if (via !== 'group' || plural || to !== from + 1 || document.opens[from] !== 0) return false
  const before = found.at(-1)
  return before?.via === 'name' && before.to === from && /^ال.{2,}يه?$/.test(document.tokens[from]!.key)
}

/** «وزارة الخارجية السودانية», «الجيش المالي»: the state whose body it is, by its adjective, but for whom was told already. */
function addOwners(
  found: Mention[],
  document: Document,
  { from, to, country }: Mention,
  told: Mention | undefined,
): void {
  if (country === undefined) return
  for (let at = from + 1; at < to; at++) {
    const nisba = nisbaAt(document, at)
    if (nisba?.country === country && nisba.type === 'state' && at !== told?.from) found.push(nisba)
  }
}

/** «قادة حزب الله», «عناصر الدرك الوطني», «أعيان قبيلة …»: whom a group of several words is of, where that ends it. */
function ofWhom(document: Document, { from, to }: Mention): Mention | undefined {
  const known = knownNameAt(document, from + 1)
  // «رؤساء السنغال», «تجار أرليت»: as whose they are, as their adjective would say it.
  if (known?.to === to && (known.type === 'state' || known.type === 'place')) {
    known.via = 'nisba'
    return known
  }
  const isHead = to === from + 2 && document.tokens[from + 1]!.key.startsWith('ال')
  const body = known === undefined || isHead ? bodyAt(document, from + 1) : undefined
  // «مقاتلي الحركة», «عناصر الفيلق»: of whom was named before.
  if (isHead && body?.to === to && body.via === 'body') return body
  const inner = known ?? body ?? groupAt(document, from + 1, 1)
  return inner && inner.to === to && inner.to - inner.from >= 2 && inner.type !== 'person' ? inner : undefined
}

/** What a word by itself lets begin with it, as bits: most words begin nothing, and few more than one thing. */
const NAME = 1
const KIN = 2
const PERSON = 4
const BODY = 8
const GROUP = 16
const PLACE = 32
const AGAIN = 64
const NISBA = 128
const OTHERS = 256
const OWNED = 512
const beginsWith = perWord(
  (word): number =>
    (mayBeginName({ word }) ? NAME : 0) |
    (mayBeKin({ word }) ? KIN : 0) |
    (mayBeOffice(word) || mayBeginPersonalName(word) ? PERSON : 0) |
    (bodyHead({ word }) !== undefined ? BODY : 0) |
    (mayCallPeople(word) ? GROUP : 0) |
    (mayOpenPlace(word) ? PLACE : 0) |
    (mayTakeUp(word) ? AGAIN : 0) |
    (mayBeNisba(word) ? NISBA : 0) |
    (mayBeOthers(word) ? OTHERS : 0) |
    (mayBeOwnedPeople(word) ? OWNED : 0),
)
const MAY_BEGIN = flagFor((word) => beginsWith({ word }) !== 0)
const OPENS_QUOTE = flagFor((word) => opensQuote({ word }))

function mentionAt(document: Document, at: number): Mention | undefined {
  const { tokens, flags } = document
  const token = tokens[at]!
  if (at > 0 && (flags[at - 1]! & OPENS_QUOTE) !== 0 && token.kind !== 'mark' && token.kind !== 'number') {
    const styled = selfStyledAt(document, at)
    if (styled) return styled
  }
  const begins = beginsWith(token)
  const known = (begins & NAME) !== 0 ? knownNameAt(document, at) : undefined
  let person: Mention | undefined
  if ((begins & KIN) !== 0 && at + 1 < tokens.length) person = relativeAt(document, at, personBehind(document, at + 1))
  if (person === undefined && (begins & PERSON) !== 0) person = personAt(document, at)
  if (known) {
    if (person && person.via === 'name' && known.to >= person.to) return known
    // «حزب الله», «حركة الشباب»: a body known by a name of several words is not made longer by what stands behind it.
    if (known.to - known.from >= 2 && (known.type === 'armed-group' || known.type === 'organization')) {
      // «الهلال الأحمر المغربي»: but by the state whose it is, where the name says none.
      const body =
        known.country === undefined && known.to < tokens.length && nisbaAt(document, known.to)
          ? bodyAt(document, at)
          : undefined
      return body !== undefined && body.to === known.to + 1 ? body : known
    }
  }
  let longest = longer(known, person)
  if ((begins & BODY) !== 0) longest = longer(longest, bodyAt(document, at))
  if ((begins & GROUP) !== 0) longest = longer(longest, groupAt(document, at))
  if ((begins & PLACE) !== 0) longest = longer(longest, placeAt(document, at))
  if ((begins & OTHERS) !== 0) return othersAt(document, at)
  if (longest === undefined && (begins & OWNED) !== 0) longest = ownedPeopleAt(document, at)
  if (longest === undefined && (begins & AGAIN) !== 0) longest = againAt(document, at)
  return longest === undefined && (begins & NISBA) !== 0 ? nisbaMention(document, at) : longest
}

function personBehind(document: Document, at: number): Mention | undefined {
  const known = knownNameAt(document, at)
  return known?.type === 'person' ? known : personAt(document, at)
}

function longer(first: Mention | undefined, second: Mention | undefined): Mention | undefined {
  return first === undefined || (second !== undefined && second.to > first.to) ? second : first
}

/** What an adjective of a state says by its spelling, as bits. */
const WITH_ARTICLE = 1
/** «السودانيين», «السوريون» */
const MANY_WITH_ARTICLE = 2
/** «وموريتانيان» */
const DUAL = 4
/** «المالي», «مالية» */
const AMBIGUOUS = 8
const spellingOf = perWord(({ key }): number => {
  const stem = bare(key)
  return (
    (stem !== key ? WITH_ARTICLE : 0) |
    (stem !== key && /(?:ين|ون)$/.test(stem) ? MANY_WITH_ARTICLE : 0) |
    (/^و.{3,}يان$/.test(key) ? DUAL : 0) |
    (AMBIGUOUS_NISBA.has(stem) ? AMBIGUOUS : 0)
  )
})

/** An adjective of a state counts where it says whose something is; one that is an ordinary word too needs a national head. */
function nisbaMention(document: Document, at: number): Mention | undefined {
  const mention = nisbaAt(document, at)
  if (mention === undefined) return undefined
  const spelling = spellingOf(document.tokens[at]!)
  if (mention.plural && (spelling & MANY_WITH_ARTICLE) !== 0 && !describesPeople(document, at))
    return people(document, mention)
  const before = document.tokens[at - 1]
  if (before && (spelling & WITH_ARTICLE) === 0 && mention.type === 'state' && isCounted(document, before, mention))
    return people(document, mention)
  if ((spelling & AMBIGUOUS) === 0) return mention
  const head = before && vocabulary().groups.get(bare(before.key))
  // «الرئيس المالي», not «وزير المالية».
  const title = before && bare(before.key) !== before.key && vocabulary().titles.get(bare(before.key))
  return (head && head.entry.kind === 'authority') || title ? mention : undefined
}

/** «ثلاثة لبنانيين», «ألف سوداني», «بينهم سوريون»: an adjective where a noun is counted means people. */
function isCounted(document: Document, before: Token, { plural, from }: Mention): boolean {
  if (document.opens[from] === 1) return false
  if (lettersBeforeNumber(before) !== undefined) return true
  // «مهندس إيطالي وموريتانيان»: two are no adjective of one.
  if ((spellingOf(document.tokens[from]!) & DUAL) !== 0 && !/(?:ان|ين)$/.test(before.key)) return true
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
  mention.type = 'group'
  mention.via = 'group'
  mention.key = `text:${keyOfPhrase(name)}`
  mention.name = name
  mention.gender = 'masculine'
  return mention
}

/** The same within an office that begins at `from`: «وزير الدفاع المالي» is Mali's, «وزير المالية» is of money. */
function nisbaWithin(document: Document, from: number, at: number): Mention | undefined {
  const mention = nisbaAt(document, at)
  const isAmbiguous = mention !== undefined && (spellingOf(document.tokens[at]!) & AMBIGUOUS) !== 0
  return isAmbiguous && countryWithin(document, from, at + 1) === undefined ? undefined : mention
}

/**
 * Names of states, places and bodies inside an office: the state of «وزير الدفاع الليبي», the place of «والي وهران»; also the body whose
 * mission or office it is («بعثة الهلال الأحمر»).
 */
function addWithinOffice(found: Mention[], document: Document, from: number, to: number): void {
  for (let at = from; at < to; ) {
    const begins = beginsWith(document.tokens[at]!)
    let mention = (begins & NAME) !== 0 ? knownNameAt(document, at) : undefined
    if ((begins & BODY) !== 0) mention = longer(mention, bodyAt(document, at))
    if (mention === undefined && (begins & NISBA) !== 0) mention = nisbaWithin(document, from, at)
    if (mention === undefined || mention.to > to || mention.type === 'person') {
      at++
      continue
    }
    found.push(mention)
    at = mention.via === 'body' ? at + 1 : mention.to
  }
}

/** An indefinite accusative that is spelled like a state («وفدا أمنيا ليبيا») is read as its adjective. */
export function readAccusativeNisba(document: Document, mentions: readonly Mention[]): readonly Mention[] {
  const isRead = (mention: Mention) => isAccusativeNisba(document, mention)
  return mentions.some(isRead)
    ? mentions.map((mention) => (isRead(mention) ? { ...mention, via: 'nisba' } : mention))
    : mentions
}

function isAccusativeNisba(document: Document, { via, type, from, to }: Mention): boolean {
  if (via !== 'name' || type !== 'state' || to !== from + 1 || from === 0) return false
  const before = document.tokens[from - 1]!
  return (
    mayBeAccusativeNisba(document.tokens[from]!) &&
    isAccusative(before) &&
    // «أوكرانيا روسيا»: two names.
    knownNameAt(document, from - 1) === undefined
  )
}

const mayBeAccusativeNisba = perWord(({ key }) => key.endsWith('ا') && names().nisba.has(key.slice(0, -1)))

const isAccusative = perWord(
  (word) =>
    word.kind === 'word' &&
    /[^اى]ا$/.test(word.text) &&
    word.key.length > 3 &&
    // «ورفضتها تركيا»: a pronoun is no accusative.
    !word.key.endsWith('ها') &&
    !vocabulary()
      .events.get(word.key)
      ?.some((form) => form.kind === 'verb'),
)
