import { describe, expect, it } from 'vitest'
import type { Stored } from '../../src/archive/articles.ts'
import { composeDigest } from '../../src/digest/digest.ts'
import { storiesOf } from '../../src/digest/stories.ts'
import { person, readingOf, state } from '../archive/desk.ts'

const [sudan, saudi, america, algeria, italy] = [
  state('SDN', 'السودان'),
  state('SAU', 'السعودية'),
  state('USA', 'الولايات المتحدة'),
  state('DZA', 'الجزائر'),
  state('ITA', 'إيطاليا'),
]

let last = 0
/** An article as the archive gives it. */
function stored(
  text: string,
  dated: string,
  parts: Parameters<typeof readingOf>[1],
  more: { story?: number } = {},
): Stored {
  const analysis = readingOf(text, parts)
  return {
    id: ++last,
    story: more.story ?? last,
    headline: analysis.summary.headline,
    dated,
    article: { text, receivedAt: dated, publishedAt: dated },
    analysis,
  }
}

const talks = stored('استأنف طرفا الحرب في السودان المحادثات في جدة برعاية السعودية والولايات المتحدة.', '2024-02-01', {
  entities: [sudan, saudi, america],
})
const talksElsewhere = stored(
  'جدة: محادثات طرفي الحرب السودانية تستأنف برعاية السعودية.',
  '2024-02-02',
  {
    entities: [saudi, sudan],
  },
  { story: talks.id },
)
const shells = stored('سقطت قذائف على سوق أم درمان في السودان، ونددت السعودية بالقصف.', '2024-02-03', {
  entities: [sudan, saudi],
})
const gas = stored('وقعت الجزائر وإيطاليا اتفاقا لزيادة صادرات الغاز.', '2024-02-04', { entities: [algeria, italy] })

describe('stories', () => {
  it('hold the articles that the archive has placed together, the story with most of them first', () => {
    expect(
      storiesOf([talks, gas, shells, talksElsewhere], new Map()).map((s) => s.articles.map(({ id }) => id)),
    ).toEqual([[talks.id, talksElsewhere.id], [gas.id], [shells.id]])
  })

  it('say how many of their articles came before', () => {
    const sizes = new Map([[talks.id, 5]])
    expect(storiesOf([talks, talksElsewhere, gas], sizes).map(({ earlier }) => earlier)).toEqual([3, 0])
  })

  it('of nothing are none', () => {
    expect(storiesOf([], new Map())).toEqual([])
  })

  it('hold every article once', () => {
    const articles = [talks, talksElsewhere, shells, gas, talks, gas]
    const grouped = storiesOf(articles, new Map()).flatMap((story) => story.articles)
    expect(grouped.length).toBe(articles.length)
    expect(new Set(grouped)).toEqual(new Set(articles))
  })
})

describe('a digest', () => {
  const to = '2024-02-05T07:30:00.000Z'
  const from = '2024-02-04T07:30:00.000Z'

  it('counts the articles and names the actors of most of them, no places and no unnamed groups', () => {
    const place = { id: 'place:jeddah', name: 'جدة', type: 'place' as const }
    const group = { id: 'text:مسلحون', name: 'مسلحون', type: 'group' as const }
    const more = stored('زار وفد السودان جدة.', '2024-02-04', { entities: [place, group, sudan, person('هدى علي')] })
    const digest = composeDigest([talks, talksElsewhere, shells, more], new Map(), from, to)
    expect(digest).toMatchObject({ from, to, articles: 4 })
    expect(digest.actors.slice(0, 2).map(({ name, articles }) => [name, articles])).toEqual([
      ['السودان', 4],
      ['السعودية', 3],
    ])
    expect(digest.actors.map(({ name }) => name)).not.toEqual(expect.arrayContaining(['جدة']))
    expect(digest.actors.map(({ name }) => name)).not.toEqual(expect.arrayContaining(['مسلحون']))
  })

  it('expects what is planned for a day to come, the nearest first, each once', () => {
    const planned = (text: string, start: string | undefined, more: object = {}) =>
      stored(text, '2024-02-04', {
        entities: [algeria],
        events: [
          {
            sentence: 0,
            agents: [algeria.id],
            status: 'planned',
            ...(start && { time: { text: start, start } }),
            ...more,
          },
        ],
      })
    const twice = planned('تعقد الجزائر قمة مرتين.', '2024-02-20')
    twice.analysis.events.push({ ...twice.analysis.events[0]!, type: 'AGREE' })
    const digest = composeDigest(
      [
        planned('تستضيف الجزائر اجتماعا في مارس.', '2024-03'),
        planned('توقع الجزائر اتفاقا غدا.', '2024-02-06'),
        twice,
        planned('أجلت الجزائر ما فات.', '2024-02-01'),
        planned('تنوي الجزائر شيئا يوما ما.', undefined),
        planned('وقعت الجزائر اتفاقا.', '2024-02-07', { status: 'happened' }),
        planned('تقرر عقد اجتماع.', '2024-02-08', { agents: [] }),
        planned('تجتمع الجزائر اليوم مساء.', '2024-02-05'),
      ],
      new Map(),
      from,
      to,
    )
    expect(digest.expected.map(({ text }) => text)).toEqual([
      'تجتمع الجزائر اليوم مساء.',
      'توقع الجزائر اتفاقا غدا.',
      'تعقد الجزائر قمة مرتين.',
      'تستضيف الجزائر اجتماعا في مارس.',
    ])
    for (const { article, text, sentence } of digest.expected) {
      const span = article.analysis.sentences[sentence]!
      expect(article.article.text.slice(span.start, span.end)).toContain(text)
    }
  })

  it('of a day without articles is empty', () => {
    expect(composeDigest([], new Map(), from, to)).toEqual({
      from,
      to,
      articles: 0,
      stories: [],
      expected: [],
      actors: [],
    })
  })
})
