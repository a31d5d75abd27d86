/** What the measures of the bench share: its page, a file for it, and figures. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContext, Page } from '@playwright/test'

const TASK_LIMIT_MS = 50

export interface BenchFile {
  readonly name: string
  readonly buffer: Buffer
}

export interface BenchWindow {
  /** From the navigation, in milliseconds; 0 before: the first row, and the screen without a run. */
  readonly restoredAt: number
  readonly emptyAt: number
  readonly steps: number[]
  readonly bench: {
    runScreen(calls: number): Promise<number>
    runFloor(calls: number): Promise<number>
    tasks: { startTime: number; duration: number }[]
    loadedAt: number
    chosenAt: number
  }
}

/** @returns milliseconds from the choice of the file to the table in sight */
export async function loadSheet(page: Page, file: BenchFile): Promise<number> {
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

/** @returns milliseconds of the longest task so far; 0 where none was long */
export async function takeLongestTask(page: Page, before = Number.POSITIVE_INFINITY): Promise<number> {
  const tasks = await page.evaluate(() => {
    const { bench } = window as unknown as BenchWindow
    // The task before the choice is the test's own: it brings the file into the page.
    return bench.tasks.splice(0).filter(({ startTime }) => startTime >= bench.chosenAt)
  })
  return Math.max(0, ...tasks.flatMap(({ startTime, duration }) => (startTime < before ? [duration] : [])))
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}

export async function openBench(context: BrowserContext, url: string): Promise<Page> {
  const page = await context.newPage()
  // What runs in the page was compiled here, with a call of tsx's own around each named function.
  await page.addInitScript('globalThis.__name = (named) => named')
  await page.goto(url)
  await page.waitForFunction(() => 'isReady' in window)
  await takeLongestTask(page)
  return page
}

export function writeTask(ms: number): string {
  return ms === 0 ? `none over ${TASK_LIMIT_MS} ms` : `${ms.toFixed(0)} ms`
}
