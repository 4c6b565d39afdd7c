import type { EntityType } from '../analysis.ts'
import { keyOfPhrase } from '../entities/bodies.ts'
import { load } from '../lexicon/load.ts'
import { names } from '../lexicon/names.ts'

/** What the rule asks of an entity. */
interface Actor {
  id: string
  name: string
  type: EntityType
  role?: string
  country?: string
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
 * For whom an entity acts: a state's forces, government and ministries, and who holds its offices, act for the state, where its country is known. Undefined
 * for everybody else. Sentences that show it: «قصفت القوات الفرنسية مواقع أنصار الدين» holds between France and the movement; «زار وزير الخارجية
 * التركي مصر» between Turkey and Egypt.
 * Toward its own citizens and parties nobody stands for the state: the other side must be foreign, another state or an armed group.
 */
export interface Acting {
  /** From the id of an entity to that of the state it acts for. */
  stateOf(id: string): string | undefined
  /** From the id of people to that of the body of the article whose members or officers they are. */
  bodyOf(id: string): string | undefined
  /** The states for each of which one of a group of officers stands («وزراء خارجية مصر والأردن»). */
  statesOf(id: string): readonly string[] | undefined
  /** Whether an entity is foreign to a state, so that the state stands toward it. */
  isForeign(id: string, state: string): boolean
}

/**
 * Who acts for which state and which body, among the entities of an article.
 * @param members from the id of a group to that of the body that it is told to be of
 * @param officers from the id of a group to those of the states for which its members stand
 */
export function actingFor(
  entities: readonly Actor[],
  members: ReadonlyMap<string, string>,
  officers: ReadonlyMap<string, readonly string[]> = new Map(),
): Acting {
  const states = new Map<string, string>()
  const present = new Set(entities.map(({ id }) => id))
  for (const { id, name, type, role, country } of entities) {
    const state = country === undefined ? undefined : names().states.get(country)?.id
    if (state === undefined || state === id || !present.has(state)) continue
    const acts =
      type === 'organization'
        ? armsOfStates().has(id) || ARMS.has(keyOfPhrase(name).split(' ')[0]!)
        : type === 'person'
          ? role !== undefined && OFFICERS.test(keyOfPhrase(role))
          : // A town of another state that is visited, taken or shelled stands for its state.
            type === 'place' || (type === 'group' && STATES_MEN.test(keyOfPhrase(name)))
    if (acts) states.set(id, state)
  }
  const bodies = bodiesOf(entities)
  const byId = new Map(entities.map((entity) => [entity.id, entity]))
  return {
    stateOf: (id) => states.get(id),
    bodyOf: (id) => bodies.get(id) ?? members.get(id),
    statesOf: (id) => officers.get(id),
    isForeign: (id, state) => {
      const other = byId.get(id)
      if (other === undefined || id === state || states.get(id) === state) return false
      if (other.type === 'state' || other.type === 'armed-group') return true
      const home = other.country === undefined ? undefined : names().states.get(other.country)?.id
      return home !== undefined && home !== state
    },
  }
}

/** First words of groups that are parts of the body behind them: «عناصر الدرك الوطني», «جنود قوات دفاع شبوة». */
const MEMBERS =
  /^(?:عناصر|افراد|جنود|ضباط|مقاتلو|مقاتلي|مسلحو|مسلحي|قوات|قاده|قياده|اعوان|موظفو|موظفي|انصار|دوريه|وحدات|فرق|وفد) /
/** First words of offices whose holders speak and act for the body behind them, with what may stand between. */
const HEADS =
  /^(?:رءيس|رءيسه|امين عام|امينه عامه|امين|قاءد|زعيم|مدير|مديره|مدير عام|متحدث|متحدثه|ناطق|ناطقه|ممثل|ممثله)(?: (?:باسم|بلسان|رسمي باسم|عام))? /

/** For whom members and officers act, where the article names the body itself: by the end of what they are called. */
function bodiesOf(entities: readonly Actor[]): ReadonlyMap<string, string> {
  const byKey = new Map<string, string>()
  for (const { id, name, type } of entities)
    if (type === 'organization' || type === 'armed-group') byKey.set(keyOfPhrase(name), id)
  const found = new Map<string, string>()
  if (byKey.size === 0) return found
  for (const { id, name, type, role } of entities) {
    const called = type === 'group' ? name : type === 'person' ? role : undefined
    const key = called === undefined ? undefined : keyOfPhrase(called)
    const head = key && (type === 'group' ? MEMBERS : HEADS).exec(key)
    const body = head && byKey.get(key!.slice(head[0].length))
    if (body) found.set(id, body)
  }
  return found
}
