/**
 * Verbs that say something only by what stands behind them: «ورد الوزير بأن» (of «رد», spelled like «ورد» without its doubling sign),
 * «ويذهب مراقبون إلى أن», «وعزا الخبير التراجع إلى الجفاف»,
 * «ورفضت الشركة هذه الاتهامات».
 */
import type { Stance } from '../analysis.ts'
import type { SentenceView } from '../events/sentence.ts'
import { isRelative } from '../text/document.ts'
import { perWord, type Word, wordOf } from '../text/word.ts'
import { isMasdar } from './masdars.ts'
import { nounOfSaying, type VerbOfSaying } from './sayings.ts'
import { type Speech, speechOf } from './speech.ts'

/** What shows it stands at most so many words behind, a subject with its office between. */
const REACH = 20

type Kind = 'answers' | 'holds' | 'traces' | 'rejects' | 'estimates' | 'voices' | 'renews' | 'promises' | 'plays down'

const word = (past: string, present: string, openers: string[], stance: Stance = 'asserts'): Speech =>
  speechOf({ stance, verb: { past, present }, masdars: [], nouns: [], openers })
const ENTRIES: Record<Kind, Speech> = {
  answers: word('رد', 'يرد', ['بأن', 'أن', 'قائلا', 'بالقول']),
  holds: word('ذهب', 'يذهب', ['إلى أن', 'إلى القول']),
  traces: word('عزا', 'يعزو', ['إلى']),
  estimates: word('قدر', 'يقدر', ['ب']),
  rejects: word('رفض', 'يرفض', ['أن', 'أي', 'ما'], 'denies'),
  voices: word('عبر', 'يعبر', ['عن']),
  renews: word('جدد', 'يجدد', ['أن']),
  promises: word('وعد', 'يعد', ['ب', 'بأن']),
  'plays down': word('قلل', 'يقلل', ['من']),
}
const FORMS: [RegExp, Kind][] = [
  [/^(?:[وف]رد(?:ت|وا)?|ف[يت]رد)$/, 'answers'],
  [/^[وف]?(?:ذهب(?:ت|وا)?|[يت]ذهب)$/, 'holds'],
  [/^[وف]?(?:عزا|عزت|عزوا|[يت]عزو|ارجع(?:ت|وا)?|[يت]رجع)$/, 'traces'],
  [/^[وف]?(?:رفض(?:ت|وا)?|[يت]رفض)$/, 'rejects'],
  [/^عبر$/, 'voices'],
  [/^[وف]?(?:جدد(?:ت|وا)?|[يت]جدد)$/, 'renews'],
  [/^[وف]?وعد(?:ت|وا)?$/, 'promises'],
  [/^[وف]?قلل(?:ت|وا)?$/, 'plays down'],
  [/^[وف]?(?:قدر(?:ت|وا)?|[يت]قدر)$/, 'estimates'],
]

const mayBe = perWord(({ kind, key, text }): { kind: Kind; saying: VerbOfSaying } | undefined => {
  if (kind !== 'word' || text.endsWith('ة')) return undefined
  const form = FORMS.find(([letters]) => letters.test(key))
  if (form === undefined) return undefined
  const conjunction = /^[وف](?!عد)/.test(key) ? 1 : 0
  const stem = key.slice(conjunction)
  const tense = /^[يت]/.test(stem) ? 'present' : 'past'
  const subject = stem.endsWith('وا')
    ? 'plural'
    : tense === 'past'
      ? stem.endsWith('ت')
        ? 'feminine'
        : 'masculine'
      : stem.startsWith('ت')
        ? 'feminine'
        : 'masculine'
  return { kind: form[1], saying: { entry: ENTRIES[form[1]], conjunction, subject, tense, purpose: false } }
})

/** Whether a word may be a verb of saying by what stands behind it. */
export const maySayByContext = (word: Word): boolean => mayBe({ word }) !== undefined

/** The same of one that goes on with «و» or «ف». */
export const joinsByContext = (word: Word): boolean => mayBe({ word })?.saying.conjunction === 1

const COMES_IN: ReadonlySet<string> = new Set(['في', 'الي', 'من', 'عن', 'لدي', 'ضمن', 'اسم'])

/** What is denied by being rejected. */
const ALLEGED = /^(?:ال)?(?:اتهام|اتهامات|مزاعم|ادعاءات|شاءعات|افتراءات|تهم|تهمه)(?:ه|ها|هم)?$/

/** What is renewed in words: «جدد رفضه». */
const STAND =
  /^(?:رفض|نفي|دعم|تاكيد|التزام|ادانت|دعوت|تمسك|تحذير|مطالبت|حرص|استعداد|تاييد|تنديد|مساندت|ترحيب|تضامن)(?:ه|ها|هم|هما)$/

/** Whether a word behind shows that a verb of each kind says something. */
const shows: Record<Kind, (key: string, next: string) => boolean> = {
  answers: (key) => /^(?:بان(?:ه|ها|هم|نا)?|بالقول|قاءلا|قاءله)$/.test(key),
  holds: (key, next) => key === 'الي' && /^(?:ان(?:ه|ها|هم)?|القول|الاعتقاد)$/.test(next),
  traces: (key) => key === 'الي',
  rejects: (key) => ALLEGED.test(key),
  voices: (key) => key === 'عن',
  renews: (key) => STAND.test(key),
  promises: (key) =>
    /^ب(?:ان(?:ه|ها|هم)?|.{3,})$/.test(key) && (/^بان/.test(key) || isMasdar({ word: wordOf(key.slice(1), 'word') })),
  'plays down': (key, next) => key === 'من' && /^(?:اهميه|شان|خطوره|حده)(?:ه|ها|هم)?$/.test(next),
  estimates: (key) => /^ب(?:نحو|حوالي|ما|اكثر|اقل)$/.test(key),
}

/** Whether a word that is oftener a noun or a preposition begins its clause, as a verb does, or is written with its doubling sign. */
function opensClause({ from, document: { tokens } }: SentenceView, at: number): boolean {
  const before = at > from ? tokens[at - 1]! : undefined
  return (
    before === undefined ||
    before.kind === 'mark' ||
    tokens[at]!.text.includes('\u0651') ||
    /^(?:و?قد|فقد|كما|فيما|بينما|حيث|اذ|حين|ثم)$/.test(before.key)
  )
}

/** The verb of saying that a word is by what stands behind it in its clause, or undefined. */
export function sayingByContext(view: SentenceView, at: number): VerbOfSaying | undefined {
  const { tokens } = view.document
  const form = mayBe(tokens[at]!)
  if (form === undefined) return undefined
  const next = tokens[at + 1]
  if (next === undefined) return undefined
  // «ما ورد في البيان»: came in; so do «وردت أنباء بأن».
  if (form.kind === 'answers') {
    const noun = nounOfSaying(next)
    if ((noun && !noun.participle) || COMES_IN.has(next.key) || tokens[at - 1]?.key === 'ما') return undefined
  }
  if ((form.kind === 'voices' || form.kind === 'promises') && !opensClause(view, at)) return undefined
  const to = Math.min(view.to, at + REACH)
  for (let i = at + 1; i < to; i++) {
    const { key, text } = tokens[i]!
    if (isRelative(tokens[i]!) || (form.kind === 'rejects' && text === '،')) return undefined
    if (shows[form.kind](key, tokens[i + 1]?.key ?? ''))
      return (form.kind === 'traces' || form.kind === 'estimates') && i < at + 3 ? undefined : form.saying
    if (text === ':') return form.kind === 'answers' ? form.saying : undefined
  }
  return undefined
}

/** Whether a saying only traces something back to its cause, or holds an opinion: nothing but somebody can. */
export const isOfSomebody = ({ entry }: VerbOfSaying): boolean =>
  entry === ENTRIES.holds || entry === ENTRIES.voices || entry === ENTRIES.promises || isTracing({ entry })
/** «عزا الخبير التراجع إلى الجفاف»: what is traced back is part of what is said. */
export const isTracing = ({ entry }: Pick<VerbOfSaying, 'entry'>): boolean =>
  entry === ENTRIES.traces || entry === ENTRIES.estimates
