/** Whose a participle or noun of saying is: who acts in its clause, who is named before it, or behind it. */
import type { SentenceView } from '../events/sentence.ts'
import { bare } from '../text/clitics.ts'
import { isPause } from '../text/marks.ts'
import type { Token } from '../text/tokens.ts'
import { perWord } from '../text/word.ts'
import { antecedentPhrase, lastSpeaker, phraseActing } from './acting.ts'
import type { Speaker } from './attribution.ts'
import type { Content } from './extent.ts'
import type { Reading } from './reading.ts'
import { isSource, type NounOfSaying, verbOfSaying } from './sayings.ts'
import { phraseAt, phraseOf } from './speakers.ts'
import { subjectBehind } from './subject-behind.ts'

/** Claims of the sentence that are looked back at. */
const LATEST = 12

/** Who a participle of saying is said of: who spoke or acted last in the sentence and agrees with it, else the last person named. */
export function actorOf(reading: Reading, at: number, { feminine, plural }: NounOfSaying): Speaker | undefined {
  const { view, verbs, found } = reading
  const gender = plural ? 'plural' : feminine ? 'feminine' : 'masculine'
  // What is said inside what another says is past when a participle goes on.
  const last = found.slice(-LATEST)
  const outermost = last.filter((claim) => !last.some((c) => c !== claim && c.from < claim.from && claim.to <= c.to))
  const said =
    outermost.findLast(({ gender: of }) => of === gender) ??
    outermost.findLast(({ gender: of }) => of === 'any' || of === 'plural')
  const attached = attachedActor(reading, at, gender)
  if (attached) return { phrase: attached }
  // «نفاه تجار نفذوا وقفة محذرين»: several that act nearer than who spoke.
  if (plural) {
    const near = severalBefore(reading, at, said?.to ?? view.from)
    if (near) return near
  }
  if (said) {
    // «قالت النائبة إن …، فيما رفضت النقابة العرض، ملوحة»: who acted since.
    const since = phraseActing(view, verbs, at, gender, 1, said.to)
    return since?.mention ? { phrase: since } : { said }
  }
  const several = plural ? severalActing(reading, at) : undefined
  if (several) return { phrase: several }
  const acting = phraseActing(view, verbs, at, gender, 4) ?? phraseActing(view, verbs, at, 'plural', 2)
  if (acting) return { phrase: acting }
  // «المعارضة التي دعت أنصارها إلى البقاء، متهمة الرئيس بـ»: whom the nearest relative clause is of.
  const relative = verbs.findLast((v) => v.at < at && v.antecedent && !v.pronoun && v.subject === gender)
  const of = relative?.antecedent && antecedentPhrase(view, relative.antecedent)
  if (of?.mention && of.mention.type !== 'place') return { phrase: of }
  const person = view.mentions.findLast((m) => m.to <= at && m.via !== 'nisba' && m.type === 'person')
  return person && { phrase: phraseOf(person) }
}

/**
 * «الرئيس الذي رفض التراجع قائلا إن», «وهو خيار رفضه الأمين العام معتبرا أن»: who acts in the relative clause that a participle ends, no comma
 * between.
 */
function attachedActor({ view, verbs }: Reading, at: number, gender: 'plural' | 'feminine' | 'masculine') {
  const { tokens } = view.document
  const verb = verbs.findLast((v) => v.at < at)
  if (verb === undefined || (!verb.antecedent && !verb.pronoun) || verb.subject !== gender) return undefined
  const apart = hasPause(tokens, verb.at + 1, at)
  const behind = verb.pronoun || apart ? subjectBehind(view, verb.at, at) : undefined
  const phrase = behind ?? (verb.antecedent && !verb.pronoun ? antecedentPhrase(view, verb.antecedent) : undefined)
  if (phrase?.mention === undefined || phrase.mention.type === 'place') return undefined
  // «وهو طلب لم ترد عليه الجزائر، مكتفية بالقول»: beyond one comma only who is named behind a verb of saying.
  const answers = verbOfSaying(tokens[verb.at]!) !== undefined
  return apart &&
    !(answers && phrase.from > verb.at && tokens[at - 1]!.kind === 'mark' && !hasPause(tokens, verb.at + 1, at - 1))
    ? undefined
    : phrase
}

function hasPause(tokens: readonly Token[], from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (isPause(tokens[i]!)) return true
  return false
}

/** «انتقد نواب المعارضة المشروع، معتبرين أن»: before its subject a verb stays in the singular. */
function severalActing({ view, verbs }: Reading, at: number) {
  const [one, other] = (['masculine', 'feminine'] as const).map((subject) => phraseActing(view, verbs, at, subject, 2))
  return [one, other].find((phrase) => {
    if (phrase === undefined) return false
    const { mention, from } = phrase
    return mention ? mention.plural || mention.type === 'group' : areSeveral(view.document.tokens[from]!)
  })
}
const areSeveral = perWord(({ key }) => /(?:ون|ين|ات|اء)$/.test(key))

/** The nearest verb in the plural and its subject, what a relative clause is said of included. */
function severalBefore({ view, verbs }: Reading, at: number, from: number): Speaker | undefined {
  const verb = verbs.findLast((v) => v.at < at && v.at >= from && v.subject === 'plural')
  if (verb?.antecedent && verb.antecedent.mention === undefined)
    return { phrase: antecedentPhrase(view, verb.antecedent) }
  const mention = verb?.antecedent?.mention ?? verb?.subjects[0]
  return mention && mention.type !== 'place' ? { phrase: phraseOf(mention) } : undefined
}

/** «عن فلان قوله», «في تصريحاته»: whose saying it is. */
export function ownerBefore(reading: Reading, at: number, feminine: boolean): Speaker | undefined {
  const { view } = reading
  const near = view.mentions.findLast((m) => m.to === at && m.via !== 'nisba' && m.type !== 'place')
  if (near) return { phrase: phraseOf(near) }
  const { tokens } = view.document
  for (let i = at - 1; i > view.from && i > at - 9; i--) {
    if (tokens[i]!.key !== 'عن') continue
    const phrase = phraseAt(view, i + 1, at)
    if (phrase && phrase.to === at) return { phrase }
  }
  const said = lastSpeaker(reading, feminine ? 'feminine' : 'masculine', at)
  return said && { said }
}

/** «تصريحات الوزير», «بيان للوزارة», «تأكيد مصادر»: whose saying a noun tells. */
export function ownerBehind(view: SentenceView, at: number, content: Content): Speaker | undefined {
  const { tokens } = view.document
  for (let i = at + 1; i < content.opener && i <= at + 4; i++) {
    const mention = view.startsAt.get(i)
    if (mention && mention.via !== 'nisba') {
      const fits =
        (mention.preposition === '' || mention.preposition === 'ل') &&
        mention.type !== 'place' &&
        content.opener - mention.to <= 5
      return fits ? { phrase: phraseOf(mention) } : undefined
    }
    const phrase = i === at + 1 && isSource(bare(tokens[i]!.key)) ? phraseAt(view, i, content.opener) : undefined
    if (phrase) return { phrase }
    if (/^لل.{3}/.test(tokens[i]!.key)) return { phrase: { from: i, to: i + 1 } }
    // Only adjectives stand between a saying and its owner.
    if (tokens[i]!.kind !== 'word' || !/(?:ي|يه|ه)$/.test(tokens[i]!.key)) return undefined
  }
  return undefined
}
