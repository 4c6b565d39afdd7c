import { readFileSync } from 'node:fs'

/** All of standard input as text. */
export function readStandardInput(): string {
  return readFileSync(0, 'utf8')
}

/** Ends the program with one line on standard error. */
export function fail(line: string): never {
  process.stderr.write(`${line}\n`)
  process.exit(2)
}

const endOnClosedPipe = (error: NodeJS.ErrnoException): void => {
  if (error.code === 'EPIPE') process.exit(0)
}

/** Writes to standard output; a reader that went away (`| head`) is no error. */
export function print(text: string): void {
  if (!process.stdout.listeners('error').includes(endOnClosedPipe)) process.stdout.on('error', endOnClosedPipe)
  process.stdout.write(text)
}
