/** The words of lines in which bars separate the words. */
export const readWords = (lines: readonly string[]): ReadonlySet<string> =>
  new Set(lines.flatMap((line) => line.split('|')))
