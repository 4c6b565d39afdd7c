/** Words that take up somebody named before: «الأخير», «الطرفان», «البلدان», «الجماعة». Whom they mean, `link.ts` finds. */
import { isFiniteVerb } from '../lexicon/finite.ts'
import { vocabulary } from '../lexicon/vocabulary.ts'
import type { Reading } from '../text/clitics.ts'
import { type Document, isFunctionWord, nounReadings, spanAfterClitics } from '../text/document.ts'
import { fold } from '../text/fold.ts'
import { perWord, type Word } from '../text/word.ts'
import { type Again, type Mention, newMention } from './mention.ts'
import { hasPlainArticle } from './name-words.ts'

const duals = (words: string, of: Again) =>
  words.split(' ').flatMap((word) => ['ان', 'ين'].map((ending) => [fold(word) + ending, of] as const))
/** The last one; the last two of a kind. */
const TAKING_UP: ReadonlyMap<string, Again> = new Map<string, Again>([
  ['اخير', 'last'],
  ['اخيره', 'last'],
  ...duals('بلد دولت جارت حكومت عاصمت', 'two states'),
  ...duals('رئيس وزير زعيم مسؤول قائد مسئول', 'two persons'),
  ...duals('طرف جانب حليف خصم غريم فريق حزب', 'two'),
])

interface Beginning {
  reading: Reading
  again: Again
}

const THESE = /^([وف]?)([بل]?)هءلاء$/

const beginnings = perWord((word): readonly Beginning[] => {
  const these = THESE.exec(word.key)
  if (these) return [{ reading: readingOfThese(these), again: 'people' }]
  return nounReadings({ word }).flatMap((reading): Beginning[] => {
    if (!reading.article) return []
    const again = TAKING_UP.get(reading.stem)
    if (again) return [{ reading, again }]
    const head = vocabulary().groups.get(reading.stem)
    return head && !head.plural && head.entry.kind === 'armed' && head.entry.needsComplement
      ? [{ reading, again: 'head' }]
      : []
  })
})

/** Whether a word may take up somebody named before. */
export const mayTakeUp = (word: Word): boolean => beginnings({ word }).length > 0

/** «هؤلاء» behind its clitics, as a noun is read. */
function readingOfThese([, conjunction = '', preposition = '']: RegExpExecArray): Reading {
  return {
    stem: 'هءلاء',
    article: false,
    conjunction: conjunction as Reading['conjunction'],
    preposition: preposition as Reading['preposition'],
    prefixLetters: conjunction.length + preposition.length,
    cliticLetters: conjunction.length + preposition.length,
  }
}

/** A mention that takes up one or two named before, or undefined. It says nothing where nobody was. */
export function againAt(document: Document, at: number): Mention | undefined {
  const token = document.tokens[at]!
  const beginning = beginnings(token)[0]
  if (beginning === undefined) return undefined
  const { reading, again } = beginning
  const previous = document.tokens[at - 1]
  const next = document.tokens[at + 1]
  // «السنوات الأخيرة», «لقاؤه الأخير»: an adjective of the noun before.
  if (again === 'last' && reading.preposition === '' && previous?.kind === 'word')
    if (!isFunctionWord(previous) && !isFiniteVerb(previous)) return undefined
  // «هؤلاء المسلحون»: the noun behind says who.
  if (again === 'people' && next && (hasPlainArticle(next) || next.key === 'هم')) return undefined
  // «البلدان العربية»: countries, more than two.
  if (reading.stem === 'بلدان' && next && hasPlainArticle(next) && !/(?:ان|ين)$/.test(next.key)) return undefined
  const mention = newMention(
    at,
    at + 1,
    spanAfterClitics(token, reading),
    'group',
    'group',
    `text:${reading.stem}`,
    token.text,
    reading,
    reading.stem.endsWith('ه') ? 'feminine' : 'masculine',
    again.startsWith('two') || again === 'people',
    undefined,
  )
  mention.onlyAgain = true
  mention.again = again
  return mention
}
