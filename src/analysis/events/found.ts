import type { Event } from '../analysis.ts'

/** An event that still knows its trigger and whether it was done together; all have all fields, in one order, which V8 reads faster. */
export interface FoundEvent extends Event {
  at: number
  mutual: boolean
  /** Told by a definite noun in the singular: it takes up what was told before, if anything was («الهجوم»). */
  takesUp: boolean
  /** Of a request: that whoever is asked is to help, talk or protect. */
  forHelp: true | undefined
  /** Told by a word of denial. */
  denial: true | undefined
}
