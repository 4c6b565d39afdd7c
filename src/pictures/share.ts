/** How much of what a desk read names an actor, period by period; time goes from right to left, as the rest is read. */
import { COLOURS, card, MARGIN, round, SMALL, TOP, text, WIDTH } from './card.ts'

export interface SharePeriod {
  /** As the reader writes it: «جانفي». */
  label: string
  articles: number
  /** Of them, those that name the actor. */
  naming: number
  /** `naming` in the reader's digits. */
  shown: string
}

export interface Share {
  title: string
  /** The earliest first; more than twelve are cut at the front. */
  periods: readonly SharePeriod[]
  legend: { naming: string; all: string }
}

const MOST_PERIODS = 12
const CHART = 520

/** The chart as SVG. */
export function share({ title, periods, legend }: Share): string {
  const shown = periods.slice(-MOST_PERIODS)
  const most = Math.max(1, ...shown.map((period) => period.articles))
  const slot = (WIDTH - 2 * MARGIN) / Math.max(4, shown.length)
  const bar = Math.min(90, slot * 0.6)
  const base = TOP + 50 + CHART
  const rise = (count: number) => (count / most) * CHART
  const bars = shown.map((period, i) => {
    const x = WIDTH - MARGIN - slot * (i + 0.5)
    const column = (count: number, colour: string) =>
      `<rect x="${round(x - bar / 2)}" y="${round(base - rise(count))}" width="${round(bar)}" height="${round(rise(count))}" rx="6" fill="${colour}"/>`
    return [
      column(period.articles, COLOURS.line),
      column(period.naming, COLOURS.accent),
      text(x, base - rise(period.naming) - 14, period.shown, { size: SMALL, bold: true, anchor: 'middle' }),
      // Side by side there is room for some letters only: every second label goes one line lower.
      text(x, base + 44 + (shown.length > 5 && i % 2 === 1 ? 38 : 0), period.label, {
        size: 28,
        colour: COLOURS.quiet,
        anchor: 'middle',
      }),
    ].join('')
  })
  const axis = `<rect x="${MARGIN}" y="${base}" width="${WIDTH - 2 * MARGIN}" height="3" fill="${COLOURS.neutral}"/>`
  const legendAt = (x: number, words: string, colour: string) =>
    `<rect x="${x - 34}" y="${base + 112}" width="34" height="34" rx="6" fill="${colour}"/>${text(x - 48, base + 139, words, { size: SMALL, colour: COLOURS.quiet })}`
  return card(
    title,
    base + 180,
    bars.join('') +
      axis +
      legendAt(WIDTH - MARGIN, legend.naming, COLOURS.accent) +
      legendAt(WIDTH / 2, legend.all, COLOURS.line),
  )
}
