/** The subject of a verb that has none behind it: what stands before it, or whoever the verb before is said of. */
import type { Mention } from '../entities/mention.ts'
import { isFiniteVerb } from '../lexicon/finite.ts'
import type { VerbForm } from '../lexicon/inflection.ts'
import { isFunctionWord, isPreposition } from '../text/document.ts'
import { setsOff } from '../text/marks.ts'
import type { Token } from '../text/tokens.ts'
import { perWord } from '../text/word.ts'
import { obligedBefore, opensContent, unnamedLeads } from './behind-that.ts'
import { lastVerb } from './nearby-verbs.ts'
import { agrees } from './nouns.ts'
import { clauseAt, type SentenceView } from './sentence.ts'
import type { FiniteVerb } from './subjects.ts'
import { isPart } from './surroundings.ts'

/** Particles that may stand between a subject and its verb. */
export const VERBAL_PARTICLES = new Set('قد لم لن لا ما سوف لقد'.split(' '))

/** A particle, an auxiliary, or the mark that opens a quotation: «أن الجماعة باتت تفرض …», «أن المملكة «لا تساوم …»». */
const standsBeforeVerb = perWord(
  ({ key, text }) => VERBAL_PARTICLES.has(key) || BECOMING.has(key) || text === '«' || text === '“',
)
const BECOMING = new Set(
  'كان كانت كانوا بات باتت باتوا اصبح اصبحت اصبحوا ظل ظلت ظلوا زال زالت زالوا يزال تزال يزالون بدا بدات اخذت عادت'.split(
    ' ',
  ),
)

/** With these a clause goes on: «ولم تهدد». */
const JOINED_PARTICLES = new Set('ولم ولن ولا وما فلم فلن فلا وقد فقد وسوف ولقد'.split(' '))

/** «وغادر», «فغادر». */
const isJoined = perWord(({ key }) => /^[وف]/.test(key))

/** The last mention that ends right before a token, adjectives apart, with no preposition joined to it. */
function endingFree(view: SentenceView, at: number): Mention | undefined {
  const near = view.endingAt(at)
  return near === undefined || near.preposition === ''
    ? near
    : view.mentions.findLast((m) => m.to === at && m.via !== 'nisba' && m.preposition === '')
}

/** The mention that ends right before a verb, or before its particle, under no preposition, and agrees with it. */
export function justBefore(view: SentenceView, at: number, subject: VerbForm['subject']): Mention | undefined {
  const { tokens } = view.document
  let end = at
  while (end > view.from && standsBeforeVerb(tokens[end - 1]!)) end--
  const near = endingFree(view, end)
  if (near === undefined || !(subject === 'plural' ? near.plural : agrees(near, subject))) return undefined
  const previous = tokens[(near.titleFrom ?? near.from) - 1]
  const opens =
    previous === undefined ||
    previous.kind === 'mark' ||
    (isFunctionWord(previous) && !isPreposition(previous)) ||
    // «أن 12 من المتهمين اعتقلوا»: some of them.
    (previous.key === 'من' && !isJoined(tokens[at]!) && isPart(view, (near.titleFrom ?? near.from) - 1))
  return opens || near.conjunction !== '' ? near : undefined
}

/**
 * Who stands before a verb as its subject beyond doubt: between «كان» and «قد», or at the head of the clause right before it. Whoever is named behind such
 * a verb is its object.
 */
export function leading(view: SentenceView, at: number, subject: VerbForm['subject']): Mention[] | undefined {
  const { tokens } = view.document
  if (tokens[at - 1]?.key === 'قد')
    for (let i = at - 2; i >= view.from && i >= at - PLUPERFECT_REACH; i--) {
      const token = tokens[i]!
      if (PLUPERFECT.has(token.key)) {
        const between = view.mentions.filter((m) => (m.titleFrom ?? m.from) > i && m.to < at && m.via !== 'nisba')
        const first = between.find((m) => (m.titleFrom ?? m.from) === i + 1) ?? between[0]
        // «أن المنتج كان قد وقع العقد»: a noun right before that names nobody.
        if (first === undefined && i === at - 2 && isUnnamedNoun(view, i - 1)) return []
        return (
          first && [
            first,
            ...between.filter((m) => m !== first && m.conjunction === 'و' && first.preposition === m.preposition),
          ]
        )
      }
      if (isFiniteVerb(token) && !view.isName(i)) break
    }
  const bound = tokens[at - 1]?.key === 'ان' ? obligedBefore(view, at - 1, subject) : undefined
  if (bound) return bound
  const near = justBefore(view, at, subject)
  // «وعمّان تطالب …»: so does a conjunction that opens a sentence.
  if (near !== undefined && (near.conjunction === '' || (near.titleFrom ?? near.from) === view.from)) return [near]
  const apart = beforeAside(view, at, subject)
  if (apart !== undefined) return [apart]
  // «أن شركة إماراتية زودت …», «أن شركة زودت …»: a noun at the head of its clause, though nobody may be named by it.
  return isJoined(tokens[at]!) ? undefined : (describedBefore(view, at) ?? unnamedLeads(view, at))
}

/** «نفت بكين أن تكون قد زودت …»: whoever the verb before «أن تكون قد» is said of. */
export function denierOfBeing(
  { document: { tokens }, from }: SentenceView,
  at: number,
  subject: VerbForm['subject'],
  earlier: readonly FiniteVerb[],
): Mention[] | undefined {
  if (at - 3 < from || tokens[at - 1]!.key !== 'قد' || !/^[يت]كون(?:وا)?$/.test(tokens[at - 2]!.key)) return undefined
  if (tokens[at - 3]!.key !== 'ان') return undefined
  const verb = lastVerb(earlier, at - 3)
  const subjects = verb?.subjects.filter((m) => goesOnAs(m, subject) || (subject === 'plural' && m.plural))
  return subjects?.length ? subjects : undefined
}

/** Whether a definite noun that names nobody stands at a token. */
function isUnnamedNoun(view: SentenceView, at: number): boolean {
  const token = view.document.tokens[at]
  return (
    at >= view.from &&
    token?.kind === 'word' &&
    /^ال.{2}/.test(token.key) &&
    !isFunctionWord(token) &&
    !view.isName(at) &&
    !view.isTime(at)
  )
}

/** Words of an aside between a subject and its verb, at most. */
const LONGEST_ASIDE = 25

/** «الوزير، الذي وصل أمس، التقى …»: who opens the clause before an aside between commas that ends right before a verb. */
function beforeAside(view: SentenceView, at: number, subject: VerbForm['subject']): Mention | undefined {
  const { tokens } = view.document
  let end = at
  while (end > view.from && VERBAL_PARTICLES.has(tokens[end - 1]!.key)) end--
  if (end - 1 <= view.from || !setsOff(tokens[end - 1]!) || isAccusative(tokens[at]!) || isJoined(tokens[end]!))
    return undefined
  const least = Math.max(view.from, end - LONGEST_ASIDE - 2)
  for (let comma = end - 2; comma > least; comma--) {
    if (!setsOff(tokens[comma]!)) continue
    const first = endingFree(view, comma)
    if (first === undefined || !(subject === 'plural' ? first.plural : agrees(first, subject))) continue
    const previous = tokens[(first.titleFrom ?? first.from) - 1]
    const opens =
      (first.titleFrom ?? first.from) === view.from ||
      previous === undefined ||
      opensContent(previous) ||
      PLUPERFECT.has(previous.key) ||
      /^(?:[:؛.«]|بينما|فيما|لكن)$/.test(previous.key || previous.text)
    if (opens) return first
  }
  return undefined
}

/** «طالبا», «مؤكدة»: a participle said of a subject before it is no verb. */
const isAccusative = perWord((word) => /.{3}(?:[^و]ا|ة)$/.test(word.text) && !isFiniteVerb({ word }))

const PLUPERFECT = new Set('كان كانت كانوا وكان وكانت وكانوا يكون تكون'.split(' '))
/** Words from «كان» to «قد», at most. */
const PLUPERFECT_REACH = 20

/** Whether somebody stands behind a preposition. */
function isOblique({ document: { tokens }, from }: SentenceView, m: Mention): boolean {
  const at = m.titleFrom ?? m.from
  return m.preposition !== '' || (at > from && isPreposition(tokens[at - 1]!))
}

/** Words back to whom an object pronoun means, at most. */
const MEANT_WITHIN = 40

/** Whom the pronoun on a verb means («وأحالهم», «طردتها»): the nearest before it that agrees and is not its subject, of this sentence or told of in the one before. */
export function meantByPronoun(
  view: SentenceView,
  at: number,
  of: 'feminine' | 'masculine' | 'plural',
  subjects: readonly Mention[],
  earlier: readonly FiniteVerb[],
  inSentenceBefore: readonly FiniteVerb[],
  behindPreposition = false,
): Mention | undefined {
  const own = new Set(subjects.map((m) => m.key))
  const fits = (m: Mention) =>
    m.via !== 'nisba' &&
    m.type !== 'place' &&
    !own.has(m.key) &&
    (of === 'plural' ? m.plural : of === 'feminine' ? m.gender === 'feminine' : !m.plural && m.gender === 'masculine')
  const near = view.mentions.findLast((m) => m.to <= at && at - m.to <= MEANT_WITHIN && fits(m))
  // «أكد في تصريح للإذاعة أن …»: who stands behind a preposition is meant less than a subject before.
  if (near && of !== 'plural' && !behindPreposition && isOblique(view, near)) {
    const acting = earlier.findLast((verb) => verb.subjects.some(fits))
    return acting?.subjects.find(fits) ?? near
  }
  if (near || earlier.length > 2) return near
  for (const { slots, subjects: before } of inSentenceBefore.toReversed()) {
    const meant = [...(slots.get('object') ?? []), ...before].find(fits)
    if (meant) return meant
  }
  return undefined
}

/** The subject that stands before its verb in the same clause, or that of the verb before. */
export function before(
  view: SentenceView,
  at: number,
  subject: VerbForm['subject'],
  earlier: readonly FiniteVerb[],
): Mention[] | undefined {
  const { tokens } = view.document
  const lead = leading(view, at, subject)
  if (lead) return lead
  const clause = clauseAt(view, at)
  const lastVerb = earlier.findLast((verb) => verb.at >= clause.from)
  const from = Math.max(clause.from, (lastVerb?.at ?? -1) + 1)
  // «الجزائر رفضت», «أن الجزائر سترفض»: a mention under no preposition with no verb between.
  const opener = indexAfterContent(view, from, at) ?? (lastVerb === undefined ? from : undefined)
  if (opener !== undefined) {
    const candidates = view.mentions.filter(
      (m) => (m.titleFrom ?? m.from) >= opener && m.to <= at && m.via !== 'nisba' && m.preposition === '',
    )
    const first = candidates.find((m) => {
      const previous = tokens[(m.titleFrom ?? m.from) - 1]
      return !(previous && isPreposition(previous))
    })
    const plural = subject === 'plural'
    if (
      first &&
      (plural ? first.plural || candidates.length > 1 : agrees(first, subject === 'first' ? undefined : subject))
    ) {
      const together = candidates.filter((m) => m === first || (m.conjunction === 'و' && m.from <= first.to + 6))
      return plural || together.length > 1 ? together : [first]
    }
  }
  const described = describedBefore(view, at)
  if (described) return described
  const headed = headOfRelative(view, at, subject, earlier)
  if (headed) return [headed]
  if (hasSubjectRightBefore(view, at)) return []
  // «غير أن أحدا في الخليج لم يؤكد»: behind «أن» stands the subject, whoever it names or does not.
  if (opener !== undefined && opener > from && isNounAt(view, opener) && !isJoined(tokens[at]!)) return []
  for (let k = earlier.length - 1; k >= 0; k--) {
    const verb = earlier[k]!
    // A relative clause is over where the next clause begins, unless a pronoun goes on with it («…، الذي وعد بكذا، لكنه رفض …»).
    if (verb.antecedent && verb.at < clause.from && !goesOnByPronoun(tokens[at - 1])) continue
    // «وصلت تعزيزات وطوقت …»: it goes on with whom nobody is named by.
    if (isUnnamed(verb) && verb.subject === subject && isJoined(tokens[at]!)) return []
    // «أن قوة من الجيش داهمت البلدة واعتقلت …»: joined to a verb of the same form, whatever its subject stands for.
    const carried =
      verb.subject === subject && !verb.antecedent && isJoined(tokens[at]!) && k === earlier.length - 1
        ? verb.subjects
        : verb.subjects.filter(
            (m) =>
              (goesOnAs(m, subject) &&
                !isOfOther(verb, m, subject) &&
                !(verb.subject === 'plural' && subject !== 'plural' && m.plural)) ||
              (subject === 'plural' && (m.plural || verb.subjects.length > 1)),
          )
    if (carried.length > 0) return carried
    if (at - verb.at > 60) return undefined
  }
  return undefined
}

/** Whether a noun that names nobody stands at a token. */
function isNounAt(view: SentenceView, at: number): boolean {
  const token = view.document.tokens[at]!
  return token.kind === 'word' && !isFunctionWord(token) && !view.isName(at) && !view.isTime(at) && !isFiniteVerb(token)
}

const goesOnByPronoun = (before: Token | undefined) => before !== undefined && /^و?لكن(?:ه|ها|هم)$/.test(before.key)

/** Whether a noun that names nobody is the subject of a verb. */
const isUnnamed = ({ slots, subjects }: FiniteVerb) => subjects.length === 0 && slots.get('subject')?.length === 0

/** «الوفد الذي زار … التقى …»: who opens the clause before the relative clause behind which a verb stands, joined to nothing. */
function headOfRelative(
  view: SentenceView,
  at: number,
  subject: VerbForm['subject'],
  earlier: readonly FiniteVerb[],
): Mention | undefined {
  const { tokens } = view.document
  const head = earlier.at(-1)?.antecedent?.mention
  if (head === undefined || head.preposition !== '' || isJoined(tokens[at]!)) return undefined
  const from = head.titleFrom ?? head.from
  const previous = from > view.from ? tokens[from - 1] : undefined
  if (previous !== undefined && !opensContent(previous) && previous.kind !== 'mark') return undefined
  return (subject === 'plural' ? head.plural : goesOnAs(head, subject)) ? head : undefined
}

/** «الرئيسان المصري والتركي يبحثان …»: of a subject that only its adjectives name, at the head of its clause, those. */
function describedBefore(view: SentenceView, at: number): Mention[] | undefined {
  let from = at
  const found: Mention[] = []
  while (from > view.from && view.isName(from - 1)) {
    const near = view.mentions.findLast((m) => m.to === from && m.via === 'nisba' && m.preposition === '')
    if (near === undefined) break
    found.unshift(near)
    from = near.from
  }
  if (found.length === 0) return undefined
  const { tokens } = view.document
  const noun = tokens[from - 1]
  if (from - 1 < view.from || noun?.kind !== 'word' || isFunctionWord(noun) || isFiniteVerb(noun)) return undefined
  const previous = from - 1 > view.from ? tokens[from - 2] : undefined
  const opens =
    previous === undefined || previous.kind === 'mark' || (isFunctionWord(previous) && !isPreposition(previous))
  return opens ? found : undefined
}

/** «والأزمة انتهت», «عقوبات استهدفت …»: a noun right before a verb that is joined to nothing is its subject, whoever it names or does not. */
function hasSubjectRightBefore(view: SentenceView, at: number): boolean {
  const { tokens } = view.document
  if (isJoined(tokens[at]!) || JOINED_PARTICLES.has(tokens[at - 1]?.key ?? '')) return false
  let end = at - 1
  while (end >= view.from && (VERBAL_PARTICLES.has(tokens[end]!.key) || tokens[end]!.text === '«')) end--
  if (end < view.from) return false
  const token = tokens[end]!
  // «فإن ذلك لم يمنعها»: what was told.
  if (token.key === 'ذلك' || token.key === 'هذا') return true
  // «في وقت استقبلت فيه …»: a noun that the verb takes up with a preposition is no subject.
  if (TIMES.has(token.key) || takesUpBefore(tokens[at + 1])) return false
  return (
    token.kind === 'word' && !isFunctionWord(token) && !view.isTime(end) && !view.isName(end) && !isFiniteVerb(token)
  )
}

/** «زيارة يجري خلالها …», «اجتماع نفى فيه …»: what is told in the noun's time or place. */
const takesUpBefore = (token: Token | undefined) => token !== undefined && isTakenUp(token)
const isTakenUp = perWord(
  ({ key, text }) => /^(?:خلال|في|اثناء|عقب|بعد|ب)(?:ها|ه|هما)$/.test(key) && !text.endsWith('ة'),
)
const TIMES = new Set('وقت يوم حين ساعه اليوم الوقت لحظه عام سنه شهر فتره مره'.split(' '))

/** «قال الفرجاني … أنها طلبت»: a verb said of one person tells whether a man or a woman is meant, which the name does not. */
export const isOfOther = (
  verb: Pick<FiniteVerb, 'subject' | 'subjects'>,
  { type, plural }: Mention,
  subject: VerbForm['subject'],
) =>
  type === 'person' && !plural && verb.subjects.length === 1 && subject === 'feminine' && verb.subject === 'masculine'

/** Whether a verb said of somebody before may go on: of a man it is no feminine, though his name would let it be read so right behind it; of people it is no singular of the masculine. */
export function goesOnAs(mention: Mention, subject: VerbForm['subject']): boolean {
  if (
    mention.type === 'person' &&
    mention.gender === 'masculine' &&
    subject === 'feminine' &&
    mention.role !== undefined
  )
    return false
  if (mention.type === 'group' && mention.plural && subject === 'masculine') return false
  return agrees(mention, subject)
}

function indexAfterContent(view: SentenceView, from: number, at: number): number | undefined {
  for (let i = at - 1; i >= from; i--) if (opensContent(view.document.tokens[i]!)) return i + 1
  return undefined
}
