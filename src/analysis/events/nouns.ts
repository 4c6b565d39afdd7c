/** What the form of a noun, with its neighbours, tells of its place in a phrase: case endings, construct, agreement, joined prepositions. */
import type { Mention } from '../entities/mention.ts'
import { isCounterpart, isDefinite } from '../entities/name-words.ts'
import { names } from '../lexicon/names.ts'
import { vocabulary } from '../lexicon/vocabulary.ts'
import { bare, readings, withoutPronoun } from '../text/clitics.ts'
import { fold } from '../text/fold.ts'
import { numberAt } from '../text/numbers.ts'
import { perPhrase } from '../text/phrase.ts'
import type { Token } from '../text/tokens.ts'
import { perWord } from '../text/word.ts'
import type { SentenceView } from './sentence.ts'

/** What of a verb decides how its slots are filled; all have all fields, in one order, which V8 reads faster. */
export interface Head {
  at: number
  isVerb: boolean
  subject: 'masculine' | 'feminine' | 'plural' | 'first' | undefined
  /** Further words of its phrase: they fill the object, or the slot of the preposition among them. */
  phrase: readonly number[]
  /** The prepositions with a role in its frame: joined to an unknown noun («بجهود») they are known only so. */
  governs: Readonly<Record<string, unknown>> | undefined
  /** What it tells is done by somebody: no plan, speech or role is its subject. */
  personal: boolean
  /** It is done together with others. */
  together: boolean
  /** A place suffers it and never does it («هاجمت بلدة …»). */
  strikesPlaces: boolean
  /** Its object is the pronoun joined to it: whoever is named behind it does it («قتله المتطرف سالم …»). */
  hasObject: boolean
  /** It takes no object: the noun of its phrase is its subject («انتشرت وحدات …»). */
  intransitive: boolean
  /** A noun in whose construct stands whom the act is turned to. */
  isTurned: boolean
  /** It may be told of whom it befalls, and who did it behind that («خطف ثلاثة …، على يد …»). */
  mayBeSuffered: boolean
}

/** What an army strikes with, which stands for it as a subject. */
export const MEANS: ReadonlySet<string> = new Set([
  'طاءرات',
  'طاءره',
  'مقاتلات',
  'مقاتله',
  'مروحيات',
  'مروحيه',
  'مدفعيه',
  'دبابات',
  'زوارق',
  'سفن',
  'مسيرات',
  'مسيره',
  'طيران',
  'قوات',
  'بوارج',
])

/** Definite by its article, or by the pronoun that says whose it is («قواتها»). */
export const isDefiniteNoun = perWord(
  (word) => isDefinite({ word }) || /.{3}(?:ها|هم|هما)$/.test(word.key) || /.{4}ه$/.test(word.text),
)

/** Nouns that head the name of a place, which a feminine adjective before them does not describe («قصفت طائرات روسية مدينة …»). */
export const PLACE_HEADS = new Set(
  'مدينه بلده قريه منطقه محافظه ولايه اقليم مطار ميناء مخيم حي قاعده مقر معسكر موقع مواقع مناطق مدن قري بلدات اهداف منشات مبني ريف ضاحيه سوق مسجد كنيسه مستشفي مدرسه سفينه ناقله قافله'.split(
    ' ',
  ),
)

/** An indefinite accusative, by its alef: no subject («اغتال مجهولون ناشطا»). */
export const isTanwin = perWord(
  ({ key, text }) => text.length > 4 && /[^اىوءيه]ا$/.test(text) && bare(key) === key && !names().byFirstWord.has(key),
)

/** Whether the ending of a mention says that it is no subject: «سائحين», «وفدا»; what is counted has its ending of the number. */
export function isOblique(view: SentenceView, mention: Mention): boolean {
  if (mention.via !== 'group') return false
  const at = mention.titleFrom ?? mention.from
  const token = view.document.tokens[at]!
  const last = view.document.tokens[mention.to - 1]!
  // «أهالي الموقوفين السوريين»: of a construct the last word tells nothing of the first.
  const ofAll = mention.plural && /يين$/.test(last.key) && isDefinite(token) === isDefinite(last)
  if (!/ين$/.test(token.key) && !isTanwin(token) && !ofAll) return false
  if (at === view.from) return true
  const before = view.document.tokens[at - 1]!
  return !isQuantity(before) && before.key !== 'من' && numberAt(view.document.tokens, at - 1) === undefined
}

/** «عشرات اللاجئين», «ممثلو النازحين»: in construct with these people have the ending of the genitive, whatever the phrase is. */
const isQuantity = perWord(({ key }) => QUANTITIES.has(key.replace(/^[وف](?=.{4})/, '')))
const QUANTITIES = new Set(
  'عشرات مءات الاف ملايين بعض معظم جميع غالبيه اغلبيه عدد اهالي عاءلات اسر ذوو انصار ممثلو مندوبو قاده زعماء'.split(
    ' ',
  ),
)

/** Whether a name stands in construct behind an indefinite group that ends right before it («وزراء خارجية مصر», «مقاتلي حماس»). */
export function inConstruct(view: SentenceView, at: number): boolean {
  const mention = view.startsAt.get(at)!
  if (mention.conjunction !== '' || mention.preposition !== '' || mention.via !== 'name') return false
  const before = view.endingAt(at)
  if (before === undefined || before.via !== 'group' || !before.plural) return false
  const { tokens } = view.document
  return !isDefinite(tokens[at - 1]!) && !/(?:ون|ين|ان)$/.test(tokens[at - 1]!.key)
}

/** «بجهود», «لقرار»: an unknown noun with what may be a preposition before it. */
export const mayBeGoverned = perWord(
  ({ key }) =>
    key.length >= 5 &&
    (key[0] === 'ب' || key[0] === 'ل') &&
    !vocabulary().events.has(key) &&
    !vocabulary().groups.has(key),
)

/** The letter before a noun that may be governed, behind a verb whose frame has a place for it, and once its subject is told. */
export function governedPreposition({ governs }: Head, token: Token, slot: string | undefined): string | undefined {
  if (governs === undefined || slot === undefined || !mayBeGoverned(token)) return undefined
  const letter = token.key[0]!
  return letter in governs ? letter : undefined
}

/** Verbs agree with a subject behind them in gender; people in the plural go with either. */
export function agrees(mention: Mention, subject: Head['subject']): boolean {
  if (subject === undefined) return true
  if (subject === 'plural' || subject === 'first') return false
  if (mention.plural) return true
  // Of a person without an office, or a body known by a name of its own («سوناطراك»), the form does not tell the gender; «الاتحاد …» does.
  if (mention.type === 'person' && mention.role === undefined) return true
  if (
    mention.via === 'name' &&
    (mention.type === 'organization' || mention.type === 'armed-group') &&
    !(isWhole(mention) && hasCommonHead(mention.name))
  )
    return true
  return mention.gender === subject
}

/** Whether a mention begins with the head of the name that it shows, as far as its length tells: «حماس» is short for «حركة حماس», and has its gender of neither. */
const isWhole = (mention: Mention) => mention.to - mention.from >= 2 || !mention.name.includes(' ')

/** Whether a name begins with a noun that every reader knows the gender of. */
const hasCommonHead = perPhrase((name) => {
  const head = bare(fold(name.split(' ')[0]!))
  const group = vocabulary().groups.get(head)
  // Of a plural («قوى») the form does not tell it.
  const kind = group && !group.plural ? group.entry.kind : undefined
  return kind === 'body' || kind === 'authority' || COMMON_HEADS.has(head)
})
const COMMON_HEADS = new Set(
  'تحالف صندوق برنامج بنك تنظيم حلف هلال صليب جيش حرس ديوان مكتب معهد مركز نادي تيار'.split(' '),
)

/** «الطرفين», «المتنازعين»: the ending of a dual or sound plural that is no subject; in «القوانين», «التأمين» the nun is a root's. */
const OBLIQUE = /.{3}ين$/
const RADICAL_NUN = /(?:[اوي].ين|^ت.{1,2}ين|مين|طين|صين|قين|تين)$/

/** Nouns that are feminine without an ending that tells it. */
const FEMININE = new Set('دار ارض حرب سوق نار عين يد شمس نفس بءر طريق روح سكين كاس ريح'.split(' '))

/** Cardinals of masculine things: behind a feminine verb they are no subject («وأوقفت خمسة منهم»). */
const MASCULINE_COUNTS = new Set('ثلاثه اربعه خمسه سته سبعه ثمانيه تسعه عشره'.split(' '))

/** An indefinite accusative, or a masculine noun behind a feminine verb, is no subject. */
function clearlyObject(token: Token, subject: Head['subject']): boolean {
  if (subject === 'plural' || subject === 'first') return true
  return isObject(token) || (subject === 'feminine' && isMasculine(token))
}

const isObject = perWord(({ key }) => {
  const stem = bare(key)
  // Broken plurals go with the feminine.
  if (UNITS.has(stem)) return false
  if (stem !== key) return OBLIQUE.test(stem) && !RADICAL_NUN.test(stem)
  // «شظايا», «ضحايا» are plurals.
  return /[^اءىو]ا$/.test(key) && key.length > 3 && !/ايا$/.test(key)
})

const isMasculine = perWord(({ key }) => {
  if (MASCULINE_COUNTS.has(key)) return true
  const stem = bare(key)
  return (
    !UNITS.has(stem) &&
    !/(?:ه|ات|ي|اء|ه)$/.test(stem) &&
    // «عائلاتهم», «حكومته»
    !/(?:ات|[^ا]ت)$/.test(withoutPronoun(stem) ?? '') &&
    !FEMININE.has(stem) &&
    // «التقت فريق الأمم المتحدة»: broken plurals go with the feminine, no other masculine.
    !vocabulary().groups.get(stem)?.plural &&
    /^(?!ال)/.test(key)
  )
})

/** Whether a token can be the noun of an event: behind a preposition any word can, else an event noun that no definite one stands before. */
export function couldBeNoun(token: Token, afterDefinite: boolean, preposition: string | undefined): boolean {
  return preposition !== undefined || (!afterDefinite && isEventNoun(token))
}

const isEventNoun = perWord(
  ({ key }) =>
    vocabulary()
      .events.get(key)
      ?.some((form) => form.kind !== 'verb') ?? false,
)

/** «برصاص», «بنيران»: by what weapon. */
const isWeapon = (key: string) =>
  /^ب(?:رصاص|نيران|قذاءف|قذيفه|صاروخ|صواريخ|غاره|غارات|قصف|ضربه|ضربات|عبوه|طعنات|هجوم|انفجار)$/.test(key)
/** The same of a word. */
export const isByWeapon = perWord(({ key }) => isWeapon(key))

/** «بالقواعد», «للدول»: the preposition joined to a definite noun, or to one that the vocabulary knows. */
export const joinedPreposition = perWord(({ key }): string | undefined => {
  if (/^[وف]?ب(?=ال.{2})/.test(key)) return 'ب'
  if (/^[وف]?لل.{2}/.test(key)) return 'ل'
  // «باستخدام», «لإجراء»: of the shape that masdars of the longer forms have.
  if (/^[بل]ا[^ل].{1,4}ا[^ن]ه?$/.test(key)) return key[0]
  if (isWeapon(key)) return 'ب'
  if (/^[بل].{3}/.test(key)) {
    const { events, groups, titles } = vocabulary()
    const reading = readings(key).find(
      (r) =>
        r.preposition !== '' &&
        (events.has(r.stem) || groups.has(r.stem) || titles.has(r.stem) || PLACE_HEADS.has(r.stem)),
    )
    if (reading && !events.has(key) && !groups.has(key)) return reading.preposition
  }
  return undefined
})

const DIRECTIONS = new Set('شرقي غربي شمالي جنوبي'.split(' '))
const isDirection = perWord(({ key }) => DIRECTIONS.has(key))

/** «شرقي بغداد» says where; «عمل عسكري غربي» what kind. */
export function isDirectionAdjective(view: SentenceView, at: number): boolean {
  const { tokens } = view.document
  if (!isDirection(tokens[at]!)) return false
  const next = tokens[at + 1]
  return next === undefined || !(view.startsAt.has(at + 1) || /^ال/.test(next.key))
}

/** «والأوقاف», «وتصريحات»: a noun joined by «و», which is no letter of its own («وزارة», «وفد»). */
export const isCoordinated = perWord(({ key }) => {
  if (!/^و.{4,}/.test(key)) return false
  const { events, groups, titles } = vocabulary()
  return bare(key) !== key || !(events.has(key) || groups.has(key) || titles.has(key))
})

/** «وزيرا خارجية البلدين», «رئيسا الحكومتين»: two in office, as a subject. */
const isDualInConstruct = (tokens: readonly Token[], at: number): boolean =>
  isDualOffice(tokens[at]!) && tokens[at + 1]?.kind === 'word'
const isDualOffice = perWord(({ key }) => /[^ا]ا$/.test(key) && vocabulary().titles.has(bare(key.slice(0, -1))))

const MATTERS = new Set(
  'دور موقف مواقف سياسه سياسات تصريح تصريحات خطاب خطابات قرار قرارات بيان خطه خطط مبادره مبادرات مقترح مقترحات اقتراح اقتراحات مشروع مشاريع استمرار اداء وجود غياب طريقه نهج سلوك ممارسات انتهاكات جرائم جراءم مساعي محاولات مزاعم ادعاءات اوضاع ظروف مشاركه'.split(
    ' ',
  ),
)

/** «مواقعه», «منازلهم»: what belongs to somebody and is no person or force. */
const isOwnedThing = perWord(({ key, text }) => {
  const stem = text.endsWith('ة') ? undefined : withoutPronoun(key)
  if (stem === undefined || stem.length < 3) return false
  const { groups, titles, events } = vocabulary()
  return !groups.has(stem) && !titles.has(stem) && !events.has(stem) && OWNED_THINGS.has(stem)
})
const OWNED_THINGS = new Set(
  'مواقع موقع منازل منزل مقر مقرات قواعد قاعدت اراضي مدن قري مخازن مستودعات ممتلكات اموال حدود معاقل معسكرات مواكب سفن طاءرات شاحنات'.split(
    ' ',
  ),
)

/** What somebody says, plans or does, indefinite or in construct: it accuses, rejects or supports nobody («انتقد دور فرنسا»). */
const isMatter = perWord(({ key }) => MATTERS.has(key))

/** Units and vehicles: behind them «تابع لـ» or «لـ» says whose they are. */
const UNITS = new Set(
  'وحده وحدات قوه قوات دوريه دوريات مفرزه مفارز كتيبه كتاءب لواء فرقه فرق عناصر مجموعه مجموعات جنود طاءره طاءرات مقاتله مقاتلات مروحيه مروحيات زورق زوارق سفينه سفن ناقله ناقلات قارب قوارب قافله قوافل موكب اليه اليات مركبه مركبات سياره سيارات حافله مسيره مسيرات مليشيا مليشيات ميليشيا ميليشيات فصيل فصاءل مسلحون مسلحين مقاتلون مقاتلين'.split(
    ' ',
  ),
)
/** Whether a word is a unit or a vehicle, which acts for whoever it belongs to. */
export const isUnit = perWord(({ key }) => UNITS.has(bare(key)))
const belongs = perWord(({ key }) => /^(?:ال)?(?:تابع|موالي)(?:ه|ون|ين|ات|تين|تان)?$/.test(key))

/** Whether what begins at a token with «ل» says to whom a unit before it belongs: «دورية تابعة لـ», «وحدة مشتركة لـ». */
export function ofUnit(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]
  if (before === undefined || at < 2) return false
  return belongs(before) || isUnit(before) || (/(?:ه|ات|ين|ون)$/.test(before.key) && isUnit(tokens[at - 2]!))
}

/** Whom a pronoun means that is joined to a preposition («منه», «عليها»), and the preposition. */
export interface PronounBehind {
  preposition: string
  of: 'feminine' | 'masculine' | 'plural'
}

/** The preposition with a pronoun that a word is («منه», «عليها», «إليهم»), or undefined. */
export const pronounBehind = perWord(({ key, kind, text }): PronounBehind | undefined => {
  if (kind !== 'word' || text.endsWith('ة')) return undefined
  const match = /^[وف]?(من|عن|علي|الي|ل|ب|مع|في|ضد|تجاه|امام|ضد)(ها|هما|هم|ه)$/.exec(key)
  if (match === null) return undefined
  return {
    preposition: match[1]!,
    of: match[2] === 'ها' ? 'feminine' : match[2] === 'ه' ? 'masculine' : 'plural',
  }
})

const BOUND_VERBS = new Set('يقل تقل يزيد تزيد يقارب يناهز يربو يعادل يقرب يفوق'.split(' '))

/** Whether a token is the verb of a bound: «ما لا يقل عن 12», «ما يزيد على 40». */
export function isBoundVerb(tokens: readonly Token[], at: number): boolean {
  return isVerbOfBound(tokens[at]!) && /^[وف]?(?:لا|ما)$/.test(tokens[at - 1]?.key ?? '')
}

/** Whether a word may be such a verb. */
export const isVerbOfBound = perWord(({ key }) => BOUND_VERBS.has(key))
/** Whether a word may open a bound before a number. */
export const mayOpenBound = perWord(({ key }) => /^[وف]?(?:ما|اكثر|اقل|ازيد)$/.test(key))

/** Where the number begins whose bound begins at a token («ما لا يقل عن», «أكثر من»), or undefined. */
export function boundEnd(tokens: readonly Token[], at: number): number | undefined {
  return tokens[at] !== undefined && mayOpenBound(tokens[at]) ? boundBehind(tokens, at) : undefined
}

function boundBehind(tokens: readonly Token[], at: number): number | undefined {
  const key = (index: number) => tokens[index]?.key ?? ''
  let to: number | undefined
  if (/^[وف]?ما$/.test(key(at))) {
    const verb = key(at + 1) === 'لا' ? at + 2 : at + 1
    if (BOUND_VERBS.has(key(verb))) to = /^(?:عن|علي|من)$/.test(key(verb + 1)) ? verb + 2 : verb + 1
  } else if (/^[وف]?(?:اكثر|اقل|ازيد)$/.test(key(at)) && key(at + 1) === 'من') to = at + 2
  return to !== undefined && tokens[to] && numberAt(tokens, to) ? to : undefined
}

const UNITS_OF_MEASURE = new Set(
  'كيلومتر كيلومترا كيلومترات كلم كم متر مترا امتار ميل ميلا اميال هكتار هكتارا طن طنا درجه درجات'.split(' '),
)

/** Whether a word begins like a verb in the present. */
export const mayBePresent = perWord(({ key }) => /^[وف]?[يت]/.test(key))

/** «تبعد 240 كيلومترا», «تقارب حوالي 9 أميال»: a verb in the present right before a measure tells how far or how much. */
export function measures(tokens: readonly Token[], at: number): boolean {
  if (!mayBePresent(tokens[at]!)) return false
  const from = /^(?:حوالي|نحو|قرابه|زهاء)$/.test(tokens[at + 1]?.key ?? '') ? at + 2 : at + 1
  const number = tokens[from] && numberAt(tokens, from)
  return number !== undefined && UNITS_OF_MEASURE.has(tokens[number.to]?.key ?? '')
}

/** Whether a noun that nobody is named by can be the subject of a verb that it stands behind, by its form and meaning. */
export function mayBeSubject(tokens: readonly Token[], at: number, { subject, personal }: Head): boolean {
  const token = tokens[at]!
  if ((personal && isMatter(token)) || isOwnedThing(token) || isCounterpart(token)) return false
  return !clearlyObject(token, subject) || isDualInConstruct(tokens, at)
}
