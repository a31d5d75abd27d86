import { neverYield } from '../../src/domain/time/yieldIfDue'
import { readAndCheck } from '../../src/reading/readAndCheck'
import type { SheetKind } from '../../src/domain/sheet/columnMeaning'

/** Reads and checks a workbook as the screen does. */
export function readBook(bytes: Uint8Array, kind: SheetKind = 'sub-orders', name = 'orders.xlsx') {
  return readAndCheck(
    new File([bytes as BlobPart], name),
    { kind, maxRows: 100_000, maxBytes: 100_000_000 },
    neverYield,
    () => undefined,
  )
}

/** What becomes of each row below the header: the ID that is sent (with SKU and quantity), or `!CODE hint: value`. */
export async function readFates(bytes: Uint8Array, kind: SheetKind = 'sub-orders') {
  const read = await readBook(bytes, kind)
  if (read.type !== 'checked') return read.type === 'refused' ? read.problem.code : read.type
  const fates = new Map<number, string>()
  for (const { row, code, hint, value } of read.checked.issues)
    fates.set(row, `!${[code, hint].filter(Boolean).join(' ')}: ${value}`)
  for (const request of read.checked.requests) {
    if (request.kind === 'whole') fates.set(request.row, request.subOrderId)
    else
      for (const { row, skuId, quantity } of request.lineItems)
        fates.set(row, `${request.subOrderId} ${skuId} ${quantity}`)
  }
  return [...fates].toSorted(([one], [other]) => one - other).map(([, fate]) => fate)
}

/** The numbers of the rows that a person does not see, as the screen is told. */
export async function readHidden(bytes: Uint8Array, kind: SheetKind = 'sub-orders') {
  const read = await readBook(bytes, kind)
  if (read.type !== 'checked') throw new Error(read.type)
  return [...(read.checked.sheet.hiddenRows ?? [])]
}
