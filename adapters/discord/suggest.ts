/** Actors that complete what is typed behind a slash command. */
import type { APIApplicationCommandOptionChoice, AutocompleteInteraction } from 'discord.js'
import type { Bot, Suggestion } from '../../src/bot/bot.ts'
import { SUGGESTION_LENGTH, SUGGESTIONS } from './limits.ts'
import { originOf } from './receive.ts'

/**
 * Answers with the bot's suggestions, or with none when they are not there in time: a late answer is refused.
 * @param within milliseconds that the bot may take
 * @throws what the bot threw or Discord refused
 */
export async function suggest(interaction: AutocompleteInteraction, bot: Bot, within: number): Promise<void> {
  let late: NodeJS.Timeout | undefined
  const nothingInTime = new Promise<Suggestion[]>((resolve) => {
    late = setTimeout(() => resolve([]), within)
  })
  const found = bot.suggest(originOf(interaction), interaction.options.getFocused(), SUGGESTIONS)
  const first = await Promise.race([found, nothingInTime]).finally(() => clearTimeout(late))
  await interaction.respond(choicesFor(first))
}

/** Suggestions as Discord's choices: what is sent back is the name alone, so one too long to be sent whole is left out. */
export function choicesFor(suggestions: Suggestion[]): APIApplicationCommandOptionChoice<string>[] {
  const seen = new Set<string>()
  return suggestions
    .filter(({ name }) => name.trim() !== '' && name.length <= SUGGESTION_LENGTH && !seen.has(name) && seen.add(name))
    .slice(0, SUGGESTIONS)
    .map(({ name, detail }) => {
      const whole = detail ? `${name} · ${detail}` : name
      return { name: whole.length <= SUGGESTION_LENGTH ? whole : name, value: name }
    })
}
