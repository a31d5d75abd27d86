import { takeStepsInSlices } from '../domain/time/steps'
import type { Collected } from './rows/collection'
import { createRowCollector } from './rows/rowCollector'
import { MOST_COLUMNS } from './bytes/excess'
import type { UnnamedProblem } from '../domain/sheet/fileProblem'
import type { ReadSheetOptions } from './readSheetOptions'
import type { Broken } from './openWorkbook'

// The text of a workbook with a million rows and some columns is smaller; a bomb is larger.
const MAX_INFLATED_BYTES = 1024 ** 3
// Characters; Excel holds no more in a cell.
const LONGEST_WORKBOOK_CELL = 32_767
/**
 * Characters of all cells: enough for a million rows with some columns of the user. A text file may not hold more
 * either.
 */
const MAX_TEXT = 134_217_728
// Hidden sheets that the problem names; a name of Excel has at most 31 characters.
const NAMED_SHEETS = 5

type ReadWorksheet = (Collected & { readonly delimiter: string }) | { readonly names: readonly string[] }

/** Reads the only worksheet of a workbook, or the worksheet that the user has chosen. */
export async function readWorksheet(bytes: Uint8Array, options: ReadSheetOptions): Promise<ReadWorksheet> {
  const { yieldIfDue, choice, openWorkbook, onProgress } = options
  if (!openWorkbook) return refuse({ why: 'no-workbook' })
  const limits = {
    maxInflatedBytes: MAX_INFLATED_BYTES,
    maxCellLength: LONGEST_WORKBOOK_CELL,
    maxTextLength: MAX_TEXT,
    maxColumns: MOST_COLUMNS,
  }
  const workbook = await openWorkbook(new Blob([bytes as BlobPart]), { limits, yieldIfDue })
  if (!workbook.ok) return refuse(workbook)
  const names = workbook.sheets.map(({ name }) => name)
  const name = names.length > 1 ? names.find((next) => next === choice?.worksheet) : names[0]
  const collector = createRowCollector(options, { padsRows: true })
  if (names.length === 0 && workbook.hiddenSheets.length > 0) {
    const found = workbook.hiddenSheets.slice(0, NAMED_SHEETS).join(', ')
    return { ok: false, problem: { code: 'HIDDEN_SHEETS', found }, delimiter: ',' }
  }
  const finish = async () => ({
    ...(await takeStepsInSlices(collector.finish(), yieldIfDue)),
    delimiter: ',',
  })
  if (name === undefined) return names.length > 1 ? { names } : finish()
  const read = await workbook.readRecords(name, {
    yieldIfDue,
    take: (cells, row, isHidden, marks) => {
      collector.take(cells, false, row, marks)
      if (isHidden) collector.noteHidden(row)
      return collector.isOver
    },
    onProgress: (share) => onProgress?.(share, 1),
  })
  if (!read.ok) return refuse(read)
  if (read.sight) collector.noteSight(read.sight)
  return finish()
}

function refuse({ why, row, excess, archive }: Omit<Broken, 'ok'>): ReadWorksheet {
  const refuseAs = (problem: UnnamedProblem) => ({ ok: false, problem, delimiter: ',' }) as const
  if (why === 'no-reader') return refuseAs({ code: 'PART_MISSING' })
  if (archive?.kind === 'files')
    return refuseAs({ code: 'FILE_IS_ZIP', ...(archive.first === undefined ? {} : { found: archive.first }) })
  if (archive?.kind === 'workbook') return refuseAs({ code: 'FILE_IS_OTHER_WORKBOOK', found: archive.name })
  if (archive) return refuseAs({ code: 'FILE_IS_BINARY', found: archive.name })
  if (why !== 'too-large') return refuseAs({ code: 'FILE_IS_XLSX' })
  const size = row === undefined ? { limit: MAX_INFLATED_BYTES } : {}
  return refuseAs({ code: 'TOO_LARGE', ...(row === undefined ? {} : { row }), ...(excess ?? size) })
}
