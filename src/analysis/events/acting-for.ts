/** What belongs to somebody acts for him: «قواتها», «بلاده», «طائرات بلاده», «800 من مقاتليها». */
import type { Mention } from '../entities/mention.ts'
import type { VerbForm } from '../lexicon/inflection.ts'
import { perWord } from '../text/word.ts'
import { VERBAL_PARTICLES } from './before.ts'
import { agrees, isUnit } from './nouns.ts'
import type { SentenceView } from './sentence.ts'
import type { FiniteVerb } from './subjects.ts'

/** What belongs to somebody acts for him: «قواتها», «بلاده», «موفدها». */
const ACTING_FOR = new Set(
  'بلاد حكومه حكومت سلطات قوات جيش وحدات جنود طاءرات مقاتلات وزارت وزير سفير سفارت موفد وفد ممثل مبعوث مندوب شرطت اجهزت مصالح بحريت مليشيات ميليشيات عناصر مقاتلي مقاتلو قيادت فرق مندوبو مندوبي حزب حركت تنظيم حركات قادت زعيم خارجيت دفاع داخليت ماليت'.split(
    ' ',
  ),
)

/** «وزارة خارجيته», «وزير دفاعها»: the pronoun is on the second word. */
const isMinistry = perWord(({ key }) => /^(?:وزاره|وزير|وزيره|رءيس|رءيسه)$/.test(key))

const actingFor = perWord(({ key, text }): { of: string; owner: 'feminine' | 'masculine' | 'plural' } | undefined => {
  const match = /^[وف]?(.{2,}?)(ها|هم|هما|ه)$/.exec(key)
  if (match === null || text.endsWith('ة') || !ACTING_FOR.has(match[1]!)) return undefined
  return { of: match[1]!, owner: match[2] === 'ها' ? 'feminine' : match[2] === 'ه' ? 'masculine' : 'plural' }
})

const isOwnFeminine = perWord(({ key }) =>
  /^(?:بلاد|[^ا].*[تا]ت|قوات|حكومت|سلطات|وزارت|قيادت)(?:ها|هم|هما|ه)$/.test(key),
)

/** Whoever the subject of a verb acts for, where that subject is only told by whose it is («وأكد أن بلاده ترفض …»). */
export function ownerOfSubject(
  view: SentenceView,
  at: number,
  subject: VerbForm['subject'],
  phrase: readonly number[],
  earlier: readonly FiniteVerb[],
  inSentenceBefore: readonly FiniteVerb[],
): Mention[] | undefined {
  const { tokens } = view.document
  let end = at
  while (end > view.from && VERBAL_PARTICLES.has(tokens[end - 1]!.key)) end--
  // «ستسحب قواتها»: what belongs to the phrase of the verb is not its subject.
  // «الذين خربوا بلاده», «غادر بلاده»: nor what stands behind a verb of another form.
  const near = tokens[at + 1]
  const behind =
    near === undefined ||
    phrase.includes(at + 1) ||
    subject === 'plural' ||
    (subject === 'masculine' && isOwnFeminine(near))
      ? undefined
      : near
  // «قصفت طائرات بلاده …»
  const headed = near !== undefined && (isMinistry(near) || isUnit(near)) ? tokens[at + 2] : undefined
  const noun =
    (behind && actingFor(behind)) ??
    (end > 0 ? actingFor(tokens[end - 1]!) : undefined) ??
    (headed && actingFor(headed))
  if (noun === undefined) return undefined
  const fits = (m: Mention) =>
    m.type !== 'place' &&
    (noun.owner === 'plural' ? m.plural : m.plural ? noun.owner === 'feminine' : agrees(m, noun.owner))
  for (const verbs of [earlier, inSentenceBefore])
    for (const { subjects, slots } of verbs.toReversed()) {
      const owner = subjects.find(fits) ?? slots.get('object')?.find(fits)
      if (owner === undefined) continue
      // A person's country, where the text names it.
      const state = noun.of === 'بلاد' && owner.country ? countryOf(view, `state:${owner.country}`) : undefined
      return [state ?? owner]
    }
  return undefined
}

/** Words from a verb in the plural back to the forces that it is said of, at most. */
const FORCES_WITHIN = 14

/** «أرسلت 800 من مقاتليها إلى البلدة حيث اشتبكوا …»: whose the people are that a verb in the plural is said of. */
export function ownerOfForces(view: SentenceView, at: number, earlier: readonly FiniteVerb[]): Mention[] {
  const { tokens } = view.document
  const verb = earlier.at(-1)
  if (verb === undefined) return []
  for (let i = at - 1; i > Math.max(verb.at, at - FORCES_WITHIN); i--) {
    const told = actingFor(tokens[i]!)
    if (told === undefined || told.owner === 'plural') continue
    const { owner } = told
    return verb.subjects.filter((m) => m.to <= i && !m.plural && (m.gender === 'feminine') === (owner === 'feminine'))
  }
  return []
}

/** A country as whose «بلاد» a subject is told: feminine, whatever adjective names it. */
function countryOf({ mentions }: SentenceView, key: string): Mention | undefined {
  const found = mentions.find((m) => m.key === key && m.via !== 'nisba') ?? mentions.find((m) => m.key === key)
  return found && { ...found, via: 'authority', gender: 'feminine', plural: false }
}
