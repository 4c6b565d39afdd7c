/** How much of the world the lexicon knows: against ISO 3166-1, the divisions of the states of its region, and least counts. */
import { describe, expect, it } from 'vitest'
import { EVENT_TYPES } from '../../../src/analysis/analysis.ts'
import { findMentions } from '../../../src/analysis/entities/mentions.ts'
import { load } from '../../../src/analysis/lexicon/load.ts'
import { names } from '../../../src/analysis/lexicon/names.ts'
import { readDocument } from '../../../src/analysis/text/document.ts'
import { fold, foldName } from '../../../src/analysis/text/fold.ts'
import { DIVISIONS } from './divisions.ts'

const ISO_3166 =
  'ABW AFG AGO AIA ALA ALB AND ARE ARG ARM ASM ATA ATF ATG AUS AUT AZE BDI BEL BEN BES BFA BGD BGR BHR BHS BIH BLM BLR BLZ BMU BOL BRA BRB BRN BTN BVT BWA CAF CAN CCK CHE CHL CHN CIV CMR COD COG COK COL COM CPV CRI CUB CUW CXR CYM CYP CZE DEU DJI DMA DNK DOM DZA ECU EGY ERI ESH ESP EST ETH FIN FJI FLK FRA FRO FSM GAB GBR GEO GGY GHA GIB GIN GLP GMB GNB GNQ GRC GRD GRL GTM GUF GUM GUY HKG HMD HND HRV HTI HUN IDN IMN IND IOT IRL IRN IRQ ISL ISR ITA JAM JEY JOR JPN KAZ KEN KGZ KHM KIR KNA KOR KWT LAO LBN LBR LBY LCA LIE LKA LSO LTU LUX LVA MAC MAF MAR MCO MDA MDG MDV MEX MHL MKD MLI MLT MMR MNE MNG MNP MOZ MRT MSR MTQ MUS MWI MYS MYT NAM NCL NER NFK NGA NIC NIU NLD NOR NPL NRU NZL OMN PAK PAN PCN PER PHL PLW PNG POL PRI PRK PRT PRY PSE PYF QAT REU ROU RUS RWA SAU SDN SEN SGP SGS SHN SJM SLB SLE SLV SMR SOM SPM SRB SSD STP SUR SVK SVN SWE SWZ SXM SYC SYR TCA TCD TGO THA TJK TKL TKM TLS TON TTO TUN TUR TUV TWN TZA UGA UKR UMI URY USA UZB VAT VCT VEN VGB VIR VNM VUT WLF WSM YEM ZAF ZMB ZWE'.split(
    ' ',
  )

/** Whose people are called by the name of the land. */
const CALLED_BY_NAME =
  'ABW ASM ATA ATF BES BLM BVT CCK COK CUW CXR FLK GGY GIB GUF HMD IMN IOT JEY KNA LCA MAF MNP MSR MYT NFK NIU PCN REU SGS SHN SJM SPM SXM TCA TKL UMI VCT VGB VIR WLF'

/** Adjectives that are easily confused, are written in two ways or are plurals of their own. */
const ADJECTIVES = {
  إماراتية: 'ARE',
  كاميرونيون: 'CMR',
  بوركينابي: 'BFA',
  بوركينية: 'BFA',
  نيجري: 'NER',
  نيجيري: 'NGA',
  غينية: 'GIN',
  كونغوليين: 'COD',
  سلفادوري: 'SLV',
  أميركية: 'USA',
  أمريكيون: 'USA',
  مغاربة: 'MAR',
  أتراك: 'TUR',
  أفغان: 'AFG',
  روس: 'RUS',
  إيفوارية: 'CIV',
  نمساويون: 'AUT',
} as const

describe('what the lexicon knows', () => {
  it('has every code of ISO 3166-1, and of none two', () => {
    const ids = load('states.json').map(({ id }) => id)
    expect(ISO_3166.filter((code) => !ids.includes(code))).toEqual([])
    expect(new Set(ids).size).toBe(ids.length)
    expect(ISO_3166).toHaveLength(249)
  })

  it('has an adjective for every state but small islands and dependent territories', () => {
    const without = load('states.json')
      .filter(({ nisba }) => nisba.length === 0)
      .map(({ id }) => id)
    expect(without.sort().join(' ')).toBe(CALLED_BY_NAME)
  })

  for (const [form, state] of Object.entries(ADJECTIVES))
    it(`knows «${form}» as the adjective of ${state}`, () => {
      expect(names().nisba.get(fold(form))?.entity.id).toBe(`state:${state}`)
    })

  for (const [country, list] of Object.entries(DIVISIONS))
    it(`has the first-level divisions of ${country}`, () => {
      const known = new Set(
        load('places.json')
          .filter((place) => place.country === country)
          .flatMap(({ name, aliases }) => [name, ...aliases])
          .map(foldName),
      )
      const divisions = list.split('، ')
      expect(divisions.filter((division) => !known.has(foldName(division)))).toEqual([])
      expect(new Set(divisions).size).toBe(divisions.length)
    })

  it('has bodies, armed groups, people, offices and first names enough', () => {
    expect(load('organizations.json').length).toBeGreaterThanOrEqual(1080)
    expect(load('armed-groups.json').length).toBeGreaterThanOrEqual(350)
    const people = load('people.json')
    expect(people.length).toBeGreaterThanOrEqual(2000)
    expect(
      people.filter(({ offices }) => offices.some(({ from, to }) => from !== undefined || to !== undefined)).length,
    ).toBeGreaterThanOrEqual(1400)
    expect(load('titles.json').length).toBeGreaterThanOrEqual(240)
    expect(load('first-names.json').length).toBeGreaterThanOrEqual(2000)
  })

  it('has event words of all sixteen types of PLOVER', () => {
    const words = load('event-words.json')
    expect(words.length).toBeGreaterThanOrEqual(900)
    for (const type of EVENT_TYPES)
      expect(words.filter((word) => word.type === type).length, type).toBeGreaterThanOrEqual(20)
  })
})

/** Of whom the news of 2023 to 2026 told, as it writes them. */
const IN_THE_NEWS = {
  'أسامة ربيع': 'person:أسامة ربيع',
  'قاسم الأعرجي': 'person:قاسم الأعرجي',
  'أسعد الشيباني': 'person:أسعد الشيباني',
  'أبو عاقلة كيكل': 'person:أبو عاقلة كيكل',
  'مجيد تخت روانجي': 'person:مجيد تخت روانجي',
  'بيكا هافيستو': 'person:بيكا هافيستو',
  'حزب المساواة وديمقراطية الشعوب': 'org:dem-party',
  'قوات درع الوطن': 'org:nation-shield',
  'مصفاة سكيكدة': 'place:مصفاة سكيكدة@DZA',
  'معبر أدري': 'place:معبر أدري@TCD',
  'ميناء رأس لانوف': 'place:ميناء رأس لانوف@LBY',
}

describe('who is in the news', () => {
  for (const [name, key] of Object.entries(IN_THE_NEWS))
    it(`is known: «${name}»`, () => {
      expect(findMentions(readDocument(`أجرى ${name} محادثات اليوم.`)).map((mention) => mention.key)).toContain(key)
    })
})
