/** Text in, Analysis out: the pipeline in one look. Pure; the lexicon is loaded at the first call. */
import type { Analysis, Claim, Event, TimeExpression } from './analysis.ts'
import { actorOfSentence } from './claims/acting.ts'
import { claimsOf } from './claims/claims.ts'
import type { Actor, FoundClaim } from './claims/reading.ts'
import { joinAppositions } from './entities/apposition.ts'
import { withBearers } from './entities/bearers.ts'
import { joinBrackets } from './entities/brackets.ts'
import { readCapitals } from './entities/capitals.ts'
import { withSharedOffices } from './entities/counterparts.ts'
import { takeUpLands } from './entities/lands.ts'
import { type LinkedEntity, linkEntities } from './entities/link.ts'
import type { Mention } from './entities/mention.ts'
import { findMentions, readAccusativeNisba } from './entities/mentions.ts'
import { withOfficesBefore } from './entities/office-before.ts'
import { withOwners } from './entities/role-owners.ts'
import { rankEntities } from './entities/salience.ts'
import { withTrainedNames } from './entities/trained-names.ts'
import { eventsOf, readSentence, type SentenceReading } from './events/events.ts'
import type { FoundEvent } from './events/found.ts'
import { mergeEvents } from './events/merge.ts'
import { type SentenceView, viewSentences } from './events/sentence.ts'
import { startOfClause } from './lexicon/conjunction.ts'
import { tiesOfBacking } from './relations/backing.ts'
import { tiesOfMatters } from './relations/matters.ts'
import { membersIn, statesOfOfficers } from './relations/membership.ts'
import { partiesOf } from './relations/parties.ts'
import { relationsOf } from './relations/relations.ts'
import { type StatedRelation, statedRelations } from './relations/stated.ts'
import { type Budget, summarize, summarySource } from './summary/summary.ts'
import { signedIn, titleLines } from './summary/titles.ts'
import { type Document, readDocument } from './text/document.ts'
import { languageOf } from './text/language.ts'
import { findTimes } from './times/times.ts'
import { topicsOf } from './topics/topics.ts'

export interface AnalyzeOptions {
  title?: string
  /** ISO 8601; what relative times are counted from. */
  publishedAt?: string
  /** Length of the summary; by default it follows the length of the article. */
  budget?: Budget
}

/**
 * Reads one article. Every text gets an analysis in time linear in its length; one that is not Arabic gets an empty one, whose
 * `article.language` says so. Offsets point into `text` as given.
 */
export function analyze(text: string, options: AnalyzeOptions = {}): Analysis {
  const language = languageOf(text)
  const article = {
    text,
    ...(options.title && { title: options.title }),
    language,
    ...(options.publishedAt && { publishedAt: options.publishedAt }),
  }
  if (language !== 'ar')
    return {
      version: 1,
      article,
      sentences: [],
      entities: [],
      events: [],
      relations: [],
      claims: [],
      times: [],
      topics: [],
      summary: { headline: '', points: [] },
    }

  const document = readDocument(text)
  const above = titleLines(document)
  const isSigned = signedIn(document, above)
  const found = readCapitals(document, readAccusativeNisba(document, namedIn(document)))
  // Where an article was written is named; in what it tells it takes no part.
  const { entities: linked, mentions: named } = linkEntities(
    isSigned ? found.filter(({ from, type }) => !isSigned(from) || type === 'place' || type === 'state') : found,
    text,
  )
  const mentions = isSigned ? named.filter(({ from }) => !isSigned(from)) : named
  takeUpLands(document, mentions, linked)
  const byId = new Map<string, LinkedEntity>()
  for (const entity of linked) byId.set(entity.id, entity)
  const entityOf = (id: string) => byId.get(id)
  const typeOf = (id: string) => byId.get(id)?.type

  const times = findTimes(document, options.publishedAt)
  const views = viewSentences(document, mentions, times)
  // Step by step over all sentences, not sentence by sentence: what a step needs then stays in the processor's cache.
  const readings: SentenceReading[] = []
  for (const view of views) readings.push(readSentence(view, readings.at(-1)))
  const claims: FoundClaim[] = []
  const claimsHere: FoundClaim[][] = []
  let actor: Actor | undefined
  for (const { view, verbs } of readings) {
    const own = claimsOf(view, verbs, claims, actor)
    actor = actorOfSentence(view, verbs)
    claimsHere.push(own)
    claims.push(...own)
  }
  const stated: StatedRelation[] = []
  for (const reading of readings) stated.push(...statedRelations(reading, typeOf))
  const told: FoundEvent[] = []
  let nextTime = 0
  let nextClaim = 0
  for (const [k, reading] of readings.entries()) {
    const timesHere: TimeExpression[] = []
    const { end } = document.sentences[reading.view.index]!.span
    while (nextTime < times.length && times[nextTime]!.span.start < end) timesHere.push(times[nextTime++]!)
    const own = eventsOf(reading, claimsHere[k]!, timesHere, told, options.publishedAt)
    stated.push(...tiesOfMatters(reading, own, typeOf), ...tiesOfBacking(reading, own, typeOf))
    for (const event of own) told.push(event.claim === undefined ? event : { ...event, claim: event.claim + nextClaim })
    nextClaim += claimsHere[k]!.length
  }
  const events = mergeEvents(told, typeOf)
  const entities = rankEntities(linked, events, text.length)
  const parties = partiesOf(entities, entityOf, membersIn(document, mentions), statesOfOfficers(document, mentions))
  const facts = { events: told, claims, entities, linked, entityOf }
  const source = summarySource(views, facts, { title: options.title, above })

  return {
    version: 1,
    article,
    sentences: views.map(sentenceAlone),
    entities,
    events: events.map(eventAlone),
    relations: relationsOf(told, claims, stated, parties),
    claims: claims.map(claimAlone),
    times,
    topics: topicsOf(document),
    summary: source ? summarize(source, options.budget) : { headline: '', points: [] },
  }
}

/** What rules and the name model find in an article, with each person's office and whose it is. */
function namedIn(document: Document): readonly Mention[] {
  const named = withTrainedNames(document, findMentions(document))
  const inOffice = joinAppositions(document, withOfficesBefore(document, withBearers(document, named)))
  return joinBrackets(document, withSharedOffices(document, withOwners(document, inOffice)))
}

function sentenceAlone({ document, index, clauses }: SentenceView): Analysis['sentences'][number] {
  const { start, end } = document.sentences[index]!.span
  return {
    start,
    end,
    clauses: clauses.map(({ from, to }) => ({
      start: startOfClause(document.tokens[from]!),
      end: document.tokens[to - 1]!.end,
    })),
  }
}

function claimAlone({ speaker, verb, stance, content, sentence }: FoundClaim): Claim {
  return { speaker, verb, stance, content, sentence }
}

function eventAlone(event: FoundEvent): Event {
  const { type, mode, cameo, trigger, sentence, clause, agents, patients, place, time, quantities } = event
  const { status, goldstein, claim } = event
  return {
    type,
    mode,
    cameo,
    trigger,
    sentence,
    clause,
    agents,
    patients,
    place,
    time,
    quantities,
    status,
    goldstein,
    claim,
  }
}
