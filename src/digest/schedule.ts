import { fold } from '../analysis/text/fold.ts'
import type { Member } from '../archive/desks.ts'
import { localTime } from '../words.ts'

/** What of a chat tells when its digest is due. */
type Scheduled = Pick<Member, 'digestAt' | 'timeZone' | 'lastDigest'>

/** A chat whose digest is due, and the local day it is for. */
export interface Due<Of extends Scheduled = Member> {
  member: Of
  day: string
}

/**
 * The chats whose hour has come today and who have not had today's digest. A program that was down at the hour makes up for it the same day, and only once; yesterday's is not
 * sent any more.
 * @param zone what a chat without a time zone of its own goes by
 */
export function dueDigests<Of extends Scheduled>(members: readonly Of[], now: Date, zone: string): Due<Of>[] {
  return members.flatMap((member) => {
    if (!member.digestAt) return []
    const { day, clock } = localTime(member.timeZone ?? zone, now)
    // A chat that moved west may be back in a day whose digest is behind it.
    return clock >= member.digestAt && (member.lastDigest ?? '') < day ? [{ member, day }] : []
  })
}

/** What a person typed behind «موجز»: an hour, an hour and a zone, or the word that stops it. */
export type DigestSetting =
  | { kind: 'now' }
  | { kind: 'off' }
  | { kind: 'at'; at: string; zone?: string }
  | { kind: 'unclear' }

const OFF = /^(?:أوقف|اوقف|إيقاف|ايقاف|لا|off|stop|non|arrêter|arreter)$/i

/** Reads the setting; `zoneOf` knows time zones by what people call them. */
export function readDigestSetting(typed: string, zoneOf: (name: string) => string | undefined): DigestSetting {
  // `fold` writes Arabic and Persian digits as ASCII ones; the rest of a zone's name is looked up as typed.
  const words = typed.trim().replace(/[٠-٩۰-۹]/g, fold)
  if (words === '') return { kind: 'now' }
  if (OFF.test(words)) return { kind: 'off' }
  const match = /^(?:الساعة\s+)?(\d{1,2})(?:[:.h](\d{2}))?(?:[\s،,]+(.+))?$/i.exec(words)
  if (!match) return { kind: 'unclear' }
  const hour = Number(match[1])
  const minute = Number(match[2] ?? '0')
  if (hour > 23 || minute > 59) return { kind: 'unclear' }
  const at = `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
  if (!match[3]) return { kind: 'at', at }
  const zone = zoneOf(match[3].trim())
  return zone ? { kind: 'at', at, zone } : { kind: 'unclear' }
}
