/** A line or a typed message as the bot's `Incoming`. */
import { z } from 'zod'
import type { CommandDescription } from '../../src/bot/bot.ts'
import type { Incoming, Language, Origin } from '../../src/bot/incoming.ts'
import { linksIn, readTyped } from '../shared/typed.ts'

/** The adapter's name, and the `platform` of all that comes through it. */
export const PLATFORM = 'terminal'

/** The chat of a terminal that somebody types into, and the person in it. */
export const OWN_CHAT = 'terminal'

/** Why a line says nothing to the bot: a key under `terminal` in `locales/`, or under `terminal.problem`. */
export type Problem = { problem: 'notJson' } | { problem: 'wrongLine'; because: string; chat?: string }

const date = z.union([z.iso.datetime({ offset: true }), z.iso.date()])
const origin = { chat: z.string().min(1), sender: z.string().min(1), date: date.optional() }
const forwardedFrom = z.union([
  z.string().trim().min(1),
  z.object({ name: z.string().trim().min(1), date: date.optional(), url: z.url({ protocol: /^https?$/ }).optional() }),
])

/** One of `text`, `command` and `action` says what the line is; keys that are not known are passed over. */
const message = z.object({ ...origin, text: z.string().regex(/\S/), forwardedFrom: forwardedFrom.optional() })
const command = z.object({ ...origin, command: z.string().trim().min(1), argument: z.string().trim().default('') })
const choice = z.object({ ...origin, action: z.string().min(1).max(48) })

/**
 * Reads a line of JSON.
 *
 * `date` tells when the text was written where it comes from. With `forwardedFrom` it is when it was published there
 * (`ForwardOrigin.date`), and the line itself is received now; without, the line stands for a message that was received
 * then (`Origin.receivedAt`), so that a conversation can be played back. Of a day without a time its noon in UTC is
 * taken, which is the same day from UTC−12 to UTC+11.
 */
export function readLine(
  line: string,
  commands: readonly CommandDescription[],
  language: Language | undefined,
  now: Date,
): Incoming | Problem {
  const json = parse(line)
  if (json === undefined) return { problem: 'notJson' }
  const schema = schemaFor(json)
  if (typeof schema === 'string') return { problem: 'wrongLine', because: schema, chat: chatOf(json) }
  const parsed = schema.safeParse(json)
  if (!parsed.success) {
    return { problem: 'wrongLine', because: String(parsed.error.issues[0]?.path[0]), chat: chatOf(json) }
  }
  return toIncoming(parsed.data, commands, language, now)
}

/** What somebody typed: the number of one of the choices on offer, a command, or a message. */
export function readText(
  text: string,
  commands: readonly CommandDescription[],
  offered: readonly string[],
  language: Language | undefined,
  now: Date,
): Incoming {
  const own: Origin = { platform: PLATFORM, chat: OWN_CHAT, sender: OWN_CHAT, language, receivedAt: now.toISOString() }
  const action = /^\[?\p{Nd}{1,3}\]?$/u.test(text) ? offered[numberIn(text) - 1] : undefined
  if (action !== undefined) return { ...own, kind: 'choice', action }
  return { ...own, ...readTyped(text, commands) }
}

type Read = z.infer<typeof message> | z.infer<typeof command> | z.infer<typeof choice>

function toIncoming(
  read: Read,
  commands: readonly CommandDescription[],
  language: Language | undefined,
  now: Date,
): Incoming {
  const { chat, sender, date } = read
  const own = (receivedAt: string): Origin => ({ platform: PLATFORM, chat, sender, language, receivedAt })
  const then = own(date === undefined ? now.toISOString() : momentOf(date))
  if ('action' in read) return { ...then, kind: 'choice', action: read.action }
  if ('command' in read) return { ...then, kind: 'command', command: read.command, argument: read.argument }
  if (read.forwardedFrom === undefined) return { ...then, ...readTyped(read.text, commands) }
  const from = typeof read.forwardedFrom === 'string' ? { name: read.forwardedFrom } : read.forwardedFrom
  // What was published elsewhere is no command, even where it begins like one.
  const { text } = read
  return {
    ...own(now.toISOString()),
    kind: 'message',
    text,
    links: linksIn(text),
    forwardedFrom: { date, ...from },
  }
}

function schemaFor(json: unknown) {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return 'object'
  const kinds = { text: message, command, action: choice }
  const named = (Object.keys(kinds) as (keyof typeof kinds)[]).filter((key) => key in json)
  return named.length === 1 ? kinds[named[0]!] : 'what'
}

function chatOf(json: unknown): string | undefined {
  const parsed = z.object({ chat: origin.chat }).safeParse(json)
  return parsed.success ? parsed.data.chat : undefined
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}

const momentOf = (date: string) => (date.includes('T') ? date : `${date}T12:00:00Z`)

/** Arabic-Indic and Persian digits count like the others. */
const numberIn = (text: string) =>
  Number(
    text.replace(/\D/gu, (sign) => {
      const digit = '٠١٢٣٤٥٦٧٨٩'.indexOf(sign) + 1 || '۰۱۲۳۴۵۶۷۸۹'.indexOf(sign) + 1
      return digit > 0 ? String(digit - 1) : ''
    }),
  )
