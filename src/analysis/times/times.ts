/**
 * Expressions of time, normalised to TIMEX3 values (Pustejovsky et al. 2010). What is not said stays open: «في يناير» without a year is `XXXX-01` unless the
 * day of publication tells the year. Each matcher below reads one kind of expression and is asked only at the words that can begin it.
 */

import type { TimeExpression } from '../analysis.ts'
import type { Document } from '../text/document.ts'
import { flagFor } from '../text/flags.ts'
import { offsetOfLetter } from '../text/fold.ts'
import { mayBeginNumber } from '../text/numbers.ts'
import { perPhrase } from '../text/phrase.ts'
import type { Token } from '../text/tokens.ts'
import { perWord, wordOf } from '../text/word.ts'
import { HIJRI_MONTHS, MONTHS, WEEKDAYS } from './calendar.ts'
import { clock, digitalClock, midnight, ordinalClock } from './clock.ts'
import { bareYear, DATELINE, datelineOf, dayOfMonth, monthDate, namedYear, numericDate } from './dates.ts'
import { partOfDay, singleDay, weekend } from './days.ts'
import { FEAST_HEADS, feastDay } from './feasts.ts'
import { type Context, type Found, keyAt, type Matcher, moved } from './found.ts'
import { adverbialSet, duration, everySet, ledLength, OFTEN_HEADS, perUnit } from './lengths.ts'
import { century, decade, POINTERS, pointedAt, pointer, quarter, relativeUnit, SPANS, season } from './periods.ts'
import {
  ADVERBS,
  BOUNDARIES,
  DEMONSTRATIVE_FAR,
  DEMONSTRATIVE_NEAR,
  LENGTH_LEADS,
  NAMED_BY_DATE,
  ORDINAL_HEADS,
  PARTS,
  SAME,
  UNITS,
} from './time-words.ts'

const BOUNDED: ReadonlyMap<string, string> = new Map([
  ['الشهر', 'M'],
  ['العام', 'Y'],
  ['السنه', 'Y'],
  ['الاسبوع', 'W'],
  ['القرن', 'CE'],
  ['العقد', 'DE'],
])

/** «مطلع يناير», «أواخر تسعينيات القرن الماضي», «نهاية الشهر»: as the expression behind it, of which it is a part. */
const boundary: Matcher = (context, at, stem) => {
  const { tokens } = context
  const i = keyAt(tokens, at + 1) === 'من' ? at + 2 : at + 1
  const inner = matchAt(context, i, true)
  if (inner?.type === 'DATE' && /^[\dXB]/.test(inner.value)) return { ...inner, from: at }
  // «نهاية الشهر», «مطلع العام»: of the running one.
  const unit = BOUNDED.get(keyAt(tokens, i))
  return unit && stem !== 'اخر' && stem !== 'وسط'
    ? { from: at, to: i + 1, type: 'DATE', value: moved(context.anchor, unit, 0) }
    : undefined
}

/** First words, and what reads the expressions that begin with them; the first that reads one wins. */
const ROWS: readonly (readonly [Iterable<string>, Matcher])[] = [
  [[...MONTHS.keys(), ...HIJRI_MONTHS.keys()].map((name) => name.split(' ')[0]!), monthDate],
  [['شهر'], monthDate],
  [[...ORDINAL_HEADS, 'الفاتح', 'فاتح', 'غره'], dayOfMonth],
  [ORDINAL_HEADS, ordinalClock],
  [
    ['عام', 'سنه', 'العام', 'السنه', 'عامي', 'سنتي', 'العامين', 'السنتين', 'الاعوام', 'السنوات', 'اعوام', 'سنوات'],
    namedYear,
  ],
  [[...PARTS.keys(), 'هذا', 'هذه', 'بعد'], partOfDay],
  [[...WEEKDAYS.keys(), ...ADVERBS.keys(), 'يوم', 'نهار', 'اول', 'قبل', 'بعد'], singleDay],
  [['الساعه'], clock],
  [['منتصف'], midnight],
  [['نهايه', 'عطله'], weekend],
  [['كل', 'ايام'], everySet],
  [['في'], perUnit],
  [OFTEN_HEADS, adverbialSet],
  [FEAST_HEADS, feastDay],
  [[...DEMONSTRATIVE_NEAR, ...DEMONSTRATIVE_FAR, ...SAME], pointedAt],
  [[...UNITS.keys()].map((unit) => `ال${unit}`), relativeUnit],
  [['القرن'], century],
  [['صيف', 'شتاء', 'ربيع', 'خريف', 'الصيف', 'الشتاء', 'الربيع', 'الخريف'], season],
  [['الربع', 'الثلاثي', 'الفصل', 'النصف', 'السداسي'], quarter],
  [
    ['عشرين', 'ثلاثين', 'اربعين', 'خمسين', 'ستين', 'سبعين', 'ثمانين', 'تسعين'].flatMap((tens) =>
      ['يات', 'ات'].flatMap((end) => [tens + end, `ال${tens}${end}`]),
    ),
    decade,
  ],
  [[...POINTERS.keys(), ...SPANS], pointer],
  [BOUNDARIES, boundary],
  [[...LENGTH_LEADS], ledLength],
  [[...UNITS.keys(), 'نصف', 'ربع', 'ثلث'], duration],
]
const NUMERIC: readonly Matcher[] = [numericDate, dayOfMonth, digitalClock, duration, bareYear]

const BY_HEAD = new Map<string, Matcher[]>()
for (const [heads, matcher] of ROWS)
  for (const head of heads) {
    const list = BY_HEAD.get(head) ?? []
    if (!list.includes(matcher)) list.push(matcher)
    BY_HEAD.set(head, list)
  }

interface Start {
  stem: string
  /** Folded letters before the stem. */
  clitics: number
  matchers: readonly Matcher[]
}

/** What may begin with a word: of most words nothing, and that is all that need be asked. */
const startsOf = perWord((word): readonly Start[] => {
  if (word.kind === 'number') return [{ stem: word.key, clitics: 0, matchers: NUMERIC }]
  if (word.kind !== 'word') return []
  const found: Start[] = []
  for (const [stem, clitics] of stemsOf(word.key)) {
    const matchers = BY_HEAD.get(stem) ?? []
    const number = stem.length > 1 && mayBeginNumber({ word: wordOf(stem, 'word') })
    if (matchers.length > 0 || number)
      found.push({
        stem,
        clitics,
        matchers: number && !matchers.includes(duration) ? [...matchers, duration] : matchers,
      })
  }
  return found
})

const MAY_BEGIN = flagFor((word) => startsOf({ word }).length > 0)

/** A key as it is, and without «و», «ف», «ب», «ل», «ك» before it. */
function stemsOf(key: string): [string, number][] {
  const stems: [string, number][] = [[key, 0]]
  for (const [conjunction, rest] of [
    [0, key],
    [1, /^[وف]/.test(key) ? key.slice(1) : ''],
  ] as const) {
    if (rest.length < 2) continue
    if (conjunction) stems.push([rest, 1])
    if (/^لل/.test(rest)) stems.push([`ال${rest.slice(2)}`, conjunction + 1])
    if (/^[بلك].{2}/.test(rest)) stems.push([rest.slice(1), conjunction + 1])
  }
  return stems
}

/** The expression that begins at a token; one that only looks like one has no value. */
function matchAt(context: Context, at: number, whole = false): (Found & { clitics: number }) | undefined {
  const token = context.tokens[at]
  if (token === undefined) return undefined
  for (const { stem, clitics, matchers } of startsOf(token)) {
    if (whole && clitics > 0) continue
    for (const matcher of matchers) {
      const found = matcher(context, at, stem)
      if (found && found.to <= context.tokens.length) {
        const { from, to, type } = found
        const value = isNoTime(context.tokens, found) ? '' : found.value
        return { from, to, type, value, clitics: from === at ? clitics : 0 }
      }
    }
  }
  return undefined
}

/** What is called after a day: «ثورة 25 يناير», «صحيفة الغد», «المصري اليوم». */
function isNoTime(tokens: readonly Token[], { from, to, type, value }: Found): boolean {
  if (type !== 'DATE' || !/-\d{2}-\d{2}$/.test(value)) return false
  const before = keyAt(tokens, from - 1).replace(/^[وفبل](?=.{3})/, '')
  if (to === from + 1 && ADVERBS.has(tokens[from]!.key))
    return PRINTED.has(before) || (QUOTE.test(tokens[from - 1]?.text ?? '') && QUOTE.test(tokens[to]?.text ?? ''))
  return NAMED_BY_DATE.has(before) && /^\d/.test(keyAt(tokens, from))
}

const QUOTE = /^["«»“”]$/
/** What is called «اليوم» or «الغد» behind these. */
const PRINTED = new Set('صحيفه جريده قناه حزب مجله اذاعه المصري'.split(' '))

/** The beginning of a day, UTC; undefined where it is none. */
const midnightOf = perPhrase((day): Date | undefined => {
  const begins = new Date(`${day}T00:00:00Z`)
  return Number.isNaN(begins.getTime()) ? undefined : begins
})

function anchorOf(tokens: readonly Token[], publishedAt: string | undefined): Date | undefined {
  if (publishedAt !== undefined) return midnightOf(publishedAt.slice(0, 10))
  const context: Context = { tokens, anchor: undefined, last: undefined, named: undefined }
  for (let at = 0; at < Math.min(DATELINE, tokens.length); at++) {
    const day = datelineOf(context, matchAt(context, at))
    if (day) return day
  }
  return undefined
}

/**
 * The expressions of time of a document, in order, none overlapping another.
 * @param publishedAt ISO 8601; without it the full date of a dateline is taken, and where there is none, relative expressions stay half-known
 *   (`XXXX-XX-XX`, `PAST_REF`)
 */
export function findTimes(document: Document, publishedAt: string | undefined): TimeExpression[] {
  const { tokens } = document
  const named: string[] = []
  const context: Context = { tokens, anchor: anchorOf(tokens, publishedAt), last: undefined, named }
  const found: TimeExpression[] = []
  for (let at = 0; at < tokens.length; ) {
    if ((document.flags[at]! & MAY_BEGIN) === 0) {
      at++
      continue
    }
    const hit = matchAt(context, at)
    if (hit === undefined || hit.value === '') {
      at = Math.max(at + 1, hit?.to ?? 0)
      continue
    }
    const first = tokens[hit.from]!
    const span = {
      start: hit.clitics > 0 ? first.start + offsetOfLetter(first.text, hit.clitics) : first.start,
      end: tokens[hit.to - 1]!.end,
    }
    found.push({ span, type: hit.type, value: hit.value })
    if (hit.type === 'DATE' || hit.type === 'TIME') {
      context.last = hit
      named.push(hit.value)
    }
    at = Math.max(hit.to, at + 1)
  }
  return found
}
