/** The word of a sentence that tells the deed: whether what stands beside it is whom and what a question asks of. */
import { vocabulary } from '../analysis/lexicon/vocabulary.ts'
import { readings } from '../analysis/text/clitics.ts'
import { fold } from '../analysis/text/fold.ts'
import { FUNCTION_WORDS, RELATIVES } from '../analysis/text/function-words.ts'
import type { Token } from '../analysis/text/tokens.ts'
import type { Name, Term } from './need.ts'
import type { Reading, Sentence } from './reading.ts'

/** «رفض المجلس الطعن الذي قُدّم في النتائج»: what the deed was asked of stands in a clause about something else. */
export function isOfAnother({ tokens }: Sentence, deed: Token | undefined, object: Token | undefined): boolean {
  if (deed === undefined || object === undefined) return false
  return tokens.some(({ key, start }) => start > deed.start && start < object.start && RELATIVES.has(key))
}

const kindsOf = (key: string) =>
  readings(key).flatMap(({ stem }) => (vocabulary().events.get(stem) ?? []).map(({ kind }) => kind))

/** «من أفرج عنهم؟» is not answered by «بعد الإفراج عنهم» where that names nobody who did it. */
export function isNounOfDeed(deed: Term | undefined, token: Token | undefined): boolean {
  if (deed === undefined || token === undefined || !kindsOf(fold(deed.typed)).includes('verb')) return false
  const kinds = kindsOf(token.key)
  return kinds.length > 0 && !kinds.includes('verb')
}

/** «إثر توقيف شاحنة», clauses behind the person: what was stopped is something else. */
export function isApart(
  { stored }: Reading,
  { clauses }: Sentence,
  names: readonly Name[],
  deed: Token | undefined,
): boolean {
  const clause = deed && clauses.find(({ start, end }) => deed.start >= start && deed.start < end)
  const persons = names.filter(({ actors }) => actors[0]?.type === 'person')
  if (clause === undefined || clauses.length < 2 || persons.length === 0) return false
  const mentions = stored.analysis.entities.flatMap(({ id, mentions: own }) =>
    persons.some(({ ids }) => ids.has(id)) ? own : [],
  )
  return !mentions.some(({ start }) => start >= clause.start && start < clause.end)
}

/** «توقيف شاحنة»: a masdar with a noun of its own behind it. */
export function hasOwnObject({ tokens }: Sentence, deed: Token | undefined): boolean {
  const next = deed && tokens[tokens.findIndex(({ start }) => start === deed.start) + 1]
  if (deed === undefined || next?.kind !== 'word' || FUNCTION_WORDS.has(next.key)) return false
  const kinds = kindsOf(deed.key)
  return kinds.includes('masdar') && !kinds.includes('verb')
}
