/** What is said: where it begins behind a word of saying, and where it ends. */

import type { SentenceView } from '../events/sentence.ts'
import { isFiniteVerb } from '../lexicon/finite.ts'
import { isFunctionWord, isRelative } from '../text/document.ts'
import { flagFor } from '../text/flags.ts'
import { fold } from '../text/fold.ts'
import { isComma } from '../text/marks.ts'
import type { Token } from '../text/tokens.ts'
import { perWord } from '../text/word.ts'
import { contentEnd } from './content-end.ts'
import { type Content, stretch } from './extent.ts'
import { hasObject, isObject, objectBehind } from './objects.ts'
import { isAccusative } from './passed.ts'
import { prepositional } from './prepositional.ts'
import { IS_QUOTE, type Quotes } from './quotes.ts'
import { isThat, nounOfSaying, sayingNounAt, verbOfSaying } from './sayings.ts'
import { phraseAt } from './speakers.ts'
import type { Speech } from './speech.ts'
import { passedBefore } from './subject-behind.ts'

/** An opener stands at most so many words behind the word of saying, the speaker and what is said of him between them. */
const OPENER_REACH = 32
/** The same behind a noun. */
const NOUN_REACH = 13
const LONGEST_PARENTHESIS = 18
/** A quote of fewer words is a word in inverted commas. */
const SHORTEST_QUOTE = 4

/** What is said behind a word of saying, or undefined where nothing is. */
export function contentBehind(
  view: SentenceView,
  quotes: Quotes,
  at: number,
  entry: Speech,
  isVerb: boolean,
): Content | undefined {
  const found = openedBehind(view, quotes, at, entry, isVerb)
  const object = isVerb ? objectBehind(view, at, entry, found?.clause === true) : undefined
  return object === undefined || (found && found.opener <= object)
    ? found
    : stretch(object, object, contentEnd(view, object), false)
}

/** «قبل أن», «من المقرر أن»: a clause that another word governs; «غير أن», «إلا أن»: one that turns against what stands before. */
const GOVERNS_THAT = new Set(
  'قبل بعد دون منذ رغم مع الى لولا لمجرد بعيد قبيل على حتي المقرر المنتظر المفترض المرتقب المتوقع الممكن الضروري يمكن يجب ينبغي يفترض ينتظر شريطه بشرط شرط اعتبار بحجه بدعوي بذريعه بسبب منطلق اساس امل عليه عليها عليهم علينا'
    .split(' ')
    .map(fold),
)
const WHEN = new Set(['قبل', 'بعد'])
/** «أي أن»: that is to say. */
const TURNS = new Set('غير الا بيد اي'.split(' '))

function openedBehind(
  view: SentenceView,
  quotes: Quotes,
  at: number,
  entry: Speech,
  isVerb: boolean,
): Content | undefined {
  const { tokens } = view.document
  const own = entry.openers
  const limit = Math.min(view.to - 1, at + OPENER_REACH)
  const participle = !isVerb && isParticipleAt(view, at)
  const blames = entry.lemma === 'حمل'
  if (!isVerb && !participle && !blames && !opensWithin(view, at + 1, at + NOUN_REACH)) return undefined
  let inRelative = false
  // Prepositions that open what is said stand near its word, or near the end of what is set apart behind it.
  let near = at
  for (let i = at + 1; i <= limit; i++) {
    const token = tokens[i]!
    // «حمّل الاتحاد الحكومة مسؤولية الأزمة», «محملا إياها المسؤولية عن الأزمة»: of what.
    if (blames && i > at + 1 && isBlame(token) && i + 2 < view.to && tokens[i + 1]!.kind === 'word') {
      return stretch(i, i, contentEnd(view, i), false)
    }
    if (isThat(token)) {
      const before = tokens[i - 1]!.key
      if (TURNS.has(before)) return undefined
      // «أعلن مقتل تسعة، قبل أن يقر بأن»: what another verb says.
      if (i > at + 1 && WHEN.has(before) && tokens[i + 1] && verbOfSaying(tokens[i + 1]!)) return undefined
      if (i > at + 1 && GOVERNS_THAT.has(before) && !own.has(before) && !own.has(`${before} ان`)) {
        inRelative = true
        continue
      }
      // «سجلت الحصيلة وسط تقديرات بأن»: what the noun says.
      if (
        isVerb &&
        i > at + 2 &&
        token.key.startsWith('ب') &&
        !own.has('بان') &&
        !own.has('ب') &&
        nounOfSaying(tokens[i - 1]!)
      )
        return undefined
      // «ألقى كلمة … أن»: a verb that takes no «أن» says nothing by it.
      if (isVerb && !entry.takesThat && !own.has(tokens[i - 1]!.key)) return undefined
      return clauseContent(view, i, token, entry)
    }
    if (token.text === ':' && i + 1 < view.to) {
      // «…، قبل أن يضيف:»: what another verb says.
      if (isVerb && (!entry.takesQuote || (i > at + 1 && verbOfSaying(tokens[i - 1]!)))) return undefined
      const close = quotes.closedBy.get(i + 1)
      if (close !== undefined) return quoted(view, quotes, i, i + 2, close)
      const from = isThat(tokens[i + 1]!) && !carriesMore(tokens[i + 1]!.key) ? i + 2 : i + 1
      return stretch(i, from, contentEnd(view, from), true)
    }
    // «وصفها بـ«الخطوة الأحادية»»: told by the words quoted, however few.
    if (token.key === 'ب' && (entry.isNaming || own.has('ب') || own.has('بان'))) {
      const closed = quotes.closedBy.get(i + 1)
      if (closed !== undefined) return quoted(view, quotes, i, i + 2, closed, true)
    }
    const close = token.kind === 'mark' ? quotes.closedBy.get(i) : undefined
    if (close !== undefined) {
      if (entry.isNaming && tokens[i - 1]!.kind !== 'mark' && tokens[i - 1]!.key !== 'ل') {
        const from = ofWhom(view, at, i)
        // A word in inverted commas says something only with what it is said of.
        const quote =
          from === undefined || (close - i <= 2 && from > i) ? undefined : quoted(view, quotes, i, from, close, true)
        if (quote) return { ...quote, to: from! < i && close < view.to ? close + 1 : quote.to }
      }
      if (close - i > SHORTEST_QUOTE && mayQuote(view, at, i, entry)) return quoted(view, quotes, i, i + 1, close)
      // «صحيفة "حرييت" …»: a word in inverted commas is passed.
      if (close < view.to) i = close
      continue
    }
    // «…، في بيان نشر أمس، أن»: what stands between two commas is passed.
    const comma = isComma(token)
    // A noun says nothing beyond its comma, nor beyond the next saying.
    if (!isVerb && !participle && (comma || nounOfSaying(token)?.participle)) return undefined
    // «نفى أن …، قائلا إن»: beyond its comma a participle of saying says it.
    if (i > at + 1 && tokens[i - 1]!.kind === 'mark' && sayingNounAt(tokens, i)?.participle) return undefined
    const parenthesis = comma ? endOfParenthesis(view, i, own) : undefined
    if (parenthesis !== undefined) {
      i = parenthesis
      near = i
      inRelative = false
      continue
    }
    // «اتهمت من سمتهم «مندسين» بإحراق», «وصف ما حصل بأنه»: whoever, whatever.
    const { key } = token
    if (isRelative(token) || ((key === 'من' || key === 'ما') && i < limit && isFiniteVerb(tokens[i + 1]!)))
      inRelative = true
    // «نفت الجماعة قتل أي أسير»: spelled like a verb, but the object of one.
    if (
      isVerb &&
      i > at + 1 &&
      isFiniteVerb(token) &&
      !/^[وف]/.test(key) &&
      !entry.takesAnyObject &&
      isObject(view, at, i, entry)
    )
      return stretch(i, i, contentEnd(view, i), false)
    if (
      i > at + 1 &&
      isFiniteVerb(token) &&
      !view.isName(i) &&
      !inRelative &&
      !isKeepingBack(view, i) &&
      !isAccusative(token)
    ) {
      // «كشف تقرير أممي صدر أمس عن», «توعد كل سائق ينقل الوقود بـ»: a verb that describes an indefinite noun.
      if (!(isVerb && describesNoun(view, at, i)) || (inRelative && verbOfSaying(token))) break
      inRelative = true
    }
    if (comma) inRelative = false
    if (isVerb || participle) {
      const behind = prepositional(view, near, i, entry)
      if (behind === 'nothing') return undefined
      if (behind === 'other') continue
      if (behind) return behind
      // «نافيا مقتل أي مدني», «مؤكدة توقيف خمسة»: what is said stands right behind.
      if (participle && i === at + 1 && hasObject(view, at, entry)) return stretch(i, i, contentEnd(view, i), false)
      if (participle && i > at + 9) return undefined
      if (isVerb && !inRelative && !entry.takesAnyObject && isObject(view, at, i, entry))
        return stretch(i, i, contentEnd(view, i), false)
    } else if (i >= at + NOUN_REACH) break
  }
  return undefined
}

/** What opens what a noun says, a blame apart. */
const OPENS = flagFor((word) => isThat({ word }) || word.text === ':')

/** Whether such a word or a quotation mark is within reach of a noun. */
function opensWithin({ document: { flags }, to }: SentenceView, from: number, last: number): boolean {
  for (let at = from; at <= last && at < to; at++) if ((flags[at]! & (OPENS | IS_QUOTE)) !== 0) return true
  return false
}

const isBlame = perWord(({ key }) => /^(?:ال)?(?:مسءوليه|تبعات|تبعه|وزر)$/.test(key))

/**
 * «اعتبره في بيان «خطأ»», «سمته النقابة «كارثة»»: where what is told by a quote behind the verb and its subject begins, nothing but that of
 * which it is told between («اعتبرت النقابة القرار «كارثة»»); undefined where it is not what something is called.
 */
function ofWhom(view: SentenceView, verb: number, quote: number): number | undefined {
  const first = passedBefore(view, verb + 1, quote)
  if (first === quote) return quote + 1
  const subject = phraseAt(view, first, quote)
  if (subject === undefined) return undefined
  const second = passedBefore(view, subject.to, quote)
  if (second === quote) return quote + 1
  const { key } = view.document.tokens[second]!
  const isObject = view.startsAt.get(second)?.preposition === '' || /^(?:ال.{2}|.{3,}(?:ه|ها|هم)$)/.test(key)
  const object = isObject ? phraseAt(view, second, quote) : undefined
  return object?.to === quote ? second : undefined
}

/** Whether a quote behind a saying is what was said: anywhere behind «قال»; of others, right behind the speaker («استنكر المصدر «…»»). */
function mayQuote(view: SentenceView, at: number, quote: number, entry: Speech): boolean {
  const { tokens } = view.document
  if (entry.stance === 'asserts' && (entry.opensQuotes || tokens[quote - 1]!.kind === 'mark')) return true
  if (entry.stance === 'asserts' || quote - at > 8) return false
  for (let i = at + 1; i < quote; i++) if (isFunctionWord(tokens[i]!)) return false
  return true
}

const isParticipleAt = (view: SentenceView, at: number): boolean =>
  sayingNounAt(view.document.tokens, at)?.participle ?? false

/** «ووصلوا»; of «وصلوا» the first letter is its own. */
const isJoined = perWord((word) => /^[وف]/.test(word.key) && !(PAST_OF_WAW.test(word.key) && isFiniteVerb({ word })))
const PAST_OF_WAW = /^وصل(?:ت|وا)?$|^و(?:قع|جد|عد|رد|لد|قف|ضع)(?:ت|وا)?$/

function describesNoun(view: SentenceView, verb: number, at: number): boolean {
  const { tokens } = view.document
  const noun = tokens[at - 1]!
  if (isJoined(tokens[at]!) || noun.kind !== 'word' || isFunctionWord(noun)) return false
  const subject = phraseAt(view, verb + 1, at)
  const from = subject?.to === at ? subject.from : at - 1
  // «دبلوماسي أوروبي تابع المحادثات إن»: called by an office, or by an adjective, without a name.
  const unnamed = subject?.mention?.via === 'title' || subject?.mention?.via === 'group'
  for (let i = from; i < at; i++)
    if (/^[وبلف]?ال/.test(tokens[i]!.key) || (view.isName(i) && !unnamed && view.startsAt.get(i)?.via !== 'nisba'))
      return false
  return true
}

/** The comma that closes a parenthesis before what is said, where one is opened by the comma at a token. */
function endOfParenthesis(view: SentenceView, at: number, own: ReadonlySet<string>): number | undefined {
  const { tokens } = view.document
  for (let i = at + 1; i < Math.min(view.to - 1, at + LONGEST_PARENTHESIS); i++) {
    const token = tokens[i]!
    if (isThat(token) || token.text === ':' || token.text === '؛') return undefined
    if (!isComma(token)) continue
    const next = tokens[i + 1]!
    if (
      isThat(next) ||
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

/** Whether there is more in it than «أن» and its preposition. */
const carriesMore = (key: string): boolean => !/^ب?ان$/.test(key)

function startsWithVerb(view: SentenceView, at: number): boolean {
  const { tokens } = view.document
  const verb = /^(?:لم|لن|لا|ما|قد|سوف)$/.test(tokens[at]!.key) ? at + 1 : at
  return verb < view.to && isFiniteVerb(tokens[verb]!) && !view.isName(verb)
}

function clauseContent(view: SentenceView, opener: number, { key, text }: Token, entry: Speech): Content {
  // «أنه» and the like carry the subject of what is said; «ان ان» is a slip of the pen.
  const carries = carriesMore(key)
  // «أنه سيطعن»: the verb tells its subject itself; «أنها غير قانونية» has it from the pronoun.
  const whole = carries && /^ب?ان(?:ه|ها|هم)$/.test(key) && opener + 2 < view.to && startsWithVerb(view, opener + 1)
  // «نفى أن يكون أحد قد غادر»: «أن» goes with what is only thought of.
  const thought = view.document.tokens[opener + 1]?.key ?? ''
  const stays =
    !carries && /^أن/.test(text) && /^[يت].{2}/.test(thought) && (entry.stance === 'denies' || /^[يت]كون/.test(thought))
  let from = (carries && !whole) || stays ? opener : opener + 1
  if (!carries && !stays && /^ب?ان$/.test(view.document.tokens[from]?.key ?? '') && from + 1 < view.to) from++
  // «بأنها تخفي»: the «ب» is the verb's.
  return stretch(opener, from, contentEnd(view, from), true, carries && !whole && key.startsWith('ب') ? 1 : 0)
}

function quoted(
  view: SentenceView,
  quotes: Quotes,
  opener: number,
  from: number,
  close: number,
  quote = false,
): Content {
  let to = close
  while (close === view.to && to > from && /^[.،]$/.test(view.document.tokens[to - 1]!.text)) to--
  return { opener, from, to, clause: true, joined: 0, quote, open: close === view.to && quotes.open }
}
