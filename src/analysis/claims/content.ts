/** What is said: where it begins behind a word of saying, and where it ends. */
import type { SentenceView } from '../events/sentence.ts'
import { isFiniteVerb } from '../lexicon/finite.ts'
import type { SpeechWord } from '../lexicon/schema.ts'
import { vocabulary } from '../lexicon/vocabulary.ts'
import { isFunctionWord } from '../text/document.ts'
import { fold } from '../text/fold.ts'
import { PREPOSITIONS, RELATIVES } from '../text/function-words.ts'
import { contentEnd } from './content-end.ts'
import type { Quotes } from './quotes.ts'
import { nounOfSaying, THAT, verbOfSaying } from './sayings.ts'
import { isAccusative, isSelf } from './speakers.ts'

export interface Content {
  /** Token index of what opens it. */
  opener: number
  from: number
  to: number
  /** Told by «أن», a colon or a quote: a whole clause. */
  clause: boolean
  /** Letters of a joined preposition («بوقف») that open it. */
  joined?: 1
  /** A quote that is not closed in this sentence. */
  open?: boolean
}

/** An opener stands at most so many words behind the word of saying, the speaker and what is said of him between them. */
const OPENER_REACH = 32
/** Prepositions that open what is said stand nearer. */
const NEAR = 14
const LONGEST_PARENTHESIS = 18
/** A quote of fewer words is a word in inverted commas. */
const SHORTEST_QUOTE = 4

const openersOf = new WeakMap<SpeechWord, ReadonlySet<string>>()
function openers(entry: SpeechWord): ReadonlySet<string> {
  let known = openersOf.get(entry)
  if (known === undefined) {
    known = new Set(entry.openers.map(fold))
    openersOf.set(entry, known)
  }
  return known
}

/** What is said behind a word of saying, or undefined where nothing is. */
export function contentBehind(
  view: SentenceView,
  quotes: Quotes,
  at: number,
  entry: SpeechWord,
  isVerb: boolean,
): Content | undefined {
  const { tokens } = view.document
  const own = openers(entry)
  const limit = Math.min(view.to - 1, at + OPENER_REACH)
  const participle = !isVerb && isParticipleAt(view, at)
  let inRelative = false
  for (let i = at + 1; i <= limit; i++) {
    const token = tokens[i]!
    if (THAT.has(token.key)) {
      // «ألقى كلمة … أن»: a verb that takes no «أن» says nothing by it.
      if (isVerb && !takesThat(entry) && !own.has(tokens[i - 1]!.key)) return undefined
      return clauseContent(view, i, token.key)
    }
    if (token.text === ':' && i + 1 < view.to) {
      if (isVerb && !takesThat(entry)) return undefined
      const close = quotes.closedBy.get(i + 1)
      if (close !== undefined) return quoted(view, quotes, i, i + 2, close)
      const from = THAT.has(tokens[i + 1]!.key) ? i + 2 : i + 1
      return { opener: i, from, to: contentEnd(view, from), clause: true }
    }
    const close = quotes.closedBy.get(i)
    if (close !== undefined) {
      if (close - i > SHORTEST_QUOTE && mayQuote(view, at, i, entry)) return quoted(view, quotes, i, i + 1, close)
      // «صحيفة "حرييت" …»: a word in inverted commas is passed.
      if (close < view.to) i = close
      continue
    }
    // «…، في بيان نشر أمس، أن»: what stands between two commas is passed.
    const comma = /^[،,]$/.test(token.text)
    // A noun says nothing beyond its comma, nor beyond the next saying.
    if (!isVerb && !participle && (comma || nounOfSaying(token)?.participle)) return undefined
    const parenthesis = comma ? endOfParenthesis(view, i, own) : undefined
    if (parenthesis !== undefined) {
      i = parenthesis
      inRelative = false
      continue
    }
    if (RELATIVES.has(token.key)) inRelative = true
    // «نفت الجماعة قتل أي أسير»: spelled like a verb, but the object of one.
    if (
      isVerb &&
      i > at + 1 &&
      isFiniteVerb(token) &&
      !/^[وف]/.test(token.key) &&
      saysByNoun(view, at, i, entry, own) &&
      isMasdar(token.key)
    )
      return { opener: i, from: i, to: contentEnd(view, i), clause: false }
    if (
      i > at + 1 &&
      isFiniteVerb(token) &&
      !view.isName(i) &&
      !inRelative &&
      !isKeepingBack(view, i) &&
      !isAccusative(token)
    )
      break
    if (comma) inRelative = false
    if (isVerb || participle) {
      const behind = prepositional(view, at, i, own)
      if (behind === 'nothing') return undefined
      if (behind === 'other') continue
      if (behind) return behind
      // «نافيا مقتل أي مدني»: what is denied stands right behind.
      if (participle && i === at + 1 && entry.stance === 'denies' && token.kind === 'word' && !isFunctionWord(token))
        return { opener: i, from: i, to: contentEnd(view, i), clause: false }
      if (participle && i > at + 9) return undefined
      if (isVerb && saysByNoun(view, at, i, entry, own))
        return { opener: i, from: i, to: contentEnd(view, i), clause: false }
    } else if (i > at + 12) break
  }
  return undefined
}

const isMasdar = (key: string): boolean =>
  vocabulary()
    .events.get(key)
    ?.some((form) => form.kind === 'masdar') ?? false

const takesThat = (entry: SpeechWord): boolean =>
  entry.openers.some((opener) => /(?:^|\s)(?:ب?أن|إن|ب|إنه|من أن)$/.test(opener))

/** Sayings that are followed by a quote as it was spoken; behind others quotes are words of the writer. */
const QUOTING = new Set(
  'قال اضاف تابع صرح اكد اوضح ذكر كتب غرد علق رد هتف اردف استطرد افاد اعلن شدد تساءل خاطب اشار جزم'.split(' '),
)
const opensQuotes = (entry: SpeechWord): boolean => !entry.verb || QUOTING.has(fold(entry.verb.past))

/** Whether a quote behind a saying is what was said: anywhere behind «قال»; of others, right behind the speaker («استنكر المصدر «…»»). */
function mayQuote(view: SentenceView, at: number, quote: number, entry: SpeechWord): boolean {
  const { tokens } = view.document
  if (entry.stance === 'asserts' && (opensQuotes(entry) || tokens[quote - 1]!.kind === 'mark')) return true
  if (entry.stance === 'asserts' || quote - at > 8) return false
  for (let i = at + 1; i < quote; i++) if (isFunctionWord(tokens[i]!)) return false
  return true
}

function isParticipleAt(view: SentenceView, at: number): boolean {
  const noun = nounOfSaying(view.document.tokens[at]!)
  return noun?.participle ?? false
}

/** The comma that closes a parenthesis before what is said, where one is opened by the comma at a token. */
function endOfParenthesis(view: SentenceView, at: number, own: ReadonlySet<string>): number | undefined {
  const { tokens } = view.document
  for (let i = at + 1; i < Math.min(view.to - 1, at + LONGEST_PARENTHESIS); i++) {
    const token = tokens[i]!
    if (THAT.has(token.key) || /^[:؛]$/.test(token.text)) return undefined
    if (!/^[،,]$/.test(token.text)) continue
    const next = tokens[i + 1]!
    if (
      THAT.has(next.key) ||
      (own.has(next.key) && isFunctionWord(next)) ||
      next.key === 'ما' ||
      (own.has('ب') && /^ب.{3}/.test(next.key))
    )
      return i
    if (verbOfSaying(next)?.conjunction === 1) return undefined
  }
  return undefined
}

/** «… رفض الكشف عن هويته أن»: a verb of the speaker's description. */
function isKeepingBack(view: SentenceView, at: number): boolean {
  return /^(?:رفض|رفضت|طلب|طلبت|فضل|يكشف|تكشف|تسمه|يسمه|تسمها|يسمها|تسمهم|يسمهم|اشترط|اشترطت|رفضوا|طلبوا)$/.test(
    view.document.tokens[at]!.key,
  )
}

function clauseContent(view: SentenceView, opener: number, key: string): Content {
  // «أنه» and the like carry the subject of what is said; «ان ان» is a slip of the pen.
  const carries = !/^ب?ان$/.test(key)
  let from = carries ? opener : opener + 1
  if (!carries && /^ب?ان$/.test(view.document.tokens[from]?.key ?? '') && from + 1 < view.to) from++
  // «بأنها تخفي»: the «ب» is the verb's.
  return {
    opener,
    from,
    to: contentEnd(view, from),
    clause: true,
    ...(carries && key.startsWith('ب') && { joined: 1 as const }),
  }
}

function quoted(view: SentenceView, quotes: Quotes, opener: number, from: number, close: number): Content {
  let to = close
  while (close === view.to && to > from && /^[.،]$/.test(view.document.tokens[to - 1]!.text)) to--
  return { opener, from, to, clause: true, ...(close === view.to && quotes.open && { open: true }) }
}

/** «دعا إلى وقف …», «هدد بوقف …»: what is said behind a preposition of the verb. `other` where the preposition names somebody instead. */
function prepositional(
  view: SentenceView,
  verb: number,
  at: number,
  own: ReadonlySet<string>,
): Content | 'other' | 'nothing' | undefined {
  const { tokens } = view.document
  const token = tokens[at]!
  if (at > verb + NEAR || token.kind !== 'word') return undefined
  if (own.has(token.key) && isFunctionWord(token) && !THAT.has(tokens[at + 1]?.key ?? '')) {
    const next = view.startsAt.get(at + 1)
    // «تحدث إلى الصحيفة», «طلب من الحكومة»: whom he spoke to; «دعا إلى وقف»: what he called for.
    if (
      next &&
      next.type !== 'place' &&
      /^(?:الي|من)$/.test(token.key) &&
      next.via !== 'nisba' &&
      next.type !== 'group'
    )
      return 'other'
    // «كشف عن هويته», «في بيان»: nothing is said there.
    if (/^(?:هويته|اسمه|هويتها|اسمها)$/.test(tokens[at + 1]?.key ?? '')) return 'nothing'
    if (view.isTime(at + 1)) return 'other'
    // «نفى ما تردد», «نفى أي علاقة», «تساءل هل»: the opener is part of it.
    const from = /^(?:ما|اي|عما|هل)$/.test(token.key) ? at : at + 1
    return { opener: at, from, to: contentEnd(view, from), clause: false }
  }
  const joinedBa = own.has('ب') && /^ب(?!ان).{3,}/.test(token.key) && isBa(token.key)
  const joinedLam = own.has('ل') && /^ل(?!ان).{3,}/.test(token.key) && vocabulary().events.has(token.key.slice(1))
  if ((joinedBa || joinedLam) && !view.mentions.some((m) => (m.titleFrom ?? m.from) <= at && at < m.to))
    return { opener: at, from: at, to: contentEnd(view, at), clause: false, joined: 1 }
  return undefined
}

const MANNER =
  /^ب(?:شده|قوه|وضوح|حزم|صراحه|لهجه|دوره|دورها|مناسبه|حضور|شكل|صفه|عنوان|شان|خصوص|موجب|موجبه|موجبها|مقتضي|مقتضاه|فضل|سبب|جانب|اسم|حسب|تاريخ|رفقه|عباره|عبارات)$/

/** Whether the «ب» of a word is the preposition of what is said: not of how it was said. */
function isBa(key: string): boolean {
  if (MANNER.test(key) || vocabulary().speech.has(key)) return false
  return /^بال/.test(key) || vocabulary().events.has(key.slice(1)) || !vocabulary().events.has(key)
}

/** «نفت الشرطة استخدام الرصاص», «أعلنت السلطات اعتقال ثلاثة», «انتقد الحزب القانون»: what is said is told by a noun phrase. */
function saysByNoun(
  view: SentenceView,
  verb: number,
  at: number,
  entry: SpeechWord,
  own: ReadonlySet<string>,
): boolean {
  const token = view.document.tokens[at]!
  if (token.kind !== 'word' || isFunctionWord(token) || view.isTime(at) || /^(?:لل|بال)/.test(token.key)) return false
  if (PREPOSITIONS.has(view.document.tokens[at - 1]!.key) || isSelf(token.key)) return false
  const subjectEnds =
    view.mentions.some((m) => m.via !== 'nisba' && (m.titleFrom ?? m.from) > verb && m.to === at) ||
    view.mentions.some(
      (m) => m.via !== 'nisba' && (m.titleFrom ?? m.from) > verb && m.to <= at && (m.titleFrom ?? m.from) <= verb + 3,
    )
  if (!subjectEnds) return false
  // «نفى ما», «أدان ما»: verbs that take what is denied or condemned as their object, definite or not.
  const takesObject = entry.stance === 'denies' || (entry.stance === 'accuses' && own.has('ما'))
  if (/^ال/.test(token.key))
    return takesObject && !view.mentions.some((m) => m.to > at && (m.titleFrom ?? m.from) < at) && !isEpithet(view, at)
  if (view.mentions.some((m) => m.from <= at && at < m.to && m.via !== 'group')) return false
  if (entry.stance === 'denies' || takesObject) return true
  return (
    vocabulary()
      .events.get(token.key)
      ?.some((form) => form.kind === 'masdar') ?? false
  )
}

/** «الوزير السابق انتقد …»: an adjective or apposition of the subject, not the object. */
function isEpithet(view: SentenceView, at: number): boolean {
  const before = view.mentions.find((m) => m.to === at)
  return (
    before !== undefined &&
    (before.type === 'person' || before.via === 'nisba') &&
    /(?:ي|يه|ق|د)$/.test(view.document.tokens[at]!.key) &&
    !vocabulary().events.has(view.document.tokens[at]!.key.slice(2))
  )
}
