/** Where the further words of a phrase stand behind the word that opens it. */
import { isFiniteVerb } from '../lexicon/finite.ts'
import { bare, withoutPronoun } from '../text/clitics.ts'
import { type Document, isFunctionWord, isRelative } from '../text/document.ts'
import type { Token } from '../text/tokens.ts'
import { perWord } from '../text/word.ts'
import { MAY_BE_IN_PHRASE, type PhraseReading, type PhraseWord, phraseWord, standsFor } from './forms.ts'
import type { SentenceView } from './sentence.ts'
import { freePreposition } from './surroundings.ts'

const COMMAS = new Set(['،', ',', '»', '–', '-'])
const BREAKS = new Set(['،', '؛', ':', '.', '؟', '!', ','])
const THAT = new Set(['ان', 'بان', 'انه', 'انها', 'بانه', 'بانها'])

/**
 * Where the further words of a phrase stand: each at most `reach` tokens behind the one before, expressions of time and their commas not counted; behind a
 * verb its subject may come between.
 */
export function restOfPhrase(
  view: SentenceView,
  at: number,
  { count, first, second, rest }: PhraseReading,
  reach: number,
): number[] | undefined {
  if (count === 0) return []
  // Most phrases already miss their first further word.
  const hit = indexOf(view, first, at + 1, reach, true)
  if (hit === undefined) return undefined
  const found = [hit]
  for (let k = 1; k < count; k++) {
    const next = indexOf(view, k === 1 ? second : rest[k]!.id, found[k - 1]! + 1, reach, false)
    if (next === undefined) return undefined
    found.push(next)
  }
  return found
}

/** A phrase that may have a subject between its words reaches no less far, in words. */
const AROUND_SUBJECT = 8
/** An aside is no longer than this, in words. */
const LONGEST_ASIDE = 8

/** Where a sentence goes on behind an aside without a verb that a comma opens, or undefined. */
function endOfAside({ document, to, isName }: SentenceView, comma: number): number | undefined {
  // «علّق الحزب، الذي حل ثانيا، مشاركته»: nor does a relative clause.
  const relative = comma + 1 < to && isRelative(document.tokens[comma + 1]!)
  for (let at = comma + 1; at < Math.min(to - 1, comma + LONGEST_ASIDE + 2); at++) {
    const token = document.tokens[at]!
    if (COMMAS.has(token.text)) return at + 1
    // «بوساطة من وفد أوفده المكتب»: what takes up a noun by its pronoun only describes it.
    if (token.kind !== 'mark' && !relative && isFiniteVerb(token) && !isName(at) && !/.{3}(?:ه|ها|هم)$/.test(token.key))
      return undefined
  }
  return undefined
}

/** «سلم إرهابي يدعى أبو حذيفة نفسه»: a verb that only names. */
const NAMING = /^(?:ي|ت)(?:دعي|سمي|كني|لقب)$/

/** Index of the first token that stands for the word of a phrase with an id, with no mark and no other verb before it. */
function indexOf(view: SentenceView, id: number, from: number, reach: number, behindVerb: boolean): number | undefined {
  const { document, to } = view
  let left = reach
  let comma = false
  let described = false
  for (let at = opensPair(document, from) ? from + 2 : from; at < to && left > 0; at++) {
    const token = document.tokens[at]!
    if (view.isTime(at)) continue
    const stops = stopsAt(token)
    if (stops === BREAK) {
      // «فرضت الوزارة، أمس، غرامات»: a time between commas interrupts nothing.
      if (!COMMAS.has(token.text)) return undefined
      const behind = at + 1 < to ? document.tokens[at + 1] : undefined
      // «أقر المجلس أمس، بأكثرية ستين صوتا، اقتراح القانون»: it goes on behind the second comma.
      if (comma && behind && standsFor(behind, id)) return at + 1
      comma = true
      if (view.isTime(at + 1)) continue
      // «توصلت الحكومة، بوساطة من قطر، إلى اتفاق»: nor does an aside without a verb, if the phrase goes on right behind it.
      const end = endOfAside(view, at)
      if (end !== undefined && standsFor(document.tokens[end]!, id)) return end
      if (view.isTime(at - 1)) continue
      // «حمّلت الحركة، على لسان ناطقها فلان، الحكومة مسؤولية …»: nor one that a preposition opens, if who it befalls is named right behind.
      if (end === undefined || reach < AROUND_SUBJECT || !view.startsAt.has(end)) return undefined
      if (freePreposition(behind!) === undefined) return undefined
      at = end - 1
      continue
    }
    // «أعربت عن قلقها»: its own noun may be spelled like a verb.
    if (stops === CLAUSE && at > from && !isOwn(token, phraseWord(id)) && !view.isName(at)) {
      // «اعترضت فرقاطة تعمل ضمن … سفينة»: a verb in the present right behind an indefinite subject describes it.
      if (described || !behindVerb || reach < AROUND_SUBJECT || !describes(document.tokens, from, at)) return undefined
      described = true
    }
    if ((document.flags[at]! & MAY_BE_IN_PHRASE) !== 0 && standsFor(token, id)) return at
    if (!view.isName(at)) left--
  }
  return undefined
}

/** Words from a verb to another that describes its subject, at most. */
const DESCRIBED_WITHIN = 3
const isPresent = perWord(({ key }) => /^[يت].{2}/.test(key))

/** Whether a verb in the present stands right behind an indefinite subject and its adjective: all that is between it and the verb before. */
function describes(tokens: readonly Token[], from: number, at: number): boolean {
  if (at - from > DESCRIBED_WITHIN || !isPresent(tokens[at]!)) return false
  for (let i = from; i < at; i++)
    if (tokens[i]!.kind !== 'word' || bare(tokens[i]!.key) !== tokens[i]!.key || isFunctionWord(tokens[i]!))
      return false
  return true
}

/** «سحبت أو جمدت اعترافها»: two verbs of one object. */
const opensPair = ({ tokens }: Document, at: number): boolean =>
  tokens[at]?.key === 'او' && at + 1 < tokens.length && isFiniteVerb(tokens[at + 1]!)

const isOwn = (token: Token, { key }: PhraseWord): boolean =>
  token.key === key ||
  // «أصدر … عفوا»: so may it in the accusative.
  token.key === `${key}ا` ||
  (key.endsWith('ه') && token.key.startsWith(key.slice(0, -1)) && withoutPronoun(token.key) === key.slice(0, -1))

const BREAK = 1
const CLAUSE = 2

/** What ends the reach of a phrase: a mark, another verb, or a particle («في تصريحات نشرتها الصحيفة أن إرسال قوات …»: what is said is no part of it). */
const stopsAt = perWord((word) => {
  if (word.kind === 'mark') return BREAKS.has(word.text) ? BREAK : 0
  return (isFiniteVerb({ word }) && !NAMING.test(word.key)) || THAT.has(word.key) ? CLAUSE : 0
})
