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
  'جيش قوات قوه حكومه وزاره شرطه درك حرس رءاسه خارجيه دفاع داخليه سلطات مدفعيه طيران بحريه استخبارات مخابرات سلاح اركان قياده سفاره نيابه جمارك مصالح جنود جمهوريه'.split(
    ' ',
  ),
)
/** First words of offices whose holders speak and act for their state. */
const OFFICERS =
  /^(?:رءيس (?:وزراء|جمهوريه|حكومه|دوله)|رءيس(?: [^ ]+)?$|وزير|وزيره|ملك|امير|سلطان|سفير|سفيره|قاءم باعمال|مندوب|مندوبه|مبعوث|متحدث باسم (?:وزاره|حكومه|خارجيه|جيش|رءاسه)|ناطق باسم (?:وزاره|حكومه|خارجيه|جيش|رءاسه))/

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
  /** Whether an entity is foreign to a state, so that the state stands toward it. */
  isForeign(id: string, state: string): boolean
}

/** Who acts for which state, among the entities of an article. */
export function actingFor(entities: readonly Actor[]): Acting {
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
            type === 'place' || (type === 'group' && /^وفد /.test(keyOfPhrase(name)))
    if (acts) states.set(id, state)
  }
  const byId = new Map(entities.map((entity) => [entity.id, entity]))
  return {
    stateOf: (id) => states.get(id),
    isForeign: (id, state) => {
      const other = byId.get(id)
      if (other === undefined || id === state || states.get(id) === state) return false
      if (other.type === 'state' || other.type === 'armed-group') return true
      const home = other.country === undefined ? undefined : names().states.get(other.country)?.id
      return home !== undefined && home !== state
    },
  }
}
