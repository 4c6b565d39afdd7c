/** Words of saying, as they are written: verbs with what is joined to them, participles («مؤكدا»), nouns («تصريحات», «قوله»). */
import { verbCandidates } from '../lexicon/finite.ts'
import type { VerbForm } from '../lexicon/inflection.ts'
import { load } from '../lexicon/load.ts'
import type { SpeechWord } from '../lexicon/schema.ts'
import { vocabulary } from '../lexicon/vocabulary.ts'
import { bare, readings, withoutPronoun } from '../text/clitics.ts'
import { isPreposition } from '../text/document.ts'
import { fold } from '../text/fold.ts'
import type { Token } from '../text/tokens.ts'
import { perWord } from '../text/word.ts'
import { type Speech, speechOf } from './speech.ts'

const keys = (words: string) => new Set(words.trim().split(/\s+/).map(fold))

export interface Saying {
  entry: Speech
  /** Folded letters of «و» or «ف» before it. */
  conjunction: 0 | 1
}

export interface VerbOfSaying extends Saying {
  subject: VerbForm['subject']
  tense: VerbForm['tense']
  /** With the lam of purpose («لتؤكد»): nothing is said. */
  purpose: boolean
}

export interface NounOfSaying extends Saying {
  /** «مؤكدا», «مشيرة»: said of whoever acts in its clause. */
  participle: boolean
  /** Spelled like a masdar, a participle only beside a comma: «…، مطالبة بسحب القوات». */
  onlyBeside?: true
  feminine: boolean
  /** «محذرين»: of several, or of two. */
  plural: boolean
  /** «قوله», «تصريحاتها»: its owner is named before. */
  owned: boolean
}

/** The verb of saying that a word is, or undefined. */
export const verbOfSaying = perWord(({ kind, key, text }): VerbOfSaying | undefined => {
  if (kind !== 'word' || text.endsWith('ة')) return undefined
  const speech = vocabulary().speech
  for (const conjunction of (key.length > 3 || /^و.\u0651?.\u0651/.test(text)) && /^[وف]/.test(key)
    ? ([0, 1] as const)
    : ([0] as const)) {
    const word = key.slice(conjunction)
    for (const form of verbCandidates(word)) {
      // «لم يجب»: a shortened form is one of a negated verb, which says nothing; «يجب» is another verb.
      const hit = speech.get(form)?.find((f) => f.kind === 'verb' && !f.verb?.jussive)
      // «الحكم» is no «ألح» with a pronoun; «أعتقد» is of the first person, and its past begins with a bare alef.
      if (form !== word && /^[وف]?ال/.test(text)) continue
      if (hit?.verb && /^[وف]?أ/.test(text) && hit.entry.verb?.past.startsWith('ا')) return undefined
      // «تنصلا من المسؤولية»: its masdar with an accusative ending, spelled like the dual.
      if (hit?.verb && word.endsWith('ا') && hit.entry.masdars.some((masdar) => fold(masdar) === word.slice(0, -1)))
        return undefined
      // «وردت إلى»: without its doubling sign «رد» behind «و» is spelled like «ورد».
      if (hit && conjunction === 1 && speechOf(hit.entry).lemma === 'رد' && !text.includes('\u0651')) continue
      if (hit?.verb)
        return {
          entry: speechOf(hit.entry),
          conjunction,
          subject: hit.verb.subject,
          tense: hit.verb.tense,
          purpose: word.startsWith('ل') && !form.startsWith('ل'),
        }
    }
  }
  return undefined
})

/** Of titles and texts, not of what somebody says: they open no quote. */
const WORKS =
  keys(`رواية روايات حكاية حكايات مقال مقالات مقابلة حوار كلمة خطاب رسالة رسائل شعر شكوى شكاوى رد ردود رأي آراء خبر أخبار كتابة
  ذكر أمل دراسة دراسات أرقام طلب شرط شروط نقل لفت كشف وصف قسم سرد قول وعد قلق لوم حكم`)

/** «مؤكدا», «نافية», «مشيرين»: accusative participles of the words of saying. */
let participles: ReadonlyMap<string, Participle> | undefined
interface Participle {
  entry: Speech
  feminine: boolean
  plural: boolean
  onlyBeside?: true
}
function participleForms(): NonNullable<typeof participles> {
  if (participles === undefined) {
    const found = new Map<string, Participle>()
    const add = (form: string, entry: Speech, feminine: boolean, plural: boolean) => {
      if (found.has(form) || NO_PARTICIPLE.has(form)) return
      found.set(form, { entry, feminine, plural, ...(LIKE_MASDAR.has(form) && { onlyBeside: true as const }) })
    }
    for (const entry of load('speech-words.json')) {
      const speech = speechOf(entry)
      for (const stem of participleStems(entry)) {
        add(`${stem}ا`, speech, false, false)
        add(`${stem}ه`, speech, true, false)
        add(`${stem.replace(/ي$/, '')}ين`, speech, false, true)
      }
    }
    participles = found
  }
  return participles
}

/** Active participles without their ending: as listed, and of the derived forms by their present («يؤكد» → «مؤكد»). */
function participleStems(entry: SpeechWord): string[] {
  const listed = entry.nouns
    .map(fold)
    .filter((noun) => /^(?:م.{3,}|قاءل|نافي|لافت|داعي|واصف|زاعم|كاشف|حاث|امل|جازم)ا$/.test(noun))
  const derived = entry.verb && fold(entry.verb.past).length >= 4 ? [`م${fold(entry.verb.present).slice(1)}`] : []
  return [...listed.map((noun) => noun.slice(0, -1)), ...derived]
}

/** Nouns that are spelled like the feminine of such a participle, or its plural. */
const NO_PARTICIPLE = keys(
  'مدينة مذكرة مبينة مقابلة مسجلة مواصلة محادثة معلقة متابعة مجيبة مظهرة مؤمنين معلقين متابعين مسجلين',
)
/** Spelled like the masdar of form III, or like what is passive: «متهمة بالقتل», «مقسمة إلى ثلاثة». */
const LIKE_MASDAR =
  keys(`مجددا مجددة مطالبة مناشدة مناقضة مخاطبة مهاجمة مراهنة مقسمة مثبتة مفيدة ملزمة محتملة مفترضة منتظرة متصورة متداولة متناقلة
  مهددة متهمة محملة مستبعدة مقسمين مثبتين مفيدين ملزمين محتملين مفترضين منتظرين متصورين متداولين مهددين متهمين محملين مستبعدين`)

/** The noun or participle of saying that a word is, or undefined. */
export const nounOfSaying = perWord(({ kind, key, text }): NounOfSaying | undefined => {
  if (kind !== 'word') return undefined
  const speech = vocabulary().speech
  for (const reading of readings(key)) {
    if (reading.preposition === 'ك') continue
    const conjunction: 0 | 1 = reading.conjunction === '' ? 0 : 1
    const said = reading.article || reading.preposition !== '' ? undefined : participleForms().get(reading.stem)
    // «أملا في» is hope, «آملا» says so.
    if (said && (!said.feminine || text.endsWith('ة')) && !/^[وف]?أمل/.test(text))
      return { ...said, conjunction, participle: true, owned: false }
    const plain = speech.get(reading.stem)?.find((f) => f.kind !== 'verb')
    const number = { conjunction, participle: false, plural: false }
    if (plain) return { ...number, entry: speechOf(plain.entry), feminine: text.endsWith('ة'), owned: false }
    const stem = reading.article || text.endsWith('ة') ? undefined : withoutPronoun(reading.stem)
    // «دعوتها», «مطالبته»: before a pronoun ta marbuta is written open.
    const forms = stem === undefined ? undefined : (speech.get(stem) ?? speech.get(stem.replace(/ت$/, 'ه')))
    const owned = forms?.find((f) => f.kind !== 'verb')
    if (
      owned &&
      (!(WORKS.has(stem!) || WORKS.has(stem!.replace(/ت$/, 'ه'))) || /^قول(?:ه|ها|هم|هما)$/.test(reading.stem))
    )
      return { ...number, entry: speechOf(owned.entry), feminine: key.endsWith('ها'), owned: true }
  }
  return undefined
})

/**
 * The noun or participle of saying at a token, its neighbours looked at: behind a preposition («في مدينة») or as the second noun of a
 * construct a participle is none, and beside a comma what is spelled like a masdar is one.
 */
export function sayingNounAt(tokens: readonly Token[], at: number): NounOfSaying | undefined {
  const noun = nounOfSaying(tokens[at]!)
  if (noun === undefined || !noun.participle) return noun
  const before = tokens[at - 1]
  if (before !== undefined && noun.conjunction === 0 && isPreposition(before)) return undefined
  if (noun.onlyBeside && !(before?.kind === 'mark' && /^[،,؛–-]$/.test(before.text)))
    return { ...noun, participle: false }
  return noun
}

const isDirected = perWord(({ key }) => /^(?:وجه(?:ه|ته|ها|تها)|[يت]وجه(?:ه|ها))$/.test(key))

/** Whether «وهو اتهام وجهته» stands at a token: what somebody says of what stands before. */
export const isDirectedSaying = (tokens: readonly Token[], at: number): boolean =>
  /^و?ه[وي]$/.test(tokens[at]?.key ?? '') &&
  tokens[at + 2] !== undefined &&
  isDirected(tokens[at + 2]!) &&
  nounOfSaying(tokens[at + 1]!) !== undefined

/** Whether a noun of saying can open a quote or a clause of what is said. */
export const saysSomething = perWord(({ key }) => readings(key).every((reading) => !WORKS.has(reading.stem)))

/** «أن», «إن», «بأن» and the same with the subject of what is said. */
export const THAT: ReadonlySet<string> = keys(
  'أن أنه أنها أنهم أنهما أني أننا إن إنه إنها إنهم إنني إني إننا بأن بأنه بأنها بأنهم بأننا',
)

/** Whether a token is one of those, or «ألا», which is «أن» and «لا». */
export const isThat = perWord(({ key, text }) => THAT.has(key) || /^[وف]?ب?أل[\u064E\u0651]*ا$/.test(text))

/** Verbs whose object is whom they are said to: one noun phrase behind them may be either. */
export const ADDRESSING: ReadonlySet<string> = keys(
  'دعا طالب حث حض ناشد اتهم حذر أبلغ أخبر أنذر ألزم أمر نصح نبه لام خاطب هاجم حمل خون شكر سأل',
)

/** Forms that, without a subject, say that it is said by nobody in particular («يُعتقد أن», «قيل إن»). */
const IMPERSONAL = keys('يعتقد يقال قيل يتوقع يرجح يخشى يزعم يظن أفيد ينتظر يحتمل يفترض اعتقد')
/** «يذكر أن», «يشار إلى أن»: the reporter recalls it; nobody else says so. */
const REMINDING = keys('يذكر يشار يلاحظ يعرف')

export const isImpersonal = (key: string): boolean => IMPERSONAL.has(key.replace(/^[وف](?=.{3})/, ''))
export const isReminding = (key: string): boolean => REMINDING.has(key.replace(/^[وف](?=.{3})/, ''))

/** Heads of noun phrases that say things without a name: «مصادر أمنية», «تقارير», «مسؤول». */
const SOURCES =
  /^(?:مصدر|مصادر|شهود|شاهد|مراقب|مراقبون|مراقبين|اخرون|اخرين|وكاله|وكالات|صحيفه|صحف|وساءل|بيان|بيانات|تقرير|تقارير|مسءول|مسءوله|مسءولون|مسءولين|احصاءات|احصاءيات|ناشط|ناشطون|ناشطين|خبير|خبراء|محلل|محللون|محللين|دراسه|دراسات|مسعفون|مسعفين|اطباء|طبيب|سكان|اهالي|قناه|اذاعه|تلفزيون|موقع|مواقع|متحدث|متحدثه|ناطق|ناطقه|دبلوماسي|دبلوماسيون|دبلوماسيين|ضابط|ضباط|محام|محامي|محامون|مراسل|مراسلو|اوساط|جهات|جهه|دواءر|مجله|منظمات|معلومات|انباء|اعلام|استطلاع|عضو|اعضاء|نواب|ناءب|موظف|قاءد|قياده|مدير|رجل|امراه|مواطن|مواطنون|لاجءون|ناجون|ناجين|ناج|والد|والده|شقيق|زوجه|قريب|اقارب|عاءله|محكمه|نيابه|شرطه|كاتب|باحث|باحثون|عسكري|عسكريون|قيادي|قياديون|قياديين|حاكم|مصدران|مصدرين|لاءحه|تحريات|تحقيقات|محضر|محاضر|وثيقه|وثاءق|شهادات|رواه|سجلات|مديريه|نقابه|نقابات|هيءه|جمعيه|رابطه)ا?$/

/** Whether a folded word, without its article, heads a noun phrase that can say something. */
export const isSource = (stem: string): boolean => SOURCES.test(stem)

/** The same of a word with its article. */
export const isSourceHead = perWord(({ key }) => isSource(bare(key)))
