import type { YieldIfDue } from '../../domain/time/yieldIfDue'
import type { ColumnNames } from '../../domain/sheet/columnNames'
import { EXAMPLE_ID } from '../../domain/ids/identifiers'
import { listSampleHeaders } from '../cells/sampleHeaders'
import { writeCsv } from './writeCsv'
import type { SheetKind } from '../../domain/sheet/columnMeaning'

/** The file names of the samples. */
export const SAMPLE_FILE_NAMES: Readonly<Record<SheetKind, string>> = {
  'sub-orders': 'sub-orders-sample.csv',
  'line-items': 'line-items-sample.csv',
}

const exampleRows: Readonly<Record<SheetKind, readonly string[]>> = {
  'sub-orders': [EXAMPLE_ID],
  'line-items': [EXAMPLE_ID, '8647326934', '2'],
}

/** Writes the file that a user starts from: the header, and an example row that is never sent. */
export function writeSample(kind: SheetKind, yieldIfDue: YieldIfDue, names?: ColumnNames): Promise<Blob> {
  return writeCsv([listSampleHeaders(kind, names), exampleRows[kind]], { delimiter: ',', yieldIfDue })
}
