/** The words of a sentence that tell an event: verbs, masdars, nouns and fixed phrases, each read by what stands before it. */
import type { EventWord } from '../lexicon/schema.ts'
import { type TriggerForm, vocabulary } from '../lexicon/vocabulary.ts'
import { bare, withoutPronoun } from '../text/clitics.ts'
import { type Document, isFunctionWord, isRelative } from '../text/document.ts'
import { fold } from '../text/fold.ts'
import { PREPOSITIONS } from '../text/function-words.ts'
import { numberAt } from '../text/numbers.ts'
import type { Token } from '../text/tokens.ts'
import { perWord } from '../text/word.ts'
import {
  eventReadings,
  halPhraseReadings,
  halReading,
  type PhraseReading,
  type PhraseWord,
  phraseReadings,
  standsFor,
} from './forms.ts'
import { isBoundVerb, measures } from './nouns.ts'
import { restOfPhrase } from './rest-of-phrase.ts'
import type { SentenceView } from './sentence.ts'

export interface Trigger {
  /** Token indexes, half-open. */
  from: number
  to: number
  entry: EventWord
  kind: TriggerForm<EventWord>['kind']
  /** Verbs: as the form tells it; a masdar behind «تم» is passive. */
  voice: 'active' | 'passive' | 'either'
  subject?: 'masculine' | 'feminine' | 'plural' | 'first'
  tense?: 'past' | 'present'
  future: boolean
  /** «ب», «ل», «ك» joined before a noun; the free preposition before it otherwise. */
  preposition?: string
  definite: boolean
  /** A pronoun is joined to it: the object of a verb, the owner of a masdar. */
  pronoun: boolean
  /** Token indexes of the further words of a phrase. */
  phrase: number[]
}

/** The verb stands so far from the rest of its phrase at most («فرضت الولايات المتحدة أمس عقوبات»). */
const PHRASE_REACH = 10
/** The same with the expressions of time between. */
const WIDEST_REACH = 20
/** Words from a participle behind a comma to the rest of its phrase, at most. */
const HAL_REACH = 4
/** Words from a verb back to the noun before its relative pronoun that its phrase may be made with, at most. */
const ANTECEDENT_REACH = 6
/** Words to what is counted, with its number between. */
const COUNTED_REACH = 5
const DAWN = 'فجر'
const COMMAS = new Set(['،', ',', '»', '–', '-'])
/** Nouns whose genitive is told by a masdar behind them: «عملية اختطاف», «حادثة تفجير». */
const SUPPORTS = new Set(
  'عمليه عمليات حادثه حادث حوادث محاوله محاولات قضيه مساله موضوع اعمال جريمه جراءم تهمه'.split(' ').map(fold),
)
const PASSIVE_SUPPORTS = new Set('تم تمت يتم تتم سيتم ستتم جري جرت يجري سيجري'.split(' '))
/** Behind these a present is shortened. */
const JUSSIVE_PARTICLES = new Set('لم لا لما ولم ولا ولما فلم فلا فلما'.split(' '))
/** Behind these stands a verb, never a bare noun. */
const VERB_PARTICLES = new Set('قد لقد لم لن سوف'.split(' '))
const VERB_OPENERS = new Set('قد وقد فقد لقد لم لن سوف الذي التي الذين كما حيث ما ان بان'.split(' '))

/** The triggers among the tokens of a sentence, in order. */
export function triggersOf(view: SentenceView): Trigger[] {
  const { document, from, to } = view
  const found: Trigger[] = []
  const usedByPhrase = new Set<number>()
  const isTold = (i: number) => found.some((t) => t.from === i && !(t.entry.weak && t.phrase.length === 0))
  for (let at = from; at < to; at++) {
    const token = document.tokens[at]!
    if (!mayTell(token)) continue
    if (at > from && token.key === 'الاجتماع' && /^(?:ال|ب|ل)?علم$/.test(document.tokens[at - 1]!.key)) continue
    if (isBoundVerb(document.tokens, at) || measures(document.tokens, at)) continue
    if (isNoLonger(document.tokens, at) || isNamedTreaty(view, at)) continue
    // «شهر أكتوبر», «نهاية الأسبوع»: what tells the time tells no event.
    if (usedByPhrase.has(at) || view.isName(at) || view.isTime(at)) continue
    // «فجر» is dawn, unless no time is told by it and a clause begins: «فجر انتحاري نفسه».
    if (
      isFunctionWord(token) &&
      !(token.key === DAWN && opensClause(at > from ? document.tokens[at - 1] : undefined, token))
    )
      continue
    const trigger = halAt(view, at) ?? phraseAt(view, at, isTold) ?? wordAt(document, at, from)
    if (trigger === undefined) continue
    for (const index of trigger.phrase) usedByPhrase.add(index)
    found.push(trigger)
  }
  return found
}

/** Whether a word by itself may tell an event: most words don't, and nothing else need be asked of them. */
const mayTell = perWord(
  (word) =>
    word.kind === 'word' &&
    (halReading({ word }) !== undefined ||
      halPhraseReadings({ word }).length > 0 ||
      phraseReadings({ word }).length > 0 ||
      eventReadings({ word }).length > 0),
)

const comesBack = perWord(({ key }) => /^[يت]عد(?:وا)?$/.test(key))

/** «لم يعد التخادم سرا»: no longer; «لم تعد الوزيرة إلى …» comes back. */
function isNoLonger(tokens: readonly Token[], at: number): boolean {
  if (!comesBack(tokens[at]!) || !/^[وف]?لم$/.test(tokens[at - 1]?.key ?? '')) return false
  for (let i = at + 1; i < at + 5; i++) if (/^(?:الي|من|ل.{3,})$/.test(tokens[i]?.key ?? '')) return false
  return true
}

const TREATIES = /^[وف]?(?:ب|ل)?(?:ال)?(?:اتفاق|اتفاقيه|اتفاقيات|معاهده|بروتوكول|ميثاق)$/
const isTreaty = perWord(({ key }) => TREATIES.test(key))

/** «اتفاق 1968», «اتفاقية فيينا»: a treaty called by its year or town has long been made. */
function isNamedTreaty({ document: { tokens }, isName }: SentenceView, at: number): boolean {
  const next = tokens[at + 1]
  if (next === undefined || !isTreaty(tokens[at]!)) return false
  if (next.kind === 'number') return /^(?:1[89]|20)\d\d$/.test(next.key)
  return isName(at + 1) && TOWNS.test(next.key)
}
const TOWNS =
  /^(?:الطاءف|فيينا|جنيف|لاهاي|مدريد|روما|باريس|ستوكهولم|كيوتو|مونتريال|اوسلو|لوزان|برن|بروكسل|دايتون|ريو|رامسار|بازل)$/

/** «…، متهما الحكومة بـ…»: a participle behind a comma, said of the subject before it. */
function halAt(view: SentenceView, at: number): Trigger | undefined {
  const { document, from } = view
  const token = document.tokens[at]!
  const before = document.tokens[at - 1]
  if (at - 1 <= from || before?.kind !== 'mark' || !COMMAS.has(before.text)) return undefined
  const plain = halReading(token)
  let phrase: number[] = []
  let entry = plain?.entry
  let verb = plain?.verb
  for (const reading of halPhraseReadings(token)) {
    const rest = restOfPhrase(view, at, reading.rest, HAL_REACH)
    if (rest === undefined || rest.length <= phrase.length) continue
    phrase = rest
    ;({ entry, verb } = reading)
  }
  if (entry === undefined || verb === undefined) return undefined
  const { subject, tense } = verb
  return {
    from: at,
    to: at + 1,
    entry,
    kind: 'hal',
    voice: 'active',
    subject,
    tense,
    future: false,
    preposition: undefined,
    definite: false,
    pronoun: false,
    phrase,
  }
}

function wordAt(document: Document, at: number, from: number): Trigger | undefined {
  const token = document.tokens[at]!
  const readings = eventReadings(token)
  if (readings.length === 0) return undefined
  let best: Trigger | undefined
  let bestRank = -1
  const before = at > from ? document.tokens[at - 1] : undefined
  const nounExpected = before !== undefined && expectsNoun(before)
  const marbuta = token.text.endsWith('ة')
  const opens = opensClause(before, token)
  for (const { form, future, preposition, definite, pronoun, candidate } of readings) {
    // Ta marbuta folds to the pronoun «ه», but is none.
    if (marbuta && pronoun) continue
    // «السائق ومساعده»: his assistant, no help.
    if (isSomebodys(token)) continue
    const isVerb = candidate.kind === 'verb'
    if (isVerb && (definite || (preposition !== '' && !(preposition === 'ل' && candidate.verb?.tense === 'present'))))
      continue
    if (isVerb && (nounExpected || marbuta)) continue
    // «أمن», «دعم», «حكم»: three bare letters are a verb only where a clause begins.
    if (
      isVerb &&
      !opens &&
      form.length <= 3 &&
      candidate.verb?.tense === 'past' &&
      candidate.verb.subject === 'masculine'
    )
      continue
    // «مرسوم صادر عن …»: what is spelled like a past of form III is a participle where no clause begins.
    if (
      isVerb &&
      !opens &&
      candidate.verb?.tense === 'past' &&
      candidate.verb.subject === 'masculine' &&
      /^.ا..$/.test(form)
    )
      continue
    if (candidate.verb?.jussive && !(before && JUSSIVE_PARTICLES.has(before.key))) continue
    if (!isVerb && future) continue
    if (!isVerb && !definite && !pronoun && before !== undefined && VERB_PARTICLES.has(before.key)) continue
    let rank = isVerb ? 2 : candidate.kind === 'masdar' || candidate.kind === 'noun' ? 3 : 1
    // Spelled alike («دعم»): a verb opens its clause, a masdar stands behind a noun, a preposition or the article.
    if (isVerb && (before === undefined || before.kind === 'mark' || VERB_OPENERS.has(before.key))) rank += 3
    if (isVerb && candidate.verb?.subject !== 'masculine') rank += 2
    if (!candidate.entry.weak) rank += 0.5
    else if (candidate.entry.withPeople && isVerb) rank += 0.25
    if (rank <= bestRank) continue
    bestRank = rank
    best = {
      from: at,
      to: at + 1,
      entry: candidate.entry,
      kind: candidate.kind,
      voice: voiceOf(candidate, before?.key),
      subject: candidate.verb?.subject,
      tense: candidate.verb?.tense,
      future: future || before?.key === 'سوف',
      preposition: prepositionOf(preposition, before?.key),
      definite,
      pronoun,
      phrase: [],
    }
  }
  return best
}

/** Whether a word is a title with the pronoun of whose it is. */
const isSomebodys = perWord(({ key, text }) => {
  const stem = /^[وف]?(.{4,})ه$/.exec(key)?.[1]
  return stem !== undefined && !text.endsWith('ة') && vocabulary().titles.has(stem)
})

/** Whether a verb may begin at a token: behind nothing, a mark, a particle or a relative, with «و» or «ف», or behind a definite word that may be its subject. */
export function opensClause(before: Token | undefined, token: Token): boolean {
  if (before === undefined || before.kind === 'mark' || token.key[0] === 'و' || token.key[0] === 'ف') return true
  return letsVerbBegin(before)
}

/** «من جهته رفض …», «بدورها نفت …»: for his part. */
const FOR_ONES_PART = /^(?:جهت|جانب|ناحيت|[وب]?بدور)(?:ه|ها|هم|هما)$/
export const isForOnesPart = perWord(({ key }) => FOR_ONES_PART.test(key))
const letsVerbBegin = perWord(
  (word) =>
    isForOnesPart({ word }) || (isFunctionWord({ word }) ? !PREPOSITIONS.has(word.key) : bare(word.key) !== word.key),
)

function prepositionOf(joined: string, before: string | undefined): string | undefined {
  if (joined !== '') return joined
  return before !== undefined && PREPOSITIONS.has(before) ? before : undefined
}

function voiceOf(candidate: TriggerForm<EventWord>, before: string | undefined): Trigger['voice'] {
  if (candidate.verb) return candidate.verb.voice
  if (candidate.kind === 'passive-participle') return 'passive'
  return before !== undefined && PASSIVE_SUPPORTS.has(bare(before).replace(/^[وف]/, '')) ? 'passive' : 'active'
}

/** A preposition, a quantifier or a supporting noun wants a noun behind it. */
const expectsNoun = perWord(({ key, text }) => {
  if (key === 'ما' || key === 'بعدما' || key === 'عندما') return false
  return (
    (PREPOSITIONS.has(key) && !(key === 'علي' && text.endsWith('ي'))) ||
    SUPPORTS.has(bare(key).replace(/^[وف](?=.{4})/, '')) ||
    /^(?:اي|كل|بعض|عده|مزيد|عدم|دون)$/.test(key)
  )
})

function phraseAt(view: SentenceView, at: number, isTold: (at: number) => boolean): Trigger | undefined {
  const readings = phraseReadings(view.document.tokens[at]!)
  return readings.length === 0 ? undefined : phraseOf(view, at, readings, isTold)
}

function phraseOf(
  view: SentenceView,
  at: number,
  readings: readonly PhraseReading[],
  isTold: (at: number) => boolean,
): Trigger | undefined {
  const { document, from, to, phraseBits } = view
  const token = document.tokens[at]!
  const before = at > from ? document.tokens[at - 1] : undefined
  const verbExpected = !token.text.endsWith('ة') && !(before && expectsNoun(before))
  const opens = verbExpected && opensClause(before, token)
  let near = 0
  const behindRelative = before !== undefined && isRelative(before)
  const nearTo = Math.min(to, at + 1 + WIDEST_REACH)
  for (let i = Math.max(from, at - ANTECEDENT_REACH); i < nearTo; i++) near |= phraseBits[i]!
  // «استرجاع عشرات القطع من الأسلحة»: a count may come between.
  const reach = numberAt(document.tokens, at + 1) ? COUNTED_REACH : 2
  let best: Trigger | undefined
  let bestExact = 0
  for (const reading of readings) {
    const { rest: words } = reading
    if (words.length > 0 && (words[0]!.bit & near) === 0) continue
    const { entry, form, verb, future, preposition, definite, pronoun } = reading
    // «لوحة»: ta marbuta folds to the pronoun «ه», but is none.
    if (pronoun && token.text.endsWith('ة')) continue
    const bareRoot = form.length <= 3 && verb?.tense === 'past' && verb.subject === 'masculine'
    // «سحب قواتها», «فرض عقوبات»: the masdar of a bare root is spelled like its past.
    const asVerb = verb !== undefined && (form.length > 3 ? verbExpected : opens)
    if (verb && !asVerb && !bareRoot) continue
    if (asVerb && (definite || (preposition !== '' && !(preposition === 'ل' && verb.tense === 'present')))) continue
    const rest =
      restOfPhrase(view, at, words, asVerb ? PHRASE_REACH : reach) ??
      (asVerb && words.length === 1
        ? nounBefore(document, at, from, words[0]!, entry, pronoun && behindRelative, pronoun, isTold)
        : undefined)
    // Of two phrases of one verb the longer one, then the nearer one is meant («تبنى التنظيم الهجوم في بيان»).
    if (rest === undefined) continue
    // «إلى محاسبة الجناة وسحب جنودها»: a verb for a man has no soldiers of hers.
    const ofHer =
      asVerb &&
      bareRoot &&
      rest[0] === at + 1 &&
      verb.subject === 'masculine' &&
      /.{3}ها$/.test(document.tokens[at + 1]!.key)
    let exact = 0
    for (let k = 0; k < rest.length; k++) if (isSpelledAs(document.tokens[rest[k]!]!, words[k]!)) exact++
    if (
      best &&
      (best.phrase.length > rest.length ||
        (best.phrase.length === rest.length &&
          ((best.phrase.at(-1) ?? 0) < (rest.at(-1) ?? 0) ||
            ((best.phrase.at(-1) ?? 0) === (rest.at(-1) ?? 0) && bestExact >= exact))))
    )
      continue
    bestExact = exact
    best = {
      from: at,
      to: rest.length > 0 && rest.at(-1) === at + rest.length ? at + 1 + rest.length : at + 1,
      entry,
      kind: asVerb && !ofHer ? 'verb' : 'masdar',
      voice:
        asVerb && !ofHer ? verb.voice : before !== undefined && PASSIVE_SUPPORTS.has(before.key) ? 'passive' : 'active',
      subject: asVerb && !ofHer ? verb.subject : undefined,
      tense: asVerb && !ofHer ? verb.tense : undefined,
      future: future || before?.key === 'سوف',
      preposition: asVerb ? undefined : prepositionOf(preposition, before?.key),
      definite,
      pronoun: false,
      phrase: rest,
    }
  }
  return best
}

/** Whether a token is a word of a phrase as it is spelled, whatever its pronoun: «سفيرها» for «سفيره», but not for «سفير». */
function isSpelledAs(token: Token, word: PhraseWord): boolean {
  if (token.key === word.key || bare(token.key) === word.key) return true
  const owned = withoutPronoun(token.key)
  return owned !== undefined && word.key === `${owned}ه`
}

/** The noun of a verb's phrase where it stands before the verb: before its relative pronoun, or as the subject of a verb without object («قواتها انتشرت»). */
function nounBefore(
  document: Document,
  at: number,
  from: number,
  word: PhraseWord,
  entry: EventWord,
  relative: boolean,
  taken: boolean,
  isTold: (at: number) => boolean,
): number[] | undefined {
  if (relative) return antecedentPhrase(document, at, from, word, isTold)
  // «وهو عرض قبله السودان»: an indefinite noun needs no relative pronoun.
  if (taken && at > from && !isTold(at - 1) && isIndefinite(document.tokens[at - 1]!))
    return standsFor(document.tokens[at - 1]!).includes(word) ? [at - 1] : undefined
  if (entry.object !== 'none') return undefined
  let end = at - 1
  while (end > from && /^(?:قد|لم|لن|لا|سوف)$/.test(document.tokens[end]!.key)) end--
  return end >= from && standsFor(document.tokens[end]!).includes(word) && !isTold(end) ? [end] : undefined
}

const isIndefinite = perWord(
  ({ kind, key }) => kind === 'word' && bare(key) === key && withoutPronoun(key) === undefined,
)

/** «الرسوم التي فرضتها …»: the noun of a verb's phrase before its relative pronoun, unless it tells the event itself. */
function antecedentPhrase(
  document: Document,
  at: number,
  from: number,
  word: PhraseWord,
  isTold: (at: number) => boolean,
): number[] | undefined {
  for (let i = at - 2; i >= Math.max(from, at - ANTECEDENT_REACH); i--) {
    const token = document.tokens[i]!
    if (token.kind !== 'word') return undefined
    if (standsFor(token).includes(word)) return isTold(i) ? undefined : [i]
  }
  return undefined
}
