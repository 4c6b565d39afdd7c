/** What one desk gives another: whole, with its sources, and whatever is done to the file on the way. */
import { readFileSync } from 'node:fs'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Reply } from '../../src/bot/reply.ts'
import { ArticleLine, Header } from '../../src/exchange/desk-file.ts'
import { importDesk } from '../../src/exchange/import.ts'
import { openDesk, wordsOf } from '../bot/desk.ts'

const article = (name: string) => readFileSync(new URL(`../articles/${name}.txt`, import.meta.url), 'utf8')

let ours: Awaited<ReturnType<typeof openDesk>>
let theirs: Awaited<ReturnType<typeof openDesk>>
beforeEach(async () => {
  ours = await openDesk()
  theirs = await openDesk()
})
afterEach(() => Promise.all([ours.close(), theirs.close()]))

const at = (desk: typeof ours, chat = 'c1') => ({
  platform: 'test',
  chat,
  sender: 'u1',
  receivedAt: desk.means.now().toISOString(),
})

/** What a desk exports: the reply, and the lines of the file in it. */
async function exported(desk: typeof ours, argument = ''): Promise<{ words: string; lines: string[]; bytes: Buffer }> {
  const [reply] = await desk.receive({ ...at(desk), kind: 'command', command: 'export', argument })
  const file = reply!.blocks.find((block) => block.kind === 'file')
  const bytes = Buffer.from(file?.data ?? '', 'base64')
  const lines = file ? gunzipSync(bytes).toString('utf8').trimEnd().split('\n') : []
  return { words: wordsOf(reply as Reply), lines, bytes }
}

async function send(desk: typeof ours, bytes: Uint8Array, name = 'marsad.jsonl.gz'): Promise<string> {
  const file = { name, size: bytes.length, read: async () => bytes }
  const replies = await desk.receive({ ...at(desk), kind: 'message', text: '', links: [], file })
  return replies.map(wordsOf).join('\n')
}

describe('a desk that is exported and imported', () => {
  it('answers as the first one does, and says by whom each source was given', async () => {
    await theirs.say('مكتبي غرفة الساحل')
    await theirs.say(article('summit'), {
      forwardedFrom: { name: 'الصباح', date: '2023-03-12T08:00:00Z', url: 'https://t.me/assabah/7' },
    })
    await theirs.say(article('bombing'))
    const { words, bytes } = await exported(theirs)
    expect(words).toContain('مقالان في هذا الملف.')
    expect(await send(ours, bytes)).toBe('دخل مقالان. من مكتب «غرفة الساحل».')
    expect(await ours.say('من هو تميم بن حمد آل ثاني؟')).toContain(
      '(الصباح (عن مكتب غرفة الساحل)، 12 مارس 2023، الجملة',
    )
    // A second time nothing comes in twice.
    expect(await send(ours, bytes)).toBe('لم يدخل أي مقال جديد. من مكتب «غرفة الساحل». مقالان كانا في مكتبك من قبل.')
  })

  it('gives what its documentation says, a line each', async () => {
    await theirs.say(article('summit'))
    const { lines } = await exported(theirs)
    expect(Header.strict().parse(JSON.parse(lines[0]!))).toMatchObject({
      format: 'marsad-desk',
      version: 1,
      articles: 1,
    })
    const line = ArticleLine.strict().parse(JSON.parse(lines[1]!))
    expect(line.text).toBe(article('summit'))
    expect(line.analysis).toMatchObject({ version: 1, entities: expect.any(Array) })
    expect(lines[1]).not.toContain('"article":{')
  })

  it('gives the articles of one actor alone where one is named', async () => {
    await theirs.say(article('summit'))
    await theirs.say(article('bombing'))
    const { lines } = await exported(theirs, 'قطر')
    expect(JSON.parse(lines[0]!)).toMatchObject({ about: 'قطر', articles: lines.length - 1 })
    expect(lines.slice(1).map((line) => (JSON.parse(line) as ArticleLine).text)).toEqual([article('summit')])
    expect((await exported(theirs, 'سقراط')).words).toContain('لا أجد «سقراط»')
  })

  it('reads the article itself: what the file says was read in it is not believed', async () => {
    await theirs.say(article('summit'))
    const { lines } = await exported(theirs)
    const line = JSON.parse(lines[1]!) as ArticleLine
    const forged = {
      ...line,
      analysis: { version: 1, entities: [{ id: 'x', name: 'دولة لا وجود لها', mentions: [] }] },
    }
    await send(ours, Buffer.from([lines[0], JSON.stringify(forged)].join('\n')), 'marsad.jsonl')
    expect(await ours.say('ماذا نعرف عن دولة لا وجود لها؟')).not.toContain('من يظهر معه')
    expect(await ours.say('من هو تميم بن حمد آل ثاني؟')).toContain('أمير قطر')
  })

  it('comes in but for the lines with a fault, each of which is told', async () => {
    await theirs.say(article('summit'))
    const { lines } = await exported(theirs)
    const broken = [
      lines[0],
      '{"text": "مقطوع',
      JSON.stringify({ text: 'بلا تاريخ' }),
      lines[1],
      JSON.stringify({ text: 'An English text, which is not read here.', receivedAt: '2023-01-01' }),
      JSON.stringify({ text: 'نص', url: 'javascript:alert(1)', receivedAt: '2023-01-01' }),
    ]
    const said = await send(ours, Buffer.from(broken.join('\r\n')), 'from-elsewhere.jsonl')
    expect(said).toContain('دخل مقال واحد.')
    for (const fault of [
      'السطر 2: ليس JSON سليما.',
      'السطر 3: ليس مقالا',
      'السطر 5: نصه ليس بالعربية.',
      'السطر 6: ليس مقالا',
    ])
      expect(said).toContain(fault)
  })

  it('is refused, with the reason, where it is no desk', async () => {
    expect(await send(ours, Buffer.from('{"a":1}\n'), 'other.jsonl')).toContain('سطره الأول لا يقول ذلك')
    const newer = JSON.stringify({
      format: 'marsad-desk',
      version: 99,
      exportedAt: '2023-01-01T00:00:00Z',
      articles: 0,
    })
    expect(await send(ours, Buffer.from(newer), 'newer.jsonl')).toContain('من إصدار أحدث')
    expect(await send(ours, gzipSync('x').subarray(0, 12))).toContain('تعذر فتح')
    // What unpacks to more than there is room for is not unpacked.
    expect(await send(ours, gzipSync(Buffer.alloc(300 * 1024 * 1024)))).toContain('تعذر فتح')
  })

  it('is given by owners alone, and taken by whoever may add articles', async () => {
    await theirs.say(article('summit'))
    const { bytes } = await exported(theirs)
    const member = await ours.archive.desks.of({ platform: 'test', chat: 'c1' }, '2023-09-20T09:00:00Z')
    const other = { platform: 'test', chat: 'c2' }
    await ours.archive.desks.of(other, '2023-09-20T09:00:00Z')
    const { code } = await ours.archive.invitations.write(member, 'reader', new Date('2023-09-20T09:00:00Z'))
    await ours.archive.invitations.accept(code.replace('-', ''), other, '2023-09-20T09:00:00Z')
    const guest = async (command: string) =>
      (await ours.receive({ ...at(ours, 'c2'), kind: 'command', command, argument: '' })).map(wordsOf).join('\n')
    expect(await guest('export')).toContain('لمالك المكتب وحده')
    const file = { name: 'marsad.jsonl.gz', read: async () => bytes }
    const [refusal] = await ours.receive({ ...at(ours, 'c2'), kind: 'message', text: '', links: [], file })
    expect(wordsOf(refusal!)).toContain('أنت في هذا المكتب قارئ')
    expect(await ours.archive.articles.count(member.desk)).toBe(0)
  })

  it('goes on where an import was broken off', async () => {
    for (const name of ['summit', 'bombing', 'protest']) await theirs.say(article(name))
    const { lines } = await exported(theirs)
    const { desk } = await ours.archive.desks.of({ platform: 'test', chat: 'c1' }, '2023-09-20T09:00:00Z')
    const half = Buffer.from(lines.slice(0, 3).join('\n'))
    expect(await importDesk(ours.archive, desk, half)).toMatchObject({ ok: true, taken: 2, known: 0 })
    expect(await importDesk(ours.archive, desk, Buffer.from(lines.join('\n')))).toMatchObject({ taken: 1, known: 2 })
  })
})
