/** What Telegram refuses, as messages a person can act on. Nothing here shows a token, also where the library's errors do. */
import { TelegramError } from 'telegraf'
import type { Delivered } from '../../src/bot/bot.ts'

const WRONG_TOKEN =
  'Telegram refuses the token (TELEGRAM_TOKEN): it is mistyped or was revoked. ' +
  'Ask @BotFather for it anew (/mybots, your bot, API Token).'
const TWO_POLLERS =
  'Another process takes the messages of this bot: two programs run with the same token, perhaps Marsad twice. ' +
  'Stop the other one, or give this one a bot of its own (@BotFather, /newbot).'

/** Cause and cure of a failed call, in one line. */
export function explain(error: unknown): string {
  const code = codeOf(error)
  // 404 is what a token gets that has not even the form of one.
  if (code === 401 || code === 404) return WRONG_TOKEN
  if (code === 409) return TWO_POLLERS
  if (code !== undefined) return `Telegram answered: ${reasonOf(error)}.`
  return `Telegram can't be reached: ${reasonOf(error)}. Check the network (and TELEGRAM_API_ROOT, if it is set).`
}

/** Whether only a person can mend it: the token, or a second program. */
export function needsPerson(error: unknown): boolean {
  return [401, 404, 409].includes(codeOf(error) ?? 0)
}

/** The Bot API's `error_code`, if Telegram answered at all. */
export function codeOf(error: unknown): number | undefined {
  return error instanceof TelegramError ? error.code : undefined
}

/** Milliseconds that Telegram asks to wait after too many messages (429). */
export function retryAfterOf(error: unknown): number | undefined {
  const seconds = error instanceof TelegramError ? error.parameters?.retry_after : undefined
  return codeOf(error) === 429 ? (seconds ?? 1) * 1000 : undefined
}

/** The new id of a group that has become a supergroup. */
export function migratedTo(error: unknown): string | undefined {
  const id = error instanceof TelegramError ? error.parameters?.migrate_to_chat_id : undefined
  return id === undefined ? undefined : String(id)
}

/** Failures before the request left this machine: trying again can send nothing twice. */
const NEVER_SENT = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ENETUNREACH', 'EHOSTUNREACH'])

/** Whether a call surely had no effect and may have one when tried again: nobody answered the door, or the server broke. */
export function mayTryAgain(error: unknown): boolean {
  const code = codeOf(error)
  if (code !== undefined) return code >= 500
  return NEVER_SENT.has(String((error as { code?: unknown }).code))
}

/** Of Telegram's many 400s those that say that a chat will never be reached again. */
const GONE =
  /chat not found|peer_id_invalid|user not found|have no rights|write_forbidden|chat_restricted|deactivated|group chat was upgraded/i

/** What became of a delivery that Telegram refused: gone for good, to be tried again, or after a while. */
export function undelivered(error: unknown): Delivered {
  const code = codeOf(error)
  const reason = reasonOf(error)
  const retryAfter = retryAfterOf(error)
  if (retryAfter !== undefined) return { ok: false, permanent: false, reason: 'Too many messages at once.', retryAfter }
  if (code === 403) return { ok: false, permanent: true, reason: `The bot may not write there: ${reason}` }
  if (code === 400 && GONE.test(reason)) return { ok: false, permanent: true, reason: `The chat is gone: ${reason}` }
  return { ok: false, permanent: false, reason }
}

/** An error for the log: never its payload, which holds what people wrote, and never a token. */
export function brief(error: unknown): { reason: string; code?: number } {
  return { reason: reasonOf(error), code: codeOf(error) }
}

function reasonOf(error: unknown): string {
  const message =
    error instanceof TelegramError ? error.description : error instanceof Error ? error.message : String(error)
  return String(message).replace(/\d+:(?:[\w-]{20,}|\[REDACTED\])/g, '[token]')
}
