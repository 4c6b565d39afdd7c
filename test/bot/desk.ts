/** A bot over an archive in memory, and somebody who talks to it. */
import { openArchive } from '../../src/archive/archive.ts'
import type { Means } from '../../src/bot/desk.ts'
import type { Incoming, IncomingMessage } from '../../src/bot/incoming.ts'
import { createBot } from '../../src/bot/receive.ts'
import type { Reply } from '../../src/bot/reply.ts'

/** The words of a reply, a line a block or item, citations and buttons in brackets. */
export function wordsOf(reply: Reply): string {
  return reply.blocks
    .map((block) => {
      if (block.kind === 'choices') return block.choices.map((choice) => `[${choice.label}]`).join(' ')
      if (block.kind === 'picture') return `{${block.alt}}`
      if (block.kind === 'file') return `{${block.name}}`
      if (block.kind === 'points')
        return block.items
          .map((item) => item.text.map((run) => run.text).join('') + (item.citation ? ` (${item.citation.text})` : ''))
          .join('\n')
      return block.text.map((run) => run.text).join('')
    })
    .join('\n')
}

/** Opens a desk; `now` is the moment that the bot takes it to be. */
export async function openDesk(options: Partial<Means> = {}) {
  const archive = options.archive ?? (await openArchive(':memory:'))
  const logged: object[] = []
  let now = new Date('2023-09-20T09:00:00Z')
  const means: Means = {
    archive,
    readPage: async () => ({ ok: false, reason: 'unreachable' }),
    now: () => now,
    language: 'ar',
    timeZone: 'Africa/Algiers',
    log: { error: (details) => void logged.push(details) },
    ...options,
  }
  const bot = createBot(means)

  async function receive(incoming: Incoming): Promise<Reply[]> {
    const replies: Reply[] = []
    await bot.receive(incoming, async (reply) => void replies.push(reply))
    return replies
  }
  const origin = (chat: string) => ({ platform: 'test', chat, sender: 'u1', receivedAt: now.toISOString() })

  return {
    archive,
    bot,
    means,
    logged,
    setNow: (iso: string) => {
      now = new Date(iso)
    },
    /** Sends a message; the words of the replies. */
    async say(text: string, more: Partial<IncomingMessage> & { chat?: string } = {}): Promise<string> {
      const { chat = 'c1', ...fields } = more
      return (await receive({ ...origin(chat), kind: 'message', text, links: [], ...fields }))
        .map(wordsOf)
        .join('\n---\n')
    },
    /** Presses a button by its action. */
    press: async (action: string, chat = 'c1') =>
      (await receive({ ...origin(chat), kind: 'choice', action })).map(wordsOf).join('\n---\n'),
    receive,
    close: () => archive.close(),
  }
}
