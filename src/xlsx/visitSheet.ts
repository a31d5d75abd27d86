import type { CellContext } from './cellText'
import type { XmlVisitor } from './readXml'
import { isRunElement, isTextElement } from './sharedStrings'
import { RowCollector, type SheetLimits, type SheetRecord } from './sheetRows'
import { WorkbookFault } from './workbookFault'

/**
 * Collects the rows of a worksheet into `records`, which is emptied from outside. A row or cell without a number takes the
 * next one. Rows that go backwards, and two texts in one place, are no sheet: nobody knows which one is meant.
 */
export function visitSheet(
  context: CellContext,
  limits: SheetLimits,
): { visitor: XmlVisitor; records: SheetRecord[] } {
  const rows = new RowCollector(context, limits)
  const visitor: XmlVisitor = {
    open(name, depth, attributes) {
      if (depth === 0 && name !== 'worksheet') throw new WorkbookFault('broken')
      if (depth === 0 || (depth === 1 && name === 'sheetData')) return undefined
      if (depth === 2 && name === 'row') rows.openRow(attributes)
      else if (depth === 3 && name === 'c') rows.openCell(attributes)
      else if (depth === 4) return rows.openPart(name)
      else if (isTextElement(name, depth - 5)) rows.openText(depth > 5)
      else if (!isRunElement(name, depth - 5)) return 'skip'
      return undefined
    },
    text: (piece) => rows.addText(piece),
    close(depth) {
      rows.isText = false
      if (depth === 3) rows.closeCell()
      if (depth === 2) rows.closeRow()
    },
  }
  return { visitor, records: rows.records }
}
