/** Which of the two sheets a file is. */
export type SheetKind = 'sub-orders' | 'line-items'

/** The meanings a column can have for us; all other columns are the user's own. */
export type ColumnMeaning = 'subOrderId' | 'skuId' | 'quantity'

/** In the order of the sample. */
export const MEANINGS: readonly ColumnMeaning[] = ['subOrderId', 'skuId', 'quantity']

/** Where each meaning stands in a record, counted from 0. */
export type ColumnMap = { readonly subOrderId: number; readonly skuId?: number; readonly quantity?: number }
