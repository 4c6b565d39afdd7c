/** A request of the page as the bot's `Incoming`. */
import type { HonoRequest } from 'hono'
import { z } from 'zod'
import type { CommandDescription } from '../../src/bot/bot.ts'
import type { Incoming, IncomingFile, Origin } from '../../src/bot/incoming.ts'
import { readTyped } from '../shared/typed.ts'

/** The adapter's name, and the `platform` of all that comes through it. */
export const PLATFORM = 'web'

/** Why a request says nothing to the bot: the end of a key under `web` in `locales/`. */
export type Problem = 'unreadable' | 'empty' | 'dateAlone' | 'wrongDate'

const trimmed = z.string().trim()

/** A choice's action, as `Choices` of `reply.ts` bounds it. */
const choice = z.strictObject({ action: z.string().min(1).max(48) })
const command = z.strictObject({ command: trimmed.min(1), argument: trimmed.default('') })
const message = z.strictObject({
  text: z.string().default(''),
  /** Who published the text first. */
  source: trimmed.max(200).optional(),
  /** ISO 8601, a day or a moment; when it was published there. */
  date: z.union([z.literal(''), z.iso.date(), z.iso.datetime({ offset: true })]).optional(),
})
const body = z.union([choice, command, message])

/**
 * Reads the body of `POST /messages`: JSON, or a form when a file comes with it (`text`, `source`, `date`, `file`).
 * @returns what the person means, or which problem to tell them of
 */
export async function readRequest(
  request: HonoRequest,
  origin: Origin,
  commands: readonly CommandDescription[],
): Promise<Incoming | Problem> {
  const sent = await fieldsOf(request)
  if (!sent) return 'unreadable'
  const parsed = body.safeParse(sent.fields)
  if (!parsed.success) return parsed.error.issues.some(concernsDate) ? 'wrongDate' : 'unreadable'
  const { data } = parsed
  if ('action' in data) return { ...origin, kind: 'choice', action: data.action }
  if ('command' in data) return { ...origin, kind: 'command', ...data }
  return readMessage(data, sent.file, origin, commands)
}

function readMessage(
  { text, source, date }: z.infer<typeof message>,
  file: IncomingFile | undefined,
  origin: Origin,
  commands: readonly CommandDescription[],
): Incoming | Problem {
  if (text.trim() === '' && !file) return 'empty'
  if (date && !source) return 'dateAlone'
  const forwardedFrom = source ? { name: source, date: date || undefined } : undefined
  // A published text or a file's caption may begin with a slash without asking for anything.
  const typed = readTyped(text, file || forwardedFrom ? [] : commands)
  return typed.kind === 'command' ? { ...origin, ...typed } : { ...origin, ...typed, forwardedFrom, file }
}

async function fieldsOf(request: HonoRequest): Promise<{ fields: unknown; file?: IncomingFile } | undefined> {
  const type = request.header('content-type') ?? ''
  try {
    if (type.startsWith('application/json')) return { fields: await request.json() }
    if (!type.startsWith('multipart/form-data')) return undefined
    const { file, ...fields } = await request.parseBody()
    return { fields, file: file instanceof File && file.name !== '' ? asIncoming(file) : undefined }
  } catch {
    return undefined
  }
}

function asIncoming(file: File): IncomingFile {
  return {
    name: file.name,
    mimeType: file.type || undefined,
    size: file.size,
    read: () => file.bytes(),
  }
}

/** A union's issue holds those of each of its members. */
function concernsDate(issue: z.core.$ZodIssue): boolean {
  if (issue.path[0] === 'date') return true
  return issue.code === 'invalid_union' && issue.errors.flat().some(concernsDate)
}
