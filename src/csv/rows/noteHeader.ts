import { hasStrangeMarks, isBlank } from '../../domain/ids/cleanText'
import type { createNoteBook } from '../../domain/row/noteTaker'
import type { ReadRequest } from '../../domain/sheet/sheetReading'
import type { HeldRecord } from '../cells/heldRecord'
import { readMeaning } from '../cells/readMeaning'
import type { FoundHeader } from '../header/foundHeader'

type NoteBook = ReturnType<typeof createNoteBook>

/** Notes what the user should know about the header and the rows above it. */
export function noteHeader(
  notes: NoteBook,
  found: FoundHeader,
  records: readonly HeldRecord[],
  request: ReadRequest,
): void {
  const { header: texts, columns, isRemembered, isRememberedWhole } = found
  noteTitles(notes, found, records)
  const row = found.row ?? 1
  if (found.row === null) notes.add('NO_HEADER', records[0]?.row ?? 1)
  else if (texts.some(hasStrangeMarks)) notes.add('CLEANED_TEXT', row, texts.find(hasStrangeMarks))
  const product = findProduct(texts, request)
  if (isRememberedWhole) notes.add('REMEMBERED_WHOLE', row)
  else if (product !== undefined) notes.add('PRODUCT_COLUMN', row, product)
  if (!isRemembered) return
  const taken = Object.values(columns).map((column) => texts[column] ?? '')
  notes.add('REMEMBERED_COLUMNS', row, taken.join(', '))
}

function noteTitles(notes: NoteBook, { row: headerRow }: FoundHeader, records: readonly HeldRecord[]): void {
  if (headerRow === null) return
  for (const { row, cells } of records) {
    const title = cells.find((cell) => !isBlank(cell))
    if (row < headerRow) notes.add('TITLE_ROWS', row, title)
  }
}

/** The heading of a product in a sheet of sub-orders: each row names a product, but cancels its whole sub-order. */
function findProduct(
  texts: readonly string[],
  { kind, choice, columnNames }: ReadRequest,
): string | undefined {
  if (kind !== 'sub-orders' || choice?.isWhole) return undefined
  return texts.find((text) => readMeaning(text, columnNames) === 'skuId' || /sku/i.test(text))
}
