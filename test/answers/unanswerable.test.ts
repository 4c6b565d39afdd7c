import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { analyze } from '../../src/analysis/analyze.ts'
import { isAnswered } from '../../src/answers/answer.ts'
import { ask } from '../../src/answers/ask.ts'
import { type Archive, openArchive } from '../../src/archive/archive.ts'
import { sayAnswer } from '../../src/bot/answer-reply.ts'
import { textOf } from '../../src/bot/reply.ts'
import { deskOf } from '../archive/desk.ts'

const TEXTS = [
  'قال مصدر في الخارجية المغربية إن الرباط لن تعيد سفيرها ما لم تقدم هولندا اعتذارا رسميا. وأضاف أن الزيارة التي كان رئيس الوزراء الهولندي يعتزم القيام بها في مارس المقبل باتت ملغاة.',
  'تجمع مئات العمال أمام مصنع الإسمنت في الخمس، ملوحين باقتحام المصنع إذا لم تصرف أجورهم. وطالبت النقابة بسحب قوات الأمن من محيطه.',
  'أُعيد أربعة صيادين إلى ميناء جرجيس، وكانوا قد احتُجزوا في عرض البحر الشهر الماضي بين زوارة ولمبيدوزا.',
  'قال مصدر عسكري إن ستة من جنود حرس الحدود قُتلوا في كمين قرب منبج، وإن ثلاثة من المهاجمين لقوا حتفهم.',
  'توفي متظاهر في أم درمان متأثرا بجراحه، وقالت لجنة الأطباء إن 19 آخرين أصيبوا.',
]

/** Of which nobody knows when it was published. */
const UNDATED = 'أقر مجلس الأمة الكويتي، أمس الخميس، قانونا جديدا للإيجارات. ووقع حادث سير قرب الجهراء.'

let archive: Archive
let desk: string
beforeAll(async () => {
  archive = await openArchive(':memory:')
  desk = await deskOf(archive, 'c1')
  await archive.articles.save(
    desk,
    { text: UNDATED, source: 'المرسى', receivedAt: '2024-02-09T09:00:00Z' },
    analyze(UNDATED, {}),
  )
  for (const [at, text] of TEXTS.entries()) {
    const publishedAt = `2024-02-0${at + 1}`
    await archive.articles.save(
      desk,
      { text, source: 'المرسى', publishedAt, receivedAt: `${publishedAt}T09:00:00Z` },
      analyze(text, { publishedAt }),
    )
  }
})
afterAll(() => archive.close())

const asked = (typed: string) =>
  ask(archive, desk, typed, { now: new Date('2024-02-10T09:00:00Z'), timeZone: 'Africa/Algiers' })
const firstLine = async (typed: string) => {
  const { blocks } = sayAnswer({ language: 'ar', timeZone: 'Africa/Algiers' }, (await asked(typed)).answer)
  const [first] = blocks
  return first && 'text' in first ? textOf(first.text) : ''
}

describe('a question that comes near to what was read', () => {
  it.each([
    // a condition, a plan called off, a threat, a demand
    'هل قدمت هولندا اعتذارا؟',
    'متى زار رئيس الوزراء الهولندي الرباط؟',
    'هل اقتحم العمال المصنع؟',
    'متى اقتحم العمال المصنع؟',
    'متى سحبت قوات الأمن؟',
    // the hurt are not the dead
    'كم قتل في أم درمان؟',
  ])('«%s» is declined', async (typed) => {
    expect(isAnswered((await asked(typed)).answer)).toBe(false)
  })

  it('says that nobody is named where a passive names nobody', async () => {
    expect(await firstLine('من احتجز الصيادين؟')).toBe('لا يقول المقال من فعل ذلك.')
  })

  it('says the day as the article does where nobody knows when that was published', async () => {
    expect(await firstLine('متى أقر مجلس الأمة قانون الإيجارات؟')).toBe('«أمس الخميس»، ولا يُعرف تاريخ نشر المقال.')
  })

  it('leads with the count of those who were asked for, and their group', async () => {
    expect(await firstLine('كم قتيلا في كمين منبج؟')).toBe('ستة من جنود حرس الحدود')
  })
})
