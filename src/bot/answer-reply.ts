/** An answer in words: each line with where it comes from. */
import type { Answer } from '../answers/answer.ts'
import type { Actor } from '../archive/actors.ts'
import { type Reader, say } from '../words.ts'
import { choiceAmong, choiceOf, paragraph, points, title } from './answer-lines.ts'
import { factBlocks } from './fact-reply.ts'
import { profileBlocks } from './profile-reply.ts'
import { type Block, plain, quiet, type Reply } from './reply.ts'

/** The reply that says an answer. */
export function sayAnswer(reader: Reader, answer: Answer): Reply {
  return { language: reader.language, blocks: blocksOf(reader, answer) }
}

function blocksOf(reader: Reader, answer: Answer): Block[] {
  const { language } = reader
  switch (answer.kind) {
    case 'actor':
      return profileBlocks(reader, answer)
    case 'fact':
      return factBlocks(reader, answer)
    case 'position': {
      const values = { actor: answer.actor.name, matter: answer.matter }
      if (answer.lines.length > 0)
        return [
          title(say(language, 'answers.position', values)),
          points(reader, answer.lines, false, answer.matter),
          choices([answer.actor]),
        ]
      const blocks: Block[] = [paragraph(say(language, 'answers.noPosition', values))]
      if (answer.nearest.length > 0)
        blocks.push(
          { kind: 'paragraph', text: [quiet(say(language, 'answers.nearest'))] },
          points(reader, answer.nearest, false, answer.matter),
        )
      return [...blocks, choices([answer.actor])]
    }
    case 'positions':
      return [
        title(say(language, 'answers.positions', { matter: answer.matter })),
        ...answer.sides.flatMap((side): Block[] =>
          side.lines.length > 0
            ? [
                { kind: 'heading', level: 2, text: [plain(side.actor.name)] },
                points(reader, side.lines, false, side.matter),
              ]
            : [paragraph(say(language, 'answers.noPosition', { actor: side.actor.name, matter: side.matter }))],
        ),
        choices(answer.sides.map(({ actor }) => actor)),
      ]
    case 'relation': {
      const values = { actor: answer.actor.name, other: answer.other.name }
      const both = choices([answer.actor, answer.other])
      if (answer.lines.length === 0) return [paragraph(say(language, 'answers.noRelation', values)), both]
      const tone =
        answer.score === undefined || Math.abs(answer.score) < 1
          ? []
          : [paragraph(say(language, answer.score > 0 ? 'answers.friendly' : 'answers.hostile'))]
      return [
        title(say(language, 'answers.relation', values)),
        ...tone,
        points(reader, answer.lines, false, answer.other.name),
        both,
      ]
    }
    case 'passages':
      return answer.lines.length > 0
        ? [
            title(say(language, 'answers.passages', { words: answer.words })),
            points(reader, answer.lines, false, answer.words),
          ]
        : [paragraph(say(language, 'answers.nothing', { words: answer.words }))]
    case 'ambiguous':
      return [
        paragraph(say(language, 'answers.several', { typed: answer.typed })),
        { kind: 'choices', choices: answer.actors.map((actor) => choiceAmong(reader, actor)) },
      ]
    case 'unknown': {
      if (answer.empty) return [paragraph(say(language, 'answers.empty'))]
      const blocks: Block[] = [paragraph(say(language, 'answers.unknown', { typed: answer.typed }))]
      if (answer.near.length > 0)
        blocks.push({ kind: 'paragraph', text: [quiet(say(language, 'answers.near'))] }, choices(answer.near))
      return blocks
    }
  }
}

const choices = (actors: readonly Actor[]): Block => ({ kind: 'choices', choices: actors.map(choiceOf) })
