/** Articles made up of the lexicon's names, the same ones each time: enough of them to see how a desk grows. */
import { readFileSync } from 'node:fs'

interface Named {
  name: string
}
const data = (file: string) =>
  (JSON.parse(readFileSync(new URL(`../src/analysis/lexicon/data/${file}`, import.meta.url), 'utf8')) as Named[]).map(
    ({ name }) => name,
  )

export interface Generated {
  text: string
  source: string
  /** ISO 8601 date. */
  publishedAt: string
}

const SOURCES = ['الصباح', 'المساء', 'الشروق', 'وكالة الساحل', 'صحيفة الميناء', 'القارة']
const MATTERS =
  'الهدنة|التهريب|الحدود|الانتخابات|العقوبات|الفدية|المياه|اللاجئين|الغاز|الصيد البحري|التدريب العسكري|الميزانية'.split(
    '|',
  )
const DAY = 86_400_000
const FIRST_DAY = Date.UTC(2015, 0, 1)

/** A generator of numbers from 0 to 1, the same for the same seed (mulberry32). */
export function random(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

/** A maker of articles: the nth is always the same one. */
export function articleMaker(): (n: number) => Generated {
  const [states, people, bodies, groups, places] = [
    data('states.json'),
    data('people.json'),
    data('organizations.json'),
    data('armed-groups.json'),
    data('places.json'),
  ]
  return (n) => {
    const next = random(n + 1)
    // Few are in the news every day and most hardly ever: rank falls off as in real news (Zipf).
    const pick = (list: readonly string[]) => list[Math.floor(list.length ** next()) - 1] ?? list[0]!
    const number = (most: number) => 2 + Math.floor(next() * most)
    const [a, b, person, body, group, place, matter] = [
      pick(states!),
      pick(states!),
      pick(people!),
      pick(bodies!),
      pick(groups!),
      pick(places!),
      pick(MATTERS),
    ]
    const sentences = [
      () => `وقعت ${a} و${b} اتفاقا حول ${matter} بعد محادثات جرت في ${place}.`,
      () => `رفضت ${a} مشاركة ${b} في المفاوضات حول ${matter}.`,
      () => `قال ${person} إن ${body} ستراجع موقفها من ${matter} قبل نهاية الشهر.`,
      () => `قُتل ${number(40)} شخصا وأصيب ${number(90)} آخرون في هجوم نسبته السلطات إلى ${group} قرب ${place}.`,
      () => `اعتقلت قوات الأمن ${number(20)} مشتبها بهم في ${place} بتهمة الانتماء إلى ${group}.`,
      () => `دعت ${body} إلى وقف إطلاق النار في ${place} وإلى احترام اتفاق ${matter}.`,
      () => `زار ${person} العاصمة وبحث مع مسؤولين من ${a} ملف ${matter}.`,
      () => `فرضت ${a} عقوبات على ${group} بعد هجوم ${place} الذي وقع قبل ${number(9)} أيام.`,
      () => `ونفى ${person} أن تكون ${a} قد قدمت دعما إلى ${group}.`,
      () => `وصلت قافلة تحمل ${number(300)} طنا من المساعدات إلى ${place} برعاية ${body}.`,
    ]
    const text = Array.from({ length: 5 }, () => sentences[Math.floor(next() * sentences.length)]!())
    return {
      // No two are the same: each has a number of its own in it.
      text: `${text.join(' ')} وجاء ذلك في البيان رقم ${n}.`,
      source: pick(SOURCES),
      publishedAt: new Date(FIRST_DAY + Math.floor(n / 30) * DAY).toISOString().slice(0, 10),
    }
  }
}
