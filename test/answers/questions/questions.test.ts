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

  it('are answered', async () => {
    const judged = await judge('questions.txt')
    for (const { question, right, miss } of judged) if (!right) console.log(`${question} – ${miss}`)
    const { all, unanswerable } = tally(judged)
    console.log(all, unanswerable)
    expect(all.right / all.of).toBeGreaterThanOrEqual(0.75)
  })
})
