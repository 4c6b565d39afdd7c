/** Texts and replies that are longer than a platform takes, cut where a reader would. */
import { type Text, textOf } from '../../src/bot/reply.ts'

/** How much of a platform's room a text takes: at least its length in UTF-16 units. */
export type Measure = (text: string) => number

const sentences = new Intl.Segmenter('ar', { granularity: 'sentence' })
const graphemes = new Intl.Segmenter('ar', { granularity: 'grapheme' })

/** Of the room, at least this much is filled by a coarse cut; below it a finer one is taken. */
const FILLED = 1 / 3
/** Characters read beyond the limit, so that what reaches over it is seen whole. */
const BEYOND = 64
/** A single letter with its full stop, «د.» or «J.», ends no sentence, though ICU says so. */
const ABBREVIATION = /(?<![\p{L}\p{M}])\p{L}\p{M}*\.\s*$/u

/**
 * A text in parts of at most `limit`; together they are the text, every character of it. Cuts at the end of a
 * paragraph, else of a line, a sentence, a word, a grapheme cluster; only a cluster that is itself over the limit is cut
 * between its code points. Spaces stay with the part before them.
 * @param limit at least 2 (a surrogate pair), in what `measure` counts; UTF-16 units by default
 */
export function splitText(text: string, limit: number, measure: Measure = ({ length }) => length): string[] {
  const parts: string[] = []
  let rest = text
  while (rest.length > limit || measure(rest) > limit) {
    const cut = cutIn(rest, limit, measure)
    parts.push(rest.slice(0, cut))
    rest = rest.slice(cut)
  }
  return rest === '' && parts.length > 0 ? parts : [...parts, rest]
}

/** Like `splitText`, over the runs of a text: each keeps its weight and address in every part. */
export function splitRuns(text: Text, limit: number, measure?: Measure): Text[] {
  let from = 0
  return splitText(textOf(text), limit, measure).map((part) => {
    const cut = slice(text, from, from + part.length)
    from += part.length
    return cut
  })
}

/** The runs of a text between two UTF-16 offsets. */
export function slice(text: Text, start: number, end: number): Text {
  let offset = 0
  return text.flatMap((run) => {
    const from = offset
    offset += run.text.length
    const within = run.text.slice(Math.max(0, start - from), Math.max(0, end - from))
    return within === '' ? [] : [{ ...run, text: within }]
  })
}

/** A text of at most `limit` UTF-16 units: as it is or, cut between grapheme clusters, with «…» behind it. */
export function shorten(text: string, limit: number): string {
  if (text.length <= limit) return text
  let shown = ''
  for (const { segment } of graphemes.segment(text)) {
    if (shown.length + segment.length > limit - 1) break
    shown += segment
  }
  return `${shown.trimEnd()}…`
}

export interface Packing<Block> {
  /** Whether these blocks, in this order, may be one message. */
  fits(blocks: Block[]): boolean
  /** A block that fits nowhere, in two or more smaller ones. */
  divide(block: Block): Block[]
  /** Whether a block heads the next one and is not to end a message. */
  heads?(block: Block): boolean
}

/**
 * Blocks as messages: whole blocks together as long as they fit, a new message at a block's border, and only a block
 * that no message holds is divided. Nothing is lost, the order stays. A block that `divide` can't make smaller is a
 * message of its own, whether it fits or not.
 */
export function pack<Block>(blocks: readonly Block[], packing: Packing<Block>): Block[][] {
  const messages: Block[][] = []
  const waiting = [...blocks]
  for (let block = waiting.shift(); block !== undefined; block = waiting.shift()) {
    const last = messages.at(-1)
    if (last && packing.fits([...last, block])) {
      last.push(block)
      continue
    }
    const heading = last ? headingOf(last, packing) : []
    const moves = packing.fits([...heading, block])
    const parts = moves || packing.fits([block]) ? [block] : packing.divide(block)
    if (parts.length > 1) {
      waiting.unshift(...parts)
      continue
    }
    if (last && moves) last.length -= heading.length
    messages.push(moves ? [...heading, block] : [block])
  }
  return messages
}

/** The headings that a message ends with, unless it is nothing else. */
function headingOf<Block>(message: Block[], { heads = () => false }: Packing<Block>): Block[] {
  const from = message.findLastIndex((block) => !heads(block)) + 1
  return from === 0 ? [] : message.slice(from)
}

function cutIn(text: string, limit: number, measure: Measure): number {
  const seen = text.slice(0, limit + BEYOND)
  const clusters = graphemes.segment(seen)
  const whole = (cut: number) => cut === seen.length || clusters.containing(cut)?.index === cut
  let furthest = 0
  for (const ends of [paragraphEnds, lineEnds, sentenceEnds, wordEnds, clusterEnds]) {
    const cuts = ends(seen).filter((end) => end <= limit && end < text.length && whole(end))
    const cut = lastOf(cuts, (end) => measure(text.slice(0, end)) <= limit)
    furthest = Math.max(furthest, cut ?? 0)
    if (furthest >= limit * FILLED) return furthest
  }
  return furthest || codePointCut(text, limit, measure)
}

/** The last of ascending offsets up to which a text fits, found by halves: what is longer hardly ever takes less room. */
function lastOf(ends: number[], fits: (end: number) => boolean): number | undefined {
  let low = 0
  let high = ends.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (fits(ends[middle]!)) low = middle + 1
    else high = middle
  }
  return ends.slice(0, low).findLast(fits)
}

function paragraphEnds(text: string): number[] {
  return [...text.matchAll(/\n[^\S\n]*\n\s*/g)].map(({ 0: gap, index }) => index + gap.length)
}

function lineEnds(text: string): number[] {
  return [...text.matchAll(/\n\s*/g)].map(({ 0: gap, index }) => index + gap.length)
}

function sentenceEnds(text: string): number[] {
  return [...sentences.segment(text)]
    .filter(({ segment }) => !ABBREVIATION.test(segment))
    .map(({ index, segment }) => index + segment.length)
}

function wordEnds(text: string): number[] {
  return [...text.matchAll(/\s+/g)].map(({ 0: gap, index }) => index + gap.length)
}

function clusterEnds(text: string): number[] {
  return [...graphemes.segment(text)].map(({ index, segment }) => index + segment.length)
}

function codePointCut(text: string, limit: number, measure: Measure): number {
  let cut = 0
  for (const codePoint of text.slice(0, limit + 1)) {
    if (cut > 0 && measure(text.slice(0, cut + codePoint.length)) > limit) break
    cut += codePoint.length
  }
  return Math.min(cut, text.length)
}
