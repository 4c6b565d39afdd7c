/** Pronouns of a whole question that mean whom the conversation is about: «ومتى أفرج عنه؟», «من اتهمها بذلك؟», «ومتى استقال؟». */
import { vocabulary } from '../analysis/lexicon/vocabulary.ts'
import { withoutPronoun } from '../analysis/text/clitics.ts'
import { fold } from '../analysis/text/fold.ts'
import type { Kept } from './follow-up.ts'
import { plainlyAsked } from './phrasing.ts'

/** Prepositions as they are written before a pronoun, and as they are written before a name. */
const PREPOSITIONS = new Map(
  Object.entries({
    عن: 'عن',
    من: 'من',
    مع: 'مع',
    علي: 'على',
    الي: 'إلى',
    ب: 'ب',
    ل: 'ل',
    ضد: 'ضد',
    بشان: 'بشأن',
    حول: 'حول',
    تجاه: 'تجاه',
    لدي: 'لدى',
    عند: 'عند',
  }),
)
const MASCULINE = /^(.+)ه$/
const PRONOUN = /^(.+?)(ه|ها|هم|هما|هن)$/
const QUESTION_WORDS = new Set('من ما ماذا متي اين لماذا كم هل كيف اي'.split(' '))
const COUNTING = new Set(['كم', 'اي', 'بكم'])
const SAYING = new Set('قال قالت يقول تقول صرح صرحت ذكر ذكرت اعلن اعلنت'.split(' '))
const ABOUT = new Set('عن حول بشان بخصوص في'.split(' '))
/** «ومن التقى؟» asks for the other one. */
const MEETING = /^(?:[يت]?لتقي|التقي|التقت|[يت]?قابل|قابلت|اجتمع|اجتمعت|[يت]جتمع|استقبل|استقبلت)$/
const ADVERBS = new Set('ذلك هذا بذلك لذلك الان اخيرا ايضا لاحقا بعدها بعده مجددا رسميا'.split(' '))

/**
 * A question with whom it means by its pronouns put in their place; as typed where it has none, or names somebody whom they may mean.
 * @param before what was asked before in the conversation
 */
export function withReferents(typed: string, before: Kept | undefined): string {
  const about = before?.about
  if (about === undefined) return typed
  const words = plainlyAsked(
    typed
      .replace(/[؟?!،,]+/g, ' ')
      .split(/\s+/)
      .filter(Boolean),
  )
  const keys = words.map(fold)
  if (!QUESTION_WORDS.has(keys[0] ?? '') || keys[1] === 'هو' || keys[1] === 'هي') return typed
  const matter = before?.question.kind === 'position' ? before.question.matter : undefined
  const meant = words.map((word, at) => (at === 0 ? undefined : referent(word, keys, at, about, matter)))
  if (meant.some((one) => one !== undefined)) return words.map((word, at) => meant[at] ?? word).join(' ')
  // «ومتى استقال؟»: the verb alone, and its subject is whom it was about.
  const [, verb = '', ...rest] = keys
  if (SAYING.has(verb) && ABOUT.has(rest[0] ?? '')) return [...words.slice(0, 2), about, ...words.slice(2)].join(' ')
  if (
    (keys[0] !== 'من' || MEETING.test(verb)) &&
    (isVerb(verb) || SAYING.has(verb)) &&
    rest.every((key) => ADVERBS.has(key))
  )
    return [...words.slice(0, 2), about, ...words.slice(2)].join(' ')
  return typed
}

/** What a word with a pronoun stands for; undefined where it has none, or one that means a noun before it. */
function referent(
  word: string,
  keys: readonly string[],
  at: number,
  about: string,
  matter?: string,
): string | undefined {
  const key = keys[at]!
  const [, head = '', pronoun = ''] = PRONOUN.exec(key) ?? []
  // «كم مقعدا حصل عليه الحزب؟» means the seats; a ta marbuta is no pronoun.
  if (head === '' || COUNTING.has(keys[0]!) || word.normalize('NFC').endsWith('ة')) return undefined
  if (hasAntecedent(keys, at, head, MASCULINE.test(key))) return undefined
  const preposition = PREPOSITIONS.get(head)
  if (preposition) return preposition.length === 1 ? `${preposition}${about}` : `${preposition} ${about}`
  const bare = withoutPronoun(key)
  // «من أقاله؟»: behind the question word stands a verb, though the letters are those of «إقالة» as well.
  const isWhole = vocabulary().events.has(key) && !/(?:ها|هم)$/.test(key) && !(at === 1 && isVerb(bare ?? ''))
  if (bare === undefined || isWhole) return undefined
  const form = [bare, bare.replace(/ا$/, 'ي'), bare.replace(/ت$/, 'ه'), bare.replace(/^[بل]/, '')].find((one) =>
    vocabulary().events.has(one),
  )
  const isNoun = form !== undefined && (vocabulary().events.get(form) ?? []).every(({ kind }) => kind !== 'verb')
  const own = word.slice(0, word.length - pronoun.length)
  if (form !== undefined && !isNoun) {
    const verb = form === bare ? own : own.replace(/ا$/, 'ى')
    return matter === undefined ? `${verb} ${about}` : `${verb} ${about} ${matter}`
  }
  if (form === undefined && !/^(?:ب|ل)?(?:موقف|حكومت|رءيس|وزير|قوات|جيش|منصب)$/.test(bare)) return undefined
  return `${own.replace(/ت$/, 'ة')} ${about}`
}

/** Whether a noun before a pronoun agrees with it: then it is that noun's. A masdar that governs the preposition is not meant by it («الإفراج عنه»). */
function hasAntecedent(keys: readonly string[], at: number, head: string, masculine: boolean): boolean {
  const governed = PREPOSITIONS.has(head) && vocabulary().events.has(keys[at - 1]!.replace(/^[وفبل]?ا?ل/, ''))
  return keys
    .slice(1, governed ? at - 1 : at)
    .some((key) => /^[وف]?[بل]?ال.{2,}/.test(key) && /(?:ه|اء|ات)$/.test(key) !== masculine)
}

const isVerb = (key: string) => (vocabulary().events.get(key) ?? []).some(({ kind }) => kind === 'verb')
