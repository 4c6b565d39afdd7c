/** How somebody is spoken of by what he is called: «وصف تركيا بأنها «قوة محتلة»», «اعتبرت إيران «شريكا موثوقا»». */
import type { SentenceView } from '../events/sentence.ts'
import { bare } from '../text/clitics.ts'
import { NEGATIONS } from '../text/function-words.ts'
import { perWord } from '../text/word.ts'
import type { Content } from './extent.ts'

/** What tells it stands within so many words of what is said. */
const REACH = 9
const CALLING: ReadonlySet<string> = new Set(['وصف', 'اعتبر', 'سمي', 'عد', 'راي'])

/** On the Goldstein scale: as CAMEO 112 (accuse) and 051 (praise). */
const HOSTILE = -2
const FRIENDLY = 3.4

const STEMS: readonly [string, number][] = [
  [
    'محتل محتله احتلال عدو عدوه ارهابي ارهابيه ارهابيين ارهاب خاءن خونه عميل عملاء اداه ادوات دميه عصابه عصابات مجرم مجرمه مجرمين فاسد فاسده فاشل فاشله كاذب كاذبه معاديه معتديه غاصب مارق مارقه تهديد متمرد متمرده انقلابي انقلابيين ديكتاتور مستبد عنصري فاشي فاشيه متواطء متورط',
    HOSTILE,
  ],
  ['صديق صديقه شقيق شقيقه حليف حليفه شريك شريكه موثوق موثوقه حكيم شجاع سند ركيزه بطل', FRIENDLY],
]
const LIKED: ReadonlyMap<string, number> = new Map(
  STEMS.flatMap(([words, score]) => words.split(' ').map((word) => [word, score] as const)),
)

const regardOf = perWord(({ kind, key }): number | undefined =>
  kind === 'word' ? (LIKED.get(bare(key)) ?? LIKED.get(bare(key).replace(/ا$/, ''))) : undefined,
)

/**
 * Whom a saying calls something that shows how its speaker stands toward him, and how, or undefined.
 * @param at token index of the word of saying
 * @param lemma of the verb, folded
 */
export function regardIn(
  view: SentenceView,
  at: number,
  content: Content,
  lemma: string,
  speaker: string | undefined,
): { id: string; score: number } | undefined {
  if (!CALLING.has(lemma)) return undefined
  const { tokens } = view.document
  if (content.from <= at) return undefined
  const called = view.mentions.find(
    (m) =>
      m.to > content.from &&
      (m.titleFrom ?? m.from) <= content.from + 1 &&
      m.to <= content.to &&
      m.via !== 'nisba' &&
      m.preposition === '' &&
      m.type !== 'place' &&
      m.key !== speaker,
  )
  if (called === undefined) return undefined
  for (let i = called.to; i < Math.min(content.to, called.to + REACH); i++) {
    if (NEGATIONS.has(tokens[i]!.key)) return undefined
    const score = regardOf(tokens[i]!)
    if (score === undefined || view.isName(i)) continue
    return { id: called.key, score: tokens[i - 1]!.key === 'غير' ? -score : score }
  }
  return undefined
}
