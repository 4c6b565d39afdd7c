/** Who did what a sentence tells, as the sentence names them: what «من …؟» asks for. */
import type { Entity, Event, Span } from '../analysis/analysis.ts'
import { names } from '../analysis/lexicon/names.ts'
import { vocabulary } from '../analysis/lexicon/vocabulary.ts'
import { bare } from '../analysis/text/clitics.ts'
import { fold } from '../analysis/text/fold.ts'
import { type Token, tokenize } from '../analysis/text/tokens.ts'
import type { Name, Need, Term } from './need.ts'
import type { Reading, Sentence } from './reading.ts'
import { meaningsOf, meets } from './terms.ts'

/** Somebody who did it. */
export interface Doer {
  /** Entity id. */
  id: string
  type: Entity['type']
  /** Where the sentence names them, in offsets of the article. */
  span: Span
  /** As it names them; people without a name as a subject is written («مسلحون» for «من قبل مسلحين»). */
  name: string
}

/** A word that tells the same as the one asked for. */
const SAME = 0.85

/** What is asked: the word that tells the deed, and the names and words of the question. */
export interface Asked {
  need: Need
  deed: Term | undefined
}

/**
 * Those who did it, in the order of the sentence; where the question asks whom it befell («من أقيل؟»), those. Nobody whom the question itself names.
 */
export function doersIn(reading: Reading, sentence: Sentence, word: Token | undefined, { need, deed }: Asked): Doer[] {
  if (deed === undefined) return []
  const befell = asksWhomItBefell(deed)
  if (!befell && isUntold(sentence, word)) return []
  const events = eventsOf(reading, sentence, word, deed)
  const found = new Map<string, Doer>()
  for (const event of events)
    for (const id of partOf(event, need, befell)) {
      const doer = isNamed(need, id) ? undefined : mentioned(reading, sentence, id, need, word)
      if (doer && !found.has(id)) found.set(id, doer)
    }
  if (found.size > 0) return [...found.values()].sort((a, b) => a.span.start - b.span.start)
  if (befell) return []
  const claimed = claimersIn(reading, sentence, word, need)
  if (claimed.length > 0) return claimed
  const subject = events.length > 0 ? undefined : subjectBehind(reading, sentence, word, need)
  return subject ? [subject] : []
}

const CLAIMING = [meaningsOf(fold('تبنى')), meaningsOf(fold('مسؤولية'))]

/** «أعلن التنظيم مسؤوليته عن اختطاف الوالي»: who says that it was he. */
function claimersIn(reading: Reading, sentence: Sentence, word: Token | undefined, need: Need): Doer[] {
  if (word === undefined) return []
  const before = sentence.events.findLast(({ trigger, agents }) => trigger.end <= word.start && agents.length > 0)
  const claims = sentence.tokens.some(
    ({ key, start, end }) =>
      before !== undefined &&
      start >= before.trigger.start &&
      end <= word.start &&
      CLAIMING.some((meaning) => meets(meaning, meaningsOf(key)) >= SAME),
  )
  if (before === undefined || !claims) return []
  return before.agents.flatMap((id) =>
    isNamed(need, id) ? [] : (mentioned(reading, sentence, id, need, before.trigger) ?? []),
  )
}

/** Events that the asked word tells: in the sentence, else those told anywhere whose doer the sentence names (tellings of one event are one event there). */
function eventsOf({ stored }: Reading, sentence: Sentence, word: Token | undefined, deed: Term): readonly Event[] {
  const { events, article } = stored.analysis
  const tells = ({ trigger }: Event) =>
    tokenize(article.text.slice(trigger.start, trigger.end)).some((token) =>
      deed.any.some((meaning) => meets(meaning, meaningsOf(token.key)) >= SAME),
    )
  // «ورحبت قطر بالاتفاق، كما رحبت به بلجيكا»: all of them.
  const own = sentence.events.filter(
    (event) => tells(event) || (word && event.trigger.start < word.end && event.trigger.end > word.start),
  )
  if (own.some(({ agents }) => agents.length > 0)) return own
  const told = events.filter(tells)
  return told.length > 0 ? told : own
}

/** «من قبل», «على يد»: the doer of a passive is told behind it. */
const BY = /^(?:قبل|طرف|جانب|يد|ايدي|يدي)$/

/** «اختُطفوا في سبتمبر»: a passive, by its vowels, behind which nobody is told as doer. */
export function isUntold({ tokens }: Sentence, word: Token | undefined): boolean {
  if (word === undefined || !/\u064F/u.test(word.text.replace(/^[وف]?[يتن]\u064F/u, ''))) return false
  return !tokens.some(({ key, start }) => start > word.start && BY.test(key))
}

/** What two do together, either is asked for: «من التقى الوزير؟». */
const TOGETHER = new Set(['CONSULT', 'AGREE', 'COOPERATE'])

function partOf({ agents, patients, type }: Event, need: Need, befell: boolean): readonly string[] {
  if (befell) return patients
  const named = agents.some((id) => isNamed(need, id))
  return named && TOGETHER.has(type) ? [...agents, ...patients] : agents
}

const isNamed = (need: Need, id: string) => need.names.some((name: Name) => name.ids.has(id))

/** «من أقيل؟», «من عُيّن؟»: a verb of the passive, by the dictionary or by its vowels. */
export function asksWhomItBefell({ typed, any }: Term): boolean {
  if (/\u064F/u.test(typed.replace(/^[يتن]\u064F/u, ''))) return true
  const key = any[0] && tokenize(typed)[0]?.key
  const verbs = (key ? (vocabulary().events.get(key) ?? []) : []).filter(({ kind }) => kind === 'verb')
  return verbs.length > 0 && verbs.every(({ entry, verb }) => entry.subject === 'patient' || verb?.voice === 'passive')
}

/** The mention of somebody in a sentence that is nearest to the deed, cut where it runs into what the question names. A place does nothing, nor does an adjective. */
function mentioned(
  { stored }: Reading,
  sentence: Sentence,
  id: string,
  need: Need,
  near: Span | undefined,
): Doer | undefined {
  const { text } = stored.article
  const entity = stored.analysis.entities.find((one) => one.id === id)
  if (entity === undefined || entity.type === 'place') return undefined
  // «بريطانيا» is also how «بريطانيًا» is written.
  const isAdjective = (m: Span) => {
    const key = fold(text.slice(m.start, m.end))
    return entity.type === 'state' && key !== fold(entity.name) && names().nisba.has(bare(key))
  }
  const far = (m: Span) => Math.abs(m.start - (near?.start ?? sentence.start))
  const [span] = entity.mentions
    .filter((m) => m.start >= sentence.start && m.end <= sentence.end && !isAdjective(m))
    .sort((a, b) => far(a) - far(b))
  const cut = span && beforeAsked(sentence, span, need)
  if (span === undefined || cut === undefined) return undefined
  // «من استدعت الخارجية؟» names the ministry itself; «الأخير» names nobody.
  const isNamedWhole = cut.end < span.end && entity.type !== 'person' && entity.type !== 'group'
  return isNamedWhole || LATTER.test(text.slice(cut.start, cut.end)) ? undefined : doerOf(text, entity, span, cut)
}

const LATTER = /^ال[أا]خير[ةه]?$/

/** Letters between an office and its bearer: «رئيس الأركان الفريق عمر حداد». */
const BEFORE_BEARER = 20

function doerOf(text: string, { id, type, name, role }: Entity, whole: Span, span: Span): Doer {
  const plain = text.slice(span.start, span.end)
  if (type === 'group' && span.end === whole.end) return { id, type, span, name }
  const before = text.slice(Math.max(0, span.start - (role?.length ?? 0) - BEFORE_BEARER), span.start)
  const at = role === undefined || plain.includes(role) ? -1 : before.lastIndexOf(role)
  const start = at < 0 || /[،.؛:]/.test(before.slice(at)) ? span.start : span.start - before.length + at
  return { id, type, span: { start, end: span.end }, name: text.slice(start, span.end).replace(/\s+/g, ' ') }
}

/** «مسلحون مجهولون [والي غاو]»: an unknown name that runs on into the words of the question ends before them. */
function beforeAsked({ tokens }: Sentence, span: Span, need: Need): Span | undefined {
  const own = tokens.filter((token) => token.start >= span.start && token.end <= span.end && token.kind !== 'mark')
  const asked = new Set(need.names.flatMap(({ spellings }) => spellings.flat()))
  const runs = own.findIndex(
    ({ key }, at) =>
      at > 0 &&
      (asked.has(meaningsOf(key).stem) ||
        need.terms.some((term) => term.any.some((meaning) => meets(meaning, meaningsOf(key)) === 1))),
  )
  if (runs < 0) return span
  return { start: span.start, end: own[runs - 1]!.end }
}

/** «افتتح رئيس البلدية محطة»: of a verb that the dictionary does not know, whoever is named right behind it. */
function subjectBehind({ stored }: Reading, sentence: Sentence, word: Token | undefined, need: Need): Doer | undefined {
  const at = word === undefined ? -1 : sentence.tokens.findIndex((token) => token.start === word.start)
  const next = at < 0 ? undefined : sentence.tokens[at + 1]
  if (word === undefined || next === undefined || /^[وف]?(?:ال|لل|بال)/.test(word.key)) return undefined
  for (const entity of stored.analysis.entities) {
    if (entity.type === 'place' || isNamed(need, entity.id)) continue
    const span = entity.mentions.find((m) => m.start === next.start && m.end <= sentence.end)
    const cut = span && beforeAsked(sentence, span, need)
    if (span && cut) return doerOf(stored.article.text, entity, span, cut)
  }
  return undefined
}
