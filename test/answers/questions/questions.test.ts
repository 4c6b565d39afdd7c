import { describe, expect, it } from 'vitest'
import { judge, readArticles, readQuestions, tally } from './questions.ts'

describe('the articles that are asked', () => {
  it('are forty, of sixty to two hundred words', () => {
    const articles = readArticles()
    expect(articles.map(({ id }) => id)).toEqual(Array.from({ length: 40 }, (_, at) => at + 1))
    for (const { text } of articles) {
      const words = text.split(/\s+/).length
      expect(words, text).toBeGreaterThanOrEqual(60)
      expect(words, text).toBeLessThanOrEqual(200)
    }
  })
})

describe('the questions', () => {
  it('are 120, 20 of which the articles do not answer, and cite sentences that there are', () => {
    const questions = readQuestions('questions.txt')
    expect(questions.length).toBe(120)
    expect(questions.filter(({ kind }) => kind === 'decline').length).toBe(20)
    const articles = readArticles()
    for (const { groups } of questions)
      for (const [article, line] of groups.flat().map((cited) => cited.split('.').map(Number)))
        expect(articles[article! - 1]?.lines[line! - 1], `${article}.${line}`).toBeDefined()
  })

  it('are answered right, nine of ten, and none that the articles do not answer', async () => {
    const judged = await judge('questions.txt')
    const missed = judged.filter(({ right }) => !right).map(({ question, miss }) => `${question} – ${miss}`)
    const { all, unanswerable } = tally(judged)
    expect(all.right / all.of, missed.join('\n')).toBeGreaterThanOrEqual(0.9)
    expect(unanswerable, missed.join('\n')).toEqual({ right: 20, of: 20 })
  })
})

describe('questions that come near', () => {
  it('are answered only where the sentence itself says so', async () => {
    const judged = await judge('near-misses.txt')
    const missed = judged.filter(({ right }) => !right).map(({ question, miss }) => `${question} – ${miss}`)
    const { all, unanswerable } = tally(judged)
    expect(all.right / all.of, missed.join('\n')).toBeGreaterThanOrEqual(0.9)
    expect(unanswerable.right, missed.join('\n')).toBe(unanswerable.of)
  })
})

describe.each([
  { file: 'as-typed.txt', count: 125, unanswerable: 31, least: 0.9 },
  { file: 'once-more.txt', count: 47, unanswerable: 14, least: 0.8 },
])('questions as they are typed in a hurry ($file)', ({ file, count, unanswerable: declined, least }) => {
  it('cite sentences that there are', () => {
    const questions = readQuestions(file)
    expect(questions.length).toBe(count)
    expect(questions.filter(({ kind }) => kind === 'decline').length).toBe(declined)
    const articles = readArticles()
    for (const [article, line] of questions
      .flatMap(({ groups }) => groups.flat())
      .map((cited) => cited.split('.').map(Number)))
      expect(articles[article! - 1]?.lines[line! - 1], `${article}.${line}`).toBeDefined()
  })

  it('are answered right, and none that the articles do not answer', async () => {
    const judged = await judge(file)
    const missed = judged.filter(({ right }) => !right).map(({ question, miss }) => `${question} – ${miss}`)
    const { all, unanswerable } = tally(judged)
    expect(all.right / all.of, missed.join('\n')).toBeGreaterThanOrEqual(least)
    expect(unanswerable.right, missed.join('\n')).toBe(unanswerable.of)
  })
})

describe('the questions that no rule is tuned on', () => {
  it('are forty, eight of which the articles do not answer, and cite sentences that there are', () => {
    const questions = readQuestions('held-out.txt')
    expect(questions.length).toBe(40)
    expect(questions.filter(({ kind }) => kind === 'decline').length).toBe(8)
    const articles = readArticles()
    for (const [article, line] of questions
      .flatMap(({ groups }) => groups.flat())
      .map((cited) => cited.split('.').map(Number)))
      expect(articles[article! - 1]?.lines[line! - 1], `${article}.${line}`).toBeDefined()
  })
})
