import { execFileSync } from 'node:child_process'
import { statSync } from 'node:fs'
import { expect, it } from 'vitest'
import { MODEL_FILE } from '../../../src/analysis/names/model.ts'

it('reads the model at the first text that needs it, not before', () => {
  const script = `
    const { tagTokens } = await import(${JSON.stringify(new URL('../../../src/analysis/entities/tag.ts', import.meta.url).href)})
    const before = process.memoryUsage().arrayBuffers
    tagTokens([['باريس']])
    console.log(before, process.memoryUsage().arrayBuffers)`
  const [before, after] = execFileSync(process.execPath, ['--input-type=module', '--eval', script], {
    encoding: 'utf8',
  })
    .trim()
    .split(' ')
    .map(Number)
  expect(before).toBeLessThan(statSync(MODEL_FILE).size)
  expect(after! - before!).toBeGreaterThan(statSync(MODEL_FILE).size)
})
