import { vocabulary } from '../lexicon/vocabulary.ts'
import { isFunctionWord, nounReadings } from '../text/document.ts'
import { fold } from '../text/fold.ts'
import { perWord } from '../text/word.ts'

/** Heads of names in which two matters are joined by «و» («وزارة الشؤون الدينية والأوقاف»). */
export const JOINING_HEADS: ReadonlySet<string> = new Set([
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
export const OF_MEMBERS: ReadonlySet<string> = new Set(
  'نقابه اتحاد تنسيقيه رابطه جمعيه فيدراليه فدراليه كونفدراليه جامعه هيءه مجلس منتدي مرصد'.split(' '),
)

/** Heads only together with certain words: «كتابة الدولة» (a ministry in the Maghreb), «مكافحة الشغب» (riot police), «مصالح الأمن», «سلاح الجو». */
export const ONLY_BEFORE: Readonly<Record<string, readonly string[]>> = {
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
export const OF_STATES: ReadonlySet<string> = new Set(['نظام', 'جانب', 'طرف', 'خارجيه', 'دبلوماسيه', 'قضاء'])

/** Heads of what is a part of another body: «بعثة الأمم المتحدة». */
export const PARTS: ReadonlySet<string> = new Set(['بعثه', 'مكتب', 'قوات', 'قوه', 'لجنه', 'امانه', 'مجلس'])

/** Heads whose bodies fight. */
export const FIGHTING: ReadonlySet<string> = new Set(['تنظيم', 'كتيبه', 'لواء', 'سريه', 'فيلق', 'كتاءب', 'الويه'])

/** Broken plurals that call one body: a verb before them is feminine. */
const BROKEN_HEADS: ReadonlySet<string> = new Set(['مباحث', 'مصالح'])

/** The reading by which a word heads the name of a body or stands for an authority. */
export const bodyHead = perWord((word) => {
  if (word.kind !== 'word' || isFunctionWord({ word })) return undefined
  for (const reading of nounReadings({ word })) {
    const head = vocabulary().groups.get(reading.stem)
    // «كشركة»: what something is likened to.
    if (reading.preposition === 'ك' && !reading.article) continue
    if (head === undefined || (head.entry.kind !== 'body' && head.entry.kind !== 'authority')) continue
    // «للجنة»: of two lams one is the article's, as the noun begins with one too.
    const definite = reading.article || (reading.stem.startsWith('ل') && /^[وف]?لل/.test(word.key))
    const feminine =
      /(?:ه|ات)$/.test(reading.stem) ||
      BROKEN_HEADS.has(reading.stem) ||
      (head.plural && !/(?:ين|ون)$/.test(reading.stem))
    return {
      reading: definite === reading.article ? reading : { ...reading, article: definite },
      head,
      /** The head noun as the lexicon lists it, folded. */
      spelled: fold(head.entry.word),
      feminine,
    }
  }
  return undefined
})

/** A word as the head of a body's name. */
export type Head = NonNullable<ReturnType<typeof bodyHead>>

/** Heads behind which a person is who leads, not who gave the name: «بقيادة فلان», «حكومة فلان». */
export const LED: ReadonlySet<string> = new Set(['قياده', 'رءاسه', 'اداره', 'حكومه', 'نظام', 'قوات', 'مكتب', 'مجلس'])

/** Whether a word calls people, armed or not: «المهربين». */
export const arePeople = perWord(({ key }) => {
  const kind = vocabulary().groups.get(key.replace(/^ال/, ''))?.entry.kind
  return kind === 'armed' || kind === 'people'
})
