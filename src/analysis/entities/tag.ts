import type { Label } from '../names/labels.ts'
import { tagSentences } from '../names/tagger.ts'
import { type Document, readDocument } from '../text/document.ts'
import type { Mention } from './mention.ts'
import { findMentions } from './mentions.ts'
import { ruleTags } from './rule-tags.ts'

/**
 * The names of sentences given as white-space tokens, as BIO tags (Ramshaw & Marcus 1995), one a token: the trained model, which sees what the rules find.
 * The sentences are read together, as what one says of a word counts for its neighbours. Clitics stay on their words, as in ANERcorp.
 * Without `withRules` what the rules find is hidden from the model (to measure what they add).
 */
export function tagTokens(
  sentences: readonly (readonly string[])[],
  options: { withRules: boolean } = { withRules: true },
): string[][] {
  const read = sentences.map(joinTokens)
  const labels = tagSentences(
    read.map(({ document }) => ({
      tokens: document.tokens,
      rules: ruleTags(options.withRules ? findMentions(document) : [], document.tokens.length),
    })),
  )
  return read.map((sentence, at) => labelsOfWholes(sentence, labels[at]!))
}

interface JoinedTokens {
  document: Document
  /** Offset of each token in the document's text, and of its end. */
  starts: number[]
}

function joinTokens(tokens: readonly string[]): JoinedTokens {
  const starts: number[] = []
  let text = ''
  for (const token of tokens) {
    starts.push(text.length)
    text += `${token} `
  }
  return { document: readDocument(text), starts }
}

/** The engine cuts «الأمن1706» in two; the first word of a token speaks for it. */
function labelsOfWholes({ document, starts }: JoinedTokens, labels: readonly Label[]): string[] {
  const tags: string[] = starts.map(() => 'O')
  const decided = starts.map(() => false)
  let whole = 0
  document.tokens.forEach((token, at) => {
    while (whole + 1 < starts.length && starts[whole + 1]! <= token.start) whole++
    if (decided[whole]) return
    tags[whole] = labels[at]!
    decided[whole] = token.kind !== 'mark'
  })
  return tags.map((tag, at) => {
    const goesOn = tag.startsWith('I-') && at > 0 && tags[at - 1]!.slice(2) === tag.slice(2)
    return tag.startsWith('I-') && !goesOn ? `B-${tag.slice(2)}` : tag
  })
}

const TAGS: Partial<Record<Mention['type'], string>> = {
  person: 'PERS',
  state: 'LOC',
  place: 'LOC',
  organization: 'ORG',
  'armed-group': 'ORG',
}

/** The same by the rules and the lexicon alone: what the model is measured against. */
export function tagTokensByRules(tokens: readonly string[]): string[] {
  const { document, starts } = joinTokens(tokens)
  const tags = tokens.map(() => 'O')
  for (const mention of findMentions(document)) {
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
