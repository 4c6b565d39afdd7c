import type { EntityType, Span } from '../analysis.ts'
import type { Reading } from '../text/clitics.ts'

/** What a mention without a name takes up: the last one named, the last people, the last two of a kind, the last one named with its head noun, the land or town told of. */
export type Again = 'last' | 'people' | 'two' | 'two states' | 'two persons' | 'head' | 'land'

/** A place of the text that names, or means, somebody. */
export interface Mention {
  /** Token indexes, half-open. */
  from: number
  to: number
  /** Without clitics before it. */
  span: Span
  type: EntityType
  /**
   * `name`: by name; `nisba`: by an adjective («الليبي»); `authority`: by what stands for a state («السلطات الجزائرية»);
   * `body`, `group`: by what it is («الهيئة المستقلة», «مسلحون»); `title`: by office alone («والي وهران»).
   */
  via: 'name' | 'nisba' | 'authority' | 'body' | 'group' | 'title'
  /** What it is joined by: equal keys are one entity. */
  key: string
  /** How to show it. */
  name: string
  conjunction: Reading['conjunction']
  preposition: Reading['preposition']
  /** Of the head noun, for agreement with a verb. */
  gender: 'masculine' | 'feminine'
  plural: boolean
  /** Persons: the office as written, and the state it belongs to. */
  role?: string
  country?: string
  /** Says nothing unless it takes up what was named before («الوزارة», «الوالي»). */
  onlyAgain?: true
  /** How it takes up whom it means, where that is not told by a head noun or an office. */
  again?: Again
  /** Of two that are meant together («البلدان»), the key of the other one. */
  also?: string
  /** Another way it is called here: «ناشطا» of «ثلاثين ناشطا». */
  alias?: string
  /** Tokens of the office that leads to a name; mentions inside it belong to the office. */
  titleFrom?: number
}

/**
 * A mention that is no more than this yet. All fields stand in one order, those to come as `undefined`: V8 reads fields of objects of one shape many
 * times faster, and every later step reads those of mentions.
 */
export function newMention(
  from: number,
  to: number,
  span: Span,
  type: EntityType,
  via: Mention['via'],
  key: string,
  name: string,
  joined: Pick<Reading, 'conjunction' | 'preposition'>,
  gender: Mention['gender'],
  plural: boolean,
  country: string | undefined,
): Mention {
  return {
    from,
    to,
    span,
    type,
    via,
    key,
    name,
    conjunction: joined.conjunction,
    preposition: joined.preposition,
    gender,
    plural,
    role: undefined,
    country,
    onlyAgain: undefined,
    again: undefined,
    also: undefined,
    alias: undefined,
    titleFrom: undefined,
  }
}

/** A copy in the shape of `newMention`. */
export function ofOneShape(mention: Mention): Mention {
  return {
    from: mention.from,
    to: mention.to,
    span: mention.span,
    type: mention.type,
    via: mention.via,
    key: mention.key,
    name: mention.name,
    conjunction: mention.conjunction,
    preposition: mention.preposition,
    gender: mention.gender,
    plural: mention.plural,
    role: mention.role,
    country: mention.country,
    onlyAgain: mention.onlyAgain,
    again: mention.again,
    also: mention.also,
    alias: mention.alias,
    titleFrom: mention.titleFrom,
  }
}

/** A bearer's mention with the office that was read, as a mention of its own, before the name. */
export function inOffice(bearer: Mention, office: Mention): Mention {
  return {
    ...bearer,
    titleFrom: office.from,
    conjunction: office.conjunction,
    preposition: office.preposition,
    gender: office.gender,
    ...(office.role && { role: office.role }),
    ...(office.country && { country: office.country }),
  }
}

/** Whether a mention is of a place. */
export const isPlace = ({ type }: Mention): boolean => type === 'place'
