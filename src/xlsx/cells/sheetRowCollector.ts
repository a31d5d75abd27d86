import { type CellContext, readCellText } from './cellText'
import type { CellText } from './numberText'
import { closeCell, type OpenCell, openCell, openPart, openText } from './openCell'
import { ESCAPED_LENGTH } from '../zip/readXml'
import { readRowNumber } from '../parts/reference'
import type { RowMark } from '../../domain/sheet/rowMark'
import type { WorkbookLimits } from '../parts/openOptions'
import type { SheetRecord } from '../parts/sheetRecord'
import { createGapCounter } from './gapCounter'
import type { SightCollector } from './sheetSight'
import { isSubtotal, isSum, type TotalRows } from '../parts/totalRows'
import { WorkbookFault } from '../zip/workbookFault'

// Characters; the beginning of a formula tells its function.
const LONGEST_FORMULA = 255

/** The parts of the sheet beside its rows. */
interface Surroundings {
  readonly sight: SightCollector
  readonly totals: TotalRows
}

/** Collects the rows of a worksheet with visible cells, in order; see `visitSheet`. */
export class SheetRowCollector {
  readonly records: SheetRecord[] = []
  isText = false
  #context: CellContext
  #limits: WorkbookLimits
  #row = 0
  #isHidden = false
  #cells: string[] = []
  /** Columns of blank cells of this row. */
  #blank = new Set<number>()
  #nextColumn = 0
  #countGaps = createGapCounter()
  #textLeft: number
  #cell: OpenCell | undefined
  #marks: RowMark[] = []
  #surroundings: Surroundings

  constructor(context: CellContext, limits: WorkbookLimits, surroundings: Surroundings) {
    this.#surroundings = surroundings
    this.#context = context
    this.#limits = limits
    this.#textLeft = limits.maxTextLength
  }

  openRow({ r, hidden, ht }: Readonly<Record<string, string>>) {
    const row = readRowNumber(r, this.#row)
    const isShut = hidden === '1' || hidden === 'true' || Number(ht ?? 1) === 0
    this.#nextColumn = 0
    // Several elements may describe the same row, as long as they have different cells.
    if (row === this.#row) this.#isHidden ||= isShut
    if (row === this.#row) return
    this.closeRows()
    this.#row = row
    this.#isHidden = isShut
    if (this.#blank.size > 0) this.#blank = new Set()
  }

  openCell(attributes: Readonly<Record<string, string>>) {
    const cell = openCell(attributes, this.#row, this.#nextColumn)
    // The place is taken, maybe by a blank cell: programs differ in which cell they take.
    if (this.#cells[cell.column] || this.#blank.has(cell.column)) throw new WorkbookFault('broken', this.#row)
    this.#nextColumn = cell.column + 1
    this.#cell = cell
  }

  openPart(name: string): 'skip' | undefined {
    const cell = this.#cell
    if (!cell || (name !== 'v' && name !== 'is' && name !== 'f')) return 'skip'
    openPart(cell, name)
    this.isText = name !== 'is'
    return undefined
  }

  openText(isRun: boolean) {
    this.isText = true
    if (this.#cell) openText(this.#cell, isRun)
  }

  addText(piece: string) {
    const cell = this.#cell
    if (!cell?.target || !this.isText) return
    if (cell.target === 'formula') {
      if (cell.formula.length <= LONGEST_FORMULA) cell.formula += piece
      return
    }
    if (cell.value.length > this.#limits.maxCellLength * ESCAPED_LENGTH) throw this.#tooLong()
    cell.value += piece
  }

  closeCell() {
    const cell = this.#cell
    if (!cell) return
    closeCell(cell)
    const found = readCellText(cell, this.#context, this.#surroundings.sight.hidesZeros)
    const { text } = found
    if (text.length > this.#limits.maxCellLength) throw this.#tooLong()
    this.#takeText(text)
    // A blank cell counts as missing, whatever its colour.
    if (text === '') this.#blank.add(cell.column)
    else this.#place(cell.column, text)
    if (found.inIds ?? found.quantity ?? cell.formula) this.#mark(cell, found)
    this.#cell = undefined
  }

  /** Ends the row: no more cells of it will come. */
  closeRows() {
    for (const { firstColumn, lastColumn } of this.#surroundings.totals.get(this.#row) ?? [])
      this.#marks.push({ column: firstColumn, lastColumn, where: 'all' })
    const marks = this.#marks.length > 0 ? this.#marks : undefined
    if (marks) this.#marks = []
    if (this.#cells.length === 0) return
    this.records.push({ cells: this.#cells, row: this.#row, isHidden: this.#isHidden, marks })
    this.#cells = []
  }

  #mark({ column, formula }: OpenCell, { inIds, quantity, isWrongEverywhere }: CellText) {
    const isTotal = formula !== '' && isSubtotal(formula)
    if (isTotal || (formula !== '' && isSum(formula)))
      this.#marks.push({ column, where: isTotal ? 'all' : 'subOrderId' })
    if (quantity !== undefined) this.#marks.push({ column, write: () => quantity, where: 'quantity' })
    if (inIds) this.#marks.push({ column, write: inIds, where: isWrongEverywhere ? 'all' : 'ids' })
  }

  #tooLong(): WorkbookFault {
    const excess = { unit: 'characters', limit: this.#limits.maxCellLength } as const
    return new WorkbookFault('too-large', this.#row, excess)
  }

  /** A text that cells share is small in the file, but counts with each cell. */
  #takeText(text: string) {
    this.#textLeft -= text.length
    const excess = { unit: 'texts', limit: this.#limits.maxTextLength } as const
    if (this.#textLeft < 0) throw new WorkbookFault('too-large', this.#row, excess)
  }

  #place(column: number, text: string) {
    const cells = this.#cells
    const limit = this.#limits.maxColumns
    if (column >= limit) throw new WorkbookFault('too-large', this.#row, { unit: 'columns', limit })
    if (!this.#countGaps(column - cells.length)) throw new WorkbookFault('too-large', this.#row)
    while (cells.length < column) cells.push('')
    cells[column] = text
  }
}
