import { fold } from '../text/fold.ts'
import { perWord } from '../text/word.ts'
import { load } from './load.ts'
import { vocabulary } from './vocabulary.ts'

interface Counted {
  casualties: ReadonlySet<string>
  money: ReadonlySet<string>
  measures: ReadonlySet<string>
  duals: ReadonlySet<string>
}

let loaded: Counted | undefined

function counted(): Counted {
  loaded ??= index()
  return loaded
}

function index(): Counted {
  const casualties = new Set<string>()
  const money = new Set<string>()
  const measures = new Set<string>()
  const duals = new Set<string>()
  for (const { word, forms, kind } of load('counted-nouns.json')) {
    // «قدمين», «رأسين» are more often of a body.
    if (!/^(?:قدم|رأس)$/.test(word)) for (const dual of dualsOf(word)) duals.add(dual)
    const list = kind === 'casualty' ? casualties : kind === 'money' ? money : kind === 'measure' ? measures : undefined
    for (const form of [word, ...forms, `${word}ا`, ...dualsOf(word)]) list?.add(fold(form))
  }
  return { casualties, money, measures, duals }
}

/** Ta marbuta is opened before the ending, alif maqsura becomes ya: «طائرتين», «مبنيين». */
function dualsOf(word: string): string[] {
  const stem = word.replace(/ة$/, 'ت').replace(/ى$/, 'ي')
  return [fold(`${stem}ين`), fold(`${stem}ان`)]
}

/** Whether a word counts the dead, hurt or missing: «قتيلا», «الضحايا». */
export const isCasualty = perWord(({ key }) => counted().casualties.has(key.replace(/^(?:ال|لل)/, '')))

/** Whether a word is a currency: «دولار», «دينارا». */
export const isMoney = perWord(({ key }) => counted().money.has(key.replace(/^(?:ال|لل)/, '')))

/** Whether a word is a unit of measure or a piece of something: «طنا», «قطعة». */
export const isMeasure = perWord(({ key }) => counted().measures.has(key.replace(/^(?:ال|لل)/, '')))

/** Whether a folded word is the singular of people. */
function isOneOfMany(stem: string): boolean {
  const { groups } = vocabulary()
  const group = groups.get(stem) ?? (stem.endsWith('ت') ? groups.get(`${stem.slice(0, -1)}ه`) : undefined)
  return group !== undefined && !group.plural && group.entry.kind !== 'body' && group.entry.kind !== 'authority'
}

/** The letters of clitics before a dual that needs no numeral («لجنديين»: 1), or undefined where a word is none. */
export const dualBehindClitics = perWord(({ kind, key, text }): number | undefined => {
  if (kind !== 'word' || key.length < 5) return undefined
  if (!key.endsWith('ين') && !key.endsWith('ان')) return undefined
  // «متظاهران»: -ان is two of anybody; «متظاهرَين» says so by its vowel.
  const pair = key.endsWith('ان') || /َيْ?ن$/.test(text)
  for (const letters of [0, 1, 2])
    if (
      /^(?:[وف]?[بلك]?)$/.test(key.slice(0, letters)) &&
      (counted().duals.has(key.slice(letters)) || (pair && isOneOfMany(key.slice(letters, -2))))
    )
      return letters
  return undefined
})
