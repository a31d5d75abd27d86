import { hasDigit } from '../ids/isDigits'
import { isBlank } from '../ids/cleanText'
import { namesSubOrderId, signHeading } from '../sheet/columnNames'
import type { Issue } from '../sheet/issue'
import { idCell } from '../sheet/meantCells'
import type { Sheet } from '../sheet/sheet'
import type { SheetRow } from '../sheet/sheetRow'
import { createCaptionTest } from './captionRow'
import { createHeadingTest, type HeadingTest, isWordy } from './otherHeading'
import { createMakesTest, type MakesTest } from './tableByMakes'

/** The place of a row. */
interface Place {
  readonly position: number
  /** A blank row stands above. */
  readonly hasGap: boolean
  readonly lastSound: SheetRow | undefined
}

/** The number of columns that tells tables apart; comparing more columns costs time and tells nothing new. */
const MOST_COMPARED = 64

/** Whether some column holds digits in one row and only words in the other. */
function isOfOtherKind(before: readonly string[], after: readonly string[]): boolean {
  return before.slice(0, MOST_COMPARED).some((cell, column) => {
    const next = after[column] ?? ''
    return !isBlank(cell) && !isBlank(next) && hasDigit(cell) !== hasDigit(next)
  })
}

/** Whether stray quotes have swallowed a line that names our ID in another column. */
function swallowsHeading({ headsOtherTable }: HeadingTest, text: string, delimiter: string): boolean {
  return text.split(/[\r\n]+/).some((line) => {
    const cells = line.split(delimiter).map((cell) => cell.replaceAll('"', ''))
    return cells.some((cell) => namesSubOrderId(signHeading(cell))) && headsOtherTable(cells)
  })
}

/** Whether a row of words below a blank row may be a heading. */
function isSuspect(sheet: Sheet, row: SheetRow, { hasGap, lastSound }: Place): boolean {
  if (!hasGap || !lastSound || isBlank(idCell(sheet, row))) return false
  const shown = row.cells.filter((cell) => !isBlank(cell))
  return shown.length > 1 && shown.every(isWordy)
}

/** The tests of a row that may begin another table. */
interface Tests {
  readonly headings: HeadingTest
  readonly makes: MakesTest
}

/** Whether a row begins another table: by its headings, or by the IDs below it. */
function beginsOther({ headings, makes }: Tests, row: SheetRow, place: Place, isInside: boolean): boolean {
  const goesOn = () => isInside && !place.hasGap && makes.goesOnBelow(row, place.position)
  if (headings.headsOtherTable(row.cells) && !goesOn()) return true
  return isInside && makes.headsOtherMake(row, place.position)
}

/** Remembers which heading ended the table. */
export interface HeadingWatch {
  /** Row of the heading that ended the table; undefined inside the table. */
  endedAt(): number | undefined
  /**
   * Notes a row that is a heading or a caption, or may be one: words alone below a blank row are a heading if the next
   * row is unlike the rows above, and the list goes on below a caption if the next row is like them.
   *
   * @returns whether the row is noted
   */
  note(uploaded: SheetRow, place: Place): boolean
  /** Decides about the rows that may be a heading or a caption, by the row below them. */
  settle(row: SheetRow, issue: Issue | undefined, lastSound: SheetRow | undefined): void
}

/** A watch that stands above the first row, inside the table. */
export function createHeadingWatch(sheet: Sheet): HeadingWatch {
  const tests: Tests = { headings: createHeadingTest(sheet), makes: createMakesTest(sheet) }
  const { headings } = tests
  const captions = createCaptionTest(sheet)
  let heading: number | undefined
  let suspect: number | undefined
  let caption: number | undefined
  return {
    endedAt: () => heading,
    note: (uploaded, place) => {
      const { row, cells, badQuotes } = uploaded
      if (badQuotes) {
        const isHeading = swallowsHeading(headings, cells[0] ?? '', sheet.delimiter)
        if (isHeading) heading ??= row
        return isHeading
      }
      const isOwn = headings.isOwnHeader(cells)
      if (isOwn || beginsOther(tests, uploaded, place, heading === undefined)) {
        heading = isOwn ? undefined : row
        suspect = undefined
        return true
      }
      const captioned = heading === undefined && captions.look(uploaded, place.hasGap, place.lastSound)
      if (captioned === 'ends') heading = row
      if (captioned === 'may end') caption = row
      if (captioned || !isSuspect(sheet, uploaded, place)) return Boolean(captioned)
      suspect = row
      return true
    },
    settle: (row, issue, lastSound) => {
      if (suspect !== undefined && lastSound && isOfOtherKind(lastSound.cells, row.cells)) heading = suspect
      const mayEnd = caption !== undefined && lastSound
      if (mayEnd && (issue || !captions.goesOn(row, lastSound))) heading ??= caption
      suspect = undefined
      caption = undefined
    },
  }
}
