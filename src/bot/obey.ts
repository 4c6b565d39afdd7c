/** What each command does, and each button. */
import { askAbout } from '../answers/ask.ts'
import { readQuestion } from '../answers/question.ts'
import { composeDigest, MOST_ARTICLES } from '../digest/digest.ts'
import { readDigestSetting } from '../digest/schedule.ts'
import { timeZoneNamed } from '../digest/time-zones.ts'
import { articleFromText } from '../intake/text.ts'
import { LANGUAGES, type Language, say } from '../words.ts'
import { sayAnswer } from './answer-reply.ts'
import { actorPage, answer } from './asking.ts'
import { composeBrief } from './brief.ts'
import type { CommandName } from './commands.ts'
import type { Means, Setting } from './desk.ts'
import { composeActors, composeClaims, composeDetails, composeRelations } from './details.ts'
import { sayDigest } from './digest-reply.ts'
import { exportHere } from './exchange.ts'
import { confirmForgetting, forget } from './forgetting.ts'
import { readArticle, readLinks } from './forward.ts'
import {
  askToJoin,
  askToLeave,
  invite,
  join,
  leave,
  remove,
  renameDesk,
  revokeInvitations,
  setRole,
  showDesk,
  showMembers,
} from './joint-desk.ts'
import { line } from './line.ts'
import { actorMap, actorShare, actorTimeline, withRelationsMap } from './pictures.ts'
import { plain, type Reply, strong } from './reply.ts'
import { searchFor, searchPage } from './search.ts'
import { showStory } from './story.ts'

type Send = (reply: Reply) => Promise<void>
const DAY = 86_400_000
const ADDRESS = /^https?:\/\/\S+$/

/** Carries out a command; `argument` is what stands behind its name. */
export async function obey(
  means: Means,
  setting: Setting,
  command: CommandName,
  argument: string,
  receivedAt: string,
  send: Send,
): Promise<void> {
  switch (command) {
    case 'start':
      return send(welcome(setting))
    case 'help':
      return send(help(setting))
    case 'ask':
      return send(argument === '' ? line(setting, 'answers.askWhat') : await answer(means, setting, argument))
    case 'search':
      return send(await searchFor(means, setting, argument))
    case 'summary':
      if (ADDRESS.test(argument)) return readLinks(means, setting, [argument], receivedAt, send)
      return send(
        argument === ''
          ? await latest(means, setting)
          : await readArticle(means, setting, articleFromText(argument, { receivedAt })),
      )
    case 'digest':
      return send(await digest(means, setting, argument))
    case 'language':
      return send(await language(means, setting, argument))
    case 'forget':
      return send(await confirmForgetting(means, setting))
    case 'desk':
      return send(argument === '' ? await showDesk(means, setting) : await renameDesk(means, setting, argument))
    case 'invite':
      return send(await invite(means, setting, argument))
    case 'join':
      return send(await askToJoin(means, setting, argument))
    case 'leave':
      return send(await askToLeave(means, setting))
    case 'export':
      return send(await exportHere(means, setting, argument))
  }
}

/** Carries out what a button stands for. One that was pressed before, or whose article is gone, does no harm. */
export async function choose(means: Means, setting: Setting, action: string, send: Send): Promise<void> {
  const { desk, reader } = setting
  const [verb, value = ''] = [action.slice(0, action.indexOf(':')), action.slice(action.indexOf(':') + 1)]
  switch (verb) {
    case 'more':
    case 'actors':
    case 'relations':
    case 'claims': {
      const stored = await means.archive.articles.get(desk.desk, Number(value))
      if (stored === undefined) return send(line(setting, 'bot.errors.stale'))
      if (verb === 'more') return send(composeDetails(reader, stored))
      if (verb === 'relations') return send(await withRelationsMap(reader, stored, composeRelations(reader, stored)))
      if (verb === 'claims') return send(composeClaims(reader, stored))
      const numbers = await means.archive.actors.numbers(desk.desk, stored.id)
      return send(composeActors(reader, stored, (id) => numbers.get(id)))
    }
    case 'search': {
      const [search = '', page = ''] = value.split(':')
      return send(await searchPage(means, setting, Number(search), Number(page)))
    }
    case 'story':
      return send(await showStory(means, setting, Number(value)))
    case 'deeds':
    case 'sides':
    case 'says':
    case 'told':
    case 'beside':
    case 'often':
      return send(await actorPage(means, setting, verb, value))
    case 'map':
      return send(await actorMap(means, setting, Number(value)))
    case 'timeline':
      return send(await actorTimeline(means, setting, Number(value)))
    case 'share':
      return send(await actorShare(means, setting, Number(value)))
    case 'who': {
      const found = await askAbout(means.archive, desk.desk, Number(value))
      return send(found ? sayAnswer(reader, found) : line(setting, 'bot.errors.stale'))
    }
    case 'digest':
      return send(await digest(means, setting, value))
    case 'language':
      return send(await language(means, setting, value))
    case 'forget':
      return send(await forget(means, setting, value))
    case 'desk':
      return send(await (value === 'members' ? showMembers : showDesk)(means, setting))
    case 'invite':
      return send(value === 'revoke' ? await revokeInvitations(means, setting) : await invite(means, setting, value))
    case 'join':
      return send(await join(means, setting, value))
    case 'leave':
      if (value === 'no') return send(line(setting, 'bot.desk.stayed'))
      return send(await (value === 'yes' ? leave : askToLeave)(means, setting))
    case 'role': {
      const [role = '', key = ''] = value.split(':')
      return send(await setRole(means, setting, role, key))
    }
    case 'export':
      return send(await exportHere(means, setting, ''))
    case 'remove':
      return send(await remove(means, setting, value))
    default:
      return send(line(setting, 'bot.errors.stale'))
  }
}

function welcome({ reader: { language } }: Setting): Reply {
  const part = (key: string) => ({ kind: 'paragraph' as const, text: [plain(say(language, `bot.start.${key}`))] })
  return {
    language,
    blocks: [
      { kind: 'heading', level: 1, text: [plain(say(language, 'bot.start.title'))] },
      part('what'),
      part('ask'),
      part('digest'),
      part('private'),
    ],
  }
}

function help({ reader: { language } }: Setting): Reply {
  const keys = ['forward', 'ask', 'search', 'summary', 'digest', 'desk', 'language', 'forget']
  return {
    language,
    blocks: [
      { kind: 'heading', level: 1, text: [plain(say(language, 'bot.help.title'))] },
      { kind: 'points', items: keys.map((key) => ({ text: [plain(say(language, `bot.help.${key}`))] })) },
    ],
  }
}

async function latest(means: Means, setting: Setting): Promise<Reply> {
  const stored = await means.archive.articles.latest(setting.desk.desk)
  return stored ? composeBrief(setting.reader, stored, undefined) : line(setting, 'answers.empty')
}

async function digest(means: Means, setting: Setting, argument: string): Promise<Reply> {
  const { desk, reader } = setting
  const wanted = readDigestSetting(argument, timeZoneNamed)
  switch (wanted.kind) {
    case 'now':
      return digestNow(means, setting)
    case 'off':
      await means.archive.desks.set(desk, { digestAt: null })
      return line(setting, 'digest.off')
    case 'at': {
      const timeZone = wanted.zone ?? desk.timeZone ?? means.timeZone
      await means.archive.desks.set(desk, { digestAt: wanted.at, timeZone })
      return line(setting, 'digest.set', { at: wanted.at, zone: timeZone })
    }
    case 'unclear':
      return {
        language: reader.language,
        blocks: [
          {
            kind: 'paragraph',
            text: [plain(say(reader.language, 'digest.unclear', { typed: argument.slice(0, 80) }))],
          },
        ],
      }
  }
}

/** The digest of the last twenty-four hours. */
export async function digestNow(means: Means, { desk, reader }: Pick<Setting, 'desk' | 'reader'>): Promise<Reply> {
  const to = means.now()
  const from = new Date(to.getTime() - DAY)
  // A moment is shown to the millisecond past the newest article, so that the one that came just now is in it.
  const until = new Date(to.getTime() + 1).toISOString()
  const articles = await means.archive.articles.received(desk.desk, from.toISOString(), until, MOST_ARTICLES)
  const sizes = await means.archive.stories.sizes(desk.desk, [...new Set(articles.map(({ story }) => story))])
  const composed = composeDigest(articles, sizes, from.toISOString(), to.toISOString())
  return sayDigest(reader, composed, desk.digestAt !== undefined)
}

async function language(means: Means, setting: Setting, typed: string): Promise<Reply> {
  const { desk, reader } = setting
  if (typed === '') {
    return {
      language: reader.language,
      blocks: [
        { kind: 'paragraph', text: [strong(say(reader.language, 'bot.language.choose'))] },
        {
          kind: 'choices',
          choices: LANGUAGES.map((code) => ({
            label: say(reader.language, `bot.language.${code}`),
            action: `language:${code}`,
          })),
        },
      ],
    }
  }
  const chosen = languageNamed(typed)
  if (chosen === undefined) return line(setting, 'bot.language.unknown', { typed: typed.slice(0, 40) })
  await means.archive.desks.set(desk, { language: chosen })
  return line({ ...setting, reader: { ...reader, language: chosen } }, 'bot.language.changed')
}

function languageNamed(typed: string): Language | undefined {
  const names: Record<Language, RegExp> = {
    ar: /^(?:ar|arabic|arabe|عربي|عربية|العربية)$/i,
    en: /^(?:en|english|anglais|إنجليزي|انجليزي|الإنجليزية|الانجليزية)$/i,
    fr: /^(?:fr|french|fran[cç]ais|فرنسي|فرنسية|الفرنسية)$/i,
  }
  return LANGUAGES.find((code) => names[code].test(typed.trim()))
}

/** Whether a text that is no article asks something that can be looked for. */
export function isAskable(text: string): boolean {
  const question = readQuestion(text)
  return question.kind !== 'about' || question.actor.length >= 2
}
