import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { hashText } from '../../src/analysis/names/hash.ts'
import { unpackModel } from '../../src/analysis/names/model.ts'
import { packedShares } from '../../src/analysis/names/name-counts.ts'
import { tagSentences } from '../../src/analysis/names/tagger.ts'
import { labelled, readConll } from '../../training/names/conll.ts'
import { scoreTags } from '../../training/names/figures.ts'
import { countNames } from '../../training/names/name-counts.ts'
import { trainOn } from '../../training/names/names.ts'

const SENTENCES = readConll(
  Array.from({ length: 12 }, (_, k) =>
    [
      `وصل O\nزورق${k % 3} O\nإلى O\nمدينة O\n${['تالورا', 'بنزولا', 'كاريسا'][k % 3]} B-LOC\nأمس O\n. O`,
      `قال O\nالسيد O\n${['فالتر', 'هورن', 'كيلان'][k % 3]} B-PERS\n${['دوريك', 'سالمون', 'بيتران'][k % 3]} I-PERS\nإنه O\nسيعود O\n. O`,
    ].join('\n\n'),
  ).join('\n\n'),
)

describe('training', () => {
  const listed = [
    { word: 'تالورا', kind: 1, weight: 1 },
    { word: 'هورن', kind: 0, weight: 1 },
    { word: 'مدينه', kind: 3, weight: 1 },
  ]

  it('gives the same bytes from the same sentences', () => {
    const sentences = SENTENCES.map(labelled)
    const one = trainOn(sentences, listed)
    expect(Buffer.compare(one, trainOn(SENTENCES.map(labelled), listed))).toBe(0)
  })

  it('learns what it was shown, and carries it over to new words in the same place', () => {
    const model = unpackModel(trainOn(SENTENCES.map(labelled), listed))
    const [sentence] = readConll('وصل O\nزورق2 O\nإلى O\nمدينة O\nميراندول B-LOC\nأمس O\n. O').map(labelled)
    expect(tagSentences([sentence!], model)[0]).toEqual(['O', 'O', 'O', 'O', 'O', 'B-LOC', 'O', 'O'])
  })
})

describe('the counts of words in a list of names', () => {
  const file = `${mkdtempSync(join(tmpdir(), 'names-'))}/list.tsv`
  writeFileSync(
    file,
    '\uFEFFPERSON\thorn-kelan\tهورن-كيلان\nPERSON\thorn\tهورن\nLOCATION\thorn-bay\tخليج-هورن\nCLASS\tx\tكلمه\n',
  )

  it('tell how a word stands in the names of each kind, and nothing of other classes', () => {
    const counts = countNames(file)
    const of = (word: string) => counts.shares[counts.hashes.indexOf(hashText(word) >>> 0)]
    expect(counts.hashes).toHaveLength(3)
    expect(of('هورن')).toBe(packedShares([2, 0, 0, 1, 0, 0]))
    expect(of('كيلان')).toBe(packedShares([0, 1, 0, 0, 0, 0]))
  })

  it('are in the file of the model', () => {
    const counts = countNames(file)
    const model = unpackModel(trainOn(SENTENCES.map(labelled), [], counts))
    expect(model.counts).toEqual(counts)
  })
})

describe('CoNLL text', () => {
  it('takes a slip in the tag column for O, and white space between sentences for an end', () => {
    expect(readConll('. Oكلمة O\nباريس B-LOC\n \nنعم O\n')).toEqual([
      { tokens: ['.', 'باريس'], tags: ['O', 'B-LOC'] },
      { tokens: ['نعم'], tags: ['O'] },
    ])
  })

  it('labels the pieces of a token as its whole, and begins each name with a B', () => {
    const [sentence] = readConll('مجلس B-ORG\nالأمن1706 I-ORG\nو O\nباريس I-LOC').map(labelled)
    expect([...sentence!.labels]).toEqual([5, 6, 6, 0, 3])
  })
})

describe('the score of tags', () => {
  it('counts a name as right only with its type and both its ends', () => {
    const gold = readConll('سامي B-PERS\nالعلي I-PERS\nفي O\nباريس B-LOC\nو O\nحماس B-ORG')
    const figures = scoreTags(gold, [['B-PERS', 'O', 'O', 'B-LOC', 'O', 'B-LOC']])
    expect(figures.all).toEqual({ precision: 1 / 3, recall: 1 / 3, f1: 1 / 3, names: 3 })
    expect(figures.LOC).toMatchObject({ precision: 0.5, recall: 1, names: 1 })
    expect(figures.MISC).toEqual({ precision: 0, recall: 0, f1: 0, names: 0 })
  })
})
