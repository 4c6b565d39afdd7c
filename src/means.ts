/** What the bot works with, from the configuration. */
import { pino } from 'pino'
import { openArchive } from './archive/archive.ts'
import type { Means } from './bot/desk.ts'
import type { Config } from './config.ts'
import { articleFromPage } from './intake/page.ts'

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
