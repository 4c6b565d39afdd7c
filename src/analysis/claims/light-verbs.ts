/** «سارعت الحكومة إلى نفي هذه المزاعم», «بادرت النقابة إلى اتهام الوزارة بـ»: a masdar of saying that a verb of its own only leads to. */
import type { SentenceView } from '../events/sentence.ts'
import { isRelative } from '../text/document.ts'
import { perWord } from '../text/word.ts'
import { lastSpeaker, phraseActing } from './acting.ts'
import type { Speaker } from './attribution.ts'
import { contentBehind } from './content.ts'
import { contentEnd } from './content-end.ts'
import { type Content, stretch } from './extent.ts'
import type { Reading } from './reading.ts'
import type { NounOfSaying } from './sayings.ts'
import { needsObject, withAccused } from './targets.ts'

const isLight = perWord(({ key }) => /^[وف]?[يت]?(?:سارع|بادر|عمد|اضطر|عاد|مضي|اسرع)(?:ت|وا)?$/.test(key))
/** A light verb stands at most so many words before its masdar. */
const LIGHT_REACH = 18

/** Who says what by the masdar of saying at a token, or undefined where no such verb leads to it. */
export function byLightVerb(
  reading: Reading,
  at: number,
  { entry }: NounOfSaying,
): { speaker: Speaker; content: Content } | undefined {
  const { view, quotes, verbs } = reading
  const { tokens } = view.document
  if (tokens[at - 1]?.key !== 'الي' || !entry.masdars.includes(tokens[at]!.key)) return undefined
  // «سارعت الحركة، التي يقودها فلان، إلى اتهام»: past what is told of her.
  const verb = verbs.findLast(
    (v) => v.at < at && v.at >= at - LIGHT_REACH && (v.at === view.from || !isRelative(tokens[v.at - 1]!)),
  )
  if (verb === undefined || !isLight(tokens[verb.at]!)) return undefined
  const opened =
    contentBehind(view, quotes, at, entry, true) ?? (entry.takesAnyObject ? rightBehind(view, at) : undefined)
  const content =
    opened && needsObject(view, entry.stance, entry.lemma, opened) ? withAccused(view, at, undefined, opened) : opened
  const phrase = content && phraseActing(view, verbs, at, verb.subject, 1, verb.at)
  if (phrase) return { speaker: { phrase }, content }
  const said = content && lastSpeaker(reading, verb.subject, at)
  return said && { speaker: { said }, content }
}

/** «نفي هذه المزاعم»: the object of a masdar stands right behind it. */
function rightBehind(view: SentenceView, at: number): Content | undefined {
  const from = at + 1
  if (from + 1 >= view.to || view.document.tokens[from]!.kind !== 'word') return undefined
  return stretch(from, from, contentEnd(view, from), false)
}
