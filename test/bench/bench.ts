/**
 * What the screen and its journal cost beside a bare `await fetch` loop over the same calls, and how soon a run of an
 * earlier page is back: `npm run bench [rows …]`. Blocks of both alternate in one page of real Chromium, with the built
 * screen and its table in sight, so that a busy machine slows both alike. Prints figures; asserts nothing.
 */
import { type Browser, type BrowserContext, chromium as browserType, type Page } from '@playwright/test'
import { buildPlugin } from '../../mocks/build'
import { listen } from '../../mocks/serveFolders'
import { chromium } from '../support/chromium'
import {
  type BenchFile,
  type BenchWindow,
  loadSheet,
  median,
  openBench,
  takeLongestTask,
  writeTask,
} from './benchPage'
import { createBenchServer } from './benchServer'
import { benchRestore } from './restoreBench'
import { benchSheets, buildSheetPage } from './sheetBench'
import { measureTable, type TableFigures, writeBenchWorkbook } from './tableBench'

interface Block {
  readonly screen: number
  readonly floor: number
}

interface Row {
  readonly rows: number
  readonly loadMs: number
  readonly loadLongest: number
  /** What a call costs more than in the bare loop, and what of it goes by until the step is on the disk; medians. */
  readonly overheadMs: number
  readonly journalMs: number
  readonly steps: number
  readonly runLongest: number
  readonly heapMb: number
}

const SIZES = [1_000, 10_000, 100_000]
const SHEET_SIZES = [100_000, 1_000_000]
const RESTORED_SIZES = [100_000]
const WORKBOOK_ROWS = 10_000
/** Above it a sheet is only read and shown: it would take days to send. */
const MOST_RUN = 100_000
/** Long enough that a block holds several updates of the screen, short enough that many pairs fit. */
const BLOCKS = { 1_000: 50, 10_000: 250, 100_000: 250 } as const
/** Enough for a median: each waits for the disk. */
const MOST_CALLS = 5_000

const FIRST_ID = 1_253_231_000

function writeSheet(rows: number): Buffer {
  const ids = Array.from({ length: rows }, (_, index) => String(FIRST_ID + index))
  return Buffer.from(`Increff Sub Order ID\r\n${ids.join('\r\n')}\r\n`)
}

const createCsv = (rows: number): BenchFile => ({ name: 'bench.csv', buffer: writeSheet(rows) })

async function runBlocks(page: Page, rows: number, size: number): Promise<Block[]> {
  const blocks: Block[] = []
  for (let sent = 0; sent < Math.min(rows, MOST_CALLS); sent += size) {
    const calls = Math.min(size, rows - sent)
    const runFloor = () => page.evaluate((n) => (window as unknown as BenchWindow).bench.runFloor(n), calls)
    const runScreen = () => page.evaluate((n) => (window as unknown as BenchWindow).bench.runScreen(n), calls)
    // Who begins changes from pair to pair, so that neither always has the warmer machine.
    if (blocks.length % 2 === 0) {
      const floor = await runFloor()
      blocks.push({ floor, screen: await runScreen() })
    } else {
      const screen = await runScreen()
      blocks.push({ floor: await runFloor(), screen })
    }
  }
  return blocks
}

async function measureHeap(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page)
  await session.send('HeapProfiler.collectGarbage')
  const { usedSize } = await session.send('Runtime.getHeapUsage')
  return usedSize / 1024 / 1024
}

async function measure(context: BrowserContext, url: string, rows: number): Promise<Row> {
  const page = await openBench(context, `${url}/?${rows}`)
  const loadMs = await loadSheet(page, createCsv(rows))
  const loadLongest = await takeLongestTask(page)
  await page.getByRole('button', { name: 'Start Cancellation' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Start', exact: true }).click()
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
  const size = BLOCKS[rows as keyof typeof BLOCKS] ?? Math.ceil(rows / 10)
  const blocks = await runBlocks(page, rows, size)
  const runLongest = await takeLongestTask(page)
  const overheadMs = median(blocks.map(({ screen, floor }) => screen - floor)) / size
  const steps = await page.evaluate(() => (window as unknown as BenchWindow).steps)
  const heapMb = await measureHeap(page)
  await page.close()
  const journal = { journalMs: median(steps), steps: steps.length }
  return { rows, loadMs, loadLongest, overheadMs, ...journal, runLongest, heapMb }
}

interface Load {
  readonly ms: number
  readonly longest: number
  /** While the file is read, every 100 ms, and behind it, once all garbage is gone. */
  readonly highestMb: number
  readonly restMb: number
  readonly table: TableFigures
}

/** From the choice of a file to its table, with the page's heap on the way. */
async function measureLoad(context: BrowserContext, url: string, rows: number): Promise<Load> {
  const page = await openBench(context, `${url}/?load-${rows}`)
  const session = await context.newCDPSession(page)
  let highest = 0
  const watch = setInterval(() => {
    session.send('Runtime.getHeapUsage').then(
      ({ usedSize }) => (highest = Math.max(highest, usedSize)),
      () => undefined,
    )
  }, 100)
  const ms = await loadSheet(page, createCsv(rows))
  clearInterval(watch)
  const longest = await takeLongestTask(page)
  const restMb = await measureHeap(page)
  const table = await measureTable(page, String(FIRST_ID + rows - 1))
  await page.close()
  return { ms, longest, highestMb: highest / 1024 / 1024, restMb, table }
}

/** A workbook, whose reader is fetched with it. */
async function benchWorkbook(context: BrowserContext, url: string, rows: number): Promise<void> {
  const page = await openBench(context, `${url}/?workbook`)
  const ms = await loadSheet(page, { name: 'bench.xlsx', buffer: writeBenchWorkbook(rows) })
  const longest = await takeLongestTask(page)
  const name = `${rows.toLocaleString('en')} rows of .xlsx`.padStart(20)
  console.log(`${name} · file to table ${ms.toFixed(0)} ms (long tasks: ${writeTask(longest)})`)
  await page.close()
}

function writeLoad(rows: number, { ms, longest, highestMb, restMb, table }: Load): string {
  return [
    `${rows.toLocaleString('en')} rows`.padStart(20),
    `file to table ${ms.toFixed(0)} ms (long tasks: ${writeTask(longest)})`,
    `heap of the page at most ${highestMb.toFixed(0)} MB, then ${restMb.toFixed(0)} MB`,
    `search ${table.searchMs.toFixed(0)} ms, filter ${table.filterMs.toFixed(0)} ms`,
    `scrolling ${table.framesPerSecond.toFixed(0)} frames a second, the longest ${table.longestFrameMs.toFixed(0)} ms`,
  ].join(' · ')
}

function writeRow(row: Row): string {
  return [
    `${row.rows.toLocaleString('en')} rows`.padStart(14),
    `${row.overheadMs.toFixed(2)} ms a call more than the bare loop`,
    `journal ${row.journalMs.toFixed(2)} ms a step (median of ${row.steps.toLocaleString('en')})`,
    `long tasks in the run: ${writeTask(row.runLongest)}`,
    `file to table ${row.loadMs.toFixed(0)} ms (long tasks: ${writeTask(row.loadLongest)})`,
    `heap ${row.heapMb.toFixed(0)} MB`,
  ].join(' · ')
}

/** Each measure has a journal and a cache of its own. */
async function inContext(browser: Browser, work: (context: BrowserContext) => Promise<void>): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  await work(context)
  await context.close()
}

async function main(): Promise<void> {
  await buildPlugin()
  const server = await listen(createBenchServer(), 0)
  const browser = await browserType.launch(chromium.launchOptions)
  const asked = process.argv.slice(2).map(Number)
  await buildSheetPage()
  for (const rows of asked.length > 0 ? asked : SHEET_SIZES)
    await benchSheets(browser, `${server.url}/sheets`, rows)
  for (const rows of asked.length > 0 ? asked : SHEET_SIZES) {
    await inContext(browser, async (context) =>
      console.log(writeLoad(rows, await measureLoad(context, server.url, rows))),
    )
  }
  await inContext(browser, (context) => benchWorkbook(context, server.url, WORKBOOK_ROWS))
  for (const rows of asked.length > 0 ? asked : SIZES) {
    if (rows > MOST_RUN) continue
    await inContext(browser, async (context) =>
      console.log(writeRow(await measure(context, server.url, rows))),
    )
  }
  for (const rows of asked.length > 0 ? asked : RESTORED_SIZES) {
    for (const kind of ['sub-orders', 'line-items'] as const)
      await inContext(browser, (context) => benchRestore(context, server.url, kind, rows))
  }
  await browser.close()
  await server.close()
}

await main()
