/**
 * How soon a cut-off run is back on the screen: from the navigation to its first row. The floor is the same screen
 * without a run.
 */
import type { BrowserContext, Page } from '@playwright/test'
import type { SheetKind } from '../../src/domain/sheet/columnMeaning'
import { type BenchWindow, loadSheet, median, openBench, takeLongestTask, writeTask } from './benchPage'

/** Rounds of floor and run in turn; the median of each. */
const ROUNDS = 5
const SENT = 50
const FIRST_ID = 1_253_231_000
const LINES_A_SUB_ORDER = 2

function writeRestoredSheet(kind: SheetKind, rows: number): Buffer {
  if (kind === 'sub-orders') {
    const ids = Array.from({ length: rows }, (_, index) => FIRST_ID + index)
    return Buffer.from(`Increff Sub Order ID\r\n${ids.join('\r\n')}\r\n`)
  }
  const lines = Array.from({ length: rows }, (_, index) => {
    const id = FIRST_ID + Math.floor(index / LINES_A_SUB_ORDER)
    return `${id},${8_647_326_934 + (index % LINES_A_SUB_ORDER)},1`
  })
  return Buffer.from(`Sub Order ID,Increff SKU ID,Quantity\r\n${lines.join('\r\n')}\r\n`)
}

/**
 * Writes the states and blocks that the run would have left on the disk, had its page sent all requests but one. The
 * server has refused one of a hundred.
 */
async function settleRest(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const known = await indexedDB.databases()
    const name = known.find((database) => database.name?.startsWith('sub-order-cancellation-'))?.name ?? ''
    const db = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open(name)
      request.onsuccess = () => resolve(request.result)
    })
    const [run] = await new Promise<
      { id: string; runId: string; passes: Record<string, { done: number; total: number }> }[]
    >((resolve) => {
      const request = db.transaction(['runs']).objectStore('runs').getAll()
      request.onsuccess = () => resolve(request.result)
    })
    const pass = run?.passes[run.runId]
    if (!run || !pass) throw new Error('The journal holds no run')
    const { id, runId } = run
    const { total } = pass
    const failure = { code: 'BAD_DATA', message: 'The order is shipped already', httpStatus: 400 }
    for (let from = 0; from < total; from += 1000) {
      const tx = db.transaction(['plan', 'state', 'ledger'], 'readwrite')
      const settled: number[] = []
      for (let position = from; position < Math.min(from + 1000, total - 1); position += 1) {
        const isRefused = position % 100 === 99
        if (!isRefused && position !== pass.done) settled.push(position * 2)
        if (position <= pass.done) continue
        const refused = { position, runId, key: crypto.randomUUID(), standing: { status: 'failed', failure } }
        tx.objectStore('state').put(isRefused ? refused : position * 2, [id, position])
        const entry = { id, fileName: 'bench.csv', at: Date.now(), standing: 'done' }
        if (!isRefused) tx.objectStore('ledger').put(entry, crypto.randomUUID().replaceAll('-', ''))
      }
      // The last block waits for its last request.
      if (from + 1000 < total)
        tx.objectStore('plan').put({ part: 'settled', states: settled }, [id, 'settled', from / 1000])
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
  })
}

/** Starts a run and closes its page. */
async function cutOff(context: BrowserContext, url: string, kind: SheetKind, rows: number): Promise<void> {
  const page = await openBench(context, url)
  if (kind === 'line-items') await page.getByRole('tab', { name: 'Cancel Sub-order Line Items' }).click()
  await loadSheet(page, { name: 'bench.csv', buffer: writeRestoredSheet(kind, rows) })
  await page.getByRole('button', { name: 'Start Cancellation' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Start', exact: true }).click()
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
  await page.evaluate((calls) => (window as unknown as BenchWindow).bench.runScreen(calls), SENT)
  await settleRest(page)
  await page.close()
}

interface Restored {
  readonly ms: number
  readonly longest: number
}

/** @param isBack which moment counts */
async function open(page: Page, url: string, isBack: 'restoredAt' | 'emptyAt'): Promise<Restored> {
  await page.goto(url)
  await page.waitForFunction((moment) => (window as unknown as BenchWindow)[moment] > 0, isBack)
  const ms = await page.evaluate((moment) => (window as unknown as BenchWindow)[moment], isBack)
  return { ms, longest: await takeLongestTask(page, ms) }
}

/** Prints how soon a cut-off run of so many rows is back on the screen, beside the floor. */
export async function benchRestore(
  context: BrowserContext,
  url: string,
  kind: SheetKind,
  rows: number,
): Promise<void> {
  const address = `${url}/?restore-${kind}-${rows}`
  await context.addInitScript('globalThis.__name = (named) => named')
  await cutOff(context, address, kind, rows)
  const [runs, empties]: [Restored[], Restored[]] = [[], []]
  for (let round = 0; round < ROUNDS; round += 1) {
    const page = await context.newPage()
    empties.push(await open(page, `${url}/?empty`, 'emptyAt'))
    runs.push(await open(page, address, 'restoredAt'))
    await page.close()
  }
  const medianOf = (list: readonly Restored[], of: keyof Restored) => median(list.map((each) => each[of]))
  const [ms, emptyMs] = [medianOf(runs, 'ms'), medianOf(empties, 'ms')]
  console.log(
    [
      `${rows.toLocaleString('en')} ${kind} cut off`.padStart(20),
      `navigation to the first row ${ms.toFixed(0)} ms: ${(ms / emptyMs).toFixed(2)} x an empty screen (${emptyMs.toFixed(0)} ms)`,
      `long tasks: ${writeTask(medianOf(runs, 'longest'))}, of the empty screen: ${writeTask(medianOf(empties, 'longest'))}`,
    ].join(' · '),
  )
}
