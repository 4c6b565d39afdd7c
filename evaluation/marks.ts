/** Mentions, whom they are joined to, and expressions of time, against what people marked who had not seen the engine. */
import { type MarkScore, SHARES, type ShareName, shareOfAll } from '../test/analysis/marked-score.ts'
import { readSamples, scoreMarkedSample } from '../test/analysis/samples.ts'
import { type Figures, shown } from './figures.ts'

/** The shares of the marked articles that rules are tuned on and of those held out, and what was missed.
 * @param showHeldOut whether to tell what was missed in a held-out article: once it is known it can be tuned on
 */
export function markFigures(showHeldOut: boolean): Figures {
  const scored = readSamples().flatMap((sample) => {
    const score = scoreMarkedSample(sample)
    return score ? [{ ...score, article: sample.name, heldOut: sample.heldOut }] : []
  })
  const groups = [
    { label: 'development', own: scored.filter(({ heldOut }) => !heldOut) },
    { label: 'held-out', own: scored.filter(({ heldOut }) => heldOut) },
  ].filter(({ own }) => own.length > 0)
  return {
    id: 'marks',
    json: Object.fromEntries(groups.map(({ label, own }) => [label, sharesOf(own)])),
    lines: groups.flatMap(({ label, own }) => [
      ...own.flatMap(({ article, heldOut, missed }) =>
        heldOut && !showHeldOut ? [] : missed.map((miss) => `${article}: ${miss}`),
      ),
      `${own.length} marked ${label} articles:`,
      ...Object.entries(sharesOf(own)).map(
        ([name, { met, of, share }]) => `  ${LABELS[name as ShareName]}: ${shown(share)} (${Math.round(met)} of ${of})`,
      ),
      '',
    ]),
  }
}

const LABELS: Record<ShareName, string> = {
  mentions: 'mentions found',
  linked: 'of these joined to the right one',
  bcubedPrecision: 'B-cubed precision of these',
  bcubedRecall: 'B-cubed recall of these',
  entities: 'entities that are marked',
  timeRecall: 'times found',
  timePrecision: 'found times that are marked',
  timeValues: 'of the marked times found, the value right',
  timeKnown: 'of these, the value right as far as both go',
}

function sharesOf(scores: readonly MarkScore[]) {
  return Object.fromEntries(
    SHARES.map((name) => {
      const { met, of } = shareOfAll(scores, name)
      return [name, { met, of, share: met / of }]
    }),
  )
}
