/** The same conversation in a terminal: as text for a person, as lines of JSON for a program. */
import type { Writable } from 'node:stream'
import type { Adapter, Bot } from '../../src/bot/bot.ts'
import type { Incoming, Language } from '../../src/bot/incoming.ts'
import { plain, type Reply } from '../../src/bot/reply.ts'
import { say } from '../../src/words.ts'
import { createOrder } from '../shared/order.ts'
import { pipedMessages } from './gather.ts'
import { LINE_BYTES, MEGABYTES, UNDER_WAY } from './limits.ts'
import { linesOf } from './lines.ts'
import { createOutput } from './output.ts'
import { OWN_CHAT, PLATFORM, readLine, readText } from './receive.ts'
import { actionsOf, renderLine, renderScreen } from './render.ts'
import { type Keys, startTyping } from './typing.ts'

export interface TerminalOptions {
  /** Of a terminal (`isTTY`) the keys are taken, so that lines can be edited and pastes told apart. */
  input: Keys & { isTTY?: boolean }
  output: Writable
  /** A line of JSON in, a line of JSON out for each reply. */
  jsonl: boolean
  /** Of what the adapter itself says, and the `language` of what it takes in. Default: Arabic, and none. */
  language?: Language
}

/**
 * The terminal adapter.
 * @param options the streams, and which of the two ways to speak
 * @param bot takes what comes in and answers it
 * @returns an adapter that begins to read with `start`; `finished` resolves once the input has ended and all of it is
 *   answered and written
 */
export function createTerminal(options: TerminalOptions, bot: Bot): Adapter & { finished: Promise<void> } {
  const { input, jsonl, language } = options
  const output = createOutput(options.output)
  const finished = Promise.withResolvers<void>()
  const speak = jsonl ? speakJson : speakText
  let stopped = false
  let begun = false
  let prompt: () => void = () => {}
  let close: () => void = () => input.destroy()
  /** What the numbers of the last reply with choices stand for. */
  let offered: string[] = []

  async function speakJson() {
    const order = createOrder()
    const underWay = new Set<Promise<void>>()
    let number = 0
    for await (const line of linesOf(input, LINE_BYTES)) {
      number += 1
      if (stopped || output.closed()) break
      const task = takeLine(line, number, order.run)
      if (!task) continue
      underWay.add(task)
      void task.finally(() => underWay.delete(task))
      if (underWay.size >= UNDER_WAY) await Promise.race(underWay)
    }
    await order.idle()
  }

  /** Gives a line to the bot in its chat's turn; nothing for an empty one. */
  function takeLine(
    line: { text: string } | { tooLong: true },
    number: number,
    inTurn: (chat: string, task: () => Promise<void>) => Promise<void>,
  ): Promise<void> | undefined {
    if ('tooLong' in line) return complain(null, 'lineTooLong', { line: number, megabytes: MEGABYTES })
    if (line.text.trim() === '') return undefined
    const read = readLine(line.text, bot.commands, language, new Date())
    if (!('problem' in read)) return inTurn(read.chat, () => answer(read))
    if (read.problem === 'notJson') return complain(null, 'notJson', { line: number })
    const problem = say(language ?? 'ar', `terminal.problem.${read.because}`)
    const told = () => complain(read.chat ?? null, 'wrongLine', { line: number, problem })
    return read.chat === undefined ? told() : inTurn(read.chat, told)
  }

  async function speakText() {
    await output.write(`${say(language ?? 'ar', input.isTTY ? 'terminal.typing' : 'terminal.piped')}\n\n`)
    const typing = input.isTTY ? startTyping(input, options.output) : undefined
    if (typing) ({ prompt, close } = typing)
    prompt()
    for await (const text of typing?.messages ?? pipedMessages(linesOf(input, LINE_BYTES))) {
      if (stopped || output.closed()) break
      await answer(readText(text, bot.commands, offered, language, new Date()))
      prompt()
    }
    close()
  }

  /** Never rejects: what goes wrong is told where the answer would have stood. */
  async function answer(incoming: Incoming): Promise<void> {
    try {
      await bot.receive(incoming, (reply) => write(incoming.chat, reply))
    } catch (error) {
      await complain(incoming.chat, 'failed', { reason: error instanceof Error ? error.message : String(error) })
    }
  }

  async function complain(chat: string | null, key: string, values: Record<string, string | number>): Promise<void> {
    const speaks = language ?? 'ar'
    const text = say(speaks, `terminal.${key}`, values)
    // Where nobody reads any more there is nobody to complain to.
    await write(chat, { language: speaks, blocks: [{ kind: 'paragraph', text: [plain(text)] }] }).catch(() => {})
  }

  async function write(chat: string | null, reply: Reply): Promise<void> {
    if (jsonl) return output.write(renderLine(chat, reply))
    const actions = actionsOf(reply)
    if (actions.length > 0) offered = actions
    await output.write(`${renderScreen(reply)}\n\n`)
  }

  return {
    name: PLATFORM,
    finished: finished.promise,

    async start() {
      begun = true
      // An input that was cut off by `stop` has not failed.
      speak().then(finished.resolve, (error) => (stopped ? finished.resolve() : finished.reject(error)))
    },

    async stop() {
      stopped = true
      close()
      if (begun) await finished.promise
    },

    async deliver(chat, reply) {
      if (!jsonl && chat !== OWN_CHAT) return { ok: false, permanent: true, reason: 'there is no such chat here' }
      try {
        await write(chat, reply)
        prompt()
        return { ok: true }
      } catch (error) {
        return { ok: false, permanent: false, reason: error instanceof Error ? error.message : String(error) }
      }
    },
  }
}
