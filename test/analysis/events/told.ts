/** Reads one text and compares the events in it with a table's words for them. */
import { expect } from 'vitest'
import type { Analysis } from '../../../src/analysis/analysis.ts'
import { analyze } from '../../../src/analysis/analyze.ts'
import { bare } from '../../../src/analysis/text/clitics.ts'
import { foldName } from '../../../src/analysis/text/fold.ts'

/**
 * A text, then each event that it tells: `TYPE status: agents → patients`, names parted by «،», nobody left empty; behind them, where the
 * table speaks of it, `@ place` and `# quantities`. Nothing else may be told as happened, denied or planned.
 */
export type Row = readonly [text: string, ...events: string[]]

interface Wanted {
  type: string
  status: string
  agents: string[]
  patients: string[]
  place?: string
  quantities?: string[]
}

const LINE =
  /^(?<type>[A-Z]+) (?<status>[a-z]+): ?(?<agents>[^→]*)→(?<patients>[^@#]*)(?:@(?<place>[^#]*))?(?:#(?<quantities>.*))?$/
const namesIn = (list: string) =>
  list
    .split('،')
    .map((name) => name.trim())
    .filter((name) => name !== '')

function read(line: string): Wanted {
  const groups = LINE.exec(line)?.groups
  if (groups === undefined) throw new Error(`no event line: ${line}`)
  return {
    type: groups.type!,
    status: groups.status!,
    agents: namesIn(groups.agents!),
    patients: namesIn(groups.patients!),
    ...(groups.place !== undefined && { place: groups.place.trim() }),
    ...(groups.quantities !== undefined && { quantities: namesIn(groups.quantities) }),
  }
}

/** The events of an analysis as a table writes them. */
export function linesOf(analysis: Analysis): string[] {
  const names = new Map(analysis.entities.map((entity) => [entity.id, entity.name]))
  const list = (ids: readonly string[]) => ids.map((id) => names.get(id) ?? id).join('، ')
  return analysis.events.map((event) => {
    const place = event.place ? ` @ ${names.get(event.place) ?? event.place}` : ''
    const quantities = event.quantities ? ` # ${event.quantities.map((q) => q.text).join('، ')}` : ''
    return `${event.type} ${event.status}: ${list(event.agents)} → ${list(event.patients)}${place}${quantities}`
  })
}

/** Folded, without the article and the ending of its case. */
const plain = (name: string) =>
  bare(foldName(name))
    .replace(/^ل(?=.{4})/, '')
    .replace(/ون(?= |$)/g, 'ين')

/** Which of the wanted events an analysis lacks, and what it tells beside them. */
export function compare(analysis: Analysis, lines: readonly string[]): { missing: string[]; beside: string[] } {
  const { text } = analysis.article
  const goesBy = new Map(
    analysis.entities.map((entity) => [
      entity.id,
      new Set(
        [
          entity.name,
          ...(entity.aliases ?? []),
          ...entity.mentions.map((span) => text.slice(span.start, span.end)),
        ].map(plain),
      ),
    ]),
  )
  const same = (ids: readonly string[], names: readonly string[]) =>
    ids.length === names.length && names.every((name) => ids.some((id) => goesBy.get(id)?.has(plain(name)) ?? false))
  const left = new Set(analysis.events)
  const missing = lines.filter((line) => {
    const wanted = read(line)
    const found = [...left].find(
      (event) =>
        event.type === wanted.type &&
        event.status === wanted.status &&
        same(event.agents, wanted.agents) &&
        same(event.patients, wanted.patients) &&
        (wanted.place === undefined || same(event.place ? [event.place] : [], wanted.place ? [wanted.place] : [])) &&
        (wanted.quantities === undefined ||
          (event.quantities ?? []).map((q) => q.text).join('،') === wanted.quantities.join('،')),
    )
    if (found) left.delete(found)
    return found === undefined
  })
  const all = linesOf(analysis)
  const beside = analysis.events.flatMap((event, index) =>
    left.has(event) && event.status !== 'demanded' && event.status !== 'hypothetical' ? [all[index]!] : [],
  )
  return { missing, beside }
}

/** Fails unless a text is read as its row says. */
export function expectTold([text, ...lines]: Row): void {
  const analysis = analyze(text, { publishedAt: '2024-05-15' })
  expect(compare(analysis, lines), `told: ${linesOf(analysis).join('; ')}`).toEqual({ missing: [], beside: [] })
}
