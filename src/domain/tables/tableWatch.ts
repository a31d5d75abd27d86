import type { Issue } from '../sheet/issue'
import { idCell } from '../sheet/meantCells'
import type { Sheet } from '../sheet/sheet'
import type { SheetRow } from '../sheet/sheetRow'
import { createHeadingWatch } from './headingWatch'

/** Tells whether each row still belongs to the table. It takes every row, in order. */
export interface TableWatch {
  /**
   * @param issue of the row by itself
   * @returns the issue of a row that stands below the heading of another table
   */
  look(row: SheetRow, issue: Issue | undefined): Issue | undefined
}

const isLetter = (code: number): boolean => (code | 32) > 96 && (code | 32) < 123
const isDigit = (code: number): boolean => code > 47 && code < 58

/** Whether a person has typed every cell that counts: such a row belongs to the table wherever it stands. */
function isTyped({ columns }: Sheet, { cells, original }: SheetRow): boolean {
  if (!original) return false
  return Object.values(columns).every((column) => cells[column] !== original.cells[column])
}

function blame({ delimiter }: Sheet, { row, cells }: SheetRow, otherRow: number): Issue {
  return { row, code: 'OTHER_TABLE', value: cells.join(delimiter), otherRow }
}

/**
 * A heading of other columns ends the table until our own header is repeated: the columns of the rows in between are
 * not ours. The watch looks only at rows without a sound ID, so that good files pay nothing. An edited or removed row
 * counts as it was uploaded: removing the heading does not change the rows below it.
 */
export function createTableWatch(sheet: Sheet): TableWatch {
  const headings = createHeadingWatch(sheet)
  let position = -1
  let lastRow = Number.POSITIVE_INFINITY
  let lastSound: SheetRow | undefined
  let hasDigitsFirst: boolean | undefined

  /**
   * Whether a readable ID may be a word of a heading: `Address1`. Among IDs that begin with a digit, an ID that begins
   * with a letter is looked at; with a host's rule, also a word without any digit.
   */
  function isOddSound(row: SheetRow): boolean {
    const text = idCell(sheet, row)
    const code = text.charCodeAt(0)
    if (sheet.idRule && isLetter(code) && !/\d/.test(text)) return true
    hasDigitsFirst ??= isDigit(code)
    return hasDigitsFirst && isLetter(code)
  }
  return {
    look: (row, issue) => {
      position += 1
      const hasGap = row.row - lastRow > 1
      lastRow = row.row
      const isOdd = issue === undefined && isOddSound(row)
      const mayHead = issue || isOdd || row.original
      if (mayHead && headings.note(row.original ?? row, { position, hasGap, lastSound }))
        return isOdd && headings.endedAt() === row.row ? blame(sheet, row, row.row) : undefined
      headings.settle(row, issue, lastSound)
      const heading = headings.endedAt()
      if (heading !== undefined && !row.removed && !isTyped(sheet, row)) return blame(sheet, row, heading)
      if (!issue) lastSound = row
      return undefined
    },
  }
}
