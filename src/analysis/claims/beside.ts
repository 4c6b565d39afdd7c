/** What is said stands before its saying: «…، وهو ما نفاه الوزير», «…، يقول شاهد», and where that begins and ends. */
import type { Stance } from '../analysis.ts'
import { clauseAt, type SentenceView } from '../events/sentence.ts'
import type { FiniteVerb } from '../events/subjects.ts'
import { startOfClause } from '../lexicon/conjunction.ts'
import { isFiniteVerb } from '../lexicon/finite.ts'
import { vocabulary } from '../lexicon/vocabulary.ts'
import type { Token } from '../text/tokens.ts'
import { perWord } from '../text/word.ts'
import { type Content, stretch } from './extent.ts'
import type { Reading } from './reading.ts'
import { isSource, isSourceHead, type VerbOfSaying } from './sayings.ts'
import { type Phrase, phraseAt } from './speakers.ts'
import { subjectBehind } from './subject-behind.ts'

/** What stands before a source is what it says only if it is that long. */
const SHORTEST = 4
/** Behind these somebody else is told of: what a source says does not reach over them. */
const isTurn = perWord(({ key }) => /^(?:فيما|بينما|في|الا|غير|بيد|و?لكن(?:ه|ها|هم)?)$/.test(key))

/** «غرق المركب، فيما أُنقذ آخرون، وفق الشرطة»: of one source where nobody else speaks. */
const isMeanwhile = perWord(({ key }) => /^(?:فيما|بينما)$/.test(key))

/** «وذلك بعد وساطة»: what leads over to it is none of it. */
const leadsIn = perWord(({ key }) => /^(?:وذلك|حيث|كما)$/.test(key))

/**
 * What stands before a token, back to where its sentence, another saying or a clause of its own begins: `undefined` where that is too
 * little to be said.
 * @param far whether the clauses joined before it («قُتل … وجُرح …، بحسب») are part of it
 */
export function contentBefore({ view, found }: Reading, at: number, far = true): Content | undefined {
  const { tokens } = view.document
  const within = Math.max(view.from, at - 1)
  let index = view.clauses.findIndex((clause) => within < clause.to)
  if (index < 0) index = view.clauses.length - 1
  // What another says begins a claim of its own: a source inside it has its clause alone.
  const inside = found.findLast((claim) => claim.from < at && claim.to >= at - 1 && claim.gender !== 'none')
  const said = found.findLast((claim) => claim.to < at - 1)
  const bound = Math.max(inside?.from ?? 0, said?.to ?? 0)
  const alone = found.length === 0
  const goesBack = ({ from, kind }: (typeof view.clauses)[number]) =>
    kind !== 'main' && ((kind !== 'contrast' && !isTurn(tokens[from]!)) || (alone && isMeanwhile(tokens[from]!)))
  while (far && index > 0 && view.clauses[index]!.from > bound && goesBack(view.clauses[index]!)) index--
  let from = Math.max(view.clauses[index]!.from, bound)
  let end = at
  while (end > from && tokens[end - 1]!.kind === 'mark' && !/^[»”)]$/.test(tokens[end - 1]!.text)) end--
  while (
    from < end &&
    ((tokens[from]!.kind === 'mark' && !/^[«“]$/.test(tokens[from]!.text)) || leadsIn(tokens[from]!))
  )
    from++
  return end - from >= SHORTEST ? stretch(from, from, end, false, conjunctionAt(tokens[from]!)) : undefined
}

/** Letters of the «و» or «ف» that joins what is said to what stands before. */
export function conjunctionAt(token: Token): 0 | 1 {
  return startOfClause(token) > token.start ? 1 : 0
}

/** Verbs that confirm what was said by somebody else. */
const CONFIRMS = new Set(['اكد', 'اقر', 'كرر'])

/** «وهو ما نفاه الجيش», «الأمر الذي أكدته الشرطة»: says of what stands before that it is so, or not. */
export function answeredBy(
  reading: Reading,
  at: number,
  verb: FiniteVerb,
  { entry }: VerbOfSaying,
): { phrase: Phrase; content: Content; stance: Stance } | undefined {
  const { view, found } = reading
  const { tokens } = view.document
  if (!verb.pronoun || !(entry.stance === 'denies' || CONFIRMS.has(entry.lemma)) || at - 2 <= view.from)
    return undefined
  const refers =
    (tokens[at - 1]!.key === 'ما' && /^و?ه[وي]$/.test(tokens[at - 2]!.key)) ||
    (tokens[at - 1]!.key === 'الذي' && tokens[at - 2]!.key === 'الامر')
  const phrase = refers ? subjectBehind(view, at, view.to) : undefined
  if (phrase === undefined) return undefined
  const last = found.at(-1)
  const content =
    last && last.to >= at - 5 ? stretch(last.from, last.from, last.to, false) : contentBefore(reading, at - 2, false)
  return content && { phrase, content, stance: entry.stance }
}

/** «علمت». */
export const mayBeLearnt = perWord(({ key }) => /^و?علمت$/.test(key))
/** Behind «علمت» what was learnt begins within so many words. */
const LEARNT_REACH = 14

/** «علمت الصحيفة من مصدر حكومي أن», «علمت «الفجر» أن»: who told it, else who learnt it. */
export function learnt(view: SentenceView, at: number): { phrase: Phrase; from: number } | undefined {
  const { tokens } = view.document
  if (!mayBeLearnt(tokens[at]!)) return undefined
  let told: Phrase | undefined
  for (let i = at + 1; i < Math.min(view.to - 2, at + LEARNT_REACH); i++) {
    if (tokens[i]!.key === 'من') told ??= phraseAt(view, i + 1, view.to)
    if (tokens[i]!.key !== 'ان') continue
    const phrase = told ?? subjectBehind(view, at, i)
    return phrase && (told || phrase.mention || isSourceHead(tokens[phrase.from]!))
      ? { phrase, from: i + 1 }
      : undefined
  }
  return undefined
}

/** «…، يقول ضابط متقاعد»: the speaker at the end of what he says, or undefined. */
export function saidBefore(
  reading: Reading,
  at: number,
  { entry, conjunction }: VerbOfSaying,
): { phrase: Phrase; content: Content } | undefined {
  const { view } = reading
  const { tokens } = view.document
  if (entry.stance !== 'asserts' || conjunction === 1 || !endsWhatIsSaid(tokens[at - 1])) return undefined
  const phrase = subjectBehind(view, at, view.to)
  if (phrase === undefined || phrase.from !== at + 1 || !mayEnd(view, phrase.to)) return undefined
  // «يتكلم بلغة الأرقام»: how, and not who.
  const { key } = view.document.tokens[phrase.from]!
  if (
    !phrase.mention &&
    /^ب.{3}/.test(key) &&
    !isSource(key) &&
    !vocabulary().groups.has(key) &&
    !vocabulary().titles.has(key)
  )
    return undefined
  const content = contentBefore(reading, at)
  return content && { phrase, content }
}

const endsWhatIsSaid = (token: Token | undefined): boolean => token !== undefined && /^[،,»”"–-]$/.test(token.text)

/** Behind its speaker a saying ends, or goes on only with when and where it was said. */
function mayEnd(view: SentenceView, at: number): boolean {
  const token = view.document.tokens[at]
  return (
    token === undefined ||
    at >= view.to ||
    token.kind === 'mark' ||
    view.isTime(at) ||
    /^(?:في|خلال|امس|لل?صح|تحدث|تحدثت|يعمل|تعمل|يقيم|تقيم)/.test(token.key)
  )
}

/** «بهذه», «هكذا». */
export const mayPointBack = perWord(({ key }) => /^(?:بهذه|هكذا|بهذا)$/.test(key))
const areWords = perWord(({ key }) => /^(?:العباره|العبارات|الكلمات|الجمله|الكلام)$/.test(key))

/** ««لن نرحل»، بهذه العبارة رد الشيخ على القرار»: whose words a quote is that its sentence begins with, by the token that points back. */
export function soSaid(reading: Reading, at: number): { phrase: Phrase; verb: number; content: Content } | undefined {
  const { view, quotes } = reading
  const { tokens } = view.document
  if (!mayPointBack(tokens[at]!)) return undefined
  const close = quotes.closedBy.get(view.from)
  if (close === undefined || at - close > 2 || at < close) return undefined
  const verb = tokens[at]!.key === 'هكذا' ? at + 1 : at + 2
  if (verb >= view.to || (verb === at + 2 && !areWords(tokens[at + 1]!)) || !isFiniteVerb(tokens[verb]!))
    return undefined
  const phrase = subjectBehind(view, verb, view.to)
  return phrase && { phrase, verb, content: stretch(view.from, view.from + 1, close, true) }
}

/** A quote of fewer words beside what is said is a word in inverted commas, or a name. */
const SHORTEST_FRAGMENT = 3

/** «ذكر البيان أن …، فيما شن الطيران غارات أسفرت عن «تحييد نحو ثلاثين مسلحا»»: words quoted in a clause of the reporter's are of who spoke. */
export function quotedBeside({ view, quotes, found }: Reading): void {
  const { tokens } = view.document
  const last = found.at(-1)
  if (last === undefined || last.gender === 'none') return
  for (const [open, close] of quotes.closedBy) {
    if (open < last.to || close >= view.to || close - open <= SHORTEST_FRAGMENT || view.isName(open + 1)) continue
    let from = Math.max(clauseAt(view, open).from, last.to)
    while (from < open && (tokens[from]!.kind === 'mark' || /^(?:فيما|بينما)$/.test(tokens[from]!.key))) from++
    const content = { start: tokens[from]!.start, end: tokens[close]!.end }
    found.push({ ...last, stance: 'asserts', content, from, to: close + 1, against: undefined, open: undefined })
    return
  }
}
