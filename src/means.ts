/** What the bot works with, from the configuration. */
import { pino } from 'pino'
import { openArchive } from './archive/archive.ts'
import { failureOf } from './archive/failure.ts'
import type { Means } from './bot/desk.ts'
import type { Config } from './config.ts'
import { articleFromPage } from './intake/page.ts'
import { say } from './words.ts'

/** The program's log: JSON lines on standard error, so that standard output belongs to people. Addresses in it carry no token. */
export function createLog(config: Config) {
  return pino(
    { level: config.LOG_LEVEL, serializers: { error: pino.stdSerializers.err } },
    pino.destination({ fd: 2, sync: true }),
  )
}

/**
 * Opens the archive and puts together what the bot works with.
 * @throws when the archive cannot be opened
 */
export async function meansFrom(config: Config, log = createLog(config)): Promise<Means> {
  return {
    archive: await openArchive(config.MARSAD_DATA),
    readPage: articleFromPage,
    now: () => new Date(),
    language: config.MARSAD_LANGUAGE,
    timeZone: config.MARSAD_TIME_ZONE,
    log,
  }
}

/** Why the archive could not be opened and what to do about it, in one line for the console. */
export function whyUnopened({ MARSAD_DATA, MARSAD_LANGUAGE }: Config, error: unknown): string {
  const failure = failureOf(error)
  const reason = failure
    ? say(MARSAD_LANGUAGE, `main.${failure}`)
    : error instanceof Error
      ? error.message
      : String(error)
  return say(MARSAD_LANGUAGE, 'main.unopened', { folder: MARSAD_DATA, reason })
}
