import { type TitleForm, vocabulary } from '../lexicon/vocabulary.ts'
import { type Reading, withoutPronoun } from '../text/clitics.ts'
import { type Document, isFunctionWord, isPreposition, nounReadings } from '../text/document.ts'
import { fold } from '../text/fold.ts'
import { perWord, type Word } from '../text/word.ts'
import { adjoins, isFirstName, isOfficeAdjective, isVerbKey } from './name-words.ts'

/** The word by which an office begins, and how it is read. */
export interface OfficeHead {
  reading: Reading
  title: TitleForm
  /** «أمينها»: whose it is is told by a pronoun. */
  pronoun: boolean
  /** The words before which alone it is one. */
  only: RegExp | undefined
  /** Neither definite nor joined to a preposition: what is counted so is nobody in particular. */
  isPlain: boolean
  /** What it may be else: «طالب المحتجون بـ…», a verb; «المراقبة», a matter; «داعية الحكومة إلى …», she who calls upon somebody. */
  isVerb: boolean
  isMatter: boolean
  isCalling: boolean
}

/** Titles that are matters, not people, but before these words: «القائم بأعمال السفير», «حجة الإسلام», «آية الله». */
const ONLY_BEFORE: Readonly<Record<string, RegExp>> = {
  قاءم: /^ب(?:ال)?اعمال/,
  حجه: /^الاسلام$/,
  ايه: /^الله$/,
  ايات: /^الله$/,
}

/** «المتحدث باسم», «بلسان»: behind these stands for whom the holder speaks; with a pronoun the office is complete. */
export const FOR_WHOM = new Set(['باسم', 'بلسان'])

/** The office that a word is, and the reading by which it is one. */
const officeOf = perWord((word): OfficeHead | undefined => {
  // «وإلى» and «والي» fold alike; a preposition ends in alif maqsura.
  if (word.kind !== 'word' || isFunctionWord({ word }) || word.text.endsWith('لى')) return undefined
  const { titles } = vocabulary()
  for (const reading of nounReadings({ word })) {
    const { stem, article, preposition, cliticLetters } = reading
    if (stem.length < 3 && cliticLetters > 0) continue
    const title = titles.get(stem)
    if (title !== undefined) {
      const { kind, word: spelled } = title.entry
      if (title.plural || kind === 'family') continue
      // Ta marbuta folds to the pronoun «ه», but is none.
      if (title.gender === 'feminine' && word.text.endsWith('ه') && !spelled.endsWith('ه'))
        return ownedOffice(word, reading)
      if (isOtherwiseMeant(word, reading, title)) continue
      // «كأمير», «بحجة»: what is compared, or a matter.
      if (!article && (preposition === 'ك' || (preposition === 'ب' && (kind === 'religious' || kind === 'honorific'))))
        continue
      return headOf(reading, title, false)
    }
    const owned = article ? undefined : ownedOffice(word, reading)
    if (owned) return owned
  }
  return undefined
})

/** Whether a word may be an office. */
export const mayBeOffice = (word: Word): boolean => officeOf({ word }) !== undefined

/** Whether a word that folds like a title is none: «أمر» for «آمر», or «وزيرا», which says what somebody became. */
export function isOtherwiseMeant({ text }: Word, { stem, article }: Reading, { entry }: TitleForm): boolean {
  return (entry.word.startsWith('آ') && !text.includes('آ')) || (!article && stem === `${fold(entry.word)}ا`)
}

/** «أمينها», «محاميه»: an office with a pronoun. */
function ownedOffice(word: Word, reading: Reading): OfficeHead | undefined {
  const owned = word.text.endsWith('ة') ? undefined : withoutPronoun(reading.stem)
  if (owned === undefined || isVerbKey(owned)) return undefined
  // Before a pronoun ta marbuta is written open: «وزيرته».
  const { titles } = vocabulary()
  const title = titles.get(owned) ?? (owned.endsWith('ت') ? titles.get(`${owned.slice(0, -1)}ه`) : undefined)
  return title && !title.plural && OWNED.has(title.entry.kind) ? headOf(reading, title, true) : undefined
}

const OWNED: ReadonlySet<string> = new Set(['office', 'diplomatic', 'profession'])

function headOf(reading: Reading, title: TitleForm, pronoun: boolean): OfficeHead {
  const { stem, article, preposition } = reading
  const isPlain = !article && !pronoun && preposition === ''
  return {
    reading,
    title,
    pronoun,
    only: ONLY_BEFORE[stem] ?? ONLY_BEFORE[fold(title.entry.word)],
    isPlain,
    isVerb: isPlain && isVerbKey(stem),
    isMatter: title.gender === 'feminine' && isMatter(stem),
    isCalling: isPlain && stem === 'داعيه',
  }
}

/** «المراقبة», «الدبلوماسية» are matters before they are women in office. */
function isMatter(stem: string): boolean {
  const { groups, events } = vocabulary()
  return groups.has(stem) || events.has(stem) || stem.endsWith('يه') || /^م.ا..ه$/.test(stem)
}

/** The office that begins at a token as the text uses it, or undefined. */
export function officeHead(document: Document, at: number): OfficeHead | undefined {
  const { tokens } = document
  const head = officeOf(tokens[at]!)
  if (head === undefined) return undefined
  if (head.only && !head.only.test(tokens[at + 1]?.key ?? '')) return undefined
  // «طالب المحتجون بـ…», «الذي أمر بإيداع»: where a clause opens it is the verb that is spelled like an office.
  if (head.isVerb && (opensClause(document, at) || !isPlainlyHeld(document, at))) return undefined
  if (head.isCalling && tokens[at + 1]?.key !== 'اسلامي') return undefined
  // «60 نائبا», «ثلاثة وزراء»: who is counted is nobody in particular.
  const before = tokens[at - 1]
  if (head.isPlain && before !== undefined && before.kind === 'number') return undefined
  if (head.isMatter && !isPlainlyHeld(document, at)) return undefined
  return head
}

/** Whether what stands behind a title shows that it is one: «المدعية العامة», «طالب الدكتوراه سمير». */
function isPlainlyHeld(document: Document, at: number): boolean {
  const next = document.tokens[at + 1]
  return (
    next !== undefined &&
    adjoins(document, at) &&
    (isOfficeAdjective(next) || isFirstName(next.key) || FOR_WHOM.has(next.key))
  )
}

/** Nothing, a mark, or a word of a closed class that is no preposition stands before a token. */
function opensClause(document: Document, at: number): boolean {
  const before = document.tokens[at - 1]
  return (
    before === undefined ||
    before.kind === 'mark' ||
    document.tokens[at]!.key[0] === 'و' ||
    (isFunctionWord(before) && !isPreposition(before))
  )
}
