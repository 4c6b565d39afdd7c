/** How far the name of a body goes behind its head: adjectives, a construct, what it is for. */

import { isFiniteVerb } from '../lexicon/finite.ts'
import { names } from '../lexicon/names.ts'
import { vocabulary } from '../lexicon/vocabulary.ts'
import { type Document, isFunctionWord, isPreposition } from '../text/document.ts'
import { perWord } from '../text/word.ts'
import { arePeople, type BodyHead, bodyHead } from './body-heads.ts'
import { isPlaceAt, knownNameAt } from './known.ts'
import type { Mention } from './mention.ts'
import { adjoins, hasPlainArticle, isOfficeAdjective, isOrdinaryBehindClitic } from './name-words.ts'

/** More words than this behind a head are no name any more. */
export const LONGEST = 7

/** Feminine adjectives that end in alef: «المحكمة العليا». */
const ELATIVE: ReadonlySet<string> = new Set(['عليا', 'كبري', 'عظمي', 'دنيا', 'وسطي', 'اولي'])
/** Adjectives that say something of a body and are no part of its name. */
const PASSING: ReadonlySet<string> = new Set([
  'الحاليه',
  'الحالي',
  'الجديده',
  'الجديد',
  'السابقه',
  'السابق',
  'القاءمه',
  'القاءم',
  'المعنيه',
  'المذكوره',
  'نفسها',
  'نفسه',
  'الاولي',
  'الاخيره',
  'المقبله',
  'المختصه',
])

/** Participles that open a phrase of their own: «المنتمية إلى», «التابعة لـ», «الواقعة في». */
const OPENING_PHRASE = new RegExp(
  `^ال(?:${'منتمي تابع موالي مكون مدعوم صادر مقرب ناشط عامل متمركز واقع منضوي مشارك حاضر معني مرتبط قريب متهم ممثل مشرف مشكل مولف قادم متخصص منبثق مناهض مويد مناوي مسوول متاخم مكتظ'.replaceAll(' ', '|')})ه?$`,
)

/** Whether a definite word says something of a body and is no part of its name: always, or as a participle before its preposition. */
const passing = perWord((word): 'always' | 'before a preposition' | undefined => {
  const { key, text } = word
  // «الأولى» passes, «التعليم الأولي» does not.
  if (PASSING.has(key)) return text.endsWith('ي') && /^الاول/.test(key) ? undefined : 'always'
  return OPENING_PHRASE.test(key) ? 'before a preposition' : undefined
})

function isPassing(document: Document, at: number): boolean {
  const passes = passing(document.tokens[at]!)
  if (passes !== 'before a preposition') return passes === 'always'
  const next = document.tokens[at + 1]
  return next !== undefined && adjoins(document, at) && (isPreposition(next) || /^(?:[بل]|لل).{2}/.test(next.key))
}

/** The gender of the bodies of which a definite word can be the adjective. */
const genderOfAdjective = perWord((word): Mention['gender'] | undefined => {
  const stem = word.key.slice(2)
  const isElative = ELATIVE.has(stem)
  // «باسم الحزب الباكستانيين إلى …»: people, and no adjective of one body.
  if (!hasPlainArticle({ word }) || /.{3}(?:ين|ون)$/.test(word.key) || !(isElative || describes({ word })))
    return undefined
  return isElative || word.key.endsWith('ه') ? 'feminine' : 'masculine'
})

/** Token index behind the adjectives, in the head's gender, of a head with the article, and behind what a body is for. */
export function endOfAdjectives(document: Document, at: number, head: BodyHead): number {
  const gender = head.feminine ? 'feminine' : 'masculine'
  let to = at + 1
  while (to - at < LONGEST && adjoins(document, to - 1)) {
    const next = document.tokens[to]!
    if (genderOfAdjective(next) !== gender || isPassing(document, to) || startsClause(document, to)) break
    to++
    // A state's adjective ends a name («اللجنة المصرية السودانية» has two): what is definite behind it is something else.
    if (isDefiniteNisba(next) && !isNisbaAt(document, to) && !(head.isParty && goesOnDescribed(document, to))) break
  }
  return head.isJoining && to > at + 1 ? endOfPurpose(document, at, to, head.isOfMembers) : to
}

/** «الحزب المصري الديمقراطي الاجتماعي»: what a party is, behind whose it is. */
function goesOnDescribed(document: Document, at: number): boolean {
  return (
    adjoins(document, at - 1) &&
    /^ال(?:ديمقراطي|اجتماعي|اشتراكي|شيوعي|جمهوري|قومي|وطني|ليبرالي|موحد)$/.test(document.tokens[at]!.key)
  )
}

const isDefiniteNisba = perWord((word) => hasPlainArticle({ word }) && names().nisba.has(word.key.slice(2)))

const isNisbaAt = (document: Document, at: number): boolean =>
  adjoins(document, at - 1) && isDefiniteNisba(document.tokens[at]!)

/** «المركز الوطني للبحث في العلوم», «الهيئة العامة لشؤون المعابر»: what a body is for belongs to its name. */
function endOfPurpose(document: Document, at: number, from: number, ofMembers: boolean): number {
  const { tokens } = document
  const first = tokens[from]
  if (first === undefined || !first.key.startsWith('ل')) return from
  if (!adjoins(document, from - 1) || startsName(document, from)) return from
  const following = tokens[from + 1]
  const joined = /^لل.{3}/.test(first.key) && (ofMembers || !arePeople(first))
  const inConstruct =
    /^ل(?!ل).{3}/.test(first.key) &&
    following !== undefined &&
    hasPlainArticle(following) &&
    adjoins(document, from) &&
    (isOrdinaryBehindClitic(first) || isConcern(first))
  // «لآباء وأمهات التلاميذ»: two before what they are of.
  const ofTwo = ofMembers && /^ل(?!ل).{3}/.test(first.key) && isJoinedConstruct(document, from + 1)
  if (!joined && !inConstruct && !ofTwo) return from
  let to = from + (joined ? 1 : ofTwo ? 3 : 2)
  while (to - at < LONGEST + 1 && adjoins(document, to - 1)) {
    const next = tokens[to]!
    if (describes(next) && !isPassing(document, to)) to++
    else if (isJoinedConstruct(document, to)) to += 2
    else if (/^وال.{3}/.test(next.key) && !followedByVerb(document, to)) to++
    else if (
      next.key === 'في' &&
      tokens[to + 1] &&
      hasPlainArticle(tokens[to + 1]!) &&
      adjoins(document, to) &&
      !knownNameAt(document, to + 1)
    )
      to += 2
    else break
  }
  return to
}

/** «وأطر الدعم», «وشؤون الهجرة»: a second matter that is told by two words, and is no body of its own. */
function isJoinedConstruct(document: Document, at: number): boolean {
  const token = document.tokens[at]
  const next = document.tokens[at + 1]
  return (
    token !== undefined &&
    next !== undefined &&
    isJoinedNoun(token) &&
    hasPlainArticle(next) &&
    adjoins(document, at - 1) &&
    adjoins(document, at)
  )
}

/** A noun without the article behind «و» that heads no body, is no office and no verb. */
const isJoinedNoun = perWord((word) => {
  const { kind, key } = word
  if (kind !== 'word' || !/^و(?!ال).{3}/.test(key) || isFunctionWord({ word }) || isFiniteVerb({ word })) return false
  const noun = key.slice(1)
  const { events, groups, titles, speech } = vocabulary()
  const body = groups.get(noun)?.entry.kind
  return (
    (noun === 'اداره' || !names().byFirstWord.has(noun)) &&
    !titles.has(noun) &&
    !speech.has(noun) &&
    (noun === 'اداره' || !events.has(noun)) &&
    !isVerbal(noun) &&
    (body === undefined || noun === 'اداره')
  )
})

/** «لشؤون المخدرات», «لحقوق الإنسان»: what offices and bodies are for. */
const isConcern = perWord(({ key }) =>
  /^ل(?:شءون|حقوق|قضايا|رعايه|بحوث|دراسات|علوم|تسويق|ضمان|مراقبه|متابعه)$/.test(key),
)

function startsName(document: Document, at: number): boolean {
  // «الهيئة العامة لمجلس النواب»: the other body goes by its own name.
  if (knownNameAt(document, at) !== undefined) return true
  const head = bodyHead(document.tokens[at]!)
  return head !== undefined && (head.only === undefined || head.only.includes(document.tokens[at + 1]?.key ?? ''))
}

const BODIES: ReadonlySet<string> = new Set(
  'مجلس حكومه جيش برلمان رءاسه حزب هيءه لجنه محكمه وزاره نقابه اتحاد حركه بعثه منظمه مفوضيه'.split(' '),
)

/** «قوات الدفاع والأمن»: said as one. */
const SECURED = /^وال(?:دفاع|امن)$/

/** «للصرافة», «للنقل»: a trade, and nobody to whom something is given. */
function isPurpose(document: Document, at: number): boolean {
  const next = document.tokens[at]
  return (
    next !== undefined &&
    adjoins(document, at - 1) &&
    /^لل.{3}/.test(next.key) &&
    !vocabulary().groups.has(next.key.slice(2)) &&
    (next.key.endsWith('ه') || !vocabulary().titles.has(next.key.slice(2))) &&
    knownNameAt(document, at) === undefined &&
    !arePeople(next)
  )
}

/** Token index behind the construct that a head without the article opens; right behind the head where nothing makes it definite. */
export function endOfConstruct(document: Document, at: number, head: BodyHead): number {
  const { tokens } = document
  let to = at + 1
  let definite = false
  while (to - at < LONGEST && adjoins(document, to - 1)) {
    const next = tokens[to]!
    const known = knownNameAt(document, to)
    if (known && known.conjunction === '' && known.preposition === '') {
      const { type } = known
      if (definite || !(type === 'state' || type === 'place' || (type === 'organization' && head.isPart))) break
      to = known.to
      definite = true
      continue
    }
    if ((definite ? describes(next) : hasPlainArticle(next)) && !isPassing(document, to)) {
      definite = true
      to++
      if (to - at > 2 && isDefiniteNisba(next) && !isNisbaAt(document, to)) break
      // «كتابة الدولة المكلفة بالهجرة»: with what it is charged.
      if (isCharged(next) && adjoins(document, to - 1) && /^بال/.test(tokens[to]!.key)) to++
      continue
    }
    const more = definite ? endOfJoined(document, to, head) : endOfInner(document, at, to, head)
    if (more === undefined) break
    to = more
  }
  // «شركة النور للصرافة»: what a firm is for.
  if (definite && head.isFirm && to - at >= 2 && isPurpose(document, to)) return to + 1
  return definite ? to : at + 1
}

/** Behind an indefinite noun of a construct, where one may stand at `to`, undefined else. */
function endOfInner(document: Document, at: number, to: number, head: BodyHead): number | undefined {
  const { tokens } = document
  const next = tokens[to]!
  const following = tokens[to + 1]
  if (next.kind !== 'word' || following === undefined || isFunctionWord(next)) return undefined
  // «لجنة مراقبة وقف إطلاق النار»: a chain of acts to a definite end.
  const chain = head.takesChain ? endOfChain(document, to) : undefined
  if (chain !== undefined) return chain
  if (!adjoins(document, to)) return undefined
  // One more word of the construct: «لجنة حقوق الإنسان».
  if (
    // «منظمات حقوقية»: the adjective of a plural, behind which nothing goes on.
    !(head.plural && next.key.endsWith('يه')) &&
    to - at <= 2 &&
    hasPlainArticle(following) &&
    isInnerNoun(next)
  )
    return to + 1
  // «مديرية أمن طرابلس», «قوات دفاع شبوة»: a matter and the place where it is theirs.
  return to === at + 1 && isPlaceAt(document, to + 1) && !isNoMatter(next) ? to + 1 : undefined
}

/** An indefinite noun with neither a clitic nor a pronoun, that is no verb. */
const isInnerNoun = perWord(
  ({ key }) => !/^[وفبل]ال|.{3}(?:ها|هم)$/.test(key) && (key.startsWith('ت') || !isVerbal(key)),
)

/** Behind a second matter that is joined to a definite one, where one may stand at `to`, undefined else. */
function endOfJoined(document: Document, to: number, head: BodyHead): number | undefined {
  const { key } = document.tokens[to]!
  if (
    key.startsWith('وال') &&
    key.length > 5 &&
    (head.isJoining || (SECURED.test(key) && SECURED.test(`و${document.tokens[to - 1]!.key}`))) &&
    // «مجلس النواب والمجلس الأعلى»: another body.
    !BODIES.has(key.slice(3)) &&
    !followedByVerb(document, to)
  )
    return to + 1
  return head.isOfMatters && isJoinedConstruct(document, to) ? to + 2 : undefined
}

/** A verb or an adjective, where a matter should stand; «أمن», «دفاع» are spelled like verbs. */
const isNoMatter = perWord(
  (word) =>
    word.key !== 'امن' &&
    word.key !== 'دفاع' &&
    (isFiniteVerb({ word }) || isVerbal(word.key) || /(?:يه?|ا)$/.test(word.key)),
)

/** Index of the definite word behind an indefinite noun and one or two masdars or nouns of event, or undefined where there is none. */
function endOfChain(document: Document, from: number): number | undefined {
  const { tokens } = document
  let at = from
  while (at - from < 3 && tokens[at] && isNounInChain(tokens[at]!) && adjoins(document, at)) at++
  return at - from >= 2 && tokens[at] && hasPlainArticle(tokens[at]!) ? at : undefined
}

/** An indefinite noun: what could be a verb too is one in a construct only where it is a masdar. */
const isNounInChain = perWord((word) => {
  const { kind, key } = word
  if (kind !== 'word' || isFunctionWord({ word }) || key.startsWith('ال') || key.length < 3) return false
  const forms = vocabulary().events.get(key) ?? []
  return (
    forms.some((form) => form.kind === 'masdar' || form.kind === 'noun') ||
    vocabulary().phrases.has(key) ||
    !isFiniteVerb({ word })
  )
})

/** Words that are offices or people elsewhere. */
const SAID_OF_BODIES: ReadonlySet<string> = new Set(['مكلف', 'مكلفه', 'حاكم', 'حاكمه', 'معارض', 'معارضه'])

/** Nouns that end as adjectives do: behind a body they are what it acts on («استنكرت الجبهة الخطوة»). */
const MATTERS: ReadonlySet<string> = new Set(
  'خطوه جلسه مسءوليه مبادره طاوله قضيه ازمه صفقه هدنه رساله فكره حقيقه صوره مشكله عمليه زياره رحله كلمه خطه وثيقه مذكره لاءحه نتيجه فرصه سياده شرعيه ميزانيه موازنه ضريبه عقوبه جنسيه هويه اتفاقيه اغلبيه اولويه اهميه كميه ضحيه حريه دوله ساحه منطقه مدينه قاعده شحنه قافله دوريه سفينه طاءره فدءه فديه صيغه ماده فقره عباره تجربه مرحله فتره مهمه قاعه ساحه غرفه موافقه جنسيه صلاحيه حصه نسخه نسبه طريقه سياسه تهمه راي اراضي مساعي نادي حي سعي وعي مبني وادي'.split(
    ' ',
  ),
)

/** Whether a noun that ends as adjectives do is none: «الجنسية», «القاعة». */
export const isMatter = (stem: string): boolean => MATTERS.has(stem)

/** Whether a definite word behind a definite one can only describe it: an adjective by its ending, and no event or group of its own. */
export const describes = perWord((word) => hasPlainArticle({ word }) && isAdjective(word.key.slice(2)))

function isAdjective(stem: string): boolean {
  const { events, groups, titles } = vocabulary()
  if (MATTERS.has(stem)) return false
  if (names().nisba.has(stem) || SAID_OF_BODIES.has(stem)) return true
  // «المجلس العسكري», «المجتمع المدني»: what one man may be called too.
  const group = groups.get(stem)
  if (group && !group.plural && /يه?$/.test(stem)) return true
  if (events.has(stem) || group || titles.has(stem)) return false
  return /(?:ي|يه|ه)$/.test(stem) || /^(?:عام|اعلي|عليا|حر|موحد|مشترك|مستقل|ديمقراطي|تحرير|احمر|ثقيل|خفيف)$/.test(stem)
}

function isVerbal(key: string): boolean {
  const forms = vocabulary().events.get(key) ?? vocabulary().speech.get(key)
  return forms?.some((form) => form.kind === 'verb') ?? false
}

function followedByVerb(document: Document, at: number): boolean {
  const next = document.tokens[at + 1]
  return next !== undefined && isVerbal(next.key)
}

const isCharged = perWord(({ key }) => key === 'المكلفه' || key === 'المكلف')

/** A definite word that is itself a name or an office begins something of its own. */
function startsClause(document: Document, at: number): boolean {
  const token = document.tokens[at]!
  if (isOffice(token)) return true
  const known = knownNameAt(document, at)
  // «القوات البحرية السعودية»: the name of a state that is its adjective too.
  return known?.conjunction === '' && !(known.type === 'state' && isDefiniteNisba(token))
}

const isOffice = perWord((word) => {
  const stem = word.key.slice(2)
  return (
    vocabulary().titles.has(stem) &&
    !SAID_OF_BODIES.has(stem) &&
    !isOfficeAdjective({ word }) &&
    !names().nisba.has(stem)
  )
})
