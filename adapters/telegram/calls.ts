/** Calls of the Bot API that wait and try again where that helps. */
import { setTimeout as sleep } from 'node:timers/promises'
import type { Telegram } from 'telegraf'
import { mayTryAgain, migratedTo, retryAfterOf } from './failures.ts'
import type { TelegramMessage } from './render.ts'

/** Methods by name with their payload; what the answer holds is for the caller to read. */
export type Call = (method: string, payload: object, signal?: AbortSignal) => Promise<unknown>

/** Milliseconds for a call that waits for nothing. The library's own limit is 500 seconds. */
const ANSWERED_WITHIN = 30_000

/** Plain calls: one attempt, given up after half a minute or on the signal. */
export function callsOf(telegram: Telegram, within = ANSWERED_WITHIN): Call {
  return (method, payload, signal) => {
    const timeout = AbortSignal.timeout(within)
    const either = signal ? AbortSignal.any([signal, timeout]) : timeout
    const call = telegram.callApi.bind(telegram) as (
      method: string,
      payload: object,
      options: object,
    ) => Promise<unknown>
    return call(method, payload, { signal: either })
  }
}

export interface Patience {
  /** Milliseconds of one flood wait that are waited out; a longer one fails. */
  longestWait: number
  /** Milliseconds before the second attempt after a failure; each further pause is twice as long. */
  firstPause: number
  /** Ends all waiting. */
  signal: AbortSignal
}

/** Attempts at one call before its failure is passed on. */
const ATTEMPTS = 5

/**
 * Calls that respect `retry_after` and are repeated where the request surely had no effect. A connection that broke
 * after the request had gone is not tried again: the message may have arrived, and would appear twice.
 */
export function patiently(call: Call, { longestWait, firstPause, signal }: Patience): Call {
  return async (method, payload) => {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await call(method, payload)
      } catch (error) {
        const asked = retryAfterOf(error)
        const pause = asked ?? (mayTryAgain(error) ? firstPause * 2 ** (attempt - 1) : undefined)
        if (pause === undefined || pause > longestWait || attempt >= ATTEMPTS || signal.aborted) throw error
        await sleep(pause, undefined, { signal }).catch(() => {
          throw error
        })
      }
    }
  }
}

/** Where a message goes and what it answers. */
export interface Place {
  chat: string
  /** Of a topic in a forum. */
  thread?: number
  /** The message that it answers, in a group. */
  answers?: number
}

/** Sends one message; a group that has become a supergroup is found again under its new id. */
export async function sendTo(call: Call, { chat, thread, answers }: Place, message: TelegramMessage): Promise<void> {
  const { method, ...body } = message
  const answered = { message_id: answers, allow_sending_without_reply: true }
  const payload = {
    ...body,
    ...(thread !== undefined && { message_thread_id: thread }),
    // As a form, which an upload is, the library sends this only when it is a string (telegraf #1970).
    ...(answers !== undefined && { reply_parameters: method === 'sendMessage' ? answered : JSON.stringify(answered) }),
  }
  try {
    await call(method, { chat_id: chat, ...payload })
  } catch (error) {
    const moved = migratedTo(error)
    if (moved === undefined) throw error
    await call(method, { chat_id: moved, ...body })
  }
}
