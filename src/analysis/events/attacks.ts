/** Victims and the attack that they fell in, told apart in one sentence: «قُتل سبعة من الدرك … في كمين نصبه مسلحون». */
import type { FoundEvent } from './found.ts'
import type { SentenceView } from './sentence.ts'

/** Words from the victims to the attack, at most. */
const REACH = 40
/** What stands between an event and what brought it about. */
const IN = /^(?:في|اثر|جراء|نتيجه|خلال|اثناء|بسبب|عقب|بعد|من)$/
/** «سلسلة غارات», «أحد الهجمات»: what may stand between the preposition and the attack. */
const OF_ATTACKS = /^(?:سلسله|عمليه|عمليات|موجه|احد|احدي|عده)$/

/** Gives victims without a doer the doer of the attack that they fell in, and the attack its victims. */
export function joinAttacks({ document: { tokens } }: SentenceView, events: readonly FoundEvent[]): void {
  if (events.length < 2) return
  const attacks = events.filter(({ type, status }) => type === 'ASSAULT' && status === 'happened')
  if (attacks.length < 2) return
  for (const attack of attacks) {
    const unhurt = attack.patients.length === 0
    if (attack.agents.length === 0 && !unhurt) continue
    const before = OF_ATTACKS.test(tokens[attack.at - 1]?.key ?? '') ? attack.at - 2 : attack.at - 1
    const led = IN.test(tokens[before]?.key ?? '') || /^[وف]?ب/.test(tokens[attack.at]!.key)
    if (!led) continue
    for (const loss of attacks) {
      if (loss.at >= attack.at || attack.at - loss.at > REACH) continue
      if (loss.patients.length === 0 || loss.agents.some((id) => !attack.agents.includes(id))) continue
      if (loss.patients.some((id) => attack.agents.includes(id))) continue
      if (tokens.slice(loss.at, attack.at).some(({ text }) => text === '؛')) continue
      if (loss.agents.length === 0) loss.agents.push(...attack.agents)
      // «قُتل ثلاثة وأُصيب خمسة في هجوم»: all of them fell in it.
      if (unhurt) attack.patients.push(...loss.patients.filter((id) => !attack.patients.includes(id)))
    }
  }
}

/** Words from an act to what it is for, at most. */
const PURPOSE_REACH = 14
const FORCEFUL = new Set(['ASSAULT', 'COERCE'])

/** «أطلقت الشرطة الغاز لتفريق المحتجين»: whom force is used against is told by what it is for, and who does that by the force. */
export function joinPurposes({ document: { tokens } }: SentenceView, events: readonly FoundEvent[]): void {
  for (let i = 0; i + 1 < events.length; i++) {
    const act = events[i]!
    const purpose = events[i + 1]!
    if (!FORCEFUL.has(act.type) || !FORCEFUL.has(purpose.type)) continue
    if (purpose.at - act.at > PURPOSE_REACH || !tokens[purpose.at]!.key.startsWith('ل')) continue
    if (act.agents.length === 0 || act.patients.length > 0 || purpose.patients.length === 0) continue
    if (purpose.patients.some((id) => act.agents.includes(id))) continue
    act.patients.push(...purpose.patients)
    if (purpose.agents.length === 0) purpose.agents.push(...act.agents)
  }
}
