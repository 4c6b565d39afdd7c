/**
 * A reply as Telegram's messages: blocks one below the other, cut at blocks when one message does not hold them, and
 * inside a block at its items and sentences. Choices are buttons under the last message of what stands before them.
 */

import type { Language } from '../../src/bot/incoming.ts'
import {
  type Attachment,
  type Block,
  type Choices,
  type Citation,
  isUpload,
  type Picture,
  type Reply,
  type Text,
  textOf,
} from '../../src/bot/reply.ts'
import { say } from '../../src/words.ts'
import { pack, shorten, slice, splitRuns } from '../shared/split.ts'
import { type Button, keyboardsOf, rowsOf } from './keyboard.ts'
import { CAPTION_LENGTH, ENTITIES_PER_MESSAGE, MARKUP_LENGTH, MESSAGE_LENGTH } from './limits.ts'
import { entitiesIn, html, shownLength } from './markup.ts'

/** What `sendMessage` takes, without the chat. */
export interface TextMessage {
  method: 'sendMessage'
  text: string
  parse_mode: 'HTML'
  /** Previews would bury a brief under pictures of its sources. */
  link_preview_options: { is_disabled: true }
  reply_markup?: Keyboard
}

/** What `sendPhoto` or `sendDocument` takes, without the chat. */
export interface UploadMessage {
  method: 'sendPhoto' | 'sendDocument'
  photo?: Upload
  document?: Upload
  caption?: string
  reply_markup?: Keyboard
}

export type TelegramMessage = TextMessage | UploadMessage
type Keyboard = { inline_keyboard: Button[][] }
type Upload = { source: Buffer; filename: string }

/** A reply as messages, in order, each within Telegram's limits and none empty; none at all for a reply without words. */
export function render({ blocks, language }: Reply): TelegramMessage[] {
  return groupsOf(blocks).flatMap(({ words, upload, choices }): TelegramMessage[] => {
    const messages: TelegramMessage[] = upload ? [uploaded(upload)] : textsOf(words, language).map(message)
    const keyboards = keyboardsOf(choices.flatMap((block) => rowsOf(block, language === 'ar')))
    const under = keyboards.map((keyboard, index) => ({
      ...((index === 0 && messages.pop()) || message(say(language, 'telegram.choose'))),
      reply_markup: { inline_keyboard: keyboard },
    }))
    return [...messages, ...under]
  })
}

function message(text: string): TextMessage {
  return {
    method: 'sendMessage',
    text,
    parse_mode: 'HTML',
    link_preview_options: { is_disabled: true },
  }
}

/** A picture with what it shows under it: Telegram has no other place for that. */
function uploaded(block: Picture | Attachment): UploadMessage {
  const source = Buffer.from(block.data, 'base64')
  return block.kind === 'picture'
    ? { method: 'sendPhoto', photo: { source, filename: 'marsad.png' }, caption: shorten(block.alt, CAPTION_LENGTH) }
    : { method: 'sendDocument', document: { source, filename: block.name } }
}

type Words = Exclude<Block, Choices | Picture | Attachment>

/** Words or one upload, and the choices that belong to them. */
interface Group {
  words: Words[]
  upload?: Picture | Attachment
  choices: Choices[]
}

/** Blocks up to and with the choices that belong to them; an upload is a message of its own. */
function groupsOf(blocks: Block[]): Group[] {
  const groups: Group[] = []
  for (const block of blocks) {
    const last = groups.at(-1)
    if (block.kind === 'choices') {
      if (last) last.choices.push(block)
      else groups.push({ words: [], choices: [block] })
    } else if (isUpload(block)) groups.push({ words: [], upload: block, choices: [] })
    else if (last && last.choices.length === 0 && !last.upload) last.words.push(block)
    else groups.push({ words: [block], choices: [] })
  }
  return groups
}

/** A block's text or a part of it, as it is shown in one piece. */
interface Piece {
  kind: Words['kind']
  text: Text
  /** Only with the last piece of what it belongs to. */
  citation?: Citation
  /** What stands between it and the piece before, when both are in one message. */
  gap: '' | ' ' | '\n' | '\n\n'
  /** Whether it goes on where another piece was cut. */
  goesOn?: boolean
}

const POINT = '• '

function textsOf(words: Words[], language: Language): string[] {
  const show = (pieces: Piece[]) => joined(pieces, language)
  const fits = (pieces: Piece[]) => isWithinLimits(show(pieces))
  return pack(words.flatMap(piecesOf), {
    fits,
    heads: ({ kind }) => kind === 'heading',
    divide: (piece) => divided(piece, (part) => show([part])),
  })
    .map((pieces) => show(pieces).trim())
    .filter(isVisible)
}

function isWithinLimits(text: string): boolean {
  return shownLength(text) <= MESSAGE_LENGTH && entitiesIn(text) <= ENTITIES_PER_MESSAGE && text.length <= MARKUP_LENGTH
}

/** The items of points are pieces of their own: a list is cut between them. */
function piecesOf(block: Words): Piece[] {
  const pieces: Piece[] =
    block.kind === 'points'
      ? block.items.map((item, index) => ({ ...item, kind: block.kind, gap: index === 0 ? '\n\n' : '\n' }))
      : [{ ...block, gap: '\n\n' }]
  return pieces.filter(({ text }) => isVisible(textOf(text)))
}

function joined(pieces: Piece[], language: Language): string {
  return pieces
    .map((piece, index) => {
      const before = pieces[index - 1]
      const gap = before?.kind === 'heading' && piece.gap === '\n\n' ? '\n' : piece.gap
      return (before ? gap : '') + shown(piece, language)
    })
    .join('')
}

function shown({ kind, text, citation, goesOn }: Piece, language: Language): string {
  const all: Text = citation
    ? [...text, { text: ' (' }, { text: citation.text, href: citation.url, weight: 'quiet' }, { text: ')' }]
    : text
  switch (kind) {
    case 'heading':
      return html(
        text.map((run) => ({ ...run, weight: 'strong' })),
        language,
      )
    case 'paragraph':
      return html(all, language)
    case 'points':
      return html(all, language, goesOn ? '' : POINT)
    case 'quote':
      return `<blockquote>${html(all, language)}</blockquote>`
  }
}

/** A piece in parts that fit; halved where it is too much markup rather than too many words. */
function divided(piece: Piece, show: (part: Piece) => string): Piece[] {
  const measure = (words: string) =>
    Math.max(words.length, shownLength(show({ ...piece, text: [{ text: words }], citation: undefined })))
  const length = measure(textOf(piece.text))
  const parts = splitRuns(piece.text, length > MESSAGE_LENGTH ? MESSAGE_LENGTH : Math.ceil(length / 2), measure)
  return parts.map((part, index) => {
    const words = textOf(part)
    const before = index === 0 ? undefined : textOf(parts[index - 1]!)
    return {
      ...piece,
      // The space at a cut belongs to neither side of it.
      text: slice(part, 0, words.trimEnd().length),
      citation: index === parts.length - 1 ? piece.citation : undefined,
      gap: before === undefined ? piece.gap : gapAt(before),
      goesOn: piece.goesOn || before !== undefined,
    }
  })
}

function gapAt(before: string): Piece['gap'] {
  const [space = ''] = /\s*$/.exec(before) ?? []
  if (space === '') return ''
  return space.includes('\n\n') ? '\n\n' : space.includes('\n') ? '\n' : ' '
}

/** Whether there is anything to see: Telegram refuses what is only space. */
function isVisible(words: string): boolean {
  return /[^\s\p{Cf}]/u.test(words)
}
