import Papa from 'papaparse'
import { readSheet } from '../../src/csv/readSheet'
import { writeResultRecords } from '../../src/csv/report/reportRecords'
import { writeCsv } from '../../src/csv/report/writeCsv'
import { neverYield } from '../../src/domain/time/yieldIfDue'
import type { Sheet } from '../../src/domain/sheet/sheet'
import { validateRows } from '../../src/domain/check/validateRows'
import { createYieldIfDue } from '../../src/run/clock'
import type { Measure } from './measures'
import type { SheetKind } from '../../src/domain/sheet/columnMeaning'

function createFile(kind: SheetKind, rows: number): File {
  const isWhole = kind === 'sub-orders'
  const line = (at: number) =>
    isWhole ? String(1_253_231_000 + at) : `${1_253_231_000 + (at >> 1)},${8_647_326_000 + at},2`
  const header = isWhole ? 'Increff Sub Order ID' : 'Sub Order ID,Increff SKU ID,Quantity'
  const lines = Array.from({ length: rows }, (_, at) => line(at))
  return new File([`${header}\r\n${lines.join('\r\n')}\r\n`], 'bench.csv')
}

async function time(work: () => unknown): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

const decode = async (file: File) => new TextDecoder().decode(await file.arrayBuffer())
const splitLines = async (file: File) => (await decode(file)).split('\r\n')
const parseAll = async (file: File) =>
  Papa.parse<string[]>(await decode(file), { delimiter: ',', newline: '\r\n' }).data

async function read(file: File, kind: SheetKind, maxRows: number): Promise<Sheet> {
  const result = await readSheet(file, { kind, maxRows, maxBytes: file.size, yieldIfDue: neverYield })
  if (!result.ok) throw new Error('the sheet was refused')
  return result.sheet
}

const said = {
  status: 'ERROR',
  code: 'BAD_DATA',
  message: 'Sub order is invoiced, cancellation is not allowed',
}
const words = { isWide: false, describeRequest: () => said, describeIssue: () => undefined }
const saidCells = Object.values(said)

/** @returns milliseconds, all in the page's own thread */
async function measure(what: Measure, kind: SheetKind, rows: number): Promise<number> {
  const file = createFile(kind, rows)
  if (what === 'floor') return time(() => splitLines(file))
  if (what === 'papaparse') return time(() => parseAll(file))
  if (what === 'read') return time(() => read(file, kind, rows))
  if (what === 'writeFloor') {
    const lines = await splitLines(file)
    return time(() => new Blob([lines.map((line) => `${line},${saidCells.join(',')}`).join('\r\n')]))
  }
  if (what === 'papaparseWrite') {
    const records = await parseAll(file)
    return time(() => new Blob([Papa.unparse(records.map((cells) => [...cells, ...saidCells]))]))
  }
  const sheet = await read(file, kind, rows)
  if (what === 'check') return time(() => validateRows(sheet, neverYield))
  const checked = await validateRows(sheet, neverYield)
  const yieldIfDue = what === 'write' ? neverYield : createYieldIfDue({ now: () => performance.now() }, 8)
  return time(() => writeCsv(writeResultRecords(checked, words), { delimiter: ',', yieldIfDue }))
}

declare global {
  interface Window {
    measureSheet: typeof measure
  }
}

window.measureSheet = measure
