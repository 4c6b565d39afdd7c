/** What single words are to a saying: passed before its subject, whom it is said to, no subject at all. */
import { vocabulary } from '../lexicon/vocabulary.ts'
import { isFunctionWord } from '../text/document.ts'
import type { Token } from '../text/tokens.ts'
import { perWord } from '../text/word.ts'
import { isSource } from './sayings.ts'

/** Words that stand between a verb of saying and its subject and belong to neither. */
const PASSED =
  /^(?:ايضا|كذلك|مجددا|بدوره|بدورها|بدورهم|علنا|صراحه|رسميا|لاحقا|ان ذاك|امس|مرارا|بوضوح|بحزم|بشده|ثانيه|فقط|ذاته|نفسه|هنا|انذاك|حينها|بالمقابل|بالمناسبه|اخيرا|ساخرا|متساءلا|فيه|فيها|له|لها|لهم|لي|لنا|به|بها|عليه|عليها|معه|معها|منه|منها|عنه|عنها|خلاله|خلالها|اليه|اليها|ردا|تعليقا|تعقيبا|جوابا|استنادا)$/
/** «لوكالة فرانس برس», «للصحافيين»: whom it was said to. */
const ADDRESSEE =
  /^[وف]?ل(?:وكاله|وكالات|صحيفه|قناه|اذاعه|موقع|تلفزيون|مجله|مراسل|برنامج|راديو|لصحافيين|لصحفيين|لصحافه|لقناه|لوكاله|لتلفزيون|لاذاعه|لجزيره|لصحيفه|لموقع|نظير|لجنه|شبكه|لاناضول|وسائل|وساءل)/
/** Whether a word stands between a verb of saying and its subject and belongs to neither. */
export const isPassed = perWord(({ key }) => PASSED.test(key))
/** Whether a word begins whom something was said to: «لوكالة فرانس برس». */
export const isAddressee = perWord(({ key }) => ADDRESSEE.test(key))

/** «المصدر ذاته». */
const SELF = /^(?:ذاته|نفسه|ذاتها|نفسها|انفسهم|عينه)$/
/** Whether a word only points back to the noun before it: «ذاته». */
export const isSelf = (key: string): boolean => SELF.test(key)

/** Whether a word may be «ويطبق» of «يتابع ويطبق»: a verb that the lexicon does not know, joined to the one before. */
export const isJoinedVerb = perWord(
  ({ key }) => /^[وف][يت].{2,}$/.test(key) && !vocabulary().groups.has(key) && !isSource(key),
)

/** «أم سعيد»: spelled like «or», a mother's name behind a verb. */
export const isKunya = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]!.text === 'أم' && tokens[at + 1]?.kind === 'word' && !isFunctionWord(tokens[at + 1]!)

/** An indefinite accusative of the general vocabulary («نفيا», «بيانا», «قائلا»): no subject. */
export const isAccusative = perWord(({ kind, key, text }): boolean => {
  if (kind !== 'word' || key.length < 4 || !/[^اءىو]ا$/.test(key)) return false
  const { events, speech, groups, titles } = vocabulary()
  // «رئيسها» is no «رئيسة» in the accusative.
  if (key.endsWith('ها') && titles.has(key.slice(0, -2)) && !/[ًا]\u064B$|\u064Bا$/.test(text)) return false
  const stem = key.slice(0, -1)
  return (
    text.endsWith('ً') ||
    text.endsWith('ًا') ||
    events.has(stem) ||
    speech.has(stem) ||
    speech.has(key) ||
    groups.has(stem) ||
    titles.has(stem)
  )
})
