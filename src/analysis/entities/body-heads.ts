/** The words that head the name of a body or stand for an authority, and what each says by itself: «هيئة», «وزارة», «السلطات». */
import { type GroupForm, vocabulary } from '../lexicon/vocabulary.ts'
import type { Reading } from '../text/clitics.ts'
import { isFunctionWord, nounReadings } from '../text/document.ts'
import { fold, offsetOfLetter } from '../text/fold.ts'
import { perWord, type Word } from '../text/word.ts'
import { type Called, calledByPhrase } from './phrase-keys.ts'
import { mayBeThing } from './things.ts'

/** Heads of names in which two matters are joined by «و» («وزارة الشؤون الدينية والأوقاف»). */
const JOINING_HEADS: ReadonlySet<string> = new Set([
  'وزاره',
  'هيءه',
  'لجنه',
  'منظمه',
  'جمعيه',
  'مجلس',
  'مديريه',
  'حزب',
  'حركه',
  'جبهه',
  'اتحاد',
  'معهد',
  'جامعه',
  'نقابه',
  'بنك',
  'مصرف',
  'محكمه',
  'مفوضيه',
  'قطب',
  'داءره',
  'مركز',
  'موءسسه',
  'وكاله',
  'صندوق',
  'رابطه',
  'مكتب',
  'كونفدراليه',
  'فيدراليه',
  'فدراليه',
  'تنسيقيه',
  'منتدي',
  'مرصد',
  'ديوان',
  'كليه',
  'شعبه',
])

/** Heads of bodies in which people come together: what stands behind «لـ» says whose they are («النقابة الوطنية للصحفيين»). */
const OF_MEMBERS: ReadonlySet<string> = new Set(
  'نقابه اتحاد تنسيقيه رابطه جمعيه فيدراليه فدراليه كونفدراليه جامعه هيءه مجلس منتدي مرصد'.split(' '),
)

/** Heads only together with certain words: «كتابة الدولة» (a ministry in the Maghreb), «مكافحة الشغب» (riot police), «مصالح الأمن», «سلاح الجو». */
const ONLY_BEFORE: Readonly<Record<string, readonly string[]>> = {
  كتابه: ['الدوله'],
  مكافحه: ['الشغب'],
  قطب: ['القضاءي'],
  سلاح: ['الجو', 'الجوي', 'البحريه', 'المدرعات', 'الطيران', 'المهندسين', 'المظليين'],
  دفاع: ['المدني', 'الجوي'],
  دفاعات: ['الجويه'],
  حمايه: ['المدنيه'],
  ادعاء: ['العام'],
  امن: ['العام', 'المركزي'],
  خفر: ['السواحل'],
  مصالح: ['الامن', 'الدرك', 'الشرطه', 'الجمارك', 'الحمايه', 'الارصاد', 'الاستعلامات'],
}

/** Heads that mean somebody only with the adjective of a state or region. */
const OF_STATES: ReadonlySet<string> = new Set(['نظام', 'جانب', 'طرف', 'خارجيه', 'دبلوماسيه', 'قضاء'])

/** Heads of what is a part of another body: «بعثة الأمم المتحدة». */
const PARTS: ReadonlySet<string> = new Set(['بعثه', 'مكتب', 'قوات', 'قوه', 'لجنه', 'امانه', 'مجلس'])

/** Heads whose bodies fight. */
const FIGHTING: ReadonlySet<string> = new Set(['تنظيم', 'كتيبه', 'لواء', 'سريه', 'فيلق', 'كتاءب', 'الويه'])

/** Broken plurals that call one body: a verb before them is feminine. */
const BROKEN_HEADS: ReadonlySet<string> = new Set(['مباحث', 'مصالح'])

/** Heads behind which a second matter may be told by two words: «وزارة الشباب وشؤون الهجرة». */
const OF_MATTERS: ReadonlySet<string> = new Set(['وزاره', 'مديريه', 'كتابه', 'داءره', 'جامعه', 'معهد'])

const FIRMS: ReadonlySet<string> = new Set(['شركه', 'موسسه', 'موءسسه'])

/** Heads behind which a person is who leads, not who gave the name: «بقيادة فلان», «حكومة فلان». */
const LED: ReadonlySet<string> = new Set(['قياده', 'رءاسه', 'اداره', 'حكومه', 'نظام', 'قوات', 'مكتب', 'مجلس'])

/** A word that heads the name of a body or stands for an authority, and what it says by itself. */
export interface BodyHead {
  reading: Reading
  plural: boolean
  feminine: boolean
  kind: 'body' | 'authority'
  needsComplement: boolean
  /** Only together with one of these words is it a body. */
  only: readonly string[] | undefined
  /** In what neighbourhood it is none, as bits of `Doubt`. */
  doubts: number
  /** Two matters may be joined by «و» in its name, or a second one told by two words; whose it is may be told behind «لـ»; it may be of another body. */
  isJoining: boolean
  isOfMatters: boolean
  isOfMembers: boolean
  isPart: boolean
  isParty: boolean
  isFirm: boolean
  /** Its name may begin with a chain of acts: «لجنة مراقبة وقف إطلاق النار». */
  takesChain: boolean
  /** Only of a state or region is it somebody. */
  isOfStates: boolean
  isFighting: boolean
  /** How it is called where nothing belongs to it. */
  alone: Called
}

/** Neighbourhoods in which a head is no body, as bits. */
export const Doubt = {
  /** «مراكز الاقتراع»: a thing. */
  thing: 1,
  /** «الحدود البحرية»: an adjective of the noun before. */
  naval: 2,
  /** «بقيادة فلان»: who leads. */
  led: 4,
  /** «تجمع الحكومة والجبهة»: what brings them together; «أنظمة دائرة الجمارك»: what a body has. */
  ofBodies: 8,
  /** «في جبهة تعز»: where it is fought. */
  front: 16,
  /** «تقييد حركة المهربين»: how people move. */
  ofPeople: 32,
  /** «برئاسة المستشار»: under whom. */
  ofTitle: 64,
} as const

function doubtsOf({ stem, article }: Reading, spelled: string): number {
  let doubts = mayBeThing(stem) ? Doubt.thing : 0
  if (stem === 'تجمع' || spelled === 'نظام') doubts |= Doubt.ofBodies
  if (stem === 'جبهه') doubts |= Doubt.front
  if (article) return stem === 'بحريه' ? doubts | Doubt.naval : doubts
  if (LED.has(stem)) doubts |= Doubt.led
  if (stem === 'حركه') doubts |= Doubt.ofPeople
  if (stem === 'رءاسه') doubts |= Doubt.ofTitle
  return doubts
}

/** The reading by which a word heads the name of a body or stands for an authority. */
export const bodyHead = perWord((word): BodyHead | undefined => {
  if (word.kind !== 'word' || isFunctionWord({ word })) return undefined
  for (const reading of nounReadings({ word })) {
    const head = vocabulary().groups.get(reading.stem)
    // «كشركة»: what something is likened to.
    if (reading.preposition === 'ك' && !reading.article) continue
    if (head === undefined || (head.entry.kind !== 'body' && head.entry.kind !== 'authority')) continue
    // «للجنة»: of two lams one is the article's, as the noun begins with one too.
    const article = reading.article || (reading.stem.startsWith('ل') && /^[وف]?لل/.test(word.key))
    return headOf(word, article === reading.article ? reading : { ...reading, article }, head, head.entry.kind)
  }
  return undefined
})

function headOf(word: Word, reading: Reading, { plural, entry }: GroupForm, kind: BodyHead['kind']): BodyHead {
  const { stem } = reading
  // The head noun as the lexicon lists it.
  const spelled = fold(entry.word)
  const alone = calledByPhrase(word.text.slice(offsetOfLetter(word.text, reading.cliticLetters)))
  return {
    reading,
    plural,
    feminine: /(?:ه|ات)$/.test(stem) || BROKEN_HEADS.has(stem) || (plural && !/(?:ين|ون)$/.test(stem)),
    kind,
    needsComplement: entry.needsComplement,
    only: ONLY_BEFORE[stem],
    doubts: doubtsOf(reading, spelled),
    isJoining: JOINING_HEADS.has(spelled),
    isOfMatters: OF_MATTERS.has(spelled),
    isOfMembers: OF_MEMBERS.has(spelled),
    isPart: PARTS.has(spelled),
    isParty: spelled === 'حزب',
    isFirm: FIRMS.has(spelled),
    takesChain: JOINING_HEADS.has(spelled) || spelled === 'شركه',
    isOfStates: OF_STATES.has(stem),
    isFighting: FIGHTING.has(stem),
    alone: { key: alone.key, name: shownWithArticle(alone.name, reading) },
  }
}

/** «للقيادة» leaves «لقيادة», and «للجنة» «لجنة», when the preposition is cut off: shown, they are «القيادة», «اللجنة». */
export function shownWithArticle(name: string, { article, stem }: Reading): string {
  if (!article || !name.startsWith('ل')) return name
  return stem.startsWith('ل') ? `ال${name}` : `ا${name}`
}

/** Whether a word calls people, armed or not: «المهربين». */
export const arePeople = perWord(({ key }) => {
  const kind = vocabulary().groups.get(key.replace(/^ال/, ''))?.entry.kind
  return kind === 'armed' || kind === 'people'
})
