import { expect, it } from 'vitest'
import { perWord, wordOf } from '../../../src/analysis/text/word.ts'

it('a word is asked once, whatever it has to tell and however many ask', () => {
  const answers = [undefined, false, 0, '', [], null, true, 1, 'x', ['x']]
  let asked = 0
  const functions = Array.from({ length: 400 }, (_, k) =>
    perWord((): unknown => {
      asked++
      return answers[k % answers.length]
    }),
  )
  const word = wordOf('كلمة', 'word')
  for (let round = 0; round < 3; round++)
    for (const [k, tell] of functions.entries()) expect(tell({ word })).toEqual(answers[k % answers.length])
  expect(asked).toBe(functions.length)
})

it('a function may have several empty answers', () => {
  const tell = perWord(({ text }): unknown => (text === 'لا' ? false : text === 'ما' ? undefined : []))
  for (let round = 0; round < 2; round++) {
    expect(tell({ word: wordOf('لا', 'word') })).toBe(false)
    expect(tell({ word: wordOf('ما', 'word') })).toBe(undefined)
    expect(tell({ word: wordOf('قد', 'word') })).toEqual([])
  }
})
