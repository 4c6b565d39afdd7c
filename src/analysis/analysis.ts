/**
 * What the engine says of one article. Every position is a half-open range of UTF-16 offsets into `article.text`,
 * which is the text exactly as it was received; every date is ISO 8601.
 */

/** A stretch of the text: `text.slice(start, end)`. */
export interface Span {
  start: number
  end: number
}

export interface Analysis {
  version: 1
  article: { text: string; title?: string; language: string; publishedAt?: string }
  /** In the order of the text; together with the white space between them they cover it. */
  sentences: Sentence[]
  /** Most salient first. */
  entities: Entity[]
  /** In the order of the text. */
  events: Event[]
  relations: Relation[]
  claims: Claim[]
  times: TimeExpression[]
  /** Strongest first. */
  topics: { id: string; score: number }[]
  summary: Summary
}

/** A sentence, and the clauses that a run-on sentence is made of (one clause, the whole of it, for a short one). */
export interface Sentence extends Span {
  clauses: Span[]
}

export type EntityType = 'person' | 'state' | 'organization' | 'armed-group' | 'group' | 'place'

export interface Entity {
  /** A lexicon id (`state:DZA`, `org:africom`) where the lexicon knows it, else `text:<folded name>`. */
  id: string
  name: string
  aliases?: string[]
  type: EntityType
  /** As the article puts it: «وزير الدفاع الليبي». */
  role?: string
  /** ISO 3166-1 alpha-3. */
  country?: string
  wikidata?: string
  /** 0…1, the most salient of the article is 1. */
  salience: number
  mentions: Span[]
}

/** PLOVER's sixteen event types (Halterman et al. 2023). */
export const EVENT_TYPES = [
  'AGREE',
  'CONSULT',
  'SUPPORT',
  'CONCEDE',
  'COOPERATE',
  'AID',
  'RETREAT',
  'REQUEST',
  'ACCUSE',
  'REJECT',
  'THREATEN',
  'PROTEST',
  'SANCTION',
  'MOBILIZE',
  'COERCE',
  'ASSAULT',
] as const
export type EventType = (typeof EVENT_TYPES)[number]

export const EVENT_STATUSES = ['happened', 'planned', 'denied', 'demanded', 'hypothetical'] as const
export type EventStatus = (typeof EVENT_STATUSES)[number]

export interface Event {
  type: EventType
  /** PLOVER mode within the type, e.g. `abduct`. */
  mode?: string
  /** CAMEO code, e.g. `181`. */
  cameo?: string
  /** The word or words that tell of it. */
  trigger: Span
  /** Index into `sentences`. */
  sentence: number
  /** The clause that tells it whole: what is shown to a reader. */
  clause: Span
  /** Entity ids. */
  agents: string[]
  /** Entity ids. */
  patients: string[]
  /** Entity id. */
  place?: string
  time?: { text: string; start?: string; end?: string }
  quantities?: Quantity[]
  status: EventStatus
  /** Goldstein (1992) scale, −10 (hostile) … 10 (friendly). */
  goldstein: number
  /** Index into `claims`, when only a speaker says so. */
  claim?: number
}

export interface Quantity {
  text: string
  value?: number
  /** What is counted: «جنديا». */
  of?: string
}

export interface Relation {
  /** Entity id. */
  from: string
  /** Entity id. */
  to: string
  /** −10…10. */
  score: number
  kind: 'cooperation' | 'support' | 'conflict' | 'opposition'
  /** True when what shows it was done together rather than by `from` to `to`. */
  mutual: boolean
  sentences: number[]
}

export const STANCES = ['asserts', 'denies', 'accuses', 'warns', 'demands', 'expects'] as const
export type Stance = (typeof STANCES)[number]

export interface Claim {
  /** Who says so: as written, and the entity where one is meant. */
  speaker: { text: string; entity?: string }
  /** The word of saying, as written. */
  verb: string
  stance: Stance
  /** What is said. */
  content: Span
  sentence: number
}

/** TIMEX3 (Pustejovsky et al. 2010), normalised against `article.publishedAt` where the expression is relative. */
export interface TimeExpression {
  span: Span
  type: 'DATE' | 'TIME' | 'DURATION' | 'SET'
  value: string
}

export interface Summary {
  headline: string
  /** Each in the words of the sentences it names, in the order of the article. */
  points: { text: string; sentences: number[] }[]
}
