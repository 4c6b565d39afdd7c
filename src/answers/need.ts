/** What a question needs of a sentence that answers it: the names in it, and its other words. */
import { names as lexiconNames } from '../analysis/lexicon/names.ts'
import { vocabulary } from '../analysis/lexicon/vocabulary.ts'
import { bare } from '../analysis/text/clitics.ts'
import { fold } from '../analysis/text/fold.ts'
import { FUNCTION_WORDS } from '../analysis/text/function-words.ts'
import { type Token, tokenize } from '../analysis/text/tokens.ts'
import type { Actor } from '../archive/actors.ts'
import type { Archive } from '../archive/archive.ts'
import { typedKeys } from '../archive/finding.ts'
import { looseKey, nameKey } from '../archive/names.ts'
import { officeKey } from '../archive/office.ts'
import { isLatin } from '../archive/skeleton.ts'
import { searchStems } from '../archive/stems.ts'
import { stateOfAuthority } from './authority.ts'
import { COMMON, piecesOf } from './foreign.ts'
import { type Meanings, meaningsOf } from './terms.ts'

/** Somebody or somewhere that is named. */
export interface Name {
  /** As typed. */
  typed: string
  /** Those of the desk whom it names; none where only the words can be looked for. */
  actors: readonly Actor[]
  /** Entity ids. */
  ids: ReadonlySet<string>
  /** Whether it only tells where: behind «في». */
  where?: true
  /** Whether it only tells of what happened beside: «مقابل الإفراج عن الوالي». */
  beside?: true
  /** Whether it stands right behind the verb, as who does it or whom it befalls. */
  subject?: true
  /** The stems of each spelling that stands for it in a text. */
  spellings: readonly (readonly string[])[]
}

/** A word that must be met by any one of some. */
export interface Term {
  typed: string
  any: readonly Meanings[]
  /** State of a nisba («الليبي»), which a sentence that mentions the state meets too. */
  state?: string
  /** Whether it only tells of what happened beside: «بعد التفجير». */
  beside?: true
}

export interface Need {
  names: Name[]
  terms: Term[]
  /** The first word, where it is no name: in Arabic the verb that tells what is asked for. */
  verb?: Term
  /** The word right behind it, where it is no name either. */
  object?: Term
  /** Whether that verb speaks of what is still to come. */
  ahead?: true
  /** Whether it asks about what did not happen: «لماذا لم يصدر بيان؟». */
  negated?: true
  /** A name with a letter wrong, and whose it was taken for. */
  slip?: { typed: string; actor: Actor }
  /** Several persons bear a name of the question. */
  several?: { typed: string; actors: Actor[] }
}

/** Verbs that ask for any event, nouns that say nothing of it, and what is left of a frame. */
const EMPTY = new Set(
  `فعل فعلت فعلوا يفعل حدث حدثت يحدث جرى جرت يجري حصل حصلت يحصل صار صارت قام قامت قرر قررت اعلن اعلنت قال قالت صرح صرحت تحدث تحدثت الذي التي فيها فيه بها به
  ذكر ذكرت يذكر ورد وردت ظهر ظهرت جديد الجديد الجديده شيء امر مره اخر سابقا حاليا الان هناك ذلك هذا هذه موقف قضيه مسءله موضوع خبر اخبار تم`
    .split(/\s+/)
    .map(fold),
)
/** In questions that ask when, where or how many, «وقع» and «بلغ» tell nothing; elsewhere they are «signed» and «reached». */
const OCCURRED = new Set(['وقع', 'وقعت', 'تقع', 'يقع', 'بلغ', 'بلغت', 'يبلغ', 'تبلغ', 'سيبلغ', 'ستبلغ'])
const NOT = new Set(['لم', 'لن', 'لا', 'عدم'])
/** Prepositions and adverbs that are written like verbs: «من خلف الوزير؟», «من هنأ الرئيس؟». */
const LIKE_VERBS = new Set(['خلف', 'هنا', 'عبر'])
/** Prepositions behind which a name only tells where. */
const WHERE = new Set(['في', 'داخل', 'قرب'])
/** Prepositions behind which a masdar tells of something else that happened, before, after or for it. */
const BESIDE = new Set('مقابل بعد قبل عقب اثر خلال اثناء قبيل بعيد غداه'.split(' '))
/** Words that a name has at most. */
const LONGEST_NAME = 8
/** Kinds of actors that a question names; people called by what they are («قتلى») are words like others. */
const NAMED = new Set(['person', 'state', 'organization', 'armed-group', 'place'])

type Source = Pick<Archive, 'actors' | 'search'>

/** Reads the names and words of a question, or of a part of it. */
export async function readNeed(archive: Source, desk: string, typed: string, occurs = false): Promise<Need> {
  if (isLatin(typed)) return readForeign(archive, desk, typed)
  const tokens = tokenize(typed).filter((token) => token.kind !== 'mark' && token.key !== '')
  const spans = new Map<string, { from: number; to: number; keys: string[] }>()
  for (let from = 0; from < tokens.length; from++) {
    if (isEmpty(tokens[from]!)) continue
    for (let to = from + 1; to <= Math.min(tokens.length, from + LONGEST_NAME); to++) {
      const text = typed.slice(tokens[from]!.start, tokens[to - 1]!.end)
      const state = stateOfAuthority(text)
      spans.set(`${from}/${to}`, { from, to, keys: [...typedKeys(text), ...(state ? typedKeys(state) : [])] })
    }
  }
  const found = await archive.actors.named(desk, [...new Set([...spans.values()].flatMap(({ keys }) => keys))])
  const need: Need = { names: [], terms: [], ...(tokens.some(({ key }) => NOT.has(key)) && { negated: true as const }) }
  let beside = false
  for (let at = 0; at < tokens.length; ) {
    const taken = longestName(typed, tokens, at, spans, found)
    const isBeside = beside && { beside: true as const }
    if (taken) {
      need.names.push({
        ...nameFrom(taken.text, taken.actors),
        ...(at > 0 && WHERE.has(tokens[at - 1]!.key) && { where: true as const }),
        ...(at === 1 && need.verb && { subject: true as const }),
        ...isBeside,
      })
      need.several ??= severalOf(taken.text, taken.actors)
      at = taken.to
      continue
    }
    const token = tokens[at++]!
    const behind = tokens[at]
    if (BESIDE.has(token.key) && at > 1 && behind && meaningsOf(behind.key).lemmas.size > 0) beside = true
    const verb = !occurs && at === 1 && tokens.length > 1 && LIKE_VERBS.has(token.key)
    if (
      !verb &&
      (isEmpty(token) || (occurs && OCCURRED.has(token.key) && !longestName(typed, tokens, at, spans, found)))
    )
      continue
    const term = { ...termFrom(token), ...isBeside }
    need.terms.push(term)
    if (at === 1) need.verb = term
    else if (at === 2 && need.verb) need.object = term
  }
  const [first] = tokens
  if (need.terms.some(({ typed: word }) => /^ال(?:مقبل|قادم)ه?$/.test(fold(word)))) need.ahead = true
  if (first && (need.verb || FUNCTION_WORDS.has(first.key)) && isAhead(first.key)) need.ahead = true
  await mendSlip(archive, desk, need)
  return need
}

/** A word that stands in no article, but for one letter is somebody's name: it is that name, and the answer says so. */
async function mendSlip(archive: Source, desk: string, need: Need): Promise<void> {
  for (const term of need.terms) {
    const [meanings] = term.any
    if (term === need.verb || meanings === undefined || meanings.lemmas.size > 0 || meanings.kin.length > 0) continue
    if ((await archive.search(desk, [meanings.stem], 1)).length > 0) continue
    const actor = await archive.actors.mistyped(desk, term.typed)
    if (actor === undefined || !NAMED.has(actor.type)) continue
    need.slip = { typed: term.typed, actor }
    need.terms.splice(need.terms.indexOf(term), 1)
    need.names.push({ ...nameFrom(actor.name, [actor]), typed: term.typed })
    return
  }
}

/** Verbs that the dictionary does not know; «تبدأ» and «تنتهي» are among the words that say nothing of what begins or ends. */
const AHEAD = /^(?:سي|ست|ي|ت(?:بدا|نتهي|ستمر|نطلق))/

/** A verb that is only a present or future one: «تعقد», «سيزور». */
function isAhead(key: string): boolean {
  const tenses = (vocabulary().events.get(key) ?? []).flatMap(({ verb }) => verb?.tense ?? [])
  return tenses.length > 0 ? tenses.every((tense) => tense === 'present') : AHEAD.test(key)
}

const isEmpty = ({ key }: Token) => FUNCTION_WORDS.has(key) || EMPTY.has(key) || EMPTY.has(key.replace(/^و/, ''))

function termFrom({ text, key }: Token): Term {
  const nisba = lexiconNames().nisba.get(bare(key))
  return { typed: text, any: [meaningsOf(key)], ...(nisba && { state: nisba.entity.id }) }
}

function longestName(
  typed: string,
  tokens: readonly Token[],
  at: number,
  spans: ReadonlyMap<string, { to: number; keys: string[] }>,
  found: ReadonlyMap<string, Actor[]>,
): { text: string; to: number; actors: Actor[] } | undefined {
  for (let to = Math.min(tokens.length, at + LONGEST_NAME); to > at; to--) {
    const span = spans.get(`${at}/${to}`)
    if (span === undefined) return undefined
    const text = typed.slice(tokens[at]!.start, tokens[to - 1]!.end)
    const all = new Map(span.keys.flatMap((key) => found.get(key) ?? []).map((actor) => [actor.number, actor]))
    const actors = meant(
      text,
      [...all.values()].filter((actor) => NAMED.has(actor.type)),
    )
    // One word that tells an event is a name only where it is written as one.
    const single = to === at + 1
    if (actors.length > 0 && !(single && isCommon(tokens[at]!, actors) && !isWhole(text, actors)))
      return { text, to, actors }
    const known = inLexicon(tokens, at, to)
    if (known) return { text, to, actors: [] }
  }
  return undefined
}

/** An event, a thing, or a word with an article where the last name has none («سوق الكرامة» is not Mr كرامة's). */
function isCommon({ key }: Token, actors: readonly Actor[]): boolean {
  const stem = key.replace(/^[وف]?[بلك]?ال(?=.{2})/, '')
  return (
    meaningsOf(key).lemmas.size > 0 ||
    COMMON.has(stem) ||
    (stem !== key &&
      actors.every(({ type, name }) => type === 'person' && !fold(name).split(' ').includes(`ال${stem}`)))
  )
}

const isWhole = (text: string, actors: readonly Actor[]) =>
  actors.some((actor) => looseKey(nameKey(actor.name)) === looseKey(nameKey(text)))

/** Those whose whole name or office was typed, or else all. */
function meant(text: string, actors: readonly Actor[]): Actor[] {
  const whole = actors.filter((actor) => looseKey(nameKey(actor.name)) === looseKey(nameKey(text)))
  return whole.length > 0 ? whole : [...actors]
}

/** Whether the lexicon knows a name that is exactly these words, as a question of the world may hold one that the desk never read. */
function inLexicon(tokens: readonly Token[], from: number, to: number): boolean {
  const first = tokens[from]!.key
  const forms = [first, first.replace(/^[وبلفك](?=.{3})/, '')].map((form) =>
    form.replace(/^لل/, '').replace(/^ال(?=.{2})/, ''),
  )
  return forms.some((form) =>
    (lexiconNames().byFirstWord.get(form) ?? []).some(
      ({ words, entity }) =>
        words.length === to - from &&
        (words.length > 1 || entity.type === 'state' || entity.type === 'place' || isSurname(first, entity.type)) &&
        words.every((word, k) => k === 0 || word === tokens[from + k]!.key),
    ),
  )
}

/** The last name alone of somebody whom the lexicon knows, and no word of another meaning. */
function isSurname(key: string, type: string): boolean {
  const { lemmas, kin } = meaningsOf(key)
  return type === 'person' && lemmas.size === 0 && kin.length === 0 && !COMMON.has(key)
}

/** The name, with each way it is written. */
function nameFrom(typed: string, actors: readonly Actor[]): Name {
  const spellings = new Map<string, string[]>()
  for (const written of [typed, ...actors.flatMap((actor) => [actor.name, ...nisbas(actor.entity)])]) {
    const stems = isLatin(written) ? [] : searchStems(written)
    if (stems.length > 0) spellings.set(stems.join(' '), stems)
  }
  return { typed, actors, ids: new Set(actors.map((actor) => actor.entity)), spellings: [...spellings.values()] }
}

let nisbasOf: Map<string, [string, unknown][]> | undefined

/** The adjectives of a state, by which articles speak of it: «السورية». */
function nisbas(id: string): readonly string[] {
  nisbasOf ??= Map.groupBy(lexiconNames().nisba, ([, { entity }]) => entity.id)
  return (nisbasOf.get(id) ?? []).map(([form]) => form)
}

/** Several persons of one name are asked back about; holders of one office are not, for each of them is meant. */
function severalOf(typed: string, actors: readonly Actor[]): Need['several'] {
  const persons = actors.filter((actor) => actor.type === 'person')
  const offices = new Set([typed, typed.replace(/^[وفبلك]/, '')].map(officeKey))
  if (persons.some((actor) => actor.role && offices.has(officeKey(actor.role)))) return undefined
  return persons.length > 1 ? { typed, actors: persons } : undefined
}

/** A question in Latin letters: names by their spelling, words by the glossary. */
async function readForeign(archive: Source, desk: string, typed: string): Promise<Need> {
  const need: Need = { names: [], terms: [] }
  for (const piece of piecesOf(typed)) {
    if ('any' in piece) {
      const words = piece.any.map(fold)
      if (words.length > 0 && words.every((word) => EMPTY.has(word))) continue
      const state = words.map((word) => lexiconNames().nisba.get(word)?.entity.id).find((id) => id !== undefined)
      need.terms.push({ typed: piece.any[0] ?? '', any: words.map(meaningsOf), ...(state && { state }) })
      continue
    }
    const actors = (await archive.actors.find(desk, piece.name)).filter((actor) => NAMED.has(actor.type))
    need.names.push(nameFrom(piece.name, actors))
    need.several ??= severalOf(piece.name, actors)
  }
  return need
}
