/**
 * What one is to another by a participle beside its name: «قوات حفتر، المدعومة من روسيا،», «الميليشيات المتحالفة مع الجيش», «المجلس المدعوم
 * إماراتيا», «الفصائل الموالية لها».
 */
import type { EntityType } from '../analysis.ts'
import type { Mention } from '../entities/mention.ts'
import type { SentenceView } from '../events/sentence.ts'
import type { FiniteVerb } from '../events/subjects.ts'
import { bare } from '../text/clitics.ts'
import type { RelationForm } from './relation-words.ts'
import { isActor, nearestBefore } from './sides.ts'
import type { StatedRelation } from './stated.ts'

/** More than this are a list, not whom one stands with. */
const MOST = 3

/** The ties that a participle at a token makes between what it describes and whom it names. */
export function boundAt(
  view: SentenceView,
  verbs: readonly FiniteVerb[],
  at: number,
  { entry }: RelationForm,
  typeOf: (id: string) => EntityType | undefined,
): StatedRelation[] {
  const bearer = describedBefore(view, at, typeOf)
  if (bearer === undefined) return []
  const named = namedBehind(view, verbs, at, entry.behind ?? [], bearer, typeOf)
  const others = (named.length > 0 ? named : powerBehind(view, at, entry.toward)).filter((id) => id !== bearer)
  if (others.length > MOST) return []
  const { score, oneWay, reversed } = entry
  const sentence = view.index
  return others.map((other) => ({
    from: reversed ? other : bearer,
    to: reversed ? bearer : other,
    score,
    weight: 1,
    mutual: !oneWay,
    sentence,
  }))
}

/** «دعا حزب النهوض المعارض الحكومة إلى»: the power that its sentence goes on to name. */
function powerBehind(view: SentenceView, at: number, toward: string | undefined): string[] {
  if (toward === undefined) return []
  const power = view.mentions.find((m) => m.from > at && bare(view.document.tokens[m.from]!.key) === toward)
  return power ? [power.key] : []
}

/** Whom a participle describes: the actor that ends right before it, a comma and an adjective of his state between at most. */
function describedBefore(
  view: SentenceView,
  at: number,
  typeOf: (id: string) => EntityType | undefined,
): string | undefined {
  const { tokens } = view.document
  const comma = tokens[at - 1]?.kind === 'mark' ? 1 : 0
  if (comma === 1 && !/^[،,]$/.test(tokens[at - 1]!.text)) return undefined
  const end = at - comma
  const fits = (m: Mention) => isActor(m, typeOf) && m.via !== 'nisba'
  // A group takes what describes it into its name: «الفصائل الموالية».
  const within = view.mentions.findLast(
    (m) => m.via === 'group' && m.from < at && m.to >= at && m.to <= at + 1 && fits(m),
  )
  if (within) return within.key
  const before = view.endingAt(end)
  return before && fits(before) ? before.key : undefined
}

/** Whom it names behind its preposition: by name, by the adjective of a state («المدعوم إماراتيا»), or by a pronoun. */
function namedBehind(
  view: SentenceView,
  verbs: readonly FiniteVerb[],
  at: number,
  prepositions: readonly string[],
  bearer: string,
  typeOf: (id: string) => EntityType | undefined,
): string[] {
  const { tokens } = view.document
  const next = tokens[at + 1]
  if (next === undefined || at + 1 >= view.to) return []
  const named = view.startsAt.get(at + 1)
  if (named) {
    if (named.via === 'nisba' && prepositions.includes('من') && /[^اءىو]ا$/.test(next.key)) return [named.key]
    return prepositions.includes(named.preposition) ? joinedFrom(view, at + 1, typeOf) : []
  }
  if (prepositions.includes('ل') && /^ل(?:ه|ها|هم|هما)$/.test(next.key)) {
    const owner = nearestBefore(view, verbs, at, typeOf, next.key, bearer)
    return owner === undefined ? [] : [owner]
  }
  // «مدعومة بغطاء جوي أمريكي».
  if (prepositions.includes('من') && /^ب.{3}/.test(next.key)) {
    const whose = [at + 2, at + 3].map((i) => view.startsAt.get(i)).find((m) => m?.via === 'nisba')
    return whose && whose.type === 'state' && isWithinComma(view, at + 1, whose.from) ? [whose.key] : []
  }
  return prepositions.includes(next.key) ? joinedFrom(view, at + 2, typeOf) : []
}

function isWithinComma(view: SentenceView, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (view.document.tokens[at]!.kind !== 'word') return false
  return true
}

/** «من روسيا وإيران»: joined without a comma, behind which the sentence goes on. */
function joinedFrom(view: SentenceView, at: number, typeOf: (id: string) => EntityType | undefined): string[] {
  const found: string[] = []
  for (let m = view.startsAt.get(at); m && (found.length === 0 || m.conjunction === 'و'); m = view.startsAt.get(m.to)) {
    if (!isActor(m, typeOf)) break
    found.push(m.key)
  }
  return found
}
