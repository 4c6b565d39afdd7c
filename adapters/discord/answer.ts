/** Ways for an answer to reach where it was asked. */
import { createHash } from 'node:crypto'
import {
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  type Client,
  type Message,
  type MessageContextMenuCommandInteraction,
  Routes,
} from 'discord.js'
import type { Reply } from '../../src/bot/reply.ts'
import { isVoid } from './failures.ts'
import { NONCE_LENGTH, TYPING_LASTS } from './limits.ts'
import { type DiscordMessage, render } from './render.ts'

export type AskedByInteraction = ButtonInteraction | ChatInputCommandInteraction | MessageContextMenuCommandInteraction

export interface Answering {
  /** Sends a reply, as many messages as it needs. Rejects with what Discord refuses. */
  send(reply: Reply): Promise<void>
  /** To be called when all was sent. */
  end(): Promise<void>
}

/** Answers a message in its channel: on a server as a reply to it, without calling its author. Shows «is typing» until the end. */
export function answerMessage(message: Message): Answering {
  const { channel } = message
  const typing = channel.isSendable() ? keepTyping(() => channel.sendTyping()) : undefined
  let isFirst = message.inGuild()
  return {
    async send(reply) {
      for (const body of render(reply)) {
        const asReply = isFirst ? { messageReference: message.id, failIfNotExists: false } : undefined
        isFirst = false
        if (channel.isSendable()) await channel.send({ ...body, reply: asReply })
      }
    },
    async end() {
      clearInterval(typing)
    },
  }
}

/**
 * Answers a command or a button: first in the place that the deferral holds free, then behind it. When the
 * interaction's token has become void (it lives 15 minutes), in the channel.
 */
export function answerInteraction(interaction: AskedByInteraction): Answering {
  let isFirst = true
  const sendOne = async (body: DiscordMessage) => {
    const first = isFirst
    isFirst = false
    try {
      await (first ? interaction.editReply(body) : interaction.followUp(body))
    } catch (error) {
      if (!isVoid(error) || interaction.channelId === null) throw error
      await postTo(interaction.client, interaction.channelId, body)
    }
  }
  return {
    async send(reply) {
      for (const body of render(reply)) await sendOne(body)
    },
    async end() {
      // Without an answer «is thinking» would stand there for a quarter of an hour.
      if (isFirst) await interaction.deleteReply()
    },
  }
}

/**
 * Sends one message to a channel that asked for nothing just now. The same message sent again within some minutes is
 * dropped by Discord: a repeated delivery, of which the first part had arrived, does not show it twice.
 */
export async function postTo(client: Client, channel: string, body: DiscordMessage) {
  const { content, embeds, components, files = [] } = body
  const attachments = files.map(({ name, description }, id) => ({ id, filename: name, description }))
  const message = { content, embeds, components, attachments, allowed_mentions: { parse: [] } }
  const nonce = createHash('sha256')
    .update(JSON.stringify([channel, message, files]))
    .digest('base64url')
    .slice(0, NONCE_LENGTH)
  await client.rest.post(Routes.channelMessages(channel), {
    body: { ...message, nonce, enforce_nonce: true },
    files: files.map(({ attachment, name }) => ({ data: attachment, name })),
  })
}

function keepTyping(show: () => Promise<void>): NodeJS.Timeout {
  // That nobody sees us type is no reason not to answer.
  const attempt = () => void show().catch(() => {})
  attempt()
  return setInterval(attempt, TYPING_LASTS * 0.8)
}
