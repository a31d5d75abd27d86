/**
 * What the screen and its journal cost beside a bare `await fetch` loop over the same calls, and how soon a run of an
 * earlier page is back: `npm run bench [rows …]`. Blocks of both alternate in one page of real Chromium, with the built
 * screen and its table in sight, so that a busy machine slows both alike. Prints figures; asserts nothing.
 */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import type { Server } from 'node:http'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { type Browser, type BrowserContext, chromium as browserType, type Page } from '@playwright/test'
import { createSafeServer } from '../../mocks/answerHttp'
import { buildPlugin, builtFolders } from '../../mocks/build'
import { listen } from '../../mocks/serveFolders'
import { chromium } from '../support/chromium'
import { benchSheets, buildSheetPage, sheetBenchFolder } from './sheetBench'
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
  readonly restoredMs: number
}

const SIZES = [1_000, 10_000, 100_000]
const SHEET_SIZES = [100_000, 1_000_000]
const WORKBOOK_ROWS = 10_000
/** Above it a sheet is only read and shown: it would take days to send. */
const MOST_RUN = 100_000
/** Long enough that a block holds several updates of the screen, short enough that many pairs fit. */
const BLOCKS = { 1_000: 50, 10_000: 250, 100_000: 250 } as const
/** Enough for a median: each waits for the disk. */
const MOST_CALLS = 5_000
const TASK_LIMIT_MS = 50

const types: Readonly<Record<string, string>> = { '.js': 'text/javascript', '.json': 'application/json' }

/** Answers a cancel at once and with nothing: the floor is the browser's own cost of a call. */
function createBenchServer(): Server {
  return createSafeServer((request, response) => {
    const url = request.url ?? '/'
    if (url.startsWith('/api/')) {
      request.resume().on('end', () => response.writeHead(200).end())
      return
    }
    const path = url.split('?')[0] ?? '/'
    const file = findFile(path)
    const headers = { 'content-type': types[extname(path)] ?? 'text/html; charset=utf-8' }
    readFile(file).then(
      (content) => response.writeHead(200, headers).end(content),
      () => response.writeHead(404).end(),
    )
  })
}

function findFile(path: string): string {
  if (path.startsWith('/dist/')) return join(builtFolders.plugin, path.slice('/dist/'.length))
  if (path.startsWith('/bench/')) return join(sheetBenchFolder, path.slice('/bench/'.length))
  return join(import.meta.dirname, path === '/sheets' ? 'sheets.html' : 'bench.html')
}

const FIRST_ID = 1_253_231_000

function writeSheet(rows: number): Buffer {
  const ids = Array.from({ length: rows }, (_, index) => String(FIRST_ID + index))
  return Buffer.from(`Increff Sub Order ID\r\n${ids.join('\r\n')}\r\n`)
}

interface BenchFile {
  readonly name: string
  readonly buffer: Buffer
}

const createCsv = (rows: number): BenchFile => ({ name: 'bench.csv', buffer: writeSheet(rows) })

/** @returns milliseconds from the choice of the file to the table in sight */
async function loadSheet(page: Page, file: BenchFile): Promise<number> {
  await page.evaluate(() => {
    const { bench } = window as unknown as BenchWindow
    document.addEventListener('change', () => (bench.chosenAt = performance.now()), {
      capture: true,
      once: true,
    })
    new MutationObserver((_, observer) => {
      if (!document.querySelector('tbody [role=row]')) return
      observer.disconnect()
      requestAnimationFrame(() => (bench.loadedAt = performance.now() - bench.chosenAt))
    }).observe(document.body, { childList: true, subtree: true })
  })
  // From the disk, as a person chooses one: what Playwright hands over as bytes is copied through the page's memory.
  const folder = await mkdtemp(join(tmpdir(), 'bench-'))
  const path = join(folder, file.name)
  await writeFile(path, file.buffer)
  await page.getByLabel('Upload CSV').setInputFiles(path)
  await page.waitForFunction(() => (window as unknown as BenchWindow).bench.loadedAt > 0)
  await rm(folder, { recursive: true })
  return page.evaluate(() => (window as unknown as BenchWindow).bench.loadedAt)
}

interface BenchWindow {
  readonly restoredAt: number
  readonly steps: number[]
  readonly bench: {
    runScreen(calls: number): Promise<number>
    runFloor(calls: number): Promise<number>
    tasks: { startTime: number; duration: number }[]
    loadedAt: number
    chosenAt: number
  }
}

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

async function takeLongestTask(page: Page): Promise<number> {
  const tasks = await page.evaluate(() => {
    const { bench } = window as unknown as BenchWindow
    // The task before the choice is the test's own: it brings the file into the page.
    return bench.tasks.splice(0).filter(({ startTime }) => startTime >= bench.chosenAt)
  })
  return Math.max(0, ...tasks.map(({ duration }) => duration))
}

async function measureHeap(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page)
  await session.send('HeapProfiler.collectGarbage')
  const { usedSize } = await session.send('Runtime.getHeapUsage')
  return usedSize / 1024 / 1024
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}

/** What the run would have left on the disk, had its page gone on to the last but one. */
async function settleRest(page: Page, rows: number): Promise<void> {
  await page.evaluate(async (total) => {
    const known = await indexedDB.databases()
    const name = known.find((database) => database.name?.startsWith('sub-order-cancellation-'))?.name ?? ''
    const db = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open(name)
      request.onsuccess = () => resolve(request.result)
    })
    const [run] = await new Promise<
      { id: string; runId: string; passes: Record<string, { done: number }> }[]
    >((resolve) => {
      const request = db.transaction(['runs']).objectStore('runs').getAll()
      request.onsuccess = () => resolve(request.result)
    })
    const pass = run?.passes[run.runId]
    if (!run || !pass) throw new Error('The journal holds no run')
    const { id, runId } = run
    for (let from = pass.done + 1; from < total - 1; from += 5000) {
      const tx = db.transaction(['state', 'ledger'], 'readwrite')
      for (let position = from; position < Math.min(from + 5000, total - 1); position += 1) {
        const standing = { status: 'succeeded', how: 'cancelled' }
        const key = crypto.randomUUID()
        tx.objectStore('state').put({ position, runId, key, standing }, [id, position])
        const entry = { id, fileName: 'bench.csv', at: Date.now(), standing: 'done' }
        tx.objectStore('ledger').put(entry, key.replaceAll('-', ''))
      }
      await new Promise((resolve) => {
        tx.oncomplete = resolve
      })
    }
    const last = db.transaction(['runs'], 'readwrite')
    last.objectStore('runs').put({ ...run, passes: { [runId]: { ...pass, done: total - 1 } } }, id)
    await new Promise((resolve) => {
      last.oncomplete = resolve
    })
    db.close()
  }, rows)
}

/** @returns milliseconds from the navigation to the table of the run that the page before left behind */
async function restore(page: Page, url: string): Promise<number> {
  await page.goto(url)
  await page.waitForFunction(() => (window as unknown as BenchWindow).restoredAt > 0)
  return page.evaluate(() => (window as unknown as BenchWindow).restoredAt)
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
  const isCutOff = rows > MOST_CALLS
  if (isCutOff) await settleRest(page, rows)
  await page.close()
  const restoredMs = isCutOff ? await restore(await context.newPage(), `${url}/?${rows}`) : 0
  const journal = { journalMs: median(steps), steps: steps.length }
  return { rows, loadMs, loadLongest, overheadMs, ...journal, runLongest, heapMb, restoredMs }
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

async function openBench(context: BrowserContext, url: string): Promise<Page> {
  const page = await context.newPage()
  // What runs in the page was compiled here, with a call of tsx's own around each named function.
  await page.addInitScript('globalThis.__name = (named) => named')
  await page.goto(url)
  await page.waitForFunction(() => 'isReady' in window)
  await takeLongestTask(page)
  return page
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

function writeTask(ms: number): string {
  return ms === 0 ? `none over ${TASK_LIMIT_MS} ms` : `${ms.toFixed(0)} ms`
}

function writeRow(row: Row): string {
  return [
    `${row.rows.toLocaleString('en')} rows`.padStart(14),
    `${row.overheadMs.toFixed(2)} ms a call more than the bare loop`,
    `journal ${row.journalMs.toFixed(2)} ms a step (median of ${row.steps.toLocaleString('en')})`,
    `long tasks in the run: ${writeTask(row.runLongest)}`,
    `file to table ${row.loadMs.toFixed(0)} ms (long tasks: ${writeTask(row.loadLongest)})`,
    `heap ${row.heapMb.toFixed(0)} MB`,
    ...(row.restoredMs > 0
      ? [`navigation to the table of the run cut off ${row.restoredMs.toFixed(0)} ms`]
      : []),
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
  await browser.close()
  await server.close()
}

await main()
