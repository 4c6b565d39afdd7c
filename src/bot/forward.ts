/** The first trip: a message becomes an article, is read, stored, and answered with its brief. */
import { analyze } from '../analysis/analyze.ts'
import { languageOf } from '../analysis/text/language.ts'
import type { Stored } from '../archive/articles.ts'
import { mayHoldDesk } from '../exchange/import.ts'
import { type Article, LONGEST_ARTICLE } from '../intake/article.ts'
import { LARGEST_FILE, readTextFile } from '../intake/file.ts'
import { articleFromText, type TextOrigin } from '../intake/text.ts'
import { say, sayDate, sayNumber } from '../words.ts'
import { composeBrief, type Novelty } from './brief.ts'
import { cite } from './cite.ts'
import type { Means, Setting } from './desk.ts'
import { importHere } from './exchange.ts'
import { bytesOf } from './file-bytes.ts'
import type { IncomingFile, IncomingMessage } from './incoming.ts'
import { line } from './line.ts'
import type { Reply } from './reply.ts'
import { storyNewsOf } from './story.ts'

/** Pages fetched for one message; further links are references, not articles. */
const MOST_LINKS = 3
const MOST_FIRST = 6
const MOST_KNOWN = 4
const MOST_BEFORE = 2

/** What a platform says of where a message's text was published. */
export function originOf(message: IncomingMessage): TextOrigin {
  const from = message.forwardedFrom
  return {
    receivedAt: message.receivedAt,
    ...(from?.name && { source: from.name }),
    ...(from?.url && { url: from.url }),
    ...(from?.date && { publishedAt: from.date }),
  }
}

/** Reads the articles behind links, a reply for each. */
export async function readLinks(
  means: Means,
  setting: Setting,
  links: readonly string[],
  receivedAt: string,
  send: (reply: Reply) => Promise<void>,
): Promise<void> {
  for (const address of links.slice(0, MOST_LINKS)) {
    const page = await means.readPage(address, receivedAt)
    if (page.ok) await send(await readArticle(means, setting, page.article))
    else await send(line(setting, `intake.${page.reason}`, { address, status: page.status ?? '' }))
  }
}

/** Reads the article in a file. */
export async function readFile(means: Means, setting: Setting, file: IncomingFile, origin: TextOrigin): Promise<Reply> {
  if (mayHoldDesk(file.name)) return importHere(means, setting, file)
  if (!/\.(?:txt|text|md)$/i.test(file.name) && !/^text\/plain/i.test(file.mimeType ?? ''))
    return line(setting, 'intake.file-type', { name: file.name })
  if ((file.size ?? 0) > LARGEST_FILE) return line(setting, 'intake.too-large')
  const bytes = await bytesOf(means, file)
  if (bytes === undefined) return line(setting, 'intake.file-unreadable', { name: file.name })
  const read = readTextFile(bytes)
  return read.ok
    ? readArticle(means, setting, articleFromText(read.text, origin))
    : line(setting, `intake.${read.reason}`)
}

/** Reads an article: analysed, stored, and only then answered. */
export async function readArticle(means: Means, setting: Setting, article: Article): Promise<Reply> {
  const { desk, reader } = setting
  const { articles } = means.archive
  if (article.text.length > LONGEST_ARTICLE)
    return line(setting, 'bot.errors.tooLong', { limit: sayNumber(reader, LONGEST_ARTICLE) })
  if (languageOf(article.text) !== 'ar')
    return line(setting, /\p{L}/u.test(article.text) ? 'bot.errors.notArabic' : 'bot.errors.empty')

  const same = await articles.findSame(desk.desk, article.text)
  if (same?.kind === 'same') {
    const stored = await articles.get(desk.desk, same.article.id)
    if (stored)
      return composeBrief(
        reader,
        stored,
        undefined,
        say(reader.language, 'bot.brief.again', { date: sayDate(reader, same.article.receivedAt) }),
      )
  }
  const analysis = analyze(article.text, {
    ...(article.title && { title: article.title }),
    ...(article.publishedAt && { publishedAt: article.publishedAt }),
  })
  if (analysis.entities.length === 0 && analysis.events.length === 0) return line(setting, 'bot.errors.nothingFound')
  // A reader of a shared desk reads with it, and adds nothing to it.
  const id = desk.role === 'reader' ? undefined : await articles.save(desk.desk, article, analysis)
  const stored: Stored = {
    id: id ?? 0,
    headline: analysis.summary.headline,
    story: id ?? 0,
    dated: article.publishedAt ?? article.receivedAt,
    article,
    analysis,
  }
  const seen =
    same &&
    say(reader.language, 'bot.brief.againRewritten', {
      date: sayDate(reader, same.article.receivedAt),
      source: cite(reader, same.article).source,
    })
  if (id === undefined) return composeBrief(reader, stored, undefined, say(reader.language, 'bot.desk.readOnly'))
  return composeBrief(reader, stored, await noveltyOf(means, setting, id), seen)
}

/** What an article has that the desk had not read of before. */
async function noveltyOf(means: Means, setting: Setting, id: number): Promise<Novelty> {
  const { desk, reader } = setting
  const { actors } = means.archive
  const story = await storyNewsOf(means, setting, id)
  const before = await actors.before(desk.desk, id)
  // Places and unnamed groups come in every article: that they are new says nothing.
  const named = before.filter(({ actor }) => actor.type !== 'group' && actor.type !== 'place')
  const known = named.filter(({ earlier }) => earlier > 0)
  // Where there is a story, it says what came before.
  const together = story
    ? []
    : await actors.together(
        desk.desk,
        known.map(({ actor }) => actor.number),
        id,
        2,
        MOST_BEFORE,
      )
  return {
    first: id === 1,
    firstMentions: named
      .filter(({ earlier }) => earlier === 0)
      .slice(0, MOST_FIRST)
      .map(({ actor }) => actor.name),
    known: known.slice(0, MOST_KNOWN).map(({ actor, earlier, lastSeen }) => ({
      name: actor.name,
      articles: earlier,
      lastSeen: lastSeen ?? actor.lastSeen,
    })),
    ...(story && { story }),
    before: together.map((article) => ({
      headline: article.headline,
      citation: cite(reader, article).text,
    })),
  }
}
