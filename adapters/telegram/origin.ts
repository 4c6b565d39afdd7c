/** Where a forwarded message stood first. */
import type { ForwardOrigin } from '../../src/bot/incoming.ts'
import type { Chat, MessageOrigin, User } from './update.ts'

/**
 * The origin of a forwarded message. An address is given where anybody can open it: a post in a public channel, a public
 * group, a person with a user name.
 */
export function readOrigin(origin: MessageOrigin): ForwardOrigin {
  const date = isoOf(origin.date)
  switch (origin.type) {
    case 'user':
      return { name: nameOf(origin.sender_user), date, url: publicUrl(origin.sender_user) }
    case 'hidden_user':
      return { name: origin.sender_user_name, date }
    case 'chat':
      return { name: titleOf(origin.sender_chat), date, url: publicUrl(origin.sender_chat) }
    case 'channel':
      return { name: titleOf(origin.chat), date, url: publicUrl(origin.chat, origin.message_id) }
  }
}

/** A person's name as their profile shows it. */
export function nameOf({ first_name, last_name, username, id }: User): string {
  return [first_name, last_name].filter(Boolean).join(' ') || username || String(id)
}

function titleOf({ title, username, id }: Chat): string {
  return title || username || String(id)
}

function publicUrl({ username }: { username?: string }, message?: number): string | undefined {
  if (!username) return undefined
  return message === undefined ? `https://t.me/${username}` : `https://t.me/${username}/${message}`
}

/** Telegram's seconds since 1970 as ISO 8601. */
export function isoOf(seconds: number): string {
  return new Date(seconds * 1000).toISOString()
}
