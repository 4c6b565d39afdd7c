import { describe, expect, it } from 'vitest'
import { completed, type Kept } from '../../src/answers/follow-up.ts'

const fact = (asks: string, words: string) => ({ kind: 'fact', asks, words })
const position: Kept = {
  question: { kind: 'position', actor: 'الجزائر', matter: 'القواعد الأجنبية' },
  about: 'الجزائر',
}
const who: Kept = { question: { kind: 'fact', asks: 'who', words: 'اختطف والي غاو' }, about: 'والي غاو' }

describe('a follow-up', () => {
  it.each<[string, Kept, object]>([
    ['متى؟', who, fact('when', 'اختطف والي غاو')],
    ['ومتى؟', who, fact('when', 'اختطف والي غاو')],
    ['وأين؟', who, fact('where', 'اختطف والي غاو')],
    ['ولماذا؟', who, fact('why', 'اختطف والي غاو')],
    ['علاش', who, fact('why', 'اختطف والي غاو')],
    ['when?', who, fact('when', 'اختطف والي غاو')],
    ['Et pourquoi ?', who, fact('why', 'اختطف والي غاو')],
    ['متى؟', position, fact('when', 'الجزائر القواعد الأجنبية')],
    ['وماذا عن ليبيا؟', position, { kind: 'position', actor: 'ليبيا', matter: 'القواعد الأجنبية' }],
    ['وموقف النيجر؟', position, { kind: 'position', actor: 'النيجر', matter: 'القواعد الأجنبية' }],
    ['وما موقف النيجر؟', position, { kind: 'position', actor: 'النيجر', matter: 'القواعد الأجنبية' }],
    ['and what about Libya?', position, { kind: 'position', actor: 'Libya', matter: 'القواعد الأجنبية' }],
    ['Et la Libye ?', position, { kind: 'position', actor: 'Libye', matter: 'القواعد الأجنبية' }],
    ['وماذا عن محافظ بغداد؟', who, fact('who', 'اختطف محافظ بغداد')],
  ])('«%s» is completed by the question before', (typed, before, question) => {
    expect(completed(typed, undefined, before)?.question).toEqual(question)
  })

  it('takes up the period, or gives another', () => {
    const march = { from: '2024-03-01', to: '2024-03-31', text: 'مارس' }
    const april = { from: '2024-04-01', to: '2024-04-30', text: 'أبريل' }
    const before = { ...who, period: march }
    expect(completed('أين؟', undefined, before)?.period).toEqual(march)
    expect(completed('و ؟', april, before)).toEqual({ ...who, period: april })
  })

  it('is none without a question before, or where it asks for itself', () => {
    expect(completed('متى؟', undefined, undefined)).toBeUndefined()
    for (const typed of ['متى تعقد القمة؟', 'من هو عطاف؟', 'ما موقف مصر من سد النهضة؟', 'الجزائر'])
      expect(completed(typed, undefined, who), typed).toBeUndefined()
  })

  it('is no follow-up of a question in which there is nobody to replace', () => {
    expect(completed('وماذا عن ليبيا؟', undefined, { question: { kind: 'open', words: 'كيف الحال' } })).toBeUndefined()
  })
})
