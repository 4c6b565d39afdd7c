/** Who says so: words of saying with their speaker and what is said. */
import type { Claim, Span } from '../analysis.ts'
import type { Mention } from '../entities/mention.ts'
import { clauseAt, type SentenceView } from '../events/sentence.ts'
import type { FiniteVerb } from '../events/subjects.ts'
import { isFiniteVerb, verbCandidates } from '../lexicon/finite.ts'
import type { SpeechWord } from '../lexicon/schema.ts'
import { type TriggerForm, vocabulary } from '../lexicon/vocabulary.ts'
import { bare, readings } from '../text/clitics.ts'
import { isFunctionWord, wordsOf } from '../text/document.ts'
import { fold, offsetOfLetter } from '../text/fold.ts'
import { RELATIVES } from '../text/function-words.ts'
import { perWord } from '../text/word.ts'

/** A claim that remembers which tokens its content covers. */
export interface FoundClaim extends Claim {
  /** Token indexes, half-open. */
  from: number
  to: number
}

const THAT = new Set(['ان', 'انه', 'انها', 'انهم', 'بان', 'بانه', 'بانها', 'بانهم'])
const QUOTE_OPENS = new Set(['«', '"', '“', '”'])
const QUOTE_CLOSES = new Set(['»', '"', '”', '“'])
/** «بحسب», «وفق», «نقلا عن»: name the source of what stands around them. */
const ACCORDING = new Set('بحسب حسب وفق وفقا طبقا'.split(' ').map(fold))
/** Behind «وفق» these are no source: «وفق هذه المعطيات», «وفق القانون». */
const NO_SOURCE = new Set(
  'هذه هذا ذلك القانون الدستور المعايير الاتفاق الاتفاقيه المعطيات خطه برنامج جدول منظور روايه مبدا شروط'.split(' '),
)
/** An opener stands at most so many words behind the word of saying, the speaker and what is said of him between them. */
const OPENER_REACH = 28
const LONGEST_CONTENT = 90

/** The claims of one sentence, in order. */
export function claimsOf(view: SentenceView, verbs: readonly FiniteVerb[]): FoundClaim[] {
  const found: FoundClaim[] = []
  for (let at = view.from; at < view.to; at++) {
    const token = view.document.tokens[at]!
    if (token.kind !== 'word' || view.isName(at)) continue
    const claim = spoken(view, at, verbs) ?? told(view, at) ?? according(view, at)
    if (claim) found.push(claim)
  }
  return found
}

/** «قال فلان إن …», «… التي تتحدث عن …»: a verb of saying. */
function spoken(view: SentenceView, at: number, verbs: readonly FiniteVerb[]): FoundClaim | undefined {
  const form = speechVerb(view.document.tokens[at]!)
  const verb = form && verbs.find((v) => v.at === at)
  // «المخاوف التي حملتها السلطات»: what the verb is about stands before it, so that nothing is said behind it.
  if (verb === undefined || form === undefined || (verb.pronoun && verb.antecedent)) return undefined
  const content = contentBehind(view, at, form.entry, true)
  if (content === undefined) return undefined
  const speaker = verb.slots.get('subject')?.[0] ?? verb.subjects[0]
  const text =
    verb.antecedent && !verb.pronoun
      ? nounPhraseAt(view, verb.antecedent.at)
      : verb.slots.has('subject') && !verb.slots.get('subject')?.length
        ? wordsBetween(view, at + 1, Math.min(content.opener, endOfNounPhrase(view, at + 1)))
        : undefined
  if (text !== undefined && !saysThings(text)) return undefined
  return claim(view, at, at + 1, form.entry, verb.antecedent && text ? undefined : speaker, text, content)
}

/** «تصريحات فلان أن …», «مؤكدا أن …»: a noun or participle of saying. */
function told(view: SentenceView, at: number): FoundClaim | undefined {
  const { tokens } = view.document
  const form = speechNoun(tokens[at]!)
  if (form === undefined) return undefined
  const content = contentBehind(view, at, form.entry, false)
  if (content === undefined) return undefined
  const speaker = view.mentions.find(
    (m) =>
      (m.titleFrom ?? m.from) >= at + 1 &&
      (m.titleFrom ?? m.from) <= at + 2 &&
      m.to <= content.opener &&
      m.via !== 'nisba',
  )
  const participle = form.kind === 'active-participle' || /ا$/.test(tokens[at]!.key)
  const before = participle
    ? view.mentions.findLast((m) => m.to <= at && m.via !== 'nisba' && m.type !== 'place')
    : undefined
  if (!speaker && !before) return undefined
  return claim(view, at, at + 1, form.entry, speaker ?? before, undefined, content)
}

const accordingWord = perWord((word): 'according' | 'quoting' | undefined => {
  const key = word.key.replace(/^و(?=وفق|بحسب|حسب)/, '')
  return key === 'نقلا' ? 'quoting' : ACCORDING.has(key) ? 'according' : undefined
})

/** «بحسب تقارير غربية»: the source of the clause that it stands in. */
function according(view: SentenceView, at: number): FoundClaim | undefined {
  const { tokens } = view.document
  const opener = accordingWord(tokens[at]!)
  const quoting = opener === 'quoting' && tokens[at + 1]?.key === 'عن'
  if (opener !== 'according' && !quoting) return undefined
  const next = quoting ? at + 2 : /^(?:ما)$/.test(tokens[at + 1]?.key ?? '') ? at + 3 : at + 1
  if (next >= view.to || NO_SOURCE.has(tokens[next]!.key)) return undefined
  const speaker = view.startsAt.get(next)
  const to = speaker ? speaker.to : endOfNounPhrase(view, next)
  const saying = tokens[next] && speechNoun(tokens[next]!)
  if (!speaker && !saying && !isSource(tokens[next]!.key)) return undefined
  const clause = clauseAt(view, Math.max(view.from, at - 1))
  const before = at - clause.from >= 4 ? { from: clause.from, to: at } : undefined
  const range = before ?? { from: skipMark(view, to), to: contentEnd(view, skipMark(view, to), false) }
  const { from } = range
  if (range.to - from < 3) return undefined
  const verb = next === at + 3 ? speechVerb(tokens[at + 2]!) : undefined
  const entry: Pick<SpeechWord, 'stance'> = verb?.entry ?? { stance: 'asserts' }
  return claim(
    view,
    at,
    quoting ? at + 2 : at + 1,
    entry,
    speaker?.via === 'nisba' ? undefined : speaker,
    speaker ? undefined : wordsBetween(view, next, to),
    { opener: from, from, to: range.to },
  )
}

/** Whether a noun phrase that names nobody can say something: a source or a saying («تقارير غربية»), not a thing («هذه العملية»). */
function saysThings(phrase: string): boolean {
  const head = fold(phrase.split(' ')[0] ?? '')
  return (
    isSource(head) ||
    speechAt(head, 'noun') !== undefined ||
    (vocabulary().groups.get(bare(head))?.entry.kind ?? '') === 'people'
  )
}

function isSource(key: string): boolean {
  return /^(?:ال)?(?:مصدر|مصادر|شهود|مراقبين|مراقبون|وكاله|صحيفه|وساءل|بيان|تقرير|تقارير|مسءول|مسءولين|احصاءات|احصاءيات|ارقام|ناشطين|خبراء|محللين)/.test(
    bare(key),
  )
}

const speechVerb = perWord(({ key }) => speechAt(key, 'verb'))
const speechNoun = perWord(({ key }) => speechAt(key, 'noun'))

function speechAt(key: string, wanted: 'verb' | 'noun'): TriggerForm<SpeechWord> | undefined {
  for (const reading of readings(key)) {
    const forms = reading.article || wanted === 'noun' ? [reading.stem] : verbCandidates(reading.stem)
    for (const form of forms) {
      const hit = vocabulary()
        .speech.get(form)
        ?.find((f) => (f.kind === 'verb') === (wanted === 'verb'))
      if (hit && (wanted === 'noun' || reading.preposition === '')) return hit
    }
  }
  // The accusative participle of saying («مؤكدا», «مضيفة») is derived from the verb's stem.
  return undefined
}

interface Content {
  /** Token index of what opens it. */
  opener: number
  from: number
  to: number
}

const foldedOpeners = new WeakMap<SpeechWord, ReadonlySet<string>>()

function openersOf(entry: SpeechWord): ReadonlySet<string> {
  const known = foldedOpeners.get(entry) ?? new Set(entry.openers.map(fold))
  foldedOpeners.set(entry, known)
  return known
}

function contentBehind(view: SentenceView, at: number, entry: SpeechWord, isVerb: boolean): Content | undefined {
  const { tokens } = view.document
  const openers = openersOf(entry)
  const limit = Math.min(view.to - 1, at + OPENER_REACH)
  for (let i = at + 1; i <= limit; i++) {
    const token = tokens[i]!
    if (THAT.has(token.key)) {
      // «أنه» and the like carry the subject of what is said.
      const from = token.key.length > 3 && !/^ب?ان$/.test(token.key) ? i : i + 1
      return { opener: i, from, to: contentEnd(view, from, false) }
    }
    if ((token.text === ':' && i + 1 < view.to) || QUOTE_OPENS.has(token.text)) {
      const quoted = QUOTE_OPENS.has(token.text) ? i : QUOTE_OPENS.has(tokens[i + 1]!.text) ? i + 1 : undefined
      // A short quote is a word in inverted commas, not what was said.
      if (quoted !== undefined && endOfQuote(view, quoted) - quoted < 5 && token.text !== ':') continue
      const from = quoted === undefined ? i + 1 : quoted + 1
      return { opener: i, from, to: quoted === undefined ? contentEnd(view, from, false) : endOfQuote(view, quoted) }
    }
    if (i > at + 1 && isFiniteVerb(token) && !view.isName(i)) {
      const relative = RELATIVES.has(tokens[i - 1]!.key)
      if (!relative) break
    }
    const near = i <= at + (isVerb ? 14 : 10)
    if (near && openers.has(token.key) && isFunctionWord(token) && !THAT.has(tokens[i + 1]?.key ?? '') && isVerb) {
      const next = view.startsAt.get(i + 1)
      // «تحدث إلى الصحيفة» names whom he spoke to; «دعا إلى وقف» what he called for.
      if (next && next.to - (i + 1) >= 1 && token.key === 'الي' && next.type !== 'place') continue
      return { opener: i, from: i + 1, to: contentEnd(view, i + 1, false) }
    }
    if (isVerb && saysByNoun(view, at, i, entry)) return { opener: i, from: i, to: contentEnd(view, i, false) }
    if (
      near &&
      isVerb &&
      openers.has('ب') &&
      /^ب(?!ان).{3,}/.test(token.key) &&
      !view.mentions.some((m) => (m.titleFrom ?? m.from) <= i && i < m.to)
    )
      return { opener: i, from: i, to: contentEnd(view, i, false) }
  }
  return undefined
}

/** «نفت الشرطة استخدام الرصاص», «أعلنت السلطات اعتقال ثلاثة»: what is said is told by an event noun, or by any noun where it is denied. */
function saysByNoun(view: SentenceView, verb: number, at: number, entry: SpeechWord): boolean {
  const token = view.document.tokens[at]!
  if (
    token.kind !== 'word' ||
    isFunctionWord(token) ||
    view.isName(at) ||
    view.isTime(at) ||
    /^(?:ال|لل|بال)/.test(token.key)
  )
    return false
  const subjectEnds = view.mentions.some((m) => (m.titleFrom ?? m.from) > verb && m.to <= at)
  if (!subjectEnds || view.mentions.some((m) => m.from <= at && at < m.to)) return false
  if (entry.stance === 'denies') return true
  return (
    vocabulary()
      .events.get(token.key)
      ?.some((form) => form.kind === 'masdar') ?? false
  )
}

/** What is said goes on to the end of the sentence, or to a clause of the reporter's own. */
function contentEnd(view: SentenceView, from: number, quoted: boolean): number {
  const { tokens } = view.document
  const limit = Math.min(view.to, from + LONGEST_CONTENT)
  if (quoted) return limit
  const next = view.clauses.find(
    (clause) => clause.from > from && clause.kind !== 'main' && startsOwn(view, clause.from, clause.kind),
  )
  let to = Math.min(limit, next ? next.from : limit)
  while (to > from && tokens[to - 1]!.kind === 'mark' && !QUOTE_CLOSES.has(tokens[to - 1]!.text)) to--
  return to
}

function startsOwn(view: SentenceView, at: number, kind: string): boolean {
  const token = view.document.tokens[at]!
  if (speechVerb(token) || speechNoun(token)) return true
  if (kind === 'coordinate')
    return /^[وف]/.test(token.key) && isFiniteVerb(token) && !/^[وف]?(?:كان|كانت|قد)/.test(token.key)
  return /^(?:فيما|بينما|الامر)$/.test(token.key) || (token.key === 'في' && view.document.tokens[at + 1]?.key === 'حين')
}

function endOfQuote(view: SentenceView, open: number): number {
  for (let at = open + 1; at < view.to; at++) if (QUOTE_CLOSES.has(view.document.tokens[at]!.text)) return at
  return view.to
}

function skipMark(view: SentenceView, at: number): number {
  let i = at
  while (i < view.to && view.document.tokens[i]!.kind === 'mark') i++
  return THAT.has(view.document.tokens[i]?.key ?? '') ? i + 1 : i
}

function endOfNounPhrase(view: SentenceView, at: number): number {
  const { tokens } = view.document
  let to = at + 1
  while (to < view.to && to - at < 6) {
    const token = tokens[to]!
    const named = view.startsAt.get(to)
    if (
      token.kind !== 'word' ||
      isFunctionWord(token) ||
      (named !== undefined && named.via !== 'nisba') ||
      (isFiniteVerb(token) && !view.isName(to)) ||
      THAT.has(token.key)
    )
      break
    to++
  }
  return to
}

/** The noun phrase of a definite run that begins at a token: «التقارير الغربية والإقليمية». */
function nounPhraseAt(view: SentenceView, at: number): string {
  const { tokens } = view.document
  let to = at + 1
  while (to < view.to && /^و?ال/.test(tokens[to]!.key) && !RELATIVES.has(tokens[to]!.key)) to++
  return wordsBetween(view, at, to)
}

function wordsBetween(view: SentenceView, from: number, to: number): string {
  return wordsOf(view.document.text, {
    start: view.document.tokens[from]!.start,
    end: view.document.tokens[Math.max(from, to - 1)]!.end,
  })
}

/** Whether the «ب» of a word is the preposition: the word without it is known, or definite. */
function speechOpensWithBa(key: string): boolean {
  return /^بال/.test(key) || vocabulary().events.has(key.slice(1)) || !vocabulary().events.has(key)
}

function claim(
  view: SentenceView,
  verbFrom: number,
  verbTo: number,
  entry: Pick<SpeechWord, 'stance'>,
  speaker: Mention | undefined,
  text: string | undefined,
  content: Content,
): FoundClaim | undefined {
  const { tokens, text: all } = view.document
  if (content.to - content.from < 2 || (speaker === undefined && !text)) return undefined
  const first = tokens[content.from]!
  // «هدد بوقف الضخ»: what is said begins behind the preposition that opens it.
  const joined = content.opener === content.from && /^ب.{3}/.test(first.key) && speechOpensWithBa(first.key)
  const span: Span = {
    start: joined ? first.start + offsetOfLetter(first.text, 1) : first.start,
    end: tokens[content.to - 1]!.end,
  }
  return {
    speaker: { text: text ?? wordsOf(all, speaker!.span), ...(speaker && !text && { entity: speaker.key }) },
    verb: wordsBetween(view, verbFrom, verbTo),
    stance: entry.stance,
    content: span,
    sentence: view.index,
    from: content.from,
    to: content.to,
  }
}
