/** The words of lines that part them with bars. */
export const readWords = (lines: readonly string[]): ReadonlySet<string> =>
  new Set(lines.flatMap((line) => line.split('|')))
