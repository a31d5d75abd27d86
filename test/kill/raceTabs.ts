import { type Browser, expect, type Page } from '@playwright/test'
import { uploadCsv, writeSheet } from '../support/browser'
import { serveStand } from '../support/stand'

/** What the server saw of one file that two tabs started. */
export interface Race {
  readonly orders: number
  /** Received more than once, or never. */
  readonly wrong: readonly string[]
  readonly mostInFlight: number
}

async function openDialog(page: Page, url: string, csv: string): Promise<void> {
  // A page behind another draws a frame a second.
  await page.bringToFront()
  await page.goto(url)
  await uploadCsv(page, csv)
  await page.getByRole('button', { name: 'Start Cancellation' }).click()
  await expect(page.getByRole('dialog')).not.toHaveClass(/-zoom/)
}

/** Clicks "Start" at a moment of the clock that both tabs share. */
function startAt(page: Page, at: number): Promise<void> {
  return page.evaluate(
    (moment) =>
      new Promise<void>((resolve) => {
        setTimeout(() => {
          const buttons = [...document.querySelectorAll<HTMLElement>('[role=dialog] button')]
          buttons.find((button) => button.textContent === 'Start')?.click()
          resolve()
        }, moment - Date.now())
      }),
    at,
  )
}

const isIdle = (page: Page) =>
  page.waitForFunction(() => window.screenHandle.status().phase !== 'running', undefined, { timeout: 30_000 })

/** The same sub-orders in another file, as somebody does who saw nothing happen: nothing is left to start. */
async function tryOnceMore(page: Page, csv: string): Promise<void> {
  await uploadCsv(page, csv.replaceAll('\r\n', ',\r\n').replace(',', ',Note'), 'again.csv')
  await page.getByText('again.csv').first().waitFor()
  await expect(page.getByRole('button', { name: 'Start Cancellation' })).toBeDisabled()
}

/** Two tabs start the same file, the second so many milliseconds after the first. */
export async function raceTabs(browser: Browser, lagMs: number, orders: number): Promise<Race> {
  const ids = Array.from({ length: orders }, (_, index) => String(4_000_000_000 + index))
  const csv = writeSheet(ids)
  const stand = await serveStand({ delayMs: 2, settings: { callsPerMinute: 1e6 } })
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  try {
    const pages = [await context.newPage(), await context.newPage()] as const
    for (const page of pages) await openDialog(page, stand.url, csv)
    const at = Date.now() + 400
    await Promise.all([startAt(pages[0], at), startAt(pages[1], at + lagMs)])
    await expect.poll(() => stand.oms.effects.length, { timeout: 30_000 }).toBe(orders)
    for (const page of pages) await isIdle(page)
    for (const page of pages) await tryOnceMore(page, csv)
    const counts = new Map(ids.map((id) => [id, 0]))
    for (const { subOrderId } of stand.received) counts.set(subOrderId, (counts.get(subOrderId) ?? 0) + 1)
    return {
      orders,
      wrong: [...counts].filter(([, count]) => count !== 1).map(([id]) => id),
      mostInFlight: Math.max(...stand.received.map(({ inFlight }) => inFlight)),
    }
  } finally {
    await context.close()
    await stand.close()
  }
}
