/** «وأصيب 14 آخرون»: so many besides those told of, where something is done to them. */
import { type Document, isFunctionWord } from '../text/document.ts'
import { perWord, type Word } from '../text/word.ts'
import { isSaidToSuffer } from './done-to.ts'
import { startOfCount } from './groups.ts'
import { type Mention, newMention } from './mention.ts'
import { adjoins, isCounted } from './name-words.ts'
import { calledByPhrase } from './phrase-keys.ts'

const OTHERS = /^(?:اخرون|اخرين|اخريات)$/
const NO_CLITIC = { conjunction: '', preposition: '' } as const
const TENS_AS_OBJECT = /(عشر|ثلاث|[أا]ربع|خمس|ست|سبع|ثمان|تسع)ين(?= )/

const isOthers = perWord((word) => OTHERS.test(word.key) && isFunctionWord({ word }))

const TWO = /^[اإ]ثن(?:ين|ان) /

/** Whether a word may mean others. */
export const mayBeOthers = (word: Word): boolean => isOthers({ word })

/** The others that a token means together with the number right before it, or undefined where nothing is done to them. */
export function othersAt(document: Document, at: number): Mention | undefined {
  const { tokens, text } = document
  if (!adjoins(document, at - 1) || !isCounted(document, at)) return undefined
  const { start, end } = tokens[at]!
  const from = startOfCount(document, at, start)
  let first = at - 1
  while (tokens[first]!.start > from) first--
  if (from === start || !isSaidToSuffer(document, first)) return undefined
  const { key, name } = calledByPhrase(asSubject(text.slice(from, end)))
  const gender = tokens[at]!.key === 'اخريات' ? 'feminine' : 'masculine'
  return newMention(at, at + 1, { start: from, end }, 'group', 'group', key, name, NO_CLITIC, gender, true, undefined)
}

/** «سبعين آخرين» are «سبعون آخرون», «اثنين آخرين» «اثنان آخران». */
const asSubject = (words: string): string =>
  TWO.test(words) ? 'اثنان آخران' : words.replace(/خرين$/, 'خرون').replace(TENS_AS_OBJECT, '$1ون')
