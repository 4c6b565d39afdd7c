/** How people called by what they are are shown, and by what key two mentions of them are joined. */
import { names } from '../lexicon/names.ts'
import { vocabulary } from '../lexicon/vocabulary.ts'
import { fold } from '../text/fold.ts'
import { evenlySpaced, perPhrase } from '../text/phrase.ts'
import { type Called, keyOfPhrase } from './phrase-keys.ts'

/** Of a phrase that has the article, or is left as it is written. */
export const definiteGroup = perPhrase((words) => shown(evenlySpaced(words)))
/** Of a phrase without the article, which may be in the accusative. */
export const indefiniteGroup = perPhrase((words) => shown(withoutTanwin(evenlySpaced(words))))

function shown(words: string): Called {
  const name = nominative(words)
  return { name, key: `text:${keyOfPhrase(name).split(' ').map(accusativeless).join(' ')}` }
}

/** «مسلحين محليين» are shown as «مسلحون محليون», «سائقَين» as «سائقان»: the form under which a reader would look for them. */
function nominative(name: string): string {
  const words = name.split(' ')
  const ending = nominativeEnding(words[0]!)
  if (ending === undefined) return name
  return words
    .map((word, i) =>
      i === 0 || SOUND_ADJECTIVE.test(word) || nominativeEnding(word) === 'ون' ? word.replace(OBLIQUE, ending) : word,
    )
    .join(' ')
}

const OBLIQUE = /\u064E?ين$/
const SOUND_ADJECTIVE = /.{3}يين$/

/** The ending that a head has where it is the subject; undefined where it does not end as an object does, or need not. */
function nominativeEnding(head: string): string | undefined {
  if (/\u064Eين$/.test(head)) return 'ان'
  if (/.{3}ون$/.test(head)) return 'ون'
  if (!head.endsWith('ين') || head.length < 6) return undefined
  return vocabulary().groups.has(fold(`${head.slice(0, -2)}ون`).replace(/^ال/, '')) ? 'ون' : undefined
}

/** «وفدا أمنيا ليبيا» is shown as «وفد أمني ليبي»: without the alef of the indefinite accusative and its sign. */
function withoutTanwin(name: string): string {
  return name
    .split(' ')
    .map((word) => {
      const plain = word.replace(/\u064B/g, '')
      const key = fold(plain)
      return /[^اىوء]ا$/.test(plain) &&
        !plain.startsWith('ال') &&
        plain.length > 3 &&
        !vocabulary().groups.has(key) &&
        (!names().byFirstWord.has(key) || names().nisba.has(key.slice(0, -1)))
        ? plain.slice(0, -1)
        : plain
    })
    .join(' ')
}

/** Without the alef of the indefinite accusative: «وفدا» → «وفد». Ta marbuta takes none: «قادها» is a verb and its object. */
export function accusativeless(word: string): string {
  return word.length > 3 && word.endsWith('ا') && !word.endsWith('ها') && !vocabulary().groups.has(word)
    ? word.slice(0, -1)
    : word
}
