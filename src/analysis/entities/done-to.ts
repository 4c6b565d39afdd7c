/** Single people without name or article, who count only where something is done to them or by them: «مقتل مدني», «أصيب شرطي وطفل», «بينهم امرأة». */
import { vocabulary } from '../lexicon/vocabulary.ts'
import { type Document, isFunctionWord } from '../text/document.ts'
import { perWord } from '../text/word.ts'
import { type GroupHead, mayCallPeople } from './group-heads.ts'
import { adjoins, isDefinite, looksAdjectival } from './name-words.ts'

/** What is done to people, as a noun that whoever suffers it follows. */
const SUFFERED =
  /^[وف]?[بل]?(?:مقتل|قتل|اصابه|جرح|استشهاد|مصرع|وفاه|اغتيال|اعدام|اعتقال|توقيف|احتجاز|خطف|اختطاف|اسر|حبس|سجن|طعن|دهس|محاكمه|استدعاء|انقاذ)$/
/** Before «على», «عن». */
const AGAINST_SOMEBODY = /^[وف]?(?:[بل]?|[بك]?ال|لل)(?:قبض|افراج|حكم|اعتداء|ادعاء)$/
/** Verbs that do something to people and tell other things besides: «أوقف», «جرح». */
const WITH_OBJECT = /^[وف]?(?:س?[يت])?(?:ا?وقف|جرح|سجن|حبس|اسر|طعن|اصاب)(?:ت|وا)?$/
const AMONG = /^[وف]?(?:بينهم|بينهن|منهم|منهن|بينهما|احدهم|احدهما|احداهما|احداهن)$/
const AGAINST = /^(?:علي|عن|بحق|ضد)$/
const TYPES: ReadonlySet<string> = new Set(['ASSAULT', 'COERCE', 'ACCUSE', 'RETREAT'])
/** «هُزم عسكريا»: of the adjectives in -i only these are hardly ever adverbs. */
const OBJECT_IN_YA = /(?:شرطي|جندي|مدني|دركي|صحافي|صحفي|قيادي)ا$/
/** Tokens between a verb and its object. */
const FARTHEST = 4

/** What a word says of people beside it, as bits. */
const VERB = 1
const NOUN = 2
const AMONG_THEM = 4
const PREPOSITION = 8
const AGAINST_NOUN = 16
const ANY = VERB | NOUN | AMONG_THEM | PREPOSITION
const saysOfPeople = perWord((word): number => {
  if (word.kind !== 'word') return 0
  const { key } = word
  if (AMONG.test(key)) return AMONG_THEM
  if (AGAINST.test(key)) return isFunctionWord({ word }) || key === 'بحق' ? PREPOSITION : 0
  if (AGAINST_SOMEBODY.test(key)) return AGAINST_NOUN
  return (SUFFERED.test(key) ? NOUN : 0) | (isVerb(key) || WITH_OBJECT.test(key) ? VERB : 0)
})

function isVerb(key: string): boolean {
  const { events } = vocabulary()
  const forms = events.get(key) ?? (/^[وف]/.test(key) ? events.get(key.slice(1)) : undefined)
  return forms?.some(({ entry, kind }) => kind === 'verb' && TYPES.has(entry.type) && !entry.weak) ?? false
}

/**
 * Whether an event of people is told of the single one without article that stands at a token: «قُتل شرطي», «مقتل مدني», «بينهم طفل», «القبض على شاب»,
 * «أوقف الدرك مهربا», «امرأتان وطفل».
 */
export function isDoneTo(document: Document, at: number, { reading, isAccusative }: GroupHead): boolean {
  const { tokens } = document
  if (reading.preposition !== '' || !adjoins(document, at - 1)) return false
  const previous = tokens[at - 1]!
  if (reading.conjunction !== '')
    return reading.conjunction === 'و' && endsPeople(document, at - 1) && toldBefore(document, at - 1, ANY)
  const before = saysOfPeople(previous)
  // «وُلد بينهم يتيما»: so he is in the accusative.
  if ((before & AMONG_THEM) !== 0) return !isAccusative
  if ((before & (VERB | NOUN)) !== 0) return true
  if ((before & PREPOSITION) !== 0) return toldBefore(document, at - 1, VERB | AGAINST_NOUN)
  return isAccusative && mayBeObject(tokens[at]!) && !endsInTanwin(previous) && toldBefore(document, at, VERB)
}

const isIndefinitePeople = perWord((word) => mayCallPeople(word) && !isDefinite({ word }))
/** «امرأتان», «قيادي ميداني» */
function endsPeople(document: Document, at: number): boolean {
  const { tokens } = document
  if (isIndefinitePeople(tokens[at]!)) return true
  return adjoins(document, at - 1) && isIndefinitePeople(tokens[at - 1]!) && looksAdjectival(tokens[at]!.key)
}

const mayBeObject = perWord(({ key }) => !key.endsWith('يا') || OBJECT_IN_YA.test(key))
const endsInTanwin = perWord((word) => /[^اى]ا$/.test(word.text) && !isDefinite({ word }))

/** Whether something is done to people of whom a number that begins at a token tells: «وجُرح أكثر من سبعين», «وإصابة 14». */
export const isSaidToSuffer = (document: Document, at: number): boolean => toldBefore(document, at, VERB | NOUN)

/** Whether a word that says something of people stands shortly before a token, in its clause. */
function toldBefore({ tokens, opens }: Document, at: number, bits: number): boolean {
  for (let k = at - 1; k >= 0 && at - k <= FARTHEST && opens[k + 1] === 0; k--) {
    const token = tokens[k]!
    if (token.kind === 'mark') return false
    if ((saysOfPeople(token) & bits) !== 0) return true
  }
  return false
}
