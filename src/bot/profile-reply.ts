/** Who an actor is, short first; and the pages that the buttons below it open. */
import type { Answer } from '../answers/answer.ts'
import type { NewsPeriod } from '../answers/often.ts'
import { type Page, VIEWS, type View } from '../answers/profile.ts'
import type { Actor, Standing } from '../archive/actors.ts'
import type { Office } from '../archive/profiles.ts'
import { type Reader, say, sayCount, sayDate, sayMonth, sayNames, sayNumber, sayRange } from '../words.ts'
import { choiceOf, paragraph, points, title } from './answer-lines.ts'
import { cite } from './cite.ts'
import { colon } from './colon.ts'
import { excerpt } from './excerpt.ts'
import { type Block, plain, quiet, type Reply, type Run, strong } from './reply.ts'

type AboutActor = Extract<Answer, { kind: 'actor' }>

const MOST_ON_A_SIDE = 4
const MOST_OFFICES = 3
const LINE_WORDS = 42
/** The widest bar of the small chart of months, in characters. */
const WIDEST_BAR = 12

/** The blocks that say in short who an actor is. */
export function profileBlocks(reader: Reader, answer: AboutActor): Block[] {
  const { actor, lines, standings } = answer
  const { language } = reader
  const blocks: Block[] = [title(actor.name)]
  if (answer.slip)
    blocks.push({ kind: 'paragraph', text: [quiet(say(language, 'answers.slip', { typed: answer.slip.typed }))] })
  if (answer.lexicon) blocks.push({ kind: 'paragraph', text: [quiet(lexiconNote(reader, answer.lexicon))] })
  blocks.push({ kind: 'paragraph', text: [...whatRuns(reader, answer), quiet(` ${seenOf(reader, actor)}`)] })
  if (lines.length > 0) blocks.push(points(reader, lines))
  else blocks.push(paragraph(say(language, 'answers.onlyMentioned')))
  const sides = sidesRuns(reader, standings)
  if (sides.length > 0) blocks.push({ kind: 'paragraph', text: sides })
  blocks.push({ kind: 'choices', choices: viewChoices(reader, answer) })
  blocks.push({
    kind: 'choices',
    choices: [
      ...(standings.length > 0 ? [pictureChoice(reader, 'map', actor)] : []),
      ...(lines.some((line) => line.kind === 'event') ? [pictureChoice(reader, 'timeline', actor)] : []),
      ...(actor.articles > 1 ? [pictureChoice(reader, 'share', actor)] : []),
    ],
  })
  const others = standings.slice(0, MOST_ON_A_SIDE).map((s) => choiceOf(s.other))
  if (others.length > 0) blocks.push({ kind: 'choices', choices: others })
  return blocks.filter((block) => block.kind !== 'choices' || block.choices.length > 0)
}

/** That an office is the lexicon's knowledge, not the articles'. */
function lexiconNote(reader: Reader, { office, from, to }: NonNullable<AboutActor['lexicon']>): string {
  const years = from === undefined ? '' : ` (${from}–${to ?? ''})`
  return say(reader.language, 'answers.byLexicon', { office, years })
}

/** The button of a picture around an actor. */
function pictureChoice(reader: Reader, kind: 'map' | 'timeline' | 'share', actor: Actor) {
  const label = say(reader.language, `bot.pictures.button${kind[0]!.toUpperCase()}${kind.slice(1)}`)
  return { label, action: `${kind}:${actor.number}` }
}

/** Offices as the articles date them, or what kind of actor it is. */
function whatRuns(reader: Reader, { actor, offices, office }: AboutActor): Run[] {
  const { language } = reader
  const named = offices.filter(({ name }) => name !== actor.name).slice(0, MOST_OFFICES)
  const runs: Run[] =
    named.length > 0
      ? named.flatMap((held, at) => [
          strong(`${at > 0 ? '؛ ' : ''}${held.name}`),
          quiet(` (${say(language, 'answers.inArticles', { period: sayOffice(reader, held) })})`),
        ])
      : [strong(say(language, `bot.entityType.${actor.type}`))]
  runs.push(plain('.'))
  if (office && office.others.length > 0) {
    const others = office.others.map(({ actor: other, from, to }) => `${other.name} (${sayRange(reader, from, to)})`)
    runs.push(plain(` ${say(language, 'answers.alsoHeld', { others: others.join('؛ ') })}`))
  }
  return runs
}

const sayOffice = (reader: Reader, { from, to }: Office) => sayRange(reader, from, to)

function seenOf(reader: Reader, actor: Actor): string {
  return actor.articles > 1
    ? say(reader.language, 'answers.readOf', {
        articles: sayCount(reader, 'bot.new.articles', actor.articles),
        period: sayRange(reader, actor.firstSeen, actor.lastSeen),
      })
    : say(reader.language, 'answers.readOfOnce', { to: sayDate(reader, actor.lastSeen) })
}

/** «مع: الجزائر وتركيا · ضد: فرنسا». */
function sidesRuns(reader: Reader, standings: readonly Standing[]): Run[] {
  const runs: Run[] = []
  for (const [key, side] of [
    ['with', standings.filter((s) => s.score > 0)],
    ['against', standings.filter((s) => s.score < 0)],
  ] as const) {
    if (side.length === 0) continue
    if (runs.length > 0) runs.push(plain(' · '))
    runs.push(strong(`${say(reader.language, `answers.${key}`)}${colon(reader)}`))
    runs.push(plain(sayNames(side.slice(0, MOST_ON_A_SIDE).map((s) => s.other.name))))
  }
  return runs
}

/** Only what there is something behind. */
function viewChoices(reader: Reader, { actor, lines, standings, speaks }: AboutActor) {
  const has: Record<View, boolean> = {
    deeds: lines.length > 0,
    sides: standings.length > 0,
    says: speaks,
    told: true,
    beside: true,
    often: actor.articles > 1,
  }
  return VIEWS.filter((view) => has[view]).map((view) => ({
    label: say(reader.language, `answers.view.${view}`),
    action: `${view}:${actor.number}`,
  }))
}

/** A page behind one of those buttons, with the button of the next. */
export function sayPage(reader: Reader, page: Page): Reply {
  const { language } = reader
  const { actor, view } = page
  const number = page.page > 1 ? ` (${sayNumber(reader, page.page)})` : ''
  const blocks: Block[] = [title(`${say(language, `answers.viewTitle.${view}`, { name: actor.name })}${number}`)]
  const content = contentOf(reader, page)
  blocks.push(content ?? paragraph(say(language, `answers.viewEmpty.${view}`)))
  if (page.view === 'beside' && page.counted !== undefined)
    blocks.push({
      kind: 'paragraph',
      text: [quiet(say(language, 'answers.countedIn', { n: sayNumber(reader, page.counted) }))],
    })
  blocks.push({
    kind: 'choices',
    choices: [
      ...(page.more
        ? [{ label: say(language, 'answers.next'), action: `${view}:${actor.number}:${page.page + 1}` }]
        : []),
      choiceOf(actor),
    ],
  })
  return { language, blocks }
}

function contentOf(reader: Reader, page: Page): Block | undefined {
  switch (page.view) {
    case 'deeds':
    case 'says':
      return page.lines.length > 0 ? points(reader, page.lines) : undefined
    case 'told':
      return page.lines.length > 0
        ? {
            kind: 'points',
            items: page.lines.map((line) => ({
              text: [
                strong(`${line.speaker ?? ''}${colon(reader)}`),
                plain(excerpt(line.text, { start: 0, end: line.text.length }, LINE_WORDS)),
              ],
              citation: cite(reader, line.article, line.sentence),
            })),
          }
        : undefined
    case 'sides':
      return page.standings.length > 0
        ? {
            kind: 'points',
            items: page.standings.map((standing) => ({
              text: [
                strong(standing.other.name),
                quiet(
                  ` — ${say(reader.language, standing.score > 0 ? 'answers.with' : 'answers.against')}${colon(reader)}`,
                ),
                plain(excerpt(standing.text, { start: 0, end: standing.text.length }, LINE_WORDS)),
              ],
              citation: cite(reader, standing.article, standing.sentence),
            })),
          }
        : undefined
    case 'beside':
      return page.others.length > 0
        ? {
            kind: 'points',
            items: page.others.map(({ actor, articles, article }) => ({
              text: [strong(actor.name), quiet(` — ${sayCount(reader, 'answers.inCommon', articles)}`)],
              citation: cite(reader, article),
            })),
          }
        : undefined
    case 'often':
      return page.periods.length > 0 ? oftenPoints(reader, page.periods) : undefined
  }
}

/** A week or month a line, with a bar of how many articles name the actor and how many there are. */
function oftenPoints(reader: Reader, periods: readonly NewsPeriod[]): Block {
  const most = Math.max(...periods.map(({ naming }) => naming))
  return {
    kind: 'points',
    items: periods.map(({ from, to, unit, naming, articles }) => ({
      text: [
        plain(unit === 'week' ? sayRange(reader, from, to) : sayMonth(reader, from.slice(0, 7), true)),
        quiet(` ${'▇'.repeat(naming === 0 ? 0 : Math.max(1, Math.round((naming / most) * WIDEST_BAR)))} `),
        plain(
          say(reader.language, 'answers.outOf', {
            naming: sayCount(reader, 'answers.articles', naming),
            all: sayNumber(reader, articles),
          }),
        ),
      ],
    })),
  }
}
