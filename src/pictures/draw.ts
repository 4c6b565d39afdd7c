import { createHash } from 'node:crypto'
import { createRequire } from 'node:module'
import { renderAsync } from '@resvg/resvg-js'
import { LRUCache } from 'lru-cache'
import { FAMILY } from './card.ts'

/** A PNG's bytes, and its size in pixels. */
export interface Drawn {
  png: Buffer
  width: number
  height: number
}

const require = createRequire(import.meta.url)
const font = (file: string) => require.resolve(`@expo-google-fonts/noto-naskh-arabic/${file}`)
/** TrueType: the renderer draws nothing, and says nothing, for a font that it cannot read. */
const FONTS = [font('400Regular/NotoNaskhArabic_400Regular.ttf'), font('700Bold/NotoNaskhArabic_700Bold.ttf')]

/** Bytes of pictures that are kept: a button is often pressed again, and a digest goes to many chats. */
const KEPT = 32 * 1024 * 1024
const drawn = new LRUCache<string, Drawn>({ maxSize: KEPT, sizeCalculation: ({ png }) => png.length })

/**
 * A picture's SVG as PNG, off the main thread; the same one again comes from memory.
 * @throws when the SVG is not well-formed
 */
export async function draw(svg: string): Promise<Drawn> {
  const key = createHash('sha256').update(svg).digest('base64')
  const known = drawn.get(key)
  if (known) return known
  const image = await renderAsync(svg, {
    font: { loadSystemFonts: false, fontFiles: FONTS, defaultFontFamily: FAMILY },
    languages: ['ar'],
  })
  const made = { png: image.asPng(), width: image.width, height: image.height }
  drawn.set(key, made)
  return made
}
