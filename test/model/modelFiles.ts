/** The six sub-orders of the model. */
export const IDS = ['1001', '1002', '1003', '1004', '1005', '1006']

export type FileKind = 'sub-orders' | 'line-items'

/** @param mask which of the six are in it; @returns rows below the header */
function writeRows(kind: FileKind, mask: number): string[] {
  const ids = IDS.filter((_, index) => (mask >> index) % 2 === 1)
  const listed = ids.length > 0 ? ids : ['1001']
  if (kind === 'line-items') return listed.flatMap((id) => [`${id},A,1`, `${id},B,1`])
  const rows = listed.map((id, index) => `${id},n${index}`)
  // Every other file has a row that is never sent.
  return mask % 2 === 0 ? [...rows, `${listed[0]},twice`] : rows
}

/** A file with a column of the user's own. Its name says which sub-orders it has. */
export function writeFile(kind: FileKind, mask: number): File {
  const header = kind === 'sub-orders' ? 'Sub Order ID,Note' : 'Sub Order ID,SKU ID,Quantity'
  const bytes = new TextEncoder().encode([header, ...writeRows(kind, mask)].join('\r\n'))
  const file = new File([], `${kind}.${mask}.csv`)
  Object.defineProperty(file, 'size', { value: bytes.length })
  // The file is read at once, so that a trace is the same each time.
  file.arrayBuffer = async () => bytes.buffer
  return file
}

/** The sub-orders of a file's rows, as uploaded. */
export function readCancellationIds(fileName: string): string[] {
  const [kind, mask] = fileName.split('.')
  return writeRows(kind === 'sub-orders' ? kind : 'line-items', Number(mask)).map(
    (row) => row.split(',')[0] ?? '',
  )
}
