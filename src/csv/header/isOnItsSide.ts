import type { ColumnNames } from '../../domain/sheet/columnNames'
import { isBlank } from '../../domain/ids/cleanText'
import { readSubOrderId } from '../../domain/ids/identifiers'
import type { IdRule } from '../../domain/ids/idRule'
import { isWordy } from '../../domain/tables/otherHeading'
import { readMeaning } from '../cells/readMeaning'
import type { HeldRecord } from '../cells/heldRecord'

// Digits of an ID; words and counts beside it have fewer.
const LEAST_DIGITS = 4

function mayBeId(text: string, rule: IdRule | undefined): boolean {
  const read = readSubOrderId(text, rule)
  if (read.ok) return rule !== undefined || text.replace(/[^0-9]/g, '').length >= LEAST_DIGITS
  return read.code === 'SCIENTIFIC_ID' || read.code === 'PRECISION_LOST'
}

/** Whether a record holds the name of the ID, and IDs behind the name. */
function namesBeside({ cells, badQuotes }: HeldRecord, names?: ColumnNames, rule?: IdRule): boolean {
  const [name = '', ...values] = cells.filter((cell) => !isBlank(cell))
  const ids = values.filter((value) => mayBeId(value, rule)).length
  if (badQuotes || ids === 0 || ids * 2 <= values.length) return false
  return readMeaning(name.replace(/\s*[:：]\s*$/u, ''), names) === 'subOrderId'
}

// Three IDs make a list; two may be a sub-order and its SKU.
const LEAST_IN_ROW = 3

/** Whether the file holds nothing but one row of IDs. */
function isRowOfIds([record, ...others]: readonly HeldRecord[], rule?: IdRule): boolean {
  if (!record || others.length > 0) return false
  const shown = record.cells.filter((cell) => !isBlank(cell))
  return shown.length >= LEAST_IN_ROW && shown.every((cell) => mayBeId(cell, rule))
}

/**
 * Whether the names of the columns stand beside their values and not above them: a transposed table, or a page of
 * names and values. A row of words below a gap may be the header; then the first name may belong to a filter.
 *
 * @param headings all records that name the ID
 */
export function isOnItsSide(
  held: readonly HeldRecord[],
  headings: readonly { readonly record: HeldRecord }[],
  { names, rule }: { readonly names?: ColumnNames | undefined; readonly rule?: IdRule | undefined },
): boolean {
  if (headings.length === 0 && isRowOfIds(held, rule)) return true
  if (!headings.every(({ record }) => namesBeside(record, names, rule))) return false
  const first = held.findIndex((record) => namesBeside(record, names, rule))
  if (first < 0) return false
  return held.every(({ row, cells }, at) => {
    const shown = cells.filter((cell) => !isBlank(cell))
    if (shown.length < 2) return true
    const isApart = at > first && row - (held[at - 1]?.row ?? row) > 1
    return isWordy(shown[0] ?? '') && !(isApart && shown.every(isWordy))
  })
}
