import type { CellContext } from './cellText'
import type { XmlVisitor } from '../zip/readXml'
import { isRunElement, isTextElement } from './sharedStrings'
import type { WorkbookLimits } from '../parts/openOptions'
import type { SheetRecord } from '../parts/sheetRecord'
import { SheetRowCollector } from './sheetRowCollector'
import type { SheetSight } from '../../domain/sheet/sheetSight'
import { SightCollector } from './sheetSight'
import type { TotalRows } from '../parts/totalRows'
import { WorkbookFault } from '../zip/workbookFault'

/**
 * Collects the rows of a worksheet into `records`, which the caller empties. A row or cell without a number gets the
 * next number. A sheet with rows that go backwards, or with two texts in the same cell, is refused: nobody knows
 * which of them is meant.
 */
export function visitSheet(
  context: CellContext,
  limits: WorkbookLimits,
  totals: TotalRows,
): { visitor: XmlVisitor; records: SheetRecord[]; sight: SheetSight } {
  const sight = new SightCollector()
  const rows = new SheetRowCollector(context, limits, { sight, totals })
  let isData = false
  const visitor: XmlVisitor = {
    open(name, depth, attributes) {
      if (depth === 0 && name !== 'worksheet') throw new WorkbookFault('broken')
      if (depth === 0) return undefined
      if (depth === 1) isData = name === 'sheetData'
      if (!isData) return sight.open(name, depth, attributes)
      if (depth === 2 && name === 'row') rows.openRow(attributes)
      else if (depth === 3 && name === 'c') rows.openCell(attributes)
      else if (depth === 4) return rows.openPart(name)
      else if (depth > 4 && isTextElement(name, depth - 5)) rows.openText(depth > 5)
      else if (depth > 1 && !isRunElement(name, depth - 5)) return 'skip'
      return undefined
    },
    text: (piece) => rows.addText(piece),
    close(depth) {
      rows.isText = false
      if (!isData) return
      if (depth === 3) rows.closeCell()
      if (depth === 1) rows.closeRows()
    },
  }
  return { visitor, records: rows.records, sight }
}
