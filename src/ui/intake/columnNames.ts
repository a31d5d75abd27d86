import { showText } from '../../domain/ids/cleanText'
import type { ColumnQuestion } from '../../domain/sheet/sheetReading'
import type { Messages } from '../../texts/messages'

const LETTERS = 26
const LETTER_A = 65
/** Characters; a longer example helps nobody to recognise a column. */
const LONGEST_EXAMPLE = 24

/** The letters of a column in a spreadsheet. @param column counted from 0 */
export function writeLetters(column: number): string {
  const rest = Math.floor(column / LETTERS)
  return (rest > 0 ? writeLetters(rest - 1) : '') + String.fromCharCode(LETTER_A + (column % LETTERS))
}

export function countColumns({ preview }: ColumnQuestion): number {
  return Math.max(0, ...preview.map(({ cells }) => cells.length))
}

/** A name that people recognise: the header; without a header, the letters and the cell of the first row. */
export function nameColumn(
  { preview }: ColumnQuestion,
  column: number,
  isHeaderless: boolean,
  { question }: Messages,
): string {
  const [first] = preview
  const text = showText(first?.cells[column] ?? '').trim()
  const letters = question.columnAt({ letters: writeLetters(column) })
  if (text === '') return letters
  if (!isHeaderless) return text
  const example = text.length > LONGEST_EXAMPLE ? `${text.slice(0, LONGEST_EXAMPLE)}…` : text
  return question.withExample({ column: letters, example })
}
