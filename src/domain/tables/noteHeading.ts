import { isBlank } from '../ids/cleanText'
import { namesSubOrderId, signHeading } from '../sheet/columnNames'
import type { Sheet } from '../sheet/sheet'
import type { SheetRow } from '../sheet/sheetRow'
import type { CaptionTest } from './captionRow'
import { type HeadingTest, isWordy } from './otherHeading'
import type { MakesTest } from './tableByMakes'

/** What the watch over a table knows so far. */
export interface WatchState {
  readonly sheet: Sheet
  readonly headings: HeadingTest
  readonly makes: MakesTest
  readonly captions: CaptionTest
  position: number
  /** Row of the heading that ended the table; undefined inside the table. */
  heading: number | undefined
  /** Row of words alone below a blank row: a heading, if the next row is unlike the rows above. */
  suspect: number | undefined
  /** Row of a caption: the list goes on below it, if the next row is like the rows above. */
  caption: number | undefined
  lastSound: SheetRow | undefined
  lastRow: number
  /** The first ID begins with a digit. */
  hasDigitsFirst: boolean | undefined
}

/** Whether stray quotes have swallowed a line that names our ID in another column. */
function swallowsHeading({ sheet, headings }: WatchState, text: string): boolean {
  return text.split(/[\r\n]+/).some((line) => {
    const cells = line.split(sheet.delimiter).map((cell) => cell.replaceAll('"', ''))
    return cells.some((cell) => namesSubOrderId(signHeading(cell))) && headings.headsOtherTable(cells)
  })
}

/** Whether a row begins another table: by its headings, or by the IDs below it. */
function beginsOther(
  { headings, makes, heading, position }: WatchState,
  row: SheetRow,
  hasGap: boolean,
): boolean {
  const isInside = heading === undefined
  const goesOn = () => isInside && !hasGap && makes.goesOnBelow(row, position)
  if (headings.headsOtherTable(row.cells) && !goesOn()) return true
  return isInside && makes.headsOtherMake(row, position)
}

/** Whether a row of words below a blank row may be a heading. */
function isSuspect({ sheet, lastSound }: WatchState, cells: readonly string[], hasGap: boolean): boolean {
  if (!hasGap || !lastSound || isBlank(cells[sheet.columns.subOrderId] ?? '')) return false
  const shown = cells.filter((cell) => !isBlank(cell))
  return shown.length > 1 && shown.every(isWordy)
}

/** Notes a row that is a heading or a caption, or may be one. @returns whether it is noted */
export function noteHeading(state: WatchState, uploaded: SheetRow, hasGap: boolean): boolean {
  const { row, cells, badQuotes } = uploaded
  if (badQuotes) {
    if (!swallowsHeading(state, cells[0] ?? '')) return false
    state.heading ??= row
    return true
  }
  if (state.headings.isOwnHeader(cells)) {
    state.heading = undefined
    state.suspect = undefined
    return true
  }
  if (beginsOther(state, uploaded, hasGap)) {
    state.heading = row
    state.suspect = undefined
    return true
  }
  const { heading, captions, lastSound } = state
  const captioned = heading === undefined ? captions.look(uploaded, hasGap, lastSound) : undefined
  if (captioned === 'ends') state.heading = row
  if (captioned === 'may end') state.caption = row
  if (captioned) return true
  if (!isSuspect(state, cells, hasGap)) return false
  state.suspect = row
  return true
}
