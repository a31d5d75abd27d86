import { isBlank } from '../ids/cleanText'
import type { Issue } from '../sheet/issue'
import type { Sheet } from '../sheet/sheet'
import type { SheetRow } from '../sheet/sheetRow'
import { createCaptionTest } from './captionRow'
import { noteHeading, type WatchState } from './noteHeading'
import { createHeadingTest, type OwnHeader } from './otherHeading'
import { createMakesTest } from './tableByMakes'

/** Tells whether each row still belongs to the table. It takes every row, in order. */
export interface TableWatch {
  /**
   * @param issue of the row by itself
   * @returns the issue of a row that stands below the heading of another table
   */
  look(row: SheetRow, issue: Issue | undefined): Issue | undefined
}

/** So many columns tell one table from another; comparing more costs time and tells nothing new. */
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

/** Whether a person has typed every cell that counts: such a row belongs to the table wherever it stands. */
function isTyped({ columns }: OwnHeader, { cells, original }: SheetRow): boolean {
  if (!original) return false
  return Object.values(columns).every((column) => cells[column] !== original.cells[column])
}

/**
 * Whether a readable ID may be a word of a heading: `Address1`. Among IDs that begin with a digit, an ID that begins with a
 * letter is looked at; with a host's rule, also a word without any digit.
 */
function isOddSound(state: WatchState, row: SheetRow): boolean {
  const { sheet } = state
  const text = row.cells[sheet.columns.subOrderId] ?? ''
  const code = text.charCodeAt(0)
  if (sheet.idRule && isLetter(code) && !/\d/.test(text)) return true
  state.hasDigitsFirst ??= isDigit(code)
  return state.hasDigitsFirst && isLetter(code)
}

/** Decides about a suspect and a caption by the row below them. */
function settle(state: WatchState, row: SheetRow, issue: Issue | undefined): void {
  const { suspect, caption, lastSound, captions } = state
  if (suspect !== undefined) {
    if (lastSound && isOfOtherKind(lastSound.cells, row.cells)) state.heading = suspect
    state.suspect = undefined
  }
  if (caption !== undefined) {
    if (lastSound && (issue || !captions.goesOn(row, lastSound))) state.heading ??= caption
    state.caption = undefined
  }
}

function blame({ delimiter }: Sheet, { row, cells }: SheetRow, otherRow: number): Issue {
  return { row, code: 'OTHER_TABLE', value: cells.join(delimiter), otherRow }
}

function look(state: WatchState, row: SheetRow, issue: Issue | undefined): Issue | undefined {
  const { sheet } = state
  state.position += 1
  const hasGap = row.row - state.lastRow > 1
  state.lastRow = row.row
  const isOdd = issue === undefined && isOddSound(state, row)
  if ((issue || isOdd || row.original) && noteHeading(state, row.original ?? row, hasGap)) {
    return isOdd && state.heading === row.row ? blame(sheet, row, row.row) : undefined
  }
  settle(state, row, issue)
  if (state.heading !== undefined && !row.removed && !isTyped(sheet, row))
    return blame(sheet, row, state.heading)
  if (!issue) state.lastSound = row
  return undefined
}

/**
 * A heading of other columns ends the table until our own header is repeated: the columns of the rows in between are not ours.
 * The watch looks only at rows without a sound ID, so that good files pay nothing. An edited or removed row counts as it was
 * uploaded: removing the heading does not change the rows below it.
 */
export function createTableWatch(sheet: Sheet): TableWatch {
  const state: WatchState = {
    sheet,
    headings: createHeadingTest(sheet),
    makes: createMakesTest(sheet),
    captions: createCaptionTest(sheet),
    position: -1,
    heading: undefined,
    suspect: undefined,
    caption: undefined,
    lastSound: undefined,
    lastRow: Number.POSITIVE_INFINITY,
    hasDigitsFirst: undefined,
  }
  return { look: (row, issue) => look(state, row, issue) }
}
