/** Where a point begins: behind dateline, discourse phrase and conjunction, which join a sentence to what a point does not show. */
import type { SentenceView } from '../events/sentence.ts'
import { startOfClause } from '../lexicon/conjunction.ts'
import { isFiniteVerb } from '../lexicon/finite.ts'
import { fold, offsetOfLetter } from '../text/fold.ts'
import { FUNCTION_WORDS } from '../text/function-words.ts'
import type { Token } from '../text/tokens.ts'

const keys = (words: string) => new Set(words.trim().split(/\s+/).map(fold))
/** Join a clause to the one before and can go with it. */
const JOINTS = keys('كما حيث وقد ولقد فقد وكذلك كذلك إذ وأيضا ثم وحيث بينما فيما وفيما وبينما لذلك ولذلك بل وكما قد')
/** Head words of phrases that say only where in the article one is: «من جهته», «في سياق متصل», «على الصعيد الداخلي». */
const DISCOURSE = keys(
  'جهته جهتها جهتهم جهة جانبه جانبها جانبهم ناحيته ناحيتها ناحية سياق السياق إطار الإطار صدد الصدد صعيد الصعيد المقابل بالمقابل بدوره بدورها بدورهم الأثناء غضون ذلك تطور بالتوازي بالموازاة المعطيات فعل دوليا محليا ميدانيا سياسيا اقتصاديا إقليميا أمنيا عربيا قضائيا ختاما أخيرا وأخيرا إنسانيا',
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
const LONGEST_DATELINE = 9
const FLAGS = keys('عاجل خاص حصري تقرير')
const COMMA = /^[،,]$/
const OPENERS = /^[«(["“]$/

/** Token index at which what begins at `from` says something of its own; `from` itself where nothing can go. At least `least` tokens are left. */
export function openingAt(view: SentenceView, from: number, to: number, least = 4): number {
  const { tokens } = view.document
  let at = from
  for (let turn = 0; turn < 4; turn++) {
    const before = at
    while (at < to - least && tokens[at]!.kind === 'mark' && !OPENERS.test(tokens[at]!.text)) at++
    if (at === view.from) at = behindDateline(view, at, to)
    at = behindDiscourse(view, at, to)
    at = behindFrame(view, at, to)
    if (at < to - least && JOINTS.has(tokens[at]!.key)) at++
    if (at === before) break
  }
  return at <= to - least ? at : from
}

/** UTF-16 offset at which a point that begins with a token is shown to begin: behind a conjunction joined to the word. */
export function startOfPoint(view: SentenceView, at: number): number {
  const token = view.document.tokens[at]!
  const start = startOfClause(token)
  if (start > token.start || token.kind !== 'word' || !/^[وف].{2}/.test(token.key)) return start
  const rest = token.key.slice(1)
  const named = view.mentions.find((m) => m.from === at)
  const joined =
    token.key[0] === 'و'
      ? FUNCTION_WORDS.has(rest) || /^(?:ال|لل).{2}/.test(rest) || named?.conjunction === 'و' || /^[يت].{3}/.test(rest)
      : named?.conjunction === 'ف'
  return joined ? token.start + offsetOfLetter(token.text, 1) : token.start
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
    if (/^[–—ـ-]$/.test(text) && at >= afterPlace) {
      dash = true
      end = at + 1
    }
    if (text === ':') return (named || dash) && (dash || view.isTime(at - 1)) ? at + 1 : from
  }
  return dash && named && end === afterPlace + 1 && to - end >= 8 ? end : from
}

function behindDiscourse(view: SentenceView, from: number, to: number): number {
  const { tokens } = view.document
  let heads = false
  for (let at = from; at < Math.min(to, from + LONGEST_DISCOURSE + 1); at++) {
    const token = tokens[at]!
    if (COMMA.test(token.text)) return heads ? at + 1 : from
    if (token.kind !== 'word' || view.isTime(at) || view.mentions.some((m) => m.from === at && m.via === 'name'))
      return from
    if (isFiniteVerb(token) && at > from) return heads && DEMONSTRATIVE_END.has(tokens[at - 1]!.key) ? at : from
    heads ||= DISCOURSE.has(token.key) || DISCOURSE.has(token.key.replace(/^و/, ''))
  }
  return from
}

/** Without «أن» what follows is a nominative: where that would show, the frame stays. */
function behindFrame(view: SentenceView, from: number, to: number): number {
  const { tokens } = view.document
  for (const frame of FRAMES) {
    const that = from + frame.length
    if (that + 4 >= to || tokens[that]!.key !== 'ان') continue
    if (!frame.every((word, i) => tokens[from + i]!.key === word)) continue
    const first: Token = tokens[that + 1]!
    return /(?:ين|...ا)$/.test(first.key) && !view.isName(that + 1) ? from : that + 1
  }
  return from
}
