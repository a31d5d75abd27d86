import type { RowMark } from '../domain/sheet/rowMark'
import type { YieldIfDue } from '../domain/time/yieldIfDue'
import type { SheetSight } from '../domain/sheet/sheetSight'

export type OpenWorkbook = (
  file: Blob,
  options: {
    limits: { maxInflatedBytes: number; maxCellLength: number; maxTextLength: number; maxColumns: number }
    yieldIfDue: YieldIfDue
  },
) => Promise<Workbook | Broken>

/** Why a workbook cannot be read. */
export type Broken = {
  readonly ok: false
  /** `no-reader`: what reads workbooks could not be fetched. */
  readonly why: 'no-workbook' | 'broken' | 'too-large' | 'no-reader'
  readonly row?: number
  /** What there is too much of. */
  readonly excess?: { readonly unit: 'characters' | 'columns' | 'format' | 'texts'; readonly limit: number }
  /** What a zip is that is no workbook of ours. */
  readonly archive?:
    | { readonly kind: 'files'; readonly first?: string }
    | { readonly kind: 'workbook' | 'document'; readonly name: string }
}

/** A workbook as far as we need one; whoever brings us together knows the library that reads it. */
export interface Workbook {
  readonly ok: true
  /** Worksheets that a user sees and that hold something. */
  readonly sheets: readonly { readonly name: string }[]
  /** Names of hidden ones that hold something, where no other does. */
  readonly hiddenSheets: readonly string[]
  /** @returns once all records were taken, or `take` said that it has enough */
  readRecords(
    name: string,
    options: {
      take: (
        cells: string[],
        row: number,
        isHidden: boolean,
        marks: readonly RowMark[] | undefined,
      ) => boolean
      yieldIfDue: YieldIfDue
      onProgress?: (share: number) => void
    },
  ): Promise<{ readonly ok: true; readonly sight?: SheetSight } | Broken>
}
