import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { localTime, say, sayCount, sayDate, sayNames } from '../src/words.ts'

type Words = { [key: string]: string | Words }
const read = (language: string): Words =>
  JSON.parse(readFileSync(new URL(`../locales/${language}.json`, import.meta.url), 'utf8'))
const flat = (words: Words, prefix = ''): [string, string][] =>
  Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${prefix}${key}`, value] as [string, string]] : flat(value, `${prefix}${key}.`),
  )
const PLURAL = /_(?:zero|one|two|few|many|other)$/
const languages = ['ar', 'en', 'fr'] as const
const all = Object.fromEntries(languages.map((language) => [language, new Map(flat(read(language)))])) as Record<
  (typeof languages)[number],
  Map<string, string>
>

describe('the locales', () => {
  it('say the same things in every language', () => {
    const stems = (language: (typeof languages)[number]) =>
      new Set([...all[language].keys()].map((key) => key.replace(PLURAL, '')))
    for (const language of languages) expect([...stems(language)].sort()).toEqual([...stems('ar')].sort())
  })

  it.each(languages)('have every plural form that %s needs', (language) => {
    const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories
    const counted = new Set([...all.ar.keys()].filter((key) => PLURAL.test(key)).map((key) => key.replace(PLURAL, '')))
    for (const stem of counted)
      for (const form of forms) expect(all[language].has(`${stem}_${form}`), `${language}: ${stem}_${form}`).toBe(true)
  })

  it('fill the same gaps', () => {
    const gaps = (text: string) => [...text.matchAll(/\{\{(\w+)/g)].map((m) => m[1]).sort()
    for (const [key, text] of all.ar) {
      if (PLURAL.test(key)) continue
      for (const language of ['en', 'fr'] as const)
        expect(gaps(all[language].get(key) ?? ''), `${language}: ${key}`).toEqual(gaps(text))
    }
  })

  it('have every word that the code asks for by name', () => {
    const files = ['../src', '../adapters'].flatMap((folder) =>
      readdirSync(new URL(folder, import.meta.url), { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.ts'))
        .map((file) => readFileSync(new URL(`${folder}/${file}`, import.meta.url), 'utf8')),
    )
    const asked = files.flatMap((code) =>
      [...code.matchAll(/\bsay(?:Count)?\([^'`()]*?'([\w.-]+)'/g)].map((m) => m[1]!),
    )
    expect(asked.length).toBeGreaterThan(30)
    for (const key of asked.filter((each) => each.includes('.')))
      expect(all.ar.has(key) || all.ar.has(`${key}_other`), key).toBe(true)
  })

  it('use Arabic punctuation in Arabic', () => {
    for (const [key, text] of all.ar)
      expect(text.replace(/\{\{.*?\}\}/g, ''), key).not.toMatch(/\p{Script=Arabic}\s?[,;?]/u)
  })
})

describe('words to a reader', () => {
  it('count as Arabic counts', () => {
    const reader = { language: 'ar' as const, timeZone: 'UTC' }
    expect([0, 1, 2, 3, 11, 100].map((n) => sayCount(reader, 'bot.brief.words', n))).toEqual([
      'بلا كلمات',
      'كلمة واحدة',
      'كلمتان',
      '3 كلمات',
      '11 كلمة',
      '100 كلمة',
    ])
  })

  it('write months and digits as the reader’s country does', () => {
    const date = (timeZone: string) => sayDate({ language: 'ar', timeZone }, '2012-01-23')
    expect(date('Africa/Algiers')).toContain('جانفي')
    expect(date('Asia/Beirut')).toContain('كانون الثاني')
    expect(date('Africa/Cairo')).toContain('٢٠١٢')
    expect(date('UTC')).toBe('23 يناير 2012')
  })

  it('show a moment in the reader’s day, and a day as the day it is', () => {
    expect(sayDate({ language: 'en', timeZone: 'Asia/Dubai' }, '2012-01-23T22:30:00Z')).toContain('January 24')
    expect(sayDate({ language: 'en', timeZone: 'America/New_York' }, '2012-01-23')).toContain('January 23')
  })

  it('join names as Arabic does', () => {
    expect(sayNames(['مالي', 'النيجر', 'ليبيا'])).toBe('مالي والنيجر وليبيا')
  })

  it('tell the clock of a zone over a change of its time', () => {
    expect(localTime('Europe/Paris', new Date('2024-03-31T00:59:00Z'))).toEqual({ day: '2024-03-31', clock: '01:59' })
    expect(localTime('Europe/Paris', new Date('2024-03-31T01:01:00Z'))).toEqual({ day: '2024-03-31', clock: '03:01' })
  })

  it('fall back to Arabic, never to nothing', () => {
    expect(say('fr', 'topics.energy')).not.toBe('topics.energy')
  })
})
