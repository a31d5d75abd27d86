import type { ColumnMap } from '../../domain/sheet/columnMeaning'
import type { UnnamedProblem } from '../../domain/sheet/fileProblem'
import type { RefusalQuestion } from '../../domain/sheet/sheetReading'
import type { ReportColumns } from '../cells/reportColumns'

export interface FoundHeader {
  readonly ok: true
  /** Null: the file has no header, and all records are rows. */
  readonly row: number | null
  readonly header: readonly string[]
  readonly columns: ColumnMap
  readonly report?: ReportColumns
  /** An earlier choice of the user names the columns. */
  readonly isRemembered?: true
  /** An earlier answer allows reading the file as whole sub-orders. */
  readonly isRememberedWhole?: true
}

export interface NoHeader {
  readonly ok: false
  readonly problem: UnnamedProblem
  readonly question?: RefusalQuestion
}
