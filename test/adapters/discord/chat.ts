/** What people do in a Discord channel, as gateway events. */
import { APPLICATION, BOT, LEAD_ROLE, newId, person, sample } from './payloads.ts'

type Json = Record<string, unknown>

export interface Chat {
  /** The channel's id: `Origin.chat`. */
  id: string
  /** The person's id: `Origin.sender`. */
  user: string
  /** A message. `fields` go over the payload (attachments, embeds…). Returns its id. */
  say(text: string, fields?: Json): string
  /** A message that begins with the bot's mention. */
  mention(text: string, fields?: Json): string
  /** A message in answer to another one (its payload), calling nobody but `mentions`. */
  answer(to: Json, text: string, mentions?: Json[]): string
  /** Forwards a text that stood elsewhere, published at `at`. */
  forward(text: string, at?: Date): string
  /** Attaches a file that `serveFile` serves. */
  attach(file: { name: string; url: string; size: number; contentType: string }, text?: string): string
  /** A slash command; the interaction's token. `argument`: name and value. `locale` of the client: en-US. */
  slash(command: string, argument?: { name: string; value: string }, locale?: string): string
  /** Types into a command's argument; the interaction's token. */
  type(command: string, argument: { name: string; value: string }): string
  /** Opens the message menu's «تحليل» on a message (its payload; without one, the feed sample); the interaction's token. */
  analyze(target?: Json): string
  /** Presses a button; the interaction's token. */
  press(action: string): string
}

/** The wire that a chat needs. */
interface Wire {
  push(event: string, payload: object): void
  open(interactionToken: string, channel: string): void
}

/** A chat of one person, in direct messages unless on a server. */
export function createChat(
  { push, open }: Wire,
  { user, id, guild, leads = false }: { user: string; id: string; guild?: string; leads?: boolean },
): Chat {
  const author = person(user)
  const roles = leads ? { roles: [LEAD_ROLE] } : {}
  const permissions = leads ? { permissions: String(1 << 4) } : {}

  /** The sample's parts that say where it stands. */
  function place(name: string): Json {
    const member = { ...(sample('message-mention').member as Json), ...roles }
    const onServer = guild ? { guild_id: guild, member } : { guild_id: undefined, member: undefined }
    return { ...sample(name), channel_id: id, channel_type: guild ? 0 : 1, author, ...onServer }
  }

  function message(name: string, fields: Json, at = new Date()): string {
    const messageId = newId(at)
    push('MESSAGE_CREATE', { ...place(name), id: messageId, timestamp: at.toISOString(), ...fields })
    return messageId
  }

  function interaction(name: string, data: Json, fields: Json = {}): string {
    const from = sample(name)
    const token = `token-${newId()}`
    const channel = guild
      ? { ...(from.channel as Json), id }
      : { id, type: 1, flags: 0, last_message_id: null, recipients: [person(APPLICATION)] }
    const who = guild
      ? { member: { ...(from.member as Json), user: author, ...roles, ...permissions } }
      : { user: author, member: undefined, guild: undefined, guild_id: undefined, context: 1 }
    open(token, id)
    const payload = { ...from, id: newId(), token, channel, channel_id: id, locale: 'en-US', ...who, ...fields }
    push('INTERACTION_CREATE', { ...payload, data: { ...(from.data as Json), ...data } })
    return token
  }

  const option = (argument: { name: string; value: string } | undefined, more: Json = {}) =>
    argument ? [{ type: 3, ...argument, ...more }] : []

  return {
    id,
    user,
    say: (text, fields = {}) => message('message-direct', { content: text, ...fields }),
    mention: (text, fields = {}) =>
      message('message-direct', { content: `<@${APPLICATION}> ${text}`, mentions: [BOT], ...fields }),
    answer: (to, text, mentions = []) =>
      message('message-direct', {
        type: 19,
        content: text,
        mentions,
        message_reference: { type: 0, message_id: to.id, channel_id: to.channel_id, guild_id: guild },
        referenced_message: to,
      }),
    forward(text, at = new Date()) {
      const { message_reference, message_snapshots } = sample('message-forward')
      const [{ message: snapshot }] = message_snapshots as [{ message: Json }]
      return message('message-forward', {
        message_reference: { ...(message_reference as Json), message_id: newId(at) },
        message_snapshots: [{ message: { ...snapshot, content: text, timestamp: at.toISOString() } }],
      })
    },
    attach({ name, url, size, contentType }, text = '') {
      const attachment = { id: newId(), filename: name, url, proxy_url: url, size, content_type: contentType }
      return message('message-file', { content: text, attachments: [attachment] })
    },
    slash: (command, argument, locale = 'en-US') =>
      interaction('interaction-slash', { name: command, options: option(argument) }, { locale }),
    type: (command, argument) =>
      interaction('interaction-suggest', { name: command, options: option(argument, { focused: true }) }),
    analyze(target = sample('message-feed')) {
      const targetId = String(target.id)
      return interaction('interaction-analyze', { target_id: targetId, resolved: { messages: { [targetId]: target } } })
    },
    press: (action) => interaction('interaction-button', { custom_id: action }),
  }
}
