/** The pages that listen now, by chat. Nothing is kept for one that does not. */
import type { Reply } from '../../src/bot/reply.ts'
import { STREAMS_PER_CHAT } from './limits.ts'

export interface Listener {
  /** Resolves with whether the page took it. */
  send(reply: Reply): Promise<boolean>
  /** Ends its stream. */
  end(): void
}

export interface Streams {
  /** False when the chat has as many as it may have; the listener is not added then. */
  add(chat: string, listener: Listener): boolean
  remove(chat: string, listener: Listener): void
  /** To all pages of a chat; resolves with whether one of them took it. */
  send(chat: string, reply: Reply): Promise<boolean>
  /** Ends all streams. */
  endAll(): void
}

/** No page listens yet. */
export function createStreams(): Streams {
  const chats = new Map<string, Set<Listener>>()
  return {
    add(chat, listener) {
      const listeners = chats.get(chat) ?? new Set()
      if (listeners.size >= STREAMS_PER_CHAT) return false
      chats.set(chat, listeners.add(listener))
      return true
    },
    remove(chat, listener) {
      const listeners = chats.get(chat)
      listeners?.delete(listener)
      if (listeners?.size === 0) chats.delete(chat)
    },
    async send(chat, reply) {
      const taken = await Promise.all([...(chats.get(chat) ?? [])].map((listener) => listener.send(reply)))
      return taken.includes(true)
    },
    endAll() {
      for (const listeners of chats.values()) for (const listener of listeners) listener.end()
    },
  }
}
