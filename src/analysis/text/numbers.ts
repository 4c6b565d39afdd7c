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
  ['ألفان ألفين ألفي', 2000],
  ['مليون مليونا ملايين', 1e6],
  ['مليونان مليونين', 2e6],
  ['مليار مليارا مليارات', 1e9],
  ['ملياران مليارين', 2e9],
  ['تريليون', 1e12],
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

/** What a word says of a number that might begin with it. */
const numberWord = perWord(({ kind, key }): 'vague' | 'counts' | 'none' => {
  if (kind !== 'word') return 'none'
  const stem = key.replace(/^(?:[وف]?[بل]?)(?=.{3})/, '')
  if (VAGUE.has(key) || VAGUE.has(stem) || VAGUE.has(bare(key))) return 'vague'
  return CARDINALS.has(key) || SCALES.has(key) || IRREGULAR.has(key) ? 'counts' : 'none'
})

/** Whether a number may begin with a token. */
export const mayBeginNumber = perWord((word) => word.kind === 'number' || numberWord({ word }) !== 'none')

/** The number that begins at a token, in digits or in words («اثني عشر», «خمسة وعشرون ألفا»), or undefined. */
export function numberAt(tokens: readonly Token[], at: number): NumberPhrase | undefined {
  const token = tokens[at]
  if (token === undefined) return undefined
  if (token.kind === 'number') {
    const value = valueOfDigits(token.key)
    if (value === undefined) return undefined
    const scale = tokens[at + 1] && SCALES.get(tokens[at + 1]!.key)
    return scale
      ? { from: at, to: at + 2, value: value * Math.min(scale, scale >= 2e6 ? scale / 2 : scale) }
      : { from: at, to: at + 1, value }
  }
  const number = numberWord(token)
  if (number === 'none') return undefined
  if (number === 'vague') {
    let to = at + 1
    while (tokens[to] && (VAGUE.has(tokens[to]!.key) || SCALES.has(bare(tokens[to]!.key)))) to++
    return { from: at, to }
  }
  return inWords(tokens, at)
}

function inWords(tokens: readonly Token[], at: number): NumberPhrase | undefined {
  let total = 0
  let part = 0
  let to = at
  let said = false
  for (let i = at; i < tokens.length && i - at < 8; i++) {
    const key = tokens[i]!.key
    const word = i === at ? key : key.replace(/^و/, '')
    const joined = i > at && key !== word
    const cardinal =
      CARDINALS.get(word) ??
      (word === 'اثنا' || word === 'اثني' || (word === 'احد' && tokens[i + 1]?.key === 'عشر')
        ? word === 'احد'
          ? 1
          : 2
        : undefined)
    if (cardinal !== undefined && (i === at || joined || cardinal === 10)) {
      if (cardinal === 10 && part >= 1 && part <= 9 && !joined) part += 10
      else part += cardinal
      said = true
    } else {
      const scale = SCALES.get(word)
      if (scale === undefined || (i === at && scale < 2000 && word !== 'الف' && word !== 'مليون' && word !== 'مليار'))
        break
      total += (part || 1) * scale
      part = 0
      said = true
    }
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
