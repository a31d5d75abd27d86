/** What parts the cells of a text file. The comma comes first: it wins where nothing speaks for another, as in a file of one column. */
export const DELIMITERS = [',', ';', '\t', '|'] as const

/** What parts a text into as many cells as a row has: all of the row stands in one. */
export const findMarkWithin = (text: string, width: number): string | undefined =>
  width > 1 ? DELIMITERS.find((mark) => text.split(mark, width).length === width) : undefined
