/** All that people wrote down of an article's happenings, ties and claims: how much of it is found, and how much that is found is there. */
import { describe, expect, it } from 'vitest'
import { analyze } from '../../src/analysis/analyze.ts'
import { readMarks } from './marked.ts'
import { shareOfAll } from './marked-score.ts'
import { readSamples, scoreToldSample } from './samples.ts'
import { readTold } from './told.ts'
import { scoreTold, TOLD_SHARES, type ToldShareName } from './told-score.ts'

const ATTACK = {
  happening: 'h1',
  types: ['ASSAULT'],
  status: ['happened'],
  agents: ['raiders'],
  patients: ['market'],
  time: 'أمس',
}
const TIE = { from: 'raiders', to: 'market', sign: '-', mutual: false }
const CLAIM = { speaker: 'haddad', stance: ['asserts'], verb: 'قال', contains: 'الطريق مفتوح' }
const MARKED = 'هاجم ⟦raiders|مسلحون⟧ ⟦market|تجار السوق⟧ ⟪2012-01-24|أمس⟫. وقال ⟦haddad|سليم الحداد⟧ إن الطريق مفتوح.'
const TRIGGERS = '⟦e1|هاجم⟧ مسلحون تجار السوق أمس. وقال سليم الحداد إن الطريق مفتوح.'

/** The shares that are not whole, as `met/of`, and what was missed. */
function scored(told: object, triggers = TRIGGERS, marked = MARKED) {
  const marks = readMarks(marked)
  const all = readTold(triggers, JSON.stringify({ events: {}, relations: [], claims: [], ...told }))
  const { shares, missed } = scoreTold(analyze(marks.text, { publishedAt: '2012-01-25' }), marks, all)
  const short = Object.entries(shares).filter(([, { met, of }]) => met < of)
  return { short: Object.fromEntries(short.map(([name, { met, of }]) => [name, `${met}/${of}`])), missed }
}

/** What must be reached, a little under what was last measured; less where nothing is tuned. */
const LEVELS: Record<'development' | 'held-out', Record<ToldShareName, number>> = {
  development: {
    eventPrecision: 0.88,
    eventRecall: 0.66,
    toldOnce: 0.93,
    status: 0.94,
    agentPrecision: 0.82,
    agentRecall: 0.56,
    patientPrecision: 0.72,
    patientRecall: 0.34,
    eventTimePrecision: 0.73,
    eventTimeRecall: 0.68,
    relationPrecision: 0.72,
    relationRecall: 0.28,
    relationDirection: 0.89,
    claimPrecision: 0.87,
    claimRecall: 0.8,
    claimStance: 0.96,
  },
  'held-out': {
    eventPrecision: 0.78,
    eventRecall: 0.58,
    toldOnce: 0.91,
    status: 0.86,
    agentPrecision: 0.63,
    agentRecall: 0.49,
    patientPrecision: 0.71,
    patientRecall: 0.29,
    eventTimePrecision: 0.61,
    eventTimeRecall: 0.7,
    relationPrecision: 0.58,
    relationRecall: 0.24,
    relationDirection: 0.74,
    claimPrecision: 0.75,
    claimRecall: 0.6,
    claimStance: 0.94,
  },
}

describe('the score of what is told', () => {
  it('is whole where all of it is found and nothing else', () => {
    expect(scored({ events: { e1: ATTACK }, relations: [TIE], claims: [CLAIM] })).toEqual({ short: {}, missed: [] })
  })

  it('counts as too many what nobody has written down', () => {
    const { short, missed } = scored({}, TRIGGERS.replace(/⟦e1\|(.+?)⟧/, '$1'))
    expect(short).toEqual({ eventPrecision: '0/1', relationPrecision: '0/1', claimPrecision: '0/1' })
    expect(missed).toHaveLength(3)
  })

  it('knows another type, status, party and time', () => {
    const other = { ...ATTACK, status: ['planned'], agents: ['market'], patients: ['raiders'], time: 'غدا' }
    expect(scored({ events: { e1: other }, relations: [TIE], claims: [CLAIM] }).short).toEqual({
      status: '0/1',
      agentPrecision: '0/1',
      agentRecall: '0/1',
      patientPrecision: '0/1',
      patientRecall: '0/1',
      eventTimePrecision: '0/1',
      eventTimeRecall: '0/1',
    })
    const typed = scored({ events: { e1: { ...ATTACK, types: ['AID'] } }, relations: [TIE], claims: [CLAIM] })
    expect(typed.short).toEqual({ eventPrecision: '0/1', eventRecall: '0/1' })
    expect(typed.missed[0]).toContain('ASSAULT, not AID')
  })

  it('knows a tie of another sign from one that is only turned', () => {
    const claims = [CLAIM]
    // An event without parties shows no tie of its own.
    const events = { e1: { ...ATTACK, agents: [], patients: [] } }
    const ties = (tie: object) => scored({ events, claims, relations: [{ ...TIE, ...tie }] }).short
    expect(ties({ sign: '+' })).toMatchObject({ relationPrecision: '0/1', relationRecall: '0/1' })
    expect(ties({ from: 'market', to: 'raiders' })).toMatchObject({ relationDirection: '0/1' })
    expect(ties({ mutual: true })).toMatchObject({ relationDirection: '0/1' })
    expect(ties({})).not.toHaveProperty('relationDirection')
  })

  it('takes whoever acts upon another for tied to them', () => {
    const { short } = scored({ events: { e1: ATTACK }, claims: [CLAIM] })
    expect(short).toEqual({})
  })

  it('knows a claim of another speaker from one of another stance', () => {
    const rest = { events: { e1: ATTACK }, relations: [TIE] }
    expect(scored({ ...rest, claims: [{ ...CLAIM, speaker: 'raiders' }] }).short).toEqual({
      claimPrecision: '0/1',
      claimRecall: '0/1',
    })
    expect(scored({ ...rest, claims: [{ ...CLAIM, stance: ['denies'] }] }).short).toEqual({ claimStance: '0/1' })
  })

  it('does not ask for what is optional', () => {
    const events = { e1: ATTACK, e2: { ...ATTACK, happening: 'h2', types: ['AID'], optional: true } }
    const triggers = TRIGGERS.replace('مفتوح', '⟦e2|مفتوح⟧')
    const relations = [TIE, { ...TIE, to: 'haddad', optional: true }]
    const claims = [CLAIM, { ...CLAIM, contains: 'غدا', optional: true }]
    expect(scored({ events, relations, claims }, triggers).short).toEqual({})
  })

  it('counts a happening that two events tell', () => {
    const marked = `${MARKED} واحتجز ⟦raiders|المسلحون⟧ ⟦market|تجار السوق⟧ ⟪2012-01-24|أمس⟫.`
    const triggers = `${TRIGGERS} و⟦e2|احتجز⟧ المسلحون تجار السوق أمس.`
    const told = { relations: [TIE], claims: [CLAIM] }
    const held = { ...ATTACK, types: ['COERCE'] }
    const asOne = scored({ ...told, events: { e1: ATTACK, e2: held } }, triggers, marked).short
    const asTwo = scored({ ...told, events: { e1: ATTACK, e2: { ...held, happening: 'h2' } } }, triggers, marked).short
    expect([asOne.toldOnce, asTwo.toldOnce]).toEqual(['0/1', undefined])
  })
})

describe('what is told', () => {
  it.each([
    ['a trigger without an event', TRIGGERS, {}],
    ['an event without a trigger', 'هاجم مسلحون.', { e1: ATTACK }],
  ])('cannot be read with %s', (_, triggers, events) => {
    expect(() => readTold(triggers, JSON.stringify({ events, relations: [], claims: [] }))).toThrow(/differ/)
  })
})

describe('articles of which all is told', () => {
  const samples = readSamples().filter(({ told }) => told)

  it.each(samples)('$name stands there as it is', ({ text, told }) => {
    expect(told?.text).toBe(text)
  })

  it.each(['development', 'held-out'] as const)('of the %s set are read well enough', (set) => {
    const scores = samples
      .filter(({ heldOut }) => heldOut === (set === 'held-out'))
      .flatMap((sample) => scoreToldSample(sample) ?? [])
    const shares = TOLD_SHARES.map((name) => {
      const { met, of } = shareOfAll(scores, name)
      return [name, met / of] as const
    })
    const short = shares.filter(([name, share]) => !(share >= LEVELS[set][name]))
    expect(short, JSON.stringify(Object.fromEntries(shares))).toEqual([])
  })
})
