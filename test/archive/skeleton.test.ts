import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isLatin, plainLatin, skeletonOf, skeletonsOf } from '../../src/archive/skeleton.ts'

describe('the consonants of a name', () => {
  it.each([
    ['الجويلي', ['Juwaili', 'al-Jwayli', 'Jouili', 'Al Juwayli']],
    ['عبد المجيد تبون', ['Abdelmadjid Tebboune', 'Abdul Majid Tebboun', 'Abd al-Majid Teboune']],
    ['عبد الرحمن', ['Abderrahmane', 'Abdul Rahman', 'Abdel-Rahman']],
    ['عبد الله', ['Abdallah', 'Abdullah']],
    ['بوشارب', ['Bouchareb', 'Boushareb', 'Bousharab']],
    ['القذافي', ['Gaddafi', 'Kadhafi', 'Qaddafi', 'al-Gadhafi']],
    ['الغنوشي', ['Ghannouchi', 'al-Ghannushi']],
    ['خليفة حفتر', ['Khalifa Haftar']],
    ['جمال', ['Jamal', 'Djamal', 'Gamal']],
    ['عثمان', ['Othman', 'Osman', 'Uthman']],
    ['مصطفى قاسم', ['Mustafa Qassem', 'Moustapha Kassem', 'Mostafa Gasem']],
  ])('of «%s» are those of its Latin spellings', (arabic, spellings) => {
    for (const latin of spellings) expect(skeletonsOf(latin), latin).toContain(skeletonOf(arabic))
  })

  it.each([
    ['الجويلي', 'Jalloud'],
    ['تبون', 'Tabbara'],
    ['حفتر', 'Hafez'],
    ['بوشارب', 'Bouhired'],
  ])('of «%s» are not those of another name', (arabic, latin) => {
    expect(skeletonsOf(latin)).not.toContain(skeletonOf(arabic))
  })

  it('are too few in some names to tell anybody', () => {
    expect(skeletonOf('علي')).toBeUndefined()
    expect(skeletonsOf('Ali')).toEqual([])
  })

  it('are the same with an article, a doubled letter or an accent', () => {
    fc.assert(
      fc.property(fc.constantFrom('Samarrai', 'Zeroual', 'Mansouri', 'Benkirane', 'Hamdok'), (name) => {
        const keys = skeletonsOf(name)
        expect(skeletonsOf(`al-${name}`)).toEqual(keys)
        expect(skeletonsOf(name.toUpperCase())).toEqual(keys)
        expect(skeletonsOf(name.replace(/[aeiou]/g, 'é'))).toEqual(keys)
      }),
    )
  })

  it('are found in time for anything', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (typed) => {
        expect(skeletonsOf(typed).length).toBeLessThanOrEqual(32)
        skeletonOf(typed)
      }),
    )
  })
})

describe('plain Latin', () => {
  it('keeps every letter at its place', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (typed) => {
        const composed = typed.normalize('NFC')
        // Only where lower case is as long as upper case can places be compared.
        fc.pre(composed.toLowerCase().length === composed.length)
        expect(plainLatin(typed).length).toBe(composed.length)
      }),
    )
    expect(plainLatin('Algérie أهلا')).toBe('algerie أهلا')
  })

  it('is told from Arabic', () => {
    expect(isLatin('Tebboune')).toBe(true)
    expect(isLatin('تبون')).toBe(false)
    expect(isLatin('Who is تبون')).toBe(false)
    expect(isLatin('2012')).toBe(false)
  })
})
