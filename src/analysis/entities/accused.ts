/** «المتهم», «المدان» alone: the one person of the article who is told to be tried, sentenced or arrested. */
import type { Mention } from './mention.ts'

const CALLED = new Set(['المتهم', 'المدان', 'الموقوف', 'المحكوم', 'المعتقل', 'المشتبه به', 'المشتبه فيه'])
/** Whether a group's name calls one person so. */
export const isAccused = (name: string): boolean => CALLED.has(name)

/** What is told of whom one is accused, within a few words before his name, his office between. */
const TRIED =
  /(?:^|\s)[وف]?(?:[أا]دانت?|تدين|محاكمة|المدعو|المتهم|المدان|توقيف|[أا]وقفت?|اعتقال|اعتقلت?|بالسجن|سجن|بحق|القبض)(?=\s)/
/** UTF-16 units before a name that are looked at. */
const BEFORE = 60
/** Who speaks or judges in a trial is not tried. */
const OF_COURT = /(?:محام|قاض|القاضي|مدع|رئيس|وزير|ناطق|متحدث|وكيل|نائب)/

/** The one person whom an article tells to be tried, or undefined where it tells that of nobody or of several. */
export function accusedOf(mentions: readonly Mention[], text: string): Mention | undefined {
  let found: Mention | undefined
  for (const m of mentions) {
    if (m.type !== 'person' || m.via !== 'name' || m.key === found?.key) continue
    if (m.role !== undefined && OF_COURT.test(m.role)) continue
    const before = text.slice(Math.max(0, m.span.start - BEFORE), m.span.start)
    if (!TRIED.test(before.slice(before.lastIndexOf('.') + 1))) continue
    if (found !== undefined) return undefined
    found = m
  }
  return found
}
