/** Where a run-on sentence can be cut: Arabic news joins its clauses with commas and particles for a hundred words. */
import { fold } from './fold.ts'
import type { Token } from './tokens.ts'

export type ClauseKind =
  /** The first of its sentence. */
  | 'main'
  /** Joined by «و», «ف», «ثم», or set beside by a comma: tells something of its own. */
  | 'coordinate'
  /** «حيث», «إذ», «بينما»: tells something that leans on what stands before. */
  | 'subordinate'
  /** «لكن», «إلا أن», «بل»: turns what stands before; neither may be shown as if the other were not there. */
  | 'contrast'
  /** «رغم», «فضلا عن», «في ظل»: could be left out. */
  | 'aside'

export interface Clause {
  /** Token indexes, half-open. */
  from: number
  to: number
  kind: ClauseKind
}

const keys = (words: string) => new Set(words.trim().split(/\s+/).map(fold))

const SUBORDINATE = keys(
  'حيث إذ بينما فيما مما بعدما عندما حين حينما لأن لأنه لأنها كونه كونها كما مضيفا مضيفة مؤكدا مؤكدة مشيرا مشيرة موضحا موضحة معتبرا معتبرة لافتا مشددا مشددة داعيا داعية محذرا محذرة مطالبا',
)
const CONTRAST = keys('لكن لكنه لكنها لكنهم بل إلا بيد ولكن ولكنه ولكنها')
const ASIDE = keys(
  'رغم برغم فضلا إضافة علاوة ناهيك خاصة خصوصا سيما لاسيما ولاسيما وخاصة وخصوصا علما باستثناء مثلما تماما سواء',
)
/** Behind «و» or «ف» these open a clause though they are no verbs. */
const PARTICLES = keys(
  'قد لقد لم لن لا ما ليس ليست إن إنه إنها أن أنه أنها هو هي هم ذلك هذا هذه كذلك هناك ثمة كان كانت معلوم سوف بعد في من على عن بعدما عندما حسب بحسب وفق',
)
const AFTER_COMMA = keys(
  'وهو وهي وهم وقد وكان وكانت ولم ولن وإن فإن فقد وذلك وكذلك وفي ومن وعن وبحسب ووفق ووفقا الأمر بحسب وفق وفقا حسب وفيما وبينما ثم',
)
const COMMAS = new Set(['،', ',', '؛', ';', '–', '—', '-', ':'])
const MIN_TOKENS = 4

/**
 * The clauses of one sentence given as a token range; they cover it. A clause has at least a few words, so that no
 * conjunction or vocative is left alone.
 * @param isFiniteVerb whether the token at an index (clitics and all) is a finite verb
 */
export function clausesOf(
  tokens: readonly Token[],
  from: number,
  to: number,
  isFiniteVerb: (at: number) => boolean,
): Clause[] {
  const found: Clause[] = [{ from, to, kind: 'main' }]
  for (let at = from + 1; at < to; at++) {
    const kind = opens(tokens, at, from, to, isFiniteVerb)
    if (kind === undefined) continue
    const last = found[found.length - 1]!
    if (at - last.from < MIN_TOKENS || to - at < MIN_TOKENS) continue
    last.to = at
    found.push({ from: at, to, kind })
  }
  return found
}

function opens(
  tokens: readonly Token[],
  at: number,
  from: number,
  to: number,
  isFiniteVerb: (at: number) => boolean,
): ClauseKind | undefined {
  const token = tokens[at]!
  if (token.kind !== 'word') return undefined
  const afterComma = at > from && COMMAS.has(tokens[at - 1]!.text)
  const key = token.key
  const next = tokens[at + 1]
  const nextIsVerb = at + 1 < to && (isFiniteVerb(at + 1) || (next !== undefined && PARTICLES.has(next.key)))
  if (CONTRAST.has(key))
    return key === 'الا' && !(next?.key === 'ان' || next?.key === 'انه' || next?.key === 'انها')
      ? undefined
      : 'contrast'
  if (key === 'غير' && (next?.key === 'ان' || next?.key === 'انه' || next?.key === 'انها')) return 'contrast'
  if (SUBORDINATE.has(key) && (afterComma || nextIsVerb) && !(key === 'حين' && tokens[at - 1]?.key === 'في'))
    return 'subordinate'
  if (key === 'في' && next?.key === 'حين' && afterComma) return 'subordinate'
  if (afterComma && ASIDE.has(key)) return 'aside'
  if (afterComma && AFTER_COMMA.has(key)) return 'coordinate'
  const joined = key.length > 3 && (key.startsWith('و') || key.startsWith('ف'))
  if (afterComma && isFiniteVerb(at)) return 'coordinate'
  // «وقد», «ولم», «وكانت» open a clause even without a comma; «و» before any other verb only after one or a long stretch.
  if (joined && PARTICLES.has(key.slice(1)) && (afterComma || /^[وف](?:قد|لم|لن|كان|كانت)$/.test(key)) && nextIsVerb)
    return 'coordinate'
  return undefined
}
