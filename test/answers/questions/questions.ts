/** Questions with right answers over forty articles of our own, and what share of them is answered right. */
import { readFileSync } from 'node:fs'
import { analyze } from '../../../src/analysis/analyze.ts'
import { type Answer, isAnswered, linesOf } from '../../../src/answers/answer.ts'
import { ask } from '../../../src/answers/ask.ts'
import type { Kept } from '../../../src/answers/follow-up.ts'
import { openArchive } from '../../../src/archive/archive.ts'
import { sayAnswer } from '../../../src/bot/answer-reply.ts'
import type { Reply } from '../../../src/bot/reply.ts'
import { textOf } from '../../../src/bot/reply.ts'
import type { Reader } from '../../../src/words.ts'

interface Written {
  id: number
  source: string
  publishedAt: string
  text: string
  /** Where each of its lines stands in the text. */
  lines: { start: number; end: number }[]
}

interface Expected {
  question: string
  follows: boolean
  kind: 'answer' | 'decline' | 'ask-back'
  /** Each group needs one of its citations (`7.1`: article and sentence, from 1). */
  groups: string[][]
  /** Whether the citation may stand in any line, not only the first. */
  anywhere: boolean
  words: string[]
}

const TODAY = new Date('2024-06-15T09:00:00Z')
const READER: Reader = { language: 'ar', timeZone: 'Africa/Algiers' }

const fileLines = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8').split('\n')

/** The articles, a block each: a head «# number | source | date», then a sentence a line. */
export function readArticles(): Written[] {
  const articles: Written[] = []
  for (const line of fileLines('articles.txt')) {
    const head = /^# (\d+) \| (.+) \| (\d{4}-\d{2}-\d{2})$/.exec(line)
    if (head) articles.push({ id: Number(head[1]), source: head[2]!, publishedAt: head[3]!, text: '', lines: [] })
    else if (line !== '') {
      const article = articles.at(-1)!
      if (article.text !== '') article.text += ' '
      article.lines.push({ start: article.text.length, end: article.text.length + line.length })
      article.text += line
    }
  }
  return articles
}

/** The questions of a file, with what is expected of their answers. */
export function readQuestions(name: string): Expected[] {
  return fileLines(name)
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [question, cites, words = ''] = line.split(' |').map((part) => part.trim())
      const follows = question!.startsWith('>')
      const anywhere = cites!.startsWith('~')
      return {
        question: question!.replace(/^> */, ''),
        follows,
        kind: cites === '-' ? 'decline' : cites === '?' ? 'ask-back' : 'answer',
        groups:
          cites === '-' || cites === '?'
            ? []
            : cites!
                .replace('~', '')
                .split('+')
                .map((group) => group.split('/')),
        anywhere,
        words: words.split(';').filter((word) => word !== ''),
      }
    })
}

/** An archive in memory that has read the articles, and the desk that asks. */
export async function openWritten() {
  const archive = await openArchive(':memory:')
  const { desk } = await archive.desks.of({ platform: 'test', chat: 'questions' }, TODAY.toISOString())
  const articles = readArticles()
  for (const { text, source, publishedAt } of articles)
    await archive.articles.save(
      desk,
      { text, source, publishedAt, receivedAt: `${publishedAt}T18:00:00Z` },
      analyze(text, { publishedAt }),
    )
  return { archive, desk, articles }
}

export interface Judged {
  question: string
  kind: Expected['kind']
  right: boolean
  /** What was wrong, and what came. */
  miss: string
}

/** Asks every question of a file and judges the answers. */
export async function judge(name: string): Promise<Judged[]> {
  const { archive, desk, articles } = await openWritten()
  const judged: Judged[] = []
  let before: Kept | undefined
  for (const expected of readQuestions(name)) {
    const asked = { now: TODAY, timeZone: READER.timeZone }
    const { answer, kept } = await ask(archive, desk, expected.question, asked, expected.follows ? before : undefined)
    before = kept
    const wrong = wrongIn(expected, answer, sayAnswer(READER, answer), articles)
    judged.push({
      question: expected.question,
      kind: expected.kind,
      right: wrong === undefined,
      miss: wrong === undefined ? '' : `${wrong}; came ${cameFrom(answer, articles)}`,
    })
  }
  await archive.close()
  return judged
}

/** The line of an article as it is written down that a cited sentence covers: `7.1`. */
function citation(articles: readonly Written[], article: number, text: string): string {
  const written = articles[article - 1]!
  const at = written.text.indexOf(text)
  const line = written.lines.findIndex(({ start, end }) => at >= start && at < end)
  return `${article}.${line + 1}`
}

const citationsOf = (answer: Answer, articles: readonly Written[]) =>
  linesOf(answer).map((line) => citation(articles, line.article.id, line.text))

function wrongIn(
  { kind, groups, anywhere, words }: Expected,
  answer: Answer,
  reply: Reply,
  articles: readonly Written[],
): string | undefined {
  if (kind === 'decline') return isAnswered(answer) ? 'answered what the articles do not say' : undefined
  if (kind === 'ask-back' && answer.kind !== 'ambiguous') return 'did not ask who is meant'
  if (kind === 'answer') {
    if (!isAnswered(answer)) return 'not answered'
    const cited = citationsOf(answer, articles)
    const looked = anywhere ? cited : cited.slice(0, 1)
    const missing = groups.find((group) => !group.some((wanted) => looked.includes(wanted)))
    if (missing) return `${missing.join('/')} not cited`
  }
  const said = plainWords(reply)
  const unsaid = words.filter((word) => !said.includes(word))
  return unsaid.length > 0 ? `«${unsaid.join('», «')}» not said` : undefined
}

function cameFrom(answer: Answer, articles: readonly Written[]): string {
  const cited = citationsOf(answer, articles)
  return `${answer.kind}${cited.length > 0 ? ` ${cited.slice(0, 5).join(' ')}` : ''}`
}

/** Every word of a reply, citations left out: what an answer says must not be right only by its source. */
function plainWords(reply: Reply): string {
  return reply.blocks
    .map((block) => {
      switch (block.kind) {
        case 'points':
          return block.items.map((item) => textOf(item.text)).join('\n')
        case 'choices':
          return block.choices.map((choice) => choice.label).join(' ')
        case 'picture':
        case 'file':
          return ''
        default:
          return textOf(block.text)
      }
    })
    .join('\n')
}

/** How many of some judged questions are right, in all and by what was expected. */
export function tally(judged: readonly Judged[]) {
  const count = (wanted: (one: Judged) => boolean) => {
    const own = judged.filter(wanted)
    return { right: own.filter((one) => one.right).length, of: own.length }
  }
  return {
    all: count(() => true),
    answerable: count((one) => one.kind !== 'decline'),
    unanswerable: count((one) => one.kind === 'decline'),
  }
}
