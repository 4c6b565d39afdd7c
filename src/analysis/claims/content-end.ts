/** Where what is said ends: with its sentence, or where the reporter takes the floor again. */
import { clauseAt, type SentenceView } from '../events/sentence.ts'
import { startOfClause } from '../lexicon/conjunction.ts'
import { isFiniteVerb } from '../lexicon/finite.ts'
import { flagFor } from '../text/flags.ts'
import { opensQuote } from '../text/marks.ts'
import { perWord } from '../text/word.ts'
import { joinsByContext, sayingByContext } from './by-context.ts'
import { ENDS_LEAD } from './leads.ts'
import {
  isDirectedSaying,
  isSourceHead as isSpeaker,
  isThat,
  nounOfSaying,
  sayingNounAt,
  verbOfSaying,
} from './sayings.ts'

/** More words than this are not given as said by one saying. */
const LONGEST_CONTENT = 110

/** What is said goes on to the end of the sentence, or to a clause of the reporter's own. */
export function contentEnd(view: SentenceView, from: number): number {
  const { clauses } = view
  const { tokens, flags } = view.document
  const limit = Math.min(view.to, from + LONGEST_CONTENT)
  let to = limit
  let clause = 0
  for (let at = from + 2; at < limit; at++) {
    while (clause < clauses.length && clauses[clause]!.from < at) clause++
    const begins = clauses[clause]?.from === at
    if (!begins && (flags[at]! & MAY_END) === 0 && (flags[at + 1]! & ENDS_LEAD) === 0) continue
    if (endsBefore(view, at)) {
      to = at
      break
    }
  }
  while (to > from && tokens[to - 1]!.kind === 'mark' && !/^[»”")]$/.test(tokens[to - 1]!.text)) to--
  // A closing mark of a quote that was opened before it.
  const last = to > from ? tokens[to - 1]!.text : ''
  return (last === '»' || last === '”') && !hasOpening(view, from, to - 1) ? to - 1 : to
}

function hasOpening(view: SentenceView, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (opensQuote(view.document.tokens[at]!)) return true
  return false
}

/** Whether the reporter takes the floor again at a token. */
function endsBefore(view: SentenceView, at: number): boolean {
  const { tokens } = view.document
  const token = tokens[at]!
  if (token.kind !== 'word') return false
  const afterComma = isComma(tokens[at - 1]!)
  if (view.isName(at)) return afterComma && sayingNounAt(tokens, at)?.participle === true
  const verb = verbOfSaying(token)
  // «… وأضاف أن», «… وقال»: a new saying joined by «و».
  if (verb?.conjunction === 1 && verb.tense === 'past' && isFiniteVerb(token)) {
    const next = tokens[at + 1]
    if (opensSomething(view, at, 12) || (next && at + 1 < view.to && speaks(next))) return true
  }
  // «، فرد متحدث باسمها بأن».
  if (sayingByContext(view, at)?.conjunction === 1) return true
  const noun = sayingNounAt(tokens, at)
  if (noun?.participle && (afterComma || isSayingSo(token) || opensSomething(view, at, 2))) return true
  if (afterComma && isSource(token)) return true
  if (token.key === 'علي' && tokens[at + 1]?.key === 'حد' && /^(?:قول|تعبير|وصف|زعم)/.test(tokens[at + 2]?.key ?? ''))
    return true
  if (mayLeadToSource(token) && verbOrSourceBehind(view, at)) return true
  // «، قبل أن يقر بأن».
  if (afterComma && isBefore(token) && tokens[at + 1]?.key === 'ان' && tokens[at + 2] && verbOfSaying(tokens[at + 2]!))
    return true
  // «، كما حذرت …».
  if (afterComma && token.key === 'كما' && tokens[at + 1] && verbOfSaying(tokens[at + 1]!)) return true
  // «، وهو ما نفته …», «، الأمر الذي نفاه …».
  if (afterComma && pointsBack(token)) return isDirectedSaying(tokens, at) || opensWithSaying(view, at + 1, 4)
  // «…، لكنه نفى علمه بذلك».
  if (turns(token) && tokens[at + 1] && verbOfSaying(tokens[at + 1]!)?.conjunction === 0) return true
  const clause = clauseAt(view, at)
  if (clause.from !== at || clause.kind === 'main') return false
  return startsOwn(view, at, clause.kind)
}

/** The words that it may be told by, a clause that begins apart. */
const MAY_END = flagFor((word) => {
  const verb = verbOfSaying({ word })
  return (
    (verb?.conjunction === 1 && verb.tense === 'past') ||
    joinsByContext(word) ||
    nounOfSaying({ word })?.participle === true ||
    isSource({ word }) ||
    mayLeadToSource({ word }) ||
    isBefore({ word }) ||
    pointsBack({ word }) ||
    turns({ word })
  )
})

/** «… وندد البيان»: somebody who can say it stands right behind. */
const speaks = perWord((word) => /^ال/.test(word.key) && isSpeaker({ word }))
const isComma = perWord(({ text }) => /^[،,؛]$/.test(text))
const isBefore = perWord(({ key }) => /^(?:قبل|بعد)$/.test(key))
const pointsBack = perWord(({ key }) => /^(?:وهو|وهي|الامر|وهذا)$/.test(key))
const turns = perWord(({ key }) => /^و?لكن/.test(key))
const isSource = perWord(({ key }) => /^(?:بحسب|حسب|وفق|وفقا|حسبما|نقلا|طبقا)$/.test(key))
const mayLeadToSource = perWord(({ key }) => /^(?:بحسب|وفق|وفقا|حسبما|نقلا|كما)$/.test(key))
const opensContent = perWord((word) => isThat({ word }) || word.text === ':' || /^["«“]$/.test(word.text))
const isSayingSo = perWord(({ key }) => /^قاءل(?:ا|ه|ين)$/.test(key))
const leadsOn = perWord(({ key }) => /^(?:الي|علي|عن|من)$/.test(key))

function verbOrSourceBehind(view: SentenceView, at: number): boolean {
  const { tokens } = view.document
  const key = tokens[at]!.key
  const next = tokens[at + 1]
  if (next === undefined) return false
  if (key === 'كما') return verbOfSaying(next)?.tense === 'past' && !opensSomething(view, at + 1, 14)
  if (key === 'نقلا') return next.key === 'عن'
  if (next.key === 'ما') return tokens[at + 2] !== undefined && verbOfSaying(tokens[at + 2]!) !== undefined
  return key === 'حسبما' && verbOfSaying(next) !== undefined
}

function opensSomething(view: SentenceView, at: number, reach: number): boolean {
  const { tokens } = view.document
  for (let i = at + 1; i < Math.min(view.to, at + 1 + reach); i++) {
    const token = tokens[i]!
    if (opensContent(token)) return true
    if (i <= at + 6 && leadsOn(token)) return true
    if (isComma(token)) return false
  }
  return false
}

function opensWithSaying(view: SentenceView, at: number, reach: number): boolean {
  for (let i = at; i < Math.min(view.to, at + reach); i++) if (verbOfSaying(view.document.tokens[i]!)) return true
  return false
}

function startsOwn(view: SentenceView, at: number, kind: string): boolean {
  const token = view.document.tokens[at]!
  if (verbOfSaying(token)) return true
  if (kind === 'coordinate')
    return startOfClause(token) > token.start && isFiniteVerb(token) && !/^[وف]?(?:كان|كانت|قد)/.test(token.key)
  return /^(?:فيما|بينما|الامر)$/.test(token.key) || (token.key === 'في' && view.document.tokens[at + 1]?.key === 'حين')
}
