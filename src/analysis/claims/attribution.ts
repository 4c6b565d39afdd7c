import type { Mention } from '../entities/mention.ts'
import { areMenOfHers } from '../entities/owned-people.ts'
import { clauseAt, type SentenceView } from '../events/sentence.ts'
import type { FiniteVerb } from '../events/subjects.ts'
import { isFiniteVerb } from '../lexicon/finite.ts'
import { bare } from '../text/clitics.ts'
import { isFunctionWord, isPreposition, isRelative } from '../text/document.ts'
import { DEMONSTRATIVES } from '../text/function-words.ts'
import type { Token } from '../text/tokens.ts'
import { perWord, wordOf } from '../text/word.ts'
import { actorBefore, antecedentPhrase, lastSpeaker } from './acting.ts'
import { agreesWith, areMen, fits, isGoverned } from './agreement.ts'
import { type Content, stretch } from './extent.ts'
import { frontedSubject, leadingSource } from './fronted.ts'
import { isMasdar } from './masdars.ts'
import { isAccusative, isKunya, isSelf } from './passed.ts'
import type { FoundClaim, Reading } from './reading.ts'
import {
  ADDRESSING,
  isImpersonal,
  isReminding,
  isSource,
  isSourceHead,
  nounOfSaying,
  type VerbOfSaying,
} from './sayings.ts'
import { isOwned, type Phrase, phraseAt, phraseOf, speakerText, wordsFrom } from './speakers.ts'
import { passedBefore, subjectBehind } from './subject-behind.ts'

/** Behind these a verb goes on with the subject of the one before. */
const LEADS_ON = /^(?:كما|ثم|و|و?لكن(?:ه|ها|هم)?|و?اذ|بل|ما|و?(?:مضي|راح|راحت|مضت))$/
const DAMMA_AFTER_FIRST = /^[وف]?[^\u064B-\u0652]\u064F/
/** «أُعلن», «اتُّهم»: a past that is written with the vowel of the passive. */
const isMarkedPassive = perWord(({ text }) => DAMMA_AFTER_FIRST.test(text) || /^[وف]?ا.\u0651?\u064F/.test(text))

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
  // «ينتظر أن», «يُذكر أن»: nobody says so, or the reporter himself.
  if (saying.entry.lemma === 'انتظر' || (isReminding(tokens[at]!.key) && DAMMA_AFTER_FIRST.test(tokens[at]!.text)))
    return undefined
  // A verb in the plural has its subject before it.
  const behindVerb = saying.subject === 'plural' ? undefined : subjectBehind(view, at, content.opener)
  // «التي دعت أنصارها إلى»: she calls upon them.
  const areHers =
    saying.subject === 'feminine' && behindVerb?.mention?.from === at + 1 && areMenOfHers(tokens[at + 1]!.word)
  const own = areHers ? undefined : behindVerb
  // «أصدرت الوزارة بيانا دعت فيه إلى», «بيانا دعت فيه النواب إلى»: who issued it.
  const isWithin = /^في(?:ه|ها|هما)$/.test(tokens[at + 1]?.key ?? '')
  if (isWithin && (own === undefined || isSoleObject(view, own, saying, content))) {
    const issuer = issuerBefore(view, at, saying.subject)
    if (issuer) return { phrase: issuer }
    const within = actorBefore(reading, at, saying.subject, true)
    if (within) return { said: within }
    if (own) return undefined
  }
  const before = tokens[at - 1]
  const opens =
    saying.conjunction === 1 || at === view.from || before?.kind === 'mark' || LEADS_ON.test(before?.key ?? '')
  // «معارضين تقول إنهم»: who says so stands elsewhere.
  if (!opens && saying.subject === 'feminine' && isBehindMen(view, at)) return undefined
  // «حكومات غربية اعتبرتها حليفا»: of what was told before, its subject between.
  const fronted =
    verb.antecedent || (verb.pronoun && (own || content.clause || saying.conjunction === 1))
      ? undefined
      : frontedSubject(view, at)
  if (fronted && agreesWith(view, fronted.phrase, saying.subject)) {
    const behind = fronted.apart && own?.from === at + 1 && (own.mention || isSourceHead(tokens[own.from]!))
    if (!behind) return { phrase: fronted.phrase }
  }
  // «أما المفوضية فنفت»: right before its verb.
  const leads = saying.conjunction === 1 && tokens[at]!.key.startsWith('ف')
  const topic = leads || saying.conjunction === 0 ? topicBefore(view, at, saying) : undefined
  if (topic && leads) return { phrase: phraseOf(topic) }
  // «أُعلن التوقيف», «اتُّهم الجيش بإسقاطها»: what stands behind is what, and of whom, it is said.
  if (own && saying.tense === 'past' && isMarkedPassive(tokens[at]!))
    return saying.entry.stance === 'accuses' ? nobodyBy(view, at, saying) : undefined
  // «قال في حفل أقيم للمنتخب الوطني»: what stands far behind and is no source belongs to something else.
  if (own) {
    const far = isFar(view, own, at)
    const mayGoOn = opens && (far || (!verb.pronoun && ADDRESSING.has(saying.entry.lemma)))
    const carried = mayGoOn ? lastSpeaker(reading, saying.subject, at) : undefined
    if (far) return carried && { said: carried }
    if (carried && isAddressed(view, own, saying, content, at > view.from && carried.speaker.entity !== undefined))
      return { said: carried }
    // «هدى تحذر مجلس الأمن من»: a body of the masculine behind a name that nobody is known by.
    if (!opens && own.from === at + 1 && own.mention?.type === 'organization' && ADDRESSING.has(saying.entry.lemma))
      if (saying.subject === 'feminine' && own.mention.gender === 'masculine' && !own.mention.plural) return undefined
    if (!isSubject(view, own, at, saying) && !maySpeak(view, own, content, saying.subject, at)) return undefined
    return sameAsBefore(reading, own, saying.subject, at) ?? { phrase: own }
  }
  // «وطالبت دار النشر بـ»: somebody stands behind, though who is not known.
  if (opens && saying.subject !== 'plural' && !verb.antecedent && isUnread(view, at, content)) return undefined
  // «كان المرصد أول من تحدث عن»: who was the first to.
  if (before?.key === 'من' && /^(?:اول|اخر)$/.test(tokens[at - 2]?.key ?? '')) {
    const first = view.mentions.findLast((m) => m.to === at - 2 && m.via !== 'nisba' && m.type !== 'place')
    if (first) return { phrase: phraseOf(first) }
  }
  // «سبق للوزارة أن نفت»: whoever did so before.
  if (before?.key === 'ان') {
    const formerly = view.mentions.findLast((m) => m.to <= at - 1 && m.preposition === 'ل' && m.from > at - 12)
    if (formerly && /^[وف]?(?:سبق|يسبق)$/.test(tokens[(formerly.titleFrom ?? formerly.from) - 1]?.key ?? ''))
      return { phrase: phraseOf(formerly) }
  }
  if (verb.antecedent && !verb.pronoun) {
    const phrase = antecedentPhrase(view, verb.antecedent)
    if (saying.subject === 'feminine' && areMen(tokens[phrase.from]!)) return undefined
    return maySpeak(view, phrase, content) ? { phrase } : undefined
  }
  const nobody = nobodyBy(view, at, saying)
  if (DAMMA_AFTER_FIRST.test(tokens[at]!.text)) return nobody
  const subject = verb.subjects.find(
    (m) => m.to <= at && m.via !== 'nisba' && m.type !== 'place' && !isGoverned(view, m) && fits(m, saying.subject),
  )
  if (topic) return { phrase: phraseOf(topic) }
  const near = subject && clauseAt(view, subject.from).from === clauseAt(view, at).from ? subject : undefined
  if (near && !opens) return { phrase: phraseOf(near) }
  const led = opens ? undefined : leadingSource(view, at)
  if (led) return { phrase: led }
  const carried = opens ? lastSpeaker(reading, saying.subject, at) : undefined
  if (isImpersonal(tokens[at]!.key) && (saying.conjunction === 0 || carried === undefined || saying.tense === 'past'))
    return nobody
  if (isReminding(tokens[at]!.key)) return undefined
  if (carried) return { said: carried }
  // «مقال يؤكد صحة النظرية»: what stands right before and is described says it.
  const described = opens || near ? undefined : describedBefore(view, at, saying.subject)
  if (described)
    return isSource(described.key) || nounOfSaying(described) ? { phrase: { from: at - 1, to: at } } : undefined
  // «ردت الجزائر ببيان أكدت فيه أن»: a relative without a pronoun of its own.
  const acting = opens || near ? undefined : actorBefore(reading, at, saying.subject)
  if (acting) return { said: acting }
  return subject ? { phrase: phraseOf(subject) } : undefined
}

/** Nobody in particular: the verb itself stands for who says so. */
const nobodyBy = (view: SentenceView, at: number, { conjunction }: VerbOfSaying): Speaker => ({
  said: { speaker: { text: wordsFrom(view, at, at + 1, conjunction) }, gender: 'none' },
})

const isBehindMen = (view: SentenceView, at: number): boolean =>
  view.mentions.some((m) => m.to === at && m.via !== 'nisba' && m.plural && areMen(view.document.tokens[m.from]!))

/** Whether a noun without an article in a construct stands right behind a verb, which was read as no phrase. */
function isUnread(view: SentenceView, verb: number, { opener }: Content): boolean {
  const { tokens } = view.document
  const at = verb + 1
  if (at + 1 >= opener || tokens[at]!.kind !== 'word' || isFunctionWord(tokens[at]!)) return false
  return passedBefore(view, at, opener) === at && /^ال.{2}/.test(tokens[at + 1]!.key) && !isRelative(tokens[at + 1]!)
}

/** Who is named right before a verb and can be its subject. */
function topicBefore(view: SentenceView, at: number, { subject }: VerbOfSaying): Mention | undefined {
  const { tokens } = view.document
  return view.mentions.findLast(
    (m) =>
      m.to === at &&
      m.via !== 'nisba' &&
      // «أما ولاية الشمال فاكتفت بالقول»: a region that is set against others speaks.
      (m.type !== 'place' || [m.from - 1, m.from - 2].some((i) => /^و?اما$/.test(tokens[i]?.key ?? ''))) &&
      !isGoverned(view, m) &&
      fits(m, subject),
  )
}

/** An unnamed noun that is no source, not right behind its verb. */
function isFar(view: SentenceView, { from, mention }: Phrase, verb: number): boolean {
  const { tokens } = view.document
  if (mention || isSourceHead(tokens[from]!) || nounOfSaying(tokens[from]!)) return false
  for (let at = verb + 1; at < from; at++) if (isPreposition(tokens[at]!) && !view.isTime(at)) return true
  return false
}

/** The indefinite noun that no name begins with right before a verb. */
function describedBefore(view: SentenceView, at: number, subject: VerbOfSaying['subject']): Token | undefined {
  const noun = view.document.tokens[at - 1]
  const plain = noun?.kind === 'word' && !isFunctionWord(noun) && !/^(?:[وف]?(?:ال|لل|بال)|ب)/.test(noun.key)
  if (noun?.text.endsWith('ة') !== (subject === 'feminine')) return undefined
  return plain && at - 1 > view.from && !view.isName(at - 1) && !isFiniteVerb(noun) ? noun : undefined
}

/** «ردا من السفارة وصفت فيه», «خطاب الوزير الذي اتهم فيه»: whose words it is that something is said in. */
function issuerBefore(view: SentenceView, at: number, subject: VerbOfSaying['subject']): Phrase | undefined {
  const { tokens } = view.document
  if (at > view.from && isRelative(tokens[at - 1]!)) {
    const owner = view.mentions.findLast((m) => m.to === at - 1 && m.via !== 'nisba' && m.type !== 'place')
    return owner?.gender === subject ? phraseOf(owner) : undefined
  }
  for (let i = at - 2; i > view.from && i > at - 6; i--) {
    if (tokens[i]!.key !== 'من') continue
    const phrase = phraseAt(view, i + 1, at)
    const gender = phrase?.mention?.gender ?? (tokens[i + 1]!.text.endsWith('ة') ? 'feminine' : 'masculine')
    return phrase?.to === at && gender === subject && phrase.mention?.type !== 'place' ? phrase : undefined
  }
  return undefined
}

/** Whether the one noun phrase behind a verb that needs an object («دعا فيه النواب إلى», «وصفت فيه الخطة بأنها») is that. */
function isSoleObject(view: SentenceView, own: Phrase, { entry }: VerbOfSaying, { opener }: Content): boolean {
  if (entry.lemma !== 'وصف' && !ADDRESSING.has(entry.lemma)) return false
  return own.to >= opener || subjectBehind(view, own.to - 1, opener) === undefined
}

/** Of these a noun phrase behind is whom they are said to, where somebody has acted before in the sentence. */
const GOES_ON = new Set(['طالب', 'دعا', 'ناشد', 'حث', 'ابلغ', 'نصح', 'خاطب', 'حذر'])

/** «ودعا المجتمع الدولي إلى …», «واتهم المصرف بالانحياز»: the one noun phrase behind the verb is whom it is said to. */
function isAddressed(
  view: SentenceView,
  own: Phrase,
  saying: VerbOfSaying,
  content: Content,
  inSentence: boolean,
): boolean {
  const { tokens } = view.document
  // Two noun phrases: the first of them speaks.
  const second = own.to < content.opener ? subjectBehind(view, own.to - 1, content.opener) : undefined
  if (second) return false
  if (saying.entry.lemma === 'اتهم') return true
  // «وحملت رئيس الجمهورية المسؤولية»: a man of whom a woman, or a body, says it.
  if (saying.subject === 'feminine' && own.mention?.type === 'person' && !fits(own.mention, 'feminine')) return true
  // «ووصف نتائج الحرب بأنها»: what is described.
  if (saying.entry.lemma === 'وصف') return own.mention === undefined
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
  // «أنهت الإعفاء وطالبت الحكومة بالبحث»: who acted before in the sentence goes on.
  // «ودعت المنظمة إلى»: one told of before, called by her noun alone, speaks herself.
  const isAgain = own.to === own.from + 1 && own.mention?.type === 'organization'
  if (own.mention && !isAgain && saying.conjunction === 1 && inSentence && GOES_ON.has(saying.entry.lemma)) return true
  // «كما حث مالي على الحوار»: of a man, not of a state that is feminine.
  if (own.mention?.type === 'state' && saying.subject === 'masculine' && own.mention.gender === 'feminine') return true
  if (own.mention?.type === 'state' || own.mention?.type === 'person') return false
  return /^(?:ال)?(?:مجتمع|شعب|اطراف|جميع|دول|قوي|طرفين|بلدين|عالم|كل|كافه|شباب|امه|بلدان|.{3,}ين)$/.test(head)
}

/** Whether a phrase without a name can say something: a source, people, a saying; of what is told by «أن», any definite noun that heads no matter. */
function maySpeak(
  view: SentenceView,
  { from, to, mention }: Phrase,
  content: Content,
  subject?: VerbOfSaying['subject'],
  verb?: number,
): boolean {
  // «أم سعيد»: read as a place or not, a mother speaks.
  if (mention) return mention.type !== 'place' || isKunya(view.document.tokens, from)
  const token = view.document.tokens[from]!
  const stem = bare(token.key)
  // «هذا الأمر يؤكد», «تعتبر تطاولا»: a matter, or the object.
  if (DEMONSTRATIVES.has(token.key)) return from + 1 < to && maySpeak(view, { from: from + 1, to }, NO_CLAUSE)
  if (isMasdar(token) && !nounOfSaying(token) && !isSource(stem)) return false
  // «بابتسامة»: how it was said; «أُعلن التوقيف»: what was.
  if (/^ب(?:ا|ل|ت).{4}/.test(token.key) && !isSource(stem) && !view.startsAt.has(from)) return false
  if (/^ال/.test(token.key) && isMasdar({ word: wordOf(stem, 'word') }) && !nounOfSaying(token) && !isSource(stem))
    return false
  if (/[^اءىون]ا$/.test(token.key) && !/^ال/.test(token.key) && !isSource(stem)) return false
  if (isSource(stem) || view.startsAt.has(from) || isOwned(token)) return true
  const noun = nounOfSaying(token)
  if (noun && !noun.participle) return true
  // «الجينة التي تحث النمو»: what does not agree with the verb is not its subject.
  if (subject === 'feminine' && stem !== token.key && !/(?:ه|ات|اء|ي|يا|ا)$/.test(stem)) return false
  if (content.clause && !isAccusative(token)) return true
  return verb !== undefined && from === verb + 1 && content.opener >= to && headsConstruct(view, { from, to }, subject)
}

const NO_CLAUSE: Content = stretch(0, 0, 0, false)

/** «حذرت نظارة القبيلة من»: a noun made definite by its owner that agrees with the verb, and is no act. */
function headsConstruct(
  view: SentenceView,
  { from, to }: Phrase,
  subject: VerbOfSaying['subject'] | undefined,
): boolean {
  const { tokens } = view.document
  const head = tokens[from]!
  if (isMasdar(head) || isAccusative(head) || isFeminine(head) !== (subject === 'feminine')) return false
  for (let i = from + 1; i < to; i++) if (view.startsAt.has(i) || /^ال.{2}/.test(tokens[i]!.key)) return true
  return false
}

/** «نقابة», «نقابات». */
const isFeminine = perWord(({ text }) => /(?:ة|.{2}ات)$/.test(text))

/** «محدثنا»; «معاليه», «سموها»: an honour with the pronoun of who bears it. */
const CALLED_AGAIN =
  /^(?:محدث(?:نا|تنا|ي|تي)|(?:معالي|سعادت|سمو|فخامت|جلالت|سيادت|سماحت|دولت|فضيلت|نيافت|غبطت|قداست)(?:ه|ها))$/

/** «وأضاف المتحدث ذاته», «وأضاف محدثنا»: who spoke before, called so. */
function sameAsBefore(
  reading: Reading,
  own: Phrase,
  subject: VerbOfSaying['subject'],
  at: number,
): Speaker | undefined {
  const { tokens } = reading.view.document
  const again = isSelf(tokens[own.to - 1]!.key) || CALLED_AGAIN.test(tokens[own.from]!.key)
  const said =
    again && (own.mention === undefined || own.mention.onlyAgain) ? lastSpeaker(reading, subject, at) : undefined
  if (said?.speaker.entity === undefined) return undefined
  return {
    said: { speaker: { text: speakerText(reading.view, own).text, entity: said.speaker.entity }, gender: said.gender },
  }
}

/** A definite noun right behind a verb that agrees with it is its subject («وطالبت النقابة بزيادة الأجور»). */
function isSubject(view: SentenceView, { from }: Phrase, verb: number, { subject }: VerbOfSaying): boolean {
  const { key } = view.document.tokens[from]!
  if (from !== verb + 1 || !/^ال.{3}/.test(key)) return false
  const feminine = /(?:ه|ات|اء|ي)$/.test(key)
  return subject === 'feminine' ? feminine : subject === 'masculine' && !/(?:ه|ات)$/.test(key)
}
