/** An update as it comes from the Bot API, as far as it is read here: https://core.telegram.org/bots/api#update. */
import { z } from 'zod'

const User = z.object({
  id: z.number(),
  is_bot: z.boolean().default(false),
  first_name: z.string().default(''),
  last_name: z.string().optional(),
  username: z.string().optional(),
  language_code: z.string().optional(),
})
export type User = z.infer<typeof User>

const Chat = z.object({
  id: z.number(),
  type: z.string(),
  title: z.string().optional(),
  username: z.string().optional(),
})
export type Chat = z.infer<typeof Chat>

/** `offset` and `length` count UTF-16 units. */
const Entity = z.object({
  type: z.string(),
  offset: z.number(),
  length: z.number(),
  url: z.string().optional(),
  user: User.optional(),
})
export type Entity = z.infer<typeof Entity>

const MessageOrigin = z.discriminatedUnion('type', [
  z.object({ type: z.literal('user'), date: z.number(), sender_user: User }),
  z.object({ type: z.literal('hidden_user'), date: z.number(), sender_user_name: z.string() }),
  z.object({ type: z.literal('chat'), date: z.number(), sender_chat: Chat }),
  z.object({ type: z.literal('channel'), date: z.number(), chat: Chat, message_id: z.number() }),
])
export type MessageOrigin = z.infer<typeof MessageOrigin>

const Document = z.object({
  file_id: z.string(),
  file_name: z.string().optional(),
  mime_type: z.string().optional(),
  file_size: z.number().optional(),
})
export type Document = z.infer<typeof Document>

/** What a message may be made of, apart from words and a document. Any of these is something a person sent, not a notice. */
const Media = z.object({
  photo: z.unknown(),
  video: z.unknown(),
  animation: z.unknown(),
  audio: z.unknown(),
  voice: z.unknown(),
  video_note: z.unknown(),
  sticker: z.unknown(),
  contact: z.unknown(),
  location: z.unknown(),
  poll: z.unknown(),
  story: z.unknown(),
})
export const MEDIA = Object.keys(Media.shape) as (keyof z.infer<typeof Media>)[]

const MessageFields = Media.partial().extend({
  message_id: z.number(),
  message_thread_id: z.number().optional(),
  is_topic_message: z.boolean().optional(),
  date: z.number(),
  chat: Chat,
  from: User.optional(),
  sender_chat: Chat.optional(),
  forward_origin: MessageOrigin.optional().catch(undefined),
  is_automatic_forward: z.boolean().optional(),
  media_group_id: z.string().optional(),
  text: z.string().optional(),
  entities: z.array(Entity).optional(),
  caption: z.string().optional(),
  caption_entities: z.array(Entity).optional(),
  document: Document.optional(),
})
const Message = MessageFields.extend({ reply_to_message: MessageFields.optional().catch(undefined) })
export type Message = z.infer<typeof Message>
/** A message that another one answers: without what that one answered. */
export type Answered = z.infer<typeof MessageFields>

const CallbackQuery = z.object({
  id: z.string(),
  from: User,
  data: z.string().optional(),
  // A message that has become inaccessible is its chat and number alone.
  message: z
    .object({
      message_id: z.number(),
      chat: Chat,
      message_thread_id: z.number().optional(),
      is_topic_message: z.boolean().optional(),
    })
    .optional(),
})
export type CallbackQuery = z.infer<typeof CallbackQuery>

/** The kinds that the bot asks for; channel posts, edits and changes of membership are not among them. */
export const ALLOWED_UPDATES = ['message', 'callback_query'] as const

const Update = z.object({
  update_id: z.number(),
  message: Message.optional(),
  callback_query: CallbackQuery.optional(),
})
export type Update = z.infer<typeof Update>

/** An update that came in, or undefined for what has not the form that Telegram documents. */
export function parseUpdate(raw: unknown): Update | undefined {
  return Update.safeParse(raw).data
}
