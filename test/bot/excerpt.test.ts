import { describe, expect, it } from 'vitest'
import { excerptAround } from '../../src/bot/excerpt.ts'

const filler = (count: number, from: number) => Array.from({ length: count }, (_, n) => `كلمة${from + n}`).join(' ')

describe('an excerpt around what was looked for', () => {
  it('is the whole of a short text', () => {
    expect(excerptAround('رفضت  الجزائر\nالقواعد', 'القواعد', 10)).toBe('رفضت الجزائر القواعد')
  })

  it('shows where most of it stands, in whatever form', () => {
    const text = `${filler(30, 0)} التدخل ${filler(30, 30)} رفضت قواعد التدخل ${filler(30, 60)}`
    const shown = excerptAround(text, 'القواعد والتدخل', 20)
    expect(shown).toContain('رفضت قواعد التدخل')
    expect(shown.startsWith('…') && shown.endsWith('…')).toBe(true)
    expect(shown.replaceAll('…', '').split(' ')).toHaveLength(20)
  })

  it('goes by the first word before the others', () => {
    const text = `${filler(5, 0)} أجنبية ${filler(40, 5)} قواعد عسكرية ${filler(5, 45)}`
    expect(excerptAround(text, 'القواعد الأجنبية', 15)).toContain('قواعد عسكرية')
  })

  it('is the beginning where nothing of it stands there', () => {
    expect(excerptAround(filler(30, 0), 'شيء آخر', 5)).toBe(`${filler(5, 0)}…`)
  })
})
