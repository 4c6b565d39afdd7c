/**
 * One key for a name in Arabic and in Latin letters: its consonants, in classes. Latin spellings of Arabic names differ mostly in vowels, doubled letters
 * and the article (Juwaili, al-Jwayli, Jouili), and in a few consonants that Latin has no letter for; so both scripts are brought to the classes in which
 * they agree, after Freeman, Condon and Ackerman, «Cross Linguistic Name Matching in English and Arabic» (HLT-NAACL 2006), and, for which Arabic letters are
 * taken for one another, Aqeel et al., «On the Development of Name Search Techniques for Arabic» (JASIST 57, 2006).
 */
import { foldName } from '../analysis/text/fold.ts'

/** Arabic letters by the class that Latin spellings keep; weak letters, ayn and hamza have none, ta marbuta is folded to ha. */
const ARABIC: Record<string, string> = {
  ...{ ب: 'b', ت: 't', ط: 't', ث: 't', ج: 'j', ح: 'h', ه: 'h', خ: 'x', د: 'd', ذ: 'd', ض: 'd', ظ: 'd' },
  ...{ ر: 'r', ز: 'z', س: 's', ص: 's', ش: 'c', غ: 'g', ف: 'f', ق: 'k', ك: 'k', ل: 'l', م: 'm', ن: 'n' },
}

/** Latin spellings of one class, the longer first: English and French ones, and those of the Maghreb. */
const LATIN: readonly (readonly [RegExp, string])[] = [
  [/^(?:dj|dg)/, 'j'],
  [/^(?:tch|sch|sh|ch)/, 'c'],
  [/^(?:kh)/, 'x'],
  [/^(?:gh)/, 'g'],
  [/^(?:th)/, 't'],
  [/^(?:dh)/, 'd'],
  [/^(?:ph)/, 'f'],
  [/^(?:ck|q|k|c)/, 'k'],
  [/^gu(?=[ei])/, 'k'],
  [/^(?:b|p)/, 'b'],
  [/^t/, 't'],
  [/^j/, 'j'],
  [/^g/, 'k'],
  [/^h/, 'h'],
  [/^d/, 'd'],
  [/^r/, 'r'],
  [/^z/, 'z'],
  [/^s/, 's'],
  [/^(?:f|v)/, 'f'],
  [/^l/, 'l'],
  [/^m/, 'm'],
  [/^n/, 'n'],
]

/** Letters that some write for another class: Gamal for Jamal, Bagdad for Baghdad, Zafer for Dhafer, Osman for Othman. */
const OTHERWISE: Record<string, readonly string[]> = { g: ['j', 'g'], z: ['d'], s: ['t'] }
/** Letters that may be one of two, tried both ways, up to this many keys. */
const MOST_KEYS = 16
/** A key of fewer consonants is anybody's. */
const SHORTEST = 2
/** Marks a key of this kind among the keys of names: no name begins with it. */
export const SKELETON = '~'

const LATIN_ARTICLE = /^(?:al|el|ul|ad|ar|as|az|an|at|ash|the|l)$/

/** The consonants of an Arabic name as a key, or undefined where there are too few. */
export function skeletonOf(name: string): string | undefined {
  const classes = foldName(name)
    .replace(/(?<![^\s-])عبد[\s-]*ال(?=.{2})/g, 'عبد')
    .split(/[\s-]+/)
    .map((word) => {
      const stem = word.replace(/^ال(?=.{2})/, '')
      // A ha at the end is mostly a ta marbuta, which Latin leaves out.
      return [...stem.replace(/ه$/, '')].map((letter) => ARABIC[letter] ?? '').join('')
    })
    .join('')
  return keyed(classes)
}

/** The keys under which a name in Latin letters may be found, the likeliest first. */
export function skeletonsOf(latin: string): string[] {
  // Abdelkader, Abdul Qadir, Abderrahmane: the article in them is written in any way, or not at all.
  const words = plainLatin(latin)
    .replace(/\babd[\s-]*[aeiou]l[\s-]*/g, 'abd')
    .split(/[^a-z]+/)
    .filter((word) => word !== '' && !LATIN_ARTICLE.test(word))
  let keys = ['']
  for (const word of words) {
    for (let rest = word; rest !== ''; ) {
      const hit = LATIN.map(([pattern, code]) => ({ code, length: pattern.exec(rest)?.[0].length ?? 0 })).find(
        ({ length }) => length > 0,
      )
      if (hit === undefined) {
        rest = rest.slice(1)
        continue
      }
      const letter = rest[0]!
      rest = rest.slice(hit.length)
      // A ha at the end of a word is not spoken.
      if (letter === 'h' && rest === '') continue
      const others = hit.length === 1 ? (OTHERWISE[letter] ?? []) : []
      const codes = keys.length < MOST_KEYS ? [hit.code, ...others] : [hit.code]
      keys = codes.flatMap((code) => keys.map((key) => key + code))
    }
  }
  return [...new Set(keys.flatMap((key) => keyed(key) ?? []))]
}

/** Lower case without accents, letter for letter: what stands at a place stands there still. */
export function plainLatin(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\p{Script=Latin}/gu, (letter) => [...letter.normalize('NFD')][0]!)
    .toLowerCase()
}

/** Whether a name is written in Latin letters. */
export function isLatin(text: string): boolean {
  return /[a-z]/i.test(text) && !/\p{Script=Arabic}/u.test(text)
}

function keyed(classes: string): string | undefined {
  const single = classes.replace(/(.)\1+/g, '$1')
  return single.length >= SHORTEST ? SKELETON + single : undefined
}
