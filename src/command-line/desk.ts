import type { Archive } from '../archive/archive.ts'
import type { Member } from '../archive/desks.ts'
import { fail } from './input.ts'

/**
 * The desk that `--chat PLATFORM:ID` names; without it the only one there is. Ends the program with the chats to choose from where that says too little.
 */
export async function deskNamed(archive: Archive, chat: string | undefined): Promise<Member> {
  const members = await archive.desks.all()
  const named = members.filter((member) => chat === undefined || `${member.platform}:${member.chat}` === chat)
  if (new Set(named.map((member) => member.desk)).size === 1) return named[0]!
  if (members.length === 0) return fail('the archive holds no desk')
  const list = members.map(({ platform, chat, name, role }) => `  ${platform}:${chat}  ${name ?? ''} (${role})`)
  return fail(`--chat: say whose desk is meant, one of\n${list.join('\n')}`)
}
