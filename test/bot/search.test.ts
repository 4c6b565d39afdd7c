import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readSearch } from '../../src/answers/search.ts'
import type { Reply } from '../../src/bot/reply.ts'
import { openDesk, wordsOf } from './desk.ts'

const ARTICLES: [date: string, source: string, text: string][] = [
  [
    '2012-01-10',
    'الصباح',
    'حذرت الجزائر من دفع الفدية للجماعات المسلحة. وقال مراد مدلسي إن بلاده لن تدفع أي فدية. ودعت مالي إلى اجتماع في باماكو.',
  ],
  [
    '2012-02-20',
    'المساء',
    'رفضت مالي دفع أي فدية لخاطفي السياح، وطلبت دعم الجزائر في تأمين الحدود. وزار وزير الدفاع المالي تمنراست.',
  ],
  [
    '2012-03-15',
    'الصباح',
    'تأمين الحدود بين مالي والنيجر موضوع اجتماع في نيامي. وحضر الاجتماع مسؤولون من الاتحاد الأفريقي.',
  ],
]

let desk: Awaited<ReturnType<typeof openDesk>>
beforeEach(async () => {
  desk = await openDesk()
  for (const [date, name, text] of ARTICLES)
    await desk.say(text, { forwardedFrom: { name, date: `${date}T08:00:00Z` } })
})
afterEach(() => desk.close())

const press = async (action: string) =>
  (
    await desk.receive({
      ...{ platform: 'test', chat: 'c1', sender: 'u1', receivedAt: desk.means.now().toISOString() },
      ...{ kind: 'choice', action },
    })
  ).map(wordsOf)[0]!

describe('a search', () => {
  it('finds the sentences that hold all words, in whatever form they stand, the latest first', async () => {
    const found = await desk.say('ابحث دفع فدية')
    expect(found.indexOf('رفضت مالي دفع أي فدية')).toBeGreaterThan(0)
    expect(found.indexOf('حذرت الجزائر من دفع الفدية')).toBeGreaterThan(found.indexOf('رفضت مالي'))
    expect(found).toContain('(المساء، 20 فيفري 2012، الجملة 1)')
    expect(found).not.toContain('نيامي')
  })

  it('takes a phrase as it stands, not its words apart', async () => {
    expect(await desk.say('ابحث «تأمين الحدود»')).toMatch(/نيامي[\s\S]*رفضت مالي/)
    expect(await desk.say('ابحث «الحدود تأمين»')).toContain('لا جملة تجمع كل ما طلبت')
  })

  it('keeps to an actor and to a period', async () => {
    const ofActor = await desk.say('ابحث فدية @الجزائر')
    expect(ofActor).toContain('حذرت الجزائر')
    const inMarch = await desk.say('ابحث الحدود في مارس 2012')
    expect(inMarch).toContain('نيامي')
    expect(inMarch).not.toContain('تمنراست')
    expect(await desk.say('ابحث الحدود منذ فيفري 2012')).toMatch(/نيامي[\s\S]*رفضت مالي/)
    expect(await desk.say('ابحث فدية @سقراط')).toContain('لا أجد «سقراط»')
  })

  it('says what is nearest where nothing holds all of it, and nothing where there is nothing', async () => {
    const near = await desk.say('ابحث فدية نيامي')
    expect(near).toContain('لا جملة تجمع كل ما طلبت')
    expect(near).toContain('فدية')
    expect(await desk.say('ابحث غواصة')).toBe('لا يذكر مكتبك شيئا من هذا: غواصة')
    expect(await desk.say('ابحث')).toContain('اكتب ما تبحث عنه')
    expect(await desk.say('ابحث «»  " ')).toContain('اكتب ما تبحث عنه')
  })

  it('opens its further pages by a button that still works later, and says so when it is forgotten', async () => {
    for (let n = 1; n <= 12; n++)
      await desk.say(`أعلنت بلدية وهران عن برنامج الري رقم ${n} في المدينة، وقالت إن أشغاله تنتهي هذا العام.`)
    const [reply] = await desk.receive({
      ...{ platform: 'test', chat: 'c1', sender: 'u1', receivedAt: desk.means.now().toISOString() },
      ...{ kind: 'message' as const, text: 'ابحث برنامج الري', links: [] },
    })
    const next = (reply as Reply).blocks.flatMap((block) => (block.kind === 'choices' ? block.choices : []))
    expect(next.map(({ label }) => label)).toEqual(['التالي'])
    const second = await press(next[0]!.action)
    expect(second).toContain('رقم 4')
    expect(second).not.toContain('رقم 12')
    expect(second).not.toContain('[التالي]')
    expect(await press('search:99:1')).toContain('لم يعد هذا البحث محفوظا')
    expect(await press('search:x')).toContain('لم يعد هذا البحث محفوظا')
  })

  it('is no news that begins with the same word', async () => {
    const flash = 'بحث وزير الخارجية الجزائري مع نظيره المالي أمس الاثنين تطورات الوضع في شمال مالي والساحل.'
    expect(await desk.say(flash)).not.toContain('بحث:')
  })
})

describe('what was typed', () => {
  it('is told apart into words, phrases, an actor and a period', () => {
    expect(readSearch('الحدود «تأمين الحدود» @"أسامة الجويلي" منذ مارس 2012', '2012-06-01')).toMatchObject({
      words: 'الحدود',
      phrases: ['تأمين الحدود'],
      actor: 'أسامة الجويلي',
      period: { from: '2012-03-01', to: '2012-06-01' },
    })
    expect(readSearch('بريد user@example.org', '2012-06-01').actor).toBeUndefined()
  })
})
