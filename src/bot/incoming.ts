/** What any platform can send. The bot knows nothing else of a platform than this. */

import type { Language } from '../words.ts'

export { LANGUAGES, type Language } from '../words.ts'

/** Where a message came from and who sent it. */
export interface Origin {
  /** The adapter's name: `telegram`, `discord`, `web`, `terminal`. */
  platform: string
  /** The platform's own id of the chat, channel or browser session; stable over restarts. */
  chat: string
  /** What the platform calls the chat, where it has a name. */
  chatName?: string
  /** The platform's own id of the person. */
  sender: string
  /** What the person's client is set to, where the platform tells; the chat's own setting wins over it. */
  language?: Language
  /** ISO 8601, with the time zone. */
  receivedAt: string
  /**
   * Whether the person may decide for everybody in the chat: in a group, its administrators. Asked only when there is
   * something to decide; false where the platform does not answer. Absent where the chat is the person's own.
   */
  decides?(): Promise<boolean>
}

/** Where a forwarded text was published first, as far as the platform tells. */
export interface ForwardOrigin {
  name: string
  /** ISO 8601; when it was published there. */
  date?: string
  url?: string
}

/** A file whose bytes are fetched only when somebody wants them. */
export interface IncomingFile {
  name: string
  mimeType?: string
  /** In bytes. */
  size?: number
  /** Rejects when the platform cannot give it. */
  read(): Promise<Uint8Array>
}

export interface IncomingMessage extends Origin {
  kind: 'message'
  text: string
  /** Addresses that the platform found in the message (also those behind words), without repeats, in order. */
  links: string[]
  forwardedFrom?: ForwardOrigin
  file?: IncomingFile
}

export interface IncomingCommand extends Origin {
  kind: 'command'
  /** One of `COMMANDS`, without the slash. */
  command: string
  /** What follows it, trimmed; may be empty. */
  argument: string
}

export interface IncomingChoice extends Origin {
  kind: 'choice'
  /** The `action` of the choice that was pressed. */
  action: string
}

export type Incoming = IncomingMessage | IncomingCommand | IncomingChoice
