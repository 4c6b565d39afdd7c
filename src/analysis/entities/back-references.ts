/** Words that take up somebody named before, joined to whom they mean: «الحركة», «المصدر», «الأخير», «البلدان». */
import { names } from '../lexicon/names.ts'
import { perPhrase } from '../text/phrase.ts'
import { accusedOf, isAccused } from './accused.ts'
import type { Mention } from './mention.ts'
import { keyOfPhrase } from './phrase-keys.ts'

/** A country named less often is not where the news is from. */
const FEWEST_AT_HOME = 3
/** «الأخير» and the like mean nobody further back, in tokens. */
const REACH = 90
/** Nouns by which any armed group may be taken up. */
const MILITIA: ReadonlySet<string> = new Set(['مليشي', 'مليشيا', 'ميليشي', 'ميليشيا'].map((key) => `text:${key}`))
const FOR_ARMED = ['جماعه', 'تنظيم', 'حركه']

/** The head nouns under which one of the lexicon may be taken up («الحلف» for NATO): those of its names. */
const headsOf = perPhrase((id): readonly string[] => {
  const known = names().byId.get(id)
  if (known === undefined) return []
  const heads = [known.name, ...known.aliases]
    .map((name) => keyOfPhrase(name).split(' '))
    .filter((words) => words.length > 1)
    .map((words) => words[0]!)
  return [...new Set([...heads, ...(known.type === 'armed-group' ? FOR_ARMED : [])])]
})

/** Gives each mention that takes up somebody the key of whom it means; one that finds nobody keeps its own. */
export function joinBackReferences(mentions: readonly Mention[], text: string): void {
  const lastByHead = new Map<string, Mention>()
  const lastOfKind = new Map<string, Mention>()
  const groupByHead = new Map<string, Mention>()
  const seen: Mention[] = []
  let pair: Pair | undefined
  let home: { country: string | undefined } | undefined
  let accused: { person: Mention | undefined } | undefined
  for (let at = 0; at < mentions.length; at++) {
    const m = mentions[at]!
    if (m.again === 'last') takeUpLast(m, seen)
    else if (m.again === 'people') takeUpPeople(m, seen)
    else if (m.again === 'two' || m.again === 'two states' || m.again === 'two persons') {
      pair = takeUpTwo(m, seen, pair, mentions[at + 1])
    } else if (m.again === 'head') {
      // «الجماعة» is rather the one called «جماعة …» than any other.
      const head = m.key.slice('text:'.length)
      joinTo(m, lastByHead.get(head) ?? lastOfKind.get(head))
    } else if (m.via === 'group') {
      const calling = callingOf(m.name)
      if (calling.isAccused) accused ??= { person: accusedOf(mentions, text) }
      const person = calling.isAccused ? accused?.person : undefined
      // «المليشيا»: the armed group that was named.
      const armed = lastOfKind.get(FOR_ARMED[0]!)
      if (person && person.from < m.from) joinTo(m, person)
      else if (armed && MILITIA.has(m.key)) joinTo(m, armed)
      else joinGroup(m, calling, groupByHead)
    } else {
      joinBody(m, lastByHead, lastOfKind, text)
      if (isBareAuthority(m)) {
        home ??= { country: homeOf(mentions) }
        joinToState(m, home.country)
      }
    }
    if (!m.onlyAgain || m.again === undefined) seen.push(m)
  }
}

/** «الهيئة» after «الهيئة الوطنية المستقلة», «الحلف» after «الناتو»: a body by its head means the last one so named. */
function joinBody(m: Mention, lastByHead: Map<string, Mention>, lastOfKind: Map<string, Mention>, text: string): void {
  if (m.via !== 'body' && m.via !== 'authority' && m.type !== 'organization' && m.type !== 'armed-group') return
  const { key, head, isAlone, isArmy, beginnings } = bodyWords(text.slice(m.span.start, m.span.end))
  if (isAlone && m.via === 'body') {
    joinTo(m, lastByHead.get(head) ?? lastOfKind.get(head))
    return
  }
  const whole = m.via === 'body' ? lastByHead.get(key) : undefined
  if (whole) {
    joinTo(m, whole)
    return
  }
  if (isArmy) {
    const army = lastByHead.get('جيش')
    if (army !== undefined && (m.country === undefined || army.country === undefined || m.country === army.country)) {
      joinTo(m, army)
      return
    }
    lastByHead.set('جيش', m)
  }
  if (m.via !== 'name' || !isAlone) lastByHead.set(head, m)
  for (const beginning of beginnings) lastByHead.set(beginning, m)
  if (m.via === 'name') for (const known of headsOf(m.key)) lastOfKind.set(known, m)
}

/** What a body is called, folded. */
interface BodyWords {
  key: string
  head: string
  isAlone: boolean
  isArmy: boolean
  /** «قوة الإسناد» of «قوة الإسناد البحري»: its words from the first on, two at least, short of all. */
  beginnings: readonly string[]
}

const bodyWords = perPhrase((phrase): BodyWords => {
  const key = keyOfPhrase(phrase)
  const words = key.split(' ')
  return {
    key,
    head: words[0]!,
    isAlone: words.length === 1,
    isArmy: isArmyOf(words),
    beginnings: words.slice(2).map((_, k) => words.slice(0, k + 2).join(' ')),
  }
})

/** «القوات المسلحة» are the army. */
const isArmyOf = ([head, which, whose, more]: readonly string[]): boolean =>
  head === 'قوات' && which === 'مسلحه' && (whose === undefined || (more === undefined && names().nisba.has(whose)))

/** «السلطات», «الحكومة» whose country no earlier one tells. */
const isBareAuthority = (m: Mention): boolean =>
  m.via === 'body' && /^text:(?:سلطات|حكومه(?: (?:فيدراليه|اتحاديه|مركزيه))?)$/.test(m.key)

/** «السلطات» in news of one country are those of it. */
function joinToState(m: Mention, country: string | undefined): void {
  const state = country === undefined ? undefined : names().states.get(country)
  if (state === undefined) return
  m.key = state.id
  m.name = state.name
  m.type = 'state'
  m.via = 'authority'
  m.country = country!
}

/** The country that most of an article's states, towns and bodies belong to, where one has more than half of them. */
export function homeOf(mentions: readonly Mention[]): string | undefined {
  const count = new Map<string, number>()
  let all = 0
  for (const { country } of mentions) {
    if (country === undefined) continue
    all++
    count.set(country, (count.get(country) ?? 0) + 1)
  }
  for (const [country, own] of count) if (own > all / 2 && own >= FEWEST_AT_HOME) return country
  return undefined
}

/** «المصدر» after «مصدر أمني», «المسلحون» after «مسلحون مجهولون»: people by their head noun. */
function joinGroup(m: Mention, { head, isTakenUp }: Calling, groupByHead: Map<string, Mention>): void {
  const last = isTakenUp ? groupByHead.get(head) : undefined
  if (last !== undefined) joinTo(m, last)
  else groupByHead.set(head, m)
}

/** What the name of a group says of whom it means. */
interface Calling {
  /** Its head noun, folded. */
  head: string
  /** «المصدر»: a noun alone, with the article. */
  isTakenUp: boolean
  isAccused: boolean
}

const callingOf = perPhrase((name): Calling => {
  const words = keyOfPhrase(name).split(' ')
  return {
    head: words[0]!,
    isTakenUp: words.length === 1 && name.startsWith('ال'),
    isAccused: isAccused(name),
  }
})

function joinTo(m: Mention, other: Mention | undefined): void {
  if (other === undefined) return
  m.key = other.key
  m.name = other.name
  m.type = other.type
  if (other.country) m.country = other.country
}

/** «الأخير»: the last one named who agrees in gender; not whoever stands inside an office. */
function takeUpLast(m: Mention, seen: readonly Mention[]): void {
  let best: Mention | undefined
  for (let i = seen.length - 1; i >= 0 && m.from - seen[i]!.to <= REACH; i--) {
    const other = seen[i]!
    if (other.via === 'nisba' || other.type === 'place' || other.plural || other.to > m.from) continue
    if (
      other.gender !== m.gender &&
      !(
        other.type === 'person' &&
        other.titleFrom === undefined &&
        other.gender === 'masculine' &&
        m.gender === 'masculine'
      )
    )
      continue
    if (best === undefined || other.to > best.to) best = other
  }
  joinTo(m, best)
}

/** «هؤلاء»: the last people told of, or the last armed group. */
function takeUpPeople(m: Mention, seen: readonly Mention[]): void {
  for (let i = seen.length - 1; i >= 0 && m.from - seen[i]!.to <= REACH; i--) {
    const other = seen[i]!
    if (other.to > m.from || (other.type !== 'armed-group' && !(other.type === 'group' && other.plural))) continue
    joinTo(m, other)
    return
  }
}

/** Two that were meant together before. */
interface Pair {
  first: Mention
  second: Mention
  at: number
}

const isOneOfTwo = (other: Mention, again: Mention['again']): boolean =>
  again === 'two states'
    ? other.type === 'state'
    : again === 'two persons'
      ? other.type === 'person'
      : other.type === 'state' ||
        ((other.type === 'organization' || other.type === 'armed-group') && other.via !== 'nisba')

/**
 * «البلدان», «الطرفان», «الوزيران»: two of one type who were meant together before, unless two others were named since; else the last two named. Whoever
 * stands right before («دعت عمان الطرفين») or behind («دعوة البلدين إيران إلى …») is none of them.
 */
function takeUpTwo(
  m: Mention,
  seen: readonly Mention[],
  last: Pair | undefined,
  next: Mention | undefined,
): Pair | undefined {
  const beside = [seen.findLast((other) => other.to === m.from)?.key, next?.from === m.to ? next.key : undefined]
  if (m.again === 'two states' && !(last && isOneOfTwo(last.first, m.again) && m.from - last.at <= 2 * REACH)) {
    const pair = twoMostNamed(m, seen, beside)
    if (pair) {
      joinTo(m, pair[0])
      m.also = pair[1].key
      return { first: pair[0], second: pair[1], at: m.from }
    }
  }
  let second: Mention | undefined
  for (let i = seen.length - 1; i >= 0 && m.from - seen[i]!.to <= 2 * REACH; i--) {
    const other = seen[i]!
    if (other.key === m.key || other.plural || beside.includes(other.key) || !isOneOfTwo(other, m.again)) continue
    if (second === undefined) second = other
    else if (other.key !== second.key) {
      const pair = last && takesUp(last, m, other, second) ? last : { first: other, second, at: m.from }
      joinTo(m, pair.first)
      m.also = pair.second.key
      return { ...pair, at: m.from }
    }
  }
  return last
}

/** Of more than two, one named less often is rather meant by its place in the text. */
const OFTEN = 2

/** The two states that are named oftenest shortly before, by name or as whose official somebody is; of two named alike, the later. */
function twoMostNamed(
  m: Mention,
  seen: readonly Mention[],
  beside: readonly (string | undefined)[],
): [Mention, Mention] | undefined {
  const found = new Map<string, { count: number; mention: Mention }>()
  for (let i = seen.length - 1; i >= 0 && m.from - seen[i]!.to <= REACH; i--) {
    const other = seen[i]!
    const state = other.type === 'state' ? other : asState(other)
    if (state === undefined || state.key === m.key || beside.includes(state.key)) continue
    const known = found.get(state.key)
    if (known) known.count++
    else found.set(state.key, { count: 1, mention: state })
  }
  const [first, second] = [...found.values()].sort((a, b) => b.count - a.count)
  if (first === undefined || second === undefined || (found.size > 2 && second.count < OFTEN)) return undefined
  return first.mention.from < second.mention.from ? [first.mention, second.mention] : [second.mention, first.mention]
}

/** The state whose official somebody is. */
function asState(m: Mention): Mention | undefined {
  const state = m.type === 'person' && m.role !== undefined && m.country ? names().states.get(m.country) : undefined
  return state && { ...m, key: state.id, name: state.name, type: 'state' }
}

/** Whether two are meant who were meant together before, and not the two that were named last. */
function takesUp(last: Pair, m: Mention, earlier: Mention, later: Mention): boolean {
  const { first, second, at } = last
  if (first.type !== second.type || !isOneOfTwo(first, m.again) || m.from - at > REACH) return false
  const isNew = ({ key, from }: Mention) => from > at && key !== first.key && key !== second.key
  return !(earlier.type === later.type && isNew(earlier) && isNew(later))
}
