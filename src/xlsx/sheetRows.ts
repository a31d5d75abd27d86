import { type CellContext, readCellText } from './cellText'
import { ESCAPED_LENGTH } from './readXml'
import { readColumn, readRowNumber } from './reference'
import type { TextLimits } from './textLimits'
import { WorkbookFault } from './workbookFault'

/** A row that shows something, with its number in the spreadsheet. */
export interface SheetRecord {
  readonly cells: string[]
  readonly row: number
  /** Filtered away or hidden by hand: whoever made the file does not see it there. */
  readonly isHidden: boolean
}

export interface SheetLimits extends TextLimits {
  readonly maxColumns: number
}

/** Where the value of a cell stands: text in the cell itself, or anything else. */
type Source = 'is' | 'v'

interface OpenCell {
  readonly column: number
  readonly type: string
  readonly style: string
  value: string
  source?: Source
  /** Parts of a text that is in the cell itself and has no runs. */
  texts: number
  isFormula: boolean
}

// Blanks that are there only because something stands to the right of them: a row of one cell may ask for 16,384, and each
// takes the time of a cell. So many are made in half a second: 128 of the widest rows, or 2,000 of a thousand columns.
const FREE_GAPS = 2_097_152
// More of them need cells that hold something, so that reading stays linear in the file's size. A sparse sheet of a million
// rows has some ten.
const GAPS_A_CELL = 32

/** Collects the rows of a worksheet that show something, in order, and hands them on; see `visitSheet`. */
export class RowCollector {
  readonly records: SheetRecord[] = []
  isText = false
  #context: CellContext
  #limits: SheetLimits
  #row = 0
  #isHidden = false
  #cells: string[] = []
  /** Columns of this row's cells that show nothing. */
  #blank = new Set<number>()
  #nextColumn = 0
  #gapsLeft = FREE_GAPS
  #textLeft: number
  #cell: OpenCell | undefined

  constructor(context: CellContext, limits: SheetLimits) {
    this.#context = context
    this.#limits = limits
    this.#textLeft = limits.maxTextLength
  }

  openRow({ r, hidden }: Readonly<Record<string, string>>) {
    this.#row = readRowNumber(r, this.#row)
    this.#isHidden = hidden === '1' || hidden === 'true'
    this.#cells = []
    if (this.#blank.size > 0) this.#blank = new Set()
    this.#nextColumn = 0
  }

  openCell({ r, t = 'n', s = '' }: Readonly<Record<string, string>>) {
    const column = r === undefined ? this.#nextColumn : readColumn(r, this.#row)
    // Where another one is, even one that shows nothing: programs differ in which one they take.
    if (this.#cells[column] || this.#blank.has(column)) throw new WorkbookFault('broken', this.#row)
    this.#nextColumn = column + 1
    this.#cell = { column, type: t, style: s, value: '', texts: 0, isFormula: false }
  }

  openPart(name: string): 'skip' | undefined {
    const cell = this.#cell
    if (cell && name === 'f') cell.isFormula = true
    if (!cell || (name !== 'v' && name !== 'is')) return 'skip'
    if (cell.source) throw new WorkbookFault('broken', this.#row)
    cell.source = name
    this.isText = name === 'v'
    return undefined
  }

  openText(isRun: boolean) {
    this.isText = true
    const cell = this.#cell
    if (!cell || isRun) return
    cell.texts += 1
    // Programs differ in whether they join the two or take one.
    if (cell.texts > 1) throw new WorkbookFault('broken', this.#row)
  }

  addText(piece: string) {
    const cell = this.#cell
    if (!cell || !this.isText) return
    if (cell.value.length > this.#limits.maxCellLength * ESCAPED_LENGTH) throw this.#tooLong()
    cell.value += piece
  }

  closeCell() {
    const cell = this.#cell
    if (!cell) return
    const type = cell.source === 'is' ? 'inlineStr' : cell.type
    const text = readCellText({ ...cell, type }, this.#context, this.#row)
    if (text.length > this.#limits.maxCellLength) throw this.#tooLong()
    this.#takeText(text)
    // What shows nothing is as good as absent, however it is coloured.
    if (text === '') this.#blank.add(cell.column)
    else this.#place(cell.column, text)
    this.#cell = undefined
  }

  closeRow() {
    if (this.#cells.length > 0)
      this.records.push({ cells: this.#cells, row: this.#row, isHidden: this.#isHidden })
  }

  #tooLong(): WorkbookFault {
    const excess = { unit: 'characters', limit: this.#limits.maxCellLength } as const
    return new WorkbookFault('too-large', this.#row, excess)
  }

  /** What cells share is small in the file and large once it is read. */
  #takeText(text: string) {
    this.#textLeft -= text.length
    const excess = { unit: 'texts', limit: this.#limits.maxTextLength } as const
    if (this.#textLeft < 0) throw new WorkbookFault('too-large', this.#row, excess)
  }

  #place(column: number, text: string) {
    const cells = this.#cells
    const limit = this.#limits.maxColumns
    if (column >= limit) throw new WorkbookFault('too-large', this.#row, { unit: 'columns', limit })
    this.#gapsLeft += GAPS_A_CELL - Math.max(column - cells.length, 0)
    if (this.#gapsLeft < 0) throw new WorkbookFault('too-large', this.#row)
    while (cells.length < column) cells.push('')
    cells[column] = text
  }
}
