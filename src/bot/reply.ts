/**
 * What the bot answers: a list of blocks that say what, never how. Each adapter decides how its platform shows them:
 * lengths, escaping, isolation of Latin names and numbers in a right-to-left line, buttons.
 */
import type { Language } from './incoming.ts'

/** A run of words. `strong` carries weight, `quiet` is beside the point (sources, dates, counts). */
export interface Run {
  text: string
  weight?: 'strong' | 'quiet'
  /** An http(s) address behind the words. */
  href?: string
}

/** Runs that are shown one after the other, with nothing put between them. */
export type Text = Run[]

/** Names the place that a line comes from: shown behind the line, never without it. */
export interface Citation {
  /** The article's id in the desk. */
  article: number
  /** The publisher or, without one, the article's title. */
  source: string
  /** ISO 8601 date: when it was published or, where that is unknown, received. */
  date: string
  /** Index into the article's sentences. */
  sentence?: number
  /** The words of the citation in the reader's language, complete: «الخبر، 23 جانفي 2012، الجملة 6». */
  text: string
  url?: string
}

export interface Heading {
  kind: 'heading'
  /** 1: what the reply is about; 2: a part of it. */
  level: 1 | 2
  text: Text
}

export interface Paragraph {
  kind: 'paragraph'
  text: Text
}

export interface Points {
  kind: 'points'
  items: { text: Text; citation?: Citation }[]
}

export interface Quote {
  kind: 'quote'
  text: Text
  citation?: Citation
}

export interface Choices {
  kind: 'choices'
  /** `action` is at most 48 ASCII characters (Telegram takes 64 bytes), and means the same after a restart. */
  choices: { label: string; action: string }[]
}

/** A picture, drawn already. */
export interface Picture {
  kind: 'picture'
  /** A PNG's bytes in base 64: a reply may wait in the outbox as JSON. */
  data: string
  /** In pixels. */
  width: number
  height: number
  /** What it shows, complete, for those who do not see it. */
  alt: string
}

/** A file to keep or pass on. */
export interface Attachment {
  kind: 'file'
  /** With its ending; ASCII. */
  name: string
  mimeType: string
  /** Its bytes in base 64. */
  data: string
}

/** What is sent as a file of its own rather than as words. */
export type Upload = Picture | Attachment

export type Block = Heading | Paragraph | Points | Quote | Choices | Upload

/** Whether a block is sent as a file. */
export function isUpload(block: Block): block is Upload {
  return block.kind === 'picture' || block.kind === 'file'
}

export interface Reply {
  /** In which language the words around the articles' own are. Arabic content stays Arabic in every one of them. */
  language: Language
  blocks: Block[]
}

/** A run of plain words. */
export const plain = (text: string): Run => ({ text })
/** A run of words that carry weight. */
export const strong = (text: string): Run => ({ text, weight: 'strong' })
/** A run of words beside the point. */
export const quiet = (text: string): Run => ({ text, weight: 'quiet' })

/** All words of a text without their weight. */
export function textOf(text: Text): string {
  return text.map((run) => run.text).join('')
}
