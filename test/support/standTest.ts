import type { Page } from '@playwright/test'
import { test as base } from './browser'
import { type Stand, type StandOptions, serveStand } from './stand'

export { expect } from './browser'

export const test = base.extend<{
  /** Opens the page of a host on one server for everything. Each test has servers of its own, until its end. */
  openStand(options?: StandOptions): Promise<Stand>
}>({
  openStand: async ({ page }, provide) => {
    const stands: Stand[] = []
    await provide(async (options) => {
      const stand = await serveStand(options)
      stands.push(stand)
      await page.goto(stand.url)
      return stand
    })
    await Promise.all(stands.map((stand) => stand.close()))
  },
})

/** So fast that only the journal and the server take time. */
export const FAST = { callsPerMinute: 1e6 }

export const READS = { paths: { readSubOrder: 'orders/{subOrderId}' } }

export function click(page: Page, name: string): Promise<void> {
  return page.getByRole('button', { name, exact: true }).click()
}

/** How often each sub-order was received, where that is more than once. */
export function findResent({ received }: Stand): string[] {
  const ids = received.map(({ subOrderId }) => subOrderId)
  return ids.filter((id, index) => ids.indexOf(id) !== index)
}
