/** The pages behind the buttons of a brief: its events, actors, relations and claims, whole. */
import type { Entity, Event } from '../analysis/analysis.ts'
import type { Stored } from '../archive/articles.ts'
import { type Reader, say, sayCount, sayList, sayNames, sayNumber } from '../words.ts'
import { stanceOf } from './brief.ts'
import { colon } from './colon.ts'
import { excerpt, namesOf } from './excerpt.ts'
import { type Block, plain, quiet, type Reply, strong } from './reply.ts'

const MOST_EVENTS = 25
const MOST_ACTORS = 12
const MOST_RELATIONS = 20
const MOST_CLAIMS = 20
const CLAUSE_WORDS = 40
const CLAIM_WORDS = 60
const TYPES: readonly Entity['type'][] = ['person', 'organization', 'armed-group', 'group', 'state', 'place']

const heading = (reader: Reader, key: string, { analysis }: Stored): Block => ({
  kind: 'heading',
  level: 1,
  text: [plain(say(reader.language, key, { headline: analysis.summary.headline }))],
})
const section = (reader: Reader, key: string): Block => ({
  kind: 'heading',
  level: 2,
  text: [plain(say(reader.language, key))],
})
const sentence = (reader: Reader, index: number) => quiet(` [${sayNumber(reader, index + 1)}]`)

/** Every event with its status, then what the article is about. */
export function composeDetails(reader: Reader, stored: Stored): Reply {
  const { analysis } = stored
  const blocks: Block[] = [heading(reader, 'bot.more.title', stored)]
  if (analysis.events.length === 0)
    blocks.push({ kind: 'paragraph', text: [plain(say(reader.language, 'bot.more.noEvents'))] })
  else {
    blocks.push(section(reader, 'bot.more.events'))
    blocks.push({
      kind: 'points',
      items: analysis.events.slice(0, MOST_EVENTS).map((event) => ({ text: eventLine(reader, stored, event) })),
    })
  }
  if (analysis.topics.length > 0)
    blocks.push({
      kind: 'paragraph',
      text: [
        strong(`${say(reader.language, 'bot.more.topics')}${colon(reader)}`),
        plain(
          sayList(
            reader,
            analysis.topics.map((t) => say(reader.language, `topics.${t.id}`)),
          ),
        ),
      ],
    })
  return { language: reader.language, blocks }
}

function eventLine(reader: Reader, { analysis }: Stored, event: Event) {
  const nameOf = namesOf(analysis)
  const { language } = reader
  const parties = [event.agents, event.patients]
    .map((ids) => sayNames(ids.slice(0, 4).map(nameOf)))
    .filter(Boolean)
    .join(language === 'ar' ? ' ← ' : ' → ')
  const facts = [
    say(language, `bot.status.${event.status}`),
    ...(event.time ? [event.time.text] : []),
    ...(event.place ? [nameOf(event.place)] : []),
    ...(event.quantities ?? []).slice(0, 2).map((q) => q.text),
    ...(event.claim === undefined ? [] : [analysis.claims[event.claim]?.speaker.text ?? '']),
  ].filter(Boolean)
  return [
    strong(say(language, `bot.events.${event.type}`)),
    plain(parties ? `${colon(reader)}${parties}. ` : '. '),
    plain(excerpt(analysis.article.text, event.clause, CLAUSE_WORDS)),
    quiet(` (${facts.join(language === 'ar' ? '، ' : ', ')})`),
    sentence(reader, event.sentence),
  ]
}

/** Who and what is named, by kind, with a button for each of the first. */
export function composeActors(reader: Reader, stored: Stored, numberOf: (id: string) => number | undefined): Reply {
  const { analysis } = stored
  const blocks: Block[] = [heading(reader, 'bot.actors.title', stored)]
  if (analysis.entities.length === 0)
    blocks.push({ kind: 'paragraph', text: [plain(say(reader.language, 'bot.actors.none'))] })
  for (const type of TYPES) {
    const entities = analysis.entities.filter((e) => e.type === type).slice(0, MOST_ACTORS)
    if (entities.length === 0) continue
    blocks.push(section(reader, `bot.entityTypes.${type}`))
    blocks.push({
      kind: 'points',
      items: entities.map((e) => ({
        text: [
          strong(e.name),
          ...(e.role && e.role !== e.name ? [plain(`، ${e.role}`)] : []),
          quiet(` (${sayCount(reader, 'bot.actors.mentions', e.mentions.length)})`),
        ],
      })),
    })
  }
  const choices = analysis.entities
    .filter((e) => e.type !== 'place')
    .slice(0, 6)
    .flatMap((e) => {
      const number = numberOf(e.id)
      return number === undefined ? [] : [{ label: e.name, action: `who:${number}` }]
    })
  if (choices.length > 0) blocks.push({ kind: 'choices', choices })
  return { language: reader.language, blocks }
}

/** Who stands how toward whom, strongest first. */
export function composeRelations(reader: Reader, stored: Stored): Reply {
  const { analysis } = stored
  const nameOf = namesOf(analysis)
  const blocks: Block[] = [heading(reader, 'bot.relations.title', stored)]
  if (analysis.relations.length === 0)
    blocks.push({ kind: 'paragraph', text: [plain(say(reader.language, 'bot.relations.none'))] })
  else
    blocks.push({
      kind: 'points',
      items: analysis.relations.slice(0, MOST_RELATIONS).map((relation) => ({
        text: [
          strong(
            say(reader.language, relation.mutual ? 'bot.relations.mutual' : 'bot.relations.oneWay', {
              a: nameOf(relation.from),
              b: nameOf(relation.to),
            }),
          ),
          plain(`${colon(reader)}${say(reader.language, `bot.relations.${relation.kind}`)}`),
          quiet(
            ` [${relation.sentences.map((s) => sayNumber(reader, s + 1)).join(reader.language === 'ar' ? '، ' : ', ')}]`,
          ),
        ],
      })),
    })
  return { language: reader.language, blocks }
}

/** Who claims what, each claim whole. */
export function composeClaims(reader: Reader, stored: Stored): Reply {
  const { analysis } = stored
  const nameOf = namesOf(analysis)
  const blocks: Block[] = [
    {
      kind: 'heading',
      level: 1,
      text: [plain(`${say(reader.language, 'bot.more.claims')}${colon(reader)}${analysis.summary.headline}`)],
    },
  ]
  if (analysis.claims.length === 0)
    blocks.push({ kind: 'paragraph', text: [plain(say(reader.language, 'bot.more.noClaims'))] })
  else
    blocks.push({
      kind: 'points',
      items: analysis.claims.slice(0, MOST_CLAIMS).map((claim) => ({
        text: [
          strong(claim.speaker.entity ? nameOf(claim.speaker.entity) : claim.speaker.text),
          quiet(`${stanceOf(reader, claim.stance)}${colon(reader)}`),
          plain(excerpt(analysis.article.text, claim.content, CLAIM_WORDS)),
          sentence(reader, claim.sentence),
        ],
      })),
    })
  return { language: reader.language, blocks }
}
