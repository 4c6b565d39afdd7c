import type { ArticleMeta } from '../archive/meta.ts'
import { type Reader, say, sayDate, sayNumber } from '../words.ts'
import type { Citation } from './reply.ts'

/** Where a line comes from, in the reader's words: «الخبر، 23 جانفي 2012، الجملة 6». */
export function cite(reader: Reader, article: ArticleMeta, sentence?: number): Citation {
  const source = article.source ?? say(reader.language, 'bot.cite.unnamed', { n: sayNumber(reader, article.id) })
  const via = article.via === '' ? say(reader.language, 'bot.exchange.unnamed') : article.via
  const named = via === undefined ? source : say(reader.language, 'bot.cite.via', { source, desk: via })
  const values = { source: named, date: sayDate(reader, article.dated) }
  return {
    article: article.id,
    source,
    date: article.dated.slice(0, 10),
    ...(sentence !== undefined && { sentence }),
    text:
      sentence === undefined
        ? say(reader.language, 'bot.cite.article', values)
        : say(reader.language, 'bot.cite.full', { ...values, n: sayNumber(reader, sentence + 1) }),
    ...(article.url && { url: article.url }),
  }
}
