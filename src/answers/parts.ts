/** Whether those whom a question names have the part in a sentence that it asks for. */
import type { Event, Span } from '../analysis/analysis.ts'
import { withoutPronoun } from '../analysis/text/clitics.ts'
import { PREPOSITIONS } from '../analysis/text/function-words.ts'
import type { Token } from '../analysis/text/tokens.ts'
import { asksWhomItBefell, type Doer } from './doers.ts'
import type { Name, Need, Term } from './need.ts'
import { around, metonyms, type Nearness, nearness, type Reading, type Sentence } from './reading.ts'
import { OF_HAPPENED, STRICT, type Wanted } from './wanted.ts'

/** In the sentence, or taken up by it. */
export const isTold = (near: Nearness) => near === 'here' || near === 'linked'

/** Nouns by which a sentence takes up what the one before it told: «وأدان الوزير العملية». */
const TAKES_UP = new Set(
  'العمليه الهجوم الحادث الحادثه القرار الاتفاق الخطوه الاعلان التفجير الجريمه الطلب الموقف الاعتداء الزياره النتاءج ذلك'.split(
    ' ',
  ),
)
/** Words behind the verb within which its object stands. */
const OBJECT_WITHIN = 10

/** Whether the object of a verb takes up what was told before: «وأدانت إيران الهجوم». */
export function takesUpEvent({ tokens }: Sentence, verb: Span | undefined): boolean {
  const at = verb === undefined ? -1 : tokens.findIndex((token) => token.start === verb.start)
  if (at < 0) return false
  return tokens.slice(at + 1, at + 1 + OBJECT_WITHIN).some(({ key }, k) => {
    const noun = key.replace(/^(?:[وفب]|[وف]?ب)(?=ال)/, '').replace(/^لل/, 'ال')
    // «رفضت قبل ذلك طلبا» is no rejection of that.
    return TAKES_UP.has(noun) && !(noun === 'ذلك' && PREPOSITIONS.has(tokens[at + k]!.key))
  })
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

const isBefore = (reading: Reading, { index }: Sentence, name: Name) =>
  reading.sentences.slice(0, index).some((other) => nearness(reading, other, name) === 'here')

/** Whether a sentence tells of everybody whom a question names, as strictly as it asks. */
export function namesFit(
  reading: Reading,
  sentence: Sentence,
  nearnesses: readonly Nearness[],
  { asks, need }: Wanted,
  verb: Token | undefined,
): boolean {
  // What happened beside is told anywhere before.
  if (nearnesses.some((near, at) => near === 'absent' && !need.names[at]!.beside)) return false
  if (need.names.some((name, at) => name.beside && nearnesses[at] === 'absent' && !isBefore(reading, sentence, name)))
    return false
  const types = need.names.map((name) => name.actors[0]?.type)
  // Whom it was done to may be taken up: in a question of who everybody named, else all but the first.
  const object = (at: number) => (asks === 'who' || at > 0) && takesUpEvent(sentence, verb)
  const told = nearnesses.map((near, at) => isTold(near) || object(at) || need.names[at]!.beside === true)
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
export function rolesFit(
  { names }: Need,
  event: Event | undefined,
  asks: Wanted['asks'],
  deed: Term | undefined,
): boolean {
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

/** «لماذا استقال زيد؟», «متى سلمت مالي المتهمين؟»: a deed is not told by a sentence in which it is somebody else's. */
export function isDeedOfAnother(
  reading: Reading,
  { names }: Need,
  event: Event | undefined,
  asks: Wanted['asks'],
): boolean {
  if (event === undefined || asks === 'who' || !(OF_HAPPENED.has(asks) || asks === 'whether')) return false
  const parts = [...event.agents, ...event.patients]
  const has = ({ ids }: Name) => parts.some((id) => ids.has(id) || metonyms(id).some((other) => ids.has(other)))
  const persons = personsOf(reading)
  const asked = names.filter(({ actors }) => actors[0]?.type === 'person')
  if (asked.length > 0 && asks !== 'whether' && parts.some((id) => persons.has(id)) && !asked.some(has)) return true
  const [subject] = names
  const isBody = subject?.subject && subject.actors.some(({ type }) => BODIES.has(type))
  const others = new Set(reading.stored.analysis.entities.filter(({ type }) => BODIES.has(type)).map(({ id }) => id))
  return isBody === true && event.agents.some((id) => others.has(id)) && !has(subject!)
}

/** Who acts under a name that no article gives in part. */
const BODIES: ReadonlySet<string> = new Set(['state', 'armed-group'])

/** «أي الدول …؟»: one of those who did it is of the kind that is asked for; where nobody is read as doer, the sentence names one. */
export function isOfKind(
  { stored }: Reading,
  sentence: Sentence,
  doers: readonly Doer[],
  { doer, need }: Wanted,
): boolean {
  if (doer === undefined) return true
  if (doers.length > 0) return doers.some(({ type }) => type === doer)
  return stored.analysis.entities.some(
    ({ id, type, mentions }) =>
      type === doer &&
      !need.names.some((name) => name.ids.has(id)) &&
      mentions.some((m) => m.start >= sentence.start && m.end <= sentence.end),
  )
}
