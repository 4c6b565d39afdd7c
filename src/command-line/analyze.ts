/** `analyze [--json] [--published 2012-01-25] [--title TITLE] [FILE…]`: one article a file, or standard input. */
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import type { Analysis } from '../analysis/analysis.ts'
import { analyze } from '../analysis/analyze.ts'
import { fail, print, readStandardInput } from './input.ts'

const USAGE = 'usage: analyze [--json] [--published YYYY-MM-DD] [--title TITLE] [FILE…]'

function main(): void {
  let options: { values: { json?: boolean; published?: string; title?: string }; positionals: string[] }
  try {
    options = parseArgs({
      allowPositionals: true,
      options: { json: { type: 'boolean' }, published: { type: 'string' }, title: { type: 'string' } },
    })
  } catch (error) {
    fail(`${(error as Error).message}\n${USAGE}`)
  }
  const { values, positionals } = options
  if (values.published !== undefined && Number.isNaN(Date.parse(values.published)))
    fail(`--published: read «${values.published}», expected a date like 2012-01-25`)
  for (const text of positionals.length > 0 ? positionals.map(readArticle) : [readStandardInput()]) {
    const analysis = analyze(text, {
      ...(values.published && { publishedAt: values.published }),
      ...(values.title && { title: values.title }),
    })
    print(values.json ? `${JSON.stringify(analysis)}\n` : `${readable(analysis)}\n`)
  }
}

function readArticle(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    fail(`${file}: ${(error as Error).message}`)
  }
}

/** The analysis as plain lines, for a person at a terminal. */
function readable(analysis: Analysis): string {
  if (analysis.article.language !== 'ar') return 'ليس نصا عربيا.'
  const name = new Map(analysis.entities.map((e) => [e.id, e.name]))
  const at = (span: { start: number; end: number }) =>
    analysis.article.text.slice(span.start, span.end).replace(/\s+/g, ' ')
  const names = (ids: string[]) => ids.map((id) => name.get(id) ?? id).join('، ') || '—'
  return [
    analysis.summary.headline,
    '',
    ...analysis.summary.points.map((p) => `• ${p.text} [${p.sentences.map((s) => s + 1).join('، ')}]`),
    '',
    ...analysis.entities.map(
      (e) => `${e.type}\t${e.name}${e.role ? ` (${e.role})` : ''}\t${e.mentions.length}\t${e.salience}`,
    ),
    '',
    ...analysis.events.map(
      (v) =>
        `${v.type}${v.mode ? `/${v.mode}` : ''}\t${v.status}\t${at(v.trigger)}\t${names(v.agents)} ← ${names(v.patients)}${v.place ? `\t@${name.get(v.place)}` : ''}${v.time ? `\t${v.time.text}` : ''}${v.quantities ? `\t${v.quantities.map((q) => q.text).join('؛ ')}` : ''}`,
    ),
    '',
    ...analysis.claims.map((c) => `${c.stance}\t${c.speaker.text} ${c.verb}: ${at(c.content)}`),
    '',
    ...analysis.relations.map(
      (r) => `${r.score}\t${name.get(r.from)} → ${name.get(r.to)}\t${r.kind}${r.mutual ? ' ↔' : ''}`,
    ),
    '',
    ...analysis.times.map((t) => `${t.type}\t${t.value}\t${at(t.span)}`),
    analysis.topics.map((t) => `${t.id} ${t.score}`).join(', '),
  ].join('\n')
}

main()
