import { describe, expect, it } from 'vitest'
import type { Event } from '../../src/analysis/analysis.ts'
import { type Circumstances, contradiction, daysOfEvents, together } from '../../src/archive/story-contradiction.ts'

const circumstances = (places: Record<number, number>, days: Record<string, number[]> = {}): Circumstances => ({
  places: new Map(Object.entries(places).map(([place, salience]) => [Number(place), salience])),
  days: new Map(Object.entries(days)),
})
const nowhere = circumstances({})

describe('what speaks against one happening', () => {
  it('is that each was somewhere else', () => {
    const [here, there] = [circumstances({ 1: 0.8 }), circumstances({ 2: 0.8 })]
    expect(contradiction(here, there)).toBeGreaterThan(0)
    expect(contradiction(here, here)).toBe(0)
    expect(contradiction(here, nowhere)).toBe(0)
    // The region that both name says less than the towns that only one does.
    const [inRegion, alsoThere] = [circumstances({ 1: 0.8, 3: 0.3 }), circumstances({ 2: 0.8, 3: 0.3 })]
    expect(contradiction(inRegion, alsoThere)).toBeGreaterThan(0)
    expect(contradiction(inRegion, alsoThere)).toBeLessThan(contradiction(here, there))
    // Who tells where the wounded were taken names one place more, and contradicts nothing.
    expect(contradiction(circumstances({ 1: 0.8, 4: 0.9 }), here)).toBe(0)
  })

  it('is that the same was done on another day', () => {
    const on = (...days: number[]) => circumstances({}, { ASSAULT: days })
    expect(contradiction(on(100), on(112))).toBeGreaterThan(0)
    expect(contradiction(on(100), on(101))).toBe(0)
    expect(contradiction(on(100, 112), on(112))).toBe(0)
    expect(contradiction(on(100), circumstances({}, { RETREAT: [112] }))).toBe(0)
    expect(contradiction(on(112), together([on(100), nowhere, on(111)]))).toBe(0)
  })
})

describe('the days of events', () => {
  const event = (type: string, start?: string, status: Event['status'] = 'happened') =>
    ({ type, status, ...(start && { time: { text: '', start } }) }) as Event
  const day = (iso: string) => Date.parse(iso) / 86_400_000

  it('are those of what happened on the ground, shortly before the article', () => {
    const events = [
      event('ASSAULT', '2024-02-19TNI'),
      event('ASSAULT', '2024-02-19'),
      event('ASSAULT', '2024-02-25', 'planned'),
      event('ASSAULT', '2023-06-01'),
      event('ASSAULT', '2024-W07'),
      event('ASSAULT'),
      event('CONSULT', '2024-02-19'),
      event('RETREAT', '2024-02-20'),
    ]
    expect(daysOfEvents({ events }, day('2024-02-20T08:00:00Z'))).toEqual(
      new Map([
        ['ASSAULT', [day('2024-02-19')]],
        ['RETREAT', [day('2024-02-20')]],
      ]),
    )
  })
})
