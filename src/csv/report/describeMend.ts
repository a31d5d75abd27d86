import { isBlank } from '../../domain/ids/cleanText'
import { findWrongWidth } from '../../domain/sheet/rowShape'
import type { Sheet } from '../../domain/sheet/sheet'
import { WAS_BLANK, WAS_NOT_KEPT } from '../cells/reportColumns'
import type { SheetRow } from '../../domain/sheet/sheetRow'

/**
 * What a mended row was, for the column `Uploaded As`: the old text of the cell that was changed; of several, each
 * behind its header; of a row that had the wrong cells, all of it; a word where it was blank, or where it was not
 * kept over a reload. Nothing where nothing was mended.
 */
export function describeMend(sheet: Sheet, { cells, original }: SheetRow): string {
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
