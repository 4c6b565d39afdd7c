import type { Means } from './desk.ts'
import type { IncomingFile } from './incoming.ts'

/** A file's bytes; undefined where its platform does not give them, which is logged. */
export async function bytesOf(means: Means, file: IncomingFile): Promise<Uint8Array | undefined> {
  try {
    return await file.read()
  } catch (error) {
    means.log.error({ error, name: file.name }, 'a file could not be fetched')
    return undefined
  }
}
