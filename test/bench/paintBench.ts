/**
 * How long a host waits for the screen: `npm run bench:paint [rounds]`. From the moment a page asks for `remoteEntry.js` to
 * the first paint of the screen, beside an empty React root of the same server in the same browser; in turns, each in a
 * fresh context, so that nothing is cached. Prints figures; asserts nothing.
 */

import { join } from 'node:path'
import { type Browser, chromium as browserType } from '@playwright/test'
import { buildPlugin, builtFolders } from '../../mocks/build'
import { serveFolders } from '../../mocks/serveFolders'
import { chromium } from '../support/chromium'
import { buildBenchPage } from './buildBenchPage'

const ROUNDS = 15
const floorFolder = join(import.meta.dirname, '../../.build/paint')

function buildFloor(): Promise<void> {
  return buildBenchPage('floor', './paintFloor.ts', floorFolder)
}

/** @returns milliseconds to the first paint; with it, what was painted must really be there */
async function measurePaint(browser: Browser, url: string, of: 'screen' | 'floor'): Promise<number> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  const page = await context.newPage()
  await page.goto(`${url}/paint.html?of=${of}`)
  const ms = await page.evaluate(() => (window as unknown as { painted: Promise<number> }).painted)
  await page.getByRole('heading', { name: of === 'screen' ? 'Sub-Order Cancellation' : 'Ready' }).waitFor()
  await context.close()
  return ms
}

function describe(times: readonly number[]): string {
  const sorted = times.toSorted((one, other) => one - other)
  const at = (share: number) => (sorted[Math.floor((sorted.length - 1) * share)] ?? 0).toFixed(0)
  return `${at(0.5)} ms (${at(0)} to ${at(0.9)}, nine in ten)`
}

async function main(): Promise<void> {
  await buildPlugin()
  await buildFloor()
  const server = await serveFolders({ folders: [builtFolders.plugin, floorFolder, import.meta.dirname] })
  const browser = await browserType.launch(chromium.launchOptions)
  const rounds = Number(process.argv[2] ?? ROUNDS)
  const times = { screen: [] as number[], floor: [] as number[] }
  for (let round = 0; round <= rounds; round += 1) {
    for (const of of ['floor', 'screen'] as const) {
      const ms = await measurePaint(browser, server.url, of)
      // The first round warms the machine.
      if (round > 0) times[of].push(ms)
    }
  }
  console.log(`first paint of the screen ${describe(times.screen)}`)
  console.log(`of an empty React root    ${describe(times.floor)}`)
  await browser.close()
  await server.close()
}

await main()
