import { readFileSync } from 'node:fs'
import type { z } from 'zod'
import { FILES } from './schema.ts'

type Contents = { [File in keyof typeof FILES]: z.infer<(typeof FILES)[File]> }

/**
 * One file of the lexicon, checked and with its defaults filled in.
 * @throws with the place of the fault when the file does not have the shape that `schema.ts` says.
 */
export function load<File extends keyof Contents>(file: File): Contents[File] {
  const json: unknown = JSON.parse(readFileSync(new URL(`./data/${file}`, import.meta.url), 'utf8'))
  const result = FILES[file].safeParse(json)
  if (!result.success) throw new Error(`${file}: ${result.error.message}`)
  return result.data as Contents[File]
}
