import { isBlank } from '../../domain/ids/cleanText'
import { findWrongWidth } from '../../domain/sheet/rowShape'
import type { Sheet } from '../../domain/sheet/sheet'
import { WAS_BLANK, WAS_NOT_KEPT } from '../cells/reportColumns'
import type { SheetRow } from '../../domain/sheet/sheetRow'

/**
 * Writes the original of an edited row, for the column `Uploaded As`: the old text of the changed cell; of several
 * cells, each behind its header; of a row with the wrong cells, the whole row; a word where the cell was blank, or not
 * kept over a reload. Empty for a row without an edit.
 */
export function writeOriginal(sheet: Sheet, { cells, original }: SheetRow): string {
  const { header, delimiter } = sheet
  if (!original) return ''
  if (original.cells.length === 0) return WAS_NOT_KEPT
  if (original.badQuotes) return original.cells[0] ?? ''
  if (findWrongWidth(sheet, original)) return original.cells.join(delimiter)
  const changed = header.flatMap((text, column) => {
    const old = original.cells[column] ?? ''
    return old === cells[column] ? [] : [{ text, old: isBlank(old) ? WAS_BLANK : old }]
  })
  const [only] = changed
  if (only && changed.length === 1) return only.old
  return changed.map(({ text, old }) => `${text}: ${old}`).join('; ')
}
