/** One happening told more than once is one event; two are two. */
import { describe, expect, it } from 'vitest'
import { analyze } from '../../../src/analysis/analyze.ts'
import { linesOf } from './told.ts'

const told = (text: string, type: string) => linesOf(analyze(text)).filter((line) => line.startsWith(type))

describe('one happening, told again', () => {
  it.each([
    [
      'an office, then a name',
      'اختطف مسلحون والي تمبكتو عثمان كيتا أمس. وأدانت فرنسا اختطاف كيتا. وقالت الشرطة إن الوالي المختطف بخير.',
      'ASSAULT',
      1,
    ],
    [
      'a count, then a noun',
      'قتل ثمانية أشخاص في تفجير سيارة مفخخة في الموصل. وقالت الشرطة إن التفجير وقع قرب السوق.',
      'ASSAULT',
      1,
    ],
    [
      'a verb, then its masdar',
      'فرض الاتحاد الأوروبي عقوبات على بيلاروسيا. وجاء فرض العقوبات على بيلاروسيا بعد أشهر من التوتر.',
      'SANCTION',
      1,
    ],
    [
      'an agreement and its signing',
      'وقعت تونس وليبيا اتفاقية أمنية. وتنص الاتفاقية التي وقعتها تونس وليبيا على تبادل السجناء.',
      'AGREE',
      1,
    ],
    ['a visit', 'وصل وزير الخارجية القطري إلى بيروت. وتأتي زيارة الوزير إلى بيروت في ظل أزمة.', 'CONSULT', 1],
    ['a protest', 'تظاهر مئات المعلمين في فاس. وجابت المظاهرة شوارع المدينة.', 'PROTEST', 1],
  ] as const)('%s', (_, text, type, count) => {
    expect(told(text, type)).toHaveLength(count)
  })
})

describe('two happenings', () => {
  it.each([
    ['two victims', 'اغتال مسلحون قاضيا في عدن أمس. واغتال مجهولون ضابطا في تعز اليوم.', 'ASSAULT', 2],
    ['two places', 'وقع هجوم على كنيسة في بغداد. ووقع هجوم آخر على مسجد في كابول.', 'ASSAULT', 2],
    ['two doers', 'قصفت روسيا كييف. وقصفت أوكرانيا بيلغورود.', 'ASSAULT', 2],
    ['two meetings', 'التقى الرئيس التركي نظيره الروسي. والتقى الرئيس المصري ملك الأردن.', 'CONSULT', 2],
  ] as const)('%s', (_, text, type, count) => {
    expect(told(text, type)).toHaveLength(count)
  })
})
