/** What somebody types where the platform knows neither commands nor links of its own: the web page and the terminal. */
import type { CommandDescription } from '../../src/bot/bot.ts'

export type Typed =
  | { kind: 'command'; command: string; argument: string }
  | { kind: 'message'; text: string; links: string[] }

/**
 * Tells a command from a message. A command begins with a slash and one of the bot's commands, by its name or one of
 * its words (`/digest`, `/ملخص`); anything else that begins with a slash, a path for instance, is a message like another.
 */
export function readTyped(typed: string, commands: readonly CommandDescription[]): Typed {
  const [, called, argument = ''] = /^\s*\/(\S+)(?:\s+([\s\S]*))?$/u.exec(typed) ?? []
  const command = called && commands.find(({ name, words }) => name === called.toLowerCase() || words.includes(called))
  if (command) return { kind: 'command', command: command.name, argument: argument.trim() }
  return { kind: 'message', text: typed, links: linksIn(typed) }
}

/** The http(s) addresses in a text, without repeats, in order; punctuation that closes a sentence is no part of them. */
export function linksIn(text: string): string[] {
  const found = text.match(/https?:\/\/[^\s<>"«»“”]+/giu) ?? []
  return [...new Set(found.map(trimmed).filter((link) => URL.canParse(link)))]
}

/** A closing bracket belongs to an address only when it was opened in it. */
function trimmed(link: string): string {
  const end = link.replace(/[.,;:!?…،؛؟'’*_]+$/u, '')
  if (end.endsWith(')') && !end.includes('(')) return trimmed(end.slice(0, -1))
  if (end.endsWith(']') && !end.includes('[')) return trimmed(end.slice(0, -1))
  return end
}
