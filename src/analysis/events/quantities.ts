/**
 * Counts: «نحو 15 قتيلا», «عشرين مليون دولار», «بين 10 و15 جريحا», «جنديين». They are found once in a sentence, then each is given to the
 * one event that it counts.
 */

import type { Quantity } from '../analysis.ts'
import { dualBehindClitics, isCasualty, isMeasure, isMoney } from '../lexicon/counted.ts'
import { isFiniteVerb } from '../lexicon/finite.ts'
import { isFunctionWord, wordsOf } from '../text/document.ts'
import { flagFor } from '../text/flags.ts'
import { fold, offsetOfLetter } from '../text/fold.ts'
import { lettersBeforeNumber, type NumberPhrase, numberAt } from '../text/numbers.ts'
import type { Token } from '../text/tokens.ts'
import { perWord } from '../text/word.ts'
import { UNITS } from '../times/time-words.ts'
import type { SentenceView } from './sentence.ts'

/** A quantity with the tokens that tell it, half-open, the words that make it rough («نحو») included. */
export interface Count {
  from: number
  to: number
  quantity: Quantity
  /** Of the dead, hurt or missing. */
  casualty: boolean
  /** A sum of money. */
  money: boolean
}

const keys = (words: string) => new Set(words.split(' ').map(fold))
/** «نحو 15», «قرابة المئة»: words that make a number rough. */
const ABOUT = keys('نحو حوالي قرابة زهاء تقريبا')
/** «أكثر من», «ما لا يقل عن», the words from right to left: what makes of a number a bound. */
const BOUNDS: readonly (readonly string[])[] = [
  ['من', 'اكثر'],
  ['من', 'اقل'],
  ['من', 'ازيد'],
  ['عن', 'يقل', 'لا', 'ما'],
  ['من', 'يقرب', 'ما'],
  ['عن', 'يزيد', 'ما'],
  ['علي', 'يزيد', 'ما'],
  ['عن', 'يربو', 'ما'],
  ['علي', 'يربو', 'ما'],
  ['يقارب', 'ما'],
  ['يناهز', 'ما'],
  ['يعادل', 'ما'],
]
/** A number with nothing counted behind it is one only behind these: others number a thing («القرار 2216»). */
const BEFORE_BARE = keys(
  'إلى عن من على بلغ بلغت يبلغ ارتفع تجاوز تجاوزت يتجاوز يتعدى يفوق قتل أصيب جرح اعتقل مقتل إصابة اعتقال عددهم عددها نحو حوالي قرابة زهاء',
)
const OTHERS = keys('آخر آخرين آخرون أخرى أخريات')
const PARTITIVE = keys('منهم منها منهن')
/** Spelled with a number that says which, not how many: «عام 2015» is in `times`, «إحدى المدن» is one of them. */
const SINGLE = keys('واحد واحدة إحدى')
const CURRENCY_SIGNS = new Set(['$', '€', '£'])

/** The counts of a sentence in order, those of time left to `times`. Values in units as written; a vague count («عشرات») has none, that of a range is its lower end. */
export function countsOf(view: SentenceView): Count[] {
  const { tokens } = view.document
  const found: Count[] = []
  for (let at = view.from; at < view.to; ) {
    if ((view.document.flags[at]! & MAY_COUNT) === 0) {
      at++
      continue
    }
    const token = tokens[at]!
    const count = view.isTime(at)
      ? durationAt(view, at)
      : view.isName(at) && token.kind === 'number'
        ? undefined
        : (countAt(view, at) ?? dualAt(view, at))
    if (count) found.push(count)
    at = count ? count.to : at + 1
  }
  return found
}

/** What may begin a count: most words don't. */
const MAY_COUNT = flagFor(
  (word) => lettersBeforeNumber({ word }) !== undefined || dualBehindClitics({ word }) !== undefined,
)

function countAt(view: SentenceView, at: number): Count | undefined {
  const letters = lettersBeforeNumber(view.document.tokens[at]!)
  return letters === undefined ? undefined : countBehind(view, at, letters)
}

/** The count whose number begins at a token, behind so many letters of clitics. */
function countBehind(view: SentenceView, at: number, letters: number): Count | undefined {
  const { tokens } = view.document
  const number = rangeAt(view, at) ?? numberAt(tokens, at, true)
  if (number === undefined || number.to > view.to) return undefined
  if (number.to === at + 1 && SINGLE.has(tokens[at]!.key)) return undefined
  const from = number.from < at ? number.from : roughFrom(view, at)
  const make = (to: number, of: string | undefined, casualty = false, money = false): Count => ({
    from,
    to,
    casualty,
    money,
    quantity: {
      text: textOf(view, from, to, from === at ? letters : 0),
      ...(number.value !== undefined && { value: number.value }),
      ...(of !== undefined && { of }),
    },
  })
  const hundred = percentEnd(view, number.to)
  if (hundred !== undefined) return make(hundred, '%')
  if (CURRENCY_SIGNS.has(tokens[number.to]?.text ?? ''))
    return make(number.to + 1, tokens[number.to]!.text, false, true)

  const next = number.to < view.to ? tokens[number.to] : undefined
  if (next && (OTHERS.has(next.key) || PARTITIVE.has(next.key)))
    return make(number.to + 1, next.text, isCasualtyBefore(view, from))
  // «عشرة من الجنود», «عشرات القطع من الأسلحة»: what is counted may stand behind «من», or be told more closely behind it.
  const behind = next?.key === 'من' && number.to + 1 < view.to ? number.to + 1 : number.to
  const noun = behind < view.to ? tokens[behind] : undefined
  if (noun === undefined || noun.kind === 'mark' || noun.kind === 'number' || isFunctionWord(noun))
    return isBareNumber(view, from, number) ? make(number.to, undefined) : undefined
  if (isUnitOfTime(noun)) return undefined
  const closer =
    behind === number.to &&
    tokens[behind + 1]?.key === 'من' &&
    behind + 2 < view.to &&
    /^ال/.test(tokens[behind + 2]!.key)
  const end = closer ? behind + 3 : endOfNoun(view, behind, behind > number.to, isFew(number))
  return make(end, noun.text, isCasualty(noun) || isBefallen(view, from), isMoney(noun))
}

/** What is said to have lasted so long, or a sentence of so long: behind these a length of time is an amount, not when something was. */
const LASTS = keys(
  'لمدة مدة مدتها مدته أمدها أمده استمر استمرت يستمر تستمر دام دامت يدوم تدوم يمتد تمتد امتد امتدت استغرق استغرقت لفترة فترة بالسجن السجن سجنا بالحبس الحبس بعقوبة عقوبة بالأشغال',
)
const SENTENCES = keys('سجنا حبسا نافذا')
/** Behind these it says when. */
const WHEN = keys('قبل بعد منذ خلال غضون مدى بعيد قبيل حتى أثناء طوال طيلة كل بعمر عمره عمرها سن')

/** «احتجازه تسع ساعات», «بالسجن خمسة أعوام», «لمدة 5 سنوات»: a length of time that is an amount. */
function durationAt(view: SentenceView, at: number): Count | undefined {
  const { tokens } = view.document
  const number = numberAt(tokens, at, true)
  const unit = number?.value === undefined ? undefined : tokens[number.to]
  if (number === undefined || unit === undefined || number.to >= view.to || !isUnitOfTime(unit)) return undefined
  const from = roughFrom(view, at)
  const before = from > view.from ? tokens[from - 1]! : undefined
  if (before === undefined ? !isSentence(tokens[number.to + 1]) : WHEN.has(before.key)) return undefined
  const lasts =
    from < at ||
    isSentence(tokens[number.to + 1]) ||
    (before !== undefined && (LASTS.has(before.key) || isOwnedNoun(before)))
  if (!lasts) return undefined
  const text = textOf(view, from, number.to + 1, from === at ? (lettersBeforeNumber(tokens[at]!) ?? 0) : 0)
  return {
    from,
    to: number.to + 1,
    casualty: false,
    money: false,
    quantity: { text, value: number.value!, of: unit.text },
  }
}

const isSentence = (token: Token | undefined): boolean => token !== undefined && SENTENCES.has(token.key)
/** «احتجازه»: an act with its owner's pronoun. */
const isOwnedNoun = perWord(
  ({ kind, key, text }) =>
    kind === 'word' && /.{4}(?:ه|ها|هم|هما)$/.test(key) && !text.endsWith('ة') && !/^ال/.test(key),
)

/** «جنديين», «طائرتان»: two, told by the ending alone. */
function dualAt(view: SentenceView, at: number): Count | undefined {
  const token = view.document.tokens[at]!
  const letters = dualBehindClitics(token)
  if (letters === undefined) return undefined
  const text = textOf(view, at, at + 1, letters)
  return { from: at, to: at + 1, quantity: { text, value: 2, of: text }, casualty: isCasualty(token), money: false }
}

/** The numbers from three to ten, and «عشرات», stand before a plural. */
const isFew = ({ value }: NumberPhrase): boolean => value === undefined || (value >= 3 && value <= 10)

const CUBIC = keys('مكعب مكعبة مكعبا مربع مربعة مربعا')
const isPlainNoun = perWord((word) => word.kind === 'word' && !isFunctionWord({ word }) && !/^[وفبلك]/.test(word.key))

/**
 * Past the counted noun and what belongs to its name: of what a piece is («60 قطعة سلاح»), which unit («متر مكعب»), whose a plural in
 * construct is («ستة سائقي شاحنات», «سبعة من عناصر الدرك»), both genders («أستاذة وأستاذ»).
 */
function endOfNoun(view: SentenceView, at: number, partitive: boolean, few: boolean): number {
  const { tokens } = view.document
  const noun = tokens[at]!
  const next = at + 1 < view.to ? tokens[at + 1] : undefined
  if (next === undefined || view.isTime(at + 1)) return at + 1
  if (isMeasure(noun)) {
    const of = CUBIC.has(next.key) || (!/^ال|ا$/.test(next.key) && isPlainNoun(next) && !isFiniteVerb(next))
    return of ? at + 2 : at + 1
  }
  const definite = /^ال.{3}/.test(next.key) || isNamed(view, at + 1)
  // Right behind its number a noun is indefinite, and so is what completes it.
  const construct =
    !/^ال/.test(noun.key) &&
    !isFiniteVerb(next) &&
    ((partitive && definite) ||
      ((partitive || few) && /.{3}ي$/.test(noun.key) && isPlainNoun(next) && (partitive || !definite)))
  if (construct) return at + 2
  const both = /^و(.{3,})$/.exec(next.key)?.[1]
  return both !== undefined && (noun.key === `${both}ه` || both === `${noun.key}ه`) ? at + 2 : at + 1
}

function isNamed(view: SentenceView, at: number): boolean {
  const name = view.startsAt.get(at)
  return name !== undefined && name.via !== 'nisba' && name.conjunction === '' && name.preposition === ''
}

const BEFALLS = keys('مقتل إصابة بإصابة بمقتل جرح بجروح وفاة مصرع استشهاد')
/** «إصابة ثلاثة عسكريين»: of the dead or hurt, whoever they are. */
const isBefallen = (view: SentenceView, from: number): boolean =>
  from > view.from && BEFALLS.has(view.document.tokens[from - 1]!.key)

/** «بين 10 و15», «10 إلى 15», «10-15»: two numbers that bound one count; `from` includes «بين», `value` is the lower. */
function rangeAt(view: SentenceView, at: number): NumberPhrase | undefined {
  const { tokens } = view.document
  const first = tokens[at]!
  const before = at > view.from ? tokens[at - 1]!.key : ''
  if (before === 'بين') {
    for (let and = at + 1; and < Math.min(at + 7, view.to); and++) {
      if (!tokens[and]!.key.startsWith('و')) continue
      const low = numberAt(tokens.slice(at, and), 0)
      const high = tokens[and]!.key === 'و' ? numberAt(tokens, and + 1) : numberAt(tokens, and, true)
      if (low?.value === undefined || low.to < and - at || high?.value === undefined || high.value <= low.value)
        continue
      return { from: at - 1, to: high.to, value: low.value }
    }
    return undefined
  }
  if (first.kind !== 'number') return undefined
  const joint = tokens[at + 1]
  if (joint === undefined || !(joint.key === 'الي' || /^[-–—]$/.test(joint.text)) || at + 2 >= view.to) return undefined
  const low = numberAt(tokens, at)
  const high = tokens[at + 2]!.kind === 'number' ? numberAt(tokens, at + 2) : undefined
  if (low?.value === undefined || high?.value === undefined || high.value <= low.value) return undefined
  return { from: before === 'من' && joint.key === 'الي' ? at - 1 : at, to: high.to, value: low.value }
}

/** Where a number begins with what makes it rough or a bound. */
function roughFrom(view: SentenceView, at: number): number {
  const { tokens } = view.document
  const key = (index: number) =>
    index >= view.from ? tokens[index]!.key.replace(/^و(?=نحو|حوالي|اكثر|اقل|ازيد|ما$)/, '') : ''
  const last = key(at - 1)
  if (ABOUT.has(last)) return at - 1
  if (ENDS_BOUND.has(last))
    for (const bound of BOUNDS) if (bound.every((word, k) => key(at - 1 - k) === word)) return at - bound.length
  return at
}

const ENDS_BOUND = new Set(BOUNDS.map(([last]) => last!))

function percentEnd(view: SentenceView, at: number): number | undefined {
  const { tokens } = view.document
  const token = tokens[at]
  if (token === undefined || at >= view.to) return undefined
  if (token.text === '%' || token.text === '٪' || /^بالم[يا]?[يءا]?ءه$/.test(token.key)) return at + 1
  return token.key === 'في' && /^الما?ءه$/.test(tokens[at + 1]?.key ?? '') ? at + 2 : undefined
}

function isBareNumber(view: SentenceView, from: number, { value, from: at }: NumberPhrase): boolean {
  if (value === undefined || (value >= 1900 && value <= 2100)) return false
  const before = from > view.from ? view.document.tokens[from - 1]! : undefined
  return from < at || (before !== undefined && BEFORE_BARE.has(before.key.replace(/^[وف](?=.{3})/, '')))
}

/** «قتل اثنان وأصيب خمسة آخرون»: others are counted with what was counted before. */
function isCasualtyBefore(view: SentenceView, from: number): boolean {
  for (let at = from - 1; at >= Math.max(view.from, from - 8); at--)
    if (isCasualty(view.document.tokens[at]!)) return true
  return false
}

const isUnitOfTime = perWord(
  ({ key }) => UNITS.has(key.replace(/^ال/, '')) || /^(?:يوما|شهرا|عاما|ساعه|دقيقه|سنه)$/.test(key),
)

function textOf(view: SentenceView, from: number, to: number, letters: number): string {
  const { tokens, text } = view.document
  const first = tokens[from]!
  return wordsOf(text, { start: first.start + offsetOfLetter(first.text, letters), end: tokens[to - 1]!.end })
}
