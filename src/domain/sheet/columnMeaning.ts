/** The two kinds of sheets. */
export type SheetKind = 'sub-orders' | 'line-items'

/** The meanings that a column can have; all other columns are the user's own. */
export type ColumnMeaning = 'subOrderId' | 'skuId' | 'quantity'

/** All meanings, in the order of the sample's columns. */
export const MEANINGS: readonly ColumnMeaning[] = ['subOrderId', 'skuId', 'quantity']

/** The column of each meaning, counted from 0. */
export type ColumnMap = { readonly subOrderId: number; readonly skuId?: number; readonly quantity?: number }
