/**
 * Telegram's updates as the bot's `Incoming`. What an update means is decided here; nothing is sent or fetched.
 *
 * In a private chat everything is for the bot. In a group only what addresses it: its commands, a mention, an answer to
 * one of its messages. A forwarded article can't address anybody: whoever wants it read answers it with a bare mention,
 * and the answered message is taken. That way it is the same whether the bot's privacy mode lets it see the rest or not.
 * Edits, channel posts, notices and what bots write are left out quietly.
 */
import type { CommandDescription } from '../../src/bot/bot.ts'
import {
  type Incoming,
  type IncomingFile,
  type IncomingMessage,
  LANGUAGES,
  type Language,
} from '../../src/bot/incoming.ts'
import { commandIn, linksIn, type Me, mentions, withoutMentions, wordsOf } from './entities.ts'
import { isoOf, nameOf, readOrigin } from './origin.ts'
import { type Answered, type CallbackQuery, type Document, MEDIA, type Message, type User } from './update.ts'

/** The adapter's name, and the `platform` of all that comes through it. */
export const PLATFORM = 'telegram'

/** What reading an update needs to know. */
export interface Reading {
  me: Me
  commands: readonly CommandDescription[]
  /** A document as a file that can be read later. */
  fileOf(document: Document): IncomingFile
  /** Whether a person administers a group; false where Telegram does not say. Ids are Telegram's. */
  administers(chat: number, person: number): Promise<boolean>
}

/** Telegram's own first command in every chat, also where the bot has none of that name. */
const START = 'start'
/** The accounts that Telegram writes with for an administrator who hides, and for a channel that speaks in a group. */
const STAND_INS = new Set([1087968824, 136817688])

/** What a message says to the bot; undefined when it is not meant for it. */
export function readMessage(message: Message, reading: Reading): Incoming | undefined {
  const { chat, from } = message
  if (message.is_automatic_forward || !isFromPerson(message) || !hasContent(message)) return undefined
  const origin = {
    platform: PLATFORM,
    chat: String(chat.id),
    chatName: chat.title ?? (from && nameOf(from)),
    sender: String((standIn(from) ? message.sender_chat?.id : from?.id) ?? chat.id),
    language: languageOf(from?.language_code),
    receivedAt: isoOf(message.date),
    ...(chat.type !== 'private' && { decides: async () => writesForGroup(message) || administers(message, reading) }),
  }
  const { text, entities } = wordsOf(message)

  const command = message.forward_origin ? undefined : commandIn(text, entities)
  if (command && isOurs(command, chat.type, reading)) {
    return { ...origin, kind: 'command', command: command.name, argument: command.argument }
  }
  if (chat.type === 'private') return { ...origin, kind: 'message', ...contentOf(message, reading) }

  const isMentioned = !message.forward_origin && mentions(text, entities, reading.me)
  if (!isMentioned && message.reply_to_message?.from?.id !== reading.me.id) return undefined
  const own = contentOf(message, reading)
  const pointedAt = message.reply_to_message
  if (own.text === '' && own.links.length === 0 && !own.file && pointedAt && pointedAt.from?.id !== reading.me.id) {
    return { ...origin, kind: 'message', ...asArticle(pointedAt, reading) }
  }
  return { ...origin, kind: 'message', ...own }
}

/**
 * The press of a button; undefined where it has no action or stood under a message of no chat.
 * @param now when it came in; Telegram does not tell
 */
export function readPress(
  { from, data, message }: CallbackQuery,
  reading: Pick<Reading, 'administers'>,
  now: Date,
): Incoming | undefined {
  if (!message || !data) return undefined
  const { chat } = message
  return {
    platform: PLATFORM,
    chat: String(chat.id),
    sender: String(from.id),
    language: languageOf(from.language_code),
    receivedAt: now.toISOString(),
    ...(chat.type !== 'private' && { decides: () => reading.administers(chat.id, from.id) }),
    kind: 'choice',
    action: data,
  }
}

/** The bot's language for an IETF tag like `fr` or `ar-EG`, if it speaks it. */
export function languageOf(tag: string | undefined): Language | undefined {
  const [language] = tag?.toLowerCase().split('-') ?? []
  return LANGUAGES.find((known) => known === language)
}

type Content = Pick<IncomingMessage, 'text' | 'links' | 'forwardedFrom' | 'file'>

function contentOf(message: Answered, { me, fileOf }: Reading): Content {
  const { text, entities } = wordsOf(message)
  return {
    text: message.forward_origin ? text : withoutMentions(text, entities, me),
    links: linksIn(text, entities),
    forwardedFrom: message.forward_origin && readOrigin(message.forward_origin),
    // A silent video carries a document too, for old clients.
    file: message.document && message.animation === undefined ? fileOf(message.document) : undefined,
  }
}

/** Somebody's message, handed to the bot by another hand than theirs. */
function asArticle(message: Answered, reading: Reading): Content {
  const content = contentOf(message, reading)
  const author = message.sender_chat?.title ?? (message.from && nameOf(message.from))
  return {
    ...content,
    forwardedFrom: content.forwardedFrom ?? (author ? { name: author, date: isoOf(message.date) } : undefined),
  }
}

/** In a group a command without a bot's name is ours only when we have it: others may be meant. */
function isOurs(command: { name: string; called?: string }, chatType: string, { me, commands }: Reading): boolean {
  const isKnown = command.name === START || commands.some(({ name }) => name === command.name)
  const isCalled = command.called === undefined || command.called === me.username.toLowerCase()
  return isKnown && (isCalled || chatType === 'private')
}

function isFromPerson({ from, sender_chat }: Message): boolean {
  return from ? !from.is_bot || standIn(from) : sender_chat !== undefined
}

/** An administrator who hides writes as the group itself; nobody else can. */
function writesForGroup({ chat, sender_chat }: Message): boolean {
  return sender_chat?.id === chat.id
}

async function administers({ chat, from }: Message, reading: Reading): Promise<boolean> {
  return from !== undefined && !standIn(from) && reading.administers(chat.id, from.id)
}

function standIn(from: User | undefined): boolean {
  return from !== undefined && STAND_INS.has(from.id)
}

/** Notices («… joined») have none; of an album only what has words or is a document counts, or each picture would be answered. */
function hasContent(message: Message): boolean {
  const { text } = wordsOf(message)
  if (text !== '' || message.document) return true
  return message.media_group_id === undefined && MEDIA.some((kind) => message[kind] !== undefined)
}
