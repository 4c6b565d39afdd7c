/** Who says so: words of saying with their speaker and what is said. Speech that spans sentences keeps its speaker. */
import type { Claim, Span, Stance } from '../analysis.ts'
import { clauseAt, type SentenceView } from '../events/sentence.ts'
import type { FiniteVerb } from '../events/subjects.ts'
import { bare } from '../text/clitics.ts'
import { wordsOf } from '../text/document.ts'
import { offsetOfLetter } from '../text/fold.ts'
import { DEMONSTRATIVES, NEGATIONS, RELATIVES } from '../text/function-words.ts'
import type { Token } from '../text/tokens.ts'
import { according } from './according.ts'
import { type Content, contentBehind, opensJoined } from './content.ts'
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
import { type Phrase, phraseAt, phraseOf, subjectBehind, textOf } from './speakers.ts'

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
  const wasOpen = last?.open === true && last.sentence === view.index - 1
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
  const stance = negated(entry.stance, tokens[at - 1]?.key ?? '')
  if (stance === undefined || DEMONSTRATIVES.has(tokens[at - 1]?.key ?? '')) return undefined
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
  const own = subjectBehind(view, at, content.opener)
  const before = tokens[at - 1]
  const opens =
    saying.conjunction === 1 || at === view.from || before?.kind === 'mark' || /^(?:كما|ثم|و)$/.test(before?.key ?? '')
  const carried = opens ? lastSpeaker(reading, saying.subject) : undefined
  if (own) {
    if (carried && ADDRESSING.has(lemmaOf(saying.entry)) && isAddressed(view, own, saying, content))
      return { said: carried }
    if (!mayspeak(view, own, content)) return undefined
    return { phrase: own }
  }
  if (verb.antecedent && !verb.pronoun) {
    const phrase = {
      from: verb.antecedent.at,
      to: definiteRun(view, verb.antecedent.at),
      ...(verb.antecedent.mention && { mention: verb.antecedent.mention }),
    }
    return mayspeak(view, phrase, content) ? { phrase } : undefined
  }
  const nobody: Speaker = { said: { speaker: { text: verbText(view, at, saying.conjunction) }, gender: 'any' } }
  if (DAMMA_AFTER_FIRST.test(tokens[at]!.text)) return nobody
  const subject = verb.subjects.find((m) => m.to <= at && m.via !== 'nisba' && m.type !== 'place')
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

/** Who spoke last, here or in the sentences before, and agrees with a verb. */
function lastSpeaker(
  reading: Reading,
  subject: VerbOfSaying['subject'],
): Pick<FoundClaim, 'speaker' | 'gender'> | undefined {
  const { view, found, claims } = reading
  const agrees = (claim: FoundClaim) =>
    claim.gender === 'any' || claim.gender === subject || (subject === 'masculine' && claim.gender === 'masculine')
  const here = found.findLast(agrees)
  if (here) return here
  for (let i = claims.length - 1; i >= 0 && view.index - claims[i]!.sentence <= CARRIED_OVER; i--)
    if (agrees(claims[i]!)) return claims[i]
  return undefined
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
function mayspeak(view: SentenceView, { from, mention }: Phrase, content: Content): boolean {
  if (mention) return mention.type !== 'place'
  const token = view.document.tokens[from]!
  const stem = bare(token.key)
  if (isSource(stem) || view.startsAt.has(from)) return true
  const noun = nounOfSaying(token)
  if (noun && !noun.participle) return true
  return content.clause && !/[^اءىو]ا$/.test(token.text)
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
  const subject = verbs.findLast(
    (v) => v.at < at && (v.subject === gender || v.subject === 'plural') && v.subjects.some((m) => m.type !== 'place'),
  )?.subjects[0]
  const actor = subject ?? view.mentions.findLast((m) => m.to <= at && m.via !== 'nisba' && m.type !== 'place')
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
  const said = lastSpeaker(reading, feminine ? 'feminine' : 'masculine')
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
    // Only adjectives stand between a saying and its owner.
    if (tokens[i]!.kind !== 'word' || !/(?:ي|يه|ه)$/.test(tokens[i]!.key)) return undefined
  }
  return undefined
}

/** «بحسب تقارير غربية», «كما ذكرت الوكالة», «على حد قوله»: a source named beside what it says. */
function sourced(reading: Reading, at: number): FoundClaim | undefined {
  const hit = according(reading, at)
  if (hit === undefined) return undefined
  const said = hit.speaker === 'carried' ? lastSpeaker(reading, hit.gender) : undefined
  if (hit.speaker === 'carried' && said === undefined) return undefined
  const speaker = hit.speaker === 'carried' ? { said: said! } : { phrase: hit.speaker }
  return makeClaim(reading, { from: at, to: hit.to, joined: hit.joined }, hit.stance, speaker, 'any', hit.content)
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
  if (content.to - content.from < 2) return undefined
  const first: Token = tokens[content.from]!
  // «هدد بوقف الضخ»: what is said begins behind the preposition that opens it.
  const joined = content.opener === content.from && opensJoined(first.key)
  const span: Span = {
    start: joined ? first.start + offsetOfLetter(first.text, 1) : first.start,
    end: tokens[content.to - 1]!.end,
  }
  // Told twice over («مؤكدا في تصريحاته أن»): once is enough.
  if (found.some((claim) => claim.content.start === span.start && claim.content.end === span.end)) return undefined
  const entity = phrase?.mention
  return {
    speaker: said ? said.speaker : { text: textOf(view, phrase!), ...(entity && { entity: entity.key }) },
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
