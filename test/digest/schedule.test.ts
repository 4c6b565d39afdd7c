import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Member } from '../../src/archive/desks.ts'
import { dueDigests, readDigestSetting } from '../../src/digest/schedule.ts'
import { timeZoneNamed } from '../../src/digest/time-zones.ts'
import { isTimeZone } from '../../src/words.ts'

const MINUTE = 60_000
type Settings = Pick<Member, 'digestAt' | 'timeZone' | 'lastDigest'>

/** The moments at which a desk's digest is sent when the clock is looked at every `step` minutes, as local days and UTC times. */
function sentBetween(from: string, to: string, settings: Settings, step = 1, zone = 'UTC') {
  const sent: string[] = []
  let lastDigest = settings.lastDigest
  for (let at = Date.parse(from); at < Date.parse(to); at += step * MINUTE) {
    const now = new Date(at)
    for (const due of dueDigests([{ ...settings, ...(lastDigest && { lastDigest }) }], now, zone)) {
      sent.push(`${due.day} ${now.toISOString().slice(5, 16)}`)
      lastDigest = due.day
    }
  }
  return sent
}

describe('a digest is due', () => {
  it('at the hour of the desk in its own zone, once a day', () => {
    expect(
      sentBetween('2024-02-01T00:00Z', '2024-02-03T00:00Z', { digestAt: '07:30', timeZone: 'Asia/Muscat' }),
    ).toEqual(['2024-02-01 02-01T03:30', '2024-02-02 02-02T03:30'])
  })

  it('in the zone of the program where the desk has none, and never where it wants none', () => {
    expect(sentBetween('2024-02-01T00:00Z', '2024-02-02T00:00Z', { digestAt: '07:30' }, 1, 'Africa/Algiers')).toEqual([
      '2024-02-01 02-01T06:30',
    ])
    expect(sentBetween('2024-02-01T00:00Z', '2024-02-03T00:00Z', {})).toEqual([])
  })

  it('on the day that an hour is left out in spring, even when it is that hour', () => {
    // Beirut: at 00:00 on the 31st of March 2024 the clock goes to 01:00; Paris: at 02:00 to 03:00.
    const beirut = { digestAt: '00:30', timeZone: 'Asia/Beirut' }
    expect(sentBetween('2024-03-30T00:00Z', '2024-04-01T12:00Z', beirut)).toEqual([
      '2024-03-30 03-30T00:00',
      '2024-03-31 03-30T22:00',
      '2024-04-01 03-31T21:30',
    ])
    const paris = { digestAt: '02:30', timeZone: 'Europe/Paris' }
    expect(sentBetween('2024-03-31T00:00Z', '2024-04-01T12:00Z', paris)).toEqual([
      '2024-03-31 03-31T01:00',
      '2024-04-01 04-01T00:30',
    ])
  })

  it('once on the day that has an hour twice in autumn', () => {
    const cairo = { digestAt: '23:30', timeZone: 'Africa/Cairo' }
    // Cairo: on the last Thursday of October at 24:00 the clock goes back to 23:00.
    expect(sentBetween('2024-10-31T12:00Z', '2024-11-01T12:00Z', cairo)).toEqual(['2024-10-31 10-31T20:30'])
    const paris = { digestAt: '02:30', timeZone: 'Europe/Paris' }
    expect(sentBetween('2024-10-26T23:00Z', '2024-10-27T23:00Z', paris)).toEqual(['2024-10-27 10-27T00:30'])
  })

  it('later the same day when the program was down at the hour, but not for days gone by', () => {
    const settings = { digestAt: '07:30', lastDigest: '2024-02-01' }
    expect(sentBetween('2024-02-05T18:00Z', '2024-02-06T12:00Z', settings)).toEqual([
      '2024-02-05 02-05T18:00',
      '2024-02-06 02-06T07:30',
    ])
    expect(sentBetween('2024-02-05T18:00Z', '2024-02-05T23:00Z', { ...settings, lastDigest: '2024-02-05' })).toEqual([])
  })

  it('not for a day that is over when the desk moves west', () => {
    const settings = { digestAt: '07:30', lastDigest: '2024-02-05', timeZone: 'America/New_York' }
    // The digest of the fifth came in Muscat; in New York it is still the fourth.
    expect(sentBetween('2024-02-05T04:00Z', '2024-02-05T12:00Z', settings)).toEqual([])
    expect(sentBetween('2024-02-05T12:00Z', '2024-02-06T13:00Z', settings)).toEqual(['2024-02-06 02-06T12:30'])
  })

  it('once each local day, whatever the hour, the zone and the pace of the clock', () => {
    const zones = ['Africa/Algiers', 'Africa/Cairo', 'Asia/Beirut', 'Europe/Paris', 'America/New_York', 'Asia/Tehran']
    fc.assert(
      fc.property(
        fc.nat(23),
        fc.nat(59),
        fc.constantFrom(...zones),
        fc.constantFrom('2024-03-08', '2024-04-24', '2024-10-25', '2024-07-01'),
        fc.integer({ min: 7, max: 55 }),
        (hour, minute, timeZone, from, step) => {
          const digestAt = `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
          const to = new Date(Date.parse(from) + 4 * 86_400_000).toISOString()
          const days = sentBetween(`${from}T00:00Z`, to, { digestAt, timeZone }, step).map((line) => line.slice(0, 10))
          // Of the first and the last day only a part is seen; an hour of the clock that falls after the last look of its day may be missed.
          expect(days).toEqual([...new Set(days)].sort())
          if (hour < 23) expect(days.length).toBeGreaterThanOrEqual(4)
          expect(days.length).toBeLessThanOrEqual(5)
        },
      ),
      { numRuns: 25 },
    )
  })
})

describe('the setting of the digest', () => {
  const zoneOf = (name: string) => ({ الجزائر: 'Africa/Algiers', 'أبو ظبي': 'Asia/Dubai' })[name]
  it.each([
    ['', { kind: 'now' }],
    ['   ', { kind: 'now' }],
    ['أوقف', { kind: 'off' }],
    ['اوقف', { kind: 'off' }],
    ['إيقاف', { kind: 'off' }],
    ['لا', { kind: 'off' }],
    ['STOP', { kind: 'off' }],
    ['arrêter', { kind: 'off' }],
    ['07:30', { kind: 'at', at: '07:30' }],
    ['7:30', { kind: 'at', at: '07:30' }],
    ['7.30', { kind: 'at', at: '07:30' }],
    ['7', { kind: 'at', at: '07:00' }],
    ['0', { kind: 'at', at: '00:00' }],
    ['23:59', { kind: 'at', at: '23:59' }],
    ['٠٧:٣٠', { kind: 'at', at: '07:30' }],
    ['۷:۳۰', { kind: 'at', at: '07:30' }],
    ['٧', { kind: 'at', at: '07:00' }],
    ['7h30', { kind: 'at', at: '07:30' }],
    ['الساعة 7:30', { kind: 'at', at: '07:30' }],
    ['07:30 الجزائر', { kind: 'at', at: '07:30', zone: 'Africa/Algiers' }],
    ['07:30، الجزائر', { kind: 'at', at: '07:30', zone: 'Africa/Algiers' }],
    [' 7:30   أبو ظبي ', { kind: 'at', at: '07:30', zone: 'Asia/Dubai' }],
    ['24:00', { kind: 'unclear' }],
    ['07:60', { kind: 'unclear' }],
    ['07:3', { kind: 'unclear' }],
    ['7:30 المريخ', { kind: 'unclear' }],
    ['صباحا', { kind: 'unclear' }],
    ['-1', { kind: 'unclear' }],
    ['123', { kind: 'unclear' }],
  ])('«%s» is read', (typed, setting) => {
    expect(readDigestSetting(typed, zoneOf)).toEqual(setting)
  })

  it('is an hour of the day whenever it is an hour at all', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9٠-٩:. ]{1,6}$/), (typed) => {
        const setting = readDigestSetting(typed, () => undefined)
        return setting.kind !== 'at' || /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(setting.at)
      }),
    )
  })
})

describe('a time zone', () => {
  it.each([
    ['الجزائر', 'Africa/Algiers'],
    ['بتوقيت الجزائر', 'Africa/Algiers'],
    ['توقيت القاهرة', 'Africa/Cairo'],
    ['القاهره', 'Africa/Cairo'],
    ['نواكشوط', 'Africa/Nouakchott'],
    ['ابوظبي', 'Asia/Dubai'],
    ['أبو ظبي', 'Asia/Dubai'],
    ['الاردن', 'Asia/Amman'],
    ['اسطنبول', 'Europe/Istanbul'],
    ['Africa/Algiers', 'Africa/Algiers'],
    ['africa/algiers', 'Africa/Algiers'],
    ['america/new york', 'America/New_York'],
    ['UTC', 'UTC'],
    ['utc', 'UTC'],
  ])('is meant by «%s»', (typed, zone) => {
    expect(timeZoneNamed(typed)).toBe(zone)
    expect(isTimeZone(zone)).toBe(true)
  })

  it.each(['', '  ', 'المريخ', 'Mars/Olympus', 'Africa', '07:30', '../etc/passwd'])('is not meant by «%s»', (typed) => {
    expect(timeZoneNamed(typed)).toBeUndefined()
  })
})
