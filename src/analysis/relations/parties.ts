import type { EntityType } from '../analysis.ts'
import { keyOfPhrase } from '../entities/phrase-keys.ts'
import { load } from '../lexicon/load.ts'
import { names } from '../lexicon/names.ts'

/** What the rules ask of an entity. */
interface Actor {
  id: string
  name: string
  type: EntityType
  role?: string
  country?: string
}

/** One who takes part in a tie, and for whom he acts. */
export interface Party {
  id: string
  /** His number among those who do, below that of the entities of the article. */
  number: number
  type: EntityType
  /** Id of the state of his country, in the article or not. */
  home: string | undefined
  /** Id of the state for which he acts. */
  state: string | undefined
  /** Id of the body of the article whose member or officer he is. */
  body: string | undefined
  /** Of a group of officers: ids of the states for each of which one of them stands («وزراء خارجية مصر والأردن»). */
  states: readonly string[] | undefined
}

/** Those of an article who may be tied to each other. */
export interface Parties {
  /** More than the number of any of them. */
  limit: number
  /** By the id of his entity, found out when he is first asked for; undefined where the article has no such entity. */
  of(id: string): Party | undefined
}

/** First words of what is a part of its state: its forces, ministries, courts and seats. */
const ARMS: ReadonlySet<string> = new Set(
  'جيش قوات قوه حكومه وزاره شرطه درك حرس دفاعات رءاسه خارجيه دفاع داخليه سلطات مدفعيه طيران بحريه استخبارات مخابرات سلاح اركان قياده سفاره نيابه جمارك مصالح جنود جمهوريه'.split(
    ' ',
  ),
)
/** First words of offices whose holders speak and act for their state. */
const OFFICERS =
  /^(?:رءيس (?:وزراء|جمهوريه|حكومه|دوله)|رءيس(?: [^ ]+)?$|وزير|وزيره|ملك|امير|سلطان|سفير|سفيره|قاءم ب(?:ال)?اعمال|مندوب|مندوبه|مبعوث|متحدث باسم (?:وزاره|حكومه|خارجيه|جيش|رءاسه)|ناطق باسم (?:وزاره|حكومه|خارجيه|جيش|رءاسه))/

/** First words of groups in whom their state is met: «دبلوماسي فرنسي», «جنود أتراك». */
const STATES_MEN = /^(?:وفد|دبلوماسي|دبلوماسيون|دبلوماسيين|جنود|جندي|ضباط|ضابط|عسكري|عسكريون|عسكريين|سفن|طاءره|طاءرات) /

let loaded: ReadonlySet<string> | undefined
/** Ids of the bodies of the lexicon that are arms of a state. */
function armsOfStates(): ReadonlySet<string> {
  loaded ??= new Set(
    load('organizations.json')
      .filter(({ kind, country }) => country !== undefined && (kind === 'government' || kind === 'military'))
      .map(({ id }) => `org:${id}`),
  )
  return loaded
}

/**
 * For whom the entities of an article act. A state's forces, government and ministries, and who holds its offices, act for the state, where its country is known.
 * Sentences that show it: «قصفت القوات الفرنسية مواقع أنصار الدين» holds between France and the movement; «زار وزير الخارجية
 * التركي مصر» between Turkey and Egypt.
 * @param entityOf the entity of an id
 * @param members from the id of a group to that of the body that it is told to be of
 * @param officers from the id of a group to those of the states for which its members stand
 */
export function partiesOf(
  entities: readonly Actor[],
  entityOf: (id: string) => Actor | undefined,
  members: ReadonlyMap<string, string>,
  officers: ReadonlyMap<string, readonly string[]>,
): Parties {
  const known = new Map<string, Party>()
  let bodies: ReadonlyMap<string, string> | undefined
  const read = (entity: Actor): Party => {
    const { id, type, country } = entity
    const home = country === undefined ? undefined : names().states.get(country)?.id
    const key = keyOfBody(entity)
    if (key !== undefined) bodies ??= bodiesByKey(entities)
    const own = key === undefined ? undefined : bodies!.get(key)
    return {
      id,
      number: known.size,
      type,
      home,
      state: home !== undefined && home !== id && entityOf(home) && actsForState(entity) ? home : undefined,
      body: own !== undefined && actsForBody(entity, entityOf(own)) ? own : members.get(id),
      states: officers.get(id),
    }
  }
  return {
    limit: entities.length,
    of(id) {
      let party = known.get(id)
      if (party !== undefined) return party
      const entity = entityOf(id)
      if (entity === undefined) return undefined
      party = read(entity)
      known.set(id, party)
      return party
    },
  }
}

/** Whether one of whose country the state is known acts for it. */
function actsForState({ id, name, type, role }: Actor): boolean {
  if (type === 'organization') return armsOfStates().has(id) || ARMS.has(keyOfPhrase(name).split(' ')[0]!)
  if (type === 'person') return role !== undefined && OFFICERS.test(keyOfPhrase(role))
  // A town of another state that is visited, taken or shelled stands for its state.
  return type === 'place' || (type === 'group' && STATES_MEN.test(keyOfPhrase(name)))
}

/**
 * Whether somebody is foreign to a state, so that it stands toward him: another state, an armed group of no one country, or one of another country. Toward
 * its own citizens, parties and rebels nobody stands for the state.
 */
export function isForeign({ id, type, home, state: actsFor }: Party, state: string): boolean {
  if (id === state || actsFor === state) return false
  return type === 'state' || (home === undefined ? type === 'armed-group' : home !== state)
}

/** Id of the state that one is or is of. */
export const homeOf = ({ id, type, home }: Party): string | undefined => (type === 'state' ? id : home)

/** Whether a body of the lexicon is of no one state. */
export const isInternational = (body: Party | Actor | undefined): boolean =>
  body?.type === 'organization' &&
  body.id.startsWith('org:') &&
  ('home' in body ? body.home : body.country) === undefined

/** First words of groups that are parts of the body behind them: «عناصر الدرك الوطني», «جنود قوات دفاع شبوة». */
const MEMBERS =
  /^(?:عناصر|افراد|جنود|ضباط|مقاتلو|مقاتلي|مسلحو|مسلحي|قوات|قاده|قياده|اعوان|موظفو|موظفي|انصار|دوريه|وحدات|فرق|وفد) /
/** First words of offices whose holders may speak and act for the body behind them, with what may stand between. */
const HEADS =
  /^(?:رءيس|رءيسه|امين عام|امينه عامه|امين|قاءد|زعيم|مدير|مديره|مدير عام|متحدث|متحدثه|ناطق|ناطقه|ممثل|ممثله)(?: (?:باسم|بلسان|رسمي باسم|عام))? /

/** Of these, who do nothing by themselves. */
const SPOKESMEN = /^(?:متحدث|ناطق|ممثل)/

/** Whether what somebody does his body does: so with leaders of armed groups and of bodies of many states. The head of another body acts by himself. */
const actsForBody = ({ type, role }: Actor, body: Actor | undefined): boolean =>
  type !== 'person' || body?.type === 'armed-group' || isInternational(body) || SPOKESMEN.test(keyOfPhrase(role!))

/** How the body is called, as a key, for which members and officers act by what they are called themselves: «عناصر الدرك الوطني». */
function keyOfBody({ name, type, role }: Actor): string | undefined {
  const called = type === 'group' ? name : type === 'person' ? role : undefined
  if (called === undefined) return undefined
  const key = keyOfPhrase(called)
  const head = (type === 'group' ? MEMBERS : HEADS).exec(key)
  return head ? key.slice(head[0].length) : undefined
}

/** The bodies that an article names, by the key of their names. */
function bodiesByKey(entities: readonly Actor[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const { id, name, type } of entities)
    if (type === 'organization' || type === 'armed-group') found.set(keyOfPhrase(name), id)
  return found
}
