/**
 * Whether a text means a name where it writes a word that is both a name and an ordinary word, and whom it means where two are called the
 * same. The reason is sought in the rest of the text: one sense per discourse (Gale, Church and Yarowsky 1992).
 */

import { type KnownEntity, type KnownName, names } from '../lexicon/names.ts'
import { type Document, nounReadings, perDocument } from '../text/document.ts'
import { flagFor } from '../text/flags.ts'
import type { Token } from '../text/tokens.ts'
import { perWord } from '../text/word.ts'
import { type Beginning, mayBeginName, namesAt } from './beginnings.ts'

/** What a text names beyond doubt. */
interface Context {
  /** Ids of entities. */
  entities: ReadonlySet<string>
  /** ISO 3166-1 alpha-3 → how often the state, something of it or its adjective is named. */
  countries: ReadonlyMap<string, { readonly times: number }>
}

/** Read once a text, and only of a text that leaves a doubt. Linear in its length. */
const contextOf = perDocument((document): Context => {
  const entities = new Set<string>()
  const countries = new Map<string, { times: number }>()
  const count = (country: string | undefined) => {
    if (!country) return
    const known = countries.get(country)
    if (known === undefined) countries.set(country, { times: 1 })
    else known.times++
  }
  const { tokens, flags } = document
  for (let at = 0; at < tokens.length; at++) {
    if ((flags[at]! & MAY_TELL_COUNTRY) === 0) continue
    count(countryOfAdjective(tokens[at]!))
    if (!mayBeginName(tokens[at]!)) continue
    for (const beginning of namesAt(document, at)) {
      const { name, loose } = beginning
      // A name in doubt is no reason to read another, unless nothing but a phrase speaks against it.
      if (loose || name.namesakes || (name.common && (name.common.context || !isMeant(document, at, beginning))))
        continue
      entities.add(name.entity.id)
      count(name.entity.country)
    }
  }
  return { entities, countries }
})

/** The words of a text that are reason enough to read some common word as a name. */
const cuesIn = perDocument(({ tokens, flags }): ReadonlySet<string> => {
  const cues = new Set<string>()
  for (let at = 0; at < tokens.length; at++)
    if ((flags[at]! & IS_CUE) !== 0) for (const cue of cuesOf(tokens[at]!)) cues.add(cue)
  return cues
})

const cuesOf = perWord((word): readonly string[] =>
  nounReadings({ word })
    .map(({ stem }) => stem)
    .filter((stem) => allCues().has(stem)),
)

const IS_CUE = flagFor((word) => cuesOf({ word }).length > 0)

let cuesOfAll: ReadonlySet<string> | undefined

/** The cues of all common words of the lexicon. */
function allCues(): ReadonlySet<string> {
  cuesOfAll ??= new Set([...names().byFirstWord.values()].flat().flatMap(({ common }) => common?.with ?? []))
  return cuesOfAll
}

const countryOfAdjective = perWord((word) => {
  for (const { stem } of nounReadings({ word })) {
    const form = names().nisba.get(stem)
    if (form) return form.entity.country
  }
  return undefined
})

const MAY_TELL_COUNTRY = flagFor((word) => countryOfAdjective({ word }) !== undefined || mayBeginName({ word }))

/** Whether a name that a token begins is meant as one. */
export function isMeant(document: Document, at: number, { name, loose }: Beginning): boolean {
  const { common, entity } = name
  if (common === undefined && !loose) return true
  if (common && (standsInPhrase(document, at, common.phrases) || isDescribed(document, at, name))) return false
  if (!loose && !common?.context) return true
  const { entities, countries } = contextOf(document)
  return (
    entities.has(entity.id) ||
    (entity.country !== undefined && countries.has(entity.country)) ||
    (common?.with.some((word) => cuesIn(document).has(word)) ?? false)
  )
}

/**
 * Who bears a name in this text: of several, the one whose country it names most. At a tie a place goes before a body, which is named in
 * full before it is called like a place («وكالة الأناضول»); otherwise the first of the lexicon.
 */
export function bearerOf(document: Document, { entity, namesakes }: KnownName): KnownEntity {
  if (namesakes === undefined) return entity
  const { entities, countries } = contextOf(document)
  const weight = ({ id, type, country }: KnownEntity) => {
    const named = country ? (countries.get(country)?.times ?? 0) : 0
    return (entities.has(id) ? 1 : 0) + named + (type === 'place' && named > 0 ? 0.5 : 0)
  }
  return namesakes.reduce((best, next) => (weight(next) > weight(best) ? next : best), entity)
}

function standsInPhrase(
  document: Document,
  at: number,
  phrases: readonly { words: readonly string[]; at: number }[],
): boolean {
  for (const { words, at: own } of phrases) if (stands(document.tokens, at - own, words)) return true
  return false
}

function stands(tokens: readonly Token[], from: number, words: readonly string[]): boolean {
  for (let k = 0; k < words.length; k++) {
    const key = tokens[from + k]?.key
    const word = words[k]!
    // A clitic may be joined to the first word: «وحجر الزاوية».
    if (key !== word && !(k === 0 && words.length > 1 && key?.endsWith(word))) return false
  }
  return true
}

/** «القاعدة السياسية», «الزاوية اليمنى»: what an adjective describes is a thing, unless it is the adjective of the bearer's country. */
function isDescribed(document: Document, at: number, { article, entity, words }: KnownName): boolean {
  const next = document.tokens[at + words.length]
  if (!article || next === undefined || !/^ال.{2,}(?:ي|يه)$/.test(next.key)) return false
  const country = countryOfAdjective(next)
  return country === undefined || country !== entity.country
}
