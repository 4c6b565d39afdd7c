/**
 * Offices that tell by a pronoun whose they are: «الناطق باسمها», «وزير خارجيتها», «وزير الأمن فيها». The pronoun is told where one, and only one, body or state of
 * the same sentence, or else of the one before, agrees with it; otherwise it stays, as a guess would put somebody into another's office.
 */
import type { Document } from '../text/document.ts'
import type { Mention } from './mention.ts'
import { keyOfPhrase } from './phrase-keys.ts'

const OWNERS: ReadonlySet<Mention['type']> = new Set(['organization', 'state', 'armed-group'])
/** A preposition with a pronoun, or a noun of an office with one. */
const FOR = /(^| )(ب(?:اسم|لسان)|في|لدى|لدي)(ها|ه)(?= |$)/
const OWNED = /^([^ ]+ )([^ ]{3,})(ها|ه)(?= |$)/

/**
 * @param mentions in the order of the text
 * @returns the same, with the owner's words in the offices whose pronoun is told
 */
export function withOwners(document: Document, mentions: readonly Mention[]): readonly Mention[] {
  let result: Mention[] | undefined
  for (let k = 0; k < mentions.length; k++) {
    const owned = withOwner(document, mentions, k)
    if (owned === undefined) continue
    result ??= [...mentions]
    result[k] = owned
  }
  return result ?? mentions
}

function withOwner(document: Document, mentions: readonly Mention[], k: number): Mention | undefined {
  const mention = mentions[k]!
  if (mention.type !== 'person' || mention.role === undefined) return undefined
  const pronoun = pronounOf(mention.role)
  if (pronoun === undefined) return undefined
  const owner = ownerBefore(document, mentions, k, pronoun)
  if (owner === undefined) return undefined
  const words = document.text.slice(owner.span.start, owner.span.end).replace(/\s+/g, ' ')
  const role = told(mention.role, words.startsWith('ل') && owner.preposition === 'ل' ? owner.name : words)
  const country = mention.country ?? owner.country
  return {
    ...mention,
    role,
    ...(country && { country }),
    ...(mention.via === 'title' && {
      name: role,
      key: mention.key.startsWith('text:') ? `text:${keyOfPhrase(role)}` : mention.key,
    }),
  }
}

function pronounOf(role: string): 'ها' | 'ه' | undefined {
  // Most offices have no such letter at all.
  if (!role.includes('ه')) return undefined
  const found = FOR.exec(role)?.[3] ?? OWNED.exec(role)?.[3]
  return found === 'ها' || found === 'ه' ? found : undefined
}

/** «وزير خارجيتها» with «تركيا» is «وزير خارجية تركيا»: before a pronoun ta marbuta is written open. */
function told(role: string, owner: string): string {
  if (FOR.test(role)) return role.replace(FOR, (_, before: string, word: string) => `${before}${word} ${owner}`)
  return role.replace(OWNED, (_, office: string, noun: string) => `${office}${noun.replace(/ت$/, 'ة')} ${owner}`)
}

function ownerBefore(
  document: Document,
  mentions: readonly Mention[],
  k: number,
  pronoun: 'ها' | 'ه',
): Mention | undefined {
  const gender = pronoun === 'ها' ? 'feminine' : 'masculine'
  const begins = mentions[k]!.titleFrom ?? mentions[k]!.from
  const sentence = startOfSentence(document, begins)
  const candidates = (from: number) => {
    const found = new Map<string, Mention>()
    for (let i = k - 1; i >= 0 && mentions[i]!.from >= from; i--) {
      const m = mentions[i]!
      if (
        OWNERS.has(m.type) &&
        m.via !== 'nisba' &&
        m.gender === gender &&
        !m.plural &&
        m.to <= begins &&
        !found.has(m.key)
      )
        found.set(m.key, m)
    }
    return [...found.values()]
  }
  const here = candidates(sentence)
  const found = here.length > 0 || sentence === 0 ? here : candidates(startOfSentence(document, sentence - 1))
  return found.length === 1 ? found[0] : undefined
}

function startOfSentence({ opens }: Document, at: number): number {
  let from = at
  while (from > 0 && opens[from] !== 1) from--
  return from
}
