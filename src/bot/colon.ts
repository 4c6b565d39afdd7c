import type { Reader } from '../words.ts'

/** A colon and its space, as the language sets them. */
export function colon(reader: Reader): string {
  return reader.language === 'fr' ? ' : ' : ': '
}
