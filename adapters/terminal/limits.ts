/** What the terminal takes at most and how long it waits. Nobody outside sets these; each says why it is as it is. */

/** Bytes of one line of JSON, as much as the web chat takes of one message. */
export const LINE_BYTES = 6 * 1024 * 1024

/**
 * Milliseconds of silence after which lines are a message, in a terminal that does not mark what is pasted. It hands a
 * paste over within a few milliseconds, over a slow connection within some hundred; a person takes longer between lines.
 */
export const PASTE_PAUSE = 300

/**
 * UTF-16 units of a paste without a line break up to which it goes into the line that is being typed. For each further
 * character `node:readline` measures the whole line again: an article would take minutes.
 */
export const PASTE_INTO_LINE = 500

/** Lines of JSON under way at the same time; more are read when one of them is answered. */
export const UNDER_WAY = 32

/** Characters of the line under a heading at most, so that it fits a narrow window. */
export const RULE_LENGTH = 60

/** The largest line, for people. */
export const MEGABYTES = LINE_BYTES / (1024 * 1024)
