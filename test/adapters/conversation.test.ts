/**
 * One conversation, on every platform: the same input gives the same replies, and each platform shows their words. The bot is the real one over an archive of its own, the
 * sockets are real, the platforms are those of the adapters' own tests.
 */
import { readFileSync } from 'node:fs'
import { afterEach, describe, expect, it } from 'vitest'
import { createDiscord } from '../../adapters/discord/index.ts'
import { createTelegram } from '../../adapters/telegram/index.ts'
import { createWeb } from '../../adapters/web/index.ts'
import { openArchive } from '../../src/archive/archive.ts'
import type { Bot } from '../../src/bot/bot.ts'
import { createBot } from '../../src/bot/receive.ts'
import type { Reply } from '../../src/bot/reply.ts'
import { startDiscord } from './discord/discord-server.ts'
import { startBotApi } from './telegram/bot-api-server.ts'
import { openTerminal } from './terminal/client.ts'
import { createWebChat } from './web/client.ts'

const article = readFileSync(new URL('../articles/summit.txt', import.meta.url), 'utf8').trim()

type Step = { say: string } | { command: string; argument?: string } | { press: RegExp }
/** What somebody does; `press` is the first button of the last replies whose label matches. */
const STEPS: Step[] = [
  { command: 'help' },
  { say: article },
  { press: /التفاصيل/ },
  { say: article },
  { say: 'من هو تميم بن حمد آل ثاني؟' },
  { say: 'ما موقف إيطاليا من سقف الأسعار؟' },
  { say: 'من هو سقراط اليوناني؟' },
  { say: 'موجز' },
  { command: 'language', argument: 'en' },
  { command: 'forget' },
  { press: /Erase/ },
  { say: 'ماذا نعرف عن قطر؟' },
]

/** A platform on which somebody talks: hands in a step, and says what a person sees in the end. */
interface Line {
  send(step: Exclude<Step, { press: RegExp }> | { action: string }): Promise<void>
  seen(): Promise<string>
  close(): Promise<void>
}

const quiet = () => {}
const logger = {
  debug: quiet,
  info: quiet,
  warn: quiet,
  error: quiet,
  fatal: quiet,
  trace: quiet,
  silent: quiet,
  level: 'silent',
} as never

const LINES: Record<string, (bot: Bot) => Promise<Line>> = {
  async telegram(bot) {
    const api = await startBotApi()
    const adapter = createTelegram({ token: api.token, apiRoot: api.apiRoot, logger }, bot)
    await adapter.start()
    const chat = api.privateChat(7001, 'ar')
    return {
      async send(step) {
        if ('say' in step) chat.say(step.say)
        else if ('command' in step) chat.command(`/${step.command}${step.argument ? ` ${step.argument}` : ''}`)
        else chat.press(step.action)
      },
      seen: async () => (await api.sent(chat.id, 1)).map((message) => message.words).join('\n'),
      async close() {
        await adapter.stop()
        await api.stop()
      },
    }
  },

  async discord(bot) {
    const discord = await startDiscord()
    const adapter = createDiscord({ token: discord.token, apiRoot: discord.apiRoot, logger }, bot)
    await adapter.start()
    const chat = discord.directMessages('200000000000000001')
    return {
      async send(step) {
        if ('say' in step) chat.say(step.say)
        else if ('command' in step) {
          const argument = bot.commands.find((c) => c.name === step.command)?.argument
          chat.slash(
            step.command,
            step.argument && argument ? { name: argument.name, value: step.argument } : undefined,
            'ar' as never,
          )
        } else chat.press(step.action)
      },
      seen: async () => (await discord.sent(chat.id, 1)).map((message) => message.words).join('\n'),
      async close() {
        await adapter.stop()
        await discord.stop()
      },
    }
  },

  async web(bot) {
    const adapter = createWeb({ host: '127.0.0.1', port: 0, logger }, bot)
    await adapter.start()
    const chat = createWebChat(adapter.url())
    const seen: Reply[] = []
    return {
      async send(step) {
        const body = 'say' in step ? { text: step.say } : step
        const answer = await chat.send(body)
        expect(answer.error).toBeUndefined()
        seen.push(...answer.replies)
      },
      seen: async () => seen.map(wordsOf).join('\n'),
      close: () => adapter.stop(),
    }
  },

  async terminal(bot) {
    const terminal = await openTerminal(bot)
    return {
      async send(step) {
        const body = 'say' in step ? { text: step.say } : step
        terminal.send({ chat: 'c1', sender: 'u1', ...body })
      },
      seen: async () => (await terminal.next(1)).map((line) => line.text).join('\n'),
      close: async () => void (await terminal.end()),
    }
  },
}

function wordsOf(reply: Reply): string {
  return reply.blocks
    .map((block) => {
      if (block.kind === 'choices') return block.choices.map((c) => c.label).join(' ')
      if (block.kind === 'picture') return block.alt
      if (block.kind === 'file') return block.name
      if (block.kind === 'points')
        return block.items
          .map((item) => item.text.map((run) => run.text).join('') + (item.citation ? ` ${item.citation.text}` : ''))
          .join('\n')
      return block.text.map((run) => run.text).join('')
    })
    .join('\n')
}

const plainly = (text: string) => text.replace(/[\u200e\u200f\u2066-\u2069]/g, '').replace(/\s+/g, ' ')

let open: { close(): Promise<void> }[] = []
afterEach(async () => {
  for (const each of open.reverse()) await each.close()
  open = []
})

/** Goes through the conversation on a platform: the replies of each step, and all that a person saw. */
async function converse(platform: string): Promise<{ replies: Reply[][]; seen: string }> {
  const archive = await openArchive(':memory:')
  open.push(archive)
  const failed: object[] = []
  const real = createBot({
    archive,
    readPage: async () => ({ ok: false, reason: 'unreachable' }),
    now: () => new Date(),
    language: 'ar',
    timeZone: 'Africa/Algiers',
    log: { error: (details) => void failed.push(details) },
  })
  let answered = 0
  let given: Reply[] = []
  const bot: Bot = {
    ...real,
    async receive(incoming, send) {
      await real.receive(incoming, async (reply) => {
        given.push(reply)
        await send(reply)
      })
      answered++
    },
  }
  const line = await LINES[platform]!(bot)
  open.push(line)
  const replies: Reply[][] = []
  for (const [at, step] of STEPS.entries()) {
    given = []
    await line.send('press' in step ? { action: actionOf(replies, step.press) } : step)
    await expect.poll(() => answered, { timeout: 8000 }).toBe(at + 1)
    replies.push(given)
  }
  expect(failed).toEqual([])
  await expect
    .poll(async () => plainly(await line.seen()), { timeout: 8000 })
    .toContain(plainly(wordsOf(replies.at(-1)![0]!)))
  return { replies, seen: plainly(await line.seen()) }
}

function actionOf(replies: Reply[][], label: RegExp): string {
  const choices = replies
    .flat()
    .flatMap((reply) => reply.blocks.flatMap((block) => (block.kind === 'choices' ? block.choices : [])))
  const choice = choices.findLast((c) => label.test(c.label))
  expect(choice, `a button ${label}`).toBeDefined()
  return choice!.action
}

/** Each conversation has a desk of its own, whose mark its buttons bear. */
function withoutDesk(replies: Reply[][]): unknown {
  return JSON.parse(JSON.stringify(replies).replace(/@[0-9a-f]{6}"/g, '"'))
}

describe('one conversation on every platform', () => {
  it('gets the same replies, and each platform shows their words', async () => {
    const all: Record<string, Awaited<ReturnType<typeof converse>>> = {}
    for (const platform of Object.keys(LINES)) all[platform] = await converse(platform)
    const { replies } = all.terminal!

    expect(replies.map((given) => given.length)).toEqual(STEPS.map(() => 1))
    const words = replies.map((given) => wordsOf(given[0]!))
    expect(words[1]).toContain('قطر')
    expect(words[3]).toContain('قُرئ هذا المقال من قبل')
    expect(words[4]).toContain('أمير قطر')
    expect(words[5]).toContain('تحفظت إيطاليا')
    expect(words[6]).toContain('لا أجد «سقراط اليوناني»')
    expect(words[7]).toContain('مقال واحد')
    expect(words[10]).toBe('Everything kept for this chat has been erased.')
    expect(words[11]).toContain('لم يقرأ مكتبك أي مقال بعد')

    for (const [platform, { replies: own, seen }] of Object.entries(all)) {
      expect(withoutDesk(own), platform).toEqual(withoutDesk(replies))
      for (const reply of replies.flat())
        for (const block of reply.blocks)
          if (block.kind === 'paragraph' || block.kind === 'heading')
            expect(seen, platform).toContain(plainly(block.text.map((run) => run.text).join('')).trim())
    }
  }, 60_000)
})
