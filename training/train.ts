/**
 * `train [--data DIR] [STEP…]`: learns what the engine ships as weights, from the data beside the project (`../shared/data`), the same bytes each
 * time. Without step names, every step runs, in the order of the list.
 */
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { STEPS } from './steps.ts'

const { values, positionals } = parseArgs({
  options: { data: { type: 'string', default: fileURLToPath(new URL('../../shared/data', import.meta.url)) } },
  allowPositionals: true,
})
const folder = resolve(values.data)
const unknown = positionals.filter((name) => !STEPS.some((step) => step.name === name))
if (unknown.length > 0)
  fail(`There is no step ${unknown.join(', ')}. The steps are: ${STEPS.map((step) => step.name).join(', ')}.`)
if (!existsSync(folder))
  fail(`The training data is not at ${folder}. Lay it there, or name its folder: npm run train -- --data DIR`)

for (const step of STEPS) {
  if (positionals.length > 0 && !positionals.includes(step.name)) continue
  const missing = step.reads.filter((file) => !existsSync(`${folder}/${file}`))
  if (missing.length > 0 && step.optional && positionals.length === 0) continue
  if (missing.length > 0) fail(`The step ${step.name} reads ${missing.join(', ')}, which is not in ${folder}.`)
  const started = performance.now()
  const bytes = step.train(folder, (line) => void process.stdout.write(`${step.name}: ${line}\n`))
  const before = existsSync(step.writes) ? readFileSync(step.writes) : undefined
  writeFileSync(step.writes, bytes)
  process.stdout.write(
    `${step.name}: ${fileURLToPath(step.writes)}, ${statSync(step.writes).size} bytes in ${Math.round((performance.now() - started) / 1000)} s, ${before && Buffer.compare(before, bytes) === 0 ? 'the same as before' : 'changed'}\n`,
  )
}

function fail(message: string): never {
  process.stderr.write(`${message}\n`)
  process.exit(1)
}
