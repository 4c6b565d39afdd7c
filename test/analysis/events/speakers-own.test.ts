/** Inside what somebody says, «his country», «our troops» and «we» stand for the one who speaks. */
import { describe, it } from 'vitest'
import { expectTold, type Row } from './told.ts'

const ROWS: Row[] = [
  ['أعلن البنك الأفريقي توصل بعثته إلى اتفاق مع كينيا.', 'AGREE happened: البنك الأفريقي → كينيا'],
  [
    'أكد رئيس النادي سالم الفايدي أن فريقه تقدم بشكوى إلى الاتحاد الأفريقي لكرة القدم.',
    'ACCUSE happened: سالم الفايدي → الاتحاد الأفريقي لكرة القدم',
  ],
  ['قال الوزير الكيني إن الاتفاق باطل، متهما أوغندا بخرقه.', 'ACCUSE happened: الوزير الكيني → أوغندا'],
  ['شكرت وزارة الخارجية الكينية الأشقاء في أوغندا.', 'SUPPORT happened: وزارة الخارجية الكينية → أوغندا'],
]

const BY_WORDS_OF_OTHERS: Row[] = [
  [
    'زار الوفد المدينة بعد زيارة قام بها نائب الرئيس الكيني سليم الحداد إلى كمبالا.',
    'CONSULT happened: الوفد →',
    'CONSULT happened: سليم الحداد → كمبالا',
  ],
  ['انتهى أمس إضراب وطني دعت إليه نقابة المعلمين.', 'PROTEST happened: نقابة المعلمين →'],
  ['اختتمت نقابة المعلمين يومها الثاني بمسيرة احتجاجية.', 'PROTEST happened: نقابة المعلمين →'],
  ['أعلنت الشرطة الكينية عن إيقاف 11 متظاهرا.', 'COERCE happened: الشرطة الكينية → متظاهرون'],
  ['تدخلت الشرطة الكينية لتفريق المتظاهرين.', 'COERCE happened: الشرطة الكينية → المتظاهرون'],
  ['رفضت كينيا طلبا تقدمت به أوغندا.', 'REJECT happened: كينيا → أوغندا'],
  ['ومعلوم أن كينيا وأوغندا، اللتين طوتا صفحة الخلاف، اتفقتا أمس.', 'AGREE happened: كينيا، أوغندا →'],
]

describe('who acts by the words of others', () => {
  it.each(BY_WORDS_OF_OTHERS.map((row) => [row[0], row] as const))('%s', (_, row) => expectTold(row))
})

describe('whom a pronoun of the speaker means', () => {
  it.each(ROWS.map((row) => [row[0], row] as const))('%s', (_, row) => expectTold(row))
})
