/** Sentences about sport, where teams attack, defend and are expelled. */
import { bare } from '../text/clitics.ts'
import { perWord } from '../text/word.ts'
import type { SentenceView } from './sentence.ts'

/** So many words of sport make a sentence one about sport, where teams attack, defend and are expelled. */
const SPORT_WORDS = 2
const SPORT = new Set(
  'مباراه مباريات منتخب منتخبات دوري كاس بطوله بطولات هدف اهداف مرمي لاعب لاعبو لاعبي لاعبين لاعبون مدرب مهاجم مدافع حارس شوط اشواط مونديال اولمبياد ركله ملعب ملاعب نادي الاندية انديه فريق تصفيات نقاط سباق ميداليه ميداليات شباك كره القدم هداف'.split(
    ' ',
  ),
)

const isOfSport = perWord(({ key }) => SPORT.has(bare(key)) || (/^[وبل]/.test(key) && SPORT.has(bare(key.slice(1)))))

/** Words of unrest and of the authorities: news of a match that is news of a crime. */
const UNREST =
  /^[وفبل]?(?:ال|لل)?(?:اعتداء|اعتداءات|عنف|شغب|شرطه|امن|درك|شكوي|عقوبات|عقوبه|مصابين|جرحي|خارجيه|وزاره|سفاره|نيابه|احتجاج|اعتقال|توقيف|ايقاف|غرامه|خطيه)$/
const isOfUnrest = perWord(({ key }) => UNREST.test(key))

/** Whether a sentence tells of sport and nothing else. */
export function isAboutSport(view: SentenceView): boolean {
  let words = 0
  for (let at = view.from; at < view.to; at++) if (isOfUnrest(view.document.tokens[at]!)) return false
  for (let at = view.from; at < view.to; at++)
    if (isOfSport(view.document.tokens[at]!) && ++words > SPORT_WORDS) return true
  return false
}
