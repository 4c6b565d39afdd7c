/** How the lexicon's bearers are written in English and French: by those spellings a reader asks for them. */
import { describe, expect, it } from 'vitest'
import { findMentions } from '../../../src/analysis/entities/mentions.ts'
import { load } from '../../../src/analysis/lexicon/load.ts'
import { names } from '../../../src/analysis/lexicon/names.ts'
import { readDocument } from '../../../src/analysis/text/document.ts'
import { lexiconIdsOf } from '../../../src/archive/latin.ts'

/** English and French acronyms of the same bearer. */
const ACRONYMS = {
  'AQIM AQMI': 'group:aqim',
  'JNIM GSIM': 'group:jnim',
  'ISIS EIIL Daesh Daech': 'group:isis',
  'TPLF FLPT': 'group:tplf',
  'SDF FDS': 'group:sdf',
  'HTS HTC': 'group:hts',
  'UNIFIL FINUL': 'org:unifil',
  'UNSMIL MANUL': 'org:unsmil',
  'ECOWAS CEDEAO': 'org:ecowas',
  'NATO OTAN': 'org:nato',
  'ICC CPI': 'org:icc',
  'ICJ CIJ': 'org:icj',
  'IAEA AIEA': 'org:iaea',
  'GCC CCG': 'org:gcc',
  'UNHCR HCR': 'org:unhcr',
  'IMF FMI': 'org:imf',
  'LNA ANL': 'org:lna',
  'PLO OLP': 'org:plo',
  'STC CTS': 'org:stc',
  'SCO OCS': 'org:sco',
} as const

/** Spellings of one person that no rule of transliteration turns into another. */
const PEOPLE = {
  'عبد المجيد تبون': 'Tebboune',
  'بدر عبد العاطي': 'Abdelatty',
  'ناصر بوريطة': 'Bourita',
  'خليفة حفتر': 'Haftar',
  'محمد حمدان دقلو': 'Hemedti',
  'أحمد الشرع': 'Jolani',
} as const

/** English and French names of places; a state's capital is a place of the list like others. */
const PLACES = {
  'Cairo|Le Caire': 'place:القاهرة@EGY',
  'Damascus|Damas': 'place:دمشق@SYR',
  'Khartoum|Khartoum': 'place:الخرطوم@SDN',
  'Tripoli|Tripoli': 'place:طرابلس@LBY',
  'Sirte|Syrte': 'place:سرت@LBY',
  'Nile|Nil': 'place:نهر النيل',
  'West Africa|Afrique de l’Ouest': 'place:غرب أفريقيا',
} as const

describe('Latin spellings', () => {
  it('are known of every person, body and armed group', () => {
    for (const file of ['people.json', 'organizations.json', 'armed-groups.json', 'states.json'] as const)
      expect(load(file).flatMap(({ name, latin }) => (latin?.en ? [] : [name]))).toEqual([])
    const french = (file: 'people.json' | 'organizations.json' | 'armed-groups.json') =>
      load(file).filter(({ latin }) => latin?.fr).length / load(file).length
    expect(french('organizations.json')).toBeGreaterThan(0.85)
    expect(french('armed-groups.json')).toBeGreaterThan(0.8)
    // Most are written in French as in English.
    expect(french('people.json') * load('people.json').length).toBeGreaterThan(520)
  })

  it('are told once each', () => {
    const named = [...load('people.json'), ...load('organizations.json'), ...load('armed-groups.json')]
    for (const { name, latin } of named) {
      const all = latin?.others ?? []
      expect(new Set(all).size, name).toBe(all.length)
      expect(all, name).not.toContain(latin?.en)
    }
  })

  for (const [acronyms, id] of Object.entries(ACRONYMS))
    for (const acronym of acronyms.split(' '))
      it(`find ${id} by «${acronym}»`, () => {
        expect(lexiconIdsOf(acronym)).toContain(id)
      })

  for (const [name, latin] of Object.entries(PEOPLE))
    it(`find «${name}» by «${latin}»`, () => {
      expect(lexiconIdsOf(latin)).toContain(`person:${name}`)
    })

  for (const [spellings, id] of Object.entries(PLACES))
    for (const latin of new Set(spellings.split('|')))
      it(`find ${id} by «${latin}»`, () => {
        expect(lexiconIdsOf(latin)).toContain(id)
      })

  it('of a capital stay with it, and so does its Wikidata id', () => {
    for (const place of load('places.json')) {
      const known = names().byId.get(`place:${place.name}${place.country ? `@${place.country}` : ''}`)
      expect(known?.wikidata, place.name).toBe(place.wikidata)
      expect(known?.latin.length, place.name).toBe(new Set(known?.latin).size)
      if (place.latin) expect(known?.latin, place.name).toContain(place.latin.en)
    }
  })

  it('that mean other things too are read in no text', () => {
    for (const acronym of ['SCO', 'AMU', 'NCP', 'LR', 'SNP', 'AFC'])
      expect(
        findMentions(readDocument(`أضاف التقرير رمز ${acronym} إلى الجدول.`)).filter(({ via }) => via === 'name'),
        acronym,
      ).toEqual([])
  })
})
