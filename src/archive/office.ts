import { bare } from '../analysis/text/clitics.ts'
import { foldName } from '../analysis/text/fold.ts'

/** What says only how long, or with which stars on the shoulder, an office is held. */
const BESIDE = new Set(
  `جديد حالي سابق اسبق راحل منتخب معين مءقت مستقيل مقال موقت
  فريق لواء عميد عقيد مقدم راءد نقيب جنرال مارشال مشير دكتور شيخ سيد استاذ مهندس`
    .split(/\s+/)
    .filter(Boolean),
)

/**
 * The key of an office, the same for «وزير الدفاع الليبي» and «وزير الدفاع الليبي الجديد اللواء»: folded, without articles, clitics of the parts and what does not
 * belong to it.
 */
export function officeKey(role: string): string {
  return foldName(role)
    .replace(/[«»"()،,.؟?!]/g, ' ')
    .split(/\s+/)
    .map((word, at) => (at === 0 ? bare(word) : /^لل/.test(word) ? word.slice(2) : word.replace(/^ال(?=.{2})/, '')))
    .filter((word, at) => word !== '' && (at === 0 || !BESIDE.has(word)))
    .map((word) => word.replace(/(?<=.{3})ا$/, ''))
    .join(' ')
}
