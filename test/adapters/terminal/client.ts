/**
 * The terminal adapter at work on streams, for tests.
 *
 *     const terminal = await openTerminal(bot)                             // lines of JSON
 *     terminal.send({ chat: 'c1', sender: 'u1', text: 'من هو سليم الراوي؟' })  // or { command, argument } or { action }
 *     const [line] = await terminal.next(1)                                // { chat, text, blocks }
 *     const lines = await terminal.end()                                   // all that came, once the input has ended
 */
import { PassThrough } from 'node:stream'
import { createTerminal } from '../../../adapters/terminal/index.ts'
import type { Adapter, Bot } from '../../../src/bot/bot.ts'
import type { Block } from '../../../src/bot/reply.ts'

export interface OutLine {
  chat: string | null
  text: string
  blocks: Block[]
}

export interface JsonTerminal {
  adapter: Adapter
  /** A line in: JSON of an object, or the text itself. */
  send(line: object | string): void
  /** Waits until so many lines have come out in all; all of them. */
  next(count: number): Promise<OutLine[]>
  /** Ends the input; all lines that came out, once the adapter has finished. */
  end(): Promise<OutLine[]>
}

/** Starts the adapter in JSON mode. */
export async function openTerminal(bot: Bot): Promise<JsonTerminal> {
  const { adapter, input, written, grown } = await open(bot, true)
  const lines = () =>
    written()
      .split('\n')
      .slice(0, -1)
      .map((line) => JSON.parse(line) as OutLine)
  return {
    adapter,
    send: (line) => void input.write(`${typeof line === 'string' ? line : JSON.stringify(line)}\n`),
    async next(count) {
      while (lines().length < count) await grown()
      return lines()
    },
    async end() {
      input.end()
      await adapter.finished
      return lines()
    },
  }
}

export interface TextTerminal {
  adapter: Adapter
  write(text: string | Uint8Array): void
  /** Waits until what was written matches; all that was. */
  until(expected: RegExp): Promise<string>
  /** Ends the input; all that was written, once the adapter has finished. */
  end(): Promise<string>
}

/** Starts the adapter in text mode, as behind a pipe or, with `typed`, as where a person types. */
export async function openTextTerminal(bot: Bot, typed = false): Promise<TextTerminal> {
  const { adapter, input, written, grown } = await open(bot, false, typed)
  return {
    adapter,
    write: (text) => void input.write(text),
    async until(expected) {
      while (!expected.test(written())) await grown()
      return written()
    },
    async end() {
      input.end()
      await adapter.finished
      return written()
    },
  }
}

async function open(bot: Bot, jsonl: boolean, typed = false) {
  const input = Object.assign(new PassThrough(), { isTTY: typed })
  const output = new PassThrough()
  let text = ''
  let wake = Promise.withResolvers<void>()
  output.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk
    wake.resolve()
    wake = Promise.withResolvers()
  })
  const adapter = createTerminal({ input, output, jsonl }, bot)
  await adapter.start()
  return { adapter, input, written: () => text, grown: () => wake.promise }
}
