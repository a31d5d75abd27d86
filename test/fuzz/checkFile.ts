import { readSheet } from '../../src/csv/readSheet'
import { validateRows } from '../../src/domain/check/validateRows'
import { openWorkbook } from '../../src/xlsx/readWorkbook'
import { readStandingText } from './readStandingIds'
import type { SheetKind } from '../../src/domain/sheet/columnMeaning'
import type { CheckedSheet } from '../../src/domain/sheet/checkedSheet'

/** A pause for each 64 kB and each 512 rows, and twice as many for files that are read twice or by entry. */
const MOST_YIELDS = 200
const LINE_FEED = 10

/** Each row has an issue or belongs to a request, in the order of the file. */
function findMiscount({ sheet, issues, requests, requestOfRow }: CheckedSheet): string | undefined {
  const rows = [...sheet.rows].map(({ row }) => row)
  if (rows.some((row, at) => row <= (rows[at - 1] ?? 0))) return 'rows are out of order'
  const unsent = rows.filter((_, at) => (requestOfRow[at] ?? -1) < 0)
  if (unsent.join() !== issues.map(({ row }) => row).join()) return 'rows without request are not the issues'
  const sent = [...requests].flatMap((request) =>
    request.kind === 'whole' ? [request.row] : request.lineItems.map(({ row }) => row),
  )
  const meant = rows.filter((_, at) => (requestOfRow[at] ?? -1) >= 0)
  return sent.toSorted((one, other) => one - other).join() === meant.join()
    ? undefined
    : 'requests are not the rows'
}

function findWrongId(
  { requests }: CheckedSheet,
  bytes: Uint8Array,
  known: ReadonlySet<string>,
): string | undefined {
  const { ids, texts } = readStandingText(bytes)
  for (const request of requests) {
    const { subOrderId } = request
    if (!ids.has(subOrderId) && !known.has(subOrderId)) return `ID ${subOrderId} stands nowhere`
    for (const { skuId } of request.kind === 'whole' ? [] : request.lineItems) {
      // Quotes are doubled where they stand in a quoted cell.
      const stands = [skuId, skuId.replaceAll('"', '""')].some((one) =>
        texts.some((text) => text.includes(one)),
      )
      if (!stands && !known.has(skuId)) return `SKU ${skuId} stands nowhere`
    }
  }
  return undefined
}

/** The fault in reading a file (undefined: none), and the number of rows. */
export interface Finding {
  readonly wrong?: string
  readonly rows: number
}

/**
 * Reads a file as it comes.
 *
 * @param known IDs that stand in it although no plain reading finds them: it is a workbook
 */
export async function checkFile(
  bytes: Uint8Array,
  kind: SheetKind,
  known: ReadonlySet<string>,
): Promise<Finding> {
  // Each row that mentions other rows' IDs may take one.
  const mostYields = MOST_YIELDS + bytes.filter((byte) => byte === LINE_FEED).length
  let yields = 0
  const yieldIfDue = () => {
    yields += 1
    if (yields > mostYields) throw new Error('reading does not end')
    return undefined
  }
  const limits = { kind, maxRows: 100_000, maxBytes: 10_000_000, openWorkbook, yieldIfDue }
  const read = await readSheet(new File([bytes as BlobPart], 'orders.csv'), limits)
  if (!read.ok) return read.problem?.code === 'UNREADABLE' ? { wrong: 'unreadable', rows: 0 } : { rows: 0 }
  const checked = await validateRows(read.sheet, yieldIfDue)
  const rows = checked.sheet.rows.length
  const isWorkbook = bytes[0] === 0x50 && bytes[1] === 0x4b
  if (!isWorkbook && rows > readStandingText(bytes).records) return { wrong: 'more rows than records', rows }
  const wrong = findMiscount(checked) ?? findWrongId(checked, bytes, isWorkbook ? known : new Set())
  return wrong === undefined ? { rows } : { wrong, rows }
}
