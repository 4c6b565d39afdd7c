/** The words by which a text says that an act is meant, demanded, denied, feared or known: folded, without their clitics. */
import type { EventType } from '../analysis.ts'
import { fold } from '../text/fold.ts'

const keys = (words: string) => new Set(words.trim().split(/\s+/).map(fold))

export const INTENDING = keys(
  'مستعد مستعدة مستعدون مستعدين يعتزم تعتزم يعتزمون اعتزم اعتزمت اعتزام ينوي تنوي نية يخطط تخطط خطة يستعد تستعد استعداد استعدادا استعدادات يسعى تسعى سعي مسعى المقرر يرتقب ينتظر المنتظر المرتقب المتوقع مرتقب مرتقبة مقررة مقرر المفترض يفترض بصدد عازم عازمة عازمون عازمين عزم تمهيدا تأهبا يهدف تهدف بهدف بغية قصد لأجل أجل سيتم ستتم يأمل تأمل يعول تراهن مقترحا مقترحة',
)
export const DEMANDING = keys(
  'يجب ينبغي بد ضرورة بضرورة وجوب طالب طالبت يطالب تطالب طالبوا دعا دعت يدعو تدعو دعوا ناشد ناشدت يناشد تناشد حث حثت يحث تحث مطالب مطالبة دعوة داعيا داعية داعين مطالبا مطالبة مطالبين مناشدا مناشدة مناشدين حاثا حاثة حاثين يتوجب يحتم تحتم طلب طلبت',
)
export const DOUBTING = keys(
  'يدرس تدرس يدرسون ربما لعل لو إذا احتمال احتمالات إمكانية يمكن يمكنها يحتمل مخاوف خشية تحسبا مخاطر خطر محاولة محاولات لمحاولة لأي أي أية افتراض حال',
)
export const PREVENTING = keys(
  'رفض رفضت يرفض ترفض رفضوا رفضها رفضه منع منعت يمنع لمنع ومنع حظر يحظر تحظر عارض عارضت يعارض تعارض معارضة استبعد استبعدت إحباط أحبط أحبطت إفشال أفشل أفشلت تفادي لتفادي تجنب لتجنب منعا تجنبا تفاديا درءا',
)
export const DENYING = keys(
  'نفي نافيا نافية نافين عدم دون بدون نفى نفت ينفي تنفي نفوا ينفون كذب كذبت فند فندت دحض دحضت انعدام غياب',
)
/** What their subject will do has not been done yet: «تعهدت بتقديم …», «وافق على إرسال …». */
export const PLEDGING = keys(
  'تعهد تعهدت يتعهد تتعهد تعهدوا تعهدا التزم التزمت يلتزم تلتزم وافق وافقت يوافق توافق وعد وعدت يعد تعد عرض عرضت يعرض تعرض اقترح اقترحت يقترح تقترح اتفق اتفقت اتفقوا اتفقا هدد هددت هددوا يهدد تهدد يهددون لوح لوحت لوحوا يلوح تلوح توعد توعدت توعدوا يتوعد تتوعد كلف كلفت يكلف تكلف',
)
export const EXPECTING = keys(
  'رجح رجحت يرجح ترجح توقع توقعت يتوقع تتوقع يخشى تخشى خشي خشيت حذر حذرت يحذر تحذر تخوف تخوفت استبعد استبعدت يستبعد تستبعد يحتمل يمكن',
)
/** What a text lays down is to be done yet: «ينص الاتفاق على …», «يقضي بأن …». */
export const LAYING_DOWN = keys('نص نصت ينص تنص قضى يقضي تقضي')
/** «فشل في سحب الثقة», «عجز عن حماية …». */
export const FAILING = keys('فشل فشلت فشلوا يفشل تفشل أخفق أخفقت أخفقوا يخفق تخفق عجز عجزت عجزوا يعجز تعجز')
/** What stands behind these was, whatever the verb before says: it is spoken of as known. */
export const CAUSES = keys('منذ جراء بسبب نتيجة رغم برغم غداة أعقاب ضحايا ذكرى')
/** So is what stands behind «على» and one of these: «ردا على اغتيال …». */
export const ANSWERS = keys('ردا رد احتجاجا احتجاج خلفية إثر تعقيبا تعليقا انتقاما مضي مرور')
/** What stands behind these was at the time of the verb: told of the past it was, told of what is to come it is to be. */
export const WHILE = keys('بعد عقب إثر خلال أثناء إبان فور وسط قبل قبيل عشية ظل')
/** «عملية اختطاف», «سلسلة غارات»: nouns between a preposition and the act that it is of. */
export const OF_ACTS = keys('عملية عمليات حادثة حادث سلسلة موجة حملة يوم')
/** Nobody does any more what stands behind these («علقت كندا تصدير السلاح»). */
export const STOPPING = keys('علق علقت أوقف أوقفت جمد جمدت ألغى ألغت قطع قطعت يعلق يوقف يجمد يلغي تلغي')
export const STOPPED: ReadonlySet<EventType> = new Set(['AGREE', 'AID', 'CONSULT', 'COOPERATE', 'SUPPORT'])
/** «ألغيت زيارة …»: no longer meant to be; «تأجلت زيارة …»: still to be. */
export const CANCELLED = keys('ألغيت تلغى أُلغي')
export const PUT_OFF = keys('تأجل تأجلت أرجئ أرجئت تأجيل إرجاء')
export const UPCOMING = keys('المقبل المقبلة القادم القادمة غدا')
