import { MODEL_FILE } from '../../src/analysis/names/model.ts'
import type { Step } from '../steps.ts'
import { trainNames } from './names.ts'

/** The model of names. */
export const namesStep: Step = {
  name: 'names',
  reads: ['ner/anercorp-train.conll', 'ner/aqmar', 'names/anetac.tsv'],
  writes: MODEL_FILE,
  train: trainNames,
}
