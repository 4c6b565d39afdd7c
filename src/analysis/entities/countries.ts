/** Whose a body, a group or an office is, by the names and adjectives of states in it. */
import { names } from '../lexicon/names.ts'
import { vocabulary } from '../lexicon/vocabulary.ts'
import { bare } from '../text/clitics.ts'
import { type Document, nounReadings } from '../text/document.ts'
import type { Token } from '../text/tokens.ts'
import { perWord } from '../text/word.ts'
import { AMBIGUOUS_NISBA, countryOfPairEnding, knownNameAt } from './known.ts'

/** ISO code of the state that a name or adjective between two tokens means. */
export function countryWithin(document: Document, from: number, to: number): string | undefined {
  for (let at = to - 1; at >= from; at--) {
    const country = (at > from ? countryOfPairEnding(document, at) : undefined) ?? countryOfNisba(document.tokens[at]!)
    if (country && (!isAmbiguousNisba(document.tokens[at]!) || isNational(document, from, at))) return country
    // «رئيس جنوب السودان»: of the longer name that ends there.
    const longer = at > from ? knownNameAt(document, at - 1) : undefined
    const known = longer && longer.to > at ? longer : knownNameAt(document, at)
    if (known?.country && known.to <= to) return known.country
  }
  return undefined
}

const isAmbiguousNisba = perWord(({ key }) => AMBIGUOUS_NISBA.has(bare(key)))

/** «الجيش المالي», «القوات المسلحة المالية», «الرئيس المالي»: behind a head that states have, in its gender; «وزير المالية», «التعاون المالي» are of money. */
function isNational(document: Document, from: number, at: number): boolean {
  const feminine = /ه$/.test(document.tokens[at]!.key)
  // «وزير الدفاع المالي», not «المدير المالي».
  if (!feminine && at > from && [from - 1, from].some((index) => at - index > 1 && isBareTitle(document.tokens[index])))
    return true
  for (const token of [document.tokens[from - 1], document.tokens[from]])
    if (token !== undefined && nationalHead(token)?.feminine === feminine) return true
  return false
}

/** A title in construct, whose article stands on what follows. */
function isBareTitle(token: Token | undefined): boolean {
  return token !== undefined && vocabulary().titles.has(token.key)
}

const nationalHead = perWord(({ key }) => {
  const stem = bare(key)
  const { groups, titles } = vocabulary()
  if (/^(?:جيش|رءيس)$/.test(stem) || titles.get(stem)?.entry.kind === 'diplomatic') return { feminine: false }
  if (/^(?:قوات|شرطه|حكومه|سلطات|خارجيه|جنود|رءاسه)$/.test(stem)) return { feminine: true }
  const group = groups.get(stem)
  return group?.entry.kind === 'authority' && !group.plural ? { feminine: /(?:ه|ات)$/.test(stem) } : undefined
})

const countryOfNisba = perWord((word) => {
  for (const { stem } of nounReadings({ word })) {
    const country = names().nisba.get(stem)?.entity.country
    if (country) return country
  }
  return undefined
})
