import type { Quantity } from '../analysis.ts'
import { isFunctionWord, wordsOf } from '../text/document.ts'
import { numberAt } from '../text/numbers.ts'
import type { SentenceView } from './sentence.ts'

/** How far behind a trigger a count may stand that belongs to it («مقتل 12 جنديا», «أسفر … عن إصابة عشرات»). */
const REACH = 14
/** Nouns that count time, not things: those are in `times`. */
const TIME = /^(?:يوم|ايام|ساع|شهر|اشهر|سن[هو]|عام|اعوام|اسبوع|اسابيع|دقيق|دقاءق)/

/** The counts told with an event: between its trigger and the next mark, verb or trigger. Values in units as written; vague counts have none. */
export function quantitiesBehind(view: SentenceView, at: number, stopsAt: (index: number) => boolean): Quantity[] {
  const { tokens, text } = view.document
  const found: Quantity[] = []
  for (let i = at + 1; i < Math.min(view.to, at + REACH); i++) {
    const token = tokens[i]!
    if ((token.kind === 'mark' && token.text !== '«' && token.text !== '»') || stopsAt(i)) break
    const number = numberAt(tokens, i)
    if (number === undefined) continue
    // «العديد من», «عشرات القطع من الأسلحة»: what is counted follows, with «من» between or behind.
    let to = number.to
    if (tokens[to]?.key === 'من' && tokens[to + 1]) to++
    const noun = tokens[to]
    if (noun === undefined || noun.kind !== 'word' || isFunctionWord(noun) || TIME.test(noun.key.replace(/^ال/, ''))) {
      if (noun?.kind !== 'word' && number.value !== undefined && !isYear(number.value))
        found.push({
          text: wordsOf(text, { start: tokens[i]!.start, end: tokens[number.to - 1]!.end }),
          value: number.value,
        })
      i = number.to - 1
      continue
    }
    let end = to + 1
    if (tokens[end]?.key === 'من' && tokens[end + 1]?.kind === 'word' && /^ال/.test(tokens[end + 1]!.key)) end += 2
    found.push({
      text: wordsOf(text, { start: tokens[i]!.start, end: tokens[end - 1]!.end }),
      ...(number.value !== undefined && { value: number.value }),
      of: noun.text,
    })
    i = end - 1
  }
  return found
}

function isYear(value: number): boolean {
  return value >= 1900 && value <= 2100
}
