import type { SheetNote } from '../domain/sheet/sheetNote'
import type { Messages } from './messages'

/** `row 3`, `rows 3, 7 and 9`, `rows 3, 7, 9 …`: the first rows, as noted. */
function nameRows({ count, rows: first }: SheetNote, { notes, list, and }: Messages): string {
  const rows = first.map(String)
  if (count > first.length) return notes.firstRows({ rows: list(rows) })
  return notes.rows({ n: count, rows: and(rows) })
}

/** Describes the changes that the reader made to a file. */
export function describeNote(note: SheetNote, messages: Messages): string {
  const { notes } = messages
  const { code, count: n, found = '' } = note
  switch (code) {
    case 'NO_HEADER':
    case 'WINDOWS_1252':
    case 'REMEMBERED_WHOLE':
      return notes[code]
    case 'REMEMBERED_COLUMNS':
    case 'PRODUCT_COLUMN':
      return notes[code]({ found })
    default:
      return notes[code]({ n, where: nameRows(note, messages) })
  }
}
