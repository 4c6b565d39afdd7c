import type { Analysis, Span } from '../../src/analysis/analysis.ts'

/** What is wrong with an analysis as such, whatever the text says: spans that are none, indexes and ids that point nowhere, values out of their range. */
export function faultsOf(analysis: Analysis): string[] {
  const { article, sentences, entities, events, relations, claims, times, topics, summary } = analysis
  const { text } = article
  const faults: string[] = []
  const check = (sound: boolean, fault: string) => {
    if (!sound) faults.push(fault)
  }
  const checkSpan = (span: Span, of: string, within?: Span) => {
    const { start, end } = span
    const valid = Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start < end && end <= text.length
    check(valid, `${of} ${start}…${end} is no span of a text of ${text.length}`)
    check(!cutsPair(text, start) && !cutsPair(text, end), `${of} ${start}…${end} cuts a pair of surrogates`)
    if (within) check(contains(within, span), `${of} ${start}…${end} is not inside ${within.start}…${within.end}`)
  }
  const checkOrder = (spans: readonly Span[], of: string) =>
    check(
      spans.every((span, i) => i === 0 || span.start >= spans[i - 1]!.end),
      `${of} overlap or are out of order`,
    )
  const ids = new Set(entities.map((entity) => entity.id))
  const checkId = (id: string | undefined, of: string) =>
    check(id === undefined || ids.has(id), `${of}: no entity ${id}`)
  const checkSentence = (index: number, of: string) =>
    check(sentences[index] !== undefined, `${of}: no sentence ${index}`)

  for (const sentence of sentences) {
    checkSpan(sentence, 'sentence')
    for (const clause of sentence.clauses) checkSpan(clause, 'clause', sentence)
    checkOrder(sentence.clauses, 'clauses')
  }
  checkOrder(sentences, 'sentences')
  const holder = holderIn(sentences)

  check(ids.size === entities.length, 'two entities have one id')
  for (const entity of entities) {
    check(entity.mentions.length > 0, `entity ${entity.id} is not mentioned`)
    check(entity.name.trim() !== '', `entity ${entity.id} has no name`)
    check(entity.salience >= 0 && entity.salience <= 1, `salience ${entity.salience}`)
    for (const mention of entity.mentions) {
      checkSpan(mention, 'mention')
      check(holder(mention) !== undefined, `mention ${mention.start}…${mention.end} is in no sentence`)
    }
  }
  for (const event of events) {
    checkSentence(event.sentence, 'event')
    checkSpan(event.trigger, 'trigger', sentences[event.sentence])
    checkSpan(event.clause, 'clause of an event', sentences[event.sentence])
    for (const id of [...event.agents, ...event.patients, event.place]) checkId(id, event.type)
    check(event.claim === undefined || claims[event.claim] !== undefined, `event: no claim ${event.claim}`)
    check(Math.abs(event.goldstein) <= 10, `Goldstein ${event.goldstein}`)
    for (const { value, text: words } of event.quantities ?? [])
      check(words !== '' && (value === undefined || Number.isFinite(value)), `quantity «${words}» of ${value}`)
  }
  for (const claim of claims) {
    checkSentence(claim.sentence, 'claim')
    checkSpan(claim.content, 'content of a claim')
    checkId(claim.speaker.entity, 'speaker')
    check(claim.speaker.text.trim() !== '' && claim.verb.trim() !== '', 'a claim without speaker or verb')
  }
  for (const relation of relations) {
    checkId(relation.from, 'relation')
    checkId(relation.to, 'relation')
    check(Math.abs(relation.score) <= 10, `score ${relation.score}`)
    for (const index of relation.sentences) checkSentence(index, 'relation')
  }
  for (const time of times) {
    checkSpan(time.span, 'time')
    check(time.value !== '' && !/NaN|undefined/.test(time.value), `time of value ${time.value}`)
  }
  checkOrder(
    times.map((time) => time.span),
    'times',
  )
  for (const { score } of topics) check(score > 0 && score <= 1, `topic of score ${score}`)
  for (const point of summary.points) {
    check(point.text.trim() !== '', 'an empty point')
    check(point.sentences.length > 0, 'a point of no sentence')
    for (const index of point.sentences) checkSentence(index, 'point')
  }
  return faults
}

const contains = (outer: Span, inner: Span) => inner.start >= outer.start && inner.end <= outer.end

function cutsPair(text: string, at: number): boolean {
  return /[\uD800-\uDBFF]/.test(text[at - 1] ?? '') && /[\uDC00-\uDFFF]/.test(text[at] ?? '')
}

/** The sentence that holds a span, by bisection. */
function holderIn(sentences: readonly Span[]): (span: Span) => Span | undefined {
  return (span) => {
    let low = 0
    let high = sentences.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (sentences[middle]!.end <= span.start) low = middle + 1
      else high = middle
    }
    const found = sentences[low]
    return found && contains(found, span) ? found : undefined
  }
}
