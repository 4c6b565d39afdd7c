/**
 * Who stands behind an act, or against whom it is done: «بدعم من روسيا، سيطرت القوات …», «بوساطة عمانية، أفرجت الجماعة …», «تدعم أوكرانيا ضد
 * روسيا».
 */
import type { EntityType, EventType } from '../analysis.ts'
import type { SentenceReading } from '../events/events.ts'
import type { FoundEvent } from '../events/found.ts'
import { clauseAt, type SentenceView } from '../events/sentence.ts'
import { flagFor } from '../text/flags.ts'
import { perWord } from '../text/word.ts'
import { isActor, listFrom } from './sides.ts'
import type { StatedRelation } from './stated.ts'

/** As CAMEO 07 (provide aid) toward whom one backs, 045 (mediate) toward whom one brings together, 19 (fight) toward whom one helps to fight, softened. */
const BACKS = 5
const MEDIATES = 3
const OPPOSES = -5
/** Less than the act itself tells. */
const WEIGHT = 0.6
/** More parties than this are a list. */
const MOST = 4
/** Acts by which one stands by another, or moves, so that «ضد» tells against whom. */
const FRIENDLY: ReadonlySet<EventType> = new Set(['SUPPORT', 'AID', 'COOPERATE', 'AGREE', 'MOBILIZE'])

/** What comes of a mediation. */
const BROUGHT: ReadonlySet<EventType> = new Set(['AGREE', 'CONSULT', 'COOPERATE', 'RETREAT', 'CONCEDE'])

const behindActs = perWord(({ kind, key }): 'backs' | 'mediates' | 'opposes' | undefined => {
  if (kind !== 'word') return undefined
  if (/^[وف]?ب(?:دعم|اسناد|مسانده|تمويل|موءازره)$/.test(key)) return 'backs'
  if (/^[وف]?ب(?:وساطه|رعايه)$/.test(key)) return 'mediates'
  return key === 'ضد' || key === 'مواجهه' || key === 'وجه' ? 'opposes' : undefined
})

const MAY_BACK = flagFor((word) => behindActs({ word }) !== undefined)

/** The ties of one sentence that such words make. */
export function tiesOfBacking(
  { view, verbs }: SentenceReading,
  events: readonly FoundEvent[],
  typeOf: (id: string) => EntityType | undefined,
): StatedRelation[] {
  const found: StatedRelation[] = []
  const sentence = view.index
  const add = (from: string, to: string, score: number) => {
    if (from !== to) found.push({ from, to, score, weight: WEIGHT, mutual: false, sentence })
  }
  const actors = (ids: readonly string[]) => ids.filter((id) => typeOf(id) !== undefined && typeOf(id) !== 'place')
  for (let at = view.from; at < view.to - 1; at++) {
    const kind = (view.document.flags[at]! & MAY_BACK) === 0 ? undefined : behindActs(view.document.tokens[at]!)
    if (kind === undefined) continue
    if (kind === 'opposes') {
      if (view.document.tokens[at]!.key !== 'ضد' && view.document.tokens[at - 1]?.key !== 'في') continue
      const event = events.findLast((e) => e.at < at && e.at >= clauseAt(view, at).from)
      if (event === undefined || !FRIENDLY.has(event.type) || event.status === 'denied') continue
      const foes = view.startsAt.get(at + 1)?.preposition === '' ? listFrom(view, at + 1, typeOf) : []
      if (foes.length > MOST) continue
      for (const from of actors(event.agents)) for (const to of foes) add(from, to, OPPOSES)
      continue
    }
    const backers = namedBehind(view, at, typeOf)
    if (backers.length === 0 || backers.length > MOST) continue
    if (kind === 'backs') {
      const before = verbs.findLast((verb) => verb.at < at && verb.at >= clauseAt(view, at).from)
      const verb = before ?? verbs.find((v) => v.at > at)
      const backed = verb?.subjects.filter((m) => isActor(m, typeOf)).map((m) => m.key) ?? []
      for (const from of backers) for (const to of backed) if (!backers.includes(to)) add(from, to, BACKS)
      continue
    }
    const parties = new Set(
      events
        .filter(({ type, status, at: of }) => BROUGHT.has(type) && status === 'happened' && isNear(view, at, of))
        .flatMap(({ agents, patients }) => actors([...agents, ...patients])),
    )
    if (parties.size <= MOST)
      for (const from of backers) for (const to of parties) if (!backers.includes(to)) add(from, to, MEDIATES)
  }
  return found
}

/** Whether an act is told in the clause of a mediation, or behind one that opens its sentence. */
const isNear = (view: SentenceView, at: number, event: number): boolean =>
  at <= view.from + 1 || clauseAt(view, at).from === clauseAt(view, event).from

/** «بدعم من روسيا», «بوساطة مصر وقطر», «برعاية سعودية»: whose it is. */
function namedBehind(view: SentenceView, at: number, typeOf: (id: string) => EntityType | undefined): string[] {
  const { tokens } = view.document
  const next = view.startsAt.get(at + 1)
  if (next) {
    if (next.preposition !== '' || next.conjunction !== '') return []
    if (next.via !== 'nisba') return listFrom(view, at + 1, typeOf)
    // «بوساطة مصرية وقطرية».
    const second = view.startsAt.get(next.to)
    return second?.via === 'nisba' && second.conjunction === 'و' ? [next.key, second.key] : [next.key]
  }
  const from = tokens[at + 1]?.key === 'من' ? at + 2 : tokens[at + 2]?.key === 'من' ? at + 3 : undefined
  return from === undefined || view.startsAt.get(from)?.preposition !== '' ? [] : listFrom(view, from, typeOf)
}
