/** Who stands in which slot of a verb or masdar: what is behind it is read word by word, up to where something else is told. */
import { isCounterpart } from '../entities/name-words.ts'
import { bare } from '../text/clitics.ts'
import { isFunctionWord } from '../text/document.ts'
import { PREPOSITIONS, PRONOMINAL } from '../text/function-words.ts'
import { numberAt } from '../text/numbers.ts'
import { BY, OF_PHRASE, place, put, type Reached, type Slots } from './mention-slot.ts'
import { boundEnd, governedPreposition, type Head, isDefiniteNoun, isUnit, MEANS } from './nouns.ts'
import { particleAt } from './particles-behind.ts'
import type { SentenceView } from './sentence.ts'
import { doerBehindAsides, OPENING, opensWithVerb, resumesBehind } from './surroundings.ts'
import { nounAt } from './unknown-nouns.ts'
import { isSomeOne, isTwo } from './unnamed.ts'
import { BOUND, PARTICLE, signsOf } from './word-signs.ts'

/** Participants stand no further than this from their verb. */
const REACH = 45

/** Fills the slots of a head from what stands behind it, up to the next verb, relative or clause. */
export function slotsBehind(view: SentenceView, head: Head, hasOwnFrame: (at: number) => boolean): Slots {
  const { document, startsAt, isTime } = view
  const { tokens } = document
  const slots: Slots = new Map()
  const now: Reached = {
    slots,
    slot: undefined,
    preposition: undefined,
    afterMention: false,
    afterDefinite: false,
    list: false,
    partitive: false,
    each: false,
    counted: head.at + 1,
    ofEvent: false,
    behindAct: false,
  }
  const end = Math.min(view.to, head.at + REACH)
  // «لم يخرج أحد», «نُقل أحدهما»: some one, whom no name is told of.
  if (head.isVerb && !head.hasObject && head.at + 1 < end && isSomeOne(tokens, head.at + 1)) {
    now.slot = 'subject'
    put(slots, now.slot)
  }

  for (let at = head.at + 1; at < end; ) {
    const mention = startsAt.get(at)
    if (mention === undefined && head.phrase.length > 0 && head.phrase.includes(at)) {
      phraseWordAt(view, head, now, at)
      at++
      continue
    }
    if (isTime(at)) {
      // «في الشهر نفسه …»: what stands behind a time is under its preposition no more.
      if (now.preposition !== undefined) {
        now.preposition = undefined
        now.slot = undefined
      }
      at++
      continue
    }
    const token = tokens[at]!
    const signs = signsOf(token)
    const bound = (signs & BOUND) !== 0 ? boundEnd(tokens, at) : undefined
    if (bound !== undefined) {
      at = bound
      continue
    }
    if (mention) {
      place(view, head, now, mention, at)
      at = mention.to
      continue
    }
    const number = !head.isVerb && at === now.counted ? numberAt(tokens, at) : undefined
    if (number !== undefined) {
      at = now.counted = number.to
      // «مقتل اثنين من الحراس»: some of them.
      if (tokens[at]?.key === 'من' && startsAt.has(at + 1)) {
        now.slot = 'genitive'
        put(slots, now.slot)
      }
      continue
    }
    let next: number | undefined = at
    if (token.kind === 'mark') next = markAt(view, head, now, at, end)
    else if ((signs & PARTICLE) !== 0) next = particleAt(view, head, now, at, signs)
    if (next === at) next = nounAt(view, head, now, at, signs, end, hasOwnFrame)
    if (next === undefined) break
    at = next
  }
  return slots
}

/** A further word of the phrase of the head: it fills a slot, or is the preposition of one. */
function phraseWordAt({ document: { tokens } }: SentenceView, head: Head, now: Reached, at: number): void {
  const token = tokens[at]!
  // «التعديلات التي اعترضت عليها النقابة»: what the preposition of the phrase governs was named before.
  if (head.isVerb && PRONOMINAL.has(token.key)) return
  now.afterMention = false
  if (isFunctionWord(token) && PREPOSITIONS.has(token.key)) {
    // «سيطر على مدينة …»: who stands behind it stands behind the preposition.
    now.preposition = token.key
    now.slot = undefined
    return
  }
  if (now.preposition !== undefined) {
    now.slot = now.preposition
    put(now.slots, now.slot)
    now.preposition = undefined
    now.afterDefinite = isDefiniteNoun(token) && !isCounterpart(token)
    return
  }
  // «أودى بحياة خمسة مدنيين»: so do those behind a preposition joined to it.
  const letter = head.isVerb ? governedPreposition(head, token, 'object') : undefined
  if (letter !== undefined && head.governs![letter] === 'patient') {
    now.slot = letter
    put(now.slots, now.slot)
    now.afterDefinite = false
    return
  }
  // «أوصى اللجنة بإدراج أشخاص»: behind whom it is turned to the rest of the phrase is no object.
  if (head.isVerb && token.key.startsWith('ب') && now.slots.get('object')?.length) {
    now.slot = OF_PHRASE
    now.afterDefinite = false
    return
  }
  // «قصفت طائرات إسرائيلية»: what an army strikes with stands for it, as the subject.
  now.slot = !head.isVerb
    ? 'genitive'
    : at === head.at + 1 &&
        (head.intransitive || MEANS.has(bare(token.key)) || (isUnit(token) && opensWithVerb(tokens[head.at]!)))
      ? 'subject'
      : 'object'
  put(now.slots, now.slot)
  if (!head.isVerb) now.slot = undefined
  now.afterDefinite = isDefiniteNoun(token) && !isCounterpart(token)
}

/** Where what is behind a head goes on behind a mark that only interrupts it; undefined where it ends there. */
function markAt(view: SentenceView, head: Head, now: Reached, at: number, end: number): number | undefined {
  const { tokens } = view.document
  const { slots } = now
  const { text } = tokens[at]!
  if (OPENING.has(text)) return at + 1
  if (text !== '،' && text !== ',') return undefined
  const subject = slots.get('subject')
  // «رفض الطرفان، الحكومة والحركة، …»: who they are.
  if (at === head.at + 2 && now.slot === 'subject' && subject?.length === 0 && isTwo(tokens[at - 1]!)) {
    const named = view.startsAt.get(at + 1)
    if (named && named.preposition === '' && named.conjunction === '' && named.via !== 'nisba') {
      now.list = true
      return at + 1
    }
  }
  const isFresh = head.isVerb && !slots.has('object')
  const resumed = resumesBehind(view, at, {
    from: head.at,
    end,
    afterMention: now.afterMention,
    isFresh,
    wantsSubject: isFresh && subject === undefined,
    hasSubject: subject?.length === 1,
    governs: head.governs,
  })
  if (resumed === undefined) return head.mayBeSuffered && !slots.has(BY) ? doerBehindAsides(view, at) : undefined
  now.list ||= resumed.list
  return resumed.at
}
