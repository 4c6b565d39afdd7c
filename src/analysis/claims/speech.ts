/** What the rules ask of an entry of the lexicon of saying. */
import type { Stance } from '../analysis.ts'
import type { SpeechWord } from '../lexicon/schema.ts'
import { fold } from '../text/fold.ts'

/** An entry with the answers to them, found out once. */
export interface Speech {
  stance: Stance
  /** Third person masculine past, folded: how the lexicon lists it; empty where it is no verb. */
  lemma: string
  /** Folded. */
  masdars: readonly string[]
  /** What may come between it and what is said, folded. */
  openers: ReadonlySet<string>
  /** Takes «أن». */
  takesThat: boolean
  /** What is asked («تساءل: من المستفيد؟») and what is cried is quoted too. */
  takesQuote: boolean
  /** Takes what is denied or condemned as its object, definite or not. */
  takesAnyObject: boolean
  /** Its object may be an act: «توقع ارتفاع الأسعار». */
  isOfActs: boolean
  /** Is followed by a quote as it was spoken; behind others quotes are words of the writer. */
  opensQuotes: boolean
  /** Says what somebody is called, in a quote of few words. */
  isNaming: boolean
}

const TAKES_THAT = /(?:^|\s)(?:ب?أن|إن|ب|إنه|من أن)$/
const OF_ACTS = new Set(
  'أعلن أكد توقع رجح طلب اقترح اشترط أبلغ أبدى تمنى سجل أثبت استبعد كشف جدد ذكر أظهر ناشد'.split(' ').map(fold),
)
const QUOTING = new Set(
  'قال اضاف تابع صرح اكد اوضح ذكر كتب غرد علق رد هتف اردف استطرد افاد اعلن شدد تساءل خاطب اشار جزم'.split(' '),
)
const NAMING = new Set('اعتبر وصف سمي راي عد'.split(' '))

const known = new Map<SpeechWord, Speech>()

/** The answers for an entry. */
export function speechOf(entry: SpeechWord): Speech {
  let speech = known.get(entry)
  if (speech === undefined) {
    speech = read(entry)
    known.set(entry, speech)
  }
  return speech
}

function read({ stance, verb, masdars, openers }: SpeechWord): Speech {
  const lemma = verb ? fold(verb.past) : ''
  const takesThat = openers.some((opener) => TAKES_THAT.test(opener))
  return {
    stance,
    lemma,
    masdars: masdars.map(fold),
    openers: new Set(openers.map(fold)),
    takesThat,
    takesQuote: takesThat || openers.includes('قائلا') || openers.includes('هل'),
    takesAnyObject: stance === 'denies' || (stance === 'accuses' && openers.includes('ما')),
    isOfActs: OF_ACTS.has(lemma),
    opensQuotes: verb === undefined || QUOTING.has(lemma),
    isNaming: NAMING.has(lemma),
  }
}
