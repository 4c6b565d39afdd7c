/** Where a point begins: behind dateline, discourse phrase and conjunction, which join a sentence to what a point does not show. */

import type { SentenceView } from '../events/sentence.ts'
import { startOfClause } from '../lexicon/conjunction.ts'
import { isFiniteVerb } from '../lexicon/finite.ts'
import { isFunctionWord } from '../text/document.ts'
import { fold, offsetOfLetter } from '../text/fold.ts'
import { FUNCTION_WORDS } from '../text/function-words.ts'
import { isComma, opensEnclosure } from '../text/marks.ts'
import { perWord } from '../text/word.ts'

const keys = (words: string) => new Set(words.trim().split(/\s+/).map(fold))
/** Join a clause to the one before and can go with it. */
const JOINTS = keys('كما حيث وقد ولقد فقد وكذلك كذلك إذ وأيضا ثم وحيث بينما فيما وفيما وبينما لذلك ولذلك بل وكما قد')
/** Head words of phrases that say only where in the article one is: «من جهته», «في سياق متصل», «على الصعيد الداخلي». */
const DISCOURSE = keys(
  'جهته جهتها جهتهم جهتهما جهة جانبه جانبها جانبهم جانبهما ناحيته ناحيتها ناحية سياق السياق إطار الإطار صدد الصدد صعيد الصعيد المقابل بالمقابل بدوره بدورها بدورهم الأثناء غضون ذلك تطور بالتوازي بالموازاة المعطيات فعل دوليا محليا ميدانيا سياسيا اقتصاديا إقليميا أمنيا عربيا قضائيا ختاما أخيرا وأخيرا إنسانيا',
)
/** Of a discourse phrase without a comma only these may go: «ووفق هذه المعطيات سارعت». */
const DEMONSTRATIVE_END = keys('المعطيات السياق الإطار الصدد الأثناء')
/** «يذكر أن», «والواقع أن»: say that something is said. */
const FRAMES = [
  'يذكر',
  'والجدير بالذكر',
  'الجدير بالذكر',
  'وتجدر الإشارة إلى',
  'تجدر الإشارة إلى',
  'ومعلوم',
  'معلوم',
  'ومن المعلوم',
  'والواقع',
  'الواقع',
  'ويذكر',
].map((frame) => frame.split(' ').map(fold))
const LONGEST_DISCOURSE = 6
const isDiscourse = perWord(({ key }) => DISCOURSE.has(key) || DISCOURSE.has(key.replace(/^و/, '')))
const LONGEST_DATELINE = 9
const FLAGS = keys('عاجل خاص حصري تقرير')

/** Token index at which what begins at `from` says something of its own; `from` itself where nothing can go. At least `least` tokens are left. */
export function openingAt(view: SentenceView, from: number, to: number, least = 4): number {
  let at = from
  for (;;) {
    const next = STEPS.map((step) => step(view, at, to)).find((found) => found > at)
    if (next === undefined || next > to - least) return at
    at = next
  }
}

/** Each gives the token index behind what it knows, or the index that it was given. */
const STEPS: readonly ((view: SentenceView, at: number, to: number) => number)[] = [
  behindMark,
  behindDateline,
  behindDiscourse,
  behindFrame,
  behindJoint,
]

function behindMark(view: SentenceView, at: number): number {
  const token = view.document.tokens[at]!
  // A lone tatweel is a dash.
  return (token.kind === 'mark' && !opensEnclosure(token)) || token.key === '' ? at + 1 : at
}

function behindJoint(view: SentenceView, at: number, to: number): number {
  const { tokens } = view.document
  if (JOINTS.has(tokens[at]!.key)) return at + 1
  return at + 1 < to && /^و?في$/.test(tokens[at]!.key) && tokens[at + 1]!.key === 'حين' ? at + 2 : at
}

/** UTF-16 offset at which a point that begins with a token is shown to begin: behind a conjunction joined to the word. */
export function startOfPoint(view: SentenceView, at: number): number {
  const token = view.document.tokens[at]!
  // «وردّت» answered; «وردت» came.
  if (/^و\u064E?ر\u064E?د\u0651/.test(token.text)) return token.start + offsetOfLetter(token.text, 1)
  const start = startOfClause(token)
  if (start > token.start || token.kind !== 'word' || !/^[وف].{2}/.test(token.key)) return start
  const rest = token.key.slice(1)
  const named = view.startsAt.get(at)
  const joined =
    token.key[0] === 'و'
      ? FUNCTION_WORDS.has(rest) || /^(?:ال|لل).{2}/.test(rest) || named?.conjunction === 'و' || /^[يت].{3}/.test(rest)
      : named?.conjunction === 'ف'
  return joined ? token.start + offsetOfLetter(token.text, 1) : token.start
}

/** «بيروت – «الوكالة»:», «الدوحة في 15 أكتوبر /قنا/», «عاجل:». */
function behindDateline(view: SentenceView, from: number, to: number): number {
  const { tokens } = view.document
  if (from !== view.from) return from
  if (FLAGS.has(tokens[from]!.key) && /^[:|–-]$/.test(tokens[from + 1]?.text ?? '')) return from + 2
  const place = view.startsAt.get(from)
  const named = place && (place.type === 'place' || place.type === 'state') && place.via === 'name'
  const afterPlace = place?.to ?? from + 1
  let dash = false
  let slashes = 0
  let end = from
  for (let at = from + 1; at < Math.min(to, from + LONGEST_DATELINE); at++) {
    const { text } = tokens[at]!
    if (!view.isName(at) && isFiniteVerb(tokens[at]!)) break
    if (text === '/' && ++slashes === 2) return at + 1
    if (/^[–—ـ-]$/.test(text) && at >= afterPlace) {
      dash = true
      end = at + 1
    }
    if (text === ':') return (named || dash) && (dash || view.isTime(at - 1)) ? at + 1 : from
  }
  if (!dash || to - end < 8) return from
  // «صور – قُتل»: whatever stands before a dash and a verb is a place.
  const slash = tokens.slice(from, end).some((token) => token.text === '/')
  if (isBare(view, from, end - 1) && (named || slash || isFiniteVerb(tokens[end]!))) return end
  if (!named) return from
  for (let at = afterPlace, inside = 0; at < end; at++) {
    const { kind, text } = tokens[at]!
    if (text === '(') inside++
    else if (text === ')') inside--
    else if (kind === 'word' && !view.isTime(at) && inside === 0) return from
  }
  return end
}

/** A few words that are neither verbs nor of a closed class. */
function isBare(view: SentenceView, from: number, to: number): boolean {
  const { tokens } = view.document
  if (to - from > 4) return false
  for (let at = from; at < to; at++) {
    const token = tokens[at]!
    if (token.kind === 'mark' ? token.text !== '/' : isFunctionWord(token) || token.kind !== 'word') return false
  }
  return true
}

function behindDiscourse(view: SentenceView, from: number, to: number): number {
  const { tokens } = view.document
  let heads = false
  for (let at = from; at < Math.min(to, from + LONGEST_DISCOURSE + 1); at++) {
    const token = tokens[at]!
    if (isComma(token)) return heads ? at + 1 : from
    if (token.kind !== 'word' || view.isTime(at) || view.startsAt.get(at)?.via === 'name') return from
    if (isFiniteVerb(token) && at > from) return heads && DEMONSTRATIVE_END.has(tokens[at - 1]!.key) ? at : from
    heads ||= isDiscourse(token)
  }
  return from
}

/** Without «أن» what follows is a nominative: where that would show, the frame stays. */
function behindFrame(view: SentenceView, from: number, to: number): number {
  const { tokens } = view.document
  if (tokens[from]!.key === 'فان' && from + 4 < to) return showsAccusative(view, from + 1) ? from : from + 1
  for (const frame of FRAMES) {
    const that = from + frame.length
    if (that + 4 >= to || tokens[that]!.key !== 'ان') continue
    if (!frame.every((word, i) => tokens[from + i]!.key === word)) continue
    return showsAccusative(view, that + 1) ? from : that + 1
  }
  return from
}

/** Whether a word is written otherwise behind «أن» than without it: «مسلحين», «وفدا», «بقاءه». */
export function showsAccusative(view: SentenceView, at: number): boolean {
  const { key, text } = view.document.tokens[at]!
  return (/(?:ين|...ا)$/.test(key) || /اء(?:ه|ها|هم|هما)$/.test(text)) && view.startsAt.get(at)?.via !== 'name'
}
