/** Amounts of a kind («مدة …», «نسبة …», «قيمة …»): the number that a sentence gives with a unit of that kind. */
import { fold } from '../analysis/text/fold.ts'
import { numberAt } from '../analysis/text/numbers.ts'
import type { Focus } from './focus.ts'
import type { Sentence } from './reading.ts'

export type Measure = 'duration' | 'share' | 'money' | 'age' | 'quantity'

const set = (words: string) => new Set(words.split(' ').map(fold))

const NOUNS = new Map<string, Measure>(
  Object.entries({
    duration: 'مدة',
    share: 'نسبة',
    money: 'قيمة مبلغ ثمن سعر تكلفة كلفة',
    age: 'عمر',
    quantity: 'كمية وزن حجم',
  } as const).flatMap(([measure, nouns]) => nouns.split(' ').map((noun) => [fold(noun), measure as Measure])),
)

const YEARS = 'عام عاما أعوام سنة سنوات سنين'
const UNITS: Record<Measure, ReadonlySet<string>> = {
  duration: set(`${YEARS} يوم يوما أيام أسبوع أسبوعا أسابيع شهر شهرا أشهر شهور ساعة ساعات دقيقة دقائق ليلة ليال`),
  share: set('% بالمئة بالمائة مئة مائة المئة المائة'),
  money: set(
    'دولار دولارا دولارات يورو دينار دينارا دنانير درهم درهما دراهم ريال ريالا ريالات ليرة ليرات جنيه جنيها جنيهات فرنك فرنكا أوقية شيكل روبل يوان ين $ €',
  ),
  age: set(YEARS),
  quantity: set(
    'كيلوغرام كيلوغراما كيلوغرامات كلغ كغ غرام غراما غرامات طن طنا أطنان قنطار قنطارا قناطير برميل برميلا براميل لتر لترا لترات متر مترا أمتار قطعة قطع حبة رأسا رأس',
  ),
}
/** Amounts without a number: the dual, and parts. */
const DUALS: Partial<Record<Measure, ReadonlySet<string>>> = {
  duration: set('يومين يومان أسبوعين أسبوعان شهرين شهران عامين عامان سنتين سنتان ساعتين ساعتان ليلتين'),
  share: set('نصف النصف ربع الربع بالربع ثلث الثلث بالثلث ثلثا ثلثي ثلثين'),
}
/** Words between a number and its unit: «40 مليون دولار», «خمسة ملايين ونصف مليون يورو». */
const REACH = 4

/** Verbs behind «كم» that ask for money: «كم دفعت», «كم كلفت». */
const PAYING = /^(?:[يت]?(?:كلف|دفع|خصص|نفق|تبرع)|انفق|قبض|تسلم)(?:ت|وا)?$/

/** The kind of amount that a word behind «كم» or a noun alone asks for («مدة», «قيمة», «كم دفعت»); undefined for other words. */
export function measureOf(typed: string): Measure | undefined {
  const key = fold(typed).replace(/^ال/, '')
  return NOUNS.get(key) ?? (PAYING.test(key) ? 'money' : undefined)
}

/** Whether a word tells what the amount is of, rather than naming the amount: «كم كلفت المحطة؟». */
export const isDeed = (typed: string) => PAYING.test(fold(typed))

/** The first amount of a kind that a sentence gives, nearest to a place in it. @param at offset of the article */
export function amountIn({ tokens }: Sentence, measure: Measure, at: number): Focus | undefined {
  const units = UNITS[measure]
  let best: Focus | undefined
  const take = (start: number, end: number) => {
    if (best === undefined || Math.abs(start - at) < Math.abs(best.span.start - at))
      best = { span: { start, end }, weight: 1 }
  }
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!
    if (DUALS[measure]?.has(token.key.replace(/^[وفبل](?=.{4})/, ''))) take(token.start, token.end)
    const number = numberAt(tokens, i)
    if (number === undefined) continue
    const behind = tokens.slice(number.to, number.to + REACH)
    const unit = behind.findIndex(({ key, text }) => units.has(key) || units.has(text))
    // «اتفاق مدته خمس سنوات»: what is an age says so.
    const fits = unit >= 0 && !behind.slice(0, unit).some(({ text }) => /[،.؛]/.test(text))
    if (fits) take(tokens[number.from]!.start, behind[unit]!.end)
    i = number.to - 1
  }
  return best
}
