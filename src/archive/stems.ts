import { lightStem } from '../analysis/text/clitics.ts'
import { FUNCTION_WORDS } from '../analysis/text/function-words.ts'
import { tokenize } from '../analysis/text/tokens.ts'

/** The stems under which a text is found and by which it is looked for; function words say nothing and are left out. */
export function searchStems(text: string): string[] {
  const stems: string[] = []
  for (const token of tokenize(text)) {
    if (token.kind === 'mark' || token.key === '' || FUNCTION_WORDS.has(token.key)) continue
    const stem = lightStem(token.key)
    if (stem.length >= 2) stems.push(stem)
  }
  return stems
}
