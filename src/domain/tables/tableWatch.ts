import { createCaptionTest } from './captionRow'
import { isBlank } from '../ids/cleanText'
import { namesSubOrderId, signHeading } from '../sheet/columnNames'
import { createHeadingTest, isWordy, type OwnHeader } from './otherHeading'
import type { Sheet } from '../sheet/sheet'
import { createMakesTest } from './tableByMakes'
import type { SheetRow } from '../sheet/sheetRow'
import type { Issue } from '../sheet/issue'

/** Tells of each row whether it still belongs to the table. The rows have to come in their order. */
export interface TableWatch {
  /**
   * @param issue what the row has against it by itself
   * @returns why it is not sent, where it stands below the heading of another table
   */
  look(row: SheetRow, issue: Issue | undefined): Issue | undefined
}

/** Columns that tell one table from another; more would cost, and tell nothing new. */
const MOST_COMPARED = 64

const isLetter = (code: number): boolean => (code | 32) > 96 && (code | 32) < 123
const isDigit = (code: number): boolean => code > 47 && code < 58

/** Whether some column holds digits in one row and only words in the other. */
function isOfOtherKind(before: readonly string[], after: readonly string[]): boolean {
  return before.slice(0, MOST_COMPARED).some((cell, column) => {
    const next = after[column] ?? ''
    return !isBlank(cell) && !isBlank(next) && /\p{Nd}/u.test(cell) !== /\p{Nd}/u.test(next)
  })
}

/** Whether a person has typed every cell of a row that counts: it says by itself what it is. */
function isTyped({ columns }: OwnHeader, { cells, original }: SheetRow): boolean {
  if (!original) return false
  return Object.values(columns).every((column) => cells[column] !== original.cells[column])
}

/**
 * A heading of other columns ends the table until our own header is repeated: the columns of the rows in between are not ours. The watch looks
 * only at rows without an ID, so that good files pay nothing. A row that was edited or dropped counts as it was uploaded: whoever drops the
 * heading does not change the rows below it.
 */
export function createTableWatch(sheet: Sheet): TableWatch {
  const idColumn = sheet.columns.subOrderId
  const { isOwnHeader, headsOtherTable } = createHeadingTest(sheet)
  const { headsOtherMake, goesOnBelow } = createMakesTest(sheet)
  const captions = createCaptionTest(sheet)
  let position = -1
  let heading: number | undefined
  /** Words alone below a blank row: a heading, if the next row is not like those above. */
  let suspect: number | undefined
  /** A caption of a group, if the next row is like those above. */
  let caption: number | undefined
  let lastSound: SheetRow | undefined
  let lastRow = Number.POSITIVE_INFINITY
  let hasDigitsFirst: boolean | undefined

  /** `Address1` reads as an ID. Where IDs begin with digits, a letter is worth a look; by a host's rule, a word without any. */
  function isOddSound(row: SheetRow): boolean {
    const text = row.cells[idColumn] ?? ''
    const code = text.charCodeAt(0)
    if (sheet.idRule && isLetter(code) && !/\d/.test(text)) return true
    hasDigitsFirst ??= isDigit(code)
    return hasDigitsFirst && isLetter(code)
  }
  /** Whether one of the lines that stray quotes have made a cell of names our ID in another column. */
  function swallowsHeading(text: string): boolean {
    return text.split(/[\r\n]+/).some((line) => {
      const cells = line.split(sheet.delimiter).map((cell) => cell.replaceAll('"', ''))
      return cells.some((cell) => namesSubOrderId(signHeading(cell))) && headsOtherTable(cells)
    })
  }
  function lookForHeading(uploaded: SheetRow, hasGap: boolean): boolean {
    const { row, cells, badQuotes } = uploaded
    if (badQuotes) {
      if (!swallowsHeading(cells[0] ?? '')) return false
      heading ??= row
      return true
    }
    if (isOwnHeader(cells)) {
      heading = undefined
      suspect = undefined
      return true
    }
    const isInside = heading === undefined
    const goesOn = () => isInside && !hasGap && goesOnBelow({ row, cells }, position)
    if ((headsOtherTable(cells) && !goesOn()) || (isInside && headsOtherMake({ row, cells }, position))) {
      heading = row
      suspect = undefined
      return true
    }
    const captioned = heading === undefined ? captions.look(uploaded, hasGap, lastSound) : undefined
    if (captioned === 'ends') heading = row
    if (captioned === 'may end') caption = row
    if (captioned) return true
    if (!hasGap || !lastSound || isBlank(cells[idColumn] ?? '')) return false
    const shown = cells.filter((cell) => !isBlank(cell))
    if (shown.length < 2 || !shown.every(isWordy)) return false
    suspect = row
    return true
  }
  return {
    look: (row, issue) => {
      position += 1
      const hasGap = row.row - lastRow > 1
      lastRow = row.row
      const isOdd = issue === undefined && isOddSound(row)
      if ((issue || isOdd || row.original) && lookForHeading(row.original ?? row, hasGap)) {
        return isOdd && heading === row.row ? blame(sheet, row, row.row) : undefined
      }
      if (suspect !== undefined) {
        if (lastSound && isOfOtherKind(lastSound.cells, row.cells)) heading = suspect
        suspect = undefined
      }
      if (caption !== undefined) {
        if (lastSound && (issue || !captions.goesOn(row, lastSound))) heading ??= caption
        caption = undefined
      }
      if (heading !== undefined && !row.removed && !isTyped(sheet, row)) return blame(sheet, row, heading)
      if (!issue) lastSound = row
      return undefined
    },
  }
}

function blame({ delimiter }: Sheet, { row, cells }: SheetRow, otherRow: number): Issue {
  return { row, code: 'OTHER_TABLE', value: cells.join(delimiter), otherRow }
}
