/** What Telegram takes and gives at most, each with its source. */

/**
 * Characters of a message after its entities are parsed, https://core.telegram.org/bots/api#sendmessage. We count UTF-16
 * units, which are never fewer than what Telegram counts.
 */
export const MESSAGE_LENGTH = 4096
/** Formatted parts of a message; what is beyond is shown without its format. https://github.com/tdlib/telegram-bot-api/issues/820 */
export const ENTITIES_PER_MESSAGE = 100
/**
 * Characters of a message with its markup and the addresses in it. Not documented; some 9500 by experience, beyond is
 * refused as ENTITIES_TOO_LONG. https://github.com/tdlib/telegram-bot-api/issues/165
 */
export const MARKUP_LENGTH = 9000

/** Characters under a picture. https://core.telegram.org/bots/api#sendphoto */
export const CAPTION_LENGTH = 1024

/** Bytes of a button's `callback_data`. https://core.telegram.org/bots/api#inlinekeyboardbutton */
export const CALLBACK_DATA_BYTES = 64
/** Buttons under one message; not documented, refused beyond as REPLY_MARKUP_TOO_LONG. https://limits.tginfo.me/en */
export const BUTTONS_PER_MESSAGE = 100
/** Characters of a button's words that phones show; not a limit of the API. */
export const BUTTON_LABEL_LENGTH = 64

/** Characters of a command's description. https://core.telegram.org/bots/api#botcommand */
export const COMMAND_DESCRIPTION_LENGTH = 256

/** Bytes of a file that the Bot API gives to a bot. https://core.telegram.org/bots/api#getfile */
export const DOWNLOAD_BYTES = 20 * 1024 * 1024

/** Milliseconds that «is typing» stays. https://core.telegram.org/bots/api#sendchataction */
export const TYPING_LASTS = 5_000

/** Updates in one answer of getUpdates. https://core.telegram.org/bots/api#getupdates */
export const UPDATES_PER_POLL = 100
