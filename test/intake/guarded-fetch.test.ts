import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { guardedFetch, isPublic } from '../../src/intake/guarded-fetch.ts'
import { local, servers } from './server.ts'

const { serve, close } = servers()
afterEach(close)
const text = (fetched: Awaited<ReturnType<typeof guardedFetch>>) =>
  fetched.ok ? new TextDecoder().decode(fetched.body) : fetched.reason

describe('the guarded fetch', () => {
  it.each([
    'http://LOCALHOST/',
    'http://127.0.0.1./',
    'http://0/',
    'http://0.0.0.0/',
    'http://017700000001/',
    'http://0x7f000001/',
    'http://127.0.1/',
    'http://%31%32%37.0.0.1/',
    'http://１２７.0.0.1/',
    'http://10.1.2.3/',
    'http://192.168.0.1/',
    'http://172.31.255.255/',
    'http://[::]/',
    'http://[::ffff:10.0.0.1]/',
    'http://[::ffff:7f00:1]/',
    'http://[64:ff9b::7f00:1]/',
    'http://[fe80::1]/',
    'http://[fc00::1]/',
    'https://169.254.169.254/',
  ])('reaches nothing private by %s', async (address) => {
    expect(await guardedFetch(address, { limits: { timeout: 3000 } })).toEqual({ ok: false, reason: 'blocked' })
  })

  it('reaches nothing by a name that the machine may take for its own', async () => {
    for (const address of ['http://localhost./', 'http://local.localhost/'])
      expect(['blocked', 'unreachable']).toContain(text(await guardedFetch(address, { limits: { timeout: 3000 } })))
  })

  it('takes no IPv4 address of a private range for public, however IPv6 spells it', () => {
    const byte = fc.nat(255)
    const secret = fc.oneof(
      fc.tuple(fc.constantFrom(0, 10, 127), byte, byte, byte),
      fc.tuple(fc.constant(192), fc.constant(168), byte, byte),
      fc.tuple(fc.constant(172), fc.integer({ min: 16, max: 31 }), byte, byte),
      fc.tuple(fc.constant(169), fc.constant(254), byte, byte),
      fc.tuple(fc.integer({ min: 224, max: 255 }), byte, byte, byte),
    )
    fc.assert(
      fc.property(secret, (bytes) => {
        const v4 = bytes.join('.')
        const [a, b, c, d] = bytes
        const hex = `${((a << 8) | b).toString(16)}:${((c << 8) | d).toString(16)}`
        for (const address of [v4, `::ffff:${v4}`, `::ffff:${hex}`, `::${hex}`, `64:ff9b::${hex}`, `2002:${hex}::1`])
          expect(isPublic(address), address).toBe(false)
      }),
    )
  })

  it.each(['http://:secret@example.org/', 'http://user@example.org/', '', '//example.org/', 'data:text/html,x'])(
    'does not take %s for an address',
    async (address) => {
      expect(await guardedFetch(address)).toEqual({ ok: false, reason: 'bad-address' })
    },
  )

  it('does not follow a redirect to another scheme, nor one that carries a password', async () => {
    for (const location of ['file:///etc/passwd', 'ftp://127.0.0.1/', 'http://:secret@127.0.0.1/', 'http://'])
      expect(text(await guardedFetch(await serve((_, r) => r.writeHead(302, { location }).end()), local))).toBe(
        'bad-address',
      )
  })

  it('says where a chain of redirects has led, also when they are relative', async () => {
    const last = await serve((_, response) => response.writeHead(200, { 'content-type': 'text/plain' }).end('وصلنا'))
    const first = await serve((request, response) => {
      if (request.url === '/a') response.writeHead(301, { location: 'b?x=1' }).end('x'.repeat(10_000))
      else response.writeHead(307, { location: `${last}/end` }).end()
    })
    expect(await guardedFetch(`${first}/a`, local)).toMatchObject({ ok: true, url: `${last}/end` })
  })

  it('ends a chain that turns in a circle', async () => {
    let asked = 0
    const url = await serve((_, response) => {
      asked++
      response.writeHead(302, { location: '/' }).end()
    })
    expect(text(await guardedFetch(url, local))).toBe('unreachable')
    expect(asked).toBeLessThanOrEqual(6)
  })

  it('takes a redirect that leads nowhere for a refusal', async () => {
    const url = await serve((_, response) => response.writeHead(300).end('choose'))
    expect(await guardedFetch(url, local)).toEqual({ ok: false, reason: 'refused', status: 300 })
  })

  it('gives up a body that trickles, within the time for everything', async () => {
    const url = await serve((_, response) => {
      response.writeHead(200)
      const timer = setInterval(() => response.write('x'), 50)
      response.on('close', () => clearInterval(timer))
    })
    const started = performance.now()
    expect(text(await guardedFetch(url, { ...local, limits: { timeout: 400 } }))).toBe('timeout')
    expect(performance.now() - started).toBeLessThan(2000)
  })

  it('counts redirects into the time for everything', async () => {
    const url = await serve((_, response) => {
      setTimeout(() => response.writeHead(302, { location: '/' }).end(), 150)
    })
    expect(text(await guardedFetch(url, { ...local, limits: { timeout: 400, redirects: 50 } }))).toBe('timeout')
  })

  it('stops reading a body without end, and leaves the server in peace', async () => {
    let sent = 0
    const closed = Promise.withResolvers<void>()
    const url = await serve((_, response) => {
      response.writeHead(200)
      const more = () => {
        while (!response.destroyed && response.write('x'.repeat(65_536))) sent += 65_536
      }
      response.on('drain', more)
      response.on('close', closed.resolve)
      more()
    })
    expect(text(await guardedFetch(url, { ...local, limits: { size: 100_000 } }))).toBe('too-large')
    await closed.promise
    expect(sent).toBeLessThan(20_000_000)
  })

  it.each([
    ['gzip', gzipSync],
    ['deflate', deflateSync],
    ['br', brotliCompressSync],
  ])('reads a body that comes packed with %s though nobody asked for it', async (encoding, pack) => {
    const url = await serve((_, response) =>
      response
        .writeHead(200, { 'content-type': 'text/plain; charset=utf-8', 'content-encoding': encoding })
        .end(pack('خبر عاجل')),
    )
    expect(text(await guardedFetch(url, local))).toBe('خبر عاجل')
  })

  it('is not blown up by a small body that unpacks to a huge one, nor by one that is broken', async () => {
    const bomb = gzipSync(Buffer.alloc(20_000_000))
    const url = await serve((_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb))
    expect(text(await guardedFetch(url, { ...local, limits: { size: 1_000_000 } }))).toBe('too-large')
    const broken = await serve((_, response) =>
      response.writeHead(200, { 'content-encoding': 'gzip' }).end('لست مضغوطا'),
    )
    expect(text(await guardedFetch(broken, local))).toBe('unreachable')
  })

  it('says that a host which nobody serves cannot be reached', async () => {
    const url = await serve(() => {})
    close()
    expect(text(await guardedFetch(url, local))).toBe('unreachable')
    const hangUp = await serve((request) => request.socket.destroy())
    expect(text(await guardedFetch(hangUp, local))).toBe('unreachable')
  })

  it('says what the server refused with', async () => {
    for (const status of [403, 404, 429, 500, 503]) {
      const url = await serve((_, response) => response.writeHead(status).end('x'.repeat(200_000)))
      expect(await guardedFetch(url, local)).toEqual({ ok: false, reason: 'refused', status })
    }
  })

  it('sends no address of ours and no cookie', async () => {
    let headers: object = {}
    const url = await serve((request, response) => {
      headers = request.headers
      response.setHeader('set-cookie', 'a=b').writeHead(200).end('x')
    })
    await guardedFetch(`${url}/#fragment`, local)
    expect(Object.keys(headers)).not.toContain('cookie')
    expect(Object.keys(headers)).not.toContain('referer')
  })
})
