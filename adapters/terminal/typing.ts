/** A person at a terminal: lines that are edited as they are typed, articles that are pasted. */
import { createInterface } from 'node:readline'
import type { Readable, Writable } from 'node:stream'
import { END } from './gather.ts'
import { PASTE_INTO_LINE, PASTE_PAUSE } from './limits.ts'
import { LEAVE_PASTES, MARK_PASTES, takePastes } from './paste.ts'
import { printable } from './render.ts'

/** A terminal's input, with the switch that hands keys over as they are pressed. */
export type Keys = Readable & { setRawMode?(on: boolean): unknown }

export interface Typing {
  /** A typed line, a paste of many lines, or lines that come without a pause between them. Ends with the input. */
  messages: AsyncIterable<string>
  /** Shows that something may be typed, with what has been so far. */
  prompt(): void
  /** Ends the messages, and leaves the terminal as it was. */
  close(): void
}

/** Starts to listen to the keys. A line in the terminal's own way would be cut at 4096 bytes, half an Arabic article. */
export function startTyping(keys: Keys, screen: Writable): Typing {
  const messages: string[] = []
  let gathered: string[] = []
  let closed = false
  let wake = () => {}
  let pause: NodeJS.Timeout | undefined

  function send() {
    clearTimeout(pause)
    const message = gathered.join('\n').trim()
    gathered = []
    if (message !== '') messages.push(message)
    wake()
  }

  const typed = takePastes((pasted) => {
    if (!pasted.includes('\n') && pasted.length <= PASTE_INTO_LINE) return pasted
    gathered.push(pasted)
    screen.write(`${printable(pasted)}\n`)
    send()
    return ''
  })
  const input = Object.assign(keys.pipe(typed), { setRawMode: (on: boolean) => keys.setRawMode?.(on) })
  const lines = createInterface({ input, output: screen, terminal: true, prompt: '› ' })
  screen.write(MARK_PASTES)

  lines.on('line', (line) => {
    clearTimeout(pause)
    if (line.trim() === END) return send()
    gathered.push(line)
    pause = setTimeout(send, PASTE_PAUSE)
  })
  lines.on('close', () => {
    closed = true
    screen.write(LEAVE_PASTES)
    keys.unpipe(typed).pause()
    send()
  })

  async function* inOrder() {
    while (!closed || messages.length > 0) {
      const next = messages.shift()
      if (next !== undefined) yield next
      else await new Promise<void>((resolve) => (wake = resolve))
    }
  }
  return { messages: inOrder(), prompt: () => closed || lines.prompt(true), close: () => lines.close() }
}
