/** Documents that people send, through the Bot API's file endpoint. The address of a file holds the token: it is in no error and no log. */
import { readFile } from 'node:fs/promises'
import { isAbsolute } from 'node:path'
import type { Telegram } from 'telegraf'
import type { IncomingFile } from '../../src/bot/incoming.ts'
import { DOWNLOAD_BYTES } from './limits.ts'
import type { Document } from './update.ts'

/** Milliseconds for the whole of a file. */
const READ_WITHIN = 60_000
const UNNAMED = 'document'

/**
 * A document as a file whose bytes are fetched when they are asked for.
 * @param apiRoot with its closing slash
 * @param maxBytes what is read of a file at most; declared sizes are not trusted
 */
export function fileFrom(document: Document, telegram: Telegram, apiRoot: string, maxBytes: number): IncomingFile {
  const name = document.file_name ?? UNNAMED
  return {
    name,
    mimeType: document.mime_type,
    size: document.file_size,
    read: () => read(document, name, telegram, apiRoot, Math.min(maxBytes, DOWNLOAD_BYTES)),
  }
}

async function read(
  document: Document,
  name: string,
  telegram: Telegram,
  apiRoot: string,
  maxBytes: number,
): Promise<Uint8Array> {
  const tooLarge = new Error(`«${name}» is larger than the ${maxBytes} bytes that are read of a file.`)
  if ((document.file_size ?? 0) > maxBytes) throw tooLarge
  const { file_path: path } = await telegram.getFile(document.file_id).catch((error: unknown) => {
    throw new Error(
      `Telegram gave no «${name}»: ${(error as { description?: string }).description ?? 'no connection'}.`,
    )
  })
  if (path === undefined) throw new Error(`Telegram gave no «${name}»: it has no path.`)
  // A Bot API server of one's own that runs with --local has put the file on this disk.
  if (isAbsolute(path)) return readFile(path)

  const url = new URL(`./file/bot${telegram.token}/${path}`, apiRoot)
  const response = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(READ_WITHIN) }).catch(() => {
    throw new Error(`Telegram gave no «${name}»: the connection failed.`)
  })
  if (!response.ok) {
    await response.body?.cancel()
    throw new Error(`Telegram gave no «${name}»: HTTP ${response.status}.`)
  }
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of response.body ?? []) {
    length += chunk.byteLength
    if (length > maxBytes) throw tooLarge
    chunks.push(chunk)
  }
  return new Uint8Array(Buffer.concat(chunks))
}
