/** The text of HTML as a reader sees it: a line for each block. */

/** What of a DOM node is needed; linkedom's and a browser's both have it. */
export interface HtmlNode {
  /** 1: element, 3: text. */
  nodeType: number
  nodeName: string
  textContent: string | null
  childNodes: Iterable<HtmlNode>
}

/** Elements that stay within a line (HTML Living Standard, phrasing content); every other one begins a line and ends it. */
const INLINE =
  /^(?:a|abbr|b|bdi|bdo|cite|code|data|del|dfn|em|font|i|ins|kbd|label|mark|q|ruby|s|samp|small|span|strong|sub|sup|time|u|var|wbr)$/i
const UNSEEN = /^(?:script|style|noscript|template|iframe|svg)$/i

/** The lines of a node's text in their order, white space made single; nothing that a reader sees is left out, blocks are never glued. */
export function paragraphsOf(root: HtmlNode): string[] {
  const lines: string[] = []
  let line = ''
  const end = () => {
    const text = line.replace(/\s+/g, ' ').trim()
    if (text) lines.push(text)
    line = ''
  }
  const walk = (node: HtmlNode) => {
    if (node.nodeType === 3) line += node.textContent ?? ''
    if (node.nodeType !== 1 || UNSEEN.test(node.nodeName)) return
    const block = !INLINE.test(node.nodeName)
    if (block) end()
    for (const child of node.childNodes) walk(child)
    if (block) end()
  }
  walk(root)
  end()
  return lines
}
