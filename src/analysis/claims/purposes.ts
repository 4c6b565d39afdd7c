/** Sayings told by a masdar: «تظاهر العمال للمطالبة بـ», «تبادل الطرفان الاتهامات بـ», «وهو اتهام وجهته الوزارة». */
import type { SentenceView } from '../events/sentence.ts'
import { perWord } from '../text/word.ts'
import { phraseActing } from './acting.ts'
import { contentBefore } from './beside.ts'
import { contentEnd } from './content-end.ts'
import { type Content, stretch } from './extent.ts'
import type { Reading } from './reading.ts'
import { isDirectedSaying, isSource, type NounOfSaying } from './sayings.ts'
import { type Phrase, phraseOf } from './speakers.ts'
import { subjectBehind } from './subject-behind.ts'

/** Who says something by a masdar, each of them; the content is of them all. */
export interface SaidByMasdar {
  speakers: Phrase[]
  content: Content
}

const isForDemanding = perWord(({ key }) => key === 'للمطالبه')
/** Whoever demands acts at most so many words before. */
const DEMANDING_REACH = 40

/** «تظاهر العمال أمام الوزارة للمطالبة بزيادة أجورهم»: what somebody acts for is what he demands; undefined where nobody acts, or nothing is told. */
export function demandedBy({ view, verbs }: Reading, at: number): SaidByMasdar | undefined {
  if (!isForDemanding(view.document.tokens[at]!)) return undefined
  const content = behindBa(view, at)
  const verb = content && verbs.findLast((v) => v.at < at && v.at >= at - DEMANDING_REACH)
  if (!verb || verb.antecedent) return undefined
  const phrase = phraseActing(view, verbs, at, verb.subject, 1, verb.at)
  if (phrase === undefined || phrase.from < view.from || !isSomebody(view, phrase)) return undefined
  // «اعتقلت الشرطة عشرة قبل مسيرة للمطالبة بـ»: bodies act for other ends.
  return verb.type === 'PROTEST' || phrase.mention?.type === 'group'
    ? { speakers: [someOf(view, phrase)], content }
    : undefined
}

const isNumber = perWord(({ key }) => /^[وف]?(?:عشرات|مءات|الاف|عدد|مجموعه)ا?$/.test(key))

/** «مئات من أهالي القرية»: some of a group, and not all of it. */
function someOf(view: SentenceView, { from, to, mention }: Phrase): Phrase {
  const { tokens } = view.document
  if (
    mention?.type !== 'group' ||
    from - 2 < view.from ||
    tokens[from - 1]!.key !== 'من' ||
    !isNumber(tokens[from - 2]!)
  )
    return { from, to, ...(mention && { mention }) }
  const place = view.startsAt.get(to)
  return { from: from - 2, to: place?.type === 'place' && place.preposition === '' ? place.to : to }
}

const isExchanging = perWord(({ key }) => /^[وف]?(?:تبادل(?:ت|ا|تا|وا)?|[يت]تبادل(?:ان|ون)?)$/.test(key))
const EXCHANGING_REACH = 16

/** «تبادل الجيش والمتمردون الاتهام بخرق الهدنة»: each of them accuses the other. */
export function exchangedBy(
  { view, verbs }: Reading,
  at: number,
  { entry, owned }: NounOfSaying,
): SaidByMasdar | undefined {
  if (entry.stance !== 'accuses' || owned) return undefined
  const { tokens } = view.document
  const verb = verbs.findLast((v) => v.at < at && v.at >= at - EXCHANGING_REACH)
  if (verb === undefined || !isExchanging(tokens[verb.at]!)) return undefined
  const content = behindBa(view, at)
  const first = content && subjectBehind(view, verb.at, at)
  if (!first || !isSomebody(view, first)) return undefined
  const speakers = [first]
  for (let m = view.startsAt.get(first.to); m && m.to <= at && m.conjunction === 'و'; m = view.startsAt.get(m.to))
    speakers.push(phraseOf(m))
  return { speakers, content }
}

/** «وهو اتهام وجهته إليه الوزارة»: who says of what stands before that it is so. */
export function directedBy(reading: Reading, at: number, { entry }: NounOfSaying): SaidByMasdar | undefined {
  const { view, found } = reading
  const { tokens } = view.document
  const verb = at + 1
  if (entry.stance !== 'accuses' || verb >= view.to || !isDirectedSaying(tokens, at - 1)) return undefined
  const phrase = subjectBehind(view, verb, view.to)
  if (!phrase || !isSomebody(view, phrase)) return undefined
  const last = found.at(-1)
  const content =
    last && last.to >= at - 3 && last.from < at - 2
      ? stretch(at, last.from, Math.min(last.to, endBefore(view, at - 1)), false)
      : contentBefore(reading, at - 1, false)
  return content && { speakers: [phrase], content }
}

/** The end of what stands before a token, without the marks before it. */
function endBefore({ document: { tokens } }: SentenceView, at: number): number {
  let end = at
  while (tokens[end - 1]?.kind === 'mark' && !/^[»”)]$/.test(tokens[end - 1]!.text)) end--
  return end
}

/** What is said behind the «ب» right behind a masdar. */
function behindBa(view: SentenceView, at: number): Content | undefined {
  const from = at + 1
  if (from + 1 >= view.to || !/^ب.{2}/.test(view.document.tokens[from]!.key)) return undefined
  return stretch(from, from, contentEnd(view, from), false, 1)
}

const isSomebody = (view: SentenceView, { from, mention }: Phrase): boolean =>
  mention ? mention.type !== 'place' : isSource(view.document.tokens[from]!.key.replace(/^ال/, ''))
