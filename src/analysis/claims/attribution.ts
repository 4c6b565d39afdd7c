/** Whose a saying is: its subject, who spoke last, whom a noun of saying belongs to. */
import type { Claim } from '../analysis.ts'
import type { Mention } from '../entities/mention.ts'
import { clauseAt, type SentenceView } from '../events/sentence.ts'
import type { FiniteVerb } from '../events/subjects.ts'
import { bare } from '../text/clitics.ts'
import { wordsOf } from '../text/document.ts'
import { offsetOfLetter } from '../text/fold.ts'
import { RELATIVES } from '../text/function-words.ts'
import type { Content } from './content.ts'
import type { Actor, FoundClaim, Reading } from './reading.ts'
import { ADDRESSING, isImpersonal, isReminding, isSource, lemmaOf, nounOfSaying, type VerbOfSaying } from './sayings.ts'
import { isAccusative, type Phrase, phraseAt, phraseOf, subjectBehind, textOf } from './speakers.ts'

/** Of a speaker nothing is carried over more sentences. */
const CARRIED_OVER = 2
const DAMMA_AFTER_FIRST = /^[وف]?[^\u064B-\u0652]\u064F/

/** Who speaks: named here, or carried over. */
export interface Speaker {
  phrase?: Phrase
  /** Where nobody is named: the words that say so, or a speaker carried over. */
  said?: Pick<FoundClaim, 'speaker' | 'gender'>
}

/** Who speaks by a verb of saying: the subject behind it or before it, who spoke last, or nobody in particular; undefined where none could. */
export function speakerOf(
  reading: Reading,
  verb: FiniteVerb,
  saying: VerbOfSaying,
  content: Content,
): Speaker | undefined {
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
  if (own && lemmaOf(saying.entry) === 'انتظر') return undefined
  if (own) {
    if (carried && !verb.pronoun && ADDRESSING.has(lemmaOf(saying.entry)) && isAddressed(view, own, saying, content))
      return { said: carried }
    if (!isSubject(view, own, at, saying) && !maySpeak(view, own, content, saying.subject)) return undefined
    return { phrase: own }
  }
  if (verb.antecedent && !verb.pronoun) {
    const phrase = antecedentPhrase(view, verb.antecedent)
    return maySpeak(view, phrase, content) ? { phrase } : undefined
  }
  // «ينتظر أن» is said by nobody; who waits says nothing.
  const waits = lemmaOf(saying.entry) === 'انتظر'
  const nobody: Speaker = {
    said: { speaker: { text: wordsFrom(view, at, at + 1, saying.conjunction) }, gender: 'none' },
  }
  if (DAMMA_AFTER_FIRST.test(tokens[at]!.text)) return nobody
  const subject = verb.subjects.find(
    (m) => m.to <= at && m.via !== 'nisba' && m.type !== 'place' && fits(m, saying.subject),
  )
  if (waits) return verb.pronoun || !isImpersonal(tokens[at]!.key) ? undefined : nobody
  if (topic) return { phrase: phraseOf(topic) }
  const near = subject && clauseAt(view, subject.from).from === clauseAt(view, at).from ? subject : undefined
  if (near && !opens) return { phrase: phraseOf(near) }
  const led = opens ? undefined : leadingPhrase(view, at)
  if (led) return { phrase: led }
  if (isImpersonal(tokens[at]!.key) && (saying.conjunction === 0 || carried === undefined || saying.tense === 'past'))
    return nobody
  if (isReminding(tokens[at]!.key)) return undefined
  if (carried) return { said: carried }
  // «ردت الجزائر ببيان أكدت فيه أن»: a relative without a pronoun of its own.
  const acting = opens || near ? undefined : actorBefore(reading, at, saying.subject)
  if (acting) return { said: acting }
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
export function lastSpeaker(
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
  const { before } = reading
  // «أشاد الوزير بالاتفاق. وأضاف أن …»: who acted in the sentence before, where nobody spoke in it.
  if (
    before &&
    before.sentence === view.index - 1 &&
    claims.at(-1)?.sentence !== before.sentence &&
    (before.gender === subject || before.gender === 'any')
  )
    return before
  for (let i = claims.length - 1; i >= 0 && view.index - claims[i]!.sentence <= CARRIED_OVER; i--)
    if (agrees(claims[i]!)) return claims[i]
  return undefined
}

/** The person who acts first in a sentence: who a saying without a subject in the next one is taken to be by, where nobody spoke here. */
export function actorOfSentence(view: SentenceView, verbs: readonly FiniteVerb[]): Actor | undefined {
  for (const verb of verbs) {
    if (verb.antecedent || (verb.subject !== 'masculine' && verb.subject !== 'feminine')) continue
    const person = verb.subjects.find((m) => m.type === 'person' && m.preposition === '')
    if (person) return { speaker: speakerText(view, phraseOf(person)), gender: verb.subject, sentence: view.index }
    if (verb.subjects.length > 0) return undefined
  }
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
  // «ووصف نتائج الحرب بأنها»: what is described.
  if (lemmaOf(saying.entry) === 'وصف') return own.mention === undefined
  const head = tokens[own.mention ? own.mention.from : own.from]!.key
  if (
    saying.subject === 'feminine' &&
    own.mention?.gender === 'masculine' &&
    own.mention.type !== 'person' &&
    !own.mention.plural
  )
    return true
  if (saying.subject === 'masculine' && /(?:ه|ات)$/.test(head) && own.mention?.type !== 'person') return true
  // «نبهت شركاءها إلى»: somebody's, so not who speaks.
  if (own.mention === undefined && /.{3}(?:ها|هم|ه)$/.test(head) && !view.document.tokens[own.from]!.text.endsWith('ة'))
    return true
  if (own.mention?.type === 'state' || own.mention?.type === 'person') return false
  return /^(?:ال)?(?:مجتمع|شعب|اطراف|جميع|دول|قوي|طرفين|بلدين|عالم|كل|كافه|شباب|امه|بلدان|.{3,}ين)$/.test(head)
}

/** Whether a phrase without a name can say something: a source, people, a saying; of what is told by «أن», any definite noun that heads no matter. */
function maySpeak(
  view: SentenceView,
  { from, mention }: Phrase,
  content: Content,
  subject?: VerbOfSaying['subject'],
): boolean {
  if (mention) return mention.type !== 'place'
  const token = view.document.tokens[from]!
  const stem = bare(token.key)
  if (isSource(stem) || view.startsAt.has(from)) return true
  const noun = nounOfSaying(token)
  if (noun && !noun.participle) return true
  // «الجينة التي تحث النمو»: what does not agree with the verb is not its subject.
  if (subject === 'feminine' && stem !== token.key && !/(?:ه|ات|اء|ي|يا|ا)$/.test(stem)) return false
  return content.clause && !isAccusative(token)
}

/** A definite noun right behind a verb that agrees with it is its subject («وطالبت النقابة بزيادة الأجور»). */
function isSubject(view: SentenceView, { from }: Phrase, verb: number, { subject }: VerbOfSaying): boolean {
  const { key } = view.document.tokens[from]!
  if (from !== verb + 1 || !/^ال.{3}/.test(key)) return false
  const feminine = /(?:ه|ات|اء|ي)$/.test(key)
  return subject === 'feminine' ? feminine : subject === 'masculine' && !/(?:ه|ات)$/.test(key)
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

function definiteRun(view: SentenceView, at: number): number {
  const { tokens } = view.document
  let to = at + 1
  while (to < view.to && /^و?ال/.test(tokens[to]!.key) && !RELATIVES.has(tokens[to]!.key)) to++
  return to
}

/** Who a participle of saying is said of: who spoke last in the sentence, else the subject of the verb before, else the last one named. */
export function actorOf(reading: Reading, at: number, feminine: boolean): Speaker | undefined {
  const { view, verbs, found } = reading
  const gender = feminine ? 'feminine' : 'masculine'
  const said = found.findLast((claim) => claim.gender === gender || claim.gender === 'any' || claim.gender === 'plural')
  if (said) return { said }
  const verb = verbs.findLast((v) => v.at < at && (v.subject === gender || v.subject === 'plural') && !v.antecedent)
  const behind = verb && subjectBehind(view, verb.at, at)
  if (behind?.mention && behind.mention.type !== 'place') return { phrase: behind }
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
export function ownerBefore(reading: Reading, at: number, feminine: boolean): Speaker | undefined {
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
export function ownerBehind(view: SentenceView, at: number, content: Content): Speaker | undefined {
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

/** A speaker as a claim shows it: the words, and the entity where one is named. */
export function speakerText(view: SentenceView, phrase: Phrase): Claim['speaker'] {
  return { text: textOf(view, phrase), ...(phrase.mention && { entity: phrase.mention.key }) }
}

/** The words of a range of tokens, without what is joined before the first. */
export function wordsFrom(view: SentenceView, from: number, to: number, joined: number): string {
  const first = view.document.tokens[from]!
  const start = joined > 0 ? first.start + offsetOfLetter(first.text, joined) : first.start
  return wordsOf(view.document.text, { start, end: view.document.tokens[to - 1]!.end })
}
