/** Shares of articles that people marked, for those that rules are tuned on and for those held out. */
import { type Share, shareOfAll } from '../test/analysis/marked-score.ts'
import type { Sample } from '../test/analysis/samples.ts'
import { type Figures, shown } from './figures.ts'

/**
 * The shares of the articles of both kinds, and what was missed.
 * @param id its key in `--json`
 * @param what what was done with these articles: «marked»
 * @param labels each share in words, in their order
 * @param score the score of an article; undefined where people have not marked it
 * @param showHeldOut whether to tell what was missed in a held-out article: once it is known it can be tuned on
 */
export function shareFigures<Name extends string>(
  id: string,
  what: string,
  labels: Record<Name, string>,
  samples: readonly Sample[],
  score: (sample: Sample) => { shares: Record<Name, Share>; missed: string[] } | undefined,
  showHeldOut: boolean,
): Figures {
  const names = Object.keys(labels) as Name[]
  const scored = samples.flatMap((sample) => {
    const own = score(sample)
    return own ? [{ ...own, article: sample.name, heldOut: sample.heldOut }] : []
  })
  const groups = [
    { label: 'development', own: scored.filter(({ heldOut }) => !heldOut) },
    { label: 'held-out', own: scored.filter(({ heldOut }) => heldOut) },
  ]
    .filter(({ own }) => own.length > 0)
    .map(({ label, own }) => ({
      label,
      own,
      shares: names.map((name) => {
        const { met, of } = shareOfAll(own, name)
        return { name, met, of, share: met / of }
      }),
    }))
  return {
    id,
    json: Object.fromEntries(
      groups.map(({ label, shares }) => [label, Object.fromEntries(shares.map(({ name, ...share }) => [name, share]))]),
    ),
    lines: groups.flatMap(({ label, own, shares }) => [
      ...own.flatMap(({ article, heldOut, missed }) =>
        heldOut && !showHeldOut ? [] : missed.map((miss) => `${article}: ${miss}`),
      ),
      `${own.length} ${what} ${label} articles:`,
      ...shares.map(({ name, met, of, share }) => `  ${labels[name]}: ${shown(share)} (${Math.round(met)} of ${of})`),
      '',
    ]),
  }
}
