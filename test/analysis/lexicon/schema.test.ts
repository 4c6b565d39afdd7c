import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
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
    })
  }
})
