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
const isDatelineDash = perWord(({ text }) => /^[–—ـ-]$/.test(text))

/** Token index at which what begins at `from` says something of its own; `from` itself where nothing can go. At least `least` tokens are left. */
export function openingAt(view: SentenceView, from: number, to: number, least = 4): number {
  let at = from
  for (;;) {
    const next = behindJoiner(view, at, to)
    if (next === at || next > to - least) return at
    at = next
  }
}

// What a word can be that only joins the words behind it to what stands before: one of these, or 0.
const NO_WORD = 1
const JOINT = 2
/** «في», before «حين». */
const IN = 3
const FRAME = 4
const joinerOf = perWord((word): number => {
  const { kind, key } = word
  // A lone tatweel is a dash.
  if ((kind === 'mark' && !opensEnclosure({ word })) || key === '') return NO_WORD
  if (JOINTS.has(key)) return JOINT
  if (/^و?في$/.test(key)) return IN
  return key === 'فان' || FRAMES.some(([first]) => first === key) ? FRAME : 0
})

/** The token index behind what only joins the words at `at` to what stands before them; `at` itself where there is nothing of the kind. */
function behindJoiner(view: SentenceView, at: number, to: number): number {
  const { tokens } = view.document
  const joiner = joinerOf(tokens[at]!)
  if (joiner === NO_WORD) return at + 1
  let next = at === view.from ? behindDateline(view, at, to) : at
  if (next === at) next = behindDiscourse(view, at, to)
  if (next === at && joiner === FRAME) next = behindFrame(view, at, to)
  if (next > at) return next
  if (joiner === JOINT) return at + 1
  return joiner === IN && at + 1 < to && tokens[at + 1]!.key === 'حين' ? at + 2 : at
}

/** UTF-16 units of a conjunction joined to a word that is no verb; below zero where it is one only if a name begins behind it. */
const lettersOfJoint = perWord(({ text, key, kind }): number => {
  // «وردّت» answered; «وردت» came.
  const answered = /^و\u064E?ر\u064E?د\u0651/.test(text)
  if (!answered && (kind !== 'word' || !/^[وف].{2}/.test(key))) return 0
  const rest = key.slice(1)
  const isJoined = key[0] === 'و' && (FUNCTION_WORDS.has(rest) || /^(?:(?:ال|لل).{2}|[يت].{3})/.test(rest))
  return answered || isJoined ? offsetOfLetter(text, 1) : -offsetOfLetter(text, 1)
})

/** UTF-16 offset at which a point that begins with a token is shown to begin: behind a conjunction joined to the word. */
export function startOfPoint(view: SentenceView, at: number): number {
  const token = view.document.tokens[at]!
  const start = startOfClause(token)
  if (start > token.start) return start
  const letters = lettersOfJoint(token)
  if (letters >= 0) return start + letters
  return view.startsAt.get(at)?.conjunction === token.key[0] ? start - letters : start
}

/** «بيروت – «الوكالة»:», «الدوحة في 15 أكتوبر /قنا/», «عاجل:». */
function behindDateline(view: SentenceView, from: number, to: number): number {
  const { tokens } = view.document
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
    if (isDatelineDash(tokens[at]!) && at >= afterPlace) {
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
  const end = Math.min(to, from + LONGEST_DISCOURSE + 1)
  let head = from
  for (; head < end && !isDiscourse(tokens[head]!); head++)
    if (tokens[head]!.kind !== 'word' || (head > from && isFiniteVerb(tokens[head]!))) return from
  if (head === end) return from
  for (let at = from; at < end; at++) {
    const token = tokens[at]!
    if (isComma(token)) return at > head ? at + 1 : from
    if (token.kind !== 'word' || view.isTime(at) || view.startsAt.get(at)?.via === 'name') return from
    if (isFiniteVerb(token) && at > from) return at > head && DEMONSTRATIVE_END.has(tokens[at - 1]!.key) ? at : from
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
