/** A link becomes an article: the page is fetched, its main text found, its paragraphs kept apart. */
import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import type { Article } from './article.ts'
import { decodeUnmarked } from './file.ts'
import { type FetchFailure, type FetchOptions, guardedFetch } from './guarded-fetch.ts'
import { type HtmlNode, paragraphsOf } from './paragraphs.ts'

export type PageFailure = FetchFailure | 'not-a-page' | 'no-text'
export type PageRead = { ok: true; article: Article } | { ok: false; reason: PageFailure; status?: number }

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
  try {
    const article = articleFromHtml(decode(body, contentType), url, receivedAt)
    return article ? { ok: true, article } : { ok: false, reason: 'no-text' }
  } catch {
    // A page made to exhaust the parser is no article either.
    return { ok: false, reason: 'no-text' }
  }
}

/** Browsers nest no deeper either (Blink's and WebKit's limit); the time to read a page grows with the square of its depth. */
const DEEPEST = 512
/** Long articles with all their menus have some thousand elements. */
const MOST_ELEMENTS = 50_000
/** Elements whose end need not be written (HTML Living Standard, optional tags) or that have none: they say nothing of the depth. */
const UNCLOSED =
  /^(?:p|li|d[td]|t[rdh]|thead|tbody|tfoot|opt.*|colgroup|r[tp]|html|head|body|area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/i

/** Whether HTML has more or deeper elements than a page for people: from its tags alone, before anything is built of them, in time linear in its length. */
function isHostile(html: string): boolean {
  let elements = 0
  let depth = 0
  for (const [, slash, name] of html.matchAll(/<(\/?)([a-z][\w-]*)/gi)) {
    if (!slash && ++elements > MOST_ELEMENTS) return true
    if (UNCLOSED.test(name!)) continue
    depth = Math.max(0, depth + (slash ? -1 : 1))
    if (depth > DEEPEST) return true
  }
  return false
}

/** The main text of a page's HTML, or undefined when it has none. */
export function articleFromHtml(html: string, url: string, receivedAt: string): Article | undefined {
  if (isHostile(html)) return undefined
  const { document } = parseHTML(html)
  // What has no root element is no page; the extraction would throw.
  if (!document.documentElement) return undefined
  const publishedAt = publishedOn(document)
  const site = meta(document, 'og:site_name')
  const marked = markedBody(document)
  const found = new Readability(document as never, { charThreshold: SHORTEST }).parse()
  if (!found?.content) return undefined
  const content = parseHTML(`<!doctype html><html><body>${found.content}</body></html>`).document
  const extracted = paragraphsOf(content.body).join('\n')
  const text = extracted.length < KEPT * marked.length ? marked : extracted
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

/** Readability keeps one of several wrapped paragraphs on some pages; where it has less than this share of what the page marks as its article, the page is right. */
const KEPT = 0.7

/** The paragraphs of the one element that a page marks as its article's body; empty where it marks none or several. */
function markedBody(document: Page): string {
  const [body, ...more] = [...document.querySelectorAll('[itemprop="articleBody"]')]
  const [article, ...others] = [...document.querySelectorAll('article')]
  const root = body && more.length === 0 ? body : article && others.length === 0 ? article : undefined
  return root
    ? [...root.querySelectorAll('p')]
        .map((p) => paragraphsOf(p).join(' '))
        .filter(Boolean)
        .join('\n')
    : ''
}

interface PageElement extends HtmlNode {
  querySelectorAll(selector: string): Iterable<HtmlNode>
}

interface Page {
  querySelector(selector: string): { getAttribute(name: string): string | null } | null
  querySelectorAll(selector: string): Iterable<PageElement>
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

/** Decodes by what the header says, else what the page says of itself, else as a file that says nothing. */
function decode(body: Uint8Array, contentType: string): string {
  const head = new TextDecoder('latin1').decode(body.subarray(0, 2048))
  const charset = /charset=["']?([\w-]+)/i.exec(contentType)?.[1] ?? /<meta[^>]+charset=["']?([\w-]+)/i.exec(head)?.[1]
  try {
    if (charset) return new TextDecoder(charset).decode(body)
  } catch {
    // A name that nobody knows says nothing.
  }
  return decodeUnmarked(body) ?? new TextDecoder().decode(body)
}
