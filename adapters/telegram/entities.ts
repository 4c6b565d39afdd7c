/** What Telegram marks in a text: addresses, commands, mentions. Offsets are UTF-16 units. */
import type { Answered, Entity } from './update.ts'

/** A message's words and the marks in them, of its text or of the caption under its picture, video or document. */
export function wordsOf(message: Answered): { text: string; entities: Entity[] } {
  if (message.text !== undefined) return { text: message.text, entities: message.entities ?? [] }
  return { text: message.caption ?? '', entities: message.caption_entities ?? [] }
}

/** The http(s) addresses in a text and behind its words, in order, without repeats. */
export function linksIn(text: string, entities: Entity[]): string[] {
  const found = entities
    .toSorted((a, b) => a.offset - b.offset)
    .flatMap((entity) => {
      if (entity.type === 'text_link') return entity.url ?? []
      return entity.type === 'url' ? withScheme(marked(text, entity)) : []
    })
  return [...new Set(found.filter((link) => /^https?:\/\//i.test(link) && URL.canParse(link)))]
}

/** Telegram also marks `example.org/a`, and opens it as http. */
function withScheme(address: string): string {
  return /^[a-z][a-z\d+.-]*:\/\//i.test(address) ? address : `http://${address}`
}

/** Who the bot is: what `getMe` says. */
export interface Me {
  id: number
  username: string
}

/** Whether a text mentions the bot, by its user name or, where that is hidden, by its id. */
export function mentions(text: string, entities: Entity[], me: Me): boolean {
  return entities.some((entity) => isMention(text, entity, me))
}

/** A text without the mentions of the bot, trimmed. */
export function withoutMentions(text: string, entities: Entity[], me: Me): string {
  let rest = text
  const last = entities.filter((entity) => isMention(text, entity, me)).toSorted((a, b) => b.offset - a.offset)
  for (const { offset, length } of last) rest = rest.slice(0, offset) + rest.slice(offset + length)
  return rest.trim()
}

function isMention(text: string, entity: Entity, me: Me): boolean {
  if (entity.type === 'text_mention') return entity.user?.id === me.id
  return entity.type === 'mention' && marked(text, entity).toLowerCase() === `@${me.username.toLowerCase()}`
}

/** The command that a text begins with: its name, the bot it calls (`/ask@MarsadBot`) if any, and what follows, trimmed. */
export function commandIn(
  text: string,
  entities: Entity[],
): { name: string; called?: string; argument: string } | undefined {
  const entity = entities.find(({ type, offset }) => type === 'bot_command' && offset === 0)
  if (!entity) return undefined
  const [name = '', called] = marked(text, entity).slice(1).split('@')
  return { name: name.toLowerCase(), called: called?.toLowerCase(), argument: text.slice(entity.length).trim() }
}

function marked(text: string, { offset, length }: Entity): string {
  return text.slice(offset, offset + length)
}
