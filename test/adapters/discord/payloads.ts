/** Gateway payloads: the samples, with what a test wants to be different. */
import { readFileSync } from 'node:fs'

/** The bot's user id, which is its application's id. */
export const APPLICATION = '1196407351870357564'
export const GUILD = '1105842330459217930'
export const GUILD_CHANNEL = '1105842331193221151'
/** Direct messages have ids from here on. */
export const DIRECT_MESSAGES = '1213000000000000000'

export const BOT = {
  id: APPLICATION,
  username: 'Marsad',
  global_name: null,
  discriminator: '4821',
  avatar: null,
  bot: true,
  public_flags: 524_288,
}

/** Milliseconds. https://discord.com/developers/docs/reference#snowflakes */
const DISCORD_EPOCH = 1_420_070_400_000
let count = 0n

/** A snowflake that says `at`; each is a new one. */
export function newId(at = new Date()): string {
  count = (count + 1n) % 0x3fffffn
  return ((BigInt(at.getTime() - DISCORD_EPOCH) << 22n) | count).toString()
}

type Json = Record<string, unknown>

/** One of `samples/`, as it came. */
export function sample(name: string): Json {
  return JSON.parse(readFileSync(new URL(`samples/${name}.json`, import.meta.url), 'utf8'))
}

/** A person, as payloads carry them. */
export function person(id: string): Json {
  return { ...(sample('message-direct').author as Json), id, username: `user${id}` }
}

/** READY of a bot on one server. `url`: where to resume. */
export function ready(url: string): Json {
  return {
    v: 10,
    user: { ...BOT, verified: true, mfa_enabled: false, email: null, flags: 0 },
    session_id: '8e2c1b7d9f0a4c3e8e2c1b7d9f0a4c3e',
    resume_gateway_url: url,
    guilds: [{ id: GUILD, unavailable: true }],
    application: { id: APPLICATION, flags: 565_248 },
    private_channels: [],
    presences: [],
    relationships: [],
    session_type: 'normal',
  }
}

const BOT_ROLE = '1196410020538224713'
/** A role that may change channels. */
export const LEAD_ROLE = '1196410020538224799'

/** The server's GUILD_CREATE: one channel, the bot with its own role. */
export function guildCreate(): Json {
  const role = { permissions: '0', position: 0, color: 0, hoist: false, managed: false, mentionable: false, flags: 0 }
  const channel = { type: 0, permission_overwrites: [], parent_id: null, nsfw: false, flags: 0, topic: null }
  return {
    id: GUILD,
    name: 'مكتب الأخبار',
    owner_id: '748213905667883018',
    preferred_locale: 'en-US',
    member_count: 2,
    unavailable: false,
    large: false,
    features: [],
    emojis: [],
    stickers: [],
    threads: [],
    presences: [],
    voice_states: [],
    stage_instances: [],
    guild_scheduled_events: [],
    roles: [
      { ...role, id: GUILD, name: '@everyone', permissions: '2248473465835073' },
      { ...role, id: BOT_ROLE, name: 'Marsad', managed: true, position: 1, tags: { bot_id: APPLICATION } },
      { ...role, id: LEAD_ROLE, name: 'رئاسة التحرير', permissions: String(1 << 4), position: 2 },
    ],
    channels: [{ ...channel, id: GUILD_CHANNEL, name: 'غرفة-الأخبار', position: 0 }],
    members: [
      { user: BOT, roles: [BOT_ROLE], joined_at: '2024-01-15T10:00:00+00:00', deaf: false, mute: false, flags: 0 },
    ],
  }
}

/** GET /gateway/bot. */
export function gatewayInfo(url: string): Json {
  const session_start_limit = { total: 1000, remaining: 999, reset_after: 14_400_000, max_concurrency: 1 }
  return { url, shards: 1, session_start_limit }
}
