import type { FrameLocator, Page } from '@playwright/test'
import { createPretendOms } from '../../mocks/oms'
import { expect, test, writeSheet } from '../support/browser'
import { createIds } from '../support/runOver'

/** The pretend OMS allows pages of this machine; a frame without an origin is none of them. */
async function allowNoOrigin(page: Page): Promise<void> {
  await page.route('**/api/oms/**', async (route) => {
    const response = await route.fetch()
    await route.fulfill({ response, headers: { ...response.headers(), 'access-control-allow-origin': '*' } })
  })
}

/** Ticks the consent that the dialog asks for where nothing is recorded, and starts. */
async function agreeAndStart(frame: FrameLocator): Promise<void> {
  const dialog = frame.getByRole('dialog')
  await dialog.getByRole('checkbox').check()
  await dialog.getByRole('button', { name: 'Start', exact: true }).click()
}

test('in a sandboxed frame no run waits for another tab, and a run starts once the user agrees that nothing is kept', async ({
  page,
  hosts,
}) => {
  const oms = createPretendOms({ knowsEveryId: true })
  await allowNoOrigin(page)
  await hosts.openPlain(oms, { isSandboxed: true })
  const frame = page.frameLocator('iframe')
  const ids = createIds(5)
  const buffer = Buffer.from(writeSheet(ids), 'utf8')
  await frame.getByLabel('Upload CSV').setInputFiles({ name: 'sheet.csv', mimeType: 'text/csv', buffer })
  await frame.getByRole('button', { name: 'Start Cancellation' }).click()
  await agreeAndStart(frame)
  await expect(frame.getByRole('heading', { name: 'All 5 sub-orders are cancelled' })).toBeVisible()
  await expect(frame.getByText('Another tab')).toHaveCount(0)
  expect(oms.calls.map(({ subOrderId, answered }) => [subOrderId, answered])).toEqual(
    ids.map((id) => [id, 200]),
  )

  // A second run starts once the first has released the lock.
  await frame.getByRole('radio', { name: 'Single Sub-Order' }).click()
  const [id = ''] = createIds(6).slice(-1)
  await frame.getByRole('textbox', { name: 'Increff Sub Order ID' }).fill(id)
  await frame.getByRole('button', { name: 'Submit' }).click()
  await agreeAndStart(frame)
  await expect(frame.getByText('SUCCESS', { exact: true })).toBeVisible()
  await expect(frame.getByText('Another tab')).toHaveCount(0)
  expect(oms.calls.length).toBe(6)
})
