/** A desk's articles as a file in the chat, and a file that another desk has sent. */
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { exportDesk } from '../exchange/export.ts'
import { type Imported, importDesk } from '../exchange/import.ts'
import { say, sayCount, sayNumber } from '../words.ts'
import { sayAnswer } from './answer-reply.ts'
import type { Means, Setting } from './desk.ts'
import { bytesOf } from './file-bytes.ts'
import type { IncomingFile } from './incoming.ts'
import { line } from './line.ts'
import { plain, quiet, type Reply } from './reply.ts'

const pack = promisify(gzip)
/** Bytes of a file that every platform takes: Discord's bound of 10 MiB, with room for what is around it. */
const LARGEST_SENT = 9 * 1024 * 1024
/** Articles that surely pack to less than that are tried. */
const LARGEST_UNPACKED = 8 * LARGEST_SENT
/** Faults that are told one by one. */
const MOST_FAULTS = 5

/** The desk's articles, or those of an actor that is named, as a file. Only owners give away what a desk has. */
export async function exportHere(means: Means, setting: Setting, typed: string): Promise<Reply> {
  const { desk, reader } = setting
  if (desk.role !== 'owner') return line(setting, 'bot.desk.ownerOnly')
  const found = typed === '' ? [] : await means.archive.actors.find(desk.desk, typed)
  if (typed !== '' && found.length !== 1) {
    const near = found.length > 0 ? found : await means.archive.actors.nearest(desk.desk, typed, 5)
    return sayAnswer(reader, { kind: 'unknown', typed, near, empty: false })
  }
  const about = found[0]
  const count = about?.articles ?? (await means.archive.articles.count(desk.desk))
  if (count === 0) return line(setting, 'answers.empty')
  const name = await means.archive.desks.name(desk.desk)
  const now = means.now().toISOString()
  const parts: string[] = []
  let length = 0
  for await (const part of exportDesk(means.archive, {
    desk: desk.desk,
    now,
    ...(name && { name }),
    ...(about && { about }),
  })) {
    parts.push(part)
    length += part.length
    if (length > LARGEST_UNPACKED) return line(setting, 'bot.exchange.tooLarge')
  }
  const packed = await pack(parts.join(''))
  if (packed.length > LARGEST_SENT) return line(setting, 'bot.exchange.tooLarge')
  return {
    language: reader.language,
    blocks: [
      {
        kind: 'paragraph',
        text: [
          plain(sayCount(reader, 'bot.exchange.title', count)),
          quiet(` ${say(reader.language, 'bot.exchange.how')}`),
        ],
      },
      {
        kind: 'file',
        name: `marsad-${now.slice(0, 10)}.jsonl.gz`,
        mimeType: 'application/gzip',
        data: packed.toString('base64'),
      },
    ],
  }
}

/** Takes a file that another desk has exported into this one. */
export async function importHere(means: Means, setting: Setting, file: IncomingFile): Promise<Reply> {
  const { desk } = setting
  if (desk.role === 'reader') return line(setting, 'bot.desk.readOnly')
  const bytes = await bytesOf(means, file)
  if (bytes === undefined) return line(setting, 'intake.file-unreadable', { name: file.name })
  const imported = await importDesk(means.archive, desk.desk, bytes)
  if (imported.ok) return sayImported(setting, imported)
  const keys = { unreadable: 'unreadable', 'not-desk': 'notDesk', newer: 'newer' }
  return line(setting, `bot.exchange.${keys[imported.reason]}`, { name: file.name })
}

function sayImported({ reader }: Setting, imported: Extract<Imported, { ok: true }>): Reply {
  const { language } = reader
  const { name, taken, known, wrong } = imported
  const words = [
    sayCount(reader, 'bot.exchange.taken', taken),
    name ? say(language, 'bot.exchange.from', { name }) : say(language, 'bot.exchange.fromUnnamed'),
    ...(known > 0 ? [sayCount(reader, 'bot.exchange.known', known)] : []),
  ]
  const faults = wrong.slice(0, MOST_FAULTS).map((each) => ({
    text: [
      plain(
        say(language, 'bot.exchange.wrong', {
          line: sayNumber(reader, each.line),
          reason: say(language, `bot.exchange.reason.${each.fault}`),
        }),
      ),
    ],
  }))
  const more = wrong.length - MOST_FAULTS
  if (more > 0) faults.push({ text: [plain(say(language, 'bot.exchange.wrongMore', { n: sayNumber(reader, more) }))] })
  return {
    language,
    blocks: [
      { kind: 'paragraph', text: [plain(words.join(' '))] },
      ...(faults.length > 0 ? [{ kind: 'points' as const, items: faults }] : []),
    ],
  }
}
