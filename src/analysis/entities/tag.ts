import { readDocument } from '../text/document.ts'
import type { Mention } from './mention.ts'
import { findMentions } from './mentions.ts'

const TAGS: Partial<Record<Mention['type'], string>> = {
  person: 'PERS',
  state: 'LOC',
  place: 'LOC',
  organization: 'ORG',
  'armed-group': 'ORG',
}

/**
 * The names of a sentence given as white-space tokens, as BIO tags (Ramshaw & Marcus 1995), one a token. A token is part of a name when the name covers any
 * letter of it: clitics stay on their words, as in ANERcorp.
 */
export function tagTokens(tokens: readonly string[]): string[] {
  const starts: number[] = []
  let text = ''
  for (const token of tokens) {
    starts.push(text.length)
    text += `${token} `
  }
  const tags = tokens.map(() => 'O')
  for (const mention of findMentions(readDocument(text))) {
    const tag = TAGS[mention.type]
    // What is only meant (an adjective, an office, «السلطات») is not named.
    if (tag === undefined || mention.via === 'nisba' || mention.via === 'title' || mention.via === 'authority') continue
    let begun = false
    for (let at = 0; at < tokens.length; at++) {
      const start = starts[at]!
      const end = start + tokens[at]!.length
      if (end <= mention.span.start || start >= mention.span.end || !/[\p{L}\p{N}]/u.test(tokens[at]!)) continue
      tags[at] = `${begun ? 'I' : 'B'}-${tag}`
      begun = true
    }
  }
  return tags
}
