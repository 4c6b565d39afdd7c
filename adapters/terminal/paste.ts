/**
 * What is pasted, told apart from what is typed: terminals put marks around it when they are asked to (bracketed paste,
 * https://invisible-island.net/xterm/ctlseqs/ctlseqs.html#h2-Bracketed-Paste-Mode).
 */
import { Transform } from 'node:stream'

/** Asks a terminal to mark what is pasted, and no longer to. */
export const MARK_PASTES = '\x1b[?2004h'
export const LEAVE_PASTES = '\x1b[?2004l'

const BEGIN = Buffer.from('\x1b[200~')
const END = Buffer.from('\x1b[201~')

/**
 * Passes through what is typed and takes out what is pasted; marks and characters may be cut by chunks anywhere.
 * @param onPaste gets a whole paste with `\n` between its lines, and says what of it goes on as if it were typed
 */
export function takePastes(onPaste: (pasted: string) => string): Transform {
  let pasted: Buffer[] | undefined
  let rest: Buffer = Buffer.alloc(0)

  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      let bytes = Buffer.concat([rest, chunk])
      for (;;) {
        const mark = pasted ? END : BEGIN
        const at = bytes.indexOf(mark)
        const end = at < 0 ? bytes.length - beginningOf(mark, bytes) : at
        if (pasted) pasted.push(bytes.subarray(0, end))
        else this.push(bytes.subarray(0, end))
        bytes = bytes.subarray(at < 0 ? end : at + mark.length)
        if (at < 0) break
        if (pasted) this.push(onPaste(lines(Buffer.concat(pasted).toString('utf8'))))
        pasted = pasted ? undefined : []
      }
      rest = bytes
      done()
    },
    flush(done) {
      const last = Buffer.concat([...(pasted ?? []), rest])
      done(null, pasted ? onPaste(lines(last.toString('utf8'))) : last)
    },
  })
}

/** Terminals send a carriage return for a line break, as for the Enter key. */
const lines = (text: string) => text.replace(/\r\n?/g, '\n')

/** How many bytes of a mark stand at the end of a chunk; its rest may come with the next. */
function beginningOf(mark: Buffer, bytes: Buffer): number {
  for (let length = Math.min(mark.length - 1, bytes.length); length > 0; length -= 1) {
    if (bytes.subarray(bytes.length - length).equals(mark.subarray(0, length))) return length
  }
  return 0
}
