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

describe('whom a pronoun of the speaker means', () => {
  it.each(ROWS.map((row) => [row[0], row] as const))('%s', (_, row) => expectTold(row))
})
