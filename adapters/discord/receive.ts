/** Discord's events as the bot's `Incoming`. What an event means is decided here; nothing is sent or fetched. */
import {
  type APIEmbed,
  type BaseInteraction,
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  type ClientUser,
  EmbedType,
  type Message,
  type MessageContextMenuCommandInteraction,
  MessageReferenceType,
  type MessageSnapshot,
  messageLink,
  PermissionFlagsBits,
  type PermissionsBitField,
} from 'discord.js'
import type {
  ForwardOrigin,
  IncomingChoice,
  IncomingCommand,
  IncomingMessage,
  Language,
  Origin,
} from '../../src/bot/incoming.ts'
import { linksIn } from './addresses.ts'
import { articleFiles } from './files.ts'
import { plainText } from './plain.ts'

/** The adapter's name, and the `platform` of all that comes through it. */
export const PLATFORM = 'discord'

type Readable = Message | MessageSnapshot
type Content = Pick<IncomingMessage, 'text' | 'links' | 'forwardedFrom'> & { files: IncomingMessage['file'][] }

/**
 * What a message in a channel says to the bot, as one `Incoming` for each file it carries (its words come with the
 * first); none when it is not meant for the bot: in a direct message all is, on a server only what mentions it or
 * answers one of its messages. A bare mention in answer to somebody else's message asks for that message to be read.
 * @param maxBytes how much is read of a file
 */
export function readMessage(message: Message<boolean>, me: ClientUser, maxBytes: number): IncomingMessage[] {
  if (!isForBot(message, me)) return []
  const origin: Origin = {
    platform: PLATFORM,
    chat: message.channelId,
    chatName: 'name' in message.channel ? `#${message.channel.name}` : message.author.displayName,
    sender: message.author.id,
    receivedAt: message.createdAt.toISOString(),
    ...(message.inGuild() && {
      decides: async () => manages(message.channel.permissionsFor(message.member ?? message.author)),
    }),
  }
  const own = isForward(message) ? forwarded(message, maxBytes) : contentOf(message, maxBytes)
  if (own.text !== '' || own.links.length > 0 || own.files.length > 0) return messages(origin, own)
  const pointedAt = answered(message)
  if (pointedAt && pointedAt.author.id !== me.id) return messages(origin, asArticle(pointedAt, maxBytes))
  return messages(origin, own)
}

/**
 * The message that somebody opened the message menu on, as an article: its words, those of its embeds, its files.
 * @param maxBytes how much is read of a file
 */
export function readTarget(interaction: MessageContextMenuCommandInteraction, maxBytes: number): IncomingMessage[] {
  return messages(originOf(interaction), asArticle(interaction.targetMessage, maxBytes))
}

/** A slash command with what was typed behind it. */
export function readCommand(interaction: ChatInputCommandInteraction): IncomingCommand {
  const typed = interaction.options.data.map(({ value }) => String(value ?? '')).join(' ')
  return { ...originOf(interaction), kind: 'command', command: interaction.commandName, argument: typed.trim() }
}

/** The press of a button. */
export function readButton(interaction: ButtonInteraction): IncomingChoice {
  return { ...originOf(interaction), kind: 'choice', action: interaction.customId }
}

/** Who did something where, in which language their client is. */
export function originOf(interaction: BaseInteraction): Origin {
  return {
    platform: PLATFORM,
    // Only a ping has no channel, and that one never comes over the gateway.
    chat: interaction.channelId ?? interaction.user.id,
    chatName:
      interaction.channel && 'name' in interaction.channel
        ? `#${interaction.channel.name}`
        : interaction.user.displayName,
    sender: interaction.user.id,
    language: languageOf(interaction.locale),
    receivedAt: interaction.createdAt.toISOString(),
    ...(interaction.guildId && { decides: async () => manages(interaction.memberPermissions) }),
  }
}

/** Who may change a channel decides for it. */
function manages(permissions: Readonly<PermissionsBitField> | null): boolean {
  return permissions?.has(PermissionFlagsBits.ManageChannels) ?? false
}

/**
 * The bot's language for a Discord locale, if it speaks it. Discord has no Arabic: an Arab reader's client is set to
 * English or French too, which is why the chat's own setting wins over this.
 */
export function languageOf(locale: string): Language | undefined {
  if (locale === 'fr') return 'fr'
  return locale.startsWith('en-') ? 'en' : undefined
}

function isForBot(message: Message<boolean>, me: ClientUser): boolean {
  if (message.author.bot || message.webhookId || message.system) return false
  if (!message.inGuild()) return true
  // The client offers the bot's own role beside the bot itself: people pick either.
  const botRole = message.guild.members.me?.roles.botRole
  return (
    message.mentions.users.has(me.id) ||
    message.mentions.repliedUser?.id === me.id ||
    (botRole != null && message.mentions.roles.has(botRole.id))
  )
}

function messages(origin: Origin, { files, ...content }: Content): IncomingMessage[] {
  const [first, ...others] = files
  return [
    { ...origin, kind: 'message', ...content, file: first },
    ...others.map((file): IncomingMessage => ({ ...origin, kind: 'message', ...content, text: '', links: [], file })),
  ]
}

/** Somebody's message, handed to the bot by another hand than theirs. */
function asArticle(message: Message, maxBytes: number): Content {
  if (isForward(message)) return forwarded(message, maxBytes)
  const publisher = message.embeds.map(({ data }) => data.provider?.name ?? data.author?.name).find(Boolean)
  return {
    ...contentOf(message, maxBytes),
    forwardedFrom: {
      name: publisher ?? message.author.displayName,
      date: message.createdAt.toISOString(),
      url: message.url,
    },
  }
}

function isForward(message: Message): boolean {
  return message.reference?.type === MessageReferenceType.Forward && message.messageSnapshots.size > 0
}

/** A forwarded message says nothing itself; what it carries is in its snapshot, without its author. */
function forwarded(message: Message, maxBytes: number): Content {
  const snapshot = message.messageSnapshots.first()!
  return { ...contentOf(snapshot, maxBytes), forwardedFrom: forwardOrigin(message, snapshot) }
}

/** Discord tells where a forwarded message stood, not who wrote it; the place has a name only where the bot is too. */
function forwardOrigin({ reference, client }: Message, snapshot: MessageSnapshot): ForwardOrigin {
  const { channelId, guildId, messageId } = reference!
  const channel = client.channels.cache.get(channelId)
  const channelName = channel && 'name' in channel && channel.name ? `#${channel.name}` : undefined
  const serverName = guildId ? client.guilds.cache.get(guildId)?.name : undefined
  return {
    name: [serverName, channelName].filter(Boolean).join(' ') || 'Discord',
    date: snapshot.createdAt?.toISOString(),
    url: messageId ? messageLink(channelId, messageId, guildId ?? '@me') : undefined,
  }
}

function contentOf(message: Readable, maxBytes: number): Content {
  // The other kinds are previews that Discord makes of a link, in words that nobody sent.
  const written = message.embeds
    .map(({ data }) => data)
    .filter(({ type }) => (type ?? EmbedType.Rich) === EmbedType.Rich)
  const raw = [message.content ?? '', ...written.map(embedText)].filter(Boolean).join('\n\n')
  const text = plainText(raw, (id) => nameBehind(message, id))
  const links = linksIn([raw, ...written.map(({ url }) => url ?? '')].join('\n'))
  return { text, links, files: articleFiles([...message.attachments.values()], raw !== '', maxBytes) }
}

function embedText({ title, description, fields }: APIEmbed): string {
  return [title, description, ...(fields ?? []).map(({ name, value }) => `${name}: ${value}`)]
    .filter(Boolean)
    .join('\n')
}

function nameBehind(message: Readable, id: string): string | undefined {
  if (id === message.client.user.id) return undefined
  const channel = message.client.channels.cache.get(id)
  if (channel) return 'name' in channel ? (channel.name ?? undefined) : undefined
  return message.mentions.users.get(id)?.displayName
}

function answered(message: Message): Message | undefined {
  const { reference } = message
  if (reference?.type !== MessageReferenceType.Default || !reference.messageId) return undefined
  return message.channel.messages.cache.get(reference.messageId)
}
