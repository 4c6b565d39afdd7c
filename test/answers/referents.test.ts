import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Kept } from '../../src/answers/follow-up.ts'
import { withReferents } from '../../src/answers/referents.ts'

const about = (name: string): Kept => ({ question: { kind: 'who', actor: name }, about: name })
const governor = about('والي إليزي')

describe('a pronoun in a whole question', () => {
  it.each([
    ['ومتى أفرج عنه؟', governor, 'متى أفرج عن والي إليزي'],
    ['من اختطفه؟', governor, 'من اختطف والي إليزي'],
    ['ومن قاد الوساطة للإفراج عنه؟', governor, 'من قاد الوساطة للإفراج عن والي إليزي'],
    ['ومتى استقال؟', governor, 'متى استقال والي إليزي'],
    ['وماذا قال عن الهجرة؟', governor, 'ماذا قال والي إليزي عن الهجرة'],
    ['من اتهمها بذلك؟', about('فرنسا'), 'من اتهم فرنسا بذلك'],
    ['ومن رحب بموقفها؟', about('فرنسا'), 'من رحب بموقف فرنسا'],
    ['من أقاله؟', governor, 'من أقال والي إليزي'],
  ])('«%s» means whom the conversation is about', (typed, before, meant) => {
    expect(withReferents(typed, before)).toBe(meant)
  })

  it('for the matter, where a position was asked for', () => {
    const before: Kept = { question: { kind: 'position', actor: 'تونس', matter: 'الطلب الفرنسي' }, about: 'تونس' }
    expect(withReferents('ومتى رفضته؟', before)).toBe('متى رفضت تونس الطلب الفرنسي')
  })

  it.each([
    'متى وقعت الحكومة اتفاقها مع فرنسا؟',
    'من هو رئيسه؟',
    'كم عدد الضحايا في الفيضانات؟',
    'لماذا لم يصدر بيان مشترك؟',
    'الجزائر',
    'من أقال المحافظ؟',
  ])('is none in «%s»', (typed) => {
    expect(withReferents(typed, governor)).toBe(typed)
  })

  it('means nobody without a question before', () => {
    fc.assert(fc.property(fc.string(), (typed) => withReferents(typed, undefined) === typed))
  })
})
