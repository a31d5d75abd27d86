import type { YieldIfDue } from '../domain/time/yieldIfDue'
import type { CellContext } from './cells/cellText'
import { type ShownRule, visitConditions } from './cells/conditionalFormats'
import { inflateEntry } from './zip/inflateEntry'
import type { SheetPart } from './parts/findSheets'
import type { Parts } from './parts/openParts'
import { createXmlReader, readXml } from './zip/readXml'
import { visitSharedStrings } from './cells/sharedStrings'
import type { SheetRecord } from './parts/sheetRecord'
import type { SheetSight } from '../domain/sheet/sheetSight'
import { visitStyles } from './cells/styles'
import { visitSheet } from './cells/visitSheet'
import type { ZipEntry } from './zip/zipDirectory'

interface RowsOptions {
  readonly yieldIfDue: YieldIfDue
  readonly onProgress?: (share: number) => void
}

const PROGRESS_STEP = 0.005

/**
 * Reads the rows of a sheet in batches, each as soon as it is parsed. Throws a WorkbookFault, or any error of the
 * parser.
 */
export async function* readSheetRows(
  parts: Parts,
  sheet: SheetPart,
  { yieldIfDue, onProgress }: RowsOptions,
): AsyncGenerator<readonly SheetRecord[], SheetSight> {
  const { file, limits, isFrom1904, isStale } = parts
  const budget = { left: limits.maxInflatedBytes }
  const onPacked = createMeter([parts.styles, parts.strings, sheet.entry], onProgress)
  const inflate = (entry: ZipEntry) => inflateEntry(file, entry, { budget, yieldIfDue, onPacked })
  const strings: string[] = []
  const styles = visitStyles()
  if (parts.styles) await readXml(inflate(parts.styles), styles.visitor, limits.maxCellLength)
  if (parts.strings)
    await readXml(inflate(parts.strings), visitSharedStrings(strings, limits), limits.maxCellLength)
  const rules: ShownRule[] = []
  // The conditions stand behind the rows: a sheet that may have some is read twice.
  if (styles.conditional.size > 0) {
    const again = inflateEntry(file, sheet.entry, { budget: { left: limits.maxInflatedBytes }, yieldIfDue })
    await readXml(again, visitConditions(styles.conditional, rules), limits.maxCellLength)
  }
  const context: CellContext = {
    strings: parts.strings && strings,
    formats: styles.formats,
    isFrom1904,
    isStale,
    rules,
  }
  const { visitor, records, sight } = visitSheet(context, limits, await parts.findTotals(sheet))
  const reader = createXmlReader(visitor, limits.maxCellLength)
  for await (const piece of inflate(sheet.entry)) {
    reader.push(piece)
    if (records.length > 0) yield records.splice(0)
  }
  reader.end()
  if (records.length > 0) yield records
  return sight
}

function createMeter(
  entries: readonly (ZipEntry | undefined)[],
  onProgress: ((share: number) => void) | undefined,
): (bytes: number) => void {
  const total = entries.reduce((sum, entry) => sum + (entry?.packedBytes ?? 0), 0)
  let done = 0
  let told = 0
  return (bytes) => {
    done += bytes
    const share = Math.min(done / total, 1)
    if (share < 1 && share - told < PROGRESS_STEP) return
    told = share
    onProgress?.(share)
  }
}
