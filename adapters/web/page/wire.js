/** The way to the server and back. */
import { label } from './words.js'

/** @typedef {import('./blocks.js').Reply} Reply */

/** Milliseconds after which a stream that the server refused is asked for again. */
const ASK_AGAIN_AFTER = 60_000

/** Something that is to be told to the reader in these words. */
export class Problem extends Error {}

/**
 * Sends something and hands over each reply as it comes.
 * @param {FormData | object} body a form when a file comes with it
 * @param {(reply: Reply) => void} onReply
 * @throws {Problem} when it was refused, could not be sent, or the answer broke off
 */
export async function send(body, onReply) {
  const response = await fetch('/messages', {
    method: 'POST',
    ...(body instanceof FormData
      ? { body }
      : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  }).catch(() => undefined)
  if (!response?.body) throw new Problem(label('failed'))
  if (!response.ok) throw new Problem((await response.json().catch(() => ({}))).error ?? label('failed'))
  let ended = false
  try {
    for await (const line of linesOf(response.body)) {
      const value = JSON.parse(line)
      if (value.reply) onReply(value.reply)
      if (value.error) throw new Problem(value.error)
      ended ||= value.done === true
    }
  } catch (error) {
    throw error instanceof Problem ? error : new Problem(label('brokenOff'))
  }
  if (!ended) throw new Problem(label('brokenOff'))
}

/**
 * Listens for what nobody asked for just now, for as long as the page is open.
 * @param {(reply: Reply) => void} onReply
 * @param {(connected: boolean) => void} onConnection
 */
export function listen(onReply, onConnection) {
  const source = new EventSource('/events')
  source.addEventListener('open', () => onConnection(true))
  source.addEventListener('reply', (event) => onReply(JSON.parse(event.data)))
  source.addEventListener('error', () => {
    onConnection(false)
    if (source.readyState === EventSource.CLOSED) setTimeout(() => listen(onReply, onConnection), ASK_AGAIN_AFTER)
  })
}

/**
 * Actors for what stands before the caret.
 * @param {string} typed
 * @param {AbortSignal} signal
 * @returns {Promise<{ replaces: number, suggestions: { name: string, detail?: string }[] }>}
 */
export async function suggest(typed, signal) {
  const response = await fetch(`/suggest?typed=${encodeURIComponent(typed)}`, { signal })
  return response.ok ? response.json() : { replaces: 0, suggestions: [] }
}

/**
 * The lines of a stream, as they come; empty ones are signs of life and left out.
 * @param {ReadableStream<Uint8Array<ArrayBuffer>>} stream
 */
async function* linesOf(stream) {
  const reader = stream.pipeThrough(new TextDecoderStream()).getReader()
  let rest = ''
  for (;;) {
    const { done, value = '' } = await reader.read()
    const lines = (rest + value).split('\n')
    rest = done ? '' : (lines.pop() ?? '')
    yield* lines.filter((line) => line.trim() !== '')
    if (done) return
  }
}
