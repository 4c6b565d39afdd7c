/** The subject behind a verb of saying, past whatever stands between them: adverbs, times, whom it was said to, where and on what occasion. */
import type { SentenceView } from '../events/sentence.ts'
import { isFiniteVerb } from '../lexicon/finite.ts'
import { vocabulary } from '../lexicon/vocabulary.ts'
import { bare, readings, withoutPronoun } from '../text/clitics.ts'
import { isFunctionWord } from '../text/document.ts'
import { DEMONSTRATIVES, PREPOSITIONS, QUANTIFIERS } from '../text/function-words.ts'
import type { Token } from '../text/tokens.ts'
import { perWord } from '../text/word.ts'
import { isMasdar } from './masdars.ts'
import { isAccusative, isAddressee, isKunya, isPassed } from './passed.ts'
import { nounOfSaying } from './sayings.ts'
import { type Phrase, phraseAt } from './speakers.ts'

/** The subject behind a verb, past adverbs, times, whom it was said to and where: up to what is said. */
export function subjectBehind(view: SentenceView, verb: number, opener: number): Phrase | undefined {
  const { tokens } = view.document
  const at = passedBefore(view, verb + 1, opener)
  if (at >= opener) return undefined
  const token = tokens[at]!
  if (token.kind === 'mark') {
    // «نفت «قسد» مسؤوليتها»: a name in quotation marks.
    const name = view.startsAt.get(at + 1)
    const closes = at === verb + 1 && name && name.preposition === '' && /^[»”"]$/.test(tokens[name.to]?.text ?? '')
    return closes ? { from: at + 1, to: name.to, mention: name } : undefined
  }
  if (DEMONSTRATIVES.has(token.key) && tokens[at + 1]) {
    const pointed = phraseAt(view, at + 1, opener)
    return pointed && { ...pointed, from: at }
  }
  if (QUANTIFIERS.has(bare(token.key)) || QUANTIFIERS.has(token.key)) return someOf(view, at, opener)
  if (isFunctionWord(token) && !view.startsAt.has(at) && !isKunya(tokens, at)) return undefined
  const phrase = phraseAt(view, at, opener)
  return phrase && withNameBetweenCommas(view, phrase, opener)
}

/**
 * The first token from `from` that is no adverb, time, addressee, occasion or absolute object («نفيا قاطعا»), an opening quotation mark
 * included; `limit` where none is before it.
 * @param accusatives whether such objects are passed too
 */
export function passedBefore(view: SentenceView, from: number, limit: number, accusatives = true): number {
  const { tokens } = view.document
  let at = from
  while (at < limit) {
    const token = tokens[at]!
    if (token.kind === 'mark' || view.isTime(at) || isPassed(token)) {
      if (/^["«“]$/.test(token.text)) return at
      at++
    } else if (isNounBehindPreposition(view, at)) {
      const free = isFunctionWord(token) ? at + 1 : at
      at = Math.max(at + 1, endOfPrepositional(view, free, limit))
    } else if (accusatives && isAccusative(token)) {
      do at++
      while (at < limit && /[^اءىو]ا$/.test(tokens[at]!.key))
    } else return at
  }
  return at
}

/** «العديد من الخبراء», «بعض المسؤولين»: some of those named behind. */
export function someOf(view: SentenceView, at: number, opener: number): Phrase | undefined {
  // «عدد منهم», «أيا منهم»: of them.
  if (at + 1 < opener && /^من(?:هم|ها|هن|هما)$/.test(view.document.tokens[at + 1]!.key)) return { from: at, to: at + 2 }
  const from = view.document.tokens[at + 1]?.key === 'من' ? at + 2 : at + 1
  const whole = phraseAt(view, from, opener)
  if (whole) return { from: at, to: whole.to, ...(whole.mention && { mention: whole.mention }) }
  // «البعض», «الكثيرون»: said of people without saying of which.
  return /^ال/.test(view.document.tokens[at]!.key) ? { from: at, to: at + 1 } : undefined
}

const calledBy = perWord(({ key }) => /^و?(?:[يت]دعي|[يت]سمي|[يت]كني|اسم(?:ه|ها))$/.test(key))
const isCalled = (token: Token | undefined): boolean => token !== undefined && calledBy(token)

/** «محامي المتهم، سليم الحداد، أنه سيطعن»: the name behind an office is its bearer's. */
function withNameBetweenCommas(view: SentenceView, phrase: Phrase, opener: number): Phrase {
  const { tokens } = view.document
  // «أحد المحتجين، ويدعى سليم الحداد، إن».
  const called = isCalled(tokens[phrase.to + 1]) ? 1 : 0
  const name = view.startsAt.get(phrase.to + 1 + called)
  const comma = (at: number) => /^[،,]$/.test(tokens[at]?.text ?? '')
  const named = phrase.mention !== undefined && phrase.mention.via !== 'title' && phrase.mention.via !== 'group'
  if (named || name?.type !== 'person' || name.via !== 'name' || name.to > opener) return phrase
  return comma(phrase.to) && comma(name.to) ? { ...phrase, to: name.to, mention: name } : phrase
}

/** Whether a preposition, free or joined, stands at a token. */
export function isNounBehindPreposition(view: SentenceView, at: number): boolean {
  const token = view.document.tokens[at]!
  const named = view.startsAt.get(at)
  if (named) return named.preposition !== ''
  if (isFunctionWord(token)) return PREPOSITIONS.has(token.key)
  if (/^[وف]?(?:بصدد|بشان|بخصوص|بشءن|بحضور|بلهجه|بنبره|برفقه|بمناسبه|بعيد|قبيل)$/.test(token.key)) return true
  if (isAddressee(token) || /^[وف]?(?:لل|بال).{2}/.test(token.key)) return true
  if (!/^[بل].{3}/.test(token.key)) return false
  const { events, groups, titles, speech } = vocabulary()
  const known = (stem: string) => events.has(stem) || groups.has(stem) || titles.has(stem) || speech.has(stem)
  return !known(token.key) && readings(token.key).some((r) => r.preposition !== '' && known(r.stem))
}

/** Past the noun phrase of a preposition: its noun, what describes it, and names in construct with it. */
function endOfPrepositional(view: SentenceView, at: number, limit: number): number {
  const { tokens } = view.document
  const named = view.startsAt.get(at)
  if (named) {
    // «من السعودية والإمارات».
    let end = named.to
    for (let next = view.startsAt.get(end); next?.conjunction === 'و'; next = view.startsAt.get(end)) end = next.to
    // «من الحرس الرئاسي الخاص».
    if (named.via === 'body' || named.via === 'group')
      while (end < limit && /^ال.*(?:ي|يه|ص|صه)$/.test(tokens[end]!.key) && !view.startsAt.has(end)) end++
    return end
  }
  // «أعرب عن «أسفه الشديد»».
  if (/^[«“"]$/.test(tokens[at]?.text ?? ''))
    for (let i = at + 1; i < Math.min(limit, at + 12); i++) if (/^[»”"]$/.test(tokens[i]!.text)) return i + 1
  let to = at + 1
  let definite = tokens[at] !== undefined && bare(tokens[at]!.key) !== tokens[at]!.key
  while (to < limit) {
    const token = tokens[to]!
    const inner = view.startsAt.get(to)
    // «نفى في بيان تسرب المعلومات»: the object of the verb.
    if (!definite && isMasdar(token) && !isFiniteVerb(token) && nounOfSaying(tokens[at]!)) break
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
