import { type Document, isPreposition } from '../text/document.ts'
import { isComma } from '../text/marks.ts'
import { perWord } from '../text/word.ts'
import { bodyAt } from './bodies.ts'
import { knownNameAt, nisbaAt } from './known.ts'
import type { Mention } from './mention.ts'
import { adjoins, hasPlainArticle, isDefinite, isFirstName, isOfficeAdjective } from './name-words.ts'
import type { OfficeHead } from './office-heads.ts'
import { besides, endOfMatter, endOfStep, jointOf, KNOWING, mayBegin, rankOf } from './office-steps.ts'
import { nameEnd } from './personal-names.ts'

/** How far an office goes, and the name behind it. Token indexes; ends are half-open. */
export interface ReadOffice {
  /** End of what tells the office, or start of the name. */
  nameFrom: number
  name: { to: number; known: Mention | undefined } | undefined
  /** End of what is surely of the office when no name follows: without «في طرابلس». */
  complete: number
  /** End of the office without the rank before the name. */
  roleTo: number
  /** Whether what completes it makes it definite. */
  definite: boolean
  /** Whether a known place, state or body completes it. */
  placed: boolean
}

/** An office is told in at most so many words before its bearer's name. */
export const LONGEST_OFFICE = 12

/** Ranks, honours and degrees stand for no office: beside one they are no part of it («وزير الدولة الدكتور …»). */
export const DECORATING: ReadonlySet<string> = new Set(['honorific', 'military', 'academic'])

/** What a word may do in an office by its spelling alone, as bits: most do nothing. */
const TEMPORARY = 1
const CHARGED = 2
const CHARGE = 4
const COMPLETING = 8
const AFFAIRS = 16
const ENDED = 32
const partsOf = perWord(({ key }): number => {
  let parts = 0
  if (/^بال(?:وكاله|نيابه|انابه)$/.test(key)) parts |= TEMPORARY
  if (/^المكلفه?$/.test(key)) parts |= CHARGED
  if (/^ب(?:ال|شءون)/.test(key)) parts |= CHARGE
  // «رئيس لجنة الخارجية فيه»: in the body spoken of; «باسمها»: for it.
  if (/^(?:باسم|بلسان)(?:ها|ه|هم|هما|نا)$|^(?:في|لدي)ها?$/.test(key)) parts |= COMPLETING
  if (/^ب(?:ال)?اعمال$/.test(key)) parts |= AFFAIRS
  if (/^المنتهيه?$/.test(key)) parts |= ENDED
  return parts
})

/** Reads an office from its head on: in time bounded by the longest office. */
export function readOffice(document: Document, at: number, { reading, title, pronoun }: OfficeHead): ReadOffice {
  const { tokens } = document
  let cursor = at + 1
  const office: ReadOffice = {
    nameFrom: cursor,
    name: undefined,
    complete: cursor,
    roleTo: cursor,
    definite: false,
    placed: false,
  }
  let { kind, takes } = title.entry
  // A construct is closed by its first definite word: «الرئيس», «وزير الخارجية» take no name of a place behind them.
  let open = !reading.article && !pronoun
  // Behind the adjective of a state only «السابق» and its like go on: «وزير الخارجية التركي» came to «بغداد».
  let national = false
  // «السفير الإيطالي في طرابلس»: where it is, unless a name shows that it belongs to the office.
  let located = false
  let rankFrom: number | undefined
  const take = (to: number) => {
    cursor = to
    if (!located) office.complete = to
  }
  const finish = (name: ReadOffice['name']): ReadOffice => {
    office.name = name
    office.nameFrom = cursor
    office.roleTo = rankFrom ?? cursor
    office.definite ||= reading.article
    return office
  }

  while (cursor - at <= LONGEST_OFFICE) {
    if (!adjoins(document, cursor - 1)) {
      const found = finish(nameBehindComma(document, cursor, kind, cursor > at + 1))
      if (found.name !== undefined) found.nameFrom++
      return found
    }
    const next = tokens[cursor]!
    const known = knownNameAt(document, cursor)
    const plain = known !== undefined && known.conjunction === '' && known.preposition === ''
    if (plain && known.type === 'person') {
      // «أحمد الطيب بشير» is somebody else than the known «أحمد الطيب».
      const whole = nameEnd(document, cursor, true)
      const goesOnNamed = isFirstName(tokens[known.to]?.key ?? '')
      return finish(
        whole !== undefined && whole > known.to && goesOnNamed
          ? { to: whole, known: undefined }
          : { to: known.to, known },
      )
    }
    const belongs = known !== undefined && known.conjunction === '' && known.preposition === 'ل' && !national
    if ((plain && open) || belongs) {
      take(known.to)
      open = false
      office.definite = true
      office.placed = true
      continue
    }
    if (plain) return finish(undefined)
    const adjective = nisbaAt(document, cursor)
    const nisba = adjective?.conjunction === ''
    const parts = partsOf(next)
    if (isOfficeAdjective(next) || nisba || (parts & TEMPORARY) !== 0) {
      national ||= nisba
      open = false
      // «رئيس سابق» names no office, «الرئيس السابق» does.
      if (hasPlainArticle(next) && cursor > at + 1) office.definite = true
      take(nisba ? adjective.to : cursor + 1)
      continue
    }
    if ((parts & CHARGE) !== 0 && (partsOf(tokens[cursor - 1]!) & CHARGED) !== 0) {
      take(endOfMatter(document, cursor + 1))
      continue
    }
    if ((parts & COMPLETING) !== 0) {
      open = false
      take(cursor + 1)
      continue
    }
    // «القائم بالأعمال», «القائم بأعمال السفير»; «المنتهية ولايته».
    if (cursor === at + 1 && (parts & AFFAIRS) !== 0) {
      open = !next.key.startsWith('بال')
      take(cursor + 1)
      continue
    }
    if ((parts & ENDED) !== 0 && adjoins(document, cursor) && /^ولايت(?:ه|ها|هم)$/.test(tokens[cursor + 1]!.key)) {
      take(cursor + 2)
      continue
    }
    const joint = jointOf(document, cursor, kind)
    if (joint !== undefined) {
      if (joint === 'place') located = true
      open = true
      national = false
      cursor++
      continue
    }
    const name = mayBegin(next, kind, { bare: cursor === at + 1 && open, reading })
      ? nameEnd(document, cursor, true)
      : undefined
    if (name !== undefined && !isPreposition(tokens[cursor - 1]!)) return finish({ to: name, known: undefined })
    const also = national ? undefined : besides(next)
    if (also !== undefined) {
      // «العقيد المتقاعد والباحث في …»: a second title of the same person, if a name follows.
      kind = also.entry.kind
      located = true
      open = false
      cursor++
      continue
    }
    const rank = rankOf(next)
    if (rank !== undefined && !open) {
      if (DECORATING.has(rank)) rankFrom ??= cursor
      // «الفريق أول».
      cursor += tokens[cursor + 1]?.key === 'اول' || tokens[cursor + 1]?.key === 'ركن' ? 2 : 1
      kind = rank
      continue
    }
    if (national) return finish(undefined)
    const body = bodyAt(document, cursor)
    if (body && body.conjunction === '' && (body.preposition !== '' || open)) {
      take(body.to)
      open = false
      office.definite = true
      office.placed = true
      continue
    }
    const end = endOfStep(document, cursor, { open, at, takes })
    if (end === undefined) return finish(undefined)
    if (isDefinite(tokens[end - 1]!) || end > cursor + 1) {
      if (open && !isPreposed(next)) office.definite = true
      open = false
    }
    take(end)
  }
  return finish(undefined)
}

/** «لاستيراد», «للوزراء»: joined by «ل», so that what stands before stays indefinite. */
const isPreposed = perWord(({ key }) => /^ل/.test(key))

/** «محامي المتهم الأول، سامح …،»: a name between commas behind what can be no office of its own. */
function nameBehindComma(document: Document, at: number, kind: string, completed: boolean): ReadOffice['name'] {
  const { tokens } = document
  const comma = tokens[at]
  if (!completed || comma === undefined || !isComma(comma) || !KNOWING.has(kind)) return undefined
  if (tokens[at + 1] === undefined || document.opens[at] === 1 || document.opens[at + 1] === 1) return undefined
  const to = nameEnd(document, at + 1, true)
  const behind = to !== undefined && to > at + 2 ? tokens[to] : undefined
  return behind !== undefined && isComma(behind) ? { to: to!, known: undefined } : undefined
}
