/** What the web chat takes at most and how long it waits. Where nobody outside sets a limit, it is ours and says why. */

/** Bytes of one request's body: an article as a text file, with room for a book's chapter. */
export const BODY_BYTES = 6 * 1024 * 1024

/** Actors offered while somebody types: what a phone shows above its keyboard. */
export const SUGGESTIONS = 6

/** UTF-16 units before the caret that are looked at for a name; a longer text is an article, not a question. */
export const TYPED_LENGTH = 200

/**
 * Open event streams of one chat. A browser opens at most six connections to an HTTP/1.1 server, over all its tabs;
 * what streams hold for good is missing to messages. https://developer.mozilla.org/docs/Web/API/EventSource
 */
export const STREAMS_PER_CHAT = 4

/** Milliseconds between signs of life on a quiet stream; proxies give up after 60 s (nginx `proxy_read_timeout`). */
export const SIGN_OF_LIFE_EVERY = 20_000

/** Milliseconds that a page may take to accept a reply before it counts as gone. */
export const WRITE_WITHIN = 30_000

/** Milliseconds that connections may take to end once nothing is under way any more. */
export const CLOSE_WITHIN = 2_000

/** Milliseconds between looks for connections that have become idle while the server stops. */
export const SWEEP_EVERY = 20

/** Milliseconds after which a page asks again for a stream that it lost. */
export const RECONNECT_AFTER = 3_000

/** Seconds; browsers cut a longer age. https://httpwg.org/http-extensions/draft-ietf-httpbis-rfc6265bis.html#section-5.5 */
export const COOKIE_AGE = 400 * 24 * 60 * 60
