/** What parts the cells of a text file. The comma comes first: it wins where nothing speaks for another, as in a file of one column. */
export const DELIMITERS = [',', ';', '\t', '|'] as const
