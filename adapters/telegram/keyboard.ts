/** Choices as buttons under a message. */
import type { Choices } from '../../src/bot/reply.ts'
import { isolate } from '../shared/isolate.ts'
import { shorten } from '../shared/split.ts'
import { BUTTON_LABEL_LENGTH, BUTTONS_PER_MESSAGE, CALLBACK_DATA_BYTES } from './limits.ts'

export interface Button {
  text: string
  callback_data: string
}

/** Characters that fit side by side on a phone of the usual width, buttons being equally wide. */
const ROW_LENGTH = 32
const MOST_IN_ROW = 4

/**
 * Choices as rows of buttons, in order: short labels side by side, long ones below each other. An action that Telegram
 * would refuse (more than 64 bytes, or none) has no button.
 */
export function rowsOf({ choices }: Choices, rightToLeft: boolean): Button[][] {
  const rows: Button[][] = []
  for (const { label, action } of choices) {
    if (action === '' || Buffer.byteLength(action) > CALLBACK_DATA_BYTES) continue
    const words = shorten(/[^\s\p{Cf}]/u.test(label) ? label.trim() : action, BUTTON_LABEL_LENGTH)
    const button = { text: isolate(words, rightToLeft ? 'rtl' : 'ltr'), callback_data: action }
    const last = rows.at(-1)
    if (last && isFitting([...last, button])) last.push(button)
    else rows.push([button])
  }
  return rows
}

/** Rows in groups of which each fits under one message. */
export function keyboardsOf(rows: Button[][]): Button[][][] {
  const keyboards: Button[][][] = []
  for (const row of rows) {
    const last = keyboards.at(-1)
    if (last && last.flat().length + row.length <= BUTTONS_PER_MESSAGE) last.push(row)
    else keyboards.push([row])
  }
  return keyboards
}

function isFitting(row: Button[]): boolean {
  const widest = Math.max(...row.map(({ text }) => text.replace(/[\p{Cf}\p{M}]/gu, '').length))
  return row.length <= MOST_IN_ROW && widest * row.length <= ROW_LENGTH
}
