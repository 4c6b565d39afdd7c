/**
 * Marsad on Discord: direct messages, mentions on servers, slash commands, the message menu's «تحليل», buttons.
 *
 * Privileged intents: Message Content, to be switched on in the developer portal. Without it (`messageContent: false`)
 * Discord hands over empty messages except direct ones, those that mention the bot, and those the message menu was
 * opened on; what is lost is an answer to the bot's message without a mention, and a mention in answer to an article.
 *
 * On a server the bot needs the scopes `bot` and `applications.commands`, and the permissions View Channels, Send
 * Messages, Send Messages in Threads, Embed Links (without it Discord drops most of an answer) and Read Message History
 * (to answer as a reply).
 */
import { Client, Events, GatewayIntentBits, type Interaction, Options, Partials } from 'discord.js'
import type { Logger } from 'pino'
import type { Adapter, Bot } from '../../src/bot/bot.ts'
import type { Incoming } from '../../src/bot/incoming.ts'
import { createOrder } from '../shared/order.ts'
import { type Answering, answerInteraction, answerMessage, postTo } from './answer.ts'
import { commandList } from './commands.ts'
import { brief, closedForGood, explainStart, undelivered } from './failures.ts'
import { FIRST_ANSWER_WITHIN } from './limits.ts'
import { PLATFORM, readButton, readCommand, readMessage, readTarget } from './receive.ts'
import { render } from './render.ts'
import { suggest } from './suggest.ts'

export interface DiscordOptions {
  token: string
  logger: Pick<Logger, 'debug' | 'info' | 'warn' | 'error'>
  /** Root of the REST API, for a proxy; the version is put behind it. Default: `https://discord.com/api`. */
  apiRoot?: string
  /** Whether to ask for the privileged Message Content intent. Default: true. */
  messageContent?: boolean
  /** Bytes that are read of one file. Default: 10 MiB, what Discord lets people attach without paying. */
  maxFileBytes?: number
  /** Milliseconds that suggestions may take; Discord voids what comes after 3000. Default: 2000. */
  suggestWithin?: number
  /** Milliseconds of a rate limit that are waited out; a longer one fails a delivery with `retryAfter`. Default: 15000. */
  longestWait?: number
}

const MESSAGES_REMEMBERED_PER_CHANNEL = 50

/**
 * The Discord adapter.
 * @param options the bot's token, where to log, and what may be tuned
 * @param bot takes what people send and answers it
 * @returns an adapter that connects with `start`, which rejects with cause and cure when Discord refuses it
 */
export function createDiscord(options: DiscordOptions, bot: Bot): Adapter {
  const { logger, maxFileBytes = 10 * 1024 * 1024, suggestWithin = FIRST_ANSWER_WITHIN - 1000 } = options
  const client = createClient(options)
  const order = createOrder()

  const answer = async (incoming: Incoming[], answering: Answering) => {
    try {
      for (const each of incoming) await bot.receive(each, answering.send)
    } finally {
      await answering.end()
    }
  }
  const inOrder = (chat: string, task: () => Promise<void>) =>
    void order.run(chat, () => task().catch(failed('answer')))
  const failed = (what: string) => (error: unknown) => logger.warn(brief(error), `discord: ${what} failed`)

  client.on(Events.MessageCreate, (message) => {
    const incoming = readMessage(message, message.client.user, maxFileBytes)
    if (incoming.length > 0) inOrder(message.channelId, () => answer(incoming, answerMessage(message)))
  })

  client.on(Events.InteractionCreate, (interaction) => {
    if (interaction.isAutocomplete()) {
      void order.run(`suggest ${interaction.id}`, () =>
        suggest(interaction, bot, suggestWithin).catch(failed('suggestion')),
      )
      return
    }
    if (!isAsked(interaction)) return
    // At once, before its turn comes: Discord waits three seconds, the work before it may take longer.
    const deferred = interaction.deferReply()
    deferred.catch(() => {})
    inOrder(interaction.channelId ?? interaction.id, async () => {
      await deferred
      await answer(readInteraction(interaction, maxFileBytes), answerInteraction(interaction))
    })
  })

  logConnection(client, logger)

  return {
    name: PLATFORM,

    async start() {
      const ready = new Promise((resolve) => client.once(Events.ClientReady, resolve))
      try {
        await client.login(options.token)
      } catch (error) {
        throw explainStart(error)
      }
      await ready
      try {
        await client.application!.commands.set(commandList(bot.commands))
      } catch (error) {
        // Messages are answered all the same, and so are the commands of an earlier start.
        logger.error(brief(error), 'discord: the commands could not be registered; they stay as they were')
      }
    },

    async stop() {
      client.removeAllListeners(Events.MessageCreate)
      client.removeAllListeners(Events.InteractionCreate)
      await order.idle()
      // The library announces a new connection for every one that ends, also for this.
      client.removeAllListeners(Events.ShardReconnecting)
      await client.destroy()
    },

    async deliver(chat, reply) {
      try {
        for (const message of render(reply)) await postTo(client, chat, message)
        return { ok: true }
      } catch (error) {
        return undelivered(error)
      }
    },
  }
}

function createClient({ apiRoot, messageContent = true, longestWait = 15_000 }: DiscordOptions): Client {
  const { Guilds, GuildMessages, DirectMessages, MessageContent } = GatewayIntentBits
  return new Client({
    intents: [Guilds, GuildMessages, DirectMessages, ...(messageContent ? [MessageContent] : [])],
    // A direct message comes from a channel that the library has not seen before.
    partials: [Partials.Channel],
    // Nothing that an article or a reader says may call anybody.
    allowedMentions: { parse: [], repliedUser: false },
    // A request that is repeated because its answer was lost does not post twice.
    enforceNonce: true,
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      MessageManager: MESSAGES_REMEMBERED_PER_CHANNEL,
    }),
    rest: { ...(apiRoot && { api: apiRoot }), rejectOnRateLimit: ({ retryAfter }) => retryAfter > longestWait },
  })
}

type Asked = Parameters<typeof answerInteraction>[0]

function isAsked(interaction: Interaction): interaction is Asked {
  return interaction.isChatInputCommand() || interaction.isMessageContextMenuCommand() || interaction.isButton()
}

function readInteraction(interaction: Asked, maxFileBytes: number): Incoming[] {
  if (interaction.isButton()) return [readButton(interaction)]
  if (interaction.isChatInputCommand()) return [readCommand(interaction)]
  return readTarget(interaction, maxFileBytes)
}

function logConnection(client: Client, logger: DiscordOptions['logger']) {
  client.on(Events.ClientReady, ({ user }) => logger.info({ bot: user.id }, 'discord: ready'))
  client.on(Events.ShardReconnecting, () => logger.info('discord: connection lost, connecting again'))
  client.on(Events.ShardResume, () => logger.info('discord: connected again'))
  client.on(Events.ShardError, (error) => logger.warn(brief(error), 'discord: connection error'))
  client.on(Events.ShardDisconnect, ({ code }) => logger.error({ code }, `discord: ${closedForGood(code)}`))
  client.on(Events.Warn, (message) => logger.warn(`discord: ${message}`))
  // Among others an interaction that expired before it was answered; unheard it would end the process.
  client.on(Events.Error, (error) => logger.warn(brief(error), 'discord: error'))
}
