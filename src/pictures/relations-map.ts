/** Who stands with and against whom around one actor: the actor between two columns of others, so that no two names ever overlap. */
import { COLOURS, card, lines, MARGIN, round, SMALL, TEXT, TOP, text, WIDTH } from './card.ts'

export interface MapNode {
  id: string
  name: string
}

export interface MapLink {
  from: string
  to: string
  /** −10 (hostile) … 10 (friendly), as `Relation.score`. */
  score: number
  /** Done together; otherwise an arrow shows who acts toward whom. */
  mutual: boolean
}

export interface RelationsMap {
  title: string
  /** The id of the node in the middle. */
  centre: string
  /** The others, those that matter most first; more than ten are left out. */
  nodes: readonly MapNode[]
  links: readonly MapLink[]
  legend: { friendly: string; hostile: string }
}

const MOST_AROUND = 10
const BOX = { width: 272, line: 44, padding: 16 }
/** The actor in the middle is as tall as the columns: every link to it is a straight line that nothing crosses. */
const SPINE = 190
const ROW = 172
/** Between the two lines of a pair that each does something to the other, and between a line and its box. */
const PAIR = 34
const GAP = 14

interface Box {
  x: number
  y: number
  width: number
  height: number
}

/** The map as SVG. */
export function relationsMap({ title, centre, nodes, links, legend }: RelationsMap): string {
  const columns = columnsOf(nodes, links, centre)
  const rows = Math.max(2, ...columns.map((column) => column.length))
  const height = TOP + rows * ROW + 90
  const spine: Box = { x: WIDTH / 2, y: TOP + (rows * ROW) / 2, width: SPINE, height: rows * ROW - 26 }
  const boxes = new Map<string, Box & { words: string[] }>()
  for (const [side, column] of columns.entries())
    for (const [row, node] of column.entries()) {
      const words = lines(node.name, BOX.width - 2 * BOX.padding, TEXT, 3)
      boxes.set(node.id, {
        x: side === 0 ? WIDTH - MARGIN - BOX.width / 2 : MARGIN + BOX.width / 2,
        y: TOP + (row + 0.5) * ROW,
        width: BOX.width,
        height: words.length * BOX.line + 2 * BOX.padding,
        words,
      })
    }
  const own = nodes.find((node) => node.id === centre)?.name ?? ''
  return card(
    title,
    height,
    [
      arrows(),
      ...spokes(links, centre, boxes).map(([link, y, box]) => spoke(link, y, box, spine, link.from === centre)),
      ...links.flatMap((link) => {
        const [from, to] = [boxes.get(link.from), boxes.get(link.to)]
        return from && to && from.x === to.x && from !== to ? [bow(link, from, to)] : []
      }),
      drawBox(spine, lines(own, SPINE - 2 * BOX.padding, TEXT, 5), true),
      ...[...boxes.values()].map((box) => drawBox(box, box.words, false)),
      drawLegend(legend, height - 45),
    ].join(''),
  )
}

/**
 * The right and the left column: first those that are linked to the middle, right and left in turn as it is read, then those that are linked to one of them
 * or to each other alone, under or beside whom they are linked to. Who is linked to nobody here is left out.
 */
function columnsOf(nodes: readonly MapNode[], links: readonly MapLink[], centre: string): [MapNode[], MapNode[]] {
  const columns: [MapNode[], MapNode[]] = [[], []]
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const columnWith = (id: string) => columns.find((column) => column.some((node) => node.id === id))
  const shorter = () => (columns[1].length < columns[0].length ? columns[1] : columns[0])
  const room = () => columns[0].length + columns[1].length < MOST_AROUND
  const put = (id: string, column: MapNode[]) => {
    const node = byId.get(id)
    if (node && room() && !columnWith(id)) column.push(node)
  }
  for (const { id } of nodes)
    if (links.some(({ from, to }) => (from === centre && to === id) || (to === centre && from === id)))
      put(id, shorter())
  for (const { from, to } of links) {
    if (from === centre || to === centre || from === to) continue
    const column = columnWith(from) ?? columnWith(to) ?? shorter()
    if (column.length >= MOST_AROUND / 2) continue
    put(from, column)
    put(to, column)
  }
  return columns
}

/** The links to the middle, each with the height at which it is drawn. */
function spokes<Node extends Box>(
  links: readonly MapLink[],
  centre: string,
  boxes: ReadonlyMap<string, Node>,
): [MapLink, number, Node][] {
  const byOther = Map.groupBy(
    links.filter((link) => link.from === centre || link.to === centre),
    (link) => (link.from === centre ? link.to : link.from),
  )
  return [...byOther].flatMap(([other, own]) => {
    const box = boxes.get(other)
    return box
      ? own
          .slice(0, 2)
          .map((link, i, shown): [MapLink, number, Node] => [link, box.y + (i - (shown.length - 1) / 2) * PAIR, box])
      : []
  })
}

function spoke(link: MapLink, y: number, box: Box, spine: Box, outward: boolean): string {
  const side = box.x > spine.x ? 1 : -1
  const inner = spine.x + side * (spine.width / 2)
  const outer = box.x - side * (box.width / 2)
  const [from, to] = outward ? [inner, outer - side * GAP] : [outer, inner + side * GAP]
  return line(link, `M${round(from)},${round(y)} L${round(link.mutual ? (outward ? outer : inner) : to)},${round(y)}`)
}

/** Between two of one column, bowed toward the middle. */
function bow(link: MapLink, from: Box, to: Box): string {
  const inward = from.x > WIDTH / 2 ? -1 : 1
  const x = from.x + inward * (from.width / 2)
  const bent = x + inward * 58
  // Below and above where the lines to the middle begin.
  const [y1, y2] = from.y < to.y ? [from.y + 28, to.y - 28] : [from.y - 28, to.y + 28]
  return line(
    link,
    `M${round(x)},${round(y1)} C${round(bent)},${round(y1)} ${round(bent)},${round(y2)} ${round(x + inward * (link.mutual ? 0 : GAP))},${round(y2)}`,
  )
}

/** Hostile links are dashed as well as red: colour alone tells nothing to many. */
function line({ score, mutual }: MapLink, path: string): string {
  const friendly = score > 0
  const width = round(3 + Math.min(10, Math.abs(score)) * 0.6)
  const dash = friendly ? '' : ` stroke-dasharray="${round(width * 1.8)} ${round(width * 1.2)}"`
  const end = mutual ? '' : ` marker-end="url(#${friendly ? 'friendly' : 'hostile'})"`
  const colour = friendly ? COLOURS.friendly : COLOURS.hostile
  return `<path d="${path}" fill="none" stroke="${colour}" stroke-width="${width}"${dash}${end}/>`
}

function drawBox({ x, y, width, height }: Box, words: string[], isCentre: boolean): string {
  const fill = isCentre ? COLOURS.accent : COLOURS.surface
  const colour = isCentre ? '#ffffff' : COLOURS.ink
  const first = y - ((words.length - 1) * BOX.line) / 2 + TEXT * 0.32
  return [
    `<rect x="${round(x - width / 2)}" y="${round(y - height / 2)}" width="${width}" height="${height}" rx="22" fill="${fill}" stroke="${isCentre ? COLOURS.accent : COLOURS.line}" stroke-width="3"/>`,
    ...words.map((each, i) => text(x, first + i * BOX.line, each, { anchor: 'middle', colour, bold: isCentre })),
  ].join('')
}

function arrows(): string {
  const arrow = (id: string, colour: string) =>
    `<marker id="${id}" viewBox="0 0 10 10" refX="5" refY="5" markerUnits="userSpaceOnUse" markerWidth="28" markerHeight="28" orient="auto"><path d="M0,0 L10,5 L0,10 Z" fill="${colour}"/></marker>`
  return `<defs>${arrow('friendly', COLOURS.friendly)}${arrow('hostile', COLOURS.hostile)}</defs>`
}

function drawLegend({ friendly, hostile }: RelationsMap['legend'], y: number): string {
  const entry = (x: number, words: string, colour: string, dash: string) =>
    `<path d="M${x - 70},${y - 10} L${x},${y - 10}" stroke="${colour}" stroke-width="7"${dash}/>${text(x - 85, y, words, { size: SMALL, colour: COLOURS.quiet })}`
  return [
    entry(WIDTH - MARGIN, friendly, COLOURS.friendly, ''),
    entry(WIDTH / 2 - 20, hostile, COLOURS.hostile, ' stroke-dasharray="15 11"'),
  ].join('')
}
