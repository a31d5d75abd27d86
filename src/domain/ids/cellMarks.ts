/**
 * What a cell of a workbook holds where that is no ID, SKU or quantity, and why: the reader of workbooks writes it in place of
 * the bare number, in the columns that count. It stands in the text, so that a download of it is refused as well.
 */
export type CellMark =
  /** A formula that nobody has worked out since it was written. */
  | 'not worked out'
  | 'an error'
  | 'a decimal number'
  /** It adds up or counts the rows above. */
  | 'a total'
  /** The workbook does not say what stands there: a style, text or type that there is not, two values. */
  | 'cannot be read'
  /** A merged cell lies over it and shows another text. */
  | 'under a merged cell'

const MARKS: readonly CellMark[] = [
  'not worked out',
  'an error',
  'a decimal number',
  'a total',
  'cannot be read',
  'under a merged cell',
]

const SHOWN = ' (shown as '

/** A value with what is wrong with it. */
export function markCell(value: string, mark: CellMark): string {
  return `${value} (${mark})`
}

/** A value beside what a person sees of it, where that is something else. */
export function markShown(value: string, shown: string): string {
  return `${value}${SHOWN}${shown === '' ? 'nothing' : shown})`
}

/** What a text was marked with; nobody's own text ends so. */
export function readMark(text: string): CellMark | 'unlike-shown' | undefined {
  if (!text.endsWith(')')) return undefined
  const mark = MARKS.find((one) => text.endsWith(` (${one})`))
  return mark ?? (text.includes(SHOWN) ? 'unlike-shown' : undefined)
}
