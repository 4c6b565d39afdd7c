/** Whether an expression that could be past or to come is said of what was or of what will be: by the verbs before it. */
import { isFiniteVerb } from '../lexicon/finite.ts'
import type { Token } from '../text/tokens.ts'
import { keyAt } from './found.ts'

export type Tense = 'past' | 'future'

/** Nouns and names that begin like a verb to come. */
const NO_FUTURE = /^[وف]?س(?:يار|ياس|يد|ين|ياح|ياق|يطر|ته|تين|تون|تار|تراتيج|يره|يول|يلا|يوف|تاد|يادي|ياد)/
/** «ستبدأ», but not «ستوكهولم», «ستينات». */
const FEMININE_FUTURE = /^[وف]?ست[^اويهر].{2,}$/
const TO_COME = new Set(
  `سوف وسوف فسوف المقرر المقرره مقرر مقرره مقررا المرتقب المرتقبه مرتقبه مرتقب المنتظر المنتظره المزمع المزمعه المتوقع المتوقعه المفترض ينتظر وينتظر يتوقع ويتوقع
  يرتقب ويرتقب يعتزم تعتزم ويعتزم وتعتزم يستعد تستعد ويستعد وتستعد`.split(/\s+/),
)
const SAID = new Set('قال قالت وقال وقالت اعلن اعلنت واعلن واعلنت اكد اكدت واكد واكدت صرح صرحت'.split(' '))
const RELATIVE = new Set(['التي', 'الذي', 'الذين', 'اللذان', 'اللتان', 'اللذين', 'اللتين'])
/** Behind these «أن» leads to what was: «قبل أن يغادر», «بعد أن». */
const BEFORE_THAT = new Set(['قبل', 'بعد', 'منذ', 'دون', 'الي'])
const PRESENT = /^[وف]?ي.{2,}/
const PRESENT_FEMININE = /^[وف]?ت.{2,}[^ت]$/
const PAST_FEMININE = /^[وف]?(?![يت]).{2,}(?:ت|تا)$/
const REPORTS = /^[وف]?ي(?:قول|قولون|ري|رون|وم)$/
const REACH = 14

/**
 * The tense of the nearest verb before a token in its sentence, at most fourteen tokens away; undefined where nothing tells it surely.
 * A present verb tells of what is to come right before a day, behind a relative or «أن», and where it begins its clause.
 */
export function tenseBefore(tokens: readonly Token[], at: number): Tense | undefined {
  for (let i = at - 1; i >= 0 && i >= at - REACH; i--) {
    const token = tokens[i]!
    if (token.kind === 'mark') {
      if (/^[.؟!:]$/.test(token.text)) return undefined
      continue
    }
    const { key } = token
    if (TO_COME.has(key)) return 'future'
    if (i < at - 1 && SAID.has(key)) return 'past'
    if (FEMININE_FUTURE.test(key)) return 'future'
    if (!isFiniteVerb(token)) continue
    const before = keyAt(tokens, i - 1)
    if (before === 'لم') return 'past'
    if (/^[وف]?س[يتن].{2,}/.test(key)) {
      if (NO_FUTURE.test(key)) continue
      return 'future'
    }
    const led = RELATIVE.has(before) || (before === 'ان' && !BEFORE_THAT.has(keyAt(tokens, i - 2)))
    if (PRESENT.test(key)) {
      if (REPORTS.test(key)) continue
      const begins = tokens[i - 1] === undefined || tokens[i - 1]!.kind === 'mark'
      if (led || begins || i === at - 1) return 'future'
    } else if (led && PRESENT_FEMININE.test(key)) return 'future'
    else if (RELATIVE.has(before) || before === 'قد' || PAST_FEMININE.test(key) || key.endsWith('وا')) return 'past'
  }
  return undefined
}

/** «وعدت به في يناير»: a past verb right before, with nothing but its pronoun and prepositions between. */
export function isPastRightBefore(tokens: readonly Token[], at: number): boolean {
  for (let i = at - 1; i >= at - 3 && i >= 0; i--) {
    const token = tokens[i]!
    if (isFiniteVerb(token)) return PAST_FEMININE.test(token.key) || RELATIVE.has(keyAt(tokens, i - 1))
    if (!/^(?:في|به|بها|له|لها|فيه|فيها|عنه|عنها|عليه|عليها|اليه|اليها|منه|منها)$/.test(token.key)) return false
  }
  return false
}
