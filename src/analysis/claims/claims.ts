/** Who says so: words of saying with their speaker and what is said. Speech that spans sentences keeps its speaker. */
import type { Span, Stance } from '../analysis.ts'
import type { SentenceView } from '../events/sentence.ts'
import type { FiniteVerb } from '../events/subjects.ts'
import { isFiniteVerb } from '../lexicon/finite.ts'
import { vocabulary } from '../lexicon/vocabulary.ts'
import { bare } from '../text/clitics.ts'
import { flagFor } from '../text/flags.ts'
import { offsetOfLetter } from '../text/fold.ts'
import { DEMONSTRATIVES, NEGATIONS } from '../text/function-words.ts'
import type { Token } from '../text/tokens.ts'
import { perWord } from '../text/word.ts'
import { according } from './according.ts'
import { lastSaid, lastSpeaker } from './acting.ts'
import { type Speaker, speakerOf } from './attribution.ts'
import { answeredBy, learnt, mayBeLearnt, mayPointBack, quotedBeside, saidBefore, soSaid } from './beside.ts'
import { isOfSomebody, isTracing, maySayByContext, sayingByContext } from './by-context.ts'
import { contentBehind } from './content.ts'
import { contentEnd } from './content-end.ts'
import { type Content, stretch } from './extent.ts'
import { ENDS_LEAD, mayLeadToSource } from './leads.ts'
import { byLightVerb } from './light-verbs.ts'
import { isOwnedMasdar } from './masdars.ts'
import { actorOf, ownerBefore, ownerBehind } from './owners.ts'
import { demandedBy, directedBy, exchangedBy, type SaidByMasdar } from './purposes.ts'
import { quotesOf } from './quotes.ts'
import type { Actor, FoundClaim, Reading } from './reading.ts'
import { regardIn } from './regards.ts'
import {
  isSourceHead,
  type NounOfSaying,
  nounOfSaying,
  sayingNounAt,
  saysSomething,
  type VerbOfSaying,
  verbOfSaying,
} from './sayings.ts'
import { phraseAt, speakerText, wordsFrom } from './speakers.ts'
import { againstWhom, needsObject, withAccused } from './targets.ts'

/**
 * The claims of one sentence, in order.
 * @param earlier the claims of the sentences before: a saying without a subject («وأضاف أن») is said by who spoke last
 * @param before who acted in the sentence before, where nobody spoke in it
 */
export function claimsOf(
  view: SentenceView,
  verbs: readonly FiniteVerb[],
  earlier: readonly FoundClaim[] = [],
  before?: Actor,
): FoundClaim[] {
  const last = earlier.at(-1)
  const wasOpen = last?.open === true && last.sentence === view.index - 1 && goesOnIn(view)
  const reading: Reading = { view, verbs, quotes: quotesOf(view, wasOpen), claims: earlier, found: [], before }
  if (wasOpen) goOn(reading, last)
  const opened: number[] = []
  const { flags, tokens } = view.document
  for (let at = view.from; at < view.to; at++) {
    if ((flags[at]! & MAY_SAY) === 0 && (flags[at + 1]! & ENDS_LEAD) === 0) continue
    const token = tokens[at]!
    if (token.kind !== 'word' || (view.isName(at) && !isBeside(view, at) && !opensSentence(view, at))) continue
    const claim = spoken(reading, at, opened) ?? told(reading, at, opened) ?? sourced(reading, at)
    if (claim) reading.found.push(claim)
  }
  quotedBeside(reading)
  return reading.found
}

/** What a claim may begin with, but for «على», «في», which do only before a word that ends such a lead: most words don't. */
const MAY_SAY = flagFor(
  (word) =>
    verbOfSaying({ word }) !== undefined ||
    nounOfSaying({ word }) !== undefined ||
    maySayByContext(word) ||
    mayBeLearnt({ word }) ||
    mayPointBack({ word }) ||
    mayLeadToSource(word),
)

/** «…، داعية الحكومة إلى»: a participle beside a comma, though a name could begin with the word. */
function isBeside({ document: { tokens } }: SentenceView, at: number): boolean {
  return tokens[at - 1]?.kind === 'mark' && nounOfSaying(tokens[at]!)?.participle === true
}

/** «وتابع المتحدث»: a verb of saying that opens its sentence, though it was read as the head of a phrase. */
function opensSentence({ document: { tokens }, from, startsAt }: SentenceView, at: number): boolean {
  return at === from && startsAt.get(at)?.via === 'group' && verbOfSaying(tokens[at]!)?.conjunction === 1
}

/** Behind a noun with its owner's pronoun («قوله أمس إن») what is said begins within so many words. */
const OWNED_REACH = 3

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
  reading.found.push({
    ...last,
    content: { start: view.document.tokens[view.from]!.start, end: view.document.tokens[to - 1]!.end },
    sentence: view.index,
    from: view.from,
    to,
    open: goesOn ? true : undefined,
  })
}

/** «قال فلان إن …», «… التي تتحدث عن …»: a verb of saying. */
function spoken(reading: Reading, at: number, opened: number[]): FoundClaim | undefined {
  const { view, quotes } = reading
  const { tokens } = view.document
  const shown = sayingByContext(view, at)
  const plain = shown === undefined ? verbOfSaying(tokens[at]!) : undefined
  const saying = plain ?? shown
  if (saying === undefined) return learntOf(reading, at)
  if (saying.purpose) return undefined
  const verb = verbAt(reading.verbs, at) ?? unreadVerb(view, at, saying, plain === undefined)
  if (verb === undefined) return undefined
  const { entry } = saying
  const stance = at > 0 && negates(tokens[at - 1]!) ? negated(entry.stance) : entry.stance
  // «هذا يثبت أن», «ما وصفته ب…», «نعتقد أن»: of a thing, of a word for it, of the writer.
  if (stance === undefined || DEMONSTRATIVES.has(tokens[at - 1]?.key ?? '') || saying.subject === 'first')
    return undefined
  if (isNameInMarks(reading, at) || isNotYetSaid(view, at, saying)) return undefined
  const words = { from: at, to: at + 1, joined: saying.conjunction }
  const answer = answeredBy(reading, at, verb, saying)
  if (answer) return makeClaim(reading, words, answer.stance, answer, saying.subject, answer.content)
  const { lemma } = entry
  // «يسمى الجسر «…»»: what everybody calls it.
  if (lemma === 'سمي' && !verb.pronoun) return undefined
  if (lemma === 'نقل' || lemma === 'نسب') {
    // What is not passed on from somebody is carried from one place to another.
    return onAuthority(reading, at, opened)
  }
  const content = contentBehind(view, quotes, at, entry, true)
  if (content === undefined) {
    const said = saidBefore(reading, at, saying)
    return said && makeClaim(reading, words, stance, said, saying.subject, said.content)
  }
  if (opened.includes(content.opener)) return undefined
  // «وأعتقد أنني»: the writer, or who is quoted.
  if (stance === 'expects' && /^ب?ان(?:ني|ي|نا|ا)$/.test(tokens[content.opener]!.key)) return undefined
  // «ما وصفته ب…»: a word of the writer's, unless it is quoted.
  if (tokens[at - 1]?.key === 'ما' && !MA_OF_TIME.has(tokens[at - 2]?.key ?? '')) {
    // «ما أورده التلفزيون من أن»: who reported it says so.
    const reported = verb.pronoun && content.clause && tokens[content.opener - 1]?.key === 'من'
    if (!reported && !(verb.pronoun && content.quote)) return undefined
  }
  // «المخاوف التي حملتها السلطات»: what the verb is about stands before it; «القصف الذي وصفته المنظمة بأنه …» says it behind.
  if (verb.pronoun && verb.antecedent && !content.clause) return undefined
  const speaker = speakerOf(reading, verb, saying, content)
  if (speaker === undefined || (isOfSomebody(saying) && !isSomebody(view, speaker))) return undefined
  opened.push(content.opener)
  const whole = isTracing(saying) || needsObject(view, stance, lemma, content)
  const accused = whole ? withAccused(view, at, speaker.phrase, content) : content
  const claim = makeClaim(reading, words, stance, speaker, saying.subject, accused)
  if (claim === undefined) return undefined
  claim.against = againstWhom(view, at, content, stance, lemma, claim.speaker.entity)
  const called = claim.against === undefined ? regardIn(view, at, accused, lemma, claim.speaker.entity) : undefined
  claim.against ??= called?.id
  claim.regard = called?.score
  return claim
}

/** «سرعان ما أعلن»: an adverb of time, nothing said of what. */
const MA_OF_TIME = new Set(['سرعان', 'كثيرا', 'غالبا', 'دائما', 'داءما', 'عاده', 'طال', 'نادرا', 'قليلا'])

/** Behind these and «أن» a present tells what came to be said: «قبل أن يضيف». */
const COMES_TO = new Set(['قبل', 'بعد', 'الي', 'حتي'])

/** «لا يستبعد أن تطلب», «دون أن تعلق», «ستقترح»: a saying that is only thought of, or to come. */
function isNotYetSaid({ document: { tokens } }: SentenceView, at: number, { tense }: VerbOfSaying): boolean {
  if (tense !== 'present') return false
  const { key, text } = tokens[at]!
  if (/^[وف]?س[يتن]/.test(key)) return true
  const that = tokens[at - 1]
  return (
    that?.key === 'ان' && /^أن$/.test(that.text) && !/^.\u064F/.test(text) && !COMES_TO.has(tokens[at - 2]?.key ?? '')
  )
}

/** A speaker who is no matter («ويرجع الارتفاع إلى»): named, a group, or a source. */
function isSomebody(view: SentenceView, { phrase, said }: Speaker): boolean {
  if (said) return true
  if (phrase?.mention) return phrase.mention.type !== 'place'
  const head = view.document.tokens[phrase!.from]!
  return isSourceHead(head) || vocabulary().groups.has(bare(head.key))
}

/** «مجموعة "سرب الريح"»: a verb only by its letters, the first word of a name in quotation marks. */
function isNameInMarks({ quotes }: Reading, at: number): boolean {
  const close = quotes.closedBy.get(at - 1)
  return close !== undefined && close - at <= 3
}

/** «علمت الصحيفة من مصدر حكومي أن …». */
function learntOf(reading: Reading, at: number): FoundClaim | undefined {
  const hit = learnt(reading.view, at)
  if (hit === undefined) return undefined
  const { phrase, from } = hit
  const content = stretch(from - 1, from, contentEnd(reading.view, from), true)
  const joined = reading.view.document.tokens[at]!.key.startsWith('و') ? 1 : 0
  return makeClaim(reading, { from: at, to: at + 1, joined }, 'asserts', { phrase }, 'any', content)
}

/**
 * A verb of saying that was read as none: behind «وإذ», or of letters that only a verb has («ردّت عليه»).
 * @param isShown whether what stands behind it shows it to be one
 */
function unreadVerb(
  { document: { tokens }, from }: SentenceView,
  at: number,
  saying: VerbOfSaying,
  isShown: boolean,
): FiniteVerb | undefined {
  const token = tokens[at]!
  if (!isShown && !isFiniteVerb(token)) return undefined
  const before = at > from ? tokens[at - 1]! : undefined
  const opens =
    before === undefined ||
    before.key === 'اذ' ||
    before.key === 'واذ' ||
    (before.key === 'من' && /^(?:اول|اخر)$/.test(tokens[at - 2]?.key ?? '')) ||
    isPlainSaying(token)
  const sure = isShown || opens || (token.key.length > 2 && token.text.includes('\u0651'))
  if (!sure) return undefined
  return { at, subject: saying.subject, slots: new Map(), subjects: [], antecedent: undefined, pronoun: false }
}

const isPlainSaying = perWord(({ key }) => /^قال(?:ت|وا)?$/.test(key))

function verbAt(verbs: Reading['verbs'], at: number): Reading['verbs'][number] | undefined {
  for (const verb of verbs) if (verb.at === at) return verb
  return undefined
}

/** «لم», «ولا»: behind it a saying is negated. */
const negates = perWord(({ key }) => {
  const word = key.replace(/^[وف](?=.{2})/, '')
  return NEGATIONS.has(word) && word !== 'ما' && word !== 'لما'
})

/** What a negation leaves of a saying: «لم يستبعد أن» does not deny, «لا يعتقد أن» does; «لم يقل إن» says nothing. */
function negated(stance: Stance): Stance | undefined {
  if (stance === 'denies') return 'expects'
  return stance === 'expects' ? 'denies' : undefined
}

/** «ونقلت الوكالة عن مسؤول قوله إن»: who is quoted, not who passes it on. */
function onAuthority(reading: Reading, at: number, opened: number[]): FoundClaim | undefined {
  const { view, quotes } = reading
  const { tokens } = view.document
  const saying = verbOfSaying(tokens[at]!)!
  const by = saying.entry.lemma === 'نقل' ? 'عن' : 'الي'
  for (let i = at + 1; i < Math.min(view.to, at + 16); i++) {
    if (tokens[i]!.key !== by) continue
    const phrase = phraseAt(view, i + 1, view.to)
    if (phrase === undefined) return undefined
    const content = contentBehind(view, quotes, phrase.to - 1, saying.entry, false)
    if (content === undefined || opened.includes(content.opener)) return undefined
    opened.push(content.opener)
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

const isText = perWord(({ key }) => /^(?:بيان|بلاغ|تقرير|رساله|مذكره|دراسه)$/.test(key))

/** «تصريحات فلان أن …», «مؤكدا أن …», «عن فلان قوله إن …»: a noun or participle of saying. */
function told(reading: Reading, at: number, opened: number[]): FoundClaim | undefined {
  const { view, quotes } = reading
  const { tokens } = view.document
  const noun = sayingNounAt(tokens, at)
  if (noun === undefined) return undefined
  const participle = noun.participle
  const plainly = participle
    ? undefined
    : (demandedBy(reading, at) ?? exchangedBy(reading, at, noun) ?? directedBy(reading, at, noun))
  if (plainly && !opened.includes(plainly.content.opener)) return saidByAll(reading, at, noun, plainly, opened)
  const acted = participle || noun.owned ? undefined : byLightVerb(reading, at, noun)
  if (acted && !opened.includes(acted.content.opener)) {
    opened.push(acted.content.opener)
    const words = { from: at, to: at + 1, joined: noun.conjunction }
    return makeClaim(reading, words, noun.entry.stance, acted.speaker, 'any', acted.content)
  }
  if (!participle && !noun.owned && !saysSomething(tokens[at]!)) return undefined
  let content = contentBehind(view, quotes, at, noun.entry, false)
  if (content === undefined || opened.includes(content.opener)) return undefined
  // «تصريحه الذي قال فيه إن»: another word tells it.
  if (noun.owned && content.opener - at > OWNED_REACH) return undefined
  const speaker = participle
    ? actorOf(reading, at, noun)
    : noun.owned
      ? ownerBefore(reading, at, noun.feminine)
      : ownerBehind(view, at, content)
  if (speaker === undefined) return undefined
  opened.push(content.opener)
  if (participle && needsObject(view, noun.entry.stance, noun.entry.lemma, content))
    content = withAccused(view, at, undefined, content)
  const gender = participle || noun.owned ? (noun.feminine ? 'feminine' : 'masculine') : 'any'
  const words = { from: at, to: at + 1, joined: noun.conjunction }
  // «جاء في بيان الوزارة أن»: it is the text that says so.
  if (speaker.phrase && !participle && !noun.owned && isText(tokens[at]!) && tokens[at - 1]?.key === 'في') {
    const { to, mention } = speaker.phrase
    const text = { phrase: { from: at, to, ...(mention && { mention }) } }
    const came = /^و?(?:جاء|ورد)$/.test(tokens[at - 2]?.key ?? '')
    const verb = came ? { from: at - 2, to: at, joined: /^و[جو]/.test(tokens[at - 2]!.key) ? 1 : 0 } : words
    return makeClaim(reading, verb, noun.entry.stance, text, gender, content)
  }
  return makeClaim(reading, words, noun.entry.stance, speaker, gender, content)
}

/** A claim of each who says something by a masdar, all but the last of them added at once. */
function saidByAll(
  reading: Reading,
  at: number,
  { entry, conjunction }: NounOfSaying,
  { speakers, content }: SaidByMasdar,
  opened: number[],
): FoundClaim | undefined {
  opened.push(content.opener)
  const words = { from: at, to: at + 1, joined: conjunction }
  const made = speakers.map((phrase) => makeClaim(reading, words, entry.stance, { phrase }, 'any', content))
  const last = made.pop()
  for (const claim of made) if (claim) reading.found.push(claim)
  return last
}

/** «بحسب تقارير غربية», «كما ذكرت الوكالة», «على حد قوله»: a source named beside what it says. */
function sourced(reading: Reading, at: number): FoundClaim | undefined {
  const so = soSaid(reading, at)
  if (so) return makeClaim(reading, { from: so.verb, to: so.verb + 1, joined: 0 }, 'asserts', so, 'any', so.content)
  const hit = according(reading, at)
  if (hit === undefined) return undefined
  const said =
    hit.speaker === 'carried' ? (lastSaid(reading, hit.gender) ?? lastSpeaker(reading, hit.gender, at)) : undefined
  if (hit.speaker === 'carried' && said === undefined) return undefined
  const speaker = hit.speaker === 'carried' ? { said: said! } : { phrase: hit.speaker }
  return makeClaim(reading, { from: at, to: hit.to, joined: hit.joined }, hit.stance, speaker, 'any', hit.content)
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
  if (content.to <= content.from) return undefined
  const first: Token = tokens[content.from]!
  // A single word («الهجوم») tells nothing to one who reads it alone, but for an act with its pronoun («نافيا دفعها»).
  if (content.to - content.from < 2 && !(stance === 'denies' && isOwnedMasdar(first))) return undefined
  // «هدد بوقف الضخ»: what is said begins behind the preposition that opens it.
  const span: Span = {
    start: content.joined ? first.start + offsetOfLetter(first.text, content.joined) : first.start,
    end: tokens[content.to - 1]!.end,
  }
  // Told twice over («مؤكدا في تصريحاته أن»): once is enough.
  const speaking = said ? said.speaker : speakerText(view, phrase!)
  if (
    found.some(
      ({ content: { start, end }, speaker }) =>
        start === span.start && end === span.end && speaker.text === speaking.text,
    )
  )
    return undefined
  return {
    speaker: speaking,
    verb: wordsFrom(view, verb.from, verb.to, verb.joined),
    stance,
    content: span,
    sentence: view.index,
    from: content.from,
    to: content.to,
    gender: said && said.gender !== 'any' ? said.gender : gender === 'first' ? 'any' : gender,
    against: undefined,
    regard: undefined,
    open: content.open ? true : undefined,
  }
}
