/** What keeps other people's pages out: the Host header, where a request comes from, and headers on every answer. */
import type { MiddlewareHandler } from 'hono'
import ipaddr from 'ipaddr.js'

/** Whether an address or name to listen on can be reached from this machine only. */
export function isLoopback(host: string): boolean {
  const bare = host.replace(/^\[|\]$/g, '').toLowerCase()
  if (bare === 'localhost' || bare.endsWith('.localhost')) return true
  return ipaddr.isValid(bare) && ipaddr.process(bare).range() === 'loopback'
}

/**
 * Whether a Host header may be answered by a server that listens on `listensOn`. On loopback only loopback's own names
 * will do: a page whose name was pointed at 127.0.0.1 after it was loaded (DNS rebinding) would otherwise count as our
 * own. Elsewhere any name will do, for the one that people use is known to the proxy or the network, not to us.
 */
export function isOurHost(header: string | undefined, listensOn: string): boolean {
  if (!isLoopback(listensOn)) return true
  const asked = header && URL.parse(`http://${header}`)
  return Boolean(asked) && isLoopback((asked as URL).hostname)
}

/**
 * Whether a request comes from our own page, or from no page at all (curl). As Go's `http.CrossOriginProtection` does
 * it: `Sec-Fetch-Site` where the browser sends it, otherwise Origin against Host.
 */
export function isOurPage(header: (name: string) => string | undefined): boolean {
  const site = header('sec-fetch-site')
  if (site) return site === 'same-origin' || site === 'none'
  const origin = header('origin')
  return !origin || URL.parse(origin)?.host === header('host')
}

const HEADERS = {
  'content-security-policy': [
    "default-src 'self'",
    // Pictures come within replies, which no address of ours has.
    "img-src 'self' data:",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "object-src 'none'",
    "require-trusted-types-for 'script'",
  ].join('; '),
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  // What people read here is theirs: no cache keeps it, and a new version's page is there at once.
  'cache-control': 'no-store',
}

/** Puts the headers on every answer, errors included. */
export const headers: MiddlewareHandler = async (c, next) => {
  for (const [name, value] of Object.entries(HEADERS)) c.header(name, value)
  await next()
}
