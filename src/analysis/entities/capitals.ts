/** A capital that stands for its government: «رفضت باريس», «موقف موسكو», «بين واشنطن وطهران»; in «في باريس» it is the town. */
import { isFiniteVerb } from '../lexicon/finite.ts'
import { load } from '../lexicon/load.ts'
import { names } from '../lexicon/names.ts'
import { bare } from '../text/clitics.ts'
import type { Document } from '../text/document.ts'
import { fold } from '../text/fold.ts'
import { perWord } from '../text/word.ts'
import type { Mention } from './mention.ts'

const keys = (words: string) => new Set(words.trim().split(/\s+/).map(fold))

let loaded: ReadonlyMap<string, string> | undefined
/** Id of a capital → its state's country code. */
export function capitals(): ReadonlyMap<string, string> {
  loaded ??= new Map(
    load('states.json').flatMap(({ id, capital }) => (capital ? [[`place:${capital}@${id}`, id] as const] : [])),
  )
  return loaded
}

/** What a town does, or what befalls it: no act of a government. */
const OF_TOWNS =
  keys(`شهدت تشهد عرفت تعرف عاشت تعيش احتضنت تحتضن استضافت تستضيف ستحتضن ستستضيف ستشهد دخلت سقطت غرقت اهتزت تعرضت تتعرض كانت أصبحت
  باتت ظلت تحولت هزت ضربت وصلت بلغت غادرت زارت تبعد تقع تضم قصفت دمرت حوصرت احتلت تحررت استيقظت خرجت`)
/** Nouns that have a government as their owner. */
const OF_GOVERNMENTS =
  keys(`موقف مواقف رد ردود سياسة سياسات قرار مقترح مقترحات رفض دعم موافقة حلفاء حليف حليفة علاقات علاقة مطالب ضغوط اتهامات اتهام تهديدات
  شروط التزام تعهد تعهدات سفير سفيرة مصالح رغبة إصرار تحفظ تحفظات مخاوف نفوذ دور خصوم أعداء عدو شريك شركاء استعداد إرادة قلق بمبادرة مبادرة وساطة جهود حكومة
  إدارة رؤية تصريحات بيان قيادة تدخل عقوبات جر دفع إجبار إرغام إقناع ابتزاز عزل مطالبة دعوة حث ثني تحذير تهديد إلزام حذو نهج تعنت تصلب إحجام امتناع عجز`)
/** Prepositions behind which powers stand toward one another. */
const BETWEEN_POWERS = keys('مع ضد تجاه بين حيال إزاء على لدى قبل رفقة برفقة أمام')
/** What is given, allowed or said to a power: «شاكرا لباريس», «مساعداتها لبرلين», «يسمح لروما بـ». */
const GIVEN =
  /^[وفب]?(?:ال)?(?:[يت]?سمح|سمحت|سماح|شكر|[يت]شكر|شاكر|سدد|[يت]سدد|تسديد|مساعد|دعم|[يت]?منح|منحت|قدم|[يت]قدم|تقديم|رسال|انذار|تحذير|توفير|بيع|تصدير|امتنان|ولاء|حليف|مواليه?|معاد|معارض|مناهض|موءيد|تابع|داعم|وعد|تعهد|تنازل|وفر|[يت]وفر|[يت]?تيح|اتاح)(?:ه|ا|ت|ات|ين|ون|ها|هم|اته|اتها|اتهم|ته|تها)?$/
/** Papers that are sent to a power: «مذكرتين وجهتهما إلى باريس». */
const PAPERS =
  /^[وفبل]?(?:ال)?(?:مذكر|رسال|دعو|طلب|انذار|تحذير|برقي|خطاب|احتجاج|ملف|وجه|[يت]وجه|احال|احالت|[يت]حيل)(?:ه|ا|ت|ات|تين|ين|ها|هم|تهما|هما|ته|تها|ته)?$/
const BEFORE_ACT = /^(?:لن|لم|لا|قد|سوف|ما)$/
/** Behind these a town is a place: «في باريس», «مدينة باريس». */
const PLACING =
  keys(`في من إلى قرب عبر نحو داخل خارج وسط حول شمال جنوب شرق غرب شمالي جنوبي شرقي غربي مدينة العاصمة عاصمة مطار ميناء ضواحي ضاحية شوارع سكان
  محيط أحياء ريف محافظة ولاية جامعة ساحة وسطها مؤتمر قمة اتفاق اتفاقية لقاء اجتماع إعلان معرض بورصة صحيفة`)

const feminineVerb = perWord((word) => {
  const key = word.key.replace(/^[وف](?=.{3})/, '')
  return (
    isFiniteVerb({ word } as never) &&
    (/^(?:س|ل)?ت.{2}/.test(key) || /ت(?:ه|ها|هم|هما|نا|ني)?$/.test(key)) &&
    !OF_TOWNS.has(key)
  )
})

const OWNED_PREPOSITION = /^(?:ب|ل|في|علي|الي|من|عن)(?:ه|ها|هم|هما)$/
const ASKING = /^[وف]?(?:[تي]?طلب|طلبت|[تي]لتمس|التمس|التمست|[تي]نتظر|انتظر|انتظرت|انتزع|انتزعت)$/

/** A verb of asking within a few words before, with nothing but its subject between. */
function isAsked({ tokens, opens }: Document, from: number): boolean {
  for (let at = from; at >= 0 && from - at < 4 && tokens[at]!.kind === 'word'; at--) {
    if (ASKING.test(tokens[at]!.key)) return true
    if (opens[at] === 1) return false
  }
  return false
}

/** «فيما تدرس الدوحة»: a verb that the lexicon does not know, where a clause opens. */
function mayBeFeminineVerb({ tokens, opens }: Document, at: number): boolean {
  const token = tokens[at]!
  const before = tokens[at - 1]
  if (!/^[وف]?ت.{3,4}$/.test(token.key) || token.text.endsWith('ة') || OF_TOWNS.has(token.key)) return false
  return before !== undefined && opens[at] === 0 && CLAUSE_OPENERS.has(before.key)
}

const CLAUSE_OPENERS = keys('فيما بينما حيث كما إذ لكن ولكن أن وأن')

/** Towns that stand for a government and are no capital, or not of all that news means by them. */
const SEATS: ReadonlyMap<string, string> = new Map([
  ['place:تل أبيب@ISR', 'ISR'],
  ['place:رام الله@PSE', 'PSE'],
])
const BRUSSELS = 'place:بروكسل@BEL'

/** «رفضت بروكسل»: the European Union, where nobody speaks of Belgium. */
function asUnion(mention: Mention, mentions: readonly Mention[]): Mention | undefined {
  const union = mention.key === BRUSSELS ? names().byId.get('org:eu') : undefined
  if (union === undefined || mentions.some(({ key }) => key === 'state:BEL')) return undefined
  return { ...mention, type: union.type, via: 'authority', key: union.id, name: union.name, country: undefined }
}

/** The same mentions in order; a capital that acts is a mention of its state. */
export function readCapitals(document: Document, mentions: readonly Mention[]): readonly Mention[] {
  let result: Mention[] | undefined
  for (let k = 0; k < mentions.length; k++) {
    const mention = mentions[k]!
    const country =
      mention.via === 'name' && mention.type === 'place'
        ? (capitals().get(mention.key) ?? SEATS.get(mention.key))
        : undefined
    const state = country === undefined ? undefined : names().states.get(country)
    if (state === undefined) continue
    const before = k === 0 ? undefined : (result ?? mentions)[k - 1]
    if (!standsForGovernment(document, mention, before)) continue
    result ??= [...mentions]
    result[k] = asUnion(mention, mentions) ?? {
      ...mention,
      type: 'state',
      via: 'authority',
      key: state.id,
      name: state.name,
      country: country!,
    }
  }
  return result ?? mentions
}

/** «داعية باريس إلى», «مطالبا طهران بـ»: whom a participle addresses. */
const ADDRESSING_PARTICIPLE = /^[وف]?(?:داعي|مطالب|متهم|محذر|مناشد|حاث|منتقد|مهدد|محمل)(?:ا|ه|ين)$/
/** «اتهم الوزير باريس بـ»: verbs whose object is somebody they are said to. */
const ADDRESSING_VERB =
  /^[وف]?س?[يت]?(?:ا?تهم|دعا|دعت|دعو|طالب|ناشد|حث|حذر|ا?نتقد|هدد|ابلغ|بلغ|شكر|حمل|ادان|دين|وبخ)(?:ت|وا|ون)?$/
/** «سحبت سفيرها من باريس»: whoever sends envoys to a town sends them to its government. */
const ENVOY = /^(?:سفير|سفراء|مبعوث|دبلوماسيي|بعثت|قنصل)(?:ه|ها|هم)$/

const PRESSING = /^[وف]?[يت]?(?:عرض|ضغط|اعترض)ت?$/
const JOINING = /^[وف]?[يت]?(?:نضم|انضمت?)$/
const PROTESTING = /^[وف]?(?:[يت]?حتج|احتجت?|احتجاج|احتجاجا|شكوي)$/

/** Whether what stands right before a capital has a government behind it. */
function isAddressed(document: Document, at: number, before: Mention | undefined): boolean {
  const { tokens } = document
  const key = (i: number) => tokens[i]?.key ?? ''
  if (ADDRESSING_PARTICIPLE.test(key(at - 1))) return true
  if ((key(at - 1) === 'من' || key(at - 1) === 'الي') && ENVOY.test(key(at - 2))) return true
  if (key(at - 1) === 'عن' && /^[وف]?[يت]?صدرت?$/.test(key(at - 2))) return true
  if (key(at - 1) === 'علي' && isNear(document, at - 2, PRESSING)) return true
  if (key(at - 1) === 'الي' && isNear(document, at - 2, JOINING)) return true
  // «احتجت طرابلس لدى روما».
  if (key(at - 1) === 'لدي' && isNear(document, at - 2, PROTESTING)) return true
  // «اتهم المتحدث باسم الجيش باريس بـ…».
  const ends = before !== undefined && before.type !== 'place' ? before.to : undefined
  const from = before === undefined ? 0 : (before.titleFrom ?? before.from)
  return ends === at && ADDRESSING_VERB.test(key(from - 1))
}

const OPENS_QUOTE = /^[«"“]$/
/** What is said of powers. */
const OF_POWERS =
  /^(?:ال)?(?:ملتزمه|مستعده|حريصه|قلقه|عازمه|مصممه|جاده|منفتحه|مقتنعه|راضيه|مصره|متمسكه|رافضه|موافقه|جاهزه|معنيه|مسءوله|ساعيه|متحفظه|طامحه|متهمه|حليفه|داعمه)$/

/** Whether one of the last few words before a token in its clause is of a kind. */
function isNear({ tokens, opens }: Document, from: number, kind: RegExp): boolean {
  for (let at = from; at >= 0 && from - at < 4 && tokens[at]!.kind === 'word'; at--) {
    if (kind.test(tokens[at]!.key)) return true
    if (opens[at] === 1) return false
  }
  return false
}

/** «باريس لن تشارك», «باريس قد رفعت», «باريس كان لها رأي», «باريس، الحريصة على …،»: it acts, or is told to be as powers are. */
function actsBehind({ tokens }: Document, to: number): boolean {
  const [next, second] = [tokens[to], tokens[to + 1]]
  if (next === undefined || second === undefined) return false
  if (BEFORE_ACT.test(next.key)) return feminineVerb(second)
  if (next.key === 'كان' || next.key === 'كانت') return second.key === 'لها'
  return (next.text === '،' || next.text === '(') && OF_POWERS.test(second.key)
}

const TIES = /^(?:علاقات|علاقه|علاقاتها|علاقاته|صلات|صلاتها|علاقتها|علاقته)$/

function standsForGovernment(document: Document, mention: Mention, before: Mention | undefined): boolean {
  const { tokens } = document
  const previous = tokens[mention.from - 1]
  const next = tokens[mention.to]
  // «علاقات وثيقة بطرابلس».
  if (mention.preposition === 'ب') return isNear(document, mention.from - 1, TIES)
  if (mention.preposition === 'ل') return isNear(document, mention.from - 1, GIVEN)
  if (mention.preposition !== '') return false
  // «بين باريس وبرلين», «الاتحاد الأوروبي وباريس»: as the one before.
  if (mention.conjunction === 'و' && before !== undefined && before.to === mention.from)
    return before.type === 'state' || (before.type === 'organization' && before.via === 'name')
  // «طلبت من باماكو», «رفضت طلبا تقدمت به باريس»: of whom something is asked; the one who did it behind its preposition.
  if (previous?.key === 'من' && isAsked(document, mention.from - 2)) return true
  if (
    OWNED_PREPOSITION.test(previous?.key ?? '') &&
    tokens[mention.from - 2] &&
    feminineVerb(tokens[mention.from - 2]!)
  )
    return true
  if (isAddressed(document, mention.from, before)) return true
  if (/^(?:الي|علي)$/.test(previous?.key ?? '') && isNear(document, mention.from - 2, PAPERS)) return true
  if (previous?.kind === 'word' && PLACING.has(previous.key)) return false
  if (previous?.kind === 'word') {
    if (feminineVerb(previous) || mayBeFeminineVerb(document, mention.from - 1)) return true
    if (BETWEEN_POWERS.has(previous.key.replace(/^و/, '')))
      return previous.key.endsWith('بين')
        ? joinsAnother(document, mention.to)
        : !/^(?:علي|قبل|لدي)$/.test(previous.key) || isLoaded(document, mention.from)
    if (OF_GOVERNMENTS.has(previous.key.replace(/^[وفبل](?=.{2})/, ''))) return true
  }
  // «اتهمت موسكو واشنطن بـ…».
  if (before?.type === 'state' && before.via === 'authority' && before.to === mention.from) return true
  if (actsBehind(document, mention.to)) return true
  if (next === undefined) return false
  const verb = OPENS_QUOTE.test(next.text) ? tokens[mention.to + 1] : next
  if (verb?.kind !== 'word') return false
  // «إن القاهرة ملتزمة», «لأن باريس حريصة على»: what is said of it is said of a power.
  if (/^(?:و?ان|لان|بان)$/.test(previous?.key ?? '') && OF_POWERS.test(next.key)) return true
  if (!feminineVerb(verb)) return false
  // «باريس رفضت», «أما موسكو فأكدت», «أن برلين ستموله»: it leads its clause.
  return (
    previous === undefined ||
    previous.kind === 'mark' ||
    /^(?:و?اما|و?ان|فان|لان|بان|لكن|ولكن|كان|وكان|بينما|فيما|حيث|كما|التي|الا|اذ|ثم|كانت|وكانت)$/.test(previous.key) ||
    mention.conjunction !== ''
  )
}

/** «العقوبات على موسكو», «من قبل باريس»: behind what only a power has. */
function isLoaded(document: Document, at: number): boolean {
  const [first, second] = [document.tokens[at - 2]?.key ?? '', document.tokens[at - 1]?.key ?? '']
  if (second === 'قبل') return first === 'من'
  return second === 'علي' && /^(?:العقوبات|عقوبات|الضغط|ضغوط|الضغوط|ضغوطا|الحصار|حصارا|الرد|ردا|الحرب)$/.test(first)
}

/** «بين باريس وبرلين», «بين واشنطن وإيران»: with another power, not a road between two towns. */
function joinsAnother(document: Document, at: number): boolean {
  const next = document.tokens[at]
  if (next === undefined || !/^و.{2}/.test(next.key)) return false
  const name = next.key.slice(1)
  return (names().byFirstWord.get(bare(name)) ?? []).some(
    ({ words, entity }) => words.length === 1 && (entity.type === 'state' || capitals().has(entity.id)),
  )
}
