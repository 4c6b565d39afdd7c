/** Chats that share a desk: who is at it, inviting, joining, roles and leaving. */
import { createHash } from 'node:crypto'
import type { Chat, Member, Role } from '../archive/desks.ts'
import { ROLES } from '../archive/desks.ts'
import { invitationCode } from '../archive/invitations.ts'
import { type Reader, say, sayCount, sayDate } from '../words.ts'
import { boundToDesk } from './choices.ts'
import { type Means, readerOf, type Setting } from './desk.ts'
import { line } from './line.ts'
import { type Block, type Choices, plain, quiet, type Reply, strong } from './reply.ts'

/** A longer name is no name. */
const LONGEST_NAME = 60
/** Members shown with buttons of their own. */
const MOST_SHOWN = 12

const choices = (...list: Choices['choices']): Block => ({ kind: 'choices', choices: list })
const paragraph = (...text: { text: string }[]): Block => ({ kind: 'paragraph', text })

/** The page of a desk: its name, what it has read, who is at it. */
export async function showDesk(means: Means, setting: Setting): Promise<Reply> {
  const { desk, reader } = setting
  const { archive } = means
  const [name, members, articles] = await Promise.all([
    nameOf(means, reader, desk.desk),
    archive.desks.members(desk.desk),
    archive.articles.count(desk.desk),
  ])
  const words = (key: string) => say(reader.language, `bot.desk.${key}`)
  const owner = desk.role === 'owner'
  const shared = members.length > 1
  const blocks: Block[] = [
    { kind: 'heading', level: 1, text: [plain(name)] },
    paragraph(
      plain(
        `${sayCount(reader, 'bot.desk.articles', articles)} · ${sayCount(reader, 'bot.desk.chats', members.length)} · ${words(`role.${desk.role}`)}`,
      ),
    ),
  ]
  if (shared)
    blocks.push({
      kind: 'points',
      items: members.slice(0, MOST_SHOWN).map((member) => ({
        text: [
          strong(labelOf(reader, member)),
          plain(` — ${words(`role.${member.role}`)}`),
          quiet(` · ${say(reader.language, 'bot.desk.since', { date: sayDate(reader, member.joinedAt) })}`),
          ...(isSame(member, desk) ? [quiet(` · ${words('here')}`)] : []),
        ],
      })),
    })
  else blocks.push(paragraph(plain(words('alone'))))
  if (owner)
    blocks.push(
      choices(
        { label: words('inviteEditor'), action: 'invite:editor' },
        { label: words('inviteReader'), action: 'invite:reader' },
        ...(articles > 0 ? [{ label: words('export'), action: 'export:all' }] : []),
        ...(shared ? [{ label: words('manage'), action: 'desk:members' }] : []),
      ),
    )
  if (shared) blocks.push(choices({ label: words('leave'), action: 'leave:ask' }))
  return { language: reader.language, blocks }
}

/** The members of a desk, each with what an owner may do about it. */
export async function showMembers(means: Means, setting: Setting): Promise<Reply> {
  const { desk, reader } = setting
  if (desk.role !== 'owner') return line(setting, 'bot.desk.ownerOnly')
  const others = (await means.archive.desks.members(desk.desk)).filter((member) => !isSame(member, desk))
  if (others.length === 0) return line(setting, 'bot.desk.alone')
  return {
    language: reader.language,
    blocks: others.slice(0, MOST_SHOWN).flatMap((member): Block[] => [
      paragraph(strong(labelOf(reader, member)), plain(` — ${say(reader.language, `bot.desk.role.${member.role}`)}`)),
      choices(
        ...ROLES.filter((role) => role !== member.role).map((role) => ({
          label: say(reader.language, `bot.desk.make.${role}`),
          action: `role:${role}:${keyOf(member)}`,
        })),
        { label: say(reader.language, 'bot.desk.remove'), action: `remove:${keyOf(member)}` },
      ),
    ]),
  }
}

/** Names the desk. */
export async function renameDesk(means: Means, setting: Setting, typed: string): Promise<Reply> {
  if (setting.desk.role !== 'owner') return line(setting, 'bot.desk.ownerOnly')
  const name = typed.replace(/\s+/g, ' ').trim()
  if (name.length > LONGEST_NAME) return line(setting, 'bot.desk.nameTooLong', { limit: LONGEST_NAME })
  await means.archive.desks.rename(setting.desk.desk, name)
  return line(setting, 'bot.desk.renamed', { name })
}

/** Writes an invitation. */
export async function invite(means: Means, setting: Setting, role: string): Promise<Reply> {
  const { desk, reader } = setting
  if (desk.role !== 'owner') return line(setting, 'bot.desk.ownerOnly')
  if (role !== 'editor' && role !== 'reader')
    return {
      language: reader.language,
      blocks: [
        paragraph(strong(say(reader.language, 'bot.desk.inviteWhom'))),
        choices(
          { label: say(reader.language, 'bot.desk.inviteEditor'), action: 'invite:editor' },
          { label: say(reader.language, 'bot.desk.inviteReader'), action: 'invite:reader' },
        ),
      ],
    }
  const { code } = await means.archive.invitations.write(desk, role, means.now())
  const words = (key: string, values = {}) => say(reader.language, `bot.desk.${key}`, values)
  return {
    language: reader.language,
    blocks: [
      paragraph(strong(words('invitation', { role: words(`role.${role}`) }))),
      { kind: 'quote', text: [plain(words('joinLine', { code }))] },
      paragraph(quiet(words('invitationLife'))),
      choices({ label: words('revoke'), action: 'invite:revoke' }),
    ],
  }
}

/** Takes back all invitations that have not been used. */
export async function revokeInvitations(means: Means, setting: Setting): Promise<Reply> {
  if (setting.desk.role !== 'owner') return line(setting, 'bot.desk.ownerOnly')
  const count = await means.archive.invitations.revoke(setting.desk.desk)
  return countLine(setting, 'bot.desk.revoked', count)
}

/** Says where a code leads, before the chat goes there: what it forwards from then on others will read. */
export async function askToJoin(means: Means, setting: Setting, typed: string): Promise<Reply> {
  const { desk, reader } = setting
  if (typed === '') return line(setting, 'bot.desk.joinHow')
  const code = invitationCode(typed)
  const invited = code && (await means.archive.invitations.find(code, means.now().toISOString()))
  if (!invited) return line(setting, 'bot.desk.badCode')
  if (invited.desk === desk.desk) return line(setting, 'bot.desk.alreadyThere')
  if ((await means.archive.desks.members(desk.desk)).length > 1) return line(setting, 'bot.desk.leaveFirst')
  const name = await nameOf(means, reader, invited.desk)
  const articles = await means.archive.articles.count(invited.desk)
  return {
    language: reader.language,
    blocks: [
      paragraph(
        strong(
          say(reader.language, 'bot.desk.joinAsk', {
            name,
            articles: sayCount(reader, 'bot.desk.articles', articles),
            role: say(reader.language, `bot.desk.role.${invited.role}`),
          }),
        ),
      ),
      paragraph(plain(say(reader.language, `bot.desk.joinMeans.${invited.role === 'reader' ? 'reader' : 'editor'}`))),
      choices(
        { label: say(reader.language, 'bot.desk.joinYes'), action: `join:${code}` },
        { label: say(reader.language, 'bot.desk.joinNo'), action: 'join:no' },
      ),
    ],
  }
}

/** Joins the desk that a code leads to; its owners are told. */
export async function join(means: Means, setting: Setting, typed: string): Promise<Reply> {
  if (typed === 'no') return line(setting, 'bot.desk.notJoined')
  const code = invitationCode(typed)
  const member = code && (await means.archive.invitations.accept(code, setting.desk, means.now().toISOString()))
  if (!member) return line(setting, 'bot.desk.badCode')
  await tellOwners(means, member, 'bot.desk.joined', { role: member.role })
  const joined = { ...setting, desk: member }
  const page = await showDesk(means, joined)
  return { ...page, blocks: [paragraph(strong(say(setting.reader.language, 'bot.desk.welcome'))), ...page.blocks] }
}

/** Asks before a chat leaves; the last one at a desk would leave it to nobody. */
export async function askToLeave(means: Means, setting: Setting): Promise<Reply> {
  const { desk, reader } = setting
  const members = await means.archive.desks.members(desk.desk)
  if (members.length === 1) return line(setting, desk.home === desk.desk ? 'bot.desk.alone' : 'bot.desk.lastOne')
  if (desk.role === 'owner' && members.filter((member) => member.role === 'owner').length === 1)
    return {
      language: reader.language,
      blocks: [
        paragraph(plain(say(reader.language, 'bot.desk.lastOwner'))),
        choices({ label: say(reader.language, 'bot.desk.manage'), action: 'desk:members' }),
      ],
    }
  return {
    language: reader.language,
    blocks: [
      paragraph(strong(say(reader.language, 'bot.desk.leaveAsk'))),
      choices(
        { label: say(reader.language, 'bot.desk.leaveYes'), action: 'leave:yes' },
        { label: say(reader.language, 'bot.desk.leaveNo'), action: 'leave:no' },
      ),
    ],
  }
}

/** Leaves the desk; its owners are told. */
export async function leave(means: Means, setting: Setting): Promise<Reply> {
  const { desk } = setting
  if (!(await means.archive.desks.leave(desk.desk, desk, means.now().toISOString()))) return askToLeave(means, setting)
  await tellOwners(means, desk, 'bot.desk.left')
  return line(setting, 'bot.desk.leftDone')
}

/** Gives the member that a button stands for another role. */
export async function setRole(means: Means, setting: Setting, role: string, key: string): Promise<Reply> {
  const { desk, reader } = setting
  if (desk.role !== 'owner') return line(setting, 'bot.desk.ownerOnly')
  const member = await memberAt(means, desk.desk, key)
  if (member === undefined || !ROLES.includes(role as Role)) return line(setting, 'bot.desk.noMember')
  if (!(await means.archive.desks.setRole(desk.desk, member, role as Role))) return line(setting, 'bot.desk.lastOwner')
  await tell(means, member, 'bot.desk.yourRole', { role })
  return line(setting, 'bot.desk.roleSet', {
    name: labelOf(reader, member),
    role: say(reader.language, `bot.desk.role.${role}`),
  })
}

/** Takes the member that a button stands for out of the desk, and tells it. */
export async function remove(means: Means, setting: Setting, key: string): Promise<Reply> {
  const { desk, reader } = setting
  if (desk.role !== 'owner') return line(setting, 'bot.desk.ownerOnly')
  const member = await memberAt(means, desk.desk, key)
  if (member === undefined || !(await means.archive.desks.leave(desk.desk, member, means.now().toISOString())))
    return line(setting, 'bot.desk.noMember')
  const back = await means.archive.desks.of(member, means.now().toISOString())
  await tell(means, back, 'bot.desk.removed')
  return line(setting, 'bot.desk.removedDone', { name: labelOf(reader, member) })
}

/** What people call a desk: the name that an owner gave it, or what it is. */
export async function nameOf(means: Means, reader: Reader, desk: string): Promise<string> {
  return (await means.archive.desks.name(desk)) ?? say(reader.language, 'bot.desk.unnamed')
}

/** What people call a chat: «غرفة الأخبار (Telegram)». */
function labelOf(reader: Reader, member: Member): string {
  const platform = say(reader.language, `bot.platform.${member.platform}`, { defaultValue: member.platform })
  return member.name ? `${member.name} (${platform})` : say(reader.language, 'bot.desk.chatOn', { platform })
}

/** Names a member on a button; the platform's own ids may be longer than a button's action. */
function keyOf({ platform, chat }: Chat): string {
  return createHash('sha256').update(`${platform}\n${chat}`).digest('hex').slice(0, 16)
}

async function memberAt(means: Means, desk: string, key: string): Promise<Member | undefined> {
  return (await means.archive.desks.members(desk)).find((member) => keyOf(member) === key)
}

function isSame(a: Chat, b: Chat): boolean {
  return a.platform === b.platform && a.chat === b.chat
}

async function tellOwners(means: Means, about: Member, key: string, values: { role?: Role } = {}): Promise<void> {
  for (const owner of await means.archive.desks.members(about.desk))
    if (owner.role === 'owner' && !isSame(owner, about))
      await tell(means, owner, key, { name: labelOf(readerOf(means, owner), about), ...values })
}

/** Puts a line into the outbox of a chat that asked for nothing just now. */
async function tell(means: Means, to: Member, key: string, values: Record<string, string> = {}): Promise<void> {
  const reader = readerOf(means, to)
  const role = values.role && say(reader.language, `bot.desk.role.${values.role}`)
  const reply = line({ reader }, key, { ...values, ...(role && { role }) })
  const now = means.now().toISOString()
  const { desk, platform, chat } = to
  await means.archive.outbox.put(
    { desk, id: `desk:${now}:${key}`, platform, chat, reply: JSON.stringify(boundToDesk(reply, desk)) },
    now,
  )
}

function countLine({ reader }: Setting, key: string, count: number): Reply {
  return { language: reader.language, blocks: [paragraph(plain(sayCount(reader, key, count)))] }
}
