/** The tags of ANERcorp in BIO (Ramshaw & Marcus 1995): the same alphabet in the model file, in training and in what `tag` prints. */
export const LABELS = ['O', 'B-PERS', 'I-PERS', 'B-LOC', 'I-LOC', 'B-ORG', 'I-ORG', 'B-MISC', 'I-MISC'] as const

export type Label = (typeof LABELS)[number]

/** Whether a label may stand behind another, by index; `LABELS.length` stands for the beginning of a sentence. An I only goes on with its own type. */
export function mayFollow(before: number, label: number): boolean {
  return label === 0 || label % 2 === 1 || before === label || before === label - 1
}
