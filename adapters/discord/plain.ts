/** Discord's markup taken out of a text that came in: an article is read as words, not as asterisks. */

const CODE_FENCE = /^```[^\n`]*$/gm
/** `[words](https://…)`, also with the address in angle brackets or a title behind it. */
const MASKED_LINK = /\[([^\]\n]+)\]\(<?https?:\/\/[^\s<>()]+(?:\([^\s<>()]*\)[^\s<>()]*)*>?(?:\s+"[^"\n]*")?\)/g
const BRACKETED_ADDRESS = /<(https?:\/\/[^\s<>]+)>/g
const CUSTOM_EMOJI = /<a?:\w+:\d+>/g
const TIMESTAMP = /<t:(-?\d{1,12})(?::[tTdDfFsSR])?>/g
const MENTION = /<(@[!&]?|#)(\d+)>/g
/** Headings, small print, quotes: only at the start of a line, and only with the space that makes them markup (`#سوريا` is a hashtag). */
const LINE_START = /^(?:>>>|>|#{1,3}|-#)\s+/gm
/**
 * Paired marks around words, or an address, which keeps its own. A single `_` or `*` is left: it is as often part of a
 * name.
 */
const PAIRED = /https?:\/\/[^\s*~|]+|(\*\*\*|\*\*|__|~~|\|\|)(?=\S)([^\n]*?\S)\1/g
const ESCAPED = /\\([\\*_~`|[\]<>#().-])/g

/**
 * The words of a Discord text.
 * @param content as the platform sent it
 * @param nameOf the name behind a mention's id, where it is known; unknown mentions are left out
 */
export function plainText(content: string, nameOf: (id: string) => string | undefined = () => undefined): string {
  return content
    .replace(MENTION, (_, sign: string, id: string) => {
      const name = nameOf(id)
      return name === undefined ? '' : `${sign === '#' ? '#' : ''}${name}`
    })
    .replace(CUSTOM_EMOJI, '')
    .replace(TIMESTAMP, (_, seconds: string) => isoDate(Number(seconds)))
    .replace(MASKED_LINK, '$1')
    .replace(BRACKETED_ADDRESS, '$1')
    .replace(CODE_FENCE, '')
    .replace(LINE_START, '')
    .replace(PAIRED, unpaired)
    .replace(PAIRED, unpaired) // marks within marks
    .replace(ESCAPED, '$1')
    .replace(/[ \t]+$/gm, '')
    .trim()
}

function unpaired(whole: string, mark: string | undefined, words: string): string {
  return mark === undefined ? whole : words
}

function isoDate(seconds: number): string {
  const date = new Date(seconds * 1000)
  return Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 10)
}
