/** What begins like a body or a group and is a thing: «مراكز الاقتراع», «حركة الملاحة», «تنظيم الانتخابات», «مصدر النيران». */
import { vocabulary } from '../lexicon/vocabulary.ts'
import type { Document } from '../text/document.ts'
import { fold } from '../text/fold.ts'
import type { Token } from '../text/tokens.ts'
import { perWord } from '../text/word.ts'
import type { Mention } from './mention.ts'

const keys = (words: string) => words.trim().split(/\s+/).map(fold)

/** By head: what stands behind it, with the article or without. */
const THINGS: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  (
    [
      [
        ['مركز', 'مراكز'],
        'اقتراع فرز تصويت انتخاب إيواء استقبال مراقبة توزيع احتجاز اعتقال توقيف تسوق تسجيل ثقل قوة قرار جذب مدينة بلدة تجنيد تدريب تلقيح تطعيم مدن',
      ],
      [['شبكة', 'شبكات'], 'تواصل اتصال اتصالات كهرباء مياه طرق إنترنت صرف تحكم نقل توزيع سكك ري أنفاق كابلات اجتماعية'],
      [['قناة', 'قنوات'], 'ري اتصال تواصل حوار تفاوض صرف ترابية دبلوماسية خلفية سرية مفتوحة'],
      [['جهاز', 'أجهزة'], 'كمبيوتر حاسوب اتصال تنفس تحقق كشف إنذار تشويش رصد عرض تصوير رؤية لرؤية إلكترونية'],
      [
        ['حركة'],
        'سير مرور نقل ملاحة عبور تجارة حافلات قطارات طيران بضائع سكان أموال تنقل شحن سفن أسواق بيع مسافرين شاحنات تصدير استيراد معبر مطار ميناء أشخاص سيارات',
      ],
      [
        ['تنظيم'],
        'قافلة انتخابات انتخاب دورة مؤتمر قمة مظاهرة تظاهرة حملة لقاء عمل أسرة احتجاج احتجاجات بطولة سوق سير حركة قطاع مهنة علاقة علاقات اجتماع مسيرة مسيرات رحلات هجرة استفتاء كأس مونديال معرض مهرجان حوار جلسة',
      ],
      [
        ['قوة'],
        'قاهرة شرائية ناعمة قانون سلاح دفع إرادة انفجار زلزال ضربة رياح عمل سرد حجة منطق كلمة لغة شخصية اقتصاد عملة ملاحظة تحمل جذب حصان',
      ],
      [['غرف', 'غرفة'], 'مغلقة نوم انتظار إنعاش ضيقة مظلمة صغيرة واسعة'],
      [['صندوق', 'صناديق'], 'اقتراع انتخاب بريد ذخيرة'],
      [['سرية'], 'مصادر معلومات تحقيق تصويت اقتراع محادثات بيانات مصرفية مداولات مفاوضات لقاء'],
    ] as const
  ).flatMap(([heads, things]) =>
    heads.map(
      (head) => [fold(head), new Set(keys(things).flatMap((thing) => [thing, `ال${thing}`, `لل${thing}`]))] as const,
    ),
  ),
)

/** Whether some word behind a head (its stem, folded) makes a thing of it. */
export const mayBeThing = (head: string): boolean => THINGS.has(head)

/** Whether a head (its stem, folded) and the word behind it are a thing. */
export function isThing(head: string, next: Token | undefined): boolean {
  const things = THINGS.get(head)
  return things !== undefined && next !== undefined && things.has(next.key)
}

/** «مصدر النيران», «مصادر الطاقة»: where something comes from; «مصادر الحركة», «مصادر القصر» tell something. */
export const isOrigin = perWord(({ key }) => {
  if (!/^ال.{3}/.test(key)) return false
  const stem = key.slice(2)
  const { groups, titles } = vocabulary()
  return !groups.has(stem) && !titles.has(stem) && !/^(?:قصر|رءاسه|خارجيه|داخليه|دفاع|صحيفه|وكاله|قناه)$/.test(stem)
})

const MEDIA: ReadonlySet<string> = new Set(
  ['telegram', 'facebook', 'twitter', 'whatsapp', 'youtube', 'tiktok', 'instagram'].map((id) => `org:${id}`),
)
const ON_MEDIUM: ReadonlySet<string> = new Set(['علي', 'عبر', 'منصه', 'تطبيق', 'موقع', 'قناه'])

/** Whether a mention is where something was said, and no party to it: «نشر على فيسبوك», «على منصة «تلغرام»». */
export function isMedium({ tokens }: Document, { type, via, key, from }: Mention): boolean {
  if (type !== 'organization' || via !== 'name' || !MEDIA.has(key)) return false
  if (ON_MEDIUM.has(tokens[from]!.key)) return ON_MEDIUM.has(tokens[from - 1]?.key ?? '')
  const before = tokens[from - 1]?.kind === 'mark' ? tokens[from - 2] : tokens[from - 1]
  return before !== undefined && ON_MEDIUM.has(before.key)
}
