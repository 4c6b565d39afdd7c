/** The very words of a sentence that a question asks for: a day, a place, a cause, a count. */
import type { Span } from '../analysis/analysis.ts'
import { vocabulary } from '../analysis/lexicon/vocabulary.ts'
import { fold } from '../analysis/text/fold.ts'
import { FUNCTION_WORDS } from '../analysis/text/function-words.ts'
import { numberAt } from '../analysis/text/numbers.ts'
import type { Token } from '../analysis/text/tokens.ts'
import type { Name } from './need.ts'
import { daysOf } from './period.ts'
import type { Reading, Sentence } from './reading.ts'
import { type Meanings, meaningsOf, meets, sameStem } from './terms.ts'

/** What was found, in offsets of the article. */
export interface Focus {
  span: Span
  /** Higher is surer. */
  weight: number
  day?: { from: string; to: string }
  value?: number
}

/** Letters between an event and what is told of it: in a sentence of a hundred words what stands further off is told of something else. */
const NEAR = 200

/** «أمس الخميس» in an article of which nobody knows the day, in TIMEX3. */
const RELATIVE = /^XXXX/
const AS_TOLD_WEIGHT = 0.5
/** How much further off a time seems that another clause tells. */
const OTHER_CLAUSE = 100
/** What a time of another clause weighs: it may be of something else. */
const OTHER_CLAUSE_WEIGHT = 0.4

/**
 * The day, month or year that a sentence gives nearest to the word that tells the event, in its clause before others.
 * @param after ISO 8601 day that it must not lie before: of what is still to come the days gone by tell nothing
 */
export function whenIn(sentence: Sentence, at: number, after = ''): Focus | undefined {
  let best: Focus | undefined
  let distance = Number.POSITIVE_INFINITY
  let asTold: Focus | undefined
  const clauseAt = (offset: number) => sentence.clauses.findIndex(({ start, end }) => offset >= start && offset < end)
  const own = clauseAt(at)
  for (const { span, type, value } of sentence.times) {
    if (type !== 'DATE' && type !== 'TIME') continue
    const day = daysOf(value)
    if (day === undefined) {
      if (RELATIVE.test(value) && Math.abs(span.start - at) <= NEAR) asTold ??= { span, weight: AS_TOLD_WEIGHT }
      continue
    }
    if (day.to < after) continue
    const apart = clauseAt(span.start) !== own
    const far = Math.abs(span.start - at)
    const seems = far + (apart ? OTHER_CLAUSE : 0)
    if (seems < distance && far <= NEAR) {
      distance = seems
      const exact = day.from === day.to ? 1 : value.length > 4 ? 0.7 : 0.3
      best = { span, day, weight: exact * (apart ? OTHER_CLAUSE_WEIGHT : 1) }
    }
  }
  return best ?? asTold
}

const PLACE_LEADS = new Set(
  'ضرب هز في قرب قباله عند علي داخل شمال جنوب شرق غرب شمالي جنوبي شرقي غربي بين وسط خارج امام'.split(' '),
)
/** Of a movement it is asked where it led. */
const MOVING = [
  'نقل',
  'وصل',
  'توجه',
  'سافر',
  'زار',
  'انتقل',
  'نزح',
  'هرب',
  'فر',
  'اتجه',
  'ارسل',
  'اقتاد',
  'غير',
  'حول',
].map((verb) => meaningsOf(verb))
const TOWARD = new Set(['الي', 'نحو', 'صوب'])
/** Words between the preposition and the place that belong to it: «على الطريق بين غاو وأنسونغو». */
const REACH = 4

/** The place that a sentence gives, other than those of the question: with the preposition before it. */
export function whereIn(
  { stored }: Reading,
  sentence: Sentence,
  asked: readonly Name[],
  event: Token | undefined,
): Focus | undefined {
  const at = event?.start ?? sentence.start
  const moves = event !== undefined && MOVING.some((verb) => meets(verb, meaningsOf(event.key)) >= 0.75)
  const leads = (key: string) => PLACE_LEADS.has(key) || (moves && TOWARD.has(key))
  const { analysis } = stored
  const known = new Set(asked.flatMap((name) => [...name.ids]))
  const places = analysis.entities
    .filter((entity) => (entity.type === 'place' || entity.type === 'state') && !known.has(entity.id))
    .flatMap((entity) => entity.mentions)
    .filter((m) => m.start >= sentence.start && m.end <= sentence.end)
    .sort((a, b) => a.start - b.start)
  let best: Focus | undefined
  for (const place of places) {
    const first = sentence.tokens.findIndex((token) => token.end > place.start)
    let from = -1
    for (let i = first; i >= Math.max(0, first - REACH); i--) {
      const { key, kind } = sentence.tokens[i]!
      if (kind === 'mark') break
      if (leads(key) || (i === first && /^ب/.test(key) && place.start > sentence.tokens[i]!.start)) from = i
      else if (i < first && from >= 0) break
    }
    if (from < 0) continue
    const start = sentence.tokens[from]!.start
    if (Math.abs(start - at) > NEAR) continue
    const weight = start > at ? 1 : 0.6
    if (best === undefined || weight > best.weight) best = { span: { start, end: place.end }, weight }
    else if (place.start - best.span.end < 12 && best.span.end < place.start) best.span.end = place.end
  }
  if (best) return best
  // A place that is no name: «داخل حاوية», «على متن سفينة».
  for (const [i, token] of sentence.tokens.entries())
    if (
      token.start > at &&
      (isPlaceLead(token, sentence.tokens[i + 1]) || (moves && TOWARD.has(token.key) && token.start - at <= NEAR))
    )
      return { span: { start: token.start, end: endOfPhrase(sentence, i + 1, 2) }, weight: 0.4 }
  return undefined
}

/** Nouns of places behind «على», which else says mostly something other than where. */
const ON = /^(?:ال)?(?:وادي|طريق|حدود|متن|ضفه|ضفاف|جسر|ساحل|جزيره|جبل|ارض|اراضي|مشارف|اطراف)$/

function isPlaceLead({ key }: Token, next: Token | undefined): boolean {
  if (next?.kind !== 'word') return false
  return /^(?:داخل|قرب|قباله|في)$/.test(key) || (key === 'علي' && ON.test(next.key))
}

/** Openers of a cause, as folded words; what stands behind them is the cause. */
const CAUSES =
  `بسبب|اثر|علي اثر|علي خلفيه|احتجاجا علي|ردا علي|من اجل|نتيجه|جراء|لان|لانه|لانها|لانهم|لاسباب|بدعوي|بحجه|بذريعه|تضامنا مع|رفضا ل|تنديدا ب|خوفا من|خوفا علي|خشيه|بهدف|بغيه|سعيا|كي|لكي|بفضل|للمطالبه|تنفيذا ل|تلبيه ل|انتقاما|عقابا|استجابه|بناء علي|يعود الي|بعد ان|متهما|متهمه`
    .split('|')
    .map((words) => words.split(' '))
/** Verbs whose subject is the cause and whose object the event: «أدى إلى إقالة المحافظ». */
const LEADS_TO = new Set('ادي ادت تسبب تسببت دفع دفعت'.split(' '))

/** The cause that a sentence gives of an event told in it. */
export function whyIn(sentence: Sentence, event: Token | undefined): Focus | undefined {
  const { tokens } = sentence
  const at = event?.start ?? sentence.start
  for (let i = 0; i < tokens.length; i++) {
    const opener = CAUSES.find((words) => words.every((word, k) => opens(tokens[i + k]?.key ?? '', word, k)))
    // The cause is given behind the event: what stands before it is the cause of something else.
    const isAccused = /^متهم/.test(opener?.[0] ?? '') && tokens[i - 1]?.kind !== 'mark'
    if (opener && !isAccused && tokens[i]!.start > at && tokens[i]!.start - at <= NEAR)
      return { span: { start: tokens[i]!.start, end: endOfPhrase(sentence, i, 40) }, weight: 1 }
    if (LEADS_TO.has(tokens[i]!.key.replace(/^و/, '')) && tokens[i]!.end < at && at - tokens[i]!.end < 12)
      return { span: { start: sentence.start, end: tokens[i]!.start }, weight: 0.5 }
  }
  // «لتوفير الوقود»: a lam before a masdar tells the aim.
  for (const [i, token] of tokens.entries())
    if (token.start > at && token.start - at <= NEAR && i > 0 && isAim(token))
      return { span: { start: token.start, end: endOfPhrase(sentence, i, 40) }, weight: 0.7 }
  return undefined
}

function opens(key: string, word: string, k: number): boolean {
  return key === word || (k === 0 && key.replace(/^و/, '') === word) || (word.length === 1 && key.startsWith(word))
}

function isAim({ key }: Token): boolean {
  const masdar = /^(?:ل(?!ل)|لل)(.{4,})$/.exec(key)?.[1]
  return (
    masdar !== undefined &&
    ((vocabulary().events.get(masdar) ?? []).some(({ kind }) => kind === 'masdar') ||
      /^(?:ت..ي.|ا..ا.|است...?ا.)$/.test(masdar))
  )
}

/** The end of the words behind a token up to a mark, at most so many. */
function endOfPhrase({ tokens }: Sentence, from: number, most: number): number {
  let to = from
  while (to + 1 < tokens.length && to + 1 - from < most && !/[.،؛:!؟]/.test(tokens[to + 1]!.text)) to++
  return tokens[to]!.end
}

/** Nouns of persons: counted with the event that befell them («قتل 12 شخصا»), they are its victims. */
const PEOPLE = new Set(
  'شخصا شخص اشخاص مدنيا مدني مدنيين مدنيون جنديا جندي جنود رجال رجلا رجل عنصرا عنصر عناصر شرطيا شرطي افراد فردا فرد اخرين اخرون اخر طفلا طفل اطفال امراه نساء مواطنا مواطن'.split(
    ' ',
  ),
)
/** Words between a number and what it counts. */
const COUNT_REACH = 4

/**
 * The number that a sentence gives of what is counted.
 * @param counted what «كم» counts; undefined where it is an amount («كم كلفت»)
 * @param events the words that tell what happened: «قتل 12 شخصا» counts the dead
 */
export function countIn(sentence: Sentence, counted: readonly Meanings[] | undefined): Focus | undefined {
  const { tokens } = sentence
  let best: Focus | undefined
  const isCounted = (token: Token | undefined) =>
    token !== undefined && (counted ?? []).some((meaning) => meets(meaning, meaningsOf(token.key)) >= 0.9)
  const told = tokens.some(isCounted)
  for (let i = 0; i < tokens.length; i++) {
    const number = numberAt(tokens, i)
    if (number === undefined) continue
    const behind = tokens.slice(number.to, number.to + COUNT_REACH)
    const stop = behind.findIndex((token) => token.kind === 'mark' && !/[%«»]/.test(token.text))
    const words = stop < 0 ? behind : behind.slice(0, stop)
    const direct = isCounted(words[0]) ? 1 : words.slice(1).some(isCounted) ? 0.8 : 0
    // «مقتل خمسة عمال», «قتل 12 شخصا».
    const isPeople = words[0] !== undefined && (PEOPLE.has(words[0].key) || words[0].key === 'من')
    const people =
      (told && isPeople && isCounted(fateOf(tokens, number))) || isCounted(tokens[number.from - 1]) ? 0.9 : 0
    const amount = counted === undefined ? 0.5 : 0
    const weight = Math.max(direct, people, amount)
    const isYear =
      number.to - number.from === 1 && number.value !== undefined && number.value > 1900 && number.value < 2100
    if (weight > 0 && !isYear && weight > (best?.weight ?? 0)) {
      const end = endOfCounted(words) ?? endOfPart(tokens, number.to) ?? tokens[number.to - 1]!.end
      best = {
        span: { start: tokens[number.from]!.start, end },
        weight,
        // Amounts of different things are no versions of one.
        ...(number.value !== undefined && counted && { value: number.value }),
      }
    }
    i = number.to - 1
  }
  // «قتيلان», «كيلوغرامين»: the dual counts two without a number.
  return best ?? dual(tokens, counted ?? [], told)
}

const FATES = ['قتل', 'أصيب', 'اعتقل', 'نزح', 'خطف', 'فقد', 'أفرج'].map((verb) => meaningsOf(fold(verb)))

/** What befell those whom a number counts: the nearest word that tells it. «توفي متظاهر وأصيب 27 آخرون» counts the hurt. */
function fateOf(tokens: readonly Token[], number: { from: number; to: number }): Token | undefined {
  let best: Token | undefined
  let distance = Number.POSITIVE_INFINITY
  for (const [i, token] of tokens.entries()) {
    const far = i < number.from ? number.from - i : i - number.to + 1
    if (far >= distance || !FATES.some((fate) => meets(fate, meaningsOf(token.key)) >= 0.9)) continue
    best = token
    distance = far
  }
  return best
}

/** «ثلاثة مشتبه بهم»: what is counted, with a preposition and pronoun that belong to it. */
function endOfCounted([counted, next]: readonly Token[]): number | undefined {
  if (counted?.kind !== 'word' || counted.key === 'من') return undefined
  return next && /^(?:به|فيه|عليه)(?:ا|م|ما|ن)?$/.test(next.key) ? next.end : counted.end
}

/** Words of the group that a count is a part of: «خمسة من جنود قوات الدفاع». */
const PART_WORDS = 5

/** The end of the group that a count is a part of, up to a verb, a mark or a preposition. */
function endOfPart(tokens: readonly Token[], from: number): number | undefined {
  if (tokens[from]?.key !== 'من') return undefined
  let end: number | undefined
  const group = tokens.slice(from + 1, from + 1 + PART_WORDS)
  for (const [at, token] of group.entries()) {
    const isVerb = [token.key, token.key.replace(/^[وف]/, '')].some((key) =>
      (vocabulary().events.get(key) ?? []).some(({ kind }) => kind === 'verb'),
    )
    // «حرس الحدود» is no guarding: a noun has its complement behind it.
    const isNoun = /^ال/.test(tokens[from + 2 + at]?.key ?? '') && VERBAL_SIGN.test(token.text) === false
    if (token.kind === 'mark' || (isVerb && !isNoun) || FUNCTION_WORDS.has(token.key) || VERB_ENDING.test(token.key))
      break
    end = token.end
  }
  return end
}

/** The damma of a passive: «قُتل». */
const VERBAL_SIGN = /\u064F/u
/** «لقوا», «قدموا»: a verb of several, whatever the dictionary knows. */
const VERB_ENDING = /.{2}وا$/

const OTHERS = new Set(['اخرين', 'اخران'])
const isFate = (counted: readonly Meanings[], token: Token | undefined) =>
  token !== undefined && counted.some((meaning) => meets(meaning, meaningsOf(token.key)) >= 0.9)

function dual(tokens: readonly Token[], counted: readonly Meanings[], told: boolean): Focus | undefined {
  for (const [at, token] of tokens.entries()) {
    const one = /^(.{3,})(?:ان|ين)$/.exec(token.key)?.[1]
    if (one === undefined) continue
    // The sound plural in «ين» is written like a dual.
    const isDual = /ان$/.test(token.key) || PEOPLE.has(one)
    const isCounted = counted.some((meaning) => sameStem(meaning.stem, meaningsOf(one).stem))
    if (OTHERS.has(token.key) || !isDual) continue
    const befell = told && PEOPLE.has(one) && isFate(counted, fateOf(tokens, { from: at, to: at + 1 }))
    if (isCounted || befell) return { span: { start: token.start, end: token.end }, weight: 0.8, value: 2 }
  }
  return undefined
}

/** Whether what stands behind «كم» is a verb («كم كلفت») or a measure: an amount is asked for, not so many of something. */
export function isAmount(typed: string): boolean {
  const key = fold(typed)
  if (AMOUNTS.test(key)) return true
  // «كم قتل في الهجوم؟» counts the dead.
  const isFate = FATES.some((fate) => meets(fate, meaningsOf(key)) >= 0.9)
  return !isFate && (vocabulary().events.get(key) ?? []).some(({ kind }) => kind === 'verb')
}

const AMOUNTS = /^(?:كلف|كلفت|تكلف|دفع|تدفع|يدفع|بلغ|بلغت|تبلغ|يبلغ|عمر|نسبه|قيمه|ثمن|سعر|مبلغ|مده|طول|مساحه|much)$/
