/** In a group what concerns everybody is for its administrators; everything else is for all. */
import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openDesk, wordsOf } from './desk.ts'

const ARTICLE = readFileSync(new URL('../articles/summit.txt', import.meta.url), 'utf8')
const REFUSED = 'فهو لمشرفيها وحدهم'

let desk: Awaited<ReturnType<typeof openDesk>>
let asked: number
beforeEach(async () => {
  desk = await openDesk()
  asked = 0
})
afterEach(() => desk.close())

function member(decides: boolean) {
  const origin = {
    platform: 'telegram',
    chat: '-100',
    sender: decides ? 'lead' : 'passer-by',
    receivedAt: '2023-09-20T09:00:00.000Z',
    decides: async () => {
      asked += 1
      return decides
    },
  }
  const words = async (incoming: Parameters<typeof desk.receive>[0]) =>
    (await desk.receive(incoming)).map(wordsOf).join('\n')
  return {
    say: (text: string) => words({ ...origin, kind: 'message', text, links: [] }),
    command: (command: string, argument = '') => words({ ...origin, kind: 'command', command, argument }),
    press: (action: string) => words({ ...origin, kind: 'choice', action }),
  }
}

it('lets every member forward and ask, without asking the platform who they are', async () => {
  const passerBy = member(false)
  expect(await passerBy.say(ARTICLE)).not.toContain(REFUSED)
  expect(await passerBy.say('من هو تميم بن حمد آل ثاني؟')).toContain('أمير قطر')
  expect(await passerBy.command('desk')).toContain('مقال واحد')
  expect(await passerBy.press('forget:no')).toContain('لم يُمح شيء')
  expect(asked).toBe(0)
})

it('lets no passer-by erase, invite, join, leave, rename or change roles, by word, command or old button', async () => {
  const [lead, passerBy] = [member(true), member(false)]
  await lead.say(ARTICLE)
  for (const refused of [
    await passerBy.say('انس'),
    await passerBy.say('دعوة'),
    await passerBy.say('انضم ABCDE-FGHJK'),
    await passerBy.command('forget'),
    await passerBy.command('invite', 'editor'),
    await passerBy.command('leave'),
    await passerBy.command('desk', 'اسم آخر'),
    await passerBy.press('forget:alone'),
    await passerBy.press('invite:editor'),
    await passerBy.press('leave:yes'),
    await passerBy.press('role:owner:0123456789abcdef'),
    await passerBy.press('remove:0123456789abcdef'),
  ])
    expect(refused).toContain(REFUSED)
  expect(await lead.say('مكتبي')).toContain('مقال واحد')
})

it('lets an administrator do all of it', async () => {
  const lead = member(true)
  await lead.say(ARTICLE)
  expect(await lead.command('invite', 'editor')).toMatch(/انضم [0-9A-Z]{5}-/)
  expect(await lead.press('forget:alone')).toContain('مُحي كل ما حُفظ')
  expect(await lead.say('مكتبي')).not.toContain('مقال واحد')
})
