/** Words that lead to a source named beside what it says: «بحسب», «نقلا عن», «كما ذكرت», «على حد قوله», «في تقدير». */
import { flagFor } from '../text/flags.ts'
import { fold } from '../text/fold.ts'
import { perWord, type Word } from '../text/word.ts'

const LEADS = new Set('بحسب حسب وفق وفقا طبقا حسبما'.split(' ').map(fold))
/** «في تقدير الباحث», «برأي الخبير»: whose opinion it is. */
const OPINION = /^(?:تقدير|راي|نظر|اعتقاد|تصور)(?:ه|ها|هم|هما)?$/
/** Whether a word is that of an opinion. */
export const isOpinion = perWord(({ key }) => OPINION.test(key))

type Lead = 'according' | 'quoting' | 'as' | 'on' | 'in' | 'opinion'
/** How a word leads to a source, if it may. */
export const leadOf = perWord(({ kind, key }): { word: Lead; joined: 0 | 1 } | undefined => {
  if (kind !== 'word') return undefined
  const joined = /^و(?=وفق|بحسب|حسب|نقلا|علي$|في$|ب(?:راي|نظر|تقدير|اعتقاد))/.test(key) ? 1 : 0
  const word = key.slice(joined)
  if (word === 'نقلا') return { word: 'quoting', joined }
  if (word === 'كما') return { word: 'as', joined }
  if (word === 'علي') return { word: 'on', joined }
  if (word === 'في') return { word: 'in', joined }
  if (/^ب/.test(word) && OPINION.test(word.slice(1)) && !/^بنظر./.test(word)) return { word: 'opinion', joined }
  return LEADS.has(word) ? { word: 'according', joined } : undefined
})

/** Whether a word may lead to a source, be it before any word. */
export const mayLeadToSource = (word: Word): boolean => {
  const lead = leadOf({ word })?.word
  return lead !== undefined && lead !== 'on' && lead !== 'in'
}

/** A word that «على» or «في» leads to a source with: «على حد قوله», «على ذمة», «في تقدير». */
export const ENDS_LEAD = flagFor(
  (word) => isOpinion({ word }) || word.key === 'حد' || word.key === 'ذمه' || word.key === 'ما',
)
