/** The brief of an article: what a reader can stop after at the first line, or the fourth, and be right. */
import type { Analysis, Entity, Event, Span, Stance } from '../analysis/analysis.ts'
import { wordsIn } from '../analysis/text/language.ts'
import type { Stored } from '../archive/articles.ts'
import { type Reader, say, sayCount, sayDate, sayNames, sayNumber } from '../words.ts'
import { colon } from './colon.ts'
import { excerpt, namesOf } from './excerpt.ts'
import { type Block, plain, quiet, type Reply, type Run, strong, type Text } from './reply.ts'
import type { NewThing, StoryNews } from './story.ts'

/** What of an article is new to a desk. */
export interface Novelty {
  /** The desk has read nothing before it. */
  first: boolean
  /** Actors that no earlier article named, most salient first. */
  firstMentions: string[]
  /** Actors that earlier articles named, most salient first. */
  known: { name: string; articles: number; lastSeen: string }[]
  /** Its place in the story that it goes on with, and what it adds. */
  story?: StoryNews
  /** Earlier articles on what seems the same matter, latest first; none where there is a story. */
  before: { headline: string; citation: string }[]
}

/** Words that a reader of news takes in in a minute, for the line that says how long the article is. */
const WORDS_A_MINUTE = 180
const MOST_PEOPLE = 5
const MOST_BODIES = 5
const MOST_GROUPS = 2
const MOST_STATES_BY_NAME = 4
const MOST_PLACES = 4
const MOST_TIMES = 4
const MOST_CLAIMS = 3
const MOST_UNSURE = 3
const CLAIM_WORDS = 28
const EVENT_WORDS = 24
/** What an event that was held in a place adds to its salience. */
const HELD_THERE = 0.3
/** Under this an actor is only mentioned. */
const SALIENT = 0.25

/** The brief as a reply; `seen` is said first where the desk had the article already. */
export function composeBrief(reader: Reader, stored: Stored, novelty: Novelty | undefined, seen?: string): Reply {
  const { analysis } = stored
  const blocks: Block[] = []
  if (seen) blocks.push({ kind: 'paragraph', text: [quiet(seen)] })
  blocks.push({ kind: 'heading', level: 1, text: [plain(analysis.summary.headline)] })
  blocks.push({ kind: 'paragraph', text: [quiet(originLine(reader, stored))] })
  blocks.push(...pointsBlock(reader, analysis))
  blocks.push(...notFact(reader, analysis))
  blocks.push(...claims(reader, analysis))
  blocks.push(...who(reader, analysis), ...where(reader, analysis), ...when(reader, analysis))
  if (novelty) blocks.push(...whatIsNew(reader, novelty))
  // What is not kept has no pages to turn to.
  if (stored.id > 0) blocks.push({ kind: 'choices', choices: choicesOf(reader, stored, novelty?.story) })
  return { language: reader.language, blocks }
}

/** «الخبر · نُشر في 23 جانفي 2012 · 577 كلمة، تُقرأ في ثلاث دقائق». */
function originLine(reader: Reader, { article }: Stored): string {
  const words = wordsIn(article.text)
  const minutes = Math.floor(words / WORDS_A_MINUTE)
  return [
    article.source,
    article.publishedAt
      ? say(reader.language, 'bot.brief.published', { date: sayDate(reader, article.publishedAt) })
      : say(reader.language, 'bot.brief.received', { date: sayDate(reader, article.receivedAt) }),
    `${sayCount(reader, 'bot.brief.words', words)}، ${sayCount(reader, 'bot.brief.minutes', minutes)}`.replace(
      '، ',
      reader.language === 'ar' ? '، ' : ', ',
    ),
  ]
    .filter(Boolean)
    .join(' · ')
}

function pointsBlock(reader: Reader, analysis: Analysis): Block[] {
  const { points } = analysis.summary
  if (points.length === 0) return []
  const headline = analysis.summary.headline
  const shown = points.filter((point) => point.text !== headline)
  const items = shown.map((point) => ({
    text: [plain(point.text), quiet(` [${sentenceNumbers(reader, point.sentences)}]`)],
  }))
  return items.length > 0 ? [{ kind: 'points', items }] : []
}

function sentenceNumbers(reader: Reader, sentences: readonly number[]): string {
  return sentences.map((s) => sayNumber(reader, s + 1)).join(reader.language === 'ar' ? '، ' : ', ')
}

/** Events that are not told as fact, by what they are instead. Demands and plans are few and matter; possibilities stay in the details. */
function notFact(reader: Reader, analysis: Analysis): Block[] {
  const items: { text: Text }[] = []
  for (const status of ['planned', 'demanded', 'denied'] as const) {
    const shown = new Set<string>()
    for (const event of analysis.events) {
      if (event.status !== status || shown.size >= MOST_UNSURE || event.agents.length + event.patients.length === 0)
        continue
      if (status === 'planned' && isAim(analysis, event)) continue
      const telling = tellingOf(analysis, event)
      const words = excerpt(analysis.article.text, telling, EVENT_WORDS)
      if (shown.has(`${event.clause.start}`)) continue
      shown.add(`${event.clause.start}`)
      items.push({
        text: [
          strong(`${say(reader.language, `bot.brief.${status}`)}${colon(reader)}`),
          ...actorsOf(analysis, event, telling),
          plain(words),
          quiet(` [${sayNumber(reader, event.sentence + 1)}]`),
        ],
      })
    }
  }
  return items.length > 0 ? [{ kind: 'points', items }] : []
}

/**
 * «أطلقت الغاز لتفريق المحتجين», «تهدف إلى تنسيق الجهود»: what something is done for is no news of what is to come, unless somebody is told to make ready for it
 * or to have agreed on it.
 */
function isAim({ article: { text, publishedAt } }: Analysis, { clause, trigger, time }: Event): boolean {
  const before = text.slice(clause.start, trigger.start)
  const isFor = /(?:(?:^|\s)[وف]?ل|إلى\s+|من أجل\s+)$/.test(before)
  const isDated = time?.start !== undefined && publishedAt !== undefined && time.start > publishedAt
  return isFor && !isDated && !MADE_READY.test(before)
}

const MADE_READY =
  /(?:ستعد|ستعداد|تأهب|ته[يي]ؤ|خط[طةّ]|تخطيط|تحضير|عتزم|عتزام|عزم|قر[ّ]?ر|تفاق|عقد|مذكرة|صفقة|نتظر|مرتقب|توقع|تعهد|وعد)/

/** The clause of an event where it is short; else what it says from the event's word on, a negation before it included. */
function tellingOf({ article: { text } }: Analysis, { clause, trigger }: Event): Span {
  if (wordsIn(text.slice(clause.start, clause.end)) <= EVENT_WORDS)
    return { start: clause.start + jointBefore(text.slice(clause.start, clause.end)), end: clause.end }
  const negation = /(?:لن|لم|لا|عدم|دون)\s+$/.exec(text.slice(clause.start, trigger.start))
  return { start: negation ? clause.start + negation.index : trigger.start, end: clause.end }
}

/** UTF-16 units of what joins a clause to the one before it, and joins nothing where the clause stands alone: «حيث », «كما ». */
export function jointBefore(clause: string): number {
  return /^(?:(?:وذلك(?=\s+(?:بعد|قبل|إثر|عقب|خلال|أثناء|بسبب|على|في|من|ردا))|حيث|كما(?!\s+(?:هو|هي|أن|يبدو)\s)|إذ|بينما|فيما|بل|وقد|ولقد|فقد|سيما|خاصة|خصوصا|رغم|في حين)\s+)?/.exec(
    clause,
  )![0].length
}

/** The doers, where the words that are shown do not name them. */
function actorsOf(analysis: Analysis, event: Event, shown: Span): Run[] {
  const agents = event.agents.slice(0, 3)
  const named = analysis.entities.some(
    (e) => agents.includes(e.id) && e.mentions.some((m) => m.start >= shown.start && m.end <= shown.end),
  )
  return agents.length === 0 || named ? [] : [plain(`${sayNames(agents.map(namesOf(analysis)))} — `)]
}

function claims(reader: Reader, analysis: Analysis): Block[] {
  if (analysis.claims.length === 0) return []
  const nameOf = namesOf(analysis)
  const items = analysis.claims.slice(0, MOST_CLAIMS).map((claim) => ({
    text: [
      strong(claim.speaker.entity ? nameOf(claim.speaker.entity) : claim.speaker.text),
      quiet(`${stanceOf(reader, claim.stance)}${colon(reader)}`),
      plain(excerpt(analysis.article.text, claim.content, CLAIM_WORDS)),
      quiet(` [${sayNumber(reader, claim.sentence + 1)}]`),
    ],
  }))
  return [
    { kind: 'heading', level: 2, text: [plain(say(reader.language, 'bot.brief.says'))] },
    { kind: 'points', items },
  ]
}

/** What kind of saying it is, where it is more than saying: « (نفي)». */
export function stanceOf(reader: Reader, stance: Stance): string {
  return stance === 'asserts' ? '' : ` (${say(reader.language, `bot.stance.${stance}`)})`
}

function who(reader: Reader, analysis: Analysis): Block[] {
  const of = (...types: Entity['type'][]) => analysis.entities.filter((e) => types.includes(e.type))
  const people = of('person').slice(0, MOST_PEOPLE)
  const bodies = [
    ...of('organization', 'armed-group').slice(0, MOST_BODIES),
    ...of('group')
      .filter((e) => e.salience >= SALIENT)
      .slice(0, MOST_GROUPS),
  ]
  const states = of('state').filter((e) => e.mentions.length > 0)
  const parts: string[] = [
    ...people.map((e) => (e.role && e.role !== e.name ? `${e.name} (${e.role})` : e.name)),
    ...bodies.map((e) => e.name),
    ...(states.length > MOST_STATES_BY_NAME
      ? [...states.slice(0, 2).map((e) => e.name), sayCount(reader, 'bot.brief.otherStates', states.length - 2)]
      : states.map((e) => e.name)),
  ]
  return labelled(reader, 'bot.brief.who', parts)
}

function where(reader: Reader, analysis: Analysis): Block[] {
  const held = new Map<string, number>()
  for (const event of analysis.events) if (event.place) held.set(event.place, (held.get(event.place) ?? 0) + 1)
  const places = analysis.entities.filter((e) => e.type === 'place' || held.has(e.id))
  const weight = (e: Entity) => e.salience + HELD_THERE * Math.min(2, held.get(e.id) ?? 0)
  places.sort((a, b) => weight(b) - weight(a))
  return labelled(
    reader,
    'bot.brief.where',
    places.slice(0, MOST_PLACES).map((e) => e.name),
  )
}

function when(reader: Reader, analysis: Analysis): Block[] {
  const said = new Set<string>()
  const parts: string[] = []
  for (const time of analysis.times) {
    // «حاليا», «مؤخرا» say nothing of when.
    if ((time.type !== 'DATE' && time.type !== 'TIME') || !/^[\dX]/.test(time.value)) continue
    const words = analysis.article.text.slice(time.span.start, time.span.end).replace(/\s+/g, ' ')
    if (said.has(words) || parts.length >= MOST_TIMES) continue
    said.add(words)
    const day = /^\d{4}-\d{2}-\d{2}$/.test(time.value) ? sayDate(reader, time.value) : undefined
    parts.push(day && !words.includes(day) && !/\d/.test(words) ? `${words} (${day})` : words)
  }
  return labelled(reader, 'bot.brief.when', parts)
}

function labelled(reader: Reader, key: string, parts: readonly string[]): Block[] {
  if (parts.length === 0) return []
  return [
    { kind: 'paragraph', text: [strong(`${say(reader.language, key)}${colon(reader)}`), plain(parts.join(' · '))] },
  ]
}

function whatIsNew(reader: Reader, novelty: Novelty): Block[] {
  const { language } = reader
  const items: NewThing[] = []
  if (novelty.story) {
    items.push({ text: [plain(novelty.story.place)] })
    if (novelty.story.news.length === 0) items.push({ text: [plain(say(language, 'bot.story.nothing'))] })
    items.push(...novelty.story.news)
  }
  if (novelty.first) items.push({ text: [plain(say(language, 'bot.new.first'))] })
  else {
    if (novelty.firstMentions.length > 0)
      items.push({
        text: [plain(say(language, 'bot.new.firstMention', { names: sayNames(novelty.firstMentions) }))],
      })
    else if (!novelty.story) items.push({ text: [plain(say(language, 'bot.new.nothing'))] })
    for (const { name, articles, lastSeen } of novelty.known)
      items.push({
        text: [
          plain(
            say(language, 'bot.new.known', {
              name,
              articles: sayCount(reader, 'bot.new.articles', articles),
              date: sayDate(reader, lastSeen),
            }),
          ),
        ],
      })
    for (const earlier of novelty.before)
      items.push({
        text: [
          quiet(`${say(language, 'bot.new.before')}${colon(reader)}`),
          plain(earlier.headline),
          quiet(` (${earlier.citation})`),
        ],
      })
  }
  return [
    { kind: 'heading', level: 2, text: [plain(say(language, 'bot.brief.new'))] },
    { kind: 'points', items },
  ]
}

/** Buttons only for what the article has: none leads to an empty page. */
function choicesOf(
  reader: Reader,
  { id, analysis }: Stored,
  story: StoryNews | undefined,
): { label: string; action: string }[] {
  const label = (key: string) => say(reader.language, `bot.brief.${key}`)
  return [
    ...(analysis.events.length > 0 ? [{ label: label('more'), action: `more:${id}` }] : []),
    ...(analysis.entities.length > 0 ? [{ label: label('actors'), action: `actors:${id}` }] : []),
    ...(analysis.relations.length > 0 ? [{ label: label('relations'), action: `relations:${id}` }] : []),
    ...(analysis.claims.length > 0 ? [{ label: label('claims'), action: `claims:${id}` }] : []),
    ...(story ? [{ label: say(reader.language, 'bot.story.button'), action: `story:${story.story}` }] : []),
  ]
}
