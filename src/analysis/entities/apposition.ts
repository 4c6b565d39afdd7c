/**
 * An office and a name with a comma between them are one person, whichever stands first: «المتحدث باسم الوزارة، العميد فلان،» and
 * «فلان، وزير الدفاع،».
 */
import { vocabulary } from '../lexicon/vocabulary.ts'
import { bare } from '../text/clitics.ts'
import { type Document, isPreposition } from '../text/document.ts'
import { fold } from '../text/fold.ts'
import { perWord } from '../text/word.ts'
import { inOffice, type Mention } from './mention.ts'
import { adjoins, hasPlainArticle } from './name-words.ts'
import { DECORATING } from './office-phrases.ts'

/** Words behind an office that say where or in what it is held, before the comma that closes it: «بالتنسيقية», «في الغرفة الأولى». */
const LONGEST_COMPLEMENT = 4

/**
 * Joins them: an office before its bearer goes into the name's mention, one behind it takes the name's key.
 * @param mentions in the order of the text
 * @returns the mentions, in order, without those that went into another
 */
export function joinAppositions(document: Document, mentions: readonly Mention[]): readonly Mention[] {
  if (!mentions.some(isOffice)) return mentions
  const joined: Mention[] = []
  /** Index in `joined` of the last person. */
  let last = -1
  for (const found of mentions) {
    if (found.type !== 'person') {
      joined.push(found)
      continue
    }
    const before = joined[last]
    let mention = found
    if (before !== undefined && leadsToName(document, before, found)) {
      mention = inOffice(found, before)
      joined.splice(last, 1)
    } else if (before !== undefined && isOfficeOf(document, before, found)) {
      joined[last] = { ...before, role: found.name, ...(found.country && { country: found.country }) }
      mention = { ...found, key: before.key }
    }
    last = joined.push(mention) - 1
  }
  return joined
}

/** An office without a name that says by itself whose it is. */
const isOffice = ({ via, onlyAgain }: Mention): boolean => via === 'title' && !onlyAgain

/** «المتحدث باسم الوزارة، العميد فلان». */
function leadsToName(document: Document, office: Mention, name: Mention): boolean {
  return isOffice(office) && name.via === 'name' && isBehindComma(document, office.to, name)
}

/** Whether an office behind a name is its bearer's, who has none yet but perhaps a rank. */
function isOfficeOf(document: Document, name: Mention, office: Mention): boolean {
  if (name.via !== 'name' || !isOffice(office)) return false
  if (name.role !== undefined && !isRank(name.role)) return false
  return (
    followsAlone(document, name, office) ||
    (isBehindComma(document, name.to, office) && closesWithComma(document, office.to))
  )
}

/**
 * «قال فلان رئيس الجمعية إن …», «بحضور فلان وزير الصحة»: right behind a name an office is its bearer's where it can be nobody else's: of a verb of asserting there is
 * no second party, nor of a preposition. «استقبل فلان رئيس الجمعية» has two.
 */
function followsAlone(document: Document, name: Mention, office: Mention): boolean {
  if (office.from !== name.to || document.opens[office.from] === 1) return false
  if (office.conjunction !== '' || office.preposition !== '') return false
  if (name.preposition !== '') return true
  const begins = name.titleFrom ?? name.from
  const previous = document.tokens[begins - 1]
  if (previous === undefined || document.opens[begins] === 1) return false
  return isPreposition(previous) || WITH.has(previous.key) || asserts(previous)
}

const WITH: ReadonlySet<string> = new Set(['بحضور', 'بمشاركه', 'برءاسه', 'بقياده', 'برفقه', 'منهم', 'بينهم'])

const asserts = perWord(
  ({ key }) =>
    vocabulary()
      .speech.get(key.replace(/^[وف](?=.{3})/, ''))
      ?.some(({ kind, entry }) => kind === 'verb' && entry.stance === 'asserts') ?? false,
)

/** Whether a comma, and nothing else, stands between the end of a mention and the next one with its office. */
function isBehindComma({ tokens, opens }: Document, end: number, mention: Mention): boolean {
  const begins = mention.titleFrom ?? mention.from
  return (
    end === begins - 1 &&
    opens[end] === 0 &&
    opens[begins] === 0 &&
    /^[،,]$/.test(tokens[end]!.text) &&
    mention.conjunction === ''
  )
}

/** «الجنرال», «الدكتور»: a rank, honour or degree, beside which an office may be told. */
function isRank(role: string): boolean {
  const title = vocabulary().titles.get(bare(fold(role)))
  return title !== undefined && DECORATING.has(title.entry.kind)
}

/** Whether a comma or the end of the sentence closes an apposition, perhaps behind what completes its office. */
function closesWithComma(document: Document, at: number): boolean {
  const { tokens } = document
  let to = at
  if (tokens[to] !== undefined && opensComplement(document, to)) {
    to++
    while (to - at < LONGEST_COMPLEMENT && adjoins(document, to - 1) && hasPlainArticle(tokens[to]!)) to++
  }
  return /^[،,.؛]$/.test(tokens[to]?.text ?? '')
}

function opensComplement(document: Document, at: number): boolean {
  const token = document.tokens[at]!
  return adjoins(document, at - 1) && (isPreposition(token) || /^[بل](?:ال|ل)/.test(token.key))
}
