import { isBlank } from '../../domain/ids/cleanText'
import { readSubOrderId } from '../../domain/ids/identifiers'
import type { IdRule } from '../../domain/ids/idRule'
import type { ColumnNames } from '../../domain/sheet/columnNames'
import type { ColumnMap } from '../../domain/sheet/columnMeaning'
import type { ReadRequest } from '../../domain/sheet/sheetReading'
import type { HeldRecord } from '../cells/heldRecord'
import { listSampleHeaders, neededColumns } from '../cells/sampleHeaders'
import type { FoundHeader } from './foundHeader'

/** Creates a header for a file that has none, so that the user can upload every download again. */
export function createHeader(width: number, columns: ColumnMap, own?: ColumnNames): FoundHeader {
  const kind = columns.skuId === undefined ? 'sub-orders' : 'line-items'
  const called = listSampleHeaders(kind, own)
  const names = new Map(
    neededColumns[kind].map((meaning, index) => [columns[meaning] ?? -1, called[index] ?? '']),
  )
  const header = Array.from({ length: width }, (_, index) => names.get(index) ?? `Column ${index + 1}`)
  return { ok: true, row: null, header, columns }
}

/** A column of IDs from the clipboard needs no header. */
export function readBareList(held: readonly HeldRecord[], request: ReadRequest): FoundHeader | undefined {
  const { kind, isPasted, idRule, columnNames } = request
  if (!isPasted || kind !== 'sub-orders') return undefined
  const isList = held.every(({ cells }) => cells.slice(1).every(isBlank))
  const [first] = held
  if (!isList || !first || !readsAsData(first, idRule) || (idRule && beginsWithWord(held))) return undefined
  return createHeader(1, { subOrderId: 0 }, columnNames)
}

/** By a host's rule a word may be an ID. Above other IDs it may be a header too: only the user can tell. */
function beginsWithWord([first, ...others]: readonly HeldRecord[]): boolean {
  return others.length > 0 && !/\p{Nd}/u.test(first?.cells[0] ?? '')
}

/** Whether a record holds an ID, so that it is a row and no header. */
export function readsAsData({ cells, badQuotes }: HeldRecord, idRule: IdRule | undefined): boolean {
  return !badQuotes && cells.some((cell) => readSubOrderId(cell, idRule).ok)
}
