/** Texts that nobody wrote: articles that were cut, doubled, shuffled and sown with what tears text apart. The same number always gives the same text. */

/** Pseudorandom whole numbers 0…below−1 (mulberry32), by a seed. */
export function randomBy(seed: number): (below: number) => number {
  let state = seed >>> 0
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

type Random = (below: number) => number
type Mutation = (text: string, random: Random, articles: readonly string[]) => string

/** Strings to sow, by what they do to a text. */
const NOISE: readonly (readonly string[])[] = [
  // Marks, alone and piled up.
  [...'.,:;!?؟،؛…«»()[]"“”\'-–—/|*#@&%$€•', '...', '؟!', '»«', '((', '، ،', '.»', '-- '],
  // Vowel signs, tatweel, Quranic marks, hamzas above and below.
  [
    ...'\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0653\u0654\u0655\u0670\u06d6\u06ed\u0640',
    '\u0651\u064e\u0640\u0640',
  ],
  // Marks of direction and joining, byte order mark, soft hyphen, NUL and other controls.
  [
    ...'\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff\u00ad\u0000\u0007\u001b\u007f\u0085',
  ],
  // Surrogates, paired and alone; other planes.
  [
    '\ud83d\ude42',
    '\ud83d',
    '\ude42',
    '\u{1f469}\u200d\u{1f469}',
    '\u{1ee00}',
    '\u{10e60}',
    '\u{10ffff}',
    '\ufffd',
    '\uffff',
  ],
  // Digits of all kinds.
  [
    '0',
    '7',
    '2012',
    '٢٠١٢',
    '۱۲',
    '१२',
    '１２',
    '𝟏𝟐',
    '²',
    '½',
    'Ⅷ',
    '٣٫١٤',
    '1,000,000',
    '12:30',
    '25/1/2012',
    '99999999999999999999',
    '-5',
    '30.2',
    '1/1/1/1',
  ],
  // White space of all kinds.
  [...' \t\n\r\u00a0\u2003\u2028\u2029\u3000', '\n\n', '  ', '\r\n'],
  // Other scripts, letters that look alike, presentation forms.
  ['Reuters', 'É', 'Ж', '中', 'ک', 'ی', 'ﷲ', 'ﻻ', 'ﷺ', 'ﱞ', 'ﹷ', 'ﬁ', 'ǆ', 'İ', 'ß'],
  // Words that open and turn.
  [' و ', ' أن ', ' قال ', ' الذي ', ' لم ', ' بن ', ' من قبل ', ' وزير ', ' إلى ', ' لكن ', ' يوم ', ' مئة '],
]

const pick = <Item>(items: readonly Item[], random: Random): Item => items[random(items.length)]!

/** A stretch of a text, by its ends. */
function stretch(text: string, random: Random, longest: number): [number, number] {
  const from = random(text.length + 1)
  return [from, Math.min(text.length, from + random(longest) + 1)]
}

const replaced = (text: string, from: number, to: number, by: string) => text.slice(0, from) + by + text.slice(to)

const MUTATIONS: readonly Mutation[] = [
  function cut(text, random) {
    const [from, to] = stretch(text, random, 200)
    return replaced(text, from, to, '')
  },
  function double(text, random) {
    const [from, to] = stretch(text, random, 120)
    return replaced(text, to, to, text.slice(from, to).repeat(1 + random(3)))
  },
  function splice(text, random, articles) {
    const other = pick(articles, random)
    const [from, to] = stretch(other, random, 200)
    const at = random(text.length + 1)
    return replaced(text, at, at, other.slice(from, to))
  },
  function shuffle(text, random) {
    const [from, to] = stretch(text, random, 400)
    const words = text.slice(from, to).split(' ')
    for (let i = words.length - 1; i > 0; i--) {
      const k = random(i + 1)
      ;[words[i], words[k]] = [words[k]!, words[i]!]
    }
    return replaced(text, from, to, words.join(' '))
  },
  function sow(text, random) {
    const kind = pick(NOISE, random)
    let sown = text
    for (let count = 1 + random(12); count > 0; count--) {
      const at = random(sown.length + 1)
      sown = replaced(sown, at, at, pick(kind, random))
    }
    return sown
  },
  function join(text, random) {
    const [from, to] = stretch(text, random, 80)
    return replaced(text, from, to, text.slice(from, to).replaceAll(' ', ''))
  },
  function wrap(text, random) {
    const [from, to] = stretch(text, random, 600)
    const width = 20 + random(80)
    return replaced(text, from, to, text.slice(from, to).replace(new RegExp(`(.{${width}}) `, 'g'), '$1\n'))
  },
  function repeatOne(text, random) {
    const at = random(text.length + 1)
    return replaced(text, at, at, (text[at] ?? 'و').repeat(1 + random(100)))
  },
  function vowel(text, random) {
    const [from, to] = stretch(text, random, 100)
    return replaced(
      text,
      from,
      to,
      [...text.slice(from, to)].map((letter) => letter + pick(NOISE[1]!, random)).join(''),
    )
  },
  function anyCharacters(text, random) {
    const at = random(text.length + 1)
    const units = Array.from({ length: 1 + random(20) }, () => String.fromCharCode(random(0x10000)))
    return replaced(text, at, at, units.join(''))
  },
]

/** The text of a number: a stretch of one of the articles, mutated one to six times; now and then nothing but noise. */
export function mutant(articles: readonly string[], seed: number, number: number): string {
  const random = randomBy(Math.imul(seed, 0x9e3779b1) + number)
  if (random(12) === 0) return Array.from({ length: random(80) }, () => pick(pick(NOISE, random), random)).join('')
  const article = pick(articles, random)
  const [from, to] = stretch(article, random, random(8) === 0 ? 4000 : 500)
  let text = article.slice(from, to)
  for (let count = 1 + random(6); count > 0; count--) text = pick(MUTATIONS, random)(text, random, articles)
  return text
}
