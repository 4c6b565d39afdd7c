import type { Analysis, Event, Quantity } from '../analysis/analysis.ts'
import { fold } from '../analysis/text/fold.ts'

/** What is counted in people: the dead, the hurt, those held, missing or driven from home. */
export type TollKind = 'dead' | 'hurt' | 'held' | 'missing' | 'displaced'

/** A count of people in an article. */
export interface Toll {
  kind: TollKind
  value: number
  /** As written: «14 قتيلا». */
  text: string
  /** Index into the article's sentences. */
  sentence: number
}

const words = (list: string) => new RegExp(`^(?:ال|و|ف|ب|ل)*(?:${list.split(' ').map(fold).join('|')})`)
/** By the word that is counted or, where that says only «شخصا», by the word of the event. */
const KINDS: readonly [TollKind, RegExp][] = [
  ['dead', words('قتيل قتلى مقتل قتل يقتل ضحي ضحايا وفا توف مصرع لقي اودى اودت حتف جثث جثة اسفر')],
  ['hurt', words('جريح جرحى جرح اصاب إصابة مصاب يصاب')],
  ['missing', words('مفقود فقد فقدان')],
  ['displaced', words('نازح نزح نزوح مهجر هجر لاجئ لاجئين تشرد اجل إجلاء')],
  ['held', words('معتقل اعتقل اعتقال موقوف اوقف توقيف محتجز احتجز محتجزين رهينة رهائن اسير اسرى سجن')],
]
const PEOPLE = words(
  'شخص اشخاص مدني مواطن جندي جنود عسكري عنصر عناصر طفل اطفال امراة نساء مهاجم مسلح شرطي رجل رجال عامل عمال',
)

/** The counts of people that an article tells of something that happened, each kind's first telling. */
export function tollsOf({ article, events }: Analysis): Toll[] {
  const found = new Map<string, Toll>()
  for (const event of events) {
    if (event.status !== 'happened') continue
    for (const quantity of event.quantities ?? []) {
      const kind = kindOf(quantity, article.text.slice(event.trigger.start, event.trigger.end))
      const toll = kind && tollOf(kind, quantity, event)
      if (toll && !found.has(`${toll.kind}/${toll.value}`)) found.set(`${toll.kind}/${toll.value}`, toll)
    }
  }
  return [...found.values()]
}

function tollOf(kind: TollKind, { value, text }: Quantity, { sentence }: Event): Toll | undefined {
  return value === undefined ? undefined : { kind, value, text, sentence }
}

function kindOf({ of }: Quantity, trigger: string): TollKind | undefined {
  const counted = fold(of ?? '')
  const named = KINDS.find(([, pattern]) => pattern.test(counted))?.[0]
  if (named || (counted !== '' && !PEOPLE.test(counted))) return named
  return trigger
    .split(/\s+/)
    .map((word) => KINDS.find(([, pattern]) => pattern.test(fold(word)))?.[0])
    .find(Boolean)
}
