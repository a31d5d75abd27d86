import type { Page } from '@playwright/test'
import { createPretendOms, type PretendOms } from '../../mocks/oms'
import {
  expect,
  type Hosts,
  headline,
  startCancellation,
  test,
  uploadCsv,
  writeSheet,
} from '../support/browser'
import { createIds } from '../support/runOver'

/** Slow enough that each call waits for its turn, and fast enough that the run is soon over. */
const IDS = createIds(20)

declare global {
  interface Window {
    timersStandStill?: boolean
  }
}

/** Hides the page as a browser does. The page's timers, which are slow in a hidden page, stop completely here. */
async function hidePage(page: Page): Promise<void> {
  await page.evaluate(() => {
    window.timersStandStill = true
    Object.defineProperty(document, 'visibilityState', { value: 'hidden' })
    document.dispatchEvent(new Event('visibilitychange'))
  })
}

async function startRun(page: Page, hosts: Hosts): Promise<PretendOms> {
  const oms = createPretendOms({ knowsEveryId: true })
  await hosts.openPlain(oms)
  await uploadCsv(page, writeSheet(IDS))
  await startCancellation(page)
  await expect.poll(() => oms.calls.length).toBeGreaterThan(0)
  return oms
}

test('a hidden tab keeps its pace by the timer of a worker, while the timers of the page stand still', async ({
  page,
  hosts,
}) => {
  await page.addInitScript(() => {
    const startTimer = window.setTimeout.bind(window)
    // No timer was started, so any number is a handle of none.
    const neverRings = () => 0
    Object.assign(window, {
      setTimeout: (ring: () => void, ms?: number) =>
        window.timersStandStill ? neverRings() : startTimer(ring, ms),
    })
  })
  const oms = await startRun(page, hosts)
  await hidePage(page)
  await expect(headline(page, 'All 20 sub-orders are cancelled')).toBeVisible()
  expect(oms.calls.map(({ subOrderId }) => subOrderId)).toEqual(IDS)
})

for (const [name, worker] of [
  ['no worker', undefined],
  ['a worker that the page’s policy forbids', 'throws'],
  ['a worker that breaks', 'breaks'],
] as const) {
  test(`with ${name} a hidden tab goes on by the page’s timers`, async ({ page, hosts }) => {
    await page.addInitScript((kind) => {
      class BadWorker extends EventTarget {
        onerror: ((event: Event) => void) | null = null
        constructor() {
          super()
          if (kind === 'throws') throw new DOMException('forbidden', 'SecurityError')
        }
        postMessage() {
          queueMicrotask(() => this.onerror?.(new Event('error', { cancelable: true })))
        }
        terminate() {}
      }
      Object.assign(window, { Worker: kind && BadWorker })
      Object.defineProperty(document, 'visibilityState', { value: 'hidden' })
    }, worker)
    const oms = await startRun(page, hosts)
    await expect(headline(page, 'All 20 sub-orders are cancelled')).toBeVisible()
    expect(oms.calls.length).toBe(20)
  })
}
