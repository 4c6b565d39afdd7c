/** What holds for every file of the house. */
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const root = new URL('../', import.meta.url)
const files = ['src', 'adapters', 'training'].flatMap((folder) =>
  readdirSync(new URL(folder, root), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => `${folder}/${file}`),
)
const linesOf = (file: string) => readFileSync(new URL(file, root), 'utf8').split('\n')

describe('the house', () => {
  it('has a doc comment on every exported function', () => {
    const bare = files.flatMap((file) => {
      const lines = linesOf(file)
      return lines.flatMap((line, at) =>
        /^export (?:async )?function \w+/.test(line) && !lines[at - 1]?.trimEnd().endsWith('*/')
          ? [`${file}:${at + 1}`]
          : [],
      )
    })
    expect(bare).toEqual([])
  })

  it('keeps to files that can be read in one sitting', () => {
    expect(files.filter((file) => linesOf(file).length > 420)).toEqual([])
  })

  it('has each adapter in files of the same names', () => {
    for (const platform of ['telegram', 'discord', 'web', 'terminal'])
      for (const file of ['index', 'receive', 'render', 'limits'])
        expect(files).toContain(`adapters/${platform}/${file}.ts`)
  })

  it('reads and writes SQL in the archive alone', () => {
    const others = files.filter(
      (file) => !file.startsWith('src/archive/') && /from '(?:kysely|node:sqlite)/.test(linesOf(file).join('\n')),
    )
    expect(others).toEqual([])
  })
})
