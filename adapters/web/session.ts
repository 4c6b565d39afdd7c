/** Who is there: a random id that the browser keeps, and the language of the last reply, both as cookies. */
import { randomBytes } from 'node:crypto'
import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { LANGUAGES, type Language } from '../../src/bot/incoming.ts'
import { COOKIE_AGE } from './limits.ts'

const SESSION = 'marsad_session'
/** Written by the page, which alone knows what it shows; readable to it, unlike the session. */
export const LANGUAGE = 'marsad_language'

const ID_BYTES = 16
const ID = /^[\w-]{22}$/

/**
 * The chat of this browser: `Origin.chat` and, as nobody else is in it, `Origin.sender`. A new browser gets a new one
 * with the answer. It is a secret: whoever has it reads what is delivered to the chat.
 */
export function chatOf(c: Context): string {
  const known = getCookie(c, SESSION)
  const id = known && ID.test(known) ? known : randomBytes(ID_BYTES).toString('base64url')
  const secure = new URL(c.req.url).protocol === 'https:' || c.req.header('x-forwarded-proto') === 'https'
  setCookie(c, SESSION, id, { httpOnly: true, sameSite: 'Strict', path: '/', maxAge: COOKIE_AGE, secure })
  return id
}

/** The language that the page speaks, if it has been open in this browser before. */
export function languageOf(c: Context): Language | undefined {
  return LANGUAGES.find((language) => language === getCookie(c, LANGUAGE))
}
