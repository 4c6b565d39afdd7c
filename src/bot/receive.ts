/** Every message of every platform comes in here. */

import { languageOf, wordsIn } from '../analysis/text/language.ts'
import { looksLikeQuestion } from '../answers/question.ts'
import { failureOf } from '../archive/failure.ts'
import { articleFromText } from '../intake/text.ts'
import { say } from '../words.ts'
import { answer } from './asking.ts'
import type { Bot, Suggestion } from './bot.ts'
import { actionAt, boundToDesk } from './choices.ts'
import { COMMANDS, type CommandName, commandIn, commandNamed } from './commands.ts'
import { isDecidingButton, isDecision, mayDecide } from './deciding.ts'
import { type Means, type Setting, settingOf } from './desk.ts'
import { originOf, readArticle, readFile, readLinks } from './forward.ts'
import type { Incoming, IncomingMessage } from './incoming.ts'
import { line } from './line.ts'
import { choose, isAskable, obey } from './obey.ts'
import type { Reply } from './reply.ts'

type Send = (reply: Reply) => Promise<void>

/** A text of so many words that asks nothing is an article, even if it is only a news flash. */
const ARTICLE_WORDS = 12
/** A question is not longer. */
const QUESTION_WORDS = 40
const QUESTION_LENGTH = 500
/** Beside so few words a link is what was meant to be read. */
const WORDS_BESIDE_LINK = 12

/** The core as adapters see it. */
export function createBot(means: Means): Bot {
  return {
    commands: COMMANDS,

    async receive(incoming, send) {
      let setting: Setting | undefined
      try {
        setting = await settingOf(means, incoming)
        const { desk } = setting.desk
        await handle(means, setting, incoming, (reply) => send(boundToDesk(reply, desk)))
      } catch (error) {
        means.log.error({ error, platform: incoming.platform, kind: incoming.kind }, 'a message could not be answered')
        await send(
          line(
            setting ?? { reader: { language: incoming.language ?? means.language, timeZone: means.timeZone } },
            `bot.errors.${errorKey(error)}`,
          ),
        )
      }
    },

    async suggest(origin, typed, limit): Promise<Suggestion[]> {
      const { desk, reader } = await settingOf(means, origin)
      const actors = await means.archive.actors.suggest(desk.desk, typed, limit)
      return actors.map((actor) => ({
        name: actor.name,
        detail:
          actor.role && actor.role !== actor.name ? actor.role : say(reader.language, `bot.entityType.${actor.type}`),
      }))
    },
  }
}

/** What went wrong, as far as people can do something about it. */
const errorKey = (error: unknown) => {
  const failure = failureOf(error)
  return failure === undefined || failure === 'folder' ? 'internal' : failure
}

async function handle(means: Means, setting: Setting, incoming: Incoming, send: Send): Promise<void> {
  if (incoming.kind === 'choice') {
    const action = actionAt(incoming.action, setting.desk.desk)
    if (action === undefined) return send(line(setting, 'bot.errors.otherDesk'))
    if (isDecidingButton(action) && !(await mayDecide(incoming)))
      return send(line(setting, 'bot.errors.administratorsOnly'))
    return choose(means, setting, action, send)
  }
  const carryOut = async (command: CommandName, argument: string) =>
    isDecision(command, argument) && !(await mayDecide(incoming))
      ? send(line(setting, 'bot.errors.administratorsOnly'))
      : obey(means, setting, command, argument, incoming.receivedAt, send)
  if (incoming.kind === 'command') {
    const command = commandNamed(incoming.command)
    return command ? carryOut(command, incoming.argument) : carryOut('help', '')
  }
  const { text } = incoming
  const typed = incoming.forwardedFrom ? undefined : commandIn(text)
  if (typed) return carryOut(typed.command, typed.argument)
  if (incoming.file) return send(await readFile(means, setting, incoming.file, originOf(incoming)))
  return readText(means, setting, incoming, send)
}

/** What a text without a command is: a link, an article or a question. */
async function readText(means: Means, setting: Setting, message: IncomingMessage, send: Send): Promise<void> {
  const { text, links } = message
  const words = wordsIn(links.reduce((rest, link) => rest.replaceAll(link, ' '), text))
  if (text.trim() === '' && links.length === 0) return send(line(setting, 'bot.errors.empty'))
  if (links.length > 0 && words <= WORDS_BESIDE_LINK) return readLinks(means, setting, links, message.receivedAt, send)
  const asks =
    words <= QUESTION_WORDS &&
    text.length <= QUESTION_LENGTH &&
    !message.forwardedFrom &&
    (looksLikeQuestion(text) || words < ARTICLE_WORDS)
  if (!asks) return send(await readArticle(means, setting, articleFromText(text, originOf(message))))
  if (!/[\p{L}\p{N}]/u.test(text)) return send(line(setting, 'bot.errors.empty'))
  // Latin letters may spell a name («AQMI»); a longer foreign text that asks nothing is not for us.
  if (languageOf(text) !== 'ar' && words > 6 && !looksLikeQuestion(text))
    return send(line(setting, 'bot.errors.notArabic'))
  return send(isAskable(text) ? await answer(means, setting, text) : line(setting, 'bot.errors.tooShort'))
}
