/**
 * What is decided for everybody in a chat: erasing what it has, which desk it is at, who else is there. In a group that
 * is for those who administer it on their platform, so that no passer-by can give its archive away or erase it.
 */
import type { CommandName } from './commands.ts'
import type { Origin } from './incoming.ts'

const COMMANDS: readonly CommandName[] = ['forget', 'invite', 'join', 'leave']
const BUTTONS = ['forget', 'invite', 'join', 'leave', 'role', 'remove']

/**
 * @param command what was asked for
 * @param argument what stands behind it: «desk» alone shows, with a name behind it renames
 */
export function isDecision(command: CommandName, argument: string): boolean {
  return COMMANDS.includes(command) || (command === 'desk' && argument !== '')
}

/** @param action what a pressed button stands for; to say no is no decision */
export function isDecidingButton(action: string): boolean {
  const [verb = '', value] = action.split(':')
  return BUTTONS.includes(verb) && value !== 'no'
}

/** Whether whoever sent this may decide for the chat. */
export async function mayDecide({ decides }: Pick<Origin, 'decides'>): Promise<boolean> {
  return decides === undefined || decides()
}
