/** Who speaks for a state under another name: «الحكومة اللبنانية», «الخارجية الفرنسية», as the engine reads them in articles. */
import { names } from '../analysis/lexicon/names.ts'
import { bare } from '../analysis/text/clitics.ts'
import { fold } from '../analysis/text/fold.ts'

const AUTHORITIES =
  /^(?:الحكومه|حكومه|السلطات|سلطات|الخارجيه|الرءاسه|القياده|الدبلوماسيه|الداخليه|الدوله|(?:وزاره|رءاسه) (?:الخارجيه|الشءون الخارجيه|الجمهوريه|الحكومه))$/

/** The name of the state that a typed authority stands for; undefined where the words are none. */
export function stateOfAuthority(typed: string): string | undefined {
  const words = fold(typed).trim().split(/\s+/)
  if (words.length < 2 || words.length > 4) return undefined
  const entity = names().nisba.get(bare(words.at(-1)!))?.entity
  if (entity?.type !== 'state') return undefined
  const [first = '', ...rest] = words.slice(0, -1)
  return AUTHORITIES.test([first.replace(/^[وبلف](?=ال)/, ''), ...rest].join(' ')) ? entity.name : undefined
}
