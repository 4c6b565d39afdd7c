/** What people do in a Telegram chat, as updates. */
import { readFileSync } from 'node:fs'

type Json = Record<string, unknown>

/** A payload as Telegram sends it (ids and names invented), by the name of its file in `samples/`. */
export function sample(name: string): Json {
  return JSON.parse(readFileSync(new URL(`samples/${name}.json`, import.meta.url), 'utf8')) as Json
}

export interface Chat {
  /** The chat's id, a number: `Origin.chat` as a string. */
  id: number
  /** The person's id: `Origin.sender` as a string. */
  user: number
  /** A message of words; `fields` go over the payload. Returns the message, to be answered. */
  say(text: string, fields?: Json): Json
  /** A command, marked as Telegram marks it: `/ask@Bot words`. */
  command(text: string, fields?: Json): Json
  /** Words behind the bot's mention. */
  mention(text: string, fields?: Json): Json
  /** Forwards a post of a public channel. `date` in seconds since 1970. */
  forward(text: string, channel?: { title: string; username?: string; date?: number }): Json
  /** Sends a document that `keepFile` serves. */
  document(file: { file_id: string; file_name: string; mime_type?: string; file_size?: number }, caption?: string): Json
  /** Presses a button. */
  press(action: string): void
}

interface Wire {
  push(update: Json): void
  nextMessage(): number
}

/** A chat of one person with the bot, or in a group. */
export function createChat(
  wire: Wire,
  { user, language = 'ar', group, me }: { user: number; language?: string; group?: number; me: { username: string } },
): Chat {
  const id = group ?? user
  const from = { id: user, is_bot: false, first_name: 'نادية', last_name: 'التحرير', language_code: language }
  const chat =
    group === undefined
      ? { id, first_name: 'نادية', last_name: 'التحرير', type: 'private' }
      : { id, title: 'مكتب الساحل', type: 'supergroup' }

  const send = (fields: Json): Json => {
    const message = { message_id: wire.nextMessage(), from, chat, date: Math.floor(Date.now() / 1000), ...fields }
    wire.push({ message })
    return message
  }

  return {
    id,
    user,
    say: (text, fields) => send({ text, ...fields }),
    command(text, fields) {
      const length = text.search(/\s|$/)
      return send({ text, entities: [{ offset: 0, length, type: 'bot_command' }], ...fields })
    },
    mention(text, fields) {
      const name = `@${me.username}`
      const entities = [{ offset: 0, length: name.length, type: 'mention' }]
      return send({ text: `${name} ${text}`.trim(), entities, ...fields })
    },
    forward(text, { title, username, date = 1_331_719_200 } = { title: 'الصباح', username: 'assabah_news' }) {
      const forward_origin = {
        type: 'channel',
        chat: { id: -1001234567890, title, username, type: 'channel' },
        message_id: 4312,
        date,
      }
      return send({ text, forward_origin })
    },
    document: (document, caption) => send({ document, ...(caption !== undefined && { caption }) }),
    press(action) {
      const message = { message_id: wire.nextMessage(), chat, date: Math.floor(Date.now() / 1000), text: '…' }
      wire.push({
        callback_query: { id: `44${wire.nextMessage()}`, from, chat_instance: '-3881', message, data: action },
      })
    },
  }
}
