import type { ColumnNames } from '../../domain/sheet/columnNames'
import type { ColumnMeaning, SheetKind } from '../../domain/sheet/columnMeaning'

/** The headers of the samples, in their order. */
const SAMPLE_HEADERS: Readonly<Record<SheetKind, readonly [string, ...string[]]>> = {
  'sub-orders': ['Increff Sub Order ID'],
  'line-items': ['Sub Order ID', 'Increff SKU ID', 'Quantity'],
}

/** The meanings of the sample's columns, in their order. */
export const neededColumns: Readonly<Record<SheetKind, readonly ColumnMeaning[]>> = {
  'sub-orders': ['subOrderId'],
  'line-items': ['subOrderId', 'skuId', 'quantity'],
}

/** The headers of a sheet in their order: the host's names, or those of our samples. */
export function listSampleHeaders(kind: SheetKind, names: ColumnNames = {}): readonly string[] {
  return neededColumns[kind].map((meaning, index) => names[meaning]?.[0] ?? SAMPLE_HEADERS[kind][index] ?? '')
}
