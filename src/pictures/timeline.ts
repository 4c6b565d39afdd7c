/** What an actor did and what was done to it, the latest first. */
import { COLOURS, card, lines, MARGIN, round, SMALL, TEXT, TOP, text, WIDTH } from './card.ts'

export interface TimelineEntry {
  /** As the reader writes it: «23 جانفي 2012». */
  date: string
  /** What kind of event it is: «رفض». */
  kind: string
  /** −10 (hostile) … 10 (friendly). */
  goldstein: number
  /** The article's words. */
  words: string
}

export interface Timeline {
  title: string
  /** More than eight are left out. */
  entries: readonly TimelineEntry[]
}

const MOST_ENTRIES = 8
const LINE = 52
const HEAD = 48
const GAP = 42
const RAIL = WIDTH - MARGIN - 14
const INDENT = 46

/** The timeline as SVG. */
export function timeline({ title, entries }: Timeline): string {
  const right = RAIL - INDENT
  let y = TOP + 30
  const parts: string[] = []
  const dots: string[] = []
  for (const entry of entries.slice(0, MOST_ENTRIES)) {
    const colour = entry.goldstein > 0 ? COLOURS.friendly : entry.goldstein < 0 ? COLOURS.hostile : COLOURS.neutral
    dots.push(
      `<circle cx="${RAIL}" cy="${round(y - 10)}" r="13" fill="${colour}" stroke="${COLOURS.ground}" stroke-width="5"/>`,
    )
    parts.push(text(right, y, entry.date, { size: SMALL, colour: COLOURS.quiet, bold: true }))
    parts.push(text(MARGIN, y, entry.kind, { size: SMALL, colour, bold: true, anchor: 'start' }))
    y += HEAD
    for (const line of lines(entry.words, right - MARGIN, TEXT, 3)) {
      parts.push(text(right, y, line))
      y += LINE
    }
    y += GAP
  }
  const height = y + 10
  const rail = `<path d="M${RAIL},${TOP + 20} L${RAIL},${height - 70}" stroke="${COLOURS.line}" stroke-width="5"/>`
  return card(title, height, rail + dots.join('') + parts.join(''))
}
