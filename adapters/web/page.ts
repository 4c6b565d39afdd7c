/** The page and its files: read once, sent as they are; what differs by reader goes in as data, never as markup. */
import { readFile } from 'node:fs/promises'
import type { CommandDescription } from '../../src/bot/bot.ts'
import { LANGUAGES, type Language } from '../../src/bot/incoming.ts'
import { say } from '../../src/words.ts'
import { BODY_BYTES, TYPED_LENGTH } from './limits.ts'
import { LANGUAGE } from './session.ts'

const SCRIPT = 'text/javascript; charset=utf-8'
const FILES = {
  'page.js': SCRIPT,
  'words.js': SCRIPT,
  'direction.js': SCRIPT,
  'blocks.js': SCRIPT,
  'conversation.js': SCRIPT,
  'composer.js': SCRIPT,
  'attachment.js': SCRIPT,
  'suggestions.js': SCRIPT,
  'wire.js': SCRIPT,
  'style.css': 'text/css; charset=utf-8',
  'icon.svg': 'image/svg+xml',
}

/** The page's own words: the keys under `web.page` in `locales/`. */
const LABELS = [
  'title',
  'tagline',
  'skip',
  'conversation',
  'welcome',
  'welcomeArticle',
  'welcomeQuestion',
  'commands',
  'message',
  'placeholder',
  'send',
  'attach',
  'attached',
  'detach',
  'dropHere',
  'source',
  'sourceName',
  'sourceDate',
  'suggestions',
  'suggestionsThere',
  'busy',
  'you',
  'choices',
  'wholeText',
  'copy',
  'copied',
  'offline',
  'failed',
  'brokenOff',
  'tooLarge',
] as const

export interface Page {
  /** The page for a reader of `language`. */
  html(language: Language, commands: readonly CommandDescription[]): string
  /** A file that the page loads, by its name. */
  file(name: string): { type: string; body: Uint8Array<ArrayBuffer> } | undefined
}

/** Reads the page's files. */
export async function loadPage(): Promise<Page> {
  const read = async (name: string) => new Uint8Array(await readFile(new URL(`./page/${name}`, import.meta.url)))
  const template = new TextDecoder().decode(await read('index.html'))
  const files = new Map<string, { type: string; body: Uint8Array<ArrayBuffer> }>()
  for (const [name, type] of Object.entries(FILES)) files.set(name, { type, body: await read(name) })
  const labels = Object.fromEntries(LANGUAGES.map((language) => [language, labelsOf(language)]))

  return {
    html(language, commands) {
      const direction = language === 'ar' ? 'rtl' : 'ltr'
      const words: Record<string, string> = { ...labels[language], noScript: say(language, 'web.page.noScript') }
      const data = { language, labels, commands, limits: { BODY_BYTES, TYPED_LENGTH }, languageCookie: LANGUAGE }
      return template
        .replace('lang="ar" dir="rtl"', `lang="${language}" dir="${direction}"`)
        .replace(/\{\{(\w+)\}\}/g, (_, key) => asText(words[key] ?? ''))
        .replace('"data"</script>', () => `${asData(data)}</script>`)
    },
    file: (name) => files.get(name),
  }
}

/** The largest body that is taken, for people. */
export const MEGABYTES = Math.floor(BODY_BYTES / (1024 * 1024))

function labelsOf(language: Language): Record<string, string> {
  return Object.fromEntries(LABELS.map((key) => [key, say(language, `web.page.${key}`, { megabytes: MEGABYTES })]))
}

const asText = (words: string) => words.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/** JSON that stands in a `script` element: no text in it can end the element. */
const asData = (value: unknown) => JSON.stringify(value).replaceAll('<', '\\u003c')
