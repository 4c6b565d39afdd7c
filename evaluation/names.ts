/** Names found in the tenth of ANERcorp's training part that nothing was learned from. */
import { nameFigures } from '../training/names/figures.ts'
import { type Figures, shown } from './figures.ts'

/** @param data the folder of the training data; nothing where the corpus is not in it */
export function nameScores(data: string): Figures | undefined {
  const figures = nameFigures(data)
  if (!figures) return undefined
  return {
    id: 'names',
    json: figures,
    lines: Object.entries(figures).flatMap(([how, types]) => [
      `names: ${how}`,
      ...Object.entries(types).map(
        ([type, { precision, recall, f1, names }]) =>
          `  ${type.padEnd(4)} precision ${shown(precision)} recall ${shown(recall)} F1 ${shown(f1)} (${names} names)`,
      ),
    ]),
  }
}
