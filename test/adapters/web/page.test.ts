/** The page in a real browser. What stands in it is read the way a reader or a screen reader finds it: by role and name. */
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { type Browser, type BrowserContextOptions, chromium, type Locator, type Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { createWeb } from '../../../adapters/web/index.ts'
import { BODY_BYTES } from '../../../adapters/web/limits.ts'
import type { Adapter } from '../../../src/bot/bot.ts'
import type { Incoming, IncomingMessage } from '../../../src/bot/incoming.ts'
import type { Reply } from '../../../src/bot/reply.ts'
import { CHROMIUM_ARGUMENTS, chromiumPath } from '../../browser/chromium.ts'
import { BRIEF, type FakeBot, fakeBot, paragraph } from '../fake-bot.ts'

const ARTICLE = 'وقّع وزير الداخلية سليم الراوي محضرا يجيز دوريات مشتركة كل شهر.\n\n'.repeat(20).trim()
const PHONE = { viewport: { width: 360, height: 740 } }

let browser: Browser
let page: Page
let bot: FakeBot
let web: Adapter & { url(): string }
let answer: (incoming: Incoming) => Reply[] | Promise<Reply[]>
/** What went wrong in the page that no assertion would see: errors, and what its policy forbade. */
let complaints: string[]

beforeAll(async () => {
  browser = await chromium.launch({ executablePath: chromiumPath(), args: CHROMIUM_ARGUMENTS })
})
afterAll(() => browser?.close())

beforeEach(async () => {
  answer = () => [BRIEF]
  bot = fakeBot((incoming) => answer(incoming))
  const silent = { debug: vi.fn(), info: vi.fn(), warn: vi.fn(), error: vi.fn() }
  web = createWeb({ host: '127.0.0.1', port: 0, logger: silent }, bot)
  await web.start()
  complaints = []
})

afterEach(async () => {
  const seen = complaints
  await page?.context().close()
  await web.stop()
  expect(seen).toEqual([])
})

async function open(options: BrowserContextOptions = {}): Promise<void> {
  const context = await browser.newContext(options)
  page = await context.newPage()
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    // That a request was refused is told by the browser too, in words of its own.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load')) complaints.push(message.text())
  })
  await page.goto(web.url())
}

const box = () => page.locator('#message')
const log = () => page.getByRole('log')
const replies = () => page.locator('.reply')
const sendButton = (name = 'أرسل') => page.getByRole('button', { name, exact: true })
const option = () => page.getByRole('option')
const widerThanItsWindow = () =>
  page.evaluate(
    `[document.documentElement, document.querySelector('#scroll')].some((each) => each.scrollWidth > each.clientWidth)`,
  )
const focused = () => page.evaluate('document.activeElement.id')
/** The one thing of the browser's that the tests call by its type: this program is checked without the browser's own. */
type Styles = { getComputedStyle(element: unknown): Record<string, string> }
const style = (locator: Locator, property: string) =>
  locator.evaluate((element, name) => (globalThis as unknown as Styles).getComputedStyle(element)[name] ?? '', property)

describe('writing', () => {
  it('sends with Enter, breaks the line with Shift and Enter, keeps the focus', async () => {
    await open()
    await box().fill('سطر أول')
    await page.keyboard.press('Shift+Enter')
    await page.keyboard.type('سطر ثان')
    await page.keyboard.press('Enter')
    await replies().waitFor()
    expect(bot.received).toMatchObject([{ kind: 'message', text: 'سطر أول\nسطر ثان', chat: expect.any(String) }])
    expect(await box().inputValue()).toBe('')
    expect(await focused()).toBe('message')
    await expect.poll(() => log().locator('.reader').textContent()).toContain('سطر ثان')
  })

  it('sends nothing when nothing is written', async () => {
    await open()
    await sendButton().click()
    await box().fill('  \n ')
    await sendButton().click()
    await box().fill('سؤال')
    await sendButton().click()
    await replies().waitFor()
    expect(bot.received).toHaveLength(1)
  })

  it('sends an article with who published it and when, and shows its beginning', async () => {
    await open()
    await box().fill(ARTICLE)
    const source = page.getByRole('button', { name: 'مصدر المقال' })
    expect(await source.getAttribute('aria-expanded')).toBe('false')
    await source.click()
    await page.getByLabel('من نشره').fill('الصباح')
    await page.getByLabel('تاريخ النشر').fill('2012-01-23')
    await sendButton().click()
    await replies().waitFor()
    expect(bot.received).toMatchObject([{ text: ARTICLE, forwardedFrom: { name: 'الصباح', date: '2012-01-23' } }])
    const whole = log().locator('.reader details > p')
    expect(await whole.isVisible()).toBe(false)
    await page.getByText('النص كاملا').first().click()
    expect(await whole.isVisible()).toBe(true)
    expect(await source.getAttribute('aria-expanded')).toBe('false')
  })

  it('keeps what could not be sent, and says why', async () => {
    await open()
    await box().fill('مقال بلا ناشر')
    await page.getByRole('button', { name: 'مصدر المقال' }).click()
    await page.getByLabel('تاريخ النشر').fill('2012-01-23')
    await sendButton().click()
    await log().getByText('اكتب من نشر المقال مع تاريخه.').waitFor()
    await expect.poll(() => box().inputValue()).toBe('مقال بلا ناشر')
    expect(await page.getByLabel('من نشره').isVisible()).toBe(true)
    expect(bot.received).toEqual([])
  })

  it('says so when the server is gone, and keeps the text', async () => {
    await open()
    await web.stop()
    await box().fill('سؤال')
    await page.keyboard.press('Enter')
    await log().getByText('لم تصل الرسالة. تأكد أن مرصد يعمل ثم أعد إرسالها.').waitFor()
    await expect.poll(() => box().inputValue()).toBe('سؤال')
    await page.getByText('انقطع الاتصال، نعيد المحاولة.').waitFor()
  })
})

describe('files', () => {
  it('go with the next message once chosen, and can be taken away', async () => {
    await open()
    const file = { name: 'مقال.txt', mimeType: 'text/plain', buffer: Buffer.from(ARTICLE) }
    await page.getByLabel('أرفق ملفا').setInputFiles(file)
    await page.getByText('مقال.txt').waitFor()
    await page.getByRole('button', { name: 'أزله' }).click()
    expect(await page.getByText('مقال.txt').isVisible()).toBe(false)
    await page.getByLabel('أرفق ملفا').setInputFiles(file)
    await sendButton().click()
    await replies().waitFor()
    const sent = (bot.received[0] as IncomingMessage).file!
    expect(sent.name).toBe('مقال.txt')
    expect(new TextDecoder().decode(await sent.read())).toBe(ARTICLE)
    expect(await log().locator('.reader').textContent()).toBe('مقال.txt')
  })

  it('may be dropped anywhere on the page', async () => {
    await open()
    const transfer = await page.evaluateHandle(
      `(() => { const all = new DataTransfer(); all.items.add(new File(['نص'], 'drop.txt', { type: 'text/plain' })); return all })()`,
    )
    await page.dispatchEvent('body', 'dragenter', { dataTransfer: transfer })
    await page.getByText('أفلت الملف هنا').waitFor()
    await page.dispatchEvent('h1', 'drop', { dataTransfer: transfer })
    await page.getByText('drop.txt').waitFor()
    expect(await page.getByText('أفلت الملف هنا').isVisible()).toBe(false)
    expect(await focused()).toBe('message')
  })

  it('are refused in words before they are sent when they are too large', async () => {
    await open()
    const buffer = Buffer.alloc(BODY_BYTES, 'x')
    await page.getByLabel('أرفق ملفا').setInputFiles({ name: 'large.txt', mimeType: 'text/plain', buffer })
    await page.getByRole('alert').getByText('الملف أكبر من 6 ميغابايت. أرفق ملفا أصغر.').waitFor()
    expect(await page.getByText('large.txt').isVisible()).toBe(false)
  })
})

describe('replies', () => {
  it('stand as headings, lists, quotes, sources and buttons; words stay words', async () => {
    await open()
    await box().fill('مقال')
    await page.keyboard.press('Enter')
    const reply = page.getByRole('article', { name: 'مرصد' })
    await reply.waitFor()
    expect(await reply.getByRole('heading', { level: 2 }).textContent()).toContain('اتفاق على دوريات')
    expect(await reply.getByRole('heading', { level: 3 }).textContent()).toBe('ليس مؤكدا')
    expect(await reply.getByRole('listitem').count()).toBe(2)
    expect(await reply.locator('strong').textContent()).toBe('12 دورية مشتركة')
    expect(await reply.locator('bdi').allInnerTexts()).toEqual(
      expect.arrayContaining(['AFRICOM', 'MQ-9 Reaper', '09:14']),
    )
    expect(await reply.locator('cite').nth(1).textContent()).toBe('الصباح، الجملة 5')
    const source = reply.getByRole('link', { name: 'الصباح، 23 جانفي 2012، الجملة 2' })
    expect(await source.getAttribute('href')).toBe('https://example.org/a')
    expect(await source.getAttribute('rel')).toBe('noopener noreferrer')
    expect(await reply.locator('blockquote').textContent()).toContain('وصلت عشرات القطع')
    expect(await reply.getByText('<b>هذا</b>').count()).toBe(1)
    expect(await reply.getByRole('link').count()).toBe(2)
  })

  it('are copied as plain words', async () => {
    await open({ permissions: ['clipboard-read', 'clipboard-write'] })
    await box().fill('مقال')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'انسخ' }).click()
    await page.getByRole('button', { name: 'نُسخ' }).waitFor()
    const copied = (await page.evaluate('navigator.clipboard.readText()')) as string
    expect(copied).toContain('\n\n• وقّع وزير الداخلية سليم الراوي محضرا يجيز 12 دورية مشتركة كل شهر. (الصباح، 23 جانفي')
    expect(copied).toContain('طائرات MQ-9 Reaper شمال')
    expect(copied).not.toMatch(/[\u2066-\u2069]/)
  })

  it('come one by one while the page says that it is at work', async () => {
    const held = Promise.withResolvers<void>()
    answer = async function* () {
      yield paragraph('جواب أول')
      await held.promise
      yield paragraph('جواب ثان')
    } as never
    await open()
    await box().fill('مقال')
    await page.keyboard.press('Enter')
    await replies().getByText('جواب أول').waitFor()
    expect(await page.locator('#busy').textContent()).toBe('مرصد يقرأ…')
    expect(await replies().count()).toBe(1)
    held.resolve()
    await replies().getByText('جواب ثان').waitFor()
    await expect.poll(() => page.locator('#busy').textContent()).toBe('')
  })

  it('offer choices that are pressed by keyboard too', async () => {
    await open()
    await box().fill('مقال')
    await page.keyboard.press('Enter')
    const choice = page.getByRole('button', { name: 'تابع: سليم الراوي' })
    await choice.focus()
    await page.keyboard.press('Enter')
    await expect.poll(() => bot.received.at(-1)).toMatchObject({ kind: 'choice', action: 'follow:1' })
    await expect.poll(() => log().locator('.reader').last().textContent()).toBe('تابع: سليم الراوي')
  })

  it('are read from their beginning when they are longer than the window', async () => {
    answer = () => [{ language: 'ar', blocks: Array.from({ length: 60 }, () => paragraph('سطر').blocks[0]!) }]
    await open(PHONE)
    await box().fill('مقال')
    await page.keyboard.press('Enter')
    await replies().waitFor()
    const offset = `document.querySelector('.reply').getBoundingClientRect().top - document.querySelector('#scroll').getBoundingClientRect().top`
    await expect.poll(async () => Math.abs((await page.evaluate(offset)) as number)).toBeLessThan(20)
  })

  it('arrive when nobody asked, and stay over a reload of the page', async () => {
    await open()
    await box().fill('مقال')
    await page.keyboard.press('Enter')
    await replies().waitFor()
    const delivered = () => web.deliver(bot.received[0]!.chat, paragraph('موجز الصباح'))
    await expect.poll(delivered).toEqual({ ok: true })
    await log().getByText('موجز الصباح').waitFor()
    await page.reload()
    expect(await replies().allInnerTexts()).toHaveLength(2)
    await page.getByRole('button', { name: 'التفاصيل' }).click()
    await expect.poll(() => bot.received.at(-1)).toMatchObject({ action: 'details:1', chat: bot.received[0]!.chat })
  })
})

describe('suggestions', () => {
  it('are gone through by keyboard, and complete the name where it stands', async () => {
    await open()
    expect(await box().getAttribute('role')).toBeNull()
    await box().pressSequentially('هل زار سلي')
    await option().waitFor()
    expect(await box().getAttribute('role')).toBe('combobox')
    expect(await box().getAttribute('aria-expanded')).toBe('true')
    expect(await page.getByRole('listbox').getAttribute('id')).toBe(await box().getAttribute('aria-controls'))
    expect(await option().textContent()).toBe('سليم الراوي وزير الداخلية')
    expect(await option().getAttribute('aria-selected')).toBe('false')
    await page.keyboard.press('ArrowDown')
    expect(await option().getAttribute('aria-selected')).toBe('true')
    expect(await box().getAttribute('aria-activedescendant')).toBe(await option().getAttribute('id'))
    await page.keyboard.press('Enter')
    expect(await box().inputValue()).toBe('هل زار سليم الراوي ')
    expect(await option().count()).toBe(0)
    expect(await box().getAttribute('aria-activedescendant')).toBeNull()
    expect(bot.received).toEqual([])
  })

  it('do not stand in the way of sending, and go with Escape', async () => {
    await open()
    await box().pressSequentially('سلي')
    await option().waitFor()
    await page.keyboard.press('Escape')
    expect(await option().count()).toBe(0)
    expect(await box().inputValue()).toBe('سلي')
    await page.keyboard.type('م')
    await option().waitFor()
    await page.keyboard.press('Enter')
    await replies().waitFor()
    expect(bot.received).toMatchObject([{ text: 'سليم' }])
  })

  it('can be pressed, and the text keeps the focus', async () => {
    await open()
    await box().pressSequentially('سلم')
    await option().click()
    expect(await box().inputValue()).toBe('سلمى الحداد ')
    expect(await focused()).toBe('message')
  })

  it('ask once for a name that is typed in one go', async () => {
    await open()
    await box().pressSequentially('سليم', { delay: 5 })
    await option().waitFor()
    expect(bot.typed).toEqual(['سليم'])
  })
})

describe('commands', () => {
  it('are sent by their buttons; one that needs a name waits for it', async () => {
    await open()
    const digest = page.getByRole('button', { name: 'موجز' })
    expect(await digest.getAttribute('title')).toBe('موجز ما قرأه مكتبك')
    await digest.click()
    await expect.poll(() => bot.received.at(-1)).toMatchObject({ kind: 'command', command: 'digest' })
    await page.getByRole('button', { name: 'من', exact: true }).click()
    expect(await box().inputValue()).toBe('/من ')
    expect(await focused()).toBe('message')
    await page.keyboard.type('سليم الراوي')
    await page.keyboard.press('Enter')
    await expect.poll(() => bot.received.at(-1)).toMatchObject({ command: 'who', argument: 'سليم الراوي' })
  })

  it('are offered after a slash', async () => {
    await open()
    await box().pressSequentially('/مو')
    expect(await option().textContent()).toBe('/موجز موجز ما قرأه مكتبك')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Tab')
    expect(await box().inputValue()).toBe('/موجز ')
  })
})

describe('the language', () => {
  it('is that of the last reply, for the whole page, and stays', async () => {
    answer = () => [
      {
        language: 'en',
        blocks: [
          { kind: 'paragraph', text: [{ text: 'Agents: سليم الراوي (وزير الداخلية) and AFRICOM.' }] },
          { kind: 'paragraph', text: [{ text: 'وصلت عشرات القطع إلى AFRICOM.' }] },
        ],
      },
    ]
    await open()
    const root = page.locator('html')
    expect([await root.getAttribute('lang'), await root.getAttribute('dir')]).toEqual(['ar', 'rtl'])
    await box().fill('/language en')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Enter')
    await replies().waitFor()
    expect([await root.getAttribute('lang'), await root.getAttribute('dir')]).toEqual(['en', 'ltr'])
    expect(await sendButton('Send').isVisible()).toBe(true)
    expect(await page.getByRole('button', { name: 'digest' }).isVisible()).toBe(true)
    const [about, words] = await replies().locator('p').all()
    expect(await about!.getAttribute('dir')).toBe('ltr')
    expect(await about!.locator('bdi').allInnerTexts()).toEqual(['سليم الراوي (وزير الداخلية)'])
    expect([await words!.getAttribute('dir'), await words!.getAttribute('lang')]).toEqual(['rtl', 'ar'])
    await page.reload()
    expect(await root.getAttribute('lang')).toBe('en')
    await box().fill('next')
    await page.keyboard.press('Enter')
    await expect.poll(() => bot.received.at(-1)).toMatchObject({ text: 'next', language: 'en' })
  })
})

describe('what it looks like', () => {
  async function converse(options: BrowserContextOptions) {
    await open(options)
    await box().fill(`${ARTICLE}\n${'https://example.org/'.padEnd(200, 'x')}`)
    await page.keyboard.press('Enter')
    await replies().waitFor()
    await page.getByRole('button', { name: 'مصدر المقال' }).click()
    await page.getByText('النص كاملا').first().click()
  }

  it('fits a phone of 360 pixels, its controls large enough for a finger', async () => {
    await converse({ ...PHONE, hasTouch: true })
    expect(await widerThanItsWindow()).toBe(false)
    for (const control of await page.locator('button:visible, .file-label:visible, input:visible:not(.unseen)').all()) {
      const { width, height } = (await control.boundingBox())!
      // WCAG 2.2, 2.5.8: at least 24 by 24.
      expect([await control.textContent(), width >= 24 && height >= 24]).toEqual([await control.textContent(), true])
    }
    expect(await sendButton().boundingBox()).toMatchObject({ y: expect.any(Number) })
    const { y, height } = (await sendButton().boundingBox())!
    expect(y + height).toBeLessThanOrEqual(740)
  })

  it('keeps lines short enough to read on a wide window', async () => {
    await converse({ viewport: { width: 1600, height: 900 } })
    expect(await widerThanItsWindow()).toBe(false)
    expect((await replies().boundingBox())!.width).toBeLessThanOrEqual(720)
  })

  it('gives Arabic lines room', async () => {
    await converse({})
    const line = replies().locator('li').first()
    const ratio = parseFloat(await style(line, 'lineHeight')) / parseFloat(await style(line, 'fontSize'))
    expect(ratio).toBeGreaterThanOrEqual(1.7)
  })

  it.each(['light', 'dark'] as const)('has contrast enough where it is %s', async (colorScheme) => {
    await converse({ colorScheme })
    await page.keyboard.press('Escape')
    const ground = await style(page.locator('body'), 'backgroundColor')
    expect(luminance(ground) < 0.2).toBe(colorScheme === 'dark')
    // Everything with words of its own, on the nearest ground behind it.
    const found = (await page.evaluate(`[...document.querySelectorAll('body *')].flatMap((element) => {
      const own = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim() !== '')
      if (!own || !element.checkVisibility() || element.closest('.skip, noscript')) return []
      let behind = element
      while (behind && getComputedStyle(behind).backgroundColor === 'rgba(0, 0, 0, 0)') behind = behind.parentElement
      return [[element.textContent.slice(0, 30), getComputedStyle(element).color, getComputedStyle(behind).backgroundColor]]
    })`)) as [string, string, string][]
    expect(found.length).toBeGreaterThan(20)
    // WCAG 2.2, 1.4.3.
    expect(found.filter(([, ink, behind]) => contrast(ink, behind) < 4.5)).toEqual([])
  })
})

describe('without a mouse, without sight', () => {
  it('leads by Tab from the skip link to the text box, with every stop visible', async () => {
    await open()
    await page.keyboard.press('Tab')
    const skip = page.getByRole('link', { name: 'انتقل إلى كتابة الرسالة' })
    expect((await skip.boundingBox())!.y).toBeGreaterThanOrEqual(0)
    await page.keyboard.press('Enter')
    expect(await focused()).toBe('message')
    const stops: string[] = []
    for (let count = 0; count < 3; count += 1) {
      await page.keyboard.press('Tab')
      stops.push((await focused()) as string)
    }
    expect(stops).toEqual(['file', 'source-toggle', ''])
    expect(await style(page.locator('button:focus'), 'outlineStyle')).toBe('solid')
  })

  it('names every control, uses every id once, announces what comes', async () => {
    await open()
    await box().fill('مقال')
    await page.keyboard.press('Enter')
    await replies().waitFor()
    await page.getByRole('button', { name: 'مصدر المقال' }).click()
    const nameless =
      await page.evaluate(`[...document.querySelectorAll('button, input, textarea, a, [role=listbox], [role=log], nav')]
      .filter((element) => !(element.getAttribute('aria-label') ?? element.labels?.[0]?.textContent ?? element.textContent).trim())
      .map((element) => element.outerHTML)`)
    expect(nameless).toEqual([])
    const ids = (await page.evaluate(`[...document.querySelectorAll('[id]')].map(({ id }) => id)`)) as string[]
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
    const pointed = (await page.evaluate(
      `[...document.querySelectorAll('*')].flatMap((element) => ['aria-controls', 'aria-describedby', 'aria-labelledby', 'for'].flatMap((name) => element.getAttribute(name) ?? []))`,
    )) as string[]
    expect(pointed.filter((id) => !ids.includes(id))).toEqual([])
    expect(await log().getAttribute('aria-live')).toBe('polite')
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('مرصد')
  })
})

it('holds the types of its scripts', () => {
  const [compiler, project] = ['node_modules/typescript/bin/tsc', 'adapters/web/page'].map((path) =>
    fileURLToPath(new URL(`../../../${path}`, import.meta.url)),
  )
  const { stdout } = spawnSync(process.execPath, [compiler!, '-p', project!, '--listFiles'], { encoding: 'utf8' })
  const ofThePage = stdout.split('\n').filter((line) => line.includes('adapters/web/page/'))
  expect(ofThePage.filter((line) => line.includes('error TS'))).toEqual([])
  expect(ofThePage.length).toBeGreaterThan(5)
})

/** WCAG 2.2, relative luminance and contrast ratio, of `rgb(r, g, b)`. */
function luminance(color: string): number {
  const [r, g, b] = color
    .match(/[\d.]+/g)!
    .map(Number)
    .map((part) => {
      const value = part / 255
      return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
    })
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!
}

function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (light! + 0.05) / (dark! + 0.05)
}
