import type { ColumnMeaning } from '../sheet/columnMeaning'
import type { RowList } from '../sheet/rowList'

/** New texts of the cells that have a meaning; a cell that is absent keeps its text. */
export type EditedCells = Readonly<Partial<Record<ColumnMeaning, string>>>

/** Positions of rows in a sheet, in any order. */
export type Positions = readonly number[] | Int32Array

/**
 * A change of the user to rows of a sheet, by their positions: `edit` writes other cells, `remove` leaves the
 * rows out, `split` puts several rows in the place of one (one for each ID in its cell), `fill` copies the ID of a row
 * above, `undo` brings back the uploaded rows, and `restore` brings back the rows as they were before a `remove`, a
 * `split` or a `fill`.
 */
export type Edit =
  | { readonly type: 'edit'; readonly position: number; readonly cells: EditedCells }
  | { readonly type: 'remove' | 'split' | 'undo'; readonly positions: Positions }
  /**
   * `positions`: ascending; `sources`: for each of them the position of the row that has its ID, -1 to leave the row
   * out.
   */
  | { readonly type: 'fill'; readonly positions: readonly number[]; readonly sources: readonly number[] }
  /** `before`: the rows before that change; `positions`: the changed rows, by their positions in `before`. */
  | { readonly type: 'restore'; readonly positions: Positions; readonly before: RowList }
