/** Phrases of so many UTF-16 units are names and offices; what is longer is not said twice. */
const LONGEST = 120
/** Phrases that each function remembers; when there are more, all are forgotten at once, so that memory stays bounded (measured: 1.1 MB for answers of one text each). */
const MOST_PHRASES = 4000

/**
 * Remembers what a function tells of a phrase: an article names the same bodies and offices again and again. What it returns is shared:
 * it must not be changed.
 */
export function perPhrase<Told>(tell: (phrase: string) => Told): (phrase: string) => Told {
  const told = new Map<string, Told>()
  return (phrase) => {
    const known = told.get(phrase)
    if (known !== undefined) return known
    const answer = tell(phrase)
    if (phrase.length > LONGEST) return answer
    if (told.size >= MOST_PHRASES) told.clear()
    // A copy: V8 keeps the whole text alive for the sake of a piece that was cut out of it.
    told.set(` ${phrase}`.slice(1), answer)
    return answer
  }
}

/** Marks of direction: where a piece of the text is shown alone they are not in their place any more, and in a name they are no letter. */
const DIRECTIONS = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/g
/** White space other than a lone space, and marks of direction. */
const UNEVEN = /\s\s|[^\S ]|[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/

/** A piece of text without marks of direction, its white space made single. */
export function evenlySpaced(text: string): string {
  return UNEVEN.test(text) ? text.replace(DIRECTIONS, '').replace(/\s+/g, ' ') : text
}
