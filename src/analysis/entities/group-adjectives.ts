/** Which adjectives go with a head that calls people: «المتمردون القرية», «قتل مسلح شرطيا بسكين» have a verb before them, and two nouns. */
import { isFiniteVerb } from '../lexicon/finite.ts'
import { names } from '../lexicon/names.ts'
import { vocabulary } from '../lexicon/vocabulary.ts'
import { isFunctionWord } from '../text/document.ts'
import { mayBeginNumber } from '../text/numbers.ts'
import { perWord, type Word } from '../text/word.ts'
import { isMatter } from './body-ends.ts'
import { accusativeless } from './group-names.ts'
import { hasPlainArticle, isOfficeAdjective, looksAdjectival } from './name-words.ts'

/** One bit for each kind of head: whether definite, in which number, and in what ending. */
const DEFINITE_IN_NUN = 1
const DEFINITE_PLURAL = 2
const DEFINITE_FEMININE = 4
const DEFINITE_MASCULINE = 8
const PLURAL_IN_UN = 16
const PLURAL_IN_IN = 32
const PLURAL = 64
const SINGLE = 128
const SINGLE_IN_NUN = 256
const ACCUSATIVE = 512

/** The kind of a head, as a bit. */
export function kindOfHead(stem: string, plural: boolean, definite: boolean): number {
  const inNun = /(?:ون|ين)$/.test(stem)
  if (definite) {
    if (plural) return inNun ? DEFINITE_IN_NUN : DEFINITE_PLURAL
    return stem.endsWith('ه') ? DEFINITE_FEMININE : DEFINITE_MASCULINE
  }
  if (plural) return inNun ? (stem.endsWith('ون') ? PLURAL_IN_UN : PLURAL_IN_IN) : PLURAL
  return accusativeless(stem) !== stem ? ACCUSATIVE : inNun ? SINGLE_IN_NUN : SINGLE
}

/** The kinds of heads, as bits, that a word can be the adjective of. */
export const kindsDescribed = perWord((word): number => {
  if (isFunctionWord({ word })) return 0
  return hasPlainArticle({ word }) ? definiteKinds(word) : isIndefiniteAdjective(word) ? indefiniteKinds(word) : 0
})

/** Broken plurals of adjectives of people. */
const BROKEN = /^(?:ا..ا.|عرب|جدد|قدامي|كبار|صغار|افغان)$/

const IN_TWO = /^(?:طرف|جانب|بلد|دولت|حكومت|رءيس|وزير|فريق|جيش)ين$/

/** Men in the sound plural have adjectives in it; other plurals such, or feminine ones; a single one an adjective by its ending. */
function definiteKinds(word: Word): number {
  const stem = word.key.slice(2)
  const { events, groups } = vocabulary()
  // «دعا التلاميذ الطرفين»: two of whom the text speaks.
  if (groups.has(stem) || IN_TWO.test(stem) || isMatter(stem)) return 0
  const nisba = names().nisba.get(stem)
  const ofOffice = isOfficeAdjective({ word })
  const inNun = /(?:ون|ين)$/.test(stem)
  const inHa = stem.endsWith('ه') && !events.has(stem)
  let kinds = 0
  if (inNun || nisba?.number === 'plural' || BROKEN.test(stem) || ofOffice) kinds |= DEFINITE_IN_NUN
  if (inNun || stem.endsWith('يه') || nisba !== undefined || inHa) kinds |= DEFINITE_PLURAL
  if (nisba !== undefined || ofOffice || inHa) kinds |= DEFINITE_FEMININE
  if (nisba !== undefined || ofOffice || stem.endsWith('ي')) kinds |= DEFINITE_MASCULINE
  return kinds
}

/** What looks like an adjective goes with an indefinite head of its form: «قتل مسلح شرطيا بسكين» has three nouns, «وفدا أمنيا» one. */
function indefiniteKinds({ key, text }: Word): number {
  const { groups, titles, events } = vocabulary()
  const behind = accusativeless(key.slice(1))
  if (/^[بل]/.test(key) && !names().nisba.has(key)) return 0
  // «اختطف مسلحون والي وهران»: an office is nobody's adjective.
  if (titles.get(key)?.entry.kind === 'office') return 0
  if (/^[وبل]/.test(key) && (groups.has(behind) || titles.has(behind) || events.has(behind))) return 0
  // «استهدف مسلحون دورية»: what ends in nun is described in its own form.
  const inTaMarbuta = text.endsWith('ة')
  let kinds = PLURAL
  // «قتل مسلحون شرطيا»: nor has a sound plural an adjective in the singular accusative.
  if (!inTaMarbuta && !/[^ا]ا$/.test(key)) {
    kinds |= PLURAL_IN_IN
    if (!key.endsWith('ين')) kinds |= PLURAL_IN_UN
  }
  if (/(?:ين|ون|ات)$/.test(key)) return kinds
  kinds |= ACCUSATIVE
  if (accusativeless(key) === key) kinds |= inTaMarbuta ? SINGLE : SINGLE | SINGLE_IN_NUN
  return kinds
}

/** «تابعون للجماعة», «موالون لها»: opens a phrase of its own. */
const PASSING: ReadonlySet<string> = new Set(
  'تابعون تابعين تابعه محسوبون محسوبين محسوبه مسجله مملوكه متي اخري واخري متهمون متهمين مشتبها مشتبه قادمين قادمون عاءدين عاءدون متوجهين يحملون'.split(
    ' ',
  ),
)

function isIndefiniteAdjective(word: Word): boolean {
  const { key } = word
  return (
    !key.startsWith('ال') &&
    !PASSING.has(key) &&
    !mayBeginNumber({ word }) &&
    !isFiniteVerb({ word }) &&
    // «دول آسيا الوسطى»
    !(key.endsWith('يا') && names().byFirstWord.has(key) && !names().nisba.has(key.slice(0, -1))) &&
    vocabulary().groups.get(key)?.entry.kind !== 'body' &&
    (names().nisba.has(key) ||
      names().nisba.has(accusativeless(key)) ||
      (looksAdjectival(accusativeless(key)) && !vocabulary().events.has(key)))
  )
}
