import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { readTextFile } from '../../src/intake/file.ts'
import { guardedFetch, isPublic } from '../../src/intake/guarded-fetch.ts'
import { articleFromPage } from '../../src/intake/page.ts'
import { articleFromText } from '../../src/intake/text.ts'

const NOW = '2023-09-20T09:00:00Z'
const servers: Server[] = []
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    server.close()
  }
})

/** Serves on 127.0.0.1; its address. */
async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener)
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}
const local = { allows: (address: string) => address === '127.0.0.1' }

const PARAGRAPHS = [
  'أعلنت هيئة الأرصاد أن موجة أمطار غزيرة ستصل إلى السواحل الشرقية مساء الخميس، ودعت السكان إلى تجنب الأودية ومجاري السيول خلال اليومين المقبلين.',
  'وقال مدير الهيئة سامر البكري إن كمية الأمطار قد تبلغ ثمانين ملم في بعض المناطق الجبلية، وإن فرق الإنقاذ وُضعت في حالة تأهب منذ ظهر أمس.',
  'وأغلقت البلدية ثلاثة جسور قديمة احتياطا، وأعلنت وزارة التعليم تعليق الدراسة يوم الأحد في المدارس الواقعة قرب مجاري الأودية.',
]
const page = `<!doctype html><html lang="ar"><head><meta charset="utf-8"><title>أمطار غزيرة على السواحل الشرقية</title><meta property="og:site_name" content="الساحل نيوز">
<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2023-09-19T18:00:00+03:00"}</script></head>
<body><nav><a href="/">الرئيسية</a> <a href="/s">رياضة</a></nav><main><article><h1>أمطار غزيرة على السواحل الشرقية</h1>${PARAGRAPHS.map((p) => `<p>${p}</p>`).join('')}</article></main><footer>جميع الحقوق محفوظة</footer></body></html>`

describe('a pasted text', () => {
  it('keeps every letter, and has a title only where its first line is one', () => {
    const text = `أمطار غزيرة على السواحل\n\n${PARAGRAPHS.join('\n')}`
    expect(articleFromText(text, { receivedAt: NOW })).toEqual({
      text,
      title: 'أمطار غزيرة على السواحل',
      receivedAt: NOW,
    })
    expect(articleFromText(PARAGRAPHS.join('\n'), { receivedAt: NOW }).title).toBeUndefined()
    const byline = `سبها (ليبيا) – خاص\n\n${PARAGRAPHS.join('\n')}`
    expect(articleFromText(byline, { receivedAt: NOW }).title).toBeUndefined()
  })
})

describe('a text file', () => {
  const windows1256 = new Uint8Array([0xe3, 0xd1, 0xd5, 0xcf, 0x20, 0xda, 0xd1, 0xc8, 0xed])
  it.each([
    ['UTF-8', new TextEncoder().encode('مرصد عربي')],
    ['UTF-8 with its mark', new TextEncoder().encode('\ufeffمرصد عربي')],
    ['UTF-16', new Uint8Array(Buffer.from('\ufeffمرصد عربي', 'utf16le'))],
    ['windows-1256', windows1256],
  ])('in %s is read', (_, bytes) => {
    const read = readTextFile(bytes)
    expect(read.ok && read.text.replace('\ufeff', '')).toBe('مرصد عربي')
  })

  it.each([
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1]), 'not-text'],
    ['nothing', new Uint8Array(), 'empty'],
    ['too much', new Uint8Array(3_000_000).fill(0x61), 'too-large'],
  ])('of %s is refused', (_, bytes, reason) => {
    expect(readTextFile(bytes)).toEqual({ ok: false, reason })
  })
})

describe('the guarded fetch', () => {
  it.each([
    '127.0.0.1',
    '10.0.0.1',
    '172.16.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '0.0.0.0',
    '::1',
    '::',
    'fe80::1',
    'fd00::1',
    '::ffff:127.0.0.1',
    '224.0.0.1',
    '100.64.0.1',
  ])('takes %s for what it is: not public', (address) => {
    expect(isPublic(address)).toBe(false)
  })

  it('takes a public address', () => {
    expect(isPublic('93.184.216.34')).toBe(true)
  })

  it.each([
    'http://127.0.0.1/',
    'http://localhost/',
    'http://2130706433/',
    'http://0x7f.1/',
    'http://0177.0.0.1/',
    'http://[::1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://127.1/',
    'http://169.254.169.254/latest/meta-data/',
  ])('does not open %s', async (address) => {
    expect(await guardedFetch(address)).toEqual({ ok: false, reason: 'blocked' })
  })

  it.each([
    'ftp://example.org/a',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'http://user:password@example.org/',
    'no address',
  ])('does not take %s for an address', async (address) => {
    expect(await guardedFetch(address)).toEqual({ ok: false, reason: 'bad-address' })
  })

  it('checks where a redirect leads', async () => {
    const url = await serve((_, response) => response.writeHead(302, { location: 'http://10.0.0.1/secret' }).end())
    expect(await guardedFetch(url, local)).toEqual({ ok: false, reason: 'blocked' })
  })

  it('follows a few redirects, not many', async () => {
    const url = await serve((request, response) => {
      const left = Number(request.url!.slice(1))
      if (left > 0) response.writeHead(301, { location: `/${left - 1}` }).end()
      else response.writeHead(200, { 'content-type': 'text/plain' }).end('وصلنا')
    })
    const near = await guardedFetch(`${url}/3`, local)
    expect(near.ok && new TextDecoder().decode(near.body)).toBe('وصلنا')
    expect(await guardedFetch(`${url}/9`, local)).toEqual({ ok: false, reason: 'unreachable' })
  })

  it('gives up what is slow, too large or refused', async () => {
    const slow = await serve(() => {})
    expect(await guardedFetch(slow, { ...local, limits: { timeout: 300 } })).toEqual({ ok: false, reason: 'timeout' })
    const large = await serve((_, response) => response.end('x'.repeat(5000)))
    expect(await guardedFetch(large, { ...local, limits: { size: 1000 } })).toEqual({ ok: false, reason: 'too-large' })
    const gone = await serve((_, response) => response.writeHead(404).end())
    expect(await guardedFetch(gone, local)).toEqual({ ok: false, reason: 'refused', status: 404 })
  })
})

describe('a page', () => {
  it('gives its article: title, site, date, paragraphs apart, no menus', async () => {
    const url = await serve((_, response) =>
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page),
    )
    const read = await articleFromPage(url, NOW, local)
    if (!read.ok) throw new Error(read.reason)
    expect(read.article).toMatchObject({
      title: 'أمطار غزيرة على السواحل الشرقية',
      source: 'الساحل نيوز',
      publishedAt: '2023-09-19T18:00:00+03:00',
      receivedAt: NOW,
    })
    expect(read.article.text.split('\n').slice(-3)).toEqual(PARAGRAPHS)
    expect(read.article.text).not.toContain('رياضة')
  })

  it.each([
    ['a picture', 'image/png', 'x', 'not-a-page'],
    ['a page without an article', 'text/html', '<html><body><p>أهلا</p></body></html>', 'no-text'],
    ['a short text', 'text/plain', 'أهلا', 'no-text'],
  ])('that is %s says so', async (_, type, body, reason) => {
    const url = await serve((_request, response) => response.writeHead(200, { 'content-type': type }).end(body))
    expect(await articleFromPage(url, NOW, local)).toEqual({ ok: false, reason })
  })
})
