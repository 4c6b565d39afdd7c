/** Pictures: what each kind costs the first time it is drawn, which is the only time. */
import { draw } from '../src/pictures/draw.ts'
import { relationsMap } from '../src/pictures/relations-map.ts'
import { share } from '../src/pictures/share.ts'
import { timeline } from '../src/pictures/timeline.ts'
import { type Figure, quantile } from './measure.ts'

const NAMES =
  'الجزائر|ليبيا|مالي|النيجر|الاتحاد الأفريقي|القيادة المشتركة|بريطانيا|القاعدة|موريتانيا|تونس|وزير الدفاع'.split('|')
const ROUNDS = 15

/** Full pictures of each kind; the number in the title makes each a new one. */
const KINDS: Record<string, (n: number) => string> = {
  'a map of relations': (n) =>
    relationsMap({
      title: `علاقات ${n}`,
      centre: '0',
      nodes: NAMES.map((name, id) => ({ id: String(id), name })),
      links: NAMES.slice(1).map((_, i) => ({
        from: '0',
        to: String(i + 1),
        score: i % 2 ? 5 : -5,
        mutual: i % 3 === 0,
      })),
      legend: { friendly: 'تعاون', hostile: 'صراع' },
    }),
  'a timeline': (n) =>
    timeline({
      title: `الخط الزمني ${n}`,
      entries: NAMES.slice(0, 8).map((name) => ({
        date: '23 جانفي 2012',
        kind: 'رفض',
        goldstein: -4,
        words: `رفضت ${name} أي عمل عسكري في المنطقة وكانت قد رفضت قبل ذلك إقامة قواعد عسكرية في أراضي دول الساحل`,
      })),
    }),
  'a share of the news': (n) =>
    share({
      title: `الحصة ${n}`,
      periods: NAMES.map((label, i) => ({ label, articles: 20, naming: i, shown: String(i) })),
      legend: { naming: 'تذكرها', all: 'الكل' },
    }),
}

/** Milliseconds of each kind, from its data to the PNG. */
export async function pictureFigures(): Promise<Figure[]> {
  const figures: Figure[] = []
  let number = 0
  for (const [what, svgOf] of Object.entries(KINDS)) {
    const taken: number[] = []
    for (let round = 0; round < ROUNDS; round++) {
      const started = performance.now()
      await draw(svgOf(number++))
      taken.push(performance.now() - started)
    }
    figures.push({
      id: what.replaceAll(' ', '-'),
      what: `drawing ${what}, from its data to the PNG`,
      value: quantile(taken, 0.5),
      unit: 'ms',
    })
  }
  return figures
}
