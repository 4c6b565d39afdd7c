/** Who does what stands behind «أن»: a noun between it and the verb that names nobody, or whoever is obliged or entitled before it. */
import type { Mention } from '../entities/mention.ts'
import { isFiniteVerb } from '../lexicon/finite.ts'
import type { VerbForm } from '../lexicon/inflection.ts'
import { isFunctionWord } from '../text/document.ts'
import { perWord } from '../text/word.ts'
import { agrees, ofUnit } from './nouns.ts'
import type { SentenceView } from './sentence.ts'
import { isPart } from './surroundings.ts'

/** «أن», «بأن», «لأن». */
export const opensContent = perWord(({ key }) => /^[وبل]?(?:ان|لان|كان)$/.test(key))

/** Words from «أن» to a verb whose subject stands between them and names nobody, at most. */
const LONGEST_UNNAMED = 8

/**
 * «أن قوة عسكرية اقتحمت …», «أن طائرة تابعة للجيش قصفت …»: who a noun at the head of a clause stands for, where it names nobody itself; undefined where
 * no such noun leads the clause.
 */
export function unnamedLeads(view: SentenceView, at: number): Mention[] | undefined {
  const { tokens } = view.document
  let owner: Mention | undefined
  let from = at - 1
  for (; from >= view.from && from >= at - LONGEST_UNNAMED; from--) {
    const token = tokens[from]!
    if (opensContent(token)) break
    if (token.kind === 'mark' || isFiniteVerb(token) || /^[وف]/.test(token.key)) return undefined
    if (isFunctionWord(token) && token.key !== 'من') return undefined
    const mention = view.startsAt.get(from)
    if (mention && mention.via !== 'nisba') {
      if (mention.preposition === 'ل' && ofUnit(tokens, from)) owner = mention
      else if (tokens[from - 1]?.key === 'من' && isPart(view, from - 1)) owner = mention
      else if (mention.type !== 'place' && mention.preposition === '') return undefined
    }
  }
  const noun = tokens[from + 1]!
  if (from < view.from || from < at - LONGEST_UNNAMED || from + 1 === at || isFunctionWord(noun)) return undefined
  if (view.isName(from + 1) || view.isTime(from + 1)) return undefined
  return owner ? [owner] : []
}

/** Words from «حق», «بإمكان» to the «أن» behind it, at most. */
const ENTITLED_WITHIN = 6
const ENTITLING = new Set('حق بحق بامكان بوسع بمقدور واجب مصلحه شان'.split(' '))

/** «يجب على إسرائيل أن …», «طلب من مصر أن …», «من حق مصر أن …»: who is to do, or may do, what stands behind «أن» at a token. */
export function obligedBefore(view: SentenceView, that: number, subject: VerbForm['subject']): Mention[] | undefined {
  const { tokens } = view.document
  const obliged = view.endingAt(that)
  if (
    obliged &&
    agrees(obliged, subject) &&
    (obliged.preposition === 'ل' || /^(?:علي|من)$/.test(tokens[(obliged.titleFrom ?? obliged.from) - 1]?.key ?? ''))
  )
    return [obliged]
  for (let i = that - 1; i >= view.from && i >= that - ENTITLED_WITHIN; i--) {
    const token = view.document.tokens[i]!
    if (token.kind === 'mark' || isFiniteVerb(token)) return undefined
    if (!ENTITLING.has(token.key)) continue
    const whose = view.startsAt.get(i + 1)
    return whose && whose.via !== 'nisba' ? [whose] : []
  }
  return undefined
}
