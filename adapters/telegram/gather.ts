/**
 * A long text that somebody pastes arrives in parts: Telegram's apps cut it at 4096 characters and send the parts one
 * right after the other. They are put together again, or the bot would read three halves of articles.
 */
import type { Incoming, IncomingMessage } from '../../src/bot/incoming.ts'
import { MESSAGE_LENGTH } from './limits.ts'

/** What came in, with where the answer goes. */
export interface Heard<Place> {
  incoming: Incoming
  place: Place
  /** Telegram's number of the message; parts of a text have following ones. Undefined for what is no message, or not to be put together. */
  number?: number
}

/** The apps cut at the last good place of a part, in its second half. */
const SHORTEST_PART = MESSAGE_LENGTH / 2
/** Milliseconds between two parts, by Telegram's clock, which counts seconds. */
const PARTS_APART = 2000

export interface Gathering<Place> {
  /** Takes what came in; hands it on now, or when it is known whether more of it comes. */
  add(heard: Heard<Place>): void
  /** Hands on at once whatever is still waited for. */
  flush(): void
}

/**
 * Puts the parts of pasted texts together.
 * @param within milliseconds to wait for a next part after one that may have been cut
 * @param handOn takes each whole text, and everything else
 */
export function createGathering<Place>(within: number, handOn: (heard: Heard<Place>) => void): Gathering<Place> {
  const waiting = new Map<string, { heard: Heard<Place>; timer: NodeJS.Timeout }>()

  function release(chat: string) {
    const held = waiting.get(chat)
    if (!held) return
    clearTimeout(held.timer)
    waiting.delete(chat)
    handOn(held.heard)
  }

  return {
    add(heard) {
      const { chat } = heard.incoming
      const held = waiting.get(chat)
      const whole = held && joined(held.heard, heard)
      if (held && whole) {
        clearTimeout(held.timer)
        waiting.delete(chat)
      } else release(chat)
      const next = whole ?? heard
      if (!mayGoOn(heard)) return handOn(next)
      waiting.set(chat, { heard: next, timer: setTimeout(() => release(chat), within) })
    },
    flush() {
      for (const chat of [...waiting.keys()]) release(chat)
    },
  }
}

function isPart({ incoming, number }: Heard<unknown>): boolean {
  return number !== undefined && incoming.kind === 'message' && !incoming.forwardedFrom && !incoming.file
}

function mayGoOn(heard: Heard<unknown>): boolean {
  return isPart(heard) && (heard.incoming as IncomingMessage).text.length >= SHORTEST_PART
}

/** Two parts as one, or undefined where the second is something else. */
function joined<Place>(before: Heard<Place>, after: Heard<Place>): Heard<Place> | undefined {
  if (!isPart(after) || after.number !== before.number! + 1) return undefined
  const [first, second] = [before.incoming as IncomingMessage, after.incoming as IncomingMessage]
  const apart = Date.parse(second.receivedAt) - Date.parse(first.receivedAt)
  if (first.sender !== second.sender || apart > PARTS_APART) return undefined
  // The apps take the space at the cut away: what it was is seen by what stands before it.
  const space = /[.!?؟…:»"”)]$/u.test(first.text) ? '\n' : ' '
  const text = first.text + space + second.text
  return { ...after, incoming: { ...first, text, links: [...new Set([...first.links, ...second.links])] } }
}
