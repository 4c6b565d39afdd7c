import { say } from '../words.ts'
import type { Setting } from './desk.ts'
import { plain, type Reply } from './reply.ts'

/** One line in the reader's language: the words of a key, with its values. */
export function line(
  { reader }: Pick<Setting, 'reader'>,
  key: string,
  values: Record<string, string | number> = {},
): Reply {
  return {
    language: reader.language,
    blocks: [{ kind: 'paragraph', text: [plain(say(reader.language, key, values))] }],
  }
}
