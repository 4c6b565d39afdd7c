/**
 * `eval [--held-out] [--json] [--data DIR]`: the quality figures that the README states, from the project's own articles: a table of each
 * part's share, what was missed, and the means of the articles that rules are tuned on and of those held out. What was missed in
 * a held-out article is told only on `--held-out`, for once it is known it can be tuned on. Where the training data lies beside the project
 * (or in `--data DIR`), also ROUGE of extracts, by models that were learned without the article, and precision, recall and F1 of names on the tenth of
 * ANERcorp's training part that nothing was learned from. And how many questions over forty articles are
 * answered right.
 */
import { Console } from 'node:console'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { meanOf, readSamples, scoreSample } from '../../test/analysis/samples.ts'
import { judge, tally } from '../../test/answers/questions/questions.ts'
import { nameFigures } from '../../training/names/figures.ts'
import { EXTRACTS, type ExtractScore, extractFigures, MEASURED_RATIO } from '../../training/summary.ts'
import { print } from './input.ts'

const dataAt = process.argv.indexOf('--data')
const data = dataAt > 0 ? process.argv[dataAt + 1]! : fileURLToPath(new URL('../../../shared/data', import.meta.url))
const extracts = existsSync(`${data}/${EXTRACTS}`) ? extractFigures(data) : undefined
const tagged = nameFigures(data)

const showHeldOut = process.argv.includes('--held-out')
const rows = readSamples().map((sample) => {
  const { parts, mean, missed } = scoreSample(sample)
  return {
    article: sample.name,
    heldOut: sample.heldOut,
    parts,
    mean,
    missed: sample.heldOut && !showHeldOut ? [] : missed,
  }
})
/** Each file of questions over the forty articles, and whether what was missed in it may be told. */
const QUESTIONS = [
  { label: 'questions', file: 'questions.txt', told: true },
  { label: 'questions that come near', file: 'near-misses.txt', told: true },
  { label: 'held-out questions', file: 'held-out.txt', told: showHeldOut },
]
const questions: { label: string; told: boolean; figures: ReturnType<typeof tally>; missed: string[] }[] = []
for (const { label, file, told } of QUESTIONS) {
  const judged = await judge(file)
  const missed = judged.filter(({ right }) => !right).map(({ question, miss }) => `${question} – ${miss}`)
  questions.push({ label, told, figures: tally(judged), missed: told ? missed : [] })
}

const groups = [
  { label: 'development', rows: rows.filter((row) => !row.heldOut) },
  { label: 'held-out', rows: rows.filter((row) => row.heldOut) },
].filter((group) => group.rows.length > 0)

if (process.argv.includes('--json')) {
  const means = Object.fromEntries(groups.map((group) => [group.label, meanOf(group.rows.map((row) => row.mean))]))
  print(
    `${JSON.stringify({ articles: rows, mean: meanOf(rows.map((row) => row.mean)), means, questions: questions.map(({ label, figures }) => ({ label, ...figures })), ...(extracts && { extracts }), ...(tagged && { names: tagged }) })}\n`,
  )
} else {
  const rounded = (value: number) => Number(value.toFixed(3))
  for (const { label, rows: own } of groups) {
    print(`${label}\n`)
    new Console(process.stdout).table(
      Object.fromEntries(
        own.map(({ article, parts, mean }) => [
          article,
          Object.fromEntries([...Object.entries(parts), ['mean', mean] as const].map(([k, v]) => [k, rounded(v)])),
        ]),
      ),
    )
    for (const { article, missed } of own) for (const miss of missed) print(`${article}: missed ${miss}\n`)
    const partNames = [...new Set(own.flatMap((row) => Object.keys(row.parts)))]
    const byPart = partNames.map((part) => {
      const values = own.flatMap((row) => row.parts[part] ?? [])
      return `${part} ${meanOf(values).toFixed(3)}`
    })
    print(
      `mean of ${own.length} ${label} articles: ${meanOf(own.map((row) => row.mean)).toFixed(3)} (${byPart.join(', ')})\n\n`,
    )
  }
  print(`mean of all ${rows.length} articles: ${meanOf(rows.map((row) => row.mean)).toFixed(3)}\n`)
  for (const { label, figures, missed } of questions) {
    const { all, unanswerable } = figures
    print(
      `\n${label}: ${all.right} of ${all.of} right; of the ${unanswerable.of} without an answer ${unanswerable.of - unanswerable.right} answered\n`,
    )
    for (const miss of missed) print(`missed ${miss}\n`)
  }
  if (extracts) {
    const rouge = ({ rouge1, rouge2, ratio }: ExtractScore) =>
      `ROUGE-1 ${rouge1.toFixed(3)}, ROUGE-2 ${rouge2.toFixed(3)} with ${ratio.toFixed(3)} of the words`
    print(
      `extracts of ${MEASURED_RATIO} of the words, cross-validated: ${rouge(extracts.learned)} (ROUGE-1 from ${extracts.least.toFixed(3)} to ${extracts.most.toFixed(3)} by the cut into folds); the first clauses: ${rouge(extracts.lead)}\n`,
    )
  }
  for (const [how, figures] of Object.entries(tagged ?? {})) {
    print(`\nnames: ${how}\n`)
    for (const [type, { precision, recall, f1, names }] of Object.entries(figures))
      print(
        `  ${type.padEnd(4)} precision ${precision.toFixed(3)} recall ${recall.toFixed(3)} F1 ${f1.toFixed(3)} (${names} names)\n`,
      )
  }
}
