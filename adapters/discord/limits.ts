/**
 * What Discord takes at most, each with its source. Discord counts characters in a way that it does not document; we
 * count UTF-16 units, which are never fewer than code points, so that what fits here fits there.
 */

/** Characters of a message's own text. https://discord.com/developers/docs/resources/message#create-message */
export const CONTENT_LENGTH = 2000

/** https://discord.com/developers/docs/resources/message#embed-object-embed-limits */
export const EMBED_TITLE_LENGTH = 256
export const EMBED_DESCRIPTION_LENGTH = 4096
/** Over all embeds of one message: titles, descriptions, field names and values, footers and authors. Same source. */
export const EMBEDS_LENGTH = 6000
/** https://discord.com/developers/docs/resources/message#create-message-jsonform-params */
export const EMBEDS_PER_MESSAGE = 10

/** https://discord.com/developers/docs/reference#uploading-files */
export const FILES_PER_MESSAGE = 10
/** Characters of what an attachment shows. https://discord.com/developers/docs/resources/message#attachment-object */
export const ATTACHMENT_DESCRIPTION_LENGTH = 1024

/** Action rows in a message, and buttons in a row. https://discord.com/developers/docs/components/reference#action-row */
export const ROWS_PER_MESSAGE = 5
export const BUTTONS_PER_ROW = 5
/** https://discord.com/developers/docs/components/reference#button */
export const BUTTON_LABEL_LENGTH = 80
/** https://discord.com/developers/docs/components/reference#anatomy-of-a-component-custom-id */
export const CUSTOM_ID_LENGTH = 100

/** https://discord.com/developers/docs/interactions/application-commands#application-command-object-application-command-option-choice-structure */
export const SUGGESTIONS = 25
export const SUGGESTION_LENGTH = 100

/**
 * Milliseconds within which an interaction wants its first answer; afterwards its token is void.
 * https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-callback
 */
export const FIRST_ANSWER_WITHIN = 3000

/** Milliseconds that «is typing» stays. https://discord.com/developers/docs/resources/channel#trigger-typing-indicator */
export const TYPING_LASTS = 10_000

/** Characters of a message's nonce. https://discord.com/developers/docs/resources/message#create-message-jsonform-params */
export const NONCE_LENGTH = 25
