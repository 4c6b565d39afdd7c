/** Environment → Config. A wrong value stops the start with one line that names the variable, what was read and what is expected. */
import { z } from 'zod'
import { isTimeZone } from './words.ts'

const address = z.url({ protocol: /^https?$/ })
const token = (pattern: RegExp) => z.string().regex(pattern).optional()

/** Every variable that Marsad reads, with its default. */
const Variables = z.object({
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(8787),
  MARSAD_DATA: z.string().min(1).default('./data'),
  MARSAD_LANGUAGE: z.enum(['ar', 'en', 'fr']).default('ar'),
  MARSAD_TIME_ZONE: z.string().refine(isTimeZone).default('UTC'),
  TELEGRAM_TOKEN: token(/^\d+:[\w-]{20,}$/),
  TELEGRAM_API_ROOT: address.optional(),
  DISCORD_TOKEN: token(/^[\w.-]{20,}$/),
  DISCORD_API_ROOT: address.optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
})
export type Config = z.infer<typeof Variables>

/** What each variable should hold, for the line that says it does not. */
const EXPECTED: Record<keyof Config, string> = {
  HOST: 'a host name or address to listen on, e.g. 127.0.0.1',
  PORT: 'a port number from 0 to 65535',
  MARSAD_DATA: 'a folder for the archive',
  MARSAD_LANGUAGE: 'ar, en or fr',
  MARSAD_TIME_ZONE: 'an IANA time zone, e.g. Africa/Algiers',
  TELEGRAM_TOKEN: 'a bot token as @BotFather gives it: digits, a colon, letters',
  TELEGRAM_API_ROOT: 'an http(s) address of a Bot API server',
  DISCORD_TOKEN: 'a bot token as the Discord developer portal gives it',
  DISCORD_API_ROOT: 'an http(s) address of a REST proxy',
  LOG_LEVEL: 'fatal, error, warn, info, debug, trace or silent',
}

/** Variables whose value is never shown. */
const SECRET: ReadonlySet<string> = new Set(['TELEGRAM_TOKEN', 'DISCORD_TOKEN'])

/**
 * Reads the configuration. An empty variable counts as not set.
 * @returns the config, or a line for each variable that is wrong
 */
export function readConfig(
  environment: Record<string, string | undefined>,
): { ok: true; config: Config } | { ok: false; lines: string[] } {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''),
  )
  const result = Variables.safeParse(given)
  if (result.success) return { ok: true, config: result.data }
  const wrong = new Set(result.error.issues.map((issue) => String(issue.path[0]) as keyof Config))
  const lines = [...wrong].map((name) => {
    const read = SECRET.has(name) ? `a value of ${given[name]?.length ?? 0} characters (not shown)` : `«${given[name]}»`
    return `${name}: read ${read}, expected ${EXPECTED[name]}`
  })
  return { ok: false, lines }
}
