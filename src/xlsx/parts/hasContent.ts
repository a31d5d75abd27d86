import { createXmlReader, type XmlVisitor } from '../zip/readXml'
import { WorkbookFault } from '../zip/workbookFault'

// Of a sheet with nothing but colours this much is read; a longer sheet counts as not empty.
const MAX_PROBED_BYTES = 4_194_304
// The elements around a value in a worksheet, by depth.
const path = [['worksheet'], ['sheetData'], ['row'], ['c'], ['v', 'is', 'f'], ['t', 'r'], ['t']]

/** Whether a worksheet holds a value or a formula; coloured and blank cells do not count. Stops at the first. */
export async function hasContent(pieces: AsyncIterable<Uint8Array>, maxCellLength: number): Promise<boolean> {
  let isFound = false
  let isValue = false
  const visitor: XmlVisitor = {
    open(name, depth) {
      if (!path[depth]?.includes(name)) {
        if (depth === 0) throw new WorkbookFault('broken')
        return 'skip'
      }
      if (name === 'f') isFound = true
      isValue = name === 'v' || name === 't'
      return undefined
    },
    text(piece) {
      if (isValue && piece.trim() !== '') isFound = true
    },
  }
  const reader = createXmlReader(visitor, maxCellLength)
  let probed = 0
  for await (const piece of pieces) {
    reader.push(piece)
    probed += piece.length
    if (isFound || probed > MAX_PROBED_BYTES) return true
  }
  reader.end()
  return isFound
}
