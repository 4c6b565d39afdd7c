import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { putDueDigests } from '../../src/bot/daily.ts'
import { openDesk } from './desk.ts'

const read = (name: string) => readFileSync(new URL(`../articles/${name}.txt`, import.meta.url), 'utf8').trim()
const bombing = read('bombing')
const summit = read('summit')

let desk: Awaited<ReturnType<typeof openDesk>>
beforeEach(async () => {
  desk = await openDesk()
})
afterEach(async () => {
  expect(desk.logged).toEqual([])
  await desk.close()
})

describe('a forwarded article', () => {
  it('is answered with its brief, which names the source and when it was published', async () => {
    const brief = await desk.say(bombing, { forwardedFrom: { name: 'الصباح', date: '2023-09-20T07:00:00Z' } })
    expect(brief).toContain('مقتل 15 شخصا وإصابة عشرات في تفجير سيارة مفخخة شرقي بغداد')
    expect(brief).toContain('الصباح · نُشر في 20 سبتمبر 2023')
    expect(brief).toContain('حازم الربيعي')
    expect(brief).toContain('من يقول ماذا')
    expect(brief).toContain('أول مقال يصل إلى هذا المكتب.')
    expect(brief).toContain('[التفاصيل] [الفاعلون]')
  })

  it('tells what somebody makes ready for as to come, and not what something was done for', async () => {
    const told = await desk.say(
      'تفريق احتجاج في البصرة\n\nأطلقت الشرطة العراقية الغاز المسيل للدموع لتفريق المحتجين في البصرة صباحا. وقال محافظ البصرة أسعد العيداني إن الوضع هادئ. وأعلنت الحكومة أن وفدا تركيا يستعد لزيارة بغداد، وأن الطرق مفتوحة.',
    )
    const upcoming = told.split('\n').filter((line) => line.includes('مرتقب'))
    expect(upcoming).toHaveLength(1)
    expect(upcoming[0]).toContain('يستعد لزيارة بغداد')
  })

  it('is stored before it is answered', async () => {
    let stored = 0
    await desk.bot.receive(
      {
        platform: 'test',
        chat: 'c1',
        sender: 'u1',
        receivedAt: '2023-09-20T09:00:00Z',
        kind: 'message',
        text: bombing,
        links: [],
      },
      async () => {
        const { desk: id } = await desk.archive.desks.of({ platform: 'test', chat: 'c1' }, '2023-09-20T09:00:00Z')
        stored = await desk.archive.articles.count(id)
      },
    )
    expect(stored).toBe(1)
  })

  it('is recognised when it comes again, with other spacing and spelling, and is no second entry', async () => {
    await desk.say(bombing)
    const again = await desk.say(bombing.replaceAll('أ', 'ا').replaceAll(' ', '  '))
    expect(again).toContain('قُرئ هذا المقال من قبل، في 20 سبتمبر 2023.')
    const { desk: id } = await desk.archive.desks.of({ platform: 'test', chat: 'c1' }, '2023-09-20T09:00:00Z')
    expect(await desk.archive.articles.count(id)).toBe(1)
  })

  it('is recognised as another version when its paragraphs are cut and moved', async () => {
    await desk.say(bombing, { forwardedFrom: { name: 'الصباح' } })
    const paragraphs = bombing.split('\n\n')
    const other = await desk.say([paragraphs[2], paragraphs[1], paragraphs[3]].join('\n\n'), {
      forwardedFrom: { name: 'المساء' },
    })
    expect(other).toContain('هذه صيغة أخرى لمقال قُرئ في 20 سبتمبر 2023 (الصباح).')
  })

  it('says what is new against what this desk has read, and not what another desk has', async () => {
    await desk.say(summit, { chat: 'elsewhere' })
    expect(await desk.say(bombing)).toContain('أول مقال يصل إلى هذا المكتب.')
    const second = await desk.say(summit)
    expect(second).toMatch(/أول ذكر: .*قطر/)
    expect(second).toContain('إيران: ذُكر قبل اليوم في مقال واحد، آخرها 20 سبتمبر 2023.')
  })

  it('has no button that leads nowhere, and none that fails when it is pressed twice or late', async () => {
    const replies = await desk.receive({
      platform: 'test',
      chat: 'c1',
      sender: 'u1',
      receivedAt: '2023-09-20T09:00:00Z',
      kind: 'message',
      text: bombing,
      links: [],
    })
    const choices = replies[0]!.blocks.flatMap((block) => (block.kind === 'choices' ? block.choices : []))
    expect(choices.length).toBeGreaterThan(2)
    for (const { action } of choices) {
      const first = await desk.press(action)
      expect(first.length).toBeGreaterThan(60)
      expect(await desk.press(action)).toBe(first)
    }
    await desk.press('forget:alone')
    expect(await desk.press(choices[0]!.action)).toContain('لم يعد هذا الزر صالحا')
    expect(await desk.press('nonsense')).toContain('لم يعد هذا الزر صالحا')
    expect(await desk.press('who:9999999')).toContain('لم يعد هذا الزر صالحا')
  })
})

describe('a question', () => {
  beforeEach(async () => {
    await desk.say(summit, { forwardedFrom: { name: 'الصباح', date: '2024-10-17T07:00:00Z' } })
  })

  it('about a person is answered with office and lines that name article, date and sentence', async () => {
    const answer = await desk.say('من هو سالم بن ناصر المعولي؟')
    expect(answer).toContain('وزير الخارجية العماني')
    expect(answer).toMatch(/بلاده مستعدة لاستضافة جولة جديدة .*\(الصباح، 17 أكتوبر 2024، الجملة 5\)/)
  })

  it.each(['المعولى', 'سالم المعولي', 'وزير الخارجية العمانى', 'سالم بن ناصر المعولي'])(
    'finds the same person as %s',
    async (typed) => {
      expect(await desk.say(typed)).toContain('سالم بن ناصر المعولي')
    },
  )

  it('about a position gives the sentence that says it', async () => {
    expect(await desk.say('ما موقف إيطاليا من سقف الأسعار؟')).toContain('تحفظت إيطاليا على بند يتعلق بسقف الأسعار')
  })

  it('about a position that nobody told says so', async () => {
    const answer = await desk.say('ما موقف إيطاليا من الصيد البحري؟')
    expect(answer).toContain('لا تقول مقالات مكتبك شيئا عن موقف إيطاليا من الصيد البحري.')
  })

  it('about somebody unknown says so and offers the nearest names', async () => {
    expect(await desk.say('من هو سالم بن نصير المعولني؟')).toContain('[سالم بن ناصر المعولي')
    expect(await desk.say('من هو سقراط؟')).toBe('لا أجد «سقراط» في مقالات مكتبك.')
  })
})

describe('what is no article', () => {
  it.each([
    ['', 'لم أجد نصا في هذه الرسالة'],
    ['😀😀😀', 'لم أجد نصا في هذه الرسالة'],
    [
      'The minister said on Tuesday that the talks would go on in Geneva next week as planned.',
      'هذا النص ليس بالعربية',
    ],
    ['const a = 1; function f(x) { return x * 2 } console.log(f(a)); export default f', 'هذا النص ليس بالعربية'],
    ['م'.repeat(300_000), 'هذا النص أطول مما يُقرأ دفعة واحدة'],
  ])('%.20s… gets an honest answer', async (text, expected) => {
    expect(await desk.say(text)).toContain(expected)
  })

  it('never goes unanswered, whatever it is', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.string({ unit: 'grapheme' }),
          fc.constantFrom('/', '/x', 'ملخص', 'موجز 99', 'اسأل', 'لغة شيء', 'من؟', 'ما؟'),
        ),
        async (text) => {
          expect((await desk.say(text)).length).toBeGreaterThan(0)
        },
      ),
      { numRuns: 150 },
    )
  })

  it('says why a link could not be read', async () => {
    expect(await desk.say('https://example.org/a', { links: ['https://example.org/a'] })).toContain(
      'تعذر الوصول إلى الصفحة: https://example.org/a',
    )
  })

  it('reads a text file and refuses another', async () => {
    const file = (name: string, text: string) => ({ name, read: async () => new TextEncoder().encode(text) })
    expect(await desk.say('', { file: file('a.txt', bombing) })).toContain('مقتل 15 شخصا')
    expect(await desk.say('', { file: file('a.exe', 'x') })).toContain('لا أقرأ من الملفات إلا')
    expect(await desk.say('', { file: { name: 'b.txt', read: () => Promise.reject(new Error('gone')) } })).toContain(
      'تعذر تنزيل الملف',
    )
    desk.logged.length = 0
  })
})

describe('the digest', () => {
  it('now: stories with their sources; a day without articles is one line', async () => {
    expect((await desk.say('موجز')).split('\n')[0]).toBe('لم يصل إلى مكتبك أي مقال في الساعات الأربع والعشرين الماضية.')
    await desk.say(bombing, { forwardedFrom: { name: 'الصباح' } })
    await desk.say(summit)
    const digest = await desk.say('موجز')
    expect(digest).toContain('موجز الأربعاء 20 سبتمبر 2023')
    expect(digest).toContain('مقالان في قصتين')
    expect(digest).toContain('(الصباح، 20 سبتمبر 2023)')
  })

  it('daily: at the chat’s hour and zone, once a day, also when the program was down at that hour', async () => {
    expect(await desk.say('موجز ٧:٣٠ بيروت')).toBe('سيصلك الموجز كل يوم عند 07:30 (Asia/Beirut).')
    const due = async (iso: string) => {
      desk.setNow(iso)
      return putDueDigests(desk.means)
    }
    expect(await due('2023-09-21T04:29:00Z')).toBe(0)
    expect(await due('2023-09-21T06:10:00Z')).toBe(1)
    expect(await due('2023-09-21T06:11:00Z')).toBe(0)
    expect(await due('2023-09-22T04:30:00Z')).toBe(1)
    expect(await desk.archive.outbox.due('2023-09-22T05:00:00Z', 10)).toHaveLength(2)
    await desk.say('موجز أوقف')
    expect(await due('2023-09-23T08:00:00Z')).toBe(0)
  })

  it('says what it did not understand', async () => {
    expect(await desk.say('موجز بعد الغداء')).toContain('لم أفهم «بعد الغداء»')
  })
})

describe('the settings', () => {
  it('speak the language that was chosen, while the content stays Arabic', async () => {
    expect(await desk.say('لغة')).toContain('[العربية] [English] [Français]')
    expect(await desk.press('language:fr')).toBe('L’interface est maintenant en français.')
    const brief = await desk.say(bombing)
    expect(brief).toContain('Qui dit quoi')
    expect(brief).toContain('مقتل 15 شخصا')
    expect(await desk.say('لغة عربية')).toBe('صارت الواجهة بالعربية.')
    expect(await desk.say('لغة صينية')).toContain('لا أعرف لغة باسم «صينية»')
  })

  it('forget everything, once confirmed, and only of this chat', async () => {
    await desk.say(bombing)
    await desk.say(bombing, { chat: 'c2' })
    expect(await desk.say('انس')).toContain('[امح كل شيء] [أبق عليه]')
    expect(await desk.press('forget:no')).toBe('لم يُمح شيء.')
    expect(await desk.say('تنظيم الدولة الإسلامية')).toContain('جماعة مسلحة')
    expect(await desk.press('forget:alone')).toBe('مُحي كل ما حُفظ لهذه المحادثة.')
    expect(await desk.press('forget:alone')).toBe('مُحي كل ما حُفظ لهذه المحادثة.')
    expect(await desk.say('تنظيم الدولة الإسلامية')).toContain('لم يقرأ مكتبك أي مقال بعد')
    expect(await desk.say('تنظيم الدولة الإسلامية', { chat: 'c2' })).toContain('جماعة مسلحة')
  })

  it('show help for a command that is unknown', async () => {
    const [reply] = await desk.receive({
      platform: 'test',
      chat: 'c1',
      sender: 'u1',
      receivedAt: '2023-09-20T09:00:00Z',
      kind: 'command',
      command: 'dance',
      argument: '',
    })
    expect(JSON.stringify(reply)).toContain('كيف تستعمل مرصد')
  })
})

describe('a fault of ours', () => {
  it('is told, logged, and ends nothing', async () => {
    const broken = await openDesk()
    broken.archive.articles.findSame = () => Promise.reject(new Error('disk'))
    expect(await broken.say(bombing)).toContain('تعذر إتمام هذا لعطل عندنا')
    expect(broken.logged).toHaveLength(1)
    expect(await broken.say('مساعدة')).toContain('كيف تستعمل مرصد')
    await broken.close()
  })

  it.each([
    ['a full disk', { errcode: 13 }, 'امتلأ قرص الخادم'],
    ['a file that may not grow', { errcode: 778 }, 'امتلأ قرص الخادم'],
    ['a file that may not be written', { errcode: 8 }, 'لا يُسمح بالكتابة في الأرشيف'],
    ['a damaged file', { errcode: 267 }, 'في ملف الأرشيف عطب'],
    ['another program at it', { errcode: 517 }, 'مشغول الآن ببرنامج آخر'],
  ])('of the archive is told so that people know what to do: %s', async (_, code, words) => {
    const broken = await openDesk()
    broken.archive.articles.save = () => Promise.reject(Object.assign(new Error('!'), code))
    expect(await broken.say(bombing)).toContain(words)
    expect(broken.logged).toHaveLength(1)
    await broken.close()
  })
})
