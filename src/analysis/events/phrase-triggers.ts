/** Fixed phrases that tell an event only whole: the word that opens one, with the rest of it behind, or its noun before. */
import type { EventWord } from '../lexicon/schema.ts'
import { bare, withoutPronoun } from '../text/clitics.ts'
import type { Document } from '../text/document.ts'
import { numberAt } from '../text/numbers.ts'
import type { Token } from '../text/tokens.ts'
import { perWord } from '../text/word.ts'
import { justBefore } from './before.ts'
import { isVerbal, type PhraseReading, type PhraseWord, standsFor } from './forms.ts'
import { isInSight, lookUpTo, nextInSight, type Sight } from './phrase-words.ts'
import { restOfPhrase } from './rest-of-phrase.ts'
import type { SentenceView } from './sentence.ts'
import { JOINED, MARBUTA, OWNED, type TellingWord } from './telling-words.ts'
import type { Trigger } from './triggers.ts'
import { CLAUSE_BEGINS, NOUN_EXPECTED, PLAINLY_PASSIVE_BEHIND, prepositionOf, RELATIVE, signsOf } from './word-signs.ts'

/** The verb stands so far from the rest of its phrase at most («فرضت الولايات المتحدة أمس عقوبات»). */
const PHRASE_REACH = 10
/** Words from a masdar, with whoever does it, to the preposition of its phrase («توقيع وزراء الطاقة في … على عقود»). */
const JOINED_REACH = 6
const JOINS = new Set(['علي', 'عن', 'من', 'الي'])
/** The same with the expressions of time between. */
const WIDEST_REACH = 30
/** Words from a verb back to the noun before its relative pronoun that its phrase may be made with, at most. */
const ANTECEDENT_REACH = 6
/** Words from a masdar back to the noun that its pronoun takes up, at most. */
const OWNED_REACH = 14
/** Words to what is counted, with its number between. */
const COUNTED_REACH = 5

/** The phrase that a token opens, the longest and nearest of those that stand there whole; `found` are the triggers before it. */
export function phraseAt(sight: Sight, at: number, word: TellingWord, found: readonly Trigger[]): Trigger | undefined {
  const { rarest, traits } = word
  if (rarest.length === 0) return undefined
  const { from, to } = sight.view
  const least = Math.max(from, at - ((traits & OWNED) !== 0 ? OWNED_REACH : ANTECEDENT_REACH))
  const since = lookUpTo(sight, least, Math.min(to, at + 1 + WIDEST_REACH))
  const behind = since + at + 1 - least
  const next = nextInSight(rarest, 0, since, behind)
  return next === rarest.length ? undefined : phraseOf(sight.view, at, word, next, since, behind, found)
}

/** The best phrase of those that are not ruled out, of which number `next` is the first. */
function phraseOf(
  view: SentenceView,
  at: number,
  { phrases, rarest, traits }: TellingWord,
  next: number,
  since: number,
  behind: number,
  found: readonly Trigger[],
): Trigger | undefined {
  const { document, from } = view
  const before = at > from ? document.tokens[at - 1] : undefined
  const signs = before === undefined ? CLAUSE_BEGINS : signsOf(before)
  const verbExpected = (traits & MARBUTA) === 0 && (signs & NOUN_EXPECTED) === 0
  const opens = verbExpected && ((signs & CLAUSE_BEGINS) !== 0 || (traits & JOINED) !== 0)
  let behindSubject: boolean | undefined
  const behindRelative = (signs & RELATIVE) !== 0
  // «استرجاع عشرات القطع من الأسلحة»: a count may come between.
  const reach = numberAt(document.tokens, at + 1) ? COUNTED_REACH : 2
  let best: PhraseReading | undefined
  let bestRest: number[] = []
  let bestAsVerb = false
  for (let k = next; k < rarest.length; k = nextInSight(rarest, k + 1, since, behind)) {
    const reading = phrases[k]!
    const { count, rest: words, entry, verb, bareRoot, pronoun } = reading
    if (bareRoot && verbExpected && !opens && behindSubject === undefined)
      behindSubject = view.isName(at - 1) && justBefore(view, at, 'masculine') !== undefined
    const asVerb =
      verb !== undefined &&
      (reading.form.length > 3
        ? verbExpected
        : opens || behindSubject === true || (pronoun && count === 1 && isOfNounBefore(document, at, from, words[0]!)))
    if (verb && !asVerb && !bareRoot) continue
    if (asVerb && !isVerbal(reading, verb)) continue
    const rest =
      (isWhollyInSight(reading, behind)
        ? restOfPhrase(
            view,
            at,
            reading,
            asVerb ? PHRASE_REACH : count > 1 && JOINS.has(words[0]!.key) ? JOINED_REACH : reach,
          )
        : undefined) ??
      (count !== 1
        ? undefined
        : asVerb
          ? nounBefore(document, at, from, words[0]!, entry, pronoun && behindRelative, pronoun, verb, found)
          : pronoun && entry.object === 'topic'
            ? ownedBy(document, at, from, words[0]!, found)
            : undefined)
    if (rest === undefined || (best && !isBetter(document, rest, words, bestRest, best.rest))) continue
    best = reading
    bestRest = rest
    bestAsVerb = asVerb
  }
  return best && triggerOf(document, at, before, signs, best, bestRest, bestAsVerb)
}

function isWhollyInSight({ count, first, second, rest }: PhraseReading, since: number): boolean {
  if (count > 0 && !isInSight(first, since)) return false
  if (count > 1 && !isInSight(second, since)) return false
  for (let k = 2; k < count; k++) if (!isInSight(rest[k]!.id, since)) return false
  return true
}

/** Of two phrases of one verb the longer one, then the nearer one is meant («تبنى التنظيم الهجوم في بيان»), then the one that is spelled as it is written. */
function isBetter(
  { tokens }: Document,
  rest: readonly number[],
  words: readonly PhraseWord[],
  than: readonly number[],
  thanWords: readonly PhraseWord[],
): boolean {
  if (rest.length !== than.length) return rest.length > than.length
  const last = rest.at(-1) ?? 0
  const lastThan = than.at(-1) ?? 0
  if (last !== lastThan) return last < lastThan
  return spelledAs(tokens, rest, words) > spelledAs(tokens, than, thanWords)
}

function triggerOf(
  { tokens }: Document,
  at: number,
  before: Token | undefined,
  signs: number,
  { entry, verb, bareRoot, future, preposition, definite }: PhraseReading,
  rest: number[],
  asVerb: boolean,
): Trigger {
  // «إلى محاسبة الجناة وسحب جنودها»: a verb for a man has no soldiers of hers.
  const ofHer = asVerb && bareRoot && rest[0] === at + 1 && /.{3}ها$/.test(tokens[at + 1]!.key)
  const told = asVerb && !ofHer ? verb : undefined
  return {
    from: at,
    to: rest.length > 0 && rest.at(-1) === at + rest.length ? at + 1 + rest.length : at + 1,
    entry,
    kind: told ? 'verb' : 'masdar',
    voice: told ? told.voice : (signs & PLAINLY_PASSIVE_BEHIND) !== 0 ? 'passive' : 'active',
    subject: told?.subject,
    tense: told?.tense,
    future: future || before?.key === 'سوف',
    preposition: asVerb ? undefined : prepositionOf(preposition, before, signs),
    definite,
    pronoun: false,
    phrase: rest,
  }
}

/** How many of the words of a phrase are spelled as it is written. */
const spelledAs = (tokens: readonly Token[], rest: readonly number[], words: readonly PhraseWord[]): number =>
  rest.filter((at, i) => isSpelledAs(tokens[at]!, words[i]!)).length

/** Whether a trigger begins at a token that is more than a common word by itself. */
function isTold(found: readonly Trigger[], at: number): boolean {
  for (let k = found.length - 1; k >= 0 && found[k]!.from >= at; k--) {
    const { from, entry, phrase } = found[k]!
    if (from === at && !(entry.weak && phrase.length === 0)) return true
  }
  return false
}

/** Whether a token is a word of a phrase as it is spelled, whatever its pronoun: «سفيرها» for «سفيره», but not for «سفير». */
function isSpelledAs(token: Token, word: PhraseWord): boolean {
  if (token.key === word.key || bare(token.key) === word.key) return true
  const owned = withoutPronoun(token.key)
  return owned !== undefined && word.key === `${owned}ه`
}

/** The noun of a verb's phrase where it stands before the verb: before its relative pronoun, or as the subject of a verb without object («قواتها انتشرت»). */
function nounBefore(
  document: Document,
  at: number,
  from: number,
  word: PhraseWord,
  entry: EventWord,
  relative: boolean,
  taken: boolean,
  verb: NonNullable<PhraseReading['verb']>,
  found: readonly Trigger[],
): number[] | undefined {
  // What a preposition joins to its verb is told with it behind the verb.
  if (entry.prepositions.ب !== undefined && word.key.startsWith('ب')) return undefined
  if (relative) return antecedentPhrase(document, at, from, word, found)
  // «وهو عرض قبله السودان», «شكوى رُفعت ضد …»: an indefinite noun needs no relative pronoun.
  const passive =
    verb.voice !== 'active' &&
    verb.tense === 'past' &&
    (verb.subject === 'masculine' || verb.subject === 'feminine') &&
    !/^[وف]/.test(document.tokens[at]!.key)
  if ((taken || passive) && at > from && !isTold(found, at - 1) && isIndefinite(document.tokens[at - 1]!))
    return standsFor(document.tokens[at - 1]!, word.id) ? [at - 1] : undefined
  if (entry.object !== 'none') return undefined
  let end = at - 1
  while (end > from && /^(?:قد|لم|لن|لا|سوف)$/.test(document.tokens[end]!.key)) end--
  return end >= from && standsFor(document.tokens[end]!, word.id) && !isTold(found, end) ? [end] : undefined
}

/** «وهو عرض قبله السودان»: its object is the indefinite noun right before. */
const isOfNounBefore = ({ tokens }: Document, at: number, from: number, word: PhraseWord): boolean =>
  at > from && !JOINS.has(word.key) && isIndefinite(tokens[at - 1]!) && standsFor(tokens[at - 1]!, word.id)

/** «طلبوا فدية …، نافيا دفعها»: the noun of a masdar's phrase that its pronoun takes up. */
function ownedBy(
  document: Document,
  at: number,
  from: number,
  word: PhraseWord,
  found: readonly Trigger[],
): number[] | undefined {
  const { tokens } = document
  const noun = lastBefore(document, at - 1, Math.max(from, at - OWNED_REACH), word)
  if (noun === undefined || isTold(found, noun)) return undefined
  return tokens[at]!.key.endsWith('ه') && /(?:ه|ات)$/.test(tokens[noun]!.key) ? undefined : [noun]
}

const isIndefinite = perWord(
  ({ kind, key }) => kind === 'word' && bare(key) === key && withoutPronoun(key) === undefined,
)

/** «الرسوم التي فرضتها …»: the noun of a verb's phrase before its relative pronoun, unless it tells the event itself. */
function antecedentPhrase(
  document: Document,
  at: number,
  from: number,
  word: PhraseWord,
  found: readonly Trigger[],
): number[] | undefined {
  const noun = lastBefore(document, at - 1, Math.max(from, at - ANTECEDENT_REACH), word, true)
  return noun === undefined || isTold(found, noun) ? undefined : [noun]
}

/** Index of the last token before `to`, but not before `from`, that stands for a word; `inWords`: with nothing but words behind it. */
function lastBefore(
  { tokens }: Document,
  to: number,
  from: number,
  word: PhraseWord,
  inWords = false,
): number | undefined {
  for (let at = to - 1; at >= from; at--) {
    if (inWords && tokens[at]!.kind !== 'word') return undefined
    if (standsFor(tokens[at]!, word.id)) return at
  }
  return undefined
}
