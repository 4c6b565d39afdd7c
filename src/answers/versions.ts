/** Where sources differ on one happening: what each says, side by side and never averaged. */
import type { Answer, AnswerLine } from './answer.ts'

const DAY = 86_400_000
/** Counts of one happening are corrected within so many days; later ones are of another. */
const ONE_HAPPENING = 10 * DAY

/**
 * The versions that the lines of a fact hold, the later first: different counts of one happening, or its being told and denied. Undefined where they
 * agree.
 */
export function versionsOf(answer: Extract<Answer, { kind: 'fact' }>): AnswerLine[] | undefined {
  const { asks, lines } = answer
  const later = [...lines].sort((a, b) =>
    a.article.dated < b.article.dated ? 1 : a.article.dated > b.article.dated ? -1 : 0,
  )
  if (asks === 'count') {
    const counts = new Map<number, AnswerLine>()
    for (const line of later) if (line.value !== undefined && !counts.has(line.value)) counts.set(line.value, line)
    const found = [...counts.values()]
    return found.length > 1 && isOneHappening(found) ? found : undefined
  }
  if (asks === 'whether') {
    const sides = new Map<boolean, AnswerLine>()
    for (const line of later) if (!sides.has(isDenial(line))) sides.set(isDenial(line), line)
    return sides.size > 1 && isOneHappening([...sides.values()]) ? [...sides.values()] : undefined
  }
  return undefined
}

function isOneHappening(lines: readonly AnswerLine[]): boolean {
  const days = lines.map((line) => Date.parse(line.article.dated.slice(0, 10))).filter((day) => !Number.isNaN(day))
  return days.length === lines.length && Math.max(...days) - Math.min(...days) <= ONE_HAPPENING
}

/** Whether a line says that something did not happen. */
export function isDenial(line: AnswerLine): boolean {
  return (
    line.status === 'denied' ||
    (line.kind === 'claim' && line.type === 'denies') ||
    /^[وف]?(?:نفى|نفت|كذب|كذبت)\s/.test(line.text)
  )
}
