/** How many of the marks of people an analysis has: mentions, whom they are joined to, expressions of time. */
import type { Analysis, Span } from '../../src/analysis/analysis.ts'
import { bestAlignment } from './alignment.ts'
import type { Marked } from './marked.ts'

/** The names of the shares, as they are shown. */
export const SHARES = [
  /** Marked mentions that some mention of the analysis covers by half of their letters or more. */
  'mentions',
  /** Of these, those whose entity is the one that their id is best aligned with, one to one. */
  'linked',
  /** Precision and recall of B-cubed (Bagga and Baldwin 1998) over the same mentions. */
  'bcubedPrecision',
  'bcubedRecall',
  /** Entities of the analysis that have a mention in common with the marks, out of all. */
  'entities',
  /** Marked expressions of time that are found; those found that are marked. */
  'timeRecall',
  'timePrecision',
  /** Of the marked ones found: those of the same value, and those whose values agree as far as both go. */
  'timeValues',
  'timeKnown',
] as const
export type ShareName = (typeof SHARES)[number]

/** A share as what it is the share of, so that those of several articles add up. */
export interface Share {
  met: number
  of: number
}

export interface MarkScore {
  shares: Record<ShareName, Share>
  missed: string[]
}

const length = ({ start, end }: Span) => end - start
const overlap = (a: Span, b: Span) => Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start))
/** Whether a span holds half of the letters of a marked one or more. */
export const covers = (own: Span, marked: Span) => 2 * overlap(own, marked) >= length(marked)
const touches = (a: Span, b: Span) => 2 * overlap(a, b) >= Math.min(length(a), length(b))
const closeness = (a: Span, b: Span) => overlap(a, b) / (length(a) + length(b) - overlap(a, b))

/** Of the spans that cover a marked one, that which is most like it: mentions may stand within mentions. */
function coverOf<Own extends { span: Span }>(own: readonly Own[], marked: Span): Own | undefined {
  const covering = own.filter(({ span }) => covers(span, marked))
  return covering.reduce<Own | undefined>(
    (best, one) => (best && closeness(best.span, marked) >= closeness(one.span, marked) ? best : one),
    undefined,
  )
}

/** An analysis against the marks of the same text. */
export function scoreMarks(analysis: Analysis, marked: Marked): MarkScore {
  const mentions = scoreMentions(analysis, marked)
  const times = scoreTimes(analysis, marked)
  return {
    shares: { ...mentions.shares, ...times.shares },
    missed: [...mentions.missed, ...times.missed],
  }
}

/** Each mention with the entity that it means; «البلدان», a mention of two, means the pair of them. */
function byWhomMeant(entities: Analysis['entities']): { span: Span; entity: string }[] {
  const found = new Map<string, { span: Span; entity: string }>()
  for (const { id, mentions } of entities)
    for (const span of mentions) {
      const key = `${span.start}-${span.end}`
      const known = found.get(key)
      if (known) known.entity = [...known.entity.split(' + '), id].sort().join(' + ')
      else found.set(key, { span, entity: id })
    }
  return [...found.values()]
}

/** Each marked mention with the entity of the analysis whose mention covers it, and which entity each marked id is, one to one. */
export function alignMentions({ entities }: Analysis, marked: Marked) {
  const own = byWhomMeant(entities)
  const read = marked.mentions.map(({ id, span }) => ({ id, span, entity: coverOf(own, span)?.entity }))
  const found = read.filter((mention) => mention.entity !== undefined)

  const ids = [...new Set(found.map(({ id }) => id))]
  const linkedTo = [...new Set(found.map(({ entity }) => entity))]
  const together = (id: string, entity: string | undefined) =>
    found.filter((mention) => mention.id === id && mention.entity === entity).length
  const aligned = bestAlignment(ids.map((id) => linkedTo.map((entity) => together(id, entity))))
  const rightOf = new Map(ids.map((id, i) => [id, aligned[i] === undefined ? undefined : linkedTo[aligned[i]]]))
  return { read, found, together, rightOf }
}

function scoreMentions(analysis: Analysis, marked: Marked) {
  const { article, entities } = analysis
  const shown = ({ start, end }: Span) => `«${article.text.slice(start, end)}»`
  const { read, found, together, rightOf } = alignMentions(analysis, marked)
  const wrong = found.filter(({ id, entity }) => rightOf.get(id) !== entity)
  const sum = (all: number[]) => all.reduce((a, b) => a + b, 0)
  const sharedOf = (of: (mention: (typeof found)[number]) => number) =>
    sum(found.map((mention) => together(mention.id, mention.entity) / of(mention)))

  const isMarked = (span: Span) => marked.mentions.some((mention) => touches(span, mention.span))
  const tooMany = entities.filter(({ mentions }) => !mentions.some(isMarked))
  return {
    shares: {
      mentions: { met: found.length, of: read.length },
      linked: { met: found.length - wrong.length, of: found.length },
      bcubedPrecision: {
        met: sharedOf(({ entity }) => found.filter((other) => other.entity === entity).length),
        of: found.length,
      },
      bcubedRecall: { met: sharedOf(({ id }) => found.filter((other) => other.id === id).length), of: found.length },
      entities: { met: entities.length - tooMany.length, of: entities.length },
    },
    missed: [
      ...read
        .filter((mention) => mention.entity === undefined)
        .map(({ id, span }) => `mention not found: ${shown(span)} ${id} at ${span.start}`),
      ...wrong.map(
        ({ id, span, entity }) =>
          `mention of another: ${shown(span)} ${id} at ${span.start} is ${entity}, not ${rightOf.get(id) ?? 'one of its own'}`,
      ),
      ...tooMany.map(({ id, mentions }) => `entity too many: ${id} ${mentions.map(shown).join(' · ')}`),
    ],
  }
}

function scoreTimes({ article, times }: Analysis, marked: Marked) {
  const shown = ({ start, end }: Span) => `«${article.text.slice(start, end)}»`
  const read = marked.times.map((time) => ({ ...time, own: coverOf(times, time.span) }))
  const found = read.flatMap(({ value, span, own }) => (own ? [{ value, span, own }] : []))
  const wrong = found.filter(({ value, own }) => inMonths(own.value) !== inMonths(value))
  const contrary = wrong.filter(({ value, own }) => !agree(value, own.value))
  const tooMany = times.filter(({ span }) => !marked.times.some((time) => touches(span, time.span)))
  return {
    shares: {
      timeRecall: { met: found.length, of: read.length },
      timePrecision: { met: times.length - tooMany.length, of: times.length },
      timeValues: { met: found.length - wrong.length, of: found.length },
      timeKnown: { met: found.length - contrary.length, of: found.length },
    },
    missed: [
      ...read.filter(({ own }) => !own).map(({ value, span }) => `time not found: ${shown(span)} ${value}`),
      ...wrong.map(
        ({ value, span, own }) => `time of another value: ${shown(own.span)} ${own.value}, not ${shown(span)} ${value}`,
      ),
      ...tooMany.map(({ span, value }) => `time too many: ${shown(span)} ${value}`),
    ],
  }
}

/** Years and months of a length as months: a year and a half is `P18M` and `P1Y6M`. */
function inMonths(value: string): string {
  const [, years, months] = /^P(\d+)Y(?:(\d+)M)?$/.exec(value) ?? []
  return years === undefined ? value : `P${Number(years) * 12 + Number(months ?? 0)}M`
}

/** Whether two TIMEX3 values agree as far as both go: one may end earlier, and what is X agrees with all. */
function agree(a: string, b: string): boolean {
  const shorter = Math.min(a.length, b.length)
  for (let i = 0; i < shorter; i++) if (a[i] !== b[i] && a[i] !== 'X' && b[i] !== 'X') return false
  // Of a length or a reference nothing is known by its beginning.
  return a.length === b.length || !/^P|_REF$/.test(a)
}

/** One share of several articles together: each mark counts the same. */
export function shareOfAll<Name extends string>(scores: readonly { shares: Record<Name, Share> }[], name: Name): Share {
  return scores.reduce((sum, { shares }) => ({ met: sum.met + shares[name].met, of: sum.of + shares[name].of }), {
    met: 0,
    of: 0,
  })
}
