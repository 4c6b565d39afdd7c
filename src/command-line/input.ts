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

/** Writes to standard output; a reader that went away (`| head`) is no error. */
export function print(text: string): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0)
  })
  process.stdout.write(text)
}
