import { vocabulary } from '../lexicon/vocabulary.ts'
import { perWord } from '../text/word.ts'

/** Whether a word, a conjunction before it left off, is a finite verb of saying. */
export const isSpeechVerb = perWord((word): boolean => {
  const { speech } = vocabulary()
  return [word.key, word.key.replace(/^[وف]/, '')].some(
    (key) => speech.get(key)?.some((form) => form.kind === 'verb') ?? false,
  )
})

/** Whether a word opens what is said: «أن», «إنه», «بأن». */
export const isThat = perWord(({ key }) => /^(?:ان|بان)(?:ه|ها|هم|هما)?$/.test(key))
