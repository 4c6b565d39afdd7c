/** What stands around the noun phrases behind a verb or masdar: prepositions, asides, lists, parts of a whole. */
import type { Mention } from '../entities/mention.ts'
import { isDefinite } from '../entities/name-words.ts'
import { isFiniteVerb } from '../lexicon/finite.ts'
import { vocabulary } from '../lexicon/vocabulary.ts'
import { bare } from '../text/clitics.ts'
import { isFunctionWord, isRelative } from '../text/document.ts'
import { JOINED_PREPOSITIONS, PREPOSITIONS } from '../text/function-words.ts'
import { numberAt } from '../text/numbers.ts'
import type { Token } from '../text/tokens.ts'
import { perWord } from '../text/word.ts'
import { joinedPreposition } from './nouns.ts'
import type { SentenceView } from './sentence.ts'

/** «من قبل», «من طرف»: behind these stands who did it. */
export const BY_SECOND = new Set(['قبل', 'طرف', 'جانب'])
/** «على يد», «على أيدي»: the second word. */
export const BY_HAND = new Set(['يد', 'يدي', 'ايدي'])

/** Behind a group these name some of it: «دول كبرى مثل بريطانيا وأمريكا». */
export const EXAMPLES = new Set(['مثل', 'منها', 'منهم', 'ابرزها', 'ابرزهم', 'بينها', 'بينهم', 'كـ'])
/** Marks that interrupt nothing. */
export const OPENING = new Set(['«', '(', '"', '“', '[', '»', ')', '”', ']'])

const CONTENT = new Set([
  'ان',
  'انه',
  'انها',
  'انهم',
  'بان',
  'بانه',
  'بانها',
  'لان',
  'كي',
  'لكي',
  'اذا',
  'حيث',
  'بينما',
  'عندما',
  'بعدما',
  'مما',
  'لكن',
  'بل',
  'الا',
  'قد',
  'لم',
  'لن',
  'اذ',
  'كما',
  'فيما',
])

/** Who stands behind the next «من قبل», «من طرف», with nothing but nouns before it. */
export function by(view: SentenceView, from: number, to: number): Mention | undefined {
  const { tokens } = view.document
  for (let at = from; at < Math.min(to, from + 6); at++) {
    if (tokens[at]!.kind === 'mark') return undefined
    if (tokens[at]!.key === 'من' && BY_SECOND.has(tokens[at + 1]?.key ?? '')) return view.startsAt.get(at + 2)
  }
  return undefined
}

/** Whether a finite verb of the sentence begins at a token. */
function followedByVerb(view: SentenceView, at: number): boolean {
  const token = view.document.tokens[at]
  return token !== undefined && at < view.to && isFiniteVerb(token)
}

/** «تعليقا على …», «ردا على …»: what is told behind them is what somebody answers, or why he acts. */
const ADVERBIAL = new Set('تعليقا ردا بناء تمهيدا تحسبا خشيه خوفا استجابه نظرا استنادا امتثالا'.split(' '))

/** Words behind which something else is told: relatives, adverbials, and what opens a clause of its own. */
export const opensContent = perWord((word) => isRelative({ word }) || CONTENT.has(word.key) || ADVERBIAL.has(word.key))

/** Joined to nothing before it, a verb has its subject behind it sooner than its object. */
export const opensWithVerb = perWord(({ key }) => !/^[وف]/.test(key))

/** «قصف لبنان كله»: these say all of what stands before them. */
export const EMPHASES = new Set(['كله', 'كلها', 'كلهم', 'نفسه', 'نفسها', 'انفسهم', 'جميعا', 'ذاته', 'ذاتها'])

/** Whether somebody in a genitive can act: no adjective, no place, nobody by name alone. */
export const hasActor = (genitive: readonly Mention[]) =>
  genitive.some((m) => m.via !== 'nisba' && m.type !== 'person' && m.type !== 'place')

/** «بأيدي مسلحين»: by whose hands. */
export const joinedBy = perWord(({ key }) => key === 'بايدي' || key === 'بيد')

/** «نحو 400 مهاجر»: before a number it says about how many. */
export const isApproximate = (tokens: readonly Token[], at: number) =>
  (tokens[at]!.key === 'نحو' || tokens[at]!.key === 'حوالي') && numberAt(tokens, at + 1) !== undefined

/** The free preposition that a word is, with a conjunction joined to it or without. */
export const freePreposition = perWord((word) => {
  // «بـ«معاقبة العراقيين»», «لـ«الغد»»: parted from a quotation.
  if ((word.key === 'ب' || word.key === 'ل') && word.text.endsWith('ـ')) return word.key
  const free = JOINED_PREPOSITIONS.get(word.key) ?? word.key
  return word.kind === 'word' && PREPOSITIONS.has(free) && isFunctionWord({ word }) ? free : undefined
})

/** Nouns of which «من» says whose part they are. */
const PARTS = new Set(
  'عدد العديد عشرات مءات الاف مجموعه مجموعات وحده وحدات قوه قوات عناصر عنصر جنود مقاتلون مقاتلين مسلحون مسلحين فريق وفد بعثه افراد فرد اعضاء عضو ناءب نواب قيادي قياديون قياديين مسءول مسءولون مسءولين جندي شرطي ضابط عسكري مقاتل مسلح قاده ضباط المءات العشرات الالاف كثير الكثير'.split(
    ' ',
  ),
)

/** Whether «من» at a token stands behind a number or a part. */
export function isPart(view: SentenceView, at: number): boolean {
  const { tokens } = view.document
  const before = tokens[at - 1]
  if (before === undefined || at <= view.from) return false
  return (
    PARTS.has(before.key) ||
    PARTS.has(bare(before.key)) ||
    (before.key.endsWith('ا') && PARTS.has(before.key.slice(0, -1))) ||
    (numberAt(tokens, at - 1)?.to === at && before.kind !== 'mark')
  )
}

/** «فرنسا، ألمانيا وإيطاليا» is a list; «الحزب، المعارض، الحكومة» is none: what is listed is told alike. */
function isOfSameList(view: SentenceView, comma: number, next: Mention): boolean {
  const last = view.endingAt(comma)
  return last === undefined || (last.via === next.via && last.type === next.type)
}

/** «…، المعارض، …»: whether a definite adjective alone stands between a comma and the next. */
function isAdjectiveBetweenCommas(view: SentenceView, comma: number): boolean {
  const { tokens } = view.document
  const next = tokens[comma + 1]
  return (
    next !== undefined &&
    isAdjectiveAlone(view, comma + 1) &&
    isDefinite(next) &&
    /^[،,]$/.test(tokens[comma + 2]?.text ?? '')
  )
}

/** Where a list goes on with «و» behind a description between commas that begins with a definite adjective and has no verb, or undefined. */
function endOfDescription(view: SentenceView, comma: number, end: number): number | undefined {
  const { tokens } = view.document
  const first = tokens[comma + 1]
  if (first === undefined || !isDefinite(first) || !isAdjectiveAlone(view, comma + 1)) return undefined
  for (let at = comma + 2; at < Math.min(end - 1, comma + LONGEST_ASIDE + 2); at++) {
    const token = tokens[at]!
    if (token.kind !== 'mark') {
      if (isFiniteVerb(token) && !view.isName(at)) return undefined
      continue
    }
    const next = view.startsAt.get(at + 1)
    return /^[،,]$/.test(token.text) && next?.conjunction === 'و' && next.preposition === '' && next.via !== 'nisba'
      ? at + 1
      : undefined
  }
  return undefined
}

/** Nothing, or a group that is called by an adjective alone («المعارض»), begins at a token. */
function isAdjectiveAlone(view: SentenceView, at: number): boolean {
  const mention = view.startsAt.get(at)
  return mention === undefined || (mention.via === 'group' && !mention.plural && mention.to === at + 1)
}

/** «…، رئيس المجلس، …»: an office in apposition to the name before. */
const isOffice = perWord(({ key }) => vocabulary().titles.has(key))

/** An aside is no longer than this, in words. */
const LONGEST_ASIDE = 8

/** Where a clause goes on behind an aside that a comma and a preposition open, with no verb in it unless it stands right behind its head, or undefined. */
function endOfAside(
  view: SentenceView,
  comma: number,
  head: Pick<Interrupted, 'from' | 'isFresh' | 'hasSubject' | 'governs'>,
): number | undefined {
  const rightBehind = comma === head.from + 1
  const { tokens } = view.document
  const first = tokens[comma + 1]
  // «اتهم الحزب، المتحالف مع الرئيس، المعارضة بـ…»: a definite adjective opens what a relative would.
  const relative =
    first !== undefined &&
    (isRelative(first) || (head.hasSubject && isAdjectiveAlone(view, comma + 1) && isDefinite(first)))
  if (
    first === undefined ||
    (!relative && freePreposition(first) === undefined && joinedPreposition(first) === undefined && !isOffice(first))
  )
    return undefined
  let described = false
  const longest = relative || head.hasSubject ? LONGEST_RELATIVE : LONGEST_ASIDE
  for (let at = comma + 1; at < Math.min(view.to - 1, comma + longest + 2); at++) {
    const token = tokens[at]!
    if (token.text === '،' || token.text === ',') {
      // «أطاح الرئيس، في مرسوم تلاه التلفزيون، بقائد …»: with a verb in it, it is over where the verb's own preposition stands.
      // «أسفر الهجوم، بحسب مصدر طبي، عن مقتل …»: or where any other aside ends before it.
      if (head.governs && isGoverned(tokens[at + 1]!, head.governs)) return at + 1
      // «طالب النواب، الذين اجتمعوا أمس، وزير المالية بـ…»: or where somebody is named.
      // «اتهم الوزير، في مؤتمر عقده أمس، أطرافا أجنبية بـ…»
      const next = (relative || described) && head.isFresh && head.hasSubject ? view.startsAt.get(at + 1) : undefined
      if (next && next.preposition === '' && next.conjunction === '' && !followedByVerb(view, next.to)) return at + 1
      if (described || relative || !head.isFresh) return undefined
      return isFiniteVerb(tokens[at + 1]!) ||
        /^[وف]/.test(tokens[at + 1]!.key) ||
        (isFunctionWord(tokens[at + 1]!) && !/^ما$/.test(tokens[at + 1]!.key))
        ? undefined
        : at + 1
    }
    if (token.kind === 'mark') return undefined
    described ||= !rightBehind && isFiniteVerb(token) && !view.isName(at)
  }
  return undefined
}

/** A relative clause between commas is no longer, in words. */
const LONGEST_RELATIVE = 16

/** Whether a noun has a preposition of a verb's frame joined to it, or is one: «برئيس», «عن». */
function isGoverned(token: Token, governs: Readonly<Record<string, unknown>>): boolean {
  const joined = joinedPreposition(token)
  return token.kind === 'word' && ((joined !== undefined && joined in governs) || token.key in governs)
}

/** Words from the comma that opens asides to who did it, told behind the last of them, at most. */
const DOER_WITHIN = 16

/** «على يد», «من قبل», «بأيدي»: whether the words that tell who did it begin at a token. */
function opensDoer(tokens: readonly Token[], at: number): boolean {
  const { key } = tokens[at]!
  const second = tokens[at + 1]?.key ?? ''
  return (key === 'علي' && BY_HAND.has(second)) || (key === 'من' && BY_SECOND.has(second)) || joinedBy(tokens[at]!)
}

/** «خُطف ثلاثة، بينهم شقيقان، فجر السبت، على يد مسلحين»: where who did it stands behind asides without a verb, or undefined. */
export function doerBehindAsides(view: SentenceView, comma: number): number | undefined {
  const { tokens } = view.document
  for (let at = comma; at < Math.min(view.to - 1, comma + DOER_WITHIN); at++) {
    const token = tokens[at]!
    if (token.kind === 'mark') {
      if (token.text !== '،' && token.text !== ',') return undefined
      if (opensDoer(tokens, at + 1)) return at + 1
    } else if ((isFiniteVerb(token) && !view.isName(at)) || opensContent(token)) return undefined
  }
  return undefined
}

/** «…، في حين حذر …», «…، فيما …»: whether another clause begins at a token. */
function opensAnother(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]
  if (token === undefined) return false
  if (token.key[0] === 'و' && (isFunctionWord(token) || isFiniteVerb(token))) return true
  return opensContent(token) || (token.key === 'في' && tokens[at + 1]?.key === 'حين')
}

/** Words from a verb to the comma behind which its subject may still stand, at most. */
const SUBJECT_WITHIN = 6

/** What is known of a head where a comma stands behind it. */
interface Interrupted {
  /** The head's token, and where it can reach at most. */
  from: number
  end: number
  afterMention: boolean
  /** A verb without an object yet, and without a subject too. */
  isFresh: boolean
  wantsSubject: boolean
  hasSubject: boolean
  governs: Readonly<Record<string, unknown>> | undefined
}

/** Where a phrase goes on behind a comma that only interrupts it, and whether with a list, or undefined. */
export function resumesBehind(
  view: SentenceView,
  comma: number,
  head: Interrupted,
): { at: number; list: boolean } | undefined {
  const { tokens } = view.document
  // «أوقفت، في عملية قرب الحدود، …»: nor does an aside that a preposition opens, if it has no verb.
  const behind = head.isFresh || head.governs ? endOfAside(view, comma, head) : undefined
  if (behind !== undefined) return { at: behind, list: false }
  // «دعا حزب …، المعارض، الحكومة إلى …»: an adjective between commas interrupts nothing.
  if (head.afterMention && isAdjectiveBetweenCommas(view, comma)) return { at: comma + 3, list: false }
  // «بين الجيش، المتحالف مع فصائل، وقوات …»: nor does one that begins with it, where the list goes on behind it.
  const listed = head.afterMention ? endOfDescription(view, comma, head.end) : undefined
  if (listed !== undefined) return { at: listed, list: true }
  const next = view.startsAt.get(comma + 1)
  if (
    next &&
    head.afterMention &&
    isOfSameList(view, comma, next) &&
    next.preposition === '' &&
    !followedByVerb(view, next.to)
  )
    return { at: comma + 1, list: true }
  // «رفضت الجزائر، أمس، …»: a time between commas is passed over.
  let after = comma + 1
  while (after < head.end && view.isTime(after)) after++
  if (after > comma + 1 && (tokens[after]?.text === '،' || tokens[after]?.text === ','))
    return { at: after + 1, list: false }
  // A parenthesis between the verb and its subject («رفضت، أمس، الجزائر»).
  return head.wantsSubject && comma - head.from <= SUBJECT_WITHIN && !opensAnother(tokens, comma + 1)
    ? { at: comma + 1, list: false }
    : undefined
}

export const isBorder = perWord(({ key }) => /^(?:ال|لل|بال)?حدود(?:ها|ه|هما|نا)?$/.test(key))

export const isPrepositionWithPronoun = perWord(({ key }) =>
  /^[وف]?(?:اليه|عليه|لديه|فيه|منه|عنه|معه|له|به|ضده|حوله|بينه)(?:ا|م|ما|ن)?$/.test(key),
)

/** «أنقذ خفر السواحل الإيطالي 80 مهاجرا»: behind the adjective of a state, a number between or not, something else begins. */
export function isBehindAdjective(view: SentenceView, at: number): boolean {
  if (view.startsAt.get(at)?.via !== 'group') return false
  let end = at
  while (end > view.from && view.document.tokens[end - 1]!.kind === 'number') end--
  return view.mentions.some((m) => m.via === 'nisba' && m.to === end)
}
