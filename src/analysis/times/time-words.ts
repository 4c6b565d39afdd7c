/** The closed classes of which expressions of time are made. All folded. */
import { fold } from '../text/fold.ts'

const keys = (words: string) => new Set(words.trim().split(/\s+/).map(fold))
const table = <Value>(rows: readonly (readonly [string, Value])[]): ReadonlyMap<string, Value> =>
  new Map(
    rows.flatMap(([words, value]) =>
      words
        .trim()
        .split(/\s+/)
        .map((word) => [fold(word), value] as const),
    ),
  )

const PAST =
  keys(`الماضي الماضية الماضيين الماضيان الماضيتين الماضيتان الفارط الفارطة الفارطين المنصرم المنصرمة المنصرمين السابق السابقة السابقين الفائت الفائتة
  المنقضي المنقضية الأخير الأخيرة الأخيرين المنفرط`)
const NEXT = keys(
  `المقبل المقبلة المقبلين المقبلان المقبلتين المقبلتان القادم القادمة القادمين القادمتين الآتي الآتية الآتيين الداخل`,
)
const PRESENT = keys('الجاري الجارية الحالي الحالية الراهن الراهنة')
/** «الأخير» says nothing of a weekday or a month alone. */
const VAGUELY_PAST = keys('الأخير الأخيرة الأخيرين')

/** −1 for «الماضي», 1 for «المقبل», 0 for «الجاري»; undefined for any other word. */
export function shiftOf(key: string): -1 | 0 | 1 | undefined {
  return PAST.has(key) ? -1 : NEXT.has(key) ? 1 : PRESENT.has(key) ? 0 : undefined
}

/** As `shiftOf`, for single days and months: «الأخير» is none of them. */
export function exactShiftOf(key: string): -1 | 0 | 1 | undefined {
  return VAGUELY_PAST.has(key) ? undefined : shiftOf(key)
}

/** Units: one, of which a dual is told by `isDual`. TIMEX3 letters; DE a decade, CE a century. */
export const UNITS = table([
  ['ثانية ثوان ثواني ثانيتين ثانيتان', 'TS'],
  ['دقيقة دقائق دقيقتين دقيقتان', 'TM'],
  ['ساعة ساعات ساعتين ساعتان', 'TH'],
  ['يوم أيام أياما يومين يومان يوما', 'D'],
  ['أسبوع أسابيع أسبوعين أسبوعان أسبوعا', 'W'],
  ['شهر أشهر شهور شهورا شهرين شهران شهرا', 'M'],
  ['سنة سنوات عام أعوام سنتين عامين سنتان عامان عاما سنين أعواما', 'Y'],
  ['عقد عقود عقودا عقدين عقدان عقدا', 'DE'],
  ['قرن قرون قرونا قرنين قرنان قرنا', 'CE'],
])
const DUALS =
  keys(`ثانيتين ثانيتان دقيقتين دقيقتان ساعتين ساعتان يومين يومان أسبوعين أسبوعان شهرين شهران سنتين سنتان عامين عامان عقدين عقدان
  قرنين قرنان`)
const PLURALS = keys(
  'ثوان ثواني دقائق ساعات أيام أياما أسابيع أشهر شهور شهورا سنوات أعوام أعواما سنين عقود عقودا قرون قرونا',
)
/** Spelled like «contract», «held», «general»: without a number they are units only behind a word that wants one. */
export const DOUBTFUL_UNITS = keys('عقد عقود عقدين عقدان عقدا عام قرن قرنا يوم يوما')

export const isDual = (key: string): boolean => DUALS.has(key)
export const isPlural = (key: string): boolean => PLURALS.has(key)

/** Parts of the day as TIMEX3 writes them; dawn counts as early morning. */
export const PARTS = table([
  ['صباح صباحا الصباح صبيحة فجر فجرا الفجر ضحى', 'TMO'],
  ['ظهر ظهرا الظهر ظهيرة الظهيرة', 'TMI'],
  ['عصر عصرا العصر', 'TAF'],
  ['مساء المساء أمسية عشية سهرة', 'TEV'],
  ['ليل ليلة ليلا الليل الليلة', 'TNI'],
])
/** As adverbs they are expressions by themselves: «وغادر مساء». */
export const BARE_PARTS = keys('صباحا مساء ليلا ظهرا فجرا عصرا')

/** «أمس», «غدا»: days counted from today. */
export const ADVERBS = table([
  ['أمس البارحة الأمس', -1],
  ['اليوم', 0],
  ['غدا غد الغد', 1],
])

/** «مطلع يناير», «أواخر الشهر»: part of what follows. */
export const BOUNDARIES = keys(
  'مطلع بداية أوائل مستهل نهاية أواخر آخر منتصف أواسط غضون مشارف خواتيم ختام وسط بحلول حلول أوج منتصفه',
)
/** Words behind which stands when something was: they make a month, year or unit of a doubtful word. */
export const WHEN_PREPOSITIONS = keys(
  'في منذ خلال حتى قبل بعد منتصف نهاية بداية مطلع أواخر أوائل مستهل بحلول شهر إلى من طوال طيلة غضون منتصف يوم لغاية بين',
)
/** Words that want a length behind them. */
export const LENGTH_LEADS = keys(
  'لمدة مدة مدى مدار طيلة طوال خلال غضون ظرف منذ قبل بعد مضي مرور فترة لفترة أثناء مدار زهاء نحو حوالي قرابة عمره',
)

/** Verbs whose object or subject is how long: «استمر ساعات», «لم تمض أيام». */
export const LASTED = keys(
  `تمض يمض تمضي مضت مضى استمر استمرت يستمر تستمر دام دامت يدوم تدوم استغرق استغرقت يستغرق تستغرق أمضى أمضت امتد امتدت`,
)

export const DEMONSTRATIVE_NEAR = keys('هذا هذه')
export const DEMONSTRATIVE_FAR = keys('ذلك تلك ذاك')
export const SAME = keys('نفس ذات')
export const SAME_BEHIND = keys('نفسه نفسها ذاته ذاتها عينه المذكور المذكورة')

/** Ordinals of days, hours, centuries, quarters, without what joins them to tens. */
const ORDINALS = table([
  ['الأول الأولى الواحدة أول', 1],
  ['الثاني الثانية', 2],
  ['الثالث الثالثة', 3],
  ['الرابع الرابعة', 4],
  ['الخامس الخامسة', 5],
  ['السادس السادسة', 6],
  ['السابع السابعة', 7],
  ['الثامن الثامنة', 8],
  ['التاسع التاسعة', 9],
  ['العاشر العاشرة', 10],
  ['الحادي الحادية', 11],
  ['العشرين العشرون', 20],
  ['الثلاثين الثلاثون', 30],
])

/** The ordinal that begins at a key: «الثاني», «الثاني عشر», «الحادي والعشرين»; how many words it takes. */
export function ordinalOf(first: string, second: string): { value: number; words: number } | undefined {
  const unit = ORDINALS.get(first)
  if (unit === undefined) return undefined
  if (unit > 11) return { value: unit, words: 1 }
  const ones = unit === 11 ? 1 : unit
  if (second === 'عشر' || second === 'عشره') return unit === 10 ? undefined : { value: 10 + ones, words: 2 }
  const tens = second.startsWith('و') ? ORDINALS.get(second.slice(1)) : undefined
  if (tens !== undefined && tens >= 20 && unit !== 10) return { value: tens + ones, words: 2 }
  return unit === 11 ? undefined : { value: unit, words: 1 }
}

/** First words of ordinals. */
export const ORDINAL_HEADS: ReadonlySet<string> = new Set(ORDINALS.keys())

/** Words behind which a date names something that is called after it: «ثورة 25 يناير», «قوى 14 آذار», «شارع 9 أبريل». */
export const NAMED_BY_DATE = keys(
  'قوى فريق تحالف حركة ثورة تيار شارع ميدان حي جامعة ملعب جسر كتيبة لواء مؤسسة انتفاضة نهج ساحة مدرسة ثانوية معسكر قاعدة مستشفى',
)
