import { describe, expect, it } from 'vitest'
import { linksIn } from '../../../adapters/discord/addresses.ts'
import { plainText } from '../../../adapters/discord/plain.ts'

describe('plainText', () => {
  it.each([
    ['**عاجل** | قال __الوزير__ ~~أمس~~ اليوم', 'عاجل | قال الوزير أمس اليوم'],
    ['# العنوان\n> قال المصدر\n-# وكالة', 'العنوان\nقال المصدر\nوكالة'],
    ['#سوريا تعلن', '#سوريا تعلن'],
    ['***مهم جدا*** و ||سر **داخل**||', 'مهم جدا و سر داخل'],
    ['[الخبر كاملا](<https://news.example/a_(b)>) هنا', 'الخبر كاملا هنا'],
    ['انظر <https://news.example/a__b__c>', 'انظر https://news.example/a__b__c'],
    ['يوم <t:1710331200:D> <:flag_dz:1105842331193221151>', 'يوم 2024-03-13'],
    ['<@42> كتب في <#43> و<@&44>', 'نادية كتب في #أخبار و'],
    ['```\nنص\n```', 'نص'],
    ['خمسة \\* ستة', 'خمسة * ستة'],
  ])('%s', (content, plain) => {
    const names: Record<string, string> = { 42: 'نادية', 43: 'أخبار' }
    expect(plainText(content, (id) => names[id])).toBe(plain)
  })
})

describe('linksIn', () => {
  it.each([
    ['انظر https://news.example/1، ثم <https://news.example/2>.', ['https://news.example/1', 'https://news.example/2']],
    [
      '[هنا](https://ar.wikipedia.org/wiki/X_(Y)) و**https://b.example/**',
      ['https://ar.wikipedia.org/wiki/X_(Y)', 'https://b.example/'],
    ],
    ['(https://a.example/p?q=1&r=2)؟ https://a.example/p?q=1&r=2', ['https://a.example/p?q=1&r=2']],
    ['بلا رابط http:// ولا www.example.com', []],
  ])('%s', (content, links) => {
    expect(linksIn(content)).toEqual(links)
  })
})
