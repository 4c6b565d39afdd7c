import type { Mention } from './mention.ts'

/**
 * What the rules say of each token, for the name model: begins or goes on with a mention of a type, found in a way, with a known id or without one; T for an
 * office before its bearer's name; '' for nothing. The first mention of a token counts.
 */
export function ruleTags(mentions: readonly Mention[], length: number): string[] {
  const tags: string[] = new Array(length).fill('')
  for (const { from, to, type, via, key } of mentions) {
    const known = key.startsWith('text:') ? '' : ' known'
    for (let at = from; at < to; at++)
      if (tags[at] === '') tags[at] = `${at === from ? 'B' : 'I'} ${type} ${via}${known}`
  }
  for (const { titleFrom, from } of mentions)
    if (titleFrom !== undefined) for (let at = titleFrom; at < from; at++) if (tags[at] === '') tags[at] = 'T'
  return tags
}
