import type { Stance } from '../analysis.ts'
import type { Mention } from '../entities/mention.ts'
import type { SentenceView } from '../events/sentence.ts'
import { isRelative } from '../text/document.ts'
import { isGoverned } from './agreement.ts'
import type { Content } from './extent.ts'
import type { Phrase } from './speakers.ts'
import { passedBefore } from './subject-behind.ts'

/** Of warnings only threats are aimed at somebody. */
const THREATS = new Set(['هدد', 'توعد', 'لوح'])

/** What is demanded of somebody against his will: «طالبت بسحب القوات الأجنبية», «دعا إلى رحيل الوزير». */
const AGAINST =
  /^(?:ب|ل)?(?:سحب|انسحاب|رحيل|استقاله|اقاله|اسقاط|تنحي|تنحيه|طرد|معاقبه|محاكمه|ابعاد|ترحيل|حل|اعتقال|توقيف|محاسبه|تسليم|نزع|تفكيك|عزل)$/

/**
 * The key of whom an accusation, a condemnation, a threat or a hostile demand is aimed at, or undefined: its object («اتهم المغرب الجزائر بـ…»),
 * or whoever is named first in what is condemned («انتقد السياسة الفرنسية»).
 * @param at token index of the word of saying
 * @param lemma of the verb, folded
 */
export function againstWhom(
  view: SentenceView,
  at: number,
  content: Content,
  stance: Stance,
  lemma: string,
  speaker: string | undefined,
): string | undefined {
  if (stance === 'demands') {
    if (!AGAINST.test(view.document.tokens[content.from]?.key ?? '')) return undefined
    const owner = view.startsAt.get(content.from + 1)
    return owner && owner.preposition === '' && owner.key !== speaker && owner.type !== 'place' ? owner.key : undefined
  }
  if (stance !== 'accuses' && !(stance === 'warns' && THREATS.has(lemma))) return undefined
  const fits = (m: Mention | undefined): m is Mention => m !== undefined && m.key !== speaker && m.type !== 'place'
  const object = view.mentions.findLast(
    (m) => m.from > at && m.to <= content.opener && m.via !== 'nisba' && !isGoverned(view, m) && fits(m),
  )
  if (object) return object.key
  // «ندد بما وصفه «القرصنة الأمريكية»»: whose it is.
  if (/^(?:وصف|سمي|سم|اعتبر)(?:ه|ها|ته|تها|اه|اها)$/.test(view.document.tokens[content.from]?.key ?? ''))
    return view.mentions.find((m) => m.from > content.from && m.to <= content.to && m.preposition === '' && fits(m))
      ?.key
  const first = view.startsAt.get(content.from)
  if (fits(first) && first.via !== 'nisba') return first.key
  const owner = view.startsAt.get(content.from + 1)
  return fits(owner) && owner.preposition === '' ? owner.key : undefined
}

/** Whom an accusation names stands at most so many words before what he is accused of. */
const ACCUSED_REACH = 12

const BLAMES = 'حمل'
const DESCRIBES = 'وصف'

/** An accusation says of whom, a description of what («وصف القرار بأنه …»); a single word («داعيا المصارف إلى تمويلها») says nothing without whom it is said to. */
export function needsObject(
  { document: { tokens } }: SentenceView,
  stance: Stance,
  lemma: string,
  content: Content,
): boolean {
  const { opener, joined, clause, from, to } = content
  if (clause) return (stance === 'accuses' || lemma === DESCRIBES) && /^بان(?:ه|ها|هم)/.test(tokens[opener]!.key)
  return (stance === 'accuses' && (joined === 1 || lemma === BLAMES)) || to - from < 2
}

/** «اتهمت مصر إثيوبيا بالمماطلة»: what is said, whom it is said of included. */
export function withAccused(view: SentenceView, at: number, speaker: Phrase | undefined, content: Content): Content {
  const from = passedBefore(
    view,
    Math.max(at + 1, speaker && speaker.from > at ? speaker.to : 0),
    content.opener,
    false,
  )
  if (from >= content.opener || content.opener - from > ACCUSED_REACH) return content
  // «النقابة التي لم تشارك»: what is told of who speaks.
  if (isRelative(view.document.tokens[from]!)) return content
  for (let i = from; i < content.opener; i++) {
    const { kind, text } = view.document.tokens[i]!
    if (kind === 'mark' && !/^[«»“”"]$/.test(text)) return content
  }
  // «بأنها تخفي»: of whom stands before it.
  return { ...content, from, joined: 0 }
}
