import { isFiniteVerb } from '../lexicon/finite.ts'
import { names } from '../lexicon/names.ts'
import { type GroupForm, type TitleForm, vocabulary } from '../lexicon/vocabulary.ts'
import type { Reading } from '../text/clitics.ts'
import { type Document, isFunctionWord, nounReadings, spanAfterClitics } from '../text/document.ts'
import { fold, offsetOfLetter } from '../text/fold.ts'
import { PREPOSITIONS } from '../text/function-words.ts'
import { lettersBeforeNumber, mayBeginNumber, numberAt } from '../text/numbers.ts'
import { evenlySpaced, perPhrase } from '../text/phrase.ts'
import type { Token } from '../text/tokens.ts'
import { perWord, type Word } from '../text/word.ts'
import { bodyAt, keyOfPhrase } from './bodies.ts'
import { describes, isMatter } from './body-ends.ts'
import { countryWithin } from './countries.ts'
import { knownNameAt } from './known.ts'
import type { Mention } from './mention.ts'
import {
  adjoins,
  hasPlainArticle,
  isCounted,
  isDefinite,
  isOfficeAdjective,
  isVerbKey,
  looksAdjectival,
} from './name-words.ts'
import { isOrigin, isThing } from './things.ts'

const LONGEST = 4

/** The readings by which a word calls people. */
const groupHeads = perWord((word): readonly { reading: Reading; head: GroupHead }[] => {
  if (word.kind !== 'word' || isFunctionWord({ word })) return []
  return nounReadings({ word }).flatMap((reading) => {
    // «كاميرات», «ولايات»: letters of the word, not «ك» and «و» before another.
    if (!reading.article && (reading.preposition === 'ك' || (reading.conjunction !== '' && reading.preposition !== '')))
      return []
    // «تقريب وجهات النظر»: its waw is its own.
    if (reading.conjunction === 'و' && OWN_WAW.has(`و${reading.stem}`)) return []
    const head = headOf(reading.stem)
    return head === undefined ? [] : [{ reading, head }]
  })
})

/** Whether a word may call people. */
export const mayCallPeople = (word: Word): boolean => groupHeads({ word }).length > 0

const OWN_WAW: ReadonlySet<string> = new Set(['وجهه', 'وجهات', 'وجها'])

interface GroupHead {
  plural: boolean
  armed: boolean
  needsComplement: boolean
  /** Of a singular: how many of them are called. */
  plurals?: string
}

const isFeminineNoun = perWord(
  (word) => /(?:ه|ات)$/.test(word.key) && !isFunctionWord({ word }) && !isFiniteVerb({ word }),
)
const describesThing = (before: Token | undefined): boolean => before !== undefined && isFeminineNoun(before)

/** People called by what they are («مسلحون», «الجماعات الإرهابية», «وفدا أمنيا ليبيا») that begin at a token, or undefined. */
export function groupAt(document: Document, at: number, depth = 0): Mention | undefined {
  const { tokens, text } = document
  const token = tokens[at]!
  for (const { reading, head } of groupHeads(token)) {
    const definite = reading.article
    // «من طرف الوزارة»: by the ministry.
    if ((reading.stem === 'طرف' || reading.stem === 'جهه') && /^و?من$/.test(tokens[at - 1]?.key ?? '')) continue
    if (isThing(reading.stem, tokens[at + 1])) continue
    // «من دون أن يسقط ضحايا»: there were none.
    if (!definite && VICTIMS.has(reading.stem) && isDenied(document, at)) continue
    // «مصدر النيران»; «تابع المحادثات»: where it comes from, and a verb.
    if (!definite && at + 1 < tokens.length && adjoins(document, at)) {
      if ((reading.stem === 'مصدر' || reading.stem === 'مصادر') && isOrigin(tokens[at + 1]!)) continue
      if (reading.stem === 'تابع' && hasPlainArticle(tokens[at + 1]!)) continue
    }
    // «زيارات دورية»: at intervals.
    if (reading.stem === 'دوريه' && !definite && describesThing(tokens[at - 1])) continue
    // «طالب المحتجون بـ…»: at the head of a clause the verb that is spelled so.
    if (
      !definite &&
      !head.plural &&
      reading.preposition === '' &&
      at + 1 < tokens.length &&
      hasPlainArticle(tokens[at + 1]!) &&
      opensWithVerb(document, at, reading.stem)
    )
      continue
    let to = at + 1
    let loyalTo: Mention | undefined
    while (to - at < LONGEST && adjoins(document, to - 1)) {
      const next = tokens[to]!
      // «شهود عيان».
      if (!definite && next.key === 'عيان') {
        to++
        break
      }
      if (isFunctionWord(next) || (definite && isGroupBehindArticle(next))) break
      if (definite ? !hasPlainArticle(next) : !isIndefiniteAdjective(next)) break
      if (definite && !agreesWithDefinite(reading.stem, head.plural, next)) break
      if (!definite && !agreesInForm(reading.stem, head.plural, next.key)) break
      // «استهدف مسلحون دورية»: a sound plural is described in its own form.
      if (!definite && /(?:ون|ين)$/.test(reading.stem) && next.text.endsWith('ة')) break
      to++
    }
    // «فصائل موالية لتركيا»: to whom.
    if (!definite && to > at + 1 && isLoyal(tokens[to - 1]!)) {
      const whom = adjoins(document, to - 1) ? knownNameAt(document, to) : undefined
      if (whom && whom.preposition === 'ل' && whom.conjunction === '') {
        loyalTo = whom
        to = whom.to
      }
    }
    if (!definite && to === at + 1) {
      // «سكان القرية», «دول الجوار»: a construct whose second part is definite.
      const next = tokens[to]
      // «متظاهرون», «مسلحين» keep their nun: they stand in no construct; nor does what is counted («تسعة أحزاب»).
      if (
        next &&
        adjoins(document, at) &&
        !/(?:ون|ين)$/.test(reading.stem) &&
        // «متهما الحكومة»: the alef of the accusative stands in none either.
        accusativeless(reading.stem) === reading.stem &&
        !isCounted(document, at) &&
        // «أي جهة العملية»: after «أي» nothing is definite.
        !isAnyOf(tokens[at - 1])
      ) {
        const inner =
          depth === 0 && head.plural
            ? (knownNameAt(document, to) ?? bodyAt(document, to) ?? groupAt(document, to, 1))
            : // «رؤساء دول آسيا الوسطى»
              head.plural
              ? knownNameAt(document, to)
              : undefined
        if (inner && inner.conjunction === '' && inner.preposition === '' && inner.type !== 'person') {
          // «مقاتلو حركة الشباب»: who fights for it is the movement itself.
          if (head.armed && inner.type === 'armed-group' && inner.via === 'name')
            return {
              ...inner,
              from: at,
              via: 'authority',
              gender: 'masculine',
              plural: true,
              conjunction: reading.conjunction,
              preposition: reading.preposition,
            }
          to = inner.to
        } else if (hasPlainArticle(next)) {
          to++
          // «وزراء الدفاع العرب»: what describes the group, not what follows it.
          const after = document.tokens[to]
          if (after && adjoins(document, to - 1) && hasPlainArticle(after) && describes(after.key.slice(2))) to++
        }
      }
    }
    // «التعاون العسكري», «تعاونها العسكري», «عمل عسكري»: behind a noun it is the adjective of that noun.
    const before = document.tokens[at - 1]
    if (
      !head.plural &&
      !isCounted(document, at) &&
      /ي$/.test(reading.stem) &&
      before?.kind === 'word' &&
      adjoins(document, at - 1) &&
      (definite ? isDefinite(before) || /.{3}(?:ها|هم)$/.test(before.key) : isIndefiniteNoun(before))
    )
      continue
    // «المهاجم الشاب», «الصحافي الموقوف»: it says which.
    if (
      definite &&
      !head.plural &&
      to === at + 1 &&
      SAYS_WHICH.test(reading.stem) &&
      before !== undefined &&
      adjoins(document, at - 1) &&
      hasPlainArticle(before) &&
      before.key.endsWith('ه') === reading.stem.endsWith('ه')
    )
      continue
    if (head.needsComplement && to === at + 1) continue
    // «38 مدنيا»: what is counted is more than one, whatever its form.
    const counted = !definite && isCounted(document, at)
    if (!head.plural && !head.needsComplement && !definite && to === at + 1 && !counted) continue
    const own = { start: spanAfterClitics(token, reading).start, end: tokens[to - 1]!.end }
    // «ستة آلاف مدني»: the numeral belongs to what it counts.
    const span = { start: isCounted(document, at) ? startOfCount(document, at, own.start) : own.start, end: own.end }
    // «للمحتجين» leaves «لمحتجين» when its preposition is cut off.
    const words = (definite && reading.preposition === 'ل' ? 'ا' : '') + text.slice(own.start, own.end)
    const { name, key } =
      counted && head.plurals && to === at + 1
        ? definiteGroup(head.plurals)
        : (definite || loyalTo ? definiteGroup : indefiniteGroup)(words)
    const country = countryWithin(document, at + 1, to)
    return {
      from: at,
      to,
      span,
      type: 'group',
      via: 'group',
      key,
      name,
      conjunction: reading.conjunction,
      preposition: reading.preposition,
      // Broken plurals go with the feminine, «مجموعة» with nothing else.
      gender: (head.plural ? !/(?:ين|ون)$/.test(reading.stem) : reading.stem.endsWith('ه')) ? 'feminine' : 'masculine',
      plural: head.plural || counted,
      // «للمضربين» leaves «لمضربين».
      ...((span.start < own.start || words.length > own.end - own.start) && { alias: evenlySpaced(words) }),
      ...(country && { country }),
    }
  }
  return undefined
}

const SAYS_WHICH = /^(?:شاب|موقوف|متهم|محتجز|معتقل|مطلوب|مفاوض|مدان|مصاب|مسلح|مختطف|مخطوف)ه?$/

const VICTIMS: ReadonlySet<string> = new Set(['ضحايا', 'قتلي', 'جرحي', 'مصابين', 'مصابون'])

function isDenied({ tokens, opens }: Document, at: number): boolean {
  for (let k = at - 1; k >= 0 && at - k <= 4 && opens[k + 1] === 0; k--)
    if (/^(?:و?دون|بدون|بلا|عدم|اي)$/.test(tokens[k]!.key)) return true
  return false
}

const isLoyal = perWord(({ key }) => /^موال(?:يه|ين|ون)$/.test(key))

function isAnyOf(token: Token | undefined): boolean {
  return token !== undefined && /^ا(?:ي|يه)$/.test(token.key)
}

/** Where the numeral before a noun begins, past its clitics; `start` where a sentence begins between them. */
function startOfCount({ tokens, opens, text }: Document, at: number, start: number): number {
  for (let from = Math.max(0, at - 7); from < at; from++) {
    const letters = lettersBeforeNumber(tokens[from]!)
    const number = letters === undefined ? undefined : numberAt(tokens, from, true)
    if (number?.to !== at) continue
    for (let k = from + 1; k <= at; k++)
      if (opens[k] === 1 || text.slice(tokens[k - 1]!.end, tokens[k]!.start).includes('\n')) return start
    return tokens[from]!.start + offsetOfLetter(tokens[from]!.text, letters!)
  }
  return start
}

const definiteGroup = perPhrase((words) => shown(evenlySpaced(words)))
const indefiniteGroup = perPhrase((words) => shown(withoutTanwin(evenlySpaced(words))))

/** How a group is shown, and what it is joined by. */
function shown(words: string): { name: string; key: string } {
  const name = nominative(words)
  return { name, key: `text:${keyOfPhrase(name).split(' ').map(accusativeless).join(' ')}` }
}

/** Broken plurals of adjectives of people. */
const BROKEN = /^(?:ا..ا.|عرب|جدد|قدامي|كبار|صغار|افغان)$/

const IN_TWO = /^(?:طرف|جانب|بلد|دولت|حكومت|رءيس|وزير|فريق|جيش)ين$/

/**
 * Whether a definite word behind a definite head can be its adjective: «المتمردون القرية», «المحتجون الطريق» have a verb before them. Men in the sound
 * plural have adjectives in it; other plurals such, or feminine ones; a single one an adjective by its ending.
 */
function agreesWithDefinite(head: string, plural: boolean, next: Token): boolean {
  const stem = next.key.slice(2)
  const { events } = vocabulary()
  // «دعا التلاميذ الطرفين»: two of whom the text speaks.
  if (IN_TWO.test(stem) || isMatter(stem)) return false
  const nisba = names().nisba.get(stem)
  if (/(?:ون|ين)$/.test(head) && plural)
    return /(?:ون|ين)$/.test(stem) || nisba?.number === 'plural' || BROKEN.test(stem) || isOfficeAdjective(next)
  if (plural) return /(?:ون|ين|يه)$/.test(stem) || nisba !== undefined || (/ه$/.test(stem) && !events.has(stem))
  return (
    nisba !== undefined ||
    isOfficeAdjective(next) ||
    (/ه$/.test(head) ? /ه$/.test(stem) && !events.has(stem) : /ي$/.test(stem))
  )
}

/** Nothing, a mark, or a word of a closed class that is no preposition stands before a word that can be a verb. */
function opensWithVerb(document: Document, at: number, stem: string): boolean {
  const before = document.tokens[at - 1]
  const opens =
    before === undefined || before.kind === 'mark' || (isFunctionWord(before) && !PREPOSITIONS.has(before.key))
  return opens && isVerbKey(stem)
}

/** A word that is neither definite, nor of a closed class, nor a verb: a noun that an adjective may follow. */
function isIndefiniteNoun(token: Token): boolean {
  return !isFunctionWord(token) && !isDefinite(token) && !isFiniteVerb(token) && !vocabulary().titles.has(token.key)
}

/** A word for people, or the plural of an office («وزراء الدفاع»), which names nobody without what completes it. */
function headOf(stem: string): GroupHead | undefined {
  const group = vocabulary().groups.get(accusativeless(stem)) ?? inConstruct(stem) ?? inDual(stem)
  if (group) {
    const { kind, needsComplement } = group.entry
    return kind === 'people' || kind === 'armed'
      ? {
          plural: group.plural,
          armed: kind === 'armed',
          needsComplement,
          ...(!group.plural && group.entry.forms[0] && { plurals: group.entry.forms[0] }),
        }
      : undefined
  }
  const title = vocabulary().titles.get(stem) ?? titleInConstruct(stem)
  if (!title?.plural) return undefined
  // «باحثون», «مندوبين»: some of a profession are people like others; «رؤساء» are of something.
  const alone = /(?:ون|ين)$/.test(stem) && /^(?:academic|profession|diplomatic)$/.test(title.entry.kind)
  return { plural: true, armed: false, needsComplement: !alone }
}

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

/** «مسلحين محليين» are shown as «مسلحون محليون», «سائقَين» as «سائقان»: the form under which a reader would look for them. */
function nominative(name: string): string {
  const words = name.split(' ')
  const ending = nominativeEnding(words[0]!)
  if (ending === undefined) return name
  return words
    .map((word, i) =>
      i === 0 || SOUND_ADJECTIVE.test(word) || nominativeEnding(word) === 'ون' ? word.replace(OBLIQUE, ending) : word,
    )
    .join(' ')
}

const OBLIQUE = /\u064E?ين$/
const SOUND_ADJECTIVE = /.{3}يين$/

/** The ending that a head has where it is the subject; undefined where it does not end as an object does, or need not. */
function nominativeEnding(head: string): string | undefined {
  if (/\u064Eين$/.test(head)) return 'ان'
  if (/.{3}ون$/.test(head)) return 'ون'
  if (!head.endsWith('ين') || head.length < 6) return undefined
  return vocabulary().groups.has(fold(`${head.slice(0, -2)}ون`).replace(/^ال/, '')) ? 'ون' : undefined
}

/** «وفدا أمنيا ليبيا» is shown as «وفد أمني ليبي»: without the alef of the indefinite accusative and its sign. */
function withoutTanwin(name: string): string {
  return name
    .split(' ')
    .map((word) => {
      const plain = word.replace(/\u064B/g, '')
      const key = fold(plain)
      return /[^اىوء]ا$/.test(plain) &&
        !plain.startsWith('ال') &&
        plain.length > 3 &&
        !vocabulary().groups.has(key) &&
        (!names().byFirstWord.has(key) || names().nisba.has(key.slice(0, -1)))
        ? plain.slice(0, -1)
        : plain
    })
    .join(' ')
}

const isGroupBehindArticle = perWord(({ key }) => vocabulary().groups.has(key.replace(/^ال/, '')))

/** «تابعون للجماعة», «موالون لها»: opens a phrase of its own. */
const PASSING: ReadonlySet<string> = new Set(
  'تابعون تابعين تابعه محسوبون محسوبين محسوبه مسجله مملوكه متي اخري واخري متهمون متهمين مشتبها مشتبه قادمين قادمون عاءدين عاءدون متوجهين يحملون'.split(
    ' ',
  ),
)

const isIndefiniteAdjective = perWord((word) => {
  const { key } = word
  return (
    !key.startsWith('ال') &&
    !PASSING.has(key) &&
    !mayBeginNumber({ word }) &&
    !isFiniteVerb({ word }) &&
    // «دول آسيا الوسطى»
    !(key.endsWith('يا') && names().byFirstWord.has(key) && !names().nisba.has(key.slice(0, -1))) &&
    vocabulary().groups.get(key)?.entry.kind !== 'body' &&
    (names().nisba.has(key) ||
      names().nisba.has(accusativeless(key)) ||
      (looksAdjectival(accusativeless(key)) && !vocabulary().events.has(key)))
  )
})

/** Whether what looks like an adjective goes with an indefinite head: «قتل مسلح شرطيا بسكين» has three nouns, «وفدا أمنيا» one. */
function agreesInForm(head: string, plural: boolean, key: string): boolean {
  const { groups, titles, events } = vocabulary()
  const behind = accusativeless(key.slice(1))
  if (/^[بل]/.test(key) && !names().nisba.has(key)) return false
  // «اختطف مسلحون والي وهران»: an office is nobody's adjective.
  if (titles.get(key)?.entry.kind === 'office') return false
  if (/^[وبل]/.test(key) && (groups.has(behind) || titles.has(behind) || events.has(behind))) return false
  // «قتل مسلحون شرطيا»: nor has a sound plural an adjective in the singular accusative.
  if (plural) return !(/ون$/.test(head) && /ين$/.test(key)) && !(/(?:ون|ين)$/.test(head) && /[^ا]ا$/.test(key))
  return !/(?:ين|ون|ات)$/.test(key) && (accusativeless(key) === key || accusativeless(head) !== head)
}

/** Without the alef of the indefinite accusative: «وفدا» → «وفد». Ta marbuta takes none: «قادها» is a verb and its object. */
function accusativeless(word: string): string {
  return word.length > 3 && word.endsWith('ا') && !word.endsWith('ها') && !vocabulary().groups.has(word)
    ? word.slice(0, -1)
    : word
}
