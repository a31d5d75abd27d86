import type { Breathe } from '../domain/breathe'
import { type Collected, createRowCollector } from './collectRows'
import type { ReadSheetOptions } from './readSheet'
import { MOST_COLUMNS } from './splitRecords'

type Broken = {
  readonly ok: false
  /** `no-reader`: what reads workbooks could not be fetched. */
  readonly why: 'no-workbook' | 'broken' | 'too-large' | 'no-reader'
  readonly row?: number
  /** What there is too much of. */
  readonly excess?: { readonly unit: 'characters' | 'columns' | 'format' | 'texts'; readonly limit: number }
}

/** A workbook as far as we need one; whoever brings us together knows the library that reads it. */
export interface Workbook {
  readonly ok: true
  /** Worksheets that a user sees and that hold something. */
  readonly sheets: readonly { readonly name: string }[]
  /** @returns once all records were taken, or `take` said that it has enough */
  readRecords(
    name: string,
    options: {
      take: (cells: string[], row: number, isHidden: boolean) => boolean
      breathe: Breathe
      onProgress?: (share: number) => void
    },
  ): Promise<{ readonly ok: true } | Broken>
}

export type OpenWorkbook = (
  file: Blob,
  options: {
    limits: { maxInflatedBytes: number; maxCellLength: number; maxTextLength: number; maxColumns: number }
    breathe: Breathe
  },
) => Promise<Workbook | Broken>

/** What stands in a workbook of a million rows with some columns, as text; a bomb has more. */
const MAX_INFLATED_BYTES = 1024 ** 3
/** Characters; Excel holds no more in a cell, so that no cell of an honest workbook is longer. */
const LONGEST_WORKBOOK_CELL = 32_767
/** Characters of all cells: a million rows with some columns of the user's own. A text file may not hold more either. */
const MAX_TEXT = 134_217_728

type ReadWorksheet = (Collected & { readonly delimiter: string }) | { readonly names: readonly string[] }

/** Reads the only worksheet of a workbook, or the one that was chosen. */
export async function readWorksheet(bytes: Uint8Array, options: ReadSheetOptions): Promise<ReadWorksheet> {
  const { breathe, choice, openWorkbook, onProgress } = options
  const refuse = ({ why, row, excess }: Omit<Broken, 'ok'>): ReadWorksheet => {
    if (why === 'no-reader') return { ok: false, problem: { code: 'PART_MISSING' }, delimiter: ',' }
    const isLarge = why === 'too-large'
    const size = row === undefined ? { limit: MAX_INFLATED_BYTES } : {}
    const problem = isLarge
      ? { code: 'TOO_LARGE' as const, ...(row === undefined ? {} : { row }), ...(excess ?? size) }
      : { code: 'FILE_IS_XLSX' as const }
    return { ok: false, problem, delimiter: ',' }
  }
  if (!openWorkbook) return refuse({ why: 'no-workbook' })
  const limits = {
    maxInflatedBytes: MAX_INFLATED_BYTES,
    maxCellLength: LONGEST_WORKBOOK_CELL,
    maxTextLength: MAX_TEXT,
    maxColumns: MOST_COLUMNS,
  }
  const workbook = await openWorkbook(new Blob([bytes as BlobPart]), { limits, breathe })
  if (!workbook.ok) return refuse(workbook)
  const names = workbook.sheets.map(({ name }) => name)
  const name = names.length > 1 ? names.find((one) => one === choice?.worksheet) : names[0]
  const collector = createRowCollector(options, { padsRows: true })
  if (name === undefined) return names.length > 1 ? { names } : { ...collector.finish(), delimiter: ',' }
  const read = await workbook.readRecords(name, {
    breathe,
    take: (cells, row, isHidden) => {
      collector.take(cells, false, row)
      if (isHidden) collector.noteHidden(row)
      return collector.isOver
    },
    onProgress: (share) => onProgress?.(share, 1),
  })
  return read.ok ? { ...collector.finish(), delimiter: ',' } : refuse(read)
}
