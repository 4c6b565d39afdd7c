/** Who takes part in an act, gathered by role. */
import type { EventType } from '../analysis.ts'
import type { Mention } from '../entities/mention.ts'
import type { EventWord, Role } from '../lexicon/schema.ts'
import { joined } from './mention-lists.ts'
import { BY } from './mention-slot.ts'

export interface Roles {
  agent: readonly Mention[]
  patient: readonly Mention[]
  partner: readonly Mention[]
  act: readonly Mention[]
  place: Mention | undefined
}

export const NOBODY: readonly Mention[] = []
export const noRoles = (): Roles => ({
  agent: NOBODY,
  patient: NOBODY,
  partner: NOBODY,
  act: NOBODY,
  place: undefined,
})

/** Adds mentions to those that have a role in the act of an entry; of several places the first is kept. */
export function give(
  roles: Roles,
  role: Role | undefined,
  mentions: readonly Mention[] | undefined,
  entry: EventWord,
): void {
  if (mentions === undefined || mentions.length === 0) return
  if (role === 'agent') roles.agent = joined(roles.agent, mentions)
  else if (role === 'patient') roles.patient = joined(roles.patient, mentions)
  else if (role === 'partner') roles.partner = joined(roles.partner, mentions)
  else if (role === 'act') roles.act = joined(roles.act, mentions)
  else if (role === 'place') {
    roles.place ??= landIn(mentions)
    // «داهمت الشرطة منزل النائب»: whose house it is.
    if (roles.place === undefined && entry.object === 'place') roles.patient = joined(roles.patient, mentions)
  }
}

/** The first of mentions where something can be. */
export const landIn = (mentions: readonly Mention[]): Mention | undefined =>
  mentions.find(({ type }) => type === 'place' || type === 'state')

/** Prepositions whose meaning holds for every event unless its own frame says otherwise. */
const USUAL: ReadonlyMap<string, Role> = new Map([
  ['مع', 'partner'],
  ['بين', 'partner'],
  ['في', 'place'],
  ['ضد', 'patient'],
  [BY, 'agent'],
  ['ب', 'topic'],
])
/** «تدعم أوكرانيا ضد روسيا»: whom one helps against takes no part in the help. */
const HELPING: ReadonlySet<EventType> = new Set(['SUPPORT', 'AID', 'COOPERATE', 'AGREE'])

/** The role of who stands behind a preposition, by the entry's own frame or by what is usual; undefined where neither says. */
export function roleBehind({ prepositions, type }: EventWord, preposition: string): Role | undefined {
  const own = prepositions[preposition]
  if (own !== undefined) return own
  return preposition === 'ضد' && HELPING.has(type) ? 'topic' : USUAL.get(preposition)
}
