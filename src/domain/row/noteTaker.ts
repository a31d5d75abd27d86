import { hasStrangeMarks } from '../ids/cleanText'
import type { Sheet } from '../sheet/sheet'
import type { SheetRow } from '../sheet/sheetRow'
import type { NoteCode, SheetNote } from '../sheet/sheetNote'
import type { SoundRow } from './checkedRow'

/** How many rows a note names. */
const NOTED_ROWS = 5

/** Counts the rows to which a note applies. */
export function createNoteBook() {
  const notes = new Map<NoteCode, { count: number; rows: number[]; found: string }>()
  return {
    add: (code: NoteCode, row: number, found = '') => {
      const note = notes.get(code)
      if (!note) {
        notes.set(code, { count: 1, rows: [row], found })
        return
      }
      note.count += 1
      if (note.rows.length < NOTED_ROWS) note.rows.push(row)
    },
    finish: (): SheetNote[] =>
      [...notes].map(([code, { count, rows, found }]) => ({ code, count, rows, found })),
  }
}

/** Notes facts about sound rows that the user should know, in addition to the notes of the reader. */
export interface NoteTaker {
  look(row: SheetRow, sound: SoundRow): void
  finish(): readonly SheetNote[]
}

/** A taker that begins with the notes of the sheet. */
export function createNoteTaker({ columns, notes = [] }: Sheet): NoteTaker {
  const book = createNoteBook()
  function compare(row: number, cell: string | undefined, id: string): void {
    // Nearly every cell equals its ID.
    if (cell !== id && cell !== undefined && hasStrangeMarks(cell)) book.add('CLEANED_TEXT', row, id)
  }
  return {
    look: ({ row, cells }: SheetRow, { subOrderId, lineItem }: SoundRow) => {
      compare(row, cells[columns.subOrderId], subOrderId)
      if (lineItem && columns.skuId !== undefined) compare(row, cells[columns.skuId], lineItem.skuId)
    },
    finish: () => [...notes, ...book.finish()],
  }
}
