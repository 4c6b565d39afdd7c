import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formClasses, hasForm, packForms } from '../../../src/analysis/names/forms.ts'

const word = fc.string({ unit: fc.constantFrom(...'ابتجحدرسعفقلمنهوي'), minLength: 2, maxLength: 9 })

describe('the filter of known forms', () => {
  it('knows every form that was put in', () => {
    fc.assert(
      fc.property(fc.array(word, { maxLength: 50 }), (words) => {
        const forms = packForms(words)
        expect(words.every((form) => hasForm(forms, form))).toBe(true)
      }),
    )
  })

  it('takes few others for known, even when it holds as many as the project’s', () => {
    const forms = packForms(Array.from({ length: 94_000 }, (_, k) => `كلمه${k}`))
    let wrong = 0
    for (let k = 0; k < 10_000; k++) if (hasForm(forms, `اسم${k}`)) wrong++
    expect(wrong).toBeLessThan(100)
  })
})

describe('classes by known forms', () => {
  const forms = packForms(['كتاب', 'الكتاب', 'كتابه', 'كتابها', 'بالورا', 'بتالورا'])
  const classes = formClasses(forms)

  it('tell an ordinary word, which takes article and pronouns, from one that only «بـ» is joined to', () => {
    expect(classes('الكتاب', 'كتاب')).toEqual(expect.arrayContaining(['F0:1', 'F2:1', 'F3:1', 'F4:0']))
    expect(classes('تالورا', 'تالورا')).toEqual(expect.arrayContaining(['F0:0', 'F2:0', 'F3:0', 'F4:1']))
  })

  it('are the same for a word none of whose forms is known, whichever it is', () => {
    expect(classes('ميراندول', 'ميراندول')).toEqual(classes('غوتنشتاين', 'غوتنشتاين'))
    expect(classes('ميراندول', 'ميراندول')).toContain('F+0')
  })

  it('do not take the last letter of a word for its pronoun', () => {
    expect(formClasses(packForms(['وجه']))('وجه', 'وجه')).toContain('F3:0')
  })
})
