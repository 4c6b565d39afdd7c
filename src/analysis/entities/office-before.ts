/**
 * The office that leads to a name, read from the name back. Forward an office is read as far as its words are sure to be of it; with a name behind them they are
 * sure («آمر القوة المكلفة بحماية المصفاة فلان», «وزير خارجيتها فلان», «محامية الدفاع فلانة»).
 */
import { isFiniteVerb } from '../lexicon/finite.ts'
import { type TitleForm, vocabulary } from '../lexicon/vocabulary.ts'
import type { Reading } from '../text/clitics.ts'
import {
  type Document,
  isFunctionWord,
  isPreposition,
  nounReadings,
  spanAfterClitics,
  wordsOf,
} from '../text/document.ts'
import { integers, scratch } from '../text/scratch.ts'
import { perWord } from '../text/word.ts'
import { countryWithin } from './countries.ts'
import type { Mention } from './mention.ts'
import { adjoins, hasPlainArticle, isDefinite, isOfficeAdjective, isVerbKey } from './name-words.ts'
import { FOR_WHOM, isOtherwiseMeant } from './office-heads.ts'
import { DECORATING, LONGEST_OFFICE } from './office-phrases.ts'
import { roleText } from './persons.ts'

/** Words that complete a rank: «الفريق أول», «اللواء ركن». */
const RANKED = new Set(['اول', 'ثان', 'ركن'])

interface Head {
  at: number
  reading: Reading
  title: TitleForm
}

/**
 * Gives each person without an office the one that stands before the name; what was read as an office alone goes into it.
 * @param mentions in the order of the text
 */
export function withOfficesBefore(document: Document, mentions: readonly Mention[]): readonly Mention[] {
  let covering: Int32Array | undefined
  let result: (Mention | undefined)[] | undefined
  for (let k = 0; k < mentions.length; k++) {
    const mention = mentions[k]!
    if (mention.type !== 'person' || mention.via !== 'name' || mention.role || mention.titleFrom !== undefined) continue
    const own = titleInName(document, mention)
    if (own !== undefined) {
      result ??= [...mentions]
      result[k] = { ...mention, role: own }
      continue
    }
    if (mention.conjunction !== '' || mention.preposition !== '' || document.opens[mention.from] === 1) continue
    covering ??= coveringOf(mentions, document.tokens.length)
    const covered = covering
    const office = officeBefore(document, mention.from, (at) => (covered[at] ? mentions[covered[at] - 1] : undefined))
    if (office === undefined) continue
    result ??= [...mentions]
    result[k] = withOffice(document, mention, office)
    for (let at = office.at; at < mention.from; at++) {
      const inner = covered[at]! - 1
      if (inner >= 0 && (mentions[inner]!.via === 'title' || isSpelledLikeRank(mentions[inner]!, office.at)))
        result[inner] = undefined
    }
  }
  return result === undefined ? mentions : result.filter((mention) => mention !== undefined)
}

const mentionsOfTokens = scratch(integers)

/** By token: the number, from 1, of the first mention that covers it with its office; 0 for none. */
function coveringOf(mentions: readonly Mention[], length: number): Int32Array {
  const covering = mentionsOfTokens(length)
  for (const [k, { titleFrom, from, to }] of mentions.entries())
    for (let at = titleFrom ?? from; at < to; at++) if (covering[at] === 0) covering[at] = k + 1
  return covering
}

/** «الفريق أول فلان»: what was taken for a team. */
function isSpelledLikeRank({ via, from, to }: Mention, at: number): boolean {
  return via === 'body' && from === at && to === at + 1
}

/** «الملك عبد الله الثاني», a name of the lexicon: the title that is part of it. */
function titleInName(document: Document, { from, to }: Mention): string | undefined {
  const token = document.tokens[from]!
  if (to - from < 2 || !hasPlainArticle(token)) return undefined
  const title = readingOf(token)
  return title && title.title.entry.kind === 'office' ? token.text : undefined
}

function withOffice(
  document: Document,
  name: Mention,
  { at, reading, title, roleTo }: Head & { roleTo: number },
): Mention {
  const { tokens, text } = document
  const start = spanAfterClitics(tokens[at]!, reading).start
  const role = roleText(wordsOf(text, { start, end: tokens[roleTo - 1]!.end }), reading)
  const country = countryWithin(document, at, name.from) ?? name.country
  return {
    ...name,
    titleFrom: at,
    conjunction: reading.conjunction,
    preposition: reading.preposition,
    gender: title.gender,
    ...(title.entry.kind !== 'honorific' && { role }),
    ...(country && { country }),
  }
}

function officeBefore(
  document: Document,
  end: number,
  mentionAt: (at: number) => Mention | undefined,
): (Head & { roleTo: number }) | undefined {
  const { tokens } = document
  let rank: Head | undefined
  let roleTo = end
  let definite = false
  for (let at = end - 1; at >= 0 && end - at <= LONGEST_OFFICE && adjoins(document, at); at--) {
    const covered = mentionAt(at)
    // Somebody else, with an office or a name of their own.
    if (covered?.type === 'person' && covered.via === 'name') break
    const head = headAt(document, at)
    if (head !== undefined && !isOfficeAdjective(tokens[at]!) && !/^المكلفه?$/.test(tokens[at]!.key)) {
      const isRank = head.reading.article && DECORATING.has(head.title.entry.kind)
      if (isRank) {
        rank = head
        roleTo = at
        // «…، والعقيد فلان»: another man begins.
        if (head.reading.conjunction !== '') break
        continue
      }
      if (head.reading.article || (definite && at < end - 1)) return { ...outermost(document, head), roleTo }
      if (at < end - 1) break
    }
    if (covered !== undefined && covered.from < at && covered.via !== 'title') {
      definite = true
      at = covered.from
      if (covered.preposition !== '' || covered.conjunction !== '' || headAt(document, at) === undefined) continue
    }
    if (!mayStandInOffice(document, at, mentionAt(at + 1)?.from === at + 1)) break
    definite ||= isDefinite(tokens[at]!) || covered !== undefined || isOwned(tokens[at]!)
  }
  return rank && { ...rank, roleTo: end }
}

/** «نائب رئيس …», «مساعد قائد …»: the first office of a construct. */
function outermost(document: Document, head: Head): Head {
  let first = head
  while (
    first.at > 0 &&
    !first.reading.article &&
    first.reading.conjunction === '' &&
    first.reading.preposition === ''
  ) {
    const before = adjoins(document, first.at - 1) ? headAt(document, first.at - 1) : undefined
    if (before === undefined || before.reading.article) break
    first = before
  }
  return first
}

/** A word that is an office where a name shows it, also one that could be a matter or a verb. */
const readingOf = perWord((word): Omit<Head, 'at'> | undefined => {
  if (word.kind !== 'word' || isFunctionWord({ word }) || word.text.endsWith('لى')) return undefined
  for (const reading of nounReadings({ word })) {
    const title = vocabulary().titles.get(reading.stem)
    if (title === undefined || title.plural || title.entry.kind === 'family') continue
    if (!isOtherwiseMeant(word, reading, title)) return { reading, title }
  }
  return undefined
})

function headAt(document: Document, at: number): Head | undefined {
  const { tokens } = document
  const found = readingOf(tokens[at]!)
  if (found === undefined) return undefined
  const { reading } = found
  if (!reading.article && isVerbKey(reading.stem)) {
    // «طالب الحزب فلانا»: where a clause opens it is the verb.
    const before = tokens[at - 1]
    const opens =
      before === undefined ||
      before.kind === 'mark' ||
      document.opens[at] === 1 ||
      reading.conjunction !== '' ||
      (isFunctionWord(before) && !isPreposition(before))
    if (opens) return undefined
  }
  return { at, ...found }
}

/** What may stand between an office and its bearer: what is definite, what is owned, constructs, and how they are joined. */
function mayStandInOffice(document: Document, at: number, beforeMention: boolean): boolean {
  const { tokens } = document
  const token = tokens[at]!
  if (token.kind !== 'word') return false
  // «الفريق أول».
  if (RANKED.has(token.key)) return at > 0 && hasPlainArticle(tokens[at - 1]!)
  if (FOR_WHOM.has(token.key) || token.key === 'في' || token.key === 'عن' || token.key === 'لدي') return true
  if (isFunctionWord(token)) return false
  if (hasPlainArticle(token) || /^(?:و?ال|و?لل|بال).{2}/.test(token.key)) return true
  if (isOwned(token)) return at > 0 && (headAt(document, at - 1) !== undefined || FOR_WHOM.has(tokens[at - 1]!.key))
  // «بحماية المصفاة», «وشؤون الهجرة», «أمن المطار»: one without the article before one that has it.
  const next = tokens[at + 1]
  return next !== undefined && (hasPlainArticle(next) || beforeMention) && !isFiniteVerb(token) && !isVerbKey(token.key)
}

/** «خارجيتها», «مالها»: a noun with a pronoun; also «باسمها». «ومالكها» is somebody else. */
const isOwned = perWord(({ key, text }) => !text.endsWith('ة') && !/^و.{4}/.test(key) && /.{3}(?:ها|هم|ه)$/.test(key))
