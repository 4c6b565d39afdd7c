/** An answer in words: each line with where it comes from. */
import type { Answer, AnswerLine } from '../answers/answer.ts'
import type { Actor, Standing } from '../archive/actors.ts'
import { type Reader, say, sayCount, sayDate } from '../words.ts'
import { jointBefore } from './brief.ts'
import { cite } from './cite.ts'
import { colon } from './colon.ts'
import { excerpt } from './excerpt.ts'
import { type Block, plain, quiet, type Reply, type Run, strong } from './reply.ts'

const LINE_WORDS = 42
const MOST_ON_A_SIDE = 4

/** The reply that says an answer. */
export function sayAnswer(reader: Reader, answer: Answer): Reply {
  return { language: reader.language, blocks: blocksOf(reader, answer) }
}

function blocksOf(reader: Reader, answer: Answer): Block[] {
  const { language } = reader
  switch (answer.kind) {
    case 'actor':
      return aboutActor(reader, answer.actor, answer.lines, answer.standings)
    case 'position': {
      const values = { actor: answer.actor.name, matter: answer.matter }
      if (answer.lines.length > 0)
        return [title(say(language, 'answers.position', values)), points(reader, answer.lines), choice(answer.actor)]
      const blocks: Block[] = [paragraph(say(language, 'answers.noPosition', values))]
      if (answer.nearest.length > 0)
        blocks.push(
          { kind: 'paragraph', text: [quiet(say(language, 'answers.nearest'))] },
          points(reader, answer.nearest),
        )
      return [...blocks, choice(answer.actor)]
    }
    case 'relation': {
      const values = { actor: answer.actor.name, other: answer.other.name }
      if (answer.lines.length === 0)
        return [
          paragraph(say(language, 'answers.noRelation', values)),
          { kind: 'choices', choices: [answer.actor, answer.other].map(choiceOf) },
        ]
      const tone =
        answer.score === undefined || Math.abs(answer.score) < 1
          ? []
          : [paragraph(say(language, answer.score > 0 ? 'answers.friendly' : 'answers.hostile'))]
      return [
        title(say(language, 'answers.relation', values)),
        ...tone,
        points(reader, answer.lines),
        { kind: 'choices', choices: [answer.actor, answer.other].map(choiceOf) },
      ]
    }
    case 'fact':
    case 'passages':
      return answer.lines.length > 0
        ? [title(say(language, 'answers.passages', { words: answer.words })), points(reader, answer.lines)]
        : [paragraph(say(language, 'answers.nothing', { words: answer.words }))]
    case 'ambiguous':
      return [
        paragraph(say(language, 'answers.several', { typed: answer.typed })),
        { kind: 'choices', choices: answer.actors.map(choiceOf) },
      ]
    case 'unknown': {
      if (answer.empty) return [paragraph(say(language, 'answers.empty'))]
      const blocks: Block[] = [paragraph(say(language, 'answers.unknown', { typed: answer.typed }))]
      if (answer.near.length > 0)
        blocks.push(
          { kind: 'paragraph', text: [quiet(say(language, 'answers.near'))] },
          { kind: 'choices', choices: answer.near.map(choiceOf) },
        )
      return blocks
    }
  }
}

function aboutActor(
  reader: Reader,
  actor: Actor,
  lines: readonly AnswerLine[],
  standings: readonly Standing[],
): Block[] {
  const { language } = reader
  const blocks: Block[] = [title(actor.name)]
  const what = actor.role && actor.role !== actor.name ? actor.role : say(language, `bot.entityType.${actor.type}`)
  const seen =
    actor.articles > 1
      ? say(language, 'answers.readOf', {
          articles: sayCount(reader, 'bot.new.articles', actor.articles),
          from: sayDate(reader, actor.firstSeen),
          to: sayDate(reader, actor.lastSeen),
        })
      : say(language, 'answers.readOfOnce', { to: sayDate(reader, actor.lastSeen) })
  blocks.push({ kind: 'paragraph', text: [strong(what), quiet(`. ${seen}`)] })
  if (lines.length > 0) blocks.push(points(reader, lines))
  else blocks.push(paragraph(say(language, 'answers.onlyMentioned')))
  for (const [key, side] of [
    ['with', standings.filter((s) => s.score > 0)],
    ['against', standings.filter((s) => s.score < 0)],
  ] as const) {
    if (side.length === 0) continue
    blocks.push({ kind: 'heading', level: 2, text: [plain(say(language, `answers.${key}`))] })
    blocks.push({
      kind: 'points',
      items: side
        .slice(0, MOST_ON_A_SIDE)
        .map((s) => ({ text: [plain(s.other.name)], citation: cite(reader, s.article, s.sentence) })),
    })
  }
  blocks.push({
    kind: 'choices',
    choices: [
      ...(standings.length > 0 ? [pictureChoice(reader, 'map', actor)] : []),
      ...(lines.some((line) => line.kind === 'event') ? [pictureChoice(reader, 'timeline', actor)] : []),
      ...(actor.articles > 1 ? [pictureChoice(reader, 'share', actor)] : []),
    ],
  })
  const others = standings.slice(0, 4).map((s) => choiceOf(s.other))
  if (others.length > 0) blocks.push({ kind: 'choices', choices: others })
  return blocks
}

function points(reader: Reader, lines: readonly AnswerLine[]): Block {
  return {
    kind: 'points',
    items: lines.map((line) => ({ text: lineRuns(reader, line), citation: cite(reader, line.article, line.sentence) })),
  }
}

function lineRuns(reader: Reader, line: AnswerLine): Run[] {
  const { language } = reader
  const words = plain(excerpt(line.text, { start: jointBefore(line.text), end: line.text.length }, LINE_WORDS))
  if (line.kind === 'claim') return [strong(`${say(language, `bot.stance.${line.type}`)}${colon(reader)}`), words]
  if (line.kind === 'event')
    return [
      strong(
        `${say(language, `bot.events.${line.type}`)}${line.status === 'happened' ? '' : ` (${say(language, `bot.status.${line.status}`)})`}${colon(reader)}`,
      ),
      words,
    ]
  return [words]
}

const title = (text: string): Block => ({ kind: 'heading', level: 1, text: [plain(text)] })
const paragraph = (text: string): Block => ({ kind: 'paragraph', text: [plain(text)] })
/** The button of a picture around an actor. */
function pictureChoice(reader: Reader, kind: 'map' | 'timeline' | 'share', actor: Actor) {
  const label = say(reader.language, `bot.pictures.button${kind[0]!.toUpperCase()}${kind.slice(1)}`)
  return { label, action: `${kind}:${actor.number}` }
}

const choiceOf = (actor: Actor) => ({
  label: actor.role && actor.role !== actor.name ? `${actor.name}، ${actor.role}` : actor.name,
  action: `who:${actor.number}`,
})
const choice = (actor: Actor): Block => ({ kind: 'choices', choices: [choiceOf(actor)] })
