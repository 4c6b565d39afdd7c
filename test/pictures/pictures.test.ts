import { Resvg } from '@resvg/resvg-js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FAMILY, lines, shown, text, WIDTH, widthOf } from '../../src/pictures/card.ts'
import { draw } from '../../src/pictures/draw.ts'
import { relationsMap } from '../../src/pictures/relations-map.ts'
import { share } from '../../src/pictures/share.ts'
import { timeline } from '../../src/pictures/timeline.ts'

const FONT = new URL(
  '../../node_modules/@expo-google-fonts/noto-naskh-arabic/400Regular/NotoNaskhArabic_400Regular.ttf',
  import.meta.url,
).pathname

/** Where the ink of a text is, measured by the renderer itself. */
function inkOf(svgText: string) {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="3000" height="100" font-family="${FAMILY}">${svgText}</svg>`
  const font = { loadSystemFonts: false, fontFiles: [FONT], defaultFontFamily: FAMILY }
  return new Resvg(svg, { font }).innerBBox()!
}

const names = [
  'القيادة العملياتية المشتركة',
  'القاعدة في بلاد المغرب الإسلامي',
  'محمد العيد خلفي',
  'بعثة الأمم المتحدة المتكاملة',
  'رفضت الجزائر بشدة أي عمل عسكري غربي',
  'مجلس شورى شباب المجاهدين الشرعي',
  'أفريكوم AFRICOM',
  '12 جنديا في 2012',
]
const map = (around: string[], centre = 'الجزائر') => ({
  title: `علاقات ${centre}`,
  centre: '0',
  nodes: [centre, ...around].map((name, id) => ({ id: String(id), name })),
  links: around.map((_, i) => ({ from: '0', to: String(i + 1), score: i % 2 ? -5 : 5, mutual: i % 3 === 0 })),
  legend: { friendly: 'تعاون', hostile: 'صراع' },
})

describe('a line of a picture', () => {
  it('is about as wide as it is taken to be', () => {
    for (const name of names) {
      const ratio = widthOf(name, 38) / inkOf(text(2900, 60, name)).width
      expect([name, ratio > 0.92 && ratio < 1.25]).toEqual([name, true])
    }
  })

  it('ends at its right end, and shows Latin names and numbers in their place', () => {
    const ink = inkOf(text(2900, 60, names[6]!))
    expect(Math.abs(ink.x + ink.width - 2900)).toBeLessThan(8)
    // «أفريكوم» is read first, so that it is on the right: without the isolate the Latin name would be.
    const arabic = inkOf(text(2900, 60, 'أفريكوم'))
    expect(Math.abs(arabic.x + arabic.width - (ink.x + ink.width))).toBeLessThan(3)
  })

  it('fits its width, loses no word while there are lines, and says where words are missing', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...names.join(' ').split(' ')), { minLength: 1, maxLength: 12 }),
        fc.integer({ min: 150, max: 900 }),
        fc.integer({ min: 1, max: 4 }),
        (words, width, most) => {
          const cut = lines(words.join(' '), width, 38, most)
          expect(cut.length).toBeLessThanOrEqual(most)
          for (const line of cut) expect(widthOf(line, 38)).toBeLessThanOrEqual(width)
          if (!cut.some((line) => line.endsWith('…'))) expect(cut.join(' ')).toBe(words.join(' '))
        },
      ),
    )
  })
})

describe('every picture', () => {
  const weird = fc.string({ unit: 'binary', maxLength: 60 })

  it('is drawn whatever the names are made of', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(weird, { minLength: 1, maxLength: 12 }), async (around) => {
        const made = await draw(relationsMap(map(around, around[0])))
        expect(made.width).toBe(WIDTH)
        expect(made.png.subarray(1, 4).toString()).toBe('PNG')
        const entries = around.map((words) => ({ date: words, kind: words, goldstein: 1, words }))
        expect((await draw(timeline({ title: around[0]!, entries }))).height).toBeGreaterThan(100)
      }),
      { numRuns: 15 },
    )
  }, 60_000)

  it('shows no emoji and no control character, which the font cannot draw', () => {
    expect(shown('عاجل 🔴\u0007 الآن\u2067!')).toBe('عاجل الآن!')
  })

  it('keeps every name within its box and every box within the card', async () => {
    const svg = relationsMap(map(names.concat(names)))
    const xs = [...svg.matchAll(/<rect x="([\d.]+)"[^>]*width="(\d+)"/g)].map(([, x, width]) => [
      Number(x),
      Number(width),
    ])
    for (const [x, width] of xs) expect(x! >= 0 && x! + width! <= WIDTH).toBe(true)
    // Ten around the middle one: more would be too small to read on a phone.
    expect([...svg.matchAll(/rx="22"/g)]).toHaveLength(11)
  })

  it('puts two that are linked to each other alone into one column, and leaves out who is linked to nobody', () => {
    const base = map(['ليبيا', 'مالي', 'مسلحون', 'خلفي', 'سقراط'])
    const link = (from: string, to: string) => ({ from, to, score: -5, mutual: false })
    const svg = relationsMap({ ...base, links: [link('0', '1'), link('0', '2'), link('3', '4')] })
    const shownNames = [...svg.matchAll(/\u2067([^\u2069]+)\u2069/g)].map(([, words]) => words)
    expect(shownNames).toEqual(expect.arrayContaining(['ليبيا', 'مالي', 'مسلحون', 'خلفي']))
    expect(shownNames).not.toContain('سقراط')
    const x = (name: string) => new RegExp(`x="([\\d.]+)"[^>]*>\u2067${name}`).exec(svg)![1]
    expect(x('مسلحون')).toBe(x('خلفي'))
    // Two lines to the middle, one bow, and their arrows.
    expect([...svg.matchAll(/marker-end/g)]).toHaveLength(3)
  })

  it('tells hostile from friendly by more than colour', () => {
    const dashes = (score: number) =>
      relationsMap({ ...map(['ليبيا']), links: [{ from: '0', to: '1', score, mutual: true }] }).match(
        /stroke-dasharray/g,
      )!.length
    // One dash stands in the legend.
    expect([dashes(5), dashes(-5)]).toEqual([1, 2])
  })

  it('comes from memory the second time', async () => {
    const svg = share({
      title: 'القاعدة',
      periods: [1, 2, 3].map((n) => ({ label: `${n}`, articles: 3, naming: n, shown: `${n}` })),
      legend: { naming: 'تذكرها', all: 'الكل' },
    })
    expect(await draw(svg)).toBe(await draw(svg))
  })

  it('fails on an SVG that is none, instead of drawing nothing', async () => {
    await expect(draw('<svg')).rejects.toThrow()
  })
})
