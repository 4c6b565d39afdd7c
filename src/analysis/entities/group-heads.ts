/** The words that call people by what they are, and what each says by itself: «مسلحون», «الجماعات», «وفدا», «وزراء». */
import { type GroupForm, type TitleForm, vocabulary } from '../lexicon/vocabulary.ts'
import type { Reading } from '../text/clitics.ts'
import { isFunctionWord, nounReadings } from '../text/document.ts'
import { offsetOfLetter } from '../text/fold.ts'
import { perWord, type Word } from '../text/word.ts'
import { kindOfHead } from './group-adjectives.ts'
import { accusativeless, definiteGroup, indefiniteGroup } from './group-names.ts'
import { isVerbKey } from './name-words.ts'
import type { Called } from './phrase-keys.ts'
import { mayBeThing } from './things.ts'

/** A word that calls people, by one of its readings. */
export interface GroupHead {
  reading: Reading
  plural: boolean
  armed: boolean
  needsComplement: boolean
  /** Whether it calls somebody only where something is done to him (`isDoneTo`) or where he is counted. */
  onlyDoneTo: boolean
  gender: 'masculine' | 'feminine'
  /** Which adjectives it takes (`kindsDescribed`). */
  kind: number
  /** In what neighbourhood it calls nobody, as bits of `Doubt`. */
  doubts: number
  /** Whether a construct may begin with it. What keeps its nun («متظاهرون») or the alef of the accusative («متهما الحكومة») stands in none. */
  opensConstruct: boolean
  /** Of a singular: whether it may be the adjective of a noun («التعاون العسكري»), or say which man another noun means («المهاجم الشاب»). */
  relative: boolean
  saysWhich: boolean
  /** Whether it ends as an object does: in the alef of the indefinite accusative, or in -in. */
  isAccusative: boolean
  /** How it is called where nothing belongs to it, and how where it is counted besides. */
  alone: Called
  counted: Called
}

/** Neighbourhoods in which a head calls nobody, as bits. */
export const Doubt = {
  /** «من طرف الوزارة»: by the ministry. */
  side: 1,
  /** «تنظيم الانتخابات»: a thing. */
  thing: 2,
  /** «من دون أن يسقط ضحايا»: there were none. */
  victims: 4,
  /** «مصدر النيران»: where it comes from. */
  source: 8,
  /** «تابع المحادثات»: a verb. */
  follower: 16,
  /** «زيارات دورية»: at intervals. */
  patrol: 32,
  /** «طالب المحتجون بـ…»: at the head of a clause the verb that is spelled so. */
  verb: 64,
} as const

const OWN_WAW: ReadonlySet<string> = new Set(['وجهه', 'وجهات', 'وجها'])
const VICTIMS: ReadonlySet<string> = new Set(['ضحايا', 'قتلي', 'جرحي', 'مصابين', 'مصابون'])
const SAYS_WHICH = /^(?:شاب|موقوف|متهم|محتجز|معتقل|مطلوب|مفاوض|مدان|مصاب|مسلح|مختطف|مخطوف)ه?$/

/** The readings by which a word calls people. */
export const groupHeads = perWord((word): readonly GroupHead[] => {
  if (word.kind !== 'word' || isFunctionWord({ word })) return []
  return nounReadings({ word }).flatMap((reading) => {
    // «كاميرات», «ولايات»: letters of the word, not «ك» and «و» before another.
    if (!reading.article && (reading.preposition === 'ك' || (reading.conjunction !== '' && reading.preposition !== '')))
      return []
    // «تقريب وجهات النظر»: its waw is its own.
    if (reading.conjunction === 'و' && OWN_WAW.has(`و${reading.stem}`)) return []
    const people = peopleOf(reading.stem, reading.article) ?? (reading.article ? undefined : oneOf(reading.stem, word))
    return people === undefined ? [] : [headOf(word, reading, people)]
  })
})

/** Whether a word may call people. */
export const mayCallPeople = (word: Word): boolean => groupHeads({ word }).length > 0

function headOf(
  word: Word,
  reading: Reading,
  { plural, armed, needsComplement, onlyDoneTo, plurals }: People,
): GroupHead {
  const { stem, article } = reading
  const inNun = /(?:ون|ين)$/.test(stem)
  const written = word.text.slice(offsetOfLetter(word.text, reading.cliticLetters))
  // «للمحتجين» leaves «لمحتجين» when its preposition is cut off.
  const alone = article
    ? definiteGroup(reading.preposition === 'ل' ? `ا${written}` : written)
    : indefiniteGroup(written)
  return {
    reading,
    plural,
    armed,
    needsComplement,
    onlyDoneTo,
    // Broken plurals go with the feminine, «مجموعة» with nothing else.
    gender: (plural ? !inNun : stem.endsWith('ه')) ? 'feminine' : 'masculine',
    kind: kindOfHead(stem, plural, article),
    doubts: doubtsOf(reading, plural),
    opensConstruct: !article && !inNun && accusativeless(stem) === stem,
    relative: !plural && stem.endsWith('ي'),
    saysWhich: !plural && article && SAYS_WHICH.test(stem),
    isAccusative: plural ? stem.endsWith('ين') : accusativeless(stem) !== stem,
    alone,
    counted: plurals ? definiteGroup(plurals) : alone,
  }
}

function doubtsOf({ stem, article, preposition }: Reading, plural: boolean): number {
  let doubts = 0
  if (stem === 'طرف' || stem === 'جهه') doubts |= Doubt.side
  if (mayBeThing(stem)) doubts |= Doubt.thing
  if (article) return doubts
  if (VICTIMS.has(stem)) doubts |= Doubt.victims
  if (stem === 'مصدر' || stem === 'مصادر') doubts |= Doubt.source
  if (stem === 'تابع') doubts |= Doubt.follower
  if (stem === 'دوريه') doubts |= Doubt.patrol
  if (!plural && preposition === '' && isVerbKey(stem)) doubts |= Doubt.verb
  return doubts
}

interface People {
  plural: boolean
  armed: boolean
  needsComplement: boolean
  onlyDoneTo: boolean
  /** Of a singular: how many of them are called. */
  plurals?: string | undefined
}

/** A word for people, or the plural of an office («وزراء الدفاع»), which names nobody without what completes it. */
function peopleOf(stem: string, article: boolean): People | undefined {
  const group = vocabulary().groups.get(accusativeless(stem)) ?? inConstruct(stem) ?? inDual(stem)
  if (group && !(article && group.entry.onlyDoneTo)) {
    const { kind, needsComplement, onlyDoneTo, forms } = group.entry
    return kind === 'people' || kind === 'armed'
      ? {
          plural: group.plural,
          armed: kind === 'armed',
          needsComplement,
          onlyDoneTo,
          plurals: group.plural ? undefined : forms[0],
        }
      : undefined
  }
  const title = vocabulary().titles.get(stem) ?? titleInConstruct(stem)
  if (!title?.plural) return undefined
  // «باحثون», «مندوبين»: some of a profession are people like others; «رؤساء» are of something.
  const alone = /(?:ون|ين)$/.test(stem) && /^(?:academic|profession|diplomatic)$/.test(title.entry.kind)
  return { plural: true, armed: false, needsComplement: !alone, onlyDoneTo: false }
}

/** One of an office or a profession («قيادي», «مهندس»), or a woman of those whom the masculine calls («طالبة»). */
function oneOf(stem: string, { text }: Word): People | undefined {
  const { titles, groups } = vocabulary()
  // «جراحه بليغة»: a pronoun.
  const title = text.endsWith('ه') || OTHERWISE_MEANT.has(stem) ? undefined : titles.get(accusativeless(stem))
  const ofWork = title !== undefined && !title.plural && OF_WORK.test(title.entry.kind)
  const masculine = text.endsWith('ة') && stem !== 'مدرسه' ? groups.get(stem.slice(0, -1)) : undefined
  const isWoman = masculine !== undefined && !masculine.plural && /^(?:people|armed)$/.test(masculine.entry.kind)
  return ofWork || isWoman
    ? { plural: false, armed: false, needsComplement: false, onlyDoneTo: true, plurals: undefined }
    : undefined
}

const OF_WORK = /^(?:office|profession|diplomatic|academic|religious)$/
const OTHERWISE_MEANT: ReadonlySet<string> = new Set('حكم كبير مرجع ايه حجه علامه ملا خليفه قاءم رسول كتاب'.split(' '))

/** «سائقي الشاحنات», «مقاتلو الحركة»: a sound plural loses its nun before what completes it. */
function inConstruct(stem: string): GroupForm | undefined {
  const group = /[يو]$/.test(stem) && stem.length > 4 ? vocabulary().groups.get(`${stem}ن`) : undefined
  return group?.plural ? { plural: true, entry: { ...group.entry, needsComplement: true } } : undefined
}

/** «رهينتين», «جنديان»: two of those whose plural is another word. */
function inDual(stem: string): GroupForm | undefined {
  if (!/(?:ين|ان)$/.test(stem) || stem.length < 5) return undefined
  const { groups } = vocabulary()
  const single = stem.slice(0, -2)
  const group = groups.get(single) ?? (single.endsWith('ت') ? groups.get(`${single.slice(0, -1)}ه`) : undefined)
  return group && !group.plural && group.entry.kind !== 'body' ? { plural: true, entry: group.entry } : undefined
}

function titleInConstruct(stem: string): TitleForm | undefined {
  return /[يو]$/.test(stem) && stem.length > 4 ? vocabulary().titles.get(`${stem}ن`) : undefined
}
