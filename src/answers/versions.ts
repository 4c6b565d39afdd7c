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
  const dayOf = (line: AnswerLine) => Date.parse(line.article.dated.slice(0, 10))
  const first = Math.min(...lines.map(dayOf))
  const told = lines
    .filter((line) => dayOf(line) - first <= ONE_HAPPENING)
    .sort((a, b) => (a.article.dated < b.article.dated ? 1 : a.article.dated > b.article.dated ? -1 : 0))
  const versions = new Map<number | boolean, AnswerLine>()
  for (const line of told) {
    const version = asks === 'count' ? line.value : asks === 'whether' ? isDenial(line) : undefined
    // What is planned is no other version of what happened.
    if (version === undefined || (asks === 'count' && isPlanned(line) !== isPlanned(lines[0]!))) continue
    if (asks === 'count' && [...versions.values()].some((other) => isOfOneVoice(line, other))) continue
    const before = versions.get(version)
    // Of two sentences of one article, the one that says who counted.
    if (before === undefined || (line.speaker && !before.speaker && line.article.id === before.article.id))
      versions.set(version, line)
  }
  return versions.size > 1 ? [...versions.values()] : undefined
}

/** A speaker that is only taken up: «المصدر», «البيان». */
const TAKEN_UP = /^(?:ال(?:مصدر|مصادر|بيان|متحدث|ناطق|وزارة|جيش))$/

/** Whether two counts of an article are told by one and the same: then they count different things. */
const isOfOneVoice = (a: AnswerLine, b: AnswerLine) =>
  a.article.id === b.article.id &&
  a.value !== b.value &&
  (a.speaker === b.speaker || [a, b].some(({ speaker }) => speaker !== undefined && TAKEN_UP.test(speaker)))

const isPlanned = ({ status }: AnswerLine) => status === 'planned'

/** Whether a line says that something did not happen. */
export function isDenial(line: AnswerLine): boolean {
  return (
    line.status === 'denied' ||
    (line.kind === 'claim' && line.type === 'denies') ||
    /^[وف]?(?:نفى|نفت|كذب|كذبت)\s/.test(line.text)
  )
}
