/** Real servers on 127.0.0.1 for what fetches pages. */
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Starts servers; `close` ends all of them. */
export function servers() {
  const running: Server[] = []
  return {
    /** The address of a server that answers so. */
    async serve(listener: RequestListener): Promise<string> {
      const server = createServer(listener)
      running.push(server)
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
      return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    },
    close() {
      for (const server of running.splice(0)) {
        server.closeAllConnections()
        server.close()
      }
    },
  }
}

/** Lets the loopback address through, and nothing else. */
export const local = { allows: (address: string) => address === '127.0.0.1' }

/** A text in windows-1256, in which older Arabic pages and files are written. */
export function windows1256(text: string): Uint8Array {
  const decoder = new TextDecoder('windows-1256')
  const bytes = new Map(Array.from({ length: 256 }, (_, byte) => [decoder.decode(new Uint8Array([byte])), byte]))
  return Uint8Array.from(text, (letter) => {
    const byte = bytes.get(letter)
    if (byte === undefined) throw new Error(`windows-1256 has no ${letter}`)
    return byte
  })
}
