import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { EntityType } from '../../src/analysis/analysis.ts'
import type { Archive } from '../../src/archive/archive.ts'
import { editDistance, looseKey, nameKey } from '../../src/archive/names.ts'
import { openDesk, person, state, store } from './desk.ts'

const body = (name: string, type: EntityType = 'organization') => ({ id: `text:${name}`, name, type })
const NAMED = [
  person('أسامة الجويلي', { role: 'وزير الدفاع الليبي' }),
  person('عبد القادر بن صالح'),
  person('مؤيد الراوي'),
  person('هدى بنت عيسى الأنصاري', { role: 'رئيسة الهيئة' }),
  person('رائد أبو الليل'),
  person('إسماعيل ولد الشيخ أحمد'),
  state('DZA', 'الجزائر'),
  state('LBY', 'ليبيا'),
  state('SAU', 'السعودية'),
  body('القيادة العملياتية المشتركة'),
  body('جماعة أنصار الدين', 'armed-group'),
  body('مؤسسة النفط الوطنية'),
  body('إليزي', 'place'),
]

let archive: Archive
let desk: string
beforeAll(async () => {
  ;({ archive, desk } = await openDesk())
  await store(archive, desk, 'خبر عن كل هؤلاء.', { entities: NAMED })
})
afterAll(() => archive.close())
const found = async (typed: string) => (await archive.actors.find(desk, typed)).map((actor) => actor.name)

describe('a name is found', () => {
  it.each([
    ['without hamzas', 'اسامة الجويلي', 'أسامة الجويلي'],
    ['with alif maqsura for ya', 'أسامة الجويلى', 'أسامة الجويلي'],
    ['with ya for alif maqsura', 'هدي بنت عيسي الأنصاري', 'هدى بنت عيسى الأنصاري'],
    ['with ha for ta marbuta', 'أسامه الجويلي', 'أسامة الجويلي'],
    ['with another seat of the hamza', 'رايد أبو الليل', 'رائد أبو الليل'],
    ['with its vowels', 'أُسَامَة الجُوَيْلي', 'أسامة الجويلي'],
    ['with tatweel', 'الجــزائر', 'الجزائر'],
    ['with Persian letters', 'اسامه الجویلی', 'أسامة الجويلي'],
    ['by the family name', 'الجويلي', 'أسامة الجويلي'],
    ['by the family name without its article', 'جويلي', 'أسامة الجويلي'],
    ['without the middle of the name', 'هدى الأنصاري', 'هدى بنت عيسى الأنصاري'],
    ['by the first two names', 'إسماعيل ولد الشيخ أحمد', 'إسماعيل ولد الشيخ أحمد'],
    ['with عبد joined', 'عبدالقادر بن صالح', 'عبد القادر بن صالح'],
    ['with ابن for بن', 'عبد القادر ابن صالح', 'عبد القادر بن صالح'],
    ['by the office', 'وزير الدفاع الليبي', 'أسامة الجويلي'],
    ['by the office, carelessly spelled', 'رئيسه الهيئه', 'هدى بنت عيسى الأنصاري'],
    ['by the office with the articles', 'الوزير الدفاع الليبي', 'أسامة الجويلي'],
    ['without the article', 'جزائر', 'الجزائر'],
    ['behind a preposition', 'بالجزائر', 'الجزائر'],
    ['behind «لل»', 'للسعودية', 'السعودية'],
    ['behind a preposition that looks like an article', 'لليبيا', 'ليبيا'],
    ['behind a conjunction', 'وليبيا', 'ليبيا'],
    ['with quotes and a question mark', '«الجزائر»؟', 'الجزائر'],
    ['with an article on every word', 'المؤسسة النفط الوطنية', 'مؤسسة النفط الوطنية'],
  ])('%s', async (_, typed, name) => {
    expect(await found(typed)).toEqual([name])
  })

  it('by nobody where nobody is called so', async () => {
    for (const typed of ['سقراط', 'القيادة', 'و', '', '؟', ' ', 'الليل الطويل']) expect(await found(typed)).toEqual([])
  })

  /** One way of spelling that people mix up, wherever it applies to a name. */
  const CHANGES: ((name: string) => string)[] = [
    (name) => name.replace(/[أإآ]/g, 'ا'),
    (name) => name.replace(/(?<![ء-ي])ا(?!ل)/g, 'إ'),
    (name) => name.replace(/ة(?![ء-ي])/g, 'ه'),
    (name) => name.replace(/ي(?![ء-ي])/g, 'ى'),
    (name) => name.replace(/ى(?![ء-ي])/g, 'ي'),
    (name) => name.replace(/ئ/g, 'ي'),
    (name) => name.replace(/ئ/g, 'ؤ'),
    (name) => name.replace('عبد ', 'عبد'),
    (name) => name.replaceAll(' ', '  '),
    (name) => name.replaceAll('م', 'مَ'),
    (name) => name.replaceAll('ن', 'نـ'),
    (name) => name.replace(/^ال/, ''),
    (name) => name.replace(/(?<!عبد *) ال/g, ' '),
    (name) => ` ${name} `,
    (name) => `${name}؟`,
    (name) => `\u200f${name}`,
    (name) => name.normalize('NFD'),
  ]
  it('however several of these are mixed', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...NAMED.map(({ name }) => name)),
        fc.subarray(CHANGES),
        async (name, changes) => {
          const typed = changes.reduce((spelled, change) => change(spelled), name)
          expect(await found(typed), typed).toContain(name)
        },
      ),
      { numRuns: 400 },
    )
  })

  it('by the whole of it before those of whose name it is a part', async () => {
    const { archive: other, desk: own } = await openDesk()
    await store(other, own, 'خبر.', { entities: [person('سعيد الجزائري'), person('عمر الجزائري')] })
    await store(other, own, 'خبر آخر.', { entities: [{ ...person('الجزائري'), id: 'text:x', type: 'organization' }] })
    expect((await other.actors.find(own, 'الجزائري')).map((actor) => actor.type)).toEqual(['organization'])
    expect((await other.actors.find(own, 'عمر الجزائري')).map((actor) => actor.name)).toEqual(['عمر الجزائري'])
  })
})

describe('a name that is nearly one', () => {
  it.each([
    ['a letter left out', 'أسامة الجولي', 'أسامة الجويلي'],
    ['a letter put in', 'أسامة الجويللي', 'أسامة الجويلي'],
    ['two letters swapped', 'أسامة الجوليي', 'أسامة الجويلي'],
    ['a letter changed', 'الجزايز', 'الجزائر'],
    ['a letter changed in a short name', 'ليبسا', 'ليبيا'],
    ['a wrong hamza', 'موسسة النفط الوطنية', 'مؤسسة النفط الوطنية'],
    ['only a part of it', 'القيادة العملياتية', 'القيادة العملياتية المشتركة'],
  ])('with %s is offered first', async (_, typed, name) => {
    expect((await archive.actors.nearest(desk, typed, 3))[0]?.name).toBe(name)
  })

  it('is not offered where nothing is near', async () => {
    for (const typed of ['سقراط', 'منظمة الأغذية والزراعة', '', 'x', '؟؟؟'])
      expect(await archive.actors.nearest(desk, typed, 3)).toEqual([])
  })

  it('has few others beside it', async () => {
    expect((await archive.actors.nearest(desk, 'الجزايز', 1)).length).toBe(1)
  })

  it('is found with any one letter mistyped', async () => {
    const letters = 'ابتثجحخدذرزسشصضطظعغفقكلمنهوي'
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...NAMED.map(({ name }) => name).filter((name) => name.length >= 7)),
        fc.nat(30),
        fc.constantFrom(...letters),
        async (name, at, letter) => {
          const place = 3 + (at % (name.length - 3))
          const typed = name.slice(0, place) + letter + name.slice(place + 1)
          const near = await archive.actors.nearest(desk, typed, 5)
          expect([...near.map((actor) => actor.name), ...(await found(typed))], typed).toContain(name)
        },
      ),
      { numRuns: 150 },
    )
  })
})

describe('keys', () => {
  it('do not change when they are made again', () => {
    fc.assert(
      fc.property(fc.constantFrom(...NAMED.map(({ name }) => name)), (name) => {
        const loose = looseKey(nameKey(name))
        return looseKey(loose) === loose
      }),
    )
  })

  it('keep their distance within what is asked for', () => {
    const word = fc.string({ unit: fc.constantFrom('ا', 'ب', 'ت'), maxLength: 7 })
    fc.assert(
      fc.property(word, word, fc.nat(4), (a, b, most) => {
        const exact = editDistance(a, b, 20)
        const distance = editDistance(a, b, most)
        return exact <= most ? distance === exact : distance === most + 1
      }),
    )
  })
})
