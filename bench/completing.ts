/** Completing a name as a person waits for it: over a platform's own protocol and through its adapter, to a server on this machine. */
import { createDiscord } from '../adapters/discord/index.ts'
import { createWeb } from '../adapters/web/index.ts'
import { createBot } from '../src/bot/receive.ts'
import { startDiscord } from '../test/adapters/discord/discord-server.ts'
import { createWebChat } from '../test/adapters/web/client.ts'
import { type Grown, OWNER } from './grown.ts'

const quiet = { debug() {}, info() {}, warn() {}, error() {} }
/** A person on Discord, by a snowflake of our own. */
const PERSON = '200000000000000077'
const NOW = new Date('2024-01-01T09:00:00Z')

/** Types into each platform's line; resolves when the suggestions are there. */
export interface Completing {
  discord(typed: string): Promise<unknown>
  web(typed: string): Promise<unknown>
  stop(): Promise<void>
}

/** Starts both adapters over a desk, with a chat on each that has been invited to it. */
export async function completeIn({ archive, desk }: Grown): Promise<Completing> {
  const bot = createBot({
    archive,
    readPage: async () => ({ ok: false, reason: 'unreachable' }),
    now: () => NOW,
    language: 'ar',
    timeZone: 'UTC',
    log: quiet,
  })
  const join = async (platform: string, chat: string) => {
    const here = { platform, chat }
    const { desk: at } = await archive.desks.of(here, NOW.toISOString())
    if (at === desk) return
    const { code } = await archive.invitations.write({ desk, ...OWNER }, 'reader', NOW)
    const joined = await archive.invitations.accept(code.replace('-', ''), here, NOW.toISOString())
    if (joined === undefined) throw new Error(`${platform} could not join the desk`)
  }

  const server = await startDiscord()
  const discord = createDiscord({ token: server.token, apiRoot: server.apiRoot, logger: quiet }, bot)
  await discord.start()
  const channel = server.directMessages(PERSON)
  await join('discord', channel.id)

  const web = createWeb({ host: '127.0.0.1', port: 0, logger: quiet }, bot)
  await web.start()
  const page = createWebChat(web.url())
  await page.fetch('/')
  const session = page.cookie()
  if (session === undefined) throw new Error('the web chat gave no session')
  await join('web', session)

  return {
    async discord(typed) {
      const token = channel.type('who', { name: 'actor', value: typed })
      const { body } = await server.request('POST', new RegExp(`/${token}/callback$`))
      if ((body as { data: { choices: unknown[] } }).data.choices.length === 0) throw new Error('nothing was suggested')
    },
    async web(typed) {
      const response = await page.fetch(`/suggest?typed=${encodeURIComponent(typed)}`)
      const { suggestions } = (await response.json()) as { suggestions: unknown[] }
      if (suggestions.length === 0) throw new Error('nothing was suggested')
    },
    async stop() {
      await Promise.all([discord.stop(), web.stop()])
      await server.stop()
    },
  }
}
