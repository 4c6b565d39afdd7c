/**
 * Buttons stay in a chat for years, and a chat may move to another desk in the meantime, where article 5 is another article. So what a button stands for
 * names the desk it was made at.
 */
import type { Reply } from './reply.ts'

/** The first digits of a desk's id (a UUID): enough to tell a chat's few desks apart in the 48 characters of an action. */
const TAG = 6
const TAGGED = /^(.*)@([0-9a-f]{6})$/s

/** A reply whose buttons belong to a desk. */
export function boundToDesk(reply: Reply, desk: string): Reply {
  const tag = desk.slice(0, TAG)
  return {
    ...reply,
    blocks: reply.blocks.map((block) =>
      block.kind === 'choices'
        ? { ...block, choices: block.choices.map(({ label, action }) => ({ label, action: `${action}@${tag}` })) }
        : block,
    ),
  }
}

/** What a pressed button stands for at a desk; undefined when it was made at another one. */
export function actionAt(action: string, desk: string): string | undefined {
  const tagged = TAGGED.exec(action)
  if (tagged === null) return action
  return desk.startsWith(tagged[2]!) ? tagged[1]! : undefined
}
