import { join } from 'node:path'
import type { Browser } from '@playwright/test'
import { buildBenchPage } from './buildBenchPage'
import { MEASURES, type Measure } from './measures'
import type { SheetKind } from '../../src/domain/sheet/columnMeaning'

const root = join(import.meta.dirname, '../..')

/** Where the page's script ends up. */
export const sheetBenchFolder = join(root, '.build/bench')

/** Alternating rounds, behind one that warms the machine; the median of each. */
const ROUNDS = 3

/** Reading and writing beside their floors, as a script for a page of real Chromium. */
export function buildSheetPage(): Promise<void> {
  return buildBenchPage('sheets', './sheetPage.ts', sheetBenchFolder)
}

type Times = Readonly<Record<Measure, number[]>>

function median(times: readonly number[]): number {
  const sorted = times.toSorted((one, other) => one - other)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}

/** Prints what reading, checking and writing cost beside the floor and beside papaparse, in one browser and on one thread. */
export async function benchSheets(browser: Browser, url: string, rows: number): Promise<void> {
  for (const kind of ['sub-orders', 'line-items'] as const) {
    const times = Object.fromEntries(MEASURES.map((what) => [what, []])) as unknown as Times
    for (let round = 0; round <= ROUNDS; round += 1) {
      for (const what of MEASURES) {
        const page = await browser.newPage()
        await page.goto(url)
        const ms = await page.evaluate((asked) => window.measureSheet(...asked), [what, kind, rows] as const)
        if (round > 0) times[what].push(ms)
        await page.close()
      }
    }
    console.log(writeLine(kind, rows, (what) => median(times[what])))
  }
}

function writeLine(kind: SheetKind, rows: number, of: (key: Measure) => number): string {
  const ms = (key: Measure) => `${of(key).toFixed(0)} ms`
  const ratio = (key: Measure, to: Measure) => (of(key) / of(to)).toFixed(2)
  return [
    `${rows.toLocaleString('en')} ${kind}`.padStart(20),
    `read ${ms('read')}: ${ratio('read', 'papaparse')} x papaparse (${ms('papaparse')}), ${ratio('read', 'floor')} x bytes to lines (${ms('floor')})`,
    `check ${ms('check')}`,
    `write ${ms('write')}: ${ratio('write', 'papaparseWrite')} x papaparse (${ms('papaparseWrite')}), ${ratio('write', 'writeFloor')} x joining lines (${ms('writeFloor')}); in slices ${ms('writeSliced')}`,
  ].join(' · ')
}
