import { describe, expect, it } from 'vitest'
import { readConfig } from '../src/config.ts'

describe('the configuration', () => {
  it('has a default for everything', () => {
    const read = readConfig({ PORT: '' })
    expect(read.ok && read.config).toMatchObject({
      HOST: '127.0.0.1',
      PORT: 8787,
      MARSAD_DATA: './data',
      MARSAD_LANGUAGE: 'ar',
      MARSAD_TIME_ZONE: 'UTC',
    })
  })

  it.each([
    ['PORT', '99999', /^PORT: read «99999», expected a port number/],
    ['PORT', 'http', /^PORT: read «http», expected a port number/],
    ['MARSAD_LANGUAGE', 'de', /^MARSAD_LANGUAGE: read «de», expected ar, en or fr$/],
    ['MARSAD_TIME_ZONE', 'Mars/Olympus', /^MARSAD_TIME_ZONE: read «Mars\/Olympus», expected an IANA time zone/],
    ['TELEGRAM_API_ROOT', 'ftp://x', /^TELEGRAM_API_ROOT: read «ftp:\/\/x», expected an http/],
    ['LOG_LEVEL', 'loud', /^LOG_LEVEL: read «loud»/],
  ])('says in one line what is wrong with %s=%s', (name, value, line) => {
    const read = readConfig({ [name]: value })
    expect(read.ok).toBe(false)
    if (!read.ok) {
      expect(read.lines).toHaveLength(1)
      expect(read.lines[0]).toMatch(line)
    }
  })

  it.each(['TELEGRAM_TOKEN', 'DISCORD_TOKEN'])('never shows the value of %s', (name) => {
    const read = readConfig({ [name]: 'secret!' })
    expect(read).toMatchObject({ ok: false })
    expect(JSON.stringify(read)).not.toContain('secret')
    expect(JSON.stringify(read)).toContain(name)
  })
})
