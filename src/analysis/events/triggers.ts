/** The words of a sentence that tell an event: verbs, masdars, nouns and fixed phrases, each read by what stands before it. */
import type { EventWord } from '../lexicon/schema.ts'
import { type TriggerForm, vocabulary } from '../lexicon/vocabulary.ts'
import { bare } from '../text/clitics.ts'
import { isFunctionWord } from '../text/document.ts'
import { flagFor } from '../text/flags.ts'
import { PREPOSITIONS } from '../text/function-words.ts'
import type { Token } from '../text/tokens.ts'
import { perWord } from '../text/word.ts'
import { justBefore } from './before.ts'
import { type EventReading, eventReadings, halPhraseReadings, halReading, phraseReadings } from './forms.ts'
import { isBoundVerb, measures } from './nouns.ts'
import { expectsNoun, opensClause, PASSIVE_SUPPORTS, prepositionOf } from './openers.ts'
import { phraseAt } from './phrase-triggers.ts'
import { lookAt } from './phrase-words.ts'
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

/** Words from a participle behind a comma to the rest of its phrase, at most. */
const HAL_REACH = 4
const DAWN = 'فجر'
const ACROSS = new Set(['عبر', 'وعبر'])
const COMMAS = new Set(['،', ',', '»', '–', '-'])
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
  const sight = lookAt(view)
  const isTold = (i: number) => found.some((t) => t.from === i && !(t.entry.weak && t.phrase.length === 0))
  for (let at = from; at < to; at++) {
    if ((document.flags[at]! & MAY_TELL) === 0) continue
    const token = document.tokens[at]!
    if (at > from && token.key === 'الاجتماع' && /^(?:ال|ب|ل)?علم$/.test(document.tokens[at - 1]!.key)) continue
    if (isBoundVerb(document.tokens, at) || measures(document.tokens, at)) continue
    if (isNoLonger(document.tokens, at) || isNamedTreaty(view, at)) continue
    // «شهر أكتوبر», «نهاية الأسبوع»: what tells the time tells no event.
    if (usedByPhrase.has(at) || view.isName(at) || view.isTime(at)) continue
    // «فجر» is dawn, unless no time is told by it and a clause begins: «فجر انتحاري نفسه».
    if (
      isFunctionWord(token) &&
      !(token.key === DAWN && opensClause(at > from ? document.tokens[at - 1] : undefined, token)) &&
      !ACROSS.has(token.key)
    )
      continue
    const trigger = halAt(view, at, found.at(-1)) ?? phraseAt(sight, at, isTold) ?? wordAt(view, at)
    if (trigger === undefined) continue
    // «عبر الرئيس عن شكره», but «عبر الحدود».
    if (ACROSS.has(token.key) && document.tokens[trigger.phrase[0] ?? at]!.key !== 'عن') continue
    if (!isOfAnAct(trigger, document.tokens)) for (const index of trigger.phrase) usedByPhrase.add(index)
    found.push(trigger)
  }
  return found
}

/** «أمر بنشر جنود», «دانت استهداف السفينة»: what is asked for, promised or condemned is an act of its own. */
const isOfAnAct = ({ entry, kind, phrase }: Trigger, tokens: readonly Token[]) =>
  phrase.length === 1 &&
  (kind === 'verb' || kind === 'hal') &&
  ((entry.prepositions.ب === 'act' && tokens[phrase[0]!]!.key.startsWith('ب')) ||
    (entry.type === 'ACCUSE' && entry.verb?.past === 'دان'))

/** Whether a word by itself may tell an event: most words don't, and nothing else need be asked of them. */
const MAY_TELL = flagFor(
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

/** «…، متهما الحكومة بـ…»: a participle behind a comma, or behind a protest («اعتصم العمال … مطالبين بـ…»), said of the subject before it. */
function halAt(view: SentenceView, at: number, last: Trigger | undefined): Trigger | undefined {
  const { document, from } = view
  const token = document.tokens[at]!
  const before = document.tokens[at - 1]
  if (at - 1 <= from || before === undefined) return undefined
  if (before.kind === 'mark' ? !COMMAS.has(before.text) : !isSaidOfProtesters(token, before, last, at)) return undefined
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

/** Words from a protest to what the protesters call, at most. */
const PROTESTERS_REACH = 20

const isSaidOfProtesters = (token: Token, before: Token, last: Trigger | undefined, at: number): boolean =>
  last !== undefined &&
  last.kind === 'verb' &&
  last.entry.type === 'PROTEST' &&
  at - last.from <= PROTESTERS_REACH &&
  /ين$/.test(token.key) &&
  halReading(token) !== undefined &&
  before.kind === 'word' &&
  !PREPOSITIONS.has(before.key)

function wordAt(view: SentenceView, at: number): Trigger | undefined {
  const { document, from } = view
  const token = document.tokens[at]!
  const readings = eventReadings(token)
  if (readings.length === 0) return undefined
  // «السائق ومساعده»: his assistant, no help.
  if (isSomebodys(token)) return undefined
  let best: EventReading | undefined
  let bestRank = -1
  const before = at > from ? document.tokens[at - 1] : undefined
  const nounExpected = before !== undefined && expectsNoun(before)
  const marbuta = token.text.endsWith('ة')
  const behindSubject = mayBeBarePast(token) && justBefore(view, at, 'masculine') !== undefined
  const opens = opensClause(before, token) || behindSubject
  for (const reading of readings) {
    const { form, future, preposition, definite, pronoun, candidate } = reading
    // Ta marbuta folds to the pronoun «ه», but is none.
    if (marbuta && pronoun) continue
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
    // «قاضيا» is a judge, before two that sued.
    if (isVerb && candidate.verb?.subject === 'plural' && vocabulary().titles.has(token.key)) continue
    if (!isVerb && future) continue
    if (!isVerb && !definite && !pronoun && before !== undefined && VERB_PARTICLES.has(before.key)) continue
    let rank = isVerb ? 2 : candidate.kind === 'masdar' || candidate.kind === 'noun' ? 3 : 1
    // Spelled alike («دعم»): a verb opens its clause, a masdar stands behind a noun, a preposition or the article.
    if (isVerb && (before === undefined || before.kind === 'mark' || VERB_OPENERS.has(before.key) || behindSubject))
      rank += 3
    // «نهب مسلحون …» is no «we grant».
    if (isVerb && candidate.verb?.subject !== 'masculine' && candidate.verb?.subject !== 'first') rank += 2
    if (!candidate.entry.weak) rank += 0.5
    else if (candidate.entry.withPeople && isVerb) rank += 0.25
    if (rank <= bestRank) continue
    bestRank = rank
    best = reading
  }
  if (best === undefined) return undefined
  const { future, preposition, definite, pronoun, candidate } = best
  return {
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

/** «أن رئيس الحكومة طلب …»: what behind its subject can be a past, though a noun is spelled like it. */
const mayBeBarePast = perWord((word) =>
  eventReadings({ word }).some(
    ({ form, definite, preposition, candidate: { kind, verb } }) =>
      kind === 'verb' &&
      !definite &&
      preposition === '' &&
      verb?.tense === 'past' &&
      verb.subject === 'masculine' &&
      (form.length <= 3 || /^.ا..$/.test(form)),
  ),
)

/** Whether a word is a title with the pronoun of whose it is. */
const isSomebodys = perWord(({ key, text }) => {
  const stem = /^[وف]?(.{4,})ه$/.exec(key)?.[1]
  return stem !== undefined && !text.endsWith('ة') && vocabulary().titles.has(stem)
})

function voiceOf(candidate: TriggerForm<EventWord>, before: string | undefined): Trigger['voice'] {
  if (candidate.verb) return candidate.verb.voice
  if (candidate.kind === 'passive-participle') return 'passive'
  return before !== undefined && PASSIVE_SUPPORTS.has(bare(before).replace(/^[وف]/, '')) ? 'passive' : 'active'
}
