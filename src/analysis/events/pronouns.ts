/** Whom a pronoun means that is joined to a preposition behind a verb. */
import type { Mention } from '../entities/mention.ts'
import { meantByPronoun } from './before.ts'
import { BY, type Slots } from './mention-slot.ts'
import { type PronounBehind, pronounBehind } from './nouns.ts'
import type { SentenceView } from './sentence.ts'
import type { FiniteVerb } from './subjects.ts'
import { freePreposition, isPart } from './surroundings.ts'
import type { Trigger } from './triggers.ts'

/** «فرضت عليها عقوبات», «وطلبت منه …», «أفرجوا عنهم»: whom a pronoun means that is joined to a preposition of the verb's frame, right behind the verb or its subject. */
export function putPronouns(
  view: SentenceView,
  at: number,
  trigger: Trigger,
  slots: Slots,
  verb: Pick<FiniteVerb, 'subjects' | 'antecedent'>,
  earlier: readonly FiniteVerb[],
  inSentenceBefore: readonly FiniteVerb[],
): void {
  const { tokens } = view.document
  const { subjects, antecedent } = verb
  for (let i = at + 1; i < Math.min(view.to, at + PRONOUN_REACH); i++) {
    const token = tokens[i]!
    if (token.kind === 'mark') return
    const pronoun = pronounBehind(token)
    if (pronoun === undefined) continue
    const { preposition, of } = pronoun
    // «أفرجت عن خمسة منهم»: some of them stand where the number does.
    if (preposition === 'من' && of === 'plural' && isPart(view, i)) {
      putPart(view, at, i, slots, subjects, earlier, inSentenceBefore)
      return
    }
    const role = trigger.entry.prepositions[preposition] ?? (preposition === 'مع' ? 'partner' : undefined)
    if ((role !== 'patient' && role !== 'partner') || slots.get(preposition)?.length) return
    // «رواندا التي أفرجت عنهم»: whoever is the subject of the clause is not whom the pronoun means.
    const takenUp =
      antecedent && !(antecedent.mention && subjects.includes(antecedent.mention)) ? antecedent : undefined
    if (takenUp && takenUp.mention === undefined) return
    const meant = takenUp?.mention ?? meantBehindPreposition(view, at, pronoun, subjects, earlier, inSentenceBefore)
    // «احتُجزوا على يد مسلحين، قبل أن يُفرج عنهم»: who holds others is not let go, nor do those let themselves go.
    const held = trigger.entry.type === 'RETREAT' && meant ? heldBy(meant, earlier) : undefined
    if (held?.some((m) => subjects.includes(m))) verb.subjects = []
    const known = held ?? (meant ? [meant] : [])
    if (known.length > 0) slots.set(preposition, known)
    return
  }
}

/** Those whom somebody holds by the verb before, or undefined where he is told of otherwise. */
function heldBy(doer: Mention, earlier: readonly FiniteVerb[]): Mention[] | undefined {
  const last = earlier.at(-1)
  return last?.slots.get(BY)?.includes(doer) ? last.subjects.filter((m) => m !== doer) : undefined
}

/** Puts those of whom some are told in the slot of the number before: behind its preposition, or the object. */
function putPart(
  view: SentenceView,
  at: number,
  pronoun: number,
  slots: Slots,
  subjects: readonly Mention[],
  earlier: readonly FiniteVerb[],
  inSentenceBefore: readonly FiniteVerb[],
): void {
  const before = view.document.tokens[pronoun - 2]
  const slot = (before && pronoun - 2 > at && freePreposition(before)) || 'object'
  if (slots.get(slot)?.length) return
  const meant = meantByPronoun(view, at, 'plural', subjects, earlier, inSentenceBefore)
  if (meant) slots.set(slot, [meant])
}

/** «هم» means people, the nearest named; «ه» and «ها» may mean a thing, unless somebody has just acted or been acted on. */
function meantBehindPreposition(
  view: SentenceView,
  at: number,
  { of, preposition }: PronounBehind,
  subjects: readonly Mention[],
  earlier: readonly FiniteVerb[],
  inSentenceBefore: readonly FiniteVerb[],
): Mention | undefined {
  const meant = meantByPronoun(view, at, of, subjects, earlier, inSentenceBefore, true)
  if (meant === undefined || of === 'plural') return meant
  const last = earlier.at(-1)
  // «رحب بالاتفاق، كما رحبت به …», «اعتبره المجلس سابقة، ورحب به …»: what was told of goes on to be.
  if (last?.slots.get(preposition)?.length === 0 || (last?.pronoun && last.slots.get('object')?.length === 0))
    return undefined
  return last?.subjects.includes(meant) || last?.slots.get('object')?.includes(meant) ? meant : undefined
}

/** Words from a verb to a pronoun that is joined to a preposition of its frame. */
const PRONOUN_REACH = 4
