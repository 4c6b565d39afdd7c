/** First names that are nouns and adjectives too, before what only those have: «كمال الأجسام», «حسن الجوار», «نصر المقاومة», «سعيد الحظ» name nobody. */
import { vocabulary } from '../lexicon/vocabulary.ts'
import { nameLists } from '../names/name-lists.ts'
import { fold } from '../text/fold.ts'
import type { Token } from '../text/tokens.ts'
import { perWord } from '../text/word.ts'

/** First names that mean something in a construct. */
const MEANING: ReadonlySet<string> = new Set(
  `أمل فرح نصر سلام وفاء جهاد كمال نور بدر قمر طارق خالد شريف سامي رجاء هدى منى صباح جمال ربيع سعيد حسن كرم فجر شمس عدل فوز نضال كفاح سماح حافظ صالح
  طالب ناصر فضل عمر رفعت حكمت كامل ماهر عادل فاضل هادي ناجي غالب قاسم حازم نادر واثق صادق صفاء ضياء بهاء إحسان إيمان إسلام إكرام ابتسام انتصار اعتدال
  مبارك محمود مسعود مأمون أمين كريم حكيم عظيم جميل نبيل جليل خليل عزيز لطيف رفيق شفيق صديق توفيق تحسين تيسير سيف عماد رائد حامل فارس راية نعمة بركة هبة حياة نجاح فلاح`
    .trim()
    .split(/\s+/)
    .map(fold),
)
const WITH_CLITIC = /^[وفبلك]/
const GOOD: ReadonlySet<string> = new Set(
  'الجوار السلوك النيه النوايا الخلق الطالع الحظ الختام الضيافه السير الظن الاستماع الحال الذكر المقام النفس التمام'.split(
    ' ',
  ),
)
/** Patterns of masdars of the derived forms, and of plurals of things: تفعيل، انفعال، افتعال، استفعال، أفعال. */
const NO_FAMILY = /^ال(?:ت.{2}ي.|ان.{2}ا.|ا.ت.ا.|است.{2}ا.|است.ا.ه|ا.{2}ا.)$/

const hasMeaning = perWord(({ key }) => MEANING.has(key) || (WITH_CLITIC.test(key) && MEANING.has(key.slice(1))))

/** What is of something: a masdar, a plural of things, a noun in ta marbuta that no list of family names has. */
const isMatter = perWord(({ key, text }) => {
  if (!key.startsWith('ال') || key.length < 4) return false
  if (GOOD.has(key) || NO_FAMILY.test(key)) return true
  const { parts } = nameLists()
  const bare = key.slice(2)
  return text.endsWith('ة') && !parts.has(key) && !parts.has(bare) && !vocabulary().titles.has(bare)
})

/** Whether a first name and the word behind it tell of a quality or an act, not of somebody. */
export function isQuality(first: Token, second: Token | undefined): boolean {
  return second !== undefined && hasMeaning(first) && isMatter(second)
}
