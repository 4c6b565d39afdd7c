/** `import [--data DIR] [--chat PLATFORM:ID] FILE…`: takes the files of other desks into a desk; says for each what came in. */
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { type Archive, openArchive } from '../archive/archive.ts'
import { readConfig } from '../config.ts'
import { importDesk } from '../exchange/import.ts'
import { whyUnopened } from '../means.ts'
import { deskNamed } from './desk.ts'
import { fail, print } from './input.ts'

const USAGE = 'usage: import [--data DIR] [--chat PLATFORM:ID] FILE…'

/** @throws when the file cannot be read, or the archive not written */
const take = async (archive: Archive, desk: string, file: string) => importDesk(archive, desk, readFileSync(file))

async function main(): Promise<void> {
  let parsed: { values: { data?: string; chat?: string }; positionals: string[] }
  try {
    const option = { type: 'string' } as const
    parsed = parseArgs({ options: { data: option, chat: option }, allowPositionals: true })
  } catch (error) {
    fail(`${(error as Error).message}\n${USAGE}`)
  }
  const { values, positionals } = parsed
  if (positionals.length === 0) fail(USAGE)
  const read = readConfig({ ...process.env, ...(values.data && { MARSAD_DATA: values.data }) })
  if (!read.ok) fail(read.lines.join('\n'))
  const archive = await openArchive(read.config.MARSAD_DATA).catch((error) => fail(whyUnopened(read.config, error)))
  const { desk } = await deskNamed(archive, values.chat)
  for (const file of positionals) {
    const imported = await take(archive, desk, file).catch((error: Error) => fail(`${file}: ${error.message}`))
    if (!imported.ok) fail(`${file}: ${imported.reason}`)
    print(`${file}: ${imported.taken} new, ${imported.known} known, ${imported.wrong.length} left out\n`)
    for (const { line, fault } of imported.wrong) print(`  line ${line}: ${fault}\n`)
  }
  await archive.close()
}

await main()
