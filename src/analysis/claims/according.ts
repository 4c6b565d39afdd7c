/** Sources named beside what they say: «بحسب تقارير غربية», «نقلا عن مسؤول», «وفق ما أعلن الجيش», «كما ذكرت الوكالة», «على حد قوله». */
import type { Stance } from '../analysis.ts'
import { clauseAt, type SentenceView } from '../events/sentence.ts'
import { isFiniteBehindConjunction, isFiniteVerb } from '../lexicon/finite.ts'
import { bare } from '../text/clitics.ts'
import { isFunctionWord } from '../text/document.ts'
import type { Token } from '../text/tokens.ts'
import { perWord } from '../text/word.ts'
import { conjunctionAt, contentBefore } from './beside.ts'
import { contentBehind } from './content.ts'
import { contentEnd } from './content-end.ts'
import { type Content, stretch } from './extent.ts'
import { isOpinion, leadOf } from './leads.ts'
import type { Reading } from './reading.ts'
import { isSource, nounOfSaying, sayingNounAt, verbOfSaying } from './sayings.ts'
import { type Phrase, phraseAt } from './speakers.ts'
import { subjectBehind } from './subject-behind.ts'

/** What the source says, where it stands, and by whom; `carried`: by whoever spoke last. */
export interface According {
  speaker: Phrase | 'carried'
  gender: 'masculine' | 'feminine'
  stance: Stance
  content: Content
  /** Behind the word or words that lead to the source. */
  to: number
  joined: 0 | 1
}

/** Behind «وفق» these are no source: «وفق هذه المعطيات», «وفق القانون». */
const NO_SOURCE = new Set(
  'هذه هذا ذلك القانون الدستور المعايير الاتفاق الاتفاقيه المعطيات خطه برنامج جدول منظور روايه مبدا شروط احكام نظام قانون قواعد معايير'.split(
    ' ',
  ),
)
/** What stands before «كما ذكرت» is what was said only if it is that long. */
const SHORTEST = 4

/** The source that a word leads to, with what it says, or undefined. */
export function according(reading: Reading, at: number): According | undefined {
  const { view } = reading
  const { tokens } = view.document
  const lead = leadOf(tokens[at]!)
  if (lead === undefined) return undefined
  const next = tokens[at + 1]
  if (next === undefined || at + 1 >= view.to) return undefined
  if (lead.word === 'on' && next.key === 'ما') return onWhatHeSaid(reading, at, lead.joined)
  if (lead.word === 'on') return onHisWord(reading, at, lead.joined) ?? onAuthorityOf(reading, at, lead.joined)
  if (lead.word === 'in') return isOpinion(next) ? inOpinion(reading, at, at + 1, lead.joined) : undefined
  if (lead.word === 'opinion') return inOpinion(reading, at, at, lead.joined)
  if (lead.word === 'as') return asSaid(reading, at, lead.joined)
  if (lead.word === 'quoting') return next.key === 'عن' ? named(reading, at, at + 2, lead.joined) : undefined
  // «وفق ما أعلن الجيش», «حسبما ذكرت الوكالة».
  if (next.key === 'ما' || tokens[at]!.key.endsWith('حسبما')) {
    const verb = next.key === 'ما' ? at + 2 : at + 1
    return verb < view.to ? sayingOf(reading, at, verb, lead.joined) : undefined
  }
  // «وفق قوله», «بحسب روايتها».
  if (isHisWord(next)) return carriedWord(reading, at, at + 1, lead.joined)
  return NO_SOURCE.has(next.key) ? undefined : named(reading, at, at + 1, lead.joined)
}

/** «على ذمة مصدر وزاري», «على لسان» has its subject before it. */
function onAuthorityOf(reading: Reading, at: number, joined: 0 | 1): According | undefined {
  const { tokens } = reading.view.document
  // «على ذمة التحقيق»: until it is over.
  return tokens[at + 1]!.key === 'ذمه' && !isProceeding(tokens[at + 2]) ? named(reading, at, at + 2, joined) : undefined
}

/** «…، على ما أفاد به محافظ البلدة». */
function onWhatHeSaid(reading: Reading, at: number, joined: 0 | 1): According | undefined {
  const { tokens } = reading.view.document
  if (!isComma(tokens[at - 1]) || at + 2 >= reading.view.to || !verbOfSaying(tokens[at + 2]!)) return undefined
  const told = sayingOf(reading, at, at + 2, joined)
  if (told === undefined || told.speaker === 'carried') return undefined
  return told.speaker.mention || isSource(bare(tokens[told.speaker.from]!.key)) ? told : undefined
}

const PROCEEDING = /^(?:ال)?(?:تحقيق|تحقيقات|قضيه|قضايا|محاكمه|محاكمات)$/
const isProceeding = (token: Token | undefined): boolean => token !== undefined && PROCEEDING.test(token.key)

/** «في تقدير الباحث», «برأيه»: by the token of the noun. */
function inOpinion(reading: Reading, at: number, noun: number, joined: 0 | 1): According | undefined {
  const { key } = reading.view.document.tokens[noun]!
  return /.{3}(?:ه|ها|هم|هما)$/.test(key)
    ? carriedWord(reading, at, noun, joined)
    : named(reading, at, noun + 1, joined)
}

const isHisWord = perWord(({ key }) =>
  /^(?:قول|تعبير|وصف|زعم|راي|تقدير|روايت|تصريحات|كلام|افادت|ادعاء|شهادت)(?:ه|ها|هم)$/.test(key),
)

/** What is said by who spoke last, where nothing else tells that it is said. */
function carriedWord(reading: Reading, at: number, word: number, joined: 0 | 1): According | undefined {
  const { view, found } = reading
  const { key } = view.document.tokens[word]!
  const content = around(reading, at, word + 1)
  if (content === undefined || found.some((claim) => claim.from <= content.from && claim.to > content.from))
    return undefined
  const gender = key.endsWith('ها') ? 'feminine' : 'masculine'
  return { speaker: 'carried', gender, stance: 'asserts', content, to: word + 1, joined }
}

function named(reading: Reading, at: number, from: number, joined: 0 | 1): According | undefined {
  const { view } = reading
  const { tokens } = view.document
  const phrase = from < view.to ? phraseAt(view, from, view.to) : undefined
  if (phrase === undefined) return undefined
  const head = tokens[phrase.from]!
  const noun = nounOfSaying(head)
  const speaks = phrase.mention
    ? phrase.mention.type !== 'place'
    : isSource(bare(head.key)) || (noun !== undefined && !noun.participle) || /^ال.{3,}(?:ين|ون)$/.test(head.key)
  if (!speaks) return undefined
  const content = around(reading, at, phrase.to)
  return (
    content && { speaker: withIssuer(view, phrase), gender: 'masculine', stance: 'asserts', content, to: from, joined }
  )
}

/** «تقرير صادر عن منظمة العفو», «دراسة نشرتها جامعة دمشق»: whose text it is. */
function withIssuer(view: SentenceView, phrase: Phrase): Phrase {
  const { tokens } = view.document
  const token = tokens[phrase.to]
  if (phrase.mention || token === undefined || !isIssued(token)) return phrase
  const at = tokens[phrase.to + 1]?.key === 'عن' ? phrase.to + 2 : phrase.to + 1
  // «عن منظمة «أطباء بلا حدود»».
  const issuer = view.startsAt.get(at) ?? view.startsAt.get(at + 1) ?? view.startsAt.get(at + 2)
  return issuer && issuer.type !== 'place' && issuer.preposition === ''
    ? { from: phrase.from, to: issuer.to, mention: issuer }
    : phrase
}
const isIssued = perWord(({ key }) =>
  /^(?:صادر|صادره|صدر|صدرت|(?:نشر|نشرت|اصدر|اصدرت|اعد|اعدت|انجز|انجزت|وزع|وزعت|اجرت|اجري)(?:ه|ها))$/.test(key),
)

/** «وفق ما أعلن الجيش»: a verb of saying with its subject, the content outside. */
function sayingOf(reading: Reading, at: number, verb: number, joined: 0 | 1): According | undefined {
  const { view } = reading
  const { tokens } = view.document
  const saying = verbOfSaying(tokens[verb]!)
  if (saying === undefined) {
    if (/^علمت?$/.test(tokens[verb]!.key)) return learntFrom(reading, at, verb, joined)
    // «حسب ما أسرت به مصادر»: whatever the verb, a source says it.
    const source = isFiniteVerb(tokens[verb]!) ? subjectBehind(view, verb, view.to) : undefined
    if (source === undefined || !isSource(bare(tokens[source.from]!.key))) return undefined
    const told = around(reading, at, source.to)
    return told && { speaker: source, gender: 'masculine', stance: 'asserts', content: told, to: verb + 1, joined }
  }
  const subject = subjectBehind(view, tokens[verb + 1]?.key === 'به' ? verb + 1 : verb, view.to)
  const content = around(reading, at, subject?.to ?? verb + 1)
  return (
    content && {
      speaker: subject ?? 'carried',
      gender: saying.subject === 'feminine' ? 'feminine' : 'masculine',
      stance: saying.entry.stance,
      content,
      to: verb + 1,
      joined,
    }
  )
}

/** «بحسب ما علمت الوكالة من مصدر طبي»: the source, not who learnt it. */
function learntFrom(reading: Reading, at: number, verb: number, joined: 0 | 1): According | undefined {
  const { tokens } = reading.view.document
  for (let i = verb + 1; i < Math.min(reading.view.to, verb + 7); i++)
    if (tokens[i]!.key === 'من') return named(reading, at, i + 1, joined)
  return undefined
}

/** «… كما ذكرت الوكالة»: what stands before, unless the verb says something of its own behind it. */
function asSaid(reading: Reading, at: number, joined: 0 | 1): According | undefined {
  const { view, quotes } = reading
  const saying = verbOfSaying(view.document.tokens[at + 1]!)
  if (
    saying === undefined ||
    saying.entry.stance !== 'asserts' ||
    at - clauseAt(view, Math.max(view.from, at - 1)).from < SHORTEST
  )
    return undefined
  if (contentBehind(view, quotes, at + 1, saying.entry, true)) return undefined
  const subject = subjectBehind(view, at + 1, view.to)
  const behind = subject && view.document.tokens[subject.to]
  if (
    subject === undefined ||
    (behind !== undefined &&
      subject.to < view.to &&
      behind.kind === 'word' &&
      !/^(?:في|امس|اليوم|.*يوم)$/.test(behind.key))
  )
    return undefined
  const content = contentBefore(reading, at)
  return content && { speaker: subject, gender: 'masculine', stance: 'asserts', content, to: at + 2, joined }
}

/** «على حد قوله», «على حد تعبيرها»: said by who spoke last, where nothing else tells that it is said. */
function onHisWord(reading: Reading, at: number, joined: 0 | 1): According | undefined {
  const { view, found } = reading
  const { tokens } = view.document
  const word = tokens[at + 2]?.key ?? ''
  if (tokens[at + 1]?.key !== 'حد' || !/^(?:قول|تعبير|وصف|زعم)/.test(word) || at + 2 >= view.to) return undefined
  const content = contentBefore(reading, at)
  if (content === undefined || found.some((claim) => claim.to > content.from)) return undefined
  const pronoun = /(?:ه|ها|هم)$/.test(word)
  const phrase = pronoun ? undefined : phraseAt(view, at + 3, view.to)
  if (!pronoun && phrase === undefined) return undefined
  return {
    speaker: phrase ?? 'carried',
    gender: word.endsWith('ها') ? 'feminine' : 'masculine',
    stance: 'asserts',
    content,
    to: at + 3,
    joined,
  }
}

/** What is said of a source between two commas is that long at most, in words. */
const LONGEST_SOURCE = 24

/** What a source between clauses says: what stands before it, or, where it leads, what stands behind; within one clause, the whole of it. */
function around(reading: Reading, at: number, behindSource: number): Content | undefined {
  const { view } = reading
  const { tokens } = view.document
  const end = endOfSource(view, at, behindSource)
  const leads = at === view.from || (at === view.from + 1 && tokens[view.from]!.kind === 'mark')
  const rest = isComma(tokens[end]) ? end + 1 : end
  const next = tokens[rest]
  const goesOn =
    next !== undefined &&
    (next.kind === 'word' || /^[«“"]$/.test(next.text)) &&
    rest < view.to &&
    !goesOnWithNew(next) &&
    !sayingNounAt(tokens, rest)?.participle
  const said = leads ? undefined : contentBefore(reading, at, isComma(tokens[at - 1]) || !goesOn)
  // «شارك فيها حسب المنظمين ألف شخص», «تضم القافلة، بحسب مسؤول، خمسين شاحنة».
  const apart = isComma(tokens[at - 1]) && isComma(tokens[end])
  if (!leads && goesOn && (apart || (said === undefined && !isComma(tokens[end])))) {
    const from = apart ? (said?.from ?? clauseAt(view, at - 1).from) : clauseAt(view, at - 1).from
    const to = contentEnd(view, rest)
    if (to > rest) return stretch(from, from, to, false, conjunctionAt(tokens[from]!))
  }
  return said ?? (leads ? behind(view, end) : undefined)
}

/** «… وقال», «… وهو»: a clause of its own. */
const goesOnWithNew = perWord(
  (word) =>
    /^(?:فيما|بينما|كما|حيث|لكن.*)$/.test(word.key) ||
    (/^[وف]/.test(word.key) && (isFiniteBehindConjunction({ word }) || isFunctionWord({ word }))),
)
const isComma = (token: Token | undefined): boolean => token !== undefined && /^[،,]$/.test(token.text)

/** Past what is told of a source: «مصدر أمني، تحدث طالبا حجب اسمه، فإن …», «، بحسب مصدر حكومي مطلع تحدث للصحيفة، …». */
function endOfSource(view: SentenceView, at: number, to: number): number {
  const { tokens } = view.document
  const limit = Math.min(view.to, to + LONGEST_SOURCE)
  if (at === view.from) {
    for (let i = to; i < limit; i++) if (/^فان(?:ه|ها|هم)?$/.test(tokens[i]!.key)) return i
    // «ووفق دراسة نشرتها الجامعة، تراجعت …»
    if (tokens[to] && (isIssued(tokens[to]!) || isFiniteVerb(tokens[to]!)))
      for (let i = to; i < limit; i++) if (isComma(tokens[i])) return i
  }
  if (isComma(tokens[at - 1])) for (let i = to; i < limit; i++) if (isComma(tokens[i])) return i
  return to
}

function behind(view: SentenceView, at: number): Content | undefined {
  const { tokens } = view.document
  let from = at
  while (from < view.to && tokens[from]!.kind === 'mark') from++
  if (/^[فو]?ب?ان$/.test(tokens[from]?.key ?? '')) from++
  const to = contentEnd(view, from)
  return to - from >= 3 ? stretch(at, from, to, false) : undefined
}
