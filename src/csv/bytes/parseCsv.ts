import Papa, { type ParseResult } from 'papaparse'

/**
 * Parses text with line feeds as line ends.
 *
 * @param takesLastRow takes a last record without a line end too; default: false, because the next text may continue it
 */
export function parseCsv(
  text: string,
  config: { readonly delimiter: string; readonly preview?: number },
  takesLastRow = false,
): ParseResult<string[]> {
  return new Papa.Parser({ ...config, newline: '\n' }).parse(text, 0, !takesLastRow)
}
