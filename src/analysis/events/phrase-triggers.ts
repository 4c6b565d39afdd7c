/** Fixed phrases that tell an event only whole: the word that opens one, with the rest of it behind, or its noun before. */
import type { EventWord } from '../lexicon/schema.ts'
import { bare, withoutPronoun } from '../text/clitics.ts'
import { type Document, isRelative } from '../text/document.ts'
import { numberAt } from '../text/numbers.ts'
import type { Token } from '../text/tokens.ts'
import { perWord } from '../text/word.ts'
import { justBefore } from './before.ts'
import { firstFurtherWords, type PhraseReading, type PhraseWord, phraseReadings, standsFor } from './forms.ts'
import { expectsNoun, opensClause, PASSIVE_SUPPORTS, prepositionOf } from './openers.ts'
import { isInSight, lookUpTo, type Sight } from './phrase-words.ts'
import { restOfPhrase } from './rest-of-phrase.ts'
import type { Trigger } from './triggers.ts'

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

/** The phrase that a token opens, the longest and nearest of those that stand there whole; `isTold` says which tokens tell an event already. */
export function phraseAt(sight: Sight, at: number, isTold: (at: number) => boolean): Trigger | undefined {
  const readings = phraseReadings(sight.view.document.tokens[at]!)
  return readings.length === 0 ? undefined : phraseOf(sight, at, readings, isTold)
}

function phraseOf(
  sight: Sight,
  at: number,
  readings: readonly PhraseReading[],
  isTold: (at: number) => boolean,
): Trigger | undefined {
  const { view } = sight
  const { document, from, to } = view
  const token = document.tokens[at]!
  const before = at > from ? document.tokens[at - 1] : undefined
  const verbExpected = !token.text.endsWith('ة') && !(before && expectsNoun(before))
  const opens = verbExpected && opensClause(before, token)
  let behindSubject: boolean | undefined
  const behindRelative = before !== undefined && isRelative(before)
  const back = hasPronoun(token) ? OWNED_REACH : ANTECEDENT_REACH
  const since = lookUpTo(sight, Math.max(from, at - back), Math.min(to, at + 1 + WIDEST_REACH))
  // «استرجاع عشرات القطع من الأسلحة»: a count may come between.
  const reach = numberAt(document.tokens, at + 1) ? COUNTED_REACH : 2
  let best: Trigger | undefined
  let bestExact = 0
  const behind = lookUpTo(sight, at + 1, at + 1)
  const firsts = firstFurtherWords(token)
  for (let k = 0; k < firsts.length; k++) {
    if (firsts[k]! >= 0 && !isInSight(firsts[k]!, since)) continue
    const { rest: words, entry, form, verb, future, preposition, definite, pronoun } = readings[k]!
    // «لوحة»: ta marbuta folds to the pronoun «ه», but is none.
    if (pronoun && token.text.endsWith('ة')) continue
    const bareRoot = form.length <= 3 && verb?.tense === 'past' && verb.subject === 'masculine'
    // «سحب قواتها», «فرض عقوبات»: the masdar of a bare root is spelled like its past.
    if (verb && bareRoot && verbExpected && !opens && behindSubject === undefined)
      behindSubject = view.isName(at - 1) && justBefore(view, at, 'masculine') !== undefined
    const asVerb =
      verb !== undefined &&
      (form.length > 3
        ? verbExpected
        : opens ||
          behindSubject === true ||
          (pronoun && words.length === 1 && isOfNounBefore(document, at, from, words[0]!)))
    if (verb && !asVerb && !bareRoot) continue
    if (asVerb && (definite || (preposition !== '' && !(preposition === 'ل' && verb.tense === 'present')))) continue
    const rest =
      (words.every(({ id }) => isInSight(id, behind))
        ? restOfPhrase(
            view,
            at,
            words,
            asVerb ? PHRASE_REACH : words.length > 1 && JOINS.has(words[0]!.key) ? JOINED_REACH : reach,
          )
        : undefined) ??
      (words.length !== 1
        ? undefined
        : asVerb
          ? nounBefore(document, at, from, words[0]!, entry, pronoun && behindRelative, pronoun, verb, isTold)
          : pronoun && entry.object === 'topic'
            ? ownedBy(document, at, from, words[0]!, isTold)
            : undefined)
    // Of two phrases of one verb the longer one, then the nearer one is meant («تبنى التنظيم الهجوم في بيان»).
    if (rest === undefined) continue
    // «إلى محاسبة الجناة وسحب جنودها»: a verb for a man has no soldiers of hers.
    const ofHer =
      asVerb &&
      bareRoot &&
      rest[0] === at + 1 &&
      verb.subject === 'masculine' &&
      /.{3}ها$/.test(document.tokens[at + 1]!.key)
    let exact = 0
    for (let i = 0; i < rest.length; i++) if (isSpelledAs(document.tokens[rest[i]!]!, words[i]!)) exact++
    if (
      best &&
      (best.phrase.length > rest.length ||
        (best.phrase.length === rest.length &&
          ((best.phrase.at(-1) ?? 0) < (rest.at(-1) ?? 0) ||
            ((best.phrase.at(-1) ?? 0) === (rest.at(-1) ?? 0) && bestExact >= exact))))
    )
      continue
    bestExact = exact
    best = {
      from: at,
      to: rest.length > 0 && rest.at(-1) === at + rest.length ? at + 1 + rest.length : at + 1,
      entry,
      kind: asVerb && !ofHer ? 'verb' : 'masdar',
      voice:
        asVerb && !ofHer ? verb.voice : before !== undefined && PASSIVE_SUPPORTS.has(before.key) ? 'passive' : 'active',
      subject: asVerb && !ofHer ? verb.subject : undefined,
      tense: asVerb && !ofHer ? verb.tense : undefined,
      future: future || before?.key === 'سوف',
      preposition: asVerb ? undefined : prepositionOf(preposition, before?.key),
      definite,
      pronoun: false,
      phrase: rest,
    }
  }
  return best
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
  isTold: (at: number) => boolean,
): number[] | undefined {
  // What a preposition joins to its verb is told with it behind the verb.
  if (entry.prepositions.ب !== undefined && word.key.startsWith('ب')) return undefined
  if (relative) return antecedentPhrase(document, at, from, word, isTold)
  // «وهو عرض قبله السودان», «شكوى رُفعت ضد …»: an indefinite noun needs no relative pronoun.
  const passive =
    verb.voice !== 'active' &&
    verb.tense === 'past' &&
    (verb.subject === 'masculine' || verb.subject === 'feminine') &&
    !/^[وف]/.test(document.tokens[at]!.key)
  if ((taken || passive) && at > from && !isTold(at - 1) && isIndefinite(document.tokens[at - 1]!))
    return standsFor(document.tokens[at - 1]!).includes(word) ? [at - 1] : undefined
  if (entry.object !== 'none') return undefined
  let end = at - 1
  while (end > from && /^(?:قد|لم|لن|لا|سوف)$/.test(document.tokens[end]!.key)) end--
  return end >= from && standsFor(document.tokens[end]!).includes(word) && !isTold(end) ? [end] : undefined
}

/** «وهو عرض قبله السودان»: its object is the indefinite noun right before. */
const isOfNounBefore = ({ tokens }: Document, at: number, from: number, word: PhraseWord): boolean =>
  at > from && !JOINS.has(word.key) && isIndefinite(tokens[at - 1]!) && standsFor(tokens[at - 1]!).includes(word)

/** «طلبوا فدية …، نافيا دفعها»: the noun of a masdar's phrase that its pronoun takes up. */
function ownedBy(
  document: Document,
  at: number,
  from: number,
  word: PhraseWord,
  isTold: (at: number) => boolean,
): number[] | undefined {
  const { tokens } = document
  const noun = lastBefore(document, at - 1, Math.max(from, at - OWNED_REACH), word)
  if (noun === undefined || isTold(noun)) return undefined
  return tokens[at]!.key.endsWith('ه') && /(?:ه|ات)$/.test(tokens[noun]!.key) ? undefined : [noun]
}

const hasPronoun = perWord(({ key, text }) => /.{3}(?:ه|ها)$/.test(key) && !text.endsWith('ة'))

const isIndefinite = perWord(
  ({ kind, key }) => kind === 'word' && bare(key) === key && withoutPronoun(key) === undefined,
)

/** «الرسوم التي فرضتها …»: the noun of a verb's phrase before its relative pronoun, unless it tells the event itself. */
function antecedentPhrase(
  document: Document,
  at: number,
  from: number,
  word: PhraseWord,
  isTold: (at: number) => boolean,
): number[] | undefined {
  const noun = lastBefore(document, at - 1, Math.max(from, at - ANTECEDENT_REACH), word, true)
  return noun === undefined || isTold(noun) ? undefined : [noun]
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
    if (standsFor(tokens[at]!).includes(word)) return at
  }
  return undefined
}
