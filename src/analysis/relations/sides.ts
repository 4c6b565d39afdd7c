/** Who stands on either side of a relation. */
import type { EntityType } from '../analysis.ts'
import type { Mention } from '../entities/mention.ts'
import type { SentenceView } from '../events/sentence.ts'
import type { FiniteVerb } from '../events/subjects.ts'
import { isFunctionWord, isRelative } from '../text/document.ts'
import { fold } from '../text/fold.ts'
import { closesQuote, isComma, opensQuote } from '../text/marks.ts'
import { relationForms } from './relation-words.ts'

/** Words that make of what is behind them a wish. */
export const DEMANDING_STATEMENT: ReadonlySet<string> = new Set(
  'دعا دعت يدعو تدعو طالب طالبت يطالب تطالب ضرورة بضرورة وجوب يجب ينبغي يسعى تسعى السعي أجل بهدف بغية نحو مشروع إمكانية احتمال آفاق سبل مستقبل فرص لتعزيز لتطوير إقامة بناء إنشاء'
    .split(' ')
    .map(fold),
)

/** Whether a mention means somebody who can stand toward others: a town cannot, its state can. */
export function isActor({ type, key }: Mention, typeOf: (id: string) => EntityType | undefined): boolean {
  return type !== 'place' && typeOf(key) !== 'place'
}

/**
 * Those named right behind a noun of relation, before its preposition: its owner («تعاون الجزائر مع»), adjectives of states («الجزائرية التونسية»), and what
 * else describes it. `to` is the token behind them.
 */
export function ownersBetween(
  view: SentenceView,
  from: number,
  limit: number,
  typeOf: (id: string) => EntityType | undefined,
): { keys: string[]; adjectives: boolean; to: number } {
  const { tokens } = view.document
  const keys: string[] = []
  let adjectives = true
  let at = from
  while (at < limit) {
    const token = tokens[at]!
    const mention = view.startsAt.get(at)
    if (mention) {
      if (mention.preposition !== '' || (mention.via !== 'nisba' && at > from && keys.length > 0)) break
      if (isActor(mention, typeOf)) {
        keys.push(mention.key)
        adjectives &&= mention.via === 'nisba'
      }
      at = mention.to
      continue
    }
    // «التعاون الأمني والعسكري مع»; «الجزائرية - التونسية».
    if (token.kind === 'mark' && /^[-–/]$/.test(token.text) && keys.length > 0) at++
    else if (token.kind !== 'word' || (isFunctionWord(token) && !view.isTime(at))) break
    else if (
      !token.key.startsWith('و') ||
      /^وال/.test(token.key) ||
      /(?:ي|يه)$/.test(token.key) ||
      relationForms(token).length > 0
    )
      at++
    else break
  }
  return { keys, adjectives: adjectives && keys.length > 0, to: at }
}

/** What is told of one of a list between two commas is so many words long at most. */
const LONGEST_ASIDE = 14

/** The token behind the words that a comma sets apart in a list, where the list goes on behind them. */
function behindAside(view: SentenceView, comma: number): number | undefined {
  const { tokens } = view.document
  const first = tokens[comma + 1]
  if (first === undefined || !(isRelative(first) || /^(?:ال.{3}|وه[وي]$|حليف|بقياده|بزعامه)/.test(first.key)))
    return undefined
  for (let at = comma + 2; at < Math.min(view.to - 1, comma + LONGEST_ASIDE); at++) {
    if (!isComma(tokens[at]!)) continue
    return view.startsAt.get(at + 1)?.conjunction === 'و' ? at + 1 : undefined
  }
  return undefined
}

/** What stands between the members of a list. */
const LISTS: ReadonlySet<string> = new Set(['و', 'كل', 'من', 'بين', 'وبين'])

/** A list of actors that begins at a token («الجزائر ومالي والنيجر», «البلدين»), as keys; what only describes them is passed. */
export function listFrom(view: SentenceView, from: number, typeOf: (id: string) => EntityType | undefined): string[] {
  const { tokens } = view.document
  const keys: string[] = []
  const add = (key: string) => {
    if (!keys.includes(key)) keys.push(key)
  }
  let at = from
  let fresh = true
  while (at < view.to) {
    const mention = view.startsAt.get(at)
    if (mention) {
      if (mention.via === 'nisba' && !fresh && mention.conjunction === '') {
        at = mention.to
        continue
      }
      if (!fresh && mention.conjunction !== 'و') break
      if (isActor(mention, typeOf)) {
        add(mention.key)
        if (mention.also) add(mention.also)
      }
      fresh = false
      at = mention.to
      continue
    }
    const token = tokens[at]!
    // «بين «كتيبة الأسود» و«قوة الإسناد»».
    if (opensQuote(token) || closesQuote(token)) {
      at++
      continue
    }
    // «بين الجيش وحلفائه من جهة، والدعم السريع من جهة أخرى».
    if (token.key === 'من' && tokens[at + 1]?.key === 'جهه') {
      at += 2
      continue
    }
    // «بين القوة المشتركة، المتحالفة مع الجيش، وقوات الدعم السريع»: what is told of one between two commas.
    const comma = isComma(token)
    const apart = comma && keys.length > 0 ? behindAside(view, at) : undefined
    if (apart !== undefined) {
      at = apart
      continue
    }
    const goesOn = comma ? view.startsAt.get(at + 1)?.preposition === '' : LISTS.has(token.key)
    if (!goesOn) break
    fresh = true
    at++
  }
  return keys
}

/** Whose a relation is that names only the other side: the subject of the verb before it that agrees, else the actor named last before. */
export function nearestBefore(
  view: SentenceView,
  verbs: readonly FiniteVerb[],
  at: number,
  typeOf: (id: string) => EntityType | undefined,
  owned?: string,
  except?: string,
): string | undefined {
  const wants =
    owned === undefined ? undefined : owned.endsWith('ها') ? 'feminine' : owned.endsWith('هم') ? undefined : 'masculine'
  const fits = (m: Mention) =>
    m.key !== except &&
    m.via !== 'nisba' &&
    isActor(m, typeOf) &&
    (wants === undefined || m.plural || m.gender === wants || (m.type === 'person' && wants === 'masculine'))
  for (let i = verbs.length - 1; i >= 0; i--) {
    const verb = verbs[i]!
    if (verb.at >= at || verb.antecedent) continue
    const subject = verb.subjects.find((m) => m.to <= at && fits(m))
    if (subject) return subject.key
  }
  return view.mentions.findLast((m) => m.to <= at && m.preposition === '' && fits(m))?.key
}
