/** Ties that must not be told: of whom an officer's act does not bind. A tie that was made up is added here first. */
import { describe, expect, it } from 'vitest'
import { analyze } from '../../../src/analysis/analyze.ts'

/** The sides of each relation by name, in their order. */
function sides(text: string): string[] {
  const { entities, relations } = analyze(text, { publishedAt: '2012-01-25' })
  const name = new Map(entities.map((e) => [e.id, e.name]))
  return relations.map(({ from, to }) => `${name.get(from)}، ${name.get(to)}`)
}

describe('whom an officer acts for', () => {
  it('ties two officers to each other and their states to each other, but neither to the state of the other', () => {
    const found = sides('استقبل الرئيس المصري نبيل الشاوي نظيره الإريتري سمير القدومي. وتجاور إريتريا السودان لا مصر.')
    expect(found).toEqual(expect.arrayContaining(['نبيل الشاوي، سمير القدومي', 'مصر، إريتريا']))
    expect(found).not.toContain('نبيل الشاوي، إريتريا')
    expect(found).not.toContain('مصر، سمير القدومي')
  })

  it.each([
    [
      'of a private man whom its police take',
      'أوقفت الشرطة السويدية الطبيب السوري سمير القدومي. وتحقق السويد في القضية.',
      'السويد، سمير القدومي',
    ],
    [
      'with the state of whom its police take',
      'أوقفت الشرطة السويدية السوري سمير القدومي. وتحقق السويد في القضية.',
      'السويد، سوريا',
    ],
    [
      'of an armed group at home',
      'هاجم الجيش السوداني قوات الدعم السريع في كوستي. ويعيش السودان حربا.',
      'السودان، قوات الدعم السريع',
    ],
    [
      'of the body that he heads and does not speak for',
      'استقبل رئيس مجلس الشورى نبيل الشاوي السفير سمير القدومي. وينعقد مجلس الشورى غدا.',
      'مجلس الشورى، سمير القدومي',
    ],
  ])('tells none %s', (_, text, tie) => {
    expect(sides(text).length).toBeGreaterThan(0)
    expect(sides(text)).not.toContain(tie)
  })
})

describe('who asks', () => {
  it('is tied by a plea to a foreigner or to a body of many states', () => {
    expect(sides('ناشدت كينيا أوغندا التدخل.')).toContain('كينيا، أوغندا')
    expect(sides('ناشدت كينيا الأمم المتحدة التدخل.')).toContain('كينيا، الأمم المتحدة')
  })

  it.each([
    'ناشد النائب سمير القدومي رئيس الوزراء نبيل الشاوي التدخل.',
    'طالب الرئيس الكيني سمير القدومي الجيش الكيني بالانسحاب.',
  ])('is not tied at home: %s', (text) => {
    expect(analyze(text).events.map(({ type }) => type)).toContain('REQUEST')
    expect(sides(text)).toEqual([])
  })
})

describe('what somebody is accused of', () => {
  it('does not turn the accuser against whom it was done to', () => {
    const text = 'انتقد النائب سمير القدومي الشركات متهما إياها بممارسة ضغوط على رومانيا. وترد رومانيا غدا.'
    expect(sides(text)).not.toContain('سمير القدومي، رومانيا')
  })

  it('still tells whose deed is condemned', () => {
    expect(sides('أدانت تونس بشدة العدوان الإسرائيلي على المدينة.')).toContain('تونس، إسرائيل')
  })
})

describe('what somebody is called upon to do', () => {
  it('ties him to nobody', () => {
    expect(sides('دعا سمير القدومي كينيا إلى فرض عقوبات على أوغندا.')).not.toContain('كينيا، أوغندا')
  })
})

describe('what is but possible, or refused for its own people', () => {
  it.each([
    ['قالت مصادر إن كينيا قد تتعاون مع أوغندا لاحقا.', 'كينيا، أوغندا'],
    ['أكد الوزير أن كينيا لن تقبل أي تسوية على حساب الضحايا.', 'كينيا، الضحايا'],
    ['رفضت كينيا إرسال جنودها إلى الحدود.', 'كينيا، جنودها'],
  ])('ties nobody: %s', (text, tie) => {
    expect(analyze(text).events.length).toBeGreaterThan(0)
    expect(sides(text)).not.toContain(tie)
  })
})
