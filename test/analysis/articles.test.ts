import { describe, expect, it } from 'vitest'
import { bare } from '../../src/analysis/text/clitics.ts'
import { foldName } from '../../src/analysis/text/fold.ts'
import { meanOf, readSamples, scoreSample } from './samples.ts'

/**
 * What the analyses must reach, a little under what was last measured. Held-out articles, on which nothing is
 * tuned, have levels of their own, as a loss there may not be looked into sentence by sentence: what they are read worse than
 * the others tells how much of the reading does not carry over.
 */
const LEVELS = {
  development: { mean: 0.85, each: 0.55 },
  'held-out': { mean: 0.67, each: 0.5 },
}

const samples = readSamples()

describe.each(['development', 'held-out'] as const)(
  '%s articles with what an attentive analyst reads in them',
  (set) => {
    const own = samples.filter(({ heldOut }) => heldOut === (set === 'held-out'))
    for (const sample of own) {
      it(`${sample.name} is read well enough`, () => {
        const { parts, mean, missed } = scoreSample(sample)
        // What is missed in a held-out article is not told: nothing may be tuned on it.
        const why = sample.heldOut ? '' : `\nmissed: ${missed.join('; ')}`
        expect(mean, `${JSON.stringify(parts)}${why}`).toBeGreaterThanOrEqual(LEVELS[set].each)
      })
    }

    it('are read well enough in the mean', () => {
      const means = own.map((sample) => scoreSample(sample).mean)
      const figures = own.map(({ name }, i) => `${name} ${means[i]?.toFixed(3)}`).join(', ')
      expect(meanOf(means), figures).toBeGreaterThanOrEqual(LEVELS[set].mean)
    })
  },
)

describe('expectations', () => {
  for (const { name, text, expected } of samples) {
    it(`of ${name} ask for nothing that its text does not say`, () => {
      const folded = foldName(text)
      const said = (phrase: string) => folded.includes(bare(foldName(phrase)))
      const unsaid = [
        ...expected.entities.filter((e) => !e.names.some(said)).map((e) => e.names.join(' / ')),
        ...expected.events.flatMap((e) => [
          ...[e.agents, e.patients].filter((who) => who.length > 0 && !who.some(said)).map((who) => who.join(' / ')),
          ...(e.time && !said(e.time) ? [e.time] : []),
        ]),
        ...expected.relations.flatMap((r) => r.between.filter((who) => !said(who))),
        ...expected.claims.flatMap((c) => [c.speaker, c.verb, c.mustContain].filter((phrase) => !said(phrase))),
        ...expected.summaryMustMention.filter((any) => !any.some(said)).map((any) => any.join(' / ')),
        ...expected.quantities.filter((phrase) => !said(phrase)),
      ]
      expect(unsaid).toEqual([])
    })
  }
})
