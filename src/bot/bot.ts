/** The two sides of the wall between the platforms and the core: what an adapter may call, and what it must offer. */
import type { Delivered } from '../delivery/delivery.ts'
import type { Incoming, Language, Origin } from './incoming.ts'
import type { Reply } from './reply.ts'

export type { Delivered } from '../delivery/delivery.ts'

/** How a command is shown in a platform's menu. */
export interface CommandDescription {
  /** ASCII, lower case, no slash: `digest`. */
  name: string
  /** The words that work as this command at the start of a message: `ملخص`. */
  words: string[]
  /** For menus, at most 100 characters, in each language. */
  description: Record<Language, string>
  /** What it takes behind its name, if anything; `suggests` when actors complete it. */
  argument?: { name: string; description: Record<Language, string>; required: boolean; suggests: boolean }
}

/** An actor that completes what a person has typed so far. */
export interface Suggestion {
  name: string
  /** What tells it apart: its role or kind, in the reader's language. */
  detail?: string
}

/** The core, as an adapter sees it. */
export interface Bot {
  commands: readonly CommandDescription[]
  /**
   * Takes one message, command or press of a button; calls `send` once for each answer, in order, and waits for it.
   * Never rejects for what a person sent; rejects only when `send` does.
   */
  receive(incoming: Incoming, send: (reply: Reply) => Promise<void>): Promise<void>
  /** At most `limit` actors of the chat's desk whose name fits `typed`, best first; empty text gives the most read of. */
  suggest(origin: Origin, typed: string, limit: number): Promise<Suggestion[]>
}

/** A platform, as the rest of the program sees it. */
export interface Adapter {
  name: string
  /** Resolves when it takes messages; rejects with an error whose message says cause and cure. */
  start(): Promise<void>
  /** Resolves when nothing is under way any more. */
  stop(): Promise<void>
  /** Brings a reply to a chat that asked for nothing just now (a digest). Never rejects. */
  deliver(chat: string, reply: Reply): Promise<Delivered>
}
