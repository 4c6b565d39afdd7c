/** What an attentive analyst reads in an article, and how much of it an analysis has. */
import { z } from 'zod'
import type { Analysis } from '../../src/analysis/analysis.ts'
import { bare } from '../../src/analysis/text/clitics.ts'
import { foldName } from '../../src/analysis/text/fold.ts'

const Expectations = z.object({
  about: z.string(),
  published: z.iso.date().optional(),
  entities: z.array(z.object({ names: z.array(z.string()), types: z.array(z.string()), role: z.string().optional() })),
  events: z.array(
    z.object({
      id: z.string(),
      types: z.array(z.string()),
      agents: z.array(z.string()),
      patients: z.array(z.string()),
      status: z.array(z.string()),
      time: z.string().optional(),
    }),
  ),
  relations: z.array(z.object({ between: z.tuple([z.string(), z.string()]), sign: z.enum(['+', '-']) })),
  claims: z.array(z.object({ speaker: z.string(), verb: z.string(), mustContain: z.string() })),
  summaryMustMention: z.array(z.array(z.string())),
  quantities: z.array(z.string()),
})
export type Expectations = z.infer<typeof Expectations>

/** An expectations file, checked. */
export const readExpectations = (json: string): Expectations => Expectations.parse(JSON.parse(json))

export interface Score {
  parts: Record<string, number>
  mean: number
  missed: string[]
}

/** The share of each part's expectations that an analysis meets, their mean, and what it missed. */
export function score(analysis: Analysis, expected: Expectations): Score {
  const { text } = analysis.article
  const at = (span: { start: number; end: number }) => text.slice(span.start, span.end)
  const names = new Map(
    analysis.entities.map((e) => [e.id, [e.name, ...(e.aliases ?? []), ...e.mentions.map(at)].map(foldName)]),
  )
  const goesBy = (id: string, wanted: string[]) =>
    names.get(id)?.some((name) => wanted.map(foldName).some((w) => bare(name) === bare(w))) ?? false
  const anyOf = (ids: string[], wanted: string[]) => wanted.length === 0 || ids.some((id) => goesBy(id, wanted))
  const missed: string[] = []
  const parts: Record<string, number> = {}
  function part<Wanted>(name: string, wanted: Wanted[], met: (w: Wanted) => boolean, label: (w: Wanted) => string) {
    if (wanted.length === 0) return
    const lost = wanted.filter((w) => !met(w))
    missed.push(...lost.map((w) => `${name}: ${label(w)}`))
    parts[name] = 1 - lost.length / wanted.length
  }

  part(
    'entities',
    expected.entities,
    (w) =>
      analysis.entities.some(
        (e) =>
          w.types.includes(e.type) &&
          goesBy(e.id, w.names) &&
          (!w.role || foldName(e.role ?? '').includes(foldName(w.role))),
      ),
    (w) => w.names[0]!,
  )
  part(
    'events',
    expected.events,
    (w) =>
      analysis.events.some(
        (v) =>
          w.types.includes(v.type) &&
          w.status.includes(v.status) &&
          anyOf(v.agents, w.agents) &&
          anyOf([...v.patients, ...v.agents], w.patients) &&
          (!w.time || foldName(v.time?.text ?? '').includes(foldName(w.time))),
      ),
    (w) => w.id,
  )
  part(
    'relations',
    expected.relations,
    ({ between: [a, b], sign }) =>
      analysis.relations.some(
        (r) =>
          ((goesBy(r.from, [a]) && goesBy(r.to, [b])) || (goesBy(r.from, [b]) && goesBy(r.to, [a]))) &&
          (sign === '+' ? r.score > 0 : r.score < 0),
      ),
    ({ between, sign }) => `${between.join(' – ')} ${sign}`,
  )
  part(
    'claims',
    expected.claims,
    (w) =>
      analysis.claims.some(
        (c) =>
          foldName(at(c.content)).includes(foldName(w.mustContain)) &&
          (foldName(c.speaker.text).includes(bare(foldName(w.speaker))) ||
            (c.speaker.entity !== undefined && goesBy(c.speaker.entity, [w.speaker]))),
      ),
    (w) => `${w.speaker}: ${w.mustContain}`,
  )
  const brief = foldName([analysis.summary.headline, ...analysis.summary.points.map((p) => p.text)].join(' '))
  part(
    'summary',
    expected.summaryMustMention,
    (w) => w.some((x) => brief.includes(foldName(x))),
    (w) => w.join(' / '),
  )
  part(
    'quantities',
    expected.quantities,
    (w) => analysis.events.some((v) => v.quantities?.some((q) => foldName(q.text).includes(foldName(w)))),
    (w) => w,
  )
  const values = Object.values(parts)
  return { parts, mean: values.reduce((a, b) => a + b, 0) / values.length, missed }
}
