import { lowerBound } from '../../domain/lists/lowerBound'
import type { RowList } from '../../domain/sheet/rowList'

/**
 * Names a row of a sheet as long as it is there: its number, and its place among the rows of a split. Unlike the row's
 * position, the key does not change with a split above it.
 */
export type RowKey = `${number}.${number}`

/** The first position whose row has at least this number. */
function findFirst(rows: RowList, row: number): number {
  return lowerBound(rows.length, (position) => (rows.at(position)?.row ?? 0) < row)
}

export function rowKeyAt(rows: RowList, position: number): RowKey {
  const row = rows.at(position)?.row ?? 0
  let nth = 0
  while (nth < position && rows.at(position - nth - 1)?.row === row) nth += 1
  return `${row}.${nth}`
}

/** The position of the row now; -1 for a row that is gone. */
export function findRow(rows: RowList, key: RowKey): number {
  const [row = 0, nth = 0] = key.split('.').map(Number)
  const position = findFirst(rows, row) + nth
  return rows.at(position)?.row === row ? position : -1
}

/** The place of a position in an ascending list of positions; -1 where the list lacks it. */
export function findPlace(positions: Int32Array, position: number): number {
  const place = lowerBound(positions.length, (index) => (positions[index] ?? 0) < position)
  return positions[place] === position ? place : -1
}
