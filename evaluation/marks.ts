/** What people marked who had not seen the engine: mentions, whom they are joined to, times; and all that is told of happenings, ties and claims. */
import type { ShareName } from '../test/analysis/marked-score.ts'
import { readSamples, scoreMarkedSample, scoreToldSample } from '../test/analysis/samples.ts'
import type { ToldShareName } from '../test/analysis/told-score.ts'
import type { Figures } from './figures.ts'
import { shareFigures } from './shares.ts'

const samples = readSamples()

/** The shares of marked mentions and times. @param showHeldOut whether to tell what was missed in a held-out article */
export function markFigures(showHeldOut: boolean): Figures {
  return shareFigures('marks', 'marked', MARKS, samples, scoreMarkedSample, showHeldOut)
}

/** The shares of what is told, and of what the engine tells. @param showHeldOut whether to tell what was missed in a held-out article */
export function toldFigures(showHeldOut: boolean): Figures {
  return shareFigures('told', 'wholly told', TOLD, samples, scoreToldSample, showHeldOut)
}

const MARKS: Record<ShareName, string> = {
  mentions: 'mentions found',
  linked: 'of these joined to the right one',
  bcubedPrecision: 'B-cubed precision of these',
  bcubedRecall: 'B-cubed recall of these',
  entities: 'entities that are marked',
  timeRecall: 'times found',
  timePrecision: 'found times that are marked',
  timeValues: 'of the marked times found, the value right',
  timeKnown: 'of these, the value right as far as both go',
}

const TOLD: Record<ToldShareName, string> = {
  eventPrecision: 'events that are told, with their type',
  eventRecall: 'happenings that are found',
  toldOnce: 'of these, told by one event alone',
  status: 'of the events that are told, the status right',
  agentPrecision: 'their agents that are right',
  agentRecall: 'right agents that they have',
  patientPrecision: 'their patients that are right',
  patientRecall: 'right patients that they have',
  eventTimePrecision: 'their times that are right',
  eventTimeRecall: 'right times that they have',
  relationPrecision: 'relations that are told, with their sign',
  relationRecall: 'told relations that are found',
  relationDirection: 'of the right ones, one-sided and mutual told apart',
  claimPrecision: 'claims that are told',
  claimRecall: 'told claims that are found',
  claimStance: 'of the right ones, the stance right',
}
