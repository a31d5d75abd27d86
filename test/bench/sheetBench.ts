import { join } from 'node:path'
import type { Browser } from '@playwright/test'
import webpack from 'webpack'
import type { SheetKind } from '../../src/domain/sheet'
import type { SheetRound } from './sheetPage'

const root = join(import.meta.dirname, '../..')

/** Where the page's script ends up. */
export const sheetBenchFolder = join(root, '.build/bench')

/** Alternating rounds; the median of each. */
const ROUNDS = 5

/** Reading and writing beside their floors, as a script for a page of real Chromium. */
export async function buildSheetPage(): Promise<void> {
  const loader = {
    loader: 'swc-loader',
    options: { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' } },
  }
  const stats = await new Promise<webpack.Stats | undefined>((done, fail) => {
    webpack(
      {
        mode: 'production',
        context: import.meta.dirname,
        entry: { sheets: './sheetPage.ts' },
        output: { path: sheetBenchFolder, filename: '[name].js', clean: true },
        resolve: { extensions: ['.ts', '.js'] },
        module: { rules: [{ test: /\.ts$/, exclude: /node_modules/, ...loader }] },
        performance: false,
      },
      (error, result) => (error ? fail(error) : done(result)),
    )
  })
  if (stats?.hasErrors()) throw new Error(stats.toString({ all: false, errors: true }))
}

function median(rounds: readonly SheetRound[], key: keyof SheetRound): number {
  const sorted = rounds.map((round) => round[key]).toSorted((one, other) => one - other)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}

/** Prints what reading, checking and writing cost beside the floor and beside papaparse, in one page and one thread. */
export async function benchSheets(browser: Browser, url: string, rows: number): Promise<void> {
  for (const kind of ['sub-orders', 'line-items'] as const) {
    const rounds: SheetRound[] = []
    for (let round = 0; round <= ROUNDS; round += 1) {
      // A page for each: what the last one left to collect is not paid by the next.
      const page = await browser.newPage()
      await page.goto(url)
      const measured = await page.evaluate(([its, count]) => window.measureSheet(its, count), [
        kind,
        rows,
      ] as const)
      // The first warms the disk and the machine.
      if (round > 0) rounds.push(measured)
      await page.close()
    }
    console.log(writeLine(kind, rows, (key) => median(rounds, key)))
  }
}

function writeLine(kind: SheetKind, rows: number, of: (key: keyof SheetRound) => number): string {
  const ms = (key: keyof SheetRound) => `${of(key).toFixed(0)} ms`
  const ratio = (key: keyof SheetRound, to: keyof SheetRound) => (of(key) / of(to)).toFixed(2)
  return [
    `${rows.toLocaleString('en')} ${kind}`.padStart(20),
    `read ${ms('read')}: ${ratio('read', 'papaparse')} x papaparse (${ms('papaparse')}), ${ratio('read', 'floor')} x bytes to lines (${ms('floor')})`,
    `check ${ms('check')}`,
    `write ${ms('write')}: ${ratio('write', 'papaparseWrite')} x papaparse (${ms('papaparseWrite')}), ${ratio('write', 'writeFloor')} x joining lines (${ms('writeFloor')}); in slices ${ms('writeSliced')}`,
  ].join(' · ')
}
