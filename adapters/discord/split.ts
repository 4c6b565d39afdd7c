import type { Text } from '../../src/bot/reply.ts'

const seg = {
  s: new Intl.Segmenter('ar', { granularity: 'sentence' }),
  g: new Intl.Segmenter('ar', { granularity: 'grapheme' }),
}
/** A text of at most `n` UTF-16 units, cut between graphemes; what was cut off is marked with an ellipsis. */
export function shortened(s: string, n: number): string {
  if (s.length <= n) return s
  let out = ''
  for (const { segment } of seg.g.segment(s)) {
    if (out.length + segment.length > n - 1) break
    out += segment
  }
  return `${out}…`
}
function slice(text: Text, from: number, to: number): Text {
  const out: Text = []
  let at = 0
  for (const run of text) {
    const t = run.text.slice(Math.max(0, from - at), Math.max(0, to - at))
    at += run.text.length
    if (t) out.push({ ...run, text: t })
  }
  return out
}
/** A text in parts that each fit, cut at the end of a sentence, else at a space, else between graphemes. Nothing is lost. */
export function splitText(text: Text, fits: (part: Text) => boolean): Text[] {
  if (fits(text)) return [text]
  const whole = text.map((r) => r.text).join('')
  for (const bounds of [
    [...seg.s.segment(whole)].map((x) => x.index + x.segment.length),
    [...whole.matchAll(/\s+/g)].map((m) => m.index + m[0].length),
    [...seg.g.segment(whole)].map((x) => x.index + x.segment.length),
  ]) {
    let lo = 0,
      hi = bounds.length
    while (lo < hi) {
      const mid = (lo + hi) >> 1
      if (fits(slice(text, 0, bounds[mid]!))) lo = mid + 1
      else hi = mid
    }
    if (lo > 0) return [slice(text, 0, bounds[lo - 1]!), ...splitText(slice(text, bounds[lo - 1]!, whole.length), fits)]
  }
  return [slice(text, 0, 1), ...splitText(slice(text, 1, whole.length), fits)]
}
