/** Sentences about sport, where teams attack, defend and are expelled. */
import { bare } from '../text/clitics.ts'
import { flagFor } from '../text/flags.ts'
import type { SentenceView } from './sentence.ts'

/** So many words of sport make a sentence one about sport, where teams attack, defend and are expelled. */
const SPORT_WORDS = 2
const SPORT = new Set(
  'مباراه مباريات منتخب منتخبات دوري كاس بطوله بطولات هدف اهداف مرمي لاعب لاعبو لاعبي لاعبين لاعبون مدرب مهاجم مدافع حارس شوط اشواط مونديال اولمبياد ركله ملعب ملاعب نادي الاندية انديه فريق تصفيات نقاط سباق ميداليه ميداليات شباك كره القدم هداف'.split(
    ' ',
  ),
)

const IS_OF_SPORT = flagFor(({ key }) => SPORT.has(bare(key)) || (/^[وبل]/.test(key) && SPORT.has(bare(key.slice(1)))))

/** Words of unrest and of the authorities: news of a match that is news of a crime. */
const UNREST =
  /^[وفبل]?(?:ال|لل)?(?:اعتداء|اعتداءات|عنف|شغب|شرطه|امن|درك|شكوي|عقوبات|عقوبه|مصابين|جرحي|خارجيه|وزاره|سفاره|نيابه|احتجاج|اعتقال|توقيف|ايقاف|غرامه|خطيه)$/
const IS_OF_UNREST = flagFor(({ key }) => UNREST.test(key))

/** Whether a sentence tells of sport and nothing else. */
export function isAboutSport({ document: { flags }, from, to }: SentenceView): boolean {
  let words = 0
  for (let at = from; at < to; at++) {
    if ((flags[at]! & IS_OF_UNREST) !== 0) return false
    if ((flags[at]! & IS_OF_SPORT) !== 0) words++
  }
  return words > SPORT_WORDS
}
