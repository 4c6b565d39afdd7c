/**
 * `bench [--json]`: every speed figure that the README states, as ratios against named references measured in the same run: milliseconds
 * alone would tell the machine, and who else uses it.
 */
import { archiveFigures } from './archive.ts'
import { engineFigures } from './engine.ts'

const figures = [...(await engineFigures()), ...(await archiveFigures())]
if (process.argv.includes('--json'))
  console.log(JSON.stringify(Object.fromEntries(figures.map((f) => [f.id, f.value]))))
else
  for (const { what, value, unit } of figures) {
    const shown = new Intl.NumberFormat('en', { maximumSignificantDigits: 3 }).format(value)
    console.log(`${shown.padStart(8)} ${unit.padEnd(8)}${what}`)
  }
