/** A question that only what was asked before completes: «متى؟», «وأين؟», «وماذا عن ليبيا؟», «وموقف النيجر؟». */
import { fold } from '../analysis/text/fold.ts'
import type { Period } from './period.ts'
import { bareAsks, type Question } from './question.ts'

/** What is kept of a question: JSON. */
export interface Kept {
  question: Question
  period?: Period
  /** The name in it that another may take the place of, as typed. */
  about?: string
}

const MARKS = /[؟?!.،,:«»"“”]+/g
const OTHER =
  /^(?:و|ف)?(?:ماذا عن|ما عن|ماذا بشان|بالنسبه ل|بالنسبه الي) ?(.+)$|^(?:and )?(?:what|how) about (.+)$|^et (?:pour |quant a )?(?:l'|la |le |les )?(.+)$/
const POSITION = /^و?(?:ما )?(?:هو )?موقف (\S+(?: \S+){0,4})$/

/** Whom a toll counts. */
const COUNTED =
  /^(?:ال)?(?:جرحي|مصابين|مصابون|قتلي|ضحايا|مفقودين|مفقودون|نازحين|نازحون|معتقلين|معتقلون|موقوفين|موقوفون|اسري|رهاءن)$/

/** The whole question that a follow-up stands for; undefined where it stands for itself. */
export function completed(typed: string, period: Period | undefined, before: Kept | undefined): Kept | undefined {
  if (before === undefined) return undefined
  const words = typed.replace(MARKS, ' ').replace(/\s+/g, ' ').trim()
  const within = period ?? before.period
  const kept = (question: Question, about = before.about): Kept => ({
    question,
    ...(within && { period: within }),
    ...(about && { about }),
  })
  const asks = bareAsks(words)
  if (asks) return kept({ kind: 'fact', asks, words: wordsOf(before.question) })
  const folded = fold(words)
  // «وفي مارس؟»: the same in another period.
  if (period && /^(?:و|ف|et|and)?$/.test(folded)) return kept(before.question)
  const other = OTHER.exec(folded)
  if (other) {
    const name = asTyped(words, folded, other[1] ?? other[2] ?? other[3] ?? '')
    const question = withOther(before, name)
    return question && kept(question, name)
  }
  const position = POSITION.exec(folded)
  if (
    position &&
    !/ (?:من|تجاه|ازاء|حول|حيال|بشان) /.test(folded) &&
    (before.question.kind === 'position' || before.question.kind === 'fact')
  ) {
    const actor = asTyped(words, folded, position[1]!)
    const matter =
      before.question.kind === 'position' ? before.question.matter : without(before.question.words, before.about)
    return kept({ kind: 'position', actor, matter }, actor)
  }
  return undefined
}

/** The words of a question that another may be asked of. */
function wordsOf(question: Question): string {
  switch (question.kind) {
    case 'who':
    case 'about':
      return question.actor
    case 'position':
    case 'deeds':
      return `${question.actor} ${question.matter}`.trim()
    case 'relation':
      return `${question.actor} ${question.other}`
    default:
      return question.words
  }
}

function withOther({ question, about }: Kept, name: string): Question | undefined {
  switch (question.kind) {
    case 'position':
    case 'deeds':
      return { ...question, actor: name }
    case 'relation':
      return { ...question, other: name }
    case 'who':
    case 'about':
      return { ...question, actor: name }
    default: {
      // «كم قتيلا؟» – «وماذا عن الجرحى؟»
      if (question.kind === 'fact' && question.asks === 'count' && question.counted && COUNTED.test(fold(name)))
        return { ...question, counted: name }
      if (about === undefined || !question.words.includes(about)) return undefined
      return { ...question, words: question.words.replace(about, name) }
    }
  }
}

const without = (words: string, about: string | undefined) =>
  about ? words.replace(about, ' ').replace(/\s+/g, ' ').trim() : words

/** The last words of what was typed, as many as the folded part has. */
function asTyped(words: string, folded: string, part: string): string {
  if (!folded.endsWith(part)) return part
  return words.split(' ').slice(-part.split(' ').length).join(' ')
}
