/** The commands, by their name on a platform's menu and by the words that work as well at the start of a message. */
import { fold } from '../analysis/text/fold.ts'
import { invitationCode } from '../archive/invitations.ts'
import { say } from '../words.ts'
import type { CommandDescription } from './bot.ts'
import { LANGUAGES, type Language } from './incoming.ts'

export const COMMAND_NAMES = [
  'start',
  'help',
  'summary',
  'ask',
  'search',
  'digest',
  'desk',
  'invite',
  'join',
  'leave',
  'export',
  'language',
  'forget',
] as const
export type CommandName = (typeof COMMAND_NAMES)[number]

/** What stands at the start of a message and means a command. Arabic first; the same in the other languages of the interface. */
const WORDS: Record<CommandName, string[]> = {
  start: ['ابدأ', 'بداية'],
  help: ['مساعدة', 'المساعدة', 'help', 'aide'],
  summary: ['ملخص', 'لخص', 'خلاصة'],
  ask: ['اسأل', 'سؤال'],
  search: ['ابحث'],
  digest: ['موجز', 'الموجز'],
  desk: ['مكتبي'],
  invite: ['دعوة'],
  join: ['انضم'],
  leave: ['غادر'],
  export: ['تصدير', 'صدّر'],
  language: ['لغة', 'اللغة'],
  forget: ['انس', 'امسح'],
}
/** Commands that read what stands behind them. */
const WITH_ARGUMENT: readonly CommandName[] = [
  'summary',
  'ask',
  'search',
  'digest',
  'desk',
  'invite',
  'join',
  'export',
  'language',
]

const everyLanguage = (key: string) =>
  Object.fromEntries(LANGUAGES.map((language) => [language, say(language, key)])) as Record<Language, string>

/** The commands as platforms show them in their menus. */
export const COMMANDS: readonly CommandDescription[] = COMMAND_NAMES.map((name) => ({
  name,
  words: WORDS[name],
  description: everyLanguage(`bot.commands.${name}.description`),
  ...(WITH_ARGUMENT.includes(name) && {
    argument: {
      name: say('ar', `bot.commands.${name}.argument`),
      description: everyLanguage(`bot.commands.${name}.argumentDescription`),
      required: name === 'ask' || name === 'search',
      suggests: name === 'ask',
    },
  }),
}))

const BY_WORD = new Map(
  COMMAND_NAMES.flatMap((name) => [name, ...WORDS[name]].map((word) => [fold(word), name] as const)),
)
/** A command word before more text than this is the first word of an article («ملخص ما جرى …»). */
const LONGEST_LINE = 200

/** The command that a name means, or undefined. */
export function commandNamed(name: string): CommandName | undefined {
  return BY_WORD.get(fold(name.replace(/^\//, '')))
}

/** Words that also begin the news («انضم الحزب إلى …») are commands only before what the command takes. */
const TAKES: Partial<Record<CommandName, (argument: string) => boolean>> = {
  join: (argument) => argument === '' || invitationCode(argument) !== undefined,
  invite: (argument) => argument === '',
  export: (argument) => argument === '',
}

/**
 * The command that a message begins with, and what stands behind it; undefined when it begins with none. `summary` takes a whole article behind it,
 * the others a line.
 */
export function commandIn(text: string): { command: CommandName; argument: string } | undefined {
  const match = /^\s*(\/?)([\p{L}_]+)(?:[\s:،]+([\s\S]*))?$/u.exec(text)
  const command = match && commandNamed(match[2]!)
  if (!command) return undefined
  const argument = (match[3] ?? '').trim()
  const takes = WITH_ARGUMENT.includes(command)
  if (!takes && argument !== '') return undefined
  if (match[1] === '' && TAKES[command]?.(argument) === false) return undefined
  return argument.length <= LONGEST_LINE || command === 'summary' ? { command, argument } : undefined
}
