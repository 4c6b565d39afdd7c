/** Against whom a protest is, where its cause tells: «إضرابا احتجاجا على قرار وزارة النقل», «وقفة رفضا لسياسات الحكومة». */
import type { Mention } from '../entities/mention.ts'
import { bare } from '../text/clitics.ts'
import type { SentenceView } from './sentence.ts'
import type { Trigger } from './triggers.ts'

const CAUSE = /^(?:احتجاجا|تنديدا|رفضا|استنكارا|اعتراضا)$/
/** What is somebody's own doing: whoever it is of is whom the protest is against; what befell somebody is not. */
const DOING =
  /^[لب]?(?:ال)?(?:قرار|قرارات|سياسه|سياسات|نيه|اعتزام|عزم|رفض|تصريحات|تصريح|تماطل|مماطله|تنصل|تنصلا|ممارسات|تجاهل|تجاهلا|موقف|مواقف|صمت|انتهاكات|مشروع|مشاريع|تاخر)$/
/** The cause stands at most so many words behind the protest, and whose it is so many behind the cause. */
const REACH = 14
const WITHIN = 6
const OPPOSED: ReadonlySet<Mention['type']> = new Set(['organization', 'state', 'person', 'armed-group'])

/** The one mention, or none. */
export function opposedBehind(view: SentenceView, trigger: Trigger): Mention[] {
  const { tokens } = view.document
  for (let at = trigger.from; at < Math.min(view.to, trigger.to + REACH); at++) {
    if (!CAUSE.test(tokens[at]!.key)) continue
    for (let of = at + 1; of < Math.min(view.to, at + WITHIN); of++) {
      if (!DOING.test(bare(tokens[of]!.key)) && !DOING.test(tokens[of]!.key)) continue
      const owner = view.startsAt.get(of + 1) ?? (tokens[of + 1]?.key === 'من' ? view.startsAt.get(of + 2) : undefined)
      return owner !== undefined && OPPOSED.has(owner.type) ? [owner] : []
    }
  }
  return []
}
