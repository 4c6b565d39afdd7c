/**
 * Bodies that the lexicon does not list, by how Arabic builds their names: a head («هيئة», «وزارة»), then what completes
 * it, definite to the end: adjectives («الهيئة الوطنية المستقلة»), a construct («وزارة الداخلية التونسية»), or a state.
 */
import { names } from '../lexicon/names.ts'
import { vocabulary } from '../lexicon/vocabulary.ts'
import { type Document, isFunctionWord, nounReadings, spanAfterClitics, wordsOf } from '../text/document.ts'
import { fold } from '../text/fold.ts'
import { perPhrase } from '../text/phrase.ts'
import { perWord } from '../text/word.ts'
import { countryOfPairEnding, knownNameAt } from './known.ts'
import type { Mention } from './mention.ts'
import { adjoins, hasPlainArticle, isCounted, isOfficeAdjective } from './name-words.ts'

/** More words than this behind a head are no name any more. */
const LONGEST = 7
/** Heads of names in which two matters are joined by «و» («وزارة الشؤون الدينية والأوقاف»). */
const JOINING_HEADS: ReadonlySet<string> = new Set([
  'وزاره',
  'هيءه',
  'لجنه',
  'منظمه',
  'جمعيه',
  'مجلس',
  'مديريه',
  'حزب',
  'حركه',
  'جبهه',
  'اتحاد',
])
/** Adjectives that say something of a body and are no part of its name. */
const PASSING: ReadonlySet<string> = new Set([
  'الحاليه',
  'الحالي',
  'الجديده',
  'الجديد',
  'السابقه',
  'السابق',
  'القاءمه',
  'القاءم',
  'المعنيه',
  'المذكوره',
  'نفسها',
  'نفسه',
  'الاولي',
  'الاخيره',
  'المقبله',
  'المختصه',
])

/** The reading by which a word heads the name of a body or stands for an authority. */
const bodyHead = perWord((word) => {
  if (word.kind !== 'word' || isFunctionWord({ word })) return undefined
  for (const reading of nounReadings({ word })) {
    const head = vocabulary().groups.get(reading.stem)
    if (head === undefined || (head.entry.kind !== 'body' && head.entry.kind !== 'authority')) continue
    const feminine = /(?:ه|ات)$/.test(reading.stem) || (head.plural && !/(?:ين|ون)$/.test(reading.stem))
    return { reading, head, feminine }
  }
  return undefined
})

/** A body that begins at a token, named by its head, or undefined. */
export function bodyAt(document: Document, at: number): Mention | undefined {
  const { tokens, text } = document
  const token = tokens[at]!
  const found = bodyHead(token)
  if (found === undefined) return undefined
  const { reading, head, feminine } = found
  const to = reading.article
    ? endOfAdjectives(document, at, feminine)
    : head.plural && isCounted(document, at)
      ? at + 1
      : endOfConstruct(document, at, fold(head.entry.word), head.plural)
  // «تقييد حركة المهربين»: how people move, not a movement of theirs.
  if (reading.stem === 'حركه' && tokens[at + 1] && arePeople(tokens[at + 1]!)) return undefined
  const country = countryWithin(document, at + 1, to)
  const span = { start: spanAfterClitics(token, reading).start, end: tokens[to - 1]!.end }
  const base = {
    from: at,
    to,
    span,
    conjunction: reading.conjunction,
    preposition: reading.preposition,
    gender: feminine ? ('feminine' as const) : ('masculine' as const),
    plural: head.plural,
  }
  if (head.entry.kind === 'authority' && country !== undefined && to - at <= 3) {
    // «السلطات الجزائرية», «الجانب الليبي», «حكومة مالي»: the state itself.
    const state = names().states.get(country)
    if (state) return { ...base, type: 'state', via: 'authority', key: state.id, name: state.name, country }
  }
  // «الوزارة», «الحكومة»: means the one that was named before; unnamed, only what can stand alone.
  if (to === at + 1 && !reading.article) return undefined
  if (to === at + 1 && head.plural) return undefined
  const name = wordsOf(text, span)
  return {
    ...base,
    type: head.plural && country === undefined ? 'group' : 'organization',
    via: 'body',
    ...(to === at + 1 && head.entry.needsComplement && { onlyAgain: true as const }),
    key: `text:${keyOfPhrase(name)}`,
    name: reading.article ? startingWithArticle(name) : name,
    ...(country && { country }),
  }
}

const arePeople = perWord(({ key }) => {
  const kind = vocabulary().groups.get(key.replace(/^ال/, ''))?.entry.kind
  return kind === 'armed' || kind === 'people'
})

/** «للقيادة» leaves «لقيادة» when its preposition is cut off: shown, it is «القيادة». */
function startingWithArticle(name: string): string {
  return name.startsWith('ل') ? `ا${name}` : name
}

/** The same phrase with or without the article, in any case of its sound plurals, has one key. */
export const keyOfPhrase = perPhrase((phrase) =>
  fold(phrase)
    .split(/\s+/)
    .map((word) => word.replace(/^(?:ال|لل?)(?=.{3})/, '').replace(/ون$/, 'ين'))
    .join(' '),
)

function endOfAdjectives(document: Document, at: number, feminine: boolean): number {
  let to = at + 1
  while (to - at < LONGEST && adjoins(document, to - 1)) {
    const next = document.tokens[to]!
    if (
      !hasPlainArticle(next) ||
      PASSING.has(next.key) ||
      startsClause(document, to) ||
      /ه$/.test(next.key) !== feminine ||
      !describes(next.key.slice(2))
    )
      break
    to++
    // A state's adjective ends a name: what is definite behind it is something else.
    if (names().nisba.has(next.key.slice(2))) break
  }
  return to
}

function endOfConstruct(document: Document, at: number, head: string, plural: boolean): number {
  const { tokens } = document
  let to = at + 1
  let definite = false
  while (to - at < LONGEST && adjoins(document, to - 1)) {
    const next = tokens[to]!
    const known = knownNameAt(document, to)
    if (
      known &&
      known.conjunction === '' &&
      known.preposition === '' &&
      (known.type === 'state' || known.type === 'place') &&
      !definite
    ) {
      to = known.to
      definite = true
      continue
    }
    if (known && known.conjunction === '' && known.preposition === '') break
    if (hasPlainArticle(next) && !PASSING.has(next.key) && (!definite || describes(next.key.slice(2)))) {
      definite = true
      to++
      if (names().nisba.has(next.key.slice(2)) && to - at > 2) break
      continue
    }
    const following = tokens[to + 1]
    const inner = !definite && next.kind === 'word' && !isFunctionWord(next) && following !== undefined
    // One more word of the construct: «لجنة حقوق الإنسان».
    if (
      inner &&
      // «منظمات حقوقية»: the adjective of a plural, behind which nothing goes on.
      !(plural && /يه$/.test(next.key)) &&
      to - at <= 2 &&
      !/^[وفبل]ال/.test(next.key) &&
      hasPlainArticle(following) &&
      adjoins(document, to) &&
      (/^ت/.test(next.key) || !isVerbal(next.key))
    ) {
      to++
      continue
    }
    if (
      definite &&
      JOINING_HEADS.has(head) &&
      /^وال/.test(next.key) &&
      next.key.length > 5 &&
      !followedByVerb(document, to)
    ) {
      to++
      continue
    }
    break
  }
  return definite ? to : at + 1
}

/** Whether a definite word behind a definite one can only describe it: an adjective by its ending, and no event or group of its own. */
function describes(stem: string): boolean {
  const { events, groups, titles } = vocabulary()
  if (names().nisba.has(stem)) return true
  if (events.has(stem) || groups.has(stem) || titles.has(stem)) return false
  return /(?:ي|يه|ه)$/.test(stem) || /^(?:عام|اعلي|عليا|حر|موحد|مشترك|مستقل|ديمقراطي|تحرير)$/.test(stem)
}

function isVerbal(key: string): boolean {
  const forms = vocabulary().events.get(key) ?? vocabulary().speech.get(key)
  return forms?.some((form) => form.kind === 'verb') ?? false
}

function followedByVerb(document: Document, at: number): boolean {
  const next = document.tokens[at + 1]
  return next !== undefined && isVerbal(next.key)
}

/** A definite word that is itself a name or an office begins something of its own. */
function startsClause(document: Document, at: number): boolean {
  const known = knownNameAt(document, at)
  if (known !== undefined && known.conjunction === '') return true
  const token = document.tokens[at]!
  return (
    vocabulary().titles.has(token.key.slice(2)) && !isOfficeAdjective(token) && !names().nisba.has(token.key.slice(2))
  )
}

/** ISO code of the state that a name or adjective between two tokens means. */
export function countryWithin(document: Document, from: number, to: number): string | undefined {
  for (let at = to - 1; at >= from; at--) {
    const country = (at > from ? countryOfPairEnding(document, at) : undefined) ?? countryOfNisba(document.tokens[at]!)
    if (country) return country
    const known = knownNameAt(document, at)
    if (known?.country && known.to <= to) return known.country
  }
  return undefined
}

const countryOfNisba = perWord((word) => {
  for (const { stem } of nounReadings({ word })) {
    const country = names().nisba.get(stem)?.entity.country
    if (country) return country
  }
  return undefined
})
