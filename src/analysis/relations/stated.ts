/**
 * How two stand toward each other where no event tells it: «العلاقات المتينة بين مصر والسودان», «تعاون الجزائر مع تونس», «إيران حليفة سوريا»,
 * «القمة الجزائرية التونسية», and what only points back to it («كما هو الحال مع تونس»).
 */

import type { EntityType } from '../analysis.ts'
import { knownNameAt, nisbaAt } from '../entities/known.ts'
import type { Mention } from '../entities/mention.ts'
import type { SentenceReading } from '../events/events.ts'
import { clauseAt, type SentenceView } from '../events/sentence.ts'
import type { FiniteVerb } from '../events/subjects.ts'
import type { Trigger } from '../events/triggers.ts'
import { isFiniteVerb } from '../lexicon/finite.ts'
import { withoutPronoun } from '../text/clitics.ts'
import { isFunctionWord } from '../text/document.ts'
import { flagFor } from '../text/flags.ts'
import { perWord } from '../text/word.ts'
import { boundAt } from './bound.ts'
import { type RelationForm, relationForms, tieOf } from './relation-words.ts'
import { DEMANDING_STATEMENT, isActor, listFrom, nearestBefore, ownersBetween } from './sides.ts'

/** A relation that a sentence states; all are made with their fields in this order, which V8 reads faster. */
export interface StatedRelation {
  from: string
  to: string
  /** On the Goldstein scale. */
  score: number
  /** 1 where it is told as a fact, less where it is wished for. */
  weight: number
  mutual: boolean
  sentence: number
}

/** Behind its word a relation names its sides within so many words. */
const REACH = 9
const WISHED = 0.5
/** More sides than this are a list, not relations between its members. */
const MOST_SIDES = 5

/** The relations that one sentence states, in order. */
export function statedRelations(
  { view, verbs, triggers }: SentenceReading,
  typeOf: (id: string) => EntityType | undefined,
): StatedRelation[] {
  const { tokens, flags } = view.document
  const found: StatedRelation[] = []
  const joint = jointBodies(view)
  let last: How | undefined
  for (let at = view.from; at < view.to; at++) {
    if (joint?.has(at)) found.push(joint.get(at)!)
    if ((flags[at]! & MAY_TIE) === 0) continue
    // «شريك استراتيجي» is a group as well as a role.
    if (view.isName(at) && view.startsAt.get(at)?.via !== 'group') continue
    const again = last && pointsBack(view, at)
    if (again !== undefined && last) {
      found.push(...sides(view, verbs, again, last, typeOf, at))
      continue
    }
    const form = tieOf(tokens[at]!)
    if (form === undefined) continue
    if (form.entry.behind) {
      found.push(...boundAt(view, verbs, at, form, typeOf))
      continue
    }
    // «اندلعت معارك بين فلان وفلان»: though it is an event too.
    if (form.entry.use === 'noun' && form.entry.score <= FIGHT) {
      const foes = foesBehind(view, at, typeOf)
      if (foes.length > 0) {
        found.push(...pairs(foes, { score: form.entry.score, weight: 1 }, view.index))
        continue
      }
    }
    if (isOfEvent(triggers, at)) continue
    const weight = isWished(view, at) ? WISHED : 1
    if (form.entry.use === 'role') {
      const role = roleAt(view, verbs, at, form, typeOf, weight)
      if (role) found.push(role)
      continue
    }
    const score = scoreAt(view, at, form)
    if (score === 0) continue
    const how = { score, weight }
    if (score > 0) last = how
    found.push(...sides(view, verbs, at, how, typeOf, at, form))
  }
  return found
}

const MAY_TIE = flagFor((word) => tieOf({ word }) !== undefined || word.key === 'كما')

/** Whether a token belongs to the phrase of an event, which tells of the relation itself («قطعت علاقاتها مع …»). */
function isOfEvent(triggers: readonly Trigger[], at: number): boolean {
  for (const { entry, phrase } of triggers) if (entry.type !== 'CONSULT' && phrase.includes(at)) return true
  return false
}

/** A noun at or under this score tells of a fight. */
const FIGHT = -5
/** From a fight to the sides that it names, in words at most: where and when it broke out stand between. */
const FIGHT_REACH = 16
/** What a fight does before it names its sides. */
const BREAKS_OUT =
  /^[وف]?(?:[يت]?دور|دارت?|[يت]?ندلع|اندلعت?|وقعت?|[يت]قع|جرت|جري|[يت]جري|نشبت?|[يت]نشب|تجددت?|[يت]تجدد|اشتدت?|تواصلت?|[يت]تواصل|استمرت?|[يت]ستمر|عنيفه|ضاريه|مسلحه|متقطعه)$/
/** Behind these no sides of it are named any more. */
const LEADS_AWAY = /^(?:عن|الي|ضد|مع|لان|قبل|بعد|حتي|و?ان)$/

/** The sides that a fight names by «بين», or none. */
function foesBehind(view: SentenceView, at: number, typeOf: (id: string) => EntityType | undefined): string[] {
  const { tokens } = view.document
  for (let i = at + 1; i < Math.min(view.to, at + FIGHT_REACH); i++) {
    const token = tokens[i]!
    if (token.key === 'بين') {
      const listed = listFrom(view, i + 1, typeOf)
      return listed.length >= 2 && listed.length <= MOST_SIDES ? listed : []
    }
    if (token.kind === 'mark' && !/^[،,]$/.test(token.text)) return []
    if (LEADS_AWAY.test(token.key) || (isFiniteVerb(token) && !view.isName(i) && !BREAKS_OUT.test(token.key))) return []
  }
  return []
}

/** How much two stand toward each other, and how sure that is. */
type How = Pick<StatedRelation, 'score' | 'weight'>

/** The first of several with each of the others. */
function pairs([from, ...others]: readonly string[], { score, weight }: How, sentence: number): StatedRelation[] {
  const found: StatedRelation[] = []
  for (const to of others) if (to !== from) found.push({ from: from!, to, score, weight, mutual: true, sentence })
  return found
}

/** What two states keep together weighs as much as a lasting tie of theirs. */
const JOINT = 3

/** «اللجنة المشتركة الجزائرية النيجرية»: bodies of two states each, by the token that they begin at; undefined where there are none. */
function jointBodies(view: SentenceView): Map<number, StatedRelation> | undefined {
  let found: Map<number, StatedRelation> | undefined
  for (const body of view.mentions) {
    if (body.via !== 'body') continue
    const at = body.titleFrom ?? body.from
    const relation = view.startsAt.get(at) === body ? jointBody(view, body) : undefined
    if (relation === undefined) continue
    found ??= new Map()
    found.set(at, relation)
  }
  return found
}

function jointBody(view: SentenceView, body: Mention): StatedRelation | undefined {
  let from: string | undefined
  let to: string | undefined
  for (let at = body.from + 1; at < body.to; at++) {
    const nisba = nisbaAt(view.document, at)
    if (nisba?.type !== 'state' || nisba.key === from || nisba.key === to) continue
    // Of three states or more it is none of two.
    if (to !== undefined) return undefined
    if (from === undefined) from = nisba.key
    else to = nisba.key
  }
  const behind = to === undefined ? view.startsAt.get(body.to) : undefined
  // «الشرطة السويدية السوري فلان»: of another gender it belongs to somebody behind.
  if (behind?.via === 'nisba' && behind.type === 'state' && behind.from === body.to && areAlike(view, body.to))
    to = behind.key
  if (from === undefined || to === undefined || from === to) return undefined
  return { from, to, score: JOINT, weight: 1, mutual: true, sentence: view.index }
}

/** Whether an adjective has the gender of the one before it. */
const areAlike = ({ document: { tokens } }: SentenceView, at: number): boolean =>
  tokens[at]!.key.endsWith('ه') === tokens[at - 1]!.key.endsWith('ه')

const HE_OR_SHE: ReadonlySet<string> = new Set(['هو', 'هي'])

/** «كما هو مع تونس», «كما هو الحال بين …»: index before the preposition; the relation is the one spoken of. */
function pointsBack(view: SentenceView, at: number): number | undefined {
  const { tokens } = view.document
  if (tokens[at]!.key !== 'كما' || !HE_OR_SHE.has(tokens[at + 1]?.key ?? '')) return undefined
  const noun = /^(?:الحال|الشان|الامر|الوضع)$/.test(tokens[at + 2]?.key ?? '') ? at + 2 : at + 1
  return /^(?:مع|بين)$/.test(tokens[noun + 1]?.key ?? '') ? noun : undefined
}

/** Nouns of relation that say no more than that there is one («علاقات», «صلات») weigh so much at most. */
const LASTING = 3
/** Words from «العلاقات» to the quarrel that it is said to go through, at most. */
const THROUGH_REACH = 16
/** What a relation goes through: «تمر بمرحلة من الفتور», «تشهد توترا». */
const goesThrough = perWord(({ key }) =>
  /^[وف]?[يت]?(?:مر|مرت|شهد|شهدت|عرف|عرفت|عيش|عاشت|سود|سادت|عاني|عانت|دخلت|دخل|شوب|شابت|واجه|واجهت)(?:ها)?$/.test(key),
)

/** The score of the quarrel that a relation goes through by what is said behind it in its clause, or undefined. */
function goneThrough(view: SentenceView, at: number): number | undefined {
  const { tokens } = view.document
  const to = Math.min(clauseAt(view, at).to, at + THROUGH_REACH)
  let said = at > view.from && goesThrough(tokens[at - 1]!)
  for (let i = at + 1; i < to; i++) {
    if (tokens[i]!.kind === 'mark' && !/^[«»"]$/.test(tokens[i]!.text)) return undefined
    if (!said) said = goesThrough(tokens[i]!)
    else {
      const trouble = relationForms(tokens[i]!).find(({ entry }) => entry.use === 'noun' && entry.score < 0)
      if (trouble) return trouble.entry.score
    }
  }
  return undefined
}

/** What a noun of relation weighs with what is said of it: «علاقات متوترة», «توتر العلاقات», «إنهاء الخلاف», «غياب التنسيق». */
function scoreAt(view: SentenceView, at: number, { entry }: RelationForm): number {
  const { tokens } = view.document
  let score = entry.score
  for (let i = at + 1; i < Math.min(view.to, at + 4); i++) {
    const quality = relationForms(tokens[i]!).find((form) => form.entry.use === 'quality')
    if (quality && Math.abs(entry.score) <= 3) return quality.entry.score
    if (isFunctionWord(tokens[i]!) && tokens[i]!.key !== 'و') break
  }
  for (let i = at - 1; i >= Math.max(view.from, at - 2); i--) {
    for (const { entry: governor } of relationForms(tokens[i]!)) {
      if (governor.use === 'ending' && score < 0) return governor.score
      if (governor.use === 'course' && entry.score > 0 && i === at - 1) score = governor.score
      if (governor.use === 'lack' && score > 0 && i === at - 1) return 0
      // «توتر العلاقات», «أزمة في العلاقات».
      if (governor.use === 'noun' && governor.score < 0 && entry.score > 0) return governor.score
    }
  }
  return entry.score > 0 && entry.score <= LASTING ? (goneThrough(view, at) ?? saidOf(view, at) ?? score) : score
}

/** «العلاقات بين مصر وإثيوبيا متوترة»: what the clause says of a relation that it begins with, or undefined. */
function saidOf(view: SentenceView, at: number): number | undefined {
  const { tokens } = view.document
  const first = tokens[at]!
  if (!/^و?ال/.test(first.key) && withoutPronoun(first.key) === undefined) return undefined
  const to = Math.min(clauseAt(view, at).to, at + THROUGH_REACH)
  for (let i = at + 2; i < to; i++) {
    const token = tokens[i]!
    if (token.kind === 'mark' || LEADS_AWAY_OF_RELATION.has(token.key)) return undefined
    const form = relationForms(token).find(
      ({ entry, definite }) =>
        (entry.use === 'quality' && !definite) || (entry.use === 'course' && isFiniteVerb(token)),
    )
    if (form === undefined || view.isName(i)) continue
    const isNot = DENIES.test(tokens[i - 1]!.key) || DENIES.test(tokens[at - 1]?.key ?? '')
    return isNot ? -Math.sign(form.entry.score) * NOT : form.entry.score
  }
  return undefined
}
const DENIES = /^[وف]?(?:ليست|ليس|غير|لم|لا)$/
/** What is said not to be so («ليست جيدة») says a little of the contrary. */
const NOT = 2
const LEADS_AWAY_OF_RELATION: ReadonlySet<string> = new Set(['الي', 'عن', 'في', 'على', 'بعد', 'قبل', 'حيث', 'لان'])

/** «دعا إلى تعاون», «ضرورة التنسيق», «يسعى إلى شراكة»: wished for, not there yet. */
function isWished(view: SentenceView, at: number): boolean {
  const { from } = clauseAt(view, at)
  for (let i = at - 1; i >= Math.max(from, at - 4); i--)
    if (DEMANDING_STATEMENT.has(view.document.tokens[i]!.key)) return true
  return false
}

/** The sides of a relation behind its noun: «بين» two or more; «مع» or «ب» somebody, and whose it is; two adjectives of states. */
function sides(
  view: SentenceView,
  verbs: readonly FiniteVerb[],
  at: number,
  how: How,
  typeOf: (id: string) => EntityType | undefined,
  word: number,
  form?: RelationForm,
): StatedRelation[] {
  const { tokens } = view.document
  const sentence = view.index
  const owners = ownersBetween(view, at + 1, Math.min(view.to, at + REACH), typeOf)
  const preposition = tokens[owners.to]
  const next = view.startsAt.get(owners.to)
  if (preposition?.key === 'بين') {
    const listed = listFrom(view, owners.to + 1, typeOf)
    if (listed.length < 2 || listed.length > MOST_SIDES)
      return listed.length === 1 && owners.keys[0] ? pairs([owners.keys[0], listed[0]!], how, sentence) : []
    return pairs(listed, how, sentence)
  }
  const joined = next?.preposition === 'ب' ? owners.to : undefined
  const partners =
    preposition?.key === 'مع'
      ? listFrom(view, owners.to + 1, typeOf)
      : joined !== undefined
        ? listFrom(view, joined, typeOf)
        : []
  if (partners.length > 0 && partners.length <= MOST_SIDES) {
    const owner =
      owners.keys[0] ?? nearestBefore(view, verbs, word, typeOf, form?.pronoun ? tokens[word]!.key : undefined)
    return owner === undefined ? [] : pairs([owner, ...partners], how, sentence)
  }
  // «العلاقات الجزائرية التونسية».
  return owners.adjectives && owners.keys.length === 2 ? pairs(owners.keys, how, sentence) : []
}

/** «إيران حليفة سوريا», «حليفتها روسيا», «روسيا، الحليف القوي لسوريا»: what one is to the other. */
function roleAt(
  view: SentenceView,
  verbs: readonly FiniteVerb[],
  at: number,
  { entry, pronoun, definite }: RelationForm,
  typeOf: (id: string) => EntityType | undefined,
  weight: number,
): StatedRelation | undefined {
  const { tokens } = view.document
  const actor = (mention: Mention | undefined): string | undefined =>
    mention && isActor(mention, typeOf) ? mention.key : undefined
  let i = at + 1
  while (
    i < view.to &&
    i < at + 4 &&
    !view.startsAt.has(i) &&
    tokens[i]!.kind === 'word' &&
    !isFunctionWord(tokens[i]!)
  )
    i++
  const group = view.startsAt.get(at)
  if (group && group.to > i && !tokens.slice(at + 1, group.to).some((_, k) => knownNameAt(view.document, at + 1 + k)))
    i = group.to
  const behind = view.startsAt.get(i) ?? (group && group.to > i ? knownNameAt(view.document, i) : undefined)
  const before = view.mentions.findLast(
    (m) => m.via !== 'nisba' && m.to <= at && at - m.to <= 2 && onlyMarks(view, m.to, at),
  )
  const { score, oneWay } = entry
  const result = (from: string | undefined, to: string | undefined) =>
    from === undefined || to === undefined || from === to
      ? undefined
      : { from, to, score, weight, mutual: !oneWay, sentence: view.index }
  if (pronoun) {
    const bearer = actor(behind) ?? actor(before)
    return result(bearer, nearestBefore(view, verbs, at, typeOf, tokens[at]!.key, bearer))
  }
  if (behind === undefined) return undefined
  // «حليف لسوريا», «حليف سوريا»; a definite one has its owner only behind «ل».
  if (behind.preposition === 'ل' || (!definite && behind.preposition === '' && behind.via !== 'nisba' && i === at + 1))
    return result(actor(before) ?? subjectOfNominal(view, at, typeOf), actor(behind))
  return undefined
}

function onlyMarks(view: SentenceView, from: number, to: number): boolean {
  for (let i = from; i < to; i++)
    if (
      view.document.tokens[i]!.kind !== 'mark' &&
      !/^(?:هو|هي|تعد|يعد|تعتبر|يعتبر|بوصفها|بوصفه|باعتبارها|باعتباره)$/.test(view.document.tokens[i]!.key)
    )
      return false
  return true
}

/** «تبقى إيران أقوى حليف لسوريا», «تعد تركيا شريكا لقطر»: the actor that leads the clause. */
function subjectOfNominal(
  view: SentenceView,
  at: number,
  typeOf: (id: string) => EntityType | undefined,
): string | undefined {
  const { from } = clauseAt(view, at)
  return view.mentions.find(
    (m) => m.from >= from && m.to <= at && m.preposition === '' && m.via !== 'nisba' && isActor(m, typeOf),
  )?.key
}
