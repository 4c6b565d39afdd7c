/** Puts the parts together and starts them. The only file that knows all of them. */
import { setTimeout as pause } from 'node:timers/promises'
import { createDiscord } from '../adapters/discord/index.ts'
import { createTelegram } from '../adapters/telegram/index.ts'
import { createWeb } from '../adapters/web/index.ts'
import type { Adapter } from './bot/bot.ts'
import { putDueDigests } from './bot/daily.ts'
import { createBot } from './bot/receive.ts'
import type { Reply } from './bot/reply.ts'
import { type Config, readConfig } from './config.ts'
import { deliverDue } from './delivery/delivery.ts'
import { createLog, meansFrom, whyUnopened } from './means.ts'
import { LANGUAGES, say } from './words.ts'

/** Milliseconds between two looks at the clock and the outbox. */
const TICK = 15_000

const read = readConfig(process.env)
if (!read.ok) {
  process.stderr.write(`${read.lines.join('\n')}\n`)
  process.exit(1)
}
await run(read.config)

async function run(config: Config): Promise<void> {
  const log = createLog(config)
  const means = await meansFrom(config, log).catch((error: unknown) => {
    process.stderr.write(`${whyUnopened(config, error)}\n`)
    process.exit(1)
  })
  const bot = createBot(means)
  const web = createWeb({ host: config.HOST, port: config.PORT, logger: log, language: config.MARSAD_LANGUAGE }, bot)
  const adapters: Adapter[] = [
    web,
    ...(config.TELEGRAM_TOKEN
      ? [
          createTelegram(
            {
              token: config.TELEGRAM_TOKEN,
              ...(config.TELEGRAM_API_ROOT && { apiRoot: config.TELEGRAM_API_ROOT }),
              logger: log,
            },
            bot,
          ),
        ]
      : []),
    ...(config.DISCORD_TOKEN
      ? [
          createDiscord(
            {
              token: config.DISCORD_TOKEN,
              ...(config.DISCORD_API_ROOT && { apiRoot: config.DISCORD_API_ROOT }),
              logger: log,
            },
            bot,
          ),
        ]
      : []),
  ]

  for (const adapter of adapters) {
    try {
      await adapter.start()
    } catch (error) {
      process.stderr.write(`${adapter.name}: ${(error as Error).message}\n`)
      await Promise.all(adapters.map((each) => each.stop().catch(() => {})))
      process.exit(1)
    }
  }
  for (const language of LANGUAGES.slice(0, 2))
    process.stdout.write(`${say(language, 'main.ready', { address: web.url() })}\n`)

  const stopping = new AbortController()
  const clock = runClock(stopping.signal)
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      stopping.abort()
    })
  // A fault in a library must not take the desk down; what was under way is lost, what was stored is not.
  process.on('unhandledRejection', (error) => log.error({ error }, 'something failed that nobody waited for'))
  await clock
  await Promise.all(adapters.map((adapter) => adapter.stop()))
  await means.archive.close()

  async function runClock(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      try {
        await putDueDigests(means)
        await deliverDue({
          outbox: means.archive.outbox,
          now: means.now,
          deliver: async ({ platform, chat, reply }) => {
            const adapter = adapters.find((each) => each.name === platform)
            return adapter
              ? adapter.deliver(chat, JSON.parse(reply) as Reply)
              : { ok: false, permanent: false, reason: `${platform} is not connected` }
          },
          gaveUp: async ({ platform, chat }, reason) => {
            log.warn({ platform, chat, reason }, 'a chat cannot be reached any more: its digest is switched off')
            await means.archive.desks.set({ platform, chat }, { digestAt: null })
          },
        })
      } catch (error) {
        log.error({ error }, 'digests could not be sent; they are tried again')
      }
      await pause(TICK, undefined, { signal }).catch(() => {})
    }
  }
}
