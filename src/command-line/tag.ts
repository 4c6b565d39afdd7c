/** `tag < FILE`: names as CoNLL. A token a line (first column), a blank line between sentences; `token tag` out. */
import { tagTokens } from '../analysis/entities/tag.ts'
import { print, readStandardInput } from './input.ts'

const sentences = readStandardInput()
  .split(/\n[^\S\n]*\n/)
  .map((sentence) =>
    sentence
      .split('\n')
      .map((line) => line.trim().split(/\s+/)[0] ?? '')
      .filter(Boolean),
  )
  .filter((tokens) => tokens.length > 0)
const tags = tagTokens(sentences)
print(
  `${sentences.map((tokens, at) => tokens.map((token, k) => `${token} ${tags[at]![k]}`).join('\n')).join('\n\n')}\n`,
)
