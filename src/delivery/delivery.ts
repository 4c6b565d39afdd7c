/** Brings what is in the outbox to its chats: retried until it arrives, never twice after it has, in order within a chat. */
import type { Archive } from '../archive/archive.ts'
import type { Parcel } from '../archive/outbox.ts'

/** What became of one delivery. A passing failure is tried again, not before `retryAfter` milliseconds where given. */
export type Delivered = { ok: true } | { ok: false; permanent: boolean; reason: string; retryAfter?: number }

export interface DeliveryOptions {
  outbox: Archive['outbox']
  /** Hands one parcel to its platform; never rejects. */
  deliver(parcel: Parcel): Promise<Delivered>
  /** Called once for a parcel that will never arrive. */
  gaveUp(parcel: Parcel, reason: string): Promise<void>
  now(): Date
}

/** Parcels looked at in one round; chats beyond wait for the next. */
const A_ROUND = 100
/** Chats served at the same time. */
const AT_ONCE = 8
/** Milliseconds before the second try; each further one waits twice as long, up to the longest. */
const FIRST_PAUSE = 5_000
const LONGEST_PAUSE = 30 * 60_000
/** Milliseconds that a parcel on its way is left alone: longer than a platform takes to accept or refuse it. */
const HELD = 120_000
/** A chat that could not be reached so often (about four days of tries) is given up. */
const MOST_ATTEMPTS = 200

/** One round: everything due is tried once. Resolves with how many arrived. */
export async function deliverDue(options: DeliveryOptions): Promise<number> {
  const due = await options.outbox.due(options.now().toISOString(), A_ROUND)
  const byChat = Map.groupBy(due, (parcel) => `${parcel.platform}\n${parcel.chat}`)
  const queues = [...byChat.values()]
  let arrived = 0
  const worker = async () => {
    for (let queue = queues.shift(); queue; queue = queues.shift()) {
      for (const parcel of queue) {
        const ok = await deliverOne(options, parcel)
        if (ok) arrived++
        // What comes behind waits for what comes before it.
        else break
      }
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
  return arrived
}

async function deliverOne({ outbox, deliver, gaveUp, now }: DeliveryOptions, parcel: Parcel): Promise<boolean> {
  const taken = now()
  const until = new Date(taken.getTime() + HELD)
  if (!(await outbox.claim(parcel, taken.toISOString(), until.toISOString()))) return false
  const result = await deliver(parcel)
  if (result.ok) {
    await outbox.delivered(parcel, now().toISOString())
    return true
  }
  if (result.permanent || parcel.attempts + 1 >= MOST_ATTEMPTS) {
    await outbox.failed(parcel, result.reason)
    await gaveUp(parcel, result.reason)
    return false
  }
  const pause = Math.max(result.retryAfter ?? 0, Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** parcel.attempts))
  // Chats that failed together do not come back together.
  const spread = pause * (1 + Math.random() * 0.2)
  await outbox.later(parcel, new Date(now().getTime() + spread).toISOString())
  return false
}
