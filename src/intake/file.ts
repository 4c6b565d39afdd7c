/** A text file's bytes as text, whatever it was written with. */

/** Larger files are books or logs, not articles. */
export const LARGEST_FILE = 2 * 1024 * 1024

export type Read = { ok: true; text: string } | { ok: false; reason: 'too-large' | 'not-text' | 'empty' }

/** Bytes below the space that a text may hold: tab, line ends, form feed. */
const isControl = (byte: number) => byte < 32 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13

/**
 * Decodes a text file: by its byte order mark, else as UTF-8 where that is valid, else as windows-1256, in which older Arabic files are written.
 */
export function readTextFile(bytes: Uint8Array): Read {
  if (bytes.length > LARGEST_FILE) return { ok: false, reason: 'too-large' }
  const text = decode(bytes)
  if (text === undefined) return { ok: false, reason: 'not-text' }
  return text.trim() === '' ? { ok: false, reason: 'empty' } : { ok: true, text: text.replace(/\r\n?/g, '\n') }
}

function decode(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  const sample = bytes.subarray(0, 4096)
  return sample.some(isControl) ? undefined : decodeUnmarked(bytes)
}

/** Bytes that do not say how they are written: as UTF-8 where that is valid, else as windows-1256 where that gives Arabic, else undefined. */
export function decodeUnmarked(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    const text = new TextDecoder('windows-1256').decode(bytes)
    const letters = text.match(/\p{L}/gu)?.length ?? 0
    const arabic = text.match(/\p{Script=Arabic}/gu)?.length ?? 0
    // Any bytes decode as windows-1256; only Arabic ones make mostly Arabic letters.
    return letters > 0 && arabic / letters > 0.5 ? text : undefined
  }
}
