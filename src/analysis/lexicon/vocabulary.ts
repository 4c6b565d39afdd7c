import { fold } from '../text/fold.ts'
import { adjectiveForms, halForms, nounForms, type VerbForm, verbForms } from './inflection.ts'
import { load } from './load.ts'
import type { EventWord, GroupNoun, SpeechWord, Title } from './schema.ts'

/** A written form that may tell an event, or be a word of saying. */
export interface TriggerForm<Entry> {
  entry: Entry
  /** `hal`: a participle in the accusative that is said of the subject before it, like a verb. */
  kind: 'verb' | 'hal' | 'masdar' | 'noun' | 'active-participle' | 'passive-participle'
  /** Of `verb` and `hal`. */
  verb?: Omit<VerbForm, 'form'>
}

/** A phrase that counts only whole. */
export interface TriggerPhrase {
  entry: EventWord
  /** Where a participle opens it in place of its verb: that form. */
  verb?: Omit<VerbForm, 'form'>
  /** Folded; the first is what `TriggerForm`s of the entry or the phrase itself may stand for. */
  words: string[]
}

export interface TitleForm {
  entry: Title
  gender: 'masculine' | 'feminine'
  plural: boolean
}

export interface GroupForm {
  entry: GroupNoun
  plural: boolean
}

export interface Vocabulary {
  events: ReadonlyMap<string, readonly TriggerForm<EventWord>[]>
  /** Participles in the accusative, apart from the other forms: they count only behind a comma. */
  hal: ReadonlyMap<string, readonly TriggerForm<EventWord>[]>
  /** First folded word → phrases. */
  phrases: ReadonlyMap<string, readonly TriggerPhrase[]>
  /** Participle in the accusative → the phrases of its verb. */
  halPhrases: ReadonlyMap<string, readonly TriggerPhrase[]>
  speech: ReadonlyMap<string, readonly TriggerForm<SpeechWord>[]>
  titles: ReadonlyMap<string, TitleForm>
  groups: ReadonlyMap<string, GroupForm>
}

let loaded: Vocabulary | undefined

/** The words of events, saying, office and people, by every form they are written in; indexed once and kept. */
export function vocabulary(): Vocabulary {
  loaded ??= index()
  return loaded
}

type Inflected = {
  verb?: EventWord['verb'] | undefined
  masdars: string[]
  nouns: string[]
  participles?: EventWord['participles']
}

function index(): Vocabulary {
  const events = new Map<string, TriggerForm<EventWord>[]>()
  const hal = new Map<string, TriggerForm<EventWord>[]>()
  const phrases = new Map<string, TriggerPhrase[]>()
  const halPhrases = new Map<string, TriggerPhrase[]>()
  const isDoubled = doubledVerbs()
  for (const written of load('event-words.json')) {
    // The lexicon writes «على», «إلى»; slots are found folded.
    const prepositions = Object.fromEntries(
      Object.entries(written.prepositions).map(([word, role]) => [fold(word), role]),
    )
    const entry = ofOneShape(written, prepositions)
    addForms(events, entry)
    if (entry.verb && !entry.weak)
      for (const { form, ...verb } of halForms(entry.verb, isDoubled(entry.verb))) {
        const list = hal.get(form) ?? []
        list.push({ entry, kind: 'hal', verb })
        hal.set(form, list)
      }
    for (const phrase of entry.phrases) {
      addPhrase(phrases, entry, phrase)
      addHalPhrase(halPhrases, entry, phrase, isDoubled)
    }
  }
  const speech = new Map<string, TriggerForm<SpeechWord>[]>()
  for (const entry of load('speech-words.json')) addForms(speech, entry)

  const titles = new Map<string, TitleForm>()
  const addTitle = (form: string, title: TitleForm) => {
    if (!titles.has(form)) titles.set(form, title)
  }
  for (const entry of load('titles.json')) {
    // «حضرة» is no title in the construct state («حضرت» is a verb).
    for (const form of nounForms(entry.word).slice(0, entry.word.endsWith('ة') ? 1 : 2))
      addTitle(form, { entry, gender: 'masculine', plural: false })
    addTitle(fold(entry.feminine ?? `${entry.word}ة`), { entry, gender: 'feminine', plural: false })
    for (const plural of entry.plurals) addTitle(fold(plural), { entry, gender: 'masculine', plural: true })
  }

  const groups = new Map<string, GroupForm>()
  for (const entry of load('group-nouns.json')) {
    groups.set(fold(entry.word), { entry, plural: false })
    for (const form of entry.forms) if (!groups.has(fold(form))) groups.set(fold(form), { entry, plural: true })
  }
  return { events, hal, phrases, halPhrases, speech, titles, groups }
}

/** All fields in one order, those left out as `undefined`: V8 reads objects of one shape many times faster. */
function ofOneShape(entry: EventWord, prepositions: EventWord['prepositions']): EventWord {
  return {
    type: entry.type,
    mode: entry.mode,
    cameo: entry.cameo,
    goldstein: entry.goldstein,
    verb: entry.verb,
    masdars: entry.masdars,
    nouns: entry.nouns,
    participles: entry.participles,
    phrases: entry.phrases,
    subject: entry.subject,
    object: entry.object,
    prepositions,
    genitive: entry.genitive,
    weak: entry.weak,
    withPeople: entry.withPeople,
  }
}

function addForms<Entry extends Inflected>(to: Map<string, TriggerForm<Entry>[]>, entry: Entry): void {
  const add = (form: string, trigger: TriggerForm<Entry>) => {
    const list = to.get(form)
    if (list === undefined) to.set(form, [trigger])
    else if (!list.some((t) => t.entry === entry && t.kind === trigger.kind)) list.push(trigger)
  }
  if (entry.verb) for (const { form, ...verb } of verbForms(entry.verb)) add(form, { entry, kind: 'verb', verb })
  for (const masdar of entry.masdars) for (const form of nounForms(masdar)) add(form, { entry, kind: 'masdar' })
  for (const noun of entry.nouns) for (const form of nounForms(noun)) add(form, { entry, kind: 'noun' })
  const { active, passive } = entry.participles ?? {}
  if (active) for (const { form } of adjectiveForms(active)) add(form, { entry, kind: 'active-participle' })
  if (passive) for (const { form } of adjectiveForms(passive)) add(form, { entry, kind: 'passive-participle' })
}

/** Whether a verb of three letters is one of form II («هدّد»), whose masdar the lexicon has somewhere («تهديد»): letters alone don't tell it from form I. */
function doubledVerbs(): (verb: { past: string }) => boolean {
  const nouns = new Set(
    load('event-words.json').flatMap(({ masdars, phrases }) =>
      [...masdars, ...phrases].map((words) => fold(words.split(' ')[0]!).replace(/^ال/, '')),
    ),
  )
  return ({ past }) => {
    const [a, b, c, d] = fold(past)
    return c !== undefined && d === undefined && nouns.has(`ت${a}${b}ي${c}`)
  }
}

/** «ملوحا بالاستقالة»: the phrase of a verb, opened by its participle. */
function addHalPhrase(
  to: Map<string, TriggerPhrase[]>,
  entry: EventWord,
  phrase: string,
  isDoubled: (verb: { past: string }) => boolean,
): void {
  const words = fold(phrase).trim().split(/\s+/)
  if (!entry.verb || words.length < 2 || fold(entry.verb.past) !== words[0]) return
  for (const { form, ...verb } of halForms(entry.verb, isDoubled(entry.verb))) {
    const list = to.get(form)
    if (list === undefined) to.set(form, [{ entry, words, verb }])
    else list.push({ entry, words, verb })
  }
}

/** A phrase is found by each form of its first word: the verb's, where that is the entry's verb, else as written. */
function addPhrase(to: Map<string, TriggerPhrase[]>, entry: EventWord, phrase: string): void {
  const words = fold(phrase).trim().split(/\s+/)
  const head = words[0]!
  const heads = new Set([head])
  if (entry.verb && fold(entry.verb.past) === head) for (const { form } of verbForms(entry.verb)) heads.add(form)
  else for (const form of nounForms(phrase.trim().split(/\s+/)[0]!)) heads.add(form)
  for (const form of heads) {
    const list = to.get(form) ?? []
    list.push({ entry, words })
    to.set(form, list)
  }
}
