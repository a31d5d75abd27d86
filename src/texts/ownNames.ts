import type { ColumnNames } from '../domain/sheet/columnNames'
import type { IdRule } from '../domain/ids/idRule'

/** How the host's OMS numbers its sub-orders and calls its columns; each undefined where they are Increff's. */
export interface OwnNames {
  readonly idRule?: IdRule | undefined
  readonly columns?: ColumnNames | undefined
}

export const NO_NAMES: OwnNames = {}
