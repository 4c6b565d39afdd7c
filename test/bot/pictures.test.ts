import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { newsPeriods } from '../../src/answers/often.ts'
import { periodsSaid } from '../../src/bot/pictures.ts'
import type { Picture, Reply } from '../../src/bot/reply.ts'
import { openDesk } from './desk.ts'

const article = (name: string) => readFileSync(new URL(`../articles/${name}.txt`, import.meta.url), 'utf8')
const reader = { language: 'ar', timeZone: 'Africa/Algiers' } as const

let desk: Awaited<ReturnType<typeof openDesk>>
beforeEach(async () => {
  desk = await openDesk()
})
afterEach(() => desk.close())

const origin = () => ({ platform: 'test', chat: 'c1', sender: 'u1', receivedAt: desk.means.now().toISOString() })
const press = async (action: string): Promise<Reply> =>
  (await desk.receive({ ...origin(), kind: 'choice', action }))[0]!
const pictureIn = (reply: Reply) => reply.blocks.find((block): block is Picture => block.kind === 'picture')
const choicesOf = (reply: Reply) => reply.blocks.flatMap((block) => (block.kind === 'choices' ? block.choices : []))

describe('pictures in the chat', () => {
  it('show the relations of an article over their page, and say in words what they show', async () => {
    await desk.say(article('summit'))
    const page = await press('relations:1')
    const picture = pictureIn(page)!
    expect(Buffer.from(picture.data, 'base64').subarray(1, 4).toString()).toBe('PNG')
    expect(picture.alt).toMatch(/^خريطة علاقات .+\. .+: (تعاون أو تأييد|معارضة أو صراع)/)
    expect(page.blocks.some((block) => block.kind === 'points')).toBe(true)
  })

  it('are offered with an answer about an actor, and each button leads to one', async () => {
    await desk.say(article('summit'), { forwardedFrom: { name: 'الصباح', date: '2023-03-12T08:00:00Z' } })
    const answered = await desk.receive({ ...origin(), kind: 'message', text: 'ماذا نعرف عن قطر؟', links: [] })
    const offered = choicesOf(answered[0]!).filter(({ action }) => /^(?:map|timeline):/.test(action))
    expect(offered.length).toBeGreaterThan(0)
    for (const { action } of offered) {
      const reply = await press(action)
      expect(pictureIn(reply)?.alt).toContain('قطر')
      expect(choicesOf(reply).map(({ label }) => label)).toContain('قطر')
    }
  })

  it('say so where there is nothing to draw, and where the button is stale', async () => {
    await desk.say(article('summit'))
    for (const kind of ['map', 'timeline', 'share'])
      expect(await desk.press(`${kind}:999`)).toContain('لم يعد هذا الزر صالحا')
    expect(await desk.press('share:1')).toContain('أيامه قليلة')
  })
})

describe('the share of the news', () => {
  const day = (iso: string, naming = 1) => ({ day: iso, articles: 2, naming })

  it('goes by weeks while there are few, with the empty ones between', () => {
    const periods = periodsSaid(reader, newsPeriods([day('2012-01-02'), day('2012-01-08'), day('2012-01-23', 0)], 12))
    expect(periods.map(({ label, articles, naming }) => [label, articles, naming])).toEqual([
      ['2 جانفي', 4, 2],
      ['9 جانفي', 0, 0],
      ['16 جانفي', 0, 0],
      ['23 جانفي', 2, 0],
    ])
  })

  it('goes by months beyond, as the reader names them, and shows the last twelve', () => {
    const periods = periodsSaid(reader, newsPeriods([day('2010-05-01'), day('2012-01-31'), day('2012-07-01')], 12))
    expect(periods).toHaveLength(12)
    expect(periods.at(-1)).toMatchObject({ label: 'جويلية', articles: 2 })
    expect(periods.at(-7)).toMatchObject({ label: 'جانفي', articles: 2 })
    expect(periods.reduce((sum, { articles }) => sum + articles, 0)).toBe(4)
  })

  it('is not drawn from dates that are none', () => {
    expect(periodsSaid(reader, newsPeriods([day('قبل عام')], 12))).toEqual([])
    expect(periodsSaid(reader, newsPeriods([], 12))).toEqual([])
  })
})
