/** What one part of the evaluation finds: for programs, and in lines for people. */
export interface Figures {
  /** Its key in `--json`. */
  id: string
  json: unknown
  lines: string[]
}

/** A figure as it is shown: three places behind the point. */
export const shown = (value: number) => value.toFixed(3)
