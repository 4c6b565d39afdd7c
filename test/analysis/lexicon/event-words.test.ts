/** The event words against the two schemes that they are coded in: PLOVER's types and CAMEO's codes with their Goldstein values. */
import { describe, expect, it } from 'vitest'
import { EVENT_TYPES, type EventType } from '../../../src/analysis/analysis.ts'
import { halForms, verbForms } from '../../../src/analysis/lexicon/inflection.ts'
import { load } from '../../../src/analysis/lexicon/load.ts'
import { fold } from '../../../src/analysis/text/fold.ts'
import { FUNCTION_WORDS } from '../../../src/analysis/text/function-words.ts'

const entries = load('event-words.json')

/** CAMEO's two-digit roots and what PLOVER makes of them; where it splits one, the codes that go elsewhere are named below. */
const TYPES_OF_ROOT: Record<string, readonly EventType[]> = {
  '01': ['SUPPORT'],
  '02': ['REQUEST'],
  '03': ['AGREE', 'CONSULT'],
  '04': ['CONSULT'],
  '05': ['SUPPORT', 'AGREE', 'CONCEDE'],
  '06': ['COOPERATE'],
  '07': ['AID'],
  '08': ['CONCEDE', 'RETREAT'],
  '09': ['ACCUSE'],
  '10': ['REQUEST'],
  '11': ['ACCUSE'],
  '12': ['REJECT'],
  '13': ['THREATEN'],
  '14': ['PROTEST'],
  '15': ['MOBILIZE'],
  '16': ['SANCTION'],
  '17': ['COERCE', 'SANCTION'],
  '18': ['ASSAULT'],
  '19': ['ASSAULT'],
  '20': ['ASSAULT'],
}
/** Roots that PLOVER splits: which of its codes mean what. */
const TYPE_OF_CODE: readonly (readonly [RegExp, readonly EventType[]])[] = [
  [/^036/, ['CONSULT']],
  [/^03/, ['AGREE']],
  [/^057/, ['AGREE']],
  [/^05[56]/, ['CONCEDE']],
  [/^05/, ['SUPPORT']],
  [/^08(?:31|4|7)/, ['RETREAT']],
  [/^08/, ['CONCEDE']],
  [/^17[34]/, ['COERCE', 'SANCTION']],
  [/^17/, ['COERCE']],
]

describe('event words', () => {
  it('have a CAMEO code whose root PLOVER counts to their type', () => {
    const wrong = entries.filter(({ type, cameo }) => {
      const narrow = TYPE_OF_CODE.find(([code]) => code.test(cameo))?.[1]
      return !TYPES_OF_ROOT[cameo.slice(0, 2)]?.includes(type) || (narrow !== undefined && !narrow.includes(type))
    })
    expect(wrong.map(({ type, cameo, verb, phrases }) => `${type} ${cameo} ${verb?.past ?? phrases[0]}`)).toEqual([])
  })

  it('have one Goldstein value for each code, friendly for the types that are friendly', () => {
    const values = new Map<string, Set<number>>()
    for (const { cameo, goldstein } of entries) values.set(cameo, (values.get(cameo) ?? new Set()).add(goldstein))
    expect([...values].filter(([, of]) => of.size > 1)).toEqual([])
    const hostile: readonly EventType[] = [
      'ACCUSE',
      'REJECT',
      'THREATEN',
      'PROTEST',
      'SANCTION',
      'MOBILIZE',
      'COERCE',
      'ASSAULT',
    ]
    const mild: readonly EventType[] = ['AGREE', 'CONSULT', 'SUPPORT', 'CONCEDE', 'COOPERATE', 'AID', 'RETREAT']
    expect(entries.filter((e) => hostile.includes(e.type) && e.goldstein >= 0)).toEqual([])
    expect(entries.filter((e) => mild.includes(e.type) && e.goldstein <= 0)).toEqual([])
  })

  it.each(EVENT_TYPES)('tell %s in at least 25 words of its own', (type) => {
    const words = new Set(
      entries
        .filter((e) => e.type === type)
        .flatMap((e) => [e.verb?.past, ...e.masdars, ...e.nouns].map((word) => word && fold(word))),
    )
    words.delete(undefined)
    expect(words.size).toBeGreaterThanOrEqual(25)
  })

  it('are told apart: no phrase and no bare verb stands for two types', () => {
    const owners = new Map<string, Set<string>>()
    const own = (key: string, type: string) => owners.set(key, (owners.get(key) ?? new Set()).add(type))
    for (const entry of entries) {
      for (const phrase of entry.phrases) own(fold(phrase), entry.type)
      if (entry.verb && !entry.weak) own(`${fold(entry.verb.past)} (verb)`, entry.type)
    }
    expect([...owners].filter(([, types]) => types.size > 1).map(([key, types]) => `${key}: ${[...types]}`)).toEqual([])
  })

  it('are no words of the closed classes, but for those that the engine tells apart by their place', () => {
    const told = new Set(['فجر', 'ووفق', 'ووفقا'])
    const forms = entries.flatMap((e) => [
      ...(e.verb && !e.weak ? verbForms(e.verb).map(({ form }) => form) : []),
      ...e.masdars.map(fold),
    ])
    expect([...new Set(forms)].filter((form) => FUNCTION_WORDS.has(form) && !told.has(form))).toEqual([])
  })

  it('make participles that are said beside a verb', () => {
    const forms = (past: string, present: string) => halForms({ past, present }).map(({ form }) => form)
    expect(forms('اتهم', 'يتهم')).toEqual(['متهما', 'متهمه', 'متهمين'])
    expect(forms('رفض', 'يرفض')).toEqual(['رافضا', 'رافضه', 'رافضين'])
    expect(forms('دعا', 'يدعو')).toEqual(['داعيا', 'داعيه', 'داعيين'])
    expect(forms('قاد', 'يقود')).toEqual([])
  })
})
