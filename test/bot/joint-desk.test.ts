/** Two chats that share a desk, on different platforms, from the invitation to the last one leaving. */
import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { INVITATION_LIFE } from '../../src/archive/invitations.ts'
import type { Reply } from '../../src/bot/reply.ts'
import { openDesk, wordsOf } from './desk.ts'

const article = (name: string) => readFileSync(new URL(`../articles/${name}.txt`, import.meta.url), 'utf8')
const START = '2023-09-20T09:00:00.000Z'

let desk: Awaited<ReturnType<typeof openDesk>>
beforeEach(async () => {
  desk = await openDesk()
  desk.setNow(START)
})
afterEach(() => desk.close())

/** Somebody in a chat of a platform, who types, and presses the last button of a label. */
function chatOn(platform: string, chat: string, chatName?: string) {
  let buttons: { label: string; action: string }[] = []
  const origin = () => ({
    platform,
    chat,
    sender: 'u1',
    receivedAt: desk.means.now().toISOString(),
    ...(chatName && { chatName }),
  })
  const take = (replies: Reply[]) => {
    buttons = [
      ...replies.flatMap((r) => r.blocks.flatMap((b) => (b.kind === 'choices' ? [...b.choices] : []))),
      ...buttons,
    ]
    return replies.map(wordsOf).join('\n')
  }
  return {
    say: async (text: string) => take(await desk.receive({ ...origin(), kind: 'message', text, links: [] })),
    command: async (command: string, argument = '') =>
      take(await desk.receive({ ...origin(), kind: 'command', command, argument })),
    press: async (label: string) => {
      const button = buttons.find((b) => b.label.includes(label))
      expect(button, `a button «${label}»`).toBeDefined()
      expect(button!.action.length).toBeLessThanOrEqual(48)
      return take(await desk.receive({ ...origin(), kind: 'choice', action: button!.action }))
    },
    /** What waits for this chat in the outbox. */
    told: async () =>
      (await desk.archive.outbox.due(desk.means.now().toISOString(), 50))
        .filter((parcel) => parcel.platform === platform && parcel.chat === chat)
        .map((parcel) => wordsOf(JSON.parse(parcel.reply) as Reply)),
  }
}
type Someone = ReturnType<typeof chatOn>

const codeIn = (words: string) => /انضم ([0-9A-Z]{5}-[0-9A-Z]{5})/.exec(words)![1]!

async function bring(owner: Someone, guest: Someone, role: 'محررا' | 'قارئا'): Promise<string> {
  await owner.say('مكتبي')
  const invitation = await owner.press(`ادع ${role}`)
  expect(await guest.say(`انضم ${codeIn(invitation)}`)).toContain('أتنضم؟')
  return guest.press('أنضم')
}

describe('a joint desk', () => {
  it('answers each of its chats from what any of them forwarded, whatever the platform', async () => {
    const owner = chatOn('telegram', 't1', 'غرفة الأخبار')
    const editor = chatOn('discord', 'd1')
    await owner.say(article('summit'))
    expect(await editor.say('ماذا نعرف عن قطر؟')).toContain('لم يقرأ مكتبك أي مقال بعد')
    expect(await bring(owner, editor, 'محررا')).toContain('صارت هذه المحادثة في المكتب.')
    expect(await editor.say('من هو تميم بن حمد آل ثاني؟')).toContain('أمير قطر')
    await editor.say(article('bombing'))
    expect(await owner.say('مكتبي')).toMatch(/مقالان · محادثتان · مالك/)
    expect(await owner.told()).toEqual(['انضمت محادثة إلى مكتبك: محادثة على ديسكورد، بدور محرر.'])
  })

  it('lets a reader ask but not add, and only owners invite, name and change roles', async () => {
    const owner = chatOn('telegram', 't1')
    const reader = chatOn('web', 'w1')
    await owner.say(article('summit'))
    await bring(owner, reader, 'قارئا')
    expect(await reader.say(article('bombing'))).toContain('قُرئ لك المقال ولم يُحفظ')
    expect(await reader.say('مكتبي')).toContain('مقال واحد')
    for (const command of ['invite', 'desk'])
      expect(await reader.command(command, 'editor')).toContain('لمالك المكتب وحده')
    await owner.say('مكتبي')
    await owner.press('الأعضاء والأدوار')
    await owner.press('اجعله محررا')
    expect(await reader.told()).toEqual(['صار دورك في المكتب: محرر.'])
    await reader.say(article('bombing'))
    expect(await owner.say('مكتبي')).toContain('مقالان')
  })

  it('takes an invitation once, not after a day, and not when it was revoked', async () => {
    const owner = chatOn('telegram', 't1')
    await owner.say('مكتبي')
    const used = codeIn(await owner.press('ادع محررا'))
    const guest = chatOn('web', 'w1')
    // Typed as people type it: small letters, an O for the zero, without the hyphen.
    const typed = used.toLowerCase().replaceAll('0', 'o').replace('-', ' ')
    await guest.say(`انضم ${typed}`)
    await guest.press('أنضم')
    expect(await chatOn('web', 'w2').say(`انضم ${used}`)).toContain('هذا الرمز غير صالح')

    const late = codeIn(await owner.press('ادع محررا'))
    desk.setNow(new Date(Date.parse(START) + INVITATION_LIFE).toISOString())
    expect(await chatOn('web', 'w3').say(`انضم ${late}`)).toContain('هذا الرمز غير صالح')

    const taken = codeIn(await owner.press('ادع محررا'))
    expect(await owner.press('ألغ الدعوات')).toBe('أُلغيت الدعوة القائمة.')
    expect(await chatOn('web', 'w4').say(`انضم ${taken}`)).toContain('هذا الرمز غير صالح')
  })

  it('gives one invitation to one of many who accept it at once', async () => {
    const owner = chatOn('telegram', 't1')
    await owner.say('مكتبي')
    const code = codeIn(await owner.press('ادع محررا'))
    const guests = Array.from({ length: 6 }, (_, n) => chatOn('web', `w${n}`))
    for (const guest of guests) await guest.say(`انضم ${code}`)
    const answers = await Promise.all(guests.map((guest) => guest.press('أنضم')))
    expect(answers.filter((words) => words.includes('صارت هذه المحادثة في المكتب'))).toHaveLength(1)
  })

  it('is left without anything taken along or left open, back to the desk of before', async () => {
    const owner = chatOn('telegram', 't1')
    const guest = chatOn('discord', 'd1')
    await guest.say(article('protest'))
    await owner.say(article('summit'))
    await bring(owner, guest, 'محررا')
    await guest.say(article('bombing'))
    await guest.say('مكتبي')
    await guest.press('غادر المكتب')
    await guest.press('غادر')
    expect(await guest.say('مكتبي')).toMatch(/مقال واحد · محادثة واحدة · مالك/)
    expect(await guest.say('من هو تميم بن حمد آل ثاني؟')).not.toContain('أمير قطر')
    // A button of the joint desk opens nothing of the own one.
    expect(await guest.press('التفاصيل')).toContain('هو من مكتب لم تعد هذه المحادثة فيه')
    expect(await owner.say('مكتبي')).toContain('مقالان')
    expect(await owner.told()).toContain('غادرت مكتبك محادثة: محادثة على ديسكورد.')
  })

  it('is not left without an owner, and an owner who hands it over begins anew', async () => {
    const owner = chatOn('telegram', 't1')
    const guest = chatOn('discord', 'd1')
    await owner.say(article('summit'))
    await bring(owner, guest, 'محررا')
    expect(await owner.say('غادر')).toContain('أنت المالك الوحيد')
    await owner.press('الأعضاء والأدوار')
    await owner.press('اجعله مالكا')
    await owner.say('غادر')
    expect(await owner.press('غادر')).toContain('عادت إلى مكتبها الخاص')
    expect(await owner.say('مكتبي')).toMatch(/لا مقالات بعد · محادثة واحدة · مالك/)
    expect(await guest.say('مكتبي')).toMatch(/مقال واحد · محادثة واحدة · مالك/)
    expect(await guest.say('غادر')).toContain('لم يبق في هذا المكتب غيرك')
  })

  it('removes a member, who is told and goes home', async () => {
    const owner = chatOn('telegram', 't1')
    const guest = chatOn('discord', 'd1')
    await owner.say(article('summit'))
    await bring(owner, guest, 'محررا')
    await owner.say('مكتبي')
    await owner.press('الأعضاء والأدوار')
    expect(await owner.press('أخرجه')).toContain('خرج محادثة على ديسكورد')
    expect(await guest.told()).toEqual([expect.stringContaining('أخرج مالك المكتب المشترك هذه المحادثة')])
    expect(await guest.say('مكتبي')).toContain('لا مقالات بعد')
    // A second press of the same button does no harm.
    expect(await owner.press('أخرجه')).toContain('لم يعد هذا العضو في المكتب')
  })

  it('sends nothing of itself any more to who has left', async () => {
    const owner = chatOn('telegram', 't1')
    const guest = chatOn('discord', 'd1')
    await bring(owner, guest, 'محررا')
    const { desk: joint } = await desk.archive.desks.of({ platform: 'discord', chat: 'd1' }, START)
    await desk.archive.outbox.put(
      { desk: joint, id: 'digest:2023-09-20', platform: 'discord', chat: 'd1', reply: '{"language":"ar","blocks":[]}' },
      START,
    )
    expect(await guest.told()).toHaveLength(1)
    await guest.say('غادر')
    await guest.press('غادر')
    expect(await guest.told()).toEqual([])
  })

  it('is erased for all only by an owner who is told so; a guest erases its own', async () => {
    const owner = chatOn('telegram', 't1')
    const guest = chatOn('discord', 'd1')
    await guest.say(article('protest'))
    await owner.say(article('summit'))
    await bring(owner, guest, 'محررا')
    expect(await guest.say('انس')).toContain('أما ما أعطته له من مقالات فيبقى فيه')
    await guest.press('امح كل شيء')
    expect(await guest.say('مكتبي')).toMatch(/لا مقالات بعد · محادثة واحدة/)
    expect(await owner.say('مكتبي')).toMatch(/مقال واحد · محادثة واحدة/)

    await bring(owner, guest, 'محررا')
    expect(await owner.say('انس')).toContain('سيفقده كل من فيه')
    await owner.press('امح المكتب كله للجميع')
    expect(await owner.say('مكتبي')).toContain('لا مقالات بعد')
    expect(await guest.say('مكتبي')).toMatch(/لا مقالات بعد · محادثة واحدة/)
  })

  it('asks again when somebody came between the question and the press', async () => {
    const owner = chatOn('telegram', 't1')
    await owner.say(article('summit'))
    await owner.say('انس')
    await bring(owner, chatOn('discord', 'd1'), 'محررا')
    expect(await owner.press('امح كل شيء')).toContain('سيفقده كل من فيه')
    expect(await owner.say('مكتبي')).toContain('مقال واحد')
  })

  it('is named by its owner, and the name is what an invitation shows', async () => {
    const owner = chatOn('telegram', 't1')
    expect(await owner.say('مكتبي غرفة الساحل')).toBe('صار اسم المكتب «غرفة الساحل».')
    expect(await owner.command('desk', 'ا'.repeat(61))).toContain('أطول من 60 حرفا')
    const invitation = await owner.command('invite', 'reader')
    expect(await chatOn('web', 'w1').say(`انضم ${codeIn(invitation)}`)).toContain('«غرفة الساحل»')
  })

  it('takes no news that begins like a command for one', async () => {
    const owner = chatOn('telegram', 't1')
    for (const news of ['انضم الحزب إلى الائتلاف الحاكم', 'دعوة إلى الحوار في مالي', 'غادر الرئيس البلاد أمس'])
      expect(await owner.say(news)).not.toMatch(/الرمز|بأي دور|مكتب مشترك/)
  })

  it('sends each chat its digest at its own hour', async () => {
    const owner = chatOn('telegram', 't1')
    const guest = chatOn('discord', 'd1')
    await bring(owner, guest, 'محررا')
    await owner.say('موجز 07:00 الجزائر')
    await guest.say('موجز 08:30 القاهرة')
    const wanting = await desk.archive.desks.withDigest()
    expect(wanting.map(({ platform, digestAt, timeZone }) => [platform, digestAt, timeZone]).sort()).toEqual([
      ['discord', '08:30', 'Africa/Cairo'],
      ['telegram', '07:00', 'Africa/Algiers'],
    ])
  })
})
