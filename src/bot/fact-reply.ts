/** The answer to a question of fact: what was asked for in a line, then the sentences that say it. */
import type { Answer, AnswerLine } from '../answers/answer.ts'
import type { Period } from '../answers/period.ts'
import { versionsOf } from '../answers/versions.ts'
import { type Reader, say, sayCount, sayDate, sayMonth, sayNames, sayRange, sayWeekday } from '../words.ts'
import { paragraph, points } from './answer-lines.ts'
import { type Block, quiet, type Run, strong } from './reply.ts'

type Fact = Extract<Answer, { kind: 'fact' }>

/** The blocks of a fact, or of the honest no with what comes nearest. */
export function factBlocks(reader: Reader, answer: Fact): Block[] {
  const { slip } = answer
  if (slip === undefined) return blocksOf(reader, answer)
  const note = say(reader.language, 'answers.slipTo', { typed: slip.typed, name: slip.actor.name })
  return [{ kind: 'paragraph', text: [quiet(note)] }, ...blocksOf(reader, answer)]
}

function blocksOf(reader: Reader, answer: Fact): Block[] {
  if (answer.lines.length === 0) return declined(reader, answer)
  const versions = versionsOf(answer)
  if (versions) {
    const shown = new Set(versions)
    return [
      { kind: 'paragraph', text: versionRuns(reader, versions) },
      points(
        reader,
        [
          ...versions,
          ...answer.lines.filter((line) => !shown.has(line) && line.value === undefined && line.focus === undefined),
        ],
        false,
        answer.words,
      ),
    ]
  }
  const lead = leadOf(reader, answer)
  const blocks: Block[] = lead ? [{ kind: 'paragraph', text: [strong(lead)] }] : []
  blocks.push(points(reader, answer.lines, false, answer.words))
  if (answer.earlier)
    blocks.push(
      { kind: 'paragraph', text: [quiet(say(reader.language, 'answers.earlier'))] },
      points(reader, answer.earlier, false, answer.words),
    )
  return blocks
}

function declined(reader: Reader, { asks, period, words, nearest }: Fact): Block[] {
  const { language } = reader
  const no = say(language, `answers.none.${asks}`)
  const within = period ? ` ${say(language, 'answers.within', { period: sayPeriod(reader, period) })}` : ''
  const blocks: Block[] = [paragraph(`${no}${within}`)]
  if (nearest.length > 0)
    blocks.push(
      { kind: 'paragraph', text: [quiet(say(language, 'answers.nearest'))] },
      points(reader, nearest, false, words),
    )
  return blocks
}

function sayPeriod(reader: Reader, { from, to }: Period): string {
  return from.startsWith('0000')
    ? say(reader.language, 'answers.until', { date: sayDate(reader, to) })
    : sayRange(reader, from, to)
}

/** What was asked for, in few words, where the first line gives it. */
function leadOf(reader: Reader, { asks, lines }: Fact): string | undefined {
  const first = lines[0]!
  switch (asks) {
    case 'when':
    case 'last':
      return first.day ? `${sayDays(reader, first.day)}.` : dayUntold(reader, first)
    case 'where':
    case 'why':
    case 'count':
      return first.focus ? first.text.slice(first.focus.start, first.focus.end).replace(/\s+/g, ' ') : undefined
    case 'who':
      return doersSaid(reader, lines)
    default:
      return undefined
  }
}

/** Where no day can be told: what the article says instead, and whether it is known when it was published. */
function dayUntold({ language, timeZone }: Reader, { text, focus, undated, article }: AnswerLine): string {
  const date = sayDate({ language, timeZone }, article.dated)
  if (focus) {
    const told = text.slice(focus.start, focus.end).replace(/\s+/g, ' ')
    return undated ? say(language, 'answers.dayAsTold', { told }) : `${told}.`
  }
  return say(language, undated ? 'answers.dayUnknown' : 'answers.dayUntold', { date })
}

/** Who did it: those of one article by name, those of several each with its source. */
function doersSaid(reader: Reader, lines: readonly AnswerLine[]): string | undefined {
  const known = new Set<string>()
  const byArticle = new Map<number, { line: AnswerLine; names: string[] }>()
  for (const line of lines)
    for (const { id, name } of line.doers ?? []) {
      if (known.has(id)) continue
      known.add(id)
      const told = byArticle.get(line.article.id) ?? { line, names: [] }
      told.names.push(name)
      byArticle.set(line.article.id, told)
    }
  const told = [...byArticle.values()]
  if (told.length === 0) return lines[0]!.untold ? say(reader.language, 'answers.doerUntold') : undefined
  if (told.length === 1) return `${sayNames(told[0]!.names)}.`
  return told.map(({ line, names }) => withSource(reader, sayNames(names), line.article.source, line)).join(' · ')
}

/** A day with its weekday, a month, or from when to when. */
function sayDays(reader: Reader, { from, to }: { from: string; to: string }): string {
  if (from === to) return `${sayWeekday(reader, `${from}T12:00:00Z`)} ${sayDate(reader, from)}`
  if (from.endsWith('-01') && from.slice(0, 7) === to.slice(0, 7))
    return say(reader.language, 'answers.inMonth', { month: sayMonth(reader, from.slice(0, 7), true) })
  if (from.endsWith('-01-01') && to.endsWith('-12-31') && from.slice(0, 4) === to.slice(0, 4)) return from.slice(0, 4)
  return sayRange(reader, from, to)
}

/** «روايتان: 15 قتيلا (وزارة الداخلية، 16 جانفي) · 12 قتيلا (مصدر طبي، 15 جانفي)». */
function versionRuns(reader: Reader, versions: readonly AnswerLine[]): Run[] {
  const { language } = reader
  const told = versions.map((line) => {
    const said = line.focus ? line.text.slice(line.focus.start, line.focus.end) : say(language, versionKey(line))
    return withSource(reader, said, line.speaker ?? line.article.source, line)
  })
  return [strong(`${sayCount(reader, 'answers.versions', versions.length)} `), { text: told.join(' · ') }]
}

function withSource(reader: Reader, said: string, who: string | undefined, { article }: AnswerLine): string {
  const date = sayDate(reader, article.dated)
  return `${said} (${who ? `${who}${reader.language === 'ar' ? '،' : ','} ` : ''}${date})`
}

const versionKey = (line: AnswerLine) =>
  line.status === 'denied' || line.type === 'denies' || /^[وف]?(?:نفى|نفت)/.test(line.text)
    ? 'answers.saidNo'
    : 'answers.saidYes'
