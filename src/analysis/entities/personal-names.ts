/** Persons by name alone, known to the lexicon or not: where a name begins, and how far it goes. */

import { isFiniteVerb } from '../lexicon/finite.ts'
import { names } from '../lexicon/names.ts'
import { vocabulary } from '../lexicon/vocabulary.ts'
import { withoutPronoun } from '../text/clitics.ts'
import { type Document, isFunctionWord, nounReadings, startAfterClitics } from '../text/document.ts'
import type { Token } from '../text/tokens.ts'
import { perWord, type Word } from '../text/word.ts'
import { exactShiftOf } from '../times/time-words.ts'
import { knownNameAt } from './known.ts'
import { type Mention, newMention } from './mention.ts'
import {
  adjoins,
  hasPlainArticle,
  isCounterpart,
  isDefinite,
  isFirstName,
  isNameLink,
  isOfficeAdjective,
  isOrdinary,
  isOrdinaryBehindClitic,
  isVerbKey,
  isWeekday,
} from './name-words.ts'
import { calledByName } from './phrase-keys.ts'
import { isQuality } from './qualities.ts'

/** Of the words that link the parts of a name these may begin one: «أبو مازن», «ابن كيران», «عبد الله». */
const OPENING_LINKS: ReadonlySet<string> = new Set(['ابو', 'ابي', 'ابا', 'ابن', 'بن', 'ولد', 'عبد'])
/** «فلان بحضور فلان»: who else was there. */
const COMPANY = /^(?:بحضور|بمشاركه|برفقه|بصحبه|برءاسه|بمعيه|برعايه)$/
/** Behind an office these open an adverbial («… في بيروت مطلع الأسبوع»). */
const ADVERBIAL: ReadonlySet<string> = new Set(
  'مطلع بدايه نهايه منتصف اواءل اواخر ختام غضون ظل صباح مساء عصر ليله يومي جانبي احدي'.split(' '),
)
/** Patterns of masdars of the derived forms: انفعال، افتعال، استفعال، تفعيل. */
const MASDAR = /^[لب]?(?:ان.{2}ا.|ا.ت.ا.|است.{2}ا.|ت.{2}ي.|است.ا.ه|ا.ا.ه)$/
/** «وأكد الشيخ أحمد حرص بلاده»: short masdars that no event has. */
const CARING: ReadonlySet<string> = new Set(['حرص', 'عزم', 'ثقه', 'رغبه', 'نيه', 'تمسك', 'حاجه', 'اهميه', 'ضروره'])
/** Names of more parts than this are two names or no name. */
const LONGEST_NAME = 5

const PLAIN = { conjunction: '', preposition: '', cliticLetters: 0 } as const

/** The reading by which a word is a first name with something joined to it. */
const firstNameBehindClitics = perWord((word) =>
  isOrdinary({ word })
    ? undefined
    : nounReadings({ word }).find((r) => r.cliticLetters > 0 && !r.article && r.stem !== 'علي' && isFirstName(r.stem)),
)

/** The person whose name, with no office before it, begins at a token, or undefined. */
export function byName(document: Document, at: number): Mention | undefined {
  const token = document.tokens[at]!
  if (token.kind !== 'word') return undefined
  const plain = nameEnd(document, at, false)
  const from = plain !== undefined ? PLAIN : firstNameBehindClitics(token)
  if (from === undefined) return undefined
  const to = plain ?? nameEndAfter(document, at)
  if (to === undefined) return undefined
  // «بريا وشيكا»: what could be a name only past a clitic needs another part that is surely one.
  // «فاعل وتام» is no «فـ» before «اعل» either.
  const isRare = from.preposition !== '' || from.conjunction === 'ف'
  if (plain === undefined && isRare && !isSurePart(document.tokens[at + 1]!)) return undefined
  // «ابن عم الرئيس»: kin, not a name.
  if (OPENING_LINKS.has(token.key) && isKin(document.tokens[at + 1]!)) return undefined
  const span = { start: startAfterClitics(token, from), end: document.tokens[to - 1]!.end }
  const { key, name } = calledByName(document.text.slice(span.start, span.end))
  const gender = token.key.endsWith('ه') ? 'feminine' : 'masculine'
  return newMention(at, to, span, 'person', 'name', key, name, from, gender, false, undefined)
}

/** Whether a person's name with no office before it may begin with a word. */
export const mayBeginPersonalName = (word: Word): boolean =>
  opensName({ word }) || isFirstNameWithArticle({ word }) || firstNameBehindClitics({ word }) !== undefined

/** Where a person's name that begins at a token ends, or undefined when none begins there. Behind an office an unknown word may begin one. */
export function nameEnd(document: Document, at: number, afterOffice: boolean): number | undefined {
  const token = document.tokens[at]
  if (token === undefined || (token.kind !== 'word' && token.kind !== 'latin')) return undefined
  const opens = opensName(token) || opensBeforeLink(document, at)
  if (isFunctionWord(token) || (!opens && !afterOffice)) return undefined
  // «عن عمر ناهز الثمانين».
  if (token.key === 'عمر' && document.tokens[at - 1]?.key === 'عن') return undefined
  // «علي» is written for the preposition as often as for the name: only a name or an office beside it tells.
  if (token.key === 'علي' && !afterOffice && !isFirstName(document.tokens[at + 1]?.key ?? '')) return undefined
  if (!opens) {
    if (isOrdinary(token) && !isNameBehindRank(document, at)) return undefined
    if (hasPlainArticle(token) || isDefinite(token) || token.key.length < 3) return undefined
    // «رفضها», «لقاءهم»: a word with a pronoun is no name; nor is «لإقفال», «بأعمال».
    if (
      /.(?:ها|هم)$/.test(token.key) ||
      opensWithClitic(token) ||
      MASDAR.test(token.key) ||
      ADVERBIAL.has(token.key) ||
      isOwned(token)
    )
      return undefined
    // An unknown word behind an office begins a name only if a name goes on: «جان كلود».
    const next = document.tokens[at + 1]
    if (next === undefined || !adjoins(document, at) || !goesOn(document, at + 1)) return undefined
    // «الوزير الأول يعتزم القيام بـ…»: a verb and its object.
    if (isFiniteVerb(token) && hasPlainArticle(next) && !isTribal(next)) return undefined
    // «لعب ملك البلاد دورا»: a noun of three letters begins one only before what is surely of a name.
    const short = token.key.length < 4 && !isFirstName(next.key) && !isNameLink(next) && next.key !== 'الدين'
    // Behind a rank there is a name.
    if (short && (isFiniteVerb(token) || !isRank(document.tokens[at - 1]))) return undefined
    if (
      /ه$/.test(token.key) &&
      !isFirstName(next.key) &&
      !isNameLink(next) &&
      !(token.text.endsWith('ة') && hasPlainArticle(next) && isTribal(next))
    )
      return undefined
  }
  const to = nameEndAfter(document, at, afterOffice)
  if (to === undefined) return afterOffice && isFirstName(token.key) && !isOrdinary(token) ? at + 1 : undefined
  return to
}

const ranks = perWord(({ key }) => /^ال(?:لواء|عميد|عقيد|جنرال|مقدم|راءد|نقيب|فريق|مشير)$/.test(key))
const isRank = (token: Token | undefined): boolean => token !== undefined && ranks(token)

/** «الفريق معتصم الحمدي»: a word for one of some people, between a rank and a family name. */
function isNameBehindRank({ tokens }: Document, at: number): boolean {
  const next = tokens[at + 1]
  return isRank(tokens[at - 1]) && isOneOfPeople(tokens[at]!) && next !== undefined && isUnknownWithArticle(next)
}

const isOneOfPeople = perWord(({ key }) => {
  const { events, speech, groups, titles } = vocabulary()
  const group = groups.get(key)
  const isAct = events.get(key)?.some(({ kind }) => !kind.endsWith('-participle')) ?? false
  return group?.plural === false && !isAct && !speech.has(key) && !titles.has(key)
})
const isUnknownWithArticle = perWord((word) => hasPlainArticle({ word }) && !isOrdinary({ word }))

/** «فيه», «منها», «قوله»: a preposition or a word of the vocabulary with a pronoun. */
const isOwned = perWord(({ key, text }) => {
  if (text.endsWith('ة')) return false
  const owned = withoutPronoun(key)
  return (
    /^(?:في|من|عن|علي|الي|لدي|ب|ل|مع|عند|بين|ضد|قبل|بعد)(?:ه|ها|هم|هما|هن|ي|نا|ك)$/.test(key) ||
    (owned !== undefined && !isFirstName(key) && isOrdinaryNoun(owned))
  )
})

function isOrdinaryNoun(key: string): boolean {
  const { events, speech, groups, titles } = vocabulary()
  return events.has(key) || speech.has(key) || groups.has(key) || titles.has(key)
}

/** «لإقفال», «بأعمال», «بدعوة»: a preposition joined to a word that begins with hamza, or that the vocabulary knows. */
const opensWithClitic = perWord(
  (word) => /^[ول]?[لبك][أإآ]/.test(word.text) || (/^[لبك]/.test(word.key) && isOrdinaryBehindClitic({ word })),
)

const isSurePart = perWord((word) => isFirstName(word.key) || hasPlainArticle({ word }) || isNameLink({ word }))

const isKin = perWord(({ key }) => vocabulary().titles.get(key)?.entry.kind === 'family')

/** First names, and the links that may stand before the first of them. */
const opensName = perWord(({ key }) => OPENING_LINKS.has(key) || isFirstName(key))

/** «الحسين ولد مدو»: a first name with the article, which a link shows to be one. */
function opensBeforeLink(document: Document, at: number): boolean {
  if (!isFirstNameWithArticle(document.tokens[at]!)) return false
  const next = document.tokens[at + 1]
  return next !== undefined && /^(?:ولد|بن|بنت)$/.test(next.key) && adjoins(document, at)
}

const isFirstNameWithArticle = perWord((word) => hasPlainArticle({ word }) && isFirstName(word.key.slice(2)))

function nameEndAfter(document: Document, at: number, afterOffice = false): number | undefined {
  const { tokens } = document
  if (isQuality(tokens[at]!, tokens[at + 1]) && adjoins(document, at)) return undefined
  let to = at + 1
  while (to - at < LONGEST_NAME && adjoins(document, to - 1)) {
    const linked = isNameLink(tokens[to - 1]!)
    if (
      !linked &&
      (!goesOn(document, to) ||
        (tooManyUnknown(document, at, to) && !(afterOffice && endsForeignName(document, at, to))))
    )
      break
    // A third part of three letters is a noun of the sentence.
    if (!linked && to - at >= 2 && isShortUnknown(tokens[to]!)) break
    if (linked && (tokens[to]!.kind === 'mark' || isFunctionWord(tokens[to]!))) break
    to++
  }
  while (to > at + 1 && isNameLink(tokens[to - 1]!)) to--
  return to > at + 1 ? to : undefined
}

const isShortUnknown = perWord(
  (word) => word.kind === 'word' && word.key.length <= 3 && !isFirstName(word.key) && !isNameLink({ word }),
)

/** Behind an unknown surname («ليندكفيست») a name does not go on; behind one with the article («العيد») one more word may come. */
function tooManyUnknown(document: Document, from: number, at: number): boolean {
  const unknown = (i: number) =>
    i > from &&
    document.tokens[i]!.kind === 'word' &&
    !isFirstName(document.tokens[i]!.key) &&
    !isNameLink(document.tokens[i]!) &&
    !isNameLink(document.tokens[i - 1]!)
  if (!unknown(at) || !unknown(at - 1)) return false
  if (!hasPlainArticle(document.tokens[at - 1]!)) return true
  // «العلوي المدغري»: a second family name is spelled as the adjective of a place or a tribe.
  return hasPlainArticle(document.tokens[at]!) && !isTribal(document.tokens[at]!)
}

/** «اللواء توت قاي نيوت قال»: a third part of a foreign name behind an office, before the verb, or what else can be no part of it. */
function endsForeignName({ tokens, opens }: Document, from: number, at: number): boolean {
  const [token, next] = [tokens[at]!, tokens[at + 1]]
  if (at - from !== 2 || hasPlainArticle(token) || token.key.length < 4 || isFiniteVerb(token)) return false
  if (MASDAR.test(token.key) || ADVERBIAL.has(token.key) || /^[وف]/.test(token.key) || opensWithClitic(token))
    return false
  return next !== undefined && opens[at + 1] === 0 && next.kind === 'word' && (isFiniteVerb(next) || isThatOrQad(next))
}
const isThatOrQad = perWord(({ key }) => /^(?:ان|قد|بان|الي)$/.test(key))

const isTribal = perWord(({ key }) => /^ال.{3,}ي$/.test(key) && !names().nisba.has(key.slice(2)))

/** Titles that are family names too: «عامر الشيخ», «حنين السيد». */
const TITLES_AS_SURNAMES: ReadonlySet<string> = new Set(
  'الشيخ الحاج السيد القاضي الامام الخطيب الامير الصديق'.split(' '),
)

/** Whether a word can be a further part of a person's name. */
function goesOn(document: Document, at: number): boolean {
  if (TITLES_AS_SURNAMES.has(document.tokens[at]!.key))
    return isFirstName(document.tokens[at - 1]?.key ?? '') && !isFirstName(document.tokens[at + 1]?.key ?? '')
  // «فادي خلف»: spelled like «behind», with nothing behind which it could be.
  if (document.tokens[at]!.key === 'خلف')
    return isFirstName(document.tokens[at - 1]?.key ?? '') && !isPlaced(document, at + 1)
  const part = namePart(document.tokens[at]!)
  if (part === 'always' || part === 'never') return part === 'always'
  const known = knownNameAt(document, at)
  if (known && known.type !== 'person') return false
  return part === 'unless known' || isFirstName(document.tokens[at - 1]?.key ?? '')
}

/** Whether a noun stands at a token, behind which or before which something may be. */
function isPlaced({ tokens, opens }: Document, at: number): boolean {
  const token = tokens[at]
  return token?.kind === 'word' && opens[at] === 0 && !isFunctionWord(token) && !/^(?:ب|لل|قد)/.test(token.key)
}

/** What a word by itself says of whether it can be a further part of a person's name. */
const namePart = perWord((word): 'always' | 'never' | 'unless known' | 'behind a first name' => {
  const { kind, key, text } = word
  if (kind === 'latin') return 'always'
  if (kind !== 'word') return 'never'
  if (isNameLink({ word })) return 'always'
  if (isFunctionWord({ word }) || isCounterpart({ word })) return 'never'
  // «صادق الثلاثاء على …»: a day.
  if (COMPANY.test(key) || isWeekday({ word }) || CARING.has(key)) return 'never'
  // «كوفي أنان الأمين العام»: an office behind a name is none of its parts; «وطارق» begins the next name.
  if (hasPlainArticle({ word }) && vocabulary().titles.has(key.slice(2))) return 'never'
  if (isFirstName(key)) return 'always'
  // «ومايغا»: few names begin with a waw, and the list of first names has those.
  if (key.startsWith('و') && key.length > 4) return 'never'
  // «عماد المصري»: behind a first name the adjective of a state is a family name.
  if (
    hasPlainArticle({ word }) &&
    names().nisba.get(key.slice(2))?.number === 'singular' &&
    /[^ه]$/.test(key) &&
    !isOrdinaryNoun(key.slice(2))
  )
    return 'behind a first name'
  if (isOrdinary({ word }) || isOfficeAdjective({ word }) || isOwned({ word })) return 'never'
  if (/^[وفبل]/.test(key) && (isDefinite({ word }) || isOrdinaryBehindClitic({ word }))) return 'never'
  // «… الطرفين»: two or many, who are no part of a name.
  if (/^ال.{3,}(?:ين|ون)$/.test(key)) return 'never'
  // «… انطلاق المناورات», «… تدشين المصنع»: a masdar by its pattern.
  if (MASDAR.test(key)) return 'never'
  if (hasPlainArticle({ word }) && (MASDAR.test(key.slice(2)) || exactShiftOf(key) !== undefined)) return 'never'
  if (hasPlainArticle({ word }))
    return key.endsWith('يه') ? 'never' : key.endsWith('ات') ? 'behind a first name' : 'unless known'
  if (/^[ويتسن]/.test(key) && isVerbKey(key)) return 'never'
  // A present-tense verb that the lexicon does not know: «يستعد», «تشهد».
  if (/^ي.{3,}$/.test(key)) return 'never'
  // «لنا», «لزيادة», «ويسمى»: a preposition or a verb behind a first name that ends its phrase.
  if (
    /^[لب](?:نا|كم|هن)$/.test(key) ||
    (/^[لب]/.test(key) && text.endsWith('ة')) ||
    (/^[وفيت]/.test(key) && text.endsWith('ى'))
  )
    return 'never'
  // «… مذكرتي توقيف»: two of what the vocabulary knows.
  if (key.endsWith('تي') && isOrdinaryNoun(key.replace(/تي$/, 'ه'))) return 'never'
  if (/(?:ات|تين|ها|هم|.ته)$/.test(key) || (key.endsWith('ه') && key.length > 6)) return 'never'
  // «… غضبه»: what is his; «طه», «عبده» are first names.
  if (text.endsWith('ه') && key.length > 3) return 'behind a first name'
  // «… محطة»: a noun in ta marbuta; «عطية», «خليفة» are first names.
  if (text.endsWith('ة') && !hasPlainArticle({ word })) return 'behind a first name'
  // Past verbs of the feminine, and accusatives, are no surnames.
  if (/[^ات]ت$/.test(key) && key.length >= 6) return 'behind a first name'
  const accusative = /(?:ت|وا|ا)$/.test(key)
  // «كابامبا»: longer than an accusative with so many long vowels.
  if (accusative && key.length >= 7 && /ا.*ا.*ا?$/.test(key.slice(0, -1))) return 'unless known'
  const foreign = /(?:يا|ينا|نا|سا|كا|را|ما|لا|فا|وا|غا|زا|شا|با|قا)$/.test(key) && key.length <= 6
  return accusative && !foreign ? 'never' : 'unless known'
})
