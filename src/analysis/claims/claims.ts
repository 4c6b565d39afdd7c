/** Who says so: words of saying with their speaker and what is said. Speech that spans sentences keeps its speaker. */
import type { Claim, Span, Stance } from '../analysis.ts'
import type { Mention } from '../entities/mention.ts'
import { clauseAt, type SentenceView } from '../events/sentence.ts'
import type { FiniteVerb } from '../events/subjects.ts'
import { bare } from '../text/clitics.ts'
import { wordsOf } from '../text/document.ts'
import { offsetOfLetter } from '../text/fold.ts'
import { DEMONSTRATIVES, NEGATIONS, RELATIVES } from '../text/function-words.ts'
import type { Token } from '../text/tokens.ts'
import { according } from './according.ts'
import { type Content, contentBehind } from './content.ts'
import { type Quotes, quotesOf } from './quotes.ts'
import {
  ADDRESSING,
  isImpersonal,
  isParticiple,
  isReminding,
  isSource,
  lemmaOf,
  nounOfSaying,
  saysSomething,
  type VerbOfSaying,
  verbOfSaying,
} from './sayings.ts'
import { isAccusative, type Phrase, phraseAt, phraseOf, subjectBehind, textOf } from './speakers.ts'

/** A claim that remembers which tokens its content covers, and by whom later sayings without a subject are said. */
export interface FoundClaim extends Claim {
  /** Token indexes, half-open. */
  from: number
  to: number
  /** What the grammar says of the speaker: «قالت» is feminine. */
  gender: 'masculine' | 'feminine' | 'plural' | 'any'
  /** A quote that goes on in the next sentence. */
  open?: true
}

/** One sentence while its claims are read. */
export interface Reading {
  view: SentenceView
  verbs: readonly FiniteVerb[]
  quotes: Quotes
  /** Of the article so far, this sentence's among them. */
  claims: readonly FoundClaim[]
  found: FoundClaim[]
}

/** Of a speaker nothing is carried over more sentences. */
const CARRIED_OVER = 2
const DAMMA_AFTER_FIRST = /^[وف]?[^\u064B-\u0652]\u064F/

/**
 * The claims of one sentence, in order.
 * @param earlier the claims of the sentences before: a saying without a subject («وأضاف أن») is said by who spoke last
 */
export function claimsOf(
  view: SentenceView,
  verbs: readonly FiniteVerb[],
  earlier: readonly FoundClaim[] = [],
): FoundClaim[] {
  const last = earlier.at(-1)
  const wasOpen = last?.open === true && last.sentence === view.index - 1 && goesOnIn(view)
  const reading: Reading = { view, verbs, quotes: quotesOf(view, wasOpen), claims: earlier, found: [] }
  if (wasOpen) goOn(reading, last)
  const opened = new Set<number>()
  for (let at = view.from; at < view.to; at++) {
    const token = view.document.tokens[at]!
    if (token.kind !== 'word' || view.isName(at)) continue
    const claim = spoken(reading, at, opened) ?? told(reading, at, opened) ?? sourced(reading, at)
    if (claim) reading.found.push(claim)
  }
  return reading.found
}

/** A sentence that opens a quote of its own, or begins with a saying, goes on with none. */
function goesOnIn(view: SentenceView): boolean {
  const { tokens } = view.document
  if (verbOfSaying(tokens[view.from]!)) return false
  for (let at = view.from; at < view.to; at++) {
    if (/^[«“]$/.test(tokens[at]!.text)) return false
    if (/^[»”"]$/.test(tokens[at]!.text)) return true
  }
  return true
}

/** The quote of the sentence before goes on. */
function goOn(reading: Reading, last: FoundClaim): void {
  const { view, quotes } = reading
  const to = quotes.continues ?? view.to
  if (to - view.from < 2) return
  const goesOn = to === view.to && quotes.open
  const { open: _, ...same } = last
  reading.found.push({
    ...same,
    content: { start: view.document.tokens[view.from]!.start, end: view.document.tokens[to - 1]!.end },
    sentence: view.index,
    from: view.from,
    to,
    ...(goesOn && { open: true as const }),
  })
}

interface Speaker {
  phrase?: Phrase
  /** Where nobody is named: the words that say so, or a speaker carried over. */
  said?: Pick<FoundClaim, 'speaker' | 'gender'>
}

/** «قال فلان إن …», «… التي تتحدث عن …»: a verb of saying. */
function spoken(reading: Reading, at: number, opened: Set<number>): FoundClaim | undefined {
  const { view, quotes } = reading
  const { tokens } = view.document
  const saying = verbOfSaying(tokens[at]!)
  const verb = saying && reading.verbs.find((v) => v.at === at)
  // «المخاوف التي حملتها السلطات»: what the verb is about stands before it, so that nothing is said behind it.
  if (verb === undefined || saying === undefined || saying.purpose || (verb.pronoun && verb.antecedent))
    return undefined
  const { entry } = saying
  const stance = negated(entry.stance, (tokens[at - 1]?.key ?? '').replace(/^[وف](?=.{2})/, ''))
  // «هذا يثبت أن», «ما وصفته ب…», «نعتقد أن»: of a thing, of a word for it, of the writer.
  if (stance === undefined || DEMONSTRATIVES.has(tokens[at - 1]?.key ?? '') || tokens[at - 1]?.key === 'ما')
    return undefined
  if (saying.subject === 'first') return undefined
  const lemma = lemmaOf(entry)
  if (lemma === 'نقل' || lemma === 'نسب') {
    const passedOn = onAuthority(reading, at, opened)
    if (passedOn) return passedOn
  }
  const content = contentBehind(view, quotes, at, entry, true)
  if (content === undefined || opened.has(content.opener)) return undefined
  const speaker = speakerOf(reading, verb, saying, content)
  if (speaker === undefined) return undefined
  opened.add(content.opener)
  return makeClaim(
    reading,
    { from: at, to: at + 1, joined: saying.conjunction },
    stance,
    speaker,
    saying.subject,
    content,
  )
}

/** What a negation leaves of a saying: «لم يستبعد أن» does not deny, «لا يعتقد أن» does; «لم يقل إن» says nothing. */
function negated(stance: Stance, before: string): Stance | undefined {
  if (!NEGATIONS.has(before) || before === 'ما' || before === 'لما') return stance
  if (stance === 'denies') return 'expects'
  return stance === 'expects' ? 'denies' : undefined
}

function speakerOf(reading: Reading, verb: FiniteVerb, saying: VerbOfSaying, content: Content): Speaker | undefined {
  const { view } = reading
  const { tokens } = view.document
  const { at } = verb
  // A verb in the plural has its subject before it.
  const own = saying.subject === 'plural' ? undefined : subjectBehind(view, at, content.opener)
  const before = tokens[at - 1]
  const opens =
    saying.conjunction === 1 || at === view.from || before?.kind === 'mark' || /^(?:كما|ثم|و)$/.test(before?.key ?? '')
  const carried = opens ? lastSpeaker(reading, saying.subject, at) : undefined
  // «أما المفوضية فنفت»: right before its verb.
  const topic = view.mentions.findLast(
    (m) => m.to === at && m.via !== 'nisba' && m.type !== 'place' && fits(m, saying.subject),
  )
  if (topic && tokens[at]!.key.startsWith('ف') && saying.conjunction === 1) return { phrase: phraseOf(topic) }
  if (own) {
    if (carried && ADDRESSING.has(lemmaOf(saying.entry)) && isAddressed(view, own, saying, content))
      return { said: carried }
    if (!maySpeak(view, own, content) && !isSubject(view, own, at, saying)) return undefined
    return { phrase: own }
  }
  if (verb.antecedent && !verb.pronoun) {
    const phrase = antecedentPhrase(view, verb.antecedent)
    return maySpeak(view, phrase, content) ? { phrase } : undefined
  }
  const nobody: Speaker = { said: { speaker: { text: verbText(view, at, saying.conjunction) }, gender: 'any' } }
  if (DAMMA_AFTER_FIRST.test(tokens[at]!.text)) return nobody
  const subject = verb.subjects.find(
    (m) => m.to <= at && m.via !== 'nisba' && m.type !== 'place' && fits(m, saying.subject),
  )
  if (topic) return { phrase: phraseOf(topic) }
  const near = subject && clauseAt(view, subject.from).from === clauseAt(view, at).from ? subject : undefined
  if (near && !opens) return { phrase: phraseOf(near) }
  const led = opens ? undefined : leadingPhrase(view, at)
  if (led) return { phrase: led }
  if (isImpersonal(tokens[at]!.key) && (saying.conjunction === 0 || carried === undefined || saying.tense === 'past'))
    return nobody
  if (isReminding(tokens[at]!.key) && carried === undefined) return undefined
  if (carried) return { said: carried }
  return subject ? { phrase: phraseOf(subject) } : undefined
}

/** «مصادر مطلعة قالت إن»: an unnamed source that leads its clause. */
function leadingPhrase(view: SentenceView, at: number): Phrase | undefined {
  const { tokens } = view.document
  const { from } = clauseAt(view, at)
  let end = at
  while (end > from && /^(?:قد|لم|كان|كانت|كانوا)$/.test(tokens[end - 1]!.key)) end--
  for (let start = Math.max(from, end - 8); start < end; start++) {
    const key = tokens[start]!.key
    if (!isSource(bare(key.replace(/^[وف](?=.{3})/, ''))) && !isSource(bare(key))) continue
    const phrase = phraseAt(view, start, end)
    if (phrase && phrase.to === end) return phrase
  }
  return undefined
}

/** Whether a verb's form can be said of somebody: an office tells whether a man or a woman holds it. */
function fits(mention: Mention, subject: VerbOfSaying['subject']): boolean {
  if (subject === 'plural') return mention.plural || mention.type !== 'person'
  if (mention.type !== 'person' || (subject !== 'masculine' && subject !== 'feminine')) return true
  return subject === 'feminine'
    ? mention.gender === 'feminine' || mention.titleFrom === undefined
    : mention.gender === 'masculine'
}

/** Who spoke last, here or in the sentences before, and agrees with a verb. */
function lastSpeaker(
  reading: Reading,
  subject: VerbOfSaying['subject'],
  at: number,
): Pick<FoundClaim, 'speaker' | 'gender'> | undefined {
  const { view, found, claims } = reading
  const agrees = (claim: FoundClaim) =>
    claim.gender === 'any' || claim.gender === subject || (subject === 'masculine' && claim.gender === 'masculine')
  const here = found.findLast(agrees)
  if (here) return here
  const acting = actorBefore(reading, at, subject)
  if (acting) return acting
  for (let i = claims.length - 1; i >= 0 && view.index - claims[i]!.sentence <= CARRIED_OVER; i--)
    if (agrees(claims[i]!)) return claims[i]
  return undefined
}

/** Who did what the sentence told before («رفض المصدر الاتهامات، وأوضح أن»). */
function actorBefore(
  { view, verbs }: Reading,
  at: number,
  subject: VerbOfSaying['subject'],
): Pick<FoundClaim, 'speaker' | 'gender'> | undefined {
  const verb = verbs.findLast((v) => v.at < at && !v.antecedent && v.subject === subject)
  if (verb === undefined) return undefined
  const behind = subjectBehind(view, verb.at, at)
  const named = verb.subjects.find((m) => m.type !== 'place' && m.via !== 'nisba' && m.from < at)
  const source =
    behind && (behind.mention ?? (isSource(bare(view.document.tokens[behind.from]!.key)) ? 'source' : undefined))
  const phrase =
    source && (behind.mention === undefined || behind.mention.type !== 'place') ? behind : named && phraseOf(named)
  if (phrase === undefined || phrase.mention?.type === 'state') return undefined
  return { speaker: speakerText(view, phrase), gender: subject === 'first' ? 'any' : subject }
}

/** «ودعا المجتمع الدولي إلى …», «واتهم المصرف بالانحياز»: the one noun phrase behind the verb is whom it is said to. */
function isAddressed(view: SentenceView, own: Phrase, saying: VerbOfSaying, content: Content): boolean {
  const { tokens } = view.document
  // Two noun phrases: the first of them speaks.
  const second = own.to < content.opener ? phraseAt(view, own.to, content.opener) : undefined
  if (second) return false
  if (lemmaOf(saying.entry) === 'اتهم') return true
  const head = tokens[own.mention ? own.mention.from : own.from]!.key
  if (
    saying.subject === 'feminine' &&
    own.mention?.gender === 'masculine' &&
    own.mention.type !== 'person' &&
    !own.mention.plural
  )
    return true
  if (saying.subject === 'masculine' && /(?:ه|ات)$/.test(head) && own.mention?.type !== 'person') return true
  return /^(?:ال)?(?:مجتمع|شعب|اطراف|جميع|دول|قوي|طرفين|بلدين|عالم|كل|كافه|شباب|امه|بلدان|.{3,}ين)$/.test(head)
}

/** Whether a phrase without a name can say something: a source, people, a saying; of what is told by «أن», any definite noun that heads no matter. */
function maySpeak(view: SentenceView, { from, mention }: Phrase, content: Content): boolean {
  if (mention) return mention.type !== 'place'
  const token = view.document.tokens[from]!
  const stem = bare(token.key)
  if (isSource(stem) || view.startsAt.has(from)) return true
  const noun = nounOfSaying(token)
  if (noun && !noun.participle) return true
  return content.clause && !isAccusative(token)
}

/** What a relative clause of saying is said of: «التقارير الغربية التي تتحدث»; the plural one of «المسؤولين في الوزارة الذين أعلنوا». */
function antecedentPhrase(view: SentenceView, { at, mention }: NonNullable<FiniteVerb['antecedent']>): Phrase {
  const { tokens } = view.document
  const relative = tokens.slice(at + 1, at + 6).find((token) => RELATIVES.has(token.key))
  if (relative?.key === 'الذين' && !(mention?.plural ?? /(?:ين|ون|اء)$/.test(tokens[at]!.key)))
    for (let i = at - 1; i > view.from && i > at - 7; i--)
      if (/(?:ين|ون|اء)$/.test(tokens[i]!.key) && /^ال/.test(tokens[i]!.key)) return { from: i, to: at + 1 }
  if (mention && (mention.titleFrom ?? mention.from) <= at && mention.to > at) return phraseOf(mention)
  return { from: at, to: definiteRun(view, at), ...(mention && { mention }) }
}

/** A definite noun right behind a verb that agrees with it is its subject («وطالبت النقابة بزيادة الأجور»). */
function isSubject(view: SentenceView, { from }: Phrase, verb: number, { subject }: VerbOfSaying): boolean {
  const { key } = view.document.tokens[from]!
  if (from !== verb + 1 || !/^ال.{3}/.test(key)) return false
  const feminine = /(?:ه|ات|اء|ي)$/.test(key)
  return subject === 'feminine' ? feminine : subject === 'masculine' && !/(?:ه|ات)$/.test(key)
}

function definiteRun(view: SentenceView, at: number): number {
  const { tokens } = view.document
  let to = at + 1
  while (to < view.to && /^و?ال/.test(tokens[to]!.key) && !RELATIVES.has(tokens[to]!.key)) to++
  return to
}

/** «ونقلت الوكالة عن مسؤول قوله إن»: who is quoted, not who passes it on. */
function onAuthority(reading: Reading, at: number, opened: Set<number>): FoundClaim | undefined {
  const { view, quotes } = reading
  const { tokens } = view.document
  const saying = verbOfSaying(tokens[at]!)!
  const by = lemmaOf(saying.entry) === 'نقل' ? 'عن' : 'الي'
  for (let i = at + 1; i < Math.min(view.to, at + 16); i++) {
    if (tokens[i]!.key !== by) continue
    const phrase = phraseAt(view, i + 1, view.to)
    if (phrase === undefined) return undefined
    const content = contentBehind(view, quotes, phrase.to - 1, saying.entry, false)
    if (content === undefined || opened.has(content.opener)) return undefined
    opened.add(content.opener)
    return makeClaim(
      reading,
      { from: at, to: at + 1, joined: saying.conjunction },
      'asserts',
      { phrase },
      'masculine',
      content,
    )
  }
  return undefined
}

/** «تصريحات فلان أن …», «مؤكدا أن …», «عن فلان قوله إن …»: a noun or participle of saying. */
function told(reading: Reading, at: number, opened: Set<number>): FoundClaim | undefined {
  const { view, quotes } = reading
  const { tokens } = view.document
  const noun = nounOfSaying(tokens[at]!)
  if (noun === undefined) return undefined
  const participle = isParticiple(noun, tokens[at]!.key)
  if (!participle && !noun.owned && !saysSomething(tokens[at]!)) return undefined
  const content = contentBehind(view, quotes, at, noun.entry, false)
  if (content === undefined || opened.has(content.opener)) return undefined
  const speaker = participle
    ? actorOf(reading, at, noun.feminine)
    : noun.owned
      ? ownerBefore(reading, at, noun.feminine)
      : ownerBehind(view, at, content)
  if (speaker === undefined) return undefined
  opened.add(content.opener)
  const gender = participle || noun.owned ? (noun.feminine ? 'feminine' : 'masculine') : 'any'
  return makeClaim(
    reading,
    { from: at, to: at + 1, joined: noun.conjunction },
    noun.entry.stance,
    speaker,
    gender,
    content,
  )
}

/** Who a participle of saying is said of: who spoke last in the sentence, else the subject of the verb before, else the last one named. */
function actorOf(reading: Reading, at: number, feminine: boolean): Speaker | undefined {
  const { view, verbs, found } = reading
  const gender = feminine ? 'feminine' : 'masculine'
  const said = found.findLast((claim) => claim.gender === gender || claim.gender === 'any' || claim.gender === 'plural')
  if (said) return { said }
  const verb = verbs.findLast((v) => v.at < at && (v.subject === gender || v.subject === 'plural') && !v.antecedent)
  const behind = verb && subjectBehind(view, verb.at, at)
  // «وتضمن التقرير … مؤكدا أن»: a source that no name tells of.
  if (behind && isSource(bare(view.document.tokens[behind.from]!.key))) return { phrase: behind }
  const actor =
    verb?.subjects.find((m) => m.type !== 'place') ??
    (behind === undefined
      ? view.mentions.findLast((m) => m.to <= at && m.via !== 'nisba' && m.type === 'person')
      : undefined)
  return actor && { phrase: phraseOf(actor) }
}

/** «عن فلان قوله», «في تصريحاته»: whose saying it is. */
function ownerBefore(reading: Reading, at: number, feminine: boolean): Speaker | undefined {
  const { view } = reading
  const near = view.mentions.findLast((m) => m.to === at && m.via !== 'nisba' && m.type !== 'place')
  if (near) return { phrase: phraseOf(near) }
  const { tokens } = view.document
  for (let i = at - 1; i > view.from && i > at - 9; i--) {
    if (tokens[i]!.key !== 'عن') continue
    const phrase = phraseAt(view, i + 1, at)
    if (phrase && phrase.to === at) return { phrase }
  }
  const said = lastSpeaker(reading, feminine ? 'feminine' : 'masculine', at)
  return said && { said }
}

/** «تصريحات الوزير», «بيان للوزارة», «تأكيد مصادر»: whose saying a noun tells. */
function ownerBehind(view: SentenceView, at: number, content: Content): Speaker | undefined {
  const { tokens } = view.document
  for (let i = at + 1; i < content.opener && i <= at + 4; i++) {
    const mention = view.startsAt.get(i)
    if (mention && mention.via !== 'nisba') {
      const fits =
        (mention.preposition === '' || mention.preposition === 'ل') &&
        mention.type !== 'place' &&
        content.opener - mention.to <= 5
      return fits ? { phrase: phraseOf(mention) } : undefined
    }
    const phrase = i === at + 1 && isSource(bare(tokens[i]!.key)) ? phraseAt(view, i, content.opener) : undefined
    if (phrase) return { phrase }
    if (/^لل.{3}/.test(tokens[i]!.key)) return { phrase: { from: i, to: i + 1 } }
    // Only adjectives stand between a saying and its owner.
    if (tokens[i]!.kind !== 'word' || !/(?:ي|يه|ه)$/.test(tokens[i]!.key)) return undefined
  }
  return undefined
}

/** «بحسب تقارير غربية», «كما ذكرت الوكالة», «على حد قوله»: a source named beside what it says. */
function sourced(reading: Reading, at: number): FoundClaim | undefined {
  const hit = according(reading, at)
  if (hit === undefined) return undefined
  const said = hit.speaker === 'carried' ? lastSpeaker(reading, hit.gender, at) : undefined
  if (hit.speaker === 'carried' && said === undefined) return undefined
  const speaker = hit.speaker === 'carried' ? { said: said! } : { phrase: hit.speaker }
  return makeClaim(reading, { from: at, to: hit.to, joined: hit.joined }, hit.stance, speaker, 'any', hit.content)
}

function speakerText(view: SentenceView, phrase: Phrase): Claim['speaker'] {
  return { text: textOf(view, phrase), ...(phrase.mention && { entity: phrase.mention.key }) }
}

function verbText(view: SentenceView, at: number, joined: number): string {
  return wordsFrom(view, at, at + 1, joined)
}

function wordsFrom(view: SentenceView, from: number, to: number, joined: number): string {
  const first = view.document.tokens[from]!
  const start = joined > 0 ? first.start + offsetOfLetter(first.text, joined) : first.start
  return wordsOf(view.document.text, { start, end: view.document.tokens[to - 1]!.end })
}

function makeClaim(
  { view, found }: Reading,
  verb: { from: number; to: number; joined: number },
  stance: Stance,
  { phrase, said }: Speaker,
  gender: VerbOfSaying['subject'] | 'any',
  content: Content,
): FoundClaim | undefined {
  const { tokens } = view.document
  if (content.to - content.from < (content.clause ? 2 : 1)) return undefined
  const first: Token = tokens[content.from]!
  // «هدد بوقف الضخ»: what is said begins behind the preposition that opens it.
  const span: Span = {
    start: content.joined ? first.start + offsetOfLetter(first.text, content.joined) : first.start,
    end: tokens[content.to - 1]!.end,
  }
  // Told twice over («مؤكدا في تصريحاته أن»): once is enough.
  if (found.some((claim) => claim.content.start === span.start && claim.content.end === span.end)) return undefined
  return {
    speaker: said ? said.speaker : speakerText(view, phrase!),
    verb: wordsFrom(view, verb.from, verb.to, verb.joined),
    stance,
    content: span,
    sentence: view.index,
    from: content.from,
    to: content.to,
    gender: said && said.gender !== 'any' ? said.gender : gender === 'first' ? 'any' : gender,
    ...(content.open && { open: true as const }),
  }
}
