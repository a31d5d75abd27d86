import type { CellRange, SheetSight } from '../../domain/sheet/sheetSight'
import { readRange } from '../parts/reference'
import { WorkbookFault } from '../zip/workbookFault'
import { isTrue } from '../parts/workbookParts'

// As many as the rows of the longest sheet.
const MAX_MERGED = 1_048_576
// As many as the columns of a spreadsheet.
const MAX_COLUMNS = 16_384

type Attributes = Readonly<Record<string, string>>

/** Collects the parts of a worksheet before and behind its rows. */
export class SightCollector implements SheetSight {
  readonly hiddenColumns: [number, number][] = []
  readonly merged: CellRange[] = []
  /** The sheet shows no zeros. */
  hidesZeros = false
  #list = ''

  /** @param depth of the element; the children of the worksheet have depth 1 */
  open(name: string, depth: number, attributes: Attributes): 'skip' | undefined {
    if (depth === 1) {
      this.#list = name
      return name === 'sheetViews' || name === 'cols' || name === 'mergeCells' ? undefined : 'skip'
    }
    if (this.#list === 'sheetViews') this.#takeView(attributes)
    if (this.#list === 'cols') this.#takeColumns(attributes)
    if (this.#list === 'mergeCells') this.#takeMerged(attributes)
    return 'skip'
  }

  #takeView({ showZeros }: Attributes) {
    if (showZeros === '0' || showZeros === 'false') this.hidesZeros = true
  }

  #takeColumns({ min, max, hidden, width }: Attributes) {
    if (!isTrue(hidden) && Number(width ?? 1) !== 0) return
    if (this.hiddenColumns.length < MAX_COLUMNS) this.hiddenColumns.push([Number(min) - 1, Number(max) - 1])
  }

  #takeMerged({ ref = '' }: Attributes) {
    const range = readRange(ref)
    if (this.merged.length >= MAX_MERGED) throw new WorkbookFault('too-large')
    if (range) this.merged.push(range)
  }
}
