/** Where replies are written: one after the other, each until it is out. */
import type { Writable } from 'node:stream'

export interface Output {
  /** Resolves when the text is handed over; rejects when nobody reads any more (`| head`). */
  write(text: string): Promise<void>
  closed(): boolean
}

/** Output to a stream that may close before us: that is heard of here, and ends no process. */
export function createOutput(stream: Writable): Output {
  let failure: Error | undefined
  stream.on('error', (error) => {
    failure = error
  })
  return {
    write: (text) =>
      new Promise((resolve, reject) => {
        if (failure) return reject(failure)
        stream.write(text, (error) => (error ? reject(error) : resolve()))
      }),
    closed: () => failure !== undefined || stream.destroyed,
  }
}
