/**
 * `bench [--json] [--articles 100000] [--keep FOLDER] [--desk]`: every speed figure that the README states, as ratios against named references measured in the same
 * run: milliseconds alone would tell the machine, and who else uses it. `--keep` leaves the desks of generated articles in a folder, where the next run finds
 * them; `--desk` measures these alone.
 */
import { parseArgs } from 'node:util'
import { archiveFigures } from './archive.ts'
import { deskFigures } from './desk.ts'
import { engineFigures } from './engine.ts'
import { pictureFigures } from './pictures.ts'

const { values } = parseArgs({
  options: {
    json: { type: 'boolean' },
    articles: { type: 'string', default: '100000' },
    keep: { type: 'string' },
    desk: { type: 'boolean' },
  },
})
const figures = [
  ...(values.desk ? [] : [...(await engineFigures()), ...(await archiveFigures()), ...(await pictureFigures())]),
  // A hundred thousand articles take some ten minutes to be read and stored.
  ...(await deskFigures(Number(values.articles), values.keep, (line) => void process.stderr.write(`${line}\n`))),
]
if (values.json) console.log(JSON.stringify(Object.fromEntries(figures.map((f) => [f.id, f.value]))))
else
  for (const { what, value, unit } of figures) {
    const shown = new Intl.NumberFormat('en', { maximumSignificantDigits: 3 }).format(value)
    console.log(`${shown.padStart(8)} ${unit.padEnd(8)}${what}`)
  }
