/** Who says it, as the text names them: the noun phrase behind a verb of saying, before it, or in its clause. */
import type { Mention } from '../entities/mention.ts'
import type { SentenceView } from '../events/sentence.ts'
import { isFiniteVerb } from '../lexicon/finite.ts'
import { vocabulary } from '../lexicon/vocabulary.ts'
import { bare, readings, withoutPronoun } from '../text/clitics.ts'
import { isFunctionWord, wordsOf } from '../text/document.ts'
import { offsetOfLetter } from '../text/fold.ts'
import { DEMONSTRATIVES, PREPOSITIONS, QUANTIFIERS, RELATIVES } from '../text/function-words.ts'
import { perWord } from '../text/word.ts'
import { isSource, nounOfSaying, THAT } from './sayings.ts'

/** A noun phrase that speaks. */
export interface Phrase {
  /** Token indexes, half-open; an office before a name is part of it. */
  from: number
  to: number
  mention?: Mention
}

/** Words that stand between a verb of saying and its subject and belong to neither. */
const PASSED =
  /^(?:ايضا|كذلك|مجددا|بدوره|بدورها|بدورهم|علنا|صراحه|رسميا|لاحقا|ان ذاك|امس|مرارا|بوضوح|بحزم|بشده|بلهجه|ثانيه|فقط|ذاته|نفسه|هنا|انذاك|حينها|بالمقابل|بالمناسبه|اخيرا|ساخرا|متساءلا|فيه|فيها|له|لها|لهم|به|بها|عليه|عليها|معه|معها|منه|منها|عنه|عنها|خلاله|خلالها|اليه|اليها|ردا|تعليقا|تعقيبا|جوابا|استنادا)$/
/** «لوكالة فرانس برس», «للصحافيين»: whom it was said to. */
const ADDRESSEE =
  /^[وف]?ل(?:وكاله|وكالات|صحيفه|قناه|اذاعه|موقع|تلفزيون|مجله|مراسل|برنامج|راديو|لصحافيين|لصحفيين|لصحافه|لقناه|لوكاله|لتلفزيون|لاذاعه|لجزيره|لصحيفه|لموقع|نظير|لجنه|شبكه|لاناضول|وسائل|وساءل)/
/** A source that keeps its name back: «رفض الكشف عن هويته», «طلب عدم ذكر اسمه», «لم تسمه». */
const UNNAMED = /^(?:رفض|رفضت|طلب|طلبت|فضل|فضلت|اشترط|اشترطت|لم|رفضوا|طلبوا)$/
const IDENTITY = /^(?:هويته|هويتها|هويتهم|اسمه|اسمها|اسمهم|اسماءهم|تسمه|تسمها|يسمه|ذكره|الاسم|الهويه)$/
const IDENTITY_REACH = 7
const DESCRIBES = /(?:ه|يه|ي|ون|ين)$/
/** «المصدر ذاته». */
const SELF = /^(?:ذاته|نفسه|ذاتها|نفسها|انفسهم|عينه)$/
/** Whether a word only points back to the noun before it: «ذاته». */
export const isSelf = (key: string): boolean => SELF.test(key)

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
    return named.preposition === '' ? { from: at, to: withEpithet(view, named.to, limit), mention: named } : undefined
  const head = tokens[at]!
  if (head.kind !== 'word' || isFunctionWord(head) || view.isTime(at)) return undefined
  const source = isSource(bare(head.key))
  if (isFiniteVerb(head) && !source && named === undefined) return undefined
  if (nounOfSaying(head)?.participle) return undefined
  const definite = bare(head.key) !== head.key
  const office = vocabulary().titles.has(bare(head.key))
  let mention: Mention | undefined
  let to = at + 1
  let placed = false
  while (to < limit && to - at < LONGEST) {
    const token = tokens[to]!
    if (SELF.test(token.key)) {
      to++
      break
    }
    if (isAccusative(token) || PASSED.test(token.key)) break
    // «دبلوماسي غربي قال»: where he comes from, no preposition.
    if (
      /^(?:شرق|غرب|شمال|جنوب)ي$/.test(token.key) &&
      (tokens[to + 1]?.kind !== 'word' || THAT.has(tokens[to + 1]!.key))
    ) {
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
      if (inner.preposition !== '' && !((source || office) && inner.preposition === 'ل')) break
      // «العقيد المتقاعد والباحث فلان»: two of his offices before a name.
      if (inner.conjunction !== '' && !(office && inner.type === 'person' && inner.titleFrom === to)) break
      // «الخبير الاقتصادي فلان»: a name behind a definite noun is its bearer's; «مدير شركة فلان» goes on with it.
      if (inner.type === 'person' && inner.via === 'name' && (definite || source || office)) mention = inner
      to = inner.to
      if (mention) break
      continue
    }
    if (view.isTime(to) || RELATIVES.has(token.key) || THAT.has(token.key)) break
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
        /^(?:في|من|لدي|باسم|عن|بين)$/.test(token.key) &&
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
      continue
    }
    if (isFiniteVerb(token) && !view.isName(to)) break
    if (/^(?:ال)?(?:قوله|قولها|قولهم)$/.test(token.key) || nounOfSaying(token)?.participle) break
    if (ADDRESSEE.test(token.key)) break
    to++
  }
  return { from: at, to, ...(mention && { mention }) }
}

/** «كامل الدالي مدرب المنتخب»: nothing of it is taken but marks that name keeps back. */
function withEpithet(view: SentenceView, to: number, limit: number): number {
  const token = view.document.tokens[to]
  if (token === undefined || to >= limit) return to
  if (SELF.test(token.key)) return to + 1
  // «مصادر مطلعة», «خبراء عسكريون»: what describes people called by a noun.
  const before = view.mentions.findLast((m) => m.to === to)
  if (
    before?.via === 'group' &&
    before.to === before.from + 1 &&
    DESCRIBES.test(token.key) &&
    !/^[وفبل]?ال|^[وف]/.test(token.key) &&
    !isFunctionWord(token) &&
    !isAccusative(token) &&
    nounOfSaying(token) === undefined &&
    !isFiniteVerb(token)
  )
    return to + 1
  if (!UNNAMED.test(token.key)) return to
  return identityBehind(view, to, limit) ?? to
}

function identityBehind(view: SentenceView, at: number, limit: number): number | undefined {
  for (let i = at + 1; i < Math.min(limit, at + IDENTITY_REACH); i++)
    if (IDENTITY.test(view.document.tokens[i]!.key)) return i + 1
  return undefined
}

function nameInMarks(view: SentenceView, at: number, limit: number): number | undefined {
  const { tokens } = view.document
  if (!/^["«“(]$/.test(tokens[at]!.text)) return undefined
  for (let i = at + 1; i < Math.min(limit, at + 6); i++) if (/^["»”)]$/.test(tokens[i]!.text)) return i + 1
  return undefined
}

/** The subject behind a verb, past adverbs, times, whom it was said to and where: up to what is said. */
export function subjectBehind(view: SentenceView, verb: number, opener: number): Phrase | undefined {
  const { tokens } = view.document
  for (let at = verb + 1; at < opener; ) {
    const token = tokens[at]!
    if (token.kind === 'mark' || view.isTime(at) || PASSED.test(token.key)) {
      if (/^["«“]$/.test(token.text)) return undefined
      at++
      continue
    }
    if (isNounBehindPreposition(view, at)) {
      const free = isFunctionWord(token) ? at + 1 : at
      at = Math.max(at + 1, endOfPrepositional(view, free, opener))
      continue
    }
    // «نفت نفيا قاطعا أن»: the absolute object, with what describes it.
    if (isAccusative(token)) {
      do at++
      while (at < opener && /[^اءىو]ا$/.test(tokens[at]!.key))
      continue
    }
    if (DEMONSTRATIVES.has(token.key) && tokens[at + 1]) {
      const pointed = phraseAt(view, at + 1, opener)
      return pointed && { ...pointed, from: at }
    }
    if (QUANTIFIERS.has(bare(token.key)) || QUANTIFIERS.has(token.key)) return someOf(view, at, opener)
    if (isFunctionWord(token) && !view.startsAt.has(at)) return undefined
    const phrase = phraseAt(view, at, opener)
    return phrase && withNameBetweenCommas(view, phrase, opener)
  }
  return undefined
}

/** «العديد من الخبراء», «بعض المسؤولين»: some of those named behind. */
function someOf(view: SentenceView, at: number, opener: number): Phrase | undefined {
  const from = view.document.tokens[at + 1]?.key === 'من' ? at + 2 : at + 1
  const whole = phraseAt(view, from, opener)
  if (whole) return { from: at, to: whole.to }
  // «البعض», «الكثيرون»: said of people without saying of which.
  return /^ال/.test(view.document.tokens[at]!.key) ? { from: at, to: at + 1 } : undefined
}

/** «محامي المتهم، سليم الحداد، أنه سيطعن»: the name behind an office is its bearer's. */
function withNameBetweenCommas(view: SentenceView, phrase: Phrase, opener: number): Phrase {
  const { tokens } = view.document
  const name = view.startsAt.get(phrase.to + 1)
  const comma = (at: number) => /^[،,]$/.test(tokens[at]?.text ?? '')
  const named = phrase.mention !== undefined && phrase.mention.via !== 'title' && phrase.mention.via !== 'group'
  if (named || name?.type !== 'person' || name.via !== 'name' || name.to > opener) return phrase
  return comma(phrase.to) && comma(name.to) ? { ...phrase, to: name.to, mention: name } : phrase
}

/** An indefinite accusative of the general vocabulary («نفيا», «بيانا», «قائلا»): no subject. */
export const isAccusative = perWord(({ kind, key, text }): boolean => {
  if (kind !== 'word' || key.length < 4 || !/[^اءىو]ا$/.test(key)) return false
  const { events, speech, groups, titles } = vocabulary()
  const stem = key.slice(0, -1)
  return (
    text.endsWith('ً') ||
    text.endsWith('ًا') ||
    events.has(stem) ||
    speech.has(stem) ||
    speech.has(key) ||
    groups.has(stem) ||
    titles.has(stem)
  )
})

/** Whether a preposition, free or joined, stands at a token. */
export function isNounBehindPreposition(view: SentenceView, at: number): boolean {
  const token = view.document.tokens[at]!
  const named = view.startsAt.get(at)
  if (named) return named.preposition !== ''
  if (isFunctionWord(token)) return PREPOSITIONS.has(token.key)
  if (ADDRESSEE.test(token.key) || /^[وف]?(?:لل|بال).{2}/.test(token.key)) return true
  if (!/^[بل].{3}/.test(token.key)) return false
  const { events, groups, titles, speech } = vocabulary()
  const known = (stem: string) => events.has(stem) || groups.has(stem) || titles.has(stem) || speech.has(stem)
  return !known(token.key) && readings(token.key).some((r) => r.preposition !== '' && known(r.stem))
}

/** Past the noun phrase of a preposition: its noun, what describes it, and names in construct with it. */
function endOfPrepositional(view: SentenceView, at: number, limit: number): number {
  const { tokens } = view.document
  const named = view.startsAt.get(at)
  if (named) return named.to
  let to = at + 1
  let definite = tokens[at] !== undefined && bare(tokens[at]!.key) !== tokens[at]!.key
  while (to < limit) {
    const token = tokens[to]!
    const inner = view.startsAt.get(to)
    if (token.kind !== 'word' || isFunctionWord(token) || view.isTime(to)) break
    if (inner && inner.via !== 'nisba') {
      // «في تصريح لقناة …»: goes on; «في بيان وزير الخارجية»: of an indefinite noun it is the owner.
      // «بعد لقائه الرئيس»: an act with its doer's pronoun has him as its object.
      const onBehalf =
        tokens[at]!.key === 'لسان' ||
        (to === at + 1 && withoutPronoun(tokens[at]!.key) !== undefined && !tokens[at]!.text.endsWith('ة'))
      if (inner.preposition !== '' || onBehalf || (!definite && inner.conjunction === '' && inner.type !== 'person')) {
        to = inner.to
        definite = true
        continue
      }
      break
    }
    const own = bare(token.key) !== token.key
    if (definite && !own) break
    definite ||= own
    to++
  }
  return to
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

function joinedLetters(view: SentenceView, at: number): number {
  const { key } = view.document.tokens[at]!
  if (/^[وف]ال.{2}/.test(key)) return 1
  return /^[وف]/.test(key) && isSource(key.slice(1)) ? 1 : 0
}

/** The phrase of a mention, its office included. */
export function phraseOf(mention: Mention): Phrase {
  return { from: mention.titleFrom ?? mention.from, to: mention.to, mention }
}
