import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readSheet } from '../../src/csv/readSheet'
import { neverYield } from '../../src/domain/time/yieldIfDue'
import type { Sheet } from '../../src/domain/sheet/sheet'
import type { SheetRow } from '../../src/domain/sheet/sheetRow'
import type { SheetKind } from '../../src/domain/sheet/columnMeaning'
import type { ReadSheetOptions } from '../../src/csv/readSheetOptions'

/** Reads a file or text as a sheet, with limits nobody reaches by accident. */
export function readAs(
  kind: SheetKind,
  content: Blob | string | Uint8Array,
  options: Partial<ReadSheetOptions> = {},
) {
  const file = new File([content as BlobPart], 'orders.csv')
  return readSheet(file, { kind, maxRows: 1000, maxBytes: 10_000_000, yieldIfDue: neverYield, ...options })
}

/** A sheet whose rows are a plain list. */
type PlainSheet = Sheet & { readonly rows: readonly SheetRow[] }

/** The sheet of a file that must load. */
export async function loadAs(
  kind: SheetKind,
  content: Blob | string | Uint8Array,
  options: Partial<ReadSheetOptions> = {},
): Promise<PlainSheet> {
  const read = await readAs(kind, content, options)
  if (!read.ok) throw new Error(`not loaded: ${JSON.stringify(read)}`)
  return { ...read.sheet, rows: [...read.sheet.rows] }
}

export function readFixture(name: string): Promise<Uint8Array> {
  return readFile(join(__dirname, '../fixtures/sheets', name))
}
