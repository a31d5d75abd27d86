import type { Sheet } from './sheet'
import type { SheetRow } from './sheetRow'

type Columns = Pick<Sheet, 'columns'>
type Cells = Pick<SheetRow, 'cells'>

/** The text of a row's Sub Order ID cell; empty where the row ends before it. */
export const idCell = ({ columns }: Columns, { cells }: Cells): string => cells[columns.subOrderId] ?? ''

/** The text of a row's SKU ID cell; empty where the row ends before it, or the sheet has no such column. */
export const skuCell = ({ columns }: Columns, { cells }: Cells): string => cells[columns.skuId ?? -1] ?? ''

/** The text of a row's quantity cell; empty where the row ends before it, or the sheet has no such column. */
export const quantityCell = ({ columns }: Columns, { cells }: Cells): string =>
  cells[columns.quantity ?? -1] ?? ''
