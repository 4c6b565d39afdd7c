/**
 * The bot's commands as Discord registers them.
 *
 * The form chosen: one slash command each, with its ASCII name (typed on every keyboard, the same as on Telegram) and an
 * Arabic description; English and French clients are given their own. Discord knows no Arabic locale, so an Arabic name
 * could only be a second command beside the first: a menu of everything twice. The Arabic words work where they are
 * natural to type, at the start of a direct message or behind a mention.
 */
import {
  type APIApplicationCommandStringOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  type RESTPutAPIApplicationCommandsJSONBody,
} from 'discord.js'
import type { CommandDescription } from '../../src/bot/bot.ts'
import type { Language } from '../../src/bot/incoming.ts'
import { say } from '../../src/words.ts'

/** The whole list, the message menu's «تحليل» included; registering it replaces what was registered before. */
export function commandList(commands: readonly CommandDescription[]): RESTPutAPIApplicationCommandsJSONBody {
  return [
    ...commands.map(({ name, description, argument }) => ({
      type: ApplicationCommandType.ChatInput as const,
      name,
      ...inAllLanguages(description),
      options: argument ? [option(argument)] : [],
    })),
    {
      type: ApplicationCommandType.Message as const,
      name: say('ar', 'discord.analyze'),
      name_localizations: localizations((language) => say(language, 'discord.analyze')),
    },
  ]
}

function option(argument: NonNullable<CommandDescription['argument']>): APIApplicationCommandStringOption {
  return {
    type: ApplicationCommandOptionType.String,
    name: argument.name,
    ...inAllLanguages(argument.description),
    required: argument.required,
    autocomplete: argument.suggests,
  } as APIApplicationCommandStringOption
}

function inAllLanguages(words: Record<Language, string>) {
  return { description: words.ar, description_localizations: localizations((language) => words[language]) }
}

function localizations(words: (language: Language) => string) {
  return { 'en-US': words('en'), 'en-GB': words('en'), fr: words('fr') }
}
