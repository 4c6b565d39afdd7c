/**
 * Offices that are told once for two: «استقبل الرئيس المصري نظيره الإريتري فلانا» (he is president too), «الرئيسان الموريتاني فلان والسنغالي فلان»,
 * «وزيرا الخارجية المصري فلان والأردني فلان».
 */
import { names } from '../lexicon/names.ts'
import { vocabulary } from '../lexicon/vocabulary.ts'
import { bare } from '../text/clitics.ts'
import { type Document, wordsOf } from '../text/document.ts'
import { fold } from '../text/fold.ts'
import { perWord } from '../text/word.ts'
import { nisbaAt } from './known.ts'
import type { Mention } from './mention.ts'
import { isCounterpart } from './name-words.ts'

const FEMININE = /ت(?:ه|ها)$/
/** Whose office it is stands at most so many words before. */
const REACH = 40
/** Words that an office of two has before the first of its states: «وزيرا الخارجية والتعاون». */
const LONGEST_OFFICE = 4

/**
 * Gives each person behind such an adjective of a state the office of the other one, of that state.
 * @param mentions in the order of the text
 */
export function withSharedOffices(document: Document, mentions: readonly Mention[]): readonly Mention[] {
  let result: Mention[] | undefined
  for (let k = 0; k < mentions.length; k++) {
    const mention = mentions[k]!
    if (mention.type !== 'person' || mention.via !== 'name' || mention.role !== undefined) continue
    const at = (mention.titleFrom ?? mention.from) - 1
    const nisba = at > 0 && document.opens[at + 1] === 0 ? nisbaAt(document, at) : undefined
    if (nisba === undefined || nisba.to !== at + 1 || nisba.type !== 'state') continue
    const word = bareNisba(document, nisba)
    if (isCounterpart(document.tokens[at - 1]!) && document.opens[at] === 0) {
      const role = likeOther(document, result ?? mentions, k, word)
      if (role) {
        result ??= [...mentions]
        result[k] = { ...mention, role, country: nisba.country! }
      }
      continue
    }
    const shared = ofTwo(document, at, word)
    if (shared === undefined) continue
    const { conjunction } = nisba
    result ??= [...mentions]
    result[k] = { ...mention, ...shared, country: nisba.country!, ...(conjunction !== '' && { conjunction }) }
  }
  return result ?? mentions
}

/** «والسنغالي» is «السنغالي». */
function bareNisba({ text }: Document, { span }: Mention): string {
  return text.slice(span.start, span.end)
}

/** The office of the person named last before, with the other state's adjective. */
function likeOther(document: Document, mentions: readonly Mention[], k: number, nisba: string): string | undefined {
  const from = mentions[k]!.from
  let other = k - 1
  while (other >= 0 && from - mentions[other]!.to <= REACH && !holdsOffice(mentions[other]!)) other--
  const office = mentions[other]?.role
  if (office === undefined || from - mentions[other]!.to > REACH) return undefined
  const words = office.split(' ')
  const own = words.findLastIndex((word) => names().nisba.has(bare(fold(word))))
  if (own < 1) return undefined
  const feminine = FEMININE.test(document.tokens[from - 2]!.key)
  const head =
    feminine && !words[0]!.endsWith('ة') ? `${words[0]}ة` : feminine ? words[0]! : words[0]!.replace(/ة$/, '')
  return [head, ...words.slice(1, own), nisba].join(' ')
}

const holdsOffice = ({ type, role }: Mention): boolean => type === 'person' && role !== undefined

/** The office in the dual before the first of two states, as one of them holds it, and where it begins for him. */
function ofTwo(document: Document, at: number, nisba: string): { role: string; titleFrom: number } | undefined {
  const { tokens, opens, text } = document
  // «… والسنغالي فلان»: the first one's adjective stands before.
  let first = at
  if (tokens[at]!.key.startsWith('و'))
    for (let k = at - 1; k > 0 && at - k < REACH / 2 && opens[k + 1] === 0; k--)
      if (nisbaAt(document, k)?.conjunction === '' && dualAbove(document, k) !== undefined) {
        first = k
        break
      }
  const dual = dualAbove(document, first)
  if (dual === undefined) return undefined
  const between =
    first > dual.at + 1 ? ` ${wordsOf(text, { start: tokens[dual.at + 1]!.start, end: tokens[first - 1]!.end })}` : ''
  return { role: `${dual.single}${between} ${nisba}`, titleFrom: first === at ? dual.at : at }
}

function dualAbove({ tokens, opens }: Document, at: number): { at: number; single: string } | undefined {
  for (let k = at - 1; k >= 0 && at - k <= LONGEST_OFFICE && opens[k + 1] === 0; k--) {
    const single = singleOfDual(tokens[k]!)
    if (single !== undefined) return { at: k, single }
    if (!/^و?ال/.test(tokens[k]!.key)) return undefined
  }
  return undefined
}

/** «الرئيسان», «الرئيسين», «وزيرا», «وزيري»: the office in the singular, as it is shown. */
const singleOfDual = perWord(({ kind, key }): string | undefined => {
  if (kind !== 'word') return undefined
  // With the article only the full ending is a dual: «الوزيري» is a name.
  const dual = /^(ال)(.{3,})(?:ان|ين)$/.exec(key) ?? /^()(?!ال)(.{3,})(?:ان|ين|ا|ي)$/.exec(key)
  const title = dual ? vocabulary().titles.get(dual[2]!) : undefined
  if (!title || title.plural || (title.entry.kind !== 'office' && title.entry.kind !== 'diplomatic')) return undefined
  return `${dual![1]}${title.entry.word}`
})
