/** The words of a sentence that tell an event: verbs, masdars, nouns and fixed phrases, each read by what stands before it. */
import { isFiniteVerb, verbCandidates } from '../lexicon/finite.ts'
import type { EventWord } from '../lexicon/schema.ts'
import { type TriggerForm, type TriggerPhrase, vocabulary } from '../lexicon/vocabulary.ts'
import { bare, readings, withoutPronoun } from '../text/clitics.ts'
import { type Document, isFunctionWord } from '../text/document.ts'
import { fold } from '../text/fold.ts'
import { PREPOSITIONS } from '../text/function-words.ts'
import type { Token } from '../text/tokens.ts'

export interface Trigger {
  /** Token indexes, half-open. */
  from: number
  to: number
  entry: EventWord
  kind: TriggerForm<EventWord>['kind']
  /** Verbs: as the form tells it; a masdar behind «تم» is passive. */
  voice: 'active' | 'passive' | 'either'
  subject?: 'masculine' | 'feminine' | 'plural' | 'first'
  tense?: 'past' | 'present'
  future: boolean
  /** «ب», «ل», «ك» joined before a noun; the free preposition before it otherwise. */
  preposition?: string
  definite: boolean
  /** A pronoun is joined to it: the object of a verb, the owner of a masdar. */
  pronoun: boolean
  /** Token indexes of the further words of a phrase. */
  phrase: number[]
}

/** The verb stands so far from the rest of its phrase at most («فرضت الولايات المتحدة أمس عقوبات»). */
const PHRASE_REACH = 9
const BREAKS = new Set(['،', '؛', ':', '.', '؟', '!', ','])
/** Nouns whose genitive is told by a masdar behind them: «عملية اختطاف», «حادثة تفجير». */
const SUPPORTS = new Set(
  'عمليه عمليات حادثه حادث حوادث محاوله محاولات قضيه مساله موضوع اعمال جريمه جراءم تهمه'.split(' ').map(fold),
)
const PASSIVE_SUPPORTS = new Set('تم تمت يتم تتم سيتم ستتم جري جرت يجري سيجري'.split(' '))

/** The triggers among the tokens of a sentence, in order. */
export function triggersOf(document: Document, from: number, to: number, isName: (at: number) => boolean): Trigger[] {
  const found: Trigger[] = []
  const usedByPhrase = new Set<number>()
  for (let at = from; at < to; at++) {
    const token = document.tokens[at]!
    if (token.kind !== 'word' || isFunctionWord(token) || usedByPhrase.has(at) || isName(at)) continue
    const trigger = phraseAt(document, at, from, to) ?? wordAt(document, at, from)
    if (trigger === undefined) continue
    for (const index of trigger.phrase) usedByPhrase.add(index)
    found.push(trigger)
  }
  return found
}

/** Past the clitics of a word, every form that the vocabulary may hold. */
function formsOf(
  key: string,
): { form: string; future: boolean; preposition: string; definite: boolean; pronoun: boolean }[] {
  const found: { form: string; future: boolean; preposition: string; definite: boolean; pronoun: boolean }[] = []
  for (const reading of readings(key)) {
    const base = { preposition: reading.preposition as string, definite: reading.article }
    found.push({ form: reading.stem, future: false, pronoun: false, ...base })
    if (!reading.article) {
      for (const form of verbCandidates(reading.stem).slice(1))
        found.push({
          form,
          future: /^س/.test(reading.stem) && !form.startsWith('س'),
          pronoun: reading.stem.length - form.length > 1 || !reading.stem.endsWith(form),
          ...base,
        })
      const owned = withoutPronoun(reading.stem)
      if (owned !== undefined) found.push({ form: owned, future: false, pronoun: true, ...base })
    }
  }
  return found
}

function wordAt(document: Document, at: number, from: number): Trigger | undefined {
  let best: Trigger | undefined
  let bestRank = -1
  const before = at > from ? document.tokens[at - 1] : undefined
  const nounExpected = before !== undefined && expectsNoun(before.key, before.text)
  const token = document.tokens[at]!
  const marbuta = token.text.endsWith('ة')
  const opens = opensClause(before, token)
  for (const { form, future, preposition, definite, pronoun } of formsOf(token.key)) {
    // Ta marbuta folds to the pronoun «ه», but is none.
    if (marbuta && pronoun) continue
    for (const candidate of vocabulary().events.get(form) ?? []) {
      const isVerb = candidate.kind === 'verb'
      if (isVerb && (definite || (preposition !== '' && !(preposition === 'ل' && candidate.verb?.tense === 'present'))))
        continue
      if (isVerb && (nounExpected || marbuta)) continue
      // «أمن», «دعم», «حكم»: three bare letters are a verb only where a clause begins.
      if (
        isVerb &&
        !opens &&
        form.length <= 3 &&
        candidate.verb?.tense === 'past' &&
        candidate.verb.subject === 'masculine'
      )
        continue
      if (candidate.verb?.jussive && !/^(?:و|ف)?(?:لم|لا|لما)$/.test(before?.key ?? '')) continue
      if (!isVerb && future) continue
      if (!isVerb && !definite && !pronoun && before !== undefined && /^(?:قد|لقد|لم|لن|سوف)$/.test(before.key))
        continue
      let rank = isVerb ? 2 : candidate.kind === 'masdar' || candidate.kind === 'noun' ? 3 : 1
      // Spelled alike («دعم»): a verb opens its clause, a masdar stands behind a noun, a preposition or the article.
      if (
        isVerb &&
        (before === undefined ||
          before.kind === 'mark' ||
          /^(?:قد|وقد|فقد|لقد|لم|لن|سوف|الذي|التي|الذين|كما|حيث|ما|ان|بان)$/.test(before.key))
      )
        rank += 3
      if (isVerb && candidate.verb?.subject !== 'masculine') rank += 2
      if (!candidate.entry.weak) rank += 0.5
      if (rank <= bestRank) continue
      bestRank = rank
      best = {
        from: at,
        to: at + 1,
        entry: candidate.entry,
        kind: candidate.kind,
        voice: voiceOf(candidate, before?.key),
        ...(candidate.verb && { subject: candidate.verb.subject, tense: candidate.verb.tense }),
        future: future || before?.key === 'سوف',
        ...prepositionOf(preposition, before?.key),
        definite,
        pronoun,
        phrase: [],
      }
    }
  }
  return best
}

/** Whether what stands before a word lets it be a finite verb. */
function mayBeVerb(document: Document, at: number, from: number, form: string): boolean {
  const token = document.tokens[at]!
  const before = at > from ? document.tokens[at - 1] : undefined
  if (token.text.endsWith('ة') || (before && expectsNoun(before.key, before.text))) return false
  return form.length > 3 || opensClause(before, token)
}

/** Whether a verb may begin at a token: behind nothing, a mark, a particle or a relative, with «و» or «ف», or behind a definite word that may be its subject. */
export function opensClause(before: Token | undefined, token: Token): boolean {
  if (before === undefined || before.kind === 'mark' || /^[وف]/.test(token.key)) return true
  return isFunctionWord(before) ? !PREPOSITIONS.has(before.key) : isDefiniteWord(before.key)
}

const isDefiniteWord = (key: string) => bare(key) !== key

function prepositionOf(joined: string, before: string | undefined): { preposition?: string } {
  if (joined !== '') return { preposition: joined }
  return before !== undefined && PREPOSITIONS.has(before) ? { preposition: before } : {}
}

function voiceOf(candidate: TriggerForm<EventWord>, before: string | undefined): Trigger['voice'] {
  if (candidate.verb) return candidate.verb.voice
  if (candidate.kind === 'passive-participle') return 'passive'
  return before !== undefined && PASSIVE_SUPPORTS.has(bare(before).replace(/^[وف]/, '')) ? 'passive' : 'active'
}

/** A preposition, a quantifier or a supporting noun wants a noun behind it. */
function expectsNoun(key: string, text: string): boolean {
  if (key === 'ما' || key === 'بعدما' || key === 'عندما') return false
  return (
    (PREPOSITIONS.has(key) && !(key === 'علي' && text.endsWith('ي'))) ||
    SUPPORTS.has(bare(key).replace(/^[وف](?=.{4})/, '')) ||
    /^(?:اي|كل|بعض|عده|مزيد|عدم|دون)$/.test(key)
  )
}

function phraseAt(document: Document, at: number, from: number, to: number): Trigger | undefined {
  let best: Trigger | undefined
  for (const { form, future, preposition, definite } of formsOf(document.tokens[at]!.key)) {
    for (const phrase of vocabulary().phrases.get(form) ?? []) {
      const verb = vocabulary()
        .events.get(form)
        ?.find((t) => t.entry === phrase.entry && t.kind === 'verb')?.verb
      const asVerb = verb !== undefined && fold(phrase.entry.verb?.past ?? '') === phrase.words[0]
      if (asVerb && !mayBeVerb(document, at, from, form)) continue
      const rest = restOfPhrase(document, at, to, phrase, asVerb)
      // Of two phrases of one verb the longer one, then the nearer one is meant («تبنى التنظيم الهجوم في بيان»).
      if (
        rest === undefined ||
        (best &&
          (best.phrase.length > rest.length ||
            (best.phrase.length === rest.length && (best.phrase.at(-1) ?? 0) <= (rest.at(-1) ?? 0))))
      )
        continue
      const before = at > from ? document.tokens[at - 1]?.key : undefined
      best = {
        from: at,
        to: rest.length > 0 && rest.every((index, k) => index === at + k + 1) ? at + 1 + rest.length : at + 1,
        entry: phrase.entry,
        kind: asVerb ? 'verb' : 'masdar',
        voice: asVerb ? verb.voice : before !== undefined && PASSIVE_SUPPORTS.has(before) ? 'passive' : 'active',
        ...(asVerb && { subject: verb.subject, tense: verb.tense }),
        future: future || before === 'سوف',
        ...(asVerb ? {} : prepositionOf(preposition, before)),
        definite,
        pronoun: false,
        phrase: rest,
      }
    }
  }
  return best
}

/** Where the further words of a phrase stand: close behind one another, or, behind a verb, after its subject. */
function restOfPhrase(
  document: Document,
  at: number,
  to: number,
  phrase: TriggerPhrase,
  asVerb: boolean,
): number[] | undefined {
  const found: number[] = []
  let next = at + 1
  for (const word of phrase.words.slice(1)) {
    const reach = Math.min(to, next + (asVerb ? PHRASE_REACH : 2))
    let hit = -1
    for (let i = next; i < reach; i++) {
      const token = document.tokens[i]!
      if (BREAKS.has(token.text) || (i > next && isFiniteVerb(token) && token.key !== word)) break
      if (sameWord(token.key, word)) {
        hit = i
        break
      }
    }
    if (hit < 0) return undefined
    found.push(hit)
    next = hit + 1
  }
  return found
}

function sameWord(key: string, word: string): boolean {
  if (key === word) return true
  const stem = bare(key)
  return (
    stem === word ||
    stem === bare(word) ||
    key === `${word}ا` ||
    (/^[بل]$/.test(word) && key.startsWith(word) && key.length > 3)
  )
}
