/** What a bot has posted, kept as Discord keeps it: messages, their edits, answers to interactions, nonces. */
import type { APIActionRowComponent, APIButtonComponentWithCustomId, APIEmbed } from 'discord.js'
import type { UploadedFile } from '../form.ts'
import { BOT, newId } from './payloads.ts'

/** The fields of a message that bots send, in creating and editing, in channels and through interactions. */
export interface MessageBody {
  content?: string | null
  embeds?: APIEmbed[]
  components?: APIActionRowComponent<APIButtonComponentWithCustomId>[]
  allowed_mentions?: { parse?: string[]; replied_user?: boolean }
  message_reference?: { message_id: string }
  nonce?: string
  enforce_nonce?: boolean
  /** What came as files beside it. */
  uploads?: UploadedFile[]
  attachments?: { id: number | string; filename?: string; description?: string }[]
}

/** A message of the bot, as it stands after all its edits. */
export interface Sent {
  channel: string
  /** Content, then each embed's title and description, a line each; markup as sent. */
  text: string
  /** The same as a person reads it: without markup, escapes and direction marks. */
  words: string
  buttons: { label: string; action: string }[]
  body: MessageBody
}

export interface Response {
  status: number
  body?: unknown
  headers?: Record<string, string>
}

const refusal = (code: number, message: string): Response => ({ status: 404, body: { code, message } })

/** An empty Discord. */
export function createPosts() {
  const messages = new Map<string, Sent>()
  /** Interaction token → where its answers go, and the first of them. */
  const interactions = new Map<string, { channel: string; original?: string }>()
  const nonces = new Map<string, string>()

  function post(channel: string, body: MessageBody, edited?: string) {
    const nonce = body.enforce_nonce ? `${channel} ${body.nonce}` : undefined
    const id = edited ?? (nonce && nonces.get(nonce)) ?? newId()
    if (nonce) nonces.set(nonce, id)
    messages.set(id, { channel, body, text: textOf(body), words: wordsOf(textOf(body)), buttons: buttonsOf(body) })
    return messageCreated(id, channel, body)
  }

  return {
    all: () => [...messages.values()],
    post,
    /** From now on answers to this interaction are taken. */
    open: (token: string, channel: string) => void interactions.set(token, { channel }),
    /** From now on they are not, as after 15 minutes. */
    expire: (token: string) => void interactions.delete(token),

    begin(token: string): Response {
      return interactions.has(token) ? { status: 204 } : refusal(10062, 'Unknown interaction')
    },

    follow(method: string, token: string, id: string | undefined, body: MessageBody): Response {
      const interaction = interactions.get(token)
      if (!interaction) return refusal(10015, 'Unknown Webhook')
      if (id === '@original' && method === 'DELETE') return { status: 204 }
      if (id === '@original' && method === 'PATCH') {
        const made = post(interaction.channel, body, interaction.original)
        interaction.original = made.id
        return { status: 200, body: made }
      }
      return method === 'POST'
        ? { status: 200, body: post(interaction.channel, body) }
        : refusal(10008, 'Unknown Message')
    },
  }
}

function textOf({ content, embeds = [] }: MessageBody): string {
  return [content, ...embeds.flatMap(({ title, description }) => [title, description])].filter(Boolean).join('\n')
}

function wordsOf(markup: string): string {
  const escapes: string[] = []
  return markup
    .replace(/\\([^0-9A-Za-z\s])/g, (_, mark: string) => `\uE000${escapes.push(mark) - 1}\uE001`)
    .replace(/\[([^\]]*)\]\(<[^>]*>\)/g, '$1')
    .replace(/<(https?:[^>]*)>/g, '$1')
    .replace(/^(> |-# )/gm, '')
    .replaceAll('**', '')
    .replace(/\p{Cf}/gu, '')
    .replace(/\uE000(\d+)\uE001/g, (_, index: string) => escapes[Number(index)]!)
}

function buttonsOf({ components = [] }: MessageBody): Sent['buttons'] {
  return components.flatMap((row) =>
    row.components.map(({ label, custom_id }) => ({ label: label ?? '', action: custom_id })),
  )
}

function messageCreated(id: string, channel: string, { content, embeds = [], components = [] }: MessageBody) {
  return {
    id,
    channel_id: channel,
    type: 0,
    content: content ?? '',
    embeds,
    components,
    attachments: [],
    mentions: [],
    mention_roles: [],
    mention_everyone: false,
    author: BOT,
    timestamp: new Date().toISOString(),
    edited_timestamp: null,
    pinned: false,
    tts: false,
    flags: 0,
  }
}
