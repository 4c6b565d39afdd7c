/** Questions in English and French: their frame, and their words in Arabic, so that the same search serves them. */
import { fold } from '../analysis/text/fold.ts'
import { lexiconIdsOf } from '../archive/latin.ts'
import { plainLatin } from '../archive/skeleton.ts'
import glossary from './glossary.json' with { type: 'json' }

/** A word of the question: a name as typed, or Arabic words of which any one will do; none where the word is not known. */
export type Piece = { name: string } | { any: readonly string[] }

const WORDS = new Map<string, string[]>()
for (const [foreign, arabic] of Object.entries(glossary))
  for (const word of foreign.split('|')) WORDS.set(word, [...(WORDS.get(word) ?? []), ...arabic.split('|')])

/** Words that name things and deeds: alone they are hardly anybody's name. */
export const COMMON: ReadonlySet<string> = new Set([...WORDS.values()].flat().map(fold))

const EMPTY = new Set(
  `position stance attitude last derniere fois between among against after before entre the a an of in on at to for from by with and or is are was were be been has have had do does did its it his her their this that these those there about as into during
  le la les l un une des du de d au aux et ou en dans sur par pour avec est sont a ont etait ete fut a-t-il a-t-elle t il elle ils elles se s son sa ses leur ce cette ces que qu qui y
  as near while because than over under within off through across me when lors quand comme vers pres apres avant
  place take takes happen happened take took event events place-il lieu eu passe fait ont on nous vous much many lost-in`
    .split(/\s+/)
    .filter(Boolean),
)
/** Words that a name of several may have. */
const LONGEST_NAME = 5

/** The pieces of a text in Latin letters. Names are those of the lexicon, and words with a capital that the glossary does not know. */
export function piecesOf(text: string): Piece[] {
  const words = text
    .replace(/[’]/g, "'")
    .replace(/\b(?:l|d|qu|s|n|j|m)'/gi, '')
    .replace(/'s\b/g, '')
    .replace(/-t-(?=il|elle|on)|-(?=(?:ils?|elles?|on|nous|vous)\b)/g, ' ')
    .split(/[^\p{L}\p{N}'-]+/u)
    .filter((word) => word !== '')
  const pieces: Piece[] = []
  for (let at = 0; at < words.length; ) {
    const known = longestKnown(words, at)
    if (known > 0) {
      pieces.push({ name: words.slice(at, at + known).join(' ') })
      at += known
      continue
    }
    const plain = plainLatin(words[at]!)
    const phrase = at + 1 < words.length ? arabicOf(plain, ` ${plainLatin(words[at + 1]!)}`) : undefined
    if (phrase) {
      pieces.push({ any: phrase })
      at += 2
      continue
    }
    const arabic = EMPTY.has(plain) ? WORDS.get(plain) : arabicOf(plain)
    if (arabic) pieces.push({ any: arabic })
    else if (/^\p{Lu}/u.test(words[at]!)) {
      let to = at + 1
      while (to < words.length && /^\p{Lu}/u.test(words[to]!) && !arabicOf(plainLatin(words[to]!))) to++
      pieces.push({ name: words.slice(at, to).join(' ') })
      at = to
      continue
    } else if (/^\d+$/.test(plain)) pieces.push({ any: [plain] })
    else if (!EMPTY.has(plain)) pieces.push({ any: [] })
    at++
  }
  return pieces
}

function longestKnown(words: readonly string[], at: number): number {
  for (let count = Math.min(LONGEST_NAME, words.length - at); count >= 1; count--) {
    const typed = words.slice(at, at + count).join(' ')
    if (count === 1 && (arabicOf(plainLatin(typed)) || EMPTY.has(plainLatin(typed)))) continue
    if (lexiconIdsOf(typed).length > 0) return count
  }
  return 0
}

const ENDINGS = [/$/, /s$/, /es$/, /ed$/, /d$/, /ing$/, /ees?$/, /e$/, /ment$/, /aient$/, /ait$/, /er$/, /ent$/]

/** The Arabic words for a foreign one, looked up with its usual endings cut; `behind` is what follows it in a phrase («claimed responsibility»). */
function arabicOf(plain: string, behind = ''): readonly string[] | undefined {
  for (const ending of ENDINGS) {
    const cut = plain.replace(ending, '')
    const found = ['', 'e', 'er'].map((end) => WORDS.get(`${cut}${end}${behind}`)).find((one) => one !== undefined)
    if (found) return found
  }
  return undefined
}

const MONTHS = [
  'january|janvier|يناير',
  'february|fevrier|فبراير',
  'march|mars|مارس',
  'april|avril|أبريل',
  'may|mai|مايو',
  'june|juin|يونيو',
  'july|juillet|يوليو',
  'august|aout|أغسطس',
  'september|septembre|سبتمبر',
  'october|octobre|أكتوبر',
  'november|novembre|نوفمبر',
  'december|decembre|ديسمبر',
].map((row) => row.split('|'))
const MONTH_NAMES = MONTHS.flatMap(([english, french]) => [english!, french!]).join('|')
const arabicMonth = (name: string) => MONTHS.find((row) => row.includes(name))?.[2] ?? name

/** Expressions of time in English and French, and what they are in Arabic. «may» and «mars» are months only behind a preposition. */
const TIMES: readonly [RegExp, (...groups: string[]) => string][] = [
  [/\b(?:last week|la semaine (?:derniere|passee))\b/, () => 'الأسبوع الماضي'],
  [/\b(?:this week|cette semaine)\b/, () => 'هذا الأسبوع'],
  [/\b(?:last month|le mois (?:dernier|passe))\b/, () => 'الشهر الماضي'],
  [/\b(?:this month|ce mois(?:-ci)?)\b/, () => 'هذا الشهر'],
  [/\b(?:last year|l'annee derniere|l'an dernier)\b/, () => 'العام الماضي'],
  [/\b(?:this year|cette annee)\b/, () => 'هذا العام'],
  [/\b(?:yesterday|hier)\b/, () => 'أمس'],
  [/\b(?:today|aujourd'hui)\b/, () => 'اليوم'],
  [
    new RegExp(`\\b(?:between|entre) (${MONTH_NAMES}) (?:and|et) (${MONTH_NAMES})( \\d{4})?`),
    (from, to, year) => `بين ${arabicMonth(from!)}${year ?? ''} و${arabicMonth(to!)}${year ?? ''}`,
  ],
  [
    new RegExp(`\\b(in|during|since|en|depuis|pendant|au mois de) (${MONTH_NAMES})( \\d{4})?`),
    (lead, month, year) => `${/since|depuis/.test(lead!) ? 'منذ' : 'في'} ${arabicMonth(month!)}${year ?? ''}`,
  ],
  [
    new RegExp(`\\b(?:on |le )?(\\d{1,2})(?:er|st|nd|rd|th)? (${MONTH_NAMES})( \\d{4})?`),
    (day, month, year) => `يوم ${day} ${arabicMonth(month!)}${year ?? ''}`,
  ],
  [/\b(in|since|en|depuis) (\d{4})\b/, (lead, year) => `${/since|depuis/.test(lead!) ? 'منذ' : 'في'} ${year}`],
]

/** A question with its expressions of time in Arabic, for the reader of times; the rest stays. */
export function inArabic(typed: string): string {
  let plain = plainLatin(typed)
  let text = typed.normalize('NFC')
  for (const [pattern, arabic] of TIMES) {
    const hit = pattern.exec(plain)
    if (hit === null) continue
    const written = arabic(...hit.slice(1))
    plain = `${plain.slice(0, hit.index)}${written}${plain.slice(hit.index + hit[0].length)}`
    text = `${text.slice(0, hit.index)}${written}${text.slice(hit.index + hit[0].length)}`
  }
  return text
}
