/** What happens to an archive from outside: killed, shared, on a full disk, damaged. The programs run as people run them. */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openArchive } from '../../src/archive/archive.ts'
import { failureOf } from '../../src/archive/failure.ts'
import { temporaryFolder } from './desk.ts'

const project = fileURLToPath(new URL('../../', import.meta.url))
let folder: string
let remove: () => void
beforeEach(() => {
  ;({ folder, remove } = temporaryFolder())
})
afterEach(() => remove())

const article = (n: number) =>
  `أعلنت وزارة الداخلية الجزائرية توقيف ${n} أشخاص في ولاية تبسة بتهمة تهريب الوقود. وقال الناطق باسمها إن التحقيق مستمر في البلاغ رقم ${n}.`

/** Starts a program of ours in the project, through a shell, so that its files may be bounded; what it prints, line by line. */
function start(command: string, environment: Record<string, string> = {}, before = '') {
  const child = spawn('sh', ['-c', `${before} exec ${command}`], {
    cwd: project,
    env: { ...process.env, NODE: process.execPath, DATA: folder, LOG_LEVEL: 'silent', ...environment },
  })
  let [out, error] = ['', '']
  child.stdout.on('data', (chunk) => {
    out += chunk
  })
  child.stderr.on('data', (chunk) => {
    error += chunk
  })
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve))
  const texts = () =>
    out
      .split('\n')
      .slice(0, -1)
      .map((line) => (JSON.parse(line) as { text: string }).text)
  return { child, ended, texts, error: () => error }
}

const CHAT = '"$NODE" --import ./src/compile-cache.js src/command-line/chat.ts --jsonl --data "$DATA"'
const send = (child: ChildProcess, ...texts: string[]) => {
  for (const text of texts) child.stdin!.write(`${JSON.stringify({ chat: 'c1', sender: 'u1', text })}\n`)
}

/** The articles of all desks that are whole, after SQLite has looked whether the file is. */
function wholeArticles(): number {
  const database = new DatabaseSync(join(folder, 'marsad.sqlite'))
  expect(database.prepare('PRAGMA integrity_check').all()).toEqual([{ integrity_check: 'ok' }])
  const { n } = database.prepare('SELECT count(*) AS n FROM articles').get() as { n: number }
  // Of each article there is all or nothing.
  for (const table of ['outlines', 'passages', 'appearances', 'signatures']) {
    const rows = database.prepare(`SELECT count(DISTINCT article) AS n FROM ${table}`).get()
    expect(rows).toEqual({ n })
  }
  database.close()
  return n
}

describe('an archive', () => {
  it('has all that was answered, and nothing in part, when its program is killed', async () => {
    const { child, ended, texts } = start(CHAT)
    send(child, ...Array.from({ length: 60 }, (_, n) => article(n + 3)))
    while (texts().length < 5) await new Promise((resolve) => setTimeout(resolve, 5))
    child.kill('SIGKILL')
    await ended
    const answered = texts().length
    expect(answered).toBeLessThan(60)
    expect(wholeArticles()).toBeGreaterThanOrEqual(answered)
  }, 30_000)

  it('takes what two programs store at once', async () => {
    await (await openArchive(folder)).close()
    const programs = [0, 1].map((which) => {
      const program = start(CHAT)
      send(program.child, ...Array.from({ length: 25 }, (_, n) => article(100 * (which + 1) + n)))
      program.child.stdin.end()
      return program
    })
    expect(await Promise.all(programs.map(({ ended }) => ended))).toEqual([0, 0])
    for (const { texts } of programs) {
      expect(texts()).toHaveLength(25)
      for (const text of texts()) expect(text).toContain('الجزائرية')
    }
    expect(wholeArticles()).toBe(50)
  }, 60_000)

  it('says that the disk is full, goes on answering, and takes articles again when there is room', async () => {
    const first = start(CHAT)
    send(first.child, article(3))
    first.child.stdin.end()
    await first.ended
    // No file may grow beyond so many blocks of 512 bytes.
    const { child, ended, texts } = start(CHAT, {}, 'ulimit -f 700;')
    send(
      child,
      ...Array.from({ length: 30 }, (_, n) => article(n + 10)),
      'من هي وزارة الداخلية الجزائرية؟',
      'ابحث تبسة',
    )
    child.stdin.end()
    expect(await ended).toBe(0)
    const answers = texts()
    const kept = answers.slice(0, 30).filter((text) => !text.includes('امتلأ قرص الخادم'))
    expect(kept.length).toBeLessThan(30)
    expect(answers[30]).toContain('وزارة الداخلية')
    expect(answers[31]).toContain('تبسة')
    expect(wholeArticles()).toBe(1 + kept.length)
    const later = start(CHAT)
    send(later.child, article(99))
    later.child.stdin.end()
    await later.ended
    expect(wholeArticles()).toBe(2 + kept.length)
  }, 60_000)
})

describe('an archive that cannot be opened', () => {
  const damaged = () => writeFileSync(join(folder, 'marsad.sqlite'), 'not a database, only words '.repeat(400))

  it.each([
    [
      'a file where the folder should be',
      () => writeFileSync(join(folder, 'file'), ''),
      'file',
      'folder',
      'المطلوب مجلد',
    ],
    ['a damaged file', damaged, '.', 'corrupt', 'معطوب أو ليس أرشيفا'],
    ['a folder in place of the file', () => mkdirSync(join(folder, 'marsad.sqlite')), '.', 'readonly', 'لا يُسمح'],
  ])('is told in one line of the console: %s', async (_, prepare, place, failure, words) => {
    prepare()
    const data = join(folder, place)
    const error: unknown = await openArchive(data).catch((thrown) => thrown)
    expect(failureOf(error)).toBe(failure)
    const { ended, error: printed } = start('"$NODE" --import ./src/compile-cache.js src/main.ts', {
      MARSAD_DATA: data,
      PORT: '0',
    })
    expect(await ended).toBe(1)
    expect(printed()).toMatch(/^MARSAD_DATA: [^\n]+\n$/)
    expect(printed()).toContain(words)
    expect(printed()).toContain(data)
  })

  it('is no failure of ours to explain when it is something else', () => {
    expect(failureOf(new Error('?'))).toBeUndefined()
    expect(failureOf(Object.assign(new Error('?'), { code: 'ECONNRESET' }))).toBeUndefined()
    expect(failureOf('?')).toBeUndefined()
  })
})
