/** A body's other name in brackets or quotes right behind it is the same body: «شركة أنابيب البترول "بوتاش"», «قوة الأمم المتحدة (UNIFIL)». */
import { names } from '../lexicon/names.ts'
import type { Document } from '../text/document.ts'
import type { Mention } from './mention.ts'

const CLOSES: Readonly<Record<string, string>> = { '(': ')', '[': ']', '«': '»', '"': '"', '“': '”' }
/** Mentions within a body stand between it and the next one. */
const WITHIN = 3

/**
 * Joins them: all that have the key of the one get that of the other, which the lexicon knows or which stands first. An acronym in Latin letters that nothing else
 * told is a mention too.
 * @param mentions in the order of the text
 */
export function joinBrackets({ tokens }: Document, mentions: readonly Mention[]): readonly Mention[] {
  /** The mentions up to the one being read, from the first added one on. */
  let named: Mention[] | undefined
  const same = new Map<string, Mention>()
  for (let k = 0; k < mentions.length; k++) {
    const mention = mentions[k]!
    named?.push(mention)
    const opening = tokens[mention.to]
    if (opening?.kind !== 'mark' || !isBody(mention)) continue
    const closing = CLOSES[opening.text]
    const at = mention.to + 1
    if (closing === undefined || tokens[at] === undefined) continue
    let next = mentions[k + 1]
    for (let i = k + 2; next !== undefined && next.from < at && i <= k + WITHIN; i++) next = mentions[i]
    if (next?.from === at) {
      if (next.via === 'name' && isBody(next) && tokens[next.to]?.text === closing) join(mention, next, same)
    } else if (tokens[at]!.kind === 'latin' && tokens[at + 1]?.text === closing) {
      const { start, end } = tokens[at]!
      named ??= mentions.slice(0, k + 1)
      named.push({
        ...mention,
        from: at,
        to: at + 1,
        span: { start, end },
        via: 'name',
        conjunction: '',
        preposition: '',
      })
    }
  }
  named?.sort((a, b) => a.from - b.from)
  const all = named ?? mentions
  if (same.size === 0) return all
  return all.map((mention) => {
    const other = same.get(mention.key)
    return other === undefined ? mention : { ...mention, key: other.key, name: other.name, type: other.type }
  })
}

const isBody = ({ type, via }: Mention): boolean =>
  (type === 'organization' || type === 'armed-group') && (via === 'name' || via === 'body')

function join(first: Mention, second: Mention, same: Map<string, Mention>): void {
  if (first.key === second.key) return
  if (!names().byId.has(first.key)) same.set(first.key, second)
  else if (!names().byId.has(second.key)) same.set(second.key, first)
}
