/**
 * `eval [--held-out] [--json] [--data DIR]`: every quality figure that the README states. Articles, questions and stories are the project's own; extracts and
 * names are measured where the training data lies beside the project (or in `--data DIR`). What was missed in what is held out is told only on
 * `--held-out`.
 */
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { print } from '../src/command-line/input.ts'
import { articleFigures } from './articles.ts'
import { extractScores } from './extracts.ts'
import { markFigures, toldFigures } from './marks.ts'
import { nameScores } from './names.ts'
import { questionFigures } from './questions.ts'
import { storyFigures } from './stories.ts'

const { values } = parseArgs({
  options: {
    json: { type: 'boolean' },
    'held-out': { type: 'boolean', default: false },
    data: { type: 'string', default: fileURLToPath(new URL('../../shared/data', import.meta.url)) },
  },
})
const showHeldOut = values['held-out']
const figures = [
  articleFigures(showHeldOut),
  markFigures(showHeldOut),
  toldFigures(showHeldOut),
  await questionFigures(showHeldOut),
  await storyFigures(),
  extractScores(values.data),
  nameScores(values.data),
].filter((part) => part !== undefined)

if (values.json) print(`${JSON.stringify(Object.fromEntries(figures.map(({ id, json }) => [id, json])))}\n`)
else print(`${figures.map(({ lines }) => lines.join('\n')).join('\n\n')}\n`)
