/**
 * Why a cell of a workbook holds no ID, SKU or quantity. In the columns that count, the reader of workbooks writes the
 * mark into the text behind the value, so that an upload of a download is refused, too.
 */
export type CellMark =
  /** A formula without a stored result. */
  | 'not worked out'
  | 'an error'
  | 'a decimal number'
  /** A formula that adds up or counts the rows above. */
  | 'a total'
  /** The workbook contradicts itself: a style, text or type that does not exist, or two values. */
  | 'cannot be read'
  /** A merged cell lies over this cell and shows another text. */
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

/** Writes a mark behind a value. */
export function markCell(value: string, mark: CellMark): string {
  return `${value} (${mark})`
}

/** Writes the text that a person sees behind a value that differs from it. */
export function markShown(value: string, shown: string): string {
  return `${value}${SHOWN}${shown === '' ? 'nothing' : shown})`
}

/** The mark of a text; undefined where it has none. No uploaded text ends like a mark. */
export function readMark(text: string): CellMark | 'unlike-shown' | undefined {
  if (!text.endsWith(')')) return undefined
  const mark = MARKS.find((one) => text.endsWith(` (${one})`))
  return mark ?? (text.includes(SHOWN) ? 'unlike-shown' : undefined)
}
