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
  /** `no-reader`: the reader of workbooks could not be loaded. */
  readonly why: 'no-workbook' | 'broken' | 'too-large' | 'no-reader'
  readonly row?: number
  /** The exceeded limit. */
  readonly excess?: { readonly unit: 'characters' | 'columns' | 'format' | 'texts'; readonly limit: number }
  /** The kind of a zip that is no workbook for us. */
  readonly archive?:
    | { readonly kind: 'files'; readonly first?: string }
    | { readonly kind: 'workbook' | 'document'; readonly name: string }
}

/** A workbook as far as `csv` needs it. The caller provides the reader, so that `csv` does not import `xlsx`. */
export interface Workbook {
  readonly ok: true
  /** The worksheets that are visible and not empty. */
  readonly sheets: readonly { readonly name: string }[]
  /** Names of hidden worksheets that are not empty; only where all visible ones are empty. */
  readonly hiddenSheets: readonly string[]
  /** @returns once all records were taken, or `take` returned true */
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
