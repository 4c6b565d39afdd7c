/** Why an archive cannot be opened, read or written, where somebody can do something about it. */

/** The disk is full, the file or folder may not be written, the file is damaged or no archive, another program holds it, or the folder is none. */
export const FAILURES = ['full', 'readonly', 'corrupt', 'busy', 'folder'] as const
export type Failure = (typeof FAILURES)[number]

/** SQLite's primary result codes (https://www.sqlite.org/rescode.html). */
const BY_SQLITE: Readonly<Record<number, Failure>> = {
  5: 'busy',
  6: 'busy',
  8: 'readonly',
  11: 'corrupt',
  13: 'full',
  14: 'readonly',
  26: 'corrupt',
}
/** SQLITE_IOERR_WRITE: what a file that may not grow answers with. */
const IOERR_WRITE = 778
const BY_SYSTEM: Readonly<Record<string, Failure>> = {
  ENOSPC: 'full',
  EDQUOT: 'full',
  EFBIG: 'full',
  EACCES: 'readonly',
  EPERM: 'readonly',
  EROFS: 'readonly',
  EEXIST: 'folder',
  ENOTDIR: 'folder',
}

/** What an error of the archive, or of making its folder, means; undefined for any other. */
export function failureOf(error: unknown): Failure | undefined {
  if (!(error instanceof Error)) return undefined
  const { code, errcode } = error as Error & { code?: unknown; errcode?: unknown }
  if (typeof errcode === 'number') return errcode === IOERR_WRITE ? 'full' : BY_SQLITE[errcode & 0xff]
  return typeof code === 'string' ? BY_SYSTEM[code] : undefined
}
