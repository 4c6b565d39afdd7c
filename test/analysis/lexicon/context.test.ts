import { describe, expect, it } from 'vitest'
import { findMentions } from '../../../src/analysis/entities/mentions.ts'
import { readDocument } from '../../../src/analysis/text/document.ts'

/** Keys of what a text names, in its order. */
const named = (text: string) =>
  findMentions(readDocument(text))
    .filter((mention) => mention.via === 'name')
    .map((mention) => mention.key)

describe('names that are ordinary words too', () => {
  for (const [text, key] of [
    ['رسم المعماري زاوية البناء ثم محا الزاوية وأعاد رسمها', 'place:مدينة الزاوية@LBY'],
    ['يرى الخبراء أن التعليم هو حجر الزاوية في خطط ليبيا', 'place:مدينة الزاوية@LBY'],
    ['أقلعت الطائرات من القاعدة الجوية بعد هجمات إرهابية', 'group:al-qaeda'],
    ['تبحث الحكومة عن دعم مالي للبلديات', 'state:MLI'],
    ['عاد الشاعر إلى مسقط رأسه بعد غياب طويل', 'place:مسقط@OMN'],
    ['استقبل الجمهور الفريق بحماس كبير', 'group:hamas'],
    ['سأل الطفل جده عن الحكاية', 'place:جدة@SAU'],
    ['ارتفعت أسعار المياه الغازية في الأسواق', 'place:الغازية@LBN'],
  ] as const)
    it(`reads no name in «${text}»`, () => {
      expect(named(text)).not.toContain(key)
    })

  for (const [text, key] of [
    ['اندلعت اشتباكات في الزاوية غربي ليبيا', 'place:مدينة الزاوية@LBY'],
    ['تبنى تنظيم متشدد الهجوم وقال إنه بايع القاعدة', 'group:al-qaeda'],
    ['قتل جنديان في كمين نصب لهما في مالي', 'state:MLI'],
    ['وصل الوفد إلى مسقط مساء اليوم', 'place:مسقط@OMN'],
    ['أعلنت حماس موافقتها على الهدنة في غزة', 'group:hamas'],
    ['وصلت السفينة إلى جدة في السعودية', 'place:جدة@SAU'],
  ] as const)
    it(`reads the name in «${text}»`, () => {
      expect(named(text)).toContain(key)
    })
})

describe('two of one name', () => {
  it('is the one of the country that the text speaks of', () => {
    expect(named('شهدت طرابلس احتجاجات، وقالت قوى الأمن اللبنانية إن الوضع في لبنان هادئ')).toContain(
      'place:طرابلس@LBN',
    )
    expect(named('شهدت طرابلس احتجاجات، وقالت الحكومة الليبية إن الوضع هادئ')).toContain('place:طرابلس@LBY')
    expect(named('وصل الوزير إلى عمان والتقى مسؤولين أردنيين في العاصمة الأردنية')).toContain('place:عمان@JOR')
    expect(named('أعلنت عمان وساطة جديدة بعد زيارة مسؤول عماني إلى صنعاء')).toContain('state:OMN')
  })

  it('is a place rather than a body of the same country that was not named in full', () => {
    expect(named('تهب الرياح من الأناضول نحو الساحل التركي')).toContain('place:الأناضول@TUR')
    expect(named('قالت وكالة الأناضول إن تركيا وافقت، وأضافت الأناضول أن الاتفاق وشيك')).not.toContain(
      'place:الأناضول@TUR',
    )
  })

  it('is the party of the country that the text speaks of', () => {
    expect(named('دعا حزب العدالة والتنمية في المغرب إلى الحوار')).toContain('org:pjd-ma')
    expect(named('خسر حزب العدالة والتنمية بلدية إسطنبول في تركيا')).toContain('org:akp')
  })

  it('is the first of the lexicon where the text gives no hint', () => {
    expect(named('شهدت طرابلس احتجاجات')).toContain('place:طرابلس@LBY')
  })
})
