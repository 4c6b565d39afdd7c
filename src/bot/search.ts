/** A search in words, page by page. */
import { localDay } from '../answers/period.ts'
import { find, readSearch } from '../answers/search.ts'
import { say } from '../words.ts'
import { sayAnswer } from './answer-reply.ts'
import { cite } from './cite.ts'
import type { Means, Setting } from './desk.ts'
import { excerptAround } from './excerpt.ts'
import { line } from './line.ts'
import { type Block, plain, quiet, type Reply } from './reply.ts'

const LINE_WORDS = 36

/** Searches for what was typed. */
export async function searchFor(means: Means, setting: Setting, typed: string): Promise<Reply> {
  if (typed === '') return line(setting, 'search.how')
  // Where nothing can be written (a full disk) the first page comes all the same; only the next ones do not.
  const search = await means.archive.searches.keep(setting.desk.desk, typed).catch((error) => {
    means.log.error({ error }, 'a search could not be kept for its further pages')
    return undefined
  })
  return pageOf(means, setting, typed, search, 0)
}

/** A page of a search that was made before. */
export async function searchPage(means: Means, setting: Setting, search: number, page: number): Promise<Reply> {
  const typed = await means.archive.searches.typed(setting.desk.desk, search)
  return typed === undefined ? line(setting, 'search.gone') : pageOf(means, setting, typed, search, page)
}

/** A page of what was typed; without a search that is kept, no page can follow. */
async function pageOf(
  means: Means,
  setting: Setting,
  typed: string,
  search: number | undefined,
  page: number,
): Promise<Reply> {
  const { desk, reader } = setting
  const { archive } = means
  const asked = readSearch(typed, localDay({ now: means.now(), timeZone: reader.timeZone }))
  const found = await find(archive, desk.desk, asked, page)
  if (found.kind === 'empty') return line(setting, 'search.how')
  if (found.kind === 'unknown') return sayAnswer(reader, { ...found, empty: false })
  if (found.lines.length === 0) return line(setting, 'search.nothing', { typed })
  const words = `${asked.words} ${asked.phrases.join(' ')} ${asked.actor ?? ''}`
  const blocks: Block[] = [
    { kind: 'heading', level: 1, text: [plain(say(reader.language, 'search.title', { typed }))] },
    ...(found.kind === 'near'
      ? [{ kind: 'paragraph' as const, text: [quiet(say(reader.language, 'search.near'))] }]
      : []),
    {
      kind: 'points',
      items: found.lines.map(({ article, sentence, text }) => ({
        text: [plain(excerptAround(text, words, LINE_WORDS))],
        citation: cite(reader, article, sentence),
      })),
    },
  ]
  if (found.kind === 'found' && found.more && search !== undefined)
    blocks.push({
      kind: 'choices',
      choices: [{ label: say(reader.language, 'search.next'), action: `search:${search}:${page + 1}` }],
    })
  return { language: reader.language, blocks }
}
