/** Files that people attach. */
import type { Attachment } from 'discord.js'
import type { IncomingFile } from '../../src/bot/incoming.ts'

/** Milliseconds for the whole of a file. */
const READ_WITHIN = 30_000

/**
 * Of a message's attachments those that can hold an article. Pictures, sound and video beside words are left out; alone
 * they are kept, so that the bot can say why it can't read them.
 * @param besideWords whether the message says anything apart from its attachments
 */
export function articleFiles(attachments: Attachment[], besideWords: boolean, maxBytes: number): IncomingFile[] {
  const documents = attachments.filter(({ contentType }) => !/^(image|audio|video)\//.test(contentType ?? ''))
  const chosen = documents.length > 0 || besideWords ? documents : attachments.slice(0, 1)
  return chosen.map(({ name, contentType, size, url }) => ({
    name,
    mimeType: contentType ?? undefined,
    size,
    read: () => download(url, name, maxBytes),
  }))
}

/**
 * The bytes behind an attachment's address.
 * @throws when Discord does not give them (it voids an address after some 24 hours) or they are more than `maxBytes`;
 *   what is declared is not trusted, reading stops at the limit
 */
export async function download(url: string, name: string, maxBytes: number): Promise<Uint8Array> {
  const response = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(READ_WITHIN) })
  if (!response.ok) {
    await response.body?.cancel()
    throw new Error(`Discord gave no «${name}»: HTTP ${response.status}. Its address may be void; send the file again.`)
  }
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of response.body ?? []) {
    length += chunk.byteLength
    if (length > maxBytes) throw new Error(`«${name}» is larger than the ${maxBytes} bytes that are read of a file.`)
    chunks.push(chunk)
  }
  const bytes = new Uint8Array(length)
  let at = 0
  for (const chunk of chunks) {
    bytes.set(chunk, at)
    at += chunk.byteLength
  }
  return bytes
}
