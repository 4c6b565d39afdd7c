/** Bearers of offices whose names no list holds whole and the model missed: an office and two words of which one is known as a part of names. */
import { isFiniteVerb } from '../lexicon/finite.ts'
import { vocabulary } from '../lexicon/vocabulary.ts'
import { nameLists } from '../names/name-lists.ts'
import { type Document, isFunctionWord, wordsOf } from '../text/document.ts'
import { fold } from '../text/fold.ts'
import type { Token } from '../text/tokens.ts'
import type { Mention } from './mention.ts'
import { adjoins, hasPlainArticle, isFirstName, isNameLink, isOrdinary } from './name-words.ts'
import { DECORATING } from './office-phrases.ts'
import { rankOf } from './office-steps.ts'
import { isQuality } from './qualities.ts'

/**
 * Gives an office without a name the two words behind it for its bearer, where they can be nothing else: «النائب العام الصديق الصور».
 * @param mentions in the order of the text
 */
export function withBearers(document: Document, mentions: readonly Mention[]): readonly Mention[] {
  if (!mentions.some(isOfficeAlone)) return mentions
  const begins = new Set(mentions.map(({ titleFrom, from }) => titleFrom ?? from))
  const named = new Set<number>()
  const result = mentions.map((mention) => {
    if (!isOfficeAlone(mention)) return mention
    const { tokens, text } = document
    // «المتحدث باسم الجيش المقدم …»: the rank between.
    const from = rankBehind(document, mention.to) ? mention.to + 1 : mention.to
    if (begins.has(from) || !isNameOfTwo(document, from, begins)) return mention
    named.add(from + 1)
    const span = { start: tokens[from]!.start, end: tokens[from + 1]!.end }
    const name = wordsOf(text, span)
    const key = `text:${fold(name)}`
    const bearer = { from, to: from + 2, span, via: 'name' as const, key, name, titleFrom: mention.from }
    return { ...mention, ...bearer, onlyAgain: undefined }
  })
  return named.size === 0 ? result : result.filter(({ from }) => !named.has(from))
}

const isOfficeAlone = ({ via, type, plural }: Mention): boolean => via === 'title' && type === 'person' && !plural

function rankBehind(document: Document, at: number): boolean {
  const token = document.tokens[at]
  const rank = token && adjoins(document, at - 1) ? rankOf(token) : undefined
  return rank !== undefined && DECORATING.has(rank)
}

function isNameOfTwo(document: Document, at: number, begins: ReadonlySet<number>): boolean {
  const [given, family] = [document.tokens[at], document.tokens[at + 1]]
  if (given === undefined || family === undefined || !adjoins(document, at - 1) || !adjoins(document, at)) return false
  if (!couldBePart(given) || !couldBePart(family) || isQuality(given, family)) return false
  if (isGiven(given))
    return isSurname(family) || hasPlainArticle(family) || begins.has(at + 2) || endsName(document, at + 2)
  // «حزام الشامي»: an indefinite noun before a definite one may be a construct; a family name, and a sentence that goes on, tell that it is none.
  return !hasPlainArticle(given) && !isOrdinary(given) && isSurname(family) && endsName(document, at + 2)
}

function couldBePart(token: Token): boolean {
  return (
    token.kind === 'word' &&
    token.key.length >= 3 &&
    !isFunctionWord(token) &&
    !isNameLink(token) &&
    !/^(?:[وفبلك]ال|لل)/.test(token.key) &&
    (isGiven(token) || isSurname(token) || (!isOrdinary(token) && !isFiniteVerb(token))) &&
    // «نظيره», «غضبها»: what is somebody's.
    !/(?:ه|ها|هم|هما)$/.test(token.text) &&
    !/^[لب]ت.{2}ي.$/.test(token.key) &&
    !vocabulary().events.has(token.key)
  )
}

const isGiven = ({ key }: Token): boolean =>
  isFirstName(key) || (nameLists().parts.get(key.replace(/^ال/, ''))?.has('given') ?? false)
const isSurname = ({ key }: Token): boolean => nameLists().parts.get(key)?.has('surname') ?? false

/** A mark, a verb, or a word of a closed class. */
function endsName({ tokens, opens }: Document, at: number): boolean {
  const next = tokens[at]
  return next === undefined || opens[at] === 1 || next.kind !== 'word' || isFunctionWord(next) || isFiniteVerb(next)
}
