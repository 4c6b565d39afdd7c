/** Victims and the attack that they fell in, told apart in one sentence. */
import { describe, it } from 'vitest'
import { expectTold, type Row } from './told.ts'

const ROWS: Row[] = [
  [
    'استشهد ثلاثة جنود كينيين إثر هجوم شنه مقاتلو حركة الشباب على دورية.',
    'ASSAULT happened: حركة الشباب → جنود كينيين',
  ],
  [
    'قُتل سبعة من عناصر الشرطة الكينية أمس في كمين نصبه مسلحون قرب لامو.',
    'ASSAULT happened: مسلحون → عناصر الشرطة الكينية',
  ],
  [
    'أطلقت الشرطة الكينية الغاز المسيل للدموع لتفريق المحتجين.',
    'ASSAULT happened: الشرطة الكينية → المحتجون',
    'COERCE planned: الشرطة الكينية → المحتجون',
  ],
  ['الهجوم الذي تعرضت له القوات الكينية كان عنيفا.', 'ASSAULT happened: → القوات الكينية'],
]

describe('victims and their attack', () => {
  it.each(ROWS.map((row) => [row[0], row] as const))('%s', (_, row) => expectTold(row))
})
