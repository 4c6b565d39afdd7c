import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { looksLikeQuestion, readQuestion } from '../../src/answers/question.ts'

const who = (actor: string) => ({ kind: 'who', actor })
const about = (actor: string) => ({ kind: 'about', actor })
const position = (actor: string, matter: string) => ({ kind: 'position', actor, matter })
const relation = (actor: string, other: string) => ({ kind: 'relation', actor, other })
const deeds = (actor: string) => ({ kind: 'deeds', actor, matter: '' })
const whether = (words: string) => ({ kind: 'whether', words })
const fact = (asks: string, words: string) => ({ kind: 'fact', asks, words })
const count = (counted: string, words: string) => ({ kind: 'fact', asks: 'count', words, counted })

describe('a question', () => {
  it.each<[string, object]>([
    // who somebody is
    ['من هو أسامة الجويلي؟', who('أسامة الجويلي')],
    ['من هو وزير الدفاع الليبي', who('وزير الدفاع الليبي')],
    ['من هي هدى المنصوري ؟', who('هدى المنصوري')],
    ['من هم الحوثيون؟', who('الحوثيون')],
    ['من يكون عبد القادر بن صالح؟', who('عبد القادر بن صالح')],
    ['مين الجويلي?', who('الجويلي')],
    ['مَن هو أُسامة الجُويلي؟', who('أُسامة الجُويلي')],
    ['من فضلك من هو الجويلي؟', who('الجويلي')],
    ['السلام عليكم، من هو الجويلي؟', who('الجويلي')],
    ['من  هو   «الجويلي»؟؟', who('الجويلي')],
    // what is known of something
    ['ماذا نعرف عن القاعدة؟', about('القاعدة')],
    ['ماذا ورد عن إليزي؟', about('إليزي')],
    ['ماذا عن القيادة العملياتية المشتركة؟', about('القيادة العملياتية المشتركة')],
    ['وماذا عن مالي؟', about('مالي')],
    ['أخبرني عن حركة أنصار الدين', about('حركة أنصار الدين')],
    ['ما جديد ليبيا؟', about('ليبيا')],
    ['آخر أخبار السودان', about('السودان')],
    ['ما هي أفريكوم؟', about('أفريكوم')],
    ['ما هو تنظيم القاعدة؟', about('تنظيم القاعدة')],
    ['الجويلي', about('الجويلي')],
    ['AQMI', about('AQMI')],
    // where an actor stands on a matter
    ['ما موقف الجزائر من القواعد الأجنبية؟', position('الجزائر', 'القواعد الأجنبية')],
    ['ماهو موقف إيطاليا من سقف الأسعار', position('إيطاليا', 'سقف الأسعار')],
    ['ما هو موقف الاتحاد الأوروبي تجاه الهجرة؟', position('الاتحاد الأوروبي', 'الهجرة')],
    ['موقف مصر إزاء سد النهضة', position('مصر', 'سد النهضة')],
    ['ما رأي روسيا في العقوبات؟', position('روسيا', 'العقوبات')],
    ['كيف تقف السعودية من الحرب؟', position('السعودية', 'الحرب')],
    ['ماذا قال عبد المجيد تبون عن التطبيع؟', position('عبد المجيد تبون', 'التطبيع')],
    ['ماذا أعلنت فرنسا بشأن قواتها؟', position('فرنسا', 'قواتها')],
    ['ما سياسة الصين في أفريقيا؟', position('الصين', 'أفريقيا')],
    // whether it stands so: where the actor ends, only those who know the actors can tell
    ['هل ترفض الجزائر القواعد الأجنبية؟', whether('الجزائر القواعد الأجنبية')],
    ['هل أيّدت الأمم المتحدة القرار؟', whether('الأمم المتحدة القرار')],
    ['هل تؤيد مصر وقف إطلاق النار؟', whether('مصر وقف إطلاق النار')],
    ['وهل يؤيد الاتحاد الأوروبي الاتفاق', whether('الاتحاد الأوروبي الاتفاق')],
    // how two stand toward each other
    ['ما علاقة الجزائر بليبيا؟', relation('الجزائر', 'ليبيا')],
    ['ما علاقة الجزائر بالمغرب؟', relation('الجزائر', 'المغرب')],
    ['ما هي علاقة مالي مع فرنسا؟', relation('مالي', 'فرنسا')],
    ['ما العلاقة بين مصر وتركيا؟', relation('مصر', 'تركيا')],
    ['كيف العلاقات بين مصر والسودان؟', relation('مصر', 'السودان')],
    ['ما العلاقة بين بوركينا فاسو وواشنطن؟', relation('بوركينا فاسو', 'واشنطن')],
    ['ما علاقة والي إليزي بوزير الدفاع؟', relation('والي إليزي', 'وزير الدفاع')],
    // what an actor did or said
    ['ماذا فعلت فرنسا؟', deeds('فرنسا')],
    ['ماذا قال الجويلي؟', { ...deeds('الجويلي'), said: true }],
    // facts
    ['هل زار الجويلي تونس؟', fact('whether', 'زار الجويلي تونس')],
    ['أين وقع التفجير؟', fact('where', 'وقع التفجير')],
    ['وين وقع التفجير', fact('where', 'وقع التفجير')],
    ['كم قتيلا سقط في بغداد؟', count('قتيلا', 'سقط في بغداد')],
    ['كم عدد قتلى التفجير؟', count('قتلى', 'التفجير')],
    ['ما عدد القتلى؟', count('القتلى', '')],
    ['ما حصيلة التفجير؟', count('قتيلا', 'التفجير')],
    ['ما قيمة الاتفاق؟', count('قيمة', 'الاتفاق')],
    ['من يتولى منصب وزير الري في مصر؟', who('وزير الري في مصر')],
    ['متى كانت آخر زيارة للوفد؟', fact('last', 'زيارة للوفد')],
    ['متى تعقد القمة؟', fact('when', 'تعقد القمة')],
    ['ومتى تعقد القمة؟', fact('when', 'تعقد القمة')],
    ['لماذا استقال الوزير؟', fact('why', 'استقال الوزير')],
    ['علاش استقال الوزير', fact('why', 'استقال الوزير')],
    ['ما سبب استقالة الوزير؟', fact('why', 'استقالة الوزير')],
    ['ماذا طلب الوفد من الوزير؟', fact('what', 'طلب الوفد من الوزير')],
    ['متى آخر مرة زار الوفد تونس؟', fact('last', 'زار الوفد تونس')],
    ['ما الذي تغير في موقف مالي؟', fact('changed', 'موقف مالي')],
    // other languages
    ['Who is Oussama Jouili?', who('Oussama Jouili')],
    ['who are AQMI', who('AQMI')],
    ['Qui est الجويلي ?', who('الجويلي')],
    ['What do we know about Mali?', about('Mali')],
    ['que sait-on de Mali ?', about('Mali')],
    ['Tell me about القاعدة', about('القاعدة')],
    ['Who kidnapped the governor?', fact('who', 'kidnapped the governor')],
    ['When did Mali sign the agreement?', fact('when', 'did Mali sign the agreement')],
    ['Où a eu lieu l’attaque ?', fact('where', "a eu lieu l'attaque")],
    ['Combien de morts à Bagdad ?', count('morts', 'à Bagdad')],
    ['Pourquoi la grève ?', fact('why', 'la grève')],
    ["What is Mali's position on ransom?", position('Mali', 'ransom')],
    ["Quelle est la position de l'Algérie sur la rançon ?", position('Algérie', 'la rançon')],
    ['What is the relationship between Mali and Algeria?', relation('Mali', 'Algeria')],
    // as they are typed
    ['وقتاش يعقد القمة', fact('when', 'يعقد القمة')],
    ['امتى وقع التفجير؟', fact('when', 'وقع التفجير')],
    ['القمة تعقد امتى؟', fact('when', 'القمة تعقد')],
    ['تاريخ توقيع الاتفاق', fact('when', 'توقيع الاتفاق')],
    ['تاريخ الجزائر', about('تاريخ الجزائر')],
    ['سبب استقالة الوزير', fact('why', 'استقالة الوزير')],
    ['مكان انعقاد القمة', fact('where', 'انعقاد القمة')],
    ['لماذ أغلق المعبر', fact('why', 'أغلق المعبر')],
    ['مين اللي اختطف الوالي', who('اختطف الوالي')],
    ['الجهة التي تبنت الهجوم', who('تبنت الهجوم')],
    ['منهو الجويلي', who('الجويلي')],
    ['ماعلاقة مصر بتركيا', relation('مصر', 'تركيا')],
    ['قداش من قتيل في الهجوم؟', count('قتيل', 'في الهجوم')],
    ['عدد قتلى الهجوم', count('قتلى', 'الهجوم')],
    ['مدة الاتفاق', count('مدة', 'الاتفاق')],
    ['متى هاجم التنظيم آخر مرة؟', fact('last', 'هاجم التنظيم')],
    ['ما الدول التي أدانت الهجوم؟', { ...fact('who', 'أدانت الهجوم'), doer: 'state' }],
    ['أي الجماعات تبنت الهجوم؟', { ...fact('who', 'تبنت الهجوم'), doer: 'armed-group' }],
    ['دول الساحل', about('دول الساحل')],
  ])('«%s» is read', (typed, question) => {
    expect(readQuestion(typed)).toEqual(question)
  })

  it('keeps the words as they were typed', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('من هو', 'ماذا نعرف عن', 'ما موقف الجزائر من', 'ما علاقة مالي مع', 'ماذا فعلت', ''),
        fc.array(fc.constantFrom('أُسامة', 'الجويلى', 'مؤتة', 'بلعيد', 'وهران', 'Total', '2012'), {
          minLength: 1,
          maxLength: 3,
        }),
        (frame, words) => {
          const read = readQuestion(`${frame} ${words.join(' ')}؟`)
          const last =
            'matter' in read && read.matter
              ? read.matter
              : 'other' in read
                ? read.other
                : 'actor' in read
                  ? read.actor
                  : read.words
          expect(last).toBe(words.join(' '))
        },
      ),
    )
  })

  it('is read in time, whatever it is', () => {
    const started = performance.now()
    readQuestion(`ما علاقة ${'الجزائر ومالي ب '.repeat(2000)}`)
    readQuestion(`ما موقف ${'من في عن '.repeat(3000)}`)
    expect(performance.now() - started).toBeLessThan(1000)
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (typed) => void readQuestion(typed)))
  })
})

describe('a short text', () => {
  it.each([
    'When did Mali sign',
    'Où est-il ?',
    'من هو الجويلي',
    'ماذا حدث',
    'أين الوفد',
    'هل عاد',
    'عاد الوفد؟',
    'really?',
    'كم عددهم',
    'ما الخبر',
  ])('«%s» asks', (text) => expect(looksLikeQuestion(text)).toBe(true))
  it.each(['عاد الوفد إلى طرابلس.', 'ماليزيا توقع اتفاقا', 'منظمة الصحة تحذر', 'كمال يعود', ''])(
    '«%s» does not',
    (text) => expect(looksLikeQuestion(text)).toBe(false),
  )
})
