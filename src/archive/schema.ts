/**
 * The tables. The desk comes first in every key, so that desks can be shared, moved and kept on different machines. Times are ISO 8601 text;
 * `dated` is when an article was published or, where that is unknown, received.
 */
export interface Tables {
  desks: DeskRow
  chats: ChatRow
  invitations: InvitationRow
  articles: ArticleRow
  signatures: { desk: string; band: number; value: number; article: number }
  actors: ActorRow
  names: { desk: string; key: string; actor: number }
  trigrams: { desk: string; trigram: string; key: string }
  appearances: {
    desk: string
    actor: number
    article: number
    dated: string
    role: string | null
    mentions: number
    salience: number
  }
  lines: LineRow
  parts: {
    desk: string
    actor: number
    article: number
    line: number
    part: 'agent' | 'patient' | 'speaker'
    dated: string
  }
  relations: {
    desk: string
    actor: number
    other: number
    article: number
    dated: string
    score: number
    kind: string
    mutual: number
    sentences: string
  }
  /** The offices that articles give an actor, as they put it, with the dates of the first and the last of them. */
  offices: { desk: string; actor: number; role: string; from: string; to: string; articles: number }
  outbox: OutboxRow
  /** The stems of an article with their weights, `[[stem, weight], …]`, and the days of its events by type, `[[type, [day, …]], …]`; both as JSON. */
  outlines: { desk: string; article: number; stems: string; norm: number; days: string }
  /** What was searched for, for the pages behind the first. */
  searches: { desk: string; search: number; typed: string }
  /** How many articles of a desk have a stem. */
  stem_counts: { desk: string; stem: string; articles: number }
  asked: AskedRow
}

export interface DeskRow {
  desk: string
  /** As an owner has named it. */
  name: string | null
  created_at: string
}

/** A chat, the desk that it is at, and what it has set. */
export interface ChatRow {
  desk: string
  platform: string
  chat: string
  role: string
  /** The desk of its own. */
  home: string
  /** What its platform calls it. */
  name: string | null
  joined_at: string
  language: string | null
  time_zone: string | null
  /** HH:MM in its time zone. */
  digest_at: string | null
  /** The local day (YYYY-MM-DD) whose digest was put into the outbox last. */
  last_digest: string | null
}

/** Good once, until it expires. The chat is the one that wrote it. */
export interface InvitationRow {
  desk: string
  /** SHA-256 of the code. */
  code: string
  role: string
  platform: string
  chat: string
  expires_at: string
}

export interface ArticleRow {
  desk: string
  article: number
  text: string
  title: string | null
  headline: string
  source: string | null
  url: string | null
  /** The desk that it was imported from; empty for one without a name. */
  via: string | null
  published_at: string | null
  received_at: string
  dated: string
  words: number
  /** The story that it belongs to, by the number of its first article. */
  story: number | null
  /** SHA-256 of the folded words. */
  hash: string
  /** An `Analysis` as JSON, without its text. */
  analysis: string
}

export interface ActorRow {
  desk: string
  /** Small, for buttons. */
  actor: number
  /** The `Entity` id that the engine gave it. */
  entity: string
  name: string
  type: string
  /** As the latest article that gives one puts it. */
  role: string | null
  country: string | null
  wikidata: string | null
  first_seen: string
  last_seen: string
  articles: number
  mentions: number
}

/** An event or claim of an article: what an answer quotes. */
export interface LineRow {
  desk: string
  article: number
  line: number
  kind: 'event' | 'claim'
  /** PLOVER type of an event, stance of a claim. */
  type: string
  status: string
  goldstein: number
  sentence: number
  /** UTF-16 offsets into the article's text. */
  start: number
  end: number
  dated: string
}

/** The last question of a person in a chat. */
export interface AskedRow {
  desk: string
  platform: string
  chat: string
  sender: string
  asked_at: string
  /** JSON. */
  question: string
}

export interface OutboxRow {
  desk: string
  id: string
  platform: string
  chat: string
  /** A `Reply` as JSON. */
  reply: string
  due_at: string
  attempts: number
  delivered_at: string | null
  failed: string | null
}
