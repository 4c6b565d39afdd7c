/** What Discord refuses, as messages a person can act on. */
import { DiscordAPIError, HTTPError, RateLimitError, RESTJSONErrorCodes } from 'discord.js'
import type { Delivered } from '../../src/bot/bot.ts'

const PORTAL = 'https://discord.com/developers/applications'

const WRONG_TOKEN =
  'Discord refuses the token (DISCORD_TOKEN): it is mistyped or was reset. ' +
  `Copy it anew from ${PORTAL} (your application, Bot, Reset Token).`

/** Gateway close codes after which the library does not connect again. https://discord.com/developers/docs/topics/opcodes-and-status-codes#gateway-gateway-close-event-codes */
const CLOSED_FOR_GOOD: Record<number, string> = {
  4004: WRONG_TOKEN,
  4011: 'Discord asks for sharding: the bot is on more servers than one connection may serve. Remove it from some.',
  4012: "Discord no longer speaks this version of its gateway. Update Marsad's discord.js.",
  4013: 'Discord does not know the intents that were asked for. This is a fault of Marsad: please report it.',
  4014:
    'Discord disallows the intents that were asked for: the privileged Message Content intent is not switched on. ' +
    `Switch it on at ${PORTAL} (your application, Bot, Privileged Gateway Intents, Message Content Intent), or do ` +
    'without it (messageContent: false), which leaves the bot the messages that mention it, direct messages and commands.',
}

/** What the library says on the same occasions while it connects for the first time (@discordjs/ws, WebSocketShard.onClose). */
const SAID_WHILE_CONNECTING: Record<string, number> = {
  'Authentication failed': 4004,
  'Sharding is required': 4011,
  'Used an invalid API version': 4012,
  'Used invalid intents': 4013,
  'Used disallowed intents': 4014,
}

/** Cause and cure of a gateway close code, where the library gives up on it. */
export function closedForGood(code: number): string {
  return CLOSED_FOR_GOOD[code] ?? `Discord closed the connection for good (${code}). Restart the bot.`
}

/** The error to reject `start` with: its message says cause and cure, its `cause` is what was thrown. */
export function explainStart(error: unknown): Error {
  return new Error(causeAndCure(error), { cause: error })
}

function causeAndCure(error: unknown): string {
  const message = reason(error)
  const { code, status } = error as { code?: unknown; status?: unknown }
  if (code === 'TokenInvalid' || status === 401) return WRONG_TOKEN
  const closed = SAID_WHILE_CONNECTING[message]
  if (closed !== undefined) return closedForGood(closed)
  return `Discord can't be reached: ${message}. Check the network (and the proxy, if apiRoot names one), then start again.`
}

/** Chats that a delivery will never reach again. https://discord.com/developers/docs/topics/opcodes-and-status-codes#json */
const GONE: Record<number, string> = {
  [RESTJSONErrorCodes.MissingAccess]: 'The bot may no longer see this channel.',
  [RESTJSONErrorCodes.CannotSendMessagesToThisUser]: 'This person does not take messages from the bot.',
  [RESTJSONErrorCodes.UnknownChannel]: 'This channel no longer exists.',
}

/** What became of a delivery that Discord refused: gone for good, to be tried again, or after a while. */
export function undelivered(error: unknown): Delivered {
  if (error instanceof RateLimitError) {
    return { ok: false, permanent: false, reason: 'Too many messages at once.', retryAfter: error.retryAfter }
  }
  const gone = error instanceof DiscordAPIError ? GONE[Number(error.code)] : undefined
  if (gone !== undefined) return { ok: false, permanent: true, reason: gone }
  return { ok: false, permanent: false, reason: reason(error) }
}

/** Whether an interaction's token is void: answers must go to the channel instead. */
export function isVoid(error: unknown): boolean {
  return (
    error instanceof DiscordAPIError &&
    [
      RESTJSONErrorCodes.UnknownInteraction,
      RESTJSONErrorCodes.UnknownWebhook,
      RESTJSONErrorCodes.UnknownMessage,
      RESTJSONErrorCodes.InvalidWebhookToken,
    ].includes(Number(error.code))
  )
}

/** An error for the log: never its address or body, which hold interaction tokens and what people wrote. */
export function brief(error: unknown): { reason: string; code?: string | number; status?: number } {
  if (error instanceof DiscordAPIError) return { reason: reason(error), code: error.code, status: error.status }
  if (error instanceof HTTPError) return { reason: reason(error), status: error.status }
  return { reason: reason(error) }
}

function reason(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  // Node's fetch says only «fetch failed»; what failed is its cause.
  return error.cause instanceof Error ? `${error.message}: ${error.cause.message}` : error.message
}
