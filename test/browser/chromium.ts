/**
 * Finds the browser that the page's tests run in. `npm test` runs this file first: on a Debian or Ubuntu where nothing
 * is there yet, as in a container, it installs one; elsewhere it says what to install. No test is skipped for want of it.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']

const PLACES: Partial<Record<NodeJS.Platform, (string | undefined)[]>> = {
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) => [
    process.env[name] && join(process.env[name], 'Google', 'Chrome', 'Application', 'chrome.exe'),
    process.env[name] && join(process.env[name], 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
  ]),
}

/** A browser and a font that has Arabic letters; without one the pictures show boxes and widths mean nothing. */
const PACKAGES = ['chromium', 'fonts-noto-core']

const CURE = `Install one (Debian: apt-get install ${PACKAGES.join(' ')}) or set CHROMIUM_PATH to where it is.`

/**
 * Arguments that it is started with: nothing leaves the machine, and root may start it (its sandbox refuses root).
 * Only pages of our own are ever opened with them.
 */
export const CHROMIUM_ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
]

/**
 * Where the browser is: what CHROMIUM_PATH names, or the first found in the usual places.
 * @throws when there is none, or not where CHROMIUM_PATH says
 */
export function chromiumPath(): string {
  const named = process.env.CHROMIUM_PATH
  if (named) {
    if (existsSync(named)) return named
    throw new Error(`CHROMIUM_PATH names ${named}, which does not exist. Correct it or unset it.`)
  }
  const found = candidates().find((path) => existsSync(path))
  if (found) return found
  throw new Error(`The tests of the web page need Chromium or Chrome, and none was found. ${CURE}`)
}

function candidates(): string[] {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean)
  const onPath = NAMES.flatMap((name) => ['/usr/bin', ...folders].map((folder) => join(folder, name)))
  return [...onPath, ...(PLACES[process.platform] ?? [])].filter((path) => path !== undefined)
}

function canInstall(): boolean {
  if (process.env.CHROMIUM_PATH || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false
  return /^(ID|ID_LIKE)=.*\b(debian|ubuntu)\b/m.test(readFileSync('/etc/os-release', 'utf8'))
}

function install(): void {
  console.log(`No Chromium found: installing ${PACKAGES.join(' and ')} with apt-get for the tests of the web page.`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  for (const step of [
    ['update', '-qq'],
    ['install', '-y', '-qq', '--no-install-recommends', ...PACKAGES],
  ]) {
    const { status, stderr } = spawnSync('apt-get', step, {
      env,
      stdio: ['ignore', 'ignore', 'pipe'],
      encoding: 'utf8',
    })
    if (status !== 0) throw new Error(`apt-get ${step[0]} failed: ${stderr.trim()} ${CURE}`)
  }
}

function main(): void {
  try {
    if (!candidates().some((path) => existsSync(path)) && canInstall()) install()
    chromiumPath()
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  }
}

if (import.meta.main) main()
