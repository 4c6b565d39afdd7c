/** ROUGE of extracts against people's, by models that were learned without the article. */
import { existsSync } from 'node:fs'
import { EXTRACTS, type ExtractScore, extractFigures, MEASURED_RATIO } from '../training/summary.ts'
import { type Figures, shown } from './figures.ts'

/** @param data the folder of the training data; nothing where the extracts are not in it */
export function extractScores(data: string): Figures | undefined {
  if (!existsSync(`${data}/${EXTRACTS}`)) return undefined
  const figures = extractFigures(data)
  const rouge = ({ rouge1, rouge2, ratio }: ExtractScore) =>
    `ROUGE-1 ${shown(rouge1)}, ROUGE-2 ${shown(rouge2)} with ${shown(ratio)} of the words`
  return {
    id: 'extracts',
    json: figures,
    lines: [
      `extracts of ${MEASURED_RATIO} of the words, cross-validated: ${rouge(figures.learned)} (ROUGE-1 from ${shown(figures.least)} to ${shown(figures.most)} by the cut into folds)`,
      `the first clauses: ${rouge(figures.lead)}`,
    ],
  }
}
