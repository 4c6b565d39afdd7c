/** Offices without a name: whoever of the article holds it, by what the article says of them or by what the lexicon knows. */
import { load } from '../lexicon/load.ts'
import { names } from '../lexicon/names.ts'
import { perPhrase } from '../text/phrase.ts'
import type { Mention } from './mention.ts'
import { keyOfPhrase } from './phrase-keys.ts'

interface Holder {
  key: string
  words: readonly string[]
  country: string | undefined
}

const PASSING = /^(?:سابق|سابقه|حالي|حاليه|جديد|جديده|منتخب|منتخبه|راحل|مختطف|محتجز|معتقل|مءقت|موءقت|اسبق|مستقيل|مقال)$/
/** An office, and whether it is a former one. */
const officeWords = perPhrase((role): readonly string[] =>
  keyOfPhrase(role)
    .split(' ')
    .filter((word) => !PASSING.test(word)),
)
const isFormer = (role: string) => / (?:السابق|السابقة|الأسبق|الراحل)(?: |$)/.test(role)

/** Gives each office without a name the key of its holder, where the article names one. Mentions in the order of the text. */
export function joinOffices(mentions: readonly Mention[], named: readonly Mention[], text: string): void {
  if (!mentions.some(({ via }) => via === 'title')) return
  let all: ReadonlyMap<string, readonly Holder[]> | undefined
  let held: ReadonlyMap<string, readonly KnownOffice[]> | undefined
  const soFar = new Map<string, Holder[]>()
  const headsOf = new Map<string, Set<string>>()
  const officials: Official[] = []
  for (const m of mentions) {
    if (m.type === 'person' && m.via === 'name') {
      register(soFar, m)
      registerRank(soFar, m, text)
      if (m.role !== undefined) headsOf.set(m.key, (headsOf.get(m.key) ?? new Set()).add(officeWords(m.role)[0]!))
      // «وقال بوريطة … وأكد الوزير»: whoever was named last, with his office or without.
      else for (const head of headsOf.get(m.key) ?? []) moveToEnd(soFar.get(head)!, m.key)
    }
    if (m.type === 'person' && m.via === 'name' && headsOf.has(m.key)) officials.push(m)
    if (m.via !== 'title') continue
    const words = asMinister(officeWords(m.name))
    let key = soFar.get(words[0]!)?.findLast((holder) => fits(holder, m, words))?.key
    if (key === undefined) {
      all ??= holdersOf(named)
      key = soleHolder(all, m, words)
    }
    if (key === undefined && m.country !== undefined && !isFormer(m.name)) {
      held ??= knownOfficesOf(named)
      key = holderInLexicon(held, m, words)
    }
    if (key === undefined && isAnyOfficial(m, words))
      key = officials.findLast((official) => official.country === m.country)?.key
    if (key !== undefined) m.key = key
    else if (ANY_OFFICIAL.has(words[0]!)) officials.push(m)
  }
}

/** Whoever of an office was told of, by name or by an office alone. */
type Official = Pick<Mention, 'key' | 'country'>

/** Words for whoever holds some office or is sent by somebody. */
const ANY_OFFICIAL: ReadonlySet<string> = new Set('مسءول مسءوله مبعوث مبعوثه موفد موفده دبلوماسي دبلوماسيه'.split(' '))

/** «المسؤول الجزائري» after «وزير الخارجية الجزائري فلان»: it says no more than whose official he is. */
function isAnyOfficial({ name, country }: Mention, words: readonly string[]): boolean {
  return (
    country !== undefined &&
    name.startsWith('ال') &&
    words.length === 2 &&
    ANY_OFFICIAL.has(words[0]!) &&
    names().nisba.get(words[1]!)?.entity.country === country
  )
}

const FOREIGN_MINISTER = ['وزير', 'خارجيه'] as const

/** «رئيس الدبلوماسية الجزائرية» is its minister of foreign affairs. */
function asMinister(words: readonly string[]): readonly string[] {
  return words[0] === 'رءيس' && words[1] === 'دبلوماسيه' ? FOREIGN_MINISTER : words
}

/** Lets the offices of one holder be told last. */
function moveToEnd(list: Holder[], key: string): void {
  const own = list.filter((holder) => holder.key === key)
  const others = list.filter((holder) => holder.key !== key)
  list.splice(0, list.length, ...others, ...own)
}

function holdersOf(named: readonly Mention[]): ReadonlyMap<string, readonly Holder[]> {
  const holders = new Map<string, Holder[]>()
  for (const m of named) register(holders, m)
  return holders
}

/** Before anybody was named with it, an office means its one holder of the whole article. */
function soleHolder(
  all: ReadonlyMap<string, readonly Holder[]>,
  m: Mention,
  words: readonly string[],
): string | undefined {
  let sole: string | undefined
  for (const holder of all.get(words[0]!) ?? []) {
    if (holder.key === sole || !fits(holder, m, words)) continue
    if (sole !== undefined) return undefined
    sole = holder.key
  }
  return sole
}

const RANKS: ReadonlySet<string> = new Set(
  'لواء عميد عقيد جنرال مقدم راءد نقيب فريق مشير ملازم مارشال ادميرال قاضي شيخ دكتور مهندس بروفيسور سفير'.split(' '),
)

/** «الناطق باسم الجيش العميد فلان»: the rank right before a name alone means him too, whoever bore it last. */
function registerRank(holders: Map<string, Holder[]>, { key, country, titleFrom, span }: Mention, text: string): void {
  if (titleFrom === undefined) return
  const rank = keyOfPhrase(text.slice(text.lastIndexOf(' ', span.start - 2) + 1, span.start).trim())
  if (!RANKS.has(rank)) return
  const others = (holders.get(rank) ?? []).filter((holder) => holder.key !== key)
  holders.set(rank, [...others, { key, words: [rank], country }])
}

/** Holders by the first word of their office, each office of a holder once, the one told last at the end. */
function register(holders: Map<string, Holder[]>, { key, role, country }: Mention): void {
  if (role === undefined) return
  const words = officeWords(role)
  const list = holders.get(words[0]!)
  if (list === undefined) {
    holders.set(words[0]!, [{ key, words, country }])
    return
  }
  const known = list.findIndex((holder) => holder.key === key && areSame(holder.words, words))
  if (known >= 0) list.push(...list.splice(known, 1))
  else list.push({ key, words, country })
}

const areSame = (one: readonly string[], other: readonly string[]): boolean =>
  one === other || (one.length === other.length && one.every((word, k) => word === other[k]))

function fits(holder: Holder, m: Mention, words: readonly string[]): boolean {
  if (m.country && holder.country && m.country !== holder.country) return false
  let at = 0
  for (const word of holder.words) if (at < words.length && word === words[at]) at++
  // «الرئيس النيجري» after «رئيس النيجر»: the state is the same.
  if (at > 0 && at === words.length - 1 && m.country !== undefined && m.country === holder.country)
    return names().nisba.get(words[at]!)?.entity.country === m.country
  return at === words.length
}

interface KnownOffice {
  words: readonly string[]
  country: string | undefined
}

let offices: ReadonlyMap<string, readonly KnownOffice[]> | undefined
/** Id of a person of the lexicon → offices held at any time. */
function knownOffices(): NonNullable<typeof offices> {
  if (offices === undefined) {
    const codes = new Map([...names().states.values()].map((state) => [state.name, state.country]))
    offices = new Map(
      load('people.json').map((person) => [
        `person:${person.name}`,
        person.offices.map(({ title, of }) => ({ words: officeWords(title), country: of ? codes.get(of) : undefined })),
      ]),
    )
  }
  return offices
}

/** The same for those whom an article names. */
function knownOfficesOf(named: readonly Mention[]): NonNullable<typeof offices> {
  const held = new Map<string, readonly KnownOffice[]>()
  for (const { key } of named) {
    const offices = knownOffices().get(key)
    if (offices !== undefined) held.set(key, offices)
  }
  return held
}

/** «الرئيس التونسي» beside a person of the article who the lexicon says was president of Tunisia. */
function holderInLexicon(
  held: ReadonlyMap<string, readonly KnownOffice[]>,
  { country }: Mention,
  words: readonly string[],
): string | undefined {
  const isMeant = (office: KnownOffice) =>
    office.country === country &&
    office.words.length === words.length - 1 &&
    office.words.every((word, i) => word === words[i])
  let sole: string | undefined
  for (const [key, offices] of held) {
    if (!offices.some(isMeant)) continue
    if (sole !== undefined) return undefined
    sole = key
  }
  return sole
}
