import {
  blockLength,
  blocksOf,
  changeBlocks,
  isPacked,
  type RowBlock,
  type RowList,
  unpackRows,
} from '../sheet/rowList'
import type { Sheet } from '../sheet/sheet'
import type { SheetRow } from '../sheet/sheetRow'
import { type Steps, takeSteps, takeStepsInSlices } from '../time/steps'
import type { YieldIfDue } from '../time/yieldIfDue'
import type { Edit } from './edit'
import { editRow, removeRow, splitRow } from './editRow'
import { type IsMeant, restoreBlock, undoBlock } from './restoreBlock'

/** The rows that replace a row that is meant. Called for each such row, in order. */
type ChangeRow = (row: SheetRow) => readonly SheetRow[]

function createFill(sheet: Sheet, sources: readonly number[]): ChangeRow {
  const { subOrderId: column } = sheet.columns
  let next = 0
  let source = -1
  let id = ''
  return (row) => {
    const own = sources[next] ?? -1
    next += 1
    if (own < 0) return [removeRow(row)]
    if (own !== source) id = sheet.rows.at(own)?.cells[column] ?? ''
    source = own
    return [editRow(sheet, row, { subOrderId: id })]
  }
}

function createChange(sheet: Sheet, edit: Edit): ChangeRow {
  if (edit.type === 'edit') return (row) => [editRow(sheet, row, edit.cells)]
  if (edit.type === 'fill') return createFill(sheet, edit.sources)
  return edit.type === 'remove' ? (row) => [removeRow(row)] : (row) => splitRow(sheet, row)
}

function changeBlock(block: RowBlock, isMeant: IsMeant, changeRow: ChangeRow): RowBlock {
  const rows: SheetRow[] = []
  let place = 0
  for (const row of unpackRows(block)) {
    if (isMeant(place)) rows.push(...changeRow(row))
    else rows.push(row)
    place += 1
  }
  return rows
}

/** Whether some row of a block has another text than its upload. */
export const hasEditedRow = (block: RowBlock): boolean =>
  !isPacked(block) && block.some(({ original }) => original !== undefined)

/** The sheet with other rows, and with or without `hasEdits`. */
export function replaceRows({ hasEdits: _, ...sheet }: Sheet, rows: RowList, hasEdits: boolean): Sheet {
  return hasEdits ? { ...sheet, rows, hasEdits } : { ...sheet, rows }
}

function* editInSteps(sheet: Sheet, edit: Edit): Steps<Sheet> {
  const own = blocksOf(sheet.rows)
  const before = edit.type === 'restore' ? edit.before : sheet.rows
  const meant = new Uint8Array(before.length)
  for (const position of edit.type === 'edit' ? [edit.position] : edit.positions) meant[position] = 1
  const changeRow = createChange(sheet, edit)
  let hasEdits = false
  const rows = yield* changeBlocks(before, (old, start, index) => {
    const block = own[index] ?? old
    const places = meant.subarray(start, start + blockLength(old))
    const isMeant = (place: number) => places[place] === 1
    const change = () => {
      if (edit.type === 'restore') return restoreBlock(block, old, isMeant)
      return edit.type === 'undo' ? undoBlock(block, isMeant) : changeBlock(block, isMeant, changeRow)
    }
    const changed = places.includes(1) ? change() : block
    hasEdits ||= hasEditedRow(changed)
    return changed
  })
  return replaceRows(sheet, rows, hasEdits)
}

/** Applies an edit to a sheet at once. The old sheet stays as it is; the new sheet has to be checked again. */
export function editSheet(sheet: Sheet, edit: Edit): Sheet {
  return takeSteps(editInSteps(sheet, edit))
}

/** `editSheet` for sheets of any length: the page has its turn meanwhile. */
export function editSheetInSlices(sheet: Sheet, edit: Edit, yieldIfDue: YieldIfDue): Promise<Sheet> {
  return takeStepsInSlices(editInSteps(sheet, edit), yieldIfDue)
}
