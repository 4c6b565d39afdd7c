/** Where a run-on sentence can be cut: Arabic news joins its clauses with commas and particles for a hundred words. */
import type { Document } from './document.ts'
import { flagFor } from './flags.ts'
import { fold } from './fold.ts'
import type { Token } from './tokens.ts'
import { perWord } from './word.ts'

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
  { tokens, flags }: Pick<Document, 'tokens' | 'flags'>,
  from: number,
  to: number,
  isFiniteVerb: (at: number) => boolean,
): Clause[] {
  const found: Clause[] = [{ from, to, kind: 'main' }]
  for (let at = from + 1; at < to; at++) {
    if ((flags[at]! & MAY_OPEN) === 0 && (flags[at - 1]! & IS_COMMA) === 0) continue
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
  const opener = openerOf(token)
  if (opener === NO_WORD) return undefined
  const afterComma = at > from && isComma(tokens[at - 1]!)
  if (opener === NO_OPENER) return afterComma && isFiniteVerb(at) ? 'coordinate' : undefined
  const next = tokens[at + 1]
  const beforeThat = next !== undefined && THAT.has(next.key)
  if (opener & CONTRASTS) return token.key === 'الا' && !beforeThat ? undefined : 'contrast'
  if (token.key === 'غير' && beforeThat) return 'contrast'
  const nextIsVerb = at + 1 < to && (isFiniteVerb(at + 1) || (next !== undefined && isParticle(next)))
  // «فيما بينها» opens nothing.
  if (token.key === 'فيما' && /^بين/.test(next?.key ?? '')) return undefined
  if (opener & SUBORDINATES && (afterComma || nextIsVerb) && !(token.key === 'حين' && tokens[at - 1]?.key === 'في'))
    return 'subordinate'
  if (token.key === 'في' && next?.key === 'حين' && afterComma) return 'subordinate'
  if (afterComma && opener & ASIDES) return 'aside'
  if (afterComma && (opener & COORDINATES || isFiniteVerb(at))) return 'coordinate'
  // «وقد», «ولم», «وكانت» open a clause even without a comma; «و» before any other verb only after one or a long stretch.
  return opener & JOINED && (afterComma || opener & AT_ONCE) && nextIsVerb ? 'coordinate' : undefined
}

// What a word can open, as bits: asked of every word of every sentence.
const NO_WORD = -1
const NO_OPENER = 0
const CONTRASTS = 1
const SUBORDINATES = 2
const ASIDES = 4
const COORDINATES = 8
/** A particle with «و» or «ف» joined to it, and one that opens a clause without a comma too. */
const JOINED = 16
const AT_ONCE = 32
/** «غير أن», «في حين»: opens a clause with the word behind it. */
const WITH_NEXT = 64
const THAT = new Set(['ان', 'انه', 'انها'])

const openerOf = perWord(({ kind, key }) => {
  if (kind !== 'word') return NO_WORD
  const joined = key.length > 3 && /^[وف]/.test(key) && PARTICLES.has(key.slice(1))
  return (
    (CONTRAST.has(key) ? CONTRASTS : 0) |
    (SUBORDINATE.has(key) ? SUBORDINATES : 0) |
    (ASIDE.has(key) ? ASIDES : 0) |
    (AFTER_COMMA.has(key) ? COORDINATES : 0) |
    (joined ? JOINED : 0) |
    (/^[وف](?:قد|لم|لن|كان|كانت)$/.test(key) ? AT_ONCE : 0) |
    (key === 'غير' || key === 'في' ? WITH_NEXT : 0)
  )
})
const isParticle = perWord(({ key }) => PARTICLES.has(key))
const isComma = perWord(({ text }) => COMMAS.has(text))
const IS_COMMA = flagFor((word) => isComma({ word }))
const MAY_OPEN = flagFor((word) => openerOf({ word }) > NO_OPENER)
