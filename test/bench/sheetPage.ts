import Papa from 'papaparse'
import { readSheet } from '../../src/csv/readSheet'
import { writeResultRecords } from '../../src/csv/report'
import { writeCsv } from '../../src/csv/writeCsv'
import { type Breathe, holdBreath } from '../../src/domain/breathe'
import type { SheetKind } from '../../src/domain/sheet'
import { validateRows } from '../../src/domain/validateRows'
import { createBreathe } from '../../src/run/clock'

/** Milliseconds, all in the page's own thread: what one round over the same bytes takes. */
export interface SheetRound {
  /** Bytes to text, text to lines. */
  readonly floor: number
  /** Papaparse at its best: delimiter and newline given, into arrays. */
  readonly papaparse: number
  readonly read: number
  readonly check: number
  /** Lines joined with their status, into a blob. */
  readonly writeFloor: number
  readonly papaparseWrite: number
  readonly write: number
  /** The same in slices that let the page have its turn, as the screen does it. */
  readonly writeSliced: number
}

function createFile(kind: SheetKind, rows: number): File {
  const isWhole = kind === 'sub-orders'
  const line = (at: number) =>
    isWhole ? String(1_253_231_000 + at) : `${1_253_231_000 + (at >> 1)},${8_647_326_000 + at},2`
  const header = isWhole ? 'Increff Sub Order ID' : 'Sub Order ID,Increff SKU ID,Quantity'
  const lines = Array.from({ length: rows }, (_, at) => line(at))
  return new File([`${header}\r\n${lines.join('\r\n')}\r\n`], 'bench.csv')
}

async function time<Result>(work: () => Promise<Result> | Result): Promise<[number, Result]> {
  const start = performance.now()
  const result = await work()
  return [performance.now() - start, result]
}

const decode = async (file: File) => new TextDecoder().decode(await file.arrayBuffer())

async function measure(kind: SheetKind, rows: number): Promise<SheetRound> {
  const file = createFile(kind, rows)
  const [floor, lines] = await time(async () => (await decode(file)).split('\r\n'))
  const [papaparse, parsed] = await time(async () =>
    Papa.parse<string[]>(await decode(file), { delimiter: ',', newline: '\r\n' }),
  )
  const options = { kind, maxRows: rows, maxBytes: file.size, breathe: holdBreath }
  const [read, sheet] = await time(() => readSheet(file, options))
  if (!sheet.ok) throw new Error('the sheet was refused')
  const [check, checked] = await time(() => validateRows(sheet.sheet, holdBreath))

  const said = {
    status: 'ERROR',
    code: 'BAD_DATA',
    message: 'Sub order is invoiced, cancellation is not allowed',
  }
  const words = { isWide: false, describeRequest: () => said, describeIssue: () => undefined }
  const results = (breathe: Breathe) =>
    writeCsv(writeResultRecords(checked, words), { delimiter: ',', breathe })
  const [writeFloor] = await time(
    () => new Blob([lines.map((line) => `${line},${said.status},${said.code},${said.message}`).join('\r\n')]),
  )
  const [papaparseWrite] = await time(
    () =>
      new Blob([Papa.unparse(parsed.data.map((cells) => [...cells, said.status, said.code, said.message]))]),
  )
  const [write] = await time(() => results(holdBreath))
  const [writeSliced] = await time(() => results(createBreathe({ now: () => performance.now() }, 8)))
  return { floor, papaparse, read, check, writeFloor, papaparseWrite, write, writeSliced }
}

declare global {
  interface Window {
    measureSheet: typeof measure
  }
}

window.measureSheet = measure
