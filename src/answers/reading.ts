/** An article as a question looks at it: sentence by sentence, with what each mentions and which of the asked words it meets. */
import type { Analysis, Claim, Event, Span, TimeExpression } from '../analysis/analysis.ts'
import { load } from '../analysis/lexicon/load.ts'
import { lightStem } from '../analysis/text/clitics.ts'
import { type Token, tokenize } from '../analysis/text/tokens.ts'
import type { Stored } from '../archive/articles.ts'
import type { Name, Term } from './need.ts'
import { meaningsOf, meets, sameStem } from './terms.ts'

/** One sentence. */
export interface Sentence extends Span {
  index: number
  tokens: readonly Token[]
  stems: readonly string[]
  /** Ids of those mentioned in it, or who take part in an event of it. */
  ids: ReadonlySet<string>
  events: readonly Event[]
  claims: readonly Claim[]
  times: readonly TimeExpression[]
  clauses: readonly Span[]
  /** Where persons and armed groups are named: only the very word meets them, «القاعدة» is none of the bases. */
  names: readonly Span[]
}

export interface Reading {
  stored: Stored
  sentences: readonly Sentence[]
}

/** Prepares an article. Offsets of tokens are those of the article. */
export function readStored(stored: Stored): Reading {
  const { analysis, article } = stored
  return {
    stored,
    sentences: analysis.sentences.map((span, index) => {
      const tokens = tokenize(article.text.slice(span.start, span.end)).map((token) => ({
        ...token,
        start: token.start + span.start,
        end: token.end + span.start,
      }))
      const events = analysis.events.filter((event) => event.sentence === index)
      return {
        index,
        start: span.start,
        end: span.end,
        tokens,
        stems: tokens.map((token) => lightStem(token.key)),
        ids: idsIn(analysis, span, index, events),
        events,
        claims: analysis.claims.filter((claim) => claim.sentence === index),
        clauses: span.clauses,
        names: namesIn(analysis, span),
        times: analysis.times.filter((time) => time.span.start >= span.start && time.span.end <= span.end),
      }
    }),
  }
}

/** Where a sentence names persons and armed groups. */
const namesIn = ({ entities }: Analysis, span: Span): Span[] =>
  entities.flatMap(({ type, mentions }) =>
    type === 'person' || type === 'armed-group'
      ? mentions.filter((m) => m.start >= span.start && m.end <= span.end)
      : [],
  )

function idsIn(analysis: Analysis, span: Span, index: number, events: readonly Event[]): Set<string> {
  const ids = new Set<string>()
  for (const entity of analysis.entities)
    if (entity.mentions.some((m) => m.start >= span.start && m.end <= span.end)) ids.add(entity.id)
  for (const event of events) for (const id of [...event.agents, ...event.patients]) ids.add(id)
  for (const claim of analysis.claims)
    if (claim.sentence === index && claim.speaker.entity) ids.add(claim.speaker.entity)
  return ids
}

/** How near a name is to a sentence: in it, taken up by it, or only told around it. */
export type Nearness = 'here' | 'linked' | 'around' | 'absent'

/** «بلاده», «بلادها»: the country of whoever speaks. */
const OWN_COUNTRY = new Set(['بلاده', 'بلادها', 'بلادهم', 'بلادنا'])
/** Sentences before one that its words may take up. */
const BEFORE = 2

/** Whether, and how, a sentence tells of somebody named. */
export function nearness(reading: Reading, sentence: Sentence, name: Name): Nearness {
  // Before its mention: «بلاده» from the mouth of who speaks for it is more than a mention.
  if (isOwnCountry(reading, sentence, name)) return 'linked'
  if (mentions(reading, sentence, name)) return 'here'
  if (takesUp(reading, sentence, name)) return 'linked'
  // «ماذا حدث في السودان؟»: what happens in a town of it.
  if (name.where && isWithin(reading, sentence, name)) return 'linked'
  return around(reading, sentence).some((other) => mentions(reading, other, name) || isWithin(reading, other, name))
    ? 'around'
    : isWithin(reading, sentence, name)
      ? 'around'
      : 'absent'
}

/** The sentences that a sentence stands among: those just before it, and the first of the article. */
export function around({ sentences }: Reading, { index }: Sentence): Sentence[] {
  const near = sentences.slice(Math.max(0, index - BEFORE), index)
  return index > BEFORE ? [sentences[0]!, ...near] : near
}

function mentions(reading: Reading, sentence: Sentence, name: Name): boolean {
  for (const id of name.ids) if (sentence.ids.has(id)) return true
  for (const id of sentence.ids) if (metonyms(id).some((other) => name.ids.has(other))) return true
  if (name.spellings.some((stems) => holds(sentence.stems, stems))) return true
  return isLastName(reading, sentence, name)
}

/** A stem, or it with a preposition that the stemmer leaves on a word without article («لعماد»). */
const isStem = (stem: string, wanted: string) =>
  sameStem(stem, wanted) || (wanted.length >= 3 && /^[وفبلك]/.test(stem) && stem.slice(1) === wanted)

/** Whether some stems stand next to one another in others. */
function holds(stems: readonly string[], wanted: readonly string[]): boolean {
  for (let at = 0; at + wanted.length <= stems.length; at++) {
    if (!isStem(stems[at]!, wanted[0]!)) continue
    let found = 1
    for (let i = at + 1; i < stems.length && i <= at + wanted.length + 1 && found < wanted.length; i++)
      if (sameStem(stems[i]!, wanted[found]!)) found++
    if (found === wanted.length) return true
  }
  return false
}

/** The last name alone, where the article gives the name in full before and knows nobody else of that last name. */
function isLastName({ stored, sentences }: Reading, sentence: Sentence, name: Name): boolean {
  const persons = name.actors.filter((actor) => actor.type === 'person')
  return persons.some((actor) => {
    const stems = actor.name.split(/\s+/).map((word) => meaningsOf(foldWord(word)).stem)
    const last = stems.at(-1)!
    if (stems.length < 2 || last.length < 3 || !sentence.stems.some((stem) => isStem(stem, last))) return false
    const others = stored.analysis.entities.filter(
      (entity) =>
        entity.type === 'person' && entity.id !== actor.entity && entity.name.endsWith(actor.name.split(/\s+/).at(-1)!),
    )
    return others.length === 0 && sentences.some((other) => other.index <= sentence.index && holds(other.stems, stems))
  })
}

const foldWord = (word: string) => tokenize(word)[0]?.key ?? ''

/** «بلاده» from the mouth of who speaks for the country. */
function isOwnCountry(reading: Reading, sentence: Sentence, name: Name): boolean {
  return (
    sentence.tokens.some((token) => OWN_COUNTRY.has(token.key)) &&
    name.actors.some((actor) => actor.type === 'state' && isSpokenFor(reading, sentence, actor.entity))
  )
}

/** «التنظيم», «الوزارة» behind «تنظيم …». */
function takesUp(reading: Reading, sentence: Sentence, name: Name): boolean {
  return name.spellings.some((stems) => {
    const head = stems[0]!
    return (
      stems.length > 1 &&
      sentence.tokens.some((token) => /^[وفبلك]?ا?ل/.test(token.key) && sameStem(lightStem(token.key), head)) &&
      around(reading, sentence).some((other) => holds(other.stems, stems)) &&
      !isTakenByOther(reading, sentence, name, head, stems)
    )
  })
}

/** «الجيش» behind two armies is the one named last. */
function isTakenByOther(
  { stored, sentences }: Reading,
  sentence: Sentence,
  name: Name,
  head: string,
  stems: readonly string[],
): boolean {
  const last = sentences.findLast((other) => other.index < sentence.index && holds(other.stems, stems))
  if (last === undefined) return false
  const others = stored.analysis.entities.filter(({ id }) => !name.ids.has(id) && !id.startsWith('state:'))
  return others.some(({ mentions }) =>
    mentions.some(
      ({ start, end }) =>
        start >= last.end &&
        end <= sentence.start &&
        isStem(lightStem(tokenize(stored.article.text.slice(start, end))[0]?.key ?? ''), head),
    ),
  )
}

/** Whether somebody in a sentence speaks for a state: a claim of who holds an office of it. */
function isSpokenFor({ stored }: Reading, sentence: Sentence, state: string): boolean {
  const code = state.replace(/^state:/, '')
  const states = stored.analysis.entities.filter((entity) => entity.id === state)
  return stored.analysis.entities.some((entity) => {
    if (entity.type !== 'person' || !sentence.ids.has(entity.id)) return false
    if (entity.country === code) return true
    // The office names the country: «وزيرة الخارجية النيجرية» is a mention of the state where it is given.
    return states.some((s) => s.mentions.some((m) => entity.role?.includes(stored.article.text.slice(m.start, m.end))))
  })
}

/** A place in a state that is named: what happens there happens in the state. */
function isWithin(_reading: Reading, sentence: Sentence, name: Name): boolean {
  for (const actor of name.actors) {
    if (actor.type !== 'state') continue
    const code = actor.entity.replace(/^state:/, '@')
    for (const id of sentence.ids) if (id.startsWith('place:') && id.endsWith(code)) return true
  }
  return false
}

let capitals: Map<string, string[]> | undefined

/** Whom a place stands for: a capital for its state, the continent for its union. */
export function metonyms(id: string): readonly string[] {
  capitals ??= new Map<string, string[]>([
    ...load('states.json').map((state): [string, string[]] => [
      `place:${state.capital}@${state.id}`,
      [`state:${state.id}`],
    ]),
    ['org:eu', ['place:أوروبا']],
  ])
  return capitals.get(id) ?? []
}

/** «بحالة سراح»: the noun tells of a release only behind its verb. */
const isOtherRelease = (tokens: readonly Token[], at: number) =>
  /^سراح/.test(tokens[at]!.key) && !/طل|خل/.test(tokens[at - 1]?.key ?? '')

/** How well a sentence meets a word, 0…1, and the token that does. */
export function meeting(sentence: Sentence, term: Term): { value: number; token?: Token } {
  let best: { value: number; token?: Token } = { value: 0 }
  for (const [at, token] of sentence.tokens.entries()) {
    if (token.kind === 'mark' || isOtherRelease(sentence.tokens, at)) continue
    const own = meaningsOf(token.key)
    const isName = sentence.names.some(({ start, end }) => token.start < end && token.end > start)
    for (const any of term.any) {
      const value = meets(any, own)
      if (value > best.value && (value === 1 || !isName)) best = { value, token }
    }
    if (best.value === 1) return best
  }
  if (best.value < 0.9 && term.state && sentence.ids.has(term.state)) return { value: 0.9 }
  return best
}
