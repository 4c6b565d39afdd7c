/**
 * Long polling of our own: the library's stops at the first handler that throws, waits for the slowest handler of a
 * batch before it asks again, and is ended for good by a second program with the same token.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import type { Logger } from 'pino'
import type { Call } from './calls.ts'
import { brief, explain, needsPerson, retryAfterOf } from './failures.ts'
import { UPDATES_PER_POLL } from './limits.ts'
import { ALLOWED_UPDATES } from './update.ts'

export interface Polling {
  /** Whose attempts may last as long as a poll. */
  call: Call
  logger: Pick<Logger, 'info' | 'warn' | 'error'>
  /** Takes one update, at once; must not throw. Nothing is asked for while what it returned is pending. */
  take(update: unknown): Promise<void> | undefined
  /** Seconds that Telegram holds a poll open while nothing comes. */
  holdSeconds: number
  /** Milliseconds before the second attempt after a failure; each further pause is twice as long, up to `longestPause`. */
  firstPause: number
  longestPause: number
  signal: AbortSignal
}

/**
 * Asks for updates once, without holding.
 * @returns the offset to go on from
 * @throws what the call throws
 */
export async function pollOnce(polling: Polling, offset: number, holdSeconds = 0): Promise<number> {
  const payload = { offset, limit: UPDATES_PER_POLL, timeout: holdSeconds, allowed_updates: ALLOWED_UPDATES }
  const updates = await polling.call('getUpdates', payload, polling.signal)
  let next = offset
  for (const update of Array.isArray(updates) ? updates : []) {
    next = Math.max(next, Number((update as { update_id?: unknown } | null)?.update_id ?? 0) + 1)
    await polling.take(update)
  }
  return next
}

/**
 * Asks for updates until the signal; failures are logged when they begin, with cause and cure, and tried again with
 * growing pauses. Never rejects.
 * @returns the offset that the last update taken leaves to be confirmed
 */
export async function pollOn(polling: Polling, offset: number): Promise<number> {
  const { logger, signal, firstPause, longestPause } = polling
  let next = offset
  let failures = 0
  while (!signal.aborted) {
    try {
      next = await pollOnce(polling, next, polling.holdSeconds)
      if (failures > 0) logger.info('telegram: messages come in again')
      failures = 0
    } catch (error) {
      if (signal.aborted) break
      failures += 1
      const log = needsPerson(error) ? 'error' : 'warn'
      if (failures === 1 || needsPerson(error)) logger[log](brief(error), `telegram: ${explain(error)}`)
      const pause = Math.min(longestPause, firstPause * 2 ** Math.min(failures - 1, 20))
      await sleep(Math.max(pause, retryAfterOf(error) ?? 0), undefined, { signal }).catch(() => {})
    }
  }
  return next
}
