/**
 * An office and a name with a comma between them are one person, whichever stands first: «المتحدث باسم الوزارة، العميد فلان،» and
 * «فلان، وزير الدفاع،».
 */
import { vocabulary } from '../lexicon/vocabulary.ts'
import { bare } from '../text/clitics.ts'
import { type Document, isPreposition, wordsOf } from '../text/document.ts'
import { fold } from '../text/fold.ts'
import type { Token } from '../text/tokens.ts'
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
  /** Indexes in `joined` of the persons. */
  const persons: number[] = []
  for (const found of mentions) {
    let mention = found
    while (mention.type === 'person') {
      const before = joined[persons.at(-1) ?? -1]
      const whole = before && withOfficeBefore(document, before, mention)
      if (whole === undefined) break
      joined.splice(persons.pop()!, 1)
      mention = whole
    }
    const before = joined[persons.at(-1) ?? -1]
    if (found.type === 'person' && before !== undefined && isOfficeOf(document, before, found)) {
      joined[persons.at(-1)!] = { ...before, role: found.name, ...(found.country && { country: found.country }) }
      mention = { ...found, key: before.key }
    }
    joined.push(mention)
    if (mention.type === 'person') persons.push(joined.length - 1)
  }
  return joined
}

/** A name with the office before it that is its bearer's; undefined where it is somebody else's. */
function withOfficeBefore(document: Document, office: Mention, name: Mention): Mention | undefined {
  if (!isOffice(office) || name.via !== 'name') return undefined
  if (isHisFirstOffice(document, office, name)) {
    const role = `${office.role ?? office.name} ${name.role}`
    return { ...inOffice(name, office), role, country: name.country ?? office.country }
  }
  const end = endOfComplement(document, office.to)
  if (!isBehindComma(document, end, name)) return undefined
  const role = wordsOf(document.text, { start: office.span.start, end: document.tokens[end - 1]!.end })
  return { ...inOffice(name, office), ...(end > office.to && { role }) }
}

/** An office without a name that says by itself whose it is. */
const isOffice = ({ via, onlyAgain }: Mention): boolean => via === 'title' && !onlyAgain

/**
 * «وزير الدولة وزير الشؤون الخارجية فلان», «قال نائب رئيس الوزراء وزير الدفاع فلان»: of two offices before one name the first is his too, where it is one that
 * goes with another or nobody else can be meant.
 */
function isHisFirstOffice(document: Document, office: Mention, name: Mention): boolean {
  if (name.role === undefined || isRank(name.role)) return false
  if (name.titleFrom !== office.to || name.conjunction !== '' || name.preposition !== '') return false
  return GOES_WITH_ANOTHER.test(office.key) || hasNoOtherParty(document, office)
}

const GOES_WITH_ANOTHER = /^text:(?:ناءب رءيس|ناءبه رءيس|وزير دوله|وزيره دوله)/

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
  return hasNoOtherParty(document, name)
}

/** Whether a preposition or a verb of asserting leads to a mention: neither has room for a second one without a word between. */
function hasNoOtherParty(document: Document, mention: Mention): boolean {
  if (mention.preposition !== '') return true
  const begins = mention.titleFrom ?? mention.from
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
  return /^[،,.؛]$/.test(document.tokens[endOfComplement(document, at)]?.text ?? '')
}

/** Where the words end that say in what an office is held: «بالتنسيقية», «والجالية الوطنية بالخارج». */
function endOfComplement(document: Document, at: number): number {
  const { tokens } = document
  let to = at
  if (tokens[to] !== undefined && opensComplement(document, to)) {
    to++
    while (to - at < LONGEST_COMPLEMENT && adjoins(document, to - 1) && goesOn(tokens[to]!)) to++
  }
  return to
}

/** «الأولى», «والشؤون الأفريقية». */
const goesOn = (token: Token): boolean => hasPlainArticle(token) || /^وال.{3}/.test(token.key)

function opensComplement(document: Document, at: number): boolean {
  const token = document.tokens[at]!
  return adjoins(document, at - 1) && (isPreposition(token) || /^[بل](?:ال|ل)/.test(token.key))
}
