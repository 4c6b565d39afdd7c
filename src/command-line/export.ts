/** `export [--data DIR] [--chat PLATFORM:ID] [--about NAME] > FILE`: a desk's articles as JSON Lines, as `src/exchange/desk-file.ts` describes them. */
import { once } from 'node:events'
import { parseArgs } from 'node:util'
import { openArchive } from '../archive/archive.ts'
import { readConfig } from '../config.ts'
import { exportDesk } from '../exchange/export.ts'
import { whyUnopened } from '../means.ts'
import { deskNamed } from './desk.ts'
import { fail } from './input.ts'

const USAGE = 'usage: export [--data DIR] [--chat PLATFORM:ID] [--about NAME] > FILE'

async function main(): Promise<void> {
  let values: { data?: string; chat?: string; about?: string }
  try {
    const option = { type: 'string' } as const
    values = parseArgs({ options: { data: option, chat: option, about: option } }).values
  } catch (error) {
    fail(`${(error as Error).message}\n${USAGE}`)
  }
  const read = readConfig({ ...process.env, ...(values.data && { MARSAD_DATA: values.data }) })
  if (!read.ok) fail(read.lines.join('\n'))
  const archive = await openArchive(read.config.MARSAD_DATA).catch((error) => fail(whyUnopened(read.config, error)))
  const { desk } = await deskNamed(archive, values.chat)
  const found = values.about ? await archive.actors.find(desk, values.about) : []
  if (values.about && found.length !== 1) fail(`--about: «${values.about}» names ${found.length} actors of this desk`)
  const [about] = found
  const name = await archive.desks.name(desk)
  const options = { desk, now: new Date().toISOString(), ...(name && { name }), ...(about && { about }) }
  for await (const line of exportDesk(archive, options))
    if (!process.stdout.write(line)) await once(process.stdout, 'drain')
  await archive.close()
}

await main()
