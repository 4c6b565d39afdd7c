import type { Call, Place } from './calls.ts'
import { TYPING_LASTS } from './limits.ts'

/**
 * Shows «is typing» while `work` goes on, renewed before it fades.
 * @returns what `work` returns
 */
export async function whileTyping<Result>(
  call: Call,
  { chat, thread }: Place,
  work: () => Promise<Result>,
): Promise<Result> {
  const payload = { chat_id: chat, action: 'typing', ...(thread !== undefined && { message_thread_id: thread }) }
  // That nobody sees us type is no reason not to answer.
  const show = () => void call('sendChatAction', payload).catch(() => {})
  show()
  const renewal = setInterval(show, TYPING_LASTS * 0.8)
  try {
    return await work()
  } finally {
    clearInterval(renewal)
  }
}
