/** Hours: «الساعة الثالثة والنصف بعد الظهر», «عند الساعة 14:00 بتوقيت غرينتش», «12:30 ظهرا». */
import type { Token } from '../text/tokens.ts'
import { singleDay } from './days.ts'
import { type Context, dayFrom, type Found, keyAt, two } from './found.ts'
import { ordinalOf, PARTS } from './time-words.ts'

const GREENWICH = /^(?:غرينتش|جرينتش|غرينيتش|كرينتش|غرينويتش|gmt|utc)$/
/** Words that stand between an hour and the expression of the day before it. */
const LINK = /^(?:في|عند|علي|،|,|حوالي|نحو|تمام|حدود)$/

interface Clock {
  hour: number
  minute: number
  to: number
}

/** «الساعة» and what hour it is. */
export function clock(context: Context, at: number): Found | undefined {
  const read = hourAt(context.tokens, at + 1)
  return read && finish(context, at, read)
}

/** Bare digits that only their form or neighbours tell to be an hour: «14:30», «0800 بتوقيت غرينتش». */
export function digitalClock(context: Context, at: number): Found | undefined {
  const { tokens } = context
  const said = /^(\d{1,2}):(\d{2})$/.exec(tokens[at]!.key) ?? /^(\d{2})[.]?(\d{2})$/.exec(tokens[at]!.key)
  if (!said || Number(said[1]) > 24 || Number(said[2]) > 59) return undefined
  const next = keyAt(tokens, at + 1)
  const told = /^(?:بتوقيت|بالتوقيت|ت|تغ|صباحا|مساء|ظهرا|فجرا|ليلا|gmt|utc)$/.test(next)
  const led = tokens[at]!.key.includes(':') && /^(?:عند|علي|في|حتي|الي|من|تمام|حدود)$/.test(keyAt(tokens, at - 1))
  if (!told && !led) return undefined
  return finish(context, at, { hour: Number(said[1]), minute: Number(said[2]), to: at + 1 })
}

const BEFORE_HOUR = /^(?:في|عند|تمام|حتي|الي|منذ|قبل|بعد|نحو|حوالي|علي|حدود|بين)$/

/** An hour without its word: «في الثامنة مساء», «عند العاشرة والنصف من صباح الأحد». */
export function ordinalClock(context: Context, at: number, stem: string): Found | undefined {
  const { tokens } = context
  if (!stem.endsWith('ه') && stem !== 'الاولي') return undefined
  if (stem === keyAt(tokens, at) && !BEFORE_HOUR.test(keyAt(tokens, at - 1))) return undefined
  const ordinal = ordinalOf(stem, keyAt(tokens, at + 1))
  if (ordinal === undefined || ordinal.value > 12) return undefined
  const read = withMinutes(tokens, { hour: ordinal.value, minute: 0, to: at + ordinal.words })
  const i = keyAt(tokens, read.to) === 'من' ? read.to + 1 : read.to
  const told = PARTS.has(keyAt(tokens, i)) || (keyAt(tokens, i) === 'بعد' && PARTS.get(keyAt(tokens, i + 1)) === 'TMI')
  return told ? finish(context, at, read) : undefined
}

function hourAt(tokens: readonly Token[], at: number): Clock | undefined {
  const digits = /^(\d{1,2})(?:[:.](\d{2}))?$/.exec(keyAt(tokens, at)) ?? /^(\d{2})(\d{2})$/.exec(keyAt(tokens, at))
  if (digits) {
    const [hour, minute] = [Number(digits[1]), Number(digits[2] ?? 0)]
    return hour <= 24 && minute < 60 ? withMinutes(tokens, { hour, minute, to: at + 1 }) : undefined
  }
  const ordinal = ordinalOf(keyAt(tokens, at), keyAt(tokens, at + 1))
  if (ordinal === undefined || ordinal.value > 12) return undefined
  return withMinutes(tokens, { hour: ordinal.value, minute: 0, to: at + ordinal.words })
}

const FRACTIONS: Record<string, number> = { والنصف: 30, والربع: 15, والثلث: 20, ونصف: 30 }

function withMinutes(tokens: readonly Token[], clock: Clock): Clock {
  const key = keyAt(tokens, clock.to)
  const fraction = FRACTIONS[key]
  if (fraction !== undefined) return { ...clock, minute: fraction, to: clock.to + 1 }
  if (key === 'الا' && /^(?:ربعا|الربع|ثلثا|الثلث)$/.test(keyAt(tokens, clock.to + 1))) {
    const minute = /ثلث/.test(keyAt(tokens, clock.to + 1)) ? 40 : 45
    return { hour: clock.hour === 1 ? 12 : clock.hour - 1, minute, to: clock.to + 2 }
  }
  if (key === 'و' && /^\d{1,2}$/.test(keyAt(tokens, clock.to + 1)) && /^دق[يا]/.test(keyAt(tokens, clock.to + 2)))
    return { ...clock, minute: Number(keyAt(tokens, clock.to + 1)), to: clock.to + 3 }
  return clock
}

function finish(context: Context, at: number, clock: Clock): Found {
  const { tokens, anchor, last } = context
  let { hour, to } = clock
  if (/^(?:تماما|بالضبط)$/.test(keyAt(tokens, to))) to++
  let date = ''
  let i = keyAt(tokens, to) === 'من' ? to + 1 : to
  const afternoon = keyAt(tokens, i) === 'بعد' && PARTS.get(keyAt(tokens, i + 1)) === 'TMI'
  const afterMidnight =
    keyAt(tokens, i) === 'بعد' && keyAt(tokens, i + 1) === 'منتصف' && keyAt(tokens, i + 2) === 'الليل'
  const part = afternoon ? 'TAF' : afterMidnight ? 'TNI' : PARTS.get(keyAt(tokens, i))
  if (part) {
    hour = hourOf(hour, part, afterMidnight, keyAt(tokens, i))
    i += afterMidnight ? 3 : afternoon ? 2 : 1
    to = i
  }
  const day = singleDay(context, i, keyAt(tokens, i))
  if (day && (part || i > to || /^(?:يوم|امس|اليوم|غدا|غد)$/.test(keyAt(tokens, i)))) {
    date = day.value
    to = day.to
  }
  let zone = ''
  const bracket = keyAt(tokens, to) === '(' ? 1 : 0
  const key = keyAt(tokens, to + bracket)
  if (/^(?:بتوقيت|توقيت)$/.test(key) || GREENWICH.test(key)) {
    const name = GREENWICH.test(key) ? to + bracket : to + bracket + 1
    if (GREENWICH.test(keyAt(tokens, name))) zone = 'Z'
    to = name + 1
  } else if (key === 'ت' && keyAt(tokens, to + bracket + 1) === 'غ') {
    zone = 'Z'
    to += bracket + 2
  } else if (key === 'بالتوقيت') to = to + bracket + 2
  else if (
    key === 'تغ' ||
    (key === 'ت' && keyAt(tokens, to + bracket + 1) === '.' && keyAt(tokens, to + bracket + 2) === 'غ')
  ) {
    zone = 'Z'
    to += bracket + (key === 'تغ' ? 1 : 3)
  }
  if (bracket && keyAt(tokens, to) === ')') to++
  if (date === '' && last && adjacent(tokens, last.to, at))
    date = /^[\dX]{4}-(?:[\dX]{2}-[\dX]{2}|WXX-\d)/.exec(last.value)?.[0] ?? ''
  // «لم يصدر تعليق حتى الساعة 16:00»: of the day on which that is written.
  if (date === '' && anchor && keyAt(tokens, at - 1) === 'حتي' && last?.type !== 'TIME') date = dayFrom(anchor, 0)
  return {
    from: at,
    to: Math.min(to, tokens.length),
    type: 'TIME',
    value: `${date}T${two(hour)}:${two(clock.minute)}${zone}`,
  }
}

function adjacent(tokens: readonly Token[], to: number, at: number): boolean {
  if (to > at || at - to > 2) return false
  for (let i = to; i < at; i++) if (!LINK.test(keyAt(tokens, i))) return false
  return true
}

function hourOf(hour: number, part: string, afterMidnight: boolean, word: string): number {
  if (afterMidnight) return hour === 12 ? 0 : hour
  if (part === 'TEV' || part === 'TAF') return hour < 12 ? hour + 12 : hour
  if (part === 'TMI') return hour < 6 ? hour + 12 : hour
  if (part === 'TNI') return hour === 12 ? 0 : hour >= 6 && hour < 12 ? hour + 12 : hour
  return hour === 12 && /^(?:صباح|فجر)/.test(word) ? 0 : hour
}

/** «منتصف الليل», «منتصف النهار». */
export function midnight(context: Context, at: number): Found | undefined {
  const { tokens } = context
  const night = keyAt(tokens, at + 1) === 'الليل'
  if (!night && !/^(?:النهار|اليوم)$/.test(keyAt(tokens, at + 1))) return undefined
  if (keyAt(tokens, at + 1) === 'اليوم') return undefined
  const day = singleDay(context, at + 2, keyAt(tokens, at + 2))
  return { from: at, to: day?.to ?? at + 2, type: 'TIME', value: `${day?.value ?? ''}T${night ? '24' : '12'}:00` }
}
