import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Archive, openArchive } from '../../src/archive/archive.ts'
import { type Delivered, deliverDue } from '../../src/delivery/delivery.ts'
import { temporaryFolder } from '../archive/desk.ts'

let archive: Archive
let now: Date
let sent: string[]
let gaveUp: string[]
let answer: (chat: string) => Delivered

beforeEach(async () => {
  archive = await openArchive(':memory:')
  now = new Date('2023-09-20T07:00:00Z')
  sent = []
  gaveUp = []
  answer = () => ({ ok: true })
})
afterEach(() => archive.close())

const put = (id: string, chat = 'c1') =>
  archive.outbox.put({ desk: 'd1', id, platform: 'test', chat, reply: '{}' }, now.toISOString())
const round = () =>
  deliverDue({
    outbox: archive.outbox,
    now: () => now,
    deliver: async ({ chat, id }) => {
      sent.push(`${chat} ${id}`)
      return answer(chat)
    },
    gaveUp: async (_, reason) => void gaveUp.push(reason),
  })
const later = (milliseconds: number) => {
  now = new Date(now.getTime() + milliseconds)
}

describe('delivery', () => {
  it('brings each parcel once, however often it was put in', async () => {
    await put('digest:1')
    await put('digest:1')
    expect(await round()).toBe(1)
    await put('digest:1')
    later(86_400_000)
    expect(await round()).toBe(0)
    expect(sent).toEqual(['c1 digest:1'])
  })

  it('brings each parcel once, though two programs share the archive', async () => {
    for (const id of ['a', 'b', 'c']) await put(id)
    await put('d', 'c2')
    expect(await Promise.all([round(), round()]).then(([one, other]) => one! + other!)).toBe(4)
    expect(sent.toSorted()).toEqual(['c1 a', 'c1 b', 'c1 c', 'c2 d'])
  })

  it('brings what a program that was killed had taken up', async () => {
    await put('a')
    const [parcel] = await archive.outbox.due(now.toISOString(), 1)
    const until = new Date(now.getTime() + 120_000).toISOString()
    expect(await archive.outbox.claim(parcel!, now.toISOString(), until)).toBe(true)
    expect(await archive.outbox.claim(parcel!, now.toISOString(), until)).toBe(false)
    expect(await round()).toBe(0)
    later(121_000)
    expect(await round()).toBe(1)
  })

  it('tries again after a passing failure, with growing pauses', async () => {
    answer = () => ({ ok: false, permanent: false, reason: 'no network' })
    await put('a')
    const tries: number[] = []
    for (let second = 0; second < 120; second++) {
      const before = sent.length
      await round()
      if (sent.length > before) tries.push(second)
      later(1000)
    }
    expect(tries.length).toBeGreaterThanOrEqual(4)
    const pauses = tries.slice(1).map((at, i) => at - tries[i]!)
    expect([...pauses].sort((a, b) => a - b)).toEqual(pauses)
    answer = () => ({ ok: true })
    later(3_600_000)
    expect(await round()).toBe(1)
  })

  it('waits as long as the platform says', async () => {
    answer = () => ({ ok: false, permanent: false, reason: 'flood', retryAfter: 60_000 })
    await put('a')
    await round()
    later(59_000)
    await round()
    expect(sent).toHaveLength(1)
    later(20_000)
    await round()
    expect(sent).toHaveLength(2)
  })

  it('gives up what can never arrive, and says so once', async () => {
    answer = () => ({ ok: false, permanent: true, reason: 'blocked' })
    await put('a')
    await round()
    later(86_400_000)
    await round()
    expect(sent).toHaveLength(1)
    expect(gaveUp).toEqual(['blocked'])
  })

  it('keeps the order of a chat, also while what comes first waits for its next try, and lets no chat hold up another', async () => {
    await put('1')
    later(1)
    await put('2')
    await put('x', 'c2')
    answer = (chat) => (chat === 'c1' ? { ok: false, permanent: false, reason: 'slow' } : { ok: true })
    await round()
    expect([...sent].sort()).toEqual(['c1 1', 'c2 x'])
    // Long before the first is due again, something new comes for both chats.
    answer = () => ({ ok: true })
    later(1000)
    await put('3')
    await put('y', 'c2')
    sent = []
    await round()
    expect(sent).toEqual(['c2 y'])
    later(60_000)
    sent = []
    await round()
    expect(sent).toEqual(['c1 1', 'c1 2', 'c1 3'])
  })

  it('goes on with what comes behind when something can never arrive', async () => {
    answer = () => ({ ok: false, permanent: true, reason: 'too long' })
    await put('1')
    await round()
    answer = () => ({ ok: true })
    await put('2')
    await round()
    expect(sent).toEqual(['c1 1', 'c1 2'])
  })

  it('is not held up by many chats that cannot be reached', async () => {
    answer = (chat) => (chat === 'well' ? { ok: true } : { ok: false, permanent: false, reason: 'down' })
    for (let chat = 0; chat < 130; chat++) await put('1', `c${chat}`)
    await put('1', 'well')
    await round()
    await round()
    expect(sent).toContain('well 1')
  })

  it('serves several chats at the same time', async () => {
    let under = 0
    let most = 0
    for (let chat = 0; chat < 20; chat++) await put('1', `c${chat}`)
    await deliverDue({
      outbox: archive.outbox,
      now: () => now,
      deliver: async () => {
        most = Math.max(most, ++under)
        await new Promise((resolve) => setTimeout(resolve, 5))
        under--
        return { ok: true }
      },
      gaveUp: async () => {},
    })
    expect(most).toBeGreaterThan(3)
    expect(most).toBeLessThan(20)
  })

  it('gives up after some days of tries', async () => {
    answer = () => ({ ok: false, permanent: false, reason: 'no network' })
    await put('a')
    const first = now.getTime()
    while (gaveUp.length === 0 && now.getTime() - first < 30 * 86_400_000) {
      await round()
      later(3_600_000)
    }
    const days = (now.getTime() - first) / 86_400_000
    expect(days).toBeGreaterThan(2)
    expect(days).toBeLessThan(10)
    expect(gaveUp).toEqual(['no network'])
  })

  it('goes on where it was when the program starts again', async () => {
    const { folder, remove } = temporaryFolder()
    try {
      await archive.close()
      archive = await openArchive(folder)
      await put('arrived')
      await round()
      await put('waiting')
      answer = () => ({ ok: false, permanent: false, reason: 'no network' })
      await round()
      await archive.close()
      archive = await openArchive(folder)
      await put('arrived')
      answer = () => ({ ok: true })
      sent = []
      later(60_000)
      expect(await round()).toBe(1)
      expect(sent).toEqual(['c1 waiting'])
    } finally {
      await archive.close()
      remove()
      archive = await openArchive(':memory:')
    }
  })
})
