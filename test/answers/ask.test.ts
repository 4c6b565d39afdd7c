import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { analyze } from '../../src/analysis/analyze.ts'
import type { Answer, AnswerLine } from '../../src/answers/answer.ts'
import { askAbout, ask as askAt } from '../../src/answers/ask.ts'
import { type Archive, openArchive } from '../../src/archive/archive.ts'
import { deskOf, NOW, person, store } from '../archive/desk.ts'

const ARTICLES = [
  {
    source: 'الضفة نيوز',
    publishedAt: '2024-01-10',
    text: `رفضت الجزائر، أمس الثلاثاء، طلبا فرنسيا لفتح مجالها الجوي أمام الطائرات العسكرية المتجهة إلى النيجر.
وقال وزير الخارجية الجزائري أحمد عطاف إن الجزائر لن تسمح بإقامة قواعد عسكرية أجنبية على أراضيها.
ودعت الأمم المتحدة إلى تسوية الخلاف بالحوار.`,
  },
  {
    source: 'الساحل اليوم',
    publishedAt: '2024-02-03',
    text: `وقعت الجزائر وإيطاليا في روما اتفاقا لزيادة صادرات الغاز الطبيعي.
وأعلنت إيطاليا أنها ستستثمر في محطات الطاقة الشمسية في الجنوب.
وزار وفد من الاتحاد الأوروبي العاصمة الجزائرية.`,
  },
  {
    source: 'الضفة نيوز',
    publishedAt: '2024-02-20',
    text: `هاجم مسلحون قافلة للأمم المتحدة شمالي مالي، وقتلوا أربعة جنود.
وأدانت فرنسا الهجوم، وحملت روسيا مسؤولية تدهور الوضع في مالي.
ونفت روسيا أن تكون قد أرسلت مرتزقة إلى مالي.`,
  },
  {
    source: 'مراسلون',
    publishedAt: '2024-03-01',
    text: `التقى وزير الخارجية الجزائري أحمد عطاف نظيره الروسي سيرغي لافروف في موسكو.
واتفقت الجزائر وروسيا على تنسيق المواقف من أزمة مالي.`,
  },
]

const ask = async (archive: Archive, desk: string, typed: string) =>
  (await askAt(archive, desk, typed, { now: new Date(NOW), timeZone: 'Africa/Algiers' })).answer

let archive: Archive
let desk: string
beforeAll(async () => {
  archive = await openArchive(':memory:')
  desk = await deskOf(archive, 'c1')
  for (const { text, ...origin } of ARTICLES)
    await archive.articles.save(
      desk,
      { text, receivedAt: NOW, ...origin },
      analyze(text, { publishedAt: origin.publishedAt }),
    )
})
afterAll(() => archive.close())

const linesOf = (answer: Answer): AnswerLine[] => [
  ...('lines' in answer ? answer.lines : []),
  ...('nearest' in answer ? answer.nearest : []),
]

/** Every line names an article of the desk, its source and day, and a sentence of it in which the words stand. */
async function expectCited(answer: Answer, least = 1) {
  const lines = linesOf(answer)
  expect(lines.length).toBeGreaterThanOrEqual(least)
  for (const { article, sentence, text } of lines) {
    const stored = await archive.articles.get(desk, article.id)
    const original = ARTICLES[article.id - 1]!
    expect(article).toMatchObject({ source: original.source, dated: original.publishedAt })
    const span = stored?.analysis.sentences[sentence]
    expect(span, `${article.id}/${sentence}`).toBeDefined()
    expect(original.text.slice(span!.start, span!.end)).toContain(text)
    expect(text.trim().split(' ').length).toBeGreaterThan(1)
  }
  return lines
}

describe('asked who somebody is, the desk', () => {
  it.each(['من هو أحمد عطاف؟', 'عطاف', 'احمد عطّاف', 'من هو وزير الخارجية الجزائري؟', 'Who is أحمد عطاف?'])(
    'tells it to «%s»',
    async (question) => {
      const answer = await ask(archive, desk, question)
      expect(answer).toMatchObject({ kind: 'actor', actor: { name: 'أحمد عطاف', articles: 2 } })
      const lines = await expectCited(answer)
      expect(new Set(lines.map((line) => line.article.id))).toEqual(new Set([1, 4]))
      // The latest comes first.
      expect(lines[0]?.article.id).toBe(4)
    },
  )

  it('tells the same to the button that bears the number', async () => {
    const answer = await ask(archive, desk, 'من هو أحمد عطاف؟')
    if (answer.kind !== 'actor') throw new Error(answer.kind)
    expect(await askAbout(archive, desk, answer.actor.number)).toEqual(answer)
    expect(await askAbout(archive, desk, 9999)).toBeUndefined()
    expect(await askAbout(archive, desk, Number.NaN)).toBeUndefined()
  })

  it('shows with whom and against whom a state stands', async () => {
    const answer = await ask(archive, desk, 'ماذا نعرف عن الجزائر؟')
    if (answer.kind !== 'actor') throw new Error(answer.kind)
    await expectCited(answer, 3)
    const score = (name: string) => answer.standings.find(({ other }) => other.name === name)?.score ?? 0
    expect(score('إيطاليا')).toBeGreaterThan(0)
    expect(score('فرنسا')).toBeLessThan(0)
  })
})

describe('asked for a position, the desk', () => {
  it.each([
    ['ما موقف الجزائر من القواعد الأجنبية؟', 'قواعد عسكرية أجنبية'],
    ['هل تقبل الجزائر قواعد أجنبية؟', 'قواعد عسكرية أجنبية'],
    ['هل دعت الأمم المتحدة إلى الحوار؟', 'دعت الأمم المتحدة'],
    ['ما موقف الأمم المتحدة من الخلاف؟', 'تسوية الخلاف'],
    ['هل يؤيد الاتحاد الأوروبي زيارة العاصمة؟', 'وفد من الاتحاد الأوروبي'],
    ['ماذا قالت روسيا عن المرتزقة؟', 'مرتزقة'],
  ])('answers «%s» with the sentence that says it', async (question, words) => {
    const answer = await ask(archive, desk, question)
    const lines = await expectCited(answer)
    expect(lines.map((line) => line.text).join(' ')).toContain(words)
  })

  it('says that it has none, and gives what comes nearest', async () => {
    const answer = await ask(archive, desk, 'ما موقف إيطاليا من الصيد البحري؟')
    expect(answer).toMatchObject({ kind: 'position', matter: 'الصيد البحري', lines: [] })
    await expectCited(answer)
  })
})

describe('asked for what is between two, the desk', () => {
  it.each(['ما علاقة الجزائر بإيطاليا؟', 'ما العلاقة بين إيطاليا والجزائر؟', 'ما علاقة الجزائر مع ايطاليا'])(
    'answers «%s» with what both have a part in',
    async (question) => {
      const answer = await ask(archive, desk, question)
      if (answer.kind !== 'relation') throw new Error(answer.kind)
      expect(answer.score).toBeGreaterThan(0)
      expect((await expectCited(answer))[0]?.text).toContain('اتفاقا')
    },
  )

  it('says nothing where nothing was read', async () => {
    expect(await ask(archive, desk, 'ما العلاقة بين إيطاليا ومالي؟')).toMatchObject({ kind: 'relation', lines: [] })
  })
})

describe('asked for what has no frame, the desk', () => {
  it('gives sentences that hold most of what was asked for', async () => {
    const answer = await ask(archive, desk, 'كم جنديا قتل في الهجوم على قافلة الأمم المتحدة؟')
    expect(answer).toMatchObject({ kind: 'fact', asks: 'count' })
    const [line] = await expectCited(answer)
    expect(line).toMatchObject({ value: 4 })
    expect(line?.text).toContain('وقتلوا أربعة جنود')
  })

  it('gives none that only share a word', async () => {
    expect(await ask(archive, desk, 'هل زار رئيس البرازيل معرض الطائرات الورقية في طوكيو؟')).toMatchObject({
      kind: 'fact',
      lines: [],
    })
  })
})

describe('asked for somebody unknown, the desk', () => {
  it('offers those whose name is nearly it', async () => {
    const answer = await ask(archive, desk, 'من هو أحمد عطايفي؟')
    expect(answer).toMatchObject({ kind: 'unknown', typed: 'أحمد عطايفي', empty: false })
    if (answer.kind === 'unknown') expect(answer.near[0]?.name).toBe('أحمد عطاف')
  })

  it('tells of the one whose name is a letter off, and says so', async () => {
    expect(await ask(archive, desk, 'من هو أحمد عطايف؟')).toMatchObject({
      kind: 'actor',
      actor: { name: 'أحمد عطاف' },
      slip: { typed: 'أحمد عطايف' },
    })
  })

  it('says so where nobody is near, and does not answer for a namesake', async () => {
    expect(await ask(archive, desk, 'من هو سقراط؟')).toEqual({
      kind: 'unknown',
      typed: 'سقراط',
      near: [],
      empty: false,
    })
    expect((await ask(archive, desk, 'من هو عطاف بن يوسف؟')).kind).toBe('unknown')
    const namesake = await ask(archive, desk, 'من هو عطاف الزهراني؟')
    expect(namesake).toMatchObject({ kind: 'unknown', near: [{ name: 'أحمد عطاف' }] })
  })

  it('says when it has read nothing at all', async () => {
    const empty = await deskOf(archive, 'empty')
    expect(await ask(archive, empty, 'من هو أحمد عطاف؟')).toMatchObject({ kind: 'unknown', near: [], empty: true })
    expect(await ask(archive, empty, 'ماذا نعرف عن الجزائر؟')).toMatchObject({ empty: true })
  })
})

describe('a name that several bear', () => {
  let other: string
  beforeAll(async () => {
    other = await deskOf(archive, 'namesakes')
    await store(archive, other, 'التقى سعيد الأنصاري هدى الأنصاري في تونس.', {
      entities: [person('سعيد الأنصاري'), person('هدى الأنصاري', { role: 'وزيرة الصحة' })],
    })
  })

  it.each(['من هو الأنصاري؟', 'الانصارى', 'ما موقف الأنصاري من التعليم؟', 'ما علاقة الأنصاري مع سعيد الأنصاري؟'])(
    'is asked back for «%s»',
    async (question) => {
      const answer = await ask(archive, other, question)
      expect(answer.kind).toBe('ambiguous')
      if (answer.kind === 'ambiguous')
        expect(answer.actors.map(({ name }) => name).sort()).toEqual(['سعيد الأنصاري', 'هدى الأنصاري'])
    },
  )

  it('is not guessed where more was typed than is known', async () => {
    expect((await ask(archive, other, 'من هو الأنصاري المقصود؟')).kind).toBe('ambiguous')
  })

  it('is one where the first name or the office tells', async () => {
    for (const question of ['من هي هدى الأنصاري؟', 'من هي وزيرة الصحة؟'])
      expect(await ask(archive, other, question)).toMatchObject({ kind: 'actor', actor: { name: 'هدى الأنصاري' } })
  })
})

describe('a person named in part in a later article', () => {
  it('is found in both when asked for a position', async () => {
    const own = await deskOf(archive, 'parts')
    await store(archive, own, 'قال كمال بن يونس الراجحي إن الصيد ممنوع.', {
      entities: [person('كمال بن يونس الراجحي')],
    })
    await store(archive, own, 'وعد الراجحي بفتح موسم الصيد قريبا.', { entities: [person('الراجحي')] })
    const answer = await ask(archive, own, 'ما موقف الراجحي من الصيد؟')
    expect(
      linesOf(answer)
        .map((line) => line.article.id)
        .sort(),
    ).toEqual([1, 2])
  })
})

describe('an answer', () => {
  const words = fc.constantFrom(
    ...'الجزائر فرنسا مالي روسيا عطاف لافروف قواعد الغاز الهجوم اتفاق سقراط المريخ وزير الأمم المتحدة'.split(' '),
  )
  const question = fc
    .tuple(
      fc.constantFrom('من هو', 'ما موقف', 'هل ترفض', 'ما علاقة', 'ماذا فعلت', 'ماذا نعرف عن', 'كم', 'أين', ''),
      fc.array(fc.oneof(words, fc.constantFrom('من', 'ب', 'مع', 'في', 'عن', 'و')), { minLength: 1, maxLength: 6 }),
    )
    .map(([frame, rest]) => `${frame} ${rest.join(' ')}؟`)

  it('says only what stands in the sentence that it names', async () => {
    await fc.assert(
      fc.asyncProperty(question, async (typed) => {
        const answer = await ask(archive, desk, typed)
        await expectCited(answer, 0)
        if ('actor' in answer) expect(await archive.actors.get(desk, answer.actor.number)).toEqual(answer.actor)
      }),
      { numRuns: 150 },
    )
  })

  it('is given to anything', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 60 }), async (typed) => {
        await expectCited(await ask(archive, desk, typed), 0)
      }),
      { numRuns: 60 },
    )
    for (const typed of ['', '؟', '"', 'AND', 'NEAR(a b)', '* OR *', "'; DROP TABLE desks; --"])
      await expectCited(await ask(archive, desk, typed), 0)
  })
})

describe('an office that no article gives', () => {
  it('finds its holder by the lexicon, and says that it is the lexicon that knows', async () => {
    const own = await deskOf(archive, 'lexicon')
    const text = 'بحث عبد العزيز بوتفليقة مع الوفد ملف الحدود، ووعد بدعم التنمية في الجنوب.'
    await archive.articles.save(own, { text, receivedAt: NOW }, analyze(text))
    const answer = await ask(archive, own, 'من هو رئيس الجزائر؟')
    expect(answer).toMatchObject({
      kind: 'actor',
      actor: { name: 'عبد العزيز بوتفليقة' },
      lexicon: { office: 'رئيس الجزائر', from: 1999, to: 2019 },
      offices: [],
    })
    expect((await ask(archive, own, 'من هو رئيس البرازيل؟')).kind).toBe('unknown')
  })
})
