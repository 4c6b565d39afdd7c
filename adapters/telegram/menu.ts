/** The bot's commands as Telegram's menu. */
import type { CommandDescription } from '../../src/bot/bot.ts'
import { LANGUAGES } from '../../src/bot/incoming.ts'
import { shorten } from '../shared/split.ts'
import { COMMAND_DESCRIPTION_LENGTH } from './limits.ts'

/**
 * The payloads of `setMyCommands`: one without a language, in Arabic, for whoever's client speaks none of ours, and one
 * for each language.
 */
export function menusOf(commands: readonly CommandDescription[]): object[] {
  return [undefined, ...LANGUAGES].map((language) => ({
    ...(language && { language_code: language }),
    commands: commands.map(({ name, description }) => ({
      command: name,
      description: shorten(description[language ?? 'ar'], COMMAND_DESCRIPTION_LENGTH),
    })),
  }))
}
