/** Verbal nouns, known or by their pattern: what is said may be told by one («أعلنت وفاة …», «أكد استعداده لـ…»). */
import { names } from '../lexicon/names.ts'
import { vocabulary } from '../lexicon/vocabulary.ts'
import { withoutPronoun } from '../text/clitics.ts'
import { fold } from '../text/fold.ts'
import { perWord } from '../text/word.ts'

/** Of form I, whose patterns other nouns share, and nouns used like them. */
const PLAIN = new Set(
  'وفاة مقتل مصرع وجود بدء عزم نية رغبة رفض قبول علم معرفة ضلوع حصول دخول خروج عودة قدرة صحة صلة علاقة مسؤولية فتح غلق إغلاق حق فشل نجاح سقوط نزوح وصول قرب حدوث وقوع بقاء مغادرة زيادة رفع خفض نقل منح دفع بيع شراء فرض نشر نزع قطع سحب حل حجز منع طرد قتل خطف أسر هبوط صعود نصب زرع نهب سلب ضخ ردم حفر هدم شن حبس سجن صلب خرق كسر ربط عزل فصل ضم شل فك سد صد بث هد لم حزن قلق اسف غضب ارتياح استياء تلقي تبني تخلي تعدي عقد حرص'
    .split(' ')
    .map(fold),
)
/** Forms II to X; of form IV only what is written with its hamza below («إعلان», not «أعمال»). */
const DERIVED = /^(?:ت..ي.|ت.ا..|ت[^ا][^اوي][^اوي]|م.ا..ه|ا.ت.ا.|ان..ا.|است..ا.|است.{2}ه|است.ا.ه|ا.ت.ا)$/
const FOURTH = /^[وف]?إ(?:..ا.|.ا.[ةت].*)$/

function isDerived(stem: string, text: string): boolean {
  if (PLAIN.has(stem)) return true
  const { events, groups, titles } = vocabulary()
  if (events.get(stem)?.some((form) => form.kind === 'masdar')) return true
  if (groups.has(stem) || titles.has(stem) || names().byFirstWord.has(stem)) return false
  return DERIVED.test(stem) || FOURTH.test(text)
}

/** Of roots that begin with lam: no article. */
const OWN_LAM = /^[وف]?الت(?:زام|قاء|حاق|هاب|باس|فات|ماس|واء|هام|فاف|ءام)(?:ه|ها|هم|هما)?$/

/** Whether a word is an indefinite verbal noun, one with its owner's pronoun («عزمها») included. */
export const isMasdar = perWord(({ kind, key, text }): boolean => {
  if (kind !== 'word' || (/^[وف]?(?:ال|لل|بال)/.test(key) && !OWN_LAM.test(key))) return false
  return isDerived(key, text) || isOwned(key, text)
})

/** Whether a word is a verbal noun with its owner's pronoun: «علمه», «مشاركتها». */
export const isOwnedMasdar = perWord(({ kind, key, text }) => kind === 'word' && isOwned(key, text))

function isOwned(key: string, text: string): boolean {
  const stem = text.endsWith('ة') ? undefined : withoutPronoun(key)
  return stem !== undefined && (isDerived(stem, text) || isDerived(stem.replace(/ت$/, 'ه'), text))
}
