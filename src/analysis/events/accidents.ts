/** Sentences about accidents and disasters, in which people die that nobody struck. */
import { bare } from '../text/clitics.ts'
import { perWord } from '../text/word.ts'
import type { FoundEvent } from './found.ts'
import type { SentenceView } from './sentence.ts'

const ACCIDENT =
  /^(?:حادث|حوادث|حادثه|تصادم|اصطدام|زلزال|زلازل|هزه|هزات|فيضان|فيضانات|سيول|اعصار|اعاصير|تسونامي|انهيار|غرق|تدافع|عاصفه|عواصف|بركان|صاعقه|وباء|كوليرا|تحطم|انقلابها|دهسا|اختناق|مرور|سير|كارثه|كوارث)$/
const FORCE =
  /^(?:هجوم|هجمات|قصف|غاره|غارات|تفجير|تفجيرات|انفجار|انفجارات|عبوه|لغم|الغام|رصاص|نار|نيران|مسلح|مسلحون|مسلحين|كمين|اشتباك|اشتباكات|معارك|قتال|مواجهات|اغتيال|ارهاب|ارهابي|ارهابيه|ارهابيين|طعن|صاروخ|صواريخ|قذيفه|قذاءف|مسيره|انتحاري|جيش|حرب|جماعه|ميليشيا|ميليشيات|عنف|اقتتال|مفخخه|اعتداء|جريمه|نزاع)$/
/** CAMEO: kill; hurt. */
const LOSSES = /^18(?:2|6)$/

const stem = (key: string) => bare(key.replace(/^[وفبل](?=.{4})/, ''))
const isAccident = perWord(({ key }) => ACCIDENT.test(bare(key)) || ACCIDENT.test(stem(key)))
const isForce = perWord(({ key }) => FORCE.test(bare(key)) || FORCE.test(stem(key)))

/** The events of a sentence; where it tells of an accident and of no force, those who died or were hurt were not attacked. */
export function withoutAccidents({ document: { tokens }, from, to }: SentenceView, events: FoundEvent[]): FoundEvent[] {
  const isLoss = ({ type, cameo }: FoundEvent) => type === 'ASSAULT' && LOSSES.test(cameo ?? '')
  if (!events.some(isLoss)) return events
  let accident = false
  for (let at = from; at < to; at++) {
    if (isForce(tokens[at]!)) return events
    accident ||= isAccident(tokens[at]!)
  }
  return accident ? events.filter((event) => !isLoss(event)) : events
}
