/** The parts of an office behind its head, one at a time. */
import { names } from '../lexicon/names.ts'
import { vocabulary } from '../lexicon/vocabulary.ts'
import type { Reading } from '../text/clitics.ts'
import { type Document, isFunctionWord, isPreposition } from '../text/document.ts'
import { mayBeginNumber } from '../text/numbers.ts'
import type { Token } from '../text/tokens.ts'
import { perWord } from '../text/word.ts'
import { bodyAt } from './bodies.ts'
import { describes } from './body-ends.ts'
import { isPlaceAt, knownNameAt } from './known.ts'
import {
  adjoins,
  hasPlainArticle,
  isDefinite,
  isFirstName,
  isOfficeAdjective,
  isOrdinaryBehindClitic,
  isVerbKey,
} from './name-words.ts'
import { FOR_WHOM } from './office-heads.ts'

/** Kinds of title whose holders are known for a matter: «الخبير في شؤون الساحل». */
export const KNOWING: ReadonlySet<string> = new Set(['academic', 'profession', 'military'])

/** Of the honours these stand before any name, known as one or not; the others («رعية», «معتقل») say what somebody is. */
const CALLED = new Set('سي سيدي مدام مسيو مستر مولاي لاله لورد بارون كونت دوق'.split(' '))

/** Whether a name that nothing but its place shows may begin: not behind a bare title («رعية أجنبي»). */
export function mayBegin(next: Token, kind: string, { bare, reading }: { bare: boolean; reading: Reading }): boolean {
  if (isFirstName(next.key)) return true
  return !bare || (kind === 'honorific' && CALLED.has(reading.stem))
}

/** Further words of an office that is neither a name nor a known one: «الدفاع», «والتعاون», «أركان الجيش», «نائب رئيس». */
export function endOfStep(
  document: Document,
  at: number,
  { open, at: head, takes }: { open: boolean; at: number; takes: readonly string[] },
): number | undefined {
  const { tokens } = document
  const next = tokens[at]!
  const { titles, groups } = vocabulary()
  if (isFunctionWord(next)) return undefined
  if (hasPlainArticle(next))
    return open || describes(next) || next.key === 'الخارجيه' || isParticiple(next) ? at + 1 : undefined
  // «وزير الخارجية والتعاون الدولي»: matters joined, of those who are over matters.
  if (next.key.startsWith('وال'))
    return !open &&
      takes.includes('matter') &&
      at > head + 1 &&
      isDefinite(tokens[at - 1]!) &&
      !groups.has(next.key.slice(3)) &&
      !titles.has(next.key.slice(3))
      ? at + 1
      : undefined
  const joined = next.key.startsWith('لل')
  if (!open && !joined) return undefined
  if (joined && next.key.length > 4) return groups.has(next.key.slice(2)) ? undefined : at + 1
  // «نائب رئيس …»: an office in construct with another.
  const another = titles.get(next.key)
  if (another !== undefined && !another.plural) return at + 1
  // «رئيس وفد …», «قائد كتيبة …».
  if (groups.get(next.key)?.plural === false) return at + 1
  if ((next.key[0] === 'و' || next.key[0] === 'ف') && !isDefinite(next)) return undefined
  // «قائد أركان الجيش», «وزير شؤون الرئاسة»: one indefinite before a definite.
  const following = tokens[at + 1]
  const construct =
    following !== undefined &&
    (hasPlainArticle(following) || isPlaceAt(document, at + 1)) &&
    adjoins(document, at) &&
    at - head <= 8 &&
    (!isVerbKey(next.key) || isPreposition(tokens[at - 1]!)) &&
    !(/^[وفبلك]/.test(next.key) && isOrdinaryBehindClitic(next))
  return construct ? Math.max(at + 2, hasPlainArticle(following) ? 0 : knownNameAt(document, at + 1)!.to) : undefined
}

/** «بالمحيطات», «بشؤون الهجرة», «بالصيد البحري»: what somebody is charged with, to its last adjective. */
export function endOfMatter(document: Document, from: number): number {
  let to = from
  while (
    to - from < 4 &&
    adjoins(document, to - 1) &&
    (describes(document.tokens[to]!) ||
      (to === from && hasPlainArticle(document.tokens[to]!) && !isDefinite(document.tokens[to - 1]!)))
  )
    to++
  return to
}

/** «المشارك», «المتجول», «المتقاعد»: what looks like a participle and is nobody in itself. */
const isParticiple = perWord(({ key }) => {
  const { groups, titles, events } = vocabulary()
  const stem = key.slice(2)
  return (
    /^الم.{3,}$/.test(key) &&
    !/(?:ين|ون|ات|ه)$/.test(key) &&
    !groups.has(stem) &&
    !titles.has(stem) &&
    !events.has(stem) &&
    !names().byFirstWord.has(stem)
  )
})

/** What a preposition may do inside an office: say for whom it speaks, what it is about, or where it is; undefined where it ends it. */
export function jointOf(document: Document, at: number, kind: string): 'of' | 'place' | undefined {
  const { tokens } = document
  const joins = joint(tokens[at]!)
  if (joins !== 'by what follows') return joins
  if (!adjoins(document, at)) return undefined
  const { key } = tokens[at]!
  const behind = knownNameAt(document, at + 1) ?? bodyAt(document, at + 1)
  const named =
    behind !== undefined && behind.conjunction === '' && behind.preposition === '' && behind.type !== 'person'
  // «النائبة عن حزب …», «النائب عن ولاية …».
  if (key === 'عن') return named && kind === 'office' ? 'of' : undefined
  if (key !== 'في') return named && (key === 'لدي' || kind === 'diplomatic') ? 'place' : undefined
  if (named) return KNOWING.has(kind) && behind.type !== 'place' ? 'of' : 'place'
  // «الخبير في شؤون الساحل», «الباحث في العلاقات الدولية».
  return KNOWING.has(kind) &&
    !mayBeginNumber(tokens[at + 1]!) &&
    isDefinite(tokens[at + 1]!.key.startsWith('ال') ? tokens[at + 1]! : (tokens[at + 2] ?? tokens[at + 1]!))
    ? 'of'
    : undefined
}

const joint = perWord(({ key }): 'of' | 'by what follows' | undefined => {
  if (FOR_WHOM.has(key) || key === 'لشءون' || key === 'لشوون') return 'of'
  return key === 'في' || key === 'لدي' || key === 'الي' || key === 'عن' ? 'by what follows' : undefined
})

/** «والباحث»: a second title, joined by «و», definite as the first. */
export const besides = perWord(({ key }) => {
  const title = /^وال.{3}/.test(key) ? vocabulary().titles.get(key.slice(3)) : undefined
  return title && !title.plural && title.entry.kind !== 'family' ? title : undefined
})

/** A rank, honour or degree with the article: «الفريق», «الدكتور», «المستشار». */
export const rankOf = perWord((word) => {
  const title = hasPlainArticle({ word }) ? vocabulary().titles.get(word.key.slice(2)) : undefined
  return title && !title.plural && title.entry.kind !== 'family' && !isOfficeAdjective({ word })
    ? title.entry.kind
    : undefined
})
