/**
 * A fetch for addresses that strangers send: it reaches public hosts only, at every hop. The address that was checked is the one connected to, so that a
 * name which resolves differently a moment later opens no way in.
 */
import { lookup as resolve } from 'node:dns'
import type { LookupFunction } from 'node:net'
import { pipeline, type Readable, type Transform } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import ipaddr from 'ipaddr.js'
import { Agent, request } from 'undici'

export interface FetchLimits {
  /** Milliseconds for everything, redirects included. */
  timeout: number
  /** In bytes, of the body as unpacked. */
  size: number
  redirects: number
}
export const LIMITS: FetchLimits = { timeout: 10_000, size: 5 * 1024 * 1024, redirects: 5 }

export type FetchFailure = 'bad-address' | 'blocked' | 'timeout' | 'unreachable' | 'too-large' | 'refused'
export type Fetched =
  | { ok: true; url: string; contentType: string; body: Uint8Array }
  | { ok: false; reason: FetchFailure; status?: number }

export interface FetchOptions {
  limits?: Partial<FetchLimits>
  /** Which addresses may be connected to; tests let loopback through. */
  allows?: (address: string) => boolean
}

/** Whether an IP address is one of the public internet (neither private, loopback, link-local, multicast nor reserved; IPv4 inside IPv6 as the IPv4 it is). */
export function isPublic(address: string): boolean {
  if (!ipaddr.isValid(address)) return false
  const parsed = ipaddr.process(address)
  if (parsed.range() !== 'unicast') return false
  // Of IPv6 only this block is given out (RFC 4291, 2.4); what lies outside may still lead to an IPv4 address («::7f00:1»).
  return parsed.kind() === 'ipv4' || (parsed as ipaddr.IPv6).match(ipaddr.IPv6.parse('2000::'), 3)
}

class Blocked extends Error {}

/** Fetches an address with GET. Never rejects. */
export async function guardedFetch(address: string, options: FetchOptions = {}): Promise<Fetched> {
  const limits = { ...LIMITS, ...options.limits }
  const allows = options.allows ?? isPublic
  const signal = AbortSignal.timeout(limits.timeout)
  const agent = new Agent({ connect: { lookup: guardedLookup(allows) } })
  try {
    let url = parse(address)
    for (let hop = 0; hop <= limits.redirects; hop++) {
      if (url === undefined) return { ok: false, reason: 'bad-address' }
      // An address that is already numeric is never looked up, so it is checked here.
      const literal = url.hostname.replace(/^\[|\]$/g, '')
      if (ipaddr.isValid(literal) && !allows(literal)) return { ok: false, reason: 'blocked' }
      const response = await request(url, {
        dispatcher: agent,
        signal,
        headers: {
          'user-agent': 'Marsad/0.1 (+news desk bot)',
          accept: 'text/html,application/xhtml+xml,text/plain',
          'accept-language': 'ar',
          'accept-encoding': Object.keys(UNPACKERS).join(', '),
        },
      })
      const location = response.headers.location
      if (response.statusCode >= 300 && response.statusCode < 400 && location !== undefined) {
        await response.body.dump()
        url = parse(String(location), url)
        continue
      }
      if (response.statusCode >= 300) {
        await response.body.dump()
        return { ok: false, reason: 'refused', status: response.statusCode }
      }
      const body = await readUpTo(unpacked(response.body, response.headers['content-encoding']), limits.size)
      if (body === undefined) return { ok: false, reason: 'too-large' }
      return { ok: true, url: url.href, contentType: String(response.headers['content-type'] ?? ''), body }
    }
    return { ok: false, reason: 'unreachable' }
  } catch (error) {
    return { ok: false, reason: failureOf(error) }
  } finally {
    await agent.destroy()
  }
}

function parse(address: string, base?: URL): URL | undefined {
  const url = URL.parse(address, base?.href)
  return url && /^https?:$/.test(url.protocol) && url.username === '' && url.password === '' ? url : undefined
}

function guardedLookup(allows: (address: string) => boolean): LookupFunction {
  return (hostname, lookupOptions, callback) =>
    resolve(hostname, { ...lookupOptions, all: true }, (error, addresses) => {
      if (error) return callback(error, '')
      const allowed = addresses.filter(({ address }) => allows(address))
      // One private answer among public ones is a trick, not a site.
      if (allowed.length !== addresses.length || allowed.length === 0) return callback(new Blocked(hostname), '')
      if (lookupOptions.all) return callback(null, allowed)
      callback(null, allowed[0]!.address, allowed[0]!.family)
    })
}

/** How a body may come packed. */
const UNPACKERS: Record<string, () => Transform> = {
  gzip: createGunzip,
  br: createBrotliDecompress,
  deflate: createInflate,
}

function unpacked(body: Readable, encoding: string | string[] | undefined): Readable {
  const unpack = UNPACKERS[String(encoding).toLowerCase()]
  // What goes wrong on the way is thrown to the reader of the last stream.
  return unpack ? pipeline(body, unpack(), () => {}) : body
}

async function readUpTo(body: AsyncIterable<Uint8Array>, size: number): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of body) {
    length += chunk.length
    if (length > size) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function failureOf(error: unknown): FetchFailure {
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof Blocked) return 'blocked'
    if (cause.name === 'TimeoutError' || cause.name === 'AbortError') return 'timeout'
  }
  return 'unreachable'
}
