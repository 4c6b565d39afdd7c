/** Sentences with their names, in the form in which ANERcorp and AQMAR are given. */
import { findMentions } from '../../src/analysis/entities/mentions.ts'
import { ruleTags } from '../../src/analysis/entities/rule-tags.ts'
import { LABELS, type Label } from '../../src/analysis/names/labels.ts'
import { readDocument } from '../../src/analysis/text/document.ts'
import type { Token } from '../../src/analysis/text/tokens.ts'

/** White-space tokens with their tags. */
export interface TaggedSentence {
  tokens: string[]
  tags: string[]
}

/** A sentence as the engine reads it, with label indexes for its tokens. */
export interface LabelledSentence {
  tokens: readonly Token[]
  rules: Int32Array
  labels: Uint8Array
}

/** Sentences of CoNLL text: a token and its tag a line, a blank line between sentences. A tag that is none (a slip in the file) counts as O. */
export function readConll(text: string): TaggedSentence[] {
  const sentences: TaggedSentence[] = []
  for (const block of text.split(/\n[^\S\n]*\n/)) {
    const rows = block
      .split('\n')
      .map((line) => line.trim().split(/\s+/))
      .filter((row) => row.length >= 2)
    if (rows.length === 0) continue
    sentences.push({
      tokens: rows.map((row) => row[0]!),
      tags: rows.map((row) => (/^[BI]-/.test(row.at(-1)!) ? row.at(-1)! : 'O')),
    })
  }
  return sentences
}

/** Cuts the tokens as the engine cuts text («الأمن1706» is a word and a number) and labels each piece as its whole. */
export function labelled({ tokens, tags }: TaggedSentence): LabelledSentence {
  const starts: number[] = []
  let text = ''
  for (const token of tokens) {
    starts.push(text.length)
    text += `${token} `
  }
  const document = readDocument(text)
  const labels = new Uint8Array(document.tokens.length)
  let whole = 0
  let opened = -1
  document.tokens.forEach((token, at) => {
    while (whole + 1 < tokens.length && starts[whole + 1]! <= token.start) whole++
    const tag = tags[whole]!
    const inside = LABELS.indexOf(`I-${tag.slice(2)}` as Label)
    if (inside > 0) {
      const before = at === 0 ? 0 : labels[at - 1]!
      const goesOn = (tag[0] === 'I' || opened === whole) && (before === inside || before === inside - 1)
      labels[at] = goesOn ? inside : inside - 1
    }
    opened = whole
  })
  return { tokens: document.tokens, rules: ruleTags(findMentions(document), document.tokens.length), labels }
}
