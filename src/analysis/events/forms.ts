/** What a word by itself may tell: the event forms and the beginnings of phrases that it can be read as, past its clitics. */
import { verbCandidates } from '../lexicon/finite.ts'
import type { EventWord } from '../lexicon/schema.ts'
import { type TriggerForm, type TriggerPhrase, vocabulary } from '../lexicon/vocabulary.ts'
import { bare, readings, withoutPronoun } from '../text/clitics.ts'
import { flagFor } from '../text/flags.ts'
import { fold } from '../text/fold.ts'
import { perWord, type Word } from '../text/word.ts'

/** A form that a word may be, past its clitics. */
export interface FormReading {
  form: string
  future: boolean
  /** «ب», «ل», «ك», or empty. */
  preposition: string
  definite: boolean
  pronoun: boolean
}

export interface EventReading extends FormReading {
  candidate: TriggerForm<EventWord>
}

type TriggerVerb = NonNullable<TriggerForm<EventWord>['verb']>

/** All have all fields, in one order, those first that are asked for most: V8 reads them faster. */
export interface PhraseReading extends FormReading {
  /** How many words must stand behind, and the ids of the first two; 0 where there are none. */
  count: number
  first: number
  second: number
  rest: readonly PhraseWord[]
  entry: EventWord
  /** The form of the entry's own verb, where that opens the phrase. */
  verb: TriggerVerb | undefined
  /** That form is spelled like its masdar. */
  bareRoot: boolean
  rarest: number
}

/** What must stand behind the word that opens a phrase: found out once for all the words that may open it. */
interface Opened {
  /** How many words, and the ids of the first two; 0 where there are none. */
  count: number
  first: number
  second: number
  rest: readonly PhraseWord[]
  /** By which of them the phrase is ruled out soonest: `rarest` of a `TellingWord`. */
  rarest: number
  /** The verb of the entry opens it, or what is spelled like one of its forms. */
  byVerb: boolean
}

/** By the words of a phrase, which all forms of its first word share. */
const opened = new Map<readonly string[], Opened>()

function openedBy({ entry, words }: TriggerPhrase): Opened {
  const known = opened.get(words)
  if (known) return known
  const rest = words.slice(1).map((word) => phraseWords().get(word)!)
  const made = {
    count: rest.length,
    first: rest[0]?.id ?? 0,
    second: rest[1]?.id ?? 0,
    rest,
    rarest: rarestOf(rest),
    byVerb: entry.verb !== undefined && fold(entry.verb.past) === words[0],
  }
  opened.set(words, made)
  return made
}

/** The id of the word that fewest phrases have, doubled, and one more where there are others too; −1 where there is none at all. */
function rarestOf(rest: readonly PhraseWord[]): number {
  if (rest.length === 0) return -1
  const { id } = rest.reduce((rarest, word) => (word.phrases < rarest.phrases ? word : rarest))
  return 2 * id + (rest.length > 1 ? 1 : 0)
}

function phraseReading(reading: FormReading, phrase: TriggerPhrase, verb: TriggerVerb | undefined): PhraseReading {
  const { count, first, second, rest, rarest } = openedBy(phrase)
  return {
    count,
    first,
    second,
    rest,
    entry: phrase.entry,
    verb,
    bareRoot: verb !== undefined && isBareRoot(reading.form, verb),
    form: reading.form,
    future: reading.future,
    preposition: reading.preposition,
    definite: reading.definite,
    pronoun: reading.pronoun,
    rarest,
  }
}

/** A further word of a phrase; equal words are one object. */
export interface PhraseWord {
  key: string
  /** Counted from 1. */
  id: number
  /** How many phrases have it. */
  phrases: number
}

/** Past the clitics of a word, every form that the vocabulary may hold. */
function formsOf(key: string): FormReading[] {
  const found: FormReading[] = []
  // «وزارته» is his ministry, and not «and she visited him».
  const owned = /^(.{3,})ت(?:ه|ها|هم|هما)$/.exec(key)
  if (owned && vocabulary().groups.has(`${owned[1]}ه`)) return found
  for (const reading of readings(key)) {
    const base = { preposition: reading.preposition as string, definite: reading.article }
    found.push({ form: reading.stem, future: false, pronoun: false, ...base })
    if (!reading.article) {
      for (const form of verbCandidates(reading.stem).slice(1))
        found.push({
          form,
          future: /^س/.test(reading.stem) && !form.startsWith('س'),
          pronoun: reading.stem.length - form.length > 1 || !reading.stem.endsWith(form),
          ...base,
          // «لتفريق»: the lam before a masdar is the preposition, and not that of a verb.
          ...(reading.stem === `ل${form}` && !isVerbForm(form) && { preposition: 'ل' }),
        })
      const owned = withoutPronoun(reading.stem)
      if (owned !== undefined) found.push({ form: owned, future: false, pronoun: true, ...base })
    }
  }
  return found
}

const isVerbForm = (form: string) =>
  vocabulary()
    .events.get(form)
    ?.some(({ kind }) => kind === 'verb') ?? false

/** The event forms that a token may be, the plainest first. */
export const eventReadings = perWord(({ key }): readonly EventReading[] =>
  isSaying(key)
    ? []
    : formsOf(key).flatMap((reading) =>
        (vocabulary().events.get(reading.form) ?? []).map((candidate) => ({ ...reading, candidate })),
      ),
)

/** «وصفته» is of «وصف», and no «صفّته» behind «و». */
const isSaying = (key: string) =>
  /^و.{4}/.test(key) &&
  verbCandidates(key).some((form) =>
    vocabulary()
      .speech.get(form)
      ?.some(({ kind }) => kind === 'verb'),
  )

/** The phrases that a participle behind a comma may open in place of its verb («…، ملوحا بالاستقالة»). */
export const halPhraseReadings = perWord(({ key }): readonly PhraseReading[] => {
  const { halPhrases } = vocabulary()
  const phrases = halPhrases.get(key) ?? (key.startsWith('و') ? halPhrases.get(key.slice(1)) : undefined) ?? []
  const reading = { form: key, future: false, preposition: '', definite: false, pronoun: false }
  return phrases.map((phrase) => phraseReading(reading, phrase, phrase.verb))
})

/** What a token tells where it stands behind a comma, as a participle said of the subject before it, if it can be one. */
export const halReading = perWord(({ key }): TriggerForm<EventWord> | undefined => {
  const { hal } = vocabulary()
  return (hal.get(key) ?? (key.startsWith('و') ? hal.get(key.slice(1)) : undefined))?.[0]
})

/** The phrases that a word may begin, the plainest first. */
export function phraseReadings({ key, text }: Word): readonly PhraseReading[] {
  const saying = isSaying(key)
  // «لوحة»: ta marbuta folds to the pronoun «ه», but is none; and no verb ends in it.
  const marbuta = text.endsWith('ة')
  const found: PhraseReading[] = []
  for (const reading of formsOf(key)) {
    const { form, pronoun } = reading
    if ((saying && !form.startsWith('و')) || (marbuta && pronoun)) continue
    const forms = vocabulary().events.get(form)
    for (const phrase of vocabulary().phrases.get(form) ?? []) {
      const verb = openedBy(phrase).byVerb
        ? forms?.find(({ entry, kind }) => entry === phrase.entry && kind === 'verb')?.verb
        : undefined
      if (verb === undefined || isBareRoot(form, verb) || (!marbuta && isVerbal(reading, verb)))
        found.push(phraseReading(reading, phrase, verb))
    }
  }
  return found
}

/** «سحب قواتها», «فرض عقوبات»: the masdar of a bare root is spelled like its past. */
const isBareRoot = (form: string, { tense, subject }: TriggerVerb): boolean =>
  form.length <= 3 && tense === 'past' && subject === 'masculine'

/** Whether a verb can have these clitics: only a present has a preposition, the lam of purpose, or the sign of the future. */
export const isVerbal = (
  { definite, preposition, future }: Pick<FormReading, 'definite' | 'preposition' | 'future'>,
  { tense }: TriggerVerb,
): boolean => !definite && ((preposition === '' && !future) || (/^ل?$/.test(preposition) && tense === 'present'))

/** By id: the further words of all phrases. */
export const phraseWord = (id: number): PhraseWord => wordsById[id]!

let known: ReadonlyMap<string, PhraseWord> | undefined
let knownByStem: ReadonlyMap<string, readonly PhraseWord[]> | undefined
let wordsById: readonly (PhraseWord | undefined)[] = []

/** The further words of all phrases, by key. */
function phraseWords(): ReadonlyMap<string, PhraseWord> {
  if (known === undefined) {
    const index = new Map<string, PhraseWord>()
    for (const phrases of vocabulary().phrases.values())
      for (const { words } of phrases)
        for (const key of words.slice(1)) {
          const word = index.get(key) ?? { key, id: index.size + 1, phrases: 0 }
          word.phrases++
          index.set(key, word)
        }
    known = index
    wordsById = [undefined, ...index.values()]
    knownByStem = Map.groupBy(index.values(), ({ key }) => bare(key))
  }
  return known
}

/** How many further words all phrases have, which is the highest id. */
export function phraseWordCount(): number {
  return phraseWords().size
}

/** A preposition with a pronoun, and the preposition. */
const PRONOMINAL = /^[وف]?(من|عن|في|علي|الي|مع|ضد|ب|ل)(?:ه|ها|هم|هما|هن|نا)$/

/** The ids of the further words of phrases that a word can stand for: with the article or without, in the accusative, joined to its noun («ب», «ل») or with a pronoun. */
const idsOf = perWord(({ key, text }): readonly number[] => {
  const words = phraseWords()
  const stem = bare(key)
  const found = new Set<PhraseWord | undefined>([words.get(key), words.get(stem), ...(knownByStem?.get(stem) ?? [])])
  if (key.endsWith('ا')) found.add(words.get(key.slice(0, -1)))
  // «سحب قواتها»: the pronoun says whose. «شرطة» has none: ta marbuta only folds like one.
  const owned = text.endsWith('ة') ? undefined : withoutPronoun(key)
  if (owned !== undefined) {
    found.add(words.get(owned))
    found.add(words.get(`${owned}ه`))
  }
  // «كتيبتين», «صاروخين»: two of what the phrase has one of.
  const two = /^(.{3,}?)(?:ت(?:ين|ان|ي)|([اي]ن))$/.exec(stem)
  if (two) found.add(words.get(two[2] === undefined ? `${two[1]}ه` : two[1]!))
  // «أرسلت أربعة آلاف جندي»: what is counted stands in the singular for many.
  const { groups } = vocabulary()
  const counted = groups.get(key) ?? groups.get(key.replace(/ا$/, ''))
  if (counted && !counted.plural) for (const form of counted.entry.forms) found.add(words.get(fold(form)))
  if (/^[بل].{3}/.test(key)) found.add(words.get(key[0]!))
  // «التعديلات التي اعترضت عليها»: the preposition of the phrase, what it governs being named before.
  const governed = PRONOMINAL.exec(key)
  if (governed) found.add(words.get(governed[1]!))
  return [...found].filter((word) => word !== undefined).map(({ id }) => id)
})

/** A word that may be one of these. */
export const MAY_BE_IN_PHRASE = flagFor((word) => idsOf({ word }).length > 0)

const ID_BITS = 15
const ONE_ID = (1 << ID_BITS) - 1
/** More than two words, or one whose id is longer. */
const MANY = -2

/** Two ids in one number: that is asked of nearly every word behind a verb, so that it stands in the word itself. */
function furtherWordsOf({ word }: { readonly word: Word }): number {
  if (word.furtherWords === -1) word.furtherWords = packed(idsOf({ word }))
  return word.furtherWords
}

function packed(ids: readonly number[]): number {
  if (ids.length > 2 || ids.some((id) => id > ONE_ID)) return MANY
  return (ids[0] ?? 0) | ((ids[1] ?? 0) << ID_BITS)
}

/** Whether a token can stand for the further word of a phrase with an id. */
export function standsFor(token: { readonly word: Word }, id: number): boolean {
  const ids = furtherWordsOf(token)
  return ids === MANY ? idsOf(token).includes(id) : (ids & ONE_ID) === id || ids >> ID_BITS === id
}

/** Writes in a list by id where a token stands: at each further word of a phrase that it can stand for; at 0, which is no id, if it likes. */
export function writeIds(token: { readonly word: Word }, at: number, metAt: Int32Array): void {
  const ids = furtherWordsOf(token)
  if (ids === MANY) for (const id of idsOf(token)) metAt[id] = at
  else {
    metAt[ids & ONE_ID] = at
    metAt[ids >> ID_BITS] = at
  }
}

/** The one type of all events that a word tells as a verb, or undefined where there are several or none. */
export const soleTypeOfVerb = perWord((word): EventWord['type'] | undefined => {
  const types = new Set(
    eventReadings({ word })
      .filter(({ candidate }) => candidate.kind === 'verb')
      .map(({ candidate }) => candidate.entry.type),
  )
  return types.size === 1 ? [...types][0] : undefined
})

/** CAMEO: provide aid; provide economic aid. */
export const GIVING: ReadonlySet<string> = new Set(['070', '071'])

/** How a word tells that aid is given, as a verb; undefined where it does not. */
export const givingEntry = perWord(
  (word): EventWord | undefined =>
    eventReadings({ word }).find(
      ({ candidate: { kind, entry } }) => kind === 'verb' && GIVING.has(entry.cameo) && entry.object !== 'none',
    )?.candidate.entry,
)
