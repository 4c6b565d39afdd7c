/** Who did what a sentence tells, as the sentence names them: what «من …؟» asks for. */
import type { Entity, Event, Span } from '../analysis/analysis.ts'
import { vocabulary } from '../analysis/lexicon/vocabulary.ts'
import { type Token, tokenize } from '../analysis/text/tokens.ts'
import type { Name, Need, Term } from './need.ts'
import type { Reading, Sentence } from './reading.ts'
import { meaningsOf, meets } from './terms.ts'

/** Somebody who did it. */
export interface Doer {
  /** Entity id. */
  id: string
  type: Entity['type']
  /** As the sentence names them, in offsets of the article. */
  span: Span
}

/** A word that tells the same as the one asked for. */
const SAME = 0.85
/** A name of a question is one that stands in the sentence, when all but so few of its words are the question's. */
const SHORTEST_WORD = 2

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
  const events = eventsOf(reading, sentence, word, deed)
  const befell = asksWhomItBefell(deed)
  const found = new Map<string, Doer>()
  for (const event of events)
    for (const id of partOf(event, need, befell)) {
      const doer = isNamed(need, id) ? undefined : mentioned(reading, sentence, id, need)
      if (doer && !found.has(id)) found.set(id, doer)
    }
  if (found.size > 0) return [...found.values()].sort((a, b) => a.span.start - b.span.start)
  const subject = befell || events.length > 0 ? undefined : subjectBehind(reading, sentence, word, need)
  return subject ? [subject] : []
}

/** Events that the asked word tells: in the sentence, else those told anywhere whose doer the sentence names (tellings of one event are one event there). */
function eventsOf({ stored }: Reading, sentence: Sentence, word: Token | undefined, deed: Term): readonly Event[] {
  const { events, article } = stored.analysis
  const own =
    word && sentence.events.filter(({ trigger }) => trigger.start < word.end && trigger.end > word.start)
  if (own && own.length > 0 && own.some(({ agents }) => agents.length > 0)) return own
  const told = events.filter(({ trigger }) =>
    tokenize(article.text.slice(trigger.start, trigger.end)).some((token) =>
      deed.any.some((meaning) => meets(meaning, meaningsOf(token.key)) >= SAME),
    ),
  )
  return told.length > 0 ? told : (own ?? [])
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
  if (/^.?.\u064F/u.test(typed)) return true
  const key = any[0] && tokenize(typed)[0]?.key
  const verbs = (key ? (vocabulary().events.get(key) ?? []) : []).filter(({ kind }) => kind === 'verb')
  return verbs.length > 0 && verbs.every(({ entry, verb }) => entry.subject === 'patient' || verb?.voice === 'passive')
}

/** The mention of somebody in a sentence, cut where it runs into what the question names. */
function mentioned({ stored }: Reading, sentence: Sentence, id: string, need: Need): Doer | undefined {
  const entity = stored.analysis.entities.find((one) => one.id === id)
  const span = entity?.mentions.find((m) => m.start >= sentence.start && m.end <= sentence.end)
  const cut = span && beforeAsked(sentence, span, need)
  return entity && cut && { id, type: entity.type, span: cut }
}

/** «مسلحون مجهولون [والي غاو]»: an unknown name that runs on into the words of the question ends before them. */
function beforeAsked({ tokens }: Sentence, span: Span, need: Need): Span | undefined {
  const own = tokens.filter((token) => token.start >= span.start && token.end <= span.end && token.kind !== 'mark')
  const asked = new Set(need.names.flatMap(({ spellings }) => spellings.flat()))
  const runs = own.findIndex(
    ({ key }, at) =>
      at >= SHORTEST_WORD - 1 &&
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
  for (const { id, type, mentions } of stored.analysis.entities) {
    if (type === 'place' || isNamed(need, id)) continue
    const span = mentions.find((m) => m.start === next.start && m.end <= sentence.end)
    const cut = span && beforeAsked(sentence, span, need)
    if (cut) return { id, type, span: cut }
  }
  return undefined
}
