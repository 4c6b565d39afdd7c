/** Who says it, as the text names them: the noun phrase behind a verb of saying, before it, or in its clause. */
import type { Claim } from '../analysis.ts'
import { bodyHead } from '../entities/body-heads.ts'
import type { Mention } from '../entities/mention.ts'
import { areOfficers } from '../entities/officers.ts'
import type { SentenceView } from '../events/sentence.ts'
import { isFiniteVerb } from '../lexicon/finite.ts'
import { vocabulary } from '../lexicon/vocabulary.ts'
import { bare, withoutPronoun } from '../text/clitics.ts'
import { isFunctionWord, wordsOf } from '../text/document.ts'
import { offsetOfLetter } from '../text/fold.ts'
import { RELATIVES } from '../text/function-words.ts'
import { perWord, wordOf } from '../text/word.ts'
import { isMasdar, isOwnedMasdar } from './masdars.ts'
import { isAccusative, isAddressee, isJoinedVerb, isKunya, isPassed, isSelf } from './passed.ts'
import { isSource, isThat, nounOfSaying } from './sayings.ts'

/** A noun phrase that speaks. */
export interface Phrase {
  /** Token indexes, half-open; an office before a name is part of it. */
  from: number
  to: number
  mention?: Mention
}

/** A source that keeps its name back: «رفض الكشف عن هويته», «طلب عدم ذكر اسمه», «لم تسمه». */
const UNNAMED = /^(?:رفض|رفضت|طلب|طلبت|فضل|فضلت|اشترط|اشترطت|لم|رفضوا|طلبوا)$/
const IDENTITY = /^(?:هويته|هويتها|هويتهم|اسمه|اسمها|اسمهم|اسماءهم|تسمه|تسمها|يسمه|ذكره|الاسم|الهويه)$/
const IDENTITY_REACH = 7
const DESCRIBES = /(?:ه|يه|ي|ون|ين|ان)$/
/** Longer is no name of a speaker any more. */
const LONGEST = 12
/** Where something was said, not whose it is: «قال مسؤول في بيان». */
const OCCASION =
  /^(?:ال)?(?:بيان|تصريح|تصريحات|حديث|كلمه|كلمته|خطاب|خطابه|موءتمر|مءتمر|مقابله|حوار|اتصال|رساله|تقرير|ختام|اعقاب|اطار|سياق|رد|وقت|افتتاح|مداخله|تغريده|بدايه|نهايه|تعليق|اشاره|لقاء|مستهل|جلسه|ندوه|منشور|تدوينه|تقريره|بيانه|حديثه|الوقت|شان|هذا|ذلك)$/

/** The noun phrase that begins at a token, or undefined when none does that could speak. */
export function phraseAt(view: SentenceView, at: number, limit: number): Phrase | undefined {
  const { tokens } = view.document
  if (at >= limit) return undefined
  const named = view.startsAt.get(at)
  if (named && named.via !== 'nisba')
    return named.preposition === ''
      ? withName(view, { from: at, to: withEpithet(view, named.to, limit), mention: named }, limit)
      : undefined
  const head = tokens[at]!
  if (head.kind !== 'word' || (isFunctionWord(head) && !isKunya(tokens, at)) || view.isTime(at)) return undefined
  const stem = bare(head.key)
  const source = isSource(stem)
  if (isFiniteVerb(head) && !source && !head.text.startsWith('آ')) return undefined
  if (nounOfSaying(head)?.participle || isJoinedVerb(head)) return undefined
  const definite = bare(head.key) !== head.key && !PARENTS.test(head.key)
  const owned = isOwned(head)
  const office = vocabulary().titles.has(stem) || vocabulary().titles.has(stem.replace(/ا$/, ''))
  let mention: Mention | undefined
  let to = at + 1
  let placed = false
  let determined = definite || owned
  while (to < limit && to - at < LONGEST) {
    const token = tokens[to]!
    if (isSelf(token.key)) {
      to++
      break
    }
    if ((isAccusative(token) && !isAccusative(head)) || isPassed(token)) break
    // «قيادة العمليات استهداف المدنيين»: what is indefinite behind what is definite belongs to it no more.
    if (determined && isMasdar(token) && !view.startsAt.has(to)) break
    // «مصدر برلماني تكليف الوزير»: nor behind the adjective of a source.
    if (
      source &&
      !definite &&
      to > at + 1 &&
      DESCRIBES.test(tokens[to - 1]!.key) &&
      isMasdar(token) &&
      !/^م.*ه$/.test(token.key) &&
      !nounOfSaying(token)
    )
      break
    // «دبلوماسي غربي قال»: where he comes from, no preposition.
    if (/^(?:شرق|غرب|شمال|جنوب)ي$/.test(token.key) && !placesSomething(view, to + 1)) {
      to++
      continue
    }
    // Behind «في الوزارة» only what describes it goes on.
    if (
      placed &&
      !view.startsAt.has(to) &&
      !/^ال.*(?:ي|يه)$/.test(token.key) &&
      token.kind === 'word' &&
      !UNNAMED.test(token.key) &&
      !isFunctionWord(token)
    )
      break
    const inner = view.startsAt.get(to)
    if (inner && inner.via !== 'nisba') {
      // «تطالب النقابة الحكومة بـ»: nobody's, being definite.
      if (definite && to === at + 1 && inner.type !== 'person' && head.text.endsWith('ة')) break
      // «اتهمت عائلاتهم الشرطة بـ»: nor is what has its owner's pronoun.
      if (owned && inner.type !== 'person') break
      // «طالب البيان الختامي إيران بـ»: what is definite stands in no construct.
      if (definite && !office && inner.type !== 'person' && inner.preposition === '') break
      if (inner.preposition !== '' && !((source || office) && inner.preposition === 'ل')) break
      // «العقيد المتقاعد والباحث فلان»: two of his offices before a name.
      // «حمّل البيان وزير الداخلية»: a text has no bearer.
      if (definite && inner.type === 'person' && isText(head)) break
      if (inner.conjunction !== '' && !(office && inner.type === 'person' && inner.titleFrom === to)) break
      // «الخبير الاقتصادي فلان»: a name behind a definite noun is its bearer's; «مدير شركة فلان» goes on with it.
      if (inner.type === 'person' && inner.via === 'name' && (determined || source || office)) mention = inner
      determined = true
      to = inner.to
      if (mention) break
      continue
    }
    if (view.isTime(to) || RELATIVES.has(token.key) || isThat(token)) break
    // «نفى المدير التهم»: what is said describes nobody.
    if ((definite || owned) && isAlleged(token)) break
    // «الاتحاد الحكومة»: two bodies side by side.
    if (determined && /^ال/.test(token.key) && bodyHead(token) && bodyHead(head)) break
    const called = nameBehindCalling(view, to, limit)
    if (called !== undefined) {
      to = called
      break
    }
    if (UNNAMED.test(token.key)) {
      const end = identityBehind(view, to, limit)
      if (end === undefined) break
      to = end
      break
    }
    if (token.kind === 'latin') {
      to++
      continue
    }
    if (token.kind !== 'word') {
      // «صحيفة "المستقبل"», «وكالة (سانا)»: a name in marks.
      const close = nameInMarks(view, to, limit)
      if (close === undefined) break
      to = close
      continue
    }
    if (isFunctionWord(token)) {
      const belongs =
        source &&
        (/^(?:في|لدي|باسم)$/.test(token.key) ||
          (!definite && /^(?:من|عن|بين)$/.test(token.key)) ||
          /^مطلع/.test(tokens[to - 1]!.key)) &&
        tokens[to + 1]?.kind === 'word' &&
        !OCCASION.test(tokens[to + 1]!.key) &&
        !view.isTime(to + 1) &&
        to + 1 < limit
      if (!belongs) break
      placed = true
      const place = view.startsAt.get(to + 1)
      // «في علم الاجتماع»: an indefinite noun with what completes it.
      const construct = place === undefined && !/^ال/.test(tokens[to + 1]!.key) && /^ال/.test(tokens[to + 2]?.key ?? '')
      to = place?.to ?? (construct ? to + 3 : to + 2)
      // «من غينيا والسنغال».
      for (let m = view.startsAt.get(to); place && m?.conjunction === 'و' && m.to <= limit; m = view.startsAt.get(to)) {
        if (m.type !== 'place' && m.type !== 'state') break
        to = m.to
      }
      continue
    }
    // «مديرية أمن طرابلس»: three letters between two nouns are one.
    const inConstruct = to === at + 1 && !definite && token.key.length === 3 && view.startsAt.has(to + 1)
    if (isFiniteVerb(token) && !view.isName(to) && !inConstruct) break
    // «الشركة رسائل», «النصارى حرفوا»: what is indefinite describes nothing definite.
    if (
      (definite || owned) &&
      !office &&
      (!source || head.text.endsWith('ة')) &&
      !named &&
      token.kind === 'word' &&
      !isFunctionWord(token) &&
      !/^ال/.test(token.key) &&
      !view.startsAt.has(to)
    )
      break
    // «النقابة القرار»: what does not agree describes it not.
    if (to === at + 1 && definite && head.text.endsWith('ة') && /^ال/.test(token.key) && !/(?:ه|ي)$/.test(token.key))
      break
    if (/^(?:ال)?(?:قوله|قولها|قولهم)$/.test(token.key) || nounOfSaying(token)?.participle) break
    if (isAddressee(token) || (/^بال.{2}/.test(token.key) && isText(head))) break
    determined ||= bare(token.key) !== token.key
    to++
  }
  const phrase = { from: at, to, ...(mention && { mention }) }
  return mention || !office ? phrase : withName(view, phrase, limit)
}

const isAlleged = perWord(({ key }) =>
  /^ال(?:اتهام|اتهامات|مزاعم|ادعاء|ادعاءات|شاءعات|افتراءات|تهمه|تهم|انباء|تصريحات)$/.test(key),
)

/** Whether a word is people with their owner's pronoun: «عائلاتهم». */
export const isOwned = perWord(({ key, text }) => {
  const stem = text.endsWith('ة') ? undefined : withoutPronoun(key)
  if (stem === undefined) return false
  const { groups, titles } = vocabulary()
  return groups.has(stem) || titles.has(stem) || groups.has(stem.replace(/ت$/, 'ه')) || isSource(stem)
})

/** Where an office goes on before its bearer is named: «وكيل الوزارة لشؤون النفط والغاز سليم الحداد». */
const OFFICE_REACH = 9
function withName(view: SentenceView, phrase: Phrase, limit: number): Phrase {
  const { mention } = phrase
  if (mention && (mention.type !== 'person' || mention.via === 'name')) return phrase
  const { tokens } = view.document
  for (let at = phrase.to; at < Math.min(limit, phrase.to + OFFICE_REACH); at++) {
    const token = tokens[at]!
    const name = view.startsAt.get(at)
    if (name?.type === 'person' && name.preposition === '' && name.conjunction === '') {
      const own = name.via === 'name' && (name.titleFrom === undefined || /^ال/.test(tokens[name.titleFrom]!.key))
      return own && name.to <= limit ? { ...phrase, to: name.to, mention: name } : phrase
    }
    if (token.kind !== 'word' || isThat(token) || RELATIVES.has(token.key) || OCCASION.test(token.key)) return phrase
    if (view.isTime(at) || isPassed(token) || isAddressee(token) || isMasdar(token) || isAccusative(token))
      return phrase
    if (isFunctionWord(token) && !/^(?:في|من|عن|لدي|باسم)$/.test(token.key)) return phrase
    if (isFiniteVerb(token) && !view.isName(at)) return phrase
  }
  return phrase
}

/** «كامل الدالي مدرب المنتخب»: nothing of it is taken but marks that name keeps back. */
function withEpithet(view: SentenceView, to: number, limit: number): number {
  const token = view.document.tokens[to]
  if (token === undefined || to >= limit) return to
  const place = token.key === 'في' ? view.startsAt.get(to + 1) : undefined
  // «النيابة العامة في تونس»: which one.
  if (place && place.to <= limit && (place.type === 'place' || place.type === 'state') && place.conjunction === '') {
    const body = view.mentions.findLast((m) => m.to === to)
    if (body && (body.via === 'body' || body.via === 'group')) return place.to
  }
  if (isSelf(token.key)) return to + 1
  const states = ofStates(view, to, limit)
  if (states !== undefined) return states
  // «مصادر مطلعة», «خبراء عسكريون»: what describes people called by a noun.
  const before = view.mentions.findLast((m) => m.to === to)
  if (
    before?.via === 'group' &&
    before.to === before.from + 1 &&
    DESCRIBES.test(token.key) &&
    !/^[وفبل]?ال|^[وف]/.test(token.key) &&
    !isFunctionWord(token) &&
    !isAccusative(token) &&
    !isOwnedMasdar(token) &&
    !isJoinedMasdar(token) &&
    nounOfSaying(token) === undefined &&
    !isFiniteVerb(token)
  )
    return to + 1
  if (!UNNAMED.test(token.key)) return to
  return identityBehind(view, to, limit) ?? to
}

/** «وزراء خارجية فرنسا وألمانيا»: past the states that a group of officers is of, its last word without an article; undefined where it is of none. */
function ofStates(view: SentenceView, to: number, limit: number): number | undefined {
  const first = view.startsAt.get(to)
  if (first?.type !== 'state' || first.preposition !== '' || first.conjunction !== '' || first.via === 'nisba')
    return undefined
  const group = view.mentions.findLast((m) => m.to === to)
  const { key } = view.document.tokens[to - 1]!
  if (group?.via !== 'group' || /^ال|(?:ون|ين|ان)$/.test(key) || !areOfficers(view.document.tokens[group.from]!))
    return undefined
  let end = first.to
  for (
    let m = view.startsAt.get(end);
    m?.type === 'state' && m.conjunction === 'و' && m.to <= limit;
    m = view.startsAt.get(end)
  )
    end = m.to
  return end
}

function identityBehind(view: SentenceView, at: number, limit: number): number | undefined {
  for (let i = at + 1; i < Math.min(limit, at + IDENTITY_REACH); i++)
    if (IDENTITY.test(view.document.tokens[i]!.key)) return i + 1
  return undefined
}

/** «مجموعة تطلق على نفسها اسم «سرب الريح»», «رجل يدعى سليم»: past the name that a description gives, or undefined. */
function nameBehindCalling(view: SentenceView, at: number, limit: number): number | undefined {
  const { tokens } = view.document
  if (!/^(?:[يت]طلق|[يت]سمي|[يت]دعي|[يت]عرف|اسم(?:ه|ها)|[يت]كني)$/.test(tokens[at]!.key)) return undefined
  for (let i = at + 1; i < Math.min(limit, at + 5); i++) {
    const name = view.startsAt.get(i)
    const close = nameInMarks(view, i, limit)
    if (close !== undefined) return close
    if (name?.via === 'name') return name.to
  }
  return undefined
}

function nameInMarks(view: SentenceView, at: number, limit: number): number | undefined {
  const { tokens } = view.document
  if (!/^["«“(]$/.test(tokens[at]!.text)) return undefined
  for (let i = at + 1; i < Math.min(limit, at + 6); i++) if (/^["»”)]$/.test(tokens[i]!.text)) return i + 1
  return undefined
}

/** The words of a phrase, without what is joined before it. */
export function textOf(view: SentenceView, { from, to, mention }: Phrase): string {
  const { tokens, text } = view.document
  const first = tokens[from]!
  const joined =
    mention && (mention.titleFrom ?? mention.from) === from
      ? mention.conjunction.length + mention.preposition.length
      : joinedLetters(view, from)
  if (/^لل/.test(first.key) && (mention === undefined || joined === 1))
    return `ا${wordsOf(text, { start: first.start + offsetOfLetter(first.text, 1), end: tokens[to - 1]!.end })}`
  const start = joined > 0 && joined < first.key.length ? first.start + offsetOfLetter(first.text, joined) : first.start
  return wordsOf(text, { start, end: tokens[to - 1]!.end })
}

const isText = perWord(({ key }) => /^(?:ال)?(?:بيان|بلاغ|تقرير|رساله|مذكره|دراسه|وثيقه|نص|قرار)$/.test(key))
/** «ملوحين بإقالة»: an act behind a preposition. */
const isJoinedMasdar = perWord(({ key }) => /^[بل].{4}/.test(key) && isMasdar({ word: wordOf(key.slice(1), 'word') }))

/** Whether a place stands at a token, so that a word of direction before it is a preposition («غربي المدينة»). */
function placesSomething(view: SentenceView, at: number): boolean {
  const token = view.document.tokens[at]
  return token?.kind === 'word' && (/^ال/.test(token.key) || (view.startsAt.has(at) && !isThat(token)))
}

/** «والدة أحدهم»: no «و» before a definite noun. */
const PARENTS = /^والد(?:ه|ي|ا|ين|ته|تها|تهم|ها|هم)?$/

function joinedLetters(view: SentenceView, at: number): number {
  const { key } = view.document.tokens[at]!
  if (/^[وف]ال.{2}/.test(key)) return PARENTS.test(key) ? 0 : 1
  return /^[وفل]/.test(key) && !isSource(key) && isSource(key.slice(1)) ? 1 : 0
}

/** The phrase of a mention, its office included. */
export function phraseOf(mention: Mention): Phrase {
  return { from: mention.titleFrom ?? mention.from, to: mention.to, mention }
}

/** A speaker as a claim shows it: the words, and the entity where one is named. */
export function speakerText(view: SentenceView, phrase: Phrase): Claim['speaker'] {
  const text = textOf(view, phrase)
  return phrase.mention ? { text, entity: phrase.mention.key } : { text }
}

/** The words of a range of tokens, without what is joined before the first. */
export function wordsFrom(view: SentenceView, from: number, to: number, joined: number): string {
  const first = view.document.tokens[from]!
  const start = joined > 0 ? first.start + offsetOfLetter(first.text, joined) : first.start
  return wordsOf(view.document.text, { start, end: view.document.tokens[to - 1]!.end })
}
