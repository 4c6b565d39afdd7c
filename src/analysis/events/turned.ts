/** What the slots of an act tell of whom it is turned to. */
import type { EventWord } from '../lexicon/schema.ts'
import type { Slots } from './mention-slot.ts'

/** Whether a preposition behind which stands whom an act befalls was filled by a noun that names nobody, right before «ل». */
export function hitsUnnamed({ prepositions }: EventWord, slots: Slots): boolean {
  let last = false
  for (const [slot, mentions] of slots) {
    if (slot === 'ل') return last
    last = mentions.length === 0 && prepositions[slot] === 'patient'
  }
  return false
}

/** Whether a preposition was filled by a noun that names nobody before «ب» was. */
export function isBehindAnother(slots: Slots): boolean {
  for (const [slot, mentions] of slots) {
    if (slot === 'ب') return false
    if (mentions.length === 0 && (slot === 'في' || slot === 'عن' || slot === 'علي' || slot === 'الي')) return true
  }
  return false
}

/** Whether an event is told of somebody behind «ل» or «إلى» whom it befalls. */
export function isTurnedTo(entry: EventWord, slots: Slots, preposition: string): boolean {
  return entry.prepositions[preposition] === 'patient' && (slots.get(preposition)?.length ?? 0) > 0
}
