import { bare } from '../text/clitics.ts'
import { perWord } from '../text/word.ts'

/** Folded heads of groups whose members each stand for a state or body of their own. */
const OFFICERS: ReadonlySet<string> = new Set(
  'وزراء رءساء قاده زعماء ملوك سفراء ممثلو ممثلي ممثلون ممثلين مندوبو مندوبي مبعوثو مبعوثي وفود حكومات جيوش'.split(' '),
)

/** Whether a word heads such a group: «وزراء خارجية مصر والأردن», «رؤساء الدول». */
export const areOfficers = perWord(({ key }) => OFFICERS.has(bare(key)))
