/** What the files say of each other: codes that exist, offices in known words, no spelling claimed twice by mistake. */
import { describe, expect, it } from 'vitest'
import { load } from '../../../src/analysis/lexicon/load.ts'
import { caseless, names } from '../../../src/analysis/lexicon/names.ts'
import { fold, foldName } from '../../../src/analysis/text/fold.ts'

const named = [
  ...load('states.json'),
  ...load('organizations.json'),
  ...load('armed-groups.json'),
  ...load('places.json'),
  ...load('people.json'),
]

/** Known to be two: whom a text means, its other names tell. */
const NAMESAKES = [
  'طرابلس',
  'عمان',
  'القنيطرة',
  'بلدة القرارة',
  'بليموث',
  'الفاو',
  'كونا',
  'الأناضول',
  'يارين',
  'أوستن',
  'لانغلي',
  'كاميرون',
  'قنا',
  'حزب العدالة والتنمية',
  'حزب العمال',
  'الحزب الاشتراكي',
  'الحزب الجمهوري',
  'المجلس الرئاسي',
]

describe('the lexicon’s files together', () => {
  it('speak only of states that are listed', () => {
    const states = new Set(load('states.json').map(({ id }) => id))
    const spokenOf = [
      ...load('organizations.json').flatMap(({ country, members }) => [country, ...(members ?? [])]),
      ...load('armed-groups.json').flatMap(({ countries }) => countries),
      ...load('places.json').map(({ country }) => country),
      ...load('people.json').map(({ country }) => country),
    ]
    expect([...new Set(spokenOf)].filter((code) => code !== undefined && !states.has(code))).toEqual([])
  })

  it('use each id, each Wikidata id and each person’s name once', () => {
    const twice = (keys: string[]) => keys.filter((key, at) => keys.indexOf(key) !== at)
    expect(twice(load('organizations.json').map(({ id }) => id))).toEqual([])
    expect(twice(load('armed-groups.json').map(({ id }) => id))).toEqual([])
    expect(twice(load('people.json').map(({ name }) => foldName(name)))).toEqual([])
    expect(twice(named.flatMap(({ wikidata }) => (wikidata ? [wikidata] : [])))).toEqual([])
    expect(twice(load('first-names.json').map(fold))).toEqual([])
  })

  it('write Wikidata ids as Wikidata does, and have those of all states, of many people and of some bodies and groups', () => {
    const ids = named.flatMap(({ wikidata }) => wikidata ?? [])
    expect(ids.filter((id) => !/^Q[1-9]\d{0,8}$/.test(id))).toEqual([])
    const withId = (file: 'states.json' | 'people.json' | 'organizations.json' | 'armed-groups.json') =>
      load(file).filter(({ wikidata }) => wikidata).length
    expect(withId('states.json')).toBe(load('states.json').length)
    expect(withId('people.json')).toBeGreaterThanOrEqual(620)
    expect(withId('organizations.json')).toBeGreaterThanOrEqual(165)
    expect(withId('armed-groups.json')).toBeGreaterThanOrEqual(10)
  })

  it('let two share a spelling only where that is meant', () => {
    const shared = [...names().byFirstWord.values()]
      .flat()
      .filter(({ namesakes }) => namesakes)
      .map(({ words, article }) => `${article ? 'ال' : ''}${words.join(' ')}`)
    const meant = new Set(NAMESAKES.map((name) => foldName(name).split(' ').map(caseless).join(' ')))
    expect(shared.filter((spelling) => !meant.has(spelling))).toEqual([])
    expect(shared).toHaveLength(meant.size)
  })

  it('list no spelling of an entry twice', () => {
    for (const { name, aliases } of named) {
      const keys = [name, ...aliases].map((spelling) => foldName(spelling))
      expect(keys, name).toEqual([...new Set(keys)])
    }
  })

  it('write hamzas where they belong, and single spaces', () => {
    const without =
      /(?:^|\s)(?:ال)?(?:افريقيا|افريقي|افريقية|امريكا|اميركا|امريكي|امريكية|اوروبا|اوروبي|اسرائيل|اسرائيلي|اسلامي|اسلامية|امم|امن|احمد|ابراهيم|اسماعيل|ايران|ايطاليا|اسبانيا|انباء|اردن|ارهاب|ابو|ام)(?:\s|$)/
    const spellings = named.flatMap(({ name, aliases }) => [name, ...aliases])
    expect(spellings.filter((spelling) => without.test(spelling))).toEqual([])
    expect(spellings.filter((spelling) => spelling !== spelling.replace(/\s+/g, ' ').trim())).toEqual([])
  })

  it('tell offices in the words of the titles, in their order, none ending before it begins', () => {
    const titles = new Set(
      load('titles.json').flatMap(({ word, feminine, plurals }) => [word, ...(feminine ? [feminine] : []), ...plurals]),
    )
    for (const { name, offices } of load('people.json')) {
      for (const { title, from, to } of offices) {
        expect(titles.has(title.split(' ')[0]!.replace(/^ال/, '')) || titles.has(title.split(' ')[0]!), title).toBe(
          true,
        )
        if (from && to) expect(to, name).toBeGreaterThanOrEqual(from)
      }
      const begun = offices.flatMap(({ from }) => (from ? [from] : []))
      expect(begun, name).toEqual([...begun].sort((a, b) => a - b))
    }
  })

  it('doubt only words that are names, in phrases that hold them', () => {
    const spellings = new Set(named.flatMap(({ name, aliases }) => [name, ...aliases]))
    for (const { name, phrases, context } of load('common-words.json')) {
      expect(spellings.has(name), name).toBe(true)
      for (const phrase of phrases) expect(foldName(phrase), phrase).toContain(foldName(name))
      expect(context || phrases.length > 0, name).toBe(true)
    }
  })
})
