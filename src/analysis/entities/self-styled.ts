/** Bodies by the name that they give themselves, or are said to go by: «مجموعة تطلق على نفسها اسم "…"», «الجماعة المعروفة باسم «…»». */

import { vocabulary } from '../lexicon/vocabulary.ts'
import { bare } from '../text/clitics.ts'
import type { Document } from '../text/document.ts'
import { closesQuote, opensQuote } from '../text/marks.ts'
import { LONGEST } from './body-ends.ts'
import { knownNameAt } from './known.ts'
import { type Mention, newMention } from './mention.ts'
import { calledByPhrase } from './phrase-keys.ts'

/** Right before the name, perhaps with «اسم» between: «على نفسها», «المسماة», «المعروفة باسم». */
const CALLED = /^(?:نفسها|نفسه|المسما?[هي]|تسمي|يسمي|تدعي|يدعي|المعروفه?|تعرف|يعرف|المدعوه?)$/
/** The noun that says what is called so stands at most so many words before. */
const REACH = 8

/** The quoted name of a body that begins at a token, behind words that say it is one; or undefined. */
export function selfStyledAt(document: Document, at: number): Mention | undefined {
  const { tokens, text, opens } = document
  if (at < 3 || !opensQuote(tokens[at - 1]!)) return undefined
  const before = /^ب?اسم$/.test(tokens[at - 2]!.key) ? at - 3 : at - 2
  if (before < 0 || !CALLED.test(tokens[before]!.key)) return undefined
  const head = headBefore(document, before)
  if (head === undefined || knownNameAt(document, at)) return undefined
  let to = at
  while (to < tokens.length && to - at <= LONGEST && !closesQuote(tokens[to]!) && opens[to] === 0) to++
  const end = tokens[to]
  if (to === at || end === undefined || !closesQuote(end)) return undefined
  const span = { start: tokens[at]!.start, end: tokens[to - 1]!.end }
  const { key, name } = calledByPhrase(text.slice(span.start, span.end))
  const type = head === 'armed' ? 'armed-group' : 'organization'
  return newMention(at, to, span, type, 'name', key, name, UNJOINED, 'feminine', false, undefined)
}

const UNJOINED = { conjunction: '', preposition: '' } as const

function headBefore({ tokens, opens }: Document, from: number): string | undefined {
  for (let at = from - 1; at >= 0 && from - at <= REACH && opens[at + 1] === 0; at--) {
    const kind = vocabulary().groups.get(bare(tokens[at]!.key))?.entry.kind
    if (kind === 'armed' || kind === 'body') return kind
  }
  return undefined
}
