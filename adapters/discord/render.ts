/**
 * A reply as Discord shows it: embeds, whose description takes twice as much as a message's own text, and buttons.
 *
 * A heading of the first level begins an embed and is its title; all else is its description, as markdown, because an
 * embed's fields (a quarter of the length, 25 of them) would look the same and break more often. A reply of paragraphs
 * alone, as in a conversation, is a message's own text. Choices close the message that they belong to.
 */
import {
  type APIActionRowComponent,
  type APIButtonComponentWithCustomId,
  type APIEmbed,
  ButtonStyle,
  ComponentType,
} from 'discord.js'
import { type Choices, type Heading, isUpload, type Reply, textOf, type Upload } from '../../src/bot/reply.ts'
import {
  ATTACHMENT_DESCRIPTION_LENGTH,
  BUTTON_LABEL_LENGTH,
  BUTTONS_PER_ROW,
  CONTENT_LENGTH,
  EMBED_DESCRIPTION_LENGTH,
  EMBED_TITLE_LENGTH,
  EMBEDS_LENGTH,
  EMBEDS_PER_MESSAGE,
  FILES_PER_MESSAGE,
  ROWS_PER_MESSAGE,
} from './limits.ts'
import { isVisible, joined, type Line, linesOf, type Words } from './lines.ts'
import { markdown } from './markup.ts'
import { shortened } from './split.ts'

export interface DiscordMessage {
  content?: string
  embeds: APIEmbed[]
  components: Row[]
  files?: DiscordFile[]
}
/** As the library takes a file to upload. */
export interface DiscordFile {
  attachment: Buffer
  name: string
  description?: string
}
type Row = APIActionRowComponent<APIButtonComponentWithCustomId>

/** A reply as messages, in order, each within Discord's limits and none empty; none at all for a reply without words. */
export function render(reply: Reply): DiscordMessage[] {
  return groupsOf(reply).flatMap(({ words, uploads, choices }) => {
    const messages = uploads.length > 0 ? uploaded(uploads) : (talk(words) ?? packed(words))
    return withButtons(messages, rowsOf(choices))
  })
}

interface Group {
  words: Words[]
  /** Without words beside them. */
  uploads: Upload[]
  choices: Choices[]
}

/** Blocks up to and with the choices that belong to them. */
function groupsOf({ blocks }: Reply): Group[] {
  const groups: Group[] = []
  for (const block of blocks) {
    const last = groups.at(-1)
    if (block.kind === 'choices') {
      if (last) last.choices.push(block)
      else groups.push({ words: [], uploads: [], choices: [block] })
    } else if (isUpload(block)) {
      if (last && last.choices.length === 0 && last.words.length === 0) last.uploads.push(block)
      else groups.push({ words: [], uploads: [block], choices: [] })
    } else if (last && last.choices.length === 0 && last.uploads.length === 0) last.words.push(block)
    else groups.push({ words: [block], uploads: [], choices: [] })
  }
  return groups
}

/** Files side by side, a picture with what it shows for those who do not see it. */
function uploaded(uploads: Upload[]): DiscordMessage[] {
  return chunks(uploads, FILES_PER_MESSAGE).map((some) => ({
    embeds: [],
    components: [],
    files: some.map((block, index) => ({
      attachment: Buffer.from(block.data, 'base64'),
      ...(block.kind === 'picture'
        ? { name: `marsad-${index + 1}.png`, description: shortened(block.alt, ATTACHMENT_DESCRIPTION_LENGTH) }
        : { name: block.name }),
    })),
  }))
}

/** Paragraphs alone, short enough for a message's own text. */
function talk(words: Words[]): DiscordMessage[] | undefined {
  if (!words.every(({ kind }) => kind === 'paragraph')) return undefined
  const content = joined(words.flatMap((block) => linesOf(block, CONTENT_LENGTH)))
  if (content.length > CONTENT_LENGTH) return undefined
  return content === '' ? [] : [{ content, embeds: [], components: [] }]
}

/** Embeds, and of them as many to a message as it takes. */
function packed(words: Words[]): DiscordMessage[] {
  const messages: DiscordMessage[] = []
  for (const embed of sectionsOf(words).flatMap(embedsOf)) {
    const last = messages.at(-1)
    const length = (last?.embeds ?? []).reduce((sum, each) => sum + lengthOf(each), lengthOf(embed))
    if (last && last.embeds.length < EMBEDS_PER_MESSAGE && length <= EMBEDS_LENGTH) last.embeds.push(embed)
    else messages.push({ embeds: [embed], components: [] })
  }
  return messages
}

function lengthOf({ title = '', description = '' }: APIEmbed): number {
  return title.length + description.length
}

interface Section {
  title?: string
  words: Words[]
}

/** What stands under one heading of the first level, if that fits where a title goes. */
function sectionsOf(words: Words[]): Section[] {
  const sections: Section[] = []
  for (const block of words) {
    const title = block.kind === 'heading' && block.level === 1 ? titleOf(block) : undefined
    const last = sections.at(-1)
    if (title !== undefined) sections.push({ title, words: [] })
    else if (last) last.words.push(block)
    else sections.push({ words: [block] })
  }
  return sections
}

function titleOf({ text }: Heading): string | undefined {
  if (!isVisible(textOf(text)) || text.some(({ href }) => href)) return undefined
  const title = markdown([{ text: textOf(text).replace(/\s+/g, ' ').trim() }])
  return title.length <= EMBED_TITLE_LENGTH ? title : undefined
}

/** One embed, or more where its description is too long. */
function embedsOf({ title, words }: Section): APIEmbed[] {
  const descriptions: Line[][] = []
  for (const unit of unitsOf(words.flatMap((block) => linesOf(block, EMBED_DESCRIPTION_LENGTH)))) {
    const last = descriptions.at(-1)
    if (last && joined([...last, ...unit]).length <= EMBED_DESCRIPTION_LENGTH) last.push(...unit)
    else descriptions.push(unit)
  }
  const [first, ...others] = descriptions.map(joined)
  if (first === undefined) return title === undefined ? [] : [{ title }]
  return [{ title, description: first }, ...others.map((description) => ({ description }))]
}

/** Lines that stay together: a heading with the line under it, if both fit. */
function unitsOf(lines: Line[]): Line[][] {
  const units: Line[][] = []
  for (const line of lines) {
    const last = units.at(-1)
    if (last?.at(-1)?.heads && joined([...last, line]).length <= EMBED_DESCRIPTION_LENGTH) last.push(line)
    else units.push([line])
  }
  return units
}

/** Rows under the last message; those that it has no room for stand alone. */
function withButtons(messages: DiscordMessage[], rows: Row[]): DiscordMessage[] {
  const all = [...messages]
  for (let from = 0; from < rows.length; from += ROWS_PER_MESSAGE) {
    const components = rows.slice(from, from + ROWS_PER_MESSAGE)
    const last = from === 0 ? all.pop() : undefined
    all.push({ ...(last ?? { embeds: [] }), components })
  }
  return all
}

/** Each list of choices in rows of its own. An action that is offered twice is offered once: Discord refuses the second. */
function rowsOf(choices: Choices[]): Row[] {
  const offered = new Set<string>()
  return choices.flatMap((block) => {
    const fresh = block.choices.filter(({ action }) => !offered.has(action) && offered.add(action))
    return chunks(fresh, BUTTONS_PER_ROW).map((row) => ({
      type: ComponentType.ActionRow as const,
      components: row.map(({ label, action }) => ({
        type: ComponentType.Button as const,
        style: ButtonStyle.Secondary as const,
        label: shortened(isVisible(label) ? label : action, BUTTON_LABEL_LENGTH),
        custom_id: action,
      })),
    }))
  })
}

function chunks<T>(items: T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  )
}
