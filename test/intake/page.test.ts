import { afterEach, describe, expect, it } from 'vitest'
import { articleFromHtml, articleFromPage } from '../../src/intake/page.ts'
import { local, servers, windows1256 } from './server.ts'

const NOW = '2024-03-01T08:00:00.000Z'
const URL_ = 'https://www.alsahel.example/news/7'
const { serve, close } = servers()
afterEach(close)

const PARAGRAPHS = [
  'أعلنت وزارة الموارد المائية أن منسوب سد مأرب بلغ أعلى مستوى له منذ عشرين عاما بعد أسبوعين من الأمطار الغزيرة على المرتفعات الوسطى.',
  'وقال مدير السد نبيل الحيمي إن البوابات ستفتح تدريجيا، وإن السكان في القرى الواقعة أسفل الوادي أُبلغوا بضرورة الابتعاد عن مجرى السيول.',
  'وأرسلت الأمم المتحدة خياما وأغذية إلى ثلاثمئة أسرة نازحة، بينما دعت جمعيات محلية إلى إصلاح الطريق الذي يربط المدينة بالعاصمة صنعاء.',
]
const NOISE = {
  top: '<nav><ul><li><a href="/">الرئيسية</a></li><li><a href="/sport">رياضة اليوم</a></li></ul></nav><div class="ads">اشترك الآن في النشرة</div>',
  bottom:
    '<aside class="related"><h3>اقرأ أيضا</h3><ul><li><a href="/1">خبر آخر تماما</a></li></ul></aside><footer>جميع الحقوق محفوظة للموقع</footer><script>var x = "نص برمجي"</script>',
}
interface Parts {
  head?: string
  body?: string
  title?: string
}
const page = ({ head = '', body, title = 'سد مأرب يبلغ أعلى مستوى' }: Parts = {}) =>
  `<!doctype html><html lang="ar" dir="rtl"><head><title>${title}</title>${head}</head><body>${NOISE.top}<main><article>${
    body ?? `<h1>${title}</h1>${PARAGRAPHS.map((p) => `<p>${p}</p>`).join('')}`
  }</article></main>${NOISE.bottom}</body></html>`
const read = (parts: Parts = {}) => {
  const article = articleFromHtml(page(parts), URL_, NOW)
  if (article === undefined) throw new Error('no article')
  return article
}

describe('the text of a page', () => {
  it('is the article alone, its paragraphs apart, its title once', () => {
    const { text, title } = read()
    expect(title).toBe('سد مأرب يبلغ أعلى مستوى')
    expect(text.split('\n')).toEqual([title, ...PARAGRAPHS])
  })

  it.each<[string, string]>([
    [
      'headings and quotes',
      `<h2>بداية</h2><p>${PARAGRAPHS[0]}</p><blockquote><p>${PARAGRAPHS[1]}</p></blockquote><p>${PARAGRAPHS[2]}</p>`,
    ],
    ['line breaks', PARAGRAPHS.join('<br><br>')],
    ['plain blocks', PARAGRAPHS.map((p) => `<div>${p}</div>`).join('')],
    ['blocks in blocks', PARAGRAPHS.map((p) => `<div><div><p><span>${p}</span></p></div></div>`).join('')],
    ['a list', `<p>${PARAGRAPHS[0]}</p><ul><li>${PARAGRAPHS[1]}</li><li>${PARAGRAPHS[2]}</li></ul>`],
    ['text beside blocks', `<div>${PARAGRAPHS[0]}<p>${PARAGRAPHS[1]}</p>${PARAGRAPHS[2]}</div>`],
    [
      'text beside blocks in a quote',
      `<p>${PARAGRAPHS[0]}</p><blockquote>${PARAGRAPHS[1]}<p>${PARAGRAPHS[2]}</p></blockquote>`,
    ],
    [
      'text beside blocks in a list',
      `<p>${PARAGRAPHS[0]}</p><ul><li>${PARAGRAPHS[1]}<p>${PARAGRAPHS[2]}</p></li></ul>`,
    ],
    [
      'a table',
      `<p>${PARAGRAPHS[0]}</p><p>${PARAGRAPHS[1]}</p><table><tr><td>${PARAGRAPHS[2]}</td><td>ثلاثمئة أسرة</td></tr></table>`,
    ],
  ])('is whole and apart when it is marked up with %s', (_, body) => {
    const { text } = read({ body })
    const lines = text.split('\n')
    for (const paragraph of PARAGRAPHS) expect(lines).toContain(paragraph)
    for (const noise of ['رياضة', 'اشترك', 'محفوظة', 'برمجي', 'خبر آخر']) expect(text).not.toContain(noise)
  })

  it('keeps words in links and emphasis together with those around them', () => {
    const body = PARAGRAPHS.map(
      (p) => `<p>${p.replace('السد', '<a href="/x"><b>السد</b></a>').replace('مأرب', '<em>مأ</em>رب')}</p>`,
    )
    expect(
      read({ body: body.join('\n\n   ') })
        .text.split('\n')
        .slice(-3),
    ).toEqual(PARAGRAPHS)
  })

  it('shows no markup that was written as text', () => {
    const body = PARAGRAPHS.map((p) => `<p>${p} &lt;b&gt; &amp; &quot;</p>`).join('')
    expect(read({ body }).text).toContain('<b> & "')
  })

  it('is none where a page has no article', () => {
    for (const html of [
      '',
      'لا شيء',
      '<html></html>',
      `<html><body>${NOISE.top}${NOISE.bottom}</body></html>`,
      page({ body: '<p>صفحة غير موجودة</p>' }),
      '<<<>>><p',
    ])
      expect(articleFromHtml(html, URL_, NOW)).toBeUndefined()
  })
})

describe('the source of a page', () => {
  it.each([
    ['its own name', '<meta property="og:site_name" content=" الساحل نيوز ">', 'الساحل نيوز'],
    ['its host without www', '', 'alsahel.example'],
    ['its host where the name is empty', '<meta property="og:site_name" content="">', 'alsahel.example'],
  ])('is %s', (_, head, source) => {
    expect(read({ head })).toMatchObject({ source, url: URL_, receivedAt: NOW })
  })
})

describe('the day of a page', () => {
  it.each([
    [
      'its meta data',
      '<meta property="article:published_time" content="2024-02-28T10:00:00+03:00">',
      '2024-02-28T10:00:00+03:00',
    ],
    [
      'JSON-LD',
      '<script type="application/ld+json">{"@graph":[{"@type":"WebSite"},{"@type":"NewsArticle","datePublished" : "2024-02-27"}]}</script>',
      '2024-02-27',
    ],
    ['JSON-LD with what is no date', '<script type="application/ld+json">{"datePublished":"أمس"}</script>', undefined],
    [
      'broken JSON-LD',
      '<script type="application/ld+json">{"datePublished":"2024-02-26T00:00:00Z",}</script>',
      '2024-02-26T00:00:00Z',
    ],
    ['a date that no calendar has', '<meta name="date" content="2024-13-45">', undefined],
    ['nothing', '', undefined],
  ])('is taken from %s', (_, head, publishedAt) => {
    expect(read({ head }).publishedAt).toBe(publishedAt)
  })

  it('is taken from its first time where nothing else tells it', () => {
    const body = `<time datetime="2024-02-25T12:00:00Z">25 فبراير</time>${PARAGRAPHS.map((p) => `<p>${p}</p>`).join('')}`
    expect(read({ body }).publishedAt).toBe('2024-02-25T12:00:00Z')
  })
})

describe('a page from a server', () => {
  const answer = async (body: string | Uint8Array, contentType?: string) => {
    const url = await serve((_, response) =>
      response.writeHead(200, contentType ? { 'content-type': contentType } : {}).end(body),
    )
    return articleFromPage(url, NOW, local)
  }

  it.each([
    ['the header says', page(), 'text/html; charset=windows-1256'],
    ['the page says', page({ head: '<meta charset="windows-1256">' }), 'text/html'],
    [
      'the page says in the old way',
      page({ head: '<meta http-equiv="Content-Type" content="text/html; charset=windows-1256">' }),
      'text/html',
    ],
    ['nobody says', page(), 'text/html'],
  ])('in windows-1256 is read where %s so', async (_, html, contentType) => {
    const result = await answer(windows1256(html), contentType)
    expect(result).toMatchObject({ ok: true, article: { source: '127.0.0.1', receivedAt: NOW } })
    if (result.ok) expect(result.article.text.split('\n').slice(-3)).toEqual(PARAGRAPHS)
  })

  it.each([
    ['with a charset that nobody knows', 'text/html; charset=klingon'],
    ['with no content type at all', undefined],
    ['as XHTML', 'application/xhtml+xml; charset=utf-8'],
  ])('in UTF-8 is read %s', async (_, contentType) => {
    const result = await answer(page(), contentType)
    expect(result.ok && result.article.text).toContain(PARAGRAPHS[1])
  })

  it('of plain text is the article as it is', async () => {
    const result = await answer(PARAGRAPHS.join('\n\n'), 'text/plain; charset=utf-8')
    expect(result).toMatchObject({ ok: true, article: { text: PARAGRAPHS.join('\n\n'), source: '127.0.0.1' } })
  })

  it.each([
    ['a PDF', 'application/pdf', 'not-a-page'],
    ['JSON', 'application/json', 'not-a-page'],
    ['a film', 'video/mp4', 'not-a-page'],
  ])('that is %s says so', async (_, contentType, reason) => {
    expect(await answer('x'.repeat(500), contentType)).toEqual({ ok: false, reason })
  })

  it.each([
    ['nested too deeply', `${'<div>'.repeat(20_000)}${PARAGRAPHS.join(' ')}`],
    ['of tags that never close', '<p><b>'.repeat(100_000)],
    ['of nothing but small paragraphs', '<p>كلمة</p>'.repeat(200_000)],
    ['of one endless word', `<p>${'م'.repeat(2_000_000)}</p>`],
    ['of brackets', '<'.repeat(300_000)],
  ])('%s is refused or read, soon, and holds nobody up', async (_, body) => {
    // Processor time: other tests share the machine.
    const started = process.cpuUsage()
    const result = await answer(`<html><body>${body}</body></html>`, 'text/html; charset=utf-8')
    const { user, system } = process.cpuUsage(started)
    expect(result.ok ? 'read' : result.reason).toMatch(/^(?:read|no-text)$/)
    expect((user + system) / 1000).toBeLessThan(4000)
  })

  it('names the address that a redirect led to, and hands on why it could not be read', async () => {
    const there = await serve((_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end(page()))
    const here = await serve((_, response) => response.writeHead(302, { location: `${there}/read` }).end())
    expect(await articleFromPage(here, NOW, local)).toMatchObject({ ok: true, article: { url: `${there}/read` } })
    const gone = await serve((_, response) => response.writeHead(410).end())
    expect(await articleFromPage(gone, NOW, local)).toEqual({ ok: false, reason: 'refused', status: 410 })
    expect(await articleFromPage('http://127.0.0.1/', NOW)).toEqual({ ok: false, reason: 'blocked' })
  })
})
