/** HTML as Telegram's parser takes it: strict about tags, entities and their nesting. https://core.telegram.org/bots/api#html-style */

const TAGS = new Set(['b', 'i', 'u', 's', 'a', 'code', 'pre', 'blockquote'])
const ENTITIES: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' }

/** The text without its tags, or what is wrong with it. */
export function parseHtml(html: string): { text: string } | { error: string } {
  const open: string[] = []
  let text = ''
  for (const [token] of html.matchAll(/<[^>]*>?|&[a-z]+;|[^<&]+|&/g)) {
    if (token in ENTITIES) text += ENTITIES[token]
    else if (token.startsWith('<')) {
      const [, slash, tag, attribute] = /^<(\/?)([a-z]+)( href="[^"]*")?>$/.exec(token) ?? []
      if (!tag || !TAGS.has(tag)) return { error: `unsupported start tag "${token}"` }
      if (attribute && tag !== 'a') return { error: `attribute in ${tag}` }
      if (!slash) open.push(tag)
      else if (open.pop() !== tag) return { error: `unmatched end tag "${token}"` }
    } else if (token.includes('>')) return { error: 'a bare >' }
    else if (token.startsWith('&')) return { error: `a bare or unknown entity «${token}»` }
    else text += token
  }
  return open.length === 0 ? { text } : { error: `can't find end tag of ${open.at(-1)}` }
}
