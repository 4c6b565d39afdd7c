/** Denials: of an act, which is told as one denied; of anything else, which is a rejection by whoever denies. */
import { describe, it } from 'vitest'
import { expectTold, type Row } from './told.ts'

const ROWS: Row[] = [
  ['نفت الشرطة الكينية اعتقال الناشط.', 'COERCE denied: الشرطة الكينية → الناشط'],
  ['نفى وزير المالية الكيني ما تداولته الصحف.', 'REJECT happened: وزير المالية الكيني →'],
  ['أنكر الرئيس الأوغندي أي صلة له بالشركة.', 'REJECT happened: الرئيس الأوغندي →'],
  ['فندت كينيا مزاعم الصحيفة.', 'REJECT happened: كينيا →'],
]

describe('denials', () => {
  it.each(ROWS.map((row) => [row[0], row] as const))('%s', (_, row) => expectTold(row))
})
