import type { ColumnNames } from '../domain/sheet/columnNames'
import type { IdRule } from '../domain/ids/idRule'

/** The ID rule and the names of columns of the host's OMS; undefined: those of Increff. */
export interface OwnNames {
  readonly idRule?: IdRule | undefined
  readonly columns?: ColumnNames | undefined
}

export const NO_NAMES: OwnNames = {}
