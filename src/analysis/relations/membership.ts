/** People who are told to be of a body or of several states: «جنود من الجيش المالي», «أشخاص يشتبه في انتمائهم إلى تنظيم …», «عناصر تابعة لـ…». */
import type { Mention } from '../entities/mention.ts'
import { areOfficers } from '../entities/officers.ts'
import { names } from '../lexicon/names.ts'
import type { Document } from '../text/document.ts'

const BELONGING =
  /^(?:ب?انتما[ءو](?:ه|هم|ها|وهم|ءهم)?|ينتمون|ينتمي|تنتمي|(?:ال|لل?)?منتم(?:ي|يه|ين|ون)|(?:ال|لل?)?تابع(?:ه|ين|ون)?|اعضاء)$/
/** The body stands at most so many words behind. */
const REACH = 6

/**
 * @param mentions linked, in the order of the text
 * @returns from the key of a group to that of the body
 */
export function membersIn(document: Document, mentions: readonly Mention[]): ReadonlyMap<string, string> {
  const { tokens, opens } = document
  const found = new Map<string, string>()
  for (let k = 0; k < mentions.length; k++) {
    const group = mentions[k]!
    if (group.type !== 'group') continue
    const body = namedBehind(mentions, k)
    if (body === undefined || body.from - group.to > REACH) continue
    if (body.type !== 'organization' && body.type !== 'armed-group') continue
    let belongs = tokens[group.to]?.key === 'من'
    if (belongs && body.from !== group.to + 1) belongs = false
    for (let at = group.to; at < body.from && !belongs; at++) {
      if (opens[at] === 1 || tokens[at]!.kind === 'mark') break
      belongs = BELONGING.test(tokens[at]!.key)
    }
    if (belongs && opens[body.from] === 0) found.set(group.key, body.key)
  }
  return found
}

/** Whoever is named behind a mention, a few looked at. */
function namedBehind(mentions: readonly Mention[], k: number): Mention | undefined {
  for (let i = k + 1; i < k + 5 && i < mentions.length; i++)
    if (mentions[i]!.from >= mentions[k]!.to && mentions[i]!.via !== 'nisba') return mentions[i]
  return undefined
}

/**
 * «وزراء الداخلية في السعودية والأردن والعراق», «رؤساء مالي والنيجر»: states for which a group of officers stands.
 * @param mentions linked, in the order of the text
 * @returns from the key of a group to those of two states or more
 */
export function statesOfOfficers(
  { tokens }: Document,
  mentions: readonly Mention[],
): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>()
  for (let k = 0; k < mentions.length; k++) {
    const group = mentions[k]!
    if (group.type !== 'group' || !areOfficers(tokens[group.from]!)) continue
    const own = group.country === undefined ? undefined : names().states.get(group.country)?.id
    const states = own === undefined ? [] : [own]
    let at = tokens[group.to]?.key === 'في' ? group.to + 1 : group.to
    for (let i = k + 1; i < mentions.length && mentions[i]!.from <= at; i++) {
      const state = mentions[i]!
      if (state.from < at || state.via === 'nisba') continue
      if (state.type !== 'state' || (states.length > 0 && state.conjunction !== 'و')) break
      states.push(state.key)
      at = state.to
    }
    if (states.length > 1) found.set(group.key, states)
  }
  return found
}
