import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Reply } from '../../src/bot/reply.ts'
import { openDesk, wordsOf } from './desk.ts'

const ARTICLES = [
  {
    name: 'ميناء نيوز',
    date: '2024-03-04T10:00:00Z',
    text: 'انفجر صهريج وقود في ميناء رادس التونسي فجر الاثنين، فقتل خمسة عمال وجرح تسعة. وقال وزير النقل التونسي كمال الرويسي إن التحقيق بدأ في أسباب الحادث. ودعا الرويسي إلى مراجعة إجراءات السلامة في الموانئ.',
  },
  {
    name: 'الساحل اليوم',
    date: '2024-03-05T10:00:00Z',
    text: 'أعلنت وزارة الصحة التونسية أن حصيلة انفجار ميناء رادس ارتفعت إلى سبعة قتلى. وزار وزير النقل كمال الرويسي الجرحى في المستشفى، وتعهد بتعويض عائلات الضحايا.',
  },
  {
    name: 'ميناء نيوز',
    date: '2024-03-20T10:00:00Z',
    text: 'استقبل وزير النقل التونسي كمال الرويسي في العاصمة نظيره الجزائري سعيد بركان. واتفق الوزيران على إعادة فتح خط القطار بين تونس وعنابة. وأكد الرويسي أن الخط سيعود إلى العمل في الصيف.',
  },
  {
    name: 'الساحل اليوم',
    date: '2024-04-02T10:00:00Z',
    text: 'اتهمت نقابة عمال الموانئ الحكومة بإهمال السلامة. ورفض وزير النقل كمال الرويسي الاتهام، وقال إن الوزارة أنفقت عشرين مليون دينار على تجهيزات الإطفاء. وهددت النقابة بالإضراب.',
  },
] as const

let desk: Awaited<ReturnType<typeof openDesk>>
beforeAll(async () => {
  desk = await openDesk()
  desk.setNow('2024-04-10T09:00:00Z')
  for (const { name, date, text } of ARTICLES) await desk.say(text, { forwardedFrom: { name, date } })
})
afterAll(() => desk.close())

const buttonsOf = (reply: Reply) => reply.blocks.flatMap((block) => (block.kind === 'choices' ? block.choices : []))
const receive = async (text: string, more: { chat?: string; sender?: string } = {}) =>
  (
    await desk.receive({
      ...{ platform: 'test', chat: 'c1', sender: 'u1', kind: 'message', text, links: [] },
      receivedAt: '2024-04-10T09:00:00Z',
      ...more,
    })
  )[0]!

describe('a fact that is asked for', () => {
  it('comes first, then the sentence that says it', async () => {
    const [lead, line] = (await desk.say('متى انفجر الصهريج؟')).split('\n')
    expect(lead).toBe('الاثنين 4 مارس 2024.')
    expect(line).toContain('(ميناء نيوز، 4 مارس 2024، الجملة 1)')
  })

  it('is told in its versions where sources differ, the later first', async () => {
    const [lead] = (await desk.say('كم قتيلا في انفجار ميناء رادس؟')).split('\n')
    expect(lead).toMatch(
      /^روايتان: سبعة قتلى \(وزارة الصحة التونسية، 5 مارس 2024\) · خمسة عمال \(ميناء نيوز، 4 مارس 2024\)$/,
    )
  })

  it('is denied honestly, with what comes nearest', async () => {
    const reply = await desk.say('هل زار كمال الرويسي باريس؟')
    expect(reply).toMatch(/^لا تذكر مقالات مكتبك أن ذلك وقع\.\nأقرب ما فيها:\n/)
    expect(reply).toContain('الرويسي')
    expect(await desk.say('ماذا حدث في رادس في جانفي 2024؟')).toMatch(
      /المدة المسؤول عنها: من 1 جانفي إلى 31 جانفي 2024/,
    )
  })
})

describe('a follow-up', () => {
  it('takes up the last question of the same person for an hour', async () => {
    await receive('من استقبل سعيد بركان؟')
    expect(wordsOf(await receive('ومتى؟', { sender: 'u2' }))).not.toContain('20 مارس')
    expect(wordsOf(await receive('ومتى؟', { chat: 'c2' }))).not.toContain('20 مارس')
    expect(wordsOf(await receive('ومتى؟'))).toContain('20 مارس')
    await receive('من استقبل سعيد بركان؟')
    desk.setNow('2024-04-10T10:00:01Z')
    expect(wordsOf(await receive('ومتى؟'))).not.toContain('20 مارس')
    desk.setNow('2024-04-10T09:00:00Z')
  })

  it('knows nothing once the desk is forgotten', async () => {
    const own = { chat: 'forgetful' }
    await desk.say(ARTICLES[2].text, { ...own, forwardedFrom: { name: 'ميناء نيوز', date: ARTICLES[2].date } })
    await desk.say('من استقبل سعيد بركان؟', own)
    await desk.press('forget:alone', own.chat)
    const { desk: id } = await desk.archive.desks.of({ platform: 'test', chat: own.chat }, '2024-04-10T09:00:00Z')
    const asker = { desk: id, platform: 'test', chat: own.chat, sender: 'u1' }
    expect(await desk.archive.asked.last(asker, '2000-01-01')).toBeUndefined()
  })
})

describe('a profile', () => {
  it('is short, with buttons for the rest that work after a restart', async () => {
    const reply = await receive('من هو كمال الرويسي؟')
    const words = wordsOf(reply)
    expect(words).toMatch(/^كمال الرويسي\nوزير النقل التونسي \(في مقالات مكتبك: من 4 مارس إلى 2 أفريل 2024\)/)
    const again = await openDesk({ archive: desk.archive })
    for (const [label, told] of [
      ['أفعاله وما وقع له', 'استقبل وزير النقل التونسي كمال الرويسي'],
      ['أقواله', 'الوزارة أنفقت عشرين مليون دينار'],
      ['من يظهر معه', 'سعيد بركان'],
      ['كم مرة ذُكر', 'مارس 2024'],
    ] as const) {
      const button = buttonsOf(reply).find((choice) => choice.label === label)
      expect(button, label).toBeDefined()
      expect(button!.action.length).toBeLessThanOrEqual(48)
      expect(await again.press(button!.action), label).toContain(told)
    }
  })

  it('has pages, each with the button of the next', async () => {
    const { archive } = desk
    const { desk: id } = await archive.desks.of({ platform: 'test', chat: 'c1' }, '2024-04-10T09:00:00Z')
    const [tunisia] = await archive.actors.find(id, 'كمال الرويسي')
    for (const action of [`deeds:${tunisia!.number}:99`, `says:${tunisia!.number}:2`])
      expect(await desk.press(action)).not.toContain('[التالي]')
    for (const action of ['deeds:999999', 'says:x', `deeds:${tunisia!.number}:0`, `often:${tunisia!.number}:1.5`])
      expect(await desk.press(action)).toContain('لم يعد هذا الزر صالحا')
  })

  it('is offered for a name that is a letter off, and says so', async () => {
    expect(await desk.say('من هو كمال الرويصي؟')).toContain('لم أجد «كمال الرويصي»؛ هذا أقرب اسم إليه في مقالات مكتبك.')
  })
})

it('says in how many articles others were counted, of an actor that has more', async () => {
  const { actors } = desk.archive
  const [minister] = await actors.find((await desk.archive.desks.all())[0]!.desk, 'كمال الرويسي')
  expect(await desk.press(`beside:${minister!.number}:1`)).not.toContain('عُدّ هذا')
  const get = actors.get
  actors.get = async (...of) => {
    const actor = await get(...of)
    return actor && { ...actor, articles: 40_000 }
  }
  const page = await desk.press(`beside:${minister!.number}:1`)
  actors.get = get
  expect(page).toContain('تونس')
  expect(page).toMatch(/عُدّ هذا في آخر 1.?000 مقال ورد فيها/)
})
