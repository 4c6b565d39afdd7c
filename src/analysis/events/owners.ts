/** Whose an act is that is told by a noun: the owner of its pronoun or of its weapon, or whoever does or suffers it in its relative clause. */
import type { Mention } from '../entities/mention.ts'
import { bare, withoutPronoun } from '../text/clitics.ts'
import type { Token } from '../text/tokens.ts'
import { perWord } from '../text/word.ts'
import { GOVERNING_REACH } from './governing.ts'
import { firstVerb, lastActing } from './nearby-verbs.ts'
import { isUnit } from './nouns.ts'
import type { SentenceView } from './sentence.ts'
import type { FiniteVerb } from './subjects.ts'
import type { Trigger } from './triggers.ts'

const isSuspected = perWord(({ key }) => /^(?:و?[ين]?شتبه|ال?مشتبه|للاشتباه|الاشتباه|بشبهه)$/.test(key))

/** Whom a pronoun on a masdar means («وتعاونه», «هجماتها»): the subject of the verb before it if they agree, else the nearest before it that does. */
export function ownerOf(
  view: SentenceView,
  trigger: Trigger,
  verbs: readonly FiniteVerb[],
): { owners: Mention[]; isSubject: boolean } | undefined {
  const { tokens } = view.document
  const { key } = tokens[trigger.from]!
  // «خلية يشتبه في تمويلها …»: nobody but whoever is suspected.
  if (trigger.from - 2 >= view.from && isSuspected(tokens[trigger.from - 2]!)) return undefined
  const fits = (m: Mention) =>
    /هما?$/.test(key)
      ? m.plural || (m.also !== undefined && key.endsWith('هما'))
      : m.plural
        ? key.endsWith('ها') && m.gender === 'feminine'
        : m.gender === (key.endsWith('ها') ? 'feminine' : 'masculine')
  const verb = lastActing(verbs, trigger.from)
  const subject = verb && trigger.from - verb.at <= GOVERNING_REACH ? verb.subjects.find(fits) : undefined
  // «أعلنا أن محادثاتهما …»: the two of whom the verb before is said.
  if (verb && key.endsWith('هما') && verb.subjects.length === 2) return { owners: verb.subjects, isSubject: true }
  // «تمويله»: what is financed is a matter more often than anybody named.
  const isMatter = trigger.entry.type === 'AID' && key.endsWith('ه')
  const owner =
    subject ??
    view.mentions.findLast(
      (m) =>
        m.to <= trigger.from &&
        m.via !== 'nisba' &&
        m.type !== 'place' &&
        fits(m) &&
        (!isMatter || m.type === 'person') &&
        // Another name in brackets tells nothing of the gender.
        tokens[m.from - 1]?.text !== '(',
    )
  return owner && { owners: [owner], isSubject: owner === subject }
}

/** Verbs that lend their subject to the act that is their object: «شن», «أجرى», «قام بـ». */
const LENDING = new Set(
  'شن شنت يشن تشن نصب نصبت زرع زرعت دبر دبرت استضاف استضافت خطط خططت نفذ نفذت ينفذ تنفذ اجري اجرت يجري تجري قام قامت يقوم تقوم قاد قادت يقود تقود عقد عقدت يعقد تعقد ارتكب ارتكبت وقع وقعت ابرم ابرمت فرض فرضت يفرض تفرض وجه وجهت اطلق اطلقت قدم قدمت خاض خاضت يخوض تخوض بدا بدات اعلن اعلنت نظم نظمت دعا دعت تبني تبنت نصب نصبت ينصب تنصب حدد حددت يحدد تحدد اصدر اصدرت يصدر تصدر طرح طرحت يطرح تطرح رفع رفعت منح منحت'.split(
    ' ',
  ),
)

/** «شنه», «شنها»: a doubled root with its pronoun. */
const SHORT = /^شنه?ا?$/
const lends = perWord(({ key }) => {
  const stem = SHORT.test(key) ? 'شن' : (withoutPronoun(key) ?? key)
  return LENDING.has(stem) || LENDING.has(`${stem}ي`) || LENDING.has(key)
})

/** «الغارات التي شنتها إسرائيل على …»: the verb in whose relative clause an act is done, or undefined. */
export function doneInClause(
  view: SentenceView,
  trigger: Trigger,
  verbs: readonly FiniteVerb[],
): FiniteVerb | undefined {
  const verb = firstVerb(verbs, trigger.from)
  if (verb === undefined || verb.at > trigger.to + 6) return undefined
  const { tokens } = view.document
  // «زيارة قام بها الوزير»: behind an indefinite noun no relative pronoun stands.
  // «زيارة رسمية يجريها الوزير»: an adjective may stand between.
  if (
    !trigger.definite &&
    verb.antecedent === undefined &&
    verb.at <= trigger.to + (isIndefiniteAdjective(tokens[trigger.to]) ? 2 : 1)
  ) {
    const { key } = tokens[verb.at]!
    const takesUp =
      /^(?:ب|في)(?:ها|ه)$/.test(tokens[verb.at + 1]?.key ?? '') || withoutPronoun(key) !== undefined || SHORT.test(key)
    if (takesUp && lends(tokens[verb.at]!)) return verb
  }
  if (verb.antecedent === undefined || verb.antecedent.at > trigger.to || verb.antecedent.at < trigger.from - 1)
    return undefined
  return lends(tokens[verb.at]!) ? verb : undefined
}

const isIndefiniteAdjective = (token: Token | undefined): boolean =>
  token !== undefined && /^[^وفبل](?!ل).{2,}(?:ي|يه|ه|ات)$/.test(token.key) && bare(token.key) === token.key

/** «الهجوم الذي تعرضت له القافلة»: the verb in whose relative clause somebody suffers an act, or undefined. */
export function sufferedInClause(
  { document: { tokens } }: SentenceView,
  trigger: Trigger,
  verbs: readonly FiniteVerb[],
): FiniteVerb | undefined {
  for (const verb of verbs) {
    if (verb.at > trigger.to + 4) return undefined
    if (verb.at > trigger.to && verb.antecedent !== undefined && /^[يت]?تعرض(?:ت|وا|ون)?$/.test(tokens[verb.at]!.key))
      if (/^ل(?:ه|ها|هم)$/.test(tokens[verb.at + 1]?.key ?? '')) return verb
  }
  return undefined
}

const WEAPONS = new Set(
  'رصاص نيران قذاءف قذيفه صاروخ صواريخ قصف غاره غارات ضربه ضربات هجوم هجمات كمين تفجير عبوه طعنا'.split(' '),
)
/** Whether a word is a weapon, or one behind «ب» joined to it. */
const weaponIn = perWord(({ key }) =>
  key.startsWith('ب') && WEAPONS.has(bare(key.slice(1))) ? 'joined' : WEAPONS.has(bare(key)) ? 'free' : undefined,
)
/** Words behind the act in which its weapon is told. */
const WEAPON_REACH = 14

/** «استشهد ثلاثة بنيران الجيش الإسرائيلي», «قتل خمسة في غارة أمريكية»: whose the weapon is. */
export function ownerOfTheWeapon(view: SentenceView, trigger: Trigger, verbs: readonly FiniteVerb[]): Mention[] {
  const { tokens } = view.document
  for (let at = trigger.to; at < Math.min(view.to, trigger.to + WEAPON_REACH); at++) {
    const token = tokens[at]!
    if (token.kind === 'mark' && token.text !== '،') break
    const weapon = weaponIn(token)
    if (weapon === undefined) continue
    const joined = weapon === 'joined'
    if (!joined && tokens[at - 1]!.key !== 'في' && tokens[at - 1]!.key !== 'اثر') continue
    // «في كمين نصبه مسلحون»: who is told in the clause that describes it.
    const clause = firstVerb(verbs, at)
    if (clause && clause.at <= at + 3 && lends(tokens[clause.at]!))
      return clause.subjects.filter((m) => m.type !== 'place')
    // «برصاص دورية إسرائيلية»: the unit stands for whoever its adjective names.
    const next = tokens[at + 1]
    const owner =
      view.startsAt.get(at + 1) ??
      (next && (next.key === 'جويه' || isUnit(next)) ? view.startsAt.get(at + 2) : undefined)
    // «قُتل في الهجوم حارس»: in construct with a definite noun stands nobody.
    if (owner && owner.via !== 'nisba' && bare(token.key) !== token.key && !joined) return []
    return owner && owner.preposition === '' && owner.conjunction === '' && owner.type !== 'place' ? [owner] : []
  }
  return []
}
