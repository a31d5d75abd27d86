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

interface Opening {
  readonly paint: number
  /** A file can be chosen. */
  readonly ready: number
  /** Of all tasks over 50 ms; 0: there is none. */
  readonly longestTask: number
}

interface PaintWindow {
  readonly painted: Promise<number>
  readonly ready: Promise<number>
  readonly longTasks: { readonly duration: number }[]
}

async function measureOpening(browser: Browser, url: string, of: 'screen' | 'floor'): Promise<Opening> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  const page = await context.newPage()
  await page.goto(`${url}/paint.html?of=${of}`)
  const paint = await page.evaluate(() => (window as unknown as PaintWindow).painted)
  // What was painted must really be there.
  await page.getByRole('heading', { name: of === 'screen' ? 'Sub-Order Cancellation' : 'Ready' }).waitFor()
  const ready = of === 'screen' ? await page.evaluate(() => (window as unknown as PaintWindow).ready) : paint
  const longestTask = await page.evaluate(() =>
    Math.max(0, ...(window as unknown as PaintWindow).longTasks.map(({ duration }) => duration)),
  )
  await context.close()
  return { paint, ready, longestTask }
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
  const openings = { screen: [] as Opening[], floor: [] as Opening[] }
  for (let round = 0; round <= rounds; round += 1) {
    for (const of of ['floor', 'screen'] as const) {
      const opening = await measureOpening(browser, server.url, of)
      // The first round warms the machine.
      if (round > 0) openings[of].push(opening)
    }
  }
  const list = (of: keyof typeof openings, what: keyof Opening) =>
    describe(openings[of].map((opening) => opening[what]))
  console.log(`first paint of the screen ${list('screen', 'paint')}`)
  console.log(`of an empty React root    ${list('floor', 'paint')}`)
  console.log(`a file can be chosen      ${list('screen', 'ready')}`)
  console.log(`longest task over 50 ms   ${list('screen', 'longestTask')}`)
  await browser.close()
  await server.close()
}

await main()
