import { bare } from './clitics.ts'
import { fold } from './fold.ts'
import type { Token } from './tokens.ts'
import { perWord } from './word.ts'

const entries = (pairs: [string, number][]) =>
  new Map(pairs.flatMap(([words, value]) => words.split(' ').map((w) => [fold(w), value] as const)))

/** Cardinals in the cases that news writes. */
const CARDINALS = entries([
  ['واحد واحدة', 1],
  ['اثنان اثنين اثنتان اثنتين اثنتا اثنتي', 2],
  ['إحدى', 1],
  ['ثلاث ثلاثة', 3],
  ['أربع أربعة', 4],
  ['خمس خمسة', 5],
  ['ست ستة', 6],
  ['سبع سبعة', 7],
  ['ثمان ثماني ثمانية', 8],
  ['تسع تسعة', 9],
  ['عشر عشرة', 10],
  ['عشرون عشرين', 20],
  ['ثلاثون ثلاثين', 30],
  ['أربعون أربعين', 40],
  ['خمسون خمسين', 50],
  ['ستون ستين', 60],
  ['سبعون سبعين', 70],
  ['ثمانون ثمانين', 80],
  ['تسعون تسعين', 90],
  ['مئة مائة', 100],
  ['مئتان مئتين مئتا مئتي مائتان مائتين', 200],
  ['ثلاثمئة ثلاثمائة', 300],
  ['أربعمئة أربعمائة', 400],
  ['خمسمئة خمسمائة', 500],
  ['ستمئة ستمائة', 600],
  ['سبعمئة سبعمائة', 700],
  ['ثمانمئة ثمانمائة', 800],
  ['تسعمئة تسعمائة', 900],
])
const SCALES = entries([
  ['ألف ألفا آلاف', 1000],
  ['مليون مليونا ملايين', 1e6],
  ['مليار مليارا مليارات ملايير بليون بلايين', 1e9],
  ['تريليون تريليونا', 1e12],
])
/** Two of a scale; «ألفا جندي», «مليونا دولار» only where they begin a number: behind another they are accusatives («عشرين ألفا»). */
const PAIRS_OF_SCALE = entries([
  ['ألفان ألفين ألفي ألفا', 2000],
  ['مليونان مليونين مليوني مليونا', 2e6],
  ['ملياران مليارين ملياري مليارا', 2e9],
])
const PARTS_OF_SCALE = entries([
  ['نصف', 1 / 2],
  ['ربع', 1 / 4],
])
/** «اثنا عشر», «أحد عشر»: cardinals only before «عشر». */
const IRREGULAR = new Set(['اثنا', 'اثني', 'احد'])
/** Counts that say many without saying how many: a quantity without a value. */
const VAGUE = new Set(
  'عشرات مئات مئآت آلاف ملايين مليارات عدة العشرات المئات الآلاف الملايين بضعة بضع عشرات'.split(' ').map(fold),
)

export interface NumberPhrase {
  /** Token indexes, half-open. */
  from: number
  to: number
  /** Missing where only «عشرات», «مئات» is said. */
  value?: number
}

/** What a word says of a number that might begin with it, and how many letters of clitics («بعشرين», «وثلاثة») it then has. */
interface NumberWord {
  kind: 'vague' | 'counts'
  /** Folded, without clitics. */
  key: string
  letters: number
}

const numberWord = perWord(({ kind, key }): NumberWord | undefined => {
  if (kind !== 'word') return undefined
  if (VAGUE.has(key) || VAGUE.has(bare(key))) return { kind: 'vague', key, letters: 0 }
  if (isCount(key)) return { kind: 'counts', key, letters: 0 }
  const letters = /^[وف]?[بلك]?/.exec(key)![0].length
  const stem = key.slice(letters)
  // «لست قادرا», «وسط»: what is left must be a number of some length, or be marked as one.
  if (letters === 0 || stem.length < 3) return undefined
  if (VAGUE.has(stem)) return { kind: 'vague', key: stem, letters }
  return isCount(stem) ? { kind: 'counts', key: stem, letters } : undefined
})

const isCount = (key: string) =>
  CARDINALS.has(key) || SCALES.has(key) || PAIRS_OF_SCALE.has(key) || PARTS_OF_SCALE.has(key) || IRREGULAR.has(key)

/** Whether a number may begin with a token; one in words with no clitic before it but where it is vague («لعشرات»). */
export const mayBeginNumber = perWord((word) => {
  if (word.kind === 'number') return true
  const number = numberWord({ word })
  return number !== undefined && (number.kind === 'vague' || number.letters === 0)
})

/** The letters of clitics before the number that may begin with a word («بعشرين»: 1); undefined where none may. */
export const lettersBeforeNumber = perWord((word) => (word.kind === 'number' ? 0 : numberWord({ word })?.letters))

/** The number that begins at a token, in digits or in words («اثني عشر», «خمسة وعشرون ألفا»), or undefined. Clitics before its first word are passed over where `joined`. */
export function numberAt(tokens: readonly Token[], at: number, joined = false): NumberPhrase | undefined {
  const token = tokens[at]
  if (token === undefined) return undefined
  if (token.kind === 'number') {
    const value = valueOfDigits(token.key)
    if (value === undefined) return undefined
    const scale = tokens[at + 1] && SCALES.get(tokens[at + 1]!.key)
    return scale ? { from: at, to: at + 2, value: value * scale } : { from: at, to: at + 1, value }
  }
  const number = numberWord(token)
  if (number === undefined || (number.kind === 'counts' && number.letters > 0 && !joined)) return undefined
  if (number.kind === 'vague') {
    let to = at + 1
    while (tokens[to] && (VAGUE.has(tokens[to]!.key) || SCALES.has(bare(tokens[to]!.key)))) to++
    return { from: at, to }
  }
  return inWords(tokens, at, number.key)
}

function inWords(tokens: readonly Token[], at: number, first: string): NumberPhrase | undefined {
  const share = PARTS_OF_SCALE.get(first)
  if (share !== undefined) {
    const scale = SCALES.get(tokens[at + 1]?.key ?? '')
    return scale === undefined ? undefined : { from: at, to: at + 2, value: share * scale }
  }
  let total = 0
  let part = 0
  let to = at
  let said = false
  for (let i = at; i < tokens.length && i - at < 10; i++) {
    const key = tokens[i]!.key
    const word = i === at ? first : key.replace(/^و/, '')
    const joined = i > at && key !== word
    const cardinal =
      CARDINALS.get(word) ??
      (IRREGULAR.has(word) && (word !== 'احد' || tokens[i + 1]?.key === 'عشر') ? (word === 'احد' ? 1 : 2) : undefined)
    if (cardinal !== undefined && (i === at || joined || cardinal === 10)) {
      if (cardinal === 10 && i > at && !joined && !(part >= 1 && part <= 9)) break
      part += cardinal
    } else {
      const pair = i === at || joined ? PAIRS_OF_SCALE.get(word) : undefined
      const scale = pair === undefined ? SCALES.get(word) : undefined
      if (pair === undefined && (scale === undefined || (part === 0 && i > at && !joined))) break
      total += pair ?? (part || 1) * scale!
      part = 0
    }
    said = true
    to = i + 1
  }
  return said ? { from: at, to, value: total + part } : undefined
}

function valueOfDigits(key: string): number | undefined {
  const plain = key
    .replace(/٬/g, '')
    .replace(/,(?=\d{3}(?:\D|$))/g, '')
    .replace(/٫|,/g, '.')
  const thousands = /^\d{1,3}(?:\.\d{3})+$/.test(plain) ? plain.replace(/\./g, '') : plain
  const value = Number(thousands)
  return Number.isFinite(value) ? value : undefined
}
