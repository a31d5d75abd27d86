import type { UnnamedProblem } from '../../domain/sheet/fileProblem'

// Cells that a workbook leaves out take no space in the file, but time and memory here. This many take about a second.
const FREE_PADDING = 8_388_608
// Every cell in the file allows this many more, so that reading stays linear in the size of the file. A million rows
// with one cell in thirty stay below the limit.
const PADDING_A_CELL = 32

/**
 * Adds blank cells at the end of a record up to the given width. Returns a problem where the file needs too many of
 * them.
 */
export type PadCells = (row: number, cells: string[], width: number) => UnnamedProblem | undefined

export function createPadding(): PadCells {
  let left = FREE_PADDING
  return (row, cells, width) => {
    left += PADDING_A_CELL * cells.length - Math.max(width - cells.length, 0)
    if (left < 0) return { code: 'TOO_LARGE', row, limit: FREE_PADDING, unit: 'cells' }
    while (cells.length < width) cells.push('')
    return undefined
  }
}
