/** Whether a sentence answers a question of fact, and how well. */
import type { Event } from '../analysis/analysis.ts'
import { vocabulary } from '../analysis/lexicon/vocabulary.ts'
import { readings, withoutPronoun } from '../analysis/text/clitics.ts'
import { RELATIVES } from '../analysis/text/function-words.ts'
import type { Token } from '../analysis/text/tokens.ts'
import { asksWhomItBefell, type Doer, doersIn } from './doers.ts'
import { countIn, type Focus, whenIn, whereIn, whyIn } from './focus.ts'
import { amountIn, type Measure } from './measures.ts'
import type { Name, Need, Term } from './need.ts'
import { daysOf, type Period } from './period.ts'
import type { Asks } from './question.ts'
import { around, meeting, type Nearness, nearness, type Reading, type Sentence } from './reading.ts'
import { type Meanings, meaningsOf, meets } from './terms.ts'

/** What is asked of the sentences. */
export interface Wanted {
  asks: Asks | 'position' | 'relation' | 'mention'
  need: Need
  period?: Period
  /** What «كم» counts; undefined where it asks for an amount. */
  counted?: readonly Meanings[]
  /** The kind of amount that is asked for, and the word that asked. */
  measure?: { kind: Measure; term: Meanings }
  /** Type of entity that must have done it: «أي الدول …؟». */
  doer?: string
}

/** A word counts as met in the sentence from here on. */
const MET = 0.75
/** A word that is met by itself or by one that tells the same, not by its root alone. */
const SURE = 0.85
/** What a word weighs that stands in a sentence around, or only somewhere else in the article. */
const AROUND = 0.6
const ELSEWHERE = 0.3
/** Words of a question are met by so much on average. */
const LEAST_MEETING = 0.55
/** In a question of so many words one may be missing. */
const MAY_MISS_ONE = 5

/** What a sentence loses that does not say when, where another does; and one whose object belongs to something else. */
const UNDATED = 0.6
const OF_ANOTHER = 1.5

/** A sentence, judged. */
export interface Judged {
  reading: Reading
  sentence: Sentence
  answers: boolean
  score: number
  /** How near it comes where it does not answer; 0 for not at all. */
  near: number
  focus?: Focus
  event?: Event
  /** Who did it, where that is asked. */
  doers: readonly Doer[]
  /** The word of the sentence that meets the question's main one. */
  word?: Token
  day: string
}

/** What did not happen, or not yet. */
const NOT_HAPPENED = new Set(['demanded', 'hypothetical', 'denied'])
const NOT_YET = new Set(['planned', 'demanded', 'hypothetical'])
/** Questions whose words must be met by the sentence and those around it, and whose names by the sentence itself. */
const STRICT = new Set<Wanted['asks']>(['who', 'whether', 'said', 'position', 'changed', 'relation', 'mention'])

/** Judges a sentence; undefined where it has nothing to do with the question. */
export function judge(reading: Reading, sentence: Sentence, wanted: Wanted): Judged | undefined {
  const { need, asks, period } = wanted
  const nearnesses = need.names.map((name) => nearness(reading, sentence, name))
  const primary = primaryOf(wanted)
  const met = need.terms.map((term) => weigh(reading, sentence, term))
  const main = primary && met[need.terms.indexOf(primary)]
  const named = nearnesses.filter(isTold).length
  const at = main?.token?.start ?? sentence.start
  const event = main?.token && eventAt(sentence, main.token)
  const focus = focusOf(reading, sentence, wanted, main?.token)
  const counts = countsAlone(reading, sentence, wanted, focus)
  if (named === 0 && !counts && (main === undefined || main.value < MET)) return undefined

  const meaning = met.length === 0 ? 1 : met.reduce((sum, { value }) => sum + value, 0) / met.length
  const does = doing(sentence, wanted, event)
  const doers = asks === 'who' ? doersIn(reading, sentence, main?.token, { need, deed: primary }) : []
  const exact = main?.token && primary?.any.some((any) => any.stem === meaningsOf(main.token!.key).stem)
  const score =
    meaning * 2 +
    nearnesses.reduce((sum, near) => sum + NAME_WEIGHT[near], 0) / Math.max(1, nearnesses.length) +
    (focus?.weight ?? 0) +
    (exact ? 0.3 : 0) +
    (doers.length > 0 ? 0.4 : 0) +
    (wanted.measure && saysMeasure(sentence, wanted.measure.term) ? 0.5 : 0) +
    does -
    (asks === 'when' && focus === undefined ? UNDATED : 0) -
    (isOfAnother(sentence, main?.token, need.object && met[need.terms.indexOf(need.object)]?.token) ? OF_ANOTHER : 0) -
    0.03 * sentence.index
  const inPeriod = period === undefined || isIn(reading, sentence, period)
  const answers =
    inPeriod &&
    wordsFit(met, counts ? undefined : main?.value, meaning, wanted, primary) &&
    namesFit(reading, sentence, nearnesses, wanted, main?.token) &&
    (focus !== undefined || !NEEDS_FOCUS.has(asks)) &&
    statusFits(event, wanted) &&
    rolesFit(need, event, asks, primary) &&
    !isDeedOfAnother(reading, need, event, asks) &&
    isOfKind(reading, sentence, doers, wanted) &&
    !isOnlyWanted(sentence, wanted, main?.token) &&
    (met.length > 0 ||
      asks === 'mention' ||
      (asks === 'relation' ? sentence.events.length + sentence.claims.length > 0 : does > 0))
  return {
    reading,
    sentence,
    answers,
    score,
    near: answers || named === 0 ? 0 : named + (main && main.value >= MET ? 2 : 0) + meaning + (inPeriod ? 0.5 : 0),
    doers,
    ...(focus && { focus }),
    ...(event && { event }),
    ...(main?.token && { word: main.token }),
    day: whenIn(sentence, at)?.day?.from ?? reading.stored.dated.slice(0, 10),
  }
}

/** The word that an answer must hold: in Arabic the verb that the question begins with, else the first that tells an event. */
function primaryOf({ need, asks, counted, measure }: Wanted): Term | undefined {
  if (need.verb && asks !== 'count' && asks !== 'position') return need.verb
  // What an amount is of stands first behind its noun.
  if (measure) return need.terms[0]
  // What is counted is looked for beside its number.
  const terms = asks === 'count' && counted ? need.terms.slice(1) : need.terms
  return terms.find(isEvent) ?? terms[0] ?? need.terms[0]
}

/** «وتحدثت مصادر عن 11 قتيلا»: another count of what the article tells around; a sentence with a place of its own counts what happened there. */
function countsAlone({ sentences }: Reading, sentence: Sentence, { asks, counted }: Wanted, focus: Focus | undefined) {
  if (asks !== 'count' || counted === undefined || (focus?.weight ?? 0) < 1 || sentences.length < 2) return false
  return ![...sentence.ids].some((id) => id.startsWith('place:'))
}

/** «رفض المجلس الطعن الذي قُدّم في النتائج»: what the deed was asked of stands in a clause about something else. */
function isOfAnother({ tokens }: Sentence, deed: Token | undefined, object: Token | undefined): boolean {
  if (deed === undefined || object === undefined) return false
  return tokens.some(({ key, start }) => start > deed.start && start < object.start && RELATIVES.has(key))
}

/** «قيمة», «نسبة»: the word that asked for an amount stands in the sentence too. */
const saysMeasure = ({ tokens }: Sentence, term: Meanings) =>
  tokens.some((token) => meets(term, meaningsOf(token.key)) >= SURE)

/** «أي الدول …؟»: one of those who did it is of the kind that is asked for; where nobody is read as doer, the sentence names one. */
function isOfKind({ stored }: Reading, sentence: Sentence, doers: readonly Doer[], { doer, need }: Wanted): boolean {
  if (doer === undefined) return true
  if (doers.length > 0) return doers.some(({ type }) => type === doer)
  return stored.analysis.entities.some(
    ({ id, type, mentions }) =>
      type === doer &&
      !need.names.some((name) => name.ids.has(id)) &&
      mentions.some((m) => m.start >= sentence.start && m.end <= sentence.end),
  )
}

/** The event that a word of a sentence tells. */
const eventAt = ({ events }: Sentence, token: Token) =>
  events.find(({ trigger }) => trigger.start < token.end && trigger.end > token.start)

function wordsFit(
  met: readonly { value: number; token?: Token }[],
  main: number | undefined,
  meaning: number,
  { asks, need }: Wanted,
  primary: Term | undefined,
): boolean {
  if (main !== undefined && main < (asks === 'who' && !isEvent(primary!) ? SURE : MET)) return false
  // «من هو …» with nothing that happened is a description or a name: words that only share a root are other names.
  if (asks === 'who' && !need.terms.some(isEvent) && met.some(({ value, token }) => token && value < SURE)) return false
  // A position is told in words of its own; whoever asks for it cannot know them.
  const least = STRICT.has(asks) && asks !== 'position' ? AROUND * MET * 0.99 : 0
  // Whose it is, the sentence itself must say: a French frigate near a Greek ship is no French ship.
  const missing = met.filter(
    ({ value }, at) => value <= least || (least > 0 && value < MET && need.terms[at]?.state),
  ).length
  return missing <= (met.length >= MAY_MISS_ONE ? 1 : 0) && meaning >= LEAST_MEETING
}

const isTold = (near: Nearness) => near === 'here' || near === 'linked'

/** Plans and demands do not answer what happened; what is still to come is answered by plans alone. */
function statusFits(event: Event | undefined, { asks, need }: Wanted): boolean {
  if (event === undefined) return true
  if (asks === 'whether') return need.ahead === true || !NOT_YET.has(event.status)
  if (asks === 'when') return need.ahead === true || !NOT_YET.has(event.status)
  return !(PAST_ONLY.has(asks) && NOT_HAPPENED.has(event.status))
}

const NAME_WEIGHT: Record<Nearness, number> = { here: 1, linked: 0.9, around: 0.4, absent: 0 }
const NEEDS_FOCUS = new Set<Wanted['asks']>(['where', 'why', 'count'])
const PAST_ONLY = new Set<Wanted['asks']>(['who', 'where', 'why', 'last', 'count'])

const isEvent = (term: Term) => term.any.some((any) => any.lemmas.size > 0 || any.kin.length > 0)

/** How well a word is met: in the sentence, around it, or elsewhere in the article. */
function weigh(reading: Reading, sentence: Sentence, term: Term): { value: number; token?: Token } {
  const here = meeting(sentence, term)
  if (here.value >= MET) return here
  const near = Math.max(0, ...around(reading, sentence).map((other) => meeting(other, term).value))
  if (near >= MET) return { value: near * AROUND }
  const far = Math.max(0, ...reading.sentences.map((other) => meeting(other, term).value))
  return { value: far >= MET ? far * ELSEWHERE : 0 }
}

/** Nouns by which a sentence takes up what the one before it told: «وأدان الوزير العملية». */
const TAKES_UP = new Set(
  'العمليه الهجوم الحادث الحادثه القرار الاتفاق الخطوه الاعلان التفجير الجريمه الطلب الموقف الاعتداء الزياره النتاءج ذلك'.split(
    ' ',
  ),
)
/** Words behind the verb within which its object stands. */
const OBJECT_WITHIN = 8

function takesUpEvent({ tokens }: Sentence, verb: Token | undefined): boolean {
  const at = verb === undefined ? -1 : tokens.findIndex((token) => token.start === verb.start)
  return at >= 0 && tokens.slice(at + 1, at + 1 + OBJECT_WITHIN).some(({ key }) => TAKES_UP.has(key))
}

/** «وتظاهر المئات من أنصاره»: a pronoun for the person of the sentence before, where nobody else is named; «ويتسلم مهامه» for whom the article is about. */
function isPronounFor(reading: Reading, sentence: Sentence, name: Name, verb: Token | undefined): boolean {
  const before = reading.sentences[sentence.index - 1]
  const isLast = before !== undefined && nearness(reading, before, name) === 'here'
  const isSubject = verb !== undefined && verb.start === sentence.tokens[0]?.start
  if (!isLast && !(isSubject && isMainPerson(reading, sentence, name))) return false
  const others = [...sentence.ids].some((id) => id.startsWith('person:') || personsOf(reading).has(id))
  return !others && sentence.tokens.some(({ key }) => key.length > 3 && /(?:ه|ها)$/.test(key) && withoutPronoun(key))
}

/** Whom the whole article is about: the person it names most, and around the sentence. */
function isMainPerson(reading: Reading, sentence: Sentence, name: Name): boolean {
  const main = reading.stored.analysis.entities.find(({ type }) => type === 'person')
  return (
    main !== undefined &&
    name.ids.has(main.id) &&
    around(reading, sentence).some((other) => nearness(reading, other, name) === 'here')
  )
}

const personsOf = ({ stored }: Reading) =>
  new Set(stored.analysis.entities.filter(({ type }) => type === 'person').map(({ id }) => id))

function namesFit(
  reading: Reading,
  sentence: Sentence,
  nearnesses: readonly Nearness[],
  { asks, need }: Wanted,
  verb: Token | undefined,
): boolean {
  if (nearnesses.some((near) => near === 'absent')) return false
  const types = need.names.map((name) => name.actors[0]?.type)
  // Whom it was done to may be taken up: in a question of who everybody named, else all but the first.
  const object = (at: number) => (asks === 'who' || at > 0) && takesUpEvent(sentence, verb)
  const told = nearnesses.map((near, at) => isTold(near) || object(at))
  // A person is told of by the sentence itself, whatever is asked, or by a pronoun in it.
  const strict = STRICT.has(asks)
  if (
    told.some(
      (is, at) => !is && types[at] === 'person' && (strict || !isPronounFor(reading, sentence, need.names[at]!, verb)),
    )
  )
    return false
  if (!strict) return asks !== 'what' || nearnesses[0] !== 'around' || need.terms.length > 1
  // What a position is on may be named around; who holds it, and everybody in a question of who or whether, may not.
  if (asks === 'position' || asks === 'changed' || asks === 'said') return told.slice(0, 1).every(Boolean)
  // «وأدانت إيران الهجوم»: where, was said before; a sentence with a place of its own is about that one.
  const elsewhere = [...sentence.ids].some((id) => id.startsWith('place:'))
  return told.every(
    (is, at) => is || (!elsewhere && ((at > 0 && types[at] === 'place') || need.names[at]!.where === true)),
  )
}

/** Who asks for the doer names the one it was done to, and the other way round: the engine's reading must not say the opposite. */
function rolesFit({ names }: Need, event: Event | undefined, asks: Wanted['asks'], deed: Term | undefined): boolean {
  if (event === undefined) return true
  const part = (name: Name) => ({
    agent: event.agents.some((id) => name.ids.has(id)),
    patient: event.patients.some((id) => name.ids.has(id)),
  })
  if (asks === 'who') {
    if (deed && asksWhomItBefell(deed)) return true
    const does = names.some((name) => part(name).agent && !part(name).patient && event.patients.length > 0)
    return !does || (event.type === 'CONSULT' && event.mode !== 'visit')
  }
  if (asks !== 'whether' || names.length === 0) return true
  const first = part(names[0]!)
  return first.agent || !first.patient || event.agents.length === 0 || names.length === 1
}

/** «لماذا استقال زيد؟»: the deed of a person is not told by a sentence in which it is somebody else's. */
function isDeedOfAnother(reading: Reading, { names }: Need, event: Event | undefined, asks: Wanted['asks']): boolean {
  const asked = names.filter(({ actors }) => actors[0]?.type === 'person')
  if (event === undefined || asked.length === 0 || !OF_HAPPENED.has(asks) || asks === 'who') return false
  const parts = [...event.agents, ...event.patients]
  const persons = personsOf(reading)
  return parts.some((id) => persons.has(id)) && !parts.some((id) => asked.some(({ ids }) => ids.has(id)))
}

/** Questions of something that must have happened. */
const OF_HAPPENED = new Set<Wanted['asks']>(['who', 'when', 'where', 'why', 'last', 'count'])
/** Words that say of the one behind them that it did not happen. */
const NOT = new Set('لم لن دون بدون بلا عدم بعدم ليس ليست ولم ولن'.split(' '))
/** Types of events that tell what somebody wants, or does not want, to happen. */
const WANTING: ReadonlySet<string> = new Set(['REQUEST', 'REJECT', 'THREATEN'])
/** Words between one that demands and what it demands: «طالبت الأمم المتحدة بفتح …». */
const WANTING_REACH = 6

/** Whether a word that stands in a sentence is negated there: «دون اتفاق», «لم يصدر». */
export function isNegated({ tokens }: Sentence, word: Token | undefined): boolean {
  const at = word === undefined ? -1 : tokens.findIndex((token) => token.start === word.start)
  return at > 0 && NOT.has(tokens[at - 1]!.key)
}

/** Asked about what happened, a sentence does not answer that says it was demanded, refused or did not happen; asked why it did not, only such a one does. */
function isOnlyWanted(sentence: Sentence, { asks, need }: Wanted, word: Token | undefined): boolean {
  if (word === undefined || !OF_HAPPENED.has(asks)) return false
  const negated = isNegated(sentence, word)
  if (need.negated) return !negated && asks === 'why'
  if (negated) return asks !== 'why'
  if (asks === 'why' || need.ahead) return false
  const at = sentence.tokens.findIndex((token) => token.start === word.start)
  const before = sentence.tokens.slice(Math.max(0, at - WANTING_REACH), at)
  const from = before.findLastIndex(({ text }) => /[،.؛:]/.test(text)) + 1
  return (
    isMasdar(word.key) &&
    before
      .slice(from)
      .some((token) =>
        sentence.events.some(
          ({ type, trigger }) => WANTING.has(type) && trigger.start < token.end && trigger.end > token.start,
        ),
      )
  )
}

const isMasdar = (key: string) =>
  readings(key).some(({ stem }) => (vocabulary().events.get(stem) ?? []).some(({ kind }) => kind === 'masdar')) ||
  /^[بل]/.test(key)

function isIn({ stored }: Reading, { times }: Sentence, period: Period): boolean {
  const told = times.flatMap((time) => (time.type === 'DATE' || time.type === 'TIME' ? (daysOf(time.value) ?? []) : []))
  const overlaps = ({ from, to }: { from: string; to: string }) => from <= period.to && to >= period.from
  const day = stored.dated.slice(0, 10)
  return told.length > 0 ? told.some(overlaps) : overlaps({ from: day, to: day })
}

function focusOf(
  reading: Reading,
  sentence: Sentence,
  { asks, need, counted, measure }: Wanted,
  event: Token | undefined,
): Focus | undefined {
  const at = event?.start ?? sentence.start
  switch (asks) {
    case 'when':
    case 'last':
      return whenIn(sentence, at)
    case 'where':
      return whereIn(reading, sentence, need.names, event)
    case 'why':
      return whyIn(sentence, event)
    case 'count':
      return measure ? amountIn(sentence, measure.kind, at) : countIn(sentence, counted)
    default:
      return undefined
  }
}

/** Event types that say where somebody stands. */
const STANDS: ReadonlySet<string> = new Set(['REJECT', 'SUPPORT', 'ACCUSE', 'REQUEST', 'THREATEN', 'AGREE', 'CONCEDE'])
/** Words from the beginning of a sentence within which its subject stands. */
const SUBJECT_WITHIN = 3

/** How far a sentence is about what the named do: they are agent or speaker in it, or stand where its subject stands. */
function doing(sentence: Sentence, { asks, need }: Wanted, event: Event | undefined): number {
  const first = need.names[0]
  if (first === undefined) return event ? 0.3 : 0
  const agent = sentence.events.some((e) => e.agents.some((id) => first.ids.has(id)))
  const speaker = sentence.claims.some((c) => c.speaker.entity && first.ids.has(c.speaker.entity))
  const stands = sentence.events.some((e) => STANDS.has(e.type) && e.agents.some((id) => first.ids.has(id)))
  const subject = first.spellings.some((stems) => {
    const at = sentence.stems.indexOf(stems[0]!)
    return at >= 0 && at < SUBJECT_WITHIN
  })
  const place = (first.where || first.actors.every((actor) => actor.type === 'place')) && sentence.index === 0
  const weight = (agent ? 0.6 : 0) + (speaker ? 0.6 : 0) + (subject ? 0.4 : 0) + (place ? 0.4 : 0)
  if (asks === 'position' || asks === 'changed') return weight + (stands ? 0.4 : 0) + (speaker ? 0.2 : 0)
  // Where a deed is named, who does it is told by the deed.
  return need.terms.length > 0 ? Math.min(weight, 0.4) : weight
}
