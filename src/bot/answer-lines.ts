/** The lines of answers: an article's own words, each with where it comes from. */
import type { AnswerLine } from '../answers/answer.ts'
import type { Actor } from '../archive/actors.ts'
import { type Reader, say, sayDate } from '../words.ts'
import { jointBefore } from './brief.ts'
import { cite } from './cite.ts'
import { colon } from './colon.ts'
import { excerpt, excerptAround } from './excerpt.ts'
import { type Block, plain, quiet, type Run, strong } from './reply.ts'

const LINE_WORDS = 42
/** Words shown before and behind those that were asked for, in a sentence too long to be shown whole. */
const BEFORE_FOCUS = 24
const BEHIND_FOCUS = 18

export const title = (text: string): Block => ({ kind: 'heading', level: 1, text: [plain(text)] })
export const paragraph = (text: string): Block => ({ kind: 'paragraph', text: [plain(text)] })

/** The button that leads to an actor: its name, and what tells it apart from its namesakes. */
export const choiceOf = (actor: Actor) => ({
  label: actor.role && actor.role !== actor.name ? `${actor.name}، ${actor.role}` : actor.name,
  action: `who:${actor.number}`,
})

/** The button of one of several of a name: with its country and when it was last in the news as well. */
export function choiceAmong(reader: Reader, actor: Actor) {
  const seen = say(reader.language, 'answers.lastSeen', { date: sayDate(reader, actor.lastSeen) })
  const what =
    actor.role && actor.role !== actor.name ? actor.role : say(reader.language, `bot.entityType.${actor.type}`)
  return { label: `${actor.name}، ${what} (${seen})`, action: `who:${actor.number}` }
}

/**
 * Lines as points; `labelled` ones begin with what kind of event or saying they tell.
 * @param about the words that were asked for: of a sentence too long to be shown whole, what is around them is shown
 */
export function points(reader: Reader, lines: readonly AnswerLine[], labelled = true, about = ''): Block {
  return {
    kind: 'points',
    items: lines.map((line) => ({
      text: labelled ? labelledRuns(reader, line) : factRuns(reader, line, about),
      citation: cite(reader, line.article, line.sentence),
    })),
  }
}

function labelledRuns(reader: Reader, line: AnswerLine): Run[] {
  const { language } = reader
  const words = plain(excerpt(line.text, { start: jointBefore(line.text), end: line.text.length }, LINE_WORDS))
  if (line.kind === 'claim') return [strong(`${say(language, `bot.stance.${line.type}`)}${colon(reader)}`), words]
  if (line.kind === 'event')
    return [strong(`${say(language, `bot.events.${line.type}`)}${statusOf(reader, line)}${colon(reader)}`), words]
  return [words]
}

const statusOf = (reader: Reader, line: AnswerLine) =>
  line.status === undefined || line.status === 'happened' || line.status === 'claimed'
    ? ''
    : ` (${say(reader.language, `bot.status.${line.status}`)})`

/** A sentence with the words that were asked for made strong. */
function factRuns(reader: Reader, line: AnswerLine, about: string): Run[] {
  const { focus } = line
  const text = line.text.replace(/[،؛:]\s*$/, '')
  const status = line.kind === 'event' ? statusOf(reader, line) : ''
  const behind = status === '' ? [] : [quiet(status)]
  if (focus === undefined || focus.end <= focus.start)
    return [plain(excerptAround(text.slice(jointBefore(text)), about, LINE_WORDS)), ...behind]
  const whole = text.split(/\s+/).length <= LINE_WORDS
  const before = spaced(text.slice(jointBefore(text), focus.start))
  const after = spaced(text.slice(focus.end))
  return [
    ...(before.trim() === '' ? [] : [plain(whole ? before : lastWords(before, BEFORE_FOCUS))]),
    strong(spaced(text.slice(focus.start, focus.end))),
    ...(after.trim() === '' ? [] : [plain(whole ? after : firstWords(after, BEHIND_FOCUS))]),
    ...behind,
  ]
}

const spaced = (text: string) => text.replace(/\s+/g, ' ')

function lastWords(text: string, most: number): string {
  const words = text.split(' ')
  return words.length > most ? `…${words.slice(-most).join(' ')}` : text
}

function firstWords(text: string, most: number): string {
  const words = text.split(' ')
  return words.length > most
    ? `${words
        .slice(0, most)
        .join(' ')
        .replace(/[،؛:.]$/, '')}…`
    : text
}
