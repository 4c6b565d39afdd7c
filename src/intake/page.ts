/** A link becomes an article: the page is fetched, its main text found, its paragraphs kept apart. */
import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import type { Article } from './article.ts'
import { type FetchFailure, type FetchOptions, guardedFetch } from './guarded-fetch.ts'

export type PageFailure = FetchFailure | 'not-a-page' | 'no-text'
export type PageRead = { ok: true; article: Article } | { ok: false; reason: PageFailure; status?: number }

/** Blocks whose text is a paragraph of its own. */
const BLOCKS = 'p, h1, h2, h3, h4, blockquote, li, pre, figcaption'
/** Less text than this is a notice or a menu. */
const SHORTEST = 200

/** Reads the article behind an address. Never rejects. */
export async function articleFromPage(
  address: string,
  receivedAt: string,
  options: FetchOptions = {},
): Promise<PageRead> {
  const fetched = await guardedFetch(address, options)
  if (!fetched.ok) return fetched
  const { contentType, body, url } = fetched
  if (/^text\/plain/i.test(contentType)) {
    const text = decode(body, contentType).trim()
    return text.length < SHORTEST
      ? { ok: false, reason: 'no-text' }
      : { ok: true, article: { text, url, source: new URL(url).hostname, receivedAt } }
  }
  if (contentType !== '' && !/html/i.test(contentType)) return { ok: false, reason: 'not-a-page' }
  const article = articleFromHtml(decode(body, contentType), url, receivedAt)
  return article ? { ok: true, article } : { ok: false, reason: 'no-text' }
}

/** The main text of a page's HTML, or undefined when it has none. */
export function articleFromHtml(html: string, url: string, receivedAt: string): Article | undefined {
  const { document } = parseHTML(html)
  const publishedAt = publishedOn(document)
  const site = meta(document, 'og:site_name')
  const found = new Readability(document as never, { charThreshold: SHORTEST }).parse()
  if (!found?.content) return undefined
  const content = parseHTML(`<!doctype html><body>${found.content}</body>`).document
  const paragraphs = [...content.querySelectorAll(BLOCKS)]
    .filter((block) => !block.querySelector(BLOCKS))
    .map((block) => (block.textContent ?? '').replace(/\s+/g, ' ').trim())
    .filter(Boolean)
  const text = (paragraphs.length > 0 ? paragraphs.join('\n') : (content.body.textContent ?? '').trim()).trim()
  if (text.length < SHORTEST) return undefined
  const title = found.title?.trim()
  return {
    text: title && !text.startsWith(title) ? `${title}\n${text}` : text,
    ...(title && { title }),
    source: site ?? found.siteName ?? new URL(url).hostname.replace(/^www\./, ''),
    url,
    ...(publishedAt && { publishedAt }),
    receivedAt,
  }
}

interface Page {
  querySelector(selector: string): { getAttribute(name: string): string | null } | null
  querySelectorAll(selector: string): Iterable<{ textContent: string | null }>
}

function meta(document: Page, name: string): string | undefined {
  return (
    document.querySelector(`meta[property="${name}"], meta[name="${name}"]`)?.getAttribute('content')?.trim() ||
    undefined
  )
}

/** When a page says that it was published: in its meta data, its JSON-LD or its first time element. */
function publishedOn(document: Page): string | undefined {
  const linked = [...document.querySelectorAll('script[type="application/ld+json"]')].map(
    (script) => /"datePublished"\s*:\s*"([^"]+)"/.exec(script.textContent ?? '')?.[1],
  )
  const said = [
    meta(document, 'article:published_time'),
    meta(document, 'datePublished'),
    meta(document, 'date'),
    ...linked,
    document.querySelector('time[datetime]')?.getAttribute('datetime'),
  ]
  return said.find(
    (date): date is string =>
      typeof date === 'string' && /^\d{4}-\d{2}-\d{2}/.test(date) && !Number.isNaN(Date.parse(date)),
  )
}

/** Decodes by what the header says, else what the page says of itself, else UTF-8. */
function decode(body: Uint8Array, contentType: string): string {
  const head = new TextDecoder('latin1').decode(body.subarray(0, 2048))
  const charset =
    /charset=["']?([\w-]+)/i.exec(contentType)?.[1] ?? /<meta[^>]+charset=["']?([\w-]+)/i.exec(head)?.[1] ?? 'utf-8'
  try {
    return new TextDecoder(charset).decode(body)
  } catch {
    return new TextDecoder().decode(body)
  }
}
