/** `chat [--jsonl] [--data DIR]`: the same conversation on standard input, as text or as JSON lines; ends with its input. */
import { parseArgs } from 'node:util'
import { createTerminal } from '../../adapters/terminal/index.ts'
import { createBot } from '../bot/receive.ts'
import { readConfig } from '../config.ts'
import { meansFrom, whyUnopened } from '../means.ts'
import { fail } from './input.ts'

const USAGE = 'usage: chat [--jsonl] [--data DIR]'

async function main(): Promise<void> {
  let values: { jsonl?: boolean; data?: string }
  try {
    values = parseArgs({ options: { jsonl: { type: 'boolean' }, data: { type: 'string' } } }).values
  } catch (error) {
    fail(`${(error as Error).message}\n${USAGE}`)
  }
  const read = readConfig({ ...process.env, ...(values.data && { MARSAD_DATA: values.data }) })
  if (!read.ok) fail(read.lines.join('\n'))
  const means = await meansFrom(read.config).catch((error) => fail(whyUnopened(read.config, error)))
  const terminal = createTerminal(
    {
      input: process.stdin,
      output: process.stdout,
      jsonl: values.jsonl ?? false,
      language: read.config.MARSAD_LANGUAGE,
    },
    createBot(means),
  )
  await terminal.start()
  await terminal.finished
  await means.archive.close()
}

await main()
