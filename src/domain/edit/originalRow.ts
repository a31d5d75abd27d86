import type { SheetRow } from '../sheet/sheetRow'

/** The row as it came from the file, without any edit. */
export function originalRow(edited: SheetRow): SheetRow {
  const { row, cells, badQuotes } = edited.original ?? edited
  return badQuotes ? { row, cells, badQuotes } : { row, cells }
}

/** Whether a row differs from its upload: the user has edited or removed it. */
export const isEdited = ({ original, removed }: SheetRow): boolean =>
  original !== undefined || removed === true
