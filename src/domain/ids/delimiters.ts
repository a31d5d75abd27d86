/**
 * The delimiters of text files. The comma comes first: it wins where no other fits better, as in a file of one column.
 */
export const DELIMITERS = [',', ';', '\t', '|'] as const

/** The delimiter that splits a text into `width` cells: then the text is a whole row. Undefined where none does. */
export const findMarkWithin = (text: string, width: number): string | undefined =>
  width > 1 ? DELIMITERS.find((mark) => text.split(mark, width).length === width) : undefined
