import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { load } from '../../../src/analysis/lexicon/load.ts'
import { FILES } from '../../../src/analysis/lexicon/schema.ts'

describe('the lexicon’s files', () => {
  for (const [file, schema] of Object.entries(FILES)) {
    it(`${file} has the shape that the schema says`, () => {
      const data = JSON.parse(
        readFileSync(new URL(`../../../src/analysis/lexicon/data/${file}`, import.meta.url), 'utf8'),
      )
      const result = z.safeParse(schema, data)
      expect(result.success ? '' : z.prettifyError(result.error)).toBe('')
      expect(data.length).toBeGreaterThan(0)
      // What the engine loads unchecked is what the schema makes of the file: its defaults, and no field that it does not know.
      expect(load(file as keyof typeof FILES)).toEqual(result.data)
    })
  }

  it('are all told of in the README beside them, with counts that hold', () => {
    const readme = readFileSync(new URL('../../../src/analysis/lexicon/data/README.md', import.meta.url), 'utf8')
    for (const file of Object.keys(FILES) as (keyof typeof FILES)[]) {
      const row = new RegExp(`^\\| \`${file.replace('.', '\\.')}\` \\|.*\\| ([\\d,]+) \\|$`, 'm').exec(readme)
      const told = Number(row?.[1]?.replace(',', ''))
      const { length } = load(file)
      expect(told, file).toBeLessThanOrEqual(length * 1.05)
      expect(told, file).toBeGreaterThan(length * 0.8)
    }
  })
})
