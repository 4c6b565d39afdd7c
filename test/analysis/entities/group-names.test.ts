/** How groups are shown: as a reader would look for them. */
import { describe, expect, it } from 'vitest'
import { analyze } from '../../../src/analysis/analyze.ts'

const groups = (text: string) =>
  analyze(text, { publishedAt: '2012-01-25' })
    .entities.filter(({ type }) => type === 'group')
    .map(({ name }) => name)

describe('names of groups', () => {
  it.each([
    ['استقبل الوزير المسؤولين اللبنانيين أمس.', 'المسؤولون اللبنانيون'],
    ['هاجم الجيش مسلحين محليين قرب الحدود.', 'مسلحون محليون'],
    ['أوقفت الشرطة سائقَين سودانيين.', 'سائقان سودانيان'],
    ['التقى الوزير وفداً أمنياً ليبياً في تونس.', 'وفد أمني ليبي'],
    ['التقى الوزير وفدًا أمنيًا سوريًا في تونس.', 'وفد أمني سوري'],
    ['اجتمعت دول آسيا الوسطى في تونس.', 'دول آسيا الوسطى'],
    ['وصل رؤساء دول آسيا الوسطى إلى تونس.', 'رؤساء دول آسيا الوسطى'],
  ])('%s', (text, name) => {
    expect(groups(text)).toContain(name)
  })
})
