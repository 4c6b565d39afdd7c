import { isFiniteVerb } from '../lexicon/finite.ts'
import { vocabulary } from '../lexicon/vocabulary.ts'
import { type Document, isFunctionWord, startAfterClitics } from '../text/document.ts'
import { offsetOfLetter } from '../text/fold.ts'
import { PREPOSITIONS } from '../text/function-words.ts'
import { lettersBeforeNumber, mayBeginNumber, numberAt } from '../text/numbers.ts'
import { evenlySpaced } from '../text/phrase.ts'
import type { Token } from '../text/tokens.ts'
import { perWord } from '../text/word.ts'
import { bodyAt } from './bodies.ts'
import { describes } from './body-ends.ts'
import { countryWithin } from './countries.ts'
import { isDoneTo } from './done-to.ts'
import { kindsDescribed } from './group-adjectives.ts'
import { Doubt, type GroupHead, groupHeads } from './group-heads.ts'
import { definiteGroup, indefiniteGroup } from './group-names.ts'
import { knownNameAt } from './known.ts'
import { type Mention, newMention } from './mention.ts'
import { adjoins, hasPlainArticle, isCounted, isDefinite } from './name-words.ts'
import { isOrigin, isThing } from './things.ts'

const LONGEST = 4

/** People called by what they are («مسلحون», «الجماعات الإرهابية», «وفدا أمنيا ليبيا») that begin at a token, or undefined. */
export function groupAt(document: Document, at: number, depth = 0): Mention | undefined {
  for (const head of groupHeads(document.tokens[at]!)) {
    const mention =
      head.doubts === 0 || !callsNobody(document, at, head) ? groupOf(document, at, head, depth) : undefined
    if (mention !== undefined) return mention
  }
  return undefined
}

function callsNobody(document: Document, at: number, { doubts, reading }: GroupHead): boolean {
  const { tokens } = document
  const before = tokens[at - 1]
  const next = tokens[at + 1]
  if (doubts & Doubt.side && /^و?من$/.test(before?.key ?? '')) return true
  if (doubts & Doubt.thing && isThing(reading.stem, next)) return true
  if (doubts & Doubt.victims && isDenied(document, at)) return true
  if (doubts & Doubt.patrol && before !== undefined && isFeminineNoun(before)) return true
  if (next === undefined) return false
  if (doubts & Doubt.source && adjoins(document, at) && isOrigin(next)) return true
  if (doubts & Doubt.follower && adjoins(document, at) && hasPlainArticle(next)) return true
  return (doubts & Doubt.verb) !== 0 && hasPlainArticle(next) && (before === undefined || opensClause(before))
}

const isFeminineNoun = perWord(
  (word) => /(?:ه|ات)$/.test(word.key) && !isFunctionWord({ word }) && !isFiniteVerb({ word }),
)

function isDenied({ tokens, opens }: Document, at: number): boolean {
  for (let k = at - 1; k >= 0 && at - k <= 4 && opens[k + 1] === 0; k--)
    if (/^(?:و?دون|بدون|بلا|عدم|اي)$/.test(tokens[k]!.key)) return true
  return false
}

/** A mark, or a word of a closed class that is no preposition, stands before a word that can be a verb. */
const opensClause = (before: Token): boolean =>
  before.kind === 'mark' || (isFunctionWord(before) && !PREPOSITIONS.has(before.key))

/** The people that a head calls together with what belongs to it, or undefined where it calls nobody in particular. */
function groupOf(document: Document, at: number, head: GroupHead, depth: number): Mention | undefined {
  const { tokens, text } = document
  const { reading, plural } = head
  const isNumbered = isCounted(document, at)
  const mayBeDoneTo =
    !reading.article && !isNumbered && (!plural || head.onlyDoneTo) && (head.doubts & Doubt.patrol) === 0
  const doneTo = mayBeDoneTo && at > 0 && isDoneTo(document, at, head)
  if (head.onlyDoneTo && !(isNumbered && mayBeCounted(head)) && (!doneTo || isOfSomebody(document, at)))
    return undefined
  const definite = reading.article
  let to = endOfAdjectives(document, at, head)
  let isLoyalTo = false
  // «فصائل موالية لتركيا»: to whom.
  if (!definite && to > at + 1 && isLoyal(tokens[to - 1]!) && adjoins(document, to - 1)) {
    const whom = knownNameAt(document, to)
    if (whom && whom.preposition === 'ل' && whom.conjunction === '') {
      isLoyalTo = true
      to = whom.to
    }
  }
  // «سكان القرية», «دول الجوار»: a construct whose second part is definite; what is counted («تسعة أحزاب») stands in none, and after «أي» nothing is definite.
  if (to === at + 1 && head.opensConstruct && !isNumbered && adjoins(document, at) && !isAny(tokens[at - 1])) {
    const inner = plural ? innerAt(document, to, depth) : undefined
    if (inner && inner.conjunction === '' && inner.preposition === '' && inner.type !== 'person') {
      // «مقاتلو حركة الشباب»: who fights for it is the movement itself.
      if (head.armed && inner.type === 'armed-group' && inner.via === 'name') return asItsFighters(inner, at, head)
      to = inner.to
    } else if (hasPlainArticle(tokens[to]!)) {
      to++
      // «وزراء الدفاع العرب»: what describes the group, not what follows it.
      if (adjoins(document, to - 1) && describes(tokens[to]!)) to++
    }
  }
  // «سائق شاحنة», «رئيس بلدية»: of what he is.
  if (doneTo && !head.isAccusative && to === at + 1 && adjoins(document, at) && isOfWhat(tokens[to]!)) to++
  if (doneTo && standsForOthers(document, to)) return undefined
  if (!plural && !doneTo && at > 0 && isSaidOfNoun(document, at, to, head, isNumbered)) return undefined
  // «38 مدنيا»: what is counted is more than one, whatever its form.
  const counted = isNumbered && !definite
  if (to === at + 1 && (head.needsComplement || !(plural || definite || counted || doneTo))) return undefined
  const own = startAfterClitics(tokens[at]!, reading)
  // «ستة آلاف مدني»: the numeral belongs to what it counts.
  const start = isNumbered ? startOfCount(document, at, own) : own
  const { end } = tokens[to - 1]!
  const isCut = definite && reading.preposition === 'ل'
  const written = (isCut ? 'ا' : '') + text.slice(own, end)
  const called =
    to === at + 1
      ? counted
        ? head.counted
        : head.alone
      : definite || isLoyalTo
        ? definiteGroup(written)
        : indefiniteGroup(written)
  const country = to === at + 1 ? undefined : countryWithin(document, at + 1, to)
  const mention = newMention(
    at,
    to,
    { start, end },
    'group',
    'group',
    called.key,
    called.name,
    reading,
    head.gender,
    plural || counted,
    country,
  )
  if (start < own || isCut) mention.alias = evenlySpaced(written)
  return mention
}

/** Token index behind the adjectives of a head. */
function endOfAdjectives(document: Document, at: number, { kind, reading }: GroupHead): number {
  const { tokens } = document
  let to = at + 1
  while (to - at < LONGEST && adjoins(document, to - 1)) {
    const next = tokens[to]!
    // «شهود عيان».
    if (!reading.article && next.key === 'عيان') return to + 1
    if ((kindsDescribed(next) & kind) === 0) break
    to++
  }
  return to
}

/** Who stands behind the plural that opens a construct; within another («رؤساء دول آسيا الوسطى») only by name. */
function innerAt(document: Document, at: number, depth: number): Mention | undefined {
  const known = knownNameAt(document, at)
  return known !== undefined || depth > 0 ? known : (bodyAt(document, at) ?? groupAt(document, at, 1))
}

function asItsFighters(movement: Mention, at: number, { reading }: GroupHead): Mention {
  movement.from = at
  movement.via = 'authority'
  movement.gender = 'masculine'
  movement.plural = true
  movement.conjunction = reading.conjunction
  movement.preposition = reading.preposition
  return movement
}

/** Whether a single one is an adjective of the noun before («التعاون العسكري», «تعاونها العسكري», «عمل عسكري»), or says which man is meant («المهاجم الشاب», «الصحافي الموقوف»). */
function isSaidOfNoun(document: Document, at: number, to: number, head: GroupHead, isNumbered: boolean): boolean {
  if (!(head.relative || head.saysWhich) || !adjoins(document, at - 1)) return false
  const before = document.tokens[at - 1]!
  if (head.relative && !isNumbered && before.kind === 'word')
    if (head.reading.article ? isDefinite(before) || OWNED.test(before.key) : isIndefiniteNoun(before)) return true
  return (
    head.saysWhich &&
    to === at + 1 &&
    hasPlainArticle(before) &&
    before.key.endsWith('ه') === head.reading.stem.endsWith('ه')
  )
}

const OWNED = /.{3}(?:ها|هم)$/

/** A word that is neither definite, nor of a closed class, nor a verb: a noun that an adjective may follow. */
function isIndefiniteNoun(token: Pick<Token, 'word'>): boolean {
  return (
    !isFunctionWord(token) && !isDefinite(token) && !isFiniteVerb(token) && !vocabulary().titles.has(token.word.key)
  )
}

/** «جندي من قوات اليونيفيل»: the force that he is of is meant. */
function standsForOthers(document: Document, to: number): boolean {
  if (document.tokens[to]?.key !== 'من' || !adjoins(document, to)) return false
  const whose = knownNameAt(document, to + 1) ?? bodyAt(document, to + 1)
  return whose?.type === 'organization' || whose?.type === 'armed-group'
}

/** «ثلاثة أجانب», «عشرين امرأة»; «12 عضوا» are nobody in particular. */
const mayBeCounted = ({ plural, alone, counted, reading }: GroupHead): boolean =>
  reading.conjunction === '' && (plural || alone !== counted)

/** «وزير إعلامها», «قائد الكتيبة»: an office whose holder is known. */
function isOfSomebody(document: Document, at: number): boolean {
  const next = document.tokens[at + 1]
  return next !== undefined && adjoins(document, at) && (isDefinite(next) || OWNED.test(next.key))
}

const isOfWhat = perWord(
  (word) =>
    word.kind === 'word' &&
    isIndefiniteNoun({ word }) &&
    !/[^ا]ا$/.test(word.key) &&
    !OWNED.test(word.key) &&
    (!/^[وفبلك]/.test(word.key) || vocabulary().groups.has(word.key)) &&
    !mayBeginNumber({ word }),
)

const isLoyal = perWord(({ key }) => /^موال(?:يه|ين|ون)$/.test(key))

const isAny = (token: Token | undefined): boolean => token?.key === 'اي' || token?.key === 'ايه'

/** Offset where the numeral before a noun begins, past its clitics; `start` where a sentence begins between them. */
export function startOfCount({ tokens, opens, text }: Document, at: number, start: number): number {
  for (let from = Math.max(0, at - 7); from < at; from++) {
    const letters = lettersBeforeNumber(tokens[from]!)
    const number = letters === undefined ? undefined : numberAt(tokens, from, true)
    if (number?.to !== at) continue
    for (let k = from + 1; k <= at; k++)
      if (opens[k] === 1 || text.slice(tokens[k - 1]!.end, tokens[k]!.start).includes('\n')) return start
    return tokens[from]!.start + offsetOfLetter(tokens[from]!.text, letters!)
  }
  return start
}
