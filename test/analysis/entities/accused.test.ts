/** Who is meant by «المتهم» alone. */
import { describe, expect, it } from 'vitest'
import { analyze } from '../../../src/analysis/analyze.ts'

function speakerOf(text: string): string | undefined {
  const { claims, entities } = analyze(text, { publishedAt: '2012-01-25' })
  return entities.find(({ id }) => id === claims.at(-1)?.speaker.entity)?.name
}

describe('the accused', () => {
  it.each([
    ['أدانت محكمة الجنايات التاجر نبيل شرارة. وأنكر المتهم ما نسب إليه جملة وتفصيلا.'],
    ['أصدرت المحكمة حكما بالسجن المؤبد على الضابط السابق نبيل شرارة. وزعم المدان أنه بريء من كل التهم.'],
    ['أوقفت الشرطة المدعو نبيل شرارة في المطار. وقال الموقوف إن الحقيبة ليست له.'],
    ['قررت النيابة توقيف نبيل شرارة يومين. وقال القاضي سمير القدومي ذلك. وأكد المتهم أنه كان مسافرا.'],
  ])('is the one person who is tried: %s', (text) => {
    expect(speakerOf(text)).toBe('نبيل شرارة')
  })

  it('is nobody by name where two are tried', () => {
    const text = 'أدانت المحكمة نبيل شرارة وأدانت المحكمة سمير القدومي. وأنكر المتهم ما نسب إليه جملة وتفصيلا.'
    expect(speakerOf(text)).not.toMatch(/نبيل|سمير/)
  })

  it('is nobody by name where only a judge is named', () => {
    const text = 'قال القاضي سمير القدومي إن الجلسة رفعت. وأنكر المتهم ما نسب إليه جملة وتفصيلا.'
    expect(speakerOf(text)).not.toBe('سمير القدومي')
  })
})
